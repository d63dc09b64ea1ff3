/* "dateline extract": articles to mentions of time and dated claims. */

#include "config.h"

#include "cli/dtl-cli-batch.h"
#include "cli/dtl-cli-describe.h"
#include "cli/dtl-cli-input.h"
#include "cli/dtl-cli-table.h"

#include <glib/gi18n-lib.h>

typedef struct {
  const DtlCliOptions *options;
  DtlCliAnswer *answer;
  GError *error; /* of the extraction, which ended the reading */
} Extracting;

static void
write_extraction (GString *output,
                  const DtlExtraction *extraction,
                  const char *format,
                  gboolean is_one_of_many)
{
  gboolean one_line = is_one_of_many || g_strcmp0 (format, "jsonl") == 0;
  DtlJsonWriter json;

  if (g_strcmp0 (format, "csv") == 0)
    dtl_cli_append_csv (output, extraction);
  else if (g_strcmp0 (format, "timeml") == 0)
    dtl_cli_append_timeml (output, extraction);
  else
    {
      dtl_json_init (&json, output, one_line ? 0 : 2);
      dtl_describe_extraction (&json, extraction);
      g_string_append_c (output, '\n');
    }
}

static DtlExtraction *
extract_plainly (DtlArticle *article, gboolean explain, GError **error)
{
  gpointer before = dtl_cli_begin_data ();
  DtlExtraction *extraction = explain ? dtl_extract_explained (article, NULL, error)
                                      : dtl_extract (article, NULL, error);

  dtl_cli_end_data (before);
  return extraction;
}

static gboolean
extract_article (DtlArticle *article, gboolean is_one_of_many, gpointer data)
{
  Extracting *extracting = data;
  g_autoptr (DtlExtraction) extraction =
      extract_plainly (article, extracting->options->explain, &extracting->error);

  if (extraction == NULL)
    return FALSE;
  write_extraction (extracting->answer->output, extraction, extracting->options->format,
                    is_one_of_many);
  return dtl_cli_answer_flush (extracting->answer);
}

static void
on_extract (const DtlCliItem *item, DtlCliAnswer *answer, gpointer data)
{
  Extracting extracting = { data, answer, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  if (!dtl_cli_read_each (item, data, extract_article, &extracting, &id, &error))
    dtl_cli_answer_error (answer, item, id, error);
  else if (extracting.error != NULL)
    dtl_cli_answer_error (answer, item, id, extracting.error);
  g_clear_error (&extracting.error);
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
