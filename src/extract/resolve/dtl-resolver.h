/* Phrases to mentions: what each counts from, and where that puts it. */

#pragma once

#include "extract/dtl-extraction.h"
#include "extract/dtl-scanner.h"

G_BEGIN_DECLS

typedef struct {
  const DtlExtent *published; /* of the article, or NULL */
  const DtlExtent *reference; /* last mentioned before the text, or NULL */
  const char *place;          /* ISO 3166 country, or NULL */
  gboolean alone;             /* the text is one phrase, looked at by itself */
  const DtlPack *explain; /* that found the phrases, where steps are wanted, or NULL */
} DtlResolveContext;

/* What a mention could not be given, for phrases that have to have it. */
typedef enum {
  DTL_RESOLVE_PLACED,
  DTL_RESOLVE_NO_PLACE, /* a length, a set, a vague word */
  DTL_RESOLVE_NO_CONTEXT,
  DTL_RESOLVE_NO_SUCH_DAY,
} DtlResolveOutcome;

/* The genres that a text of @length bytes may be of (bits by DtlGenre), as far as
 * can be told before it is read: patterns of others need not be looked for. */
guint dtl_resolve_get_genres (const DtlResolveContext *context, gsize length);

/**
 * dtl_resolve:
 * @phrases: (element-type DtlPhrase): of the whole of @text
 * @strings: keeps the strings of the mentions
 * @ret_outcomes: (optional): one DtlResolveOutcome for each mention
 *
 * A phrase that turns out to be no date gives no mention.
 *
 * Returns: (element-type DtlMention) (transfer full)
 */
GArray *dtl_resolve (const GArray *phrases,
                     const char *text,
                     gsize length,
                     const DtlResolveContext *context,
                     GStringChunk *strings,
                     GArray *ret_outcomes);

G_END_DECLS
