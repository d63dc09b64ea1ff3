/* What a line at the head of a plain text says of the text: who wrote it, when
 * it was published. */

#pragma once

#include "article/dtl-stamp.h"

G_BEGIN_DECLS

typedef struct {
  char *byline; /* NULL where it names nobody */
  gboolean has_published, has_modified;
  DtlStamp published, modified;
} DtlTextLine;

void dtl_text_line_clear (DtlTextLine *line);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DtlTextLine, dtl_text_line_clear)

/**
 * dtl_text_line_read:
 * @text: UTF-8, one line
 *
 * Reads a line that is nothing but a byline or a date, or both: "By Jane Doe",
 * "Published: March 3, 2021", "Jane Doe | 3 May 2021, 10:15 GMT",
 * "AgencyThursday, 27 July 2023".
 *
 * Returns: %FALSE for prose, titles and all else
 */
gboolean dtl_text_line_read (const char *text, gsize length, DtlTextLine *ret_line);

gboolean dtl_text_line_is_header (const char *text, gsize length);

/* Two to four words that could be somebody's name and nothing else. */
gboolean dtl_text_line_is_name (const char *text, gsize length);

/**
 * dtl_text_line_read_dateline:
 *
 * The date in the place line that opens a report: "LONDON, 3 May 2021
 * (Agency) - The ...". Only where it has its year.
 */
gboolean dtl_text_line_read_dateline (const char *text,
                                      gsize length,
                                      DtlStamp *ret_published);

G_END_DECLS
