/* For the program that starts quickly: which calls it hands over, and what stands in
 * for what it does not link, so that a copy without the other says what is wrong. */

#include "config.h"

#include "cli/dtl-cli-programs.h"
#include "io/dtl-fetch.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define WHOLE "dateline-whole"

/* How far into a file its readers look for the mark of a PDF. */
#define PDF_BYTES 1024

static const char pdf_mark[] = "%PDF-";

static gboolean
has_pdf_mark (int file)
{
  char start[PDF_BYTES];
  const ssize_t length = pread (file, start, sizeof start, 0);

  return length > 0 && g_strstr_len (start, length, pdf_mark) != NULL;
}

/* Standard input that cannot be looked at without taking from it may be one. */
static gboolean
may_be_pdf (const char *name)
{
  struct stat status;
  gboolean pdf;
  int file;

  if (strcmp (name, "-") == 0)
    return fstat (STDIN_FILENO, &status) != 0 || !S_ISREG (status.st_mode) ||
           has_pdf_mark (STDIN_FILENO);
  file = open (name, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (file < 0)
    return FALSE;
  pdf = has_pdf_mark (file);
  close (file);
  return pdf;
}

/* JSON lines may name files of any kind. */
static gboolean
needs_whole (char **argv)
{
  static const char *const commands[] = { "render", NULL };
  const gboolean reads = strcmp (argv[1], "date") != 0;

  if (g_strv_contains (commands, argv[1]))
    return TRUE;
  for (char **word = argv + 2; reads && *word != NULL; word++)
    if (strcmp (*word, "--fetch") == 0 || strcmp (*word, "jsonl") == 0 ||
        g_str_has_suffix (*word, "=jsonl") || may_be_pdf (*word))
      return TRUE;
  return FALSE;
}

void
dtl_cli_hand_over (char **argv)
{
  g_autofree char *path = NULL;

  if (!needs_whole (argv))
    return;
  path = dtl_cli_find_program (WHOLE, WHOLE);
  execv (path, argv);
}

DtlCliStatus
dtl_cli_render (int argc, char **argv)
{
  dtl_cli_complain (WHOLE, _ ("this part of Dateline is missing"));
  return DTL_CLI_FAILED;
}

gboolean
dtl_fetch (const char *address,
           const DtlFetchOptions *options,
           DtlFetched *ret_fetched,
           GCancellable *cancellable,
           GError **error)
{
  g_set_error (error, DTL_FETCH_ERROR, DTL_FETCH_ERROR_NETWORK, "%s: %s", WHOLE,
               _ ("this part of Dateline is missing"));
  return FALSE;
}
