#include "config.h"

#include "ui/dtl-date-reader.h"

#include "extract/dtl-extraction.h"
#include "time/forms/dtl-edtf.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (dtl - date - reader - error - quark, dtl_date_reader_error)

/* More would not be read sooner or later: articles of so many languages. */
#define MOST_LANGUAGES 12
#define MOST_SOURCES 1000

/* "de-AT" has a place in it, which decides the order of day and month. */
static const char *
find_place (const char *language)
{
  const char *dash = language != NULL ? strchr (language, '-') : NULL;

  return dash != NULL && strlen (dash + 1) == 2 ? dash + 1 : NULL;
}

static void
add_language (GPtrArray *languages, const char *language)
{
  const char *name = language != NULL ? language : "en";

  if (languages->len < MOST_LANGUAGES &&
      !g_ptr_array_find_with_equal_func (languages, name, g_str_equal, NULL))
    g_ptr_array_add (languages, (gpointer) name);
}

static GPtrArray *
list_languages (DtlSession *session)
{
  GPtrArray *languages = g_ptr_array_new ();
  DtlTimeline *timeline = dtl_session_get_timeline (session);
  guint n = MIN (dtl_timeline_get_n_sources (timeline), MOST_SOURCES);

  add_language (languages, dtl_session_get_label_style (session)->language);
  for (guint i = 0; i < n; i++)
    {
      DtlSource source;

      dtl_timeline_get_source (timeline, i, &source);
      add_language (languages, source.language);
    }
  add_language (languages, "en");
  return languages;
}

static gboolean
read_in (const char *words,
         const DtlPhraseContext *context,
         DtlExtent *ret_extent,
         GError **error)
{
  DtlMention mention = { 0 };
  gboolean has_extent;

  if (!dtl_extract_phrase (words, context, &mention, error))
    return FALSE;
  has_extent = mention.has_extent;
  if (has_extent)
    *ret_extent = mention.extent;
  else
    g_set_error (error, DTL_DATE_READER_ERROR, DTL_DATE_READER_ERROR_NO_PLACE,
                 _ ("“%s” has no place of its own in time"), words);
  dtl_mention_clear (&mention);
  return has_extent;
}

static gboolean
find_selected (DtlSession *session, DtlExtent *ret_extent)
{
  DtlTimeline *timeline = dtl_session_get_timeline (session);
  int position = dtl_timeline_find_event (timeline, dtl_session_get_selected (session));
  DtlEvent event;

  if (position < 0)
    return FALSE;
  dtl_timeline_get_event (timeline, (guint) position, &event);
  *ret_extent = event.extent;
  return TRUE;
}

gboolean
dtl_date_reader_read (DtlSession *session,
                      const char *words,
                      DtlExtent *ret_extent,
                      GError **error)
{
  gint64 day = dtl_time_get_day (dtl_session_get_now (session));
  DtlExtent today = dtl_extent_from_days (day, day, DTL_PRECISION_DAY);
  DtlExtent selected;
  DtlPhraseContext context = { .published = &today };
  g_autoptr (GPtrArray) languages = list_languages (session);
  g_autoptr (GError) first = NULL;

  context.place = find_place (dtl_session_get_label_style (session)->language);
  if (find_selected (session, &selected))
    context.reference = &selected;
  for (guint i = 0; i < languages->len; i++)
    {
      context.language = languages->pdata[i];
      if (read_in (words, &context, ret_extent, first == NULL ? &first : NULL))
        return TRUE;
    }
  if (dtl_edtf_parse (words, strlen (words), ret_extent, NULL, NULL))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&first));
  return FALSE;
}
