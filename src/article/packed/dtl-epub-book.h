/* What an EPUB says of itself: its chapters in the order of reading, what its
 * table of contents calls them, and who wrote it when. */

#pragma once

#include "article/packed/dtl-document-facts.h"
#include "article/packed/dtl-zip.h"

G_BEGIN_DECLS

typedef struct {
  char *part;  /* name in the archive */
  char *title; /* NULL where the table of contents does not name it */
} DtlEpubChapter;

typedef struct {
  GArray *chapters; /* DtlEpubChapter: covers, contents and the like left out */
  guint n_titles;   /* of them that have a title */
  DtlDocumentFacts facts;
} DtlEpubBook;

/* The package document, or NULL where @zip is no EPUB. Caller frees. */
char *dtl_epub_find_package (const DtlZip *zip);

gboolean dtl_epub_book_load (DtlEpubBook *book,
                             const DtlZip *zip,
                             const char *package,
                             GCancellable *cancellable,
                             GError **error);
void dtl_epub_book_clear (DtlEpubBook *book);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DtlEpubBook, dtl_epub_book_clear)

/* Whether its text is encrypted, as a shop does to keep it from being copied. */
gboolean dtl_epub_is_locked (const DtlZip *zip);

G_END_DECLS
