#include "config.h"

#include "ui/dtl-intake.h"

#include "base/dtl-resources.h"
#include "io/dtl-fetch.h"
#include "io/dtl-import.h"
#include "ui/dtl-phrases.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SAMPLES "samples/"
/* A notice names this many failures, and counts the others. */
#define MAX_FAILURES_NAMED 4

/* One of the things brought, and what became of it. */
typedef struct {
  char *name; /* for messages */
  GFile *file;
  char *address;
  GBytes *bytes;
  char *url;
  DtlInputFormat format;
  gboolean is_kept_elsewhere; /* opening it again gives the same */

  DtlImport *import;
  GError *error;
} Input;

struct _DtlIntake {
  DtlSession *session;
  GPtrArray *inputs; /* Input */
};

static void
free_input (Input *input)
{
  g_free (input->name);
  g_clear_object (&input->file);
  g_free (input->address);
  g_clear_pointer (&input->bytes, g_bytes_unref);
  g_free (input->url);
  g_clear_pointer (&input->import, dtl_import_free);
  g_clear_error (&input->error);
  g_free (input);
}

static void
free_intake (gpointer data)
{
  DtlIntake *self = data;

  g_object_unref (self->session);
  g_ptr_array_unref (self->inputs);
  g_free (self);
}

static Input *
add_input (DtlIntake *self, const char *name)
{
  Input *input = g_new0 (Input, 1);

  input->name = g_utf8_make_valid (name, -1);
  g_ptr_array_add (self->inputs, input);
  return input;
}

DtlIntake *
dtl_intake_new (DtlSession *session)
{
  DtlIntake *self = g_new0 (DtlIntake, 1);

  self->session = g_object_ref (session);
  self->inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) free_input);
  return self;
}

void
dtl_intake_add_file (DtlIntake *self, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *name = g_file_get_basename (file);
  Input *input;

  if (dtl_fetch_is_address (uri))
    {
      dtl_intake_add_address (self, uri);
      return;
    }
  input = add_input (self, name != NULL ? name : uri);
  input->file = g_object_ref (file);
  input->is_kept_elsewhere = TRUE;
}

void
dtl_intake_add_address (DtlIntake *self, const char *address)
{
  add_input (self, address)->address = g_strdup (address);
}

void
dtl_intake_add_bytes (DtlIntake *self,
                      GBytes *bytes,
                      DtlInputFormat format,
                      const char *name,
                      const char *url)
{
  Input *input = add_input (self, name);

  input->bytes = g_bytes_ref (bytes);
  input->format = format;
  input->url = g_strdup (url);
}

void
dtl_intake_add_sample (DtlIntake *self, const char *name)
{
  g_autofree char *path = g_strconcat (SAMPLES, name, NULL);
  g_autoptr (GBytes) bytes = dtl_resources_lookup (path);

  if (bytes == NULL)
    return;
  dtl_intake_add_bytes (self, bytes, DTL_INPUT_AUTO, name, NULL);
  ((Input *) g_ptr_array_index (self->inputs, self->inputs->len - 1))->is_kept_elsewhere =
      TRUE;
}

char **
dtl_intake_list_samples (void)
{
  char **names = dtl_resources_list (SAMPLES);

  return names != NULL ? names : g_new0 (char *, 1);
}

char *
dtl_intake_dup_sample_title (const char *name)
{
  g_autofree char *path = g_strconcat (SAMPLES, name, NULL);
  g_autoptr (GBytes) bytes = dtl_resources_lookup (path);
  gsize length;
  const char *text;
  const char *end;

  if (bytes == NULL)
    return g_strdup (name);
  text = g_bytes_get_data (bytes, &length);
  end = memchr (text, '\n', length);
  return g_strndup (text, end != NULL ? (gsize) (end - text) : length);
}

/* --- on the working thread --- */

static DtlImport *
fetch_and_read (const Input *input, GCancellable *cancellable, GError **error)
{
  g_auto (DtlFetched) fetched = { 0 };
  DtlReadOptions options = { 0 };

  if (!dtl_fetch (input->address, NULL, &fetched, cancellable, error))
    return NULL;
  options.url = fetched.address;
  return dtl_import_read_bytes (fetched.bytes, input->address, &options, cancellable,
                                error);
}

