#include "config.h"

#include "ui/dtl-recovery.h"

#include "io/dtl-import.h"
#include "store/dtl-store.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <unistd.h>

/* "4711-1.dateline": the process, and which of its windows. */
#define SUFFIX ".dateline"

struct _DtlRecovery {
  GObject parent_instance;

  DtlSession *session;
  char *path;
  gboolean is_queued;    /* a copy is about to be written */
  gboolean is_forgotten; /* nothing more is written */
};

G_DEFINE_FINAL_TYPE (DtlRecovery, dtl_recovery, G_TYPE_OBJECT)

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "dateline", "unsaved", NULL);
}

/* --- writing --- */

/* A copy that cannot be written is not worth a notice: nothing is lost as long
 * as the program runs, and saving will say what is wrong. */
static void
run_copy (gpointer data, DtlWork *work, GCancellable *cancellable)
{
  DtlRecovery *self = data;
  g_autofree char *folder = dup_folder ();

  if (g_mkdir_with_parents (folder, 0700) == 0)
    dtl_store_save (self->path, dtl_session_get_timeline (self->session), NULL);
}

static void
finish_copy (gpointer data, gboolean is_cancelled)
{
  DtlRecovery *self = data;

  self->is_queued = FALSE;
  if (self->is_forgotten || !dtl_session_get_modified (self->session))
    g_unlink (self->path);
}

static void
queue_copy (DtlRecovery *self)
{
  static const DtlJob job = { run_copy, finish_copy, g_object_unref };

  if (self->is_queued || self->is_forgotten)
    return;
  self->is_queued = TRUE;
  dtl_work_push (dtl_session_get_work (self->session), &job, NULL, g_object_ref (self));
}

static void
on_changed (DtlRecovery *self)
{
  if (dtl_session_get_modified (self->session))
    queue_copy (self);
  else if (!self->is_queued)
    g_unlink (self->path);
}

void
dtl_recovery_forget (DtlRecovery *self)
{
  self->is_forgotten = TRUE;
  if (!self->is_queued)
    g_unlink (self->path);
}

/* --- what a crash left --- */

static gboolean
is_left (const char *name)
{
  gint64 process = g_ascii_strtoll (name, NULL, 10);

  return g_str_has_suffix (name, SUFFIX) && process > 0 && process != getpid () &&
         kill ((pid_t) process, 0) != 0 && errno == ESRCH;
}

static gint64
get_time (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? (gint64) info.st_mtime : 0;
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  gint64 first = get_time (*(const char *const *) a);
  gint64 second = get_time (*(const char *const *) b);

  return first > second ? -1 : first < second;
}

/* Paths, the newest first. */
static GPtrArray *
list_left (void)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_left (name))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_newest_first);
  return paths;
}

void
dtl_recovery_offer (DtlSession *session)
{
  g_autoptr (GPtrArray) left = list_left ();
  DtlNotice *notice;

  if (left->len == 0)
    return;
  notice = dtl_notice_new (DTL_NOTICE_INFO,
                           _ ("Dateline ended before your timeline was saved"),
                           _ ("A copy was kept. Open it, or throw it away."));
  dtl_notice_set_lasting (notice);
  dtl_notice_add_button (notice, _ ("_Throw Away"), "win.discard-recovered");
  dtl_notice_add_button (notice, _ ("_Open It"), "win.recover");
  dtl_session_take_notice (session, notice);
}

void
dtl_recovery_discard_left (void)
{
  g_autoptr (GPtrArray) left = list_left ();

  for (guint i = 0; i < left->len; i++)
    g_unlink (g_ptr_array_index (left, i));
}

/* --- taking it back --- */

typedef struct {
  DtlRecovery *recovery;
  DtlImport *import;
  GError *error;
} Restore;

static void
free_restore (gpointer data)
{
  Restore *restore = data;

  g_object_unref (restore->recovery);
  g_clear_pointer (&restore->import, dtl_import_free);
  g_clear_error (&restore->error);
  g_free (restore);
}

static void
run_restore (gpointer data, DtlWork *work, GCancellable *cancellable)
{
  Restore *restore = data;
  DtlReadOptions options = { 0 };
  g_autoptr (GFile) file = g_file_new_for_path (restore->recovery->path);

  restore->import = dtl_import_read (file, &options, cancellable, &restore->error);
}

static void
finish_restore (gpointer data, gboolean is_cancelled)
{
  Restore *restore = data;
  DtlSession *session = restore->recovery->session;

  if (restore->import != NULL)
    {
      dtl_import_add_to (restore->import, dtl_session_get_timeline (session));
      dtl_session_set_modified (session, TRUE);
      dtl_session_timeline_changed (session);
      dtl_session_fit_all (session);
    }
  else if (restore->error != NULL)
    dtl_session_take_notice (session, dtl_notice_new (DTL_NOTICE_ERROR,
                                                      _ ("The copy could not be opened"),
                                                      restore->error->message));
}

/* The copy becomes this session's own before it is read, so that it is kept
 * whatever happens next. */
void
dtl_recovery_restore (DtlRecovery *self)
{
  static const DtlJob job = { run_restore, finish_restore, free_restore };
  g_autoptr (GPtrArray) left = list_left ();
  Restore *restore;

  if (left->len == 0 || g_rename (g_ptr_array_index (left, 0), self->path) != 0)
    return;
  restore = g_new0 (Restore, 1);
  restore->recovery = g_object_ref (self);
  dtl_work_push (dtl_session_get_work (self->session), &job, NULL, restore);
}

/* --- the object --- */

static void
dtl_recovery_finalize (GObject *object)
{
  DtlRecovery *self = DTL_RECOVERY (object);

  g_object_unref (self->session);
  g_free (self->path);

  G_OBJECT_CLASS (dtl_recovery_parent_class)->finalize (object);
}

static void
dtl_recovery_class_init (DtlRecoveryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dtl_recovery_finalize;
}

static void
dtl_recovery_init (DtlRecovery *self)
{
}

DtlRecovery *
dtl_recovery_new (DtlSession *session)
{
  static guint n_windows;
  DtlRecovery *self = g_object_new (DTL_TYPE_RECOVERY, NULL);
  g_autofree char *folder = dup_folder ();

  self->session = g_object_ref (session);
  self->path = g_strdup_printf ("%s%c%d-%u" SUFFIX, folder, G_DIR_SEPARATOR,
                                (int) getpid (), ++n_windows);
  g_signal_connect_object (session, "timeline-changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::modified", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}
