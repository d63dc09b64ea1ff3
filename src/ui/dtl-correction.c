#include "config.h"

#include "ui/dtl-correction.h"

#include "article/dtl-stamp.h"
#include "article/text/dtl-text-reader.h"
#include "extract/dtl-extraction.h"
#include "fuse/dtl-fuse.h"
#include "io/dtl-import-merge.h"
#include "ui/dtl-phrases.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Undoing costs a copy of the timeline. */
#define MAX_CLAIMS_KEPT 100000

/* --- the date --- */

/* In one language; what is no day, month or year ("spring 2021") is NULL. */
static char *
read_words (const char *words, const char *language, GError **error)
{
  DtlPhraseContext context = { .language = language };
  DtlMention mention = { 0 };
  DtlStamp stamp;
  char *published = NULL;

  if (!dtl_extract_phrase (words, &context, &mention, error))
    return NULL;
  if (mention.value != NULL && dtl_stamp_parse (mention.value, &stamp))
    published = dtl_stamp_format (&stamp);
  else
    g_set_error (error, DTL_PHRASE_ERROR, DTL_PHRASE_ERROR_NOT_A_DATE,
                 _ ("an article is published on a day, in a month or in a year"));
  dtl_mention_clear (&mention);
  return published;
}

gboolean
dtl_correction_read_date (const char *words,
                          const char *language,
                          char **ret_published,
                          GError **error)
{
  g_autofree char *plain = g_strstrip (g_strdup (words));
  const char *const *wanted = g_get_language_names ();
  char *published;
  DtlStamp stamp;

  if (*plain == '\0' || dtl_stamp_parse (plain, &stamp))
    {
      *ret_published = *plain != '\0' ? dtl_stamp_format (&stamp) : NULL;
      return TRUE;
    }
  published = read_words (plain, language, error);
  if (published == NULL)
    published = read_words (plain, wanted[0], NULL);
  if (published == NULL)
    published = read_words (plain, NULL, NULL);
  if (published == NULL)
    return FALSE;
  g_clear_error (error);
  *ret_published = published;
  return TRUE;
}

/* --- the article anew --- */

typedef struct {
  DtlSession *session;
  DtlId source;
  char *title, *published, *language;
  DtlExtraction *extraction;
  GError *error;
} Work;

static void
free_work (gpointer data)
{
  Work *work = data;

  g_object_unref (work->session);
  g_free (work->title);
  g_free (work->published);
  g_free (work->language);
  g_clear_pointer (&work->extraction, dtl_extraction_unref);
  g_clear_error (&work->error);
  g_free (work);
}

static void
set_by_hand (DtlArticleBuilder *builder, DtlArticleField field, const char *value)
{
  dtl_article_builder_set (builder, field, value, "set by hand", 1);
}

/* The text stays byte for byte what it was. */
static DtlArticle *
make_article (const Work *work, const DtlSource *source)
{
  g_autoptr (DtlArticleBuilder) builder = dtl_article_builder_new (source->name);

  dtl_text_read (builder, g_strndup (source->text, source->text_length),
                 source->text_length, TRUE, work->language);
  set_by_hand (builder, DTL_ARTICLE_TITLE, work->title);
  set_by_hand (builder, DTL_ARTICLE_PUBLISHED, work->published);
  dtl_article_builder_set (builder, DTL_ARTICLE_BYLINE, source->byline, "kept", 1);
  dtl_article_builder_set (builder, DTL_ARTICLE_URL, source->url, "kept", 1);
  return dtl_article_builder_end (builder);
}

static void
run (gpointer data, DtlWork *queue, GCancellable *cancellable)
{
  Work *work = data;
  g_autoptr (DtlArticle) article = NULL;
  DtlSource source;

  if (!dtl_timeline_find_source (dtl_session_get_timeline (work->session), work->source,
                                 &source))
    return;
  article = make_article (work, &source);
  work->extraction = dtl_extract (article, cancellable, &work->error);
}

static DtlTimeline *
copy_timeline (DtlTimeline *timeline)
{
  DtlTimeline *copy;

  if (dtl_timeline_get_n_claims (timeline) > MAX_CLAIMS_KEPT)
    return NULL;
  copy = dtl_timeline_new ();
  dtl_import_merge (timeline, copy);
  return copy;
}

static void
tell (DtlSession *session, const char *title)
{
  g_autofree char *text = g_strdup_printf (_ ("“%s” was read again"), title);
  DtlNotice *notice =
      dtl_notice_new (DTL_NOTICE_INFO, text,
                      _ ("Its dates are now understood with what you said."));

  if (dtl_session_get_previous (session) != NULL)
    dtl_notice_add_button (notice, _ ("_Undo"), "win.undo-remove");
  dtl_session_dismiss_past (session);
  dtl_session_take_notice (session, notice);
}

static void
replace_source (Work *work)
{
  DtlTimeline *timeline = dtl_session_get_timeline (work->session);
  DtlTimeline *previous = copy_timeline (timeline);
  DtlId id;

  dtl_timeline_remove_source (timeline, work->source);
  id = dtl_fuse_add (timeline, work->extraction);
  dtl_session_set_reading (work->session, id);
  dtl_session_set_modified (work->session, TRUE);
  dtl_session_timeline_changed (work->session);
  dtl_session_take_previous (work->session, previous);
  tell (work->session, work->title);
}

static void
finish (gpointer data, gboolean is_cancelled)
{
  Work *work = data;
  DtlSource source;

  if (work->error != NULL && !is_cancelled)
    dtl_session_take_notice (work->session,
                             dtl_notice_new (DTL_NOTICE_ERROR,
                                             _ ("The article could not be read again"),
                                             work->error->message));
  if (work->extraction != NULL && !is_cancelled &&
      dtl_timeline_find_source (dtl_session_get_timeline (work->session), work->source,
                                &source))
    replace_source (work);
}

void
dtl_correction_start (DtlSession *session, DtlId source, const DtlCorrection *correction)
{
  static const DtlJob job = { run, finish, free_work };
  g_autofree char *title = g_strdup_printf (_ ("Reading “%s”"), correction->title);
  Work *work = g_new0 (Work, 1);

  work->session = g_object_ref (session);
  work->source = source;
  work->title = g_strdup (correction->title);
  work->published = g_strdup (correction->published);
  work->language = g_strdup (correction->language);
  dtl_work_push (dtl_session_get_work (session), &job, title, work);
}
