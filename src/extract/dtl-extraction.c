#include "config.h"

#include "extract/claims/dtl-assertions-private.h"
#include "extract/resolve/dtl-event-anchor.h"
#include "extract/resolve/dtl-resolver.h"

#include <string.h>

struct _DtlExtraction {
  gint ref_count;
  DtlArticle *article;
  GStringChunk *strings; /* of the mentions */
  GArray *mentions;      /* of DtlMention */
  GArray *assertions;    /* of DtlAssertion */
};

DtlExtraction *
dtl_extraction_ref (DtlExtraction *extraction)
{
  g_atomic_int_inc (&extraction->ref_count);
  return extraction;
}

void
dtl_extraction_unref (DtlExtraction *extraction)
{
  if (extraction == NULL || !g_atomic_int_dec_and_test (&extraction->ref_count))
    return;
  g_clear_pointer (&extraction->mentions, g_array_unref);
  g_clear_pointer (&extraction->assertions, g_array_unref);
  g_string_chunk_free (extraction->strings);
  dtl_article_unref (extraction->article);
  g_free (extraction);
}

DtlArticle *
dtl_extraction_get_article (const DtlExtraction *extraction)
{
  return extraction->article;
}

const DtlMention *
dtl_extraction_get_mentions (const DtlExtraction *extraction, guint *ret_count)
{
  *ret_count = extraction->mentions->len;
  return (const DtlMention *) (gpointer) extraction->mentions->data;
}

const DtlAssertion *
dtl_extraction_get_assertions (const DtlExtraction *extraction, guint *ret_count)
{
  *ret_count = extraction->assertions->len;
  return (const DtlAssertion *) (gpointer) extraction->assertions->data;
}

const char *
dtl_status_get_name (DtlStatus status)
{
  static const char *const names[] = {
    [DTL_STATUS_HAPPENED] = "happened",         [DTL_STATUS_PLANNED] = "planned",
    [DTL_STATUS_REPORTED] = "reported",         [DTL_STATUS_DENIED] = "denied",
    [DTL_STATUS_HYPOTHETICAL] = "hypothetical",
  };

  g_return_val_if_fail ((guint) status < G_N_ELEMENTS (names), "");
  return names[status];
}

const char *
dtl_mention_type_get_name (DtlMentionType type)
{
  static const char *const names[] = {
    [DTL_MENTION_DATE] = "DATE",
    [DTL_MENTION_TIME] = "TIME",
    [DTL_MENTION_DURATION] = "DURATION",
    [DTL_MENTION_SET] = "SET",
  };

  g_return_val_if_fail ((guint) type < G_N_ELEMENTS (names), "");
  return names[type];
}

static GArray *
find_mentions (DtlArticle *article,
               const DtlPack *pack,
               gboolean explain,
               GStringChunk *strings,
               GCancellable *cancellable)
{
  gsize length;
  const char *text = dtl_article_get_text (article, &length);
  DtlResolveContext context = { .place = dtl_article_get (article, DTL_ARTICLE_PLACE) };
  g_autoptr (GArray) phrases = NULL;
  DtlExtent published;

  if (dtl_article_get_published (article, &published))
    context.published = &published;
  if (explain)
    context.explain = pack;
  phrases = dtl_scan (pack, text, length, dtl_resolve_get_genres (&context, length),
                      cancellable);
  return dtl_resolve (phrases, text, length, &context, strings, NULL);
}

/* How far into a text its script is looked for. */
#define SCRIPT_BYTES 400

/* For a text too short to tell its language: the one that most texts in its script
 * are in. NULL for Latin, which tells nothing. */
static const char *
guess_by_script (const DtlArticle *article)
{
  static const struct {
    gunichar first, last;
    const char *language;
  } scripts[] = {
    { 0x0370, 0x03ff, "el" }, { 0x0400, 0x04ff, "ru" }, { 0x0590, 0x05ff, "he" },
    { 0x0600, 0x06ff, "ar" }, { 0x0900, 0x097f, "hi" }, { 0x0e00, 0x0e7f, "th" },
    { 0x3040, 0x30ff, "ja" }, { 0x4e00, 0x9fff, "zh" }, { 0xac00, 0xd7a3, "ko" },
  };
  gsize length;
  const char *text = dtl_article_get_text (article, &length);
  const char *found = NULL;

  for (const char *p = text; p < text + MIN (length, SCRIPT_BYTES);
       p = g_utf8_next_char (p))
    for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
      if (g_utf8_get_char (p) >= scripts[i].first &&
          g_utf8_get_char (p) <= scripts[i].last &&
          (found == NULL || strcmp (scripts[i].language, "ja") == 0))
        found = scripts[i].language; /* kana among ideographs is Japanese */
  return found;
}

static DtlPack *
find_pack (const DtlArticle *article, GError **error)
{
  const char *language = dtl_article_get (article, DTL_ARTICLE_LANGUAGE);

  return dtl_pack_get (language != NULL ? language : guess_by_script (article), error);
}

static DtlExtraction *
extract (DtlArticle *article, gboolean explain, GCancellable *cancellable, GError **error)
{
  g_autoptr (DtlPack) pack = find_pack (article, error);
  g_autoptr (DtlExtraction) extraction = NULL;

  if (pack == NULL)
    return NULL;
  extraction = g_new0 (DtlExtraction, 1);
  extraction->ref_count = 1;
  extraction->article = dtl_article_ref (article);
  extraction->strings = g_string_chunk_new (1024);
  extraction->mentions =
      find_mentions (article, pack, explain, extraction->strings, cancellable);
  dtl_event_anchor_place (article, pack, extraction->mentions, extraction->strings);
  extraction->assertions =
      dtl_assertions_build (article,
                            (const DtlMention *) (gpointer) extraction->mentions->data,
                            extraction->mentions->len, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&extraction);
}

DtlExtraction *
dtl_extract (DtlArticle *article, GCancellable *cancellable, GError **error)
{
  return extract (article, FALSE, cancellable, error);
}

DtlExtraction *
dtl_extract_explained (DtlArticle *article, GCancellable *cancellable, GError **error)
{
  return extract (article, TRUE, cancellable, error);
}
