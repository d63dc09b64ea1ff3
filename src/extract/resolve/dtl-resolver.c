#include "extract/resolve/dtl-resolver-private.h"

gboolean
dtl_resolver_get_base (const DtlResolver *resolver,
                       DtlAnchor preferred,
                       DtlPoint *ret_base,
                       DtlResolved *result)
{
  gboolean last =
      resolver->has_last && (preferred == DTL_ANCHOR_MENTION || !resolver->has_published);

  if (!last && !resolver->has_published)
    return FALSE;
  *ret_base = last ? resolver->last : resolver->published;
  result->from = DTL_FROM_PUBLISHED;
  if (last)
    result->from = resolver->last_mention >= 0 ? DTL_FROM_MENTION : DTL_FROM_REFERENCE;
  result->from_mention = last ? resolver->last_mention : -1;
  return TRUE;
}

gboolean
dtl_resolver_get_day_base (const DtlResolver *resolver,
                           DtlAnchor preferred,
                           DtlPoint *ret_base,
                           DtlResolved *result)
{
  if (preferred != DTL_ANCHOR_MENTION || !resolver->has_last_day || !resolver->has_last ||
      resolver->last.grain >= DTL_GRAIN_DAY)
    return dtl_resolver_get_base (resolver, preferred, ret_base, result);
  *ret_base = resolver->last_day;
  result->from = DTL_FROM_MENTION;
  result->from_mention = resolver->last_day_mention;
  return TRUE;
}

/* Longer than any message of the kind. */
#define CHAT_LENGTH 300

guint
dtl_resolve_get_genres (const DtlResolveContext *context, gsize length)
{
  if (context->published == NULL)
    return DTL_GENRE_NARRATIVE;
  return length < CHAT_LENGTH ? DTL_GENRE_TEXT : DTL_GENRE_TEXT & ~DTL_GENRE_CHAT;
}

static gboolean
is_told (const DtlResolver *resolver, const DtlFields *fields)
{
  int year = dtl_fields_get (fields, DTL_FIELD_YEAR);

  return dtl_fields_get (fields, DTL_FIELD_ERA) == DTL_ERA_BC ||
         (year > 0 && ABS (year - resolver->published.year) > 1);
}

/* What only has a meaning beside the day it was written on; "the end of the year"
 * is that of any year. */
static gboolean
is_news (const DtlFields *fields)
{
  return dtl_fields_has (fields, DTL_FIELD_WEEKDAY) ||
         (dtl_fields_has (fields, DTL_FIELD_SHIFT) &&
          !dtl_fields_has (fields, DTL_FIELD_PART) &&
          dtl_fields_get (fields, DTL_FIELD_ANCHOR) == DTL_ANCHOR_PUBLISHED) ||
         dtl_fields_get (fields, DTL_FIELD_DIRECTION) == DTL_DIRECTION_AGO;
}

/* Who tells a story gives the year again and again, even if it is this one; the
 * news only where it is another. */
DtlGenre
dtl_resolver_find_genre (const DtlResolver *resolver)
{
  guint n_told = 0, n_near = 0, n_news = 0;

  if (!resolver->has_published)
    return DTL_GENRE_NARRATIVE;
  for (guint i = 0; i < resolver->n_phrases; i++)
    {
      const DtlFields *fields = &resolver->phrases[i].fields;

      if (is_told (resolver, fields))
        n_told++;
      else if (dtl_fields_has (fields, DTL_FIELD_YEAR))
        n_near++;
      else if (is_news (fields))
        n_news++;
    }
  if (n_told > 4 && n_told > 2 * n_news && n_told > n_near)
    return DTL_GENRE_NARRATIVE;
  return resolver->length < CHAT_LENGTH ? DTL_GENRE_CHAT : DTL_GENRE_NEWS;
}

