/* A bounded cache: what was not used for a whole age is forgotten.
 *
 * New and used entries belong to the young age. When its cost reaches half of
 * the bound, the old age is dropped and the young one becomes the old. So a
 * lookup costs one or two hash lookups, and nothing is kept in order. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DtlTwoAges DtlTwoAges;

/* An entry is its own key. @bound: of the costs of all entries together. */
DtlTwoAges *dtl_two_ages_new (GHashFunc hash,
                              GEqualFunc equal,
                              GDestroyNotify free_entry,
                              gsize (*get_cost) (gconstpointer entry),
                              gsize bound);
void dtl_two_ages_free (DtlTwoAges *ages);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlTwoAges, dtl_two_ages_free)

/* What lookup and insert return lives until the next call of insert. */
gpointer dtl_two_ages_lookup (DtlTwoAges *ages, gconstpointer key);
/* Takes @entry, which must not be there yet. */
void dtl_two_ages_insert (DtlTwoAges *ages, gpointer entry);
void dtl_two_ages_clear (DtlTwoAges *ages);

gsize dtl_two_ages_get_cost (const DtlTwoAges *ages);

G_END_DECLS
