/* The examples in a language pack: phrases, and what they have to be read as. */

#pragma once

#include "extract/packs/dtl-pack.h"

G_BEGIN_DECLS

typedef struct {
  int line; /* of the pack's file */
  char *text;
  char *value;     /* TIMEX3, or NULL */
  char *edtf;      /* or NULL; with neither the text has to be refused */
  char *published; /* EDTF, or NULL, as the next */
  char *reference;
  char *place; /* ISO 3166 country, or NULL */
} DtlPackExample;

/* Empty for what is no pack.
 *
 * Returns: (element-type DtlPackExample) (transfer full) */
GPtrArray *dtl_pack_examples_read (GBytes *bytes);

/* Reads the text with @pack. NULL where that gives what is expected, else one
 * translated line that tells both. Caller frees. */
char *dtl_pack_example_check (const DtlPackExample *example, const DtlPack *pack);

G_END_DECLS
