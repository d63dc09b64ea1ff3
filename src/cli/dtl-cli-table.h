/* Extractions in the forms of other programs: CSV (RFC 4180, a row a claim) and
 * TimeML (https://timeml.github.io, TIMEX3 only). */

#pragma once

#include "extract/dtl-extraction.h"

G_BEGIN_DECLS

/* The first line, with its line end. Static. */
const char *dtl_cli_get_csv_head (void);
void dtl_cli_append_csv (GString *output, const DtlExtraction *extraction);

/* One TimeML document, XML declaration included. */
void dtl_cli_append_timeml (GString *output, const DtlExtraction *extraction);

G_END_DECLS
