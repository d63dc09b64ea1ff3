/* Which day an article was published, where its page gives several.
 *
 * Every carrier speaks for a day with a weight: the logarithm of the odds that
 * such a carrier is right, as counted on pages whose day is known. Carriers of
 * one day add up. A carrier that tells when the page was changed never speaks
 * against one that tells when it was published. */

#pragma once

#include "article/dtl-stamp.h"

G_BEGIN_DECLS

typedef struct _DtlDateVote DtlDateVote;

DtlDateVote *dtl_date_vote_new (void);
void dtl_date_vote_free (DtlDateVote *vote);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlDateVote, dtl_date_vote_free)

/**
 * dtl_date_vote_add:
 * @carrier: static
 * @right: share of pages on which such a carrier is right, 0 to 1
 */
void dtl_date_vote_add (DtlDateVote *vote,
                        const DtlStamp *stamp,
                        const char *carrier,
                        double right);

/* The same for a day that stands alone below the title. Where it is before all
 * that the page's data says, the data is of a later edition: it counts more. */
void dtl_date_vote_add_shown (DtlDateVote *vote,
                              const DtlStamp *stamp,
                              const char *carrier,
                              double right);

/* The same for a day on which the page was changed. @is_shown: the page shows
 * it where others show when they were published; where it shows no other, that
 * is what its "last week" counts from. */
void dtl_date_vote_add_modified (DtlDateVote *vote,
                                 const DtlStamp *stamp,
                                 const char *carrier,
                                 gboolean is_shown);

/* Whether any carrier spoke of publication. */
gboolean dtl_date_vote_has_published (const DtlDateVote *vote);

/**
 * dtl_date_vote_count:
 * @ret_carrier: (out): the one that said @ret_stamp
 *
 * The stamp of the day that won is the one with the most said: a time beats
 * none, an offset beats none.
 *
 * Returns: %FALSE where nobody spoke, or nobody loud enough
 */
gboolean dtl_date_vote_count (const DtlDateVote *vote,
                              DtlStamp *ret_stamp,
                              const char **ret_carrier,
                              double *ret_confidence);

/* The latest change, where it is not before @published (nullable). */
gboolean dtl_date_vote_get_modified (const DtlDateVote *vote,
                                     const DtlStamp *published,
                                     DtlStamp *ret_stamp,
                                     const char **ret_carrier);

G_END_DECLS
