/* What an EDTF date means: the first and the last day that it can be. Proleptic
 * Gregorian, as the standard wants. */

#include "time/forms/dtl-edtf-private.h"

static const DtlEdtfGroup groups[] = {
  /* 21-24: seasons without a place: those of the north. */
  { DTL_PRECISION_SEASON, 3, 3 },
  { DTL_PRECISION_SEASON, 6, 3 },
  { DTL_PRECISION_SEASON, 9, 3 },
  { DTL_PRECISION_SEASON, 12, 3 },
  /* 25-28: of the north. */
  { DTL_PRECISION_SEASON, 3, 3 },
  { DTL_PRECISION_SEASON, 6, 3 },
  { DTL_PRECISION_SEASON, 9, 3 },
  { DTL_PRECISION_SEASON, 12, 3 },
  /* 29-32: of the south. */
  { DTL_PRECISION_SEASON, 9, 3 },
  { DTL_PRECISION_SEASON, 12, 3 },
  { DTL_PRECISION_SEASON, 3, 3 },
  { DTL_PRECISION_SEASON, 6, 3 },
  /* 33-36, 37-39, 40-41. */
  { DTL_PRECISION_QUARTER, 1, 3 },
  { DTL_PRECISION_QUARTER, 4, 3 },
  { DTL_PRECISION_QUARTER, 7, 3 },
  { DTL_PRECISION_QUARTER, 10, 3 },
  { DTL_PRECISION_QUADRIMESTER, 1, 4 },
  { DTL_PRECISION_QUADRIMESTER, 5, 4 },
  { DTL_PRECISION_QUADRIMESTER, 9, 4 },
  { DTL_PRECISION_HALF_YEAR, 1, 6 },
  { DTL_PRECISION_HALF_YEAR, 7, 6 },
};

const DtlEdtfGroup *
dtl_edtf_get_group (int code)
{
  g_return_val_if_fail (code >= DTL_EDTF_FIRST_GROUP && code <= DTL_EDTF_LAST_GROUP,
                        NULL);
  return &groups[code - DTL_EDTF_FIRST_GROUP];
}

/* Days of one candidate. */
typedef struct {
  gint64 first;
  gint64 after;
} Days;

/* How many numbers the digits can be: 100 for "20XX". */
static int
count_numbers (const DtlEdtfDigits *digits)
{
  int n = 1;

  for (int i = 0; i < digits->n; i++)
    if (digits->digits[i] == 'X')
      n *= 10;
  return n;
}

/* The @k-th of them, upwards. */
static int
get_number (const DtlEdtfDigits *digits, int k)
{
  int number = 0, power = 1;

  for (int i = digits->n - 1; i >= 0; i--, power *= 10)
    {
      int digit = digits->digits[i] - '0';

      if (digits->digits[i] == 'X')
        {
          digit = k % 10;
          k /= 10;
        }
      number += digit * power;
    }
  return number;
}

static gboolean
set_months (gint64 year, int month, int n_months, Days *ret_days)
{
  int after = month - 1 + n_months;

  ret_days->first = dtl_gregorian_to_day (year, month, 1);
  ret_days->after = dtl_gregorian_to_day (year + after / 12, after % 12 + 1, 1);
  return TRUE;
}

