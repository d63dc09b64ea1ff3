/* The years of a story.
 *
 * A narrative gives the year now and then and months in between. Which year an
 * open date is in is not decided from the one before it alone: of all ways to
 * put the open dates into years the cheapest is taken, where going on is
 * cheap, going back dear, and a date far from its neighbours on both sides
 * dearest. */

#include "extract/dtl-resolver-private.h"

#define MAX_CHOICES 8
/* A leap is a leap: farther ones do not draw their neighbours with them. */
#define MAX_COST 6.0f
/* How much the full dates about an open one weigh beside its neighbours. */
#define ANCHOR_WEIGHT 0.2f
/* What it costs that an open date leaves the year of the date before it, and the
 * years that the heading above it names. */
#define NEW_YEAR_COST 0.4f
#define HEADING_COST 1.0f
/* No heading is longer, in bytes. */
#define MAX_HEADING 80

/* A date as the path sees it, in months since the year 0. */
typedef struct {
  gint64 first, last;
} Months;

/* One date of the story: stated, with one choice, or open. */
typedef struct {
  guint phrase;
  int month; /* 0: only a year */
  gboolean stated;
  gint64 span; /* of a stated range: years to its other end */
  gint64 years[MAX_CHOICES];
  float costs[MAX_CHOICES];  /* of the best way here */
  gint8 before[MAX_CHOICES]; /* the choice of the date before on that way */
  guint n_choices;
  gboolean heading;      /* stands in a heading: rules what is below it */
  gint64 ruled_years[2]; /* first and last year of the heading above */
  gboolean is_ruled;
  int anchor_before, anchor_behind; /* stops that state year and month, or -1 */
} Stop;

static const guint8 season_months[] = { 0, 3, 6, 9, 12 };

/* The month of a phrase that may want a year, 0 where it names none. */
static int
get_month (const DtlFields *fields)
{
  int holiday = dtl_fields_get (fields, DTL_FIELD_HOLIDAY);

  if (dtl_fields_has (fields, DTL_FIELD_MONTH))
    return dtl_fields_get (fields, DTL_FIELD_MONTH);
  if (dtl_fields_has (fields, DTL_FIELD_SEASON))
    return season_months[dtl_fields_get (fields, DTL_FIELD_SEASON)];
  if (dtl_fields_has (fields, DTL_FIELD_QUARTER))
    return dtl_fields_get (fields, DTL_FIELD_QUARTER) * 3 - 2;
  if (holiday > 0 && holiday < DTL_HOLIDAY_EASTER - DTL_HOLIDAY_EASTER_RANGE)
    return holiday / 100;
  return holiday > 0 ? 4 : 0;
}

static Months
get_months (const Stop *stop, gint64 year)
{
  gint64 first = year * 12;

  if (stop->month > 0)
    return (Months){ first + stop->month - 1, first + stop->month - 1 + stop->span * 12 };
  return (Months){ first, first + 11 + stop->span * 12 };
}

static float
get_cost (Months from, Months to)
{
  gint64 gap = 0;
  float cost;

  if (to.first > from.last)
    gap = to.first - from.last;
  else if (to.last < from.first)
    gap = to.last - from.first;
  gap = CLAMP (gap, -1000, 1000);
  if (gap < 0)
    cost = 0.6f - 0.3f * (float) gap;
  else if (gap <= 6)
    cost = 0.1f * (float) gap;
  else
    cost = 0.6f + 0.25f * (float) (gap - 6);
  return MIN (cost, MAX_COST);
}

static gint64
get_stated_year (const DtlFields *fields)
{
  int year = dtl_fields_get (fields, DTL_FIELD_YEAR);

  return dtl_fields_get (fields, DTL_FIELD_ERA) == DTL_ERA_BC ? 1 - year : year;
}

/* Years that a range goes on for; its second end is then no stop of its own. */
static gint64
get_span (const DtlPhrase *phrases, guint index)
{
  int partner = phrases[index].partner;

  if (partner < (int) index || !dtl_fields_has (&phrases[partner].fields, DTL_FIELD_YEAR))
    return 0;
  return MAX (get_stated_year (&phrases[partner].fields) -
                  get_stated_year (&phrases[index].fields),
              0);
}

