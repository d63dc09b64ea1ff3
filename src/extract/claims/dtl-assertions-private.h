/* Mentions to assertions: the second half of dtl_extract(). For the files of
 * this folder only. */

#pragma once

#include "extract/dtl-extraction.h"

G_BEGIN_DECLS

/**
 * dtl_assertions_build:
 * @mentions: in the order of the text, not overlapping
 *
 * Finds the sentences of @article and what they say to have happened at the
 * mentions that have a place on the axis, in the language that the article
 * names. A range, two linked mentions, makes one assertion at its first end.
 * Linear in the length of the article; stops early where cancelled, and the
 * caller then asks @cancellable.
 *
 * Returns: (element-type DtlAssertion) (transfer full): in the order of the
 *   text; its titles are freed with it
 */
GArray *dtl_assertions_build (const DtlArticle *article,
                              const DtlMention *mentions,
                              guint n_mentions,
                              GCancellable *cancellable);

G_END_DECLS
