#include "config.h"

#include "extract/packs/dtl-pack-fault.h"
#include "extract/packs/dtl-pack-private.h"

#include <string.h>

G_DEFINE_QUARK (dtl - pack - error - quark, dtl_pack_error)

static void
free_class (gpointer data)
{
  DtlClass *class = data;

  g_ptr_array_unref (class->long_entries);
  g_free (class->name);
  g_free (class);
}

static void
free_long_entry (gpointer data)
{
  DtlLongEntry *entry = data;

  g_array_unref (entry->words);
  g_free (entry);
}

static void
free_part (gpointer data)
{
  DtlPatternPart *part = data;

  dtl_pattern_tree_free (part->tree);
  g_free (part->name);
  g_free (part);
}

static void
free_memberships (gpointer data)
{
  if (data != NULL)
    g_array_unref (data);
}

static DtlPack *
new_pack (void)
{
  DtlPack *pack = g_new0 (DtlPack, 1);

  pack->ref_count = 1;
  pack->vocabulary = dtl_vocabulary_new ();
  pack->clause_words = dtl_clause_words_new ();
  pack->classes = g_ptr_array_new_with_free_func (free_class);
  pack->class_numbers = g_hash_table_new (g_str_hash, g_str_equal);
  pack->memberships = g_ptr_array_new_with_free_func (free_memberships);
  pack->parts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_part);
  pack->literals = g_array_new (FALSE, TRUE, sizeof (guint16));
  dtl_pack_intern_literal (pack, dtl_vocabulary_intern (pack->vocabulary, ".", 1));
  for (int i = 0; i < DTL_N_LEVELS; i++)
    {
      pack->automata[i] = dtl_automaton_new ();
      pack->runners[i] = dtl_runner_pool_new ();
      pack->kinds[i] = g_array_new (FALSE, FALSE, sizeof (guint16));
      pack->contexts[i] = g_array_new (FALSE, FALSE, sizeof (DtlPatternContext));
      pack->lines[i] = g_array_new (FALSE, FALSE, sizeof (int));
    }
  pack->word_symbols = g_array_new (FALSE, FALSE, sizeof (guint16));
  pack->word_roles = g_array_new (FALSE, TRUE, sizeof (guint16));
  pack->number_symbols = g_array_new (FALSE, FALSE, sizeof (guint16));
  pack->kind_symbols = g_array_new (FALSE, FALSE, sizeof (guint16));
  for (guint i = 0; i < DTL_N_DIGIT_CLASSES; i++)
    {
      guint class = dtl_pack_intern_class (pack, dtl_digit_class_get_name (i));

      dtl_pack_get_class (pack, class)->has_field = TRUE;
      dtl_pack_get_class (pack, class)->field = dtl_digit_class_get_field (i);
    }
  dtl_pack_intern_class (pack, DTL_CAPITAL_CLASS_NAME);
  return pack;
}

DtlPack *
dtl_pack_ref (DtlPack *pack)
{
  g_atomic_int_inc (&pack->ref_count);
  return pack;
}

void
dtl_pack_unref (DtlPack *pack)
{
  if (pack == NULL || !g_atomic_int_dec_and_test (&pack->ref_count))
    return;
  dtl_compounds_free (pack->compounds);
  dtl_vocabulary_free (pack->vocabulary);
  dtl_clause_words_free (pack->clause_words);
  g_ptr_array_unref (pack->classes);
  g_hash_table_unref (pack->class_numbers);
  g_ptr_array_unref (pack->memberships);
  g_hash_table_unref (pack->parts);
  g_array_unref (pack->literals);
  for (int i = 0; i < DTL_N_LEVELS; i++)
    {
      dtl_runner_pool_free (pack->runners[i]);
      dtl_automaton_free (pack->automata[i]);
      g_array_unref (pack->kinds[i]);
      g_array_unref (pack->contexts[i]);
      g_array_unref (pack->lines[i]);
    }
  g_array_unref (pack->word_symbols);
  g_array_unref (pack->word_roles);
  g_array_unref (pack->number_symbols);
  g_array_unref (pack->kind_symbols);
  g_free (pack->symbols.bits);
  g_free (pack->tag);
  g_free (pack);
}

const char *
dtl_pack_get_tag (const DtlPack *pack)
{
  return pack->tag;
}

const DtlClauseWords *
dtl_pack_get_clause_words (const DtlPack *pack)
{
  return pack->clause_words;
}

