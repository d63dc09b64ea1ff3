#include "config.h"

#include "ui/dtl-session-private.h"

/* What is in view before there is anything to see: the last two centuries. */
#define EMPTY_YEARS 200

static void
find_range (DtlSession *self, DtlTime *ret_start, DtlTime *ret_end)
{
  if (dtl_timeline_get_range (self->timeline, ret_start, ret_end))
    return;
  *ret_start = self->now - EMPTY_YEARS * DTL_SECONDS_PER_YEAR;
  *ret_end = self->now;
}

static DtlViewport
fit_everything (DtlSession *self)
{
  DtlViewport viewport = self->viewport;
  DtlTime start;
  DtlTime end;

  find_range (self, &start, &end);
  dtl_viewport_fit (&viewport, start, end);
  viewport.scroll = 0;
  return viewport;
}

const DtlViewport *
dtl_session_get_viewport (DtlSession *self)
{
  return &self->viewport;
}

const DtlViewport *
dtl_session_get_goal (DtlSession *self)
{
  return &self->goal;
}

void
dtl_session_step (DtlSession *self, const DtlViewport *viewport, gboolean is_last)
{
  self->viewport = is_last ? self->goal : *viewport;
  dtl_session_signal (self, DTL_SESSION_VIEWPORT_CHANGED);
}

/* Where there is nothing to see, there is nothing to come back to. */
static void
remember_view (DtlSession *self)
{
  if (!self->has_events)
    dtl_past_views_clear (self->past_views);
  dtl_past_views_add (self->past_views, &self->goal, g_get_monotonic_time ());
}

void
dtl_session_set_viewport (DtlSession *self, const DtlViewport *viewport)
{
  self->stays_fitted = FALSE;
  self->goal = *viewport;
  self->viewport = *viewport;
  remember_view (self);
  dtl_session_signal (self, DTL_SESSION_VIEWPORT_CHANGED);
}

static void
go_to (DtlSession *self, const DtlViewport *goal)
{
  self->goal = *goal;
  remember_view (self);
  if (self->has_events && dtl_session_has_traveller (self))
    dtl_session_signal (self, DTL_SESSION_TRAVEL);
  else
    dtl_session_step (self, goal, TRUE);
}

void
dtl_session_travel (DtlSession *self, const DtlViewport *goal)
{
  self->stays_fitted = FALSE;
  go_to (self, goal);
}

void
dtl_session_fit_all (DtlSession *self)
{
  DtlViewport goal = fit_everything (self);

  self->stays_fitted = TRUE;
  go_to (self, &goal);
}

gboolean
dtl_session_can_go_back (DtlSession *self, int step)
{
  return dtl_past_views_can_step (self->past_views, step);
}

/* The window may have another size by now: the same stretch is shown in it. */
void
dtl_session_go_back (DtlSession *self, int step)
{
  DtlViewport goal;
  double was;

  if (!dtl_past_views_step (self->past_views, step, &goal))
    return;
  was = goal.width;
  goal.width = self->viewport.width;
  goal.height = self->viewport.height;
  dtl_viewport_zoom (&goal, goal.width / was, 0);
  dtl_session_travel (self, &goal);
}

void
dtl_session_set_size (DtlSession *self, double width, double height)
{
  if (self->viewport.width == width && self->viewport.height == height)
    return;

  self->viewport.width = self->goal.width = width;
  self->viewport.height = self->goal.height = height;
  if (self->stays_fitted)
    self->goal = self->viewport = fit_everything (self);
  dtl_session_signal (self, DTL_SESSION_VIEWPORT_CHANGED);
}

/* Any size will do until the window has one. */
void
dtl_session_start_view (DtlSession *self)
{
  self->viewport.width = 1000;
  self->viewport.height = 600;
  self->goal = self->viewport = fit_everything (self);
  self->stays_fitted = TRUE;
  self->moment = DTL_TIME_PAST;
}

DtlTime
dtl_session_get_moment (DtlSession *self)
{
  return self->moment;
}

void
dtl_session_set_moment (DtlSession *self, DtlTime moment)
{
  if (self->moment == moment)
    return;
  self->moment = moment;
  dtl_session_signal (self, DTL_SESSION_MOMENT_CHANGED);
}
