#include "config.h"

#include "time/forms/dtl-timelinejs.h"

#include "time/calendars/dtl-calendar-private.h"

#include <glib/gi18n-lib.h>

/* The fields in order, coarse to fine, as far as they are given. */
static DtlPrecision
get_precision (const DtlTimelineJsDate *date)
{
  const gint64 finer[] = { date->month, date->day, date->hour, date->minute,
                           date->second };
  DtlPrecision precision = DTL_PRECISION_YEAR;

  for (guint i = 0; i < G_N_ELEMENTS (finer) && finer[i] != DTL_TIMELINEJS_NONE; i++)
    precision++;
  return precision;
}

/* A field as a small number; -1, which no field may be, where it is absurd. */
static int
narrow (gint64 number)
{
  return number >= 0 && number <= 1000 ? (int) number : -1;
}

gboolean
dtl_timelinejs_read (const DtlTimelineJsDate *date, DtlExtent *ret_extent, GError **error)
{
  DtlDate read = { .calendar = DTL_CALENDAR_GREGORIAN,
                   .precision = get_precision (date),
                   .year = date->year < 0 ? date->year + 1 : date->year,
                   .month = narrow (date->month),
                   .day = narrow (date->day),
                   .hour = narrow (date->hour),
                   .minute = narrow (date->minute),
                   .second = narrow (date->second) };

  if (date->year == DTL_TIMELINEJS_NONE || date->year == 0)
    return dtl_calendar_refuse_range (error, _ ("the date has no year"));
  return dtl_extent_from_date (&read, ret_extent, error);
}

static DtlPrecision
coarsen (DtlPrecision precision, DtlLoss *loss)
{
  if (precision >= DTL_PRECISION_YEAR && precision <= DTL_PRECISION_SECOND)
    return precision;
  *loss |= DTL_LOSS_PRECISION;
  if (precision < DTL_PRECISION_YEAR || precision == DTL_PRECISION_NAMED_PERIOD ||
      precision == DTL_PRECISION_REIGN)
    return DTL_PRECISION_YEAR;
  if (precision == DTL_PRECISION_SUB_SECOND)
    return DTL_PRECISION_SECOND;
  if (precision == DTL_PRECISION_PART_OF_DAY)
    return DTL_PRECISION_HOUR;
  return precision == DTL_PRECISION_WEEK || precision == DTL_PRECISION_TEN_DAYS
             ? DTL_PRECISION_DAY
             : DTL_PRECISION_MONTH;
}

static DtlLoss
find_losses (const DtlExtent *extent)
{
  DtlLoss loss = DTL_LOSS_NONE;

  if (extent->flags & (DTL_EXTENT_APPROXIMATE | DTL_EXTENT_UNCERTAIN))
    loss |= DTL_LOSS_QUALIFIER;
  if (extent->flags & DTL_EXTENT_HAS_OFFSET)
    loss |= DTL_LOSS_OFFSET;
  if (extent->calendar != DTL_CALENDAR_GREGORIAN)
    loss |= DTL_LOSS_CALENDAR;
  if (extent->part != DTL_PART_NONE)
    loss |= DTL_LOSS_PART;
  if (extent->kind == DTL_EXTENT_ONE_OF || extent->kind == DTL_EXTENT_ALL_OF)
    loss |= DTL_LOSS_BOUNDS;
  return loss;
}

gboolean
dtl_timelinejs_write (const DtlExtent *extent,
                      gboolean end,
                      DtlTimelineJsDate *ret_date,
                      DtlLoss *ret_loss)
{
  DtlTime time = end ? extent->end : extent->start;
  DtlPrecision precision;
  gint64 year;
  int month, day, second;

  *ret_loss = find_losses (extent);
  if (!dtl_time_is_bounded (time))
    {
      *ret_loss |= DTL_LOSS_OPEN_END;
      return FALSE;
    }
  time -= end ? 1 : 0;
  precision = coarsen ((DtlPrecision) (end ? extent->precision_end : extent->precision),
                       ret_loss);
  dtl_gregorian_from_day (dtl_time_get_day (time), &year, &month, &day);
  second = dtl_time_get_second_of_day (time);
  *ret_date = (DtlTimelineJsDate){
    .year = year > 0 ? year : year - 1,
    .month = precision >= DTL_PRECISION_MONTH ? month : DTL_TIMELINEJS_NONE,
    .day = precision >= DTL_PRECISION_DAY ? day : DTL_TIMELINEJS_NONE,
    .hour = precision >= DTL_PRECISION_HOUR ? second / 3600 : DTL_TIMELINEJS_NONE,
    .minute = precision >= DTL_PRECISION_MINUTE ? second / 60 % 60 : DTL_TIMELINEJS_NONE,
    .second = precision >= DTL_PRECISION_SECOND ? second % 60 : DTL_TIMELINEJS_NONE,
  };
  return TRUE;
}
