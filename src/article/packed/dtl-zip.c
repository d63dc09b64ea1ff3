#include "config.h"

#include "article/packed/dtl-zip.h"

#include "article/dtl-article-reader.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_PARTS 100000
#define MAX_NAME_BYTES 1024
/* Text packs to a tenth, tables of numbers to a fiftieth; only what was made
 * for it packs to less than this. */
#define MAX_RATIO 200
#define MIN_SUSPICIOUS_BYTES (1024 * 1024)
#define CHUNK_BYTES (64 * 1024)

struct _DtlZip {
  GHashTable *parts; /* name to GByteArray, which is NULL where not unpacked */
  gsize packed_bytes, unpacked_bytes;
  gboolean is_locked, is_too_big;
};

static void
free_part (gpointer part)
{
  if (part != NULL)
    g_byte_array_unref (part);
}

static gboolean
may_be_text (const char *name)
{
  static const char *const endings[] = { ".xml",   ".rels", ".opf", ".ncx",
                                         ".xhtml", ".html", ".htm", NULL };
  const char *dot = strrchr (name, '.');
  g_autofree char *ending = dot != NULL ? g_ascii_strdown (dot, -1) : NULL;

  return strcmp (name, "mimetype") == 0 ||
         (ending != NULL && g_strv_contains (endings, ending));
}

static gboolean
is_bomb (const DtlZip *zip)
{
  return zip->unpacked_bytes > DTL_ZIP_MAX_BYTES ||
         (zip->unpacked_bytes > MIN_SUSPICIOUS_BYTES &&
          zip->unpacked_bytes / MAX_RATIO > zip->packed_bytes);
}

/* NULL where the part is damaged or too big. */
static GByteArray *
unpack_part (DtlZip *zip, struct archive *archive)
{
  g_autoptr (GByteArray) part = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK_BYTES);
  la_ssize_t n;

  while ((n = archive_read_data (archive, chunk, CHUNK_BYTES)) > 0)
    {
      zip->unpacked_bytes += (gsize) n;
      zip->is_too_big |= is_bomb (zip);
      if (zip->is_too_big)
        return NULL;
      g_byte_array_append (part, chunk, (guint) n);
    }
  return n < 0 ? NULL : g_steal_pointer (&part);
}

static void
read_part (DtlZip *zip, struct archive *archive, struct archive_entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);
  GByteArray *part = NULL;

  if (name == NULL)
    name = archive_entry_pathname (entry);
  if (name == NULL || strlen (name) > MAX_NAME_BYTES)
    return;
  if (archive_entry_is_data_encrypted (entry))
    zip->is_locked = TRUE;
  else if (may_be_text (name) && !g_hash_table_contains (zip->parts, name))
    part = unpack_part (zip, archive);
  /* The first of a name counts: a second one is a way to hide something. */
  if (!g_hash_table_contains (zip->parts, name))
    g_hash_table_insert (zip->parts, g_utf8_make_valid (name, -1), part);
}

static void
read_parts (DtlZip *zip, struct archive *archive, GCancellable *cancellable)
{
  struct archive_entry *entry;
  int result = ARCHIVE_OK;

  while (g_hash_table_size (zip->parts) < MAX_PARTS && !zip->is_too_big &&
         !g_cancellable_is_cancelled (cancellable))
    {
      result = archive_read_next_header (archive, &entry);
      if (result != ARCHIVE_OK && result != ARCHIVE_WARN)
        break;
      read_part (zip, archive, entry);
    }
}

static struct archive *
open_archive (const char *bytes, gsize length)
{
  struct archive *archive = archive_read_new ();

  archive_read_support_format_zip (archive);
  /* Not the locale's encoding; where this is refused, names are ASCII. */
  archive_read_set_format_option (archive, "zip", "hdrcharset", "UTF-8");
  archive_read_open_memory (archive, bytes, length);
  return archive;
}

static gboolean
check_result (const DtlZip *zip, GCancellable *cancellable, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (zip->is_too_big)
    g_set_error (error, DTL_ARTICLE_ERROR, DTL_ARTICLE_ERROR_TOO_BIG,
                 _ ("what is packed in it is too big for an article"));
  else if (g_hash_table_size (zip->parts) == 0)
    g_set_error (error, DTL_ARTICLE_ERROR, DTL_ARTICLE_ERROR_BROKEN,
                 _ ("this zip archive is empty or damaged"));
  return !zip->is_too_big && g_hash_table_size (zip->parts) > 0;
}

DtlZip *
dtl_zip_open (const char *bytes, gsize length, GCancellable *cancellable, GError **error)
{
  g_autoptr (DtlZip) zip = g_new0 (DtlZip, 1);
  struct archive *archive = open_archive (bytes, length);

  zip->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_part);
  zip->packed_bytes = length;
  read_parts (zip, archive, cancellable);
  archive_read_free (archive);
  return check_result (zip, cancellable, error) ? g_steal_pointer (&zip) : NULL;
}

void
dtl_zip_free (DtlZip *zip)
{
  if (zip == NULL)
    return;
  g_hash_table_unref (zip->parts);
  g_free (zip);
}

gboolean
dtl_zip_has (const DtlZip *zip, const char *name)
{
  return g_hash_table_contains (zip->parts, name);
}

gboolean
dtl_zip_has_folder (const DtlZip *zip, const char *folder)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, zip->parts);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (g_str_has_prefix (name, folder))
      return TRUE;
  return FALSE;
}

const char *
dtl_zip_get (const DtlZip *zip, const char *name, gsize *ret_length)
{
  const GByteArray *part = g_hash_table_lookup (zip->parts, name);

  if (part == NULL || part->len == 0)
    return NULL;
  *ret_length = part->len;
  return (const char *) part->data;
}

gboolean
dtl_zip_is_locked (const DtlZip *zip)
{
  return zip->is_locked;
}

/* --- names --- */

static void
follow_step (GPtrArray *steps, const char *step)
{
  if (strcmp (step, "..") == 0 && steps->len > 0)
    g_ptr_array_set_size (steps, (int) steps->len - 1);
  else if (*step != '\0' && strcmp (step, ".") != 0 && strcmp (step, "..") != 0)
    g_ptr_array_add (steps, g_strdup (step));
}

char *
dtl_zip_resolve (const char *base, const char *reference)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = g_strndup (reference, strcspn (reference, "#?"));
  g_autofree char *plain = g_uri_unescape_string (path, NULL);
  g_auto (GStrv) base_steps = g_strsplit (base, "/", 64);
  g_auto (GStrv) more_steps = g_strsplit (plain != NULL ? plain : path, "/", 64);

  if (more_steps[0] != NULL && *more_steps[0] != '\0') /* else it begins with "/" */
    for (guint i = 0; base_steps[i] != NULL && base_steps[i + 1] != NULL; i++)
      follow_step (steps, base_steps[i]);
  for (guint i = 0; more_steps[i] != NULL; i++)
    follow_step (steps, more_steps[i]);
  g_ptr_array_add (steps, NULL);
  return g_strjoinv ("/", (char **) steps->pdata);
}