guint
dtl_pack_intern_class (DtlPack *pack, const char *name)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (pack->class_numbers, name));
  DtlClass *class;

  if (found != 0)
    return found - 1;
  class = g_new0 (DtlClass, 1);
  class->name = g_strdup (name);
  class->dot_class = -1;
  class->long_entries = g_ptr_array_new_with_free_func (free_long_entry);
  g_ptr_array_add (pack->classes, class);
  g_hash_table_insert (pack->class_numbers, class->name,
                       GUINT_TO_POINTER (pack->classes->len));
  return pack->classes->len - 1;
}

DtlClass *
dtl_pack_get_class (const DtlPack *pack, guint class)
{
  return g_ptr_array_index (pack->classes, class);
}

void
dtl_pack_add_membership (DtlPack *pack, guint word, const DtlMembership *membership)
{
  if (word >= pack->memberships->len)
    g_ptr_array_set_size (pack->memberships, (int) word + 1);
  if (g_ptr_array_index (pack->memberships, word) == NULL)
    pack->memberships->pdata[word] = g_array_new (FALSE, FALSE, sizeof (DtlMembership));

  GArray *list = g_ptr_array_index (pack->memberships, word);

  g_array_append_val (list, *membership);
}

DtlCondition
dtl_pack_intern_literal (DtlPack *pack, guint word)
{
  if (word >= pack->literals->len)
    g_array_set_size (pack->literals, word + 1);

  guint16 *literal = &g_array_index (pack->literals, guint16, word);

  if (*literal == 0)
    *literal = (guint16) ++pack->n_literals;
  return (DtlCondition) (*literal - 1);
}

static int
find_class (const DtlPack *pack, const char *name)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (pack->class_numbers, name)) - 1;
}

static void
find_roles (DtlPack *pack)
{
  static const char *const names[DTL_N_ROLES] = {
    [DTL_ROLE_PAST] = "past-verb",
    [DTL_ROLE_FUTURE] = "future-verb",
    [DTL_ROLE_PLAN] = "plan-word",
    [DTL_ROLE_PLAN_LINK] = "plan-link",
    [DTL_ROLE_ABBREVIATION] = "abbreviation",
    [DTL_ROLE_STOP] = "sentence-stop",
    [DTL_ROLE_LEAD] = "lead",
    [DTL_ROLE_HALF] = "half-word",
    [DTL_ROLE_PIECE] = "word-piece",
    [DTL_ROLE_SCALE] = "number-scale",
    [DTL_ROLE_EVENT_AFTER] = "event-after",
    [DTL_ROLE_EVENT_BEFORE] = "event-before",
  };

  for (int i = 0; i < DTL_N_ROLES; i++)
    pack->roles[i] = find_class (pack, names[i]);
  pack->number_classes[0] = find_class (pack, "number-word");
  pack->number_classes[1] = find_class (pack, "ordinal-word");
}

/* The membership of @lexeme in @class, or NULL. */
static const DtlMembership *
find_membership (const DtlPack *pack, const DtlLexeme *lexeme, guint class)
{
  GArray *list;

  if (lexeme->kind == DTL_LEXEME_NUMBER || lexeme->word >= pack->memberships->len)
    return NULL;
  list = g_ptr_array_index (pack->memberships, lexeme->word);
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const DtlMembership *member = &g_array_index (list, DtlMembership, i);

      if (member->class == class && (member->shapes >> lexeme->shape & 1) != 0)
        return member;
    }
  return NULL;
}

/* The roles of each word in each shape, so that asking costs one look. */
static void
make_word_roles (DtlPack *pack)
{
  guint n_words = dtl_vocabulary_get_size (pack->vocabulary);

  G_STATIC_ASSERT (DTL_N_ROLES <= 16);
  g_array_set_size (pack->word_roles, n_words * DTL_N_SHAPES);
  for (guint word = 1; word < n_words; word++)
    for (guint shape = 0; shape < DTL_N_SHAPES; shape++)
      {
        DtlLexeme lexeme = { .kind = DTL_LEXEME_WORD,
                             .word = (guint16) word,
                             .shape = (guint8) shape };
        guint16 *roles =
            &g_array_index (pack->word_roles, guint16, word * DTL_N_SHAPES + shape);

        for (int i = 0; i < DTL_N_ROLES; i++)
          if (pack->roles[i] >= 0 &&
              find_membership (pack, &lexeme, (guint) pack->roles[i]) != NULL)
            *roles |= (guint16) (1 << i);
      }
}

static void
add_piece (const char *word, gsize length, guint id, gpointer data)
{
  DtlPack *pack = data;
  DtlLexeme lexeme = { .word = (guint16) id };

  if (dtl_pack_has_role (pack, &lexeme, DTL_ROLE_PIECE))
    dtl_compounds_add (pack->compounds, word, length, id);
}

