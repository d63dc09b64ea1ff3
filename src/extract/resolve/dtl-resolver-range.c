/* Two ends of one stretch: "1914-18", "7-10 December 1941", "264-146 BC". */

#include "extract/resolve/dtl-resolver-private.h"

static gboolean
has_own_year (const DtlFields *fields)
{
  return dtl_fields_has (fields, DTL_FIELD_YEAR) ||
         dtl_fields_has (fields, DTL_FIELD_SHORT_YEAR);
}

/* "1914-18", "1998-9": the digits that are left out are the first end's. */
static void
complete_short_year (DtlFields *second, int first_year)
{
  int last = dtl_fields_get (second, DTL_FIELD_SHORT_YEAR);
  int modulus = last < 10 && first_year % 10 < last ? 10 : 100;
  int year = first_year / modulus * modulus + last;

  if (year < first_year)
    year += modulus;
  dtl_fields_remove (second, DTL_FIELD_SHORT_YEAR);
  dtl_fields_put (second, DTL_FIELD_YEAR, year);
}

static void
copy (DtlFields *to, const DtlFields *from, DtlField field)
{
  if (!dtl_fields_has (to, field) && dtl_fields_has (from, field))
    dtl_fields_put (to, field, from->values[field]);
}

/* "7 to 10 December"; "30 to 2 May" begins the month before. */
static void
share_month (DtlFields *first, DtlFields *second)
{
  gboolean lacks_month = !dtl_fields_has (first, DTL_FIELD_MONTH);
  int month;

  copy (first, second, DTL_FIELD_MONTH);
  copy (second, first, DTL_FIELD_MONTH);
  month = dtl_fields_get (first, DTL_FIELD_MONTH);
  if (lacks_month && month > 0 &&
      dtl_fields_get (first, DTL_FIELD_DAY) > dtl_fields_get (second, DTL_FIELD_DAY))
    dtl_fields_put (first, DTL_FIELD_MONTH, month > 1 ? month - 1 : 12);
}

/* "October 1988 to March": the year after. The two labels of one day are in no
 * order. */
static gboolean
comes_next_year (const DtlFields *first, const DtlFields *second)
{
  return dtl_fields_get (first, DTL_FIELD_LINK) != DTL_LINK_DUAL &&
         dtl_fields_get (first, DTL_FIELD_MONTH) >
             dtl_fields_get (second, DTL_FIELD_MONTH);
}

static void
share_year (DtlFields *first, DtlFields *second)
{
  gboolean month = dtl_fields_has (second, DTL_FIELD_MONTH);

  if (!has_own_year (first) && has_own_year (second))
    {
      copy (first, second, DTL_FIELD_YEAR);
      copy (first, second, DTL_FIELD_SHORT_YEAR);
      copy (first, second, DTL_FIELD_STYLE_YEAR);
      if (month && comes_next_year (first, second) &&
          dtl_fields_has (first, DTL_FIELD_YEAR))
        dtl_fields_put (first, DTL_FIELD_YEAR, first->values[DTL_FIELD_YEAR] - 1);
    }
  else if (has_own_year (first) && !has_own_year (second) && month)
    {
      copy (second, first, DTL_FIELD_YEAR);
      copy (second, first, DTL_FIELD_SHORT_YEAR);
      if (comes_next_year (first, second) && dtl_fields_has (second, DTL_FIELD_YEAR))
        dtl_fields_put (second, DTL_FIELD_YEAR, second->values[DTL_FIELD_YEAR] + 1);
    }
}

static void
share_era (DtlFields *first, DtlFields *second)
{
  if (!dtl_fields_has (first, DTL_FIELD_ERA))
    copy (first, second, DTL_FIELD_ERA);
  else if (!dtl_fields_has (second, DTL_FIELD_ERA) &&
           dtl_fields_get (first, DTL_FIELD_YEAR) >
               dtl_fields_get (second, DTL_FIELD_YEAR))
    copy (second, first, DTL_FIELD_ERA);
}

/* The greatest power of a thousand in a count: a million of 635 million. */
static double
get_scale (double count)
{
  double scale = 1;

  while (scale * 1000 <= count && scale < 1e9)
    scale *= 1000;
  return scale;
}

/* "between 720 and 635 million years ago": the first end counts in the same
 * millions of the same years. */
