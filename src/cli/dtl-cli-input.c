#include "config.h"

#include "cli/dtl-cli-input.h"

#include "cli/dtl-cli-lines.h"
#include "cli/dtl-json-writer.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#define MAX_STDIN (64 * 1024 * 1024)

GBytes *
dtl_cli_read_stdin (GError **error)
{
  g_autoptr (GInputStream) stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[65536];
  gssize n;

  while ((n = g_input_stream_read (stream, buffer, sizeof buffer, NULL, error)) > 0)
    {
      if (bytes->len + (gsize) n > MAX_STDIN)
        {
          g_set_error (error, DTL_ARTICLE_ERROR, DTL_ARTICLE_ERROR_TOO_BIG,
                       _ ("it is larger than %d MB"), MAX_STDIN / 1024 / 1024);
          return NULL;
        }
      g_byte_array_append (bytes, buffer, (guint) n);
    }
  return n < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

gboolean
dtl_cli_fetch (const char *address,
               const DtlCliOptions *options,
               DtlFetched *ret_fetched,
               GError **error)
{
  if (options->fetch)
    return dtl_fetch (address, NULL, ret_fetched, NULL, error);
  g_set_error (error, DTL_ARTICLE_ERROR, DTL_ARTICLE_ERROR_UNSUPPORTED,
               _ ("an address is fetched only with --fetch"));
  return FALSE;
}

/* --- each article --- */

/* Whether an article is one of many shows only when the second comes: one is
 * held back. */
typedef struct {
  DtlCliArticleFunc func;
  gpointer data;
  DtlArticle *held;
  guint n_handed_out;
} Handing;

static gboolean
hand_out (Handing *handing, gboolean is_last)
{
  g_autoptr (DtlArticle) article = g_steal_pointer (&handing->held);
  gboolean is_one_of_many = !is_last || handing->n_handed_out > 0;

  handing->n_handed_out++;
  return handing->func (article, is_one_of_many, handing->data);
}

static gboolean
on_article (DtlArticle *article, gpointer data)
{
  Handing *handing = data;
  gboolean is_wanted = handing->held == NULL || hand_out (handing, FALSE);

  handing->held = is_wanted ? dtl_article_ref (article) : NULL;
  return is_wanted;
}

static gboolean
read_address (const char *address,
              const DtlCliOptions *options,
              DtlReadOptions *read,
              Handing *handing,
              GError **error)
{
  g_auto (DtlFetched) fetched = { 0 };

  if (!dtl_cli_fetch (address, options, &fetched, error))
    return FALSE;
  read->url = fetched.address;
  return dtl_article_read_each_of_bytes (fetched.bytes, address, read, on_article,
                                         handing, NULL, error);
}

static gboolean
read_name (const char *name,
           const DtlCliOptions *options,
           Handing *handing,
           GError **error)
{
  DtlReadOptions read = dtl_cli_options_get_read_options (options);

  if (strcmp (name, "-") == 0)
    {
      g_autoptr (GInputStream) stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);

      return dtl_article_read_each (stream, "-", &read, on_article, handing, NULL, error);
    }
  if (dtl_fetch_is_address (name))
    return read_address (name, options, &read, handing, error);

  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);

  return dtl_article_read_each_of_file (file, &read, on_article, handing, NULL, error);
}

static gboolean
read_object (JsonParser *line,
             const char *id,
             const DtlCliOptions *options,
             Handing *handing,
             GError **error)
{
  DtlReadOptions read = dtl_cli_options_get_read_options (options);
  const char *path = dtl_cli_get_member (line, "path", NULL);
  const char *html = dtl_cli_get_member (line, "html", NULL);
  const char *text = dtl_cli_get_member (line, "text", NULL);

  read.id = id;
  read.url = dtl_cli_get_member (line, "url", NULL);
  /* Whoever wrote the line knows the article; an option for all does not. */
  read.published_wins = dtl_cli_get_member (line, "published", NULL) != NULL;
  read.published = dtl_cli_get_member (line, "published", read.published);
  read.language = dtl_cli_get_member (line, "language", read.language);
  read.place = dtl_cli_get_member (line, "place", read.place);

  if (path != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);

      return dtl_article_read_each_of_file (file, &read, on_article, handing, NULL,
                                            error);
    }
  if (html != NULL || text != NULL)
    {
      const char *content = html != NULL ? html : text;
      g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));

      read.format = html != NULL ? DTL_INPUT_HTML : DTL_INPUT_TEXT;
      return dtl_article_read_each_of_bytes (bytes, NULL, &read, on_article, handing,
                                             NULL, error);
    }
  g_set_error (error, DTL_ARTICLE_ERROR, DTL_ARTICLE_ERROR_BROKEN,
               _ ("the line has neither “path” nor “html” nor “text”"));
  return FALSE;
}

static gboolean
read_line (const char *line,
           const DtlCliOptions *options,
           Handing *handing,
           char **ret_id,
           GError **error)
{
  g_autoptr (JsonParser) parser = dtl_cli_parse_object (line, error);

  if (parser == NULL)
    return FALSE;
  *ret_id = g_strdup (dtl_cli_get_member (parser, "id", NULL));
  return read_object (parser, *ret_id, options, handing, error);
}

gboolean
dtl_cli_read_each (const DtlCliItem *item,
                   const DtlCliOptions *options,
                   DtlCliArticleFunc func,
                   gpointer data,
                   char **ret_id,
                   GError **error)
{
  Handing handing = { .func = func, .data = data };
  gboolean is_read;

  *ret_id = NULL;
  is_read = item->line != NULL ? read_line (item->line, options, &handing, ret_id, error)
                               : read_name (item->name, options, &handing, error);
  if (handing.held != NULL)
    hand_out (&handing, TRUE);
  return is_read;
}

void
dtl_cli_answer_error (DtlCliAnswer *answer,
                      const DtlCliItem *item,
                      const char *id,
                      const GError *error)
{
  DtlJsonWriter json;

  answer->failed = TRUE;
  if (item->line == NULL)
    {
      answer->message = g_strdup (error->message);
      return;
    }
  dtl_json_init (&json, answer->output, 0);
  dtl_json_begin_object (&json);
  dtl_json_add_string (&json, "id", id);
  dtl_json_add_string (&json, "error", error->message);
  dtl_json_end_object (&json);
  g_string_append_c (answer->output, '\n');
}
