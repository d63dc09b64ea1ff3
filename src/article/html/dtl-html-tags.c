#include "config.h"

#include "article/html/dtl-html-tags.h"

#include <stdlib.h>
#include <string.h>

typedef enum {
  BLOCK = 1 << 0,
  HIDDEN = 1 << 1,
} TagFlags;

typedef struct {
  const char *name;
  TagFlags flags;
} Tag;

/* In the order of DtlTag, which is the order of the names. */
static const Tag tags[DTL_N_TAGS] = {
  [DTL_TAG_TEXT] = { "", 0 },
  [DTL_TAG_OTHER] = { "", 0 },
  [DTL_TAG_A] = { "a", 0 },
  [DTL_TAG_ADDRESS] = { "address", BLOCK },
  [DTL_TAG_ARTICLE] = { "article", BLOCK },
  [DTL_TAG_ASIDE] = { "aside", BLOCK },
  [DTL_TAG_AUDIO] = { "audio", HIDDEN },
  [DTL_TAG_BASE] = { "base", 0 },
  [DTL_TAG_BLOCKQUOTE] = { "blockquote", BLOCK },
  [DTL_TAG_BODY] = { "body", BLOCK },
  [DTL_TAG_BR] = { "br", 0 },
  [DTL_TAG_BUTTON] = { "button", HIDDEN },
  [DTL_TAG_CANVAS] = { "canvas", HIDDEN },
  [DTL_TAG_CAPTION] = { "caption", BLOCK },
  [DTL_TAG_CENTER] = { "center", BLOCK },
  [DTL_TAG_DD] = { "dd", BLOCK },
  [DTL_TAG_DETAILS] = { "details", BLOCK },
  [DTL_TAG_DIALOG] = { "dialog", BLOCK | HIDDEN },
  [DTL_TAG_DIV] = { "div", BLOCK },
  [DTL_TAG_DL] = { "dl", BLOCK },
  [DTL_TAG_DT] = { "dt", BLOCK },
  [DTL_TAG_FIELDSET] = { "fieldset", BLOCK },
  [DTL_TAG_FIGCAPTION] = { "figcaption", BLOCK },
  [DTL_TAG_FIGURE] = { "figure", BLOCK },
  [DTL_TAG_FOOTER] = { "footer", BLOCK },
  [DTL_TAG_FORM] = { "form", BLOCK },
  [DTL_TAG_H1] = { "h1", BLOCK },
  [DTL_TAG_H2] = { "h2", BLOCK },
  [DTL_TAG_H3] = { "h3", BLOCK },
  [DTL_TAG_H4] = { "h4", BLOCK },
  [DTL_TAG_H5] = { "h5", BLOCK },
  [DTL_TAG_H6] = { "h6", BLOCK },
  [DTL_TAG_HEAD] = { "head", HIDDEN },
  [DTL_TAG_HEADER] = { "header", BLOCK },
  [DTL_TAG_HR] = { "hr", BLOCK },
  [DTL_TAG_HTML] = { "html", 0 },
  [DTL_TAG_IFRAME] = { "iframe", HIDDEN },
  [DTL_TAG_INPUT] = { "input", HIDDEN },
  [DTL_TAG_LABEL] = { "label", HIDDEN },
  [DTL_TAG_LI] = { "li", BLOCK },
  [DTL_TAG_LINK] = { "link", 0 },
  [DTL_TAG_MAIN] = { "main", BLOCK },
  [DTL_TAG_MATH] = { "math", HIDDEN },
  [DTL_TAG_MENU] = { "menu", BLOCK },
  [DTL_TAG_META] = { "meta", 0 },
  [DTL_TAG_NAV] = { "nav", BLOCK },
  [DTL_TAG_NOSCRIPT] = { "noscript", HIDDEN },
  [DTL_TAG_OBJECT] = { "object", HIDDEN },
  [DTL_TAG_OL] = { "ol", BLOCK },
  [DTL_TAG_OPTION] = { "option", BLOCK | HIDDEN },
  [DTL_TAG_P] = { "p", BLOCK },
  [DTL_TAG_PRE] = { "pre", BLOCK },
  [DTL_TAG_Q] = { "q", 0 },
  [DTL_TAG_RP] = { "rp", HIDDEN },
  [DTL_TAG_RT] = { "rt", HIDDEN },
  [DTL_TAG_SCRIPT] = { "script", HIDDEN },
  [DTL_TAG_SECTION] = { "section", BLOCK },
  [DTL_TAG_SELECT] = { "select", HIDDEN },
  [DTL_TAG_SPAN] = { "span", 0 },
  [DTL_TAG_STYLE] = { "style", HIDDEN },
  [DTL_TAG_SUMMARY] = { "summary", BLOCK },
  [DTL_TAG_SUP] = { "sup", 0 },
  [DTL_TAG_SVG] = { "svg", HIDDEN },
  [DTL_TAG_TABLE] = { "table", BLOCK },
  [DTL_TAG_TBODY] = { "tbody", BLOCK },
  [DTL_TAG_TD] = { "td", 0 },
  [DTL_TAG_TEMPLATE] = { "template", HIDDEN },
  [DTL_TAG_TEXTAREA] = { "textarea", HIDDEN },
  [DTL_TAG_TFOOT] = { "tfoot", BLOCK },
  [DTL_TAG_TH] = { "th", 0 },
  [DTL_TAG_THEAD] = { "thead", BLOCK },
  [DTL_TAG_TIME] = { "time", 0 },
  [DTL_TAG_TITLE] = { "title", BLOCK | HIDDEN },
  [DTL_TAG_TR] = { "tr", BLOCK },
  [DTL_TAG_UL] = { "ul", BLOCK },
  [DTL_TAG_VIDEO] = { "video", HIDDEN },
};

static int
compare_names (gconstpointer name, gconstpointer tag)
{
  return strcmp (name, ((const Tag *) tag)->name);
}

DtlTag
dtl_tag_from_name (const char *name)
{
  const Tag *found = bsearch (name, tags + DTL_TAG_A, DTL_N_TAGS - DTL_TAG_A,
                              sizeof tags[0], compare_names);

  return found != NULL ? (DtlTag) (found - tags) : DTL_TAG_OTHER;
}

gboolean
dtl_tag_is_block (DtlTag tag)
{
  return (tags[tag].flags & BLOCK) != 0;
}

gboolean
dtl_tag_is_hidden (DtlTag tag)
{
  return (tags[tag].flags & HIDDEN) != 0;
}
