#include "config.h"

#include "store/dtl-store-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

void
dtl_store_set_system_error (GError **error, int code)
{
  switch (code)
    {
    case ENOSPC:
    case EFBIG: /* all that this file system, or a limit, leaves for a file */
#ifdef EDQUOT
    case EDQUOT:
#endif
      g_set_error_literal (error, DTL_STORE_ERROR, DTL_STORE_ERROR_FULL,
                           _ ("there is no space left for the document"));
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error_literal (error, DTL_STORE_ERROR, DTL_STORE_ERROR_DENIED,
                           _ ("you may not read or write here"));
      break;
    default:
      g_set_error_literal (error, DTL_STORE_ERROR, DTL_STORE_ERROR_IO, g_strerror (code));
      break;
    }
}

void
dtl_store_set_damaged (GError **error, const char *what)
{
  g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_DAMAGED,
               /* Translators: %s says where, in English: "claims, row 7" */
               _ ("the document is damaged (%s)"), what);
}

/* What the system said when @db last read or wrote. sqlite3_system_errno() is
 * asked second, since it is overwritten while SQLite cleans up. */
static int
get_errno (sqlite3 *db)
{
  int code = 0;

  if (sqlite3_file_control (db, "main", SQLITE_FCNTL_LAST_ERRNO, &code) != SQLITE_OK ||
      code == 0)
    code = sqlite3_system_errno (db);
  return code != 0 ? code : EIO;
}

void
dtl_store_set_database_error (GError **error, sqlite3 *db, int result)
{
  switch (result & 0xff)
    {
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                           _ ("reading was cancelled"));
      break;
    case SQLITE_FULL:
      dtl_store_set_system_error (error, ENOSPC);
      break;
    case SQLITE_PERM:
    case SQLITE_READONLY:
      dtl_store_set_system_error (error, EACCES);
      break;
    case SQLITE_NOMEM:
      dtl_store_set_system_error (error, ENOMEM);
      break;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      dtl_store_set_system_error (error, get_errno (db));
      break;
    default:
      dtl_store_set_damaged (error, sqlite3_errmsg (db));
      break;
    }
}
