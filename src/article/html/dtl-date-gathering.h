/* What the votes for a page's day are gathered with. For the dtl-page-dates
 * files only. */

#pragma once

#include "article/dtl-written-date.h"
#include "article/html/dtl-date-vote.h"
#include "article/html/dtl-page-facts.h"

G_BEGIN_DECLS

/* More are of other articles. */
#define DTL_MAX_SHOWN_DATES 40

typedef struct {
  const DtlPageFacts *facts;
  DtlDateVote *vote;
  DtlDayOrder order;
  gboolean is_order_sure; /* the page says which country's it is */
  int n_shown;
} DtlDateGathering;

/* Programs write these where they know no date. */
static inline gboolean
dtl_date_gathering_is_filler (const DtlStamp *stamp)
{
  return stamp->year < 1500 ||
         (stamp->year == 1970 && stamp->month == 1 && stamp->day == 1);
}

G_END_DECLS
