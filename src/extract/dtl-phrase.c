/* One phrase that has to be a date, all of it. */

#include "config.h"

#include "extract/dtl-phrase.h"

#include "extract/resolve/dtl-resolver.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (dtl - phrase - error - quark, dtl_phrase_error)

void
dtl_mention_clear (DtlMention *mention)
{
  g_clear_pointer (&mention->value, g_free);
  g_clear_pointer (&mention->why, g_free);
}

static gboolean
refuse (const char *phrase, GError **error)
{
  g_set_error (error, DTL_PHRASE_ERROR, DTL_PHRASE_ERROR_NOT_A_DATE,
               _ ("“%s” is not a date"), phrase);
  return FALSE;
}

static gboolean
check_outcome (DtlResolveOutcome outcome,
               const DtlMention *mention,
               const char *phrase,
               GError **error)
{
  switch (outcome)
    {
    case DTL_RESOLVE_NO_CONTEXT:
      g_set_error (error, DTL_PHRASE_ERROR, DTL_PHRASE_ERROR_NO_CONTEXT,
                   _ ("“%s” counts from another date, and none is given"), phrase);
      return FALSE;
    case DTL_RESOLVE_NO_SUCH_DAY:
      g_set_error (error, DTL_PHRASE_ERROR, DTL_PHRASE_ERROR_NO_SUCH_DAY,
                   /* Translators: the words of the date; why there is no such day */
                   _ ("“%s” is no date: %s"), phrase, mention->why);
      return FALSE;
    case DTL_RESOLVE_PLACED:
    case DTL_RESOLVE_NO_PLACE:
      return TRUE;
    }
  return TRUE;
}

static gboolean
is_vague (const DtlMention *mention)
{
  return strcmp (mention->value, "PAST_REF") == 0;
}

gboolean
dtl_phrase_extract (const DtlPack *pack,
                    const char *phrase,
                    const DtlPhraseContext *context,
                    DtlMention *ret_mention,
                    GError **error)
{
  gsize length = strlen (phrase);
  DtlResolveContext resolve = { .published = context->published,
                                .reference = context->reference,
                                .place = context->place,
                                .alone = TRUE };
  g_autoptr (GArray) outcomes = g_array_new (FALSE, FALSE, sizeof (DtlResolveOutcome));
  g_autoptr (GArray) phrases = NULL, mentions = NULL;
  GStringChunk *strings;
  gboolean ok = FALSE;

  if (!g_utf8_validate (phrase, -1, NULL))
    return refuse (_ ("a text in another encoding"), error);
  phrases = dtl_scan (pack, phrase, length, DTL_GENRE_ANY, NULL);
  if (!dtl_scan_is_whole (pack, phrase, length, phrases))
    return refuse (phrase, error);
  strings = g_string_chunk_new (64);
  mentions = dtl_resolve (phrases, phrase, length, &resolve, strings, outcomes);
  if (mentions->len == 0 || is_vague (&g_array_index (mentions, DtlMention, 0)))
    refuse (phrase, error);
  else if (check_outcome (g_array_index (outcomes, DtlResolveOutcome, 0),
                          &g_array_index (mentions, DtlMention, 0), phrase, error))
    {
      *ret_mention = g_array_index (mentions, DtlMention, 0);
      ret_mention->value = g_strdup (ret_mention->value);
      ret_mention->why = g_strdup (ret_mention->why);
      ret_mention->partner = -1;
      ret_mention->start = 0;
      ret_mention->end = length;
      ok = TRUE;
    }
  g_string_chunk_free (strings);
  return ok;
}

gboolean
dtl_extract_phrase (const char *phrase,
                    const DtlPhraseContext *context,
                    DtlMention *ret_mention,
                    GError **error)
{
  g_autoptr (DtlPack) pack = dtl_pack_get (context->language, error);

  return pack != NULL && dtl_phrase_extract (pack, phrase, context, ret_mention, error);
}
