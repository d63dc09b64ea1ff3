/* The years of a story.
 *
 * A narrative gives the year now and then and months in between. Which year an
 * open date is in is not decided from the one before it alone: of all ways to
 * put the open dates into years the cheapest is taken, where going on is
 * cheap, going back dear, and a date far from its neighbours on both sides
 * dearest. A way may pass by a date that is stated: an aside, after which the
 * story goes on from where it was. */

#include "extract/resolve/dtl-story-stops.h"

#define MAX_CHOICES 12
/* Those that are kept, with the ones that pass a stop by. */
#define MAX_WAYS 8

/* What a way costs. A story hardly ever leaves its year without a word, but for
 * going on from one winter month to the next; many months are worse than a few,
 * and back worse than on. A leap is a leap: farther ones do not draw their
 * neighbours with them. */
#define MAX_COST 3.0f
#define ON_COST 0.04f
#define FAR_ON_COST 0.3f
#define BACK_COST 0.16f
#define MONTH_BACK_COST 0.14f
#define FAR_BACK_COST 0.3f
#define FAR_MONTHS 6
#define NEW_YEAR_COST 3.0f
#define NEAR_NEW_YEAR_COST 1.0f
#define NEAR_MONTHS 4
/* Outside of the years that the heading above names. */
#define HEADING_COST 1.6f
/* How much the full dates about an open one weigh beside its neighbours. */
#define ANCHOR_WEIGHT 0.25f
/* A year that the story does not go on from, which hardly ever is "the next year"; and
 * that it does go on from "the year before", which it hardly ever does. */
#define PASS_COST 3.0f
#define PASS_ON_COST 6.0f
#define STAY_BACK_COST 1.0f

/* A date as the path sees it, in months since the year 0. */
typedef struct {
  gint64 first, last;
} Months;

/* How the story may stand at a stop, and the cheapest way there. */
typedef struct {
  gint32 year;
  gint32 stop; /* the last one not passed by: its months are those of the story */
  float cost;
  gint8 before; /* the way of the stop before */
} Way;

typedef struct {
  Way ways[MAX_WAYS];
  guint n_ways;
} Ways;

typedef struct {
  const DtlStop *stops;
  guint n_stops;
  Ways *ways; /* by stop */
} Plan;

/* The years that an open date may be in. */
typedef struct {
  gint32 years[MAX_CHOICES];
  guint n_years;
} Choices;

static Months
get_months (const DtlStop *stop, gint64 year)
{
  gint64 first = year * 12;

  if (stop->month > 0)
    return (Months){ first + stop->month - 1, first + stop->month - 1 + stop->span * 12 };
  return (Months){ first, first + 11 + stop->span * 12 };
}

/* Months from one date on to another, or back. */
static gint64
get_gap (Months from, Months to)
{
  if (to.first > from.last)
    return to.first - from.last;
  return to.last < from.first ? to.last - from.first : 0;
}

static float
get_cost (Months from, Months to)
{
  gint64 gap = CLAMP (get_gap (from, to), -1000, 1000), far = ABS (gap) - FAR_MONTHS;
  float near = (float) MIN (ABS (gap), FAR_MONTHS), cost;

  if (gap < 0)
    cost = BACK_COST + MONTH_BACK_COST * near + FAR_BACK_COST * (float) MAX (far, 0);
  else
    cost = ON_COST * near + FAR_ON_COST * (float) MAX (far, 0);
  return MIN (cost, MAX_COST);
}

/* --- what an open date may mean --- */

static void
add_choice (Choices *choices, gint32 year)
{
  for (guint i = 0; i < choices->n_years; i++)
    if (choices->years[i] == year)
      return;
  if (choices->n_years < MAX_CHOICES)
    choices->years[choices->n_years++] = year;
}

