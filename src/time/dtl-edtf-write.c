/* Writes EDTF. Months and years keep the digits they were said with, days are
 * converted; what no string has exactly the bounds of is widened to a range of a
 * set, or in an interval to the next greater unit. */

#include "time/dtl-edtf-private.h"

#include "time/dtl-calendar-private.h"

#include <string.h>

/* Something to write as one date: bounds on whole days, and its labels in the
 * calendar of each end. */
typedef struct {
  gint64 first_day, next_day;
  DtlCalendar calendar, calendar_end; /* Gregorian or Julian */
  DtlCalendarDate first, last;
  gint64 n_months; /* 0 where it does not begin and end with months */
  gint64 n_years;  /* 0 where it does not begin and end with years */
  DtlPrecision precision;
  gboolean rounded; /* years ago: the bounds are half a unit about a number */
  guint8 qualifiers;
} Subject;

static DtlCalendar
get_written_calendar (guint8 said)
{
  return said == DTL_CALENDAR_JULIAN ? DTL_CALENDAR_JULIAN : DTL_CALENDAR_GREGORIAN;
}

static gint64
get_day_after (DtlTime time)
{
  return dtl_time_get_day (time - 1) + 1;
}

static void
read_labels (Subject *subject)
{
  DtlCalendarDate next;

  dtl_calendar_from_day (subject->calendar, subject->first_day, &subject->first, NULL);
  dtl_calendar_from_day (subject->calendar_end, subject->next_day - 1, &subject->last,
                         NULL);
  dtl_calendar_from_day (subject->calendar_end, subject->next_day, &next, NULL);
  subject->n_months = 0;
  subject->n_years = 0;
  if (subject->first.day == 1 && next.day == 1)
    subject->n_months = 12 * (subject->last.year - subject->first.year) +
                        subject->last.month - subject->first.month + 1;
  if (subject->n_months % 12 == 0 && subject->first.month == 1)
    subject->n_years = subject->n_months / 12;
}

static void
init_subject (Subject *subject, const DtlExtent *extent, DtlTime start, DtlTime end)
{
  subject->first_day = dtl_time_get_day (start);
  subject->next_day = get_day_after (end);
  subject->calendar = get_written_calendar (extent->calendar);
  subject->calendar_end = get_written_calendar (extent->calendar_end);
  subject->precision = (DtlPrecision) extent->precision;
  subject->rounded = (extent->flags & DTL_EXTENT_DEEP_TIME) != 0;
  subject->qualifiers = extent->qualifiers[0];
  read_labels (subject);
}

static char
get_sign (gboolean uncertain, gboolean approximate)
{
  if (uncertain)
    return approximate ? '%' : '?';
  return approximate ? '~' : '\0';
}

/* The qualifier of one of a date's components, '\0' for none. */
static char
get_component_sign (guint8 qualifiers, int component)
{
  return get_sign ((qualifiers & DTL_EDTF_UNCERTAIN (component)) != 0,
                   (qualifiers & DTL_EDTF_APPROXIMATE (component)) != 0);
}

/* TRUE where one sign at the end says it all; bits of components that are not
 * written count for those that are. */
static gboolean
find_common_sign (guint8 qualifiers, int n_parts, char *ret_sign)
{
  char sign = get_component_sign (qualifiers, 0);
  gboolean common = TRUE, any = sign != '\0';

  for (int i = 1; i < n_parts; i++)
    {
      char other = get_component_sign (qualifiers, i);

      common = common && other == sign;
      any = any || other != '\0';
    }
  if (!any)
    sign = get_sign ((qualifiers & DTL_EDTF_ANY_UNCERTAIN) != 0,
                     (qualifiers & DTL_EDTF_ANY_APPROXIMATE) != 0);
  *ret_sign = sign;
  return common;
}

static void
append_sign (GString *text, char sign)
{
  if (sign != '\0')
    g_string_append_c (text, sign);
}

/* A date of one to three parts with its qualifiers: one for all at the end, or
 * one before each. */
