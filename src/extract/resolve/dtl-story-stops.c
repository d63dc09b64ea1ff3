#include "extract/resolve/dtl-story-stops.h"

#include <string.h>

/* No heading is longer, in bytes. */
#define MAX_HEADING 80
/* Years that a date is counted on or back by. */
#define MAX_COUNT 1000

static const gint8 season_months[] = { 0, 3, 6, 9, 12 };

/* The month of a phrase that may want a year, 0 where it names none. */
static gint8
get_month (const DtlFields *fields)
{
  int holiday = dtl_fields_get (fields, DTL_FIELD_HOLIDAY);

  if (dtl_fields_has (fields, DTL_FIELD_MONTH))
    return (gint8) dtl_fields_get (fields, DTL_FIELD_MONTH);
  if (dtl_fields_has (fields, DTL_FIELD_SEASON))
    return season_months[dtl_fields_get (fields, DTL_FIELD_SEASON)];
  if (dtl_fields_has (fields, DTL_FIELD_QUARTER))
    return (gint8) (dtl_fields_get (fields, DTL_FIELD_QUARTER) * 3 - 2);
  if (dtl_fields_has (fields, DTL_FIELD_HALF))
    return (gint8) (dtl_fields_get (fields, DTL_FIELD_HALF) * 6 - 5);
  if (holiday > 0 && holiday < DTL_HOLIDAY_EASTER - DTL_HOLIDAY_EASTER_RANGE)
    return (gint8) (holiday / 100);
  return holiday > 0 ? 4 : 0;
}

static gint32
get_stated_year (const DtlFields *fields)
{
  int year = dtl_fields_get (fields, DTL_FIELD_YEAR);

  return dtl_fields_get (fields, DTL_FIELD_ERA) == DTL_ERA_BC ? 1 - year : year;
}

/* Years that a range goes on for; its second end is then no stop of its own. */
static gint32
get_span (const DtlPhrase *phrases, guint index)
{
  int partner = phrases[index].partner;

  if (partner < (int) index || !dtl_fields_has (&phrases[partner].fields, DTL_FIELD_YEAR))
    return 0;
  return MAX (get_stated_year (&phrases[partner].fields) -
                  get_stated_year (&phrases[index].fields),
              0);
}

/* "the next year", "that year": so many years from the one before. */
static gboolean
count_by_shift (const DtlFields *fields, gint32 *ret_years)
{
  gboolean mention = dtl_fields_get (fields, DTL_FIELD_ANCHOR) == DTL_ANCHOR_MENTION;

  if (dtl_fields_get (fields, DTL_FIELD_UNIT) != DTL_UNIT_YEAR ||
      !dtl_fields_has (fields, DTL_FIELD_SHIFT) ||
      (!mention && !dtl_fields_has (fields, DTL_FIELD_PRONOUN)))
    return FALSE;
  *ret_years = dtl_fields_get (fields, DTL_FIELD_SHIFT);
  return TRUE;
}

/* "three years later" */
static gboolean
count_by_distance (const DtlFields *fields, gint32 *ret_years)
{
  int direction = dtl_fields_get (fields, DTL_FIELD_DIRECTION);
  int years = (int) CLAMP (fields->count, 0, MAX_COUNT);

  if (dtl_fields_get (fields, DTL_FIELD_UNIT) != DTL_UNIT_YEAR ||
      !dtl_fields_has (fields, DTL_FIELD_COUNT) ||
      dtl_fields_has (fields, DTL_FIELD_REST_UNIT) || years != fields->count ||
      (direction != DTL_DIRECTION_LATER && direction != DTL_DIRECTION_EARLIER))
    return FALSE;
  *ret_years = direction == DTL_DIRECTION_LATER ? years : -years;
  return TRUE;
}

static gboolean
read_stop (const DtlPhrase *phrases, guint index, DtlStop *ret_stop)
{
  const DtlPhrase *phrase = &phrases[index];
  const DtlFields *fields = &phrase->fields;
  DtlStop stop = { .phrase = index, .month = get_month (fields) };

  if (dtl_fields_has (fields, DTL_FIELD_EVERY) ||
      dtl_fields_has (fields, DTL_FIELD_SHORT_YEAR))
    return FALSE;
  if ((dtl_fields_has (fields, DTL_FIELD_UNIT) &&
       !dtl_fields_has (fields, DTL_FIELD_SIGNAL)) ||
      dtl_fields_has (fields, DTL_FIELD_SHIFT))
    {
      stop.kind = DTL_STOP_COUNTED;
      *ret_stop = stop;
      return count_by_shift (fields, &ret_stop->year) ||
             count_by_distance (fields, &ret_stop->year);
    }
  stop.kind = DTL_STOP_OPEN;
  if (dtl_fields_has (fields, DTL_FIELD_YEAR))
    {
      if (phrase->partner >= 0 && phrase->partner < (int) index)
        return FALSE;
      stop.kind = DTL_STOP_STATED;
      stop.year = get_stated_year (fields);
      stop.span = get_span (phrases, index);
    }
  *ret_stop = stop;
  return stop.kind == DTL_STOP_STATED || stop.month > 0;
}

