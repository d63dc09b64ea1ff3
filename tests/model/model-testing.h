/* Makers of small timelines, for tests of this folder. */

#pragma once

#include "model/dtl-timeline.h"

#include <string.h>

/* Somewhere within the years @first to @last. */
static inline DtlExtent
make_years (int first, int last)
{
  DtlDate date = { .calendar = DTL_CALENDAR_GREGORIAN,
                   .precision = DTL_PRECISION_YEAR,
                   .year = first };
  DtlExtent start, end;

  g_assert_true (dtl_extent_from_date (&date, &start, NULL));
  date.year = last;
  g_assert_true (dtl_extent_from_date (&date, &end, NULL));
  return first == last ? start : dtl_extent_between (&start, &end);
}

static inline DtlId
add_source (DtlTimeline *timeline, const char *name, const char *text)
{
  DtlSource source = { .name = name, .text = text, .text_length = strlen (text) };

  return dtl_timeline_add_source (timeline, &source);
}

/* The whole text is its paragraph and its sentence. */
static inline DtlId
add_claim (DtlTimeline *timeline, DtlId source, const char *title, int first, int last)
{
  DtlSource fields;

  g_assert_true (dtl_timeline_find_source (timeline, source, &fields));

  DtlClaim claim = {
    .source = source,
    .title = title,
    .extent = make_years (first, last),
    .paragraph = { 0, fields.text_length },
    .sentence = { 0, fields.text_length },
  };

  return dtl_timeline_add_claim (timeline, &claim);
}

/* With the extent of its first claim; claims end with 0. */
static inline DtlId
add_event (DtlTimeline *timeline, DtlId lane, const char *title, const DtlId *claims)
{
  DtlClaim first;
  DtlEvent event = { .lane = lane, .title = title, .claims = claims };

  while (claims[event.n_claims] != 0)
    event.n_claims++;
  g_assert_true (dtl_timeline_find_claim (timeline, claims[0], &first));
  event.extent = first.extent;
  return dtl_timeline_add_event (timeline, &event);
}