static void
share_distance (DtlFields *first, DtlFields *second)
{
  double scale = get_scale (second->count);

  if (!dtl_fields_has (first, DTL_FIELD_COUNT) ||
      dtl_fields_has (first, DTL_FIELD_UNIT) || !dtl_fields_has (second, DTL_FIELD_COUNT))
    return;
  copy (first, second, DTL_FIELD_UNIT);
  copy (first, second, DTL_FIELD_DIRECTION);
  if (first->count < scale)
    {
      first->count *= scale;
      first->count_step *= scale;
    }
}

void
dtl_resolve_share_fields (DtlPhrase *first, DtlPhrase *second)
{
  DtlFields *a = &first->fields, *b = &second->fields;

  share_era (a, b);
  if (dtl_fields_has (a, DTL_FIELD_YEAR) && dtl_fields_has (b, DTL_FIELD_SHORT_YEAR) &&
      !dtl_fields_has (b, DTL_FIELD_MONTH))
    complete_short_year (b, dtl_fields_get (a, DTL_FIELD_YEAR));
  if (dtl_fields_has (a, DTL_FIELD_DAY) && dtl_fields_has (b, DTL_FIELD_DAY))
    share_month (a, b);
  if (dtl_fields_has (a, DTL_FIELD_HOUR) &&
      dtl_fields_get (a, DTL_FIELD_HOUR) < dtl_fields_get (b, DTL_FIELD_HOUR))
    copy (a, b, DTL_FIELD_MERIDIEM);
  /* "this Friday and Saturday" */
  if (dtl_fields_has (a, DTL_FIELD_WEEKDAY) && dtl_fields_has (b, DTL_FIELD_WEEKDAY))
    copy (b, a, DTL_FIELD_SHIFT);
  share_year (a, b);
  share_distance (a, b);
}

/* Whether two labels name one day, the first in the old calendar: 26 December there
 * is in January here. */
static gboolean
find_dual (const DtlPoint *old_style, const DtlPoint *new_style, DtlDate *ret_date)
{
  gboolean year_before = old_style->month == 12 && new_style->month == 1;

  ret_date->calendar = DTL_CALENDAR_JULIAN;
  ret_date->precision = DTL_PRECISION_DAY;
  ret_date->year = year_before ? new_style->year - 1 : old_style->year;
  ret_date->month = old_style->month;
  ret_date->day = old_style->day;
  return dtl_julian_to_day (ret_date->year, ret_date->month, ret_date->day) ==
         dtl_gregorian_to_day (new_style->year, new_style->month, new_style->day);
}

/* "25 October/7 November 1917", or "7 November [O.S. 25 October] 1917": one day in two
 * calendars, where the two lie as far apart as the calendars do. */
static void
merge_dual (DtlResolved *a, DtlResolved *b)
{
  DtlDate date = { 0 };
  DtlExtent one;

  if (a->point.grain != DTL_GRAIN_DAY || b->point.grain != DTL_GRAIN_DAY ||
      !(find_dual (&a->point, &b->point, &date) ||
        find_dual (&b->point, &a->point, &date)) ||
      !dtl_extent_from_date (&date, &one, NULL))
    return;
  one.flags |= DTL_EXTENT_DUAL | (b->extent.flags & DTL_EXTENT_INFERRED);
  a->extent = b->extent = one;
}

/* "on 5 May at 3": both ends mean what the finer one says. */
static void
merge_within (DtlResolved *a, DtlResolved *b)
{
  if (a->point.grain < b->point.grain)
    a->extent = b->extent;
  else
    b->extent = a->extent;
}

void
dtl_resolve_range (DtlResolver *resolver, guint first, guint second)
{
  DtlResolved *a = &resolver->results[first], *b = &resolver->results[second];
  int link = dtl_fields_get (&resolver->phrases[first].fields, DTL_FIELD_LINK);
  guint16 flags;

  if (link == DTL_LINK_DUAL)
    merge_dual (a, b);
  if (!a->has_extent || !b->has_extent || a->extent.start > b->extent.start)
    return;
  flags = (guint16) (a->extent.flags | b->extent.flags);
  switch (link)
    {
    case DTL_LINK_BETWEEN:
      a->extent = dtl_extent_between (&a->extent, &b->extent);
      break;
    case DTL_LINK_EITHER:
    case DTL_LINK_DUAL:
      return;
    case DTL_LINK_WITHIN:
      merge_within (a, b);
      return;
    default:
      a->extent = dtl_extent_span (&a->extent, &b->extent);
      break;
    }
  a->extent.flags |= flags;
  b->extent = a->extent;
}
