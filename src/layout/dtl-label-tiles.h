/* Which events of a track are labelled at which zoom, and in which row.
 *
 * Every event gets, once, a row and the zoom from which on it is labelled;
 * neither depends on the window. So labels never overlap, stay where they are
 * while panning, are never lost on zooming in, and the same view is the same
 * picture however one came to it.
 *
 * Level b has buckets of 2^b seconds and is made for the zoom at which such a
 * bucket is 64 px wide; a tile is 32 buckets. The candidates of a tile are the
 * best events of its buckets. A tile starts from what coarser levels placed;
 * then, by importance, each candidate takes the row where it can appear
 * first, if that is before the next finer level, which else tries again. Even
 * tiles are filled before odd ones, which see both neighbours: so a tile
 * depends on few others and is computed when it is first looked at.
 *
 * Zoom is pixels per second. */

#pragma once

#include "layout/dtl-time-index.h"

G_BEGIN_DECLS

#define DTL_LABEL_MOST_ROWS 64

/* Pixels between a label and what comes next in its row. */
#define DTL_LABEL_GAP 14

/* An event that has a row. */
typedef struct {
  guint32 event; /* in the index */
  guint16 row;
  gint8 level;  /* that placed it */
  gboolean bar; /* keeps the row from start to end; else only the label does */
  float width;  /* pixels of the label and the gap after it */
  double zoom;  /* labelled from this zoom on */
  DtlTime start, end;
} DtlPlacement;

typedef struct {
  guint n_rows; /* at most DTL_LABEL_MOST_ROWS */
  /* Rows from this one on take no bars: there bars whose own rows are taken
   * get a label at their start. n_rows where everything is a point. */
  guint n_bar_rows;
  double first_zoom; /* of the whole at first sight: rows are chosen for it */
  gboolean bars;     /* events keep their row from start to end */
  gboolean poles;    /* labels stand on poles, which should not cross labels */
  double most_width; /* pixels that no label is wider than, with its gap */
  /* Pixels of a label and the gap after it. */
  float (*get_width) (gpointer data, guint32 event);
  gpointer data;
} DtlLabelTilesOptions;

typedef struct _DtlLabelTiles DtlLabelTiles;

/* @index is lent and has to live as long. */
DtlLabelTiles *dtl_label_tiles_new (const DtlTimeIndex *index,
                                    const DtlLabelTilesOptions *options);
void dtl_label_tiles_free (DtlLabelTiles *tiles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlLabelTiles, dtl_label_tiles_free)

/* Rows that labels use, at whatever zoom. */
guint dtl_label_tiles_get_n_rows (DtlLabelTiles *tiles);

/* Appends what is labelled at @zoom and touches [from, to), label or bar, by
 * start within a tile. (element-type DtlPlacement) */
void dtl_label_tiles_collect (DtlLabelTiles *tiles,
                              double zoom,
                              DtlTime from,
                              DtlTime to,
                              GArray *placements);

/* Computes one tile, if there is one left, that a view a bit closer or beside
 * this one will need: so that no frame of a zoom has to compute many at once.
 * Changes no answer. TRUE where it did. */
gboolean dtl_label_tiles_look_ahead (DtlLabelTiles *tiles,
                                     double zoom,
                                     DtlTime from,
                                     DtlTime to);

G_END_DECLS
