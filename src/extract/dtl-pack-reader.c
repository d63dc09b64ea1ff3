/* The XML of a language pack. Its form is checked by the schema where the pack
 * comes from outside; here whatever would harm us is refused. */

#include "config.h"

#include "extract/dtl-pack-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

#define TEXT(s) ((const char *) (s))

/* libxml2 prints to standard error where nobody tells it not to. */
#define PARSE_OPTIONS                                                                    \
  (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOBLANKS)

static gboolean
is_element (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp (TEXT (node->name), name) == 0;
}

static char *
dup_attribute (const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);
  char *copy = g_strdup (TEXT (value));

  xmlFree (value);
  return copy;
}

static gboolean
is_yes (const xmlNode *node, const char *name)
{
  g_autofree char *value = dup_attribute (node, name);

  return g_strcmp0 (value, "yes") == 0;
}

G_GNUC_PRINTF (3, 4)
static gboolean
refuse (const xmlNode *node, GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *reason = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, DTL_PACK_ERROR, DTL_PACK_ERROR_INVALID,
               /* Translators: a place in a file, and what is wrong there */
               _ ("line %ld: %s"), xmlGetLineNo (node), reason);
  return FALSE;
}

/* --- classes --- */

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
  g_autofree char *shapes = dup_attribute (node, "case");

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

static gboolean
read_words (DtlPack *pack, guint class, const xmlNode *node, GError **error)
{
  g_autofree char *value_text = dup_attribute (node, "value");
  g_autofree char *ending_text = dup_attribute (node, "endings");
  g_auto (GStrv) endings =
      ending_text != NULL ? g_strsplit_set (ending_text, " \n\t", -1) : NULL;
  xmlChar *content = xmlNodeGetContent (node);
  g_auto (GStrv) entries = g_strsplit (TEXT (content), ",", -1);
  const DtlClass *owner = dtl_pack_get_class (pack, class);
  WordsTraits traits = { class, -1, 0, read_shapes (node), endings };

  xmlFree (content);
  if (is_yes (node, "dot"))
    traits.dot_class = ensure_dot_class (pack, class);
  if (value_text != NULL &&
      !dtl_field_parse_value (owner->has_field ? owner->field : DTL_FIELD_COUNT,
                              value_text, &traits.value))
    return refuse (node, error, _ ("“%s” is not a value of this class"), value_text);
  for (guint i = 0; entries[i] != NULL; i++)
    if (!read_entry_with_endings (pack, &traits, entries[i]))
      return refuse (node, error, _ ("“%s” is not a word"), entries[i]);
  return TRUE;
}

static gboolean
read_class (DtlPack *pack, const xmlNode *node, GError **error)
{
  g_autofree char *name = dup_attribute (node, "name");
  g_autofree char *field = dup_attribute (node, "field");

  if (name == NULL || *name == '#' || *name == '@')
    return refuse (node, error, _ ("a class needs a name of its own"));

  guint number = dtl_pack_intern_class (pack, name);
  DtlClass *class = dtl_pack_get_class (pack, number);

  class->has_field = field != NULL;
  if (field != NULL && !dtl_field_from_name (field, &class->field))
    return refuse (node, error, _ ("there is no field “%s”"), field);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (is_element (child, "words") && !read_words (pack, number, child, error))
      return FALSE;
  return TRUE;
}

/* The words that titles are made with: lists by the name of their class. */
static gboolean
read_clauses (DtlPack *pack, const xmlNode *clauses, GError **error)
{
  for (const xmlNode *node = clauses->children; node != NULL; node = node->next)
    {
      g_autofree char *name = NULL;
      xmlChar *list = NULL;
      gboolean known = TRUE;

      if (node->type != XML_ELEMENT_NODE)
        continue;
      name = dup_attribute (node, "as");
      list = xmlNodeGetContent (node);
      if (is_element (node, "pasts"))
        dtl_clause_words_add_pasts (pack->clause_words, TEXT (list));
      else
        known =
            name != NULL && dtl_clause_words_add (pack->clause_words, name, TEXT (list));
      xmlFree (list);
      if (!known)
        return refuse (node, error, _ ("there is no class “%s”"),
                       name != NULL ? name : "");
    }
  return TRUE;
}

