/* Bytes as a document: refused with one of the store's errors, or a timeline
 * that is the same after saving and loading. */

#include "fuzz/fuzz.h"

#include "store/dtl-store.h"
#include "store/store-testing.h"

#include <glib/gstdio.h>
#include <stdio.h>

static void
write_bytes (const char *path, const guint8 *data, gsize size)
{
  FILE *file = g_fopen (path, "wb");

  g_assert_nonnull (file);
  /* Of nothing, @data is NULL. */
  g_assert_cmpuint (size > 0 ? fwrite (data, 1, size, file) : 0, ==, size);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
check_round_trip (const char *path, const DtlTimeline *timeline)
{
  g_autoptr (GError) error = NULL;

  dtl_store_save (path, timeline, &error);
  g_assert_no_error (error);

  g_autoptr (DtlTimeline) again = dtl_store_load (path, NULL, &error);

  g_assert_no_error (error);
  store_testing_assert_same (timeline, again);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *folder = store_testing_make_folder ();
  g_autofree char *path = g_build_filename (folder, "fuzz.dateline", NULL);
  g_autoptr (GError) error = NULL;

  write_bytes (path, data, size);

  g_autoptr (DtlTimeline) timeline = dtl_store_load (path, NULL, &error);

  if (timeline != NULL)
    check_round_trip (path, timeline);
  else
    g_assert_true (error->domain == DTL_STORE_ERROR);
  store_testing_remove_folder (folder);
  return 0;
}
