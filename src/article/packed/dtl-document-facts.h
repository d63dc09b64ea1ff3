/* What a file says of its text in fields beside it, and how far that can be
 * believed: what stands in the text itself counts for more. */

#pragma once

#include "article/dtl-article.h"

G_BEGIN_DECLS

/* As the file has them; NULL where it has none. */
typedef struct {
  char *title, *author, *language;
  char *published; /* or when the file was made; ISO 8601, as all dates here */
  char *modified;
} DtlDocumentFacts;

void dtl_document_facts_clear (DtlDocumentFacts *facts);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DtlDocumentFacts, dtl_document_facts_clear)

/**
 * dtl_document_facts_apply:
 * @builder: has all its paragraphs
 * @language: (nullable): known before
 *
 * Sets the fields of the article. A title, a byline and a date that the first
 * paragraphs show win; what programs put into the fields by themselves
 * ("Document1", "Microsoft Word - x.doc") is none.
 */
void dtl_document_facts_apply (const DtlDocumentFacts *facts,
                               const char *language,
                               DtlArticleBuilder *builder);

/* Sets the byline to the people named in @authors, parted by ";"; left alone
 * where that names nobody. @is_line: as a line of text has it, "By Jane Doe" */
void dtl_document_facts_set_byline (DtlArticleBuilder *builder,
                                    const char *authors,
                                    gboolean is_line,
                                    const char *carrier);

/* Appends a name to an author field, parted by "; ". */
void dtl_document_facts_add_author (DtlDocumentFacts *facts, const char *name);

G_END_DECLS