/* The classes, and the kinds that patterns make: what conditions are made of. */
static gboolean
read_conditions (DtlPack *pack, const xmlNode *root, GError **error)
{
  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    {
      if (is_element (node, "class") && !read_class (pack, node, error))
        return FALSE;
      if (is_element (node, "clauses") && !read_clauses (pack, node, error))
        return FALSE;
      for (const xmlNode *child = node->children; child != NULL; child = child->next)
        if (is_element (child, "pattern"))
          {
            g_autofree char *as = dup_attribute (child, "as");
            g_autofree char *name = g_strconcat ("@", as, NULL);

            dtl_pack_get_class (pack, dtl_pack_intern_class (pack, name))->is_kind = TRUE;
          }
    }
  if (pack->classes->len > 1000)
    return refuse (root, error, _ ("too many classes"));
  return TRUE;
}

/* --- patterns --- */

static gboolean
collect_source (const xmlNode *node, DtlPatternSource *source, GError **error)
{
  static const char *const spans[][2] = {
    { "when", "" },
    { "from", "" },
    { "to", "second" },
  };

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      int span = -1;

      if (child->type == XML_TEXT_NODE)
        g_string_append (source->text, TEXT (child->content));
      if (child->type != XML_ELEMENT_NODE)
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
        if (is_element (child, spans[i][0]))
          span = *spans[i][1] != '\0';
      if (span < 0)
        return refuse (child, error, _ ("“%s” may not stand here"), TEXT (child->name));

      DtlSpanMark opens = { source->text->len, span, TRUE };

      g_array_append_val (source->marks, opens);
      if (!collect_source (child, source, error))
        return FALSE;

      DtlSpanMark closes = { source->text->len, span, FALSE };

      g_array_append_val (source->marks, closes);
    }
  return TRUE;
}

static DtlPatternTree *
read_tree (DtlPack *pack, const xmlNode *node, GError **error)
{
  DtlPatternSource source = { g_string_new (NULL),
                              g_array_new (FALSE, FALSE, sizeof (DtlSpanMark)) };
  DtlPatternTree *tree = NULL;

  if (collect_source (node, &source, error))
    {
      tree = dtl_pattern_parse (pack, &source, error);
      if (tree == NULL)
        g_prefix_error (error, _ ("line %ld: "), xmlGetLineNo (node));
    }
  g_string_free (source.text, TRUE);
  g_array_unref (source.marks);
  return tree;
}

static gboolean
read_part (DtlPack *pack, const xmlNode *node, GError **error)
{
  DtlPatternPart *part = g_new0 (DtlPatternPart, 1);

  part->name = dup_attribute (node, "name");
  part->number = is_yes (node, "number");
  part->tree = read_tree (pack, node, error);
  if (part->tree == NULL || part->name == NULL)
    {
      dtl_pattern_tree_free (part->tree);
      g_free (part->name);
      g_free (part);
      return FALSE;
    }
  g_hash_table_replace (pack->parts, part->name, part);
  return TRUE;
}

/* "part=early approx=yes" to values. */
static gboolean
read_put (const xmlNode *node, GArray *values, GError **error)
{
  g_autofree char *put = dup_attribute (node, "put");
  g_auto (GStrv) pairs = g_strsplit_set (put != NULL ? put : "", " \n\t", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      DtlFixedValue value;
      char *equals = strchr (pairs[i], '=');

      if (*pairs[i] == '\0')
        continue;
      if (equals != NULL)
        *equals++ = '\0';
      if (equals == NULL || !dtl_field_from_name (pairs[i], &value.field) ||
          !dtl_field_parse_value (value.field, equals, &value.value))
        return refuse (node, error, _ ("“%s” cannot be put"), pairs[i]);
      g_array_append_val (values, value);
    }
  return TRUE;
}

