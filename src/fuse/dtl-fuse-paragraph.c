#include "config.h"

#include "fuse/dtl-fuse-paragraph.h"

int
dtl_fuse_find_paragraph (const DtlArticle *article, gsize position)
{
  guint low = 0, high;
  const DtlParagraph *paragraphs = dtl_article_get_paragraphs (article, &high);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (paragraphs[middle].end <= position)
        low = middle + 1;
      else if (paragraphs[middle].start > position)
        high = middle;
      else
        return (int) middle;
    }
  return -1;
}
