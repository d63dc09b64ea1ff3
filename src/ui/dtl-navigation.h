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

/* Makes everything @factor times as wide, about the selected event where it is
 * in view, else about the middle. */
void dtl_navigation_zoom (DtlSession *session, double factor);

/* By a part of the width, positive towards the future. */
void dtl_navigation_pan (DtlSession *session, double part);

G_END_DECLS
