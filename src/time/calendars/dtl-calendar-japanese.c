/* The Japanese calendar since 1 January 1873: the Gregorian one with years of
 * the emperor's era. Earlier months and days were lunisolar and are not known
 * here. Eras change on the day they were proclaimed for. */

#include "config.h"

#include "time/calendars/dtl-calendar-private.h"

#include <glib/gi18n-lib.h>

/* 1 January 1873. */
#define FIRST_DAY (-35428)

static const DtlJapaneseEra eras[] = {
  { "meiji", -36958, 1868 },  /* 23 October 1868 */
  { "taisho", -20974, 1912 }, /* 30 July 1912 */
  { "showa", -15713, 1926 },  /* 25 December 1926 */
  { "heisei", 6947, 1989 },   /* 8 January 1989 */
  { "reiwa", 18017, 2019 },   /* 1 May 2019 */
};

const DtlJapaneseEra *
dtl_japanese_get_eras (guint *ret_count)
{
  *ret_count = G_N_ELEMENTS (eras);
  return eras;
}

static gboolean
refuse_early (GError **error)
{
  return dtl_calendar_refuse_range (
      error, _ ("before 1873 the Japanese calendar followed the moon"));
}

static gboolean
to_day (const DtlCalendarDate *date, gint64 *ret_day, GError **error)
{
  DtlCalendarDate shifted = *date;
  gint64 day;

  if (date->era < 0 || date->era >= (int) G_N_ELEMENTS (eras) || date->year < 1 ||
      date->year > DTL_CALENDAR_MAX_YEAR - 2019)
    return dtl_calendar_refuse_range (error, _ ("there is no such Japanese era"));
  shifted.year += eras[date->era].first_year - 1;
  if (!dtl_calendar_gregorian.to_day (&shifted, &day, error))
    return FALSE;
  if (day < FIRST_DAY)
    return refuse_early (error);
  if (day < eras[date->era].first_day)
    return dtl_calendar_refuse_day (&dtl_calendar_japanese, date, error);
  *ret_day = day;
  return TRUE;
}

static gboolean
from_day (gint64 day, DtlCalendarDate *ret_date, GError **error)
{
  int era = G_N_ELEMENTS (eras) - 1;

  if (day < FIRST_DAY)
    return refuse_early (error);
  if (!dtl_calendar_gregorian.from_day (day, ret_date, error))
    return FALSE;
  while (day < eras[era].first_day)
    era--;
  ret_date->era = era;
  ret_date->year -= eras[era].first_year - 1;
  return TRUE;
}

const DtlCalendarClass dtl_calendar_japanese = {
  .name = "japanese",
  .title = N_ ("the Japanese calendar"),
  .to_day = to_day,
  .from_day = from_day,
};
