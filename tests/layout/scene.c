/* From a timeline and a viewport to a scene: what must hold for any of them. */

#include "layout/dtl-layout.h"
#include "layout/dtl-mark.h"

#include <math.h>
#include <string.h>

#define ROUNDS 150
#define STEPS 12

#define YEAR DTL_SECONDS_PER_YEAR

/* --- timelines --- */

static const char *const titles[] = {
  "Bridge", "Opening of the new observatory",
  "",       "Strike at the harbour ends after eleven weeks",
  "Fire",   "The river is moved into its new bed for the last time this century",
  "😀😀😀",    "\u200fمعاهدة",
};

static DtlExtent
choose_extent (GRand *rand, double scale)
{
  gint64 day = (gint64) (pow (g_rand_double (rand), 3) * scale / DTL_SECONDS_PER_DAY);
  gint64 days = (gint64) (pow (g_rand_double (rand), 9) * scale / DTL_SECONDS_PER_DAY);
  DtlExtent first = dtl_extent_from_days (day, day + days / 50, DTL_PRECISION_DAY);
  DtlExtent last = dtl_extent_from_days (day + days, day + days, DTL_PRECISION_DAY);

  switch (g_rand_int_range (rand, 0, 10))
    {
    case 0:
    case 1:
    case 2:
      return dtl_extent_span (&first, &last);
    case 3:
      return dtl_extent_since (&first);
    case 4:
      return dtl_extent_until (&first);
    case 5:
      return g_rand_boolean (rand) ? dtl_extent_before (&first)
                                   : dtl_extent_after (&first);
    case 6:
      first.flags |= DTL_EXTENT_APPROXIMATE;
      return first;
    default:
      return first;
    }
}

static DtlTimeline *
create_timeline (GRand *rand)
{
  DtlTimeline *timeline = dtl_timeline_new ();
  int n_lanes = g_rand_int_range (rand, 1, 4);
  int n = g_rand_int_range (rand, 1, g_rand_boolean (rand) ? 40 : 1500);
  double scale = exp (g_rand_double_range (rand, 10, 38));
  DtlId lanes[4];

  for (int i = 0; i < n_lanes; i++)
    lanes[i] = dtl_timeline_add_lane (timeline, titles[i]);
  for (int i = 0; i < n; i++)
    {
      DtlEvent event = { 0 };

      event.lane = lanes[g_rand_int_range (rand, 0, n_lanes)];
      event.title = titles[g_rand_int_range (rand, 0, G_N_ELEMENTS (titles))];
      event.extent = choose_extent (rand, scale);
      event.importance = (float) g_rand_double (rand);
      dtl_timeline_add_event (timeline, &event);
    }

  return timeline;
}

typedef struct {
  DtlTimeline *timeline;
  DtlLayout *layout;
  DtlViewport viewport;
  DtlLayoutOptions options;
} Canvas;

static void
init_canvas (Canvas *canvas, DtlTimeline *timeline, double width, double height)
{
  DtlTime start = 0, end = DTL_SECONDS_PER_DAY;

  *canvas = (Canvas){ .timeline = timeline };
  canvas->layout = dtl_layout_new (timeline, &dtl_measure_counting);
  canvas->viewport =
      (DtlViewport){ .seconds_per_pixel = 1, .width = width, .height = height };
  canvas->options =
      (DtlLayoutOptions){ .label = DTL_LABEL_STYLE_INIT, .now = DTL_TIME_PAST };
  dtl_timeline_get_range (timeline, &start, &end);
  dtl_viewport_fit (&canvas->viewport, start, end);
}

/* The same timeline with its gaps shortened. */
static void
shorten_gaps (Canvas *canvas)
{
  DtlTime start = 0, end = DTL_SECONDS_PER_DAY;

  dtl_timeline_get_range (canvas->timeline, &start, &end);
  canvas->viewport.scale = dtl_scale_new (DTL_SCALE_GAPS, canvas->timeline);
  dtl_viewport_fit (&canvas->viewport, start, end);
}

static void
clear_canvas (Canvas *canvas)
{
  dtl_scale_unref (canvas->viewport.scale);
  dtl_layout_free (canvas->layout);
  dtl_timeline_unref (canvas->timeline);
}

static DtlScene *
run (const Canvas *canvas)
{
  return dtl_layout_run (canvas->layout, &canvas->viewport, &canvas->options);
}

