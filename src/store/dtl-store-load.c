#include "config.h"

#include "store/dtl-store.h"

#include "store/dtl-store-error.h"
#include "store/dtl-store-file.h"
#include "store/dtl-store-row.h"
#include "store/dtl-store-schema.h"

#include <glib/gi18n-lib.h>

/* Instructions of SQLite's between two looks at the cancellable. */
#define CANCEL_STEP 10000

/* Less than this would stop SQLite from reading its own schema. */
#define MIN_LENGTH_LIMIT 10000

typedef struct {
  sqlite3 *db;
  DtlTimeline *timeline;
  gsize size;   /* of the file */
  gsize budget; /* see DtlStoreRow */
  /* Of the events: the claims after the first, read alongside. */
  sqlite3_stmt *further;
  gboolean has_further; /* @further stands at a row */
  GArray *claims;       /* DtlId, of the event at hand */
} Loader;

/* Looks before SQLite does, which has one name for all that it cannot open. */
static gboolean
check_file (const char *path, gsize *ret_size, GError **error)
{
  guint8 bytes[DTL_STORE_HEADER_BYTES];
  gsize n_read;
  guint32 version;

  if (!dtl_store_file_peek (path, bytes, sizeof bytes, &n_read, ret_size, error))
    return FALSE;
  if (!dtl_store_schema_read_header (bytes, n_read, &version))
    {
      g_set_error_literal (error, DTL_STORE_ERROR, DTL_STORE_ERROR_NOT_A_DOCUMENT,
                           _ ("this is not a Dateline document"));
      return FALSE;
    }
  if (version > DTL_STORE_VERSION)
    {
      g_set_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_NEWER,
                   _ ("a newer Dateline wrote this document, in format %u; this one "
                      "reads formats up to %d"),
                   version, DTL_STORE_VERSION);
      return FALSE;
    }
  return TRUE;
}

/* --- the database --- */

