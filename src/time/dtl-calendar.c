#include "config.h"

#include "time/calendars/dtl-calendar-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (dtl - calendar - error - quark, dtl_calendar_error)

static const DtlCalendarClass *const classes[DTL_N_CALENDARS] = {
  [DTL_CALENDAR_GREGORIAN] = &dtl_calendar_gregorian,
  [DTL_CALENDAR_JULIAN] = &dtl_calendar_julian,
  [DTL_CALENDAR_HISTORICAL] = &dtl_calendar_historical,
  [DTL_CALENDAR_ISLAMIC_CIVIL] = &dtl_calendar_islamic_civil,
  [DTL_CALENDAR_ISLAMIC_TABULAR] = &dtl_calendar_islamic_tabular,
  [DTL_CALENDAR_UMM_AL_QURA] = &dtl_calendar_umm_al_qura,
  [DTL_CALENDAR_HEBREW] = &dtl_calendar_hebrew,
  [DTL_CALENDAR_PERSIAN] = &dtl_calendar_persian,
  [DTL_CALENDAR_CHINESE] = &dtl_calendar_chinese,
  [DTL_CALENDAR_KOREAN] = &dtl_calendar_korean,
  [DTL_CALENDAR_JAPANESE] = &dtl_calendar_japanese,
  [DTL_CALENDAR_BUDDHIST] = &dtl_calendar_buddhist,
  [DTL_CALENDAR_ROC] = &dtl_calendar_roc,
  [DTL_CALENDAR_DANGUN] = &dtl_calendar_dangun,
  [DTL_CALENDAR_FRENCH_REPUBLICAN] = &dtl_calendar_french_republican,
  [DTL_CALENDAR_COPTIC] = &dtl_calendar_coptic,
  [DTL_CALENDAR_ETHIOPIAN] = &dtl_calendar_ethiopian,
  [DTL_CALENDAR_ARMENIAN] = &dtl_calendar_armenian,
  [DTL_CALENDAR_SAKA] = &dtl_calendar_saka,
  [DTL_CALENDAR_MAYA] = &dtl_calendar_maya,
  [DTL_CALENDAR_ROMAN] = &dtl_calendar_roman,
};

static const char *const names[DTL_N_CALENDARS] = {
  "gregorian",   "julian",    "historical", "islamic-civil", "islamic-tabular",
  "umm-al-qura", "hebrew",    "persian",    "chinese",       "korean",
  "japanese",    "buddhist",  "roc",        "dangun",        "french-republican",
  "coptic",      "ethiopian", "armenian",   "saka",          "maya",
  "roman",
};

gboolean
dtl_calendar_refuse_day (const DtlCalendarClass *calendar,
                         const DtlCalendarDate *date,
                         GError **error)
{
  g_autofree char *year = NULL;

  if (error == NULL)
    return FALSE;
  year = g_strdup_printf ("%" G_GINT64_FORMAT, date->year);
  g_set_error (error, DTL_CALENDAR_ERROR, DTL_CALENDAR_ERROR_NO_SUCH_DAY,
               /* Translators: day, month, year, "the Gregorian calendar". */
               _ ("there is no day %d of month %d of the year %s in %s"), date->day,
               date->month, year, _ (calendar->title));
  return FALSE;
}

gboolean
dtl_calendar_refuse_range (GError **error, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  if (error == NULL)
    return FALSE;
  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, DTL_CALENDAR_ERROR, DTL_CALENDAR_ERROR_RANGE, text);
  return FALSE;
}

gboolean
dtl_calendar_check_year (gint64 year, GError **error)
{
  if (year >= -DTL_CALENDAR_MAX_YEAR && year <= DTL_CALENDAR_MAX_YEAR)
    return TRUE;
  return dtl_calendar_refuse_range (error, _ ("the year is too far away"));
}