/* An attribute that names a class, -1 where it is not there. */
static gboolean
read_class_name (const DtlPack *pack,
                 const xmlNode *node,
                 const char *attribute,
                 gint16 *ret_class,
                 GError **error)
{
  g_autofree char *name = dup_attribute (node, attribute);
  gpointer number = GINT_TO_POINTER (0);

  if (name != NULL &&
      !g_hash_table_lookup_extended (pack->class_numbers, name, NULL, &number))
    return refuse (node, error, _ ("there is no class “%s”"), name);
  *ret_class = (gint16) (GPOINTER_TO_INT (number) - 1);
  return TRUE;
}

/* "narrative chat" */
static gboolean
read_genres (const xmlNode *node, guint8 *ret_genres, GError **error)
{
  g_autofree char *names = dup_attribute (node, "genre");
  g_auto (GStrv) list = g_strsplit (names != NULL ? names : "", " ", -1);
  guint8 genres = 0;

  for (guint i = 0; list[i] != NULL; i++)
    if (strcmp (list[i], "news") == 0)
      genres |= DTL_GENRE_NEWS;
    else if (strcmp (list[i], "narrative") == 0)
      genres |= DTL_GENRE_NARRATIVE;
    else if (strcmp (list[i], "chat") == 0)
      genres |= DTL_GENRE_CHAT;
    else if (strcmp (list[i], "phrase") == 0)
      genres |= DTL_GENRE_PHRASE;
    else
      return refuse (node, error, _ ("there is no genre “%s”"), list[i]);
  *ret_genres = genres != 0 ? genres : DTL_GENRE_ANY;
  return TRUE;
}

static gboolean
read_context (DtlPack *pack, DtlLevel level, const xmlNode *node, GError **error)
{
  DtlPatternContext context;

  if (!read_class_name (pack, node, "after", &context.after, error) ||
      !read_class_name (pack, node, "not-after", &context.not_after, error) ||
      !read_class_name (pack, node, "before", &context.before, error) ||
      !read_class_name (pack, node, "not-before", &context.not_before, error) ||
      !read_genres (node, &context.genres, error))
    return FALSE;
  g_array_append_val (pack->contexts[level], context);
  return TRUE;
}

static gboolean
read_pattern (DtlPack *pack, DtlLevel level, const xmlNode *node, GError **error)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (DtlFixedValue));
  g_autofree char *as = dup_attribute (node, "as");
  g_autofree char *kind = g_strconcat ("@", as, NULL);
  DtlPatternTree *tree;
  gboolean ok;

  if (!read_put (node, values, error) || !read_context (pack, level, node, error))
    return FALSE;
  tree = read_tree (pack, node, error);
  if (tree == NULL)
    return FALSE;
  ok = dtl_pattern_compile (pack, level, tree, dtl_pack_intern_class (pack, kind),
                            (const DtlFixedValue *) (gpointer) values->data, values->len,
                            error);
  dtl_pattern_tree_free (tree);
  return ok;
}

static gboolean
read_level (DtlPack *pack, DtlLevel level, const xmlNode *group, GError **error)
{
  for (const xmlNode *node = group->children; node != NULL; node = node->next)
    if (is_element (node, "pattern") && !read_pattern (pack, level, node, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_patterns (DtlPack *pack, const xmlNode *root, GError **error)
{
  static const char *const groups[] = { "phrases", "changes", "links" };

  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    {
      if (is_element (node, "part") && !read_part (pack, node, error))
        return FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
        if (is_element (node, groups[i]) && !read_level (pack, (DtlLevel) i, node, error))
          return FALSE;
    }
  return TRUE;
}

gboolean
dtl_pack_read (DtlPack *pack, GBytes *bytes, const char *name, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (xmlDoc) doc = NULL;
  const xmlNode *root;

  if (length < G_MAXINT)
    doc = xmlReadMemory (data, (int) length, name, NULL, PARSE_OPTIONS);
  root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  if (root == NULL || !is_element (root, "language"))
    {
      g_set_error (error, DTL_PACK_ERROR, DTL_PACK_ERROR_INVALID,
                   _ ("%s: not a language pack"), name);
      return FALSE;
    }
  pack->tag = dup_attribute (root, "tag");
  pack->decimal_comma = is_yes (root, "decimal-comma");
  if (!read_conditions (pack, root, error) || !read_patterns (pack, root, error))
    {
      g_prefix_error (error, "%s: ", name);
      return FALSE;
    }
  return TRUE;
}
