/* Extents: how they are made and joined, their order, their place and margin. */

#include "time/dtl-extent.h"

#include "base/testing.h"
#include "time/forms/dtl-edtf.h"

#include <locale.h>
#include <string.h>

static DtlExtent
parse (const char *edtf)
{
  g_autoptr (GError) error = NULL;
  DtlExtent extent;

  dtl_edtf_parse (edtf, strlen (edtf), &extent, NULL, &error);
  g_assert_no_error (error);
  return extent;
}

static DtlTime
at (gint64 year, int month, int day)
{
  return dtl_time_from_day (dtl_gregorian_to_day (year, month, day));
}

typedef enum {
  BEFORE,
  AFTER,
  NOT_AFTER,
  NOT_BEFORE,
  SINCE,
  UNTIL,
} Side;

/* EDTF of what is made, which says whether a bound is within or an end. */
static const struct {
  Side side;
  const char *of;
  const char *made;
} sided[] = {
  { BEFORE, "1453", "[..1452]" },
  { AFTER, "1453", "[1454..]" },
  { NOT_AFTER, "1453", "[..1453]" },
  { NOT_BEFORE, "1453", "[1453..]" },
  { SINCE, "1948", "1948/.." },
  { UNTIL, "1806", "../1806" },
  { SINCE, "1948-05-14", "1948-05-14/.." },
  { BEFORE, "1914/1918", "[..1913]" },
};

static void
test_sided (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  static DtlExtent (*const make[]) (const DtlExtent *) = {
    [BEFORE] = dtl_extent_before,       [AFTER] = dtl_extent_after,
    [NOT_AFTER] = dtl_extent_not_after, [NOT_BEFORE] = dtl_extent_not_before,
    [SINCE] = dtl_extent_since,         [UNTIL] = dtl_extent_until,
  };
  DtlExtent of = parse (sided[i].of);
  DtlExtent made = make[sided[i].side](&of);
  g_autofree char *edtf = dtl_edtf_format (&made);

  g_assert_cmpstr (edtf, ==, sided[i].made);
}

/* One that ends where the other begins is in the wrong order too. */
static void
test_neighbours (void)
{
  DtlExtent first = parse ("1969"), last = parse ("1970");
  DtlExtent span = dtl_extent_span (&last, &first);
  DtlExtent between = dtl_extent_between (&last, &first);

  g_assert_cmpint (span.start, ==, first.start);
  g_assert_cmpint (span.end, ==, last.end);
  g_assert_cmpint (between.start, ==, first.start);
  g_assert_cmpint (between.end, ==, last.end);
}

/* Two in the wrong order are put right; both ends keep their own bounds. */
static void
test_joined (void)
{
  DtlExtent first = parse ("1914-06"), last = parse ("1918");
  DtlExtent span = dtl_extent_span (&first, &last);
  DtlExtent reversed = dtl_extent_span (&last, &first);
  DtlExtent between = dtl_extent_between (&first, &last);

  g_assert_cmpint (span.start, ==, at (1914, 6, 1));
  g_assert_cmpint (span.latest_start, ==, at (1914, 7, 1) - 1);
  g_assert_cmpint (span.earliest_end, ==, at (1918, 1, 1) + 1);
  g_assert_cmpint (span.end, ==, at (1919, 1, 1));
  g_assert_cmpint (span.precision, ==, DTL_PRECISION_MONTH);
  g_assert_cmpint (span.precision_end, ==, DTL_PRECISION_YEAR);
  g_assert_true (dtl_extent_equal (&span, &reversed));
  g_assert_cmpint (between.latest_start, ==, between.end - 1);
  g_assert_cmpint (between.earliest_end, ==, between.start + 1);
}

static const struct {
  const char *of;
  DtlPart part;
  const char *first, *last; /* days */
} parts[] = {
  { "194X", DTL_PART_EARLY, "1940-01-01", "1943-12-31" },
  { "194X", DTL_PART_MID, "1944-01-01", "1946-12-31" },
  { "194X", DTL_PART_LATE, "1947-01-01", "1949-12-31" },
  { "1943", DTL_PART_EARLY, "1943-01-01", "1943-04-30" },
  { "1943", DTL_PART_SECOND_HALF, "1943-07-01", "1943-12-31" },
  { "1943", DTL_PART_QUARTER_3, "1943-07-01", "1943-09-30" },
  { "1943-02", DTL_PART_EARLY, "1943-02-01", "1943-02-10" },
  { "1943-02", DTL_PART_LATE, "1943-02-21", "1943-02-28" },
  { "1943-03", DTL_PART_LATE, "1943-03-21", "1943-03-31" },
};

