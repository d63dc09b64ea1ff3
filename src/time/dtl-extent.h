/* A stretch of time, as exact as it was stated.
 *
 * Something happened in the half-open interval [begin, finish), of which only
 * bounds are known:
 *
 *   start <= begin <= latest_start       earliest_end <= finish <= end
 *
 * "in 1984" is an extent of kind WITHIN: all that is known is that it lies in
 * that year. "1914-18" is a SPAN: it fills 1914 to 1918, its first and last
 * instant are known to the year. [latest_start, earliest_end), where it is
 * not empty, is certainly covered. */

#pragma once

#include "time/calendars/dtl-calendar-switch.h"

G_BEGIN_DECLS

/* 0 to 14 are Wikidata's codes, coarse to fine; the rest are ours. */
typedef enum {
  DTL_PRECISION_BILLION_YEARS,
  DTL_PRECISION_HUNDRED_MILLION_YEARS,
  DTL_PRECISION_TEN_MILLION_YEARS,
  DTL_PRECISION_MILLION_YEARS,
  DTL_PRECISION_HUNDRED_THOUSAND_YEARS,
  DTL_PRECISION_TEN_THOUSAND_YEARS,
  DTL_PRECISION_MILLENNIUM,
  DTL_PRECISION_CENTURY,
  DTL_PRECISION_DECADE,
  DTL_PRECISION_YEAR,
  DTL_PRECISION_MONTH,
  DTL_PRECISION_DAY,
  DTL_PRECISION_HOUR,
  DTL_PRECISION_MINUTE,
  DTL_PRECISION_SECOND,
  DTL_PRECISION_HALF_YEAR = 16,
  DTL_PRECISION_QUARTER,
  DTL_PRECISION_QUADRIMESTER,
  DTL_PRECISION_SEASON,
  DTL_PRECISION_WEEK,
  DTL_PRECISION_TEN_DAYS,
  DTL_PRECISION_PART_OF_DAY,
  DTL_PRECISION_NAMED_PERIOD,
  DTL_PRECISION_REIGN,
  DTL_PRECISION_SUB_SECOND,
} DtlPrecision;

typedef enum {
  DTL_EXTENT_WITHIN,
  DTL_EXTENT_SPAN,
  DTL_EXTENT_ONE_OF, /* "1564 or 1567": the hull of the members */
  DTL_EXTENT_ALL_OF,
} DtlExtentKind;

typedef enum {
  DTL_PART_NONE,
  DTL_PART_EARLY,
  DTL_PART_MID,
  DTL_PART_LATE,
  DTL_PART_FIRST_HALF,
  DTL_PART_SECOND_HALF,
  DTL_PART_QUARTER_1,
  DTL_PART_QUARTER_2,
  DTL_PART_QUARTER_3,
  DTL_PART_QUARTER_4,
} DtlPart;

typedef enum {
  DTL_EXTENT_APPROXIMATE = 1 << 0,   /* circa: bounds stay, the drawing widens */
  DTL_EXTENT_UNCERTAIN = 1 << 1,     /* "1205?" */
  DTL_EXTENT_OPEN_START = 1 << 2,    /* start is DTL_TIME_PAST: no start */
  DTL_EXTENT_OPEN_END = 1 << 3,      /* end is DTL_TIME_FUTURE: goes on */
  DTL_EXTENT_UNKNOWN_START = 1 << 4, /* there was one, nobody says when */
  DTL_EXTENT_UNKNOWN_END = 1 << 5,
  DTL_EXTENT_CALENDAR_ASSUMED = 1 << 6, /* Julian or Gregorian by default */
  DTL_EXTENT_INFERRED = 1 << 7,         /* completed from context */
  DTL_EXTENT_DUAL = 1 << 8,             /* both O.S. and N.S. were given */
  DTL_EXTENT_AMBIGUOUS = 1 << 9,
  DTL_EXTENT_OUT_OF_RANGE = 1 << 10,
  DTL_EXTENT_DEEP_TIME = 1 << 11,    /* said as "ago" or BP: label as such */
  DTL_EXTENT_UNCALIBRATED = 1 << 12, /* radiocarbon years */
  DTL_EXTENT_HAS_OFFSET = 1 << 13,   /* offset_minutes was stated */
  DTL_EXTENT_EXCLUSIVE = 1 << 14,    /* said as "before" or "after" what lies
                                        beside the bound: label as such */
  DTL_EXTENT_SOUTHERN = 1 << 15,     /* its season is one of the southern half */
} DtlExtentFlags;

/* A plain value: copy it, keep it on the stack, nothing to free.
 *
 * The bounds are those that were stated. The inner two may be looser than the
 * outer two allow ("0000-01-03/0000-01" ends within a month that began before
 * it); dtl_extent_normalize() tightens them. */
