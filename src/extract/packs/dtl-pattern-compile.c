/* The tree of a pattern to nodes of an automaton, from the end to the start, so
 * that what follows a node is known when it is made. */

#include "extract/packs/dtl-pack-private.h"

/* No pack needs more; a broken one shall not fill the memory, nor the stack of
 * whoever looks for a way through one pattern. */
#define MAX_NODES 400000
#define MAX_PATTERN_NODES 20000

typedef struct {
  DtlPack *pack;
  GArray *nodes;
  guint max_nodes; /* of the automaton, with those of this pattern */
} Compiler;

static guint32
add_node (Compiler *compiler, DtlNode node)
{
  /* dtl_pattern_compile() sees that it is full. */
  if (compiler->nodes->len < compiler->max_nodes)
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
  /* Parts of parts of parts: once too much, no further. */
  if (compiler->nodes->len >= compiler->max_nodes)
    return next;
  switch (tree->kind)
    {
    case DTL_TREE_SEQUENCE:
      return add_sequence (compiler, tree, glued, next);
    case DTL_TREE_CHOICE:
      return add_choice (compiler, tree, glued, next);
    case DTL_TREE_OPTIONAL:
      return add_split (compiler,
                        add_tree (compiler, tree->children->pdata[0], glued, next), next);
    case DTL_TREE_LITERAL:
      return add_literal (compiler, tree->number, glued, next);
    case DTL_TREE_CLASS:
      return add_class (compiler, tree, glued, next);
    case DTL_TREE_PART:
      return add_part (compiler, tree, glued, next);
    case DTL_TREE_SPAN:
      next = add_action (compiler, DTL_ACTION_CLOSE_SPAN, 0, (int) tree->number, next);
      next = add_tree (compiler, tree->children->pdata[0], glued, next);
      return add_action (compiler, DTL_ACTION_OPEN_SPAN, 0, (int) tree->number, next);
    }
  return next;
}

static gboolean
has_span (const DtlPatternTree *tree)
{
  if (tree->kind == DTL_TREE_SPAN)
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
                     guint n_values)
{
  DtlAutomaton *automaton = pack->automata[level];
  Compiler compiler = { pack, automaton->nodes,
                        MIN (automaton->nodes->len + MAX_PATTERN_NODES, MAX_NODES) };
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
  if (automaton->nodes->len >= compiler.max_nodes || pattern == G_MAXUINT16)
    return FALSE;
  g_array_index (automaton->nodes, DtlNode, start).next = at;
  g_array_index (automaton->nodes, DtlNode, start).other = at;
  g_array_append_val (automaton->starts, start);
  g_array_append_val (pack->kinds[level], kind_number);
  return TRUE;
}
