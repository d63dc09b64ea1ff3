#include "config.h"

#include "cli/dtl-cli.h"
#include "extract/packs/dtl-pack.h"
#include "time/forms/dtl-edtf.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_JOBS 256

void
dtl_cli_options_clear (DtlCliOptions *options)
{
  g_clear_pointer (&options->input, g_free);
  g_clear_pointer (&options->format, g_free);
  g_clear_pointer (&options->published, g_free);
  g_clear_pointer (&options->language, g_free);
  g_clear_pointer (&options->language_file, g_free);
  g_clear_pointer (&options->place, g_free);
  g_clear_pointer (&options->files, g_strfreev);
}

static gboolean
is_one_of (const char *value, const char *const *choices)
{
  return value == NULL || g_strv_contains (choices, value);
}

static gboolean
is_country_code (const char *text)
{
  return g_ascii_isalpha (text[0]) && g_ascii_isalpha (text[1]) && text[2] == '\0';
}

/* What is wrong with the values, NULL where nothing is. Caller frees. */
static char *
find_fault (const DtlCliOptions *options)
{
  static const char *const inputs[] = { "auto", "text", "html", "jsonl", NULL };
  DtlExtent extent;

  if (!is_one_of (options->input, inputs))
    return g_strdup_printf (_ ("--input has to be auto, text, html or jsonl, not “%s”"),
                            options->input);
  if (options->published != NULL &&
      !dtl_edtf_parse (options->published, strlen (options->published), &extent, NULL,
                       NULL))
    return g_strdup_printf (
        _ ("--published has to be a date such as 2023-07-27, not “%s”"),
        options->published);
  if (options->place != NULL && !is_country_code (options->place))
    return g_strdup_printf (
        _ ("--place has to be the two letters of a country such as GB, not “%s”"),
        options->place);
  if (options->jobs < 1 || options->jobs > MAX_JOBS)
    return g_strdup_printf (_ ("--jobs has to be between 1 and %d"), MAX_JOBS);
  return NULL;
}

/* The pack that was named is used for its language, and that is the language of
 * the input where none was named. */
static gboolean
use_language_file (DtlCliOptions *options, const char *command)
{
  g_autoptr (GError) error = NULL;
  const char *tag;

  if (options->language_file == NULL)
    return TRUE;
  tag = dtl_pack_use_file (options->language_file, &error);
  if (tag == NULL)
    {
      dtl_cli_refuse (command, error->message);
      return FALSE;
    }
  if (options->language == NULL)
    options->language = g_strdup (tag);
  return TRUE;
}

gboolean
dtl_cli_options_parse (DtlCliOptions *options,
                       const char *arguments,
                       const char *summary,
                       const GOptionEntry *entries,
                       int argc,
                       char **argv)
{
  const GOptionEntry common[] = {
    { "input", 0, 0, G_OPTION_ARG_STRING, &options->input,
      N_ ("What the input is: auto, text, html or jsonl"), N_ ("KIND") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format, N_ ("Form of the output"),
      N_ ("FORMAT") },
    { "published", 0, 0, G_OPTION_ARG_STRING, &options->published,
      N_ ("Date of an article that does not give its own"), N_ ("DATE") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &options->language,
      N_ ("Language of the articles instead of the one found"), N_ ("TAG") },
    { "language-file", 0, 0, G_OPTION_ARG_FILENAME, &options->language_file,
      N_ ("A language pack of your own, for its language"), N_ ("FILE") },
    { "place", 0, 0, G_OPTION_ARG_STRING, &options->place,
      N_ ("Country whose calendar and ways of writing dates hold"), N_ ("CODE") },
    { "jobs", 0, 0, G_OPTION_ARG_INT, &options->jobs,
      N_ ("How many inputs to work on at once"), N_ ("N") },
    { "fetch", 0, 0, G_OPTION_ARG_NONE, &options->fetch,
      N_ ("Fetch inputs that are http or https addresses"), NULL },
    { "explain", 0, 0, G_OPTION_ARG_NONE, &options->explain,
      N_ ("Say where each value comes from"), NULL },
    { "quiet", 0, 0, G_OPTION_ARG_NONE, &options->quiet, N_ ("No messages but errors"),
      NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->files, NULL,
      NULL },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (arguments);
  g_autoptr (GError) error = NULL;
  g_autofree char *fault = NULL;

  options->jobs = 1;
  g_option_context_set_summary (context, summary);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      dtl_cli_refuse (argv[0], error->message);
      return FALSE;
    }
  if (options->files == NULL)
    options->files = g_new0 (char *, 1);
  fault = find_fault (options);
  if (fault != NULL)
    dtl_cli_refuse (argv[0], fault);
  return fault == NULL && use_language_file (options, argv[0]);
}

gboolean
dtl_cli_options_check_format (DtlCliOptions *options,
                              const char *const *formats,
                              const char *command)
{
  g_autofree char *message = NULL;
  g_autofree char *choices = g_strjoinv (", ", (char **) formats);

  if (options->format == NULL)
    options->format =
        g_strdup (g_strcmp0 (options->input, "jsonl") == 0 ? "jsonl" : formats[0]);
  if (g_strv_contains (formats, options->format))
    return TRUE;
  message = g_strdup_printf (_ ("--format has to be one of %s, not “%s”"), choices,
                             options->format);
  dtl_cli_refuse (command, message);
  return FALSE;
}

gboolean
dtl_cli_read_calendar (const char *name, const char *command, DtlCalendar *ret_calendar)
{
  g_autofree char *message = NULL;

  if (name == NULL || dtl_calendar_from_name (name, ret_calendar))
    return TRUE;
  message = g_strdup_printf (_ ("there is no calendar “%s”"), name);
  dtl_cli_refuse (command, message);
  return FALSE;
}

DtlReadOptions
dtl_cli_options_get_read_options (const DtlCliOptions *options)
{
  DtlReadOptions read = { 0 };

  read.format = DTL_INPUT_AUTO;
  if (g_strcmp0 (options->input, "text") == 0)
    read.format = DTL_INPUT_TEXT;
  else if (g_strcmp0 (options->input, "html") == 0)
    read.format = DTL_INPUT_HTML;
  read.published = options->published;
  read.language = options->language;
  read.place = options->place;
  return read;
}
