/* A person knows better than the page what an article is called, when it was
 * published, and in which language: it is told here, and what the article says
 * is then worked out anew. */

#pragma once

#include "ui/dtl-session.h"

G_BEGIN_DECLS

/* All of them as they are to be. */
typedef struct {
  const char *title;
  const char *published; /* ISO 8601; NULL where it is not known */
  const char *language;  /* NULL: to be found from the text */
} DtlCorrection;

/**
 * dtl_correction_read_date:
 * @words: "3 May 2021", "May 2021", "2021-05-03"; blank is no date
 * @language: (nullable): tried first
 * @ret_published: (out) (transfer full): ISO 8601, or NULL for no date
 *
 * Returns: %FALSE where it is no day, month or year; the error is for a person
 */
gboolean dtl_correction_read_date (const char *words,
                                   const char *language,
                                   char **ret_published,
                                   GError **error);

/* Puts the article anew into the timeline, with its text as it is, and shows
 * it; a notice offers to undo that. */
void dtl_correction_start (DtlSession *session,
                           DtlId source,
                           const DtlCorrection *correction);

G_END_DECLS
