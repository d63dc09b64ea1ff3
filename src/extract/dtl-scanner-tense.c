#include "extract/dtl-scanner-private.h"

static void
begin_sentence (DtlTenseReader *reader, const GArray *phrases)
{
  reader->tense = DTL_TENSE_UNKNOWN;
  reader->first_phrase = phrases->len;
}

/* The verb of its sentence came after these phrases. */
static void
note_verb (DtlTenseReader *reader, GArray *phrases, DtlTense tense, guint end)
{
  for (guint i = reader->first_phrase; i < end; i++)
    {
      DtlPhrase *phrase = &g_array_index (phrases, DtlPhrase, i);

      if (phrase->tense == DTL_TENSE_UNKNOWN)
        phrase->tense = (guint8) tense;
    }
  reader->first_phrase = end;
  reader->tense = (guint8) tense;
}

static gboolean
is_capital (const DtlLexeme *lexeme)
{
  return lexeme->kind == DTL_LEXEME_WORD && lexeme->shape != DTL_SHAPE_LOWER;
}

static gboolean
is_stop (const DtlPack *pack, const DtlItem *item)
{
  return item->lexeme.kind == DTL_LEXEME_MARK &&
         dtl_pack_has_role (pack, &item->lexeme, DTL_ROLE_STOP);
}

static void
read_word (DtlTenseReader *reader,
           const DtlPack *pack,
           const DtlLexeme *lexeme,
           gboolean initial,
           GArray *phrases,
           guint end)
{
  gboolean planned = reader->planned;

  reader->planned = dtl_pack_has_role (pack, lexeme, DTL_ROLE_PLAN);
  if (dtl_pack_has_role (pack, lexeme, DTL_ROLE_FUTURE) ||
      (planned && dtl_pack_has_role (pack, lexeme, DTL_ROLE_PLAN_LINK)))
    note_verb (reader, phrases, DTL_TENSE_FUTURE, end);
  else if ((lexeme->past_verb && (initial || !is_capital (lexeme))) ||
           dtl_pack_has_role (pack, lexeme, DTL_ROLE_PAST))
    note_verb (reader, phrases, DTL_TENSE_PAST, end);
}

void
dtl_tense_read (DtlTenseReader *reader,
                const DtlPack *pack,
                const DtlItem *items,
                guint n_items,
                GArray *phrases)
{
  guint next = reader->first_phrase;

  for (guint i = 0; i < n_items; i++)
    {
      const DtlItem *item = &items[i];
      gboolean initial =
          item->lexeme.new_block || (reader->may_end && is_capital (&item->lexeme));

      if (initial)
        {
          reader->tense = DTL_TENSE_UNKNOWN;
          reader->first_phrase = next;
        }
      reader->may_end = is_stop (pack, item) &&
                        !(i > 0 && dtl_pack_has_role (pack, &items[i - 1].lexeme,
                                                      DTL_ROLE_ABBREVIATION));
      if (item->phrase >= 0)
        {
          g_array_index (phrases, DtlPhrase, item->phrase).tense = reader->tense;
          next = (guint) item->phrase + 1;
        }
      else if (item->lexeme.kind == DTL_LEXEME_WORD)
        read_word (reader, pack, &item->lexeme, initial, phrases, next);
    }
  if (n_items > 0)
    begin_sentence (reader, phrases);
}
