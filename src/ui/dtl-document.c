#include "config.h"

#include "ui/dtl-document.h"

#include "io/dtl-import-merge.h"
#include "io/dtl-render-file.h"
#include "store/dtl-store.h"
#include "ui/dtl-phrases.h"

#include <glib/gi18n-lib.h>

/* A removal can be undone as long as keeping a copy costs little. */
#define MAX_CLAIMS_KEPT 100000

/* --- saving --- */

typedef struct {
  DtlSession *session;
  GFile *file;
  DtlDocumentDone done;
  gpointer data;
  GError *error;
} Save;

static void
free_save (gpointer data)
{
  Save *save = data;

  g_object_unref (save->session);
  g_object_unref (save->file);
  g_clear_error (&save->error);
  g_free (save);
}

static char *
dup_display_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name);
}

static void
run_save (gpointer data, DtlWork *work, GCancellable *cancellable)
{
  Save *save = data;
  g_autofree char *path = g_file_get_path (save->file);

  if (path == NULL)
    g_set_error (&save->error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                 _ ("A timeline can only be saved in a folder of this computer."));
  else
    dtl_store_save (path, dtl_session_get_timeline (save->session), &save->error);
}

static void
tell_save_failed (Save *save)
{
  g_autofree char *name = dup_display_name (save->file);
  g_autofree char *text = g_strdup_printf (_ ("Could not save “%s”"), name);
  g_autofree char *detail = dtl_phrases_dup_write_error (save->error);
  DtlNotice *notice = dtl_notice_new (DTL_NOTICE_ERROR, text, detail);

  dtl_session_dismiss_past (save->session);
  dtl_notice_add_button (notice, _ ("_Save Elsewhere…"), "win.save-as");
  dtl_session_take_notice (save->session, notice);
}

static void
finish_save (gpointer data, gboolean is_cancelled)
{
  Save *save = data;
  gboolean is_saved = !is_cancelled && save->error == NULL;

  if (is_saved)
    {
      dtl_session_dismiss_past (save->session);
      dtl_session_set_file (save->session, save->file);
    }
  else if (save->error != NULL)
    tell_save_failed (save);
  if (save->done != NULL)
    save->done (save->session, is_saved, save->data);
}

void
dtl_document_save (DtlSession *session, GFile *file, DtlDocumentDone done, gpointer data)
{
  static const DtlJob job = { run_save, finish_save, free_save };
  Save *save = g_new0 (Save, 1);
  g_autofree char *name = dup_display_name (file);
  g_autofree char *title = g_strdup_printf (_ ("Saving “%s”"), name);

  save->session = g_object_ref (session);
  save->file = g_object_ref (file);
  save->done = done;
  save->data = data;
  dtl_work_push (dtl_session_get_work (session), &job, title, save);
}

/* --- exporting --- */

typedef struct {
  DtlSession *session;
  GFile *file;
  char *title;
  GError *error;
} Export;

static void
free_export (gpointer data)
{
  Export *export = data;

  g_object_unref (export->session);
  g_object_unref (export->file);
  g_free (export->title);
  g_clear_error (&export->error);
  g_free (export);
}

static void
run_export (gpointer data, DtlWork *work, GCancellable *cancellable)
{
  Export *export = data;
  g_autofree char *name = g_file_get_basename (export->file);
  DtlRenderOptions options = {
    .label = *dtl_session_get_label_style (export->session),
    .title = export->title,
  };
  DtlPictureFormat format;

  if (dtl_picture_format_from_name (name, &format))
    dtl_render_file (dtl_session_get_timeline (export->session), format, &options,
                     export->file, cancellable, &export->error);
  else
    g_set_error (&export->error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
                 _ ("The name has to end in .svg, .pdf or .png."));
}

static void
tell_exported (Export *export, const char *name)
{
  g_autofree char *text = g_strdup_printf (_ ("Exported to “%s”"), name);
  g_autofree char *uri = g_file_get_uri (export->file);
  g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new_string (uri));
  g_autofree char *action = g_action_print_detailed_name ("win.show-file", target);
  DtlNotice *notice = dtl_notice_new (DTL_NOTICE_INFO, text, NULL);

  dtl_notice_add_button (notice, _ ("_Open"), action);
  dtl_session_take_notice (export->session, notice);
}