/* What later phrases are counted from. Vague and far-off dates are not. */
static void
remember (DtlResolver *resolver, guint index)
{
  const DtlResolved *result = &resolver->results[index];

  if (!result->has_point || result->aside || resolver->story[index].aside ||
      result->point.grain < DTL_GRAIN_DECADE)
    return;
  /* In a story the writer's own day is an aside. */
  if (dtl_resolver_is_narrative (resolver) && result->from == DTL_FROM_PUBLISHED)
    return;
  resolver->has_last = TRUE;
  resolver->last = result->point;
  resolver->last_mention = (int) index;
  if (result->point.grain < DTL_GRAIN_DAY)
    return;
  resolver->has_last_day = TRUE;
  resolver->last_day = result->point;
  resolver->last_day_mention = (int) index;
}

static void
resolve_phrase (DtlResolver *resolver, guint index)
{
  const DtlPhrase *phrase = &resolver->phrases[index];
  DtlResolved *result = &resolver->results[index];

  result->from_mention = -1;
  if ((phrase->genres & resolver->genre) == 0)
    return;
  if (!dtl_resolve_placeless (resolver, index) && !dtl_resolve_deep (resolver, index) &&
      !dtl_resolve_relative (resolver, index) && !dtl_resolve_calendar (resolver, index))
    return;
  dtl_resolve_extent (resolver, index);
  if (phrase->shared && result->how == DTL_HOW_STATED)
    dtl_resolved_note (result, DTL_HOW_RANGE);
  remember (resolver, index);
  dtl_resolver_note_report (resolver, index);
}

/* "yesterday", "on Wednesday": who writes so means this day by "today"; who does so
 * once in several pages does not. */
#define BYTES_A_DAY 2000

static gboolean
speaks_of_days (const DtlResolver *resolver)
{
  gsize n_days = 0;

  for (guint i = 0; i < resolver->n_phrases; i++)
    {
      const DtlFields *fields = &resolver->phrases[i].fields;

      if (dtl_fields_has (fields, DTL_FIELD_EVERY))
        continue;
      if (dtl_fields_has (fields, DTL_FIELD_WEEKDAY) ||
          (dtl_fields_get (fields, DTL_FIELD_UNIT) <= DTL_UNIT_DAY &&
           dtl_fields_get (fields, DTL_FIELD_ANCHOR) == DTL_ANCHOR_PUBLISHED &&
           dtl_fields_get (fields, DTL_FIELD_SHIFT) != 0))
        n_days++;
    }
  return n_days > 0 && resolver->length / n_days < BYTES_A_DAY;
}

static void
init_resolver (DtlResolver *resolver)
{
  const DtlResolveContext *context = resolver->context;

  resolver->last_mention = -1;
  resolver->country = dtl_country_find (context->place);
  if (context->published != NULL)
    resolver->has_published =
        dtl_point_from_extent (context->published, resolver->country.change,
                               &resolver->published);
  if (context->reference != NULL)
    resolver->has_last =
        dtl_point_from_extent (context->reference, resolver->country.change,
                               &resolver->last);
  resolver->genre = dtl_resolver_find_genre (resolver);
  if (context->alone)
    resolver->genre |= DTL_GENRE_PHRASE;
  resolver->daily = speaks_of_days (resolver);
  if (dtl_resolver_is_narrative (resolver))
    dtl_resolver_plan_story (resolver);
}

static void
append_mention (GArray *mentions, DtlResolver *resolver, guint index, int partner)
{
  const DtlResolved *result = &resolver->results[index];
  g_autofree char *why = dtl_why (resolver, index);
  DtlMention mention = { .start = resolver->phrases[index].start,
                         .end = resolver->phrases[index].end,
                         .type = result->type,
                         .value = (char *) result->value,
                         .mod = result->mod,
                         .has_extent = result->has_extent,
                         .extent = result->extent,
                         .partner = partner,
                         .why = g_string_chunk_insert_const (resolver->strings, why) };

  if (resolver->context->explain != NULL)
    {
      g_autofree char *steps = dtl_explain (resolver, index);

      mention.steps = g_string_chunk_insert (resolver->strings, steps);
    }
  g_array_append_val (mentions, mention);
}

