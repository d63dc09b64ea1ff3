#include "io/dtl-replace-file.h"

#include <errno.h>
#include <stdlib.h>

#define MOST_TRIES 100

/* The file that a link leads to; @file itself where that cannot be told. */
static GFile *
follow_links (GFile *file)
{
  const char *path = g_file_peek_path (file);
  char *real = path == NULL ? NULL : realpath (path, NULL);
  GFile *target = real == NULL ? g_object_ref (file) : g_file_new_for_path (real);

  free (real);
  return target;
}

/* A name of its own, hidden, in the same folder: a file can be moved into
 * place only within one file system. */
static GFile *
make_neighbour (GFile *file, guint try)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *hidden = g_strdup_printf (".%s.%u.part", name, try);

  return g_file_get_child (folder, hidden);
}

static GFileOutputStream *
create_neighbour (GFile *file,
                  GFile **ret_neighbour,
                  GCancellable *cancellable,
                  GError **error)
{
  for (guint try = 0;; try++)
    {
      g_autoptr (GFile) neighbour = make_neighbour (file, try);
      g_autoptr (GError) refusal = NULL;
      GFileOutputStream *stream =
          g_file_create (neighbour, G_FILE_CREATE_NONE, cancellable, &refusal);

      if (stream != NULL)
        {
          *ret_neighbour = g_steal_pointer (&neighbour);
          return stream;
        }
      if (try == MOST_TRIES || !g_error_matches (refusal, G_IO_ERROR, G_IO_ERROR_EXISTS))
        {
          g_propagate_error (error, g_steal_pointer (&refusal));
          return NULL;
        }
    }
}

/* A full disk may show only when the last bytes are handed over. */
static gboolean
write_and_close (GOutputStream *stream,
                 DtlWriteFunc write,
                 gpointer data,
                 GCancellable *cancellable,
                 GError **error)
{
  if (write (data, stream, cancellable, error))
    return g_output_stream_close (stream, cancellable, error);
  g_output_stream_close (stream, NULL, NULL);
  return FALSE;
}

static gboolean
write_beside (GFile *file,
              DtlWriteFunc write,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GFile) neighbour = NULL;
  g_autoptr (GFileOutputStream) stream =
      create_neighbour (file, &neighbour, cancellable, error);

  if (stream == NULL)
    return FALSE;
  if (write_and_close (G_OUTPUT_STREAM (stream), write, data, cancellable, error) &&
      g_file_move (neighbour, file, G_FILE_COPY_OVERWRITE, cancellable, NULL, NULL,
                   error))
    return TRUE;
  g_file_delete (neighbour, NULL, NULL);
  return FALSE;
}

static gboolean
write_directly (GFile *file,
                DtlWriteFunc write,
                gpointer data,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GFileOutputStream) stream =
      g_file_append_to (file, G_FILE_CREATE_NONE, cancellable, error);

  return stream != NULL &&
         write_and_close (G_OUTPUT_STREAM (stream), write, data, cancellable, error);
}

gboolean
dtl_replace_file (GFile *file,
                  DtlWriteFunc write,
                  gpointer data,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GFile) target = follow_links (file);

  switch (g_file_query_file_type (target, G_FILE_QUERY_INFO_NONE, cancellable))
    {
    case G_FILE_TYPE_SPECIAL:
      return write_directly (target, write, data, cancellable, error);
    case G_FILE_TYPE_DIRECTORY:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY,
                           g_strerror (EISDIR));
      return FALSE;
    default:
      return write_beside (target, write, data, cancellable, error);
    }
}
