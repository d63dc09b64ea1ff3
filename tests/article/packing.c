#include "article/packing.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define MARK "=== "

static la_ssize_t
on_write (struct archive *archive, void *data, const void *bytes, size_t length)
{
  g_string_append_len (data, bytes, (gssize) length);
  return (la_ssize_t) length;
}

static struct archive *
open_zip (GString *zip)
{
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  archive_write_set_bytes_per_block (archive, 0);
  archive_write_open (archive, zip, NULL, on_write, NULL);
  return archive;
}

static void
add_part (struct archive *archive, const char *name, const char *bytes, gsize length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, (la_int64_t) length);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_write_header (archive, entry);
  archive_write_data (archive, bytes, length);
  archive_entry_free (entry);
}

/* The next line that begins a part, or @end. */
static const char *
find_mark (const char *at, const char *end)
{
  while (at < end)
    {
      const char *line_end = memchr (at, '\n', (gsize) (end - at));

      if ((gsize) (end - at) > strlen (MARK) && memcmp (at, MARK, strlen (MARK)) == 0)
        return at;
      at = line_end != NULL ? line_end + 1 : end;
    }
  return end;
}

char *
packing_zip (const char *parts, gsize length, gsize *ret_length)
{
  const char *end = parts + length, *next;
  g_autoptr (GString) zip = g_string_new (NULL);
  struct archive *archive = open_zip (zip);
  const char *at = find_mark (parts, end);

  if (at > parts)
    add_part (archive, "mimetype", parts, (gsize) (at - parts));
  for (; at < end; at = next)
    {
      const char *line_end = memchr (at, '\n', (gsize) (end - at));
      const char *start = line_end != NULL ? line_end + 1 : end;
      g_autofree char *name = NULL;

      at += strlen (MARK);
      next = find_mark (start, end);
      name = g_strndup (at, (gsize) ((line_end != NULL ? line_end : end) - at));
      add_part (archive, name, start, (gsize) (next - start));
    }
  archive_write_close (archive);
  archive_write_free (archive);
  *ret_length = zip->len;
  return g_string_free (g_steal_pointer (&zip), FALSE);
}
