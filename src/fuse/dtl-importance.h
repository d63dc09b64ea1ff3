/* How much an assertion matters among those of its article; for the files of
 * this folder. */

#pragma once

#include "extract/dtl-extraction.h"

G_BEGIN_DECLS

/* What the assertions of one article are weighed against. */
typedef struct _DtlImportance DtlImportance;

/* Linear in the article. The extraction has to live as long. */
DtlImportance *dtl_importance_new (const DtlExtraction *extraction);
void dtl_importance_free (DtlImportance *importance);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlImportance, dtl_importance_free)

float dtl_importance_get (DtlImportance *importance, guint assertion);

G_END_DECLS
