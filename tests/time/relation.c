/* Allen's relations under uncertain bounds: the vectors, and laws over random
 * extents. */

#include "base/testing.h"
#include "time/dtl-relation.h"

#include <stdio.h>
#include <string.h>

/* By DtlRelation, as the vectors call them. */
static const char *const codes[] = { "b",  "m",  "o",  "s",  "d",  "f", "eq",
                                     "bi", "mi", "oi", "si", "di", "fi" };

static DtlExtent
read_extent (const char *field)
{
  long bounds[4];

  g_assert_cmpint (sscanf (field, "%ld,%ld,%ld,%ld", &bounds[0], &bounds[1], &bounds[2],
                           &bounds[3]),
                   ==, 4);
  return (DtlExtent){ .start = bounds[0],
                      .latest_start = bounds[1],
                      .earliest_end = bounds[2],
                      .end = bounds[3] };
}

static guint
read_relations (const char *field)
{
  g_auto (GStrv) words = g_strsplit (field, " ", -1);
  guint relations = 0;

  for (char **word = words; *word != NULL; word++)
    for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
      if (strcmp (*word, codes[i]) == 0)
        relations |= 1u << i;
  return relations;
}

/* a b possible certain */
static void
check_vector (char **fields, guint n_fields, guint line, gpointer data)
{
  if (strcmp (fields[0], "a") == 0)
    return;

  DtlExtent a = read_extent (fields[0]), b = read_extent (fields[1]);
  guint possible = read_relations (fields[2]), certain = read_relations (fields[3]);

  g_assert_cmphex (dtl_relation_list_possible (&a, &b), ==, possible);
  for (guint i = 0; i < DTL_N_RELATIONS; i++)
    g_assert_cmpint (dtl_relation_get_certainty ((DtlRelation) i, &a, &b), ==,
                     certain & 1u << i    ? DTL_CERTAINTY_CERTAIN
                     : possible & 1u << i ? DTL_CERTAINTY_POSSIBLE
                                          : DTL_CERTAINTY_IMPOSSIBLE);
}

/* Some with the whole of time on either side. */
static DtlExtent
make_random (GRand *random)
{
  DtlExtent extent = { 0 };

  extent.start = g_rand_int_range (random, 0, 8);
  extent.latest_start = extent.start + g_rand_int_range (random, 0, 4);
  extent.end = extent.latest_start + g_rand_int_range (random, 1, 6);
  extent.earliest_end =
      g_rand_int_range (random, (gint32) extent.start + 1, (gint32) extent.end + 1);
  if (g_rand_int_range (random, 0, 6) == 0)
    extent.end = DTL_TIME_FUTURE;
  if (g_rand_int_range (random, 0, 6) == 0)
    extent.start = DTL_TIME_PAST;
  return extent;
}

static guint
invert (guint relations)
{
  guint inverse = relations & 1u << DTL_RELATION_EQUALS;

  inverse |= (relations & 0x3f) << DTL_RELATION_AFTER;
  return inverse | relations >> DTL_RELATION_AFTER;
}

/* Certain is the one that is possible alone. */
static void
check_certainty (const DtlExtent *a, const DtlExtent *b, guint possible)
{
  for (int i = 0; i < DTL_N_RELATIONS; i++)
    {
      DtlRelation relation = (DtlRelation) i;

      g_assert_cmpint (dtl_relation_is_possible (relation, a, b), ==, possible >> i & 1);
      g_assert_cmpint (dtl_relation_get_certainty (relation, a, b), ==,
                       (possible >> i & 1) == 0 ? DTL_CERTAINTY_IMPOSSIBLE
                       : possible == 1u << i    ? DTL_CERTAINTY_CERTAIN
                                                : DTL_CERTAINTY_POSSIBLE);
    }
}

static void
test_laws (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1983);

  for (int i = 0; i < 100000; i++)
    {
      DtlExtent a = make_random (random), b = make_random (random);
      guint possible = dtl_relation_list_possible (&a, &b);
      guint apart = 1u << DTL_RELATION_BEFORE | 1u << DTL_RELATION_MEETS |
                    1u << DTL_RELATION_AFTER | 1u << DTL_RELATION_MET_BY;
      DtlCertainty overlap = dtl_relation_get_overlap (&a, &b);

      g_assert_cmphex (possible, !=, 0);
      g_assert_cmphex (dtl_relation_list_possible (&b, &a), ==, invert (possible));
      g_assert_cmpint (overlap == DTL_CERTAINTY_IMPOSSIBLE, ==, (possible & ~apart) == 0);
      g_assert_cmpint (overlap == DTL_CERTAINTY_CERTAIN, ==, (possible & apart) == 0);
      check_certainty (&a, &b, possible);
    }
}

static void
test_open_ends (void)
{
  DtlExtent since = { .start = 5,
                      .latest_start = 5,
                      .earliest_end = DTL_TIME_FUTURE,
                      .end = DTL_TIME_FUTURE };
  DtlExtent later = { .start = 9,
                      .latest_start = 9,
                      .earliest_end = DTL_TIME_FUTURE,
                      .end = DTL_TIME_FUTURE };

  g_assert_cmpint (dtl_relation_get_certainty (DTL_RELATION_FINISHED_BY, &since, &later),
                   ==, DTL_CERTAINTY_CERTAIN);
  g_assert_cmpint (dtl_relation_get_certainty (DTL_RELATION_EQUALS, &since, &since), ==,
                   DTL_CERTAINTY_CERTAIN);
  g_assert_cmpint (dtl_relation_get_certainty (DTL_RELATION_BEFORE, &since, &later), ==,
                   DTL_CERTAINTY_IMPOSSIBLE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  testing_add_rows ("allen", "time/vectors/allen.tsv", check_vector, NULL);
  g_test_add_func ("/laws", test_laws);
  g_test_add_func ("/open-ends", test_open_ends);
  return g_test_run ();
}
