/* What tests share. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The path of a file below tests/. Caller frees. */
char *testing_dup_path (const char *name);

/* Contents of a file below tests/; the test fails where it cannot be read. */
char *testing_read_file (const char *name, gsize *ret_length);

/* Compares @text with tests/golden/@name; with DTL_UPDATE_GOLDEN=1 in the
 * environment it writes the file instead. */
void testing_check_golden (const char *name, const char *text);

/* Calls @check for every line of a table below tests/ that is not empty and
 * does not begin with '#', split at tabs; @line counts from 1. */
typedef void (*TestingRowFunc) (char **fields, guint n_fields, guint line, gpointer data);
void testing_for_each_row (const char *name, TestingRowFunc check, gpointer data);

/* Adds one GLib test "/@prefix/LINE FIRST-FIELD" for each row of a table. */
void testing_add_rows (const char *prefix,
                       const char *name,
                       TestingRowFunc check,
                       gpointer data);

G_END_DECLS