typedef struct {
  DtlTime start;        /* DTL_TIME_PAST where open or unknown */
  DtlTime latest_start; /* inclusive bound of the start coordinate */
  DtlTime earliest_end; /* first second after the earliest end */
  DtlTime end;          /* first second after the latest end; DTL_TIME_FUTURE */
  guint16 flags;        /* DtlExtentFlags */
  gint16 offset_minutes;
  guint8 kind;          /* DtlExtentKind */
  guint8 precision;     /* DtlPrecision of the start, or of both ends */
  guint8 precision_end; /* of the end of a span */
  guint8 part;          /* DtlPart */
  guint8 calendar;      /* DtlCalendar it was said in, or its start */
  guint8 calendar_end;  /* of the end: Julian 1501 to Gregorian 1600 */
  guint8 qualifiers[2]; /* EDTF ~ and ? per component and side: uncertain
                            y m d in bits 0-2, approximate y m d in bits 3-5 */
} DtlExtent;

/* The fields of one stated date; those finer than @precision are not read.
 * Years are astronomical for Gregorian and Julian. */
typedef struct {
  DtlCalendar calendar;   /* HISTORICAL: Julian before the switch of @place */
  DtlPrecision precision; /* YEAR, MONTH, DAY, HOUR, MINUTE or SECOND; or
                             DECADE, CENTURY, MILLENNIUM with @year any year
                             of it by the digits (1960 for the 1960s) */
  gint64 year;
  int month, day, hour, minute, second;
  gboolean leap_month;            /* Chinese and Korean */
  const DtlCalendarSwitch *place; /* HISTORICAL: who switched; NULL: Rome, assumed */
} DtlDate;

/**
 * dtl_extent_from_date:
 *
 * Fails with a #DtlCalendarError where the day does not exist, naming it.
 */
gboolean dtl_extent_from_date (const DtlDate *date,
                               DtlExtent *ret_extent,
                               GError **error);

/* Years 1801 to 1900 for 19, 100 to 1 BC for -1: ordinals are strict. */
DtlExtent dtl_extent_from_century (int ordinal);
/* 3000 to 2001 BC for -3. */
DtlExtent dtl_extent_from_millennium (int ordinal);

/* "@years years ago" of deep time, stated to @precision: the middle is at
 * astronomical year -@years exactly, its bounds half a unit about it. */
DtlExtent dtl_extent_from_years_ago (double years, DtlPrecision precision);

/* Early, mid or late: thirds; halves and quarters likewise. The end of a BC
 * century nearest to us is the late one. */
DtlExtent dtl_extent_get_part (const DtlExtent *whole, DtlPart part);

/* "from @first to @last": fills both. */
DtlExtent dtl_extent_span (const DtlExtent *first, const DtlExtent *last);
/* "between @first and @last": somewhere within. */
DtlExtent dtl_extent_between (const DtlExtent *first, const DtlExtent *last);
/* Strict: "before 1453" ends with 1452. */
DtlExtent dtl_extent_before (const DtlExtent *extent);
DtlExtent dtl_extent_after (const DtlExtent *extent);
/* "by 1453", "no later than 1453": includes 1453. */
DtlExtent dtl_extent_not_after (const DtlExtent *extent);
DtlExtent dtl_extent_not_before (const DtlExtent *extent);
/* A span with an open end ("since 1948") or start ("until 1806"). */
DtlExtent dtl_extent_since (const DtlExtent *extent);
DtlExtent dtl_extent_until (const DtlExtent *extent);

/* Moves the bounds so that the invariants above hold. */
void dtl_extent_normalize (DtlExtent *extent);

gboolean dtl_extent_equal (const DtlExtent *a, const DtlExtent *b);

/* Total order of lists: start, coarser precision first, longer first. */
int dtl_extent_compare (const DtlExtent *a, const DtlExtent *b);

/* Where to put a point for something that has no width on screen: the middle
 * of the known bounds, the known end where one is open. */
DtlTime dtl_extent_get_anchor (const DtlExtent *extent);

/* The margin that "circa" adds to the drawing on each side, in seconds: half
 * of the greatest power of ten that divides the year, at least 2 years; one
 * unit at month or day precision. 0 where not approximate. */
gint64 dtl_extent_get_margin (const DtlExtent *extent);

/* Exactly the days @first to @last, somewhere within; of the Gregorian
 * calendar until the caller says otherwise. */
DtlExtent dtl_extent_from_days (gint64 first, gint64 last, DtlPrecision precision);

/* "year", "day", "part of day" …: for data, not translated. Lives for ever. */
const char *dtl_precision_get_name (DtlPrecision precision);

/* Width in seconds of the unit that @precision names; the nominal one. */
gint64 dtl_precision_get_seconds (DtlPrecision precision);

/* The finest of Wikidata's precisions whose unit is not shorter than @seconds: what
 * may be said of a moment that is known to so many. */
DtlPrecision dtl_precision_from_seconds (double seconds);

G_END_DECLS
