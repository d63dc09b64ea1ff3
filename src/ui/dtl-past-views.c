#include "config.h"

#include "ui/dtl-past-views.h"

#include <math.h>

#define MOST_VIEWS 100
/* Shorter, a view was only passed through. */
#define LOOKED_AT (1 * G_TIME_SPAN_SECOND)
/* Two views nearer to each other than this are one. */
#define NEAR_ZOOM 1.4
#define NEAR_PART 0.3

/* Small moves drift away from where the view was first: both are kept, so that
 * many nudges do add up to another view, and going back leads to the last. */
typedef struct {
  DtlViewport first, last;
} View;

struct _DtlPastViews {
  GArray *views;    /* of View, oldest first */
  int current;      /* -1 before the first */
  gint64 last_time; /* when the last one was added */
  gboolean is_back; /* the current one is stepped to, not added */
  /* The current one is where a movement has come to, not where it began. */
  gboolean is_passing;
  DtlViewport begin; /* of the movement */
};

DtlPastViews *
dtl_past_views_new (void)
{
  DtlPastViews *self = g_new0 (DtlPastViews, 1);

  self->views = g_array_new (FALSE, FALSE, sizeof (View));
  self->current = -1;
  return self;
}

void
dtl_past_views_free (DtlPastViews *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->views);
  g_free (self);
}

void
dtl_past_views_clear (DtlPastViews *self)
{
  g_array_set_size (self->views, 0);
  self->current = -1;
}

static View *
get_view (const DtlPastViews *self, int index)
{
  return &g_array_index (self->views, View, index);
}

/* The window may have been resized between the two: what is in view counts. */
static gboolean
is_near (const DtlViewport *a, const DtlViewport *b)
{
  double width = a->width * a->seconds_per_pixel;
  double other = b->width * b->seconds_per_pixel;
  DtlTime middle = dtl_viewport_get_time (a, a->width / 2);
  DtlTime other_middle = dtl_viewport_get_time (b, b->width / 2);

  return MAX (width, other) < NEAR_ZOOM * MIN (width, other) &&
         fabs ((double) (middle - other_middle)) < NEAR_PART * MAX (width, other) &&
         fabs (a->scroll - b->scroll) < NEAR_PART * a->height;
}

static void
append (DtlPastViews *self, const DtlViewport *view)
{
  View added = { *view, *view };

  g_array_set_size (self->views, (guint) self->current + 1);
  if (self->views->len >= MOST_VIEWS)
    g_array_remove_index (self->views, 0);
  g_array_append_val (self->views, added);
  self->current = (int) self->views->len - 1;
}

/* The view was looked at: from here a new movement begins. */
static void
begin_movement (DtlPastViews *self)
{
  self->is_back = FALSE;
  self->is_passing = FALSE;
  if (self->current >= 0)
    self->begin = get_view (self, self->current)->last;
}

void
dtl_past_views_add (DtlPastViews *self, const DtlViewport *view, gint64 now)
{
  View *current;

  if (self->is_back || now - self->last_time >= LOOKED_AT)
    begin_movement (self);
  self->last_time = now;
  current = self->current >= 0 ? get_view (self, self->current) : NULL;
  if (current == NULL || (!self->is_passing && !is_near (view, &current->first)))
    {
      if (current != NULL)
        current->last = self->begin;
      append (self, view);
      self->is_passing = TRUE;
      return;
    }
  current->last = *view;
  if (self->is_passing)
    current->first = *view;
}

/* The next one that shows something else; -1 for none. */
static int
find_beside (const DtlPastViews *self, int step)
{
  int index = self->current;

  if (index < 0)
    return -1;
  for (index += step; index >= 0 && index < (int) self->views->len; index += step)
    if (!is_near (&get_view (self, index)->last, &get_view (self, self->current)->last))
      return index;
  return -1;
}

gboolean
dtl_past_views_can_step (const DtlPastViews *self, int step)
{
  return find_beside (self, step) >= 0;
}

gboolean
dtl_past_views_step (DtlPastViews *self, int step, DtlViewport *ret_view)
{
  int index = find_beside (self, step);

  if (index < 0)
    return FALSE;
  self->current = index;
  self->is_back = TRUE;
  get_view (self, index)->first = get_view (self, index)->last;
  *ret_view = get_view (self, index)->last;
  return TRUE;
}
