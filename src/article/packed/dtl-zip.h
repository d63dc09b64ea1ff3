/* The parts of a zip archive that a reader of articles wants, in memory.
 *
 * Nothing is written to disk and names are only looked up, so that it does not
 * matter what a name says ("../../etc/passwd"). */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _DtlZip DtlZip;

/* What all parts together may have unpacked. */
#define DTL_ZIP_MAX_BYTES (64 * 1024 * 1024)

/**
 * dtl_zip_open:
 *
 * Unpacks every part that may be text (XML, HTML, "mimetype"), and remembers
 * the names of the others. An archive that unpacks to more than
 * DTL_ZIP_MAX_BYTES, or to more than a megabyte and 200 times its own size, is
 * refused before that much is in memory. A part that is damaged is not there.
 *
 * Returns: %NULL where nothing could be read, or it was cancelled
 */
DtlZip *dtl_zip_open (const char *bytes,
                      gsize length,
                      GCancellable *cancellable,
                      GError **error);

void dtl_zip_free (DtlZip *zip);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlZip, dtl_zip_free)

/* Whether it has a part of this name, unpacked or not. */
gboolean dtl_zip_has (const DtlZip *zip, const char *name);

/* Whether a part's name begins so: "xl/". */
gboolean dtl_zip_has_folder (const DtlZip *zip, const char *folder);

/* NULL where it has none. Lives as long as @zip. */
const char *dtl_zip_get (const DtlZip *zip, const char *name, gsize *ret_length);

/* Whether a part needs a password; it is not there then. */
gboolean dtl_zip_is_locked (const DtlZip *zip);

/* The part that @reference names as seen from the part @base: percent signs are
 * read, "." and ".." followed, "#…" dropped. Caller frees. */
char *dtl_zip_resolve (const char *base, const char *reference);

G_END_DECLS
