/* Which elements and attributes a language pack is made of, so that a wrong one
 * is named in plain words; the schema says the same and more, but not where. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

struct _xmlNode;

/* Adds a DtlPackFault for each element, attribute or text below @root that no
 * pack has there, and for each attribute that is missing. */
void dtl_pack_form_check (const struct _xmlNode *root, GPtrArray *faults);

G_END_DECLS
