#include "store/dtl-store.h"

#include "store/store-testing.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
  char *folder;
  char *path; /* a document in it, or where one is to be */
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  place->folder = store_testing_make_folder ();
  place->path = g_build_filename (place->folder, "läufe & ?%20#1.dateline", NULL);
}

static void
tear_down (Place *place, gconstpointer data)
{
  store_testing_remove_folder (place->folder);
  g_free (place->folder);
  g_free (place->path);
}

static void
save (const Place *place, const DtlTimeline *timeline)
{
  g_autoptr (GError) error = NULL;

  dtl_store_save (place->path, timeline, &error);
  g_assert_no_error (error);
}

static DtlTimeline *
load (const Place *place)
{
  g_autoptr (GError) error = NULL;
  DtlTimeline *timeline = dtl_store_load (place->path, NULL, &error);

  g_assert_no_error (error);
  return timeline;
}

static void
assert_load_fails (const Place *place, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (dtl_store_load (place->path, NULL, &error));
  g_assert_error (error, DTL_STORE_ERROR, code);
}

static char *
read_bytes (const Place *place, gsize *ret_length)
{
  char *bytes;

  g_assert_true (g_file_get_contents (place->path, &bytes, ret_length, NULL));
  return bytes;
}

/* In place and not brought to the disk, since this is done often. */
static void
write_bytes (const Place *place, const char *bytes, gsize length)
{
  FILE *file = g_fopen (place->path, "wb");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (bytes, 1, length, file), ==, length);
  g_assert_cmpint (fclose (file), ==, 0);
}

