/* Lines as they are printed on pages, to paragraphs: for forms that keep where
 * letters are, and nothing of what they are. */

#pragma once

#include "article/dtl-article.h"

G_BEGIN_DECLS

/* Lengths are points, y goes down. */
typedef struct {
  char *text; /* UTF-8, one line */
  guint page; /* from 0 */
  double left, right, top, bottom;
  double size; /* of its letters */
  gboolean is_bold;
} DtlPrintedLine;

/* Returns: (element-type DtlPrintedLine): frees the lines' texts */
GArray *dtl_printed_lines_new (void);

/**
 * dtl_printed_lines_add_to:
 * @lines: in reading order, page by page
 *
 * Adds their paragraphs and headings: a paragraph ends where the next line is
 * further down than usual or set in, where its last line is short, and where
 * letters change their size. It goes on across columns and pages. Words that
 * were parted at a line's end are whole again. What stands at the head or the
 * foot of several pages, and page numbers, are left out. The title, which is
 * the largest print at the head of the first page, is furniture.
 */
void dtl_printed_lines_add_to (GArray *lines, DtlArticleBuilder *builder);

G_END_DECLS
