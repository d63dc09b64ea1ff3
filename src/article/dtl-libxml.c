#include "config.h"

#include "article/dtl-libxml.h"

#include <libxml/parser.h>

static xmlParserInputPtr
refuse_entity (const char *url, const char *id, xmlParserCtxtPtr parser)
{
  return NULL;
}

static gpointer
set_up (gpointer ignored)
{
  xmlInitParser ();
  xmlSetExternalEntityLoader (refuse_entity);
  return NULL;
}

void
dtl_libxml_init (void)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, set_up, NULL);
}