static void
test_part (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  DtlExtent of = parse (parts[i].of);
  DtlExtent part = dtl_extent_get_part (&of, parts[i].part);
  DtlExtent first = parse (parts[i].first), last = parse (parts[i].last);

  g_assert_cmpint (part.start, ==, first.start);
  g_assert_cmpint (part.end, ==, last.end);
  g_assert_cmpint (part.part, ==, parts[i].part);
}

/* As in the list that a person reads: a year before its days, spans before their
 * parts, no beginning before every other. */
static const char *const in_order[] = {
  "[..0100]",   "-0043",      "-0043-03-13",
  "1914/1918",  "1914",       "1914-01/1914-06",
  "1914-01",    "1914-01-01", "1914-06-28/1914-08-04",
  "1914-06-28", "1948/..",    "1948-05-14",
};

static void
test_list (void)
{
  for (guint i = 0; i + 1 < G_N_ELEMENTS (in_order); i++)
    {
      DtlExtent a = parse (in_order[i]), b = parse (in_order[i + 1]);

      g_assert_cmpint (dtl_extent_compare (&a, &b), <, 0);
      g_assert_cmpint (dtl_extent_compare (&b, &a), >, 0);
      g_assert_cmpint (dtl_extent_compare (&a, &a), ==, 0);
    }
}

/* Few values of each, so that many are alike in some. */
static DtlExtent
make_random (GRand *random)
{
  static const DtlPrecision precisions[] = { DTL_PRECISION_CENTURY, DTL_PRECISION_YEAR,
                                             DTL_PRECISION_MONTH, DTL_PRECISION_DAY };
  DtlExtent extent = { 0 };

  extent.start = g_rand_int_range (random, 0, 3);
  extent.end = extent.start + g_rand_int_range (random, 1, 3);
  extent.latest_start = extent.start + g_rand_int_range (random, 0, 2);
  extent.earliest_end = extent.end - g_rand_int_range (random, 0, 2);
  extent.precision = (guint8) precisions[g_rand_int_range (random, 0, 4)];
  if (g_rand_int_range (random, 0, 4) == 0)
    extent.start = DTL_TIME_PAST;
  if (g_rand_int_range (random, 0, 4) == 0)
    extent.end = DTL_TIME_FUTURE;
  return extent;
}

static gboolean
is_same_place (const DtlExtent *a, const DtlExtent *b)
{
  return a->start == b->start && a->latest_start == b->latest_start &&
         a->earliest_end == b->earliest_end && a->end == b->end &&
         a->precision == b->precision;
}

/* Whatever three there are: they have one order, whichever is asked first, and
 * only what is alike is not told apart (there the id decides). */
static void
test_order (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1983);

  for (int i = 0; i < 1000000; i++)
    {
      DtlExtent a = make_random (random), b = make_random (random),
                c = make_random (random);
      int ab = dtl_extent_compare (&a, &b), bc = dtl_extent_compare (&b, &c),
          ac = dtl_extent_compare (&a, &c);

      g_assert_cmpint (dtl_extent_compare (&b, &a), ==, -ab);
      g_assert_cmpint (ab == 0, ==, is_same_place (&a, &b));
      if (ab <= 0 && bc <= 0)
        g_assert_cmpint (ac, ==, MIN (ab, bc));
    }
}

static int
compare_extents (gconstpointer a, gconstpointer b)
{
  return dtl_extent_compare (a, b);
}

/* Where there is no such locale the order is that of C twice, which is right too. */
static void
test_order_in_locales (void)
{
  static const char *const locales[] = { "C", "tr_TR.UTF-8", "fa_IR.UTF-8",
                                         "de_DE.UTF-8" };
  g_autofree char *before = g_strdup (setlocale (LC_ALL, NULL));
  DtlExtent first[200], extents[200];

  for (guint l = 0; l < G_N_ELEMENTS (locales); l++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (1582);

      setlocale (LC_ALL, locales[l]);
      for (guint i = 0; i < G_N_ELEMENTS (extents); i++)
        extents[i] = make_random (random);
      qsort (extents, G_N_ELEMENTS (extents), sizeof extents[0], compare_extents);
      if (l == 0)
        memcpy (first, extents, sizeof first);
      for (guint i = 0; i < G_N_ELEMENTS (extents); i++)
        g_assert_cmpint (dtl_extent_compare (&first[i], &extents[i]), ==, 0);
    }
  setlocale (LC_ALL, before);
}

