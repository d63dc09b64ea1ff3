/* The bars above the timeline, for finding and for going to a date: one at a
 * time, and what closes returns the keyboard. */

#include "config.h"

#include "ui/dtl-window-private.h"

static void
close_bar (DtlWindow *self, const char *action)
{
  g_action_group_change_action_state (G_ACTION_GROUP (self), action,
                                      g_variant_new_boolean (FALSE));
}

static void
open_bar (DtlWindow *self, const char *action)
{
  g_action_group_change_action_state (G_ACTION_GROUP (self), action,
                                      g_variant_new_boolean (TRUE));
}

static void
change_find (GSimpleAction *action, GVariant *value, gpointer data)
{
  DtlWindow *self = data;
  gboolean is_open = g_variant_get_boolean (value);

  if (is_open && dtl_date_bar_get_open (DTL_DATE_BAR (self->date_bar)))
    close_bar (self, "find-date");
  g_simple_action_set_state (action, value);
  dtl_find_bar_set_open (DTL_FIND_BAR (self->find_bar), is_open);
  if (!is_open)
    gtk_widget_grab_focus (self->canvas);
}

static void
change_find_date (GSimpleAction *action, GVariant *value, gpointer data)
{
  DtlWindow *self = data;
  gboolean is_open = g_variant_get_boolean (value);

  if (is_open && dtl_find_bar_get_open (DTL_FIND_BAR (self->find_bar)))
    close_bar (self, "find");
  g_simple_action_set_state (action, value);
  dtl_date_bar_set_open (DTL_DATE_BAR (self->date_bar), is_open);
  if (!is_open)
    gtk_widget_grab_focus (self->canvas);
}

/* Ctrl+F with the bar already open goes back into it. */
static void
start_find (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  open_bar (data, "find");
}

static void
go_to_date (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  open_bar (data, "find-date");
}

static void
find_next (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dtl_find_bar_walk (DTL_FIND_BAR (((DtlWindow *) data)->find_bar), 1);
}

static void
find_previous (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dtl_find_bar_walk (DTL_FIND_BAR (((DtlWindow *) data)->find_bar), -1);
}

static const GActionEntry entries[] = {
  { .name = "start-find", .activate = start_find },
  { .name = "find-next", .activate = find_next },
  { .name = "find-previous", .activate = find_previous },
  { .name = "find", .state = "false", .change_state = change_find },
  { .name = "go-to-date", .activate = go_to_date },
  { .name = "find-date", .state = "false", .change_state = change_find_date },
};

void
dtl_window_add_bars (DtlWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries),
                                   self);
}

gboolean
dtl_window_close_bars (DtlWindow *self)
{
  if (dtl_find_bar_get_open (DTL_FIND_BAR (self->find_bar)))
    close_bar (self, "find");
  else if (dtl_date_bar_get_open (DTL_DATE_BAR (self->date_bar)))
    close_bar (self, "find-date");
  else
    return FALSE;
  return TRUE;
}
