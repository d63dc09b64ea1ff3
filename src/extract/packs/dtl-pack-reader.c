/* The XML of a language pack. Its form is checked by the schema where the pack
 * comes from outside; here whatever would harm us is refused. A fault is noted,
 * and what stands behind it is read all the same, so that all are found. */

#include "config.h"

#include "extract/packs/dtl-pack-fault.h"
#include "extract/packs/dtl-pack-private.h"
#include "extract/packs/dtl-pack-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* No language needs more. */
#define MAX_CLASSES 1000

void
dtl_pack_refuse (DtlPack *pack, const struct _xmlNode *node, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list args;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  dtl_pack_faults_add (pack->faults, dtl_pack_xml_get_line (node), "%s", reason);
}

/* The classes, and the kinds that patterns make: what conditions are made of. */
static void
read_conditions (DtlPack *pack, const xmlNode *root)
{
  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    {
      if (dtl_pack_xml_is (node, "class"))
        dtl_pack_read_class (pack, node);
      if (dtl_pack_xml_is (node, "clauses"))
        dtl_pack_read_clauses (pack, node);
      for (const xmlNode *child = node->children; child != NULL; child = child->next)
        if (dtl_pack_xml_is (child, "pattern"))
          {
            g_autofree char *as = dtl_pack_xml_dup_attribute (child, "as");
            g_autofree char *name = g_strconcat ("@", as, NULL);

            dtl_pack_get_class (pack, dtl_pack_intern_class (pack, name))->is_kind = TRUE;
          }
    }
  if (pack->classes->len > MAX_CLASSES)
    dtl_pack_refuse (pack, root, _ ("too many classes"));
}

/* --- patterns --- */

static gboolean
collect_source (DtlPack *pack, const xmlNode *node, DtlPatternSource *source)
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
        g_string_append (source->text, (const char *) child->content);
      if (child->type != XML_ELEMENT_NODE)
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
        if (dtl_pack_xml_is (child, spans[i][0]))
          span = *spans[i][1] != '\0';
      if (span < 0)
        {
          dtl_pack_refuse (pack, child, _ ("the element “%s” may not stand here"),
                           (const char *) child->name);
          return FALSE;
        }

      DtlSpanMark opens = { source->text->len, span, TRUE };

      g_array_append_val (source->marks, opens);
      if (!collect_source (pack, child, source))
        return FALSE;

      DtlSpanMark closes = { source->text->len, span, FALSE };

      g_array_append_val (source->marks, closes);
    }
  return TRUE;
}

static DtlPatternTree *
read_tree (DtlPack *pack, const xmlNode *node)
{
  DtlPatternSource source = { g_string_new (NULL),
                              g_array_new (FALSE, FALSE, sizeof (DtlSpanMark)) };
  DtlPatternTree *tree = NULL;
  g_autofree char *reason = NULL;

  if (collect_source (pack, node, &source))
    {
      tree = dtl_pattern_parse (pack, &source, &reason);
      if (tree == NULL)
        dtl_pack_refuse (pack, node, "%s", reason);
    }
  g_string_free (source.text, TRUE);
  g_array_unref (source.marks);
  return tree;
}

static void
read_part (DtlPack *pack, const xmlNode *node)
{
  DtlPatternPart *part = g_new0 (DtlPatternPart, 1);

  part->name = dtl_pack_xml_dup_attribute (node, "name");
  part->number = dtl_pack_xml_is_yes (node, "number");
  part->tree = read_tree (pack, node);
  if (part->name == NULL)
    dtl_pack_refuse (pack, node, _ ("a part needs a name"));
  if (part->tree == NULL || part->name == NULL)
    {
      dtl_pattern_tree_free (part->tree);
      g_free (part->name);
      g_free (part);
      return;
    }
  g_hash_table_replace (pack->parts, part->name, part);
}

/* "part=early approx=yes" to values. */
static gboolean
read_put (DtlPack *pack, const xmlNode *node, GArray *values)
{
  g_autofree char *put = dtl_pack_xml_dup_attribute (node, "put");
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
        {
          dtl_pack_refuse (pack, node, _ ("“%s” cannot be put"), pairs[i]);
          return FALSE;
        }
      g_array_append_val (values, value);
    }
  return TRUE;
}

