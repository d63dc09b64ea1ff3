#include "config.h"

#include "cli/dtl-cli-programs.h"

char *
dtl_cli_find_program (const char *beside, const char *name)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self == NULL ? NULL : g_path_get_dirname (self);
  g_autofree char *path = folder == NULL ? NULL : g_build_filename (folder, beside, NULL);

  if (path != NULL && g_file_test (path, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&path);
  return g_build_filename (DTL_LIBEXEC_DIR, name, NULL);
}
