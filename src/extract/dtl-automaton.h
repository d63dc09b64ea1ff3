/* All patterns of one level of a language pack as one automaton.
 *
 * Patterns are compiled to nodes (a nondeterministic automaton), which are
 * turned into states one transition at a time, as a text asks for them, by a
 * reader of its own (DtlRunner): reading costs one look-up a lexeme, and no
 * pack, however ambiguous, makes it slower. Patterns cannot repeat, so a match
 * is short and looking for the longest one is linear. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What one step of a pattern asks of a lexeme: a class or a word, by number. */
typedef guint16 DtlCondition;

typedef enum {
  DTL_NODE_STEP,   /* consumes a lexeme, goes to next */
  DTL_NODE_SPLIT,  /* next, or else other */
  DTL_NODE_ACTION, /* goes to next */
  DTL_NODE_ACCEPT,
} DtlNodeKind;

typedef enum {
  DTL_ACTION_PUT,          /* value into field */
  DTL_ACTION_TAKE,         /* value of the lexeme just read, in a class, into field */
  DTL_ACTION_OPEN_NUMBER,  /* the lexemes up to CLOSE are a number */
  DTL_ACTION_CLOSE_NUMBER, /* into field */
  DTL_ACTION_OPEN_SPAN,    /* value 0: the mention or the first end; 1: the second */
  DTL_ACTION_CLOSE_SPAN,
  DTL_ACTION_MERGE, /* the mention just read becomes part of this one */
} DtlActionKind;

typedef struct {
  guint8 kind;    /* DtlNodeKind */
  guint8 action;  /* DtlActionKind */
  guint8 field;   /* of an action */
  guint8 glued;   /* a step that allows no space before it */
  guint16 number; /* condition of a step, class of TAKE, pattern of ACCEPT */
  gint32 value;   /* of PUT and of spans */
  guint32 next;
  guint32 other;
} DtlNode;

/* Which conditions the lexemes of each symbol meet: a bit matrix. */
typedef struct {
  guint n_symbols;
  guint n_conditions;
  guint row_words; /* guint64s a row */
  guint64 *bits;
} DtlSymbolTable;

static inline gboolean
dtl_symbol_meets (const DtlSymbolTable *table, guint symbol, DtlCondition condition)
{
  return (table->bits[(gsize) symbol * table->row_words + condition / 64] >>
              (condition % 64) &
          1) != 0;
}

/* Read only once built, shared between threads. */
typedef struct {
  GArray *nodes;  /* of DtlNode */
  GArray *starts; /* of guint32: the first node of each pattern, in order */
} DtlAutomaton;

DtlAutomaton *dtl_automaton_new (void);
void dtl_automaton_free (DtlAutomaton *automaton);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlAutomaton, dtl_automaton_free)

/* Symbol 0 meets no condition and ends every match. */
#define DTL_SYMBOL_NONE 0

/* One reader's states. */
typedef struct _DtlRunner DtlRunner;

DtlRunner *dtl_runner_new (const DtlAutomaton *automaton, const DtlSymbolTable *table);
void dtl_runner_free (DtlRunner *runner);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlRunner, dtl_runner_free)

#define DTL_STATE_DEAD 0
guint dtl_runner_get_start (const DtlRunner *runner);
guint dtl_runner_step (DtlRunner *runner, guint state, guint symbol, gboolean glued);
/* The patterns that end here, in the order of the pack. */
const guint32 *dtl_runner_get_accepts (const DtlRunner *runner,
                                       guint state,
                                       guint *ret_count);
/* Those that nobody uses now. What they learnt from one text serves the next, so
 * that a short text costs little more than reading it. For any thread. */
typedef struct _DtlRunnerPool DtlRunnerPool;

DtlRunnerPool *dtl_runner_pool_new (void);
void dtl_runner_pool_free (DtlRunnerPool *pool);
/* NULL where none is idle. */
DtlRunner *dtl_runner_pool_take (DtlRunnerPool *pool);
void dtl_runner_pool_give (DtlRunnerPool *pool, DtlRunner *runner);

/* Throws the states away where there are too many; between matches only. */
void dtl_runner_trim (DtlRunner *runner);

/* A lexeme as the automaton sees it. */
typedef struct {
  guint16 symbol;
  gboolean glued;
} DtlInput;

/* An action of the way through a pattern, after @read lexemes. */
typedef struct {
  const DtlNode *node;
  guint read;
} DtlTrace;

/* Which way @pattern reads all of @input: of several the one that the pattern
 * names first. @ret_trace (of DtlTrace) gets its actions in order. */
gboolean dtl_automaton_trace (const DtlAutomaton *automaton,
                              const DtlSymbolTable *table,
                              int pattern,
                              const DtlInput *input,
                              guint n_input,
                              GArray *ret_trace);

G_END_DECLS