/* What a person with another program could do to a document. */
static void
run_sql (const Place *place, const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (place->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static guint
count_files (const Place *place)
{
  g_autoptr (GDir) dir = g_dir_open (place->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* --- round trips --- */

static void
test_random_round_trips (Place *place, gconstpointer data)
{
  for (guint32 seed = 0; seed < 30; seed++)
    {
      g_autoptr (DtlTimeline) timeline = store_testing_make_timeline (seed, seed % 13);

      save (place, timeline);

      g_autoptr (DtlTimeline) loaded = load (place);

      store_testing_assert_same (timeline, loaded);
      g_assert_cmpuint (count_files (place), ==, 1);
    }
}

static void
test_same_timeline_same_bytes (Place *place, gconstpointer data)
{
  g_autoptr (DtlTimeline) timeline = store_testing_make_timeline (7, 9);
  gsize length, length_again;

  save (place, timeline);

  g_autofree char *bytes = read_bytes (place, &length);
  g_autoptr (DtlTimeline) loaded = load (place);

  save (place, loaded);

  g_autofree char *again = read_bytes (place, &length_again);

  g_assert_cmpmem (bytes, length, again, length_again);
}

static void
test_removed_ids_do_not_come_back (Place *place, gconstpointer data)
{
  g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();
  DtlSource source = { .name = "a", .text = "" };

  dtl_timeline_remove_source (timeline, dtl_timeline_add_source (timeline, &source));
  save (place, timeline);

  g_autoptr (DtlTimeline) loaded = load (place);

  g_assert_cmpuint (dtl_timeline_add_source (loaded, &source), ==, 2);
}

static void
test_nul_in_a_text (Place *place, gconstpointer data)
{
  g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();
  DtlSource source = { .name = "a", .text = "one\0two\0", .text_length = 8 };

  dtl_timeline_add_source (timeline, &source);
  save (place, timeline);

  g_autoptr (DtlTimeline) loaded = load (place);

  store_testing_assert_same (timeline, loaded);
}

static void
test_link_stays_a_link (Place *place, gconstpointer data)
{
  g_autoptr (DtlTimeline) timeline = store_testing_make_timeline (1, 2);
  g_autofree char *link = g_build_filename (place->folder, "link", NULL);

  save (place, timeline);
  g_assert_cmpint (chmod (place->path, 0640), ==, 0);
  g_assert_cmpint (symlink (place->path, link), ==, 0);
  g_assert_true (dtl_store_save (link, timeline, NULL));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));

  GStatBuf status;

  g_assert_cmpint (g_stat (place->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0640);
}

static void
test_sniff (Place *place, gconstpointer data)
{
  g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();
  gsize length;

  save (place, timeline);

  g_autofree guint8 *bytes = (guint8 *) read_bytes (place, &length);

  g_assert_true (dtl_store_sniff (bytes, length));
  g_assert_true (dtl_store_sniff (bytes, 100));
  g_assert_false (dtl_store_sniff (bytes, 99));
  bytes[68] = 0;
  g_assert_false (dtl_store_sniff (bytes, length));
  g_assert_false (dtl_store_sniff ((const guint8 *) "In 1969", 7));
}

/* --- files that are not as they should be --- */

static void
test_missing (Place *place, gconstpointer data)
{
  assert_load_fails (place, DTL_STORE_ERROR_IO);
}

static void
test_folder_is_no_document (Place *place, gconstpointer data)
{
  g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (dtl_store_load (place->folder, NULL, &error));
  g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_NOT_A_DOCUMENT);
  g_clear_error (&error);
  g_assert_false (dtl_store_save (place->folder, timeline, &error));
  g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_DENIED);
}

static void
test_pipe_is_no_document (Place *place, gconstpointer data)
{
  g_assert_cmpint (mkfifo (place->path, 0600), ==, 0);
  assert_load_fails (place, DTL_STORE_ERROR_NOT_A_DOCUMENT);
}

static void
test_other_files_are_no_documents (Place *place, gconstpointer data)
{
  write_bytes (place, "", 0);
  assert_load_fails (place, DTL_STORE_ERROR_NOT_A_DOCUMENT);
  write_bytes (place, "In 1969 two men stood on the moon.", 34);
  assert_load_fails (place, DTL_STORE_ERROR_NOT_A_DOCUMENT);
  g_assert_cmpint (g_remove (place->path), ==, 0);
  run_sql (place, "CREATE TABLE sources (id INTEGER PRIMARY KEY)");
  assert_load_fails (place, DTL_STORE_ERROR_NOT_A_DOCUMENT);
}

static void
test_newer_version (Place *place, gconstpointer data)
{
  g_autoptr (DtlTimeline) timeline = store_testing_make_timeline (1, 2);

  save (place, timeline);
  run_sql (place, "PRAGMA user_version = 2");
  assert_load_fails (place, DTL_STORE_ERROR_NEWER);
}

static void
test_truncated (Place *place, gconstpointer data)
{
  g_autoptr (DtlTimeline) timeline = store_testing_make_timeline (3, 40);
  gsize length;

  save (place, timeline);

  g_autofree char *bytes = read_bytes (place, &length);

  for (gsize cut = 0; cut < length; cut += 509)
    {
      write_bytes (place, bytes, cut);
      assert_load_fails (place, cut < 100 ? DTL_STORE_ERROR_NOT_A_DOCUMENT
                                          : DTL_STORE_ERROR_DAMAGED);
    }
}

/* Whatever bytes are changed: an error, or a timeline that is kept like any. */
static void
test_changed_bytes (Place *place, gconstpointer data)
{
  g_autoptr (DtlTimeline) timeline = store_testing_make_timeline (5, 20);
  GRand *rand = g_rand_new_with_seed (1);
  guint n_refused = 0;
  gsize length;

  save (place, timeline);

  g_autofree char *bytes = read_bytes (place, &length);

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *changed = g_memdup2 (bytes, length);
      g_autoptr (GError) error = NULL;
      gsize at = (gsize) g_rand_int_range (rand, 100, (gint32) length);

      for (guint k = 0; k < 8 && at + k < length; k++)
        changed[at + k] = (char) g_rand_int (rand);
      write_bytes (place, changed, length);

      g_autoptr (DtlTimeline) loaded = dtl_store_load (place->path, NULL, &error);

      g_assert_true ((loaded == NULL) == (error != NULL));
      if (loaded == NULL)
        {
          g_assert_error (error, DTL_STORE_ERROR, DTL_STORE_ERROR_DAMAGED);
          n_refused++;
          continue;
        }
      save (place, loaded);

      g_autoptr (DtlTimeline) again = load (place);

      store_testing_assert_same (loaded, again);
    }
  g_rand_free (rand);
  g_assert_cmpuint (n_refused, >, 25);
}

