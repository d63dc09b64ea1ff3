#include "config.h"

#include "model/dtl-event-columns.h"

#include "model/dtl-id-search.h"

#include <string.h>

/* Marks a value of the claims' column as a place in the runs; no id has it. */
#define IN_RUNS (1u << 31)
G_STATIC_ASSERT (DTL_ID_MAX < IN_RUNS);

/* Below so many keys, counting digits costs more than comparing. */
#define MIN_RADIX_KEYS 256

typedef struct {
  guint64 start; /* its order as an unsigned number */
  guint32 position;
} SortKey;

void
dtl_event_columns_init (DtlEventColumns *columns, const DtlExtentTable *table)
{
  columns->starts = g_array_new (FALSE, FALSE, sizeof (DtlTime));
  columns->ends = g_array_new (FALSE, FALSE, sizeof (DtlTime));
  columns->importances = g_array_new (FALSE, FALSE, sizeof (float));
  columns->lanes = g_array_new (FALSE, FALSE, sizeof (DtlId));
  columns->ids = g_array_new (FALSE, FALSE, sizeof (DtlId));
  columns->extents = g_array_new (FALSE, FALSE, sizeof (guint32));
  columns->titles = g_array_new (FALSE, FALSE, sizeof (const char *));
  columns->claims = g_array_new (FALSE, FALSE, sizeof (DtlId));
  columns->runs = g_array_new (FALSE, FALSE, sizeof (DtlId));
  columns->by_id = g_array_new (FALSE, FALSE, sizeof (guint32));
  columns->n_ordered = 0;
  columns->table = table;
}

void
dtl_event_columns_clear (DtlEventColumns *columns)
{
  g_array_unref (columns->starts);
  g_array_unref (columns->ends);
  g_array_unref (columns->importances);
  g_array_unref (columns->lanes);
  g_array_unref (columns->ids);
  g_array_unref (columns->extents);
  g_array_unref (columns->titles);
  g_array_unref (columns->claims);
  g_array_unref (columns->runs);
  g_array_unref (columns->by_id);
}

DtlEventRow
dtl_event_columns_get (const DtlEventColumns *columns, guint position)
{
  return (DtlEventRow){
    .id = g_array_index (columns->ids, DtlId, position),
    .lane = g_array_index (columns->lanes, DtlId, position),
    .start = g_array_index (columns->starts, DtlTime, position),
    .end = g_array_index (columns->ends, DtlTime, position),
    .extent = g_array_index (columns->extents, guint32, position),
    .importance = g_array_index (columns->importances, float, position),
    .title = g_array_index (columns->titles, const char *, position),
  };
}

const DtlId *
dtl_event_columns_get_claims (const DtlEventColumns *columns,
                              guint position,
                              guint *ret_n_claims)
{
  const DtlId *claim = &g_array_index (columns->claims, DtlId, position);

  if ((*claim & IN_RUNS) == 0)
    {
      *ret_n_claims = *claim != 0;
      return claim;
    }

  const DtlId *run = &g_array_index (columns->runs, DtlId, *claim & ~IN_RUNS);

  *ret_n_claims = run[0];
  return run + 1;
}

/* Most events have one claim: it stands in the column itself. */
static DtlId
put_claims (DtlEventColumns *columns, const DtlId *claims, guint n_claims)
{
  guint place = columns->runs->len;

  if (n_claims == 0)
    return 0;
  if (n_claims == 1)
    return claims[0];
  g_array_append_val (columns->runs, n_claims);
  g_array_append_vals (columns->runs, claims, n_claims);
  return place | IN_RUNS;
}

/* --- the order --- */

static DtlExtent
get_extent (const DtlEventColumns *columns, guint position)
{
  return dtl_extent_table_get (columns->table,
                               g_array_index (columns->extents, guint32, position),
                               g_array_index (columns->starts, DtlTime, position),
                               g_array_index (columns->ends, DtlTime, position));
}

/* For events of one start: the rest of the order. */
static int
compare_further (const DtlEventColumns *columns, guint a, guint b)
{
  DtlExtent extent_a = get_extent (columns, a);
  DtlExtent extent_b = get_extent (columns, b);
  int order = dtl_extent_compare (&extent_a, &extent_b);

  if (order != 0)
    return order;

  DtlId id_a = g_array_index (columns->ids, DtlId, a);
  DtlId id_b = g_array_index (columns->ids, DtlId, b);

  return (id_a > id_b) - (id_a < id_b);
}

static int
compare_positions (const DtlEventColumns *columns, guint a, guint b)
{
  DtlTime start_a = g_array_index (columns->starts, DtlTime, a);
  DtlTime start_b = g_array_index (columns->starts, DtlTime, b);

  if (start_a != start_b)
    return start_a < start_b ? -1 : 1;
  return compare_further (columns, a, b);
}

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer columns)
{
  const SortKey *key_a = a, *key_b = b;

  if (key_a->start != key_b->start)
    return key_a->start < key_b->start ? -1 : 1;
  return compare_further (columns, key_a->position, key_b->position);
}