static void
append_parts (GString *text, const char *const *parts, int n_parts, guint8 qualifiers)
{
  char sign;
  gboolean common = find_common_sign (qualifiers, n_parts, &sign);

  for (int i = 0; i < n_parts; i++)
    {
      if (i > 0)
        g_string_append_c (text, '-');
      if (!common)
        append_sign (text, get_component_sign (qualifiers, i));
      g_string_append (text, parts[i]);
    }
  if (common)
    append_sign (text, sign);
}

#define YEAR_SIZE 32
#define PART_SIZE 16

/* "1984", "-0043", "Y-12345"; FALSE for the last, which has neither parts nor
 * qualifiers. */
static gboolean
format_year (gint64 year, char *buffer)
{
  gboolean plain = ABS (year) <= 9999;

  g_snprintf (buffer, YEAR_SIZE, plain ? "%s%04" G_GINT64_FORMAT : "Y%s%" G_GINT64_FORMAT,
              year < 0 ? "-" : "", ABS (year));
  return plain;
}

/* Year, month and day; those from @n_parts on are not read. A year beyond four
 * digits stands alone. */
static void
append_date (GString *text, const DtlCalendarDate *date, int n_parts, guint8 qualifiers)
{
  char year[YEAR_SIZE], month[PART_SIZE], day[PART_SIZE];
  const char *const parts[] = { year, month, day };

  g_snprintf (month, PART_SIZE, "%02d", date->month);
  g_snprintf (day, PART_SIZE, "%02d", date->day);
  if (format_year (date->year, year))
    append_parts (text, parts, n_parts, qualifiers);
  else
    g_string_append (text, year);
}

static void
append_day (GString *text, gint64 day, guint8 qualifiers)
{
  DtlCalendarDate date = { 0 };

  dtl_gregorian_from_day (day, &date.year, &date.month, &date.day);
  append_date (text, &date, 3, qualifiers);
}

static gint64
get_power (int n)
{
  gint64 power = 1;

  while (n-- > 0)
    power *= 10;
  return power;
}

static int
count_digits (gint64 number)
{
  int n = 1;

  while (number >= 10)
    {
      number /= 10;
      n++;
    }
  return n;
}

/* The years that begin with the digits of @number and have @n more: "196X", and
 * "Y-66E6S2" where four digits do not hold them. */
static void
append_years (GString *text,
              gboolean negative,
              gint64 number,
              int n,
              const Subject *subject)
{
  static const char *const unspecified[] = { "", "X", "XX", "XXX", "XXXX" };
  gboolean plain = n <= 4 && (number + 1) * get_power (n) <= 10000;
  int width = 4 - n;
  char year[YEAR_SIZE];
  const char *const parts[] = { year, "XX", "XX" };
  int n_parts = subject->precision == DTL_PRECISION_DAY     ? 3
                : subject->precision == DTL_PRECISION_MONTH ? 2
                                                            : 1;

  if (!plain)
    {
      g_string_append_printf (text, "Y%s%" G_GINT64_FORMAT "E%dS%d", negative ? "-" : "",
                              number, n, count_digits (number));
      return;
    }
  if (width > 0)
    g_snprintf (year, YEAR_SIZE, "%s%0*d%s", negative ? "-" : "", width, (int) number,
                unspecified[n]);
  else
    g_snprintf (year, YEAR_SIZE, "%s%s", negative ? "-" : "", unspecified[n]);
  append_parts (text, parts, n_parts, subject->qualifiers);
}

/* Years that share all but their last @n digits, all of them. */
static gboolean
append_power_of_years (GString *text, const Subject *subject)
{
  gint64 low = subject->first.year, high = subject->last.year;
  gboolean negative = high < 0;

  if (negative)
    {
      low = -subject->last.year;
      high = -subject->first.year;
    }
  for (int n = 1; n <= 12; n++)
    {
      gint64 power = get_power (n);

      if (subject->n_years == power && low >= 0 && low % power == 0)
        {
          append_years (text, negative, low / power, n, subject);
          return TRUE;
        }
    }
  return FALSE;
}

