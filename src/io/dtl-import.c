#include "config.h"

#include "io/dtl-import.h"

#include "fuse/dtl-fuse.h"
#include "io/dtl-import-merge.h"
#include "store/dtl-store.h"

#include <glib/gi18n-lib.h>

/* Enough to know a document by. */
#define SNIFF_BYTES 100
/* Of one file. Nobody reads more in one list, and a dump may hold millions. */
#define MAX_ARTICLES 1000

struct _DtlImport {
  GPtrArray *extractions; /* of DtlExtraction */
  DtlTimeline *document;  /* NULL for articles */
  char *note;             /* what is missing; NULL where nothing is */
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
  g_free (import->note);
  g_free (import);
}

/* --- articles --- */

typedef struct {
  DtlImport *import;
  GCancellable *cancellable;
  GError *error; /* of the extraction, which ended the reading */
} Extracting;

static gboolean
extract_article (DtlArticle *article, gpointer data)
{
  Extracting *extracting = data;
  DtlImport *import = extracting->import;
  DtlExtraction *extraction;

  if (import->extractions->len == MAX_ARTICLES)
    {
      import->note =
          g_strdup_printf (ngettext ("only the first %d article of it was read",
                                     "only the first %d articles of it were read",
                                     MAX_ARTICLES),
                           MAX_ARTICLES);
      return FALSE;
    }
  extraction = dtl_extract (article, extracting->cancellable, &extracting->error);
  if (extraction == NULL)
    return FALSE;
  g_ptr_array_add (import->extractions, extraction);
  return TRUE;
}

/* Of a damaged file, what came before the damage is kept. */
static DtlImport *
end_import (Extracting *extracting, GError *problem, GError **error)
{
  g_autoptr (DtlImport) import = extracting->import;

  if (problem == NULL)
    problem = extracting->error;
  if (problem == NULL)
    return g_steal_pointer (&import);
  if (import->extractions->len == 0 || problem->domain != DTL_ARTICLE_ERROR)
    {
      g_propagate_error (error, problem);
      return NULL;
    }
  import->note = g_strdup (problem->message);
  g_error_free (problem);
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
  Extracting extracting = { .cancellable = cancellable };
  GError *problem = NULL;

  if (is_document (file, cancellable))
    return load_document (file, cancellable, error);
  extracting.import = import_new ();
  dtl_article_read_each_of_file (file, options, extract_article, &extracting, cancellable,
                                 &problem);
  return end_import (&extracting, problem, error);
}

DtlImport *
dtl_import_read_bytes (GBytes *bytes,
                       const char *name,
                       const DtlReadOptions *options,
                       GCancellable *cancellable,
                       GError **error)
{
  Extracting extracting = { .import = import_new (), .cancellable = cancellable };
  GError *problem = NULL;

  dtl_article_read_each_of_bytes (bytes, name, options, extract_article, &extracting,
                                  cancellable, &problem);
  return end_import (&extracting, problem, error);
}

GPtrArray *
dtl_import_get_extractions (const DtlImport *import)
{
  return import->extractions;
}

const char *
dtl_import_get_note (const DtlImport *import)
{
  return import->note;
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