/* Brings @keys into the order of one byte of their start, within that in the
 * order they had. @spare is as long. FALSE where all have the same byte: then
 * nothing is to be done, as it is for the upper bytes of most timelines. */
static gboolean
sort_by_byte (const SortKey *keys, SortKey *spare, guint n, guint shift)
{
  guint counts[256] = { 0 };
  guint place = 0;

  for (guint i = 0; i < n; i++)
    counts[keys[i].start >> shift & 0xff]++;
  if (counts[keys[0].start >> shift & 0xff] == n)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      guint count = counts[i];

      counts[i] = place;
      place += count;
    }
  for (guint i = 0; i < n; i++)
    spare[counts[keys[i].start >> shift & 0xff]++] = keys[i];
  return TRUE;
}

/* By start alone: a million keys in a tenth of the time of comparing. */
static void
sort_by_start (SortKey **keys, guint n)
{
  SortKey *spare = g_new (SortKey, n);

  for (guint shift = 0; shift < 64; shift += 8)
    if (sort_by_byte (*keys, spare, n, shift))
      {
        SortKey *sorted = spare;

        spare = *keys;
        *keys = sorted;
      }
  g_free (spare);
}

static void
sort_equal_starts (DtlEventColumns *columns, SortKey *keys, guint n)
{
  for (guint first = 0, end = 1; first < n; first = end++)
    {
      while (end < n && keys[end].start == keys[first].start)
        end++;
      if (end - first > 1)
        g_qsort_with_data (keys + first, (gint) (end - first), sizeof *keys, compare_keys,
                           columns);
    }
}

/* Positions from n_ordered on, in order. */
static SortKey *
sort_tail (DtlEventColumns *columns)
{
  guint first = columns->n_ordered;
  guint n = columns->ids->len - first;
  SortKey *keys = g_new (SortKey, n);

  for (guint i = 0; i < n; i++)
    keys[i] = (SortKey){
      .start = (guint64) g_array_index (columns->starts, DtlTime, first + i) ^ 1ULL << 63,
      .position = first + i,
    };
  if (n < MIN_RADIX_KEYS)
    g_qsort_with_data (keys, (gint) n, sizeof *keys, compare_keys, columns);
  else
    {
      sort_by_start (&keys, n);
      sort_equal_starts (columns, keys, n);
    }
  return keys;
}

/* Which position comes to stand at each place. */
static guint32 *
merge_tail (DtlEventColumns *columns)
{
  g_autofree SortKey *tail = sort_tail (columns);
  guint n = columns->ids->len;
  guint n_head = columns->n_ordered, n_tail = n - n_head;
  guint32 *order = g_new (guint32, n);
  guint head = 0, next = 0;

  for (guint i = 0; i < n; i++)
    if (next == n_tail ||
        (head < n_head && compare_positions (columns, head, tail[next].position) < 0))
      order[i] = head++;
    else
      order[i] = tail[next++].position;
  return order;
}

static void
permute_column (GArray *column, const guint32 *order)
{
  gsize size = g_array_get_element_size (column);
  g_autofree char *before = g_memdup2 (column->data, column->len * size);

  for (guint i = 0; i < column->len; i++)
    memcpy (column->data + i * size, before + order[i] * size, size);
}

/* @by_id keeps its order, its positions are renamed. */
static void
rename_positions (GArray *by_id, const guint32 *order)
{
  g_autofree guint32 *new_positions = g_new (guint32, by_id->len);

  for (guint i = 0; i < by_id->len; i++)
    new_positions[order[i]] = i;
  for (guint i = 0; i < by_id->len; i++)
    {
      guint32 *position = &g_array_index (by_id, guint32, i);

      *position = new_positions[*position];
    }
}

void
dtl_event_columns_put_in_order (DtlEventColumns *columns)
{
  if (columns->n_ordered == columns->ids->len)
    return;

  g_autofree guint32 *order = merge_tail (columns);

  permute_column (columns->starts, order);
  permute_column (columns->ends, order);
  permute_column (columns->importances, order);
  permute_column (columns->lanes, order);
  permute_column (columns->ids, order);
  permute_column (columns->extents, order);
  permute_column (columns->titles, order);
  permute_column (columns->claims, order);
  rename_positions (columns->by_id, order);
  columns->n_ordered = columns->ids->len;
}

/* --- by id --- */

static DtlId
get_nth_id (gconstpointer data, guint index)
{
  const DtlEventColumns *columns = data;
  guint position = g_array_index (columns->by_id, guint32, index);

  return g_array_index (columns->ids, DtlId, position);
}

