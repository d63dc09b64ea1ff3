/* Writes the dates of EDTF. Months and years keep the digits they were said with,
 * days are converted. */

#include "time/calendars/dtl-calendar-private.h"
#include "time/forms/dtl-edtf-private.h"

DtlCalendar
dtl_edtf_get_written_calendar (guint8 said)
{
  return said == DTL_CALENDAR_JULIAN ? DTL_CALENDAR_JULIAN : DTL_CALENDAR_GREGORIAN;
}

void
dtl_edtf_read_labels (DtlEdtfSubject *subject)
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

void
dtl_edtf_append_date (GString *text,
                      const DtlCalendarDate *date,
                      int n_parts,
                      guint8 qualifiers)
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

void
dtl_edtf_append_day (GString *text, gint64 day, guint8 qualifiers)
{
  DtlCalendarDate date = { 0 };

  dtl_gregorian_from_day (day, &date.year, &date.month, &date.day);
  dtl_edtf_append_date (text, &date, 3, qualifiers);
}

/* The years that begin with the digits of @number and have @n more: "196X", and
 * "Y-66E6S2" where four digits do not hold them. */
static void
append_years (GString *text,
              gboolean negative,
              gint64 number,
              int n,
              const DtlEdtfSubject *subject)
{
  static const char *const unspecified[] = { "", "X", "XX", "XXX", "XXXX" };
  gboolean plain = n <= 4 && (number + 1) * dtl_edtf_get_power_of_ten (n) <= 10000;
  int width = 4 - n;
  char year[YEAR_SIZE];
  const char *const parts[] = { year, "XX", "XX" };
  int n_parts = subject->precision == DTL_PRECISION_DAY     ? 3
                : subject->precision == DTL_PRECISION_MONTH ? 2
                                                            : 1;

  if (!plain)
    {
      g_string_append_printf (text, "Y%s%" G_GINT64_FORMAT "E%dS%d", negative ? "-" : "",
                              number, n, dtl_edtf_count_digits (number));
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
append_power_of_years (GString *text, const DtlEdtfSubject *subject)
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
      gint64 power = dtl_edtf_get_power_of_ten (n);

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
append_ordinal_years (GString *text, const DtlEdtfSubject *subject)
{
  int n = subject->precision == DTL_PRECISION_CENTURY      ? 2
          : subject->precision == DTL_PRECISION_MILLENNIUM ? 3
                                                           : 0;
  gint64 power = dtl_edtf_get_power_of_ten (n);

  if (n == 0 || subject->n_years != power || subject->first.year < 1 ||
      subject->last.year % power != 0)
    return FALSE;
  append_years (text, FALSE, subject->first.year / power, n, subject);
  return TRUE;
}

/* "66 million years ago": the year and how many of its digits are sure. */
static gboolean
append_rounded_years (GString *text, const DtlEdtfSubject *subject)
{
  int n = DTL_PRECISION_YEAR - (int) subject->precision;
  gint64 middle = dtl_floor_div (subject->first.year + subject->last.year + 1, 2);
  gint64 power, number;

  if (!subject->rounded || n < 3)
    return FALSE;
  power = dtl_edtf_get_power_of_ten (n);
  number = (ABS (middle) + power / 2) / power;
  if (number == 0 || subject->n_years > power)
    return FALSE;
  append_years (text, middle < 0, number, n, subject);
  return TRUE;
}

static gboolean
append_group (GString *text, const DtlEdtfSubject *subject)
{
  DtlCalendarDate date = subject->first;
  int first = subject->southern ? DTL_EDTF_FIRST_SOUTHERN : DTL_EDTF_FIRST_GROUP;

  for (int code = first; code <= DTL_EDTF_LAST_GROUP; code++)
    {
      const DtlEdtfGroup *group = dtl_edtf_get_group (code);

      if (group->precision == subject->precision &&
          group->n_months == subject->n_months && group->month == date.month &&
          ABS (date.year) <= 9999)
        {
          date.month = code;
          dtl_edtf_append_date (text, &date, 2, subject->qualifiers);
          return TRUE;
        }
    }
  return FALSE;
}

/* A month or a year, or some day or month of it. */
static gboolean
append_month_or_year (GString *text, const DtlEdtfSubject *subject)
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

gboolean
dtl_edtf_append_exact (GString *text, const DtlEdtfSubject *subject)
{
  if (subject->next_day - subject->first_day == 1)
    {
      dtl_edtf_append_day (text, subject->first_day, subject->qualifiers);
      return TRUE;
    }
  return append_month_or_year (text, subject) || append_group (text, subject) ||
         append_power_of_years (text, subject) || append_ordinal_years (text, subject) ||
         append_rounded_years (text, subject);
}

void
dtl_edtf_append_covering (GString *text, const DtlEdtfSubject *subject)
{
  gboolean negative = subject->last.year < 0;
  gint64 low = ABS (subject->first.year), high = ABS (subject->last.year);
  DtlEdtfSubject plain = *subject;

  plain.precision = DTL_PRECISION_YEAR;
  if (subject->first.year == subject->last.year)
    {
      gboolean one_month = subject->first.month == subject->last.month;

      dtl_edtf_append_date (text, &subject->first, one_month ? 2 : 1,
                            subject->qualifiers);
      return;
    }
  for (int n = 1; n <= 12 && negative == (subject->first.year < 0); n++)
    {
      gint64 number = low / dtl_edtf_get_power_of_ten (n);

      if (number == high / dtl_edtf_get_power_of_ten (n) && (number > 0 || n <= 4))
        {
          append_years (text, negative, number, n, &plain);
          return;
        }
    }
  g_string_append (text, "..");
}