static DtlImport *
read_input (const Input *input, GCancellable *cancellable, GError **error)
{
  DtlReadOptions options = { .format = input->format, .url = input->url };

  if (input->address != NULL)
    return fetch_and_read (input, cancellable, error);
  if (input->file != NULL)
    return dtl_import_read (input->file, &options, cancellable, error);
  return dtl_import_read_bytes (input->bytes, input->name, &options, cancellable, error);
}

static void
run_intake (gpointer data, DtlWork *work, GCancellable *cancellable)
{
  DtlIntake *self = data;

  for (guint i = 0; i < self->inputs->len; i++)
    {
      Input *input = g_ptr_array_index (self->inputs, i);

      if (g_cancellable_is_cancelled (cancellable))
        return;
      /* One alone says nothing about how far it is. */
      if (self->inputs->len > 1)
        dtl_work_report (work, (double) i / self->inputs->len);
      input->import = read_input (input, cancellable, &input->error);
    }
}

/* --- what became of it --- */

static void
tell (DtlIntake *self, DtlNoticeKind kind, const char *text, const char *detail)
{
  dtl_session_take_notice (self->session, dtl_notice_new (kind, text, detail));
}

static void
append_failure (GString *detail, const Input *input, gboolean with_name)
{
  g_autofree char *sentence = dtl_phrases_dup_sentence (input->error->message);

  if (detail->len > 0)
    g_string_append_c (detail, '\n');
  if (with_name)
    /* Translators: a file's name and what is wrong with it */
    g_string_append_printf (detail, _ ("“%s”: %s"), input->name, sentence);
  else
    g_string_append (detail, sentence);
}

static GPtrArray *
list_failed (DtlIntake *self)
{
  GPtrArray *failed = g_ptr_array_new ();

  for (guint i = 0; i < self->inputs->len; i++)
    if (((Input *) self->inputs->pdata[i])->error != NULL)
      g_ptr_array_add (failed, self->inputs->pdata[i]);
  return failed;
}

static void
tell_failures (DtlIntake *self)
{
  g_autoptr (GString) detail = g_string_new (NULL);
  g_autoptr (GPtrArray) failed = list_failed (self);
  g_autofree char *text = NULL;
  guint n = failed->len;

  if (n == 0)
    return;
  for (guint i = 0; i < MIN (n, MAX_FAILURES_NAMED); i++)
    append_failure (detail, failed->pdata[i], n > 1);

  if (n > MAX_FAILURES_NAMED)
    g_string_append_printf (detail,
                            ngettext ("\nand %u more", "\nand %u more",
                                      n - MAX_FAILURES_NAMED),
                            n - MAX_FAILURES_NAMED);
  if (n == 1)
    text = g_strdup_printf (_ ("Could not open “%s”"),
                            ((const Input *) failed->pdata[0])->name);
  else
    text = g_strdup_printf (ngettext ("%u file could not be opened",
                                      "%u files could not be opened", n),
                            n);
  tell (self, DTL_NOTICE_ERROR, text, detail->str);
}

static gboolean
has_claims (DtlTimeline *timeline, DtlId source)
{
  guint n = dtl_timeline_get_n_claims (timeline);
  DtlClaim claim;

  /* A new article's claims are the last ones. */
  for (guint i = n; i > 0; i--)
    {
      dtl_timeline_get_claim (timeline, i - 1, &claim);
      if (claim.source == source)
        return TRUE;
    }
  return FALSE;
}

/* An article without a date has nothing on the timeline: it is shown itself,
 * unless that would hide what the others have. */
static void
tell_undated (DtlIntake *self, const DtlSource *source)
{
  g_autofree char *text =
      g_strdup_printf (_ ("No dates found in “%s”"), dtl_phrases_get_title (source));
  g_autofree char *action = g_strdup_printf ("win.read-article(uint32 %u)", source->id);
  DtlNotice *notice;

  if (dtl_timeline_get_n_events (dtl_session_get_timeline (self->session)) == 0)
    {
      tell (
          self, DTL_NOTICE_INFO, text,
          _ ("There is nothing to put on the timeline, so here is the article itself."));
      dtl_session_set_reading (self->session, source->id);
      return;
    }
  notice = dtl_notice_new (DTL_NOTICE_INFO, text,
                           _ ("It is in the list of articles, but not on the timeline."));
  dtl_notice_add_button (notice, _ ("_Read It"), action);
  dtl_session_take_notice (self->session, notice);
}

