/* The Maya long count by the correlation 584,283 of Goodman, Martínez and
 * Thompson: day 0.0.0.0.0 is 11 August 3114 BC (Gregorian). The label's year is
 * the count of tuns of 360 days (baktun * 400 + katun * 20 + tun), its month the
 * uinal, 0 to 17, its day the kin, 0 to 19. */

#include "config.h"

#include "time/calendars/dtl-calendar-private.h"

#include <glib/gi18n-lib.h>

#define EPOCH (584283 - DTL_JDN_OF_DAY_0)

#define DAYS_PER_TUN 360

static gboolean
to_day (const DtlCalendarDate *date, gint64 *ret_day, GError **error)
{
  if (!dtl_calendar_check_year (date->year, error))
    return FALSE;
  if (date->leap_month || date->month < 0 || date->month > 17 || date->day < 0 ||
      date->day > 19)
    return dtl_calendar_refuse_day (&dtl_calendar_maya, date, error);

  *ret_day = EPOCH + date->year * DAYS_PER_TUN + date->month * 20 + date->day;
  return TRUE;
}

static gboolean
from_day (gint64 day, DtlCalendarDate *ret_date, GError **error)
{
  int in_tun;

  if (!dtl_calendar_check_day (day, error))
    return FALSE;

  in_tun = (int) dtl_floor_mod (day - EPOCH, DAYS_PER_TUN);
  ret_date->leap_month = FALSE;
  ret_date->year = dtl_floor_div (day - EPOCH, DAYS_PER_TUN);
  ret_date->month = in_tun / 20;
  ret_date->day = in_tun % 20;
  return TRUE;
}

const DtlCalendarClass dtl_calendar_maya = {
  .name = "maya",
  .title = N_ ("the Maya long count"),
  .to_day = to_day,
  .from_day = from_day,
};
