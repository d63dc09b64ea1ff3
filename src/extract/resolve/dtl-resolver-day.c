/* Days said by the calendar: holidays, "14 July 1789", "the 15th", "on Wednesday". */

#include "extract/resolve/dtl-resolver-private.h"

static int
get (const DtlFields *fields, DtlField field)
{
  return dtl_fields_get (fields, field);
}

/* The @nth weekday (Monday is 1) of a month, the last for 0. */
static int
get_nth_weekday (gint64 year, int month, int nth, int weekday)
{
  DtlPoint first = dtl_point_month (year, month);
  DtlPoint next = dtl_point_move (&first, 1, DTL_UNIT_MONTH);
  gint64 days = dtl_point_get_first_day (&next) - dtl_point_get_first_day (&first);
  int first_weekday = dtl_day_get_weekday (dtl_point_get_first_day (&first));

  int first_day = 1 + (weekday - 1 - first_weekday + 7) % 7;

  if (nth == 0)
    nth = first_day + 28 <= days ? 5 : 4;
  return first_day + (nth - 1) * 7;
}

static DtlPoint
place_holiday (int holiday, gint64 year, const DtlCalendarSwitch *place)
{
  DtlPoint point = { .grain = DTL_GRAIN_DAY, .year = year, .place = place };

  if (holiday >= DTL_HOLIDAY_NTH)
    {
      point.month = holiday / 100 % 100;
      point.day = get_nth_weekday (year, point.month, holiday / 10 % 10, holiday % 10);
      return dtl_point_move (&point, holiday / DTL_HOLIDAY_NTH - 1, DTL_UNIT_DAY);
    }
  if (holiday >= DTL_HOLIDAY_EASTER - DTL_HOLIDAY_EASTER_RANGE)
    {
      point = dtl_point_easter (year, place);
      return dtl_point_move (&point, holiday - DTL_HOLIDAY_EASTER, DTL_UNIT_DAY);
    }
  point.month = holiday / 100;
  point.day = holiday % 100;
  return point;
}

gboolean
dtl_resolve_holiday (DtlResolver *resolver, guint index, DtlPoint *ret_point)
{
  const DtlFields *fields = &resolver->phrases[index].fields;
  int holiday = get (fields, DTL_FIELD_HOLIDAY);
  DtlPoint guess = place_holiday (holiday, 2000, NULL);
  gint64 year;

  if (!dtl_resolve_find_year (resolver, index, guess.month, guess.day, &year))
    return FALSE;
  *ret_point = place_holiday (holiday, year, resolver->country.change);
  return TRUE;
}

/* "Labor Day weekend": the nearest one. */
gboolean
dtl_resolve_holiday_weekend (DtlResolver *resolver, guint index, DtlPoint *ret_point)
{
  DtlPoint day;
  int weekday;

  if (!dtl_resolve_holiday (resolver, index, &day))
    return FALSE;
  weekday = dtl_day_get_weekday (dtl_point_get_first_day (&day));
  if (weekday < 3)
    day = dtl_point_move (&day, -1 - weekday, DTL_UNIT_DAY);
  *ret_point = dtl_point_round (&day, DTL_UNIT_WEEKEND);
  return TRUE;
}

/* Which of two numbers is the day: the place decides where both could be. */
static void
order_numeric (const DtlResolver *resolver, const DtlFields *fields, int *day, int *month)
{
  gboolean month_first = resolver->country.month_first;
  int swap = *day;

  if (!dtl_fields_has (fields, DTL_FIELD_NUMERIC) || (*month <= 12 && !month_first) ||
      *day > 12)
    return;
  *day = *month;
  *month = swap;
}