/* An attribute that names a class, -1 where it is not there. */
static gboolean
read_class_name (DtlPack *pack,
                 const xmlNode *node,
                 const char *attribute,
                 gint16 *ret_class)
{
  g_autofree char *name = dtl_pack_xml_dup_attribute (node, attribute);
  gpointer number = GINT_TO_POINTER (0);

  if (name != NULL &&
      !g_hash_table_lookup_extended (pack->class_numbers, name, NULL, &number))
    {
      dtl_pack_refuse (pack, node, _ ("there is no class “%s”"), name);
      return FALSE;
    }
  *ret_class = (gint16) (GPOINTER_TO_INT (number) - 1);
  return TRUE;
}

static guint8
find_genre (const char *name)
{
  static const struct {
    const char *name;
    DtlGenre genre;
  } genres[] = {
    { "news", DTL_GENRE_NEWS },
    { "narrative", DTL_GENRE_NARRATIVE },
    { "chat", DTL_GENRE_CHAT },
    { "phrase", DTL_GENRE_PHRASE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (genres); i++)
    if (strcmp (name, genres[i].name) == 0)
      return (guint8) genres[i].genre;
  return 0;
}

/* "narrative chat" */
static gboolean
read_genres (DtlPack *pack, const xmlNode *node, guint8 *ret_genres)
{
  g_autofree char *names = dtl_pack_xml_dup_attribute (node, "genre");
  g_auto (GStrv) list = g_strsplit (names != NULL ? names : "", " ", -1);
  guint8 genres = 0;

  for (guint i = 0; list[i] != NULL; i++)
    {
      const guint8 genre = find_genre (list[i]);

      if (genre == 0)
        {
          dtl_pack_refuse (pack, node, _ ("there is no genre “%s”"), list[i]);
          return FALSE;
        }
      genres |= genre;
    }
  *ret_genres = genres != 0 ? genres : DTL_GENRE_ANY;
  return TRUE;
}

static gboolean
read_context (DtlPack *pack, DtlLevel level, const xmlNode *node)
{
  DtlPatternContext context;

  if (!read_class_name (pack, node, "after", &context.after) ||
      !read_class_name (pack, node, "not-after", &context.not_after) ||
      !read_class_name (pack, node, "before", &context.before) ||
      !read_class_name (pack, node, "not-before", &context.not_before) ||
      !read_genres (pack, node, &context.genres))
    return FALSE;
  g_array_append_val (pack->contexts[level], context);
  return TRUE;
}

static void
read_pattern (DtlPack *pack, DtlLevel level, const xmlNode *node)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (DtlFixedValue));
  g_autofree char *as = dtl_pack_xml_dup_attribute (node, "as");
  g_autofree char *kind = g_strconcat ("@", as, NULL);
  const int line = dtl_pack_xml_get_line (node);
  DtlPatternTree *tree;

  if (!read_put (pack, node, values) || !read_context (pack, level, node))
    return;
  tree = read_tree (pack, node);
  if (tree == NULL)
    return;
  g_array_append_val (pack->lines[level], line);
  if (!dtl_pattern_compile (pack, level, tree, dtl_pack_intern_class (pack, kind),
                            (const DtlFixedValue *) (gpointer) values->data, values->len))
    dtl_pack_refuse (pack, node, _ ("the patterns are too big"));
  dtl_pattern_tree_free (tree);
}

static void
read_level (DtlPack *pack, DtlLevel level, const xmlNode *group)
{
  for (const xmlNode *node = group->children; node != NULL; node = node->next)
    if (dtl_pack_xml_is (node, "pattern"))
      read_pattern (pack, level, node);
}

static void
read_patterns (DtlPack *pack, const xmlNode *root)
{
  static const char *const groups[] = { "phrases", "changes", "links" };

  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    {
      if (dtl_pack_xml_is (node, "part"))
        read_part (pack, node);
      for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
        if (dtl_pack_xml_is (node, groups[i]))
          read_level (pack, (DtlLevel) i, node);
    }
}

gboolean
dtl_pack_read (DtlPack *pack, GBytes *bytes, GPtrArray *faults)
{
  g_autoptr (xmlDoc) doc = dtl_pack_xml_parse (bytes, faults);
  const guint before = faults->len;
  const xmlNode *root;

  if (doc == NULL)
    return FALSE;
  root = xmlDocGetRootElement (doc);
  pack->faults = faults;
  pack->tag = dtl_pack_xml_dup_attribute (root, "tag");
  pack->decimal_comma = dtl_pack_xml_is_yes (root, "decimal-comma");
  if (!dtl_pack_xml_is (root, "language") || pack->tag == NULL)
    dtl_pack_refuse (pack, root, _ ("this is not a language pack"));
  else
    {
      read_conditions (pack, root);
      read_patterns (pack, root);
    }
  pack->faults = NULL;
  return faults->len == before;
}
