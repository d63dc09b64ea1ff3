/* Julian to Thursday 4 October 1582, Gregorian from the next day, Friday 15
 * October: the switch of the bull Inter gravissimas, as in Rome. */

#include "config.h"

#include "time/calendars/dtl-calendar-private.h"
#include "time/calendars/dtl-calendar-switch.h"

#include <glib/gi18n-lib.h>

static gboolean
to_day (const DtlCalendarDate *date, gint64 *ret_day, GError **error)
{
  return dtl_calendar_switch_to_day (NULL, date, ret_day, error);
}

static gboolean
from_day (gint64 day, DtlCalendarDate *ret_date, GError **error)
{
  if (day < DTL_FIRST_GREGORIAN_DAY)
    return dtl_calendar_julian.from_day (day, ret_date, error);
  return dtl_calendar_gregorian.from_day (day, ret_date, error);
}

const DtlCalendarClass dtl_calendar_historical = {
  .name = "historical",
  .title = N_ ("the calendar of Rome, where 4 October 1582 was followed by 15 October"),
  .to_day = to_day,
  .from_day = from_day,
};
