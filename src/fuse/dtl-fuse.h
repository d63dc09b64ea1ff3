/* Puts what an article says into a timeline: the article becomes a source, its
 * assertions claims, and claims that tell of one event are joined. */

#pragma once

#include "extract/dtl-extraction.h"
#include "model/dtl-timeline.h"

G_BEGIN_DECLS

/* Adds the article with its claims in a lane of its own; where the timeline
 * already holds an article of the same name and text, nothing is added.
 *
 * An article that dates nothing becomes a source without a lane.
 *
 * Returns: the source's id, of the existing one where it was there already; 0
 *   where the timeline has no id left */
DtlId dtl_fuse_add (DtlTimeline *timeline, DtlExtraction *extraction);

/* The importance of one claim on its own, 0 to 1: how sure and how exact it is,
 * how early the article tells it, what it has of the headline, how often the
 * article comes back to its date, and its status (dtl-importance.c). */
float dtl_fuse_get_importance (const DtlExtraction *extraction, guint assertion);

G_END_DECLS
