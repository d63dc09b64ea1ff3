/* Files of every kind but pages, small, one trait each: what is read from
 * article/documents/NAME is in golden/documents/NAME.txt. A name that ends in
 * ".parts" is packed into a zip archive first. */

#include "article/article-testing.h"
#include "article/packing.h"
#include "base/testing.h"

#include <string.h>

static GBytes *
load (const char *name)
{
  g_autofree char *source = g_strconcat ("article/documents/", name, NULL);
  gsize length;
  char *bytes = testing_read_file (source, &length);

  if (g_str_has_suffix (name, ".parts"))
    {
      char *zip = packing_zip (bytes, length, &length);

      g_free (bytes);
      bytes = zip;
    }
  return g_bytes_new_take (bytes, length);
}

static char *
read_all (GBytes *bytes, const char *name)
{
  g_autoptr (GString) dump = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles =
      dtl_article_read_bytes (bytes, name, NULL, NULL, &error);

  if (articles == NULL)
    return g_strdup_printf ("error: %s\n", error->message);
  for (guint i = 0; i < articles->len; i++)
    {
      g_autofree char *article = article_testing_dump (articles->pdata[i]);

      g_string_append_printf (dump, "== %s\n%s",
                              dtl_article_get (articles->pdata[i], DTL_ARTICLE_ID),
                              article);
    }
  return g_string_free (g_steal_pointer (&dump), FALSE);
}

static void
test_document (gconstpointer data)
{
  const char *name = data;
  g_autofree char *golden = g_strdup_printf ("documents/%s.txt", name);
  g_autoptr (GBytes) bytes = load (name);
  g_autofree char *dump = read_all (bytes, name);

  testing_check_golden (golden, dump);
}

/* Cut anywhere: an error or an article, and never a crash. */
static void
test_truncated (gconstpointer data)
{
  g_autoptr (GBytes) bytes = load (data);
  gsize length = g_bytes_get_size (bytes);

  for (gsize n = 0; n < length; n += 1 + n / 50)
    {
      /* A copy of the exact size, so that a read beyond the end is seen. */
      g_autofree guint8 *exact = g_memdup2 (g_bytes_get_data (bytes, NULL), n);
      g_autoptr (GBytes) cut = g_bytes_new_static (exact, n);
      g_autofree char *dump = read_all (cut, data);

      g_assert_cmpuint (strlen (dump), >, 0);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *path = testing_dup_path ("article/documents");
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *file;

  g_test_init (&argc, &argv, NULL);
  g_assert_nonnull (folder);
  while ((file = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (file));
  g_assert_cmpuint (names->len, >, 0);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *test = g_strconcat ("/article/documents/", names->pdata[i], NULL);
      g_autofree char *cut = g_strconcat ("/article/truncated/", names->pdata[i], NULL);

      g_test_add_data_func (test, names->pdata[i], test_document);
      g_test_add_data_func (cut, names->pdata[i], test_truncated);
    }
  return g_test_run ();
}
