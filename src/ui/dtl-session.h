/* What one window is about: the timeline, the stretch of it in view, the event
 * selected, the article being read, the work going on and the notices.
 *
 * The widgets do not know each other; each follows this object and asks it
 * for changes. Signals say that something changed, never what to do:
 *
 * - "timeline-changed": articles or events came or went
 * - "viewport-changed": another stretch is in view
 * - "travel": a place to go to was asked for; who draws moves there step by
 *   step, or the session jumps if nobody does
 * - "moment-changed": the cross-hair is at another moment, or none
 * - "selection-changed": another event is selected, or none
 * - "document-elsewhere" (GFile): a document was opened while this session
 *   already has content; it wants a window of its own
 *
 * "title", "modified" and "reading" are properties that notify. */

#pragma once

#include "layout/dtl-layout.h"
#include "model/dtl-timeline.h"
#include "time/dtl-label.h"
#include "ui/dtl-notice.h"
#include "ui/dtl-work.h"

G_BEGIN_DECLS

#define DTL_TYPE_SESSION (dtl_session_get_type ())
G_DECLARE_FINAL_TYPE (DtlSession, dtl_session, DTL, SESSION, GObject)

DtlSession *dtl_session_new (void);

/* Lives as long as the session; changed only by the end of a piece of work
 * (see dtl-work.h), followed by dtl_session_timeline_changed(). */
DtlTimeline *dtl_session_get_timeline (DtlSession *session);
void dtl_session_timeline_changed (DtlSession *session);

/* The timeline as it was before the last removal, for undoing that; NULL
 * before one, and after any other change. @previous: (transfer full) */
DtlTimeline *dtl_session_get_previous (DtlSession *session);
void dtl_session_take_previous (DtlSession *session, DtlTimeline *previous);

DtlWork *dtl_session_get_work (DtlSession *session);

/* How dates are said: the user's language, BC or BCE. */
const DtlLabelStyle *dtl_session_get_label_style (DtlSession *session);
void dtl_session_set_common_era (DtlSession *session, gboolean common_era);
/* @name: as dtl_calendar_get_name(); any other is the historical one. */
void dtl_session_set_calendar (DtlSession *session, const char *name);

/* The moment the session began, on the civil scale of the place. */
DtlTime dtl_session_get_now (DtlSession *session);

/* --- the document --- */

/* The file it was opened from or saved to, or NULL. */
GFile *dtl_session_get_file (DtlSession *session);
/* A change of it makes the document unmodified. */
void dtl_session_set_file (DtlSession *session, GFile *file);

/* Whether closing would lose something that no file holds. */
gboolean dtl_session_get_modified (DtlSession *session);
void dtl_session_set_modified (DtlSession *session, gboolean modified);

/* For the title bar: the document's name, else the articles'; NULL where there
 * is nothing. Caller frees. */
char *dtl_session_dup_title (DtlSession *session);

/* --- what is in view: see dtl-navigation.h for ways to move --- */

const DtlViewport *dtl_session_get_viewport (DtlSession *session);
/* Where it is going, or where it is. */
const DtlViewport *dtl_session_get_goal (DtlSession *session);
/* Moves at once and gives up any goal: drags and wheels. */
void dtl_session_set_viewport (DtlSession *session, const DtlViewport *viewport);
/* A step on the way to the goal; the last one reaches it. */
void dtl_session_step (DtlSession *session,
                       const DtlViewport *viewport,
                       gboolean is_last);
/* Goes to @goal as smoothly as whoever draws can; interrupts what went on. */
void dtl_session_travel (DtlSession *session, const DtlViewport *goal);
/* Goes to where everything is in view, and stays with that when the window or
 * the timeline changes, until the next move. */
void dtl_session_fit_all (DtlSession *session);
void dtl_session_set_size (DtlSession *session, double width, double height);

/* Travels to the view looked at before (-1) or after (1) this one: see
 * dtl-past-views.h. */
gboolean dtl_session_can_go_back (DtlSession *session, int step);
void dtl_session_go_back (DtlSession *session, int step);

/* The moment pointed at, by the pointer or by the keyboard's walk: where the
 * cross-hair is. DTL_TIME_PAST for none. */
DtlTime dtl_session_get_moment (DtlSession *session);
void dtl_session_set_moment (DtlSession *session, DtlTime moment);

/* --- selection and reading --- */

/* An event's id, 0 for none. */
DtlId dtl_session_get_selected (DtlSession *session);
void dtl_session_select (DtlSession *session, DtlId event);

/* The article shown in full instead of the timeline; 0 for none. */
DtlId dtl_session_get_reading (DtlSession *session);
void dtl_session_set_reading (DtlSession *session, DtlId source);

/* --- notices --- */

/* Of DtlNotice, oldest first. */
GListModel *dtl_session_get_notices (DtlSession *session);
/* @notice: (transfer full) */
void dtl_session_take_notice (DtlSession *session, DtlNotice *notice);
void dtl_session_dismiss (DtlSession *session, DtlNotice *notice);
/* All but the lasting ones: what they told is past. */
void dtl_session_dismiss_past (DtlSession *session);

G_END_DECLS
