/* "dateline extract": articles to mentions of time and dated claims. */

#include "config.h"

#include "cli/dtl-cli-batch.h"
#include "cli/dtl-cli-describe.h"
#include "cli/dtl-cli-input.h"
#include "cli/dtl-cli-table.h"

#include <glib/gi18n-lib.h>

static void
write_extraction (GString *output, const DtlExtraction *extraction, const char *format)
{
  DtlJsonWriter json;

  if (g_strcmp0 (format, "csv") == 0)
    dtl_cli_append_csv (output, extraction);
  else if (g_strcmp0 (format, "timeml") == 0)
    dtl_cli_append_timeml (output, extraction);
  else
    {
      dtl_json_init (&json, output, g_strcmp0 (format, "jsonl") == 0 ? 0 : 2);
      dtl_describe_extraction (&json, extraction);
      g_string_append_c (output, '\n');
    }
}

static DtlExtraction *
extract_plainly (DtlArticle *article, GError **error)
{
  gpointer before = dtl_cli_begin_data ();
  DtlExtraction *extraction = dtl_extract (article, NULL, error);

  dtl_cli_end_data (before);
  return extraction;
}

static void
on_extract (const DtlCliItem *item, DtlCliAnswer *answer, gpointer data)
{
  const DtlCliOptions *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = NULL;
  g_autofree char *id = NULL;

  articles = dtl_cli_read_articles (item, options, &id, &error);
  for (guint i = 0; error == NULL && i < articles->len; i++)
    {
      g_autoptr (DtlExtraction) extraction = extract_plainly (articles->pdata[i], &error);

      if (extraction != NULL)
        write_extraction (answer->output, extraction, options->format);
    }
  if (error != NULL)
    dtl_cli_answer_error (answer, item, id, error);
}

DtlCliStatus
dtl_cli_extract (int argc, char **argv)
{
  static const char *const formats[] = { "json", "jsonl", "csv", "timeml", NULL };
  g_auto (DtlCliOptions) options = { 0 };

  if (!dtl_cli_options_parse (
          &options, _ ("FILE…"),
          _ ("Prints every mention of time in articles and what they date."), NULL, argc,
          argv))
    return DTL_CLI_USAGE;
  if (options.files[0] == NULL)
    return dtl_cli_refuse (argv[0], _ ("no article was named"));
  if (!dtl_cli_options_check_format (&options, formats, argv[0]))
    return DTL_CLI_USAGE;
  if (g_strcmp0 (options.format, "csv") == 0)
    g_print ("%s", dtl_cli_get_csv_head ());
  return dtl_cli_run_batch (&options, on_extract, &options);
}
