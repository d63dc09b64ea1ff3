/* The words of labels and how wide they are: put together once an event, not
 * once a frame. */

#pragma once

#include "model/dtl-timeline.h"
#include "scene/dtl-scene.h"
#include "time/dtl-label.h"

G_BEGIN_DECLS

typedef struct {
  char *title; /* short enough to shape, without control characters */
  char *date;
  double width; /* pixels of the label's box, with padding: its room */
} DtlWords;

typedef struct _DtlWordsCache DtlWordsCache;

/* @measure is lent. */
DtlWordsCache *dtl_words_cache_new (DtlTimeline *timeline, const DtlMeasure *measure);
void dtl_words_cache_free (DtlWordsCache *cache);

void dtl_words_cache_clear (DtlWordsCache *cache);
/* Keeps memory in bounds: between frames only, for it ends what was lent. */
void dtl_words_cache_trim (DtlWordsCache *cache);
/* TRUE where the style is another one than before: all widths are new then. */
gboolean dtl_words_cache_set_style (DtlWordsCache *cache, const DtlLabelStyle *style);

/* Pixels that the widest label takes. */
double dtl_words_cache_get_most_room (const DtlWordsCache *cache);

/* Pixels that the label of the event at a position of the timeline may take, box
 * and all: quickly, without shaping its text. */
double dtl_words_cache_get_room (DtlWordsCache *cache, guint position);

/* Of the event at a position of the timeline; lent until the cache changes. */
const DtlWords *dtl_words_cache_get (DtlWordsCache *cache, guint position);

G_END_DECLS
