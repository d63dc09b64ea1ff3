/* The state of flattening wikitext, between the files that do it: what is read, what
 * is written, and the braces and brackets that are open. */

#pragma once

#include "article/wiki/dtl-wiki-flatten.h"
#include "article/wiki/dtl-wiki-tags.h"

G_BEGIN_DECLS

/* MediaWiki itself stops at 40. */
#define DTL_WIKI_MAX_DEPTH 100

typedef enum {
  DTL_WIKI_FRAME_TEMPLATE,
  DTL_WIKI_FRAME_PARAMETER, /* "{{{1|otherwise}}}" */
  DTL_WIKI_FRAME_LINK,
} DtlWikiFrameKind;

/* Braces or brackets that are open. What is in them is in the output already,
 * from @mark on, and is replaced when they close. */
typedef struct {
  DtlWikiFrameKind kind;
  gsize mark;
  guint first_bar;
  gboolean begins_line;
} DtlWikiFrame;

typedef struct {
  const DtlWikiPage *page;
  const char *at, *end;
  GString *out;
  GString *content; /* of the template at hand */
  GString *name;
  GArray *frames;    /* of DtlWikiFrame, outermost first */
  GArray *bars;      /* of gsize: where the "|" of open frames are in the output */
  GArray *arguments; /* of DtlWikiArgument, of the template at hand */
  guint n_open_templates;
  guint n_ignored_templates, n_ignored_links; /* open, and too deep to follow */
  gboolean is_in_lead;
  gboolean is_in_external; /* link, whose "]" is to come */
  /* No end tag of this name is left: looking for it once more would make many
   * unclosed tags quadratic. */
  gboolean has_no_end[DTL_WIKI_N_TAGS];
} DtlWikiFlattening;

/* --- what is read next --- */

gboolean dtl_wiki_ends_line (const DtlWikiFlattening *self);
/* How many of @c there are, up to @most. */
gsize dtl_wiki_count_run (const DtlWikiFlattening *self, char c, gsize most);
gboolean dtl_wiki_looks_at (const DtlWikiFlattening *self, const char *word);

/* --- what is written --- */

gboolean dtl_wiki_begins_line (const DtlWikiFlattening *self);
/* Replaces all from @mark on by a stretch of it. */
void dtl_wiki_keep_only (DtlWikiFlattening *self, gsize mark, gsize start, gsize end);
/* Takes white space off both ends. */
void dtl_wiki_trim (const char **text, gsize *length);

/* --- what is open --- */

/* The innermost, or NULL. */
DtlWikiFrame *dtl_wiki_get_top (const DtlWikiFlattening *self);
void dtl_wiki_push_frame (DtlWikiFlattening *self, DtlWikiFrameKind kind);
DtlWikiFrame dtl_wiki_pop_frame (DtlWikiFlattening *self);
/* Brackets that nothing closes are letters. */
void dtl_wiki_drop_open_links (DtlWikiFlattening *self);

/* Pieces lie between the bars of a frame; @i of the one on top, as it is in the output. */
guint dtl_wiki_count_pieces (const DtlWikiFlattening *self, const DtlWikiFrame *frame);
void dtl_wiki_get_piece (const DtlWikiFlattening *self,
                         const DtlWikiFrame *frame,
                         guint i,
                         gsize *ret_start,
                         gsize *ret_end);

/* --- one file each: what begins at the character that is read --- */

/* Templates and parameters. */
void dtl_wiki_read_open_braces (DtlWikiFlattening *self);
void dtl_wiki_read_close_braces (DtlWikiFlattening *self);

/* Links, and the bars within both. */
void dtl_wiki_read_open_bracket (DtlWikiFlattening *self);
void dtl_wiki_read_close_bracket (DtlWikiFlattening *self);
void dtl_wiki_read_bar (DtlWikiFlattening *self);

G_END_DECLS
