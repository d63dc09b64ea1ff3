/* The session's document on disk: saving, exporting, and taking articles out. */

#pragma once

#include "ui/dtl-session.h"

G_BEGIN_DECLS

/* After saving: @saved is FALSE where it failed, which a notice tells. */
typedef void (*DtlDocumentDone) (DtlSession *session, gboolean saved, gpointer data);

/* Saves to @file, which becomes the session's. @done may be NULL. */
void dtl_document_save (DtlSession *session,
                        GFile *file,
                        DtlDocumentDone done,
                        gpointer data);

/* Draws the whole timeline to @file; its name says as what. */
void dtl_document_export (DtlSession *session, GFile *file);

/* Takes the article and all it says out of the timeline; a notice offers to
 * undo it. */
void dtl_document_remove_source (DtlSession *session, DtlId source);
void dtl_document_undo_remove (DtlSession *session);

G_END_DECLS
