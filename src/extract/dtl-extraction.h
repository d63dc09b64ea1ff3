/* What an article says about time: mentions and assertions.
 *
 * A mention is a piece of the text that names a time. An assertion is one
 * thing the text says to have happened (or to be planned, denied, supposed) at
 * one mention; kept in a timeline it becomes a claim (model/dtl-timeline.h). */

#pragma once

#include "article/dtl-article.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum {
  DTL_MENTION_DATE,
  DTL_MENTION_TIME,
  DTL_MENTION_DURATION,
  DTL_MENTION_SET,
} DtlMentionType;

typedef struct {
  gsize start, end; /* bytes of the article's text */
  DtlMentionType type;
  char *value;         /* TIMEX3: "1953-07-27", "195", "P70Y", "BC0044" */
  const char *mod;     /* TIMEX3: "APPROX", "START"…, or NULL; static */
  gboolean has_extent; /* FALSE: no place on the axis */
  DtlExtent extent;
  /* A range is two linked mentions with one extent, the whole range's, on
   * both: index of the other end, or -1. */
  int partner;
  char *why;   /* one line for a person, translated */
  char *steps; /* how it came to that, a line each; NULL unless asked for */
} DtlMention;

typedef enum {
  DTL_STATUS_HAPPENED,
  DTL_STATUS_PLANNED,
  DTL_STATUS_REPORTED,
  DTL_STATUS_DENIED,
  DTL_STATUS_HYPOTHETICAL,
} DtlStatus;

typedef struct {
  char *title; /* at most about 60 characters */
  gsize sentence_start, sentence_end;
  guint mention; /* index; of a range, its first end */
  DtlExtent extent;
  double confidence; /* 0 to 1 */
  DtlStatus status;
} DtlAssertion;

/* Counted and immutable. */
typedef struct _DtlExtraction DtlExtraction;

DtlExtraction *dtl_extraction_ref (DtlExtraction *extraction);
void dtl_extraction_unref (DtlExtraction *extraction);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlExtraction, dtl_extraction_unref)

DtlArticle *dtl_extraction_get_article (const DtlExtraction *extraction);
/* In the order of the text; live as long as the extraction. */
const DtlMention *dtl_extraction_get_mentions (const DtlExtraction *extraction,
                                               guint *ret_count);
const DtlAssertion *dtl_extraction_get_assertions (const DtlExtraction *extraction,
                                                   guint *ret_count);

/* "happened", "planned"…: the names of the contract. Static. */
const char *dtl_status_get_name (DtlStatus status);
const char *dtl_mention_type_get_name (DtlMentionType type);

/**
 * dtl_extract:
 *
 * Linear in the length of the article. Fails only where cancelled, or with
 * an unreadable language pack.
 */
DtlExtraction *dtl_extract (DtlArticle *article,
                            GCancellable *cancellable,
                            GError **error);

/* The same with the steps of each mention. */
DtlExtraction *dtl_extract_explained (DtlArticle *article,
                                      GCancellable *cancellable,
                                      GError **error);

/* What a lone phrase is read against. */
typedef struct {
  const char *language;       /* NULL: English */
  const char *place;          /* ISO 3166 country, or NULL */
  const DtlExtent *published; /* the article's date, or NULL */
  const DtlExtent *reference; /* the date last mentioned, or NULL */
} DtlPhraseContext;

#define DTL_PHRASE_ERROR (dtl_phrase_error_quark ())
typedef enum {
  DTL_PHRASE_ERROR_NOT_A_DATE,
  DTL_PHRASE_ERROR_NO_CONTEXT, /* "the next day" of what? */
  DTL_PHRASE_ERROR_NO_SUCH_DAY,
} DtlPhraseError;
GQuark dtl_phrase_error_quark (void);

/* Reads @phrase, all of which has to be one date. @ret_mention is the
 * caller's: dtl_mention_clear(). Positions are bytes of @phrase. */
gboolean dtl_extract_phrase (const char *phrase,
                             const DtlPhraseContext *context,
                             DtlMention *ret_mention,
                             GError **error);
void dtl_mention_clear (DtlMention *mention);

G_END_DECLS
