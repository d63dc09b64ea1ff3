#include "config.h"

#include "article/packed/dtl-packed-reader.h"

#include "article/packed/dtl-docx-reader.h"
#include "article/packed/dtl-epub-book.h"
#include "article/packed/dtl-epub-reader.h"
#include "article/packed/dtl-odt-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What else is packed so, by the folder or the part that it alone has. */
typedef struct {
  const char *name;
  const char *what;
} Other;

static const Other others[] = {
  { "xl/", N_ ("a spreadsheet") },
  { "ppt/", N_ ("a presentation") },
  { "word/", N_ ("a damaged text document") },
  { "visio/", N_ ("a drawing") },
  { "AndroidManifest.xml", N_ ("a program") },
  { "META-INF/MANIFEST.MF", N_ ("a program") },
};

static const Other others_by_type[] = {
  { "opendocument.spreadsheet", N_ ("a spreadsheet") },
  { "opendocument.presentation", N_ ("a presentation") },
  { "opendocument.graphics", N_ ("a drawing") },
  { "opendocument.formula", N_ ("a formula") },
};

static const char *
describe (const DtlZip *zip)
{
  gsize length;
  const char *type = dtl_zip_get (zip, "mimetype", &length);

  for (gsize i = 0; type != NULL && i < G_N_ELEMENTS (others_by_type); i++)
    if (g_strstr_len (type, (gssize) length, others_by_type[i].name) != NULL)
      return _ (others_by_type[i].what);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (dtl_zip_has_folder (zip, others[i].name))
      return _ (others[i].what);
  return _ ("a zip archive");
}

static gboolean
refuse (const DtlZip *zip, GError **error)
{
  if (dtl_zip_is_locked (zip))
    g_set_error (error, DTL_ARTICLE_ERROR, DTL_ARTICLE_ERROR_UNSUPPORTED,
                 _ ("it is locked with a password; save a copy without one"));
  else
    g_set_error (error, DTL_ARTICLE_ERROR, DTL_ARTICLE_ERROR_UNSUPPORTED,
                 _ ("this is %s, not an article that can be read"), describe (zip));
  return FALSE;
}

gboolean
dtl_packed_read (DtlArticleSink *sink,
                 const char *bytes,
                 gsize length,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (DtlZip) zip = dtl_zip_open (bytes, length, cancellable, error);
  g_autofree char *main_part = NULL;
  g_autofree char *package = NULL;

  if (zip == NULL)
    return FALSE;
  main_part = dtl_docx_find_main_part (zip);
  if (main_part != NULL)
    return dtl_docx_read (sink, zip, main_part, cancellable, error);
  if (dtl_odt_is_packed (zip))
    return dtl_odt_read (sink, zip, cancellable, error);
  package = dtl_epub_find_package (zip);
  if (package != NULL)
    return dtl_epub_read (sink, zip, package, cancellable, error);
  return refuse (zip, error);
}