static void
finish_export (gpointer data, gboolean is_cancelled)
{
  Export *export = data;
  g_autofree char *name = dup_display_name (export->file);

  if (is_cancelled)
    return;
  dtl_session_dismiss_past (export->session);
  if (export->error == NULL)
    {
      tell_exported (export, name);
    }
  else
    {
      g_autofree char *text = g_strdup_printf (_ ("Could not export to “%s”"), name);
      g_autofree char *detail = dtl_phrases_dup_write_error (export->error);
      DtlNotice *notice = dtl_notice_new (DTL_NOTICE_ERROR, text, detail);

      dtl_notice_add_button (notice, _ ("_Export Elsewhere…"), "win.export");
      dtl_session_take_notice (export->session, notice);
    }
}

void
dtl_document_export (DtlSession *session, GFile *file)
{
  static const DtlJob job = { run_export, finish_export, free_export };
  Export *export = g_new0 (Export, 1);
  g_autofree char *name = dup_display_name (file);
  g_autofree char *title = g_strdup_printf (_ ("Exporting “%s”"), name);

  export->session = g_object_ref (session);
  export->file = g_object_ref (file);
  export->title = dtl_session_dup_title (session);
  dtl_work_push (dtl_session_get_work (session), &job, title, export);
}

/* --- taking an article out --- */

typedef struct {
  DtlSession *session;
  DtlId source;
} Removal;

static void
free_removal (gpointer data)
{
  Removal *removal = data;

  g_object_unref (removal->session);
  g_free (removal);
}

static void
tell_removed (DtlSession *session, const char *title)
{
  g_autofree char *text = g_strdup_printf (_ ("“%s” was taken out"), title);
  DtlNotice *notice = dtl_notice_new (DTL_NOTICE_INFO, text, NULL);

  if (dtl_session_get_previous (session) != NULL)
    dtl_notice_add_button (notice, _ ("_Undo"), "win.undo-remove");
  dtl_session_dismiss_past (session);
  dtl_session_take_notice (session, notice);
}

/* An empty timeline that was never saved holds nothing to lose. */
static void
note_change (DtlSession *session)
{
  DtlTimeline *timeline = dtl_session_get_timeline (session);

  dtl_session_set_modified (session, dtl_session_get_file (session) != NULL ||
                                         dtl_timeline_get_n_sources (timeline) > 0);
  dtl_session_timeline_changed (session);
}

static void
finish_removal (gpointer data, gboolean is_cancelled)
{
  Removal *removal = data;
  DtlTimeline *timeline = dtl_session_get_timeline (removal->session);
  g_autoptr (DtlTimeline) previous = NULL;
  g_autofree char *title = NULL;
  DtlSource source;

  if (!dtl_timeline_find_source (timeline, removal->source, &source))
    return;
  title = g_strdup (dtl_phrases_get_title (&source));
  if (dtl_timeline_get_n_claims (timeline) <= MAX_CLAIMS_KEPT)
    {
      previous = dtl_timeline_new ();
      dtl_import_merge (timeline, previous);
    }
  dtl_timeline_remove_source (timeline, removal->source);
  note_change (removal->session);
  dtl_session_take_previous (removal->session, g_steal_pointer (&previous));
  tell_removed (removal->session, title);
}

void
dtl_document_remove_source (DtlSession *session, DtlId source)
{
  static const DtlJob job = { NULL, finish_removal, free_removal };
  Removal *removal = g_new0 (Removal, 1);

  removal->session = g_object_ref (session);
  removal->source = source;
  dtl_work_push (dtl_session_get_work (session), &job, NULL, removal);
}

/* All goes out and what was before comes in: what two articles tell of one
 * event cannot be put together again piece by piece. */
static void
finish_undo (gpointer data, gboolean is_cancelled)
{
  DtlSession *session = data;
  DtlTimeline *timeline = dtl_session_get_timeline (session);
  DtlTimeline *previous = dtl_session_get_previous (session);
  DtlSource source;

  if (previous == NULL)
    return;
  while (dtl_timeline_get_n_sources (timeline) > 0)
    {
      dtl_timeline_get_source (timeline, 0, &source);
      dtl_timeline_remove_source (timeline, source.id);
    }
  dtl_import_merge (previous, timeline);
  note_change (session);
}

void
dtl_document_undo_remove (DtlSession *session)
{
  static const DtlJob job = { NULL, finish_undo, g_object_unref };

  dtl_work_push (dtl_session_get_work (session), &job, NULL, g_object_ref (session));
}
