/* Any bytes as a zip archive; and any text, packed into one, as the parts of an
 * office document or a book. */

#include "article/packing.h"
#include "fuzz/article-laws.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  gsize length;
  g_autofree char *zip = NULL;

  if (size >= 2 && memcmp (data, "PK", 2) == 0)
    {
      article_laws_check (data, size, DTL_INPUT_AUTO);
      return 0;
    }
  zip = packing_zip ((const char *) data, size, &length);
  article_laws_check ((const guint8 *) zip, length, DTL_INPUT_AUTO);
  return 0;
}
