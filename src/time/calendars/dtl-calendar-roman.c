/* The Roman calendar as Julius Caesar left it, with years from the founding of
 * the city by Varro's count: 753 BC is 1. Before 45 BC the months of the
 * Republic cannot be converted; the label is then a convention. */

#include "config.h"

#include "time/calendars/dtl-calendar-private.h"

#include <glib/gi18n-lib.h>

#define SHIFT 753

static gboolean
to_day (const DtlCalendarDate *date, gint64 *ret_day, GError **error)
{
  DtlCalendarDate shifted = *date;

  if (!dtl_calendar_check_year (date->year, error))
    return FALSE;
  shifted.year -= SHIFT;
  return dtl_calendar_julian.to_day (&shifted, ret_day, error);
}

static gboolean
from_day (gint64 day, DtlCalendarDate *ret_date, GError **error)
{
  if (!dtl_calendar_julian.from_day (day, ret_date, error))
    return FALSE;
  ret_date->year += SHIFT;
  return TRUE;
}

const DtlCalendarClass dtl_calendar_roman = {
  .name = "roman",
  .title = N_ ("the Roman calendar"),
  .to_day = to_day,
  .from_day = from_day,
};
