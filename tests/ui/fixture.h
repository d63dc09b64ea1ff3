/* Small timelines made by hand, for the tests of the window. */

#pragma once

#include "ui/dtl-session.h"

G_BEGIN_DECLS

/* One event of a lane: what it is called and its year, AD. */
typedef struct {
  const char *lane;
  const char *title;
  int year;
} FixtureEvent;

/* Adds an article for each lane named, with a sentence and a claim for each
 * event: "Title in 1905." The session is told. */
void fixture_fill (DtlSession *session, const FixtureEvent *events, guint n);

/* The id of the event so called; the test fails where there is none. */
DtlId fixture_find (DtlSession *session, const char *title);

/* Lets the main loop run until @done says so; the test fails after ten seconds. */
void fixture_wait (gboolean (*done) (gpointer data), gpointer data);
/* Until all work of the session is done. */
void fixture_wait_for_work (DtlSession *session);

/* Two lanes: Rome with Founding (753), Republic (1509) and Fall (1946); Korea
 * with War (1950), Armistice (1953) and Summit (2018). */
extern const FixtureEvent fixture_two_lanes[6];

G_END_DECLS
