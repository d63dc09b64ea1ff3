/* The bounded cache keeps what is used and forgets what is not. */

#include "render/dtl-two-ages.h"

static guint n_freed;

static void
free_entry (gpointer entry)
{
  n_freed++;
  g_free (entry);
}

static gsize
get_cost (gconstpointer entry)
{
  return 10;
}

static DtlTwoAges *
make_ages (void)
{
  n_freed = 0;
  return dtl_two_ages_new (g_str_hash, g_str_equal, free_entry, get_cost, 100);
}

static void
insert_numbers (DtlTwoAges *ages, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    dtl_two_ages_insert (ages, g_strdup_printf ("%u", i));
}

static void
test_bound (void)
{
  g_autoptr (DtlTwoAges) ages = make_ages ();

  for (guint i = 0; i < 1000; i++)
    {
      insert_numbers (ages, i, i + 1);
      g_assert_cmpuint (dtl_two_ages_get_cost (ages), <=, 100);
    }
  g_assert_nonnull (dtl_two_ages_lookup (ages, "999"));
  g_assert_null (dtl_two_ages_lookup (ages, "900"));
  g_assert_cmpuint (n_freed, >=, 990);
}

static void
test_used_stays (void)
{
  g_autoptr (DtlTwoAges) ages = make_ages ();

  dtl_two_ages_insert (ages, g_strdup ("used"));
  for (guint i = 0; i < 100; i++)
    {
      insert_numbers (ages, i, i + 1);
      g_assert_nonnull (dtl_two_ages_lookup (ages, "used"));
    }
}

static void
test_clear (void)
{
  g_autoptr (DtlTwoAges) ages = make_ages ();

  insert_numbers (ages, 0, 8);
  dtl_two_ages_clear (ages);
  g_assert_cmpuint (n_freed, ==, 8);
  g_assert_cmpuint (dtl_two_ages_get_cost (ages), ==, 0);
  g_assert_null (dtl_two_ages_lookup (ages, "7"));
}

/* Dearer than the whole bound: kept for as long as its caller needs it. */
static void
test_dear (void)
{
  g_autoptr (DtlTwoAges) ages =
      dtl_two_ages_new (g_str_hash, g_str_equal, g_free, get_cost, 5);

  dtl_two_ages_insert (ages, g_strdup ("dear"));
  g_assert_nonnull (dtl_two_ages_lookup (ages, "dear"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/two-ages/bound", test_bound);
  g_test_add_func ("/two-ages/used-stays", test_used_stays);
  g_test_add_func ("/two-ages/clear", test_clear);
  g_test_add_func ("/two-ages/dear", test_dear);
  return g_test_run ();
}
