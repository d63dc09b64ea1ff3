/* How a pack is built: for the dtl-pack-*.c files only. */

#pragma once

#include "extract/dtl-fields.h"
#include "extract/packs/dtl-pack.h"

G_BEGIN_DECLS

/* One word of a class. */
typedef struct {
  guint16 class;
  guint8 shapes; /* bits by DtlShape: where it is a member */
  int value;
} DtlMembership;

/* An entry of several lexemes: a chain of words in patterns. */
typedef struct {
  GArray *words; /* of guint16 */
  int value;
} DtlLongEntry;

typedef struct {
  char *name;
  gboolean has_field;
  DtlField field;
  /* The class of those of its words that may have a stop behind them ("Jan."), or -1. */
  int dot_class;
  gboolean is_kind;        /* stands for mentions of a kind, not for words */
  GPtrArray *long_entries; /* of DtlLongEntry */
} DtlClass;

/* A named piece of a pattern. */
typedef struct {
  char *name;
  gboolean number; /* its lexemes are a number */
  struct _DtlPatternTree *tree;
} DtlPatternPart;

struct _DtlPack {
  gint ref_count;
  char *tag;
  gboolean decimal_comma;
  DtlVocabulary *vocabulary;
  GPtrArray *classes;        /* of DtlClass, numbered by their conditions */
  GHashTable *class_numbers; /* name to number + 1 */
  GPtrArray *memberships;    /* by word: GArray of DtlMembership, or NULL */
  GHashTable *parts;         /* name to DtlPatternPart */
  GArray *literals;          /* by word: its condition among the literals + 1 */
  guint n_literals;
  DtlAutomaton *automata[DTL_N_LEVELS];
  DtlRunnerPool *runners[DTL_N_LEVELS];
  GArray *kinds[DTL_N_LEVELS];    /* of guint16 by pattern: the class of its kind */
  GArray *contexts[DTL_N_LEVELS]; /* of DtlPatternContext by pattern */
  GArray *lines[DTL_N_LEVELS];    /* of int by pattern: where it stands in the file */
  GPtrArray *faults;              /* of DtlPackFault; while it is read */
  DtlClauseWords *clause_words;   /* empty where the pack has none */
  DtlCompounds *compounds;        /* NULL where it has no pieces of words */
  int roles[DTL_N_ROLES];         /* class, or -1 */
  int number_classes[2];          /* words that are numbers: cardinals, ordinals */

  GArray
      *word_roles; /* of guint16, bits by DtlRole: word times DTL_N_SHAPES plus shape */

  /* Made by dtl_pack_symbols_make(). */
  DtlSymbolTable symbols;
  GArray *word_symbols;   /* of guint16: word times DTL_N_SHAPES plus shape */
  GArray *number_symbols; /* of guint16: see dtl-pack-symbols.c */
  GArray *kind_symbols;   /* of guint16 by class */
};

/* The class @name, made where it is new. */
guint dtl_pack_intern_class (DtlPack *pack, const char *name);
DtlClass *dtl_pack_get_class (const DtlPack *pack, guint class);
void dtl_pack_add_membership (DtlPack *pack, guint word, const DtlMembership *membership);
/* The condition "is this very word". */
DtlCondition dtl_pack_intern_literal (DtlPack *pack, guint word);

/* --- dtl-pack-numbers.c: the classes of digits that every pack has --- */

/* Classes 0 to DTL_N_DIGIT_CLASSES - 1 of every pack. */
#define DTL_N_DIGIT_CLASSES 18
const char *dtl_digit_class_get_name (guint class);
DtlField dtl_digit_class_get_field (guint class);
/* A bit for each digit class that a number of so many digits is in. */
guint32 dtl_digit_classes_of (guint32 number, guint digits);

/* The class after them, of every pack: words with a capital, known or not. */
#define DTL_CAPITAL_CLASS DTL_N_DIGIT_CLASSES
#define DTL_CAPITAL_CLASS_NAME "#capital"

/* --- dtl-pack-symbols.c --- */

/* Once all words and patterns are known. */
void dtl_pack_symbols_make (DtlPack *pack);

/* --- dtl-pattern.c --- */

typedef struct _DtlPatternTree DtlPatternTree;

typedef enum {
  DTL_TREE_SEQUENCE,
  DTL_TREE_CHOICE,
  DTL_TREE_OPTIONAL,
  DTL_TREE_LITERAL,
  DTL_TREE_CLASS,
  DTL_TREE_PART,
  DTL_TREE_SPAN,
} DtlPatternTreeKind;

struct _DtlPatternTree {
  DtlPatternTreeKind kind;
  gboolean glued; /* no space before the first lexeme */
  gboolean has_field;
  DtlField field;
  guint number; /* word, class or span */
  const DtlPatternPart *part;
  GPtrArray *children; /* of DtlPatternTree */
};

/* A pattern's content: its text, and where spans begin and end in it. */
typedef struct {
  GString *text;
  GArray *marks; /* of DtlSpanMark, by position */
} DtlPatternSource;

typedef struct {
  gsize at;
  int span;
  gboolean opens;
} DtlSpanMark;

/* NULL for what is no pattern, with the reason, which the caller frees. */
DtlPatternTree *dtl_pattern_parse (DtlPack *pack,
                                   const DtlPatternSource *source,
                                   char **ret_reason);
void dtl_pattern_tree_free (DtlPatternTree *tree);

/* --- dtl-pattern-compile.c --- */

/* Values that a pattern puts whatever it reads. */
typedef struct {
  DtlField field;
  int value;
} DtlFixedValue;

/* Adds a pattern that makes mentions of @kind; FALSE where the pack is too big. */
gboolean dtl_pattern_compile (DtlPack *pack,
                              DtlLevel level,
                              const DtlPatternTree *tree,
                              guint kind,
                              const DtlFixedValue *values,
                              guint n_values);

/* --- dtl-pack-words.c --- */

struct _xmlNode;

/* A class, and the lists of words that titles are made with. */
void dtl_pack_read_class (DtlPack *pack, const struct _xmlNode *node);
void dtl_pack_read_clauses (DtlPack *pack, const struct _xmlNode *clauses);

/* --- dtl-pack-reader.c --- */

/* Notes what is wrong at @node. */
void dtl_pack_refuse (DtlPack *pack, const struct _xmlNode *node, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* The whole pack; NULL where it has to add to @faults. */
DtlPack *dtl_pack_read_all (GBytes *bytes, GPtrArray *faults);

/* FALSE where it has to add to @faults. */
gboolean dtl_pack_read (DtlPack *pack, GBytes *bytes, GPtrArray *faults);

G_END_DECLS
