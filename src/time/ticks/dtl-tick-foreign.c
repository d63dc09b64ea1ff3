/* Walking an axis in a calendar with months, years and eras of its own. Nothing is
 * known here of any of them but that days are numbered from 1, and follow one
 * another without a gap. */

#include "time/calendars/dtl-calendar-private.h"
#include "time/ticks/dtl-tick-axis.h"

/* No year has more: the Hebrew and lunisolar leap years, the Coptic year. */
#define MOST_MONTHS 13

/* No month is longer, and only the last of some years, shorter than this. */
#define MOST_DAYS 32
#define LEAST_DAYS 27

typedef struct {
  gint64 day;
  DtlCalendarDate date;
} Label;

static gboolean
read_label (DtlCalendar calendar, gint64 day, Label *ret_label)
{
  ret_label->day = day;
  ret_label->date = (DtlCalendarDate){ 0 };
  return dtl_calendar_from_day (calendar, day, &ret_label->date, NULL);
}

static gboolean
is_same_month (const Label *a, const Label *b)
{
  return a->date.month == b->date.month && a->date.leap_month == b->date.leap_month;
}

/* --- days --- */

/* Days 1, 1 + n … of a month; none of them so late that the next month crowds it. */
static int
get_last_day (gint64 n)
{
  return n == 1 ? MOST_DAYS : (int) (31 - n);
}

static gint64
find_day_at (gint64 n, const Label *here)
{
  int day = MIN (here->date.day, get_last_day (n));

  day -= (int) ((day - 1) % n);
  return here->day - (here->date.day - day);
}

/* --- months --- */

static gint64
get_month_start (const Label *here)
{
  return here->day - (here->date.day - 1);
}

static gboolean
find_next_month (DtlCalendar calendar, const Label *start, Label *ret_next)
{
  int step = 1;

  if (read_label (calendar, start->day + LEAST_DAYS, ret_next) &&
      is_same_month (start, ret_next))
    step = LEAST_DAYS + 1;
  for (; step < MOST_DAYS + 1; step++)
    if (!read_label (calendar, start->day + step, ret_next))
      return FALSE;
    else if (!is_same_month (start, ret_next))
      return TRUE;
  return FALSE;
}

/* Months 1, 1 + n …; one that is there twice counts once, and the few days after the
 * twelfth in some calendars not at all. */
static gboolean
has_month_tick (gint64 n, const Label *start)
{
  return n == 1 || (!start->date.leap_month && start->date.month <= 12 &&
                    (start->date.month - 1) % n == 0);
}

static gboolean
find_month_at (gint64 n, DtlCalendar calendar, const Label *here, gint64 *ret_day)
{
  Label start = *here;

  for (int i = 0; i <= MOST_MONTHS; i++)
    {
      if (!read_label (calendar, get_month_start (&start), &start))
        return FALSE;
      if (has_month_tick (n, &start))
        {
          *ret_day = start.day;
          return TRUE;
        }
      start.day--;
      if (!read_label (calendar, start.day, &start))
        return FALSE;
    }
  return FALSE;
}

static gboolean
find_month_after (gint64 n, DtlCalendar calendar, const Label *here, gint64 *ret_day)
{
  Label start;

  if (!read_label (calendar, get_month_start (here), &start))
    return FALSE;
  for (int i = 0; i <= MOST_MONTHS; i++)
    {
      Label next;

      if (!find_next_month (calendar, &start, &next))
        return FALSE;
      if (has_month_tick (n, &next))
        {
          *ret_day = next.day;
          return TRUE;
        }
      start = next;
    }
  return FALSE;
}

static gboolean
find_day_after (gint64 n, DtlCalendar calendar, const Label *here, gint64 *ret_day)
{
  gint64 next = find_day_at (n, here) + n;
  Label label;

  if (read_label (calendar, next, &label) && is_same_month (here, &label) &&
      label.date.day <= get_last_day (n))
    {
      *ret_day = next;
      return TRUE;
    }
  return find_month_after (1, calendar, here, ret_day);
}

/* --- years --- */

/* Year 1 and the multiples of n. */
static gboolean
find_year (gint64 n, DtlCalendar calendar, const Label *here, gboolean after, gint64 *ret)
{
  gint64 at = here->date.year < n ? 1 : here->date.year - here->date.year % n;

  if (after)
    at = at == 1 && n > 1 ? n : at + n;
  return dtl_calendar_get_year_start (calendar, at, here->date.era, ret, NULL);
}

/* --- eras --- */

/* The first day of the era of a Japanese label, and that of the next; an era that
 * began in the middle of a year has its tick there. */
static gint64
get_era_day (int era)
{
  guint n_eras;
  const DtlJapaneseEra *eras = dtl_japanese_get_eras (&n_eras);

  return era < (int) n_eras ? eras[era].first_day : G_MAXINT64;
}

static gboolean
find_in_units (const DtlTickStride *stride,
               DtlCalendar calendar,
               const Label *here,
               gboolean after,
               gint64 *ret_day)
{
  switch (stride->unit)
    {
    case DTL_TICK_DAY:
      if (after)
        return find_day_after (stride->n, calendar, here, ret_day);
      *ret_day = find_day_at (stride->n, here);
      return TRUE;
    case DTL_TICK_MONTH:
      return (after ? find_month_after : find_month_at) (stride->n, calendar, here,
                                                         ret_day);
    default:
      return find_year (stride->n, calendar, here, after, ret_day);
    }
}

gboolean
dtl_tick_foreign_find (const DtlTickStride *stride,
                       DtlCalendar calendar,
                       DtlTime time,
                       gboolean after,
                       DtlTime *ret_tick)
{
  Label here;
  gint64 day = 0, era;
  gboolean found;

  if (!read_label (calendar, dtl_time_get_day (time), &here))
    return FALSE;
  found = find_in_units (stride, calendar, &here, after, &day);
  if (calendar == DTL_CALENDAR_JAPANESE)
    {
      era = get_era_day (here.date.era + after);
      if (!found || (after ? era < day : era > day))
        day = era;
      found = day != G_MAXINT64;
    }
  if (!found || ABS (day) > DTL_TIME_MAX / DTL_SECONDS_PER_DAY)
    return FALSE;
  *ret_tick = day * DTL_SECONDS_PER_DAY;
  return TRUE;
}