/* One lie each in a document that is otherwise good. */
static const char *const lies[] = {
  "UPDATE claims SET sentence_end = 100000",
  "UPDATE claims SET sentence_start = sentence_end + 1",
  "UPDATE claims SET mention_start = -1",
  "UPDATE claims SET paragraph_start = 2, paragraph_end = 4", /* within a letter */
  "UPDATE claims SET source = 77",
  "UPDATE claims SET title = CAST (x'ff' AS TEXT)",
  "UPDATE claims SET title = x'6869'",
  "UPDATE claims SET title = 'nul' || char (0)",
  "UPDATE claims SET kind = 4",
  "UPDATE claims SET calendar = 200",
  "UPDATE claims SET precision = 26",
  "UPDATE claims SET part = 10",
  "UPDATE claims SET status = 5",
  "UPDATE claims SET flags = 65536",
  "UPDATE claims SET offset_minutes = -40000",
  "UPDATE claims SET confidence = 1.5",
  "UPDATE claims SET confidence = 9e999",
  "UPDATE claims SET start = \"end\"",
  "UPDATE claims SET latest_start = 4611686018427387905",
  "UPDATE claims SET id = 0 WHERE id = 1",
  "UPDATE claims SET id = -3 WHERE id = 1",
  "UPDATE claims SET id = 2147483648 WHERE id = 1",
  "UPDATE events SET lane = 77",
  "UPDATE events SET claim = 77",
  "UPDATE events SET importance = -0.5",
  "UPDATE sources SET name = CAST (x'c3' AS TEXT)",
  "UPDATE sources SET text = CAST (x'61c3' AS TEXT)",
  "UPDATE last_ids SET last = 2147483648",
  "UPDATE last_ids SET kind = 9 WHERE kind = 0",
  "UPDATE further_claims SET event = 77",
  "UPDATE further_claims SET position = 3",
  "UPDATE further_claims SET claim = 77",
  "UPDATE events SET claim = NULL",
  "DELETE FROM sources",
  "DROP TABLE further_claims",
  "ALTER TABLE lanes ADD COLUMN more INTEGER",
  "ALTER TABLE lanes RENAME TO other; CREATE VIEW lanes AS SELECT id, title FROM other",
  "DROP TABLE lanes; CREATE TABLE lanes (id INTEGER PRIMARY KEY,"
  " title TEXT NOT NULL AS (upper (id)))",
};

/* One source, one lane, two claims, one event that has both. */
static DtlTimeline *
make_small (void)
{
  DtlTimeline *timeline = dtl_timeline_new ();
  DtlSource source = { .name = "é", .text = "día 1969", .text_length = 9 };
  DtlClaim claim = { .title = "t", .extent = { .start = 0, .end = 9 } };
  DtlId claims[2];
  DtlEvent event = { .title = "t", .claims = claims, .n_claims = 2 };

  claim.source = dtl_timeline_add_source (timeline, &source);
  event.lane = dtl_timeline_add_lane (timeline, "lane");
  event.extent = claim.extent;
  for (guint i = 0; i < 2; i++)
    claims[i] = dtl_timeline_add_claim (timeline, &claim);
  dtl_timeline_add_event (timeline, &event);
  return timeline;
}

static void
test_lie (Place *place, gconstpointer lie)
{
  g_autoptr (DtlTimeline) timeline = make_small ();

  save (place, timeline);
  run_sql (place, lie);
  assert_load_fails (place, DTL_STORE_ERROR_DAMAGED);
}

/* What else is in the file neither harms nor runs. */
static void
test_triggers_and_views_are_left_alone (Place *place, gconstpointer data)
{
  g_autoptr (DtlTimeline) timeline = make_small ();

  save (place, timeline);
  run_sql (place, "CREATE TABLE notes (note TEXT CHECK (load_extension ('x')));"
                  "CREATE VIEW v AS SELECT writefile ('x', 'y') FROM sources;"
                  "CREATE TRIGGER t AFTER INSERT ON lanes BEGIN"
                  " DELETE FROM sources; END;"
                  "CREATE INDEX i ON claims (title)");

  g_autoptr (DtlTimeline) loaded = load (place);

  store_testing_assert_same (timeline, loaded);
}

/* A made-up journal beside the document would change what is read. */
static void
test_journal_is_not_played (Place *place, gconstpointer data)
{
  g_autoptr (DtlTimeline) timeline = make_small ();
  g_autofree char *journal = g_strconcat (place->path, "-journal", NULL);
  gsize length;

  save (place, timeline);

  g_autofree char *before = read_bytes (place, &length);

  g_assert_true (g_file_set_contents (journal, before, (gssize) length, NULL));

  g_autoptr (DtlTimeline) loaded = load (place);

  store_testing_assert_same (timeline, loaded);
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
}