static void
step (Canvas *canvas, GRand *rand)
{
  if (g_rand_boolean (rand))
    dtl_viewport_pan (&canvas->viewport, g_rand_double_range (rand, -700, 700));
  else
    dtl_viewport_zoom (&canvas->viewport, exp (g_rand_double_range (rand, -1.5, 2)),
                       g_rand_double_range (rand, 0, canvas->viewport.width));
  canvas->viewport.scroll = g_rand_double_range (rand, 0, 300);
  canvas->options.selected =
      g_rand_boolean (rand) ? 0 : (DtlId) g_rand_int_range (rand, 0, 50);
  canvas->options.hovered = (DtlId) g_rand_int_range (rand, 0, 50);
}

/* --- laws --- */

static gboolean
overlap (const DtlRect *a, const DtlRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
         b->y < a->y + a->height;
}

static void
check_no_overlap (const DtlItem *items, guint n, DtlItemKind kind, gboolean texts)
{
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      if (items[i].kind == kind && items[j].kind == kind &&
          (items[i].text != NULL || !texts) && (items[j].text != NULL || !texts))
        g_assert_false (overlap (&items[i].bounds, &items[j].bounds));
}

/* TRUE where what is drawn of the event begins in the window. */
static gboolean
is_in_view (const Canvas *canvas, const DtlExtent *extent)
{
  DtlMarkRange range = { .scale = canvas->viewport.scale };
  DtlMark mark;
  double x;

  dtl_timeline_get_range (canvas->timeline, &range.start, &range.end);
  mark = dtl_mark_from_extent (extent, &range);
  x = dtl_viewport_get_x_at (&canvas->viewport, mark.start);
  /* A point may lie a little to the right of where it begins. */
  return x >= 0 && x < canvas->viewport.width - 10;
}

static gboolean
is_lane_in_view (const DtlItem *items, guint n, DtlId lane)
{
  for (guint i = 0; i < n; i++)
    if (items[i].kind == DTL_ITEM_LANE && items[i].lane == lane)
      return TRUE;
  return FALSE;
}

/* Every event that begins in the window has a mark of its own, or is counted in
 * a column of the ridge: never both, never neither. */
static void
check_all_there (const Canvas *canvas, const DtlItem *items, guint n)
{
  g_autoptr (GHashTable) drawn = g_hash_table_new (NULL, NULL);
  guint expected = 0, counted = 0, marked = 0;

  for (guint i = 0; i < n; i++)
    if (items[i].kind == DTL_ITEM_DENSITY)
      counted += items[i].count;
    else if (items[i].event != 0)
      g_hash_table_add (drawn, GUINT_TO_POINTER (items[i].event));

  for (guint i = 0; i < dtl_timeline_get_n_events (canvas->timeline); i++)
    {
      DtlEvent event;

      dtl_timeline_get_event (canvas->timeline, i, &event);
      if (!is_in_view (canvas, &event.extent) || !is_lane_in_view (items, n, event.lane))
        continue;
      expected++;
      marked += g_hash_table_contains (drawn, GUINT_TO_POINTER (event.id));
    }
  g_assert_cmpuint (marked + counted, >=, expected);
}

static void
check_bounds (const Canvas *canvas, const DtlItem *items, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const DtlRect *bounds = &items[i].bounds;

      g_assert_cmpfloat (bounds->width, >=, 0);
      g_assert_cmpfloat (bounds->height, >=, 0);
      g_assert_cmpfloat (bounds->x, <=, canvas->viewport.width);
      g_assert_cmpfloat (bounds->x + bounds->width, >=, 0);
      g_assert_cmpfloat (bounds->width, <=, canvas->viewport.width + 400);
    }
}

/* Where nothing lies over it, what is drawn can be picked. */
static void
check_picking (const DtlScene *scene, const DtlItem *items, guint n, double height)
{
  for (guint i = 0; i < n; i++)
    {
      double x = items[i].bounds.x + items[i].bounds.width / 2;
      double y = items[i].bounds.y + items[i].bounds.height / 2;

      if (items[i].kind == DTL_ITEM_LABEL && y < height)
        {
          const DtlItem *picked = dtl_scene_pick (scene, x, y, 0);

          g_assert_nonnull (picked);
          g_assert_cmpuint (picked->event, ==, items[i].event);
        }
    }
}

