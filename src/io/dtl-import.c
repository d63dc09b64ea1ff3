#include "config.h"

#include "io/dtl-import.h"

#include "fuse/dtl-fuse.h"
#include "io/dtl-import-merge.h"
#include "store/dtl-store.h"

#include <glib/gi18n-lib.h>

/* Enough to know a document by. */
#define SNIFF_BYTES 100

struct _DtlImport {
  GPtrArray *extractions; /* of DtlExtraction */
  DtlTimeline *document;  /* NULL for articles */
};

static DtlImport *
import_new (void)
{
  DtlImport *import = g_new0 (DtlImport, 1);

  import->extractions =
      g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_extraction_unref);
  return import;
}

void
dtl_import_free (DtlImport *import)
{
  if (import == NULL)
    return;
  g_ptr_array_unref (import->extractions);
  g_clear_pointer (&import->document, dtl_timeline_unref);
  g_free (import);
}

static DtlImport *
extract_all (GPtrArray *articles, GCancellable *cancellable, GError **error)
{
  g_autoptr (DtlImport) import = import_new ();

  for (guint i = 0; i < articles->len; i++)
    {
      DtlExtraction *extraction = dtl_extract (articles->pdata[i], cancellable, error);

      if (extraction == NULL)
        return NULL;
      g_ptr_array_add (import->extractions, extraction);
    }
  return g_steal_pointer (&import);
}

/* A file that cannot be opened is no document; reading it as an article then
 * says why. */
static gboolean
is_document (GFile *file, GCancellable *cancellable)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, NULL);
  guint8 bytes[SNIFF_BYTES];
  gsize length = 0;

  return stream != NULL &&
         g_input_stream_read_all (G_INPUT_STREAM (stream), bytes, sizeof bytes, &length,
                                  cancellable, NULL) &&
         dtl_store_sniff (bytes, length);
}

static DtlImport *
load_document (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (DtlImport) import = import_new ();
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    {
      g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_IO,
                   _ ("documents can only be opened from this computer"));
      return NULL;
    }
  import->document = dtl_store_load (path, cancellable, error);
  return import->document == NULL ? NULL : g_steal_pointer (&import);
}

DtlImport *
dtl_import_read (GFile *file,
                 const DtlReadOptions *options,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GPtrArray) articles = NULL;

  if (is_document (file, cancellable))
    return load_document (file, cancellable, error);
  articles = dtl_article_read_file (file, options, cancellable, error);
  return articles == NULL ? NULL : extract_all (articles, cancellable, error);
}

DtlImport *
dtl_import_read_bytes (GBytes *bytes,
                       const char *name,
                       const DtlReadOptions *options,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GPtrArray) articles =
      dtl_article_read_bytes (bytes, name, options, cancellable, error);

  return articles == NULL ? NULL : extract_all (articles, cancellable, error);
}

GPtrArray *
dtl_import_get_extractions (const DtlImport *import)
{
  return import->extractions;
}

gboolean
dtl_import_is_document (const DtlImport *import)
{
  return import->document != NULL;
}

guint
dtl_import_add_to (DtlImport *import, DtlTimeline *timeline)
{
  guint before = dtl_timeline_get_n_events (timeline);

  if (import->document != NULL)
    dtl_import_merge (import->document, timeline);
  for (guint i = 0; i < import->extractions->len; i++)
    dtl_fuse_add (timeline, import->extractions->pdata[i]);
  return dtl_timeline_get_n_events (timeline) - before;
}
