/* Any bytes as an export of a wiki: refused, or articles, each with a clean text
 * and its paragraphs in order; the same again, however often it is read. */

#include "fuzz/article-laws.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  article_laws_check_named (data, size, DTL_INPUT_AUTO, "export.xml");
  return 0;
}
