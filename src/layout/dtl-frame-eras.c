#include "layout/dtl-frame.h"

#include "layout/dtl-layout-sizes.h"

#include <math.h>

/* More are not worth a row each. */
#define MOST_ERAS 256
#define MOST_ROWS 6

/* Of a narrower band the name cannot be read. */
#define LEAST_NAMED 28.0

static guint
get_n_eras (const DtlLayoutOptions *options)
{
  return MIN (options->n_eras, MOST_ERAS);
}

static int
compare_lengths (gconstpointer a, gconstpointer b, gpointer data)
{
  const DtlEra *eras = data;
  const DtlEra *left = &eras[*(const guint *) a], *right = &eras[*(const guint *) b];
  guint64 length = (guint64) left->end - (guint64) left->start;
  guint64 other = (guint64) right->end - (guint64) right->start;

  if (length != other)
    return length > other ? -1 : 1;
  return left->start < right->start ? -1 : left->start > right->start;
}

static gboolean
is_free (const DtlEra *eras, const guint *rows, guint n, const DtlEra *era, guint row)
{
  for (guint i = 0; i < n; i++)
    if (rows[i] == row && eras[i].start < era->end && era->start < eras[i].end)
      return FALSE;
  return TRUE;
}

/* The longest lie highest; what overlaps lies in another row, whatever the window.
 * Those without a row have MOST_ROWS. Returns the rows that are used. */
static guint
choose_rows (const DtlLayoutOptions *options, guint *rows)
{
  guint n = get_n_eras (options), n_rows = 0;
  g_autofree guint *order = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    {
      order[i] = i;
      rows[i] = MOST_ROWS;
    }
  g_qsort_with_data (order, (int) n, sizeof (guint), compare_lengths,
                     (gpointer) options->eras);
  for (guint i = 0; i < n; i++)
    {
      const DtlEra *era = &options->eras[order[i]];
      guint row = 0;

      while (row < MOST_ROWS && !is_free (options->eras, rows, n, era, row))
        row++;
      rows[order[i]] = row;
      n_rows = row < MOST_ROWS ? MAX (n_rows, row + 1) : n_rows;
    }
  return n_rows;
}

static double
get_row_height (const DtlLayoutMetrics *metrics)
{
  return ceil (metrics->date_line) + ERA_ROW_GAP;
}

double
dtl_frame_get_eras_height (const DtlLayoutOptions *options,
                           const DtlLayoutMetrics *metrics)
{
  g_autofree guint *rows = g_new (guint, get_n_eras (options) + 1);

  return choose_rows (options, rows) * get_row_height (metrics);
}

/* From its row down to the axis, so that eras within eras are seen through one
 * another; the name stays in view. */
static void
add_era (const DtlFrame *frame, const DtlEra *era, guint row, guint colour)
{
  double left = MAX (0, dtl_viewport_get_x (frame->viewport, era->start));
  double right =
      MIN (frame->viewport->width, dtl_viewport_get_x (frame->viewport, era->end));
  double y = row * get_row_height (frame->metrics);
  DtlItem item = { .kind = DTL_ITEM_BAND,
                   .colour = (guint16) colour,
                   .amount = 1,
                   .bounds = { left, y, right - left, frame->lanes_height - y } };

  if (right <= left || item.bounds.height <= 0)
    return;
  if (item.bounds.width >= LEAST_NAMED)
    item.text = era->title;
  dtl_frame_add (frame, item);
}

void
dtl_frame_add_eras (const DtlFrame *frame)
{
  guint n = get_n_eras (frame->options);
  g_autofree guint *rows = g_new (guint, n + 1);

  choose_rows (frame->options, rows);
  for (guint i = 0; i < n; i++)
    if (rows[i] < MOST_ROWS)
      add_era (frame, &frame->options->eras[i], rows[i], i);
}
