/* Ways to move about in a session's timeline. All travel: they interrupt what
 * went on and start from where that was going, so that a key pressed five
 * times goes five steps. */

#pragma once

#include "ui/dtl-session.h"

G_BEGIN_DECLS

/* Fits the event with as much round it as shows when it was. */
void dtl_navigation_fit_event (DtlSession *session, DtlId event);

/* Brings the event into view at the present zoom, if it is not there. */
void dtl_navigation_reveal_event (DtlSession *session, DtlId event);

/* Fits all events of the lane. */
void dtl_navigation_fit_lane (DtlSession *session, DtlId lane);

/* Fills the window with the year, decade, century or millennium (@precision) in
 * which @time lies. */
void dtl_navigation_fit_period (DtlSession *session,
                                DtlTime time,
                                DtlPrecision precision);

/* Puts what the extent says in the middle, as near as is needed to see it and
 * no nearer: where it shows well at the present zoom, that stays. */
void dtl_navigation_go_to (DtlSession *session, const DtlExtent *extent);

/* Makes everything @factor times as wide, about the selected event where it is
 * in view, else about the middle. */
void dtl_navigation_zoom (DtlSession *session, double factor);

/* By a part of the width, positive towards the future. */
void dtl_navigation_pan (DtlSession *session, double part);

G_END_DECLS
