/* The timeline as a picture that moves: turns the scene into pixels and what
 * hand and keyboard do into calls of the session.
 *
 * Each event in view is also a child widget that draws nothing: it is what
 * assistive technology sees and where the keyboard focus is. */

#pragma once

#include "render/dtl-painter.h"
#include "ui/dtl-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DTL_TYPE_CANVAS (dtl_canvas_get_type ())
G_DECLARE_FINAL_TYPE (DtlCanvas, dtl_canvas, DTL, CANVAS, GtkWidget)

void dtl_canvas_set_session (DtlCanvas *canvas, DtlSession *session);

/* Pixels scrolled down, where the lanes are higher than the canvas; for a
 * scrollbar beside it. Lives as long as the canvas. */
GtkAdjustment *dtl_canvas_get_vadjustment (DtlCanvas *canvas);

/* What is drawn and with what: for widgets that lie over the canvas or beside it
 * and show the same timeline. All lent, until something changes. */
typedef struct {
  DtlScene *scene;
  DtlLayout *layout;
  DtlPainter *painter;
  const DtlTheme *theme;
  DtlLayoutOptions options;
} DtlCanvasPicture;

/* FALSE before there is a session. */
gboolean dtl_canvas_get_picture (DtlCanvas *canvas, DtlCanvasPicture *ret_picture);

G_END_DECLS
