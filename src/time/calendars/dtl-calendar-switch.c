#include "config.h"

#include "time/calendars/dtl-calendar-switch.h"

#include "time/calendars/dtl-calendar-private.h"

#include <glib/gi18n-lib.h>

/* Common historical knowledge, as in F. K. Ginzel, "Handbuch der mathematischen
 * und technischen Chronologie", vol. 3 (1914), and the laws since. In the comment
 * the last Julian and the first Gregorian label. Sweden's own calendar, a day
 * ahead of the Julian one from 1700 to 1712, is not in it. */
static const DtlCalendarSwitch switches[] = {
  { "VA", N_ ("the Papal States and most of Italy"),
    -141427 },                                        /* 1582-10-04, 1582-10-15 */
  { "IT", N_ ("Italy"), -141427 },                    /* 1582-10-04, 1582-10-15 */
  { "ES", N_ ("Spain"), -141427 },                    /* 1582-10-04, 1582-10-15 */
  { "PT", N_ ("Portugal"), -141427 },                 /* 1582-10-04, 1582-10-15 */
  { "PL", N_ ("Poland and Lithuania"), -141427 },     /* 1582-10-04, 1582-10-15 */
  { "FR", N_ ("France"), -141361 },                   /* 1582-12-09, 1582-12-20 */
  { "BE", N_ ("the southern Netherlands"), -141356 }, /* 1582-12-14, 1582-12-25 */
  { NULL, N_ ("Brabant, Zeeland and the States General"),
    -141356 },                       /* 1582-12-14, 1582-12-25 */
  { "NL", N_ ("Holland"), -141338 }, /* 1583-01-01, 1583-01-12 */
  { NULL, N_ ("Liège"), -141298 },   /* 1583-02-10, 1583-02-21 */
  { NULL, N_ ("Bavaria, Freising, Ratisbon and Salzburg"),
    -141061 },                                   /* 1583-10-05, 1583-10-16 */
  { "AT", N_ ("Austria"), -141061 },             /* 1583-10-05, 1583-10-16 */
  { NULL, N_ ("Cologne and Aachen"), -141032 },  /* 1583-11-03, 1583-11-14 */
  { NULL, N_ ("Würzburg"), -141031 },            /* 1583-11-04, 1583-11-15 */
  { NULL, N_ ("Mainz"), -141024 },               /* 1583-11-11, 1583-11-22 */
  { "CZ", N_ ("Bohemia and Moravia"), -140968 }, /* 1584-01-06, 1584-01-17 */
  { NULL, N_ ("Lucerne, Uri, Schwyz, Zug, Fribourg and Solothurn"),
    -140963 },                                              /* 1584-01-11, 1584-01-22 */
  { NULL, N_ ("Silesia"), -140962 },                        /* 1584-01-12, 1584-01-23 */
  { NULL, N_ ("Westphalia"), -140791 },                     /* 1584-07-01, 1584-07-12 */
  { "HU", N_ ("Hungary"), -139584 },                        /* 1587-10-21, 1587-11-01 */
  { NULL, N_ ("Transylvania"), -138434 },                   /* 1590-12-14, 1590-12-25 */
  { NULL, N_ ("the Duchy of Prussia"), -131243 },           /* 1610-08-22, 1610-09-02 */
  { NULL, N_ ("Strasbourg"), -105143 },                     /* 1682-02-05, 1682-02-16 */
  { "DE", N_ ("Protestant Germany"), -98556 },              /* 1700-02-18, 1700-03-01 */
  { "DK", N_ ("Denmark"), -98556 },                         /* 1700-02-18, 1700-03-01 */
  { "NO", N_ ("Norway"), -98556 },                          /* 1700-02-18, 1700-03-01 */
  { NULL, N_ ("Gelderland"), -98423 },                      /* 1700-06-30, 1700-07-12 */
  { "IS", N_ ("Iceland"), -98284 },                         /* 1700-11-16, 1700-11-28 */
  { NULL, N_ ("Utrecht and Overijssel"), -98270 },          /* 1700-11-30, 1700-12-12 */
  { NULL, N_ ("Friesland and Groningen"), -98239 },         /* 1700-12-31, 1701-01-12 */
  { "CH", N_ ("Zürich, Bern, Basel and Geneva"), -98239 },  /* 1700-12-31, 1701-01-12 */
  { "GB", N_ ("Great Britain and its colonies"), -79366 },  /* 1752-09-02, 1752-09-14 */
  { "IE", N_ ("Ireland"), -79366 },                         /* 1752-09-02, 1752-09-14 */
  { "US", N_ ("the British colonies in America"), -79366 }, /* 1752-09-02, 1752-09-14 */
  { "CA", N_ ("British North America"), -79366 },           /* 1752-09-02, 1752-09-14 */
  { "SE", N_ ("Sweden"), -79198 },                          /* 1753-02-17, 1753-03-01 */
  { "FI", N_ ("Finland"), -79198 },                         /* 1753-02-17, 1753-03-01 */
  { "BG", N_ ("Bulgaria"), -19620 },                        /* 1916-03-31, 1916-04-14 */
  { "TR", N_ ("Turkey"), -19299 },                          /* 1917-02-15, 1917-03-01 */
  { "RU", N_ ("Russia"), -18949 },                          /* 1918-01-31, 1918-02-14 */
  { "BY", N_ ("Belarus"), -18949 },                         /* 1918-01-31, 1918-02-14 */
  { "EE", N_ ("Estonia"), -18949 },                         /* 1918-01-31, 1918-02-14 */
  { "LV", N_ ("Latvia"), -18949 },                          /* 1918-01-31, 1918-02-14 */
  { "UA", N_ ("Ukraine"), -18934 },                         /* 1918-02-15, 1918-03-01 */
  { "AM", N_ ("Armenia"), -18874 },                         /* 1918-04-16, 1918-04-30 */
  { "GE", N_ ("Georgia"), -18873 },                         /* 1918-04-17, 1918-05-01 */
  { "RS", N_ ("Serbia and Yugoslavia"), -18601 },           /* 1919-01-14, 1919-01-28 */
  { "RO", N_ ("Romania"), -18525 },                         /* 1919-03-31, 1919-04-14 */
  { "GR", N_ ("Greece"), -17108 },                          /* 1923-02-15, 1923-03-01 */
};

