/* Figures of a period: "a year earlier" in them is the same period of the year
 * before, "the quarter" the one that is reported on. */

#include "extract/resolve/dtl-resolver-private.h"

/* Figures of half a year and more are compared by the year. */
#define LONG_MONTHS 6

/* Nobody reports on a quarter before it is over. */
static gboolean
is_over (const DtlResolver *resolver, const DtlPoint *quarter)
{
  DtlPoint next = dtl_point_move (quarter, 1, DTL_UNIT_QUARTER);

  return dtl_point_get_first_day (&next) <=
         dtl_point_get_first_day (&resolver->published);
}

static gboolean
is_newer (const DtlPoint *quarter, const DtlPoint *other)
{
  return dtl_point_get_first_day (quarter) >= dtl_point_get_first_day (other);
}

/* "the first nine months", "six months ended Oct. 1" */
static gboolean
is_long_period (const DtlFields *fields, const DtlResolved *result)
{
  return result->type == DTL_MENTION_DURATION &&
         dtl_fields_get (fields, DTL_FIELD_UNIT) == DTL_UNIT_MONTH &&
         fields->count >= LONG_MONTHS && fields->count < 12;
}

void
dtl_resolver_note_report (DtlResolver *resolver, guint index)
{
  const DtlFields *fields = &resolver->phrases[index].fields;
  const DtlResolved *result = &resolver->results[index];
  DtlReport *report = &resolver->report;

  if (!resolver->has_published || dtl_resolver_is_narrative (resolver))
    return;
  if (report->known && is_long_period (fields, result))
    report->by_year = TRUE;
  if (report->known && (result->aside || is_long_period (fields, result)))
    report->near = index;
  if (!result->has_point || result->aside || result->point.grain != DTL_GRAIN_QUARTER ||
      !is_over (resolver, &result->point))
    return;
  /* Each firm has a fiscal year of its own, so that its quarters begin anew. */
  if (report->known && !dtl_fields_has (fields, DTL_FIELD_FISCAL) &&
      !is_newer (&result->point, &report->quarter))
    return;
  *report = (DtlReport){ .known = TRUE,
                         .quarter = result->point,
                         .mention = (int) index,
                         .near = index };
}

static void
note_origin (const DtlResolver *resolver, DtlResolved *result)
{
  result->from = DTL_FROM_MENTION;
  result->from_mention = resolver->report.mention;
}

/* Farther on in the text "a year ago" is no comparison any more. */
#define NEAR_BYTES 800

static gboolean
is_near (const DtlResolver *resolver, guint index)
{
  const DtlPhrase *phrase = &resolver->phrases[resolver->report.near];

  return resolver->phrases[index].start < phrase->end + NEAR_BYTES;
}

gboolean
dtl_resolver_get_reported (const DtlResolver *resolver,
                           guint index,
                           DtlPoint *ret_point,
                           DtlResolved *result)
{
  const DtlReport *report = &resolver->report;

  if (!report->known || !is_near (resolver, index))
    return FALSE;
  *ret_point = report->by_year ? dtl_point_year (report->quarter.year) : report->quarter;
  note_origin (resolver, result);
  return TRUE;
}

gboolean
dtl_resolver_get_reported_quarter (const DtlResolver *resolver,
                                   DtlPoint *ret_point,
                                   DtlResolved *result)
{
  if (!resolver->report.known)
    return FALSE;
  *ret_point = resolver->report.quarter;
  note_origin (resolver, result);
  return TRUE;
}
