/* Between the parts of the canvas: dtl-canvas.c draws, dtl-canvas-input.c
 * listens, dtl-canvas-children.c keeps the children, dtl-canvas-reveal.c finds
 * the lane of an event. */

#pragma once

#include "render/dtl-painter.h"
#include "scene/dtl-fades.h"
#include "ui/dtl-canvas.h"
#include "ui/dtl-event-item.h"
#include "ui/dtl-motion.h"

G_BEGIN_DECLS

struct _DtlCanvas {
  GtkWidget parent_instance;

  DtlSession *session;
  GtkAdjustment *vadjustment;

  DtlPainter *painter;   /* NULL until needed, and after a change of font */
  DtlLayout *layout;     /* goes with the painter, whose measure it uses */
  DtlScene *scene;       /* NULL when out of date */
  const DtlTheme *theme; /* NULL when out of date */
  DtlFades *fades;       /* of labels that appear */
  guint fade_id;

  DtlId hovered;
  double pointer_x, pointer_y;
  gboolean is_pointing; /* the session's moment is that under the pointer */
  DtlViewport drag_start;
  double pinch_scale; /* the pinch's at its last change */

  DtlMotion motion;
  guint tick_id;
  gint64 tick_time;

  GHashTable *items; /* event's id to DtlEventItem, a child of ours */
  guint items_source;
  guint reveal_source;
};

/* The scene as it is now; NULL before there is a session. */
DtlScene *dtl_canvas_ensure_scene (DtlCanvas *self);

/* How far there is to scroll in the scene as it is now. */
void dtl_canvas_update_adjustment (DtlCanvas *self);

/* Something in the scene is not as it was. */
void dtl_canvas_invalidate (DtlCanvas *self);

/* How the layout is to lay out now: style of dates, what is selected. */
DtlLayoutOptions dtl_canvas_get_options (DtlCanvas *self);

/* Scrolls to the lane of the selected event when all that was asked for in the
 * same breath is known: dtl-canvas-reveal.c. */
void dtl_canvas_queue_reveal (DtlCanvas *self);

/* Starts or goes on with self->motion. Where the desktop or the user wants no animations,
 * or the canvas cannot be seen, the motion is taken to its end at once. */
void dtl_canvas_start_motion (DtlCanvas *self);
void dtl_canvas_stop_motion (DtlCanvas *self);
gboolean dtl_canvas_is_animated (DtlCanvas *self);

void dtl_canvas_add_controllers (DtlCanvas *self);

/* The moment under the pointer is that of the cross-hair, until something is
 * selected: then it is that one's. dtl-canvas-input.c */
void dtl_canvas_follow_pointer (DtlCanvas *self);
void dtl_canvas_point_at_selected (DtlCanvas *self);
gboolean dtl_canvas_is_pointed_at (DtlCanvas *self);

/* The children follow when the picture comes to rest. */
void dtl_canvas_queue_items (DtlCanvas *self);
void dtl_canvas_update_items (DtlCanvas *self);
void dtl_canvas_clear_items (DtlCanvas *self);
void dtl_canvas_allocate_items (DtlCanvas *self);
void dtl_canvas_show_selected_item (DtlCanvas *self);
gboolean dtl_canvas_focus_items (DtlCanvas *self, GtkDirectionType direction);

G_END_DECLS