int
dtl_event_columns_find (const DtlEventColumns *columns, DtlId id)
{
  guint n = columns->by_id->len;
  guint index = dtl_id_search (n, get_nth_id, columns, id);

  if (index == n || get_nth_id (columns, index) != id)
    return -1;
  return (int) g_array_index (columns->by_id, guint32, index);
}

void
dtl_event_columns_append (DtlEventColumns *columns,
                          const DtlEventRow *row,
                          const DtlId *claims,
                          guint n_claims)
{
  guint position = columns->ids->len;
  guint index = dtl_id_search (position, get_nth_id, columns, row->id);
  DtlId claims_value = put_claims (columns, claims, n_claims);

  g_array_append_val (columns->starts, row->start);
  g_array_append_val (columns->ends, row->end);
  g_array_append_val (columns->importances, row->importance);
  g_array_append_val (columns->lanes, row->lane);
  g_array_append_val (columns->ids, row->id);
  g_array_append_val (columns->extents, row->extent);
  g_array_append_val (columns->titles, row->title);
  g_array_append_val (columns->claims, claims_value);
  g_array_insert_val (columns->by_id, index, position);

  /* What comes in order needs no sorting: a document that is read again. */
  if (columns->n_ordered == position &&
      (position == 0 || compare_positions (columns, position - 1, position) < 0))
    columns->n_ordered++;
}

/* --- changing --- */

void
dtl_event_columns_set_claims (DtlEventColumns *columns,
                              guint position,
                              const DtlId *claims,
                              guint n_claims)
{
  DtlId *value = &g_array_index (columns->claims, DtlId, position);

  if (n_claims > 1)
    {
      /* Fewer than were there: the run has room. */
      DtlId *run = &g_array_index (columns->runs, DtlId, *value & ~IN_RUNS);

      run[0] = n_claims;
      memmove (run + 1, claims, n_claims * sizeof *claims);
    }
  else
    *value = n_claims == 1 ? claims[0] : 0;
}

void
dtl_event_columns_set (DtlEventColumns *columns, guint position, const DtlEventRow *row)
{
  g_array_index (columns->starts, DtlTime, position) = row->start;
  g_array_index (columns->ends, DtlTime, position) = row->end;
  g_array_index (columns->extents, guint32, position) = row->extent;
  g_array_index (columns->importances, float, position) = row->importance;
  g_array_index (columns->titles, const char *, position) = row->title;
  columns->n_ordered = MIN (columns->n_ordered, position);
}

static void
shrink_column (GArray *column, const gboolean *removed)
{
  gsize size = g_array_get_element_size (column);
  guint n_kept = 0;

  for (guint i = 0; i < column->len; i++)
    if (!removed[i])
      memmove (column->data + n_kept++ * size, column->data + i * size, size);
  g_array_set_size (column, n_kept);
}

static void
shrink_by_id (GArray *by_id, const gboolean *removed)
{
  g_autofree guint32 *new_positions = g_new (guint32, by_id->len);
  guint n_kept = 0, n_listed = 0;

  for (guint i = 0; i < by_id->len; i++)
    {
      new_positions[i] = n_kept;
      n_kept += !removed[i];
    }
  for (guint i = 0; i < by_id->len; i++)
    {
      guint32 position = g_array_index (by_id, guint32, i);

      if (!removed[position])
        g_array_index (by_id, guint32, n_listed++) = new_positions[position];
    }
  g_array_set_size (by_id, n_listed);
}

/* Leaves out the runs of events that are gone. */
static void
pack_runs (DtlEventColumns *columns)
{
  GArray *runs = columns->runs;

  columns->runs = g_array_new (FALSE, FALSE, sizeof (DtlId));
  for (guint i = 0; i < columns->claims->len; i++)
    {
      DtlId *value = &g_array_index (columns->claims, DtlId, i);

      if ((*value & IN_RUNS) != 0)
        {
          const DtlId *run = &g_array_index (runs, DtlId, *value & ~IN_RUNS);

          *value = put_claims (columns, run + 1, run[0]);
        }
    }
  g_array_unref (runs);
}

void
dtl_event_columns_remove (DtlEventColumns *columns, const gboolean *removed)
{
  guint n_ordered = 0;

  for (guint i = 0; i < columns->n_ordered; i++)
    n_ordered += !removed[i];
  shrink_column (columns->starts, removed);
  shrink_column (columns->ends, removed);
  shrink_column (columns->importances, removed);
  shrink_column (columns->lanes, removed);
  shrink_column (columns->ids, removed);
  shrink_column (columns->extents, removed);
  shrink_column (columns->titles, removed);
  shrink_column (columns->claims, removed);
  shrink_by_id (columns->by_id, removed);
  pack_runs (columns);
  columns->n_ordered = n_ordered;
}
