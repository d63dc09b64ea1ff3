#include "time/dtl-time.h"

DtlTime
dtl_time_add (DtlTime time, gint64 seconds)
{
  DtlTime sum;

  if (!dtl_time_is_bounded (time))
    return time;
  if (__builtin_add_overflow (time, seconds, &sum))
    return seconds < 0 ? DTL_TIME_MIN : DTL_TIME_MAX;
  return CLAMP (sum, DTL_TIME_MIN, DTL_TIME_MAX);
}

DtlTime
dtl_time_from_day (gint64 day)
{
  const gint64 most = DTL_TIME_MAX / DTL_SECONDS_PER_DAY;

  if (day > most)
    return DTL_TIME_MAX;
  if (day < -most)
    return DTL_TIME_MIN;
  return day * DTL_SECONDS_PER_DAY;
}
