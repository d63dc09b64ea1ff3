/* "dateline check-language": what is wrong with language packs. */

#include "config.h"

#include "cli/dtl-cli.h"
#include "extract/packs/dtl-pack-check.h"
#include "extract/packs/dtl-pack-fault.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

static void
tell_faults (const char *path, const GPtrArray *faults)
{
  for (guint i = 0; i < faults->len; i++)
    {
      const DtlPackFault *fault = g_ptr_array_index (faults, i);
      g_autofree char *place = dtl_pack_fault_dup_place (fault, path);

      dtl_cli_complain (place, fault->message);
    }
}

/* FALSE where something is wrong with the pack. */
static gboolean
check_file (const char *path, gboolean quiet)
{
  g_autoptr (GPtrArray) faults = dtl_pack_faults_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;
  guint n_examples;

  if (!g_file_get_contents (path, &contents, &length, &error))
    {
      dtl_cli_complain (NULL, error->message);
      return FALSE;
    }
  bytes = g_bytes_new_take (contents, length);
  n_examples = dtl_pack_check (bytes, faults);
  tell_faults (path, faults);
  if (faults->len == 0 && !quiet)
    printf (g_dngettext (GETTEXT_PACKAGE, "%s: in order, and %u example is right\n",
                         "%s: in order, and %u examples are right\n", n_examples),
            path, n_examples);
  return faults->len == 0;
}

DtlCliStatus
dtl_cli_check_language (int argc, char **argv)
{
  g_auto (DtlCliOptions) options = { 0 };
  gboolean all = TRUE;

  if (!dtl_cli_options_parse (
          &options, _ ("FILE…"),
          _ ("Checks language packs: their form, their patterns and their examples."),
          NULL, argc, argv))
    return DTL_CLI_USAGE;
  if (options.files[0] == NULL)
    return dtl_cli_refuse (argv[0], _ ("no language pack was named"));
  for (char **file = options.files; *file != NULL; file++)
    all &= check_file (*file, options.quiet);
  return all ? DTL_CLI_DONE : DTL_CLI_FAILED;
}
