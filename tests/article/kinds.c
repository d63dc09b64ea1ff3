/* What is read, what is refused, and in which words. */

#include "article/article-testing.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  const char *name;
  const char *bytes;
  gsize length;
  int code;
  const char *message; /* part of it */
} Refusal;

#define REFUSAL(name, bytes, code, message)                                              \
  {                                                                                      \
    name, bytes, sizeof (bytes) - 1, code, message                                       \
  }

static const Refusal refusals[] = {
  REFUSAL ("empty", "", DTL_ARTICLE_ERROR_EMPTY, "nothing in it"),
  REFUSAL ("white space", " \n\t\r\n ", DTL_ARTICLE_ERROR_EMPTY, "nothing in it"),
  REFUSAL ("JPEG",
           "\377\330\377\340\0\020JFIF\0\001\001\0\0\001\0\001\0\0\377\333",
           DTL_ARTICLE_ERROR_UNSUPPORTED,
           "a JPEG picture"),
  REFUSAL ("PNG",
           "\211PNG\r\n\032\n\0\0\0\rIHDR\0\0\0\001\0\0\0\001",
           DTL_ARTICLE_ERROR_UNSUPPORTED,
           "a PNG picture"),
  REFUSAL ("program",
           "\177ELF\002\001\001\0\0\0\0\0\0\0\0\0\003\0>\0",
           DTL_ARTICLE_ERROR_UNSUPPORTED,
           "a program"),
  REFUSAL ("zip",
           "PK\003\004\024\0\0\0\010\0\0\0\0\0",
           DTL_ARTICLE_ERROR_BROKEN,
           "empty or damaged"),
  REFUSAL ("gzip",
           "\037\213\010\0\0\0\0\0\0\003\001\002\003\004\005\006",
           DTL_ARTICLE_ERROR_UNSUPPORTED,
           "a compressed file"),
  REFUSAL ("zeros",
           "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
           DTL_ARTICLE_ERROR_UNSUPPORTED,
           "without text"),
  REFUSAL ("a page without text",
           "<html><body><script>x()</script><img src=a></body></html>",
           DTL_ARTICLE_ERROR_NO_TEXT,
           "no text"),
};

static void
test_refusal (gconstpointer data)
{
  const Refusal *c = data;
  g_autofree char *message = NULL;

  g_assert_cmpint (article_testing_refuse (c->bytes, c->length, "thing", &message), ==,
                   c->code);
  g_assert_nonnull (strstr (message, c->message));
}

/* --- page or plain text --- */

typedef struct {
  const char *bytes, *name;
  const char *text;
} Kind;

#define SENTENCE "They met in the town hall and signed the paper that ended it."

static const Kind kinds[] = {
  { "<!doctype html><p>" SENTENCE, "x", SENTENCE },
  { "  \n<html><body>" SENTENCE, "x", SENTENCE },
  { "<p>" SENTENCE "</p>", "page.HTM", SENTENCE },
  { "<div><p>" SENTENCE "</p></div>", NULL, SENTENCE },
  { "A tag such as <br> is no page: 1 < 2.", "notes.txt",
    "A tag such as <br> is no page: 1 < 2." },
  { "MZ is what a letter may begin with.", NULL, "MZ is what a letter may begin with." },
};

static void
test_kind (gconstpointer data)
{
  const Kind *c = data;
  g_autoptr (DtlArticle) article =
      article_testing_read (c->bytes, strlen (c->bytes), c->name, NULL);

  g_assert_cmpstr (dtl_article_get_text (article, NULL), ==, c->text);
}

/* --- files --- */

static void
check_file (const char *path, GQuark domain, int code)
{
  DtlReadOptions options = { .max_bytes = 1000 * 1000 };
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = dtl_article_read_file (file, &options, NULL, &error);

  g_assert_error (error, domain, code);
  g_assert_null (articles);
  g_assert_cmpuint (strlen (error->message), >, 10);
}

static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("dateline-XXXXXX", NULL);
  g_autofree char *missing = g_build_filename (folder, "none.txt", NULL);
  g_autofree char *big = g_build_filename (folder, "big.txt", NULL);
  g_autofree char *bytes = g_strnfill (1000 * 1000 + 1, 'a');

  g_assert_true (g_file_set_contents (big, bytes, -1, NULL));
  check_file (folder, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  check_file (missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  check_file (big, DTL_ARTICLE_ERROR, DTL_ARTICLE_ERROR_TOO_BIG);
  g_remove (big);
  g_rmdir (folder);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<p>x", 4);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (dtl_article_read_bytes (bytes, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_options (void)
{
  DtlReadOptions options = { .id = "a",
                             .url = "https://courier.example/x",
                             .published = "2023-07",
                             .language = "de" };
  g_autoptr (GBytes) bytes = g_bytes_new_static (SENTENCE, strlen (SENTENCE));
  g_autoptr (GPtrArray) articles =
      dtl_article_read_bytes (bytes, "b.txt", &options, NULL, NULL);
  const DtlArticle *article = articles->pdata[0];
  DtlExtent published;

  g_assert_cmpstr (dtl_article_get (article, DTL_ARTICLE_ID), ==, "a");
  g_assert_cmpstr (dtl_article_get (article, DTL_ARTICLE_URL), ==,
                   "https://courier.example/x");
  g_assert_cmpstr (dtl_article_get (article, DTL_ARTICLE_PUBLISHED), ==, "2023-07");
  g_assert_cmpstr (dtl_article_get (article, DTL_ARTICLE_LANGUAGE), ==, "de");
  g_assert_true (dtl_article_get_published (article, &published));
  g_assert_cmpint (published.precision, ==, DTL_PRECISION_MONTH);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/article/refused/", refusals[i].name, NULL);

      g_test_add_data_func (path, &refusals[i], test_refusal);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_strdup_printf ("/article/kind/%" G_GSIZE_FORMAT, i + 1);

      g_test_add_data_func (path, &kinds[i], test_kind);
    }
  g_test_add_func ("/article/files", test_files);
  g_test_add_func ("/article/cancelled", test_cancelled);
  g_test_add_func ("/article/options", test_options);
  return g_test_run ();
}
