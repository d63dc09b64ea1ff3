/* The minimap, the cross-hair and eras: what they say of a timeline and a window. */

#include "layout/dtl-minimap.h"
#include "layout/dtl-moment.h"

#define WIDTH 800.0
#define STRIP 400.0

typedef struct {
  DtlTimeline *timeline;
  DtlLayout *layout;
  DtlViewport viewport;
  DtlLayoutOptions options;
  DtlId reign, war, crowning;
} Fixture;

static DtlExtent
make_day (gint64 year, int month, int day)
{
  DtlDate date = { .precision = DTL_PRECISION_DAY,
                   .year = year,
                   .month = month,
                   .day = day };
  DtlExtent extent;

  g_assert_true (dtl_extent_from_date (&date, &extent, NULL));
  return extent;
}

static DtlExtent
make_span (gint64 first, gint64 last)
{
  DtlExtent start = make_day (first, 3, 1), end = make_day (last, 10, 1);

  return dtl_extent_span (&start, &end);
}

static DtlId
add_event (Fixture *fixture, const char *title, DtlExtent extent, float importance)
{
  DtlEvent event = { .lane = 1,
                     .title = title,
                     .extent = extent,
                     .importance = importance };

  return dtl_timeline_add_event (fixture->timeline, &event);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  DtlTime start, end;

  fixture->timeline = dtl_timeline_new ();
  dtl_timeline_add_lane (fixture->timeline, "Kings");
  fixture->reign = add_event (fixture, "Reign", make_span (1700, 1740), 0.5f);
  fixture->war = add_event (fixture, "War", make_span (1718, 1722), 0.9f);
  fixture->crowning = add_event (fixture, "Crowning", make_day (1720, 6, 1), 0.2f);
  add_event (fixture, "Bridge", make_day (1760, 6, 1), 0.2f);
  fixture->layout = dtl_layout_new (fixture->timeline, &dtl_measure_counting);
  fixture->options =
      (DtlLayoutOptions){ .label = DTL_LABEL_STYLE_INIT, .now = DTL_TIME_PAST };
  fixture->viewport =
      (DtlViewport){ .seconds_per_pixel = 1, .width = WIDTH, .height = 500 };
  dtl_timeline_get_range (fixture->timeline, &start, &end);
  dtl_viewport_fit (&fixture->viewport, start, end);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  dtl_layout_free (fixture->layout);
  dtl_timeline_unref (fixture->timeline);
}

static DtlMoment *
look_at (const Fixture *fixture, DtlExtent day, guint most)
{
  double x = dtl_viewport_get_x (&fixture->viewport, day.start + DTL_SECONDS_PER_DAY / 2);

  return dtl_moment_new (fixture->layout, &fixture->viewport, &fixture->options, x, most);
}

static void
test_alive (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DtlMoment) moment = look_at (fixture, make_day (1720, 6, 1), 10);

  g_assert_cmpuint (moment->events->len, ==, 3);
  g_assert_cmpuint (g_array_index (moment->events, DtlId, 0), ==, fixture->war);
  g_assert_cmpuint (g_array_index (moment->events, DtlId, 1), ==, fixture->reign);
  g_assert_cmpuint (g_array_index (moment->events, DtlId, 2), ==, fixture->crowning);
  g_assert_false (moment->more);
  g_assert_cmpstr (moment->date, ==, "1720");
}

static void
test_nothing_alive (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DtlMoment) moment = look_at (fixture, make_day (1750, 6, 1), 10);

  g_assert_cmpuint (moment->events->len, ==, 0);
}

static void
test_more_alive (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DtlMoment) moment = look_at (fixture, make_day (1720, 6, 1), 2);

  g_assert_cmpuint (moment->events->len, ==, 2);
  g_assert_true (moment->more);
}

static void
test_date_of_a_day (Fixture *fixture, gconstpointer data)
{
  DtlExtent day = make_day (1720, 6, 1);
  g_autoptr (DtlMoment) moment = NULL;

  dtl_viewport_fit (&fixture->viewport, day.start, day.start + 300 * DTL_SECONDS_PER_DAY);
  moment = look_at (fixture, day, 10);
  g_assert_cmpstr (moment->date, ==, "1 June 1720");
}

/* Every frame of the picture lies round something that the hairline goes through,
 * or round its label. */
static void
test_lit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DtlMoment) moment = look_at (fixture, make_day (1720, 6, 1), 10);
  g_autoptr (DtlScene) scene =
      dtl_layout_run (fixture->layout, &fixture->viewport, &fixture->options);
  g_autoptr (DtlScene) over = dtl_moment_run (moment, fixture->layout, scene);
  guint n_items, n_lit = 0, n_lines = 0;
  const DtlItem *items = dtl_scene_get_items (over, &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      n_lit += items[i].kind == DTL_ITEM_LIT;
      n_lines += items[i].kind == DTL_ITEM_CROSSHAIR;
      g_assert_cmpfloat (items[i].bounds.x, >=, -64);
    }
  g_assert_cmpuint (n_lit, ==, 6);
  g_assert_cmpuint (n_lines, ==, 1);
}