static Choices
find_choices (const Plan *plan, guint at)
{
  const DtlStop *stop = &plan->stops[at];
  const Ways *before = at > 0 ? &plan->ways[at - 1] : NULL;
  Choices choices = { .n_years = 0 };

  if (stop->is_ruled)
    add_choice (&choices, stop->ruled_years[0]);
  if (stop->has_next_year)
    {
      add_choice (&choices, stop->next_year);
      add_choice (&choices, stop->next_year - 1);
    }
  if (stop->anchor_before >= 0)
    {
      add_choice (&choices, plan->stops[stop->anchor_before].year);
      add_choice (&choices, plan->stops[stop->anchor_before].year + 1);
    }
  for (guint i = 0; before != NULL && i < before->n_ways; i++)
    {
      add_choice (&choices, before->ways[i].year);
      add_choice (&choices, before->ways[i].year + 1);
      add_choice (&choices, before->ways[i].year - 1);
    }
  return choices;
}

/* --- the ways --- */

/* What a choice costs by itself: how far it lies from the full dates before and
 * behind it, whatever was mentioned between. A lone year is often an aside, so it
 * does not count here. */
static float
get_own_cost (const Plan *plan, const DtlStop *stop, Months months)
{
  float cost = 0;

  if (stop->kind != DTL_STOP_OPEN)
    return 0;
  if (stop->is_ruled && (months.last < (gint64) stop->ruled_years[0] * 12 ||
                         months.first > (gint64) stop->ruled_years[1] * 12 + 11))
    cost += HEADING_COST;
  if (stop->anchor_before >= 0)
    {
      const DtlStop *anchor = &plan->stops[stop->anchor_before];

      cost += ANCHOR_WEIGHT * get_cost (get_months (anchor, anchor->year), months);
    }
  if (stop->anchor_behind >= 0)
    {
      const DtlStop *anchor = &plan->stops[stop->anchor_behind];

      cost += ANCHOR_WEIGHT * get_cost (months, get_months (anchor, anchor->year));
    }
  return cost;
}

/* That an open date is in another year than the one before it. */
static float
get_new_year_cost (gint64 gap)
{
  return gap >= 0 && gap <= NEAR_MONTHS ? NEAR_NEW_YEAR_COST : NEW_YEAR_COST;
}

static float
get_step_cost (const Plan *plan, const Way *before, const DtlStop *stop, gint32 year)
{
  const DtlStop *last = &plan->stops[before->stop];
  Months from = get_months (last, before->year), to = get_months (stop, year);
  float cost = get_cost (from, to);

  if (stop->kind == DTL_STOP_OPEN &&
      (year < before->year || year > before->year + last->span))
    cost += get_new_year_cost (get_gap (from, to));
  return cost;
}

/* The dearest gives way where there are too many. */
static void
add_way (Ways *ways, Way way)
{
  guint at = ways->n_ways;

  for (guint i = 0; i < ways->n_ways; i++)
    if (ways->ways[i].stop == way.stop && ways->ways[i].year == way.year)
      {
        if (way.cost < ways->ways[i].cost)
          ways->ways[i] = way;
        return;
      }
  if (at < MAX_WAYS)
    ways->n_ways++;
  else
    {
      at = 0;
      for (guint i = 1; i < MAX_WAYS; i++)
        if (ways->ways[i].cost > ways->ways[at].cost)
          at = i;
      if (way.cost >= ways->ways[at].cost)
        return;
    }
  ways->ways[at] = way;
}

/* The cheapest way to have the stop @at in @year. */
static void
reach_year (Plan *plan, guint at, gint32 year)
{
  const DtlStop *stop = &plan->stops[at];
  const Ways *before = at > 0 ? &plan->ways[at - 1] : NULL;
  float own = get_own_cost (plan, stop, get_months (stop, year));
  Way way = { .year = year, .stop = (gint32) at, .cost = own, .before = -1 };

  for (guint i = 0; before != NULL && i < before->n_ways; i++)
    {
      float cost =
          before->ways[i].cost + own + get_step_cost (plan, &before->ways[i], stop, year);

      if (way.before >= 0 && cost >= way.cost)
        continue;
      way.cost = cost;
      way.before = (gint8) i;
    }
  add_way (&plan->ways[at], way);
}

