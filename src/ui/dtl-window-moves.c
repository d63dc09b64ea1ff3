#include "config.h"

#include "ui/dtl-window-private.h"

#include "ui/dtl-navigation.h"
#include "ui/dtl-walk.h"

#include <math.h>

#define ZOOM_STEP 1.6
#define PAN_STEP 0.75

/* --- moving --- */

static void
fit_all (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dtl_session_fit_all (((DtlWindow *) data)->session);
}

static void
fit_event (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DtlWindow *self = data;

  dtl_session_set_reading (self->session, 0);
  dtl_navigation_fit_event (self->session, dtl_session_get_selected (self->session));
}

static DtlTime
find_middle (DtlWindow *self)
{
  const DtlViewport *viewport = dtl_session_get_goal (self->session);

  return dtl_viewport_get_time (viewport, viewport->width / 2);
}

/* What is selected, else what is nearest to the middle: something to see. */
static gboolean
find_event (DtlWindow *self, DtlEvent *ret_event)
{
  DtlTimeline *timeline = dtl_session_get_timeline (self->session);
  int position =
      dtl_timeline_find_event (timeline, dtl_session_get_selected (self->session));

  if (position < 0)
    position = dtl_timeline_find_event (timeline,
                                        dtl_walk_nearest (timeline, find_middle (self)));
  if (position < 0)
    return FALSE;
  dtl_timeline_get_event (timeline, (guint) position, ret_event);
  return TRUE;
}

static void
fit_lane (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DtlWindow *self = data;
  DtlEvent event;

  if (find_event (self, &event))
    dtl_navigation_fit_lane (self->session, event.lane);
}

static void
fit_period (DtlWindow *self, DtlPrecision precision)
{
  DtlTime time = find_middle (self);
  DtlEvent event;

  if (dtl_session_get_selected (self->session) != 0 && find_event (self, &event))
    time = dtl_extent_get_anchor (&event.extent);
  dtl_navigation_fit_period (self->session, time, precision);
}

static void
fit_year (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  fit_period (data, DTL_PRECISION_YEAR);
}

static void
fit_decade (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  fit_period (data, DTL_PRECISION_DECADE);
}

static void
fit_century (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  fit_period (data, DTL_PRECISION_CENTURY);
}

static void
go_back (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dtl_session_go_back (((DtlWindow *) data)->session, -1);
}

static void
go_forward (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dtl_session_go_back (((DtlWindow *) data)->session, 1);
}

static void
zoom_in (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dtl_navigation_zoom (((DtlWindow *) data)->session, ZOOM_STEP);
}

static void
zoom_out (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dtl_navigation_zoom (((DtlWindow *) data)->session, 1 / ZOOM_STEP);
}

static void
pan_back (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dtl_navigation_pan (((DtlWindow *) data)->session, -PAN_STEP);
}

static void
pan_on (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dtl_navigation_pan (((DtlWindow *) data)->session, PAN_STEP);
}

/* --- selecting --- */

static void
select_and_reveal (DtlWindow *self, DtlId event)
{
  dtl_session_select (self->session, event);
  dtl_navigation_reveal_event (self->session, event);
}

/* The first step, from no event, goes to the one nearest to the middle. */
static DtlId
find_first (DtlWindow *self)
{
  return dtl_walk_nearest (dtl_session_get_timeline (self->session), find_middle (self));
}

static void
walk (DtlWindow *self, DtlWalkDirection direction)
{
  DtlId selected = dtl_session_get_selected (self->session);

  if (selected == 0)
    select_and_reveal (self, find_first (self));
  else
    select_and_reveal (self, dtl_walk_from (dtl_session_get_timeline (self->session),
                                            selected, direction));
}

static void
walk_earlier (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  walk (data, DTL_WALK_EARLIER);
}

static void
walk_later (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  walk (data, DTL_WALK_LATER);
}

static void
walk_up (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  walk (data, DTL_WALK_UP);
}

static void
walk_down (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  walk (data, DTL_WALK_DOWN);
}

