/* Between dtl-window.c, which shows, dtl-window-actions.c, which does,
 * dtl-window-moves.c, which goes about in the timeline, and dtl-window-bars.c,
 * which finds. */

#pragma once

#include "ui/dtl-canvas.h"
#include "ui/dtl-date-bar.h"
#include "ui/dtl-find-bar.h"
#include "ui/dtl-recovery.h"
#include "ui/dtl-window.h"

G_BEGIN_DECLS

struct _DtlWindow {
  GtkApplicationWindow parent_instance;

  GMenu *go_menu;
  GMenu *view_section;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *zoom_box;
  GtkWidget *work_view;
  GtkWidget *notice_bar;
  GtkWidget *find_bar;
  GtkWidget *date_bar;
  GtkWidget *stack;
  GtkWidget *paned;
  GtkWidget *canvas_area;
  GtkWidget *canvas;
  GtkWidget *crosshair;
  GtkWidget *minimap;
  GtkWidget *scrollbar;
  GtkWidget *detail_pane;
  GtkWidget *article_page;
  GtkWidget *drop_hint;

  DtlSession *session;
  DtlRecovery *recovery;
  const char *page;   /* shown: "empty", "timeline" or "article" */
  gboolean may_close; /* changes are saved, or given up */
};

void dtl_window_add_actions (DtlWindow *self);
void dtl_window_add_moves (DtlWindow *self);
void dtl_window_add_bars (DtlWindow *self);

/* FALSE where none was open. */
gboolean dtl_window_close_bars (DtlWindow *self);

/* Of an action of ours that nobody but us may set. */
void dtl_window_set_state (DtlWindow *self, const char *action, GVariant *state);

void dtl_window_set_enabled (DtlWindow *self, const char *action, gboolean enabled);

/* Brings the states of the actions, and which of them make sense, up to date. */
void dtl_window_update_actions (DtlWindow *self);
void dtl_window_update_place (DtlWindow *self);

void dtl_window_bind_keys (GtkWidgetClass *widget_class);

void dtl_window_set_show_sidebar (DtlWindow *self, gboolean show);

G_END_DECLS
