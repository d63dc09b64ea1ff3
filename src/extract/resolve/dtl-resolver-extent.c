/* From a point, and what is said of it, to TIMEX3 and bounds. */

#include "extract/resolve/dtl-resolver-private.h"

static const DtlPart part_of[] = {
  [0] = DTL_PART_NONE,
  [DTL_PHRASE_EARLY] = DTL_PART_EARLY,
  [DTL_PHRASE_MID] = DTL_PART_MID,
  [DTL_PHRASE_LATE] = DTL_PART_LATE,
  [DTL_PHRASE_FIRST_HALF] = DTL_PART_FIRST_HALF,
  [DTL_PHRASE_SECOND_HALF] = DTL_PART_SECOND_HALF,
  [DTL_PHRASE_THROUGHOUT] = DTL_PART_NONE,
  [DTL_PHRASE_TURN] = DTL_PART_NONE,
  [DTL_PHRASE_REST] = DTL_PART_NONE,
};

static const char *
get_mod (const DtlFields *fields)
{
  static const char *const parts[] = { NULL,  "START", "MID",   "END", "START",
                                       "END", NULL,    "START", NULL };
  static const char *const modifiers[] = { NULL, "BEFORE", "AFTER", "ON_OR_BEFORE",
                                           "ON_OR_AFTER" };

  if (dtl_fields_has (fields, DTL_FIELD_PART))
    return parts[dtl_fields_get (fields, DTL_FIELD_PART)];
  if (dtl_fields_has (fields, DTL_FIELD_MODIFIER))
    return modifiers[dtl_fields_get (fields, DTL_FIELD_MODIFIER)];
  return dtl_fields_has (fields, DTL_FIELD_APPROX) ? "APPROX" : NULL;
}

/* Ten years about it. */
static DtlExtent
get_turn (const DtlPoint *point)
{
  DtlPoint first = dtl_point_year (point->year - 11),
           last = dtl_point_year (point->year + 9);
  DtlExtent begin, end;

  if (point->grain != DTL_GRAIN_CENTURY || !dtl_point_to_extent (&first, &begin, NULL) ||
      !dtl_point_to_extent (&last, &end, NULL))
    return (DtlExtent){ 0 };
  begin = dtl_extent_between (&begin, &end);
  begin.flags |= DTL_EXTENT_APPROXIMATE;
  return begin;
}

static DtlExtent
get_throughout (const DtlPoint *point, const DtlExtent *whole)
{
  DtlPoint last = dtl_point_year (point->year + 9);
  DtlPoint first = dtl_point_year (point->year);
  DtlExtent begin, end;

  if (point->grain != DTL_GRAIN_DECADE || !dtl_point_to_extent (&first, &begin, NULL) ||
      !dtl_point_to_extent (&last, &end, NULL))
    return dtl_extent_span (whole, whole);
  return dtl_extent_span (&begin, &end);
}

static DtlExtent
apply_part (const DtlFields *fields, const DtlPoint *point, const DtlExtent *whole)
{
  int part = dtl_fields_get (fields, DTL_FIELD_PART);

  switch (part)
    {
      case DTL_PHRASE_TURN: {
        DtlExtent turn = get_turn (point);

        return turn.end != 0 ? turn : *whole;
      }
    case DTL_PHRASE_THROUGHOUT:
      return get_throughout (point, whole);
    default:
      if (part_of[part] == DTL_PART_NONE || point->grain > DTL_GRAIN_MONTH)
        return *whole;
      return dtl_extent_get_part (whole, part_of[part]);
    }
}

/* A span one end of which nobody gives: not open, only unknown. */
static DtlExtent
leave_unknown (const DtlExtent *extent, gboolean start)
{
  DtlExtent span = start ? dtl_extent_until (extent) : dtl_extent_since (extent);
  guint open = start ? DTL_EXTENT_OPEN_START : DTL_EXTENT_OPEN_END;
  guint unknown = start ? DTL_EXTENT_UNKNOWN_START : DTL_EXTENT_UNKNOWN_END;

  span.flags = (guint16) ((span.flags & ~open) | unknown);
  return span;
}

static DtlExtent
apply_bound (const DtlFields *fields, const DtlExtent *extent)
{
  switch (dtl_fields_get (fields, DTL_FIELD_BOUND))
    {
    case DTL_BOUND_BEFORE:
      return dtl_extent_before (extent);
    case DTL_BOUND_AFTER:
      return dtl_extent_after (extent);
    case DTL_BOUND_BY:
      return dtl_extent_not_after (extent);
    case DTL_BOUND_FROM:
      return dtl_extent_not_before (extent);
    case DTL_BOUND_SINCE:
      return dtl_extent_since (extent);
    case DTL_BOUND_UNTIL:
      return dtl_extent_until (extent);
    case DTL_BOUND_UNKNOWN_START:
      return leave_unknown (extent, TRUE);
    case DTL_BOUND_UNKNOWN_END:
      return leave_unknown (extent, FALSE);
    default:
      return *extent;
    }
}