/* The first or the last of all, whichever lane it is in. */
static void
walk_to_end (DtlWindow *self, gboolean is_last)
{
  DtlTimeline *timeline = dtl_session_get_timeline (self->session);
  guint n = dtl_timeline_get_n_events (timeline);
  DtlEvent event;

  if (n == 0)
    return;
  dtl_timeline_get_event (timeline, is_last ? n - 1 : 0, &event);
  select_and_reveal (self, event.id);
}

static void
walk_first (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  walk_to_end (data, FALSE);
}

static void
walk_last (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  walk_to_end (data, TRUE);
}

static void
select_beside (DtlWindow *self, int step)
{
  DtlId selected = dtl_session_get_selected (self->session);

  select_and_reveal (self,
                     selected != 0
                         ? dtl_walk_in_order (dtl_session_get_timeline (self->session),
                                              selected, step)
                         : find_first (self));
}

static void
select_previous (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  select_beside (data, -1);
}

static void
select_next (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  select_beside (data, 1);
}

static void
deselect (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dtl_session_select (((DtlWindow *) data)->session, 0);
}

static void
change_select (GSimpleAction *action, GVariant *value, gpointer data)
{
  select_and_reveal (data, (DtlId) g_variant_get_int32 (value));
}

/* Sets the seconds to a pixel, about the middle. */
static void
change_zoom (GSimpleAction *action, GVariant *value, gpointer data)
{
  DtlWindow *self = data;
  double wanted = g_variant_get_double (value);

  if (wanted > 0)
    dtl_navigation_zoom (self->session,
                         dtl_session_get_goal (self->session)->seconds_per_pixel /
                             wanted);
}

/* Sets the instant in the middle, in seconds since 1970. */
static void
change_middle (GSimpleAction *action, GVariant *value, gpointer data)
{
  DtlWindow *self = data;
  DtlViewport goal = *dtl_session_get_goal (self->session);
  double wanted = g_variant_get_double (value);

  if (!(fabs (wanted) < (double) DTL_TIME_MAX))
    return;
  goal.origin = (DtlTime) wanted;
  goal.origin_fraction = 0;
  dtl_viewport_pan (&goal, -goal.width / 2);
  dtl_session_travel (self->session, &goal);
}

static const GActionEntry entries[] = {
  { .name = "fit-all", .activate = fit_all },
  { .name = "fit-event", .activate = fit_event },
  { .name = "fit-lane", .activate = fit_lane },
  { .name = "fit-year", .activate = fit_year },
  { .name = "fit-decade", .activate = fit_decade },
  { .name = "fit-century", .activate = fit_century },
  { .name = "go-back", .activate = go_back },
  { .name = "go-forward", .activate = go_forward },
  { .name = "zoom-in", .activate = zoom_in },
  { .name = "zoom-out", .activate = zoom_out },
  { .name = "pan-back", .activate = pan_back },
  { .name = "pan-on", .activate = pan_on },
  { .name = "walk-earlier", .activate = walk_earlier },
  { .name = "walk-later", .activate = walk_later },
  { .name = "walk-up", .activate = walk_up },
  { .name = "walk-down", .activate = walk_down },
  { .name = "walk-first", .activate = walk_first },
  { .name = "walk-last", .activate = walk_last },
  { .name = "select-previous", .activate = select_previous },
  { .name = "select-next", .activate = select_next },
  { .name = "deselect", .activate = deselect },
  { .name = "select",
    .parameter_type = "i",
    .state = "0",
    .change_state = change_select },
  { .name = "zoom", .parameter_type = "d", .state = "1.0", .change_state = change_zoom },
  { .name = "middle",
    .parameter_type = "d",
    .state = "1.0",
    .change_state = change_middle },
};

void
dtl_window_update_place (DtlWindow *self)
{
  const DtlViewport *viewport = dtl_session_get_viewport (self->session);

  dtl_window_set_enabled (self, "go-back", dtl_session_can_go_back (self->session, -1));
  dtl_window_set_enabled (self, "go-forward", dtl_session_can_go_back (self->session, 1));
  dtl_window_set_state (self, "zoom", g_variant_new_double (viewport->seconds_per_pixel));
  dtl_window_set_state (self, "middle",
                        g_variant_new_double (
                            (double) dtl_viewport_get_time (viewport,
                                                            viewport->width / 2)));
}

void
dtl_window_add_moves (DtlWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries),
                                   self);
}
