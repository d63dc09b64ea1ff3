/* Zip archives out of text, so that tests need no binary files. */

#pragma once

#include <glib.h>

/**
 * packing_zip:
 * @parts: text in which a line "=== NAME" begins each part
 *
 * A zip archive of the parts in their order, as an office document or a book is
 * one. A file without such a line has one part, "mimetype". Caller frees.
 */
char *packing_zip (const char *parts, gsize length, gsize *ret_length);
