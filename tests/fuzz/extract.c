/* Law: whatever the text, the article's date and the language, mentions are in
 * order, do not overlap, lie within the text on the borders of characters, name
 * each other as partners, and come out the same again. */

#include "fuzz/fuzz.h"

#include "extract/resolve/dtl-resolver.h"

#include <string.h>

static GArray *
extract (const DtlPack *pack,
         const char *text,
         gsize length,
         const DtlExtent *published,
         GStringChunk *strings)
{
  g_autoptr (GArray) phrases = dtl_scan (pack, text, length, DTL_GENRE_TEXT, NULL);
  DtlResolveContext context = { .published = published };

  return dtl_resolve (phrases, text, length, &context, strings, NULL);
}

static void
check_mentions (const GArray *mentions, const char *text, gsize length)
{
  gsize at = 0;

  for (guint i = 0; i < mentions->len; i++)
    {
      const DtlMention *mention = &g_array_index (mentions, DtlMention, i);

      g_assert_cmpuint (at, <=, mention->start);
      g_assert_cmpuint (mention->start, <, mention->end);
      g_assert_cmpuint (mention->end, <=, length);
      g_assert_true (((guchar) text[mention->start] & 0xc0) != 0x80);
      g_assert_true (mention->end == length ||
                     ((guchar) text[mention->end] & 0xc0) != 0x80);
      g_assert_nonnull (mention->value);
      g_assert_nonnull (mention->why);
      if (mention->partner >= 0)
        {
          g_assert_cmpint (mention->partner, <, (int) mentions->len);
          g_assert_cmpint (g_array_index (mentions, DtlMention, mention->partner).partner,
                           ==, (int) i);
        }
      at = mention->end;
    }
}

static void
check_same (const GArray *first, const GArray *second)
{
  g_assert_cmpuint (first->len, ==, second->len);
  for (guint i = 0; i < first->len; i++)
    {
      const DtlMention *a = &g_array_index (first, DtlMention, i);
      const DtlMention *b = &g_array_index (second, DtlMention, i);

      g_assert_cmpuint (a->start, ==, b->start);
      g_assert_cmpstr (a->value, ==, b->value);
      g_assert_cmpstr (a->why, ==, b->why);
    }
}

/* The first two bytes are the article's date (days from 1970, in months), the
 * third chooses the language. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const char *const languages[] = { "en", "de", "ja", "th", "ru" };
  g_autofree char *text = NULL;
  g_autoptr (DtlPack) pack = NULL;
  g_autoptr (GArray) first = NULL, second = NULL;
  GStringChunk *strings;
  DtlExtent published;
  gint64 day;

  if (size < 3)
    return 0;
  day = ((gint64) data[0] << 8 | data[1]) * 30 - 1000000;
  published = dtl_extent_from_days (day, day, DTL_PRECISION_DAY);
  pack = dtl_pack_get (languages[data[2] % G_N_ELEMENTS (languages)], NULL);
  text = g_utf8_make_valid ((const char *) data + 3, (gssize) size - 3);
  strings = g_string_chunk_new (64);
  first = extract (pack, text, strlen (text), data[0] != 0 ? &published : NULL, strings);
  second = extract (pack, text, strlen (text), data[0] != 0 ? &published : NULL, strings);
  check_mentions (first, text, strlen (text));
  check_same (first, second);
  g_string_chunk_free (strings);
  return 0;
}