gboolean
dtl_calendar_check_day (gint64 day, GError **error)
{
  if (day >= -DTL_CALENDAR_MAX_DAY && day <= DTL_CALENDAR_MAX_DAY)
    return TRUE;
  return dtl_calendar_refuse_range (error, _ ("the day is too far away"));
}

gboolean
dtl_calendar_check_small_year (gint64 year, GError **error)
{
  if (year >= -DTL_CALENDAR_SMALL_YEAR && year <= DTL_CALENDAR_SMALL_YEAR)
    return TRUE;
  return dtl_calendar_refuse_range (error, _ ("the year is too far away"));
}

gboolean
dtl_calendar_check_small_day (gint64 day, GError **error)
{
  if (day >= -DTL_CALENDAR_SMALL_DAY && day <= DTL_CALENDAR_SMALL_DAY)
    return TRUE;
  return dtl_calendar_refuse_range (error, _ ("the day is too far away"));
}

const char *
dtl_calendar_get_name (DtlCalendar calendar)
{
  g_return_val_if_fail (calendar >= 0 && calendar < DTL_N_CALENDARS, NULL);
  return names[calendar];
}

gboolean
dtl_calendar_from_name (const char *name, DtlCalendar *ret_calendar)
{
  for (int i = 0; i < DTL_N_CALENDARS; i++)
    if (g_strcmp0 (name, names[i]) == 0)
      {
        *ret_calendar = (DtlCalendar) i;
        return TRUE;
      }
  return FALSE;
}

gboolean
dtl_calendar_to_day (DtlCalendar calendar,
                     const DtlCalendarDate *date,
                     gint64 *ret_day,
                     GError **error)
{
  g_return_val_if_fail (calendar >= 0 && calendar < DTL_N_CALENDARS, FALSE);
  if (classes[calendar] == NULL)
    return dtl_calendar_refuse_range (error, _ ("no rule is known for this calendar"));
  return classes[calendar]->to_day (date, ret_day, error);
}

gboolean
dtl_calendar_from_day (DtlCalendar calendar,
                       gint64 day,
                       DtlCalendarDate *ret_date,
                       GError **error)
{
  g_return_val_if_fail (calendar >= 0 && calendar < DTL_N_CALENDARS, FALSE);
  if (classes[calendar] == NULL)
    return dtl_calendar_refuse_range (error, _ ("no rule is known for this calendar"));
  ret_date->era = 0;
  return classes[calendar]->from_day (day, ret_date, error);
}

int
dtl_day_get_weekday (gint64 day)
{
  return (int) dtl_floor_mod (day + 3, 7);
}

int
dtl_day_get_week (gint64 day, gint64 *ret_year)
{
  gint64 thursday = day - dtl_day_get_weekday (day) + 3;
  gint64 year;
  int month, month_day;

  dtl_gregorian_from_day (thursday, &year, &month, &month_day);
  *ret_year = year;
  return (int) ((thursday - dtl_gregorian_to_day (year, 1, 1)) / 7) + 1;
}

gint64
dtl_day_from_week (gint64 year, int week, int weekday)
{
  gint64 fourth = dtl_gregorian_to_day (year, 1, 4);

  return fourth - dtl_day_get_weekday (fourth) + (gint64) (week - 1) * 7 + weekday;
}

gboolean
dtl_calendar_get_year_start (DtlCalendar calendar,
                             gint64 year,
                             int era,
                             gint64 *ret_day,
                             GError **error)
{
  DtlCalendarDate first = { year, 1, 1, FALSE, era }, april = { year, 4, 1, FALSE, era };
  DtlCalendarDate before;

  if (calendar == DTL_CALENDAR_BUDDHIST &&
      dtl_calendar_to_day (calendar, &april, ret_day, NULL) &&
      !(dtl_calendar_from_day (calendar, *ret_day - 1, &before, NULL) &&
        before.year == year))
    return TRUE;
  return dtl_calendar_to_day (calendar, &first, ret_day, error);
}
