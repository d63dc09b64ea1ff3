/* An article: one plain text with its paragraphs, and what is known about it.
 *
 * Immutable once built and counted; safe to share between threads. Every
 * position in an article is a byte offset into its text (UTF-8, never within
 * a character); the command line turns them into code points. */

#pragma once

#include "time/dtl-extent.h"

G_BEGIN_DECLS

typedef enum {
  DTL_PARAGRAPH_TEXT,
  DTL_PARAGRAPH_HEADING,
  DTL_PARAGRAPH_QUOTE,
  DTL_PARAGRAPH_LIST_ITEM,
  DTL_PARAGRAPH_CAPTION,
  DTL_PARAGRAPH_TABLE_ROW,
  /* Title, byline or dateline line of a plain text: part of the text, but
   * nothing in it is a statement about the world. */
  DTL_PARAGRAPH_FURNITURE,
  /* A row of a box of facts, "opened: 3 May 1836": what is before the first
   * colon is said of the article's subject, whose name is its title. */
  DTL_PARAGRAPH_FACT,
} DtlParagraphKind;

typedef struct {
  gsize start, end; /* of the text, without the blank line between */
  DtlParagraphKind kind;
  int level; /* of a heading, 1 to 6; otherwise 0 */
} DtlParagraph;

/* The facts about an article, each with the carrier it was found in. */
typedef enum {
  DTL_ARTICLE_ID, /* file name or the caller's own; never NULL */
  DTL_ARTICLE_TITLE,
  DTL_ARTICLE_BYLINE,    /* names joined by ", " */
  DTL_ARTICLE_PUBLISHED, /* ISO 8601 with the precision and offset stated */
  DTL_ARTICLE_MODIFIED,
  DTL_ARTICLE_LANGUAGE, /* BCP 47, "en" */
  DTL_ARTICLE_URL,
  /* ISO 3166 country whose calendar and ways of writing dates hold; only ever given
   * by who reads the article in. */
  DTL_ARTICLE_PLACE,
  DTL_N_ARTICLE_FIELDS
} DtlArticleField;

typedef struct _DtlArticle DtlArticle;

DtlArticle *dtl_article_ref (DtlArticle *article);
void dtl_article_unref (DtlArticle *article);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlArticle, dtl_article_unref)

/* NULL where the article does not give it. Lives as long as the article. */
const char *dtl_article_get (const DtlArticle *article, DtlArticleField field);

/* Which carrier a field was taken from ("og:title", "file name", "set by
 * hand"), and how sure that is, 0 to 1. NULL where the field is NULL. */
const char *dtl_article_get_carrier (const DtlArticle *article,
                                     DtlArticleField field,
                                     double *ret_confidence);

/* The publication date as an extent, FALSE where none is known. */
gboolean dtl_article_get_published (const DtlArticle *article, DtlExtent *ret_extent);

const char *dtl_article_get_text (const DtlArticle *article, gsize *ret_length);
const DtlParagraph *dtl_article_get_paragraphs (const DtlArticle *article,
                                                guint *ret_count);

/* --- building one: for readers, the store and tests --- */

typedef struct _DtlArticleBuilder DtlArticleBuilder;

DtlArticleBuilder *dtl_article_builder_new (const char *id);
void dtl_article_builder_free (DtlArticleBuilder *builder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlArticleBuilder, dtl_article_builder_free)

/* Copies @value (NULL unsets). PUBLISHED has to be ISO 8601; anything else is
 * left out. */
void dtl_article_builder_set (DtlArticleBuilder *builder,
                              DtlArticleField field,
                              const char *value,
                              const char *carrier,
                              double confidence);

/* Appends a paragraph, after a blank line where it is not the first. White
 * space is collapsed, controls removed, the text made NFC. */
void dtl_article_builder_add_paragraph (DtlArticleBuilder *builder,
                                        DtlParagraphKind kind,
                                        int level,
                                        const char *text,
                                        gssize length);

/* Takes the text as it is (valid UTF-8), with paragraphs over it. */
void dtl_article_builder_take_text (DtlArticleBuilder *builder,
                                    char *text,
                                    gsize length,
                                    const DtlParagraph *paragraphs,
                                    guint n_paragraphs);

/* What was added so far, until more is added. A reader that sees only at the
 * end what a paragraph is may still change its kind and level. */
const char *dtl_article_builder_get_text (const DtlArticleBuilder *builder,
                                          gsize *ret_length);
DtlParagraph *dtl_article_builder_get_paragraphs (DtlArticleBuilder *builder,
                                                  guint *ret_count);

/* Empties the builder into an article. */
DtlArticle *dtl_article_builder_end (DtlArticleBuilder *builder);

G_END_DECLS
