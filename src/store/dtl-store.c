#include "config.h"

#include "store/dtl-store.h"

#include "store/dtl-store-schema.h"

/* clang-format off */
G_DEFINE_QUARK (dtl-store-error-quark, dtl_store_error)
/* clang-format on */

gboolean
dtl_store_sniff (const guint8 *bytes, gsize length)
{
  guint32 version;

  return dtl_store_schema_read_header (bytes, length, &version);
}
