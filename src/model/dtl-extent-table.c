#include "config.h"

#include "model/dtl-extent-table.h"

#include <string.h>

/* All but the last member is compared and hashed, byte by byte: no padding. */
typedef struct {
  guint64 latest_start; /* seconds from one of the outer bounds, modulo 2^64, */
  guint64 earliest_end; /* so that unbounded ends need no case of their own */
  guint16 flags;
  gint16 offset_minutes;
  guint8 kind;
  guint8 precision;
  guint8 precision_end;
  guint8 part;
  guint8 calendar;
  guint8 calendar_end;
  guint8 qualifiers[2];
  guint32 index;
} Entry;

#define COMPARED_BYTES offsetof (Entry, index)
G_STATIC_ASSERT (COMPARED_BYTES == 28);

struct _DtlExtentTable {
  GPtrArray *entries;
  GHashTable *known; /* Entry, a set */
};

static guint
hash_entry (gconstpointer data)
{
  const guint8 *bytes = data;
  guint64 hash = 0, word;

  for (gsize at = 0; at + sizeof word <= COMPARED_BYTES; at += sizeof word)
    {
      memcpy (&word, bytes + at, sizeof word);
      hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      hash ^= hash >> 32;
    }
  memcpy (&word, bytes + COMPARED_BYTES - sizeof word, sizeof word);
  hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return (guint) (hash >> 32);
}

static gboolean
equal_entries (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, COMPARED_BYTES) == 0;
}

DtlExtentTable *
dtl_extent_table_new (void)
{
  DtlExtentTable *table = g_new0 (DtlExtentTable, 1);

  table->entries = g_ptr_array_new_with_free_func (g_free);
  table->known = g_hash_table_new (hash_entry, equal_entries);
  return table;
}

void
dtl_extent_table_free (DtlExtentTable *table)
{
  g_hash_table_unref (table->known);
  g_ptr_array_unref (table->entries);
  g_free (table);
}

/* The outer bounds that the inner ones are counted from: whichever makes the
 * distance the same for all "in May" and for all "from May". */
static void
find_anchors (guint8 kind,
              DtlTime start,
              DtlTime end,
              guint64 *ret_of_start,
              guint64 *ret_of_end)
{
  gboolean crossed = kind != DTL_EXTENT_SPAN;

  *ret_of_start = (guint64) (crossed ? end : start);
  *ret_of_end = (guint64) (crossed ? start : end);
}

guint32
dtl_extent_table_add (DtlExtentTable *table, const DtlExtent *extent)
{
  guint64 of_start, of_end;

  find_anchors (extent->kind, extent->start, extent->end, &of_start, &of_end);

  Entry entry = {
    .latest_start = (guint64) extent->latest_start - of_start,
    .earliest_end = (guint64) extent->earliest_end - of_end,
    .flags = extent->flags,
    .offset_minutes = extent->offset_minutes,
    .kind = extent->kind,
    .precision = extent->precision,
    .precision_end = extent->precision_end,
    .part = extent->part,
    .calendar = extent->calendar,
    .calendar_end = extent->calendar_end,
    .qualifiers = { extent->qualifiers[0], extent->qualifiers[1] },
    .index = table->entries->len,
  };
  Entry *known = g_hash_table_lookup (table->known, &entry);

  if (known == NULL)
    {
      known = g_memdup2 (&entry, sizeof entry);
      g_ptr_array_add (table->entries, known);
      g_hash_table_add (table->known, known);
    }
  return known->index;
}

DtlExtent
dtl_extent_table_get (const DtlExtentTable *table,
                      guint32 entry_index,
                      DtlTime start,
                      DtlTime end)
{
  const Entry *entry = g_ptr_array_index (table->entries, entry_index);
  guint64 of_start, of_end;

  find_anchors (entry->kind, start, end, &of_start, &of_end);
  return (DtlExtent){
    .start = start,
    .latest_start = (DtlTime) (entry->latest_start + of_start),
    .earliest_end = (DtlTime) (entry->earliest_end + of_end),
    .end = end,
    .flags = entry->flags,
    .offset_minutes = entry->offset_minutes,
    .kind = entry->kind,
    .precision = entry->precision,
    .precision_end = entry->precision_end,
    .part = entry->part,
    .calendar = entry->calendar,
    .calendar_end = entry->calendar_end,
    .qualifiers = { entry->qualifiers[0], entry->qualifiers[1] },
  };
}