/* Another program may have left it in the mode that keeps a log beside it. */
static void
test_write_ahead_mode (Place *place, gconstpointer data)
{
  g_autoptr (DtlTimeline) timeline = make_small ();

  save (place, timeline);
  run_sql (place, "PRAGMA journal_mode = WAL; UPDATE lanes SET title = title");

  g_autoptr (DtlTimeline) loaded = load (place);

  store_testing_assert_same (timeline, loaded);
  g_assert_cmpuint (count_files (place), ==, 1);
}

static void
test_cancelled (Place *place, gconstpointer data)
{
  g_autoptr (DtlTimeline) timeline = make_small ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  save (place, timeline);
  g_cancellable_cancel (cancellable);
  g_assert_null (dtl_store_load (place->path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* --- saving that cannot be done --- */

static void
assert_save_fails (const Place *place, int code)
{
  g_autoptr (DtlTimeline) larger = store_testing_make_timeline (9, 200);
  g_autoptr (GError) error = NULL;

  g_assert_false (dtl_store_save (place->path, larger, &error));
  g_assert_error (error, DTL_STORE_ERROR, code);
}

/* A limit on the size of files stands for a disk that is full. */
static void
test_full_disk_keeps_the_old_file (Place *place, gconstpointer data)
{
  g_autoptr (DtlTimeline) timeline = make_small ();
  struct rlimit before, limit;

  save (place, timeline);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 40000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  assert_save_fails (place, DTL_STORE_ERROR_FULL);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  g_autoptr (DtlTimeline) loaded = load (place);

  store_testing_assert_same (timeline, loaded);
  g_assert_cmpuint (count_files (place), ==, 1);
}

static void
test_missing_folder (Place *place, gconstpointer data)
{
  g_autofree char *path = g_build_filename (place->folder, "no", "such.dateline", NULL);
  Place nowhere = { .path = path };

  assert_save_fails (&nowhere, DTL_STORE_ERROR_IO);
}

static void
test_denied (Place *place, gconstpointer data)
{
  g_autoptr (DtlTimeline) timeline = make_small ();

  if (geteuid () == 0)
    {
      g_test_skip ("root may do everything");
      return;
    }
  save (place, timeline);
  g_assert_cmpint (chmod (place->path, 0400), ==, 0);
  assert_save_fails (place, DTL_STORE_ERROR_DENIED);
  g_assert_cmpint (chmod (place->path, 0600), ==, 0);
  g_assert_cmpint (chmod (place->folder, 0500), ==, 0);
  assert_save_fails (place, DTL_STORE_ERROR_DENIED);
  g_assert_cmpint (chmod (place->folder, 0700), ==, 0);
  g_assert_cmpint (chmod (place->path, 0), ==, 0);
  assert_load_fails (place, DTL_STORE_ERROR_DENIED);
}

static void
add (const char *name, gconstpointer data, void (*test) (Place *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/store/", name, NULL);

  g_test_add (path, Place, data, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("random round trips", NULL, test_random_round_trips);
  add ("same timeline same bytes", NULL, test_same_timeline_same_bytes);
  add ("removed ids do not come back", NULL, test_removed_ids_do_not_come_back);
  add ("nul in a text", NULL, test_nul_in_a_text);
  add ("link stays a link", NULL, test_link_stays_a_link);
  add ("sniff", NULL, test_sniff);
  add ("missing", NULL, test_missing);
  add ("folder is no document", NULL, test_folder_is_no_document);
  add ("pipe is no document", NULL, test_pipe_is_no_document);
  add ("other files are no documents", NULL, test_other_files_are_no_documents);
  add ("newer version", NULL, test_newer_version);
  add ("truncated", NULL, test_truncated);
  add ("changed bytes", NULL, test_changed_bytes);
  for (guint i = 0; i < G_N_ELEMENTS (lies); i++)
    {
      g_autofree char *name = g_strdup_printf ("lie %u %s", i, lies[i]);

      add (name, lies[i], test_lie);
    }
  add ("triggers and views are left alone", NULL, test_triggers_and_views_are_left_alone);
  add ("journal is not played", NULL, test_journal_is_not_played);
  add ("write-ahead mode", NULL, test_write_ahead_mode);
  add ("cancelled", NULL, test_cancelled);
  add ("full disk keeps the old file", NULL, test_full_disk_keeps_the_old_file);
  add ("missing folder", NULL, test_missing_folder);
  add ("denied", NULL, test_denied);
  return g_test_run ();
}