static void
check_selected (const Canvas *canvas, const DtlItem *items, guint n)
{
  int position = dtl_timeline_find_event (canvas->timeline, canvas->options.selected);
  gboolean labelled = FALSE;
  DtlEvent event;

  if (position < 0)
    return;
  dtl_timeline_get_event (canvas->timeline, (guint) position, &event);
  if (!is_in_view (canvas, &event.extent) || !is_lane_in_view (items, n, event.lane))
    return;
  for (guint i = 0; i < n; i++)
    labelled =
        labelled || (items[i].kind == DTL_ITEM_LABEL && items[i].event == event.id &&
                     (items[i].flags & DTL_ITEM_SELECTED) != 0);
  g_assert_true (labelled);
}

static void
test_laws (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (int round = 0; round < ROUNDS; round++)
    {
      Canvas canvas;

      init_canvas (&canvas, create_timeline (rand), g_rand_double_range (rand, 200, 2500),
                   g_rand_double_range (rand, 150, 1500));
      if (round % 2 == 1)
        shorten_gaps (&canvas);
      for (int i = 0; i < STEPS; i++)
        {
          g_autoptr (DtlScene) scene = run (&canvas);
          const DtlItem *items;
          guint n;

          items = dtl_scene_get_items (scene, &n);
          check_no_overlap (items, n, DTL_ITEM_LABEL, FALSE);
          check_no_overlap (items, n, DTL_ITEM_TICK, TRUE);
          check_no_overlap (items, n, DTL_ITEM_MORE, FALSE);
          check_no_overlap (items, n, DTL_ITEM_CONTEXT, FALSE);
          check_all_there (&canvas, items, n);
          check_bounds (&canvas, items, n);
          check_picking (scene, items, n, canvas.viewport.height - 60);
          check_selected (&canvas, items, n);
          step (&canvas, rand);
        }
      clear_canvas (&canvas);
    }
}

/* A layout that has seen much and one that has seen nothing agree. */
static void
test_history (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (int round = 0; round < ROUNDS / 3; round++)
    {
      Canvas canvas;

      init_canvas (&canvas, create_timeline (rand), 1280, 720);
      for (int i = 0; i < STEPS; i++)
        {
          g_autoptr (DtlLayout) fresh =
              dtl_layout_new (canvas.timeline, &dtl_measure_counting);
          g_autoptr (DtlScene) scene = run (&canvas);
          g_autoptr (DtlScene) expected =
              dtl_layout_run (fresh, &canvas.viewport, &canvas.options);
          g_autofree char *dump = dtl_scene_dump (scene);
          g_autofree char *expected_dump = dtl_scene_dump (expected);

          g_assert_cmpstr (dump, ==, expected_dump);
          step (&canvas, rand);
        }
      clear_canvas (&canvas);
    }
}

/* --- single things --- */

/* In the only lane there is. */
static DtlId
add_event (DtlTimeline *timeline, const char *title, const DtlExtent *extent)
{
  DtlEvent event = { .title = title, .extent = *extent, .importance = 0.5f };
  DtlLane lane;

  if (dtl_timeline_get_n_lanes (timeline) == 0)
    dtl_timeline_add_lane (timeline, "Lane");
  dtl_timeline_get_lane (timeline, 0, &lane);
  event.lane = lane.id;
  return dtl_timeline_add_event (timeline, &event);
}

static const DtlItem *
find_item (const DtlScene *scene, DtlItemKind kind, DtlId event)
{
  const DtlItem *items;
  guint n;

  items = dtl_scene_get_items (scene, &n);
  for (guint i = 0; i < n; i++)
    if (items[i].kind == kind && items[i].event == event)
      return &items[i];
  return NULL;
}

/* "in 1984" is a point from afar, and from near a band as wide as the year. */
static void
test_coarse_dates (void)
{
  DtlTimeline *timeline = dtl_timeline_new ();
  DtlExtent year = dtl_extent_from_days (5113, 5478, DTL_PRECISION_YEAR);
  DtlExtent early = dtl_extent_from_days (-30000, -30000, DTL_PRECISION_DAY);
  DtlId event = add_event (timeline, "A year", &year);
  g_autoptr (DtlScene) far = NULL;
  g_autoptr (DtlScene) near = NULL;
  const DtlItem *band;
  Canvas canvas;

  add_event (timeline, "Long before", &early);
  init_canvas (&canvas, timeline, 1000, 600);
  far = run (&canvas);
  g_assert_nonnull (find_item (far, DTL_ITEM_POINT, event));
  g_assert_null (find_item (far, DTL_ITEM_BAND, event));

  dtl_viewport_fit (&canvas.viewport, year.start, year.end);
  near = run (&canvas);
  g_assert_null (find_item (near, DTL_ITEM_POINT, event));
  band = find_item (near, DTL_ITEM_BAND, event);
  g_assert_nonnull (band);
  g_assert_cmpfloat_with_epsilon (band->bounds.x,
                                  dtl_viewport_get_x (&canvas.viewport, year.start), 1);
  g_assert_cmpfloat_with_epsilon (band->bounds.x + band->bounds.width,
                                  dtl_viewport_get_x (&canvas.viewport, year.end), 2);
  clear_canvas (&canvas);
}

