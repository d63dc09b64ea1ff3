/* Which pack is for a language: the user's own, one that is built in, one for plain
 * dates made of ICU's names. */

#include "config.h"

#include "base/dtl-resources.h"
#include "extract/packs/dtl-pack-fault.h"
#include "extract/packs/dtl-pack-schema.h"
#include "extract/packs/dtl-pack.h"
#include "extract/packs/dtl-plain-pack.h"

/* Packs from outside have to keep to the schema as well. */
static DtlPack *
read_foreign (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GPtrArray) faults = dtl_pack_faults_new ();

  dtl_pack_schema_check (bytes, faults);
  if (faults->len == 0)
    return dtl_pack_new_from_bytes (bytes, name, error);
  dtl_pack_faults_to_error (faults, name, error);
  return NULL;
}

static GBytes *
load_bytes (const char *path, GError **error)
{
  char *contents;
  gsize length;

  return g_file_get_contents (path, &contents, &length, error)
             ? g_bytes_new_take (contents, length)
             : NULL;
}

static GBytes *
load_user_pack (const char *file_name)
{
  g_autofree char *path =
      g_build_filename (g_get_user_data_dir (), "dateline", "languages", file_name, NULL);

  return load_bytes (path, NULL);
}

static DtlPack *
load_pack (const char *tag, GError **error)
{
  g_autofree char *file_name = g_strconcat (tag, ".xml", NULL);
  g_autofree char *resource = g_strconcat ("languages/", file_name, NULL);
  g_autoptr (GBytes) own = load_user_pack (file_name);
  g_autoptr (GBytes) bytes = NULL;

  if (own != NULL)
    return read_foreign (own, file_name, error);
  bytes = dtl_resources_lookup (resource);
  if (bytes == NULL)
    bytes = dtl_plain_pack_make (tag);
  return bytes != NULL ? dtl_pack_new_from_bytes (bytes, file_name, error) : NULL;
}

/* The letters before the first "-": the language without place or script. Only
 * letters, so that a tag cannot name another folder. */
static char *
dup_primary_tag (const char *language)
{
  gsize length = 0;

  while (g_ascii_isalpha (language[length]))
    length++;
  return length >= 2 && length <= 8 ? g_ascii_strdown (language, (gssize) length)
                                    : g_strdup ("en");
}

/* Packs live for ever once read: a few, and every article needs one. */
static GMutex packs_lock;
static GHashTable *packs; /* tag to DtlPack; NULL where there is none */

static DtlPack *
find_pack (const char *tag, GError **error)
{
  gpointer found;

  if (packs == NULL)
    packs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!g_hash_table_lookup_extended (packs, tag, NULL, &found))
    {
      g_autoptr (GError) local = NULL;

      found = load_pack (tag, &local);
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
      g_hash_table_insert (packs, g_strdup (tag), found);
    }
  return found;
}

DtlPack *
dtl_pack_get (const char *language, GError **error)
{
  g_autofree char *tag = dup_primary_tag (language != NULL ? language : "en");
  g_autoptr (GError) local = NULL;
  DtlPack *pack;

  g_mutex_lock (&packs_lock);
  pack = find_pack (tag, &local);
  if (pack == NULL && local == NULL)
    pack = find_pack ("en", &local);
  g_mutex_unlock (&packs_lock);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return pack != NULL ? dtl_pack_ref (pack) : NULL;
}

const char *
dtl_pack_use_file (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = load_bytes (path, error);
  DtlPack *pack = bytes != NULL ? read_foreign (bytes, path, error) : NULL;

  if (pack == NULL)
    return NULL;
  g_mutex_lock (&packs_lock);
  if (packs == NULL)
    packs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_replace (packs, g_strdup (dtl_pack_get_tag (pack)), pack);
  g_mutex_unlock (&packs_lock);
  return dtl_pack_get_tag (pack);
}
