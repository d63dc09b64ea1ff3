/* Timelines to be stored, and whether two are the same; for tests, fuzzing and
 * benchmarks of the store. */

#pragma once

#include "model/dtl-timeline.h"

G_BEGIN_DECLS

/* Fails the test where anything of @a differs from @b. */
void store_testing_assert_same (const DtlTimeline *a, const DtlTimeline *b);

/* Sources, lanes, claims and events with all that they may have, and some of
 * the sources removed again. The same seed makes the same timeline. */
DtlTimeline *store_testing_make_timeline (guint32 seed, guint n_sources);

/* A folder for one test, and its end with all files in it. */
char *store_testing_make_folder (void);
void store_testing_remove_folder (const char *folder);

G_END_DECLS
