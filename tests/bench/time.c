/* Dates: conversion, relations, EDTF, ISO 8601, labels, ticks. */

#include "time/dtl-label.h"
#include "time/dtl-relation.h"
#include "time/dtl-ticks.h"
#include "time/forms/dtl-edtf.h"
#include "time/forms/dtl-iso8601.h"

#include "bench/bench.h"

#include <string.h>

#define N 100000

/* Results go here, so that no compiler leaves the work out. */
static volatile gint64 sink;

typedef struct {
  gint64 days[N];
} Days;

static void
run_civil_from_days (gpointer data)
{
  const Days *days = data;
  gint64 sum = 0;

  for (guint i = 0; i < N; i++)
    {
      gint64 year;
      int month, day;

      dtl_gregorian_from_day (days->days[i], &year, &month, &day);
      sum += year + month + day;
    }
  sink = sum;
}

static void
run_days_from_civil (gpointer data)
{
  const Days *days = data;
  gint64 sum = 0;

  for (guint i = 0; i < N; i++)
    sum += dtl_gregorian_to_day (days->days[i] / 366, 1 + i % 12, 1 + i % 28);
  sink = sum;
}

/* Both ways, over the years that a calendar is used for. */
typedef struct {
  DtlCalendar calendar;
  gint64 days[N];
} CalendarDays;

static void
run_calendar (gpointer data)
{
  const CalendarDays *days = data;
  gint64 sum = 0;

  for (guint i = 0; i < N; i++)
    {
      DtlCalendarDate date;
      gint64 day;

      if (dtl_calendar_from_day (days->calendar, days->days[i], &date, NULL) &&
          dtl_calendar_to_day (days->calendar, &date, &day, NULL))
        sum += day;
    }
  sink = sum;
}

static void
bench_calendars (GRand *rand)
{
  static CalendarDays days;

  for (int calendar = 0; calendar < DTL_N_CALENDARS; calendar++)
    {
      g_autofree char *name =
          g_strdup_printf ("time: %s both ways",
                           dtl_calendar_get_name ((DtlCalendar) calendar));
      gboolean french = calendar == DTL_CALENDAR_FRENCH_REPUBLICAN;

      days.calendar = (DtlCalendar) calendar;
      for (guint i = 0; i < N; i++)
        days.days[i] = french ? g_rand_int_range (rand, -64700, -59700)
                              : g_rand_int_range (rand, -11900, 39000);
      bench_run (name, 20, N, run_calendar, &days);
    }
}

/* As many as stay in the nearest cache. */
typedef struct {
  DtlExtent extents[256];
} Extents;

static DtlRelation
get_next_relation (DtlRelation relation)
{
  return relation + 1 < DTL_N_RELATIONS ? relation + 1 : 0;
}

/* Each relation in turn, of pairs in no order. */
static void
run_relation (gpointer data)
{
  const Extents *extents = data;
  DtlRelation relation = DTL_RELATION_BEFORE;
  guint n = 0;

  for (guint i = 0; i < N; i++)
    {
      n += dtl_relation_is_possible (relation, &extents->extents[i % 256],
                                     &extents->extents[(i * 7 + 1) % 256]);
      relation = get_next_relation (relation);
    }
  sink = n;
}

static void
run_certainty (gpointer data)
{
  const Extents *extents = data;
  DtlRelation relation = DTL_RELATION_BEFORE;
  guint n = 0;

  for (guint i = 0; i < N; i++)
    {
      n += dtl_relation_get_certainty (relation, &extents->extents[i % 256],
                                       &extents->extents[(i * 7 + 1) % 256]);
      relation = get_next_relation (relation);
    }
  sink = n;
}

static void
run_overlap (gpointer data)
{
  const Extents *extents = data;
  guint n = 0;

  for (guint i = 0; i < N; i++)
    n += dtl_relation_get_overlap (&extents->extents[i % 256],
                                   &extents->extents[(i * 7 + 1) % 256]);
  sink = n;
}

static void
bench_relations (GRand *rand)
{
  static Extents extents;

  for (guint i = 0; i < G_N_ELEMENTS (extents.extents); i++)
    {
      gint64 first = g_rand_int_range (rand, 0, 2000),
             last = first + g_rand_int_range (rand, 0, 200);
      DtlExtent start = dtl_extent_from_days (first, first + 30, DTL_PRECISION_MONTH);
      DtlExtent end = dtl_extent_from_days (last, last + 30, DTL_PRECISION_MONTH);

      extents.extents[i] = i % 2 == 0 ? dtl_extent_span (&start, &end) : start;
    }
  bench_run ("time: an Allen relation, possible or not", 50, N, run_relation, &extents);
  bench_run ("time: an Allen relation, how certain", 50, N, run_certainty, &extents);
  bench_run ("time: alive at the same time", 50, N, run_overlap, &extents);
}

static const char *const iso_texts[] = { "1984",
                                         "1953-07-27",
                                         "2023-W30-4",
                                         "2023208",
                                         "2023-07-27T10:30:05+05:30",
                                         "1914-06-28/08-04",
                                         "2023-07-27/P1Y2M3D" };

