/* Dates counted from another: "last month", "three years later". */

#include "extract/resolve/dtl-resolver-private.h"

#include <math.h>

/* Years ago beyond which a date is no calendar date any more. */
#define DEEP_YEARS 10000

/* In a story "this month" is the one that is told of. */
static DtlAnchor
get_anchor (const DtlResolver *resolver, const DtlFields *fields)
{
  if (dtl_resolver_is_narrative (resolver) && dtl_fields_has (fields, DTL_FIELD_PRONOUN))
    return DTL_ANCHOR_MENTION;
  return (DtlAnchor) dtl_fields_get (fields, DTL_FIELD_ANCHOR);
}

/* "the weekend": the one that is on, or else the last or the next. Who writes to
 * friends looks forward to it from Wednesday on. */
static int
choose_weekend (const DtlResolver *resolver, const DtlPoint *base, DtlTense tense)
{
  int weekday = dtl_day_get_weekday (dtl_point_get_first_day (base));
  int end = (resolver->genre & DTL_GENRE_CHAT) != 0 ? 2 : 5;

  return weekday < end && tense == DTL_TENSE_PAST ? -1 : 0;
}

static gboolean
find_base (const DtlResolver *resolver,
           DtlUnit unit,
           DtlAnchor anchor,
           DtlPoint *ret_base,
           DtlResolved *result)
{
  if (unit <= DTL_UNIT_DAY)
    return dtl_resolver_get_day_base (resolver, anchor, ret_base, result);
  return dtl_resolver_get_base (resolver, anchor, ret_base, result);
}

/* A year that the whole story was asked for. */
static gboolean
find_story_year (const DtlResolver *resolver, guint index, DtlPoint *ret_point)
{
  const DtlStoryYear *story = &resolver->story[index];
  DtlResolved *result = &resolver->results[index];

  if (!story->known)
    return FALSE;
  *ret_point = dtl_point_year (story->year);
  result->from = DTL_FROM_MENTION;
  result->from_mention = story->witness;
  dtl_resolved_note (result, DTL_HOW_COUNTED);
  return TRUE;
}

/* "the quarter" of the news: the one reported on, the last one named, or else the
 * last that is over. */
static gboolean
resolve_the_quarter (DtlResolver *resolver,
                     int shift,
                     DtlPoint *ret_point,
                     DtlResolved *result)
{
  DtlPoint base;

  if (!resolver->has_published || dtl_resolver_is_narrative (resolver))
    return FALSE;
  if (!dtl_resolver_get_reported_quarter (resolver, &base, result) &&
      !(resolver->has_last && resolver->last.grain == DTL_GRAIN_QUARTER &&
        dtl_resolver_get_base (resolver, DTL_ANCHOR_MENTION, &base, result)))
    {
      dtl_resolver_get_base (resolver, DTL_ANCHOR_PUBLISHED, &base, result);
      shift--;
    }
  base = dtl_point_round (&base, DTL_UNIT_QUARTER);
  *ret_point = dtl_point_move (&base, shift, DTL_UNIT_QUARTER);
  return TRUE;
}

gboolean
dtl_resolve_shift (DtlResolver *resolver, guint index, DtlPoint *ret_point)
{
  const DtlFields *fields = &resolver->phrases[index].fields;
  DtlResolved *result = &resolver->results[index];
  DtlAnchor anchor = get_anchor (resolver, fields);
  DtlUnit unit = (DtlUnit) dtl_fields_get (fields, DTL_FIELD_UNIT);
  int shift = dtl_fields_get (fields, DTL_FIELD_SHIFT);
  DtlPoint base;

  if (unit == DTL_UNIT_YEAR && find_story_year (resolver, index, ret_point))
    return TRUE;
  if (unit == 0 || anchor == 0 || !find_base (resolver, unit, anchor, &base, result))
    return FALSE;
  dtl_resolved_note (result, DTL_HOW_COUNTED);
  if (unit == DTL_UNIT_QUARTER && anchor == DTL_ANCHOR_MENTION &&
      resolve_the_quarter (resolver, shift, ret_point, result))
    return TRUE;
  if (unit == DTL_UNIT_WEEKEND && !dtl_fields_has (fields, DTL_FIELD_SHIFT))
    shift = choose_weekend (resolver, &base, (DtlTense) resolver->phrases[index].tense);
  base = dtl_point_round (&base, unit);
  *ret_point = dtl_point_move (&base, shift, unit);
  return TRUE;
}