static gboolean
find_in_month (const DtlEdtfDate *date,
               gint64 year,
               int month,
               gboolean last,
               Days *ret_days)
{
  int n = count_numbers (&date->parts[2]);
  int length = dtl_gregorian_get_month_length (year, month);

  for (int k = 0; k < n; k++)
    {
      int day = get_number (&date->parts[2], last ? n - 1 - k : k);

      if (day >= 1 && day <= length)
        {
          ret_days->first = dtl_gregorian_to_day (year, month, day);
          ret_days->after = ret_days->first + 1;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
find_in_year (const DtlEdtfDate *date, gint64 year, gboolean last, Days *ret_days)
{
  int n;

  if (date->n_parts == 1)
    return set_months (year, 1, 12, ret_days);

  n = count_numbers (&date->parts[1]);
  for (int k = 0; k < n; k++)
    {
      int month = get_number (&date->parts[1], last ? n - 1 - k : k);

      if (n == 1 && month >= DTL_EDTF_FIRST_GROUP)
        return set_months (year, dtl_edtf_get_group (month)->month,
                           dtl_edtf_get_group (month)->n_months, ret_days);
      if (month < 1 || month > 12)
        continue;
      if (date->n_parts == 2)
        return set_months (year, month, 1, ret_days);
      if (find_in_month (date, year, month, last, ret_days))
        return TRUE;
    }
  return FALSE;
}

/* The first, or last, of the dates it can be that exist. There is no -0000. */
static gboolean
find_days (const DtlEdtfDate *date, gboolean last, Days *ret_days)
{
  int n = count_numbers (&date->parts[0]);
  gboolean downwards = last != date->negative;

  for (int k = 0; k < n; k++)
    {
      int number = get_number (&date->parts[0], downwards ? n - 1 - k : k);

      if (date->negative && number == 0)
        continue;
      if (find_in_year (date, date->negative ? -number : number, last, ret_days))
        return TRUE;
    }
  return FALSE;
}

/* FALSE where the year, or one that it may be, lies beyond the valid range. */
static gboolean
find_long_days (const DtlEdtfDate *date, Days *ret_days)
{
  const gint64 most = DTL_TIME_MAX / DTL_SECONDS_PER_DAY;
  gint64 unit, low, high;

  if (date->year < 0 || date->year > DTL_TIME_MAX / DTL_SECONDS_PER_YEAR ||
      date->unsure_digits > 12)
    return FALSE;
  unit = dtl_edtf_get_power_of_ten (date->unsure_digits);
  low = date->year / unit * unit;
  high = low + unit - 1;
  if (date->negative)
    {
      ret_days->first = dtl_gregorian_to_day (-high, 1, 1);
      ret_days->after = dtl_gregorian_to_day (MIN (1 - low, 0), 1, 1);
    }
  else
    {
      ret_days->first = dtl_gregorian_to_day (low, 1, 1);
      ret_days->after = dtl_gregorian_to_day (high + 1, 1, 1);
    }
  return ret_days->first >= -most && ret_days->after <= most;
}

static gboolean
is_unspecified (const DtlEdtfDigits *digits)
{
  return count_numbers (digits) > 1;
}

/* A year of n digits in doubt, at its end. */
static DtlPrecision
get_years_precision (int n)
{
  return (DtlPrecision) MAX (0, DTL_PRECISION_YEAR - n);
}

static DtlPrecision
get_precision (const DtlEdtfDate *date)
{
  const DtlEdtfDigits *year = &date->parts[0];
  int n = 0;

  if (date->has_time)
    return DTL_PRECISION_SECOND;
  if (date->is_long)
    return get_years_precision (date->unsure_digits);
  if (date->n_parts == 3)
    return DTL_PRECISION_DAY;
  if (date->n_parts == 2)
    {
      int month = get_number (&date->parts[1], 0);

      return is_unspecified (&date->parts[1]) || month < DTL_EDTF_FIRST_GROUP
                 ? DTL_PRECISION_MONTH
                 : dtl_edtf_get_group (month)->precision;
    }
  while (n < year->n && year->digits[year->n - 1 - n] == 'X')
    n++;
  /* "1X9X" is no decade, and "XXXX" says nothing. */
  if (n == year->n || count_numbers (year) != dtl_edtf_get_power_of_ten (n))
    return DTL_PRECISION_YEAR;
  return get_years_precision (n);
}

static gboolean
is_southern (const DtlEdtfDate *date)
{
  int season;

  if (date->n_parts != 2 || is_unspecified (&date->parts[1]))
    return FALSE;
  season = get_number (&date->parts[1], 0);
  return season >= DTL_EDTF_FIRST_SOUTHERN && season <= DTL_EDTF_LAST_SOUTHERN;
}

static guint16
get_flags (const DtlEdtfDate *date)
{
  guint16 flags = 0;

  if (date->qualifiers & DTL_EDTF_ANY_UNCERTAIN)
    flags |= DTL_EXTENT_UNCERTAIN;
  if (date->qualifiers & DTL_EDTF_ANY_APPROXIMATE)
    flags |= DTL_EXTENT_APPROXIMATE;
  if (date->has_offset)
    flags |= DTL_EXTENT_HAS_OFFSET;
  if (is_southern (date))
    flags |= DTL_EXTENT_SOUTHERN;
  return flags;
}

static void
set_bounds (DtlExtent *extent, DtlTime start, DtlTime end)
{
  extent->start = start;
  extent->end = end;
  extent->latest_start = end - 1;
  extent->earliest_end = start + 1;
}

static void
set_beyond (DtlExtent *extent, gboolean negative)
{
  extent->flags |= DTL_EXTENT_OUT_OF_RANGE;
  extent->precision = extent->precision_end = DTL_PRECISION_YEAR;
  if (negative)
    set_bounds (extent, DTL_TIME_MIN, DTL_TIME_MIN + 1);
  else
    set_bounds (extent, DTL_TIME_MAX - 1, DTL_TIME_MAX);
}

gboolean
dtl_edtf_evaluate (const DtlEdtfDate *date, DtlExtent *ret_extent, gsize *ret_at)
{
  DtlExtent extent = { .kind = DTL_EXTENT_WITHIN, .calendar = DTL_CALENDAR_GREGORIAN };
  Days first, last;

  extent.flags = get_flags (date);
  extent.qualifiers[0] = date->qualifiers;
  extent.offset_minutes = (gint16) date->offset_minutes;
  extent.precision = extent.precision_end = (guint8) get_precision (date);
  if (date->is_long)
    {
      if (find_long_days (date, &first))
        set_bounds (&extent, dtl_time_from_day (first.first),
                    dtl_time_from_day (first.after));
      else
        set_beyond (&extent, date->negative);
    }
  else if (!find_days (date, FALSE, &first) || !find_days (date, TRUE, &last))
    {
      *ret_at = date->parts[date->n_parts - 1].at;
      return FALSE;
    }
  else
    set_bounds (&extent, dtl_time_from_day (first.first), dtl_time_from_day (last.after));
  if (date->has_time)
    set_bounds (&extent, extent.start + date->seconds, extent.start + date->seconds + 1);
  *ret_extent = extent;
  return TRUE;
}
