/* Runs a fuzz target once over every file of the folders it is given. */

#include "fuzz/fuzz.h"

#include <stdio.h>

static guint
run_folder (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;
  guint n_run = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize size;

      g_file_get_contents (path, &bytes, &size, &error);
      g_assert_no_error (error);
      /* A copy of the exact size, so that a read beyond the end is seen. */
      g_autofree guint8 *exact = g_memdup2 (bytes, size);

      LLVMFuzzerTestOneInput (exact, size);
      n_run++;
    }
  return n_run;
}

int
main (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      guint n_run = run_folder (argv[i]);

      printf ("%s: %u seeds\n", argv[i], n_run);
      g_assert_cmpuint (n_run, >, 0);
    }
  return 0;
}
