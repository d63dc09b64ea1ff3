/* How large a picture has to be for every label: found by trying. */

#include "io/dtl-picture-private.h"

#include <math.h>

/* A picture grows until it holds every label or growing does not help: then events
 * lie on one another at any size. */
#define FIRST_HEIGHT 320
#define MOST_HEIGHT 6000
#define GROWTH 1.4
#define MOST_ASPECT 0.7 /* rather wide than high: poles stay short */
#define PATIENCE 3      /* steps without a label more */

/* Then it gives up what it does not need. */
#define SHRINKAGE 0.92

static guint
count_labels (const DtlScene *scene)
{
  guint n_items, n = 0;
  const DtlItem *items = dtl_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    n += items[i].kind == DTL_ITEM_LABEL;
  return n;
}

/* No smaller than the lanes want, which may have room for more labels then. */
static DtlPictureSize
try_size (const DtlPicture *picture, double width, double height)
{
  DtlPictureSize size = { round (width), round (height), 0 };
  g_autoptr (DtlScene) scene = dtl_picture_run (picture, size.width, size.height);
  double wanted = dtl_layout_get_content_height (picture->layout);

  if (picture->height == 0 && wanted > size.height)
    {
      g_clear_pointer (&scene, dtl_scene_unref);
      size.height = ceil (wanted);
      scene = dtl_picture_run (picture, size.width, size.height);
    }
  size.n_labels = count_labels (scene);
  return size;
}

static gboolean
is_better (const DtlPictureSize *a, const DtlPictureSize *b)
{
  if (a->n_labels != b->n_labels)
    return a->n_labels > b->n_labels;
  return a->width * a->height < b->width * b->height;
}

/* The better one of growing sidewards and downwards; FALSE at the bounds. */
static gboolean
grow (const DtlPicture *picture, const DtlPictureSize *from, DtlPictureSize *ret_to)
{
  gboolean wider = picture->width == 0 && from->width < picture->most_width;
  gboolean higher = picture->height == 0 && from->height < MOST_HEIGHT &&
                    (!wider || from->height < from->width * MOST_ASPECT);
  DtlPictureSize wide = { 0 }, high = { 0 };

  if (wider)
    wide =
        try_size (picture, MIN (from->width * GROWTH, picture->most_width), from->height);
  if (higher)
    high = try_size (picture, from->width, MIN (from->height * GROWTH, MOST_HEIGHT));
  if (!wider && !higher)
    return FALSE;
  *ret_to = !higher || (wider && is_better (&wide, &high)) ? wide : high;
  return TRUE;
}

guint
dtl_picture_count_events (const DtlPicture *picture)
{
  const DtlTime *starts, *ends;
  const float *importances;
  const DtlId *lanes;
  guint n = 0;

  dtl_timeline_get_columns (picture->timeline, &starts, &ends, &importances, &lanes);
  for (guint i = 0; i < dtl_timeline_get_n_events (picture->timeline); i++)
    n += starts[i] < picture->end && ends[i] > picture->start;
  return n;
}

static gboolean
is_cancelled (const DtlPicture *picture)
{
  return g_cancellable_is_cancelled (picture->cancellable);
}

static DtlPictureSize
grow_until_all_fit (const DtlPicture *picture, DtlPictureSize size)
{
  guint n_events = dtl_picture_count_events (picture);
  DtlPictureSize best = size;

  for (guint tries = 0; best.n_labels < n_events && tries < PATIENCE; tries++)
    {
      if (is_cancelled (picture) || !grow (picture, &size, &size))
        break;
      if (size.n_labels > best.n_labels)
        {
          best = size;
          tries = 0;
        }
    }
  return best;
}

/* By @across of its width and @down of its height, for as long as that takes no
 * label away. */
static DtlPictureSize
shrink (const DtlPicture *picture, DtlPictureSize size, double across, double down)
{
  while (!is_cancelled (picture))
    {
      DtlPictureSize smaller =
          try_size (picture, size.width * across, size.height * down);

      if (smaller.n_labels < size.n_labels ||
          (across < 1 && smaller.width < picture->first_width) ||
          smaller.width * smaller.height >= size.width * size.height)
        break;
      size = smaller;
    }
  return size;
}

DtlPictureSize
dtl_picture_choose_size (const DtlPicture *picture)
{
  DtlPictureSize size =
      try_size (picture, picture->width > 0 ? picture->width : picture->first_width,
                picture->height > 0 ? picture->height : FIRST_HEIGHT);

  size = grow_until_all_fit (picture, size);
  if (picture->width == 0)
    size = shrink (picture, size, SHRINKAGE, 1);
  if (picture->height == 0)
    size = shrink (picture, size, 1, SHRINKAGE);
  return size;
}