/* The text of a bar that began long before the window is in it all the same. */
static void
test_long_bar (void)
{
  DtlTimeline *timeline = dtl_timeline_new ();
  DtlExtent first = dtl_extent_from_days (0, 0, DTL_PRECISION_DAY);
  DtlExtent last = dtl_extent_from_days (36500, 36500, DTL_PRECISION_DAY);
  DtlExtent century = dtl_extent_span (&first, &last);
  DtlId event = add_event (timeline, "A century", &century);
  Canvas canvas;

  init_canvas (&canvas, timeline, 1000, 600);
  dtl_viewport_zoom (&canvas.viewport, 50, 500);
  for (int i = 0; i < 40; i++)
    {
      g_autoptr (DtlScene) scene = run (&canvas);
      const DtlItem *label = find_item (scene, DTL_ITEM_LABEL, event);

      g_assert_nonnull (label);
      g_assert_cmpfloat (label->bounds.x, >=, 0);
      g_assert_cmpfloat (label->bounds.x + label->bounds.width, <=, 1000);
      dtl_viewport_pan (&canvas.viewport, 137);
    }
  clear_canvas (&canvas);
}

/* A point whose label has no room to its right is labelled to its left. */
static void
test_right_edge (void)
{
  DtlTimeline *timeline = dtl_timeline_new ();
  DtlExtent day = dtl_extent_from_days (0, 0, DTL_PRECISION_DAY);
  DtlId event = add_event (timeline, "An event with a title of some length", &day);
  Canvas canvas;

  init_canvas (&canvas, timeline, 1000, 600);
  canvas.viewport.seconds_per_pixel = 100000;
  for (double x = 500; x < 1000; x += 25)
    {
      g_autoptr (DtlScene) scene = NULL;
      const DtlItem *label;

      dtl_viewport_pan (&canvas.viewport, dtl_viewport_get_x (&canvas.viewport, 0) - x);
      scene = run (&canvas);
      label = find_item (scene, DTL_ITEM_LABEL, event);
      g_assert_nonnull (label);
      g_assert_cmpfloat (label->bounds.x + label->bounds.width, <=, 1000);
      g_assert_cmpfloat (label->bounds.width, >=, 250);
    }
  clear_canvas (&canvas);
}

/* A change of the timeline shows in the next run. */
static void
test_follows_timeline (void)
{
  DtlTimeline *timeline = dtl_timeline_new ();
  DtlExtent day = dtl_extent_from_days (0, 0, DTL_PRECISION_DAY);
  g_autoptr (DtlScene) before = NULL;
  g_autoptr (DtlScene) after = NULL;
  Canvas canvas;
  DtlId event;

  add_event (timeline, "First", &day);
  init_canvas (&canvas, timeline, 1000, 600);
  before = run (&canvas);
  event = add_event (timeline, "Second", &day);
  g_assert_null (find_item (before, DTL_ITEM_LABEL, event));
  after = run (&canvas);
  g_assert_nonnull (find_item (after, DTL_ITEM_LABEL, event));
  clear_canvas (&canvas);
}

static void
test_statuses (void)
{
  DtlTimeline *timeline = dtl_timeline_new ();
  DtlExtent day = dtl_extent_from_days (0, 0, DTL_PRECISION_DAY);
  DtlExtent later = dtl_extent_from_days (5, 5, DTL_PRECISION_DAY);
  DtlSource source = { .name = "a", .text = "", .text_length = 0 };
  DtlId origin = dtl_timeline_add_source (timeline, &source);
  DtlClaim claim = { .source = origin, .title = "Ceremony", .extent = day, .why = "" };
  DtlEvent event = { .title = "Ceremony", .extent = day, .n_claims = 2 };
  g_autoptr (DtlScene) scene = NULL;
  const DtlItem *point;
  DtlId claims[2];
  Canvas canvas;
  DtlId id;

  claim.status = DTL_CLAIM_PLANNED;
  claims[0] = dtl_timeline_add_claim (timeline, &claim);
  claim.extent = later;
  claims[1] = dtl_timeline_add_claim (timeline, &claim);
  event.claims = claims;
  event.lane = dtl_timeline_add_lane (timeline, "Lane");
  id = dtl_timeline_add_event (timeline, &event);
  init_canvas (&canvas, timeline, 1000, 600);
  canvas.viewport.seconds_per_pixel = 100000;
  canvas.options.hovered = id;
  scene = run (&canvas);

  point = find_item (scene, DTL_ITEM_POINT, id);
  g_assert_nonnull (point);
  g_assert_true (point->flags & DTL_ITEM_PLANNED);
  g_assert_true (point->flags & DTL_ITEM_DISPUTED);
  g_assert_true (point->flags & DTL_ITEM_HOVERED);
  g_assert_false (point->flags & DTL_ITEM_SELECTED);
  clear_canvas (&canvas);
}

