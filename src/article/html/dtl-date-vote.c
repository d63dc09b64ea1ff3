#include "config.h"

#include "article/html/dtl-date-vote.h"

#include <math.h>
#include <string.h>

/* Below this the winner is as likely wrong as right. */
#define MIN_WEIGHT 0.9
#define SHOWN_CHANGE_CONFIDENCE 0.6
/* No page for people gives more. */
#define MAX_CLAIMS 100
/* A shown day older than one carrier of the data, but not two that agree. */
#define EARLIER_SHOWN_WEIGHT 2.0

typedef struct {
  DtlStamp stamp;
  const char *carrier;
  double weight;
  gboolean is_modified;
  gboolean is_shown;
} Claim;

struct _DtlDateVote {
  GArray *claims;
};

DtlDateVote *
dtl_date_vote_new (void)
{
  DtlDateVote *vote = g_new0 (DtlDateVote, 1);

  vote->claims = g_array_new (FALSE, FALSE, sizeof (Claim));
  return vote;
}

void
dtl_date_vote_free (DtlDateVote *vote)
{
  if (vote == NULL)
    return;
  g_array_unref (vote->claims);
  g_free (vote);
}

static void
add_claim (DtlDateVote *vote,
           const DtlStamp *stamp,
           const char *carrier,
           double right,
           gboolean is_shown)
{
  Claim claim = { *stamp, carrier, log (right / (1 - right)), FALSE, is_shown };

  g_return_if_fail (right > 0 && right < 1);
  if (vote->claims->len >= MAX_CLAIMS)
    return;
  /* One carrier has one vote for a day, however often the page repeats it. */
  for (guint i = 0; i < vote->claims->len; i++)
    {
      const Claim *other = &g_array_index (vote->claims, Claim, i);

      if (!other->is_modified && strcmp (other->carrier, carrier) == 0 &&
          dtl_stamp_compare_days (&other->stamp, stamp) == 0)
        return;
    }
  g_array_append_val (vote->claims, claim);
}

void
dtl_date_vote_add (DtlDateVote *vote,
                   const DtlStamp *stamp,
                   const char *carrier,
                   double right)
{
  add_claim (vote, stamp, carrier, right, FALSE);
}

void
dtl_date_vote_add_shown (DtlDateVote *vote,
                         const DtlStamp *stamp,
                         const char *carrier,
                         double right)
{
  add_claim (vote, stamp, carrier, right, TRUE);
}

void
dtl_date_vote_add_modified (DtlDateVote *vote,
                            const DtlStamp *stamp,
                            const char *carrier,
                            gboolean is_shown)
{
  Claim claim = { *stamp, carrier, 0, TRUE, is_shown };

  if (vote->claims->len < MAX_CLAIMS)
    g_array_append_val (vote->claims, claim);
}

static const Claim *
get_claim (const DtlDateVote *vote, guint i)
{
  return &g_array_index (vote->claims, Claim, i);
}

gboolean
dtl_date_vote_has_published (const DtlDateVote *vote)
{
  for (guint i = 0; i < vote->claims->len; i++)
    if (!get_claim (vote, i)->is_modified)
      return TRUE;
  return FALSE;
}

/* Minutes since a day long ago, in UTC; only of stamps with time and offset. */
static gint64
get_minutes (const DtlStamp *stamp)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) stamp->day, (GDateMonth) stamp->month,
                  (GDateYear) stamp->year);
  return (gint64) g_date_get_julian (&date) * 1440 + stamp->hour * 60 + stamp->minute -
         stamp->offset_minutes;
}

static gboolean
has_instant (const DtlStamp *stamp)
{
  return stamp->precision >= DTL_PRECISION_MINUTE && stamp->has_offset;
}

/* Two carriers agree on a day, or on an instant that two offsets put into
 * different days. */
static gboolean
agree (const DtlStamp *a, const DtlStamp *b)
{
  if (a->precision < DTL_PRECISION_DAY || b->precision < DTL_PRECISION_DAY)
    return a->precision == b->precision && dtl_stamp_compare_days (a, b) == 0;
  if (dtl_stamp_compare_days (a, b) == 0)
    return TRUE;
  return has_instant (a) && has_instant (b) &&
         ABS (get_minutes (a) - get_minutes (b)) <= 1;
}

static gboolean
is_modified_day (const DtlDateVote *vote, const DtlStamp *stamp)
{
  for (guint i = 0; i < vote->claims->len; i++)
    if (get_claim (vote, i)->is_modified && agree (&get_claim (vote, i)->stamp, stamp))
      return TRUE;
  return FALSE;
}

static gboolean
is_after_all_changes (const DtlDateVote *vote, const DtlStamp *stamp)
{
  gboolean any = FALSE;

  for (guint i = 0; i < vote->claims->len; i++)
    if (get_claim (vote, i)->is_modified)
      {
        any = TRUE;
        if (dtl_stamp_compare_days (stamp, &get_claim (vote, i)->stamp) <= 0)
          return FALSE;
      }
  return any;
}

/* Shown, and before all days of publication but its own. */
static gboolean
is_earlier_shown (const DtlDateVote *vote, const Claim *claim)
{
  if (!claim->is_shown)
    return FALSE;
  for (guint i = 0; i < vote->claims->len; i++)
    {
      const Claim *other = get_claim (vote, i);

      if (!other->is_modified && !agree (&other->stamp, &claim->stamp) &&
          dtl_stamp_compare_days (&other->stamp, &claim->stamp) <= 0)
        return FALSE;
    }
  return TRUE;
}