/* Every year that was told of, counted on. */
static void
count_on (Plan *plan, guint at)
{
  const Ways *before = &plan->ways[at - 1];

  for (guint i = 0; i < before->n_ways; i++)
    {
      Way way = before->ways[i];

      way.year += plan->stops[at].year;
      way.cost += plan->stops[at].year < 0 ? STAY_BACK_COST : 0;
      way.stop = (gint32) at;
      way.before = (gint8) i;
      add_way (&plan->ways[at], way);
    }
}

static float
get_pass_cost (const DtlStop *stop)
{
  if (stop->kind != DTL_STOP_COUNTED)
    return PASS_COST;
  return stop->year > 0 ? PASS_ON_COST : 0;
}

/* The stop is an aside: the story stays where it was. */
static void
pass_by (Plan *plan, guint at)
{
  const DtlStop *stop = &plan->stops[at];
  const Ways *before = &plan->ways[at - 1];
  float cost = get_pass_cost (stop);

  for (guint i = 0; i < before->n_ways; i++)
    {
      Way way = before->ways[i];

      way.cost += cost;
      way.before = (gint8) i;
      add_way (&plan->ways[at], way);
    }
}

static void
extend_ways (Plan *plan, guint at)
{
  const DtlStop *stop = &plan->stops[at];
  Choices choices;

  plan->ways[at].n_ways = 0;
  switch ((DtlStopKind) stop->kind)
    {
    case DTL_STOP_STATED:
      reach_year (plan, at, stop->year);
      break;
    case DTL_STOP_OPEN:
      choices = find_choices (plan, at);
      for (guint i = 0; i < choices.n_years; i++)
        reach_year (plan, at, choices.years[i]);
      return;
    case DTL_STOP_COUNTED:
      count_on (plan, at);
      break;
    }
  if (at > 0 && !stop->heading)
    pass_by (plan, at);
}

/* Keeps the costs small however long the text is. */
static guint
find_cheapest (Ways *ways)
{
  guint best = 0;
  float least;

  for (guint i = 1; i < ways->n_ways; i++)
    if (ways->ways[i].cost < ways->ways[best].cost)
      best = i;
  least = ways->ways[best].cost;
  for (guint i = 0; i < ways->n_ways; i++)
    ways->ways[i].cost -= least;
  return best;
}

/* The stated date that tells a reader where the year is from. */
#define MAX_WITNESSES 200

static int
find_witness (const Plan *plan, guint at, gint32 year)
{
  const DtlStop *stops = plan->stops;

  for (guint distance = 1; distance < MIN (plan->n_stops, MAX_WITNESSES); distance++)
    {
      if (distance <= at && stops[at - distance].kind == DTL_STOP_STATED)
        return (int) stops[at - distance].phrase;
      if (at + distance < plan->n_stops && distance < 8 &&
          stops[at + distance].kind == DTL_STOP_STATED &&
          stops[at + distance].year == year)
        return (int) stops[at + distance].phrase;
    }
  return -1;
}

static void
take_way (DtlResolver *resolver, const Plan *plan, guint best)
{
  for (guint i = plan->n_stops; i-- > 0;)
    {
      const DtlStop *stop = &plan->stops[i];
      const Way *way = &plan->ways[i].ways[best];
      DtlStoryYear *story = &resolver->story[stop->phrase];

      if (way->stop != (gint32) i)
        story->aside = TRUE;
      else if (stop->kind != DTL_STOP_STATED)
        {
          story->known = TRUE;
          story->year = way->year;
          story->witness = find_witness (plan, i, way->year);
        }
      best = (guint) MAX (way->before, 0);
    }
}

void
dtl_resolver_plan_story (DtlResolver *resolver)
{
  g_autofree DtlStop *stops = g_new (DtlStop, resolver->n_phrases + 1);
  guint n_stops = dtl_story_read_stops (resolver, stops), best = 0;
  g_autofree Ways *ways = g_new (Ways, n_stops + 1);
  Plan plan = { stops, n_stops, ways };

  for (guint i = 0; i < n_stops; i++)
    {
      extend_ways (&plan, i);
      best = find_cheapest (&ways[i]);
    }
  if (n_stops > 0)
    take_way (resolver, &plan, best);
}
