#include "config.h"

#include "ui/dtl-language-list.h"

#include "article/dtl-language-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Those that the names of months are known in everywhere. */
static const char *const tags[] = {
  "ar", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hu", "id",
  "it", "ja", "ko", "nb", "nl", "pl", "pt", "ro", "ru", "sv", "tr", "uk", "vi", "zh",
};

typedef struct {
  const char *tag;
  char *name, *key;
} Row;

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_free (row->name);
  g_free (row->key);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Row *) a)->key, ((const Row *) b)->key);
}

static void
add_row (GArray *rows, const char *tag)
{
  const char *const *wanted = g_get_language_names ();
  Row row = { .tag = tag, .name = dtl_language_dup_name (tag, wanted[0]) };

  row.key = g_utf8_collate_key (row.name, -1);
  g_array_append_val (rows, row);
}

static gboolean
is_listed (const char *tag)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    if (strcmp (tags[i], tag) == 0)
      return TRUE;
  return FALSE;
}

static GArray *
list_rows (const char *also)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  g_array_set_clear_func (rows, clear_row);
  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    add_row (rows, tags[i]);
  if (also != NULL && !is_listed (also))
    add_row (rows, also);
  g_array_sort (rows, compare_rows);
  return rows;
}

GtkStringList *
dtl_language_list_new (const char *also)
{
  g_autoptr (GArray) rows = list_rows (also);
  GtkStringList *list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _ ("As found in the text"));
  for (guint i = 0; i < rows->len; i++)
    gtk_string_list_append (list, g_array_index (rows, Row, i).name);
  return list;
}

guint
dtl_language_list_find (const char *also, const char *tag)
{
  g_autoptr (GArray) rows = list_rows (also);

  for (guint i = 0; tag != NULL && i < rows->len; i++)
    if (strcmp (g_array_index (rows, Row, i).tag, tag) == 0)
      return i + 1;
  return 0;
}

const char *
dtl_language_list_get_tag (const char *also, guint position)
{
  g_autoptr (GArray) rows = list_rows (also);

  return position > 0 && position <= rows->len
             ? g_array_index (rows, Row, position - 1).tag
             : NULL;
}