/* What speaks for the day of claim @i. */
static double
sum_weights (const DtlDateVote *vote, guint i)
{
  const DtlStamp *stamp = &get_claim (vote, i)->stamp;
  double sum = 0;

  for (guint k = 0; k < vote->claims->len; k++)
    {
      const Claim *claim = get_claim (vote, k);

      if (!claim->is_modified && agree (&claim->stamp, stamp))
        sum +=
            claim->weight + (is_earlier_shown (vote, claim) ? EARLIER_SHOWN_WEIGHT : 0);
    }
  /* Visible dates are often those of the last change, and nothing is published
   * after it was changed for the last time. */
  if (is_after_all_changes (vote, stamp))
    return sum / 2;
  return is_modified_day (vote, stamp) ? sum * 0.85 : sum;
}

/* Claim @k says more of the same day than @i does. */
static gboolean
says_more (const Claim *k, const Claim *i)
{
  if ((k->stamp.precision >= DTL_PRECISION_MINUTE) !=
      (i->stamp.precision >= DTL_PRECISION_MINUTE))
    return k->stamp.precision >= DTL_PRECISION_MINUTE;
  if (k->stamp.has_offset != i->stamp.has_offset)
    return k->stamp.has_offset;
  return k->weight > i->weight;
}

static gboolean
is_same_day (const Claim *a, const Claim *b)
{
  return a->stamp.precision >= DTL_PRECISION_DAY &&
         b->stamp.precision >= DTL_PRECISION_DAY &&
         dtl_stamp_compare_days (&a->stamp, &b->stamp) == 0;
}

/* The claim with the most said for the day that claim @i names. */
static const Claim *
find_fullest (const DtlDateVote *vote, guint i)
{
  const Claim *best = get_claim (vote, i);

  for (guint k = 0; k < vote->claims->len; k++)
    if (!get_claim (vote, k)->is_modified && is_same_day (get_claim (vote, k), best) &&
        says_more (get_claim (vote, k), best))
      best = get_claim (vote, k);
  return best;
}

/* The first change that is shown, where nothing at all tells of publication. */
static const Claim *
find_shown_change (const DtlDateVote *vote)
{
  const Claim *shown = NULL;

  for (guint i = 0; i < vote->claims->len; i++)
    {
      const Claim *claim = get_claim (vote, i);

      if (!claim->is_modified)
        return NULL;
      if (claim->is_shown && shown == NULL)
        shown = claim;
    }
  return shown;
}

static gboolean
count_shown_change (const DtlDateVote *vote,
                    DtlStamp *ret_stamp,
                    const char **ret_carrier,
                    double *ret_confidence)
{
  const Claim *shown = find_shown_change (vote);

  if (shown == NULL)
    return FALSE;
  *ret_stamp = shown->stamp;
  *ret_carrier = "date of the last change";
  *ret_confidence = SHOWN_CHANGE_CONFIDENCE;
  return TRUE;
}

gboolean
dtl_date_vote_count (const DtlDateVote *vote,
                     DtlStamp *ret_stamp,
                     const char **ret_carrier,
                     double *ret_confidence)
{
  double best_sum = 0, other_sum = 0;
  guint best = 0;

  for (guint i = 0; i < vote->claims->len; i++)
    {
      const Claim *claim = get_claim (vote, i);
      double sum = claim->is_modified ? 0 : sum_weights (vote, i);

      /* Of a day's claims the strongest one names the day: the others may name
       * its neighbour, in another offset. */
      if (sum > best_sum ||
          (sum == best_sum && sum > 0 && claim->weight > get_claim (vote, best)->weight))
        {
          best_sum = sum;
          best = i;
        }
    }
  if (best_sum < MIN_WEIGHT)
    return count_shown_change (vote, ret_stamp, ret_carrier, ret_confidence);
  for (guint i = 0; i < vote->claims->len; i++)
    if (!get_claim (vote, i)->is_modified &&
        !agree (&get_claim (vote, i)->stamp, &get_claim (vote, best)->stamp))
      other_sum = MAX (other_sum, sum_weights (vote, i));
  *ret_stamp = find_fullest (vote, best)->stamp;
  *ret_carrier = find_fullest (vote, best)->carrier;
  *ret_confidence = MIN (1 / (1 + exp (other_sum - best_sum)), 0.99);
  return TRUE;
}

gboolean
dtl_date_vote_get_modified (const DtlDateVote *vote,
                            const DtlStamp *published,
                            DtlStamp *ret_stamp,
                            const char **ret_carrier)
{
  const Claim *best = NULL;

  for (guint i = 0; i < vote->claims->len; i++)
    {
      const Claim *claim = get_claim (vote, i);

      if (claim->is_modified &&
          (published == NULL || dtl_stamp_compare_days (&claim->stamp, published) >= 0) &&
          (best == NULL || dtl_stamp_compare_days (&claim->stamp, &best->stamp) > 0))
        best = claim;
    }
  if (best == NULL)
    return FALSE;
  *ret_stamp = best->stamp;
  *ret_carrier = best->carrier;
  return TRUE;
}
