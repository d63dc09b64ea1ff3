/* What is an address, and what was fetched: without the network. */

#include "io/dtl-fetch.h"

G_DEFINE_QUARK (dtl - fetch - error - quark, dtl_fetch_error)

gboolean
dtl_fetch_is_address (const char *text)
{
  return g_ascii_strncasecmp (text, "http://", 7) == 0 ||
         g_ascii_strncasecmp (text, "https://", 8) == 0;
}

void
dtl_fetched_clear (DtlFetched *fetched)
{
  g_clear_pointer (&fetched->bytes, g_bytes_unref);
  g_clear_pointer (&fetched->address, g_free);
  g_clear_pointer (&fetched->charset, g_free);
}