/* The 19th century, 1801 to 1900, has "18XX" as its nearest string. */
static gboolean
append_ordinal_years (GString *text, const Subject *subject)
{
  int n = subject->precision == DTL_PRECISION_CENTURY      ? 2
          : subject->precision == DTL_PRECISION_MILLENNIUM ? 3
                                                           : 0;
  gint64 power = get_power (n);

  if (n == 0 || subject->n_years != power || subject->first.year < 1 ||
      subject->last.year % power != 0)
    return FALSE;
  append_years (text, FALSE, subject->first.year / power, n, subject);
  return TRUE;
}

/* "66 million years ago": the year and how many of its digits are sure. */
static gboolean
append_rounded_years (GString *text, const Subject *subject)
{
  int n = DTL_PRECISION_YEAR - (int) subject->precision;
  gint64 middle = dtl_floor_div (subject->first.year + subject->last.year + 1, 2);
  gint64 power, number;

  if (!subject->rounded || n < 3)
    return FALSE;
  power = get_power (n);
  number = (ABS (middle) + power / 2) / power;
  if (number == 0 || subject->n_years > power)
    return FALSE;
  append_years (text, middle < 0, number, n, subject);
  return TRUE;
}

static gboolean
append_group (GString *text, const Subject *subject)
{
  DtlCalendarDate date = subject->first;

  for (int code = DTL_EDTF_FIRST_GROUP; code <= DTL_EDTF_LAST_GROUP; code++)
    {
      const DtlEdtfGroup *group = dtl_edtf_get_group (code);

      if (group->precision == subject->precision &&
          group->n_months == subject->n_months && group->month == date.month &&
          ABS (date.year) <= 9999)
        {
          date.month = code;
          append_date (text, &date, 2, subject->qualifiers);
          return TRUE;
        }
    }
  return FALSE;
}

/* A month or a year, or some day or month of it. */
static gboolean
append_month_or_year (GString *text, const Subject *subject)
{
  char year[YEAR_SIZE], month[PART_SIZE];
  const char *const parts[] = { year, month, "XX" };
  gboolean of_year = subject->n_years == 1;
  gboolean some_day = subject->precision == DTL_PRECISION_DAY;
  int n_parts = some_day                                               ? 3
                : of_year && subject->precision != DTL_PRECISION_MONTH ? 1
                                                                       : 2;

  if (!of_year && subject->n_months != 1)
    return FALSE;
  if (of_year)
    g_snprintf (month, PART_SIZE, "XX");
  else
    g_snprintf (month, PART_SIZE, "%02d", subject->first.month);
  if (format_year (subject->first.year, year))
    append_parts (text, parts, n_parts, subject->qualifiers);
  else
    g_string_append (text, year);
  return TRUE;
}

/* One date with the bounds of the subject; FALSE where there is none. */
static gboolean
append_exact (GString *text, const Subject *subject)
{
  if (subject->next_day - subject->first_day == 1)
    {
      append_day (text, subject->first_day, subject->qualifiers);
      return TRUE;
    }
  return append_month_or_year (text, subject) || append_group (text, subject) ||
         append_power_of_years (text, subject) || append_ordinal_years (text, subject) ||
         append_rounded_years (text, subject);
}

/* The smallest unit that covers the subject; ".." where there is none. */
static void
append_covering (GString *text, const Subject *subject)
{
  gboolean negative = subject->last.year < 0;
  gint64 low = ABS (subject->first.year), high = ABS (subject->last.year);
  Subject plain = *subject;

  plain.precision = DTL_PRECISION_YEAR;
  if (subject->first.year == subject->last.year)
    {
      gboolean one_month = subject->first.month == subject->last.month;

      append_date (text, &subject->first, one_month ? 2 : 1, subject->qualifiers);
      return;
    }
  for (int n = 1; n <= 12 && negative == (subject->first.year < 0); n++)
    {
      gint64 number = low / get_power (n);

      if (number == high / get_power (n) && (number > 0 || n <= 4))
        {
          append_years (text, negative, number, n, &plain);
          return;
        }
    }
  g_string_append (text, "..");
}

/* Beyond the valid range, where every instant is alike. */
static gboolean
append_beyond (GString *text, DtlTime start, DtlTime end)
{
  if (start > DTL_TIME_MIN && end < DTL_TIME_MAX)
    return FALSE;
  g_string_append (text, start <= DTL_TIME_MIN ? "Y-" : "Y");
  g_string_append (text, DTL_EDTF_BEYOND);
  return TRUE;
}

