/* Whole scenes, line by line, for a person to read: tests/golden/layout. */

#include "base/testing.h"
#include "layout/dtl-layout.h"

typedef struct {
  const char *title;
  const char *first, *last; /* days, "1969-07-20" or "1969"; @last for spans */
  float importance;
  guint32 flags; /* DtlExtentFlags to add */
} Row;

/* --- dates --- */

static DtlExtent
read_date (const char *text)
{
  DtlDate date = { .calendar = DTL_CALENDAR_GREGORIAN, .precision = DTL_PRECISION_YEAR };
  g_auto (GStrv) parts = g_strsplit (text, "-", 3);
  g_autoptr (GError) error = NULL;
  DtlExtent extent;

  date.year = g_ascii_strtoll (parts[0], NULL, 10);
  if (parts[1] != NULL)
    {
      date.precision = DTL_PRECISION_DAY;
      date.month = (int) g_ascii_strtoll (parts[1], NULL, 10);
      date.day = (int) g_ascii_strtoll (parts[2], NULL, 10);
    }
  dtl_extent_from_date (&date, &extent, &error);
  g_assert_no_error (error);

  return extent;
}

static void
add_rows (DtlTimeline *timeline, const char *lane, const Row *rows, gsize n)
{
  DtlId id = dtl_timeline_add_lane (timeline, lane);

  for (gsize i = 0; i < n; i++)
    {
      DtlEvent event = { .lane = id,
                         .title = rows[i].title,
                         .importance = rows[i].importance };

      event.extent = read_date (rows[i].first);
      if (rows[i].last != NULL)
        {
          DtlExtent last = read_date (rows[i].last);

          event.extent = dtl_extent_span (&event.extent, &last);
        }
      event.extent.flags |= (guint16) rows[i].flags;
      dtl_timeline_add_event (timeline, &event);
    }
}

/* --- timelines --- */

static const Row moon[] = {
  { "First satellite", "1957-10-04", NULL, 0.9f, 0 },
  { "Project Mercury", "1958", "1963", 0.6f, 0 },
  { "Agency founded", "1958", NULL, 0.4f, 0 },
  { "First man in orbit", "1961-04-12", NULL, 0.9f, 0 },
  { "President promises the Moon", "1961-05-25", NULL, 0.7f, 0 },
  { "Apollo programme", "1961", "1972", 0.9f, 0 },
  { "First walk in space", "1965-03-18", NULL, 0.6f, 0 },
  { "Two men walk on the Moon", "1969-07-20", NULL, 1, 0 },
  { "Last men leave the Moon", "1972-12-14", NULL, 0.7f, 0 },
};

static const Row harbour[] = {
  { "Harbour wall built", "1850", NULL, 0.5f, DTL_EXTENT_APPROXIMATE },
  { "Ferry runs", "1890", "1931", 0.8f, 0 },
  { "Storm", "1907-01-12", NULL, 0.6f, DTL_EXTENT_UNCERTAIN },
};

static DtlTimeline *
create_moon (void)
{
  DtlTimeline *timeline = dtl_timeline_new ();

  add_rows (timeline, "Moon", moon, G_N_ELEMENTS (moon));
  return timeline;
}

static DtlTimeline *
create_lanes (void)
{
  DtlTimeline *timeline = create_moon ();

  add_rows (timeline, "Harbour", harbour, G_N_ELEMENTS (harbour));
  return timeline;
}

/* Open and unknown ends, and bounds on one side only. */
static DtlTimeline *
create_ends (void)
{
  DtlTimeline *timeline = dtl_timeline_new ();
  DtlExtent year = read_date ("1900");
  DtlExtent later = read_date ("1950");
  DtlExtent extents[5];
  static const char *const titles[] = { "Since", "Until", "Before", "After",
                                        "Unknown end" };
  DtlId lane = dtl_timeline_add_lane (timeline, "Ends");

  extents[0] = dtl_extent_since (&year);
  extents[1] = dtl_extent_until (&later);
  extents[2] = dtl_extent_before (&year);
  extents[3] = dtl_extent_after (&later);
  extents[4] = dtl_extent_since (&year);
  extents[4].flags &= (guint16) ~DTL_EXTENT_OPEN_END;
  extents[4].flags |= DTL_EXTENT_UNKNOWN_END;
  for (gsize i = 0; i < G_N_ELEMENTS (extents); i++)
    {
      DtlEvent event = { .lane = lane, .title = titles[i], .extent = extents[i] };

      dtl_timeline_add_event (timeline, &event);
    }

  return timeline;
}

/* --- scenes --- */

typedef struct {
  const char *name;
  DtlTimeline *(*create) (void);
  double width, height;
  double zoom; /* into the middle */
  DtlId selected;
  gboolean rtl;
} Case;

static const Case cases[] = {
  { "moon", create_moon, 1000, 600, 1, 0, FALSE },
  { "moon-near", create_moon, 1000, 600, 40, 0, FALSE },
  { "moon-narrow", create_moon, 320, 400, 1, 9, FALSE },
  { "lanes", create_lanes, 1000, 700, 1, 0, FALSE },
  { "lanes-rtl", create_lanes, 1000, 700, 1, 0, TRUE },
  { "ends", create_ends, 1000, 600, 1, 0, FALSE },
};

static void
test_scene (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (DtlTimeline) timeline = test->create ();
  g_autoptr (DtlLayout) layout = dtl_layout_new (timeline, &dtl_measure_counting);
  g_autofree char *name = g_strdup_printf ("layout/%s.scene", test->name);
  DtlViewport viewport = { .seconds_per_pixel = 1,
                           .width = test->width,
                           .height = test->height };
  DtlLayoutOptions options = { .label = DTL_LABEL_STYLE_INIT };
  g_autoptr (DtlScene) scene = NULL;
  g_autofree char *dump = NULL;
  DtlTime start, end;

  options.selected = test->selected;
  options.rtl = test->rtl;
  options.now = 0;
  dtl_timeline_get_range (timeline, &start, &end);
  dtl_viewport_fit (&viewport, start, end);
  dtl_viewport_zoom (&viewport, test->zoom, test->width / 2);
  scene = dtl_layout_run (layout, &viewport, &options);
  dump = dtl_scene_dump (scene);
  testing_check_golden (name, dump);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/golden/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_scene);
    }

  return g_test_run ();
}
