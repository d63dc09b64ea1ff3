/* The timeline as a picture that moves: turns the scene into pixels and what
 * hand and keyboard do into calls of the session.
 *
 * Each event in view is also a child widget that draws nothing: it is what
 * assistive technology sees and where the keyboard focus is. */

#pragma once

#include "render/dtl-theme.h"
#include "ui/dtl-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DTL_TYPE_CANVAS (dtl_canvas_get_type ())
G_DECLARE_FINAL_TYPE (DtlCanvas, dtl_canvas, DTL, CANVAS, GtkWidget)

void dtl_canvas_set_session (DtlCanvas *canvas, DtlSession *session);

/* Pixels scrolled down, where the lanes are higher than the canvas; for a
 * scrollbar beside it. Lives as long as the canvas. */
GtkAdjustment *dtl_canvas_get_vadjustment (DtlCanvas *canvas);

/* What is drawn, and in which colours, for what lies over it; NULL before there
 * is a session. Lent until something changes. */
DtlScene *dtl_canvas_get_scene (DtlCanvas *canvas);
const DtlTheme *dtl_canvas_get_theme (DtlCanvas *canvas);

G_END_DECLS