/* Whether a phrase stands in a line of its own that is no sentence. */
static gboolean
is_in_heading (const DtlResolver *resolver, const DtlPhrase *phrase)
{
  gsize start = phrase->start, end = phrase->end;

  while (start > 0 && phrase->start - start < MAX_HEADING &&
         resolver->text[start - 1] != '\n')
    start--;
  while (end < resolver->length && end - phrase->end < MAX_HEADING &&
         resolver->text[end] != '\n')
    end++;
  return end - start < MAX_HEADING && end > 0 && resolver->text[end - 1] != '.' &&
         (start == 0 || resolver->text[start - 1] == '\n');
}

static void
find_headings (const DtlResolver *resolver, DtlStop *stops, guint n_stops)
{
  for (guint i = 0; i < n_stops; i++)
    stops[i].heading =
        (guint8) (stops[i].kind == DTL_STOP_STATED &&
                  is_in_heading (resolver, &resolver->phrases[stops[i].phrase]));
}

/* Whether two stops stand in one line: "Italy 1943 and 1944". */
static gboolean
share_line (const DtlResolver *resolver, const DtlStop *first, const DtlStop *second)
{
  gsize start = resolver->phrases[first->phrase].end;
  gsize end = resolver->phrases[second->phrase].start;

  return start <= end && memchr (resolver->text + start, '\n', end - start) == NULL;
}

/* "In the new year": neither the heading nor full dates on the other side of it say
 * anything any more. */
static gboolean
leaves_year (const DtlStop *stop)
{
  return stop->kind == DTL_STOP_COUNTED && stop->year > 0;
}

static void
find_rulers (const DtlResolver *resolver, DtlStop *stops, guint n_stops)
{
  gint32 first = 0, last = 0;
  gboolean ruled = FALSE;

  for (guint i = 0; i < n_stops; i++)
    {
      DtlStop *stop = &stops[i];

      if (stop->heading)
        {
          gboolean goes_on =
              i > 0 && stops[i - 1].heading && share_line (resolver, &stops[i - 1], stop);

          first = goes_on ? MIN (first, stop->year) : stop->year;
          last = goes_on ? MAX (last, stop->year + stop->span) : stop->year + stop->span;
          ruled = TRUE;
        }
      ruled = ruled && !leaves_year (stop);
      stop->is_ruled = (guint8) ruled;
      stop->ruled_years[0] = first;
      stop->ruled_years[1] = last;
    }
}

static int
follow_anchor (const DtlStop *stops, guint at, int anchor)
{
  if (stops[at].kind == DTL_STOP_STATED && stops[at].month > 0)
    return (int) at;
  return leaves_year (&stops[at]) ? -1 : anchor;
}

static void
find_anchors (DtlStop *stops, guint n_stops)
{
  int anchor = -1;

  for (guint i = 0; i < n_stops; i++)
    {
      stops[i].anchor_before = anchor;
      anchor = follow_anchor (stops, i, anchor);
    }
  anchor = -1;
  for (guint i = n_stops; i-- > 0;)
    {
      stops[i].anchor_behind = anchor;
      /* the next chapter's heading says nothing of this one */
      anchor = stops[i].heading ? -1 : follow_anchor (stops, i, anchor);
    }
}

/* Says whether a year is stated at all. */
static gboolean
find_next_years (DtlStop *stops, guint n_stops)
{
  gboolean seen = FALSE;
  gint32 year = 0;

  for (guint i = n_stops; i-- > 0;)
    {
      stops[i].has_next_year = (guint8) seen;
      stops[i].next_year = year;
      if (stops[i].kind != DTL_STOP_STATED)
        continue;
      year = stops[i].year;
      seen = TRUE;
    }
  return seen;
}

guint
dtl_story_read_stops (const DtlResolver *resolver, DtlStop *stops)
{
  guint n_stops = 0;

  for (guint i = 0; i < resolver->n_phrases; i++)
    if (read_stop (resolver->phrases, i, &stops[n_stops]) &&
        (n_stops > 0 || stops[n_stops].kind != DTL_STOP_COUNTED))
      n_stops++;
  if (!find_next_years (stops, n_stops))
    return 0;
  find_headings (resolver, stops, n_stops);
  find_rulers (resolver, stops, n_stops);
  find_anchors (stops, n_stops);
  return n_stops;
}
