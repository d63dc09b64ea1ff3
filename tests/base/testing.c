#include "base/testing.h"

#include <string.h>

char *
testing_dup_path (const char *name)
{
  const char *dir = g_getenv ("DTL_TEST_SRCDIR");

  g_assert_nonnull (dir);
  return g_build_filename (dir, name, NULL);
}

char *
testing_read_file (const char *name, gsize *ret_length)
{
  g_autofree char *path = testing_dup_path (name);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, ret_length, &error);
  g_assert_no_error (error);
  return text;
}

void
testing_check_golden (const char *name, const char *text)
{
  g_autofree char *below = g_build_filename ("golden", name, NULL);
  g_autofree char *path = testing_dup_path (below);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (g_getenv ("DTL_UPDATE_GOLDEN"), "1") == 0)
    {
      g_autofree char *folder = g_path_get_dirname (path);

      g_mkdir_with_parents (folder, 0777);
      g_file_set_contents (path, text, -1, &error);
      g_assert_no_error (error);
      return;
    }

  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

void
testing_for_each_row (const char *name, TestingRowFunc check, gpointer data)
{
  g_autofree char *text = testing_read_file (name, NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = NULL;

      if (lines[i][0] == '\0' || lines[i][0] == '#')
        continue;
      fields = g_strsplit (lines[i], "\t", -1);
      check (fields, g_strv_length (fields), i + 1, data);
    }
}

typedef struct {
  char **fields;
  guint line;
  TestingRowFunc check;
  gpointer data;
} Row;

static void
run_row (gconstpointer user_data)
{
  const Row *row = user_data;

  row->check (row->fields, g_strv_length (row->fields), row->line, row->data);
}

static void
free_row (gpointer user_data)
{
  Row *row = user_data;

  g_strfreev (row->fields);
  g_free (row);
}

typedef struct {
  const char *prefix;
  TestingRowFunc check;
  gpointer data;
} RowTests;

static void
add_row (char **fields, guint n_fields, guint line, gpointer data)
{
  const RowTests *tests = data;
  Row *row = g_new0 (Row, 1);
  g_autofree char *shown = g_strdup (fields[0]);
  g_autofree char *path = NULL;

  g_strdelimit (shown, "/", '|'); /* GLib would see a folder */
  path = g_strdup_printf ("/%s/%u %s", tests->prefix, line, shown);
  row->fields = g_strdupv (fields);
  row->line = line;
  row->check = tests->check;
  row->data = tests->data;
  g_test_add_data_func_full (path, row, run_row, free_row);
}

void
testing_add_rows (const char *prefix,
                  const char *name,
                  TestingRowFunc check,
                  gpointer data)
{
  RowTests tests = { prefix, check, data };

  testing_for_each_row (name, add_row, &tests);
}
