#include "config.h"

#include "store/dtl-store.h"

#include "store/dtl-store-error.h"
#include "store/dtl-store-file.h"
#include "store/dtl-store-row.h"
#include "store/dtl-store-schema.h"

#include <errno.h>

typedef struct {
  sqlite3 *db;
  const DtlTimeline *timeline;
  sqlite3_stmt *further; /* of the events: INSERT of the claims after the first */
} Saver;

/* --- the rows --- */

static gboolean
run (DtlStoreRow *row, GError **error)
{
  int result = row->bad ? SQLITE_TOOBIG : sqlite3_step (row->statement);

  if (result == SQLITE_TOOBIG)
    dtl_store_set_system_error (error, EFBIG);
  else if (result != SQLITE_DONE)
    dtl_store_set_database_error (error, sqlite3_db_handle (row->statement), result);
  sqlite3_reset (row->statement);
  return result == SQLITE_DONE;
}

static gboolean
write_last_id (Saver *saver, DtlStoreRow *row, guint kind, GError **error)
{
  dtl_store_row_write_integer (row, kind);
  dtl_store_row_write_integer (row, dtl_timeline_get_last_id (saver->timeline, kind));
  return run (row, error);
}

static gboolean
write_source (Saver *saver, DtlStoreRow *row, guint position, GError **error)
{
  DtlSource source;

  dtl_timeline_get_source (saver->timeline, position, &source);
  dtl_store_row_write_integer (row, source.id);
  dtl_store_row_write_text (row, source.name);
  dtl_store_row_write_text (row, source.title);
  dtl_store_row_write_text (row, source.byline);
  dtl_store_row_write_text (row, source.published);
  dtl_store_row_write_text (row, source.language);
  dtl_store_row_write_text (row, source.url);
  dtl_store_row_write_long_text (row, source.text, source.text_length);
  return run (row, error);
}

static gboolean
write_lane (Saver *saver, DtlStoreRow *row, guint position, GError **error)
{
  DtlLane lane;

  dtl_timeline_get_lane (saver->timeline, position, &lane);
  dtl_store_row_write_integer (row, lane.id);
  dtl_store_row_write_text (row, lane.title);
  return run (row, error);
}

static void
write_span (DtlStoreRow *row, DtlTextSpan span)
{
  dtl_store_row_write_integer (row, (gint64) span.start);
  dtl_store_row_write_integer (row, (gint64) span.end);
}

static gboolean
write_claim (Saver *saver, DtlStoreRow *row, guint position, GError **error)
{
  DtlClaim claim;

  dtl_timeline_get_claim (saver->timeline, position, &claim);
  dtl_store_row_write_integer (row, claim.id);
  dtl_store_row_write_integer (row, claim.source);
  dtl_store_row_write_text (row, claim.title);
  write_span (row, claim.paragraph);
  write_span (row, claim.sentence);
  write_span (row, claim.mentions[0]);
  write_span (row, claim.mentions[1]);
  dtl_store_row_write_text (row, claim.why);
  dtl_store_row_write_integer (row, claim.status);
  dtl_store_row_write_share (row, claim.confidence);
  dtl_store_row_write_extent (row, &claim.extent);
  return run (row, error);
}