static void
find_pieces (DtlPack *pack)
{
  if (pack->roles[DTL_ROLE_PIECE] < 0)
    return;
  pack->compounds = dtl_compounds_new (pack->vocabulary);
  dtl_vocabulary_foreach (pack->vocabulary, add_piece, pack);
}

DtlPack *
dtl_pack_read_all (GBytes *bytes, GPtrArray *faults)
{
  g_autoptr (DtlPack) pack = new_pack ();

  if (!dtl_pack_read (pack, bytes, faults))
    return NULL;
  dtl_pack_symbols_make (pack);
  find_roles (pack);
  make_word_roles (pack);
  find_pieces (pack);
  return g_steal_pointer (&pack);
}

DtlPack *
dtl_pack_new_from_bytes (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GPtrArray) faults = dtl_pack_faults_new ();
  g_autoptr (DtlPack) pack = dtl_pack_read_all (bytes, faults);

  if (pack == NULL)
    dtl_pack_faults_to_error (faults, name, error);
  return g_steal_pointer (&pack);
}

const DtlVocabulary *
dtl_pack_get_vocabulary (const DtlPack *pack)
{
  return pack->vocabulary;
}

const DtlCompounds *
dtl_pack_get_compounds (const DtlPack *pack)
{
  return pack->compounds;
}

const DtlAutomaton *
dtl_pack_get_automaton (const DtlPack *pack, DtlLevel level)
{
  return pack->automata[level];
}

DtlRunner *
dtl_pack_take_runner (const DtlPack *pack, DtlLevel level)
{
  DtlRunner *runner = dtl_runner_pool_take (pack->runners[level]);

  return runner != NULL ? runner : dtl_runner_new (pack->automata[level], &pack->symbols);
}

void
dtl_pack_return_runner (const DtlPack *pack, DtlLevel level, DtlRunner *runner)
{
  dtl_runner_pool_give (pack->runners[level], runner);
}

const DtlSymbolTable *
dtl_pack_get_symbols (const DtlPack *pack)
{
  return &pack->symbols;
}

guint
dtl_pack_get_pattern_kind (const DtlPack *pack, DtlLevel level, int pattern)
{
  return g_array_index (pack->kinds[level], guint16, pattern);
}

const char *
dtl_pack_get_pattern_name (const DtlPack *pack, DtlLevel level, int pattern)
{
  const guint kind = dtl_pack_get_pattern_kind (pack, level, pattern);

  return dtl_pack_get_class (pack, kind)->name + strlen ("@");
}

int
dtl_pack_get_pattern_line (const DtlPack *pack, DtlLevel level, int pattern)
{
  return g_array_index (pack->lines[level], int, pattern);
}

gboolean
dtl_pack_kind_is_skip (const DtlPack *pack, guint kind)
{
  return strcmp (dtl_pack_get_class (pack, kind)->name, "@skip") == 0;
}

const DtlPatternContext *
dtl_pack_get_context (const DtlPack *pack, DtlLevel level, int pattern)
{
  return &g_array_index (pack->contexts[level], DtlPatternContext, pattern);
}

gboolean
dtl_pack_symbol_is (const DtlPack *pack, guint symbol, int class)
{
  return class >= 0 && dtl_symbol_meets (&pack->symbols, symbol, (DtlCondition) class);
}

int
dtl_pack_get_value (const DtlPack *pack, const DtlLexeme *lexeme, guint class)
{
  const DtlMembership *member = find_membership (pack, lexeme, class);

  if (lexeme->kind == DTL_LEXEME_NUMBER)
    return (int) MIN (lexeme->number, G_MAXINT32);
  return member != NULL ? member->value : 0;
}

gboolean
dtl_pack_has_role (const DtlPack *pack, const DtlLexeme *lexeme, DtlRole role)
{
  guint place = (guint) lexeme->word * DTL_N_SHAPES + lexeme->shape;

  return (g_array_index (pack->word_roles, guint16, place) >> role & 1) != 0;
}

gboolean
dtl_pack_get_number_word (const DtlPack *pack, const DtlLexeme *lexeme, double *ret_value)
{
  for (guint i = 0; i < G_N_ELEMENTS (pack->number_classes); i++)
    {
      const DtlMembership *member = NULL;

      if (pack->number_classes[i] >= 0)
        member = find_membership (pack, lexeme, (guint) pack->number_classes[i]);
      if (member != NULL)
        {
          *ret_value = member->value;
          return TRUE;
        }
    }
  return FALSE;
}

gboolean
dtl_pack_uses_decimal_comma (const DtlPack *pack)
{
  return pack->decimal_comma;
}
