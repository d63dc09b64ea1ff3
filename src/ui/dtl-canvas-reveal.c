#include "config.h"

#include "ui/dtl-canvas-private.h"

#include <math.h>

/* Left free round an event that was scrolled to: for the lane title and the axis. */
#define ROOM_ABOVE 60.0
#define ROOM_BELOW 90.0

/* Where an event lies, in pixels from the top of the first lane. */
typedef struct {
  double top, bottom;
} Place;

static gboolean
find_in_scene (const DtlScene *scene, DtlId event, double scroll, Place *ret_place)
{
  guint n;
  const DtlItem *items = dtl_scene_get_items (scene, &n);

  /* From the end: the label, where it has one, rather than its mark. */
  for (guint i = n; i-- > 0;)
    if (items[i].event == event && items[i].kind != DTL_ITEM_LEADER)
      {
        ret_place->top = items[i].bounds.y + scroll;
        ret_place->bottom = ret_place->top + items[i].bounds.height;
        return TRUE;
      }
  return FALSE;
}

/* The layout alone knows which lane is where, and tells only what is in view:
 * so it is asked for one screen after the other, down to @most. */
static gboolean
find_place (DtlCanvas *self,
            const DtlViewport *goal,
            double most,
            DtlId event,
            Place *ret_place)
{
  DtlLayoutOptions options = dtl_canvas_get_options (self);
  DtlViewport probe = *goal;

  for (double scroll = 0; scroll < most + goal->height; scroll += goal->height / 2)
    {
      g_autoptr (DtlScene) scene = NULL;

      probe.scroll = floor (MIN (scroll, most));
      scene = dtl_layout_run (self->layout, &probe, &options);
      if (find_in_scene (scene, event, probe.scroll, ret_place))
        return TRUE;
    }
  return FALSE;
}

static void
scroll_to_selected (DtlCanvas *self)
{
  DtlViewport goal = *dtl_session_get_goal (self->session);
  double most = dtl_layout_get_content_height (self->layout) - goal.height;
  Place place;

  if (most <= 0 || goal.height < ROOM_ABOVE + ROOM_BELOW ||
      !find_place (self, &goal, most, dtl_session_get_selected (self->session), &place))
    return;
  if (place.top < goal.scroll + ROOM_ABOVE)
    goal.scroll = place.top - ROOM_ABOVE;
  else if (place.bottom > goal.scroll + goal.height - ROOM_BELOW)
    goal.scroll = place.bottom - goal.height + ROOM_BELOW;
  else
    return;
  goal.scroll = CLAMP (goal.scroll, 0, most);
  dtl_session_travel (self->session, &goal);
}

static gboolean
on_reveal (gpointer data)
{
  DtlCanvas *self = data;

  self->reveal_source = 0;
  if (dtl_canvas_ensure_scene (self) != NULL &&
      dtl_session_get_selected (self->session) != 0)
    scroll_to_selected (self);
  return G_SOURCE_REMOVE;
}

void
dtl_canvas_queue_reveal (DtlCanvas *self)
{
  if (self->reveal_source == 0)
    self->reveal_source = g_idle_add (on_reveal, self);
}
