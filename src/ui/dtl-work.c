#include "config.h"

#include "ui/dtl-work.h"

/* One piece of work in the queue. */
typedef struct {
  DtlWork *work;
  const DtlJob *job;
  char *title;
  gpointer data;
  GCancellable *cancellable;
} Piece;

struct _DtlWork {
  GObject parent_instance;

  GQueue pieces;       /* Piece; the head is running */
  gboolean is_running; /* also while a finish() is called, which may push */
  double fraction;
  gint reported; /* thousandths, written by the working thread; atomic */
  guint report_source;
};

enum { PROP_TITLE = 1, PROP_FRACTION, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DtlWork, dtl_work, G_TYPE_OBJECT)

/* Often enough for a moving bar, seldom enough to cost nothing. */
#define REPORT_INTERVAL_MS 50

static void start_next (DtlWork *self);

static void
free_piece (Piece *piece)
{
  if (piece->job->free != NULL)
    piece->job->free (piece->data);
  g_free (piece->title);
  g_object_unref (piece->cancellable);
  g_free (piece);
}

static void
set_fraction (DtlWork *self, double fraction)
{
  if (self->fraction == fraction)
    return;
  self->fraction = fraction;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
}

static gboolean
on_report_interval (gpointer data)
{
  DtlWork *self = data;
  int reported = g_atomic_int_get (&self->reported);

  if (reported >= 0)
    set_fraction (self, reported / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
finish_head (DtlWork *self)
{
  Piece *piece = g_queue_pop_head (&self->pieces);

  g_clear_handle_id (&self->report_source, g_source_remove);
  piece->job->finish (piece->data, g_cancellable_is_cancelled (piece->cancellable));
  free_piece (piece);
}

static void
run_piece (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Piece *piece = data;

  if (!g_cancellable_is_cancelled (cancellable))
    piece->job->run (piece->data, piece->work, cancellable);
}

static void
on_ran (GObject *source, GAsyncResult *result, gpointer data)
{
  DtlWork *self = DTL_WORK (source);

  finish_head (self);
  start_next (self);
}

static void
start_thread (DtlWork *self, Piece *piece)
{
  g_autoptr (GTask) task = g_task_new (self, piece->cancellable, on_ran, NULL);

  /* The piece has its own word on whether it was cancelled. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, piece, NULL);
  self->report_source = g_timeout_add (REPORT_INTERVAL_MS, on_report_interval, self);
  g_task_run_in_thread (task, run_piece);
}

static void
start_next (DtlWork *self)
{
  Piece *piece;

  self->is_running = TRUE;
  while ((piece = g_queue_peek_head (&self->pieces)) != NULL)
    {
      g_atomic_int_set (&self->reported, -1);
      set_fraction (self, -1);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
      if (piece->job->run != NULL && !g_cancellable_is_cancelled (piece->cancellable))
        {
          start_thread (self, piece);
          return;
        }
      finish_head (self);
    }
  self->is_running = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
dtl_work_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DtlWork *self = DTL_WORK (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, dtl_work_get_title (self));
      break;
    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dtl_work_class_init (DtlWorkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dtl_work_get_property;

  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FRACTION] =
      g_param_spec_double ("fraction", NULL, NULL, -1, 1, -1,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dtl_work_init (DtlWork *self)
{
  g_queue_init (&self->pieces);
  self->fraction = -1;
}

DtlWork *
dtl_work_new (void)
{
  return g_object_new (DTL_TYPE_WORK, NULL);
}

void
dtl_work_push (DtlWork *self, const DtlJob *job, const char *title, gpointer data)
{
  Piece *piece = g_new0 (Piece, 1);

  piece->work = self;
  piece->job = job;
  piece->title = g_strdup (title);
  piece->data = data;
  piece->cancellable = g_cancellable_new ();
  g_queue_push_tail (&self->pieces, piece);
  if (!self->is_running)
    start_next (self);
}

void
dtl_work_report (DtlWork *self, double fraction)
{
  g_atomic_int_set (&self->reported, (int) (CLAMP (fraction, 0, 1) * 1000));
}

void
dtl_work_cancel (DtlWork *self)
{
  for (GList *link = self->pieces.head; link != NULL; link = link->next)
    {
      Piece *piece = link->data;

      if (piece->title != NULL)
        g_cancellable_cancel (piece->cancellable);
    }
}

const char *
dtl_work_get_title (DtlWork *self)
{
  Piece *piece = g_queue_peek_head (&self->pieces);

  return piece != NULL ? piece->title : NULL;
}

double
dtl_work_get_fraction (DtlWork *self)
{
  return self->fraction;
}

gboolean
dtl_work_is_idle (DtlWork *self)
{
  return !self->is_running;
}
