/* The order of a title in a language whose verb is the second part of a sentence,
 * as it is in German: where the date was the first, "1911 brannte die Mühle ab",
 * another part takes its place, "Die Mühle brannte ab". */

#pragma once

#include "extract/claims/dtl-title-maker.h"

G_BEGIN_DECLS

/* Puts the part behind the verb before it, where the date alone stood there and the
 * language is such a one (dtl_clause_words_put_verb_second()). */
void dtl_title_order_restore (DtlTitleMaker *self);

G_END_DECLS
