/* Dates said by the calendar: "14 July 1789", "on Wednesday", "spring 1943". */

#include "extract/resolve/dtl-resolver-private.h"

static int
get (const DtlFields *fields, DtlField field)
{
  return dtl_fields_get (fields, field);
}

static gboolean
has_clock (const DtlFields *fields)
{
  return dtl_fields_has (fields, DTL_FIELD_HOUR) ||
         dtl_fields_has (fields, DTL_FIELD_CLOCK);
}

static gboolean
is_bc (const DtlFields *fields)
{
  return get (fields, DTL_FIELD_ERA) == DTL_ERA_BC;
}

/* 1 BC is year 0. */
static gint64
apply_era (const DtlFields *fields, gint64 year)
{
  if (is_bc (fields))
    return 1 - year;
  return year + get (fields, DTL_FIELD_YEAR_OFFSET);
}

/* "'99": of the century that puts it nearest to what is counted from. */
static gint64
expand_short_year (DtlResolver *resolver, guint index, int short_year, int modulus)
{
  DtlResolved *result = &resolver->results[index];
  DtlPoint base;
  gint64 year;

  if (!dtl_resolver_get_base (resolver,
                              dtl_resolver_is_narrative (resolver) ? DTL_ANCHOR_MENTION
                                                                   : DTL_ANCHOR_PUBLISHED,
                              &base, result))
    return short_year < 70 ? 2000 + short_year : 1900 + short_year;
  dtl_resolved_note (result, DTL_HOW_SAME_CENTURY);
  year = base.year / modulus * modulus + short_year;
  if (year > base.year + modulus * 3 / 10)
    year -= modulus;
  return year;
}

/* A year that the words give themselves, or through "last year". */
static gboolean
find_stated_year (DtlResolver *resolver, guint index, gint64 *ret_year)
{
  const DtlFields *fields = &resolver->phrases[index].fields;
  DtlPoint point;

  if (dtl_fields_has (fields, DTL_FIELD_YEAR))
    {
      *ret_year = apply_era (fields, get (fields, DTL_FIELD_YEAR));
      if (dtl_resolver_has_two_years (fields))
        (*ret_year)++;
      return TRUE;
    }
  if (dtl_fields_has (fields, DTL_FIELD_AUC))
    {
      *ret_year = get (fields, DTL_FIELD_AUC) - 753;
      return TRUE;
    }
  if (dtl_fields_has (fields, DTL_FIELD_SHORT_YEAR))
    {
      *ret_year =
          expand_short_year (resolver, index, get (fields, DTL_FIELD_SHORT_YEAR), 100);
      return TRUE;
    }
  if (get (fields, DTL_FIELD_UNIT) == DTL_UNIT_YEAR &&
      dtl_resolve_shift (resolver, index, &point))
    {
      *ret_year = point.year;
      return TRUE;
    }
  return FALSE;
}

gboolean
dtl_resolve_find_year (DtlResolver *resolver,
                       guint index,
                       int month,
                       int day,
                       gint64 *ret_year)
{
  return find_stated_year (resolver, index, ret_year) ||
         dtl_resolve_year (resolver, index, month, day, ret_year);
}

static gboolean
resolve_month (DtlResolver *resolver, guint index, DtlPoint *ret_point)
{
  int month = get (&resolver->phrases[index].fields, DTL_FIELD_MONTH);
  gint64 year;

  if (!dtl_resolve_find_year (resolver, index, month, 0, &year))
    return FALSE;
  *ret_point = dtl_point_month (year, month);
  return TRUE;
}

/* Winter, said in January to March, is the one that is on. */
static gboolean
is_winter_now (const DtlResolver *resolver, guint index, int month)
{
  const DtlResolved *result = &resolver->results[index];

  return month == 12 && result->from == DTL_FROM_PUBLISHED &&
         result->how == DTL_HOW_LAST_YEAR && resolver->published.month <= 3 &&
         !dtl_fields_has (&resolver->phrases[index].fields, DTL_FIELD_SHIFT);
}

