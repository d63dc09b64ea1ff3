#include "config.h"

#include "ui/dtl-phrases.h"

#include "time/forms/dtl-edtf.h"

#include <glib/gi18n-lib.h>

/* More than a title needs, and few enough to lay out at once. */
#define MOST_CHARACTERS 300

const char *
dtl_phrases_get_title (const DtlSource *source)
{
  return source->title != NULL && *source->title != '\0' ? source->title : source->name;
}

/* A date of the article's own in words; as it stands where it is not one. */
static char *
dup_published (DtlSession *session, const char *published)
{
  const DtlLabelStyle *style = dtl_session_get_label_style (session);
  gsize day = MIN (strlen (published), strlen ("YYYY-MM-DD"));
  DtlExtent extent;

  /* The day will do where the time of day is written in another way. */
  if (!dtl_edtf_parse (published, strlen (published), &extent, NULL, NULL) &&
      !dtl_edtf_parse (published, day, &extent, NULL, NULL))
    return g_strdup (published);
  /* Pages give seconds because their format does, not because they matter. */
  if (extent.precision == DTL_PRECISION_SECOND)
    return dtl_label_instant (extent.start, DTL_PRECISION_MINUTE, style);
  return dtl_label_extent (&extent, style);
}

char *
dtl_phrases_dup_source (DtlSession *session, const DtlSource *source)
{
  g_autofree char *published = NULL;

  if (source->published != NULL)
    published = dup_published (session, source->published);
  if (source->byline != NULL && published != NULL)
    /* Translators: who wrote an article, and when it was published */
    return g_strdup_printf (_ ("%s · %s"), source->byline, published);
  if (source->byline != NULL)
    return g_strdup (source->byline);
  return g_steal_pointer (&published);
}

const char *
dtl_phrases_get_status (DtlClaimStatus status)
{
  switch (status)
    {
    case DTL_CLAIM_HAPPENED:
      return _ ("Happened");
    case DTL_CLAIM_PLANNED:
      return _ ("Planned");
    case DTL_CLAIM_REPORTED:
      return _ ("Reported");
    case DTL_CLAIM_DENIED:
      return _ ("Denied");
    case DTL_CLAIM_HYPOTHETICAL:
      return _ ("Supposed");
    }
  g_return_val_if_reached ("");
}

const char *
dtl_phrases_explain_status (DtlClaimStatus status)
{
  switch (status)
    {
    case DTL_CLAIM_HAPPENED:
      return _ ("The article states it as a fact");
    case DTL_CLAIM_PLANNED:
      return _ ("Still to come when the article was written");
    case DTL_CLAIM_REPORTED:
      return _ ("The article says that somebody says so");
    case DTL_CLAIM_DENIED:
      return _ ("The article says that it did not happen");
    case DTL_CLAIM_HYPOTHETICAL:
      return _ ("The article says what would happen, or might have");
    }
  g_return_val_if_reached ("");
}

/* To the year, or as coarsely as the event that lies there; of one that fills
 * its time, the end, of another the middle, where it was said to be. */
static char *
dup_bound (DtlSession *session, DtlTime bound, guint position)
{
  DtlEvent event;
  DtlPrecision precision;

  dtl_timeline_get_event (dtl_session_get_timeline (session), position, &event);
  precision = (DtlPrecision) event.extent.precision;
  if (event.extent.kind != DTL_EXTENT_SPAN)
    bound = dtl_extent_get_anchor (&event.extent);
  return dtl_label_instant (bound, MIN (precision, DTL_PRECISION_YEAR),
                            dtl_session_get_label_style (session));
}

/* Where @time stands in a column; 0 where it does not. */
static guint
find_time (const DtlTime *times, guint n, DtlTime time)
{
  for (guint i = 0; i < n; i++)
    if (times[i] == time)
      return i;
  return 0;
}

char *
dtl_phrases_dup_summary (DtlSession *session)
{
  DtlTimeline *timeline = dtl_session_get_timeline (session);
  guint n = dtl_timeline_get_n_events (timeline);
  g_autofree char *count = g_strdup_printf (ngettext ("%u event", "%u events", n), n);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  const DtlTime *starts;
  const DtlTime *ends;
  const float *importances;
  const DtlId *lanes;
  DtlTime start;
  DtlTime end;

  if (!dtl_timeline_get_range (timeline, &start, &end))
    return g_steal_pointer (&count);
  dtl_timeline_get_columns (timeline, &starts, &ends, &importances, &lanes);
  first = dup_bound (session, start, find_time (starts, n, start));
  last = dup_bound (session, end - 1, find_time (ends, n, end));
  if (g_str_equal (first, last))
    /* Translators: "27 events, 1953" */
    return g_strdup_printf (_ ("%s, %s"), count, first);
  /* Translators: "27 events, 1950 to 2023" */
  return g_strdup_printf (_ ("%s, %s to %s"), count, first, last);
}

char *
dtl_phrases_dup_short (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, MOST_CHARACTERS * 6) <= MOST_CHARACTERS)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, MOST_CHARACTERS);
  return g_strconcat (start, "…", NULL);
}

char *
dtl_phrases_dup_view (DtlSession *session)
{
  const DtlViewport *goal = dtl_session_get_goal (session);
  const DtlLabelStyle *style = dtl_session_get_label_style (session);
  /* The ends are said to a twentieth of what is in view. */
  DtlPrecision precision =
      dtl_precision_from_seconds (goal->seconds_per_pixel * goal->width / 20);
  g_autofree char *from =
      dtl_label_instant (dtl_viewport_get_time (goal, 0), precision, style);
  g_autofree char *to =
      dtl_label_instant (dtl_viewport_get_time (goal, goal->width), precision, style);

  /* Translators: the first and the last date that are in view */
  return g_strdup_printf (_ ("In view: %s to %s"), from, to);
}

char *
dtl_phrases_dup_sentence (const char *message)
{
  gunichar first = g_utf8_get_char (message);
  GString *sentence = g_string_new (NULL);

  g_string_append_unichar (sentence, g_unichar_totitle (first));
  g_string_append (sentence, *message != '\0' ? g_utf8_next_char (message) : "");
  if (sentence->len > 0 && strchr (".!?…”", sentence->str[sentence->len - 1]) == NULL)
    g_string_append_c (sentence, '.');
  return g_string_free (sentence, FALSE);
}

char *
dtl_phrases_dup_write_error (const GError *error)
{
  static const struct {
    GIOErrorEnum code;
    const char *text;
  } plain[] = {
    { G_IO_ERROR_NO_SPACE, N_ ("There is no space left there.") },
    { G_IO_ERROR_NOT_FOUND, N_ ("There is no such folder.") },
    { G_IO_ERROR_PERMISSION_DENIED, N_ ("You have no permission to write there.") },
    { G_IO_ERROR_READ_ONLY, N_ ("Nothing can be written there.") },
    { G_IO_ERROR_IS_DIRECTORY, N_ ("There is a folder of that name.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    if (g_error_matches (error, G_IO_ERROR, (int) plain[i].code))
      return g_strdup (_ (plain[i].text));
  return dtl_phrases_dup_sentence (error->message);
}
