/* The format of a document.
 *
 * An SQLite 3 database in UTF-8 whose application_id is "Dtln" and whose
 * user_version is the version of the format. A reader refuses versions greater
 * than its own. Version 1, the first, has these tables:
 *
 *   last_ids        the greatest id ever given, by kind (DtlKind)
 *   sources         articles with their whole text
 *   lanes
 *   claims          positions are bytes of the source's text
 *   events          claim is the preferred one, NULL for none
 *   further_claims  the other claims of an event, position counting from 1
 *
 * An extent is fourteen columns, the members of DtlExtent. Bounds are seconds
 * as in dtl-time.h; the least and the greatest 64-bit number are no bound.
 * The numbers of all enumerations are those of the headers, which only ever
 * append.
 *
 * To change the format: a new version, the CREATE statements of the old ones
 * kept beside the new, and a step that reads each older one. */

#include "config.h"

#include "store/dtl-store-schema.h"

#include <string.h>

#define EXTENT_COLUMNS                                                                   \
  "start INTEGER NOT NULL,"                                                              \
  "latest_start INTEGER NOT NULL,"                                                       \
  "earliest_end INTEGER NOT NULL,"                                                       \
  "\"end\" INTEGER NOT NULL,"                                                            \
  "flags INTEGER NOT NULL,"                                                              \
  "offset_minutes INTEGER NOT NULL,"                                                     \
  "kind INTEGER NOT NULL,"                                                               \
  "precision INTEGER NOT NULL,"                                                          \
  "precision_end INTEGER NOT NULL,"                                                      \
  "part INTEGER NOT NULL,"                                                               \
  "calendar INTEGER NOT NULL,"                                                           \
  "calendar_end INTEGER NOT NULL,"                                                       \
  "qualifiers_start INTEGER NOT NULL,"                                                   \
  "qualifiers_end INTEGER NOT NULL"

static const DtlStoreTable tables[] = {
  { "last_ids", "CREATE TABLE last_ids ("
                "kind INTEGER PRIMARY KEY,"
                "last INTEGER NOT NULL)" },
  { "sources", "CREATE TABLE sources ("
               "id INTEGER PRIMARY KEY,"
               "name TEXT NOT NULL,"
               "title TEXT,"
               "byline TEXT,"
               "published TEXT,"
               "language TEXT,"
               "url TEXT,"
               "text TEXT NOT NULL)" },
  { "lanes", "CREATE TABLE lanes ("
             "id INTEGER PRIMARY KEY,"
             "title TEXT NOT NULL)" },
  { "claims", "CREATE TABLE claims ("
              "id INTEGER PRIMARY KEY,"
              "source INTEGER NOT NULL REFERENCES sources,"
              "title TEXT NOT NULL,"
              "paragraph_start INTEGER NOT NULL,"
              "paragraph_end INTEGER NOT NULL,"
              "sentence_start INTEGER NOT NULL,"
              "sentence_end INTEGER NOT NULL,"
              "mention_start INTEGER NOT NULL,"
              "mention_end INTEGER NOT NULL,"
              "partner_start INTEGER NOT NULL,"
              "partner_end INTEGER NOT NULL,"
              "why TEXT,"
              "status INTEGER NOT NULL,"
              "confidence REAL NOT NULL," EXTENT_COLUMNS ")" },
  { "events", "CREATE TABLE events ("
              "id INTEGER PRIMARY KEY,"
              "lane INTEGER NOT NULL REFERENCES lanes,"
              "title TEXT NOT NULL,"
              "importance REAL NOT NULL,"
              "claim INTEGER REFERENCES claims," EXTENT_COLUMNS ")" },
  { "further_claims", "CREATE TABLE further_claims ("
                      "event INTEGER NOT NULL REFERENCES events,"
                      "position INTEGER NOT NULL,"
                      "claim INTEGER NOT NULL REFERENCES claims,"
                      "PRIMARY KEY (event, position)) WITHOUT ROWID" },
};

/* https://www.sqlite.org/fileformat2.html#the_database_header */
static const char magic[16] = "SQLite format 3";
#define VERSION_OFFSET 60
#define APPLICATION_ID_OFFSET 68

static guint32
read_number (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 |
         bytes[3];
}

gboolean
dtl_store_schema_read_header (const guint8 *bytes, gsize length, guint32 *ret_version)
{
  if (length < DTL_STORE_HEADER_BYTES || memcmp (bytes, magic, sizeof magic) != 0 ||
      read_number (bytes + APPLICATION_ID_OFFSET) != DTL_STORE_APPLICATION_ID)
    return FALSE;
  *ret_version = read_number (bytes + VERSION_OFFSET);
  return TRUE;
}

const DtlStoreTable *
dtl_store_schema_get_tables (guint *ret_n_tables)
{
  *ret_n_tables = G_N_ELEMENTS (tables);
  return tables;
}

int
dtl_store_schema_create (sqlite3 *db)
{
  g_autofree char *marks =
      g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                       DTL_STORE_APPLICATION_ID, DTL_STORE_VERSION);
  int result = sqlite3_exec (db, marks, NULL, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables) && result == SQLITE_OK; i++)
    result = sqlite3_exec (db, tables[i].create, NULL, NULL, NULL);
  return result;
}

static gboolean
has_table (sqlite3 *db, const DtlStoreTable *table)
{
  sqlite3_stmt *statement = NULL;
  gboolean found = FALSE;

  if (sqlite3_prepare_v2 (
          db, "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?", -1,
          &statement, NULL) == SQLITE_OK)
    {
      sqlite3_bind_text (statement, 1, table->name, -1, SQLITE_STATIC);
      found = sqlite3_step (statement) == SQLITE_ROW &&
              g_strcmp0 ((const char *) sqlite3_column_text (statement, 0),
                         table->create) == 0;
    }
  sqlite3_finalize (statement);
  return found;
}

gboolean
dtl_store_schema_check (sqlite3 *db)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!has_table (db, &tables[i]))
      return FALSE;
  return TRUE;
}
