#include "extract/dtl-automaton.h"

#include <string.h>

/* Beyond this a reader starts afresh, so that no text can fill the memory. */
#define MAX_STATES 20000

DtlAutomaton *
dtl_automaton_new (void)
{
  DtlAutomaton *automaton = g_new0 (DtlAutomaton, 1);

  automaton->nodes = g_array_new (FALSE, TRUE, sizeof (DtlNode));
  automaton->starts = g_array_new (FALSE, TRUE, sizeof (guint32));
  return automaton;
}

void
dtl_automaton_free (DtlAutomaton *automaton)
{
  if (automaton == NULL)
    return;
  g_array_unref (automaton->nodes);
  g_array_unref (automaton->starts);
  g_free (automaton);
}

static const DtlNode *
get_node (const DtlAutomaton *automaton, guint32 node)
{
  return &g_array_index (automaton->nodes, DtlNode, node);
}

/* A set of nodes that can read on, and of patterns that end here. */
typedef struct {
  guint32 *nodes; /* sorted; then the patterns, sorted */
  guint n_nodes;
  guint n_accepts;
} State;

struct _DtlRunner {
  const DtlAutomaton *automaton;
  const DtlSymbolTable *table;
  GArray *states;          /* of State; 0 is dead */
  GHashTable *by_nodes;    /* State to its number + 1 */
  GHashTable *transitions; /* state, symbol and glued to state + 1 */
  guint start;
  guint *start_row; /* the transitions of the start, + 1 */
  GArray *pending;  /* of guint32: nodes still to be followed */
  GArray *reached;  /* of guint32 */
  GArray *accepted; /* of guint32: patterns */
  guint32 *seen;    /* by node: the round it was seen in */
  guint32 round;
};

static guint
hash_state (gconstpointer key)
{
  const State *state = key;
  guint hash = state->n_accepts;

  for (guint i = 0; i < state->n_nodes + state->n_accepts; i++)
    hash = (hash ^ state->nodes[i]) * 16777619u;
  return hash;
}

static gboolean
equal_states (gconstpointer a, gconstpointer b)
{
  const State *x = a, *y = b;

  guint n = x->n_nodes + x->n_accepts;

  return x->n_nodes == y->n_nodes && x->n_accepts == y->n_accepts &&
         (n == 0 || memcmp (x->nodes, y->nodes, n * sizeof *x->nodes) == 0);
}

static void
free_state (gpointer data)
{
  State *state = data;

  g_free (state->nodes);
  g_free (state);
}

static int
compare_nodes (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return (x > y) - (x < y);
}

static void
push_node (DtlRunner *runner, guint32 node)
{
  if (runner->seen[node] == runner->round)
    return;
  runner->seen[node] = runner->round;
  g_array_append_val (runner->pending, node);
}

/* Follows what consumes nothing: pending becomes reached and accepted. */
static void
close_over (DtlRunner *runner)
{
  while (runner->pending->len > 0)
    {
      guint32 at = g_array_index (runner->pending, guint32, runner->pending->len - 1);
      const DtlNode *node = get_node (runner->automaton, at);
      guint32 pattern = node->number;

      g_array_set_size (runner->pending, runner->pending->len - 1);
      switch ((DtlNodeKind) node->kind)
        {
        case DTL_NODE_STEP:
          g_array_append_val (runner->reached, at);
          break;
        case DTL_NODE_SPLIT:
          push_node (runner, node->other);
          push_node (runner, node->next);
          break;
        case DTL_NODE_ACTION:
          push_node (runner, node->next);
          break;
        case DTL_NODE_ACCEPT:
          g_array_append_val (runner->accepted, pattern);
          break;
        }
    }
}

/* The number of the state that pending leads to. */
static guint
intern_state (DtlRunner *runner)
{
  State probe;

  close_over (runner);
  if (runner->reached->len == 0 && runner->accepted->len == 0)
    return DTL_STATE_DEAD;
  g_array_sort (runner->reached, compare_nodes);
  g_array_sort (runner->accepted, compare_nodes);
  probe.n_nodes = runner->reached->len;
  probe.n_accepts = runner->accepted->len;
  g_array_append_vals (runner->reached, runner->accepted->data, runner->accepted->len);
  probe.nodes = (guint32 *) (gpointer) runner->reached->data;

  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (runner->by_nodes, &probe));

  if (found != 0)
    return found - 1;

  State *state = g_new (State, 1);
  guint number = runner->states->len;

  *state = probe;
  state->nodes = g_memdup2 (probe.nodes, runner->reached->len * sizeof *probe.nodes);
  g_array_append_val (runner->states, state);
  g_hash_table_insert (runner->by_nodes, state, GUINT_TO_POINTER (number + 1));
  return number;
}

