/* The dialogs in which a person names a file or an address. Each belongs to
 * @parent and hands its answer to the session. */

#pragma once

#include "ui/dtl-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dtl_choosers_open (GtkWindow *parent, DtlSession *session);

/* @done (nullable) is also called where the person thinks better of it. */
void dtl_choosers_save (GtkWindow *parent,
                        DtlSession *session,
                        DtlDocumentDone done,
                        gpointer data);

void dtl_choosers_export (GtkWindow *parent, DtlSession *session);

void dtl_choosers_open_address (GtkWindow *parent, DtlSession *session);

/* Asks what to do with changes that no file holds; @done gets FALSE where the
 * window has to stay. */
void dtl_choosers_confirm_close (GtkWindow *parent,
                                 DtlSession *session,
                                 DtlDocumentDone done,
                                 gpointer data);

G_END_DECLS