/* Many articles of a file may have no date, as a dump's do: only a lone one is
 * told of. */
static void
tell_if_undated (DtlIntake *self, DtlTimeline *timeline, guint before, guint after)
{
  DtlSource source;

  if (after != before + 1)
    return;
  dtl_timeline_get_source (timeline, before, &source);
  if (!has_claims (timeline, source.id))
    tell_undated (self, &source);
}

static void
tell_note (DtlIntake *self, const Input *input)
{
  const char *note = dtl_import_get_note (input->import);
  g_autofree char *sentence = NULL;
  g_autofree char *text = NULL;

  if (note == NULL)
    return;
  sentence = dtl_phrases_dup_sentence (note);
  text = g_strdup_printf (_ ("“%s” is not here as a whole"), input->name);
  tell (self, DTL_NOTICE_INFO, text, sentence);
}

/* Adds one input's articles; TRUE where the timeline changed. */
static gboolean
add_import (DtlIntake *self, Input *input)
{
  DtlTimeline *timeline = dtl_session_get_timeline (self->session);
  guint before = dtl_timeline_get_n_sources (timeline);
  guint after;

  dtl_import_add_to (input->import, timeline);
  after = dtl_timeline_get_n_sources (timeline);
  tell_if_undated (self, timeline, before, after);
  tell_note (self, input);
  if (after == before)
    {
      g_autofree char *text =
          g_strdup_printf (_ ("“%s” is already in this timeline"), input->name);

      tell (self, DTL_NOTICE_INFO, text, NULL);
    }
  return after > before;
}

/* A document in an empty window becomes that window's; anywhere else it wants
 * one of its own. */
static void
open_document (DtlIntake *self, Input *input)
{
  DtlTimeline *timeline = dtl_session_get_timeline (self->session);

  if (dtl_timeline_get_n_sources (timeline) > 0)
    {
      g_signal_emit_by_name (self->session, "document-elsewhere", input->file);
      return;
    }
  dtl_import_add_to (input->import, timeline);
  dtl_session_timeline_changed (self->session);
  dtl_session_set_file (self->session, input->file);
  dtl_session_fit_all (self->session);
}

static void
add_articles (DtlIntake *self)
{
  DtlTimeline *timeline = dtl_session_get_timeline (self->session);
  gboolean was_empty = dtl_timeline_get_n_sources (timeline) == 0;
  gboolean can_be_reopened = TRUE;
  gboolean is_changed = FALSE;

  for (guint i = 0; i < self->inputs->len; i++)
    {
      Input *input = g_ptr_array_index (self->inputs, i);

      if (input->import == NULL ||
          (dtl_import_is_document (input->import) && input->file != NULL))
        continue;
      is_changed |= add_import (self, input);
      can_be_reopened &= input->is_kept_elsewhere;
    }
  if (!is_changed)
    return;

  /* What only shows files that are still where they were loses nothing. */
  dtl_session_set_modified (self->session, !was_empty || !can_be_reopened);
  dtl_session_timeline_changed (self->session);
  if (dtl_timeline_get_n_events (timeline) > 0)
    dtl_session_set_reading (self->session, 0);
  dtl_session_fit_all (self->session);
}

static void
finish_intake (gpointer data, gboolean is_cancelled)
{
  DtlIntake *self = data;

  if (is_cancelled)
    return;
  dtl_session_dismiss_past (self->session);
  add_articles (self);
  for (guint i = 0; i < self->inputs->len; i++)
    {
      Input *input = g_ptr_array_index (self->inputs, i);

      if (input->import != NULL && dtl_import_is_document (input->import) &&
          input->file != NULL)
        open_document (self, input);
    }
  tell_failures (self);
}

void
dtl_intake_start (DtlIntake *self)
{
  static const DtlJob job = { run_intake, finish_intake, free_intake };
  g_autofree char *title = NULL;

  if (self->inputs->len == 0)
    {
      free_intake (self);
      return;
    }
  if (self->inputs->len == 1)
    title = g_strdup_printf (_ ("Reading “%s”"),
                             ((Input *) g_ptr_array_index (self->inputs, 0))->name);
  else
    title = g_strdup_printf (ngettext ("Reading %u article", "Reading %u articles",
                                       self->inputs->len),
                             self->inputs->len);
  dtl_work_push (dtl_session_get_work (self->session), &job, title, self);
}