/* A year in which the date falls on the weekday that is named with it. */
static gint64
agree_with_weekday (DtlResolver *resolver, guint index, const DtlPoint *point)
{
  int weekday = get (&resolver->phrases[index].fields, DTL_FIELD_WEEKDAY);

  for (int i = 0; i < 5 && weekday > 0; i++)
    {
      DtlPoint moved = *point;

      moved.year += (i + 1) / 2 * (i % 2 == 1 ? -1 : 1);
      if (dtl_point_exists (&moved) &&
          dtl_day_get_weekday (dtl_point_get_first_day (&moved)) == weekday - 1)
        return moved.year;
    }
  return point->year;
}

static gboolean
place_day (DtlResolver *resolver, guint index, int month, int day, DtlPoint *ret_point)
{
  gint64 year;

  if (!dtl_resolve_find_year (resolver, index, month, day, &year))
    return FALSE;
  *ret_point = (DtlPoint){ .grain = DTL_GRAIN_DAY,
                           .year = year,
                           .month = month,
                           .day = day,
                           .place = resolver->country.change };
  return TRUE;
}

/* News of an unknown country: a date this near to the article's own shows by that
 * which way round it is written. */
#define NEAR_DAYS 31

static gboolean
is_nearer (const DtlResolver *resolver, const DtlPoint *point, const DtlPoint *other)
{
  gint64 published = dtl_point_get_first_day (&resolver->published);
  gint64 distance = ABS (dtl_point_get_first_day (point) - published);

  return distance <= NEAR_DAYS &&
         distance < ABS (dtl_point_get_first_day (other) - published);
}

static gboolean
may_be_swapped (const DtlResolver *resolver, const DtlFields *fields)
{
  return dtl_fields_has (fields, DTL_FIELD_NUMERIC) && resolver->has_published &&
         resolver->context->place == NULL && !dtl_resolver_is_narrative (resolver) &&
         get (fields, DTL_FIELD_DAY) <= 12 && get (fields, DTL_FIELD_MONTH) <= 12;
}

static gboolean
resolve_day (DtlResolver *resolver, guint index, DtlPoint *ret_point)
{
  const DtlFields *fields = &resolver->phrases[index].fields;
  int day = get (fields, DTL_FIELD_DAY), month = get (fields, DTL_FIELD_MONTH);
  gboolean stated = dtl_fields_has (fields, DTL_FIELD_YEAR);
  DtlPoint swapped;

  order_numeric (resolver, fields, &day, &month);
  if (!place_day (resolver, index, month, day, ret_point))
    return FALSE;
  if (may_be_swapped (resolver, fields) &&
      place_day (resolver, index, day, month, &swapped) &&
      is_nearer (resolver, &swapped, ret_point))
    *ret_point = swapped;
  if (!stated && !dtl_fields_has (fields, DTL_FIELD_UNIT))
    ret_point->year = agree_with_weekday (resolver, index, ret_point);
  return TRUE;
}

/* A day of another calendar, as one of ours. */
static gboolean
resolve_foreign_day (const DtlFields *fields,
                     const DtlCalendarSwitch *place,
                     DtlPoint *ret_point)
{
  static const struct {
    DtlField field;
    DtlCalendar calendar;
  } calendars[] = {
    { DTL_FIELD_HEBREW_MONTH, DTL_CALENDAR_HEBREW },
    { DTL_FIELD_PERSIAN_MONTH, DTL_CALENDAR_PERSIAN },
    { DTL_FIELD_ISLAMIC_MONTH, DTL_CALENDAR_ISLAMIC_CIVIL },
    { DTL_FIELD_REPUBLICAN_MONTH, DTL_CALENDAR_FRENCH_REPUBLICAN },
  };
  DtlCalendarDate date = { .year = get (fields, DTL_FIELD_YEAR),
                           .day = get (fields, DTL_FIELD_DAY) };
  gint64 day;

  for (guint i = 0; i < G_N_ELEMENTS (calendars); i++)
    {
      date.month = get (fields, calendars[i].field);
      if (date.month > 0 &&
          dtl_calendar_to_day (calendars[i].calendar, &date, &day, NULL))
        {
          *ret_point = dtl_point_from_day (day, place);
          return TRUE;
        }
    }
  return FALSE;
}

