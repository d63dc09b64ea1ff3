/* The year of a date that gives none. */

#include "extract/resolve/dtl-resolver-private.h"

/* In a story dates follow each other: after December comes January of the
 * next year; a little back is still the same year. */
static gint64
follow_story (const DtlPoint *last, int month)
{
  int before = last->grain >= DTL_GRAIN_SEASON ? last->month : 0;

  return before > 0 && before - month > 6 ? last->year + 1 : last->year;
}

/* Months from @base to the date in the year of @base; a day later in the same
 * month counts as a fraction would: it decides the sign. */
static int
compare_to (const DtlPoint *base, int month, int day)
{
  int base_month = MAX (base->month, 1);

  if (month != base_month)
    return month - base_month;
  if (day == 0 || base->grain < DTL_GRAIN_DAY || day == base->day)
    return 0;
  return day > base->day ? 1 : -1;
}

/* News: the verb says whether it has been or is to come, but a date that a past
 * verb puts three months ahead is still nearer than the one of last year. */
#define NEAR_MONTHS 3

static gint64
choose_by_tense (const DtlPoint *base,
                 const DtlPhrase *phrase,
                 int month,
                 int day,
                 DtlHow *how)
{
  int distance = compare_to (base, month, day);
  gboolean quarter = dtl_fields_has (&phrase->fields, DTL_FIELD_QUARTER);
  int bound = dtl_fields_get (&phrase->fields, DTL_FIELD_BOUND);
  gboolean has_end = bound == DTL_BOUND_BY || bound == DTL_BOUND_UNTIL;
  int ahead = 6;

  if (phrase->tense == DTL_TENSE_FUTURE && !quarter)
    ahead = day > 0 ? 12 - NEAR_MONTHS : 11;
  if (phrase->tense == DTL_TENSE_PAST)
    ahead = NEAR_MONTHS;
  /* "to pay it down by February": what has an end yet to come. */
  if (has_end && phrase->tense != DTL_TENSE_FUTURE)
    ahead = 8;
  /* What is true since a date lies behind it, whatever the verb looks ahead to. */
  if (bound == DTL_BOUND_SINCE)
    ahead = 0;
  *how = DTL_HOW_SAME_YEAR;
  if (distance > ahead)
    {
      *how = DTL_HOW_LAST_YEAR;
      return base->year - 1;
    }
  if (distance < ahead - 12)
    {
      *how = DTL_HOW_NEXT_YEAR;
      return base->year + 1;
    }
  return base->year;
}

/* "last June", "next spring". */
static gint64
choose_by_shift (const DtlPoint *base, int shift, int month, DtlHow *how)
{
  int distance = compare_to (base, month, 0);

  *how = shift < 0   ? DTL_HOW_LAST_YEAR
         : shift > 0 ? DTL_HOW_NEXT_YEAR
                     : DTL_HOW_SAME_YEAR;
  /* Who means the month before says "last month". */
  if (shift < 0)
    return distance >= -1 ? base->year - 1 : base->year;
  if (shift > 0)
    return distance <= 0 ? base->year + 1 : base->year;
  return base->year;
}

gboolean
dtl_resolve_year (DtlResolver *resolver,
                  guint index,
                  int month,
                  int day,
                  gint64 *ret_year)
{
  const DtlPhrase *phrase = &resolver->phrases[index];
  DtlResolved *result = &resolver->results[index];
  DtlHow how = DTL_HOW_SAME_YEAR;
  const DtlStoryYear *story = &resolver->story[index];
  DtlPoint base;

  if (story->known)
    {
      result->from = DTL_FROM_MENTION;
      result->from_mention = story->witness;
      *ret_year = story->year;
      dtl_resolved_note (result, DTL_HOW_STORY);
      return TRUE;
    }
  if (!dtl_resolver_get_base (resolver,
                              dtl_resolver_is_narrative (resolver) ? DTL_ANCHOR_MENTION
                                                                   : DTL_ANCHOR_PUBLISHED,
                              &base, result))
    return FALSE;
  if (dtl_fields_has (&phrase->fields, DTL_FIELD_SHIFT) &&
      !dtl_fields_has (&phrase->fields, DTL_FIELD_UNIT))
    *ret_year = choose_by_shift (&base, dtl_fields_get (&phrase->fields, DTL_FIELD_SHIFT),
                                 month, &how);
  else if (result->from == DTL_FROM_MENTION || result->from == DTL_FROM_REFERENCE)
    *ret_year = follow_story (&base, month);
  else
    *ret_year = choose_by_tense (&base, phrase, month, day, &how);
  dtl_resolved_note (result, how);
  return TRUE;
}
