/* Any bytes as Markdown: an article whose text is clean and whose paragraphs are
 * in order, or none; the same again, however often it is read. */

#include "fuzz/article-laws.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  article_laws_check_named (data, size, DTL_INPUT_AUTO, "mill.md");
  return 0;
}
