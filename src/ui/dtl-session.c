#include "config.h"

#include "ui/dtl-session-private.h"

#include <glib/gi18n-lib.h>

/* Notices beyond this many push the oldest out. */
#define MAX_NOTICES 3

enum { PROP_TITLE = 1, PROP_MODIFIED, PROP_READING, N_PROPS };

static GParamSpec *properties[N_PROPS];
static guint signals[DTL_SESSION_N_SIGNALS];

G_DEFINE_FINAL_TYPE (DtlSession, dtl_session, G_TYPE_OBJECT)

/* "de_AT.UTF-8" as "de-AT"; NULL for "C". Interned. */
static const char *
find_language (void)
{
  g_autofree char *name = g_strdup (g_get_language_names ()[0]);

  name[strcspn (name, ".@")] = '\0';
  g_strdelimit (name, "_", '-');
  return g_str_equal (name, "C") || g_str_equal (name, "POSIX") ? NULL
                                                                : g_intern_string (name);
}

static DtlTime
read_clock (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_to_unix (now) +
         g_date_time_get_utc_offset (now) / G_TIME_SPAN_SECOND;
}

static void
notify (DtlSession *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
dtl_session_signal (DtlSession *self, DtlSessionSignal which)
{
  g_signal_emit (self, signals[which], 0);
}

gboolean
dtl_session_has_traveller (DtlSession *self)
{
  return g_signal_has_handler_pending (self, signals[DTL_SESSION_TRAVEL], 0, FALSE);
}

/* --- the timeline --- */

DtlTimeline *
dtl_session_get_timeline (DtlSession *self)
{
  return self->timeline;
}

/* What pointed at something that went away points at nothing. */
static void
forget_removed (DtlSession *self)
{
  DtlSource source;

  if (self->selected != 0 && dtl_timeline_find_event (self->timeline, self->selected) < 0)
    dtl_session_select (self, 0);
  if (self->reading != 0 &&
      !dtl_timeline_find_source (self->timeline, self->reading, &source))
    dtl_session_set_reading (self, 0);
}

void
dtl_session_timeline_changed (DtlSession *self)
{
  g_clear_pointer (&self->previous, dtl_timeline_unref);
  forget_removed (self);
  dtl_session_signal (self, DTL_SESSION_TIMELINE_CHANGED);
  notify (self, PROP_TITLE);
  if (self->stays_fitted)
    dtl_session_fit_all (self);
  self->has_events = dtl_timeline_get_n_events (self->timeline) > 0;
}

DtlTimeline *
dtl_session_get_previous (DtlSession *self)
{
  return self->previous;
}

void
dtl_session_take_previous (DtlSession *self, DtlTimeline *previous)
{
  g_clear_pointer (&self->previous, dtl_timeline_unref);
  self->previous = previous;
}

DtlWork *
dtl_session_get_work (DtlSession *self)
{
  return self->work;
}

const DtlLabelStyle *
dtl_session_get_label_style (DtlSession *self)
{
  return &self->label_style;
}

/* All that shows a date shows it anew. */
static void
signal_style (DtlSession *self)
{
  dtl_session_signal (self, DTL_SESSION_TIMELINE_CHANGED);
  dtl_session_signal (self, DTL_SESSION_SELECTION_CHANGED);
}

void
dtl_session_set_common_era (DtlSession *self, gboolean common_era)
{
  if (self->label_style.common_era == common_era)
    return;
  self->label_style.common_era = common_era;
  signal_style (self);
}

void
dtl_session_set_calendar (DtlSession *self, const char *name)
{
  DtlCalendar calendar;

  if (!dtl_calendar_from_name (name, &calendar))
    calendar = DTL_CALENDAR_HISTORICAL;
  if (self->label_style.calendar == calendar)
    return;
  self->label_style.calendar = calendar;
  signal_style (self);
}

DtlTime
dtl_session_get_now (DtlSession *self)
{
  return self->now;
}

/* --- the document --- */

GFile *
dtl_session_get_file (DtlSession *self)
{
  return self->file;
}

void
dtl_session_set_file (DtlSession *self, GFile *file)
{
  g_set_object (&self->file, file);
  notify (self, PROP_TITLE);
  dtl_session_set_modified (self, FALSE);
}

gboolean
dtl_session_get_modified (DtlSession *self)
{
  return self->modified;
}

void
dtl_session_set_modified (DtlSession *self, gboolean modified)
{
  if (self->modified == modified)
    return;
  self->modified = modified;
  notify (self, PROP_MODIFIED);
}

static char *
dup_file_title (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *title = g_filename_display_name (name);

  if (g_str_has_suffix (title, ".dateline"))
    title[strlen (title) - strlen (".dateline")] = '\0';
  return g_steal_pointer (&title);
}

char *
dtl_session_dup_title (DtlSession *self)
{
  guint n = dtl_timeline_get_n_sources (self->timeline);
  DtlSource first;

  if (self->file != NULL)
    return dup_file_title (self->file);
  if (n == 0)
    return NULL;

  dtl_timeline_get_source (self->timeline, 0, &first);
  if (n == 1)
    return g_strdup (first.title != NULL ? first.title : first.name);
  return g_strdup_printf (ngettext ("%u article", "%u articles", n), n);
}

/* --- selection and reading --- */

DtlId
dtl_session_get_selected (DtlSession *self)
{
  return self->selected;
}

void
dtl_session_select (DtlSession *self, DtlId event)
{
  if (event != 0 && dtl_timeline_find_event (self->timeline, event) < 0)
    event = 0;
  if (self->selected == event)
    return;
  self->selected = event;
  dtl_session_signal (self, DTL_SESSION_SELECTION_CHANGED);
}

DtlId
dtl_session_get_reading (DtlSession *self)
{
  return self->reading;
}

void
dtl_session_set_reading (DtlSession *self, DtlId source)
{
  if (self->reading == source)
    return;
  self->reading = source;
  notify (self, PROP_READING);
}

/* --- notices --- */

GListModel *
dtl_session_get_notices (DtlSession *self)
{
  return G_LIST_MODEL (self->notices);
}

/* The oldest that may go; G_MAXUINT for none. */
static guint
find_passing (DtlSession *self)
{
  GListModel *notices = G_LIST_MODEL (self->notices);

  for (guint i = 0; i < g_list_model_get_n_items (notices); i++)
    {
      g_autoptr (DtlNotice) notice = g_list_model_get_item (notices, i);

      if (!dtl_notice_get_lasting (notice))
        return i;
    }
  return G_MAXUINT;
}

void
dtl_session_take_notice (DtlSession *self, DtlNotice *notice)
{
  g_list_store_append (self->notices, notice);
  g_object_unref (notice);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->notices)) > MAX_NOTICES &&
      find_passing (self) != G_MAXUINT)
    g_list_store_remove (self->notices, find_passing (self));
}

