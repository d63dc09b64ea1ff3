/* The text of an office document: paragraphs and tables out of its XML, of
 * whichever vocabulary. */

#pragma once

#include "article/dtl-article.h"
#include "article/packed/dtl-office-styles.h"
#include "article/xml/dtl-xml.h"

G_BEGIN_DECLS

/* How a vocabulary calls things; all names are local. */
typedef struct {
  const char *const *paragraphs; /* ends in NULL */
  const char *row, *cell;
  const char *box;  /* paragraphs within a paragraph, beside the page's text */
  const char *text; /* what letters are in; NULL: directly in the paragraph */
  /* Whether nothing of an element is read: notes, what was deleted. */
  gboolean (*is_left_out) (const DtlXml *xml, int node);
  /* Appends what an element stands for: a tab, a line break. */
  void (*append_sign) (const DtlXml *xml, int node, GString *text);
  DtlStyle (*find_style) (const DtlXml *xml,
                          int paragraph,
                          const DtlOfficeStyles *styles);
} DtlOfficeVocabulary;

/* Adds all paragraphs below @body in their order. The title is furniture. */
void dtl_office_text_read (const DtlXml *xml,
                           int body,
                           const DtlOfficeVocabulary *vocabulary,
                           const DtlOfficeStyles *styles,
                           DtlArticleBuilder *builder);

G_END_DECLS
