#include "canvas-events.h"

#include <math.h>
#include <string.h>

#define YEARS 500
#define DAYS_A_YEAR 365.2425
#define MOST_YEARS 40 /* of an interval */

static char *
create_title (GRand *rand)
{
  int letters = g_rand_int_range (rand, 20, 61);
  char *title = g_malloc ((gsize) letters + 1);

  for (int i = 0; i < letters; i++)
    title[i] = (char) (i % 7 == 6 ? ' ' : 'a' + g_rand_int_range (rand, 0, 26));
  title[letters] = '\0';
  return title;
}

static DtlExtent
create_extent (GRand *rand)
{
  double year = YEARS * (1 - pow (g_rand_double (rand), 2.5));
  gint64 day = (gint64) ((year - YEARS) * DAYS_A_YEAR);
  DtlExtent extent = dtl_extent_from_days (day, day, DTL_PRECISION_DAY);

  if (g_rand_double (rand) < 0.3)
    {
      gint64 days = 1 + (gint64) (365 * MOST_YEARS * pow (g_rand_double (rand), 6));
      DtlExtent last = dtl_extent_from_days (day + days, day + days, DTL_PRECISION_DAY);

      extent = dtl_extent_span (&extent, &last);
    }

  return extent;
}

DtlTimeline *
canvas_events_new (guint n, GRand *rand, gsize *ret_text_bytes)
{
  DtlTimeline *timeline = dtl_timeline_new ();
  DtlId lane = dtl_timeline_add_lane (timeline, "Events");

  *ret_text_bytes = 0;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = create_title (rand);
      DtlEvent event = { .lane = lane,
                         .title = title,
                         .importance = (float) g_rand_double (rand) };

      event.extent = create_extent (rand);
      dtl_timeline_add_event (timeline, &event);
      *ret_text_bytes += strlen (title) + 1;
    }

  return timeline;
}
