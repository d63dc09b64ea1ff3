#include "layout/dtl-label-rows.h"

#include <math.h>

/* Rows a label would rather climb than have a pole cross a label. A bundle of
 * poles behind one label is hardly worse than two. */
#define CROSSING_COST 3
#define MOST_CROSSINGS 2

/* What speaks against the rows. */
typedef struct {
  double zooms[DTL_LABEL_MOST_ROWS]; /* free from here on */
  /* Of poles and labels, at the scope's zoom: how many more than in the row
   * before. */
  int crossings[DTL_LABEL_MOST_ROWS + 1];
} Rows;

static double
subtract (DtlTime later, DtlTime earlier)
{
  return (double) ((guint64) later - (guint64) earlier);
}

static const DtlPlacement *
get (const GArray *placements, guint i)
{
  return &g_array_index (placements, DtlPlacement, i);
}

/* The zoom from which two in one row do not touch, if that is more than
 * @least. One that appears only when both have room does not bind the other. */
static double
get_conflict (const DtlPlacement *placed, const DtlPlacement *candidate, double least)
{
  gboolean placed_first = placed->event < candidate->event;
  const DtlPlacement *first = placed_first ? placed : candidate;
  const DtlPlacement *second = placed_first ? candidate : placed;
  double seconds;

  if (first->start == second->start || (first->bar && first->end > second->start))
    return INFINITY;

  /* Most pairs end here: a product is cheaper than a quotient. */
  seconds = subtract (second->start, first->start);
  if (first->width <= MAX (least, placed->zoom) * seconds)
    return least;
  return first->width / seconds;
}

guint
dtl_label_find (const GArray *placements, guint32 event)
{
  guint low = 0, high = placements->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get (placements, middle)->event < event)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

void
dtl_label_insert (GArray *placements, const DtlPlacement *placement)
{
  g_array_insert_val (placements, dtl_label_find (placements, placement->event),
                      *placement);
}

/* Too far apart for a label to reach; a bar may. */
static gboolean
is_far (const DtlLabelScope *scope, const DtlPlacement *a, const DtlPlacement *b)
{
  double seconds =
      a->event < b->event ? subtract (b->start, a->start) : subtract (a->start, b->start);

  return seconds > scope->reach;
}

static double
get_box (const DtlPlacement *placement)
{
  return placement->width - DTL_LABEL_GAP;
}

/* A pole crosses the labels of all rows under its own. */
static void
count_crossings (const DtlLabelScope *scope,
                 const DtlPlacement *placed,
                 const DtlPlacement *candidate,
                 Rows *rows)
{
  if (placed->start < candidate->start)
    {
      if (subtract (candidate->start, placed->start) * scope->zoom < get_box (placed))
        rows->crossings[placed->row + 1]++;
    }
  else if (placed->start > candidate->start &&
           subtract (placed->start, candidate->start) * scope->zoom < get_box (candidate))
    {
      rows->crossings[0]++;
      rows->crossings[placed->row]--;
    }
}

static void
weigh (const DtlLabelScope *scope,
       const DtlPlacement *placed,
       const DtlPlacement *candidate,
       Rows *rows)
{
  double *zoom = &rows->zooms[placed->row];

  *zoom = get_conflict (placed, candidate, *zoom);
  if (scope->options->poles)
    count_crossings (scope, placed, candidate, rows);
}

/* Goes outwards from the candidate as far as labels reach; bars reach farther. */
static void
weigh_all (const DtlLabelScope *scope, const DtlPlacement *candidate, Rows *rows)
{
  const GArray *around = scope->around;
  gboolean bars = scope->options->bars;
  guint at = dtl_label_find (around, candidate->event);

  for (guint i = at; i-- > 0;)
    {
      gboolean far = is_far (scope, get (around, i), candidate);

      if (far && !bars)
        break;
      if (!far || get (around, i)->bar)
        weigh (scope, get (around, i), candidate, rows);
    }
  for (guint i = at; i < around->len; i++)
    {
      gboolean far = is_far (scope, get (around, i), candidate);

      if (far && (!candidate->bar || get (around, i)->start >= candidate->end))
        break;
      weigh (scope, get (around, i), candidate, rows);
    }
  for (guint i = 0; i < scope->reaching->len; i++)
    weigh (scope, get (scope->reaching, i), candidate, rows);
}

