#include "fixture.h"
#include "ui/dtl-work.h"

/* A piece of work that writes down what was done with it. */
typedef struct {
  GString *log;
  char name;
  gboolean waits; /* until it is cancelled */
} Piece;

static void
run_piece (gpointer data, DtlWork *work, GCancellable *cancellable)
{
  Piece *piece = data;

  g_string_append_printf (piece->log, "%c", piece->name);
  dtl_work_report (work, 0.5);
  while (piece->waits && !g_cancellable_is_cancelled (cancellable))
    g_usleep (1000);
}

static void
finish_piece (gpointer data, gboolean is_cancelled)
{
  Piece *piece = data;

  g_string_append_printf (piece->log, "%s", is_cancelled ? "!" : ".");
}

static const DtlJob slow_job = { run_piece, finish_piece, g_free };
static const DtlJob quick_job = { NULL, finish_piece, g_free };

static void
push (DtlWork *work, const DtlJob *job, const char *title, GString *log, char name)
{
  Piece *piece = g_new0 (Piece, 1);

  piece->log = log;
  piece->name = name;
  piece->waits = title != NULL && g_str_equal (title, "waits");
  dtl_work_push (work, job, title, piece);
}

static gboolean
is_idle (gpointer work)
{
  return dtl_work_is_idle (work);
}

static void
test_order (void)
{
  g_autoptr (DtlWork) work = dtl_work_new ();
  g_autoptr (GString) log = g_string_new (NULL);

  push (work, &slow_job, "first", log, 'a');
  push (work, &slow_job, "second", log, 'b');
  push (work, &quick_job, NULL, log, 'c');
  g_assert_cmpstr (dtl_work_get_title (work), ==, "first");
  fixture_wait (is_idle, work);
  g_assert_cmpstr (log->str, ==, "a.b..");
  g_assert_null (dtl_work_get_title (work));
}

static void
test_at_once (void)
{
  g_autoptr (DtlWork) work = dtl_work_new ();
  g_autoptr (GString) log = g_string_new (NULL);

  push (work, &quick_job, NULL, log, 'a');
  g_assert_cmpstr (log->str, ==, ".");
  g_assert_true (dtl_work_is_idle (work));
}

static gboolean
has_begun (gpointer log)
{
  return ((GString *) log)->len > 0;
}

/* What was asked for ends; what the program does for itself goes on. */
static void
test_cancel (void)
{
  g_autoptr (DtlWork) work = dtl_work_new ();
  g_autoptr (GString) log = g_string_new (NULL);

  push (work, &slow_job, "waits", log, 'a');
  push (work, &slow_job, "second", log, 'b');
  push (work, &slow_job, NULL, log, 'c');
  fixture_wait (has_begun, log);
  dtl_work_cancel (work);
  fixture_wait (is_idle, work);
  g_assert_cmpstr (log->str, ==, "a!!c.");
}

typedef struct {
  DtlWork *work;
  GString *log;
} Chain;

static void
finish_chain (gpointer data, gboolean is_cancelled)
{
  Chain *chain = data;

  g_string_append (chain->log, "1");
  push (chain->work, &slow_job, "second", chain->log, 'b');
}

/* A piece that asks for another at its end. */
static void
test_chain (void)
{
  static const DtlJob chain_job = { NULL, finish_chain, NULL };
  g_autoptr (DtlWork) work = dtl_work_new ();
  g_autoptr (GString) log = g_string_new (NULL);
  Chain chain = { work, log };

  dtl_work_push (work, &chain_job, NULL, &chain);
  fixture_wait (is_idle, work);
  g_assert_cmpstr (log->str, ==, "1b.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/queue/order", test_order);
  g_test_add_func ("/queue/at-once", test_at_once);
  g_test_add_func ("/queue/cancel", test_cancel);
  g_test_add_func ("/queue/chain", test_chain);
  return g_test_run ();
}
