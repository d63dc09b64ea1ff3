/* Small pages, one trait each: what is read from article/pages/NAME.html is in
 * golden/article/NAME.txt. */

#include "article/article-testing.h"
#include "base/testing.h"

#include <string.h>

static void
test_page (gconstpointer data)
{
  const char *name = data;
  g_autofree char *source = g_strdup_printf ("article/pages/%s.html", name);
  g_autofree char *golden = g_strdup_printf ("article/%s.txt", name);
  gsize length;
  g_autofree char *bytes = testing_read_file (source, &length);
  g_autoptr (DtlArticle) article =
      article_testing_read (bytes, length, "page.html", NULL);
  g_autofree char *dump = article_testing_dump (article);

  testing_check_golden (golden, dump);
}

int
main (int argc, char **argv)
{
  g_autofree char *path = testing_dup_path ("article/pages");
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *file;

  g_test_init (&argc, &argv, NULL);
  g_assert_nonnull (folder);
  while ((file = g_dir_read_name (folder)) != NULL)
    if (g_str_has_suffix (file, ".html"))
      g_ptr_array_add (names, g_strndup (file, strlen (file) - strlen (".html")));
  g_assert_cmpuint (names->len, >, 0);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *test = g_strconcat ("/article/pages/", names->pdata[i], NULL);

      g_test_add_data_func (test, names->pdata[i], test_page);
    }
  return g_test_run ();
}