static const struct {
  const char *edtf;
  gint64 seconds;
} margins[] = {
  { "1984", 0 },
  { "1937~", 2 * DTL_SECONDS_PER_YEAR },
  { "1340~", 5 * DTL_SECONDS_PER_YEAR },
  { "1200~", 50 * DTL_SECONDS_PER_YEAR },
  { "-1199~", 50 * DTL_SECONDS_PER_YEAR }, /* 1200 BC */
  { "1953-07-27~", DTL_SECONDS_PER_DAY },
};

static void
test_margin (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  DtlExtent extent = parse (margins[i].edtf);

  g_assert_cmpint (dtl_extent_get_margin (&extent), ==, margins[i].seconds);
}

static void
test_anchor (void)
{
  DtlExtent day = parse ("1953-07-27"), since = parse ("1948/.."),
            until = parse ("../1806"), deep = parse ("Y-66E6/Y66E6");

  g_assert_cmpint (dtl_extent_get_anchor (&day), ==, at (1953, 7, 27) + 43200);
  g_assert_cmpint (dtl_extent_get_anchor (&since), ==, at (1948, 1, 1));
  g_assert_cmpint (dtl_extent_get_anchor (&until), ==, at (1807, 1, 1) - 1);
  g_assert_cmpint (ABS (dtl_extent_get_anchor (&deep) - at (0, 7, 1)), <,
                   2 * DTL_SECONDS_PER_YEAR);
}

/* At the ends of the range: cut, flagged, and never empty. */
static void
test_ends_of_range (void)
{
  static const double years[] = { 146e9, -146e9, 1e12, -1e12, 1e300, -1e300 };

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    for (DtlPrecision p = DTL_PRECISION_BILLION_YEARS; p <= DTL_PRECISION_YEAR; p++)
      {
        DtlExtent extent = dtl_extent_from_years_ago (years[i], p);

        g_assert_cmpint (extent.start, <, extent.end);
        g_assert_cmpint (extent.start, >=, DTL_TIME_MIN);
        g_assert_cmpint (extent.end, <=, DTL_TIME_MAX);
        if (ABS (years[i]) > 146e9)
          g_assert_cmpint (extent.flags & DTL_EXTENT_OUT_OF_RANGE, !=, 0);
      }
}

static void
add_case (const char *folder, guint i, const char *name, GTestDataFunc check)
{
  g_autofree char *path = g_strdup_printf ("/%s/%u %s", folder, i, name);

  g_strdelimit (path + strlen (folder) + 2, "/", '|');
  g_test_add_data_func (path, GUINT_TO_POINTER (i), check);
}

/* Never finer than what is known, whatever that is. */
static void
test_precision_from_seconds (void)
{
  static const struct {
    double seconds;
    DtlPrecision precision;
  } rows[] = {
    { 0, DTL_PRECISION_SECOND },
    { 1, DTL_PRECISION_SECOND },
    { 1.5, DTL_PRECISION_MINUTE },
    { 60, DTL_PRECISION_MINUTE },
    { 61, DTL_PRECISION_HOUR },
    { 86400, DTL_PRECISION_DAY },
    { 86401, DTL_PRECISION_MONTH },
    { 4e7, DTL_PRECISION_DECADE },
    { 1e15, DTL_PRECISION_HUNDRED_MILLION_YEARS },
    { 1e300, DTL_PRECISION_BILLION_YEARS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (dtl_precision_from_seconds (rows[i].seconds), ==, rows[i].precision);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sided); i++)
    add_case ("sided", i, sided[i].made, test_sided);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    add_case ("part", i, parts[i].of, test_part);
  for (guint i = 0; i < G_N_ELEMENTS (margins); i++)
    add_case ("margin", i, margins[i].edtf, test_margin);
  g_test_add_func ("/neighbours", test_neighbours);
  g_test_add_func ("/joined", test_joined);
  g_test_add_func ("/order/list", test_list);
  g_test_add_func ("/order/total", test_order);
  g_test_add_func ("/order/locales", test_order_in_locales);
  g_test_add_func ("/anchor", test_anchor);
  g_test_add_func ("/ends-of-range", test_ends_of_range);
  g_test_add_func ("/extent/precision-from-seconds", test_precision_from_seconds);
  return g_test_run ();
}
