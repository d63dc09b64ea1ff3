#include "layout/dtl-track.h"

/* Of so many rows of bars one is kept for bars that find no room as such. */
#define ROWS_TO_A_SPARE 4

void
dtl_track_init (DtlTrack *track, gboolean bars, DtlWordsCache *words)
{
  *track = (DtlTrack){ .bars = bars, .words = words };
}

void
dtl_track_clear (DtlTrack *track)
{
  dtl_track_drop_tiles (track);
  g_clear_pointer (&track->index, dtl_time_index_free);
  g_clear_pointer (&track->times, g_free);
  g_clear_pointer (&track->ends, g_free);
  g_clear_pointer (&track->ranks, g_free);
  g_clear_pointer (&track->positions, g_free);
}

/* There may be ten million events: columns that doubled would be half empty. */
static void
set_room (DtlTrack *track, guint room)
{
  track->room = room;
  track->times = g_renew (gint64, track->times, room);
  track->ends = g_renew (gint64, track->ends, room);
  track->ranks = g_renew (float, track->ranks, room);
  track->positions = g_renew (guint32, track->positions, room);
}

void
dtl_track_add (DtlTrack *track, guint position, DtlTime start, DtlTime end, float rank)
{
  guint event = track->n++;

  if (track->n > track->room)
    set_room (track, track->room + track->room / 4 + 64);
  track->times[event] = start;
  track->ends[event] = end;
  track->ranks[event] = rank;
  track->positions[event] = position;
}

typedef struct {
  DtlTime time, end;
  float rank;
  guint32 position;
} Row;

static int
compare_rows (const void *a, const void *b)
{
  const Row *left = a, *right = b;

  if (left->time != right->time)
    return left->time < right->time ? -1 : 1;
  return left->position < right->position ? -1 : left->position > right->position;
}

static gboolean
is_sorted (const DtlTrack *track)
{
  for (guint i = 1; i < track->n; i++)
    if (track->times[i] < track->times[i - 1])
      return FALSE;
  return TRUE;
}

/* The timeline is sorted by start; margins and missing starts move a few. */
static void
sort (DtlTrack *track)
{
  guint n = track->n;
  g_autofree Row *rows = g_new (Row, n);

  for (guint i = 0; i < n; i++)
    rows[i] =
        (Row){ track->times[i], track->ends[i], track->ranks[i], track->positions[i] };
  qsort (rows, n, sizeof *rows, compare_rows);
  for (guint i = 0; i < n; i++)
    {
      track->times[i] = rows[i].time;
      track->ends[i] = rows[i].end;
      track->ranks[i] = rows[i].rank;
      track->positions[i] = rows[i].position;
    }
}

void
dtl_track_index (DtlTrack *track)
{
  DtlTimeColumns columns;

  if (!is_sorted (track))
    sort (track);

  set_room (track, track->n);
  columns = (DtlTimeColumns){ track->n, track->times, track->ends, track->ranks };
  track->index = dtl_time_index_new (&columns);
}

static float
get_label_width (gpointer data, guint32 event)
{
  const DtlTrack *track = data;
  guint position = dtl_track_get_position (track, event);

  return (float) dtl_words_cache_get_room (track->words, position) + DTL_LABEL_GAP;
}

void
dtl_track_set_rows (DtlTrack *track, guint n_rows, double first_zoom)
{
  DtlLabelTilesOptions options = {
    .n_rows = n_rows,
    .n_bar_rows = track->bars ? n_rows - n_rows / ROWS_TO_A_SPARE : n_rows,
    .first_zoom = first_zoom,
    .bars = track->bars,
    .poles = !track->bars,
    .most_width = dtl_words_cache_get_most_room (track->words) + DTL_LABEL_GAP,
    .get_width = get_label_width,
    .data = track,
  };

  if (track->tiles != NULL && track->most_rows == n_rows &&
      track->first_zoom == first_zoom)
    return;

  dtl_track_drop_tiles (track);
  track->most_rows = n_rows;
  track->first_zoom = first_zoom;
  track->tiles = dtl_label_tiles_new (track->index, &options);
}

void
dtl_track_drop_tiles (DtlTrack *track)
{
  g_clear_pointer (&track->tiles, dtl_label_tiles_free);
}

guint
dtl_track_get_n_rows (const DtlTrack *track)
{
  return dtl_label_tiles_get_n_rows (track->tiles);
}

int
dtl_track_find (const DtlTrack *track, guint position, DtlTime start)
{
  guint event = dtl_time_index_find (track->index, start);

  for (; event < track->n && track->times[event] == start; event++)
    if (dtl_track_get_position (track, event) == position)
      return (int) event;

  return -1;
}
