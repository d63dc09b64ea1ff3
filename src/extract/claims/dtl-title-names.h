/* Says in a title whom its pronouns stand for. */

#pragma once

#include "extract/claims/dtl-title-maker.h"

G_BEGIN_DECLS

/* Says the name in place of a pronoun before the verb ("he led", "their army
 * was") and right behind it ("took it"). Returns whether the subject was one. */
gboolean dtl_title_name_pronouns (DtlTitleMaker *self);

/* The same of the pick at @position; @bare: only with a name that needs no
 * article. */
gboolean dtl_title_name_pronoun (DtlTitleMaker *self, int position, gboolean bare);

/* "the oldest bloomed": says what it is the oldest of. */
void dtl_title_name_superlative (DtlTitleMaker *self);

G_END_DECLS