static void
apply_flags (const DtlFields *fields, DtlResolved *result)
{
  if (dtl_fields_has (fields, DTL_FIELD_APPROX))
    result->extent.flags |= DTL_EXTENT_APPROXIMATE;
  if (dtl_fields_has (fields, DTL_FIELD_UNCERTAIN))
    result->extent.flags |= DTL_EXTENT_UNCERTAIN;
  if (dtl_fields_has (fields, DTL_FIELD_HUNDREDS))
    result->extent.flags |= DTL_EXTENT_AMBIGUOUS;
  if (result->from != DTL_FROM_NOTHING)
    result->extent.flags |= DTL_EXTENT_INFERRED;
}

/* "1800s": 1800 to 1899, where the 19th century begins a year later. */
static void
place_hundreds (const DtlFields *fields, DtlResolved *result)
{
  int first = dtl_fields_get (fields, DTL_FIELD_HUNDREDS);
  DtlDate date = { .calendar = DTL_CALENDAR_HISTORICAL,
                   .precision = DTL_PRECISION_YEAR,
                   .year = first,
                   .place = result->point.place };
  DtlExtent begin, end;

  if (!dtl_extent_from_date (&date, &begin, NULL))
    return;
  date.year = first + 99;
  if (!dtl_extent_from_date (&date, &end, NULL))
    return;
  result->extent = dtl_extent_between (&begin, &end);
  result->extent.precision = result->extent.precision_end = DTL_PRECISION_CENTURY;
}

gboolean
dtl_resolver_has_two_years (const DtlFields *fields)
{
  int year = dtl_fields_get (fields, DTL_FIELD_YEAR) + 1;
  int digits = dtl_fields_get (fields, DTL_FIELD_STYLE_YEAR);
  int month = dtl_fields_get (fields, DTL_FIELD_MONTH);

  return dtl_fields_has (fields, DTL_FIELD_STYLE_YEAR) &&
         year % (digits < 10 ? 10 : 100) == digits && month >= 1 &&
         (month < 3 || (month == 3 && dtl_fields_get (fields, DTL_FIELD_DAY) < 25));
}

/* A day of one calendar that is given in the old one, or the other way. Who gives a
 * day two years counts it in the old one too. */
static void
apply_style (const DtlFields *fields, const DtlPoint *point, DtlResolved *result)
{
  DtlDate date = { .calendar = DTL_CALENDAR_JULIAN,
                   .precision = DTL_PRECISION_DAY,
                   .year = point->year,
                   .month = point->month,
                   .day = point->day };

  if (point->grain == DTL_GRAIN_DAY &&
      (dtl_fields_get (fields, DTL_FIELD_STYLE) == DTL_STYLE_OLD ||
       dtl_resolver_has_two_years (fields)))
    dtl_extent_from_date (&date, &result->extent, NULL);
}

/* The winter (in the south, the summer) that a text names by one year begins before
 * it or ends after it; by two years it is one winter. */
static void
place_new_year_season (const DtlFields *fields, DtlResolved *result)
{
  DtlPoint first = dtl_point_month (result->point.year, 1);
  DtlPoint last = dtl_point_month (result->point.year + 1, 2);
  DtlExtent begin, end;

  first.place = last.place = result->point.place;
  if (!dtl_point_to_extent (&first, &begin, NULL) ||
      !dtl_point_to_extent (&last, &end, NULL))
    return;
  if (dtl_fields_has (fields, DTL_FIELD_SEASON_END))
    {
      first.month = 12;
      if (dtl_point_to_extent (&first, &begin, NULL))
        result->extent = dtl_extent_span (&begin, &end);
      return;
    }
  result->extent = dtl_extent_between (&begin, &end);
  result->extent.precision = result->extent.precision_end = DTL_PRECISION_SEASON;
  result->extent.flags |= DTL_EXTENT_AMBIGUOUS;
}

/* From October of the year before to September. */
static void
place_us_fiscal_year (DtlResolved *result)
{
  DtlPoint first = dtl_point_month (result->point.year - 1, 10);
  DtlPoint last = dtl_point_month (result->point.year, 10);

  result->extent =
      dtl_extent_from_days (dtl_point_get_first_day (&first),
                            dtl_point_get_first_day (&last) - 1, DTL_PRECISION_YEAR);
  result->extent = dtl_extent_span (&result->extent, &result->extent);
}

