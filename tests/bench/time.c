/* Dates: conversion, EDTF, labels, ticks. */

#include "time/dtl-edtf.h"
#include "time/dtl-label.h"
#include "time/dtl-ticks.h"

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

static void
run_label (gpointer data)
{
  const char *text = data;
  const DtlLabelStyle style = DTL_LABEL_STYLE_INIT;
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

int
main (void)
{
  static Days days;
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  static char year[] = "1984", day[] = "1953-07-27", span[] = "1914-06-28/1914-08-04",
              about[] = "-1199~", century[] = "18XX", ago[] = "Y-66E6S2";

  for (guint i = 0; i < N; i++)
    days.days[i] = g_rand_int_range (rand, -500000000, 500000000);

  bench_run ("time: civil from days", 50, N, run_civil_from_days, &days);
  bench_run ("time: days from civil", 50, N, run_days_from_civil, &days);
  bench_run ("time: parse EDTF", 50, N, run_parse, NULL);
  bench_run ("time: format EDTF", 50, N, run_format, NULL);
  bench_run ("time: label 1984", 50, N, run_label, year);
  bench_run ("time: label 27 July 1953", 50, N, run_label, day);
  bench_run ("time: label 28 June to 4 August 1914", 50, N, run_label, span);
  bench_run ("time: label about 1200 BC", 50, N, run_label, about);
  bench_run ("time: label between 1800 and 1899", 50, N, run_label, century);
  bench_run ("time: label 67-66 million years ago", 50, N, run_label, ago);
  bench_run ("time: list the ticks of a window", 50, (guint) dtl_ticks_get_n_steps (),
             run_ticks, NULL);
  bench_run ("time: label of a tick", 200, (guint) dtl_ticks_get_n_steps (),
             run_tick_labels, NULL);
  return 0;
}