/* "three days" in days and so on: half years are six months, half centuries fifty
 * years. */
static gint64
get_whole_count (const DtlFields *fields, DtlUnit *unit)
{
  double count = dtl_fields_has (fields, DTL_FIELD_COUNT) ? fields->count : 1;

  count = CLAMP (count, 0, 1000000);
  if (count != floor (count) && *unit > DTL_UNIT_YEAR)
    {
      count *= *unit == DTL_UNIT_DECADE ? 10 : *unit == DTL_UNIT_CENTURY ? 100 : 1000;
      *unit = DTL_UNIT_YEAR;
    }
  if (count != floor (count) && *unit == DTL_UNIT_YEAR)
    {
      *unit = DTL_UNIT_MONTH;
      return (gint64) (count * 12);
    }
  return (gint64) count;
}

/* Counted in years a date is known to the year, in months to the month. */
static DtlUnit
get_grain_unit (DtlUnit unit)
{
  switch (unit)
    {
    case DTL_UNIT_FORTNIGHT:
      return DTL_UNIT_WEEK;
    case DTL_UNIT_CENTURY:
    case DTL_UNIT_MILLENNIUM:
    case DTL_UNIT_DECADE:
      return DTL_UNIT_YEAR;
    default:
      return unit;
    }
}

/* What a distance of so many units leads to, as exact as it was said. */
static DtlPoint
round_offset (const DtlFields *fields, DtlUnit unit, const DtlPoint *target)
{
  DtlPoint point = *target;

  if (dtl_fields_has (fields, DTL_FIELD_QUARTER))
    return dtl_point_quarter (target->year, dtl_fields_get (fields, DTL_FIELD_QUARTER));
  /* "a year earlier" of a quarter's figures is the same quarter. */
  if (unit == DTL_UNIT_YEAR && target->grain == DTL_GRAIN_QUARTER)
    return point;
  if (unit >= DTL_UNIT_DAY)
    return dtl_point_round (target, get_grain_unit (unit));
  point.grain = MAX (target->grain, DTL_GRAIN_HOUR);
  return point;
}

/* So many units on or back, and "two years and three months" of the smaller unit as
 * well. */
static DtlPoint
count_off (const DtlFields *fields, const DtlPoint *base, gint64 count, DtlUnit unit)
{
  DtlDirection direction = (DtlDirection) dtl_fields_get (fields, DTL_FIELD_DIRECTION);
  gboolean back = direction == DTL_DIRECTION_AGO || direction == DTL_DIRECTION_EARLIER;
  DtlPoint point = dtl_point_move (base, back ? -count : count, unit);
  int rest = dtl_fields_get (fields, DTL_FIELD_REST);

  if (dtl_fields_has (fields, DTL_FIELD_REST_UNIT))
    {
      unit = (DtlUnit) dtl_fields_get (fields, DTL_FIELD_REST_UNIT);
      point = dtl_point_move (&point, back ? -rest : rest, unit);
    }
  return round_offset (fields, unit, &point);
}

