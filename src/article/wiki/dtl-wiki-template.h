/* What a template of a wiki ("{{start date|1950|6|25}}") leaves in the text.
 *
 * Templates are a wiki's own programs. The few that stand within sentences are
 * known by name; boxes of facts and dates are known in any language by their
 * shape; all others are left out. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A plain value that lends its text; white space round both is cut off. */
typedef struct {
  const char *name; /* NULL for one that is known by its place */
  gsize name_length;
  const char *value;
  gsize length;
} DtlWikiArgument;

typedef struct {
  const char *name; /* lower case, as MediaWiki compares it, ends in NUL */
  const DtlWikiArgument *arguments;
  guint n_arguments;
  gboolean begins_line;
  gboolean ends_line;
  gboolean has_lines;  /* its arguments stand on lines of their own */
  gboolean is_in_lead; /* above the first heading, and in no other template */
} DtlWikiTemplate;

/* Marks in flattened text, see dtl-wiki-flatten.h. */
#define DTL_WIKI_MARK_FACT '\002'
#define DTL_WIKI_MARK_QUOTE '\003'
#define DTL_WIKI_MARK_QUOTE_END '\004'
#define DTL_WIKI_MARK_BREAK '\005'

/* Whether a template of this name is left out whatever is in it, so that nobody
 * need look at its arguments. */
gboolean dtl_wiki_template_is_left_out (const char *name);

/* Appends what remains of @template as flattened text. @title and @language
 * are those of the page, and may be NULL. */
void dtl_wiki_template_append (const DtlWikiTemplate *template,
                               const char *title,
                               const char *language,
                               GString *to);

G_END_DECLS
