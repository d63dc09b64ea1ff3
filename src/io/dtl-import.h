/* Files of any readable kind into a timeline, in two steps: the slow one on any
 * thread, the quick one on the thread that owns the timeline. */

#pragma once

#include "article/dtl-article-reader.h"
#include "extract/dtl-extraction.h"
#include "model/dtl-timeline.h"

G_BEGIN_DECLS

/* What was read: articles with what they say, or a whole document. */
typedef struct _DtlImport DtlImport;

/**
 * dtl_import_read:
 *
 * Reads and extracts, or loads a ".dateline" document. May run on any thread;
 * cancelling leaves no trace. Of a file with very many articles the first are
 * taken, of a damaged one those before the damage; dtl_import_get_note() then
 * says so. Errors name what is wrong in plain words,
 * without the file's name.
 */
DtlImport *dtl_import_read (GFile *file,
                            const DtlReadOptions *options,
                            GCancellable *cancellable,
                            GError **error);
/* The same for text or HTML that has no file: a paste, a sample. */
DtlImport *dtl_import_read_bytes (GBytes *bytes,
                                  const char *name,
                                  const DtlReadOptions *options,
                                  GCancellable *cancellable,
                                  GError **error);
void dtl_import_free (DtlImport *import);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlImport, dtl_import_free)

/* Empty for a document. (element-type DtlExtraction) (transfer none) */
GPtrArray *dtl_import_get_extractions (const DtlImport *import);

/* What could not be read of a file whose other articles are here, for a person;
 * else NULL. Lives as long as the import. */
const char *dtl_import_get_note (const DtlImport *import);

/* TRUE where it holds a saved document rather than articles. */
gboolean dtl_import_is_document (const DtlImport *import);

/* Adds everything to @timeline. Returns the number of events that are new. */
guint dtl_import_add_to (DtlImport *import, DtlTimeline *timeline);

G_END_DECLS