static gboolean
resolve_season (DtlResolver *resolver, guint index, DtlPoint *ret_point)
{
  int season = get (&resolver->phrases[index].fields, DTL_FIELD_SEASON);
  int month = season * 3;
  gint64 year;

  if (resolver->country.southern)
    month = (month + 5) % 12 + 1;
  if (!dtl_resolve_find_year (resolver, index, month, 0, &year))
    return FALSE;
  if (is_winter_now (resolver, index, month))
    year = resolver->published.year;
  *ret_point = (DtlPoint){ .grain = DTL_GRAIN_SEASON,
                           .year = year,
                           .month = month,
                           .day = 1,
                           .number = season };
  return TRUE;
}

static gboolean
resolve_quarter (DtlResolver *resolver, guint index, DtlPoint *ret_point)
{
  int quarter = get (&resolver->phrases[index].fields, DTL_FIELD_QUARTER);
  gint64 year;

  if (!dtl_resolve_find_year (resolver, index, quarter * 3 - 2, 0, &year))
    return FALSE;
  *ret_point = dtl_point_quarter (year, quarter);
  return TRUE;
}

static gboolean
resolve_decade (DtlResolver *resolver, guint index, DtlPoint *ret_point)
{
  const DtlFields *fields = &resolver->phrases[index].fields;
  int decade = get (fields, DTL_FIELD_DECADE);
  gint64 year = decade;

  if (decade < 100 && dtl_fields_has (fields, DTL_FIELD_CENTURY))
    year = (get (fields, DTL_FIELD_CENTURY) - 1) * 100 + decade;
  else if (decade < 100)
    year = expand_short_year (resolver, index, decade, 100);
  *ret_point = dtl_point_year (apply_era (fields, year));
  ret_point->grain = DTL_GRAIN_DECADE;
  return TRUE;
}

static gboolean
resolve_century (DtlResolver *resolver, guint index, DtlPoint *ret_point)
{
  const DtlFields *fields = &resolver->phrases[index].fields;
  int ordinal = get (fields, DTL_FIELD_CENTURY);

  if (dtl_fields_has (fields, DTL_FIELD_HUNDREDS))
    ordinal = get (fields, DTL_FIELD_HUNDREDS) / 100 + 1;
  /* "the 2000s" are years that people remember: ten of them. */
  if (get (fields, DTL_FIELD_HUNDREDS) >= 2000)
    {
      *ret_point = dtl_point_year (get (fields, DTL_FIELD_HUNDREDS));
      ret_point->grain = DTL_GRAIN_DECADE;
      return TRUE;
    }
  *ret_point = dtl_point_century (is_bc (fields) ? -ordinal : ordinal);
  return TRUE;
}

static gboolean
resolve_millennium (DtlResolver *resolver, guint index, DtlPoint *ret_point)
{
  const DtlFields *fields = &resolver->phrases[index].fields;
  int ordinal = get (fields, DTL_FIELD_MILLENNIUM);
  gboolean bc = is_bc (fields);

  *ret_point = dtl_point_year (bc ? -ordinal * 1000 + 1 : (ordinal - 1) * 1000 + 1);
  ret_point->grain = DTL_GRAIN_MILLENNIUM;
  ret_point->number = bc ? -ordinal : ordinal;
  return TRUE;
}

/* Whether the date before stands so near that one sentence may hold both. Behind a
 * colon the next entry of a programme begins: "Hall: concert, 8 pm." */
#define NEAR_BYTES 100

static gboolean
is_near (const DtlResolver *resolver, guint index)
{
  gsize start = resolver->phrases[index].start, end;

  if (resolver->last_mention < 0)
    return FALSE;
  end = resolver->phrases[resolver->last_mention].end;
  if (start >= end + NEAR_BYTES)
    return FALSE;
  for (gsize i = end; i + 1 < start; i++)
    if (resolver->text[i] == ':' && g_ascii_isspace (resolver->text[i + 1]))
      return FALSE;
  return TRUE;
}

