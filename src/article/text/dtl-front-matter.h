/* The head of a Markdown file: lines of YAML between "---", or of TOML between
 * "+++". */

#pragma once

#include "article/dtl-article.h"

G_BEGIN_DECLS

/* What is of use of it; the caller frees. NULL where it says nothing. */
typedef struct {
  char *title, *byline, *published, *modified, *language;
} DtlFrontMatter;

void dtl_front_matter_clear (DtlFrontMatter *matter);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DtlFrontMatter, dtl_front_matter_clear)

/* Bytes of the head at the beginning of @text, 0 where it has none. */
gsize dtl_front_matter_read (const char *text, gsize length, DtlFrontMatter *ret_matter);

G_END_DECLS