static void
resolve_offset (DtlResolver *resolver, guint index)
{
  const DtlFields *fields = &resolver->phrases[index].fields;
  DtlResolved *result = &resolver->results[index];
  DtlDirection direction = (DtlDirection) dtl_fields_get (fields, DTL_FIELD_DIRECTION);
  DtlUnit unit = (DtlUnit) dtl_fields_get (fields, DTL_FIELD_UNIT);
  gboolean now = direction == DTL_DIRECTION_AGO || direction == DTL_DIRECTION_HENCE;
  gint64 count = get_whole_count (fields, &unit);
  DtlPoint base;

  if (unit == DTL_UNIT_YEAR && find_story_year (resolver, index, &result->point))
    {
      result->has_point = TRUE;
      return;
    }
  /* Such a comparison is an aside: the text goes on with the figures of its period. */
  result->aside =
      unit == DTL_UNIT_YEAR && count == 1 &&
      (direction == DTL_DIRECTION_AGO || direction == DTL_DIRECTION_EARLIER) &&
      dtl_resolver_get_reported (resolver, index, &base, result);
  if (!result->aside &&
      !find_base (resolver, unit, now ? DTL_ANCHOR_PUBLISHED : DTL_ANCHOR_MENTION, &base,
                  result))
    {
      dtl_resolved_note (result, DTL_HOW_UNKNOWN);
      result->outcome = DTL_RESOLVE_NO_CONTEXT;
      return;
    }
  result->point = count_off (fields, &base, count, unit);
  result->has_point = TRUE;
  dtl_resolved_note (result, DTL_HOW_COUNTED);
}

gboolean
dtl_resolve_relative (DtlResolver *resolver, guint index)
{
  const DtlFields *fields = &resolver->phrases[index].fields;
  DtlResolved *result = &resolver->results[index];

  if (!dtl_fields_has (fields, DTL_FIELD_DIRECTION) ||
      !dtl_fields_has (fields, DTL_FIELD_UNIT))
    return FALSE;
  result->type = dtl_fields_get (fields, DTL_FIELD_UNIT) < DTL_UNIT_DAY
                     ? DTL_MENTION_TIME
                     : DTL_MENTION_DATE;
  resolve_offset (resolver, index);
  if (dtl_resolver_says_length (resolver, fields))
    {
      result->type = DTL_MENTION_DURATION;
      result->value = dtl_resolve_format_length (resolver, fields);
    }
  return TRUE;
}

/* Some units are two at least. */
void
dtl_resolve_vague_distance (DtlResolver *resolver, guint index)
{
  const DtlFields *fields = &resolver->phrases[index].fields;
  DtlResolved *result = &resolver->results[index];
  DtlDirection direction = (DtlDirection) dtl_fields_get (fields, DTL_FIELD_DIRECTION);
  gboolean now = direction == DTL_DIRECTION_AGO || direction == DTL_DIRECTION_HENCE;
  gboolean back = direction == DTL_DIRECTION_AGO || direction == DTL_DIRECTION_EARLIER;
  DtlUnit unit = (DtlUnit) dtl_fields_get (fields, DTL_FIELD_UNIT);
  DtlPoint base;
  DtlExtent nearest;

  if (!dtl_resolver_get_base (resolver, now ? DTL_ANCHOR_PUBLISHED : DTL_ANCHOR_MENTION,
                              &base, result))
    return;
  base = dtl_point_move (&base, back ? -2 : 2, unit);
  base = dtl_point_round (&base, get_grain_unit (unit));
  if (!dtl_point_to_extent (&base, &nearest, NULL))
    return;
  result->extent =
      back ? dtl_extent_not_after (&nearest) : dtl_extent_not_before (&nearest);
  result->has_extent = TRUE;
  dtl_resolved_note (result, DTL_HOW_COUNTED);
}

