#include "config.h"

#include "base/dtl-fold.h"
#include "model/dtl-timeline-private.h"

#include <string.h>

typedef struct {
  const DtlTimeline *timeline;
  char **words;  /* folded, at least one */
  GString *text; /* what is looked at, folded; kept to be used again */
} Search;

static gboolean
has_all_words (Search *search, const char *text, gsize length)
{
  g_string_truncate (search->text, 0);
  dtl_fold_append (search->text, text, length);
  for (guint i = 0; search->words[i] != NULL; i++)
    if (strstr (search->text->str, search->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
claim_has_all_words (Search *search, DtlId id, const char *event_title)
{
  const DtlClaimRow *claim = dtl_timeline_find_claim_row (search->timeline, id);
  const DtlSourceRow *source =
      dtl_timeline_find_source_row (search->timeline, claim->source);
  DtlPackedSpan sentence = claim->sentence;

  return (claim->title != event_title &&
          has_all_words (search, claim->title, strlen (claim->title))) ||
         has_all_words (search, source->text + sentence.start,
                        sentence.end - sentence.start);
}

static gboolean
event_has_all_words (Search *search, guint position)
{
  const DtlEventColumns *events = &search->timeline->events;
  const char *title = dtl_event_columns_get (events, position).title;
  guint n_claims;
  const DtlId *claims = dtl_event_columns_get_claims (events, position, &n_claims);

  if (has_all_words (search, title, strlen (title)))
    return TRUE;
  for (guint i = 0; i < n_claims; i++)
    if (claim_has_all_words (search, claims[i], title))
      return TRUE;
  return FALSE;
}

/* The words of @words, folded. */
static char **
fold_words (const char *words)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  dtl_fold_append (folded, words, strlen (words));

  g_auto (GStrv) pieces = g_strsplit_set (folded->str, " \t\n\r\f\v", -1);

  for (guint i = 0; pieces[i] != NULL; i++)
    if (*pieces[i] != '\0')
      g_ptr_array_add (found, g_strdup (pieces[i]));
  g_ptr_array_add (found, NULL);
  return (char **) g_ptr_array_steal (found, NULL);
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  guint one = *(const guint *) a, other = *(const guint *) b;

  return (one > other) - (one < other);
}

GArray *
dtl_timeline_search (const DtlTimeline *timeline, const char *words)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (GStrv) folded = fold_words (words);
  g_autoptr (GString) text = g_string_new (NULL);
  Search search = { .timeline = timeline, .words = folded, .text = text };
  const DtlEventColumns *events = dtl_timeline_settle (timeline);

  if (folded[0] == NULL)
    return positions;
  /* By id: events lie in memory as they were added, and so do their claims and
   * texts. */
  for (guint i = 0; i < events->by_id->len; i++)
    {
      guint position = g_array_index (events->by_id, guint32, i);

      if (event_has_all_words (&search, position))
        g_array_append_val (positions, position);
    }
  g_array_sort (positions, compare_positions);
  return positions;
}