static gboolean
read_stop (const DtlPhrase *phrases, guint index, Stop *ret_stop)
{
  const DtlPhrase *phrase = &phrases[index];
  const DtlFields *fields = &phrase->fields;
  Stop stop = { .phrase = index, .month = get_month (fields) };

  stop.stated = dtl_fields_has (fields, DTL_FIELD_YEAR);
  if (dtl_fields_has (fields, DTL_FIELD_UNIT) ||
      dtl_fields_has (fields, DTL_FIELD_SHIFT) ||
      dtl_fields_has (fields, DTL_FIELD_SHORT_YEAR) ||
      dtl_fields_has (fields, DTL_FIELD_EVERY))
    return FALSE;
  if (stop.stated)
    {
      if (phrase->partner >= 0 && phrase->partner < (int) index)
        return FALSE;
      stop.years[0] = get_stated_year (fields);
      stop.span = get_span (phrases, index);
      stop.n_choices = 1;
    }
  *ret_stop = stop;
  return stop.stated || stop.month > 0;
}

static void
add_choice (Stop *stop, gint64 year)
{
  for (guint i = 0; i < stop->n_choices; i++)
    if (stop->years[i] == year)
      return;
  if (stop->n_choices < MAX_CHOICES)
    stop->years[stop->n_choices++] = year;
}

/* The years of the stated dates before an open one, and where the months lead
 * that were counted since. */
static void
offer_years_before (Stop *stops, guint n_stops)
{
  gint64 current = 0, previous = 0, running = 0;
  gboolean seen = FALSE;
  int last_month = 0;

  for (guint i = 0; i < n_stops; i++)
    {
      Stop *stop = &stops[i];

      if (stop->stated)
        {
          previous = seen && stop->years[0] != current ? current : previous;
          current = running = stop->years[0];
          seen = TRUE;
        }
      else if (seen)
        {
          running += last_month > 0 && stop->month + 6 < last_month ? 1 : 0;
          add_choice (stop, current);
          if (stop->is_ruled)
            add_choice (stop, stop->ruled_years[0]);
          add_choice (stop, running);
          add_choice (stop, current + 1);
          add_choice (stop, current - 1);
          if (previous != 0)
            add_choice (stop, previous);
        }
      last_month = stop->month > 0 ? stop->month : last_month;
    }
}

/* And of the stated one behind it. */
static void
offer_years_behind (Stop *stops, guint n_stops)
{
  gint64 current = 0;
  gboolean seen = FALSE;

  for (guint i = n_stops; i-- > 0;)
    {
      if (stops[i].stated)
        current = stops[i].years[0];
      else if (seen)
        {
          add_choice (&stops[i], current);
          add_choice (&stops[i], current - 1);
        }
      seen |= stops[i].stated;
    }
}

/* What a choice costs by itself: how far it lies from the full dates before and
 * behind it, whatever was mentioned between. A lone year is often an aside, so it
 * does not count here. */
static float
get_own_cost (const Stop *stops, const Stop *stop, Months months)
{
  float cost = 0;

  if (stop->stated)
    return 0;
  if (stop->is_ruled && (months.last < stop->ruled_years[0] * 12 ||
                         months.first > stop->ruled_years[1] * 12 + 11))
    cost += HEADING_COST;
  if (stop->anchor_before >= 0)
    {
      const Stop *anchor = &stops[stop->anchor_before];

      cost += ANCHOR_WEIGHT * get_cost (get_months (anchor, anchor->years[0]), months);
    }
  if (stop->anchor_behind >= 0)
    {
      const Stop *anchor = &stops[stop->anchor_behind];

      cost += ANCHOR_WEIGHT * get_cost (months, get_months (anchor, anchor->years[0]));
    }
  return cost;
}

static float
get_step_cost (const Stop *before, guint choice_before, const Stop *stop, guint choice)
{
  Months from = get_months (before, before->years[choice_before]);
  Months to = get_months (stop, stop->years[choice]);
  gint64 year = stop->years[choice], year_before = before->years[choice_before];
  float cost = get_cost (from, to);

  if (!stop->stated && (year < year_before || year > year_before + before->span))
    cost += NEW_YEAR_COST;
  return cost;
}