/* The day of a clock time that names none. */
static gboolean
resolve_same_day (DtlResolver *resolver, guint index, DtlPoint *ret_point)
{
  DtlResolved *result = &resolver->results[index];
  const DtlFields *fields = &resolver->phrases[index].fields;
  gboolean last = resolver->has_last && resolver->last.grain >= DTL_GRAIN_DAY;

  if (last && resolver->has_published && !is_near (resolver, index))
    last = dtl_resolver_is_narrative (resolver);
  if (dtl_resolver_is_narrative (resolver) &&
      (!last || dtl_fields_has (fields, DTL_FIELD_BARE)))
    return FALSE;

  if (!dtl_resolver_get_base (resolver, last ? DTL_ANCHOR_MENTION : DTL_ANCHOR_PUBLISHED,
                              ret_point, result))
    return FALSE;
  dtl_resolved_note (result, DTL_HOW_SAME_DAY);
  *ret_point = dtl_point_round (ret_point, DTL_UNIT_DAY);
  return TRUE;
}

/* "the weekend" */
static gboolean
is_weekend (const DtlFields *fields)
{
  return get (fields, DTL_FIELD_UNIT) == DTL_UNIT_WEEKEND &&
         get (fields, DTL_FIELD_ANCHOR) != 0;
}

static gboolean
resolve_half (DtlResolver *resolver, guint index, DtlPoint *ret_point)
{
  int half = get (&resolver->phrases[index].fields, DTL_FIELD_HALF);
  gint64 year;

  if (!dtl_resolve_find_year (resolver, index, half * 6 - 5, 0, &year))
    return FALSE;
  *ret_point = (DtlPoint){ .grain = DTL_GRAIN_HALF,
                           .year = year,
                           .month = half * 6 - 5,
                           .day = 1,
                           .number = half };
  return TRUE;
}

/* A year, or a week of it. */
static gboolean
resolve_stated_year (DtlResolver *resolver, guint index, DtlPoint *ret_point)
{
  const DtlFields *fields = &resolver->phrases[index].fields;
  gint64 year;
  DtlPoint reported;

  if (!find_stated_year (resolver, index, &year))
    return FALSE;
  *ret_point = dtl_point_year (year);
  /* "the 1988 period": the one that is reported on, of that year. */
  if (get (fields, DTL_FIELD_UNIT) == DTL_UNIT_QUARTER &&
      dtl_resolver_get_reported (resolver, index, &reported, &resolver->results[index]) &&
      reported.grain == DTL_GRAIN_QUARTER)
    *ret_point = dtl_point_quarter (year, reported.number);
  if (dtl_fields_has (fields, DTL_FIELD_WEEK))
    {
      ret_point->grain = DTL_GRAIN_WEEK;
      ret_point->number = get (fields, DTL_FIELD_WEEK);
    }
  return TRUE;
}

/* The day, week, month… without the clock: the finest field decides. */
static gboolean
resolve_finest (DtlResolver *resolver, guint index, DtlPoint *ret_point)
{
  static const struct {
    DtlField field;
    gboolean (*resolve) (DtlResolver *resolver, guint index, DtlPoint *ret_point);
  } rules[] = {
    { DTL_FIELD_HOLIDAY, dtl_resolve_holiday },
    { DTL_FIELD_DAY, dtl_resolve_any_day },
    { DTL_FIELD_WEEKDAY, dtl_resolve_weekday },
    { DTL_FIELD_MONTH, resolve_month },
    { DTL_FIELD_SEASON, resolve_season },
    { DTL_FIELD_QUARTER, resolve_quarter },
    { DTL_FIELD_HALF, resolve_half },
    { DTL_FIELD_DECADE, resolve_decade },
    { DTL_FIELD_CENTURY, resolve_century },
    { DTL_FIELD_HUNDREDS, resolve_century },
    { DTL_FIELD_MILLENNIUM, resolve_millennium },
    { DTL_FIELD_SHIFT, dtl_resolve_shift },
    { DTL_FIELD_HOUR, resolve_same_day },
    { DTL_FIELD_CLOCK, resolve_same_day },
    { DTL_FIELD_DAYPART, resolve_same_day },
  };
  const DtlFields *fields = &resolver->phrases[index].fields;

  if (is_weekend (fields) && dtl_fields_has (fields, DTL_FIELD_HOLIDAY))
    return dtl_resolve_holiday_weekend (resolver, index, ret_point);
  if (is_weekend (fields))
    return dtl_resolve_shift (resolver, index, ret_point);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (dtl_fields_has (fields, rules[i].field))
      return rules[i].resolve (resolver, index, ret_point);
  return resolve_stated_year (resolver, index, ret_point);
}

