/* One event of the canvas as a widget: draws nothing, holds the keyboard focus
 * and speaks to assistive technology. Its action "event.activate" selects the
 * event. */

#pragma once

#include "ui/dtl-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DTL_TYPE_EVENT_ITEM (dtl_event_item_get_type ())
G_DECLARE_FINAL_TYPE (DtlEventItem, dtl_event_item, DTL, EVENT_ITEM, GtkWidget)

GtkWidget *dtl_event_item_new (DtlSession *session, DtlId event);

/* Says again what the event is called, when it was and whether it is selected. */
void dtl_event_item_update (DtlEventItem *item);

DtlId dtl_event_item_get_event (DtlEventItem *item);

/* Where it lies in its parent: kept here for the parent's allocation. */
void dtl_event_item_set_place (DtlEventItem *item, const GdkRectangle *place);
const GdkRectangle *dtl_event_item_get_place (DtlEventItem *item);

G_END_DECLS
