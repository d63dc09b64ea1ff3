/* What the widgets say in words about articles, events and dates. */

#pragma once

#include "ui/dtl-session.h"

G_BEGIN_DECLS

/* The title, or the name where there is none. Lives as long as the source. */
const char *dtl_phrases_get_title (const DtlSource *source);

/* "Sarah Kim · 27 July 2023"; NULL where nothing is known. Caller frees. */
char *dtl_phrases_dup_source (DtlSession *session, const DtlSource *source);

/* "Planned", "Denied" …; static. */
const char *dtl_phrases_get_status (DtlClaimStatus status);
/* The same with what it means, as a sentence; static. */
const char *dtl_phrases_explain_status (DtlClaimStatus status);

/* "27 events, 1950 to 2023". Caller frees. */
char *dtl_phrases_dup_summary (DtlSession *session);

/* "In view: 1950 to 1963": where the window is, or is going. Caller frees. */
char *dtl_phrases_dup_view (DtlSession *session);

/* A text as a label can show it: laying out a title of 100,000 letters would
 * take seconds, and nobody reads it. Caller frees. */
char *dtl_phrases_dup_short (const char *text);

/* What is wrong, as an error says it, as a sentence of its own. Caller frees. */
char *dtl_phrases_dup_sentence (const char *message);

/* Why a file could not be written, as such a sentence. Caller frees. */
char *dtl_phrases_dup_write_error (const GError *error);

G_END_DECLS