static void
begin_round (DtlRunner *runner)
{
  runner->round++;
  g_array_set_size (runner->reached, 0);
  g_array_set_size (runner->accepted, 0);
}

static void
make_start (DtlRunner *runner)
{
  State *dead = g_new0 (State, 1);

  g_array_append_val (runner->states, dead);
  g_hash_table_insert (runner->by_nodes, dead, GUINT_TO_POINTER (1));
  begin_round (runner);
  for (guint i = 0; i < runner->automaton->starts->len; i++)
    push_node (runner, g_array_index (runner->automaton->starts, guint32, i));
  runner->start = intern_state (runner);
  memset (runner->start_row, 0, 2 * runner->table->n_symbols * sizeof *runner->start_row);
}

DtlRunner *
dtl_runner_new (const DtlAutomaton *automaton, const DtlSymbolTable *table)
{
  DtlRunner *runner = g_new0 (DtlRunner, 1);

  runner->automaton = automaton;
  runner->table = table;
  runner->states = g_array_new (FALSE, FALSE, sizeof (State *));
  runner->by_nodes = g_hash_table_new_full (hash_state, equal_states, free_state, NULL);
  runner->transitions = g_hash_table_new (NULL, NULL);
  runner->start_row = g_new0 (guint, 2 * table->n_symbols);
  runner->pending = g_array_new (FALSE, FALSE, sizeof (guint32));
  runner->reached = g_array_new (FALSE, FALSE, sizeof (guint32));
  runner->accepted = g_array_new (FALSE, FALSE, sizeof (guint32));
  runner->seen = g_new0 (guint32, automaton->nodes->len);
  make_start (runner);
  return runner;
}

void
dtl_runner_free (DtlRunner *runner)
{
  if (runner == NULL)
    return;
  g_array_unref (runner->states);
  g_hash_table_unref (runner->by_nodes);
  g_hash_table_unref (runner->transitions);
  g_array_unref (runner->pending);
  g_array_unref (runner->reached);
  g_array_unref (runner->accepted);
  g_free (runner->start_row);
  g_free (runner->seen);
  g_free (runner);
}

struct _DtlRunnerPool {
  GMutex lock;
  GPtrArray *idle; /* of DtlRunner */
};

DtlRunnerPool *
dtl_runner_pool_new (void)
{
  DtlRunnerPool *pool = g_new0 (DtlRunnerPool, 1);

  g_mutex_init (&pool->lock);
  pool->idle = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_runner_free);
  return pool;
}

void
dtl_runner_pool_free (DtlRunnerPool *pool)
{
  g_ptr_array_unref (pool->idle);
  g_mutex_clear (&pool->lock);
  g_free (pool);
}

DtlRunner *
dtl_runner_pool_take (DtlRunnerPool *pool)
{
  DtlRunner *runner = NULL;

  g_mutex_lock (&pool->lock);
  if (pool->idle->len > 0)
    runner = g_ptr_array_steal_index_fast (pool->idle, pool->idle->len - 1);
  g_mutex_unlock (&pool->lock);
  return runner;
}

void
dtl_runner_pool_give (DtlRunnerPool *pool, DtlRunner *runner)
{
  g_mutex_lock (&pool->lock);
  g_ptr_array_add (pool->idle, runner);
  g_mutex_unlock (&pool->lock);
}

guint
dtl_runner_get_start (const DtlRunner *runner)
{
  return runner->start;
}

const guint32 *
dtl_runner_get_accepts (const DtlRunner *runner, guint state, guint *ret_count)
{
  const State *found = g_array_index (runner->states, State *, state);

  *ret_count = found->n_accepts;
  return found->nodes + found->n_nodes;
}

static guint
make_transition (DtlRunner *runner, guint from, guint symbol, gboolean glued)
{
  const State *state = g_array_index (runner->states, State *, from);

  begin_round (runner);
  for (guint i = 0; i < state->n_nodes; i++)
    {
      const DtlNode *node = get_node (runner->automaton, state->nodes[i]);

      if ((glued || !node->glued) &&
          dtl_symbol_meets (runner->table, symbol, node->number))
        push_node (runner, node->next);
    }
  return intern_state (runner);
}

