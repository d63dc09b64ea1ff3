/* Dates written in lines of their own, round the title and elsewhere. For the
 * dtl-page-dates files only. */

#pragma once

#include "article/html/dtl-date-gathering.h"

G_BEGIN_DECLS

/* Lets every line vote that shows when the article was published or changed. */
void dtl_date_lines_gather (DtlDateGathering *gathering);

G_END_DECLS
