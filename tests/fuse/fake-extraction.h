/* An extraction that says what a test wants said, whatever a tagger would find
 * in the text. */

#pragma once

#include "extract/dtl-extraction.h"

G_BEGIN_DECLS

/* Of "Title|First paragraph.|Second …"; an empty title is none. */
DtlExtraction *fake_extraction_new (const char *name, const char *article);

/* A mention of @words, whose first occurrence in the text is meant; @partner is
 * the index of the mention that the range begins with, or -1. Returns its
 * index. */
guint fake_extraction_add_mention (DtlExtraction *extraction,
                                   const char *words,
                                   int partner,
                                   DtlExtent extent);

/* An assertion at a mention; its sentence is the paragraph. */
void fake_extraction_add_assertion (DtlExtraction *extraction,
                                    const char *title,
                                    guint mention,
                                    DtlStatus status,
                                    double confidence);

G_END_DECLS