static guint8
get_all_qualifiers (const DtlExtent *extent)
{
  guint8 qualifiers = 0;

  if (extent->flags & DTL_EXTENT_UNCERTAIN)
    qualifiers |= DTL_EDTF_ANY_UNCERTAIN;
  if (extent->flags & DTL_EXTENT_APPROXIMATE)
    qualifiers |= DTL_EDTF_ANY_APPROXIMATE;
  return qualifiers;
}

/* One end of an interval, or of a set of all dates from one to the other. */
static void
append_side (GString *text, const DtlExtent *extent, gboolean last)
{
  DtlTime start = last ? dtl_time_add (extent->earliest_end, -1) : extent->start;
  DtlTime end = last ? extent->end : dtl_time_add (extent->latest_start, 1);
  Subject subject;

  /* A side of which only the outer bound is known. */
  if (!dtl_time_is_bounded (start) || !dtl_time_is_bounded (end))
    {
      g_string_append (text, "..");
      return;
    }
  if (append_beyond (text, start, end))
    return;
  init_subject (&subject, extent, start, end);
  if (last)
    subject.precision = (DtlPrecision) extent->precision_end;
  subject.qualifiers = extent->qualifiers[last];
  subject.calendar = subject.calendar_end =
      get_written_calendar (last ? extent->calendar_end : extent->calendar);
  read_labels (&subject);
  if (!append_exact (text, &subject))
    append_covering (text, &subject);
}

static void
append_interval (GString *text, const DtlExtent *extent)
{
  if (extent->start != DTL_TIME_PAST)
    append_side (text, extent, FALSE);
  else if (extent->flags & DTL_EXTENT_OPEN_START)
    g_string_append (text, "..");
  g_string_append_c (text, '/');
  if (extent->end != DTL_TIME_FUTURE)
    append_side (text, extent, TRUE);
  else if (extent->flags & DTL_EXTENT_OPEN_END)
    g_string_append (text, "..");
}

/* How many parts a bound is written with: those of its precision, or all three
 * where it does not lie between two of that. */
static int
count_parts (const DtlCalendarDate *date, DtlPrecision precision, gboolean begins)
{
  gint64 seconds = dtl_precision_get_seconds (precision);
  gboolean by_year = seconds >= DTL_SECONDS_PER_YEAR ||
                     precision == DTL_PRECISION_NAMED_PERIOD ||
                     precision == DTL_PRECISION_REIGN;

  if (!begins || seconds < 28 * DTL_SECONDS_PER_DAY)
    return 3;
  return by_year && date->month == 1 ? 1 : 2;
}

/* The bound of a range in a set. Whether a month or year begins there is asked
 * of the day after the range. */
static void
append_bound (GString *text, const DtlExtent *extent, gboolean last)
{
  DtlTime time = last ? extent->end : extent->start;
  DtlCalendar calendar =
      get_written_calendar (last ? extent->calendar_end : extent->calendar);
  DtlPrecision precision =
      (DtlPrecision) (last ? extent->precision_end : extent->precision);
  gint64 day = last ? get_day_after (time) : dtl_time_get_day (time);
  guint8 qualifiers = extent->qualifiers[last];
  DtlCalendarDate edge, date;
  int n_parts;

  if (append_beyond (text, last ? DTL_TIME_MAX - 1 : time, last ? time : time + 1))
    return;
  dtl_calendar_from_day (calendar, day, &edge, NULL);
  n_parts = count_parts (&edge, precision, edge.day == 1);
  if (n_parts == 3)
    {
      append_day (text, last ? day - 1 : day, qualifiers);
      return;
    }
  dtl_calendar_from_day (calendar, last ? day - 1 : day, &date, NULL);
  append_date (text, &date, n_parts, qualifiers);
}

