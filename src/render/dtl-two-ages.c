#include "render/dtl-two-ages.h"

struct _DtlTwoAges {
  GHashTable *young, *old;
  gsize young_cost, old_cost;
  gsize bound;
  gsize (*get_cost) (gconstpointer entry);
};

DtlTwoAges *
dtl_two_ages_new (GHashFunc hash,
                  GEqualFunc equal,
                  GDestroyNotify free_entry,
                  gsize (*get_cost) (gconstpointer entry),
                  gsize bound)
{
  DtlTwoAges *ages = g_new0 (DtlTwoAges, 1);

  ages->young = g_hash_table_new_full (hash, equal, free_entry, NULL);
  ages->old = g_hash_table_new_full (hash, equal, free_entry, NULL);
  ages->get_cost = get_cost;
  ages->bound = bound;
  return ages;
}

void
dtl_two_ages_free (DtlTwoAges *ages)
{
  if (ages == NULL)
    return;
  g_hash_table_unref (ages->young);
  g_hash_table_unref (ages->old);
  g_free (ages);
}

static void
grow_old (DtlTwoAges *ages)
{
  GHashTable *emptied = ages->old;

  g_hash_table_remove_all (emptied);
  ages->old = ages->young;
  ages->old_cost = ages->young_cost;
  ages->young = emptied;
  ages->young_cost = 0;
}

/* The young age may end a lookup above its half; the next insert ends it. */
static void
add_young (DtlTwoAges *ages, gpointer entry)
{
  ages->young_cost += ages->get_cost (entry);
  g_hash_table_add (ages->young, entry);
}

gpointer
dtl_two_ages_lookup (DtlTwoAges *ages, gconstpointer key)
{
  gpointer entry = g_hash_table_lookup (ages->young, key);

  if (entry != NULL)
    return entry;
  if (!g_hash_table_steal_extended (ages->old, key, &entry, NULL))
    return NULL;
  ages->old_cost -= ages->get_cost (entry);
  add_young (ages, entry);
  return entry;
}

void
dtl_two_ages_insert (DtlTwoAges *ages, gpointer entry)
{
  if (ages->young_cost + ages->get_cost (entry) > ages->bound / 2)
    grow_old (ages);
  add_young (ages, entry);
}

void
dtl_two_ages_clear (DtlTwoAges *ages)
{
  grow_old (ages);
  grow_old (ages);
}

gsize
dtl_two_ages_get_cost (const DtlTwoAges *ages)
{
  return ages->young_cost + ages->old_cost;
}
