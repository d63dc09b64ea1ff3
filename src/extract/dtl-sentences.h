/* The sentences of an article. */

#pragma once

#include "extract/claims/dtl-clause-words.h"
#include "extract/dtl-extraction.h"

G_BEGIN_DECLS

typedef struct {
  gsize start, end; /* bytes of the article's text, without outer white space */
  guint paragraph;
} DtlSentence;

/**
 * dtl_sentences_find:
 * @text: of an article
 * @mentions: in the order of the text; no sentence ends within one ("3. Mai")
 *
 * A heading is one sentence, furniture none. Nothing longer than about 2,000
 * bytes is one sentence: text without full stops is cut at a space, so that
 * whoever looks at one sentence has bounded work.
 *
 * Returns: (element-type DtlSentence) (transfer full): in the order of the text
 */
GArray *dtl_sentences_find (const char *text,
                            const DtlParagraph *paragraphs,
                            guint n_paragraphs,
                            const DtlMention *mentions,
                            guint n_mentions,
                            const DtlClauseWords *words);

G_END_DECLS