static int
on_progress (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

/* Reading of tables, and nothing else: no function, no view, no trigger, no
 * other file, whatever the document's schema asks for. */
static int
on_authorize (gpointer data,
              int action,
              const char *first,
              const char *second,
              const char *database,
              const char *trigger)
{
  return action == SQLITE_SELECT || action == SQLITE_READ ? SQLITE_OK : SQLITE_DENY;
}

/* A document comes from anywhere: SQLite is told to trust nothing in it. */
static void
harden (Loader *loader, GCancellable *cancellable)
{
  sqlite3 *db = loader->db;

  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_exec (db, "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0", NULL, NULL,
                NULL);

  /* No value is longer than the file. */
  sqlite3_limit (db, SQLITE_LIMIT_LENGTH,
                 (int) CLAMP (loader->size, MIN_LENGTH_LIMIT, G_MAXINT32));
  sqlite3_limit (db, SQLITE_LIMIT_SQL_LENGTH, MIN_LENGTH_LIMIT);
  sqlite3_limit (db, SQLITE_LIMIT_COLUMN, 100);
  sqlite3_limit (db, SQLITE_LIMIT_EXPR_DEPTH, 10);
  sqlite3_limit (db, SQLITE_LIMIT_COMPOUND_SELECT, 2);
  sqlite3_limit (db, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit (db, SQLITE_LIMIT_WORKER_THREADS, 0);
  sqlite3_set_authorizer (db, on_authorize, NULL);
  if (cancellable != NULL)
    sqlite3_progress_handler (db, CANCEL_STEP, on_progress, cancellable);
}

/* Unchanging, as told by the address: no lock is taken, and no journal that
 * lies beside the file is played back. */
static gboolean
open_database (Loader *loader, const char *path, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *plain = g_filename_to_uri (absolute, NULL, error);
  g_autofree char *uri = NULL;
  int result;

  if (plain == NULL)
    return FALSE;
  uri = g_strconcat (plain, "?mode=ro&immutable=1", NULL);
  result = sqlite3_open_v2 (uri, &loader->db,
                            SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX |
                                SQLITE_OPEN_PRIVATECACHE,
                            NULL);
  if (result != SQLITE_OK)
    dtl_store_set_database_error (error, loader->db, result);
  return result == SQLITE_OK;
}

static sqlite3_stmt *
prepare (Loader *loader, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (loader->db, sql, -1, &statement, NULL);

  if (result != SQLITE_OK)
    dtl_store_set_database_error (error, loader->db, result);
  return statement;
}

static void
set_damaged_row (GError **error, const char *table, gint64 id)
{
  g_autofree char *what = g_strdup_printf ("%s, row %" G_GINT64_FORMAT, table, id);

  dtl_store_set_damaged (error, what);
}

typedef gboolean (*ReadRowFunc) (Loader *loader, DtlStoreRow *row, DtlId id);

/* Reads a table in the order of its first column. Ids have to ascend: the
 * pages of a made-up file could be linked in a circle. */
static gboolean
read_table (Loader *loader, const char *table, ReadRowFunc read_row, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1", table);
  sqlite3_stmt *statement = prepare (loader, sql, error);
  gint64 last = -1;
  int result = SQLITE_ERROR;

  if (statement == NULL)
    return FALSE;
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      DtlStoreRow row = { .statement = statement, .budget = &loader->budget };
      gint64 id = dtl_store_row_read_integer (&row, 0, DTL_ID_MAX);

      if (row.bad || id <= last || !read_row (loader, &row, (DtlId) id))
        {
          set_damaged_row (error, table, sqlite3_column_int64 (statement, 0));
          break;
        }
      last = id;
    }
  if (result != SQLITE_DONE && result != SQLITE_ROW)
    dtl_store_set_database_error (error, loader->db, result);
  sqlite3_finalize (statement);
  return result == SQLITE_DONE;
}

/* --- the rows: FALSE where one is not as a document has it --- */

static gboolean
read_last_id (Loader *loader, DtlStoreRow *row, DtlId kind)
{
  DtlId last = (DtlId) dtl_store_row_read_integer (row, 0, DTL_ID_MAX);

  if (row->bad || kind >= DTL_N_KINDS)
    return FALSE;
  dtl_timeline_reserve_ids (loader->timeline, kind, last);
  return TRUE;
}

static gboolean
read_source (Loader *loader, DtlStoreRow *row, DtlId id)
{
  DtlSource source = { .id = id };

  source.name = dtl_store_row_read_text (row);
  source.title = dtl_store_row_read_text_or_null (row);
  source.byline = dtl_store_row_read_text_or_null (row);
  source.published = dtl_store_row_read_text_or_null (row);
  source.language = dtl_store_row_read_text_or_null (row);
  source.url = dtl_store_row_read_text_or_null (row);
  source.text = dtl_store_row_read_long_text (row, &source.text_length);
  return !row->bad && id != 0 && dtl_timeline_add_source (loader->timeline, &source) != 0;
}

static gboolean
read_lane (Loader *loader, DtlStoreRow *row, DtlId id)
{
  DtlLane lane = { .id = id, .title = dtl_store_row_read_text (row) };

  return !row->bad && id != 0 && dtl_timeline_put_lane (loader->timeline, &lane) != 0;
}

/* At characters of @source's text. */
static DtlTextSpan
read_span (DtlStoreRow *row, const DtlSource *source)
{
  DtlTextSpan span;

  span.start = (gsize) dtl_store_row_read_integer (row, 0, (gint64) source->text_length);
  span.end = (gsize) dtl_store_row_read_integer (row, 0, (gint64) source->text_length);
  if (span.start > span.end || ((guchar) source->text[span.start] & 0xc0) == 0x80 ||
      ((guchar) source->text[span.end] & 0xc0) == 0x80)
    row->bad = TRUE;
  return span;
}

static gboolean
read_claim (Loader *loader, DtlStoreRow *row, DtlId id)
{
  DtlClaim claim = { .id = id };
  DtlSource source;

  claim.source = (DtlId) dtl_store_row_read_integer (row, 1, DTL_ID_MAX);
  if (id == 0 || !dtl_timeline_find_source (loader->timeline, claim.source, &source))
    return FALSE;
  claim.title = dtl_store_row_read_text (row);
  claim.paragraph = read_span (row, &source);
  claim.sentence = read_span (row, &source);
  claim.mentions[0] = read_span (row, &source);
  claim.mentions[1] = read_span (row, &source);
  claim.why = dtl_store_row_read_text_or_null (row);
  claim.status =
      (DtlClaimStatus) dtl_store_row_read_integer (row, 0, DTL_CLAIM_HYPOTHETICAL);
  claim.confidence = dtl_store_row_read_share (row);
  claim.extent = dtl_store_row_read_extent (row);
  return !row->bad && dtl_timeline_add_claim (loader->timeline, &claim) != 0;
}

static gboolean
add_claim_of_event (Loader *loader, DtlId id)
{
  DtlClaim claim;

  g_array_append_val (loader->claims, id);
  return dtl_timeline_find_claim (loader->timeline, id, &claim);
}

/* The claims after the first: rows of the event that count from 1. */
static gboolean
read_further_claims (Loader *loader, DtlId event)
{
  for (guint position = 1; loader->has_further; position++)
    {
      DtlStoreRow row = { .statement = loader->further };

      if (sqlite3_column_int64 (row.statement, 0) != event)
        return TRUE;
      row.column = 1;
      dtl_store_row_read_integer (&row, position, position);
      if (!add_claim_of_event (loader, (DtlId) dtl_store_row_read_integer (&row, 1,
                                                                           DTL_ID_MAX)) ||
          row.bad || loader->claims->len == 1)
        return FALSE;
      loader->has_further = sqlite3_step (loader->further) == SQLITE_ROW;
    }
  return TRUE;
}

static gboolean
read_event (Loader *loader, DtlStoreRow *row, DtlId id)
{
  DtlEvent event = { .id = id };

  event.lane = (DtlId) dtl_store_row_read_integer (row, 1, DTL_ID_MAX);
  event.title = dtl_store_row_read_text (row);
  event.importance = dtl_store_row_read_share (row);
  g_array_set_size (loader->claims, 0);
  if (sqlite3_column_type (row->statement, row->column) == SQLITE_NULL)
    row->column++;
  else if (!add_claim_of_event (loader,
                                (DtlId) dtl_store_row_read_integer (row, 1, DTL_ID_MAX)))
    return FALSE;
  event.extent = dtl_store_row_read_extent (row);
  if (row->bad || id == 0 || dtl_timeline_find_lane (loader->timeline, event.lane) < 0 ||
      !read_further_claims (loader, id))
    return FALSE;

  event.claims = (const DtlId *) (gpointer) loader->claims->data;
  event.n_claims = loader->claims->len;
  return dtl_timeline_add_event (loader->timeline, &event) != 0;
}

static gboolean
read_events (Loader *loader, GError **error)
{
  gboolean good;

  loader->further =
      prepare (loader, "SELECT event, position, claim FROM further_claims ORDER BY 1, 2",
               error);
  if (loader->further == NULL)
    return FALSE;
  loader->has_further = sqlite3_step (loader->further) == SQLITE_ROW;
  good = read_table (loader, "events", read_event, error);

  int result = sqlite3_finalize (loader->further);

  if (good && result != SQLITE_OK)
    dtl_store_set_database_error (error, loader->db, result);
  else if (good && loader->has_further)
    dtl_store_set_damaged (error, "further_claims");
  return good && result == SQLITE_OK && !loader->has_further;
}

static gboolean
read_tables (Loader *loader, GError **error)
{
  if (!dtl_store_schema_check (loader->db))
    {
      dtl_store_set_damaged (error, "tables");
      return FALSE;
    }
  return read_table (loader, "last_ids", read_last_id, error) &&
         read_table (loader, "sources", read_source, error) &&
         read_table (loader, "lanes", read_lane, error) &&
         read_table (loader, "claims", read_claim, error) && read_events (loader, error);
}

DtlTimeline *
dtl_store_load (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (DtlId));
  Loader loader = { .timeline = timeline, .claims = claims };
  gboolean good;

  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !check_file (path, &loader.size, error))
    return NULL;

  loader.budget = loader.size;
  good = open_database (&loader, path, error);
  if (good)
    {
      harden (&loader, cancellable);
      good = read_tables (&loader, error);
    }
  sqlite3_close (loader.db);
  return good ? g_steal_pointer (&timeline) : NULL;
}