/* The cheapest way to each choice of the stop @at. */
static void
extend_ways (Stop *stops, guint at)
{
  const Stop *before = at > 0 ? &stops[at - 1] : NULL;
  Stop *stop = &stops[at];

  for (guint i = 0; i < stop->n_choices; i++)
    {
      Months months = get_months (stop, stop->years[i]);
      float own = get_own_cost (stops, stop, months);

      stop->costs[i] = own;
      for (guint j = 0; before != NULL && j < before->n_choices; j++)
        {
          float cost = before->costs[j] + own + get_step_cost (before, j, stop, i);

          if (j == 0 || cost < stop->costs[i])
            {
              stop->costs[i] = cost;
              stop->before[i] = (gint8) j;
            }
        }
    }
}

/* Keeps the costs small however long the text is. */
static guint
find_cheapest (Stop *stop)
{
  guint best = 0;

  for (guint i = 1; i < stop->n_choices; i++)
    if (stop->costs[i] < stop->costs[best])
      best = i;
  for (guint i = 0; i < stop->n_choices; i++)
    if (i != best)
      stop->costs[i] -= stop->costs[best];
  stop->costs[best] = 0;
  return best;
}

/* The stated date that tells a reader where the year is from. */
static int
find_witness (const Stop *stops, guint n_stops, guint at, gint64 year)
{
  for (guint distance = 1; distance < n_stops; distance++)
    {
      if (distance <= at && stops[at - distance].stated)
        return (int) stops[at - distance].phrase;
      if (at + distance < n_stops && stops[at + distance].stated &&
          stops[at + distance].years[0] == year && distance < 8)
        return (int) stops[at + distance].phrase;
      if (distance > 200)
        break;
    }
  return -1;
}

static void
take_way (DtlResolver *resolver, const Stop *stops, guint n_stops, guint best)
{
  for (guint i = n_stops; i-- > 0;)
    {
      const Stop *stop = &stops[i];
      DtlStoryYear *story = &resolver->story[stop->phrase];

      if (!stop->stated)
        {
          story->known = TRUE;
          story->year = stop->years[best];
          story->witness = find_witness (stops, n_stops, i, story->year);
        }
      if (i > 0)
        best = (guint) stop->before[best];
    }
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
find_headings (const DtlResolver *resolver, Stop *stops, guint n_stops)
{
  const Stop *heading = NULL;

  for (guint i = 0; i < n_stops; i++)
    {
      if (stops[i].stated &&
          is_in_heading (resolver, &resolver->phrases[stops[i].phrase]))
        heading = &stops[i];
      stops[i].is_ruled = heading != NULL;
      if (heading == NULL)
        continue;
      stops[i].ruled_years[0] = heading->years[0];
      stops[i].ruled_years[1] = heading->years[0] + heading->span;
    }
}

static void
find_anchors (Stop *stops, guint n_stops)
{
  int anchor = -1;

  for (guint i = 0; i < n_stops; i++)
    {
      stops[i].anchor_before = anchor;
      if (stops[i].stated && stops[i].month > 0)
        anchor = (int) i;
    }
  anchor = -1;
  for (guint i = n_stops; i-- > 0;)
    {
      stops[i].anchor_behind = anchor;
      if (stops[i].stated && stops[i].month > 0)
        anchor = (int) i;
    }
}

void
dtl_resolver_plan_story (DtlResolver *resolver)
{
  g_autofree Stop *stops = g_new (Stop, resolver->n_phrases + 1);
  guint n_stops = 0, best = 0;

  for (guint i = 0; i < resolver->n_phrases; i++)
    n_stops += read_stop (resolver->phrases, i, &stops[n_stops]) ? 1 : 0;
  find_anchors (stops, n_stops);
  find_headings (resolver, stops, n_stops);
  offer_years_before (stops, n_stops);
  offer_years_behind (stops, n_stops);
  for (guint i = 0; i < n_stops; i++)
    {
      if (stops[i].n_choices == 0)
        return; /* not one year is stated in all of the text */
      extend_ways (stops, i);
      best = find_cheapest (&stops[i]);
    }
  take_way (resolver, stops, n_stops, best);
}