/* --- bad input --- */

static void
check_runs (DtlTimeline *timeline)
{
  static const double sizes[][2] = { { 1, 1 },
                                     { 0, 0 },
                                     { 1280, 720 },
                                     { 20000, 3000 },
                                     { 300, 20 } };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (3);
      Canvas canvas;

      init_canvas (&canvas, dtl_timeline_ref (timeline), sizes[i][0], sizes[i][1]);
      for (int j = 0; j < STEPS; j++)
        {
          g_autoptr (DtlScene) scene = run (&canvas);
          guint n;

          dtl_scene_get_items (scene, &n);
          g_assert_cmpuint (n, <, 40000);
          step (&canvas, rand);
        }
      clear_canvas (&canvas);
    }
}

static void
test_empty (void)
{
  g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();

  check_runs (timeline);
}

static void
test_end_before_start (void)
{
  g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();
  DtlExtent extent = { .start = 1000,
                       .latest_start = -5,
                       .earliest_end = 7000,
                       .end = -1000 };

  add_event (timeline, "Backwards", &extent);
  extent.kind = DTL_EXTENT_SPAN;
  add_event (timeline, "Backwards too", &extent);
  check_runs (timeline);
}

static void
test_whole_of_time (void)
{
  g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();
  DtlExtent bounded = { .start = DTL_TIME_MIN, .latest_start = DTL_TIME_MAX - 1 };
  DtlExtent unbounded = { .start = DTL_TIME_PAST, .latest_start = DTL_TIME_FUTURE };

  bounded.earliest_end = DTL_TIME_MIN + 1;
  bounded.end = DTL_TIME_MAX;
  unbounded.earliest_end = DTL_TIME_PAST;
  unbounded.end = DTL_TIME_FUTURE;
  for (int kind = DTL_EXTENT_WITHIN; kind <= DTL_EXTENT_ALL_OF; kind++)
    {
      bounded.kind = unbounded.kind = (guint8) kind;
      add_event (timeline, "All", &bounded);
      add_event (timeline, "More than all", &unbounded);
    }
  check_runs (timeline);
}

static void
test_one_instant (void)
{
  g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();
  DtlExtent day = dtl_extent_from_days (19000, 19000, DTL_PRECISION_DAY);

  for (int i = 0; i < 20000; i++)
    add_event (timeline, "One of many", &day);
  check_runs (timeline);
}

static void
test_titles (void)
{
  g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();
  g_autofree char *huge = g_strnfill (100000, 'x');
  DtlExtent day = dtl_extent_from_days (0, 0, DTL_PRECISION_DAY);

  add_event (timeline, huge, &day);
  add_event (timeline, "", &day);
  add_event (timeline, "two\nlines\tand a tab", &day);
  add_event (timeline, "\u202ebackwards\u202e \u200f\u200f", &day);
  add_event (
      timeline,
      "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦",
      &day);
  check_runs (timeline);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/laws of every scene", test_laws);
  g_test_add_func ("/layout/history does not matter", test_history);
  g_test_add_func ("/layout/coarse dates are bands", test_coarse_dates);
  g_test_add_func ("/layout/text of a long bar", test_long_bar);
  g_test_add_func ("/layout/label at the right edge", test_right_edge);
  g_test_add_func ("/layout/follows the timeline", test_follows_timeline);
  g_test_add_func ("/layout/statuses", test_statuses);
  g_test_add_func ("/layout/bad/empty", test_empty);
  g_test_add_func ("/layout/bad/end before start", test_end_before_start);
  g_test_add_func ("/layout/bad/whole of time", test_whole_of_time);
  g_test_add_func ("/layout/bad/one instant", test_one_instant);
  g_test_add_func ("/layout/bad/titles", test_titles);

  return g_test_run ();
}
