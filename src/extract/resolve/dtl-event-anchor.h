/* Lengths of time counted from an event that the text dates elsewhere: "three years
 * after the armistice", where the armistice is told to have been signed on a day. */

#pragma once

#include "extract/dtl-extraction.h"
#include "extract/packs/dtl-pack.h"

G_BEGIN_DECLS

/**
 * dtl_event_anchor_place:
 * @mentions: (element-type DtlMention): those that are lengths beside an event get
 *   an extent, to the unit that was said, and a why; their TIMEX3 stays a length
 * @strings: keeps the strings of the mentions
 *
 * The event is the nearest sentence before, else behind, that has a date and the
 * same noun. A noun that goes with many dates ("war") says nothing. Linear in the
 * length of the text.
 */
void dtl_event_anchor_place (DtlArticle *article,
                             const DtlPack *pack,
                             GArray *mentions,
                             GStringChunk *strings);

G_END_DECLS
