#include "config.h"

#include "article/pdf/dtl-pdf-reader.h"

#include <glib/gi18n-lib.h>

gboolean
dtl_pdf_read (DtlArticleSink *sink,
              const char *bytes,
              gsize length,
              GCancellable *cancellable,
              GError **error)
{
  g_set_error (error, DTL_ARTICLE_ERROR, DTL_ARTICLE_ERROR_UNSUPPORTED,
               _ ("this is a PDF document, and this copy of Dateline was built without "
                  "the library for them: install poppler-glib and build it again"));
  return FALSE;
}
