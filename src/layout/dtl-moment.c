#include "layout/dtl-moment.h"

#include "layout/dtl-layout-private.h"
#include "layout/dtl-layout-sizes.h"

#include <math.h>

/* Events of one pixel that are looked through for the best; a pixel far out may
 * hold a million. */
#define MOST_SEARCHED 65536

/* --- what is alive --- */

/* The moment in positions of the scale. */
typedef struct {
  gint64 from, to;
} Pixel;

typedef struct {
  float importance;
  DtlId id;
} Alive;

static int
compare_alive (gconstpointer a, gconstpointer b)
{
  const Alive *left = a, *right = b;

  if (left->importance != right->importance)
    return left->importance > right->importance ? -1 : 1;
  return left->id < right->id ? -1 : left->id > right->id;
}

static void
add_alive (DtlTimeline *timeline, const DtlTrack *track, guint32 event, GArray *alive)
{
  DtlEvent model;
  Alive found;

  dtl_timeline_get_event (timeline, dtl_track_get_position (track, event), &model);
  found = (Alive){ model.importance, model.id };
  g_array_append_val (alive, found);
}

/* The best of those that begin within the moment. */
static void
add_beginning (DtlTimeline *timeline,
               const DtlTrack *track,
               const Pixel *pixel,
               GArray *alive)
{
  guint first = dtl_time_index_find (track->index, pixel->from);
  guint last = dtl_time_index_find_from (track->index, first, pixel->to);

  last = MIN (last, first + MOST_SEARCHED);
  for (guint event = first; event < last; event++)
    add_alive (timeline, track, event, alive);
}

static void
add_reaching (DtlTimeline *timeline,
              const DtlTrack *track,
              const Pixel *pixel,
              guint most,
              GArray *alive)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (guint32));

  dtl_time_index_add_reaching (track->index, pixel->from, most, events);
  for (guint i = 0; i < events->len; i++)
    add_alive (timeline, track, g_array_index (events, guint32, i), alive);
}

static void
list_alive (DtlLayout *layout, const Pixel *pixel, guint most, DtlMoment *moment)
{
  const DtlLanes *lanes = dtl_layout_get_lanes (layout);
  DtlTimeline *timeline = dtl_layout_get_timeline (layout);
  g_autoptr (GArray) alive = g_array_new (FALSE, FALSE, sizeof (Alive));

  for (guint i = 0; i < lanes->lanes->len; i++)
    {
      const DtlLaidLane *lane = lanes->lanes->pdata[i];
      const DtlTrack *tracks[] = { &lane->points, &lane->bars };

      for (guint j = 0; j < G_N_ELEMENTS (tracks); j++)
        {
          add_beginning (timeline, tracks[j], pixel, alive);
          add_reaching (timeline, tracks[j], pixel, most + 1, alive);
        }
    }

  g_array_sort (alive, compare_alive);
  moment->more = alive->len > most;
  for (guint i = 0; i < MIN (alive->len, most); i++)
    g_array_append_val (moment->events, g_array_index (alive, Alive, i).id);
}

DtlMoment *
dtl_moment_new (DtlLayout *layout,
                const DtlViewport *viewport,
                const DtlLayoutOptions *options,
                double x,
                guint most)
{
  DtlMoment *moment = g_new0 (DtlMoment, 1);
  Pixel pixel;

  moment->x = floor (x);
  pixel.from = dtl_viewport_get_position (viewport, moment->x);
  pixel.to = MAX (dtl_viewport_get_position (viewport, moment->x + 1), pixel.from + 1);
  moment->from = dtl_viewport_get_time (viewport, moment->x);
  moment->to = MAX (dtl_viewport_get_time (viewport, moment->x + 1), moment->from + 1);
  moment->date =
      dtl_label_instant (moment->from,
                         dtl_precision_from_seconds (viewport->seconds_per_pixel),
                         &options->label);
  moment->events = g_array_new (FALSE, FALSE, sizeof (DtlId));
  list_alive (layout, &pixel, most, moment);

  return moment;
}

void
dtl_moment_free (DtlMoment *moment)
{
  if (moment == NULL)
    return;
  g_array_unref (moment->events);
  g_free (moment->date);
  g_free (moment);
}

/* --- the picture --- */

static gboolean
is_mark (const DtlItem *item)
{
  return item->event != 0 && (item->kind == DTL_ITEM_BAR || item->kind == DTL_ITEM_BAND ||
                              item->kind == DTL_ITEM_POINT);
}

static gboolean
is_at (const DtlItem *item, double x)
{
  return item->bounds.x <= x + 1 && item->bounds.x + item->bounds.width >= x;
}

/* The marks that the hairline goes through, and their labels; what lies under
 * the axis, from @bottom on, is out of sight. */
static void
add_lit (const DtlMoment *moment,
         const DtlScene *scene,
         double bottom,
         DtlSceneBuilder *builder)
{
  g_autoptr (GHashTable) lit = g_hash_table_new (NULL, NULL);
  guint n_items;
  const DtlItem *items = dtl_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (is_mark (&items[i]) && is_at (&items[i], moment->x))
      g_hash_table_add (lit, GUINT_TO_POINTER (items[i].event));
  for (guint i = 0; i < n_items; i++)
    {
      DtlItem item = { .kind = DTL_ITEM_LIT,
                       .event = items[i].event,
                       .lane = items[i].lane,
                       .bounds = items[i].bounds };

      item.bounds.height = MIN (item.bounds.height, bottom - item.bounds.y);
      if (item.bounds.height > 0 &&
          (is_mark (&items[i]) || items[i].kind == DTL_ITEM_LABEL) &&
          g_hash_table_contains (lit, GUINT_TO_POINTER (items[i].event)))
        dtl_scene_builder_add (builder, &item);
    }
}

static void
add_date (const DtlMoment *moment,
          DtlLayout *layout,
          double y,
          double width,
          DtlSceneBuilder *builder)
{
  const DtlMeasure *measure = dtl_layout_get_measure (layout);
  DtlItem item = { .kind = DTL_ITEM_MOMENT, .text = moment->date };
  double text, line, x;

  measure->text_size (measure->data, DTL_FONT_CONTEXT, moment->date, &text, &line);
  item.text_width = (float) text;
  text = ceil (text) + 1 + 2 * DTL_LABEL_PADDING_X;
  x = CLAMP (round (moment->x - text / 2), 0, MAX (0, width - text));
  item.bounds = (DtlRect){ x, y, text, ceil (line) + 2 * DTL_LABEL_PADDING_Y };
  dtl_scene_builder_add (builder, &item);
}

DtlScene *
dtl_moment_run (const DtlMoment *moment, DtlLayout *layout, const DtlScene *scene)
{
  double width, height, bottom;
  DtlItem line = { .kind = DTL_ITEM_CROSSHAIR };
  DtlSceneBuilder *builder;
  DtlScene *over;

  dtl_scene_get_size (scene, &width, &height);
  bottom = MAX (0, height - dtl_layout_get_metrics (layout)->axis);
  builder = dtl_scene_builder_new (width, height);
  add_lit (moment, scene, bottom, builder);
  line.bounds = (DtlRect){ moment->x, 0, 1, bottom };
  dtl_scene_builder_add (builder, &line);
  add_date (moment, layout, bottom, width, builder);

  over = dtl_scene_builder_end (builder);
  dtl_scene_builder_free (builder);
  return over;
}