static gboolean
write_further_claims (Saver *saver, const DtlEvent *event, GError **error)
{
  for (guint i = 1; i < event->n_claims; i++)
    {
      DtlStoreRow row = { .statement = saver->further };

      dtl_store_row_write_integer (&row, event->id);
      dtl_store_row_write_integer (&row, i);
      dtl_store_row_write_integer (&row, event->claims[i]);
      if (!run (&row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_event (Saver *saver, DtlStoreRow *row, guint index, GError **error)
{
  /* In the order of ids, as the table is: rows are appended, not inserted. */
  guint position = dtl_timeline_get_position_by_id_order (saver->timeline, index);
  DtlEvent event;

  dtl_timeline_get_event (saver->timeline, position, &event);
  dtl_store_row_write_integer (row, event.id);
  dtl_store_row_write_integer (row, event.lane);
  dtl_store_row_write_text (row, event.title);
  dtl_store_row_write_share (row, event.importance);
  if (event.n_claims > 0)
    dtl_store_row_write_integer (row, event.claims[0]);
  else
    dtl_store_row_write_null (row);
  dtl_store_row_write_extent (row, &event.extent);
  return run (row, error) && write_further_claims (saver, &event, error);
}

/* --- the database --- */

static gboolean
execute (Saver *saver, const char *sql, GError **error)
{
  int result = sqlite3_exec (saver->db, sql, NULL, NULL, NULL);

  if (result != SQLITE_OK)
    dtl_store_set_database_error (error, saver->db, result);
  return result == SQLITE_OK;
}

static sqlite3_stmt *
prepare (Saver *saver, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (saver->db, sql, -1, &statement, NULL);

  if (result != SQLITE_OK)
    dtl_store_set_database_error (error, saver->db, result);
  return statement;
}

typedef gboolean (*WriteRowFunc) (Saver *saver,
                                  DtlStoreRow *row,
                                  guint position,
                                  GError **error);

static gboolean
write_rows (Saver *saver, const char *insert, guint n, WriteRowFunc write, GError **error)
{
  sqlite3_stmt *statement = prepare (saver, insert, error);
  gboolean good = statement != NULL;

  for (guint i = 0; i < n && good; i++)
    {
      DtlStoreRow row = { .statement = statement };

      good = write (saver, &row, i, error);
    }
  sqlite3_finalize (statement);
  return good;
}

#define EXTENT_MARKS "?,?,?,?,?,?,?,?,?,?,?,?,?,?"

static gboolean
write_events (Saver *saver, GError **error)
{
  gboolean good;

  saver->further = prepare (saver, "INSERT INTO further_claims VALUES (?,?,?)", error);
  if (saver->further == NULL)
    return FALSE;
  good = write_rows (saver, "INSERT INTO events VALUES (?,?,?,?,?," EXTENT_MARKS ")",
                     dtl_timeline_get_n_events (saver->timeline), write_event, error);
  sqlite3_finalize (saver->further);
  return good;
}

static gboolean
write_tables (Saver *saver, GError **error)
{
  return write_rows (saver, "INSERT INTO last_ids VALUES (?,?)", DTL_N_KINDS,
                     write_last_id, error) &&
         write_rows (saver, "INSERT INTO sources VALUES (?,?,?,?,?,?,?,?)",
                     dtl_timeline_get_n_sources (saver->timeline), write_source, error) &&
         write_rows (saver, "INSERT INTO lanes VALUES (?,?)",
                     dtl_timeline_get_n_lanes (saver->timeline), write_lane, error) &&
         write_rows (
             saver,
             "INSERT INTO claims VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?," EXTENT_MARKS ")",
             dtl_timeline_get_n_claims (saver->timeline), write_claim, error) &&
         write_events (saver, error);
}

static gboolean
write_schema (Saver *saver, GError **error)
{
  int result = dtl_store_schema_create (saver->db);

  if (result != SQLITE_OK)
    dtl_store_set_database_error (error, saver->db, result);
  return result == SQLITE_OK;
}

/* Into an empty file that nobody else knows: no journal is needed, and the
 * caller sees to the disk. */
static gboolean
write_database (const char *path, gpointer timeline, GError **error)
{
  Saver saver = { .timeline = timeline };
  int result = sqlite3_open_v2 (path, &saver.db,
                                SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX |
                                    SQLITE_OPEN_PRIVATECACHE,
                                NULL);
  gboolean good = result == SQLITE_OK;

  if (!good)
    dtl_store_set_database_error (error, saver.db, result);
  good = good &&
         execute (&saver,
                  "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
                  "PRAGMA locking_mode = EXCLUSIVE; BEGIN",
                  error) &&
         write_schema (&saver, error) && write_tables (&saver, error) &&
         execute (&saver, "COMMIT", error);
  sqlite3_close (saver.db);
  return good;
}

gboolean
dtl_store_save (const char *path, const DtlTimeline *timeline, GError **error)
{
  return dtl_store_file_replace (path, write_database, (gpointer) timeline, error);
}
