/* Writes a file so that it is there whole or as it was before. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef gboolean (*DtlWriteFunc) (gpointer data,
                                  GOutputStream *stream,
                                  GCancellable *cancellable,
                                  GError **error);

/* Calls @write with a stream to a new file beside @file, which then takes the
 * place of @file. Where anything fails, @file is untouched and the new file is
 * gone. What a link leads to is replaced, not the link; what is no plain file
 * (a device, a pipe) is written to directly. */
gboolean dtl_replace_file (GFile *file,
                           DtlWriteFunc write,
                           gpointer data,
                           GCancellable *cancellable,
                           GError **error);

G_END_DECLS