/* "the 15th": of the month that was spoken of. */
static gboolean
resolve_lone_day (DtlResolver *resolver, guint index, DtlPoint *ret_point)
{
  const DtlFields *fields = &resolver->phrases[index].fields;
  DtlResolved *result = &resolver->results[index];
  DtlPoint base;

  if (!dtl_resolver_get_base (resolver, DTL_ANCHOR_MENTION, &base, result))
    return FALSE;
  dtl_resolved_note (result, DTL_HOW_SAME_MONTH);
  *ret_point = dtl_point_round (&base, DTL_UNIT_DAY);
  ret_point->day = get (fields, DTL_FIELD_DAY);
  return dtl_point_exists (ret_point);
}

/* Whether a day of the story was named just before, in the same paragraph: "On
 * Wednesday" after it is told from there. Otherwise even a text that is mostly
 * history means the days of its own week. */
#define MAX_DISTANCE 600

static gboolean
follows_day (const DtlResolver *resolver, guint index)
{
  gsize at = resolver->phrases[index].start, end;

  if (!dtl_resolver_is_narrative (resolver) || !resolver->has_last ||
      resolver->last.grain < DTL_GRAIN_DAY)
    return FALSE;
  if (resolver->last_mention < 0)
    return TRUE;
  end = resolver->phrases[resolver->last_mention].end;
  if (at < end || at - end > MAX_DISTANCE)
    return FALSE;
  for (; at > end + 1; at--)
    if (resolver->text[at - 1] == '\n' && resolver->text[at - 2] == '\n')
      return FALSE;
  return TRUE;
}

gboolean
dtl_resolve_weekday (DtlResolver *resolver, guint index, DtlPoint *ret_point)
{
  const DtlPhrase *phrase = &resolver->phrases[index];
  DtlResolved *result = &resolver->results[index];
  gboolean shifted = dtl_fields_has (&phrase->fields, DTL_FIELD_SHIFT);
  int shift = get (&phrase->fields, DTL_FIELD_SHIFT), distance;
  int weekday = get (&phrase->fields, DTL_FIELD_WEEKDAY);
  gboolean forward;
  DtlPoint base;

  if (!dtl_resolver_get_base (resolver,
                              follows_day (resolver, index) ? DTL_ANCHOR_MENTION
                                                            : DTL_ANCHOR_PUBLISHED,
                              &base, result))
    return FALSE;
  base = dtl_point_round (&base, DTL_UNIT_DAY);
  forward = shifted
                ? shift > 0 || (shift == 0 && phrase->tense != DTL_TENSE_PAST)
                : phrase->tense == DTL_TENSE_FUTURE || result->from == DTL_FROM_MENTION;
  distance =
      (weekday - 1 - dtl_day_get_weekday (dtl_point_get_first_day (&base)) + 7) % 7;
  if (!forward && distance > 0)
    distance -= 7;
  if (distance == 0 && shifted && shift != 0)
    distance = 7 * shift;
  dtl_resolved_note (result, forward ? DTL_HOW_NEXT_WEEKDAY : DTL_HOW_LAST_WEEKDAY);
  *ret_point = dtl_point_move (&base, distance, DTL_UNIT_DAY);
  return TRUE;
}

/* A day by number: with a month of ours, of another calendar, or with none. */
gboolean
dtl_resolve_any_day (DtlResolver *resolver, guint index, DtlPoint *ret_point)
{
  const DtlFields *fields = &resolver->phrases[index].fields;

  if (dtl_fields_has (fields, DTL_FIELD_MONTH))
    return resolve_day (resolver, index, ret_point);
  if (dtl_fields_has (fields, DTL_FIELD_YEAR))
    return resolve_foreign_day (fields, resolver->country.change, ret_point);
  return resolve_lone_day (resolver, index, ret_point);
}
