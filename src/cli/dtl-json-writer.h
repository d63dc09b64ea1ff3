/* Writes JSON, one value after another, without a tree in between.
 *
 * Not json-glib's generator: that prints 0.9 as 0.90000000000000002, and needs
 * the whole answer in memory as nodes. Order is the order of the calls; the
 * output does not depend on the locale. Text has to be valid UTF-8. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  GString *text;
  int indent; /* spaces a level; 0 writes all on one line */
  int depth;
  gboolean filled; /* something stands before in this object or array */
  gboolean named;  /* a name was written, its value comes next */
} DtlJsonWriter;

/* @text is lent and appended to. */
void dtl_json_init (DtlJsonWriter *json, GString *text, int indent);

void dtl_json_begin_object (DtlJsonWriter *json);
void dtl_json_end_object (DtlJsonWriter *json);
void dtl_json_begin_array (DtlJsonWriter *json);
void dtl_json_end_array (DtlJsonWriter *json);

/* The name of the member whose value is written next. */
void dtl_json_name (DtlJsonWriter *json, const char *name);

void dtl_json_string (DtlJsonWriter *json, const char *value); /* NULL: null */
void dtl_json_string_length (DtlJsonWriter *json, const char *value, gsize length);
void dtl_json_integer (DtlJsonWriter *json, gint64 value);
void dtl_json_boolean (DtlJsonWriter *json, gboolean value);
void dtl_json_null (DtlJsonWriter *json);
/* Two decimals at most, "0.9". */
void dtl_json_fraction (DtlJsonWriter *json, double value);

/* A name and its value in one call. */
void dtl_json_add_string (DtlJsonWriter *json, const char *name, const char *value);
void dtl_json_add_integer (DtlJsonWriter *json, const char *name, gint64 value);
void dtl_json_add_boolean (DtlJsonWriter *json, const char *name, gboolean value);
void dtl_json_add_fraction (DtlJsonWriter *json, const char *name, double value);

G_END_DECLS
