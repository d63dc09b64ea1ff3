/* Words to symbols: words that all patterns treat alike are one symbol. */

#include "extract/packs/dtl-pack-private.h"

#include <string.h>

/* Numbers of one to four digits have a symbol each way they are written; the
 * last place is for longer ones. */
static const guint digit_rows[] = { 0, 10, 110, 1110, 11110 };
#define LONG_NUMBER 11110

/* Gives equal rows one symbol. */
typedef struct {
  DtlSymbolTable *table;
  GArray *rows;                 /* of guint64 */
  GHashTable *by_row;           /* GBytes to symbol */
  GHashTable *by_digit_classes; /* bits of classes to symbol */
} Symbols;

static guint
intern_row (Symbols *symbols, const guint64 *row)
{
  gsize size = symbols->table->row_words * sizeof *row;
  g_autoptr (GBytes) key = g_bytes_new (row, size);
  gpointer found;

  if (g_hash_table_lookup_extended (symbols->by_row, key, NULL, &found))
    return GPOINTER_TO_UINT (found);
  g_array_append_vals (symbols->rows, row, symbols->table->row_words);
  g_hash_table_insert (symbols->by_row, g_steal_pointer (&key),
                       GUINT_TO_POINTER (symbols->table->n_symbols));
  return symbols->table->n_symbols++;
}

static void
set_bit (guint64 *row, guint bit)
{
  row[bit / 64] |= G_GUINT64_CONSTANT (1) << (bit % 64);
}

/* Where no pattern asks for capitals, unknown words all stay one symbol. */
static gboolean
asks_for_capitals (const DtlPack *pack)
{
  for (int level = 0; level < DTL_N_LEVELS; level++)
    {
      const GArray *nodes = pack->automata[level]->nodes;
      const GArray *contexts = pack->contexts[level];

      for (guint i = 0; i < nodes->len; i++)
        {
          const DtlNode *node = &g_array_index (nodes, DtlNode, i);

          if (node->kind == DTL_NODE_STEP && node->number == DTL_CAPITAL_CLASS)
            return TRUE;
        }
      for (guint i = 0; i < contexts->len; i++)
        {
          const DtlPatternContext *context =
              &g_array_index (contexts, DtlPatternContext, i);

          if (context->before == DTL_CAPITAL_CLASS ||
              context->after == DTL_CAPITAL_CLASS ||
              context->not_before == DTL_CAPITAL_CLASS ||
              context->not_after == DTL_CAPITAL_CLASS)
            return TRUE;
        }
    }
  return FALSE;
}

static void
make_word_symbols (DtlPack *pack, Symbols *symbols, guint64 *row)
{
  guint n_words = dtl_vocabulary_get_size (pack->vocabulary);
  gboolean capitals = asks_for_capitals (pack);

  for (guint word = 0; word < n_words; word++)
    for (guint shape = 0; shape < DTL_N_SHAPES; shape++)
      {
        GArray *list = word < pack->memberships->len
                           ? g_ptr_array_index (pack->memberships, word)
                           : NULL;

        memset (row, 0, pack->symbols.row_words * sizeof *row);
        for (guint i = 0; list != NULL && i < list->len; i++)
          {
            const DtlMembership *member = &g_array_index (list, DtlMembership, i);

            if ((member->shapes >> shape & 1) != 0)
              set_bit (row, member->class);
          }
        if (capitals && shape != DTL_SHAPE_LOWER)
          set_bit (row, DTL_CAPITAL_CLASS);
        if (word < pack->literals->len &&
            g_array_index (pack->literals, guint16, word) != 0)
          set_bit (row, pack->classes->len +
                            g_array_index (pack->literals, guint16, word) - 1u);

        guint16 symbol = (guint16) intern_row (symbols, row);

        g_array_append_val (pack->word_symbols, symbol);
      }
}

/* The symbol of all numbers that are in these digit classes. */
static guint16
make_number_symbol (DtlPack *pack, Symbols *symbols, guint64 *row, guint32 classes)
{
  gpointer key = GUINT_TO_POINTER (classes);
  gpointer found = g_hash_table_lookup (symbols->by_digit_classes, key);

  if (found != NULL)
    return (guint16) GPOINTER_TO_UINT (found);
  memset (row, 0, pack->symbols.row_words * sizeof *row);
  row[0] = classes;
  found = GUINT_TO_POINTER (intern_row (symbols, row));
  g_hash_table_insert (symbols->by_digit_classes, key, found);
  return (guint16) GPOINTER_TO_UINT (found);
}

static void
make_number_symbols (DtlPack *pack, Symbols *symbols, guint64 *row)
{
  guint16 symbol = 0;
  guint32 end = 1;

  for (guint digits = 1; digits <= 4; digits++)
    {
      end *= 10;
      for (guint32 n = 0; n < end; n++)
        {
          symbol =
              make_number_symbol (pack, symbols, row, dtl_digit_classes_of (n, digits));
          g_array_append_val (pack->number_symbols, symbol);
        }
    }
  symbol = make_number_symbol (pack, symbols, row, dtl_digit_classes_of (10000, 5));
  g_array_append_val (pack->number_symbols, symbol);
}

static void
make_kind_symbols (DtlPack *pack, Symbols *symbols, guint64 *row)
{
  for (guint class = 0; class < pack->classes->len; class ++)
    {
      guint16 symbol = DTL_SYMBOL_NONE;

      memset (row, 0, pack->symbols.row_words * sizeof *row);
      if (dtl_pack_get_class (pack, class)->is_kind)
        {
          set_bit (row, class);
          symbol = (guint16) intern_row (symbols, row);
        }
      g_array_append_val (pack->kind_symbols, symbol);
    }
}

void
dtl_pack_symbols_make (DtlPack *pack)
{
  DtlSymbolTable *table = &pack->symbols;
  Symbols symbols = { .table = table };

  symbols.rows = g_array_new (FALSE, FALSE, sizeof (guint64));
  symbols.by_row = g_hash_table_new_full (g_bytes_hash, g_bytes_equal,
                                          (GDestroyNotify) g_bytes_unref, NULL);
  symbols.by_digit_classes = g_hash_table_new (NULL, NULL);
  table->n_conditions = pack->classes->len + pack->n_literals;
  table->row_words = table->n_conditions / 64 + 1;

  g_autofree guint64 *row = g_new0 (guint64, table->row_words);

  intern_row (&symbols, row); /* DTL_SYMBOL_NONE */
  make_word_symbols (pack, &symbols, row);
  make_number_symbols (pack, &symbols, row);
  make_kind_symbols (pack, &symbols, row);
  table->bits = (guint64 *) (gpointer) g_array_free (symbols.rows, FALSE);
  g_hash_table_unref (symbols.by_row);
  g_hash_table_unref (symbols.by_digit_classes);
}

guint
dtl_pack_get_lexeme_symbol (const DtlPack *pack, const DtlLexeme *lexeme)
{
  if (lexeme->kind == DTL_LEXEME_NUMBER)
    {
      guint place = lexeme->digits > 4 ? LONG_NUMBER
                                       : digit_rows[lexeme->digits - 1] + lexeme->number;

      return g_array_index (pack->number_symbols, guint16, place);
    }
  return g_array_index (pack->word_symbols, guint16,
                        (guint) lexeme->word * DTL_N_SHAPES + lexeme->shape);
}

guint
dtl_pack_get_kind_symbol (const DtlPack *pack, guint kind)
{
  return g_array_index (pack->kind_symbols, guint16, kind);
}