/* The coarsest precision that a step of so many years is not finer than. */
static DtlPrecision
get_deep_precision (double step)
{
  static const struct {
    double years;
    DtlPrecision precision;
  } steps[] = {
    { 1e9, DTL_PRECISION_BILLION_YEARS },
    { 1e8, DTL_PRECISION_HUNDRED_MILLION_YEARS },
    { 1e7, DTL_PRECISION_TEN_MILLION_YEARS },
    { 1e6, DTL_PRECISION_MILLION_YEARS },
    { 1e5, DTL_PRECISION_HUNDRED_THOUSAND_YEARS },
    { 1e4, DTL_PRECISION_TEN_THOUSAND_YEARS },
    { 1e3, DTL_PRECISION_MILLENNIUM },
    { 1e2, DTL_PRECISION_CENTURY },
    { 1e1, DTL_PRECISION_DECADE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (step >= steps[i].years)
      return steps[i].precision;
  return DTL_PRECISION_YEAR;
}

/* The years of one unit, in deep time. */
static double
get_unit_years (const DtlFields *fields)
{
  switch (dtl_fields_get (fields, DTL_FIELD_UNIT))
    {
    case DTL_UNIT_DECADE:
      return 10;
    case DTL_UNIT_CENTURY:
      return 100;
    case DTL_UNIT_MILLENNIUM:
      return 1000;
    case DTL_UNIT_YEAR:
    case 0:
      return 1;
    default:
      return 0;
    }
}

/* "3450 ± 40 BP": so many years about it. Not calibrated: that is for whoever
 * knows the curve. */
static void
place_radiocarbon (DtlResolved *result, gint64 year, int margin)
{
  DtlPoint first = dtl_point_year (year - margin), last = dtl_point_year (year + margin);
  DtlExtent begin, end;

  if (!dtl_point_to_extent (&first, &begin, NULL) ||
      !dtl_point_to_extent (&last, &end, NULL))
    return;
  result->extent = dtl_extent_between (&begin, &end);
  result->extent.flags |= DTL_EXTENT_UNCALIBRATED | DTL_EXTENT_APPROXIMATE;
}

/* "the Edo period" */
static gboolean
resolve_period (const DtlFields *fields, DtlResolved *result)
{
  DtlPoint first, last;
  DtlExtent begin, end;
  int years[2];

  if (!dtl_fields_has (fields, DTL_FIELD_PERIOD))
    return FALSE;
  dtl_field_unpack_period (dtl_fields_get (fields, DTL_FIELD_PERIOD), &years[0],
                           &years[1]);
  first = dtl_point_year (years[0]);
  last = dtl_point_year (years[1]);
  if (!dtl_point_to_extent (&first, &begin, NULL) ||
      !dtl_point_to_extent (&last, &end, NULL))
    return FALSE;
  result->type = DTL_MENTION_DATE;
  result->has_extent = TRUE;
  result->extent = dtl_extent_span (&begin, &end);
  result->value = "PXXX";
  dtl_resolved_note (result, DTL_HOW_STATED);
  return TRUE;
}

gboolean
dtl_resolve_deep (DtlResolver *resolver, guint index)
{
  const DtlFields *fields = &resolver->phrases[index].fields;
  DtlResolved *result = &resolver->results[index];
  gboolean bp = dtl_fields_get (fields, DTL_FIELD_ERA) == DTL_ERA_BP;
  double scale = get_unit_years (fields);
  double years = fields->count * scale + (bp ? -1950 : 0);

  if (resolve_period (fields, result))
    return TRUE;
  if (!dtl_fields_has (fields, DTL_FIELD_COUNT) || scale == 0 ||
      (!bp && (dtl_fields_get (fields, DTL_FIELD_DIRECTION) != DTL_DIRECTION_AGO ||
               years < DEEP_YEARS)))
    return FALSE;
  result->type = DTL_MENTION_DATE;
  result->has_extent = TRUE;
  result->extent =
      dtl_extent_from_years_ago (years, get_deep_precision (fields->count_step * scale));
  result->extent.flags |= DTL_EXTENT_DEEP_TIME;
  if (bp && dtl_fields_has (fields, DTL_FIELD_MARGIN))
    place_radiocarbon (result, -(gint64) MIN (years, 1e9),
                       dtl_fields_get (fields, DTL_FIELD_MARGIN));
  dtl_resolved_note (result, DTL_HOW_STATED);
  return TRUE;
}
