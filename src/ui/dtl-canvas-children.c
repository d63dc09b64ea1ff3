#include "config.h"

#include "ui/dtl-canvas-private.h"

#include "ui/dtl-phrases.h"

#include <math.h>

/* More than a person can walk through at one zoom, and few enough to be
 * light: what lies closer together is found by zooming in. */
#define MAX_ITEMS 250
/* How long the picture has to be at rest before the children follow. */
#define SETTLE_MS 120

static gboolean
is_in_view (const DtlRect *bounds, double width, double height)
{
  return bounds->x < width && bounds->x + bounds->width > 0 && bounds->y < height &&
         bounds->y + bounds->height > 0;
}

/* Where each event lies: the hull of its label and its mark. Labels are
 * painted last and looked at first: they are the important ones. */
static GHashTable *
collect_places (DtlScene *scene)
{
  GHashTable *places = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  double width;
  double height;
  guint n;
  const DtlItem *items = dtl_scene_get_items (scene, &n);

  dtl_scene_get_size (scene, &width, &height);
  for (guint i = n; i-- > 0;)
    {
      GdkRectangle rect = { (int) floor (items[i].bounds.x),
                            (int) floor (items[i].bounds.y),
                            (int) ceil (items[i].bounds.width) + 1,
                            (int) ceil (items[i].bounds.height) + 1 };
      GdkRectangle *place;

      if (items[i].event == 0 || !is_in_view (&items[i].bounds, width, height))
        continue;
      place = g_hash_table_lookup (places, GUINT_TO_POINTER (items[i].event));
      if (place != NULL)
        gdk_rectangle_union (place, &rect, place);
      else if (g_hash_table_size (places) < MAX_ITEMS)
        g_hash_table_insert (places, GUINT_TO_POINTER (items[i].event),
                             g_memdup2 (&rect, sizeof rect));
    }
  return places;
}

/* The focus never vanishes under the hand: its item stays until it moves on. */
static void
remove_gone (DtlCanvas *self, GHashTable *places)
{
  GHashTableIter iter;
  gpointer id;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &id, &item))
    {
      gboolean is_in_timeline =
          dtl_timeline_find_event (dtl_session_get_timeline (self->session),
                                   GPOINTER_TO_UINT (id)) >= 0;

      if (g_hash_table_contains (places, id) ||
          (is_in_timeline && gtk_widget_has_focus (item)))
        continue;
      g_hash_table_iter_remove (&iter);
      gtk_widget_unparent (item);
    }
}

static GtkWidget *
ensure_item (DtlCanvas *self, DtlId event)
{
  GtkWidget *item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (event));

  if (item != NULL)
    {
      dtl_event_item_update (DTL_EVENT_ITEM (item));
      return item;
    }
  item = dtl_event_item_new (self->session, event);
  gtk_widget_set_parent (item, GTK_WIDGET (self));
  g_hash_table_insert (self->items, GUINT_TO_POINTER (event), item);
  return item;
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  int first = *(const int *) a;
  int second = *(const int *) b;

  return first < second ? -1 : first > second;
}

/* The children's order is the order of time, as somebody hears it. */
static GArray *
sort_by_time (DtlTimeline *timeline, GHashTable *places)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (int));
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, places);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      int position = dtl_timeline_find_event (timeline, GPOINTER_TO_UINT (id));

      if (position >= 0)
        g_array_append_val (positions, position);
    }
  g_array_sort (positions, compare_positions);
  return positions;
}

/* Which stretch of time the list is of. */
static void
say_view (DtlCanvas *self)
{
  g_autofree char *view = dtl_phrases_dup_view (self->session);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, view, -1);
}

void
dtl_canvas_update_items (DtlCanvas *self)
{
  DtlScene *scene = dtl_canvas_ensure_scene (self);
  DtlTimeline *timeline;
  GtkWidget *previous = NULL;
  g_autoptr (GHashTable) places = NULL;
  g_autoptr (GArray) positions = NULL;

  g_clear_handle_id (&self->items_source, g_source_remove);
  if (scene == NULL)
    return;

  dtl_canvas_update_adjustment (self);
  say_view (self);
  timeline = dtl_session_get_timeline (self->session);
  places = collect_places (scene);
  positions = sort_by_time (timeline, places);
  remove_gone (self, places);
  for (guint i = 0; i < positions->len; i++)
    {
      DtlEvent event;
      GtkWidget *item;

      dtl_timeline_get_event (timeline, (guint) g_array_index (positions, int, i),
                              &event);
      item = ensure_item (self, event.id);
      dtl_event_item_set_place (DTL_EVENT_ITEM (item),
                                g_hash_table_lookup (places,
                                                     GUINT_TO_POINTER (event.id)));
      gtk_widget_insert_after (item, GTK_WIDGET (self), previous);
      previous = item;
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
on_settled (gpointer data)
{
  DtlCanvas *self = data;

  self->items_source = 0;
  dtl_canvas_update_items (self);
  return G_SOURCE_REMOVE;
}

void
dtl_canvas_queue_items (DtlCanvas *self)
{
  g_clear_handle_id (&self->items_source, g_source_remove);
  self->items_source = g_timeout_add (SETTLE_MS, on_settled, self);
}

void
dtl_canvas_clear_items (DtlCanvas *self)
{
  GHashTableIter iter;
  gpointer item;

  g_clear_handle_id (&self->items_source, g_source_remove);
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      g_hash_table_iter_remove (&iter);
      gtk_widget_unparent (item);
    }
}

void
dtl_canvas_allocate_items (DtlCanvas *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      GtkAllocation place = *dtl_event_item_get_place (item);

      gtk_widget_measure (item, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      place.width = MAX (place.width, 1);
      place.height = MAX (place.height, 1);
      gtk_widget_size_allocate (item, &place, -1);
    }
}

/* Says which item is selected, and takes the focus there if it is among us. */
void
dtl_canvas_show_selected_item (DtlCanvas *self)
{
  DtlId selected = dtl_session_get_selected (self->session);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  gboolean has_focus = focus != NULL || gtk_widget_has_focus (GTK_WIDGET (self));
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    dtl_event_item_update (item);
  if (selected == 0 || !has_focus)
    return;

  if (!g_hash_table_contains (self->items, GUINT_TO_POINTER (selected)))
    ensure_item (self, selected);
  gtk_widget_grab_focus (g_hash_table_lookup (self->items, GUINT_TO_POINTER (selected)));
}

/* All events together are one stop of the Tab key: the selected one, else the
 * canvas itself. The arrow keys, which are bound to actions, walk from one to
 * the next. */
gboolean
dtl_canvas_focus_items (DtlCanvas *self, GtkDirectionType direction)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *selected;

  if (self->session == NULL || gtk_widget_get_focus_child (widget) != NULL ||
      gtk_widget_has_focus (widget))
    return FALSE;
  if (self->items_source != 0)
    dtl_canvas_update_items (self);
  selected =
      g_hash_table_lookup (self->items,
                           GUINT_TO_POINTER (dtl_session_get_selected (self->session)));
  return gtk_widget_grab_focus (selected != NULL ? selected : widget);
}
