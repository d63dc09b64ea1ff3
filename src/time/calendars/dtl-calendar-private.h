/* What the calendars share; for the files of this folder only. */

#pragma once

#include "time/dtl-calendar.h"

G_BEGIN_DECLS

/* One calendar: a file of its own defines it. Both functions report with
 * dtl_calendar_refuse_day() and dtl_calendar_refuse_range(). */
typedef struct {
  const char *name;  /* of documents and of the command line */
  const char *title; /* in messages: "the Hebrew calendar" */
  gboolean (*to_day) (const DtlCalendarDate *date, gint64 *ret_day, GError **error);
  gboolean (*from_day) (gint64 day, DtlCalendarDate *ret_date, GError **error);
} DtlCalendarClass;

extern const DtlCalendarClass dtl_calendar_gregorian;
extern const DtlCalendarClass dtl_calendar_julian;
extern const DtlCalendarClass dtl_calendar_historical;
extern const DtlCalendarClass dtl_calendar_islamic_civil;
extern const DtlCalendarClass dtl_calendar_islamic_tabular;
extern const DtlCalendarClass dtl_calendar_umm_al_qura;
extern const DtlCalendarClass dtl_calendar_hebrew;
extern const DtlCalendarClass dtl_calendar_persian;
extern const DtlCalendarClass dtl_calendar_chinese;
extern const DtlCalendarClass dtl_calendar_korean;
extern const DtlCalendarClass dtl_calendar_japanese;
extern const DtlCalendarClass dtl_calendar_buddhist;
extern const DtlCalendarClass dtl_calendar_roc;
extern const DtlCalendarClass dtl_calendar_dangun;
extern const DtlCalendarClass dtl_calendar_french_republican;
extern const DtlCalendarClass dtl_calendar_coptic;
extern const DtlCalendarClass dtl_calendar_ethiopian;
extern const DtlCalendarClass dtl_calendar_armenian;
extern const DtlCalendarClass dtl_calendar_saka;
extern const DtlCalendarClass dtl_calendar_maya;
extern const DtlCalendarClass dtl_calendar_roman;

/* Years and days of every calendar lie within these, so that sums of a few of
 * them cannot overflow. */
#define DTL_CALENDAR_MAX_YEAR G_GINT64_CONSTANT (20800000000000000)
#define DTL_CALENDAR_MAX_DAY G_GINT64_CONSTANT (7300000000000000000)

static inline gint64
dtl_floor_div (gint64 a, gint64 b)
{
  return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

/* 0 to @b - 1, for a positive @b. */
static inline gint64
dtl_floor_mod (gint64 a, gint64 b)
{
  gint64 rest = a % b;

  return rest < 0 ? rest + b : rest;
}

/* "there is no 30 February 2023 in the Gregorian calendar"; always FALSE. */
gboolean dtl_calendar_refuse_day (const DtlCalendarClass *calendar,
                                  const DtlCalendarDate *date,
                                  GError **error);

/* "the Umm al-Qura table covers the years 1420 to 1450"; always FALSE. */
gboolean dtl_calendar_refuse_range (GError **error, const char *format, ...)
    G_GNUC_PRINTF (2, 3);

/* Like the next two, for rules that multiply: beyond these they would overflow. */
#define DTL_CALENDAR_SMALL_YEAR G_GINT64_CONSTANT (200000000000)
#define DTL_CALENDAR_SMALL_DAY G_GINT64_CONSTANT (73000000000000)
gboolean dtl_calendar_check_small_year (gint64 year, GError **error);
gboolean dtl_calendar_check_small_day (gint64 day, GError **error);

/* The tables of the Chinese and Korean years, see their file. */
#define DTL_LUNISOLAR_FIRST 1645
#define DTL_LUNISOLAR_LAST 2100
extern const guint32 dtl_chinese_years[];
extern const guint32 dtl_korean_years[];

/* Whether a Hebrew year has an Adar I. */
gboolean dtl_hebrew_is_leap_year (gint64 year);

/* The table of the Umm al-Qura calendar, a word of twelve bits a year. */
#define DTL_UMM_AL_QURA_FIRST 1356
#define DTL_UMM_AL_QURA_LAST 1500
extern const guint16 dtl_umm_al_qura_months[];

/* The first day of a year: month 1, day 1, but for the Thai years that began in April.
 * A year that an era begins within is taken from its January on, and refused. */
gboolean dtl_calendar_get_year_start (DtlCalendar calendar,
                                      gint64 year,
                                      int era,
                                      gint64 *ret_day,
                                      GError **error);

/* FALSE with a range error where @year or @day is beyond every rule. */
gboolean dtl_calendar_check_year (gint64 year, GError **error);
gboolean dtl_calendar_check_day (gint64 day, GError **error);

G_END_DECLS
