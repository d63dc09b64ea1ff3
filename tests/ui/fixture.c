#include "fixture.h"

const FixtureEvent fixture_two_lanes[6] = {
  { "Rome", "Founding", 753 },    { "Rome", "Republic", 1509 },
  { "Rome", "Fall", 1946 },       { "Korea", "War", 1950 },
  { "Korea", "Armistice", 1953 }, { "Korea", "Summit", 2018 },
};

/* The article that a lane stands for, written as the events are added. */
typedef struct {
  DtlId source, lane;
} Article;

static char *
write_text (const char *lane, const FixtureEvent *events, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (events[i].lane, lane))
      g_string_append_printf (text, "%s in %d. ", events[i].title, events[i].year);
  return g_string_free (text, FALSE);
}

static Article
add_article (DtlTimeline *timeline, const char *lane, const FixtureEvent *events, guint n)
{
  g_autofree char *text = write_text (lane, events, n);
  g_autofree char *name = g_strconcat (lane, ".txt", NULL);
  DtlSource source = { .name = name,
                       .title = lane,
                       .byline = "A. Writer",
                       .published = "2023-07-27",
                       .url = "https://example.org/article",
                       .text = text,
                       .text_length = strlen (text) };

  return (Article){ dtl_timeline_add_source (timeline, &source),
                    dtl_timeline_add_lane (timeline, lane) };
}

static DtlTextSpan
find_sentence (DtlTimeline *timeline, DtlId id, const char *title)
{
  DtlSource source;
  const char *start;
  const char *end;

  g_assert_true (dtl_timeline_find_source (timeline, id, &source));
  start = strstr (source.text, title);
  end = strchr (start, '.') + 1;
  return (DtlTextSpan){ (gsize) (start - source.text), (gsize) (end - source.text) };
}

static void
add_event (DtlTimeline *timeline, Article article, const FixtureEvent *event)
{
  DtlDate date = { .calendar = DTL_CALENDAR_HISTORICAL,
                   .precision = DTL_PRECISION_YEAR,
                   .year = event->year };
  DtlTextSpan sentence = find_sentence (timeline, article.source, event->title);
  g_autofree char *year = g_strdup_printf ("%d", event->year);
  DtlClaim claim = { .source = article.source,
                     .title = event->title,
                     .paragraph = sentence,
                     .sentence = sentence,
                     .why = "the year as written",
                     .confidence = 1 };
  DtlEvent made = { .lane = article.lane, .title = event->title, .importance = 0.5f };
  DtlId id;

  claim.mentions[0].end = sentence.end - 1;
  claim.mentions[0].start = sentence.end - 1 - strlen (year);
  g_assert_true (dtl_extent_from_date (&date, &claim.extent, NULL));
  id = dtl_timeline_add_claim (timeline, &claim);
  made.extent = claim.extent;
  made.claims = &id;
  made.n_claims = 1;
  dtl_timeline_add_event (timeline, &made);
}

void
fixture_fill (DtlSession *session, const FixtureEvent *events, guint n)
{
  DtlTimeline *timeline = dtl_session_get_timeline (session);
  Article article = { 0 };

  for (guint i = 0; i < n; i++)
    {
      if (i == 0 || !g_str_equal (events[i].lane, events[i - 1].lane))
        article = add_article (timeline, events[i].lane, events, n);
      add_event (timeline, article, &events[i]);
    }
  dtl_session_timeline_changed (session);
}

DtlId
fixture_find (DtlSession *session, const char *title)
{
  DtlTimeline *timeline = dtl_session_get_timeline (session);

  for (guint i = 0; i < dtl_timeline_get_n_events (timeline); i++)
    {
      DtlEvent event;

      dtl_timeline_get_event (timeline, i, &event);
      if (g_str_equal (event.title, title))
        return event.id;
    }
  g_error ("no event is called %s", title);
}

static gboolean
on_too_late (gpointer data)
{
  g_error ("waited for ten seconds");
  return G_SOURCE_REMOVE;
}

void
fixture_wait (gboolean (*done) (gpointer data), gpointer data)
{
  guint source = g_timeout_add_seconds (10, on_too_late, NULL);

  while (!done (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
}

static gboolean
is_idle (gpointer data)
{
  return dtl_work_is_idle (dtl_session_get_work (data));
}

void
fixture_wait_for_work (DtlSession *session)
{
  fixture_wait (is_idle, session);
}
