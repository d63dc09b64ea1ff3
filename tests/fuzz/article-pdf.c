/* Any bytes that begin as a PDF document does. */

#include "fuzz/article-laws.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  if (size >= 5 && memcmp (data, "%PDF-", 5) == 0)
    article_laws_check (data, size, DTL_INPUT_AUTO);
  return 0;
}