static void
place_point (const DtlResolver *resolver, const DtlFields *fields, DtlResolved *result)
{
  const DtlPoint *point = &result->point;
  DtlExtent whole;

  if (!dtl_point_to_extent (point, &whole, NULL))
    return;
  result->extent = whole;
  if (dtl_fields_has (fields, DTL_FIELD_HUNDREDS) && point->grain == DTL_GRAIN_CENTURY)
    place_hundreds (fields, result);
  if (point->grain == DTL_GRAIN_SEASON && point->month == 12)
    place_new_year_season (fields, result);
  if (point->grain == DTL_GRAIN_SEASON && resolver->country.southern)
    result->extent.flags |= DTL_EXTENT_SOUTHERN;
  apply_style (fields, point, result);
  if (dtl_fields_has (fields, DTL_FIELD_FISCAL) && point->grain == DTL_GRAIN_YEAR &&
      resolver->country.fiscal_october)
    place_us_fiscal_year (result);
  result->extent = apply_part (fields, point, &result->extent);
  result->extent = apply_bound (fields, &result->extent);
  result->has_extent = TRUE;
  apply_flags (fields, result);
}

/* "XXXX-05-03": a date whose year nothing tells; "XXXX-XX-XXT07:30", a time of some
 * day. */
static const char *
format_unknown (DtlResolver *resolver, const DtlFields *fields, const DtlPoint *point)
{
  g_autofree char *value = NULL;

  if (dtl_fields_has (fields, DTL_FIELD_MONTH) && dtl_fields_has (fields, DTL_FIELD_DAY))
    value = g_strdup_printf ("XXXX-%02d-%02d", dtl_fields_get (fields, DTL_FIELD_MONTH),
                             dtl_fields_get (fields, DTL_FIELD_DAY));
  else if (dtl_fields_has (fields, DTL_FIELD_MONTH))
    value = g_strdup_printf ("XXXX-%02d", dtl_fields_get (fields, DTL_FIELD_MONTH));
  else if (dtl_fields_has (fields, DTL_FIELD_WEEKDAY))
    value = g_strdup_printf ("XXXX-WXX-%d", dtl_fields_get (fields, DTL_FIELD_WEEKDAY));
  else if (point->grain >= DTL_GRAIN_HOUR)
    value = g_strdup_printf ("XXXX-XX-XXT%02d:%02d", point->hour, point->minute);
  else if (dtl_fields_has (fields, DTL_FIELD_DAYPART))
    value = g_strdup_printf ("XXXX-XX-XXT%s",
                             dtl_daypart_get_code ((
                                 DtlDaypart) dtl_fields_get (fields, DTL_FIELD_DAYPART)));
  else
    return "XXXX";
  return g_string_chunk_insert_const (resolver->strings, value);
}

/* "18:00 UTC", said to be so: "T18:00Z". */
static gboolean
is_universal (const DtlFields *fields, const DtlPoint *point)
{
  return dtl_fields_has (fields, DTL_FIELD_UTC) && point->grain >= DTL_GRAIN_HOUR;
}

/* What TIMEX3 writes behind the date: half of a year has a value of its own, as
 * "2008-H2", and so has a time in no zone but the world's. */
static const char *
get_value_tail (const DtlFields *fields, const DtlPoint *point)
{
  int part = dtl_fields_get (fields, DTL_FIELD_PART);

  if (is_universal (fields, point))
    return "Z";
  if (point->grain != DTL_GRAIN_YEAR)
    return "";
  return part == DTL_PHRASE_FIRST_HALF    ? "-H1"
         : part == DTL_PHRASE_SECOND_HALF ? "-H2"
                                          : "";
}

static const char *
format_point (DtlResolver *resolver, const DtlFields *fields, DtlResolved *result)
{
  const char *tail = get_value_tail (fields, &result->point);
  g_autofree char *date = dtl_point_dup_value (&result->point);
  g_autofree char *value = g_strconcat (date, tail, NULL);

  if (tail[0] == '-')
    result->mod = NULL;
  return g_string_chunk_insert_const (resolver->strings, value);
}

static const char *
format_deep (DtlResolver *resolver, const DtlExtent *extent)
{
  DtlTime middle = extent->start / 2 + extent->end / 2;
  g_autofree char *value =
      g_strdup_printf ("BC%04" G_GINT64_FORMAT, -(middle / DTL_SECONDS_PER_YEAR) - 1970);

  return g_string_chunk_insert_const (resolver->strings, value);
}

void
dtl_resolve_extent (DtlResolver *resolver, guint index)
{
  const DtlFields *fields = &resolver->phrases[index].fields;
  DtlResolved *result = &resolver->results[index];

  if (result->value != NULL && !result->has_point)
    return;
  if (result->has_extent)
    {
      result->value = format_deep (resolver, &result->extent);
      result->mod = get_mod (fields);
      apply_flags (fields, result);
      return;
    }
  if (!result->has_point)
    {
      result->value = format_unknown (resolver, fields, &result->point);
      return;
    }
  result->mod = get_mod (fields);
  if (!dtl_point_exists (&result->point))
    {
      /* 31 June: it is said, so it is shown, but has no place. */
      result->outcome = DTL_RESOLVE_NO_SUCH_DAY;
      result->has_point = FALSE;
      result->value = format_unknown (resolver, fields, &result->point);
      return;
    }
  if (result->value == NULL)
    result->value = format_point (resolver, fields, result);
  place_point (resolver, fields, result);
}