void
dtl_session_dismiss (DtlSession *self, DtlNotice *notice)
{
  guint position;

  if (g_list_store_find (self->notices, notice, &position))
    g_list_store_remove (self->notices, position);
}

void
dtl_session_dismiss_past (DtlSession *self)
{
  guint position;

  while ((position = find_passing (self)) != G_MAXUINT)
    g_list_store_remove (self->notices, position);
}

/* --- the object --- */

static void
dtl_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DtlSession *self = DTL_SESSION (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_take_string (value, dtl_session_dup_title (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, self->modified);
      break;
    case PROP_READING:
      g_value_set_uint (value, self->reading);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dtl_session_finalize (GObject *object)
{
  DtlSession *self = DTL_SESSION (object);

  g_clear_object (&self->file);
  g_clear_object (&self->notices);
  dtl_past_views_free (self->past_views);
  g_clear_object (&self->work);
  g_clear_pointer (&self->previous, dtl_timeline_unref);
  dtl_timeline_unref (self->timeline);

  G_OBJECT_CLASS (dtl_session_parent_class)->finalize (object);
}

static guint
add_signal (const char *name, guint n_params, GType param)
{
  return g_signal_new (name, DTL_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, n_params, param);
}

static void
dtl_session_class_init (DtlSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = dtl_session_get_property;
  object_class->finalize = dtl_session_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_READING] =
      g_param_spec_uint ("reading", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[DTL_SESSION_TIMELINE_CHANGED] = add_signal ("timeline-changed", 0, G_TYPE_NONE);
  signals[DTL_SESSION_VIEWPORT_CHANGED] = add_signal ("viewport-changed", 0, G_TYPE_NONE);
  signals[DTL_SESSION_TRAVEL] = add_signal ("travel", 0, G_TYPE_NONE);
  signals[DTL_SESSION_MOMENT_CHANGED] = add_signal ("moment-changed", 0, G_TYPE_NONE);
  signals[DTL_SESSION_SELECTION_CHANGED] =
      add_signal ("selection-changed", 0, G_TYPE_NONE);
  signals[DTL_SESSION_DOCUMENT_ELSEWHERE] =
      add_signal ("document-elsewhere", 1, G_TYPE_FILE);
}

static void
dtl_session_init (DtlSession *self)
{
  self->timeline = dtl_timeline_new ();
  self->work = dtl_work_new ();
  self->notices = g_list_store_new (DTL_TYPE_NOTICE);
  self->past_views = dtl_past_views_new ();
  self->now = read_clock ();
  self->label_style = (DtlLabelStyle) DTL_LABEL_STYLE_INIT;
  self->label_style.language = find_language ();

  dtl_session_start_view (self);
}

DtlSession *
dtl_session_new (void)
{
  return g_object_new (DTL_TYPE_SESSION, NULL);
}
