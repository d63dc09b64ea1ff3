/* What kind of thing some bytes are: looks at them, then at their name. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  DTL_KIND_EMPTY, /* nothing but white space */
  DTL_KIND_TEXT,
  DTL_KIND_HTML,
  DTL_KIND_ZIP, /* may be an office document or a book */
  DTL_KIND_PDF,
  DTL_KIND_MAIL, /* or a page saved in its form */
  DTL_KIND_FEED,
  DTL_KIND_JSON_FEED,
  DTL_KIND_NITF,
  DTL_KIND_NEWSML,
  DTL_KIND_TEI,
  DTL_KIND_FLAT_ODT, /* an office document as one XML file */
  DTL_KIND_MARKDOWN,
  DTL_KIND_WIKITEXT,
  DTL_KIND_WIKI_DUMP, /* many pages, as MediaWiki exports them */
  DTL_KIND_OTHER,     /* nothing that we read */
  DTL_N_KINDS
} DtlKind;

/* As much as the decision needs. */
#define DTL_SNIFF_BYTES 8192

/**
 * dtl_sniff:
 * @bytes: the first DTL_SNIFF_BYTES or all
 * @name: (nullable): file name or address
 * @ret_what: (out): where it is OTHER, what it is, for a sentence: "a JPEG
 *   picture", in the user's language. Lives for ever.
 */
DtlKind dtl_sniff (const char *bytes,
                   gsize length,
                   const char *name,
                   const char **ret_what);

G_END_DECLS
