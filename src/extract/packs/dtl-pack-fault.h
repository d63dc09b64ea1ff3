/* What is wrong with a language pack, and where. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More are not told of: somebody who mends a pack starts at the first. */
#define DTL_MAX_PACK_FAULTS 100

typedef struct {
  int line;      /* from 1; 0 for the whole file */
  char *message; /* in plain words, translated */
} DtlPackFault;

/* Returns: (element-type DtlPackFault) (transfer full) */
GPtrArray *dtl_pack_faults_new (void);

/* Adds one; beyond DTL_MAX_PACK_FAULTS nothing. */
void dtl_pack_faults_add (GPtrArray *faults, int line, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* By line; of several in one line the first stays first. */
void dtl_pack_faults_sort (GPtrArray *faults);

gboolean dtl_pack_faults_has_line (const GPtrArray *faults, int line);

/* "en.xml:12: there is no class “mouth”": the first, as a DtlPackError. */
void dtl_pack_faults_to_error (const GPtrArray *faults, const char *name, GError **error);

/* "en.xml:12", or "en.xml" for the whole file. Caller frees. */
char *dtl_pack_fault_dup_place (const DtlPackFault *fault, const char *name);

G_END_DECLS
