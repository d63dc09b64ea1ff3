/* The elements of HTML that mean something to a reader of articles. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  DTL_TAG_TEXT, /* no element: a run of text */
  DTL_TAG_OTHER,
  DTL_TAG_A,
  DTL_TAG_ADDRESS,
  DTL_TAG_ARTICLE,
  DTL_TAG_ASIDE,
  DTL_TAG_AUDIO,
  DTL_TAG_BASE,
  DTL_TAG_BLOCKQUOTE,
  DTL_TAG_BODY,
  DTL_TAG_BR,
  DTL_TAG_BUTTON,
  DTL_TAG_CANVAS,
  DTL_TAG_CAPTION,
  DTL_TAG_CENTER,
  DTL_TAG_DD,
  DTL_TAG_DETAILS,
  DTL_TAG_DIALOG,
  DTL_TAG_DIV,
  DTL_TAG_DL,
  DTL_TAG_DT,
  DTL_TAG_FIELDSET,
  DTL_TAG_FIGCAPTION,
  DTL_TAG_FIGURE,
  DTL_TAG_FOOTER,
  DTL_TAG_FORM,
  DTL_TAG_H1,
  DTL_TAG_H2,
  DTL_TAG_H3,
  DTL_TAG_H4,
  DTL_TAG_H5,
  DTL_TAG_H6,
  DTL_TAG_HEAD,
  DTL_TAG_HEADER,
  DTL_TAG_HR,
  DTL_TAG_HTML,
  DTL_TAG_IFRAME,
  DTL_TAG_INPUT,
  DTL_TAG_LABEL,
  DTL_TAG_LI,
  DTL_TAG_LINK,
  DTL_TAG_MAIN,
  DTL_TAG_MATH,
  DTL_TAG_MENU,
  DTL_TAG_META,
  DTL_TAG_NAV,
  DTL_TAG_NOSCRIPT,
  DTL_TAG_OBJECT,
  DTL_TAG_OL,
  DTL_TAG_OPTION,
  DTL_TAG_P,
  DTL_TAG_PRE,
  DTL_TAG_Q,
  DTL_TAG_RP,
  DTL_TAG_RT,
  DTL_TAG_SCRIPT,
  DTL_TAG_SECTION,
  DTL_TAG_SELECT,
  DTL_TAG_SPAN,
  DTL_TAG_STYLE,
  DTL_TAG_SUMMARY,
  DTL_TAG_SUP,
  DTL_TAG_SVG,
  DTL_TAG_TABLE,
  DTL_TAG_TBODY,
  DTL_TAG_TD,
  DTL_TAG_TEMPLATE,
  DTL_TAG_TEXTAREA,
  DTL_TAG_TFOOT,
  DTL_TAG_TH,
  DTL_TAG_THEAD,
  DTL_TAG_TIME,
  DTL_TAG_TITLE,
  DTL_TAG_TR,
  DTL_TAG_UL,
  DTL_TAG_VIDEO,
  DTL_N_TAGS
} DtlTag;

/* By its name, in lower case. */
DtlTag dtl_tag_from_name (const char *name);

/* Begins and ends a line of its own. Cells do not: a row is a line. */
gboolean dtl_tag_is_block (DtlTag tag);

/* Holds no text for a reader: programs, styles, forms, players. */
gboolean dtl_tag_is_hidden (DtlTag tag);

static inline gboolean
dtl_tag_is_heading (DtlTag tag)
{
  return tag >= DTL_TAG_H1 && tag <= DTL_TAG_H6;
}

G_END_DECLS
