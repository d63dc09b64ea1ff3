/* The text of a pattern to a tree.
 *
 *   word or mark    that word, in any case
 *   "("             a mark that would otherwise have a meaning
 *   {class}         a word of the class, or a named part
 *   {class:field}   the same with its value in another field
 *   ( a | b )       either; the first is tried first
 *   [ a ]           a, or nothing
 *   ~ a             a, without white space before it
 */

#include "config.h"

#include "extract/packs/dtl-pack-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Brackets within brackets. */
#define MAX_DEPTH 40

static DtlPatternTree *
new_tree (DtlPatternTreeKind kind)
{
  DtlPatternTree *tree = g_new0 (DtlPatternTree, 1);

  tree->kind = kind;
  tree->children =
      g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_pattern_tree_free);
  return tree;
}

void
dtl_pattern_tree_free (DtlPatternTree *tree)
{
  if (tree == NULL)
    return;
  g_ptr_array_unref (tree->children);
  g_free (tree);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlPatternTree, dtl_pattern_tree_free)

typedef struct {
  DtlPack *pack;
  const DtlPatternSource *source;
  DtlLexer lexer;
  DtlLexeme lexeme; /* the next one */
  gboolean at_end;
  guint mark; /* the next of the span marks */
  guint depth;
  char *reason; /* the first thing that is wrong, or NULL */
} Parser;

static void
advance (Parser *parser)
{
  parser->at_end = !dtl_lexer_next (&parser->lexer, &parser->lexeme);
}

/* Whether the next lexeme is the mark @c. */
static gboolean
sees (const Parser *parser, char c)
{
  return !parser->at_end && parser->lexeme.kind == DTL_LEXEME_MARK &&
         parser->source->text->str[parser->lexeme.start] == c;
}

static gboolean
fail (Parser *parser, const char *reason)
{
  if (parser->reason == NULL)
    /* Translators: what is wrong with a pattern; the pattern */
    parser->reason = g_strdup_printf (_ ("%s in the pattern “%s”"), reason,
                                      g_strstrip (parser->source->text->str));
  return FALSE;
}

static const DtlSpanMark *
peek_mark (const Parser *parser)
{
  const DtlSpanMark *mark;

  if (parser->mark >= parser->source->marks->len)
    return NULL;
  mark = &g_array_index (parser->source->marks, DtlSpanMark, parser->mark);
  return parser->at_end || mark->at <= parser->lexeme.start ? mark : NULL;
}

/* Whether a span ends before the next lexeme. */
static gboolean
peek_closing_mark (const Parser *parser)
{
  const DtlSpanMark *mark = peek_mark (parser);

  return mark != NULL && !mark->opens;
}

static DtlPatternTree *parse_choice (Parser *parser);

/* A group up to @close, after its opening mark. */
static DtlPatternTree *
parse_group (Parser *parser, char close)
{
  g_autoptr (DtlPatternTree) tree = NULL;

  advance (parser);
  tree = parse_choice (parser);
  if (tree == NULL)
    return NULL;
  if (!sees (parser, close))
    {
      fail (parser, _ ("a bracket that is not closed"));
      return NULL;
    }
  advance (parser);
  return g_steal_pointer (&tree);
}

static DtlPatternTree *
parse_optional (Parser *parser)
{
  DtlPatternTree *inner = parse_group (parser, ']');
  DtlPatternTree *tree;

  if (inner == NULL)
    return NULL;
  tree = new_tree (DTL_TREE_OPTIONAL);
  g_ptr_array_add (tree->children, inner);
  return tree;
}

/* "{name}" or "{name:field}": the words between the braces as they stand. */
static char *
read_name (Parser *parser, char **ret_field)
{
  gsize start = parser->lexeme.end, end;
  char *colon, *name;

  while (!parser->at_end && !sees (parser, '}'))
    advance (parser);
  if (parser->at_end)
    return NULL;
  end = parser->lexeme.start;
  advance (parser);
  name = g_strndup (parser->source->text->str + start, end - start);
  colon = strchr (name, ':');
  *ret_field = NULL;
  if (colon != NULL)
    {
      *colon = '\0';
      *ret_field = g_strdup (colon + 1);
    }
  return name;
}

static DtlPatternTree *
parse_reference (Parser *parser)
{
  g_autofree char *field = NULL;
  g_autofree char *name = read_name (parser, &field);
  g_autoptr (DtlPatternTree) tree = NULL;
  gpointer number;

  if (name == NULL)
    {
      fail (parser, _ ("a brace that is not closed"));
      return NULL;
    }

  DtlPatternPart *part = g_hash_table_lookup (parser->pack->parts, name);

  tree = new_tree (part != NULL ? DTL_TREE_PART : DTL_TREE_CLASS);
  tree->part = part;
  if (part == NULL &&
      !g_hash_table_lookup_extended (parser->pack->class_numbers, name, NULL, &number))
    {
      g_autofree char *reason = g_strdup_printf (_ ("no class or part named “%s”"), name);

      fail (parser, reason);
      return NULL;
    }
  if (part == NULL)
    tree->number = GPOINTER_TO_UINT (number) - 1;
  tree->has_field = field != NULL;
  if (field != NULL && !dtl_field_from_name (field, &tree->field))
    {
      fail (parser, _ ("an unknown field"));
      return NULL;
    }
  return g_steal_pointer (&tree);
}