const DtlCalendarSwitch *
dtl_calendar_switch_list (guint *ret_count)
{
  *ret_count = G_N_ELEMENTS (switches);
  return switches;
}

const DtlCalendarSwitch *
dtl_calendar_switch_find (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    if (switches[i].code != NULL && g_ascii_strcasecmp (switches[i].code, code) == 0)
      return &switches[i];
  return NULL;
}

static gint64
get_first_day (const DtlCalendarSwitch *place)
{
  return place != NULL ? place->first_day : DTL_FIRST_GREGORIAN_DAY;
}

DtlCalendar
dtl_calendar_switch_get_calendar (const DtlCalendarSwitch *place, gint64 day)
{
  return day < get_first_day (place) ? DTL_CALENDAR_JULIAN : DTL_CALENDAR_GREGORIAN;
}

gint64
dtl_calendar_switch_get_day (const DtlCalendarSwitch *place,
                             gint64 year,
                             int month,
                             int day)
{
  gint64 first = get_first_day (place);
  gint64 julian = dtl_julian_to_day (year, month, day);

  return julian < first ? julian : MAX (dtl_gregorian_to_day (year, month, day), first);
}

int
dtl_calendar_switch_get_month_length (const DtlCalendarSwitch *place,
                                      gint64 year,
                                      int month)
{
  int length = dtl_gregorian_get_month_length (year, month);

  /* The last of the month by the new calendar is skipped, or not yet reached. */
  if (dtl_gregorian_to_day (year, month, length) >= get_first_day (place))
    return length;
  length = dtl_julian_get_month_length (year, month);
  while (dtl_julian_to_day (year, month, length) >= get_first_day (place))
    length--;
  return length;
}

static gboolean
refuse_skipped (const DtlCalendarSwitch *place,
                const DtlCalendarDate *date,
                GError **error)
{
  DtlCalendarDate last, first;

  dtl_calendar_julian.from_day (place->first_day - 1, &last, NULL);
  dtl_calendar_gregorian.from_day (place->first_day, &first, NULL);
  g_set_error (error, DTL_CALENDAR_ERROR, DTL_CALENDAR_ERROR_NO_SUCH_DAY,
               _ ("there was no %d-%02d-%02d: %s went from %d-%02d-%02d to %d-%02d-%02d"),
               (int) date->year, date->month, date->day, _ (place->place),
               (int) last.year, last.month, last.day, (int) first.year, first.month,
               first.day);
  return FALSE;
}

gboolean
dtl_calendar_switch_to_day (const DtlCalendarSwitch *place,
                            const DtlCalendarDate *date,
                            gint64 *ret_day,
                            GError **error)
{
  if (place == NULL)
    place = &switches[0];
  if (dtl_calendar_julian.to_day (date, ret_day, NULL) && *ret_day < place->first_day)
    return TRUE;
  if (!dtl_calendar_gregorian.to_day (date, ret_day, error))
    return FALSE;
  return *ret_day >= place->first_day || refuse_skipped (place, date, error);
}
