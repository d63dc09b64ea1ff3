/* The text of a pattern to a tree, and the tree to nodes of an automaton.
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

#include "extract/dtl-pack-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* No pack needs more; a broken one shall not fill the memory. */
#define MAX_NODES 400000
#define MAX_DEPTH 40

typedef enum {
  TREE_SEQUENCE,
  TREE_CHOICE,
  TREE_OPTIONAL,
  TREE_LITERAL,
  TREE_CLASS,
  TREE_PART,
  TREE_SPAN,
} TreeKind;

struct _DtlPatternTree {
  TreeKind kind;
  gboolean glued; /* no space before the first lexeme */
  gboolean has_field;
  DtlField field;
  guint number; /* word, class or span */
  const DtlPatternPart *part;
  GPtrArray *children; /* of DtlPatternTree */
};

static DtlPatternTree *
new_tree (TreeKind kind)
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

/* --- parsing --- */

typedef struct {
  DtlPack *pack;
  const DtlPatternSource *source;
  DtlLexer lexer;
  DtlLexeme lexeme; /* the next one */
  gboolean at_end;
  guint mark; /* the next of the span marks */
  guint depth;
  GError **error;
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
  if (parser->error != NULL && *parser->error == NULL)
    g_set_error (parser->error, DTL_PACK_ERROR, DTL_PACK_ERROR_INVALID,
                 /* Translators: what is wrong with a pattern; the pattern */
                 _ ("%s in the pattern “%s”"), reason,
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
  tree = new_tree (TREE_OPTIONAL);
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

  tree = new_tree (part != NULL ? TREE_PART : TREE_CLASS);
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
  tree = new_tree (TREE_LITERAL);
  tree->number = word;
  dtl_pack_intern_literal (parser->pack, word);
  advance (parser);
  return tree;
}

static DtlPatternTree *
parse_quoted (Parser *parser)
{
  g_autoptr (DtlPatternTree) tree = new_tree (TREE_SEQUENCE);

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
  tree = new_tree (TREE_SPAN);
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
  g_autoptr (DtlPatternTree) tree = new_tree (TREE_SEQUENCE);

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
  g_autoptr (DtlPatternTree) tree = new_tree (TREE_CHOICE);

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
dtl_pattern_parse (DtlPack *pack, const DtlPatternSource *source, GError **error)
{
  g_autoptr (GError) local = NULL;
  Parser parser = { .pack = pack,
                    .source = source,
                    .lexer = { source->text->str, source->text->len, 0,
                               pack->vocabulary },
                    .error = error != NULL ? error : &local };
  g_autoptr (DtlPatternTree) tree = NULL;

  advance (&parser);
  tree = parse_choice (&parser);
  if (tree == NULL)
    return NULL;
  if (!parser.at_end || parser.mark != source->marks->len)
    {
      fail (&parser, _ ("a bracket too many"));
      return NULL;
    }
  return g_steal_pointer (&tree);
}

/* --- compiling: from the end to the start, so that what follows is known --- */

typedef struct {
  DtlPack *pack;
  GArray *nodes;
} Compiler;

static guint32
add_node (Compiler *compiler, DtlNode node)
{
  /* The caller of dtl_pattern_compile() sees that it is full. */
  if (compiler->nodes->len < MAX_NODES)
    g_array_append_val (compiler->nodes, node);
  return compiler->nodes->len - 1;
}

static guint32
add_step (Compiler *compiler, guint condition, gboolean glued, guint32 next)
{
  return add_node (compiler, (DtlNode){ .kind = DTL_NODE_STEP,
                                        .number = (guint16) condition,
                                        .glued = glued ? 1 : 0,
                                        .next = next });
}

static guint32
add_literal (Compiler *compiler, guint word, gboolean glued, guint32 next)
{
  return add_step (compiler,
                   compiler->pack->classes->len +
                       dtl_pack_intern_literal (compiler->pack, word),
                   glued, next);
}

static guint32
add_action (Compiler *compiler,
            DtlActionKind action,
            DtlField field,
            int value,
            guint32 next)
{
  return add_node (compiler, (DtlNode){ .kind = DTL_NODE_ACTION,
                                        .action = (guint8) action,
                                        .field = (guint8) field,
                                        .value = value,
                                        .next = next });
}

static guint32
add_split (Compiler *compiler, guint32 first, guint32 second)
{
  return add_node (compiler,
                   (DtlNode){ .kind = DTL_NODE_SPLIT, .next = first, .other = second });
}

static guint32
add_long_entry (Compiler *compiler,
                const DtlLongEntry *entry,
                gboolean has_field,
                DtlField field,
                gboolean glued,
                guint32 next)
{
  if (has_field)
    next = add_action (compiler, DTL_ACTION_PUT, field, entry->value, next);
  for (guint i = entry->words->len; i-- > 0;)
    next = add_literal (compiler, g_array_index (entry->words, guint16, i),
                        glued && i == 0, next);
  return next;
}

/* One word of @class, its value in @field. */
static guint32
add_word (Compiler *compiler,
          guint class,
          gboolean has_field,
          DtlField field,
          gboolean glued,
          guint32 next)
{
  if (dtl_pack_get_class (compiler->pack, class)->is_kind)
    next = add_action (compiler, DTL_ACTION_MERGE, 0, 0, next);
  else if (has_field)
    next = add_node (compiler, (DtlNode){ .kind = DTL_NODE_ACTION,
                                          .action = DTL_ACTION_TAKE,
                                          .field = (guint8) field,
                                          .number = (guint16) class,
                                          .next = next });
  return add_step (compiler, class, glued, next);
}

static guint32
add_class (Compiler *compiler, const DtlPatternTree *tree, gboolean glued, guint32 next)
{
  const DtlClass *class = dtl_pack_get_class (compiler->pack, tree->number);
  gboolean has_field = tree->has_field || class->has_field;
  DtlField field = tree->has_field ? tree->field : class->field;
  guint32 at = add_word (compiler, tree->number, has_field, field, glued, next);

  if (class->dot_class >= 0)
    {
      guint dot = dtl_vocabulary_intern (compiler->pack->vocabulary, ".", 1);
      guint32 stop = add_literal (compiler, dot, TRUE, next);

      at = add_split (compiler,
                      add_word (compiler, (guint) class->dot_class, has_field, field,
                                glued, stop),
                      at);
    }
  for (guint i = 0; i < class->long_entries->len; i++)
    at = add_split (compiler,
                    add_long_entry (compiler, g_ptr_array_index (class->long_entries, i),
                                    has_field, field, glued, next),
                    at);
  return at;
}

static guint32 add_tree (Compiler *, const DtlPatternTree *, gboolean, guint32);

static guint32
add_part (Compiler *compiler, const DtlPatternTree *tree, gboolean glued, guint32 next)
{
  const DtlPatternPart *part = tree->part;
  DtlField field = tree->has_field ? tree->field : DTL_FIELD_COUNT;

  if (!part->number)
    return add_tree (compiler, part->tree, glued, next);
  next = add_action (compiler, DTL_ACTION_CLOSE_NUMBER, field, 0, next);
  next = add_tree (compiler, part->tree, glued, next);
  return add_action (compiler, DTL_ACTION_OPEN_NUMBER, field, 0, next);
}

static guint32
add_sequence (Compiler *compiler,
              const DtlPatternTree *tree,
              gboolean glued,
              guint32 next)
{
  for (guint i = tree->children->len; i-- > 0;)
    next =
        add_tree (compiler, g_ptr_array_index (tree->children, i), glued && i == 0, next);
  return next;
}

static guint32
add_choice (Compiler *compiler, const DtlPatternTree *tree, gboolean glued, guint32 next)
{
  guint n = tree->children->len;
  guint32 at =
      add_tree (compiler, g_ptr_array_index (tree->children, n - 1), glued, next);

  for (guint i = n - 1; i-- > 0;)
    at = add_split (compiler,
                    add_tree (compiler, g_ptr_array_index (tree->children, i), glued,
                              next),
                    at);
  return at;
}

static guint32
add_tree (Compiler *compiler, const DtlPatternTree *tree, gboolean glued, guint32 next)
{
  glued = glued || tree->glued;
  switch (tree->kind)
    {
    case TREE_SEQUENCE:
      return add_sequence (compiler, tree, glued, next);
    case TREE_CHOICE:
      return add_choice (compiler, tree, glued, next);
    case TREE_OPTIONAL:
      return add_split (compiler,
                        add_tree (compiler, tree->children->pdata[0], glued, next), next);
    case TREE_LITERAL:
      return add_literal (compiler, tree->number, glued, next);
    case TREE_CLASS:
      return add_class (compiler, tree, glued, next);
    case TREE_PART:
      return add_part (compiler, tree, glued, next);
    case TREE_SPAN:
      next = add_action (compiler, DTL_ACTION_CLOSE_SPAN, 0, (int) tree->number, next);
      next = add_tree (compiler, tree->children->pdata[0], glued, next);
      return add_action (compiler, DTL_ACTION_OPEN_SPAN, 0, (int) tree->number, next);
    }
  return next;
}

static gboolean
has_span (const DtlPatternTree *tree)
{
  if (tree->kind == TREE_SPAN)
    return TRUE;
  for (guint i = 0; i < tree->children->len; i++)
    if (has_span (g_ptr_array_index (tree->children, i)))
      return TRUE;
  return FALSE;
}

gboolean
dtl_pattern_compile (DtlPack *pack,
                     DtlLevel level,
                     const DtlPatternTree *tree,
                     guint kind,
                     const DtlFixedValue *values,
                     guint n_values,
                     GError **error)
{
  DtlAutomaton *automaton = pack->automata[level];
  Compiler compiler = { pack, automaton->nodes };
  gboolean whole = !has_span (tree);
  guint16 pattern = (guint16) automaton->starts->len, kind_number = (guint16) kind;
  /* The nodes of a pattern follow its start. */
  guint32 start = add_split (&compiler, 0, 0);
  guint32 at =
      add_node (&compiler, (DtlNode){ .kind = DTL_NODE_ACCEPT, .number = pattern });

  if (whole)
    at = add_action (&compiler, DTL_ACTION_CLOSE_SPAN, 0, 0, at);
  at = add_tree (&compiler, tree, FALSE, at);
  for (guint i = 0; i < n_values; i++)
    at = add_action (&compiler, DTL_ACTION_PUT, values[i].field, values[i].value, at);
  if (whole)
    at = add_action (&compiler, DTL_ACTION_OPEN_SPAN, 0, 0, at);
  if (automaton->nodes->len >= MAX_NODES || pattern == G_MAXUINT16)
    {
      g_set_error (error, DTL_PACK_ERROR, DTL_PACK_ERROR_INVALID,
                   _ ("the patterns are too big"));
      return FALSE;
    }
  g_array_index (automaton->nodes, DtlNode, start).next = at;
  g_array_index (automaton->nodes, DtlNode, start).other = at;
  g_array_append_val (automaton->starts, start);
  g_array_append_val (pack->kinds[level], kind_number);
  return TRUE;
}
