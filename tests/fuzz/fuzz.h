/* What a fuzz target defines: it states a law about @data and aborts where the
 * law does not hold. Always returns 0. */

#pragma once

#include <glib.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);
