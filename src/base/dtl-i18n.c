#include "config.h"

#include "base/dtl-i18n.h"

#include <libintl.h>
#include <locale.h>

void
dtl_i18n_init (void)
{
  const char *folder = g_getenv ("DTL_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : DTL_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  /* ngettext() asks for no domain: plurals are looked up in this one. */
  textdomain (GETTEXT_PACKAGE);
}
