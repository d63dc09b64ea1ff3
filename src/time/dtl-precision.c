#include "time/dtl-extent.h"

typedef struct {
  const char *name;
  gint64 seconds;
} Unit;

#define YEARS(n) (G_GINT64_CONSTANT (n) * DTL_SECONDS_PER_YEAR)

/* By code; 15 is not in use. A part of day is the shortest, a reign and a
 * named period count like a generation and a century: they only order. */
static const Unit units[] = {
  { "billion years", YEARS (1000000000) },
  { "hundred million years", YEARS (100000000) },
  { "ten million years", YEARS (10000000) },
  { "million years", YEARS (1000000) },
  { "hundred thousand years", YEARS (100000) },
  { "ten thousand years", YEARS (10000) },
  { "millennium", YEARS (1000) },
  { "century", YEARS (100) },
  { "decade", YEARS (10) },
  { "year", YEARS (1) },
  { "month", YEARS (1) / 12 },
  { "day", DTL_SECONDS_PER_DAY },
  { "hour", 3600 },
  { "minute", 60 },
  { "second", 1 },
  { "", 1 },
  { "half-year", YEARS (1) / 2 },
  { "quarter", YEARS (1) / 4 },
  { "quadrimester", YEARS (1) / 3 },
  { "season", YEARS (1) / 4 },
  { "week", 7 * DTL_SECONDS_PER_DAY },
  { "ten days", 10 * DTL_SECONDS_PER_DAY },
  { "part of day", 4 * 3600 },
  { "named period", YEARS (100) },
  { "reign", YEARS (25) },
  { "sub-second", 1 },
};

const char *
dtl_precision_get_name (DtlPrecision precision)
{
  g_return_val_if_fail ((guint) precision < G_N_ELEMENTS (units), "");
  return units[precision].name;
}

gint64
dtl_precision_get_seconds (DtlPrecision precision)
{
  g_return_val_if_fail ((guint) precision < G_N_ELEMENTS (units), 1);
  return units[precision].seconds;
}

DtlPrecision
dtl_precision_from_seconds (double seconds)
{
  int precision = DTL_PRECISION_SECOND;

  while (precision > DTL_PRECISION_BILLION_YEARS &&
         (double) dtl_precision_get_seconds ((DtlPrecision) precision) < seconds)
    precision--;
  return (DtlPrecision) precision;
}