static GArray *
make_mentions (DtlResolver *resolver, GArray *outcomes)
{
  GArray *mentions = g_array_new (FALSE, FALSE, sizeof (DtlMention));
  g_autofree int *numbers = g_new (int, resolver->n_phrases + 1);
  int n = 0;

  for (guint i = 0; i < resolver->n_phrases; i++)
    numbers[i] = resolver->results[i].value != NULL ? n++ : -1;
  for (guint i = 0; i < resolver->n_phrases; i++)
    {
      int partner = resolver->phrases[i].partner;

      if (numbers[i] < 0)
        continue;
      append_mention (mentions, resolver, i, partner >= 0 ? numbers[partner] : -1);
      if (outcomes != NULL)
        g_array_append_val (outcomes, resolver->results[i].outcome);
    }
  return mentions;
}

/* The two ends of a range say one thing together. */
static void
share_ranges (DtlPhrase *phrases, guint n_phrases)
{
  for (guint i = 0; i < n_phrases; i++)
    if (phrases[i].partner > (int) i)
      {
        DtlPhrase *first = &phrases[i], *second = &phrases[first->partner];
        guint64 first_set = first->fields.set, second_set = second->fields.set;

        dtl_resolve_share_fields (first, second);
        first->shared = (first->fields.set & ~first_set) != 0;
        second->shared = (second->fields.set & ~second_set) != 0;
      }
}

/* "In 480 BC the fleet sailed; in 479 it came back": a year, or a decade, of three
 * digits near one before our era is before it as well. */
#define NEAR_YEARS 100

static int
get_old_year (const DtlFields *fields)
{
  int year =
      dtl_fields_get (fields, dtl_fields_has (fields, DTL_FIELD_YEAR) ? DTL_FIELD_YEAR
                                                                      : DTL_FIELD_DECADE);

  return year >= 100 && year < 1000 ? year : 0;
}

static void
carry_era (DtlPhrase *phrases, guint n_phrases)
{
  int last = 0;

  for (guint i = 0; i < n_phrases; i++)
    {
      DtlFields *fields = &phrases[i].fields;
      int year = get_old_year (fields);

      if (year == 0)
        continue;
      if (!dtl_fields_has (fields, DTL_FIELD_ERA) && last > 0 &&
          ABS (year - last) <= NEAR_YEARS)
        dtl_fields_put (fields, DTL_FIELD_ERA, DTL_ERA_BC);
      last = dtl_fields_get (fields, DTL_FIELD_ERA) == DTL_ERA_BC ? year : 0;
    }
}

GArray *
dtl_resolve (const GArray *phrases,
             const char *text,
             gsize length,
             const DtlResolveContext *context,
             GStringChunk *strings,
             GArray *ret_outcomes)
{
  g_autofree DtlPhrase *copies =
      g_memdup2 (phrases->data, phrases->len * sizeof (DtlPhrase));
  g_autofree DtlStoryYear *story = g_new0 (DtlStoryYear, phrases->len + 1);
  g_autofree DtlResolved *results = g_new0 (DtlResolved, phrases->len + 1);
  DtlResolver resolver = { .text = text,
                           .length = length,
                           .phrases = copies,
                           .n_phrases = phrases->len,
                           .results = results,
                           .story = story,
                           .context = context,
                           .strings = strings };

  share_ranges (copies, phrases->len);
  carry_era (copies, phrases->len);
  init_resolver (&resolver);
  for (guint i = 0; i < phrases->len; i++)
    resolve_phrase (&resolver, i);
  dtl_resolve_quotations (&resolver);
  for (guint i = 0; i < phrases->len; i++)
    if (copies[i].partner > (int) i)
      dtl_resolve_range (&resolver, i, (guint) copies[i].partner);
  return make_mentions (&resolver, ret_outcomes);
}
