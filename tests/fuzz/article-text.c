/* Any bytes as a text, cleaned and kept as they are. */

#include "fuzz/article-laws.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  article_laws_check (data, size, DTL_INPUT_AUTO);
  article_laws_check (data, size, DTL_INPUT_TEXT);
  return 0;
}
