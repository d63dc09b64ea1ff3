/* Any bytes as a page: refused, or an article whose text is clean and whose
 * paragraphs are in order; the same again, however often it is read. */

#include "fuzz/article-laws.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  article_laws_check (data, size, DTL_INPUT_HTML);
  return 0;
}
