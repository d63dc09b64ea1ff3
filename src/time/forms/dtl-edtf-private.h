/* What the reader and the writer of EDTF share; for the files of this folder
 * only. */

#pragma once

#include "time/forms/dtl-edtf.h"

G_BEGIN_DECLS

/* Qualifiers as they stand in DtlExtent.qualifiers. */
#define DTL_EDTF_UNCERTAIN(component) (1 << (component))
#define DTL_EDTF_APPROXIMATE(component) (8 << (component))
#define DTL_EDTF_ANY_UNCERTAIN 0x07
#define DTL_EDTF_ANY_APPROXIMATE 0x38

/* Numbers of months in one string: seasons of either hemisphere, quarters,
 * thirds and halves of a year. */
#define DTL_EDTF_FIRST_GROUP 21
#define DTL_EDTF_LAST_GROUP 41
#define DTL_EDTF_FIRST_SOUTHERN 29
#define DTL_EDTF_LAST_SOUTHERN 32

typedef struct {
  DtlPrecision precision;
  int month; /* that it begins with */
  int n_months;
} DtlEdtfGroup;

/* @code: 21 to 41. */
const DtlEdtfGroup *dtl_edtf_get_group (int code);

/* Digits of which some may be unspecified: "20XX". */
typedef struct {
  char digits[4];
  guint8 n;
  gsize at; /* where they stand in the text */
} DtlEdtfDigits;

/* A date as it is written. */
typedef struct {
  gboolean negative;
  int n_parts; /* 1: year, 2: and month or group, 3: and day */
  DtlEdtfDigits parts[3];

  /* A year in digits of any number, or with significant digits: instead of
   * parts[0], and the only part. */
  gboolean is_long;
  gint64 year;       /* magnitude; -1 where no number here can hold it */
  int unsure_digits; /* at its end: 2 for 1234S2 */

  gboolean has_time;
  int seconds; /* 0 to 86,400 */
  gboolean has_offset;
  int offset_minutes;

  guint8 qualifiers;
  int level;
} DtlEdtfDate;

/* Reads a part of a text; positions count in the whole of it. */
typedef struct {
  const char *text;
  gsize at;
  gsize end;
} DtlEdtfCursor;

/* "at position 5: there is no such month"; always FALSE. */
gboolean dtl_edtf_refuse (GError **error, gsize at, const char *what);

/* One date, which has to be all of @cursor; raises @level to the one it needs.
 * Fails with a #DtlEdtfError. */
gboolean dtl_edtf_read_date (DtlEdtfCursor *cursor,
                             gboolean with_time,
                             DtlExtent *ret_extent,
                             int *level,
                             GError **error);

/* The bounds of a date. FALSE where no such day exists, with the place of what
 * is wrong; @date has to be read by the rules of the syntax. */
gboolean dtl_edtf_evaluate (const DtlEdtfDate *date,
                            DtlExtent *ret_extent,
                            gsize *ret_at);

static inline gint64
dtl_edtf_get_power_of_ten (int n)
{
  gint64 power = 1;

  while (n-- > 0)
    power *= 10;
  return power;
}

static inline int
dtl_edtf_count_digits (gint64 number)
{
  int n = 1;

  for (; number >= 10; number /= 10)
    n++;
  return n;
}

/* Something to write as one date: bounds on whole days, and its labels in the
 * calendar of each end. */
typedef struct {
  gint64 first_day, next_day;
  DtlCalendar calendar, calendar_end; /* Gregorian or Julian */
  DtlCalendarDate first, last;
  gint64 n_months; /* 0 where it does not begin and end with months */
  gint64 n_years;  /* 0 where it does not begin and end with years */
  DtlPrecision precision;
  gboolean southern; /* a season of the southern half */
  gboolean rounded;  /* years ago: the bounds are half a unit about a number */
  guint8 qualifiers;
} DtlEdtfSubject;

/* Months and years are written with the digits of the Julian calendar where they
 * were said in it; any other is converted. */
DtlCalendar dtl_edtf_get_written_calendar (guint8 said);

/* Fills in what follows from the days and the calendars. */
void dtl_edtf_read_labels (DtlEdtfSubject *subject);

/* The first @n_parts of year, month and day; a year beyond four digits stands
 * alone. */
void dtl_edtf_append_date (GString *text,
                           const DtlCalendarDate *date,
                           int n_parts,
                           guint8 qualifiers);
void dtl_edtf_append_day (GString *text, gint64 day, guint8 qualifiers);

/* One date with the bounds of the subject; FALSE where there is none. */
gboolean dtl_edtf_append_exact (GString *text, const DtlEdtfSubject *subject);

/* The smallest unit that covers the subject; ".." where there is none. */
void dtl_edtf_append_covering (GString *text, const DtlEdtfSubject *subject);

/* What stands for a year that lies beyond every valid instant. */
#define DTL_EDTF_BEYOND "147E9"

G_END_DECLS