guint
dtl_runner_step (DtlRunner *runner, guint from, guint symbol, gboolean glued)
{
  guint column = 2 * symbol + (glued ? 1 : 0);

  if (from == runner->start)
    {
      if (runner->start_row[column] == 0)
        runner->start_row[column] = make_transition (runner, from, symbol, glued) + 1;
      return runner->start_row[column] - 1;
    }

  gpointer key = GUINT_TO_POINTER (from * 2 * runner->table->n_symbols + column);
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (runner->transitions, key));

  if (found != 0)
    return found - 1;

  guint to = make_transition (runner, from, symbol, glued);

  g_hash_table_insert (runner->transitions, key, GUINT_TO_POINTER (to + 1));
  return to;
}

void
dtl_runner_trim (DtlRunner *runner)
{
  if (runner->states->len < MAX_STATES &&
      g_hash_table_size (runner->transitions) < 20 * MAX_STATES)
    return;
  g_hash_table_remove_all (runner->transitions);
  g_hash_table_remove_all (runner->by_nodes);
  g_array_set_size (runner->states, 0);
  make_start (runner);
}

/* A search for one way through a pattern. Every node is tried at most once at
 * each place, so that it costs no more than nodes times lexemes. */
typedef struct {
  const DtlAutomaton *automaton;
  const DtlSymbolTable *table;
  const DtlInput *input;
  guint n_input;
  guint32 first; /* node of the pattern */
  guint n_nodes;
  guint8 *tried; /* bits: place times n_nodes plus node */
  GArray *trace; /* filled backwards */
} Search;

static gboolean
mark_tried (Search *search, guint32 node, guint place)
{
  gsize bit = (gsize) place * search->n_nodes + (node - search->first);

  if ((search->tried[bit / 8] >> (bit % 8) & 1) != 0)
    return FALSE;
  search->tried[bit / 8] |= (guint8) (1 << (bit % 8));
  return TRUE;
}

static gboolean
can_step (const Search *search, const DtlNode *node, guint place)
{
  const DtlInput *input = &search->input[place];

  return place < search->n_input && (input->glued || !node->glued) &&
         dtl_symbol_meets (search->table, input->symbol, node->number);
}

static gboolean
walk (Search *search, guint32 at, guint place)
{
  const DtlNode *node = get_node (search->automaton, at);

  if (!mark_tried (search, at, place))
    return FALSE;
  switch ((DtlNodeKind) node->kind)
    {
    case DTL_NODE_STEP:
      return can_step (search, node, place) && walk (search, node->next, place + 1);
    case DTL_NODE_SPLIT:
      return walk (search, node->next, place) || walk (search, node->other, place);
    case DTL_NODE_ACCEPT:
      return place == search->n_input;
    case DTL_NODE_ACTION:
      if (walk (search, node->next, place))
        {
          DtlTrace trace = { node, place };

          g_array_append_val (search->trace, trace);
          return TRUE;
        }
      return FALSE;
    }
  return FALSE;
}

static void
reverse_trace (GArray *trace)
{
  for (guint i = 0; i < trace->len / 2; i++)
    {
      DtlTrace *a = &g_array_index (trace, DtlTrace, i);
      DtlTrace *b = &g_array_index (trace, DtlTrace, trace->len - 1 - i);
      DtlTrace swap = *a;

      *a = *b;
      *b = swap;
    }
}

gboolean
dtl_automaton_trace (const DtlAutomaton *automaton,
                     const DtlSymbolTable *table,
                     int pattern,
                     const DtlInput *input,
                     guint n_input,
                     GArray *ret_trace)
{
  guint32 first = g_array_index (automaton->starts, guint32, pattern);
  guint32 end = (guint) pattern + 1 < automaton->starts->len
                    ? g_array_index (automaton->starts, guint32, pattern + 1)
                    : automaton->nodes->len;
  Search search = {
    automaton, table, input, n_input, first, end - first, NULL, ret_trace
  };
  g_autofree guint8 *tried = g_malloc0 ((gsize) (n_input + 1) * search.n_nodes / 8 + 1);

  search.tried = tried;
  g_array_set_size (ret_trace, 0);
  if (!walk (&search, first, 0))
    return FALSE;
  reverse_trace (ret_trace);
  return TRUE;
}
