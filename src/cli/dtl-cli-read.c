/* "dateline read": articles to their title, byline, date, language and text. */

#include "config.h"

#include "cli/dtl-cli-batch.h"
#include "cli/dtl-cli-describe.h"
#include "cli/dtl-cli-input.h"

#include <glib/gi18n-lib.h>

static void
write_article (GString *output, const DtlArticle *article, const DtlCliOptions *options)
{
  DtlJsonWriter json;
  gboolean one_line = g_strcmp0 (options->format, "jsonl") == 0;

  dtl_json_init (&json, output, one_line ? 0 : 2);
  dtl_json_begin_object (&json);
  dtl_describe_article (&json, article);
  if (options->explain)
    dtl_describe_carriers (&json, article);
  dtl_json_end_object (&json);
  g_string_append_c (output, '\n');
}

static void
on_read (const DtlCliItem *item, DtlCliAnswer *answer, gpointer data)
{
  const DtlCliOptions *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = NULL;
  g_autofree char *id = NULL;

  articles = dtl_cli_read_articles (item, options, &id, &error);
  if (articles == NULL)
    dtl_cli_answer_error (answer, item, id, error);
  else
    for (guint i = 0; i < articles->len; i++)
      write_article (answer->output, articles->pdata[i], options);
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
