/* The tags of wikitext: HTML's, and MediaWiki's own. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  DTL_WIKI_TAG_INLINE,   /* goes, what is in it stays */
  DTL_WIKI_TAG_LEFT_OUT, /* goes with all that is in it */
  DTL_WIKI_TAG_LITERAL,  /* what is in it is no markup */
  DTL_WIKI_TAG_BREAK,
  DTL_WIKI_TAG_BLOCK, /* ends a line */
  DTL_WIKI_TAG_CELL,
  DTL_WIKI_TAG_QUOTE,
} DtlWikiTagKind;

typedef struct {
  DtlWikiTagKind kind;
  int index; /* of its name, for tables by name; -1 for an unknown one */
  gboolean is_end;
  gboolean is_empty; /* "<ref name=x />" */
  gsize length;      /* bytes of the tag */
} DtlWikiTag;

#define DTL_WIKI_N_TAGS 64

/* Reads a tag at @at, which is a "<". FALSE where it is none. */
gboolean dtl_wiki_tag_read (const char *at, const char *end, DtlWikiTag *ret_tag);

/* The next end tag of the same name at or behind @at, or NULL; @ret_after is
 * where it ends. */
const char *dtl_wiki_tag_find_end (const DtlWikiTag *tag,
                                   const char *at,
                                   const char *end,
                                   const char **ret_after);

G_END_DECLS