static DtlPatternTree *
parse_literal (Parser *parser)
{
  DtlPatternTree *tree;
  guint word = 0;

  if (!parser->at_end && parser->lexeme.kind != DTL_LEXEME_NUMBER)
    word = dtl_lexer_intern (&parser->lexer, &parser->lexeme, parser->pack->vocabulary);
  if (word == 0)
    {
      fail (parser, _ ("a number or an endless word"));
      return NULL;
    }
  tree = new_tree (DTL_TREE_LITERAL);
  tree->number = word;
  dtl_pack_intern_literal (parser->pack, word);
  advance (parser);
  return tree;
}

static DtlPatternTree *
parse_quoted (Parser *parser)
{
  g_autoptr (DtlPatternTree) tree = new_tree (DTL_TREE_SEQUENCE);

  advance (parser);
  while (!parser->at_end && !sees (parser, '"'))
    {
      DtlPatternTree *literal = parse_literal (parser);

      if (literal == NULL)
        return NULL;
      g_ptr_array_add (tree->children, literal);
    }
  if (parser->at_end)
    {
      fail (parser, _ ("a quotation that is not closed"));
      return NULL;
    }
  advance (parser);
  return g_steal_pointer (&tree);
}

static DtlPatternTree *
parse_span (Parser *parser)
{
  int span = g_array_index (parser->source->marks, DtlSpanMark, parser->mark++).span;
  DtlPatternTree *inner = parse_choice (parser);
  const DtlSpanMark *mark = peek_mark (parser);
  DtlPatternTree *tree;

  if (inner == NULL)
    return NULL;
  if (mark == NULL || mark->opens)
    {
      dtl_pattern_tree_free (inner);
      fail (parser, _ ("brackets that cross a mark of a mention"));
      return NULL;
    }
  parser->mark++;
  tree = new_tree (DTL_TREE_SPAN);
  tree->number = (guint) span;
  g_ptr_array_add (tree->children, inner);
  return tree;
}

static DtlPatternTree *
parse_item (Parser *parser)
{
  const DtlSpanMark *mark = peek_mark (parser);
  DtlPatternTree *tree;
  gboolean glued = FALSE;

  if (mark != NULL && mark->opens)
    return parse_span (parser);
  if (sees (parser, '~'))
    {
      glued = TRUE;
      advance (parser);
    }
  if (sees (parser, '('))
    tree = parse_group (parser, ')');
  else if (sees (parser, '['))
    tree = parse_optional (parser);
  else if (sees (parser, '{'))
    tree = parse_reference (parser);
  else if (sees (parser, '"'))
    tree = parse_quoted (parser);
  else
    tree = parse_literal (parser);
  if (tree != NULL)
    tree->glued |= glued;
  return tree;
}

static gboolean
ends_sequence (const Parser *parser)
{
  return peek_closing_mark (parser) || (parser->at_end && peek_mark (parser) == NULL) ||
         sees (parser, '|') || sees (parser, ')') || sees (parser, ']') ||
         sees (parser, '}');
}

static DtlPatternTree *
parse_sequence (Parser *parser)
{
  g_autoptr (DtlPatternTree) tree = new_tree (DTL_TREE_SEQUENCE);

  while (!ends_sequence (parser))
    {
      DtlPatternTree *item = parse_item (parser);

      if (item == NULL)
        return NULL;
      g_ptr_array_add (tree->children, item);
    }
  if (tree->children->len == 0)
    {
      fail (parser, _ ("an empty choice"));
      return NULL;
    }
  return g_steal_pointer (&tree);
}

static DtlPatternTree *
parse_choice (Parser *parser)
{
  g_autoptr (DtlPatternTree) tree = new_tree (DTL_TREE_CHOICE);

  if (++parser->depth > MAX_DEPTH)
    {
      fail (parser, _ ("too many brackets"));
      return NULL;
    }
  for (;;)
    {
      DtlPatternTree *sequence = parse_sequence (parser);

      if (sequence == NULL)
        return NULL;
      g_ptr_array_add (tree->children, sequence);
      if (peek_closing_mark (parser) || !sees (parser, '|'))
        break;
      advance (parser);
    }
  parser->depth--;
  return g_steal_pointer (&tree);
}

DtlPatternTree *
dtl_pattern_parse (DtlPack *pack, const DtlPatternSource *source, char **ret_reason)
{
  Parser parser = { .pack = pack,
                    .source = source,
                    .lexer = { source->text->str, source->text->len, 0, pack->vocabulary,
                               NULL } };
  g_autoptr (DtlPatternTree) tree = NULL;

  advance (&parser);
  tree = parse_choice (&parser);
  if (tree != NULL && (!parser.at_end || parser.mark != source->marks->len))
    fail (&parser, _ ("a bracket too many"));
  if (parser.reason == NULL)
    return g_steal_pointer (&tree);
  *ret_reason = parser.reason;
  return NULL;
}