static gboolean
resolve_date (DtlResolver *resolver, guint index, DtlPoint *ret_point)
{
  if (!resolve_finest (resolver, index, ret_point))
    return FALSE;
  ret_point->place = resolver->country.change;
  return TRUE;
}

static void
set_clock (const DtlFields *fields, DtlPoint *point)
{
  int meridiem = get (fields, DTL_FIELD_MERIDIEM);
  int daypart = get (fields, DTL_FIELD_DAYPART);

  *point = dtl_point_round (point, DTL_UNIT_DAY);
  point->hour = get (fields, DTL_FIELD_HOUR) + get (fields, DTL_FIELD_CLOCK) / 100;
  point->minute = get (fields, DTL_FIELD_MINUTE) + get (fields, DTL_FIELD_CLOCK) % 100;
  point->second = get (fields, DTL_FIELD_SECOND);
  if (point->hour < 12 &&
      (meridiem == DTL_MERIDIEM_PM || daypart == DTL_DAYPART_AFTERNOON ||
       daypart == DTL_DAYPART_EVENING ||
       (daypart == DTL_DAYPART_NIGHT && point->hour > 5)))
    point->hour += 12;
  if (meridiem == DTL_MERIDIEM_AM && point->hour == 12)
    point->hour = 0;
  if (point->hour >= 24)
    {
      *point = dtl_point_move (point, 1, DTL_UNIT_DAY);
      point->hour -= 24;
    }
  point->grain = DTL_GRAIN_HOUR;
  if (dtl_fields_has (fields, DTL_FIELD_MINUTE) ||
      dtl_fields_has (fields, DTL_FIELD_CLOCK))
    point->grain = DTL_GRAIN_MINUTE;
  if (dtl_fields_has (fields, DTL_FIELD_SECOND))
    point->grain = DTL_GRAIN_SECOND;
}

static void
set_daypart (const DtlFields *fields, DtlResolved *result)
{
  DtlPoint *point = &result->point;
  int daypart = get (fields, DTL_FIELD_DAYPART);

  *point = dtl_point_round (point, DTL_UNIT_DAY);
  if (daypart == DTL_DAYPART_NIGHT_BEFORE)
    {
      *point = dtl_point_move (point, -1, DTL_UNIT_DAY);
      daypart = DTL_DAYPART_NIGHT;
    }
  point->grain = DTL_GRAIN_DAYPART;
  point->number = daypart;
  if (daypart == DTL_DAYPART_MIDNIGHT && dtl_fields_has (fields, DTL_FIELD_BARE) &&
      result->how == DTL_HOW_SAME_DAY)
    point->grain = DTL_GRAIN_MINUTE; /* the one the day began with */
}

gboolean
dtl_resolve_calendar (DtlResolver *resolver, guint index)
{
  const DtlFields *fields = &resolver->phrases[index].fields;
  DtlResolved *result = &resolver->results[index];

  result->type = DTL_MENTION_DATE;
  if (has_clock (fields) || dtl_fields_has (fields, DTL_FIELD_DAYPART))
    result->type = DTL_MENTION_TIME;
  result->has_point = resolve_date (resolver, index, &result->point);
  if (!result->has_point)
    {
      dtl_resolved_note (result, DTL_HOW_UNKNOWN);
      result->outcome = DTL_RESOLVE_NO_CONTEXT;
      if (has_clock (fields))
        set_clock (fields, &result->point);
      return TRUE;
    }
  if (has_clock (fields))
    set_clock (fields, &result->point);
  else if (dtl_fields_has (fields, DTL_FIELD_DAYPART))
    set_daypart (fields, result);
  if (dtl_resolver_says_length (resolver, fields))
    {
      result->type = DTL_MENTION_DURATION;
      result->value = dtl_resolve_format_length (resolver, fields);
    }
  return TRUE;
}
