/* What of a scene was there at a moment. */

#include "ui/dtl-alive.h"

#include "fixture.h"

#define YEAR DTL_SECONDS_PER_YEAR

static DtlExtent
make_extent (int first_year, int last_year)
{
  gint64 first = dtl_gregorian_to_day (first_year, 1, 1);
  gint64 last = dtl_gregorian_to_day (last_year, 12, 31);
  DtlExtent start = dtl_extent_from_days (first, first, DTL_PRECISION_DAY);
  DtlExtent end = dtl_extent_from_days (last, last, DTL_PRECISION_DAY);

  return dtl_extent_span (&start, &end);
}

static void
add_event (DtlTimeline *timeline, const char *title, const DtlExtent *extent)
{
  DtlEvent event = { .lane = dtl_timeline_add_lane (timeline, title),
                     .title = title,
                     .extent = *extent,
                     .importance = 0.5f };
  DtlSource source = { .name = title, .text = title, .text_length = strlen (title) };
  DtlClaim claim = { .title = title, .extent = *extent, .why = "as written" };
  DtlId id;

  claim.source = dtl_timeline_add_source (timeline, &source);
  id = dtl_timeline_add_claim (timeline, &claim);
  event.claims = &id;
  event.n_claims = 1;
  dtl_timeline_add_event (timeline, &event);
}

/* A war of 1900 to 1910, a peace since 1905, a reign until 1850, and a day. */
static DtlTimeline *
make_timeline (void)
{
  DtlTimeline *timeline = dtl_timeline_new ();
  gint64 day = dtl_gregorian_to_day (1930, 7, 1);
  DtlExtent war = make_extent (1900, 1910);
  DtlExtent from = make_extent (1905, 1905);
  DtlExtent to = make_extent (1850, 1850);
  DtlExtent peace = dtl_extent_since (&from);
  DtlExtent reign = dtl_extent_until (&to);
  DtlExtent moment = dtl_extent_from_days (day, day, DTL_PRECISION_DAY);

  add_event (timeline, "war", &war);
  add_event (timeline, "peace", &peace);
  add_event (timeline, "reign", &reign);
  add_event (timeline, "day", &moment);
  return timeline;
}

typedef struct {
  int year;
  const char *alive; /* titles, sorted */
} Case;

static const Case cases[] = {
  { 1800, "reign" },     { 1870, "" },      { 1902, "war" },
  { 1908, "peace war" }, { 1920, "peace" }, { 1930, "day peace" },
};

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
dup_titles (DtlTimeline *timeline, const GPtrArray *alive)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < alive->len; i++)
    {
      const DtlItem *item = alive->pdata[i];
      DtlEvent event;

      dtl_timeline_get_event (timeline,
                              (guint) dtl_timeline_find_event (timeline, item->event),
                              &event);
      if (!g_ptr_array_find_with_equal_func (titles, event.title, g_str_equal, NULL))
        g_ptr_array_add (titles, (gpointer) event.title);
    }
  g_ptr_array_sort (titles, compare_strings);
  g_ptr_array_add (titles, NULL);
  return g_strjoinv (" ", (char **) titles->pdata);
}

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (DtlTimeline) timeline = make_timeline ();
  g_autoptr (DtlLayout) layout = dtl_layout_new (timeline, &dtl_measure_counting);
  DtlLayoutOptions options = { .label = DTL_LABEL_STYLE_INIT, .now = DTL_TIME_PAST };
  DtlViewport viewport = { .width = 1500, .height = 3000 };
  g_autoptr (DtlScene) scene = NULL;
  g_autoptr (GPtrArray) alive = NULL;
  g_autofree char *titles = NULL;

  dtl_viewport_fit (&viewport, dtl_time_from_day (dtl_gregorian_to_day (1790, 1, 1)),
                    dtl_time_from_day (dtl_gregorian_to_day (1950, 1, 1)));
  scene = dtl_layout_run (layout, &viewport, &options);
  alive = dtl_alive_list (scene, timeline, &viewport,
                          dtl_time_from_day (dtl_gregorian_to_day (row->year, 7, 1)));
  titles = dup_titles (timeline, alive);
  g_assert_cmpstr (titles, ==, row->alive);
}

typedef struct {
  const char *name;
  double seconds_per_pixel;
  DtlPrecision precision;
} Zoom;

static const Zoom zooms[] = {
  { "closest", 1 / 64.0, DTL_PRECISION_SECOND },
  { "minutes", 30, DTL_PRECISION_MINUTE },
  { "days", 40000, DTL_PRECISION_DAY },
  { "years", 0.5 * YEAR, DTL_PRECISION_YEAR },
  { "decades", 3.0 * YEAR, DTL_PRECISION_DECADE },
  { "deep", 2e6 * YEAR, DTL_PRECISION_TEN_MILLION_YEARS },
  { "everything", 5e8 * YEAR, DTL_PRECISION_BILLION_YEARS },
};

static void
test_precision (gconstpointer data)
{
  const Zoom *zoom = data;

  g_assert_cmpint (dtl_alive_choose_precision (zoom->seconds_per_pixel), ==,
                   zoom->precision);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/alive/in/%d", cases[i].year);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      g_autofree char *path = g_strconcat ("/alive/precision/", zooms[i].name, NULL);

      g_test_add_data_func (path, &zooms[i], test_precision);
    }
  return g_test_run ();
}
