#include "config.h"

#include "ui/dtl-alive.h"

/* How far beside the moment a mark still counts: half the size of a point. */
#define SLOP_PIXELS 5.0
/* A unit narrower than this cannot be pointed at. */
#define UNIT_PIXELS 1.0

static gboolean
is_event_item (const DtlItem *item)
{
  switch (item->kind)
    {
    case DTL_ITEM_BAR:
    case DTL_ITEM_POINT:
    case DTL_ITEM_LABEL:
      return item->event != 0;
    case DTL_ITEM_BAND:
      return item->event != 0; /* an era is nobody's event */
    case DTL_ITEM_LANE:
    case DTL_ITEM_LANE_TITLE:
    case DTL_ITEM_GRID:
    case DTL_ITEM_AXIS:
    case DTL_ITEM_TICK:
    case DTL_ITEM_CONTEXT:
    case DTL_ITEM_NOW:
    case DTL_ITEM_LEADER:
    case DTL_ITEM_DENSITY:
    case DTL_ITEM_MORE:
    case DTL_ITEM_TITLE:
    case DTL_ITEM_GAP:
    case DTL_ITEM_SHADE:
    case DTL_ITEM_WINDOW:
    case DTL_ITEM_LIT:
    case DTL_ITEM_CROSSHAIR:
    case DTL_ITEM_MOMENT:
    case DTL_N_ITEM_KINDS:
      return FALSE;
    }
  return FALSE;
}

/* Unbounded ends compare as what they are: before and after all. */
static gboolean
is_alive (DtlTimeline *timeline, DtlId id, DtlTime from, DtlTime to)
{
  int position = dtl_timeline_find_event (timeline, id);
  DtlEvent event;

  if (position < 0)
    return FALSE;
  dtl_timeline_get_event (timeline, (guint) position, &event);
  return event.extent.start <= to && event.extent.end > from;
}

GPtrArray *
dtl_alive_list (const DtlScene *scene,
                DtlTimeline *timeline,
                const DtlViewport *viewport,
                DtlTime moment)
{
  GPtrArray *alive = g_ptr_array_new ();
  double slop = SLOP_PIXELS * viewport->seconds_per_pixel;
  gint64 seconds = (gint64) MIN (slop, (double) DTL_TIME_MAX);
  DtlTime from = dtl_time_add (moment, -seconds);
  DtlTime to = dtl_time_add (moment, seconds);
  guint n;
  const DtlItem *items = dtl_scene_get_items (scene, &n);

  for (guint i = 0; i < n; i++)
    if (is_event_item (&items[i]) && is_alive (timeline, items[i].event, from, to))
      g_ptr_array_add (alive, (gpointer) &items[i]);
  return alive;
}

guint
dtl_alive_count (const GPtrArray *items)
{
  g_autoptr (GHashTable) events = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (events,
                      GUINT_TO_POINTER (((const DtlItem *) items->pdata[i])->event));
  return g_hash_table_size (events);
}

DtlPrecision
dtl_alive_choose_precision (double seconds_per_pixel)
{
  static const DtlPrecision fine_to_coarse[] = {
    DTL_PRECISION_SECOND,
    DTL_PRECISION_MINUTE,
    DTL_PRECISION_HOUR,
    DTL_PRECISION_DAY,
    DTL_PRECISION_MONTH,
    DTL_PRECISION_YEAR,
    DTL_PRECISION_DECADE,
    DTL_PRECISION_CENTURY,
    DTL_PRECISION_MILLENNIUM,
    DTL_PRECISION_TEN_THOUSAND_YEARS,
    DTL_PRECISION_HUNDRED_THOUSAND_YEARS,
    DTL_PRECISION_MILLION_YEARS,
    DTL_PRECISION_TEN_MILLION_YEARS,
    DTL_PRECISION_HUNDRED_MILLION_YEARS,
  };

  for (guint i = 0; i < G_N_ELEMENTS (fine_to_coarse); i++)
    if ((double) dtl_precision_get_seconds (fine_to_coarse[i]) >=
        UNIT_PIXELS * seconds_per_pixel)
      return fine_to_coarse[i];
  return DTL_PRECISION_BILLION_YEARS;
}