static void
test_density (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DtlScene) strip =
      dtl_minimap_run (fixture->layout, &fixture->options, STRIP, 40);
  guint n_items, n_events = 0;
  const DtlItem *items = dtl_scene_get_items (strip, &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      g_assert_cmpfloat (items[i].bounds.x + items[i].bounds.width, <=, STRIP + 2);
      g_assert_cmpfloat (items[i].bounds.y + items[i].bounds.height, <=, 40);
      if (items[i].kind == DTL_ITEM_DENSITY)
        n_events += items[i].count;
    }
  g_assert_cmpuint (n_events, ==, 4);
}

static DtlRect
find_window (const Fixture *fixture)
{
  g_autoptr (DtlScene) over =
      dtl_minimap_run_window (fixture->layout, &fixture->viewport, STRIP, 40);
  guint n_items;
  const DtlItem *items = dtl_scene_get_items (over, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == DTL_ITEM_WINDOW)
      return items[i].bounds;
  g_assert_not_reached ();
}

static void
test_window (Fixture *fixture, gconstpointer data)
{
  DtlRect window;

  for (int x = 0; x <= STRIP; x += 40)
    {
      dtl_viewport_zoom (&fixture->viewport, 1.5, WIDTH / 2);
      dtl_minimap_center (fixture->layout, STRIP, x, &fixture->viewport);
      window = find_window (fixture);
      g_assert_cmpfloat (window.width, >=, 4);
      g_assert_cmpfloat (window.x, >=, 0);
      g_assert_cmpfloat (window.x + window.width, <=, STRIP);
      g_assert_cmpfloat (window.x, <=, x);
      g_assert_cmpfloat (window.x + window.width, >=, x);
    }
}

static const DtlItem *
find_era (const DtlScene *scene, const char *title)
{
  guint n_items;
  const DtlItem *items = dtl_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == DTL_ITEM_BAND && items[i].event == 0 &&
        g_strcmp0 (items[i].text, title) == 0)
      return &items[i];
  return NULL;
}

/* The long one above, what follows another beside it, what lies in it beneath; none
 * of the lanes' labels reaches up into their names. */
static void
test_eras (Fixture *fixture, gconstpointer data)
{
  const DtlEra eras[] = {
    { "Early", make_day (1700, 1, 1).start, make_day (1730, 1, 1).start },
    { "Late", make_day (1730, 1, 1).start, make_day (1750, 1, 1).start },
    { "Century", make_day (1700, 1, 1).start, make_day (1800, 1, 1).start },
  };
  g_autoptr (DtlScene) scene = NULL;
  const DtlItem *early, *late, *century, *items;
  guint n_items;

  fixture->options.eras = eras;
  fixture->options.n_eras = G_N_ELEMENTS (eras);
  scene = dtl_layout_run (fixture->layout, &fixture->viewport, &fixture->options);
  early = find_era (scene, "Early");
  late = find_era (scene, "Late");
  century = find_era (scene, "Century");

  g_assert_cmpfloat (century->bounds.y, ==, 0);
  g_assert_cmpfloat (early->bounds.y, >, 0);
  g_assert_cmpfloat (early->bounds.y, ==, late->bounds.y);
  g_assert_cmpfloat_with_epsilon (early->bounds.x + early->bounds.width, late->bounds.x,
                                  1e-6);
  items = dtl_scene_get_items (scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == DTL_ITEM_LABEL)
      g_assert_cmpfloat (items[i].bounds.y, >=, early->bounds.y + 14);
}

static void
test_earth (void)
{
  g_autoptr (GArray) eras = dtl_eras_list_of_earth ();

  for (guint i = 0; i < eras->len; i++)
    {
      const DtlEra *era = &g_array_index (eras, DtlEra, i);

      g_assert_cmpint (era->start, <, era->end);
      g_assert_cmpint (era->start, >, DTL_TIME_MIN);
    }
}

static void
test_empty (void)
{
  g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();
  g_autoptr (DtlLayout) layout = dtl_layout_new (timeline, &dtl_measure_counting);
  DtlLayoutOptions options = { .label = DTL_LABEL_STYLE_INIT, .now = DTL_TIME_PAST };
  DtlViewport viewport = { .seconds_per_pixel = 1, .width = 1, .height = 1 };
  g_autoptr (DtlScene) strip = dtl_minimap_run (layout, &options, 1, 1);
  g_autoptr (DtlScene) over = dtl_minimap_run_window (layout, &viewport, 1, 1);
  g_autoptr (DtlMoment) moment = dtl_moment_new (layout, &viewport, &options, 0, 5);

  g_assert_cmpuint (moment->events->len, ==, 0);
}

static void
add (const char *name, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (name, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/moment/alive", test_alive);
  add ("/moment/nothing alive", test_nothing_alive);
  add ("/moment/more than wanted", test_more_alive);
  add ("/moment/to the day", test_date_of_a_day);
  add ("/moment/lit", test_lit);
  add ("/minimap/counts everything", test_density);
  add ("/minimap/window", test_window);
  add ("/eras/stacked", test_eras);
  g_test_add_func ("/eras/of the Earth", test_earth);
  g_test_add_func ("/minimap/empty", test_empty);

  return g_test_run ();
}
