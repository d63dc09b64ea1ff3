/* The words of a language pack: classes, and the lists that titles are made with. */

#include "config.h"

#include "extract/packs/dtl-pack-private.h"
#include "extract/packs/dtl-pack-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of all classes together, with every ending: many times what a pack needs. */
#define MAX_WORDS 20000

/* The ids of the lexemes of one entry; NULL where one is no word or mark. */
static GArray *
intern_entry (DtlPack *pack, const char *entry)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint16));
  DtlLexer lexer = { entry, strlen (entry), 0, pack->vocabulary, NULL };
  DtlLexeme lexeme;

  while (dtl_lexer_next (&lexer, &lexeme))
    {
      guint16 word = 0;

      if (lexeme.kind != DTL_LEXEME_NUMBER)
        word = (guint16) dtl_lexer_intern (&lexer, &lexeme, pack->vocabulary);
      if (word == 0)
        return NULL;
      g_array_append_val (words, word);
    }
  return words->len > 0 ? g_steal_pointer (&words) : NULL;
}

static guint8
read_shapes (const xmlNode *node)
{
  g_autofree char *shapes = dtl_pack_xml_dup_attribute (node, "case");

  if (g_strcmp0 (shapes, "capital") == 0)
    return 1 << DTL_SHAPE_CAPITAL | 1 << DTL_SHAPE_UPPER;
  if (g_strcmp0 (shapes, "upper") == 0)
    return 1 << DTL_SHAPE_UPPER;
  if (g_strcmp0 (shapes, "lower") == 0)
    return 1 << DTL_SHAPE_LOWER;
  return 0xff;
}

static void
add_entry (DtlPack *pack, guint class, GArray *words, int value, guint8 shapes)
{
  if (words->len == 1)
    {
      DtlMembership member = { (guint16) class, shapes, value };

      dtl_pack_add_membership (pack, g_array_index (words, guint16, 0), &member);
    }
  else
    {
      DtlLongEntry *entry = g_new0 (DtlLongEntry, 1);

      entry->words = g_array_ref (words);
      entry->value = value;
      for (guint i = 0; i < words->len; i++)
        dtl_pack_intern_literal (pack, g_array_index (words, guint16, i));
      g_ptr_array_add (dtl_pack_get_class (pack, class)->long_entries, entry);
    }
}

/* The class of those words of a class that may have a stop behind them. */
static int
ensure_dot_class (DtlPack *pack, guint class)
{
  g_autofree char *name = g_strconcat (dtl_pack_get_class (pack, class)->name, ".", NULL);

  dtl_pack_get_class (pack, class)->dot_class = (int) dtl_pack_intern_class (pack, name);
  return dtl_pack_get_class (pack, class)->dot_class;
}

/* What all entries of one element share. */
typedef struct {
  guint class;
  int dot_class; /* -1: none */
  int value;
  guint8 shapes;
  char **endings; /* an entry takes each of them; "-" is none */
} WordsTraits;

static gboolean
read_entry (DtlPack *pack, const WordsTraits *traits, const char *entry)
{
  g_autoptr (GArray) words = intern_entry (pack, entry);

  if (words == NULL)
    return FALSE;
  add_entry (pack, traits->class, words, traits->value, traits->shapes);
  if (traits->dot_class >= 0 && words->len == 1)
    add_entry (pack, (guint) traits->dot_class, words, traits->value, traits->shapes);
  return TRUE;
}

/* "jahr" with the endings "- e en": jahr, jahre, jahren. */
static gboolean
read_entry_with_endings (DtlPack *pack, const WordsTraits *traits, char *entry)
{
  if (traits->endings == NULL)
    return read_entry (pack, traits, entry);
  g_strstrip (entry);
  for (guint i = 0; traits->endings[i] != NULL; i++)
    {
      const char *ending = traits->endings[i];
      g_autofree char *whole = g_strconcat (entry, *ending == '-' ? "" : ending, NULL);

      if (*ending != '\0' && !read_entry (pack, traits, whole))
        return FALSE;
    }
  return TRUE;
}

static void
read_words (DtlPack *pack, guint class, const xmlNode *node)
{
  g_autofree char *value_text = dtl_pack_xml_dup_attribute (node, "value");
  g_autofree char *ending_text = dtl_pack_xml_dup_attribute (node, "endings");
  g_auto (GStrv) endings =
      ending_text != NULL ? g_strsplit_set (ending_text, " \n\t", -1) : NULL;
  g_autofree char *content = dtl_pack_xml_dup_text (node);
  g_auto (GStrv) entries = g_strsplit (content, ",", -1);
  const DtlClass *owner = dtl_pack_get_class (pack, class);
  WordsTraits traits = { class, -1, 0, read_shapes (node), endings };

  if (dtl_pack_xml_is_yes (node, "dot"))
    traits.dot_class = ensure_dot_class (pack, class);
  if (value_text != NULL &&
      !dtl_field_parse_value (owner->has_field ? owner->field : DTL_FIELD_COUNT,
                              value_text, &traits.value))
    dtl_pack_refuse (pack, node, _ ("“%s” is not a value of this class"), value_text);
  for (guint i = 0; entries[i] != NULL; i++)
    if (dtl_vocabulary_get_size (pack->vocabulary) > MAX_WORDS)
      {
        dtl_pack_refuse (pack, node, _ ("too many words"));
        return;
      }
    else if (!read_entry_with_endings (pack, &traits, entries[i]))
      dtl_pack_refuse (pack, node, _ ("“%s” is not a word"), g_strstrip (entries[i]));
}

void
dtl_pack_read_class (DtlPack *pack, const xmlNode *node)
{
  g_autofree char *name = dtl_pack_xml_dup_attribute (node, "name");
  g_autofree char *field = dtl_pack_xml_dup_attribute (node, "field");
  guint number;
  DtlClass *class;

  if (name == NULL || *name == '#' || *name == '@')
    {
      dtl_pack_refuse (pack, node, _ ("a class needs a name of its own"));
      return;
    }
  number = dtl_pack_intern_class (pack, name);
  class = dtl_pack_get_class (pack, number);
  class->has_field = field != NULL && dtl_field_from_name (field, &class->field);
  if (field != NULL && !class->has_field)
    {
      dtl_pack_refuse (pack, node, _ ("there is no field “%s”"), field);
      return;
    }
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (dtl_pack_xml_is (child, "words"))
      read_words (pack, number, child);
}

void
dtl_pack_read_clauses (DtlPack *pack, const xmlNode *clauses)
{
  for (const xmlNode *node = clauses->children; node != NULL; node = node->next)
    {
      g_autofree char *name = NULL, *list = NULL;

      if (node->type != XML_ELEMENT_NODE)
        continue;
      name = dtl_pack_xml_dup_attribute (node, "as");
      list = dtl_pack_xml_dup_text (node);
      if (dtl_pack_xml_is (node, "pasts"))
        dtl_clause_words_add_pasts (pack->clause_words, list);
      else if (name == NULL || !dtl_clause_words_add (pack->clause_words, name, list))
        dtl_pack_refuse (pack, node, _ ("there is no class “%s”"),
                         name != NULL ? name : "");
    }
}