/* "[a..b]", "[..b]", "[a..]"; "[a]" where both are the same. */
static void
append_range (GString *text, const DtlExtent *extent)
{
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) last = g_string_new (NULL);

  if (extent->start != DTL_TIME_PAST)
    append_bound (first, extent, FALSE);
  if (extent->end != DTL_TIME_FUTURE)
    append_bound (last, extent, TRUE);
  if (first->len == 0 && last->len == 0)
    g_string_append (text, "[..0000,0001..]");
  else if (g_string_equal (first, last))
    g_string_append_printf (text, "[%s]", first->str);
  else
    g_string_append_printf (text, "[%s..%s]", first->str, last->str);
}

/* A side that has an end, and that some unit covers; else nothing, which reads
 * as open beside the two dots of a range. */
static void
append_range_side (GString *text, const DtlExtent *extent, gboolean last)
{
  if (!dtl_time_is_bounded (last ? extent->end : extent->start))
    return;
  append_side (text, extent, last);
  if (strcmp (text->str, "..") == 0)
    g_string_truncate (text, 0);
}

/* "{a..b}": from one side to the other, as in an interval. */
static void
append_all_of (GString *text, const DtlExtent *extent)
{
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) last = g_string_new (NULL);

  append_range_side (first, extent, FALSE);
  append_range_side (last, extent, TRUE);
  if (g_string_equal (first, last) && first->len > 0)
    g_string_append_printf (text, "{%s}", first->str);
  else if (first->len == 0 && last->len == 0)
    g_string_append (text, "{..0000,0001..}");
  else
    g_string_append_printf (text, "{%s..%s}", first->str, last->str);
}

static void
append_offset (GString *text, const DtlExtent *extent)
{
  int minutes = ABS (extent->offset_minutes);

  if ((extent->flags & DTL_EXTENT_HAS_OFFSET) == 0)
    return;
  if (minutes == 0)
    g_string_append_c (text, 'Z');
  else
    g_string_append_printf (text, "%c%02d:%02d", extent->offset_minutes < 0 ? '-' : '+',
                            minutes / 60, minutes % 60);
}

/* A time of day, which EDTF has to the second only and without qualifiers. */
static gboolean
append_time (GString *text, const DtlExtent *extent)
{
  int second = dtl_time_get_second_of_day (extent->start);
  gint64 year;
  int month, day;

  if (extent->precision < DTL_PRECISION_HOUR ||
      extent->precision > DTL_PRECISION_SECOND ||
      extent->end - extent->start != dtl_precision_get_seconds (extent->precision) ||
      extent->qualifiers[0] != 0)
    return FALSE;
  dtl_gregorian_from_day (dtl_time_get_day (extent->start), &year, &month, &day);
  if (ABS (year) > 9999)
    return FALSE;
  append_day (text, dtl_time_get_day (extent->start), 0);
  g_string_append_printf (text, "T%02d:%02d:%02d", second / 3600, second / 60 % 60,
                          second % 60);
  append_offset (text, extent);
  return TRUE;
}

static void
append_within (GString *text, const DtlExtent *extent)
{
  DtlExtent range = *extent;
  Subject subject;

  if (extent->start != DTL_TIME_PAST && extent->end != DTL_TIME_FUTURE)
    {
      if (append_beyond (text, extent->start, extent->end) || append_time (text, extent))
        return;
      init_subject (&subject, extent, extent->start, extent->end);
      if (append_exact (text, &subject))
        return;
    }
  range.qualifiers[1] = range.qualifiers[0];
  append_range (text, &range);
}

char *
dtl_edtf_format (const DtlExtent *extent)
{
  g_autoptr (GString) text = g_string_sized_new (32);
  DtlExtent qualified = *extent;

  if (extent->qualifiers[0] == 0 && extent->qualifiers[1] == 0)
    qualified.qualifiers[0] = qualified.qualifiers[1] = get_all_qualifiers (extent);
  switch ((DtlExtentKind) extent->kind)
    {
    case DTL_EXTENT_WITHIN:
      append_within (text, &qualified);
      break;
    case DTL_EXTENT_SPAN:
      append_interval (text, &qualified);
      break;
    case DTL_EXTENT_ONE_OF:
      append_range (text, &qualified);
      break;
    case DTL_EXTENT_ALL_OF:
      append_all_of (text, &qualified);
      break;
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
