/* Whether a claim is said to have happened, and how far to trust it. */

#pragma once

#include "extract/claims/dtl-clause-title.h"

G_BEGIN_DECLS

/**
 * dtl_assertion_status_find:
 * @published: the article's date, or NULL
 *
 * Where the date is that of somebody's saying so, the claim is a report.
 * Otherwise the strongest mark wins: denied, hypothetical, planned, reported. "would"
 * of what lies in the past is the future of a story ("he would later become")
 * and supposes nothing.
 */
DtlStatus dtl_assertion_status_find (const DtlClauses *clauses,
                                     const DtlClauseTitle *title,
                                     int date,
                                     const DtlExtent *extent,
                                     const DtlExtent *published);

/* 0.95, less 0.15 where the title is no clause, 0.05 where its subject was a
 * pronoun, 0.1 where the date was completed from context, 0.05 where it is
 * approximate or uncertain, 0.2 where it is ambiguous, 0.1 where only somebody
 * says so, 0.25 where it is supposed. */
double dtl_assertion_confidence_find (const DtlClauseTitle *title,
                                      const DtlExtent *extent,
                                      DtlStatus status);

G_END_DECLS
