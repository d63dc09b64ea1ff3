/* "dateline read": articles to their title, byline, date, language and text. */

#include "config.h"

#include "cli/dtl-cli-batch.h"
#include "cli/dtl-cli-describe.h"
#include "cli/dtl-cli-input.h"

#include <glib/gi18n-lib.h>

typedef struct {
  const DtlCliOptions *options;
  DtlCliAnswer *answer;
} Reading;

static gboolean
write_article (DtlArticle *article, gboolean is_one_of_many, gpointer data)
{
  const Reading *reading = data;
  const DtlCliOptions *options = reading->options;
  GString *output = reading->answer->output;
  gboolean one_line = is_one_of_many || g_strcmp0 (options->format, "jsonl") == 0;
  DtlJsonWriter json;

  dtl_json_init (&json, output, one_line ? 0 : 2);
  dtl_json_begin_object (&json);
  dtl_describe_article (&json, article);
  if (options->explain)
    dtl_describe_carriers (&json, article);
  dtl_json_end_object (&json);
  g_string_append_c (output, '\n');
  return dtl_cli_answer_flush (reading->answer);
}

static void
on_read (const DtlCliItem *item, DtlCliAnswer *answer, gpointer data)
{
  Reading reading = { data, answer };
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  if (!dtl_cli_read_each (item, data, write_article, &reading, &id, &error))
    dtl_cli_answer_error (answer, item, id, error);
}

DtlCliStatus
dtl_cli_read (int argc, char **argv)
{
  static const char *const formats[] = { "json", "jsonl", NULL };
  g_auto (DtlCliOptions) options = { 0 };

  if (!dtl_cli_options_parse (
          &options, _ ("FILE…"),
          _ ("Prints the title, byline, date, language and text of articles."), NULL,
          argc, argv))
    return DTL_CLI_USAGE;
  if (options.files[0] == NULL)
    return dtl_cli_refuse (argv[0], _ ("no article was named"));
  if (!dtl_cli_options_check_format (&options, formats, argv[0]))
    return DTL_CLI_USAGE;
  return dtl_cli_run_batch (&options, on_read, &options);
}
