/* A place on the calendar as a text names it: to a year, a week, a night.
 *
 * Years are astronomical; labels are Julian before the switch of the place, as
 * bare dates are read there, so that "three days later" counts real days. */

#pragma once

#include "extract/dtl-fields.h"
#include "time/dtl-extent.h"

G_BEGIN_DECLS

/* What a point names, coarse to fine in this order. */
typedef enum {
  DTL_GRAIN_MILLENNIUM,
  DTL_GRAIN_CENTURY,
  DTL_GRAIN_DECADE,
  DTL_GRAIN_YEAR,
  DTL_GRAIN_HALF,
  DTL_GRAIN_SEASON,
  DTL_GRAIN_QUARTER,
  DTL_GRAIN_MONTH,
  DTL_GRAIN_WEEK,
  DTL_GRAIN_WEEKEND,
  DTL_GRAIN_DAY,
  DTL_GRAIN_DAYPART,
  DTL_GRAIN_HOUR,
  DTL_GRAIN_MINUTE,
  DTL_GRAIN_SECOND,
} DtlGrain;

typedef struct {
  DtlGrain grain;
  gint64 year; /* of a week: the ISO year; of a century: see dtl_point_century() */
  int month;   /* 1 to 12 from GRAIN_MONTH on, and for seasons and quarters */
  int day;
  int hour, minute, second;
  /* The ordinal of a millennium or century (-1: the first BC), the number of a
   * half, season, quarter or week, the part of a day. */
  int number;
  const DtlCalendarSwitch *place; /* whose labels these are; NULL: Rome's */
} DtlPoint;

DtlPoint dtl_point_year (gint64 year);
DtlPoint dtl_point_month (gint64 year, int month);
DtlPoint dtl_point_quarter (gint64 year, int number);
DtlPoint dtl_point_century (int ordinal);

/* The day counted from 1970-01-01, and back. */
DtlPoint dtl_point_from_day (gint64 day, const DtlCalendarSwitch *place);
/* The first day of what @point names. */
gint64 dtl_point_get_first_day (const DtlPoint *point);

/* FALSE for 30 February, and for a day that was skipped at the switch; @error says
 * which. */
gboolean dtl_point_check (const DtlPoint *point, GError **error);
gboolean dtl_point_exists (const DtlPoint *point);

/* What an extent lies in, to its precision. */
gboolean dtl_point_from_extent (const DtlExtent *extent,
                                const DtlCalendarSwitch *place,
                                DtlPoint *ret_point);

/* The @unit that @point lies in or begins with: the month of a day. */
DtlPoint dtl_point_round (const DtlPoint *point, DtlUnit unit);
/* The same point, @count units later: a month later than 31 January is the
 * last day of February. Keeps the grain of @point. */
DtlPoint dtl_point_move (const DtlPoint *point, gint64 count, DtlUnit unit);

/* TIMEX3: "1953-07-27", "1989-W43", "195", "BC0044", "1989-Q3". Caller frees. */
char *dtl_point_dup_value (const DtlPoint *point);

/* FALSE where the point does not exist. */
gboolean dtl_point_to_extent (const DtlPoint *point,
                              DtlExtent *ret_extent,
                              GError **error);

/* TIMEX3: "MO", "NI", "12:00". Static. */
const char *dtl_daypart_get_code (DtlDaypart daypart);

/* Easter Sunday, by the calendar that @place had in that year. */
DtlPoint dtl_point_easter (gint64 year, const DtlCalendarSwitch *place);

G_END_DECLS
