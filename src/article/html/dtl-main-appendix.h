/* What pages append to an article: teasers of others, "Related", "Comments". */

#pragma once

#include "article/html/dtl-main-choice.h"

G_BEGIN_DECLS

/* Rows of linked headings with few words below each, below the text. */
void dtl_main_appendix_drop_teasers (DtlMainChoice *choice);

/* Headings such as "Related" or "Most popular", and what they head. */
void dtl_main_appendix_drop_sections (DtlMainChoice *choice);

G_END_DECLS
