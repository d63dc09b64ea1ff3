/* JSON as pages carry it, broken or not, as one array of values.
 *
 * A value's members are the stretch of the array from it to its end, as in
 * dtl-html-page.h:
 *
 *   for (int i = value + 1; i < json->values[value].end; i = json->values[i].end)
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  DTL_JSON_OBJECT,
  DTL_JSON_ARRAY,
  DTL_JSON_STRING,
  DTL_JSON_OTHER, /* number, true, false, null: @text as it was written */
} DtlJsonKind;

typedef struct {
  guint8 kind; /* DtlJsonKind */
  int parent, end;
  const char *key;  /* NULL within an array */
  const char *text; /* valid UTF-8; NULL of objects and arrays */
} DtlJsonValue;

typedef struct _DtlJson DtlJson;

struct _DtlJson {
  const DtlJsonValue *values; /* the first is an array round all of it */
  int n_values;
  GArray *buffer;
  GStringChunk *strings;
};

/**
 * dtl_json_parse:
 *
 * Reads as much of @text as can be made sense of: line breaks within strings,
 * missing and superfluous commas, comments and an early end are forgiven.
 * Stops at 64 levels and at a million values. Never fails: what cannot be read
 * is not there.
 */
DtlJson *dtl_json_parse (const char *text, gsize length);

void dtl_json_free (DtlJson *json);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlJson, dtl_json_free)

/* The member @key of the object @object, or -1. */
int dtl_json_get (const DtlJson *json, int object, const char *key);

/* The text of a member that is a string; NULL where it is not, or is empty. */
const char *dtl_json_get_string (const DtlJson *json, int object, const char *key);

G_END_DECLS