static void
run_read_iso (gpointer data)
{
  DtlExtent extent;
  DtlLoss loss;
  gint64 sum = 0;

  for (guint i = 0; i < N; i++)
    {
      const char *text = iso_texts[i % G_N_ELEMENTS (iso_texts)];

      if (dtl_iso8601_read (text, strlen (text), &extent, &loss, NULL))
        sum += extent.start & 1;
    }
  sink = sum;
}

static const char *const texts[] = { "1984",        "1953-07-27", "-0043-03-15",
                                     "1984-06?",    "196X",       "1914/1918",
                                     "1948/..",     "Y-66E6S2",   "1984-06-XX",
                                     "[1914..1918]" };

static void
run_parse (gpointer data)
{
  DtlExtent extent;
  gint64 sum = 0;

  for (guint i = 0; i < N; i++)
    {
      const char *text = texts[i % G_N_ELEMENTS (texts)];

      if (dtl_edtf_parse (text, strlen (text), &extent, NULL, NULL))
        sum += extent.start & 1;
    }
  sink = sum;
}

static void
run_format (gpointer data)
{
  DtlExtent extents[G_N_ELEMENTS (texts)];
  gint64 sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    dtl_edtf_parse (texts[i], strlen (texts[i]), &extents[i], NULL, NULL);
  for (guint i = 0; i < N; i++)
    {
      g_autofree char *text = dtl_edtf_format (&extents[i % G_N_ELEMENTS (texts)]);

      sum += text[0];
    }
  sink = sum;
}

typedef struct {
  const char *text;
  DtlCalendar calendar;
} Labelled;

static void
run_label (gpointer data)
{
  const Labelled *labelled = data;
  const char *text = labelled->text;
  const DtlLabelStyle style = { NULL, FALSE, labelled->calendar };
  DtlExtent extent;
  gint64 sum = 0;

  g_assert_true (dtl_edtf_parse (text, strlen (text), &extent, NULL, NULL));
  for (guint i = 0; i < N; i++)
    {
      g_autofree char *label = dtl_label_extent (&extent, &style);

      sum += label[0];
    }
  sink = sum;
}

static void
run_ticks (gpointer data)
{
  const DtlLabelStyle style = DTL_LABEL_STYLE_INIT;
  gint64 sum = 0;

  for (DtlTickStep step = 0; step < dtl_ticks_get_n_steps (); step++)
    {
      gint64 width = dtl_ticks_get_step_seconds (step) * 2;
      g_autoptr (GArray) ticks = dtl_ticks_list (step, -width, width * 5, 240, &style);

      sum += ticks->len;
    }
  sink = sum;
}

static void
run_tick_labels (gpointer data)
{
  const DtlLabelStyle style = DTL_LABEL_STYLE_INIT;
  gint64 sum = 0;

  for (DtlTickStep step = 0; step < dtl_ticks_get_n_steps (); step++)
    {
      g_autofree char *label = dtl_ticks_dup_label (step, 0, &style);

      sum += label[0];
    }
  sink = sum;
}

static void
bench_labels (void)
{
  static const Labelled rows[] = {
    { "1984", DTL_CALENDAR_HISTORICAL },
    { "1953-07-27", DTL_CALENDAR_HISTORICAL },
    { "1914-06-28/1914-08-04", DTL_CALENDAR_HISTORICAL },
    { "1914~/1918?", DTL_CALENDAR_HISTORICAL },
    { "-1199~", DTL_CALENDAR_HISTORICAL },
    { "18XX", DTL_CALENDAR_HISTORICAL },
    { "[1940..1943]", DTL_CALENDAR_HISTORICAL },
    { "[1941-03-04..1943-11-12]", DTL_CALENDAR_HISTORICAL },
    { "Y-66E6S2", DTL_CALENDAR_HISTORICAL },
    { "1953-07-27", DTL_CALENDAR_HEBREW },
    { "1953", DTL_CALENDAR_HEBREW },
    { "1953-07-27", DTL_CALENDAR_CHINESE },
    { "1953-07-27", DTL_CALENDAR_ROMAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strdup_printf ("time: label %s, %s", rows[i].text,
                                               dtl_calendar_get_name (rows[i].calendar));
      Labelled row = rows[i];

      bench_run (name, 20, N, run_label, &row);
    }
}

int
main (void)
{
  static Days days;
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);

  for (guint i = 0; i < N; i++)
    days.days[i] = g_rand_int_range (rand, -500000000, 500000000);

  bench_run ("time: civil from days", 50, N, run_civil_from_days, &days);
  bench_run ("time: days from civil", 50, N, run_days_from_civil, &days);
  bench_calendars (rand);
  bench_relations (rand);
  bench_run ("time: parse EDTF", 50, N, run_parse, NULL);
  bench_run ("time: format EDTF", 50, N, run_format, NULL);
  bench_run ("time: read ISO 8601", 50, N, run_read_iso, NULL);
  bench_labels ();
  bench_run ("time: list the ticks of a window", 50, (guint) dtl_ticks_get_n_steps (),
             run_ticks, NULL);
  bench_run ("time: label of a tick", 200, (guint) dtl_ticks_get_n_steps (),
             run_tick_labels, NULL);
  return 0;
}
