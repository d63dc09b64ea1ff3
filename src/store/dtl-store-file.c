#include "config.h"

#include "store/dtl-store-file.h"

#include "store/dtl-store-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* Not every system has, or needs, each of these. */
#ifndef O_CLOEXEC
#define O_CLOEXEC 0
#endif
#ifndef O_NONBLOCK
#define O_NONBLOCK 0
#endif
#ifndef O_BINARY
#define O_BINARY 0
#endif

/* --- reading --- */

static gboolean
read_start (int file, guint8 *bytes, gsize size, gsize *ret_n_read, GError **error)
{
  gsize n_read = 0;
  gssize n = 1;

  while (n > 0 && n_read < size)
    {
      n = read (file, bytes + n_read, size - n_read);
      if (n < 0 && errno != EINTR)
        {
          dtl_store_set_system_error (error, errno);
          return FALSE;
        }
      n_read += (gsize) MAX (n, 0);
    }
  *ret_n_read = n_read;
  return TRUE;
}

static gboolean
check_plain_file (int file, gsize *ret_length, GError **error)
{
  struct stat status;

  if (fstat (file, &status) != 0)
    {
      dtl_store_set_system_error (error, errno);
      return FALSE;
    }
  if (!S_ISREG (status.st_mode))
    {
      g_set_error_literal (error, DTL_STORE_ERROR, DTL_STORE_ERROR_NOT_A_DOCUMENT,
                           _ ("this is a folder or a device, not a document"));
      return FALSE;
    }
  *ret_length = (gsize) status.st_size;
  return TRUE;
}

gboolean
dtl_store_file_peek (const char *path,
                     guint8 *bytes,
                     gsize size,
                     gsize *ret_n_read,
                     gsize *ret_length,
                     GError **error)
{
  /* Not blocking: a pipe would let us wait for ever. */
  int file = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_BINARY, 0);
  gboolean good;

  if (file < 0)
    {
      dtl_store_set_system_error (error, errno);
      return FALSE;
    }
  good = check_plain_file (file, ret_length, error) &&
         read_start (file, bytes, size, ret_n_read, error);
  g_close (file, NULL);
  return good;
}

/* --- replacing --- */

/* What a link leads to, so that the link stays one. */
static char *
resolve (const char *path)
{
#ifdef G_OS_UNIX
  char *resolved = realpath (path, NULL);

  if (resolved != NULL)
    {
      char *copy = g_strdup (resolved);

      free (resolved);
      return copy;
    }
#endif
  return g_strdup (path);
}

/* A file that may not be written is not to be replaced either, though its
 * folder would allow it. @ret_mode is left alone where there is none. */
static gboolean
check_old_file (const char *path, int *ret_mode, GError **error)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    return TRUE;
  if (!S_ISREG (status.st_mode))
    {
      g_set_error_literal (error, DTL_STORE_ERROR, DTL_STORE_ERROR_DENIED,
                           _ ("a folder or a device of this name is in the way"));
      return FALSE;
    }
  if (g_access (path, W_OK) != 0)
    {
      dtl_store_set_system_error (error, errno);
      return FALSE;
    }
  *ret_mode = (int) (status.st_mode & 07777);
  return TRUE;
}

/* SQLite has closed it: what it wrote is brought to the disk here. */
static gboolean
sync_file (const char *path, GError **error)
{
  int file = g_open (path, O_RDWR | O_CLOEXEC | O_BINARY, 0);
  int result = file < 0 ? -1 : g_fsync (file);

  if (result != 0)
    dtl_store_set_system_error (error, errno);
  if (file >= 0)
    g_close (file, NULL);
  return result == 0;
}

/* So that the new name, too, survives a power cut. Not every file system can;
 * the document is whole either way. */
static void
sync_folder (const char *folder)
{
  int file = g_open (folder, O_RDONLY | O_CLOEXEC, 0);

  if (file < 0)
    return;
  g_fsync (file);
  g_close (file, NULL);
}

/* With the permissions that the old file had, where there was one. */
static gboolean
rename_file (const char *from, const char *to, int mode, GError **error)
{
  if (mode >= 0)
    g_chmod (from, mode);
  if (g_rename (from, to) == 0)
    return TRUE;
  dtl_store_set_system_error (error, errno);
  return FALSE;
}

gboolean
dtl_store_file_replace (const char *path,
                        DtlStoreWriteFunc write_file,
                        gpointer data,
                        GError **error)
{
  g_autofree char *target = resolve (path);
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *temporary = g_build_filename (folder, ".dateline-XXXXXX", NULL);
  int file, mode = -1;

  if (!check_old_file (target, &mode, error))
    return FALSE;
  file = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC | O_BINARY, 0666);
  if (file < 0)
    {
      dtl_store_set_system_error (error, errno);
      return FALSE;
    }
  g_close (file, NULL);

  if (!write_file (temporary, data, error) || !sync_file (temporary, error) ||
      !rename_file (temporary, target, mode, error))
    {
      g_unlink (temporary);
      return FALSE;
    }
  sync_folder (folder);
  return TRUE;
}
