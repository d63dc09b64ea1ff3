/* The index by time against a plain scan, over random columns. */

#include "layout/dtl-time-index.h"

#define ROUNDS 300

typedef struct {
  guint n;
  DtlTime *times, *ends;
  float *ranks;
  DtlTimeIndex *index;
} Data;

static int
compare_times (const void *a, const void *b)
{
  DtlTime left = *(const DtlTime *) a, right = *(const DtlTime *) b;

  return left < right ? -1 : left > right;
}

/* From everything at one instant to spread over the whole of time. */
static Data
create_data (GRand *rand)
{
  Data data = { .n = (guint) g_rand_int_range (rand, 0, 400) };
  int bits = g_rand_int_range (rand, 0, 62);
  DtlTimeColumns columns;

  /* One more: sorting wants an array even of none. */
  data.times = g_new (DtlTime, data.n + 1);
  data.ends = g_new (DtlTime, data.n);
  data.ranks = g_new (float, data.n);
  for (guint i = 0; i < data.n; i++)
    data.times[i] =
        (((gint64) g_rand_int (rand) << 30) ^ g_rand_int (rand)) >> (62 - bits);
  qsort (data.times, data.n, sizeof (DtlTime), compare_times);
  for (guint i = 0; i < data.n; i++)
    {
      gint64 length =
          ((gint64) g_rand_int (rand) << 30) >> g_rand_int_range (rand, 0, 62);

      data.ends[i] = dtl_time_add (data.times[i], length);
      data.ranks[i] = (float) g_rand_int_range (rand, 0, 10);
    }

  columns = (DtlTimeColumns){ data.n, data.times, data.ends, data.ranks };
  data.index = dtl_time_index_new (&columns);
  return data;
}

static void
clear_data (Data *data)
{
  dtl_time_index_free (data->index);
  g_free (data->times);
  g_free (data->ends);
  g_free (data->ranks);
}

static DtlTime
choose_time (GRand *rand, const Data *data)
{
  DtlTime time =
      data->n > 0 ? data->times[g_rand_int_range (rand, 0, (gint32) data->n)] : 0;

  return dtl_time_add (time, g_rand_int_range (rand, -2, 3));
}

static void
test_find (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (int round = 0; round < ROUNDS; round++)
    {
      Data data = create_data (rand);
      DtlTime time = choose_time (rand, &data);
      guint expected = 0;

      while (expected < data.n && data.times[expected] < time)
        expected++;
      g_assert_cmpuint (dtl_time_index_find (data.index, time), ==, expected);
      for (guint from = 0; from <= expected; from += 1 + expected / 5)
        g_assert_cmpuint (dtl_time_index_find_from (data.index, from, time), ==,
                          expected);
      clear_data (&data);
    }
}

static int
compare_events (const void *a, const void *b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return left < right ? -1 : left > right;
}

/* Keeps the best of @events, then sorts them by number. */
static void
keep_best (const Data *data, GArray *events, guint most)
{
  for (guint kept = 0; kept < MIN (most, events->len); kept++)
    for (guint i = kept + 1; i < events->len; i++)
      {
        guint32 *a = &g_array_index (events, guint32, kept),
                *b = &g_array_index (events, guint32, i);

        if (dtl_time_index_is_better (data->index, *b, *a))
          {
            guint32 event = *a;

            *a = *b;
            *b = event;
          }
      }
  g_array_set_size (events, MIN (most, events->len));
  g_array_sort (events, compare_events);
}

static void
check_same (GArray *found, GArray *expected)
{
  g_array_sort (found, compare_events);
  g_assert_cmpmem (found->data, found->len * sizeof (guint32), expected->data,
                   expected->len * sizeof (guint32));
}

static void
test_best (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (int round = 0; round < ROUNDS; round++)
    {
      Data data = create_data (rand);
      guint64 offset = (guint64) choose_time (rand, &data) -
                       (guint64) dtl_time_index_get_base (data.index);

      for (int level = 0; level < 63 && data.n > 0; level++)
        {
          g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
          g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (guint32));
          guint64 bucket = offset >> level;

          for (guint32 i = 0; i < data.n; i++)
            if (((guint64) data.times[i] - (guint64) data.times[0]) >> level == bucket)
              g_array_append_val (expected, i);
          keep_best (&data, expected, DTL_BUCKET_BEST);
          dtl_time_index_add_best (data.index, level, bucket, found);
          check_same (found, expected);
        }
      clear_data (&data);
    }
}

static void
test_reaching (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (int round = 0; round < ROUNDS; round++)
    {
      Data data = create_data (rand);
      DtlTime time = choose_time (rand, &data);
      guint most = (guint) g_rand_int_range (rand, 0, 80);
      g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (guint32));

      for (guint32 i = 0; i < data.n; i++)
        if (data.times[i] < time && data.ends[i] > time)
          g_array_append_val (expected, i);
      keep_best (&data, expected, most);
      dtl_time_index_add_reaching (data.index, time, most, found);
      check_same (found, expected);
      clear_data (&data);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time-index/find", test_find);
  g_test_add_func ("/time-index/best of a bucket", test_best);
  g_test_add_func ("/time-index/reaching over an instant", test_reaching);

  return g_test_run ();
}
