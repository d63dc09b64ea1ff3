/* Half of a lane: its spans, or all its other events; by column, in the order
 * of what is drawn, with the index by time and the rows of labels over it. */

#pragma once

#include "layout/dtl-label-tiles.h"
#include "layout/dtl-words.h"

G_BEGIN_DECLS

typedef struct {
  gboolean bars;
  guint n, room; /* events, and what the columns have room for */
  gint64 *times; /* positions of the scale, sorted */
  gint64 *ends;
  float *ranks;
  guint32 *positions; /* in the timeline */
  DtlTimeIndex *index;
  DtlLabelTiles *tiles; /* NULL until rows are set */
  guint most_rows;      /* that the tiles were made for */
  double first_zoom;    /* likewise */
  DtlWordsCache *words; /* lent */
} DtlTrack;

void dtl_track_init (DtlTrack *track, gboolean bars, DtlWordsCache *words);
void dtl_track_clear (DtlTrack *track);

/* Adds an event that is drawn in [start, end). */
void dtl_track_add (DtlTrack *track,
                    guint position,
                    DtlTime start,
                    DtlTime end,
                    float rank);
/* After the last one: sorts and indexes. */
void dtl_track_index (DtlTrack *track);

/* Labels may use so many rows, which are chosen for the view at @first_zoom.
 * Keeps what is known where both are as before. */
void dtl_track_set_rows (DtlTrack *track, guint n_rows, double first_zoom);
void dtl_track_drop_tiles (DtlTrack *track);
/* Rows that labels do use. */
guint dtl_track_get_n_rows (const DtlTrack *track);

/* The event in the track that stands at a position of the timeline and is
 * drawn from @start on; -1 for none. */
int dtl_track_find (const DtlTrack *track, guint position, DtlTime start);

static inline guint32
dtl_track_get_position (const DtlTrack *track, guint32 event)
{
  return track->positions[event];
}

static inline guint
dtl_track_get_n_events (const DtlTrack *track)
{
  return track->n;
}

G_END_DECLS
