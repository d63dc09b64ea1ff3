/* Dates as people write them at the head of an article: enough to find the day
 * it was published. What dates in its sentences mean is the extractor's work. */

#pragma once

#include "article/dtl-stamp.h"

G_BEGIN_DECLS

/* What "03/05/2021" is. */
typedef enum {
  DTL_DAY_FIRST,
  DTL_MONTH_FIRST,
} DtlDayOrder;

typedef struct {
  gsize start, end; /* bytes; with the weekday before and the time behind it */
  DtlStamp stamp;
  gboolean is_ambiguous; /* the order of day and month was not to be seen */
} DtlWrittenDate;

/**
 * dtl_written_date_find:
 * @text: UTF-8, need not end in NUL
 * @from: where to begin
 *
 * Finds the next date in any of some thirty languages: "27 July 2023",
 * "Thursday, July 27th, 2023 at 6:45 am GMT", "27. Juli 2023", "2023-07-27",
 * "27/07/2023", "2023年7月27日", "06:45, 27 Jul 2023", "July 2023". Linear in
 * the length of @text.
 */
gboolean dtl_written_date_find (const char *text,
                                gsize length,
                                gsize from,
                                DtlDayOrder order,
                                DtlWrittenDate *ret_date);

G_END_DECLS
