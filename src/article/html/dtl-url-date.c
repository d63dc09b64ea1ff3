#include "config.h"

#include "article/html/dtl-url-date.h"

#include "article/dtl-month-names.h"

#include <string.h>

/* Nothing on the web is older; larger numbers are not years. */
#define FIRST_YEAR 1990
#define LAST_YEAR 2100

static gsize
count_digits (const char *at)
{
  gsize n = 0;

  while (g_ascii_isdigit (at[n]))
    n++;
  return n;
}

static int
read_digits (const char *at, gsize n)
{
  int value = 0;

  for (gsize i = 0; i < n; i++)
    value = value * 10 + at[i] - '0';
  return value;
}

/* Moves behind a month as a number or a name. */
static gboolean
read_month (const char **at, int *ret_month)
{
  gsize n = count_digits (*at);

  if (n == 1 || n == 2)
    *ret_month = read_digits (*at, n);
  else
    {
      for (n = 0; g_ascii_isalpha ((*at)[n]);)
        n++;
      *ret_month = dtl_month_from_name (*at, n);
    }
  *at += n;
  return *ret_month > 0;
}

/* "2023/07/27" or "2023-07-27" at @at. */
static gboolean
read_parted (const char *at, DtlStamp *stamp)
{
  char separator = at[4];
  gsize n;

  stamp->year = read_digits (at, 4);
  if (count_digits (at) != 4 ||
      (separator != '/' && separator != '-' && separator != '_'))
    return FALSE;
  at += 5;
  if (!read_month (&at, &stamp->month) || *at != separator)
    return FALSE;
  at++;
  n = count_digits (at);
  if (n < 1 || n > 2)
    return FALSE;
  stamp->day = read_digits (at, n);
  return TRUE;
}

static gboolean
read_whole (const char *at, DtlStamp *stamp)
{
  int number = read_digits (at, 8);

  stamp->year = number / 10000;
  stamp->month = number / 100 % 100;
  stamp->day = number % 100;
  return TRUE;
}

gboolean
dtl_url_date_find (const char *url, DtlStamp *ret_stamp)
{
  const char *path = url != NULL ? strstr (url, "://") : NULL;

  if (path == NULL)
    return FALSE;
  for (const char *at = path + 3; *at != '\0' && *at != '?' && *at != '#'; at++)
    {
      DtlStamp stamp = { .precision = DTL_PRECISION_DAY };
      gsize n = count_digits (at);

      if (n > 0 && at[-1] != '.' && !g_ascii_isalnum (at[-1]) &&
          ((n == 4 && read_parted (at, &stamp)) || (n == 8 && read_whole (at, &stamp))) &&
          stamp.year >= FIRST_YEAR && stamp.year <= LAST_YEAR &&
          dtl_stamp_is_day (stamp.year, stamp.month, stamp.day))
        {
          *ret_stamp = stamp;
          return TRUE;
        }
      at += n > 0 ? n - 1 : 0;
    }
  return FALSE;
}
