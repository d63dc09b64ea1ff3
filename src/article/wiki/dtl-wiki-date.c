#include "article/wiki/dtl-wiki-date.h"

#include "article/dtl-month-names.h"
#include "time/dtl-label.h"

#define MAX_YEAR 9999

/* A number and nothing else; FALSE for words and for what is no field of a
 * date. */
static gboolean
read_number (const DtlWikiArgument *argument, int *ret_number)
{
  const char *text = argument->value;
  gsize length = argument->length, i = 0;
  gboolean is_negative = length > 1 && text[0] == '-';
  int number = 0;

  for (i = is_negative; i < length && g_ascii_isdigit (text[i]) && number <= MAX_YEAR;
       i++)
    number = number * 10 + g_ascii_digit_value (text[i]);
  if (i == (gsize) is_negative || i < length || number > MAX_YEAR)
    return FALSE;
  *ret_number = is_negative ? -number : number;
  return TRUE;
}

static gboolean
read_month (const DtlWikiArgument *argument, int *ret_month)
{
  if (!read_number (argument, ret_month))
    *ret_month = dtl_month_from_name (argument->value, argument->length);
  return *ret_month >= 1 && *ret_month <= 12;
}

static gboolean
read_day (const DtlWikiArgument *argument, int *ret_day)
{
  return read_number (argument, ret_day) && *ret_day >= 1 && *ret_day <= 31;
}

static gboolean
read_year (const DtlWikiArgument *argument, int *ret_year)
{
  return read_number (argument, ret_year) && *ret_year != 0;
}

/* "1950|6|25", "1950|6", "1950" */
static guint
read_year_first (const DtlWikiArgument *arguments, guint n, DtlDate *date)
{
  int year;

  if (n == 0 || !read_year (&arguments[0], &year) || (year > 0 && year <= 31 && n > 1))
    return 0;
  date->year = year < 0 ? year + 1 : year;
  date->precision = DTL_PRECISION_YEAR;
  if (n < 2 || !read_month (&arguments[1], &date->month))
    return 1;
  date->precision = DTL_PRECISION_MONTH;
  if (n < 3 || !read_day (&arguments[2], &date->day))
    return 2;
  date->precision = DTL_PRECISION_DAY;
  return 3;
}

/* "25|6|1950", "25|June|1950" */
static guint
read_day_first (const DtlWikiArgument *arguments, guint n, DtlDate *date)
{
  int year;

  if (n < 3 || !read_day (&arguments[0], &date->day) ||
      !read_month (&arguments[1], &date->month) || !read_year (&arguments[2], &year) ||
      year <= 31)
    return 0;
  date->year = year;
  date->precision = DTL_PRECISION_DAY;
  return 3;
}

guint
dtl_wiki_date_append (GString *to,
                      const DtlWikiArgument *arguments,
                      guint n_arguments,
                      const char *language)
{
  DtlDate date = { .calendar = DTL_CALENDAR_HISTORICAL };
  DtlLabelStyle style = DTL_LABEL_STYLE_INIT;
  g_autofree char *label = NULL;
  DtlExtent extent;
  guint n = read_year_first (arguments, n_arguments, &date);

  if (n == 0)
    n = read_day_first (arguments, n_arguments, &date);
  if (n == 0 || !dtl_extent_from_date (&date, &extent, NULL))
    return 0;
  style.language = language;
  label = dtl_label_extent (&extent, &style);
  g_string_append (to, label);
  return n;
}
