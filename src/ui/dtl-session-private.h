/* Between dtl-session.c and dtl-session-view.c, which knows what is in view. */

#pragma once

#include "ui/dtl-past-views.h"
#include "ui/dtl-session.h"

G_BEGIN_DECLS

struct _DtlSession {
  GObject parent_instance;

  DtlTimeline *timeline;
  DtlTimeline *previous;
  DtlWork *work;
  DtlLabelStyle label_style;
  DtlTime now;

  GFile *file;
  gboolean modified;

  DtlViewport viewport;
  DtlViewport goal; /* the same as viewport when at rest */
  DtlPastViews *past_views;
  gboolean stays_fitted;
  gboolean has_events; /* before them there is nothing to travel through */

  DtlTime moment; /* DTL_TIME_PAST for none */

  DtlId selected;
  DtlId reading;
  GListStore *notices;
};

typedef enum {
  DTL_SESSION_TIMELINE_CHANGED,
  DTL_SESSION_VIEWPORT_CHANGED,
  DTL_SESSION_TRAVEL,
  DTL_SESSION_MOMENT_CHANGED,
  DTL_SESSION_SELECTION_CHANGED,
  DTL_SESSION_DOCUMENT_ELSEWHERE,
  DTL_SESSION_N_SIGNALS
} DtlSessionSignal;

/* Any but DOCUMENT_ELSEWHERE, which tells a file. */
void dtl_session_signal (DtlSession *session, DtlSessionSignal which);

void dtl_session_start_view (DtlSession *session);
gboolean dtl_session_has_traveller (DtlSession *session);

G_END_DECLS