/* Of the rows that are free at the scope's zoom the cheapest; else the one
 * that is free first. */
static int
choose_row (const DtlLabelScope *scope, const Rows *rows, guint first, guint end)
{
  int cheapest = -1, soonest = -1, least_cost = G_MAXINT, crossings = 0;

  for (guint row = 0; row < end; row++)
    {
      int cost;

      crossings += rows->crossings[row];
      cost = (int) row + CROSSING_COST * MIN (crossings, MOST_CROSSINGS);
      if (row < first)
        continue;
      if (rows->zooms[row] <= scope->zoom && cost < least_cost)
        {
          cheapest = (int) row;
          least_cost = cost;
        }
      if (isfinite (rows->zooms[row]) &&
          (soonest < 0 || rows->zooms[row] < rows->zooms[soonest]))
        soonest = (int) row;
    }

  return cheapest >= 0 ? cheapest : soonest;
}

gboolean
dtl_label_scope_choose (const DtlLabelScope *scope, DtlPlacement *placement)
{
  guint n_bar_rows = MIN (scope->options->n_bar_rows, scope->n_rows);
  Rows rows = { 0 };
  int row;

  weigh_all (scope, placement, &rows);
  if (!scope->options->bars)
    row = choose_row (scope, &rows, 0, scope->n_rows);
  else if (placement->bar)
    row = choose_row (scope, &rows, 0, n_bar_rows);
  else
    row = choose_row (scope, &rows, n_bar_rows, scope->n_rows);
  if (row < 0)
    return FALSE;

  placement->row = (guint16) row;
  placement->zoom = rows.zooms[row];
  return TRUE;
}

double
dtl_label_scope_get_zoom (const DtlLabelScope *scope, const DtlPlacement *placement)
{
  Rows rows = { 0 };

  weigh_all (scope, placement, &rows);
  return rows.zooms[placement->row];
}

static int
compare_by_event (const void *a, const void *b)
{
  const DtlPlacement *const *left = a, *const *right = b;

  return (*left)->event < (*right)->event ? -1 : (*left)->event > (*right)->event;
}

/* Poles do not cross labels where the last event lies lowest; bars look best
 * as a flight of stairs down from the first. */
static void
sort_for_rows (const DtlLabelScope *scope, DtlPlacement **order, guint n)
{
  qsort (order, n, sizeof *order, compare_by_event);
  if (!scope->options->poles)
    return;

  for (guint i = 0; i < n / 2; i++)
    {
      DtlPlacement *placement = order[i];

      order[i] = order[n - 1 - i];
      order[n - 1 - i] = placement;
    }
}

/* FALSE where one of them finds no room beside the others. */
static gboolean
arrange_all (const DtlLabelScope *scope, DtlPlacement *candidates, guint n)
{
  g_autofree DtlPlacement **order = g_new (DtlPlacement *, n);

  for (guint i = 0; i < n; i++)
    order[i] = &candidates[i];
  sort_for_rows (scope, order, n);

  g_array_set_size (scope->around, 0);
  for (guint i = 0; i < n; i++)
    {
      if (!dtl_label_scope_choose (scope, order[i]) || order[i]->zoom > scope->zoom)
        return FALSE;
      /* While arranging all are there at once, so that each binds each. */
      order[i]->zoom = 0;
      dtl_label_insert (scope->around, order[i]);
    }

  return TRUE;
}

guint
dtl_label_scope_arrange (const DtlLabelScope *scope, DtlPlacement *candidates, guint n)
{
  while (n > 0 && !arrange_all (scope, candidates, n))
    n--;

  g_array_set_size (scope->around, 0);
  for (guint i = 0; i < n; i++)
    {
      candidates[i].zoom = dtl_label_scope_get_zoom (scope, &candidates[i]);
      dtl_label_insert (scope->around, &candidates[i]);
    }

  return n;
}
