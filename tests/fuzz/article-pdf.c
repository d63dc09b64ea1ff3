/* Any bytes as a PDF document. */

#include "fuzz/article-laws.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  article_laws_check (data, size, DTL_INPUT_AUTO);
  return 0;
}
