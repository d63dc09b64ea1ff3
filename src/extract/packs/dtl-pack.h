/* A language, read from its pack and made ready for scanning.
 *
 * Packs are data: resources/languages/TAG.xml, whose form its schema
 * (resources/languages/language.rng) and README.md beside the packs describe. A pack in
 * the user's data folder (dateline/languages/TAG.xml) comes before the one of
 * the same tag that is built in. */

#pragma once

#include "extract/claims/dtl-clause-words.h"
#include "extract/dtl-automaton.h"
#include "extract/dtl-lexer.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define DTL_PACK_ERROR (dtl_pack_error_quark ())
typedef enum {
  DTL_PACK_ERROR_INVALID, /* the message names the line */
} DtlPackError;
GQuark dtl_pack_error_quark (void);

/* Immutable; shared between threads. */
typedef struct _DtlPack DtlPack;

/* @name: of the file, for messages. */
DtlPack *dtl_pack_new_from_bytes (GBytes *bytes, const char *name, GError **error);
DtlPack *dtl_pack_ref (DtlPack *pack);
void dtl_pack_unref (DtlPack *pack);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlPack, dtl_pack_unref)

/* The pack for a language tag ("en-GB" asks for "en" where it has none of its
 * own), English for a language without a pack and for NULL. Read once and kept. */
DtlPack *dtl_pack_get (const char *language, GError **error);

/* Reads the pack in a file, and uses it for its language from now on. Returns its
 * tag, which lives as long as the program; NULL where the pack cannot be read, with
 * the file and line. */
const char *dtl_pack_use_file (const char *path, GError **error);

/* Phrases are found first, then what changes a phrase, then what links two. */
typedef enum {
  DTL_LEVEL_PHRASE,
  DTL_LEVEL_CHANGE,
  DTL_LEVEL_LINK,
  DTL_N_LEVELS
} DtlLevel;

const DtlVocabulary *dtl_pack_get_vocabulary (const DtlPack *pack);
/* NULL where the language writes nothing together. */
const DtlCompounds *dtl_pack_get_compounds (const DtlPack *pack);
const DtlAutomaton *dtl_pack_get_automaton (const DtlPack *pack, DtlLevel level);
/* A runner of the level's automaton, for one thread until it is given back. */
DtlRunner *dtl_pack_take_runner (const DtlPack *pack, DtlLevel level);
void dtl_pack_return_runner (const DtlPack *pack, DtlLevel level, DtlRunner *runner);
const DtlSymbolTable *dtl_pack_get_symbols (const DtlPack *pack);

/* The symbols that lexemes and mentions of a kind are to the automaton. */
guint dtl_pack_get_lexeme_symbol (const DtlPack *pack, const DtlLexeme *lexeme);
guint dtl_pack_get_kind_symbol (const DtlPack *pack, guint kind);

/* What a pattern makes: the kind is a number within the pack. */
guint dtl_pack_get_pattern_kind (const DtlPack *pack, DtlLevel level, int pattern);

/* What a pattern is called, and where it stands in the file. */
const char *dtl_pack_get_pattern_name (const DtlPack *pack, DtlLevel level, int pattern);
int dtl_pack_get_pattern_line (const DtlPack *pack, DtlLevel level, int pattern);

/* Patterns of this kind make nothing: they say what is no phrase. */
gboolean dtl_pack_kind_is_skip (const DtlPack *pack, guint kind);

/* What kind of text this is, as far as it decides what counts as a date. */
typedef enum {
  DTL_GENRE_NEWS = 1 << 0,
  DTL_GENRE_NARRATIVE = 1 << 1,
  DTL_GENRE_CHAT = 1 << 2,
  DTL_GENRE_PHRASE = 1 << 3, /* beside another: all of the text is to be one date */
} DtlGenre;

#define DTL_GENRE_ANY 0xf
/* Of a text, before it is known which it is. */
#define DTL_GENRE_TEXT (DTL_GENRE_ANY & ~DTL_GENRE_PHRASE)

/* What has to stand beside a match: classes, or -1. */
typedef struct {
  gint16 after;      /* the lexeme before is in it */
  gint16 not_after;  /* is not in it */
  gint16 before;     /* the lexeme behind is in it */
  gint16 not_before; /* is not in it */
  guint8 genres;     /* DtlGenre: of texts where the pattern holds */
} DtlPatternContext;

const DtlPatternContext *dtl_pack_get_context (const DtlPack *pack,
                                               DtlLevel level,
                                               int pattern);

/* Whether @symbol is in the class; never for class -1. */
gboolean dtl_pack_symbol_is (const DtlPack *pack, guint symbol, int class);

/* The value that @lexeme has as a member of @class, as TAKE names it. */
int dtl_pack_get_value (const DtlPack *pack, const DtlLexeme *lexeme, guint class);

/* Classes that the code itself asks for, empty where a pack has none. */
typedef enum {
  DTL_ROLE_PAST,         /* verbs that tell of the past */
  DTL_ROLE_FUTURE,       /* verbs that tell of what is to come */
  DTL_ROLE_PLAN,         /* "planned": what a LINK after it makes future */
  DTL_ROLE_PLAN_LINK,    /* "to" */
  DTL_ROLE_ABBREVIATION, /* ends with a stop that ends no sentence */
  DTL_ROLE_STOP,         /* may end a sentence */
  DTL_ROLE_LEAD,         /* may stand before a phrase that is all of a text: "in" */
  DTL_ROLE_HALF,         /* "half": adds a half to a number */
  DTL_ROLE_PIECE,        /* may be written together with others: "fünf", "und" */
  DTL_ROLE_SCALE,        /* multiplies the number before it: "thousand" */
  DTL_ROLE_EVENT_AFTER,  /* "after": before an event that a length is counted from */
  DTL_ROLE_EVENT_BEFORE,
  DTL_N_ROLES
} DtlRole;

gboolean dtl_pack_has_role (const DtlPack *pack, const DtlLexeme *lexeme, DtlRole role);

const char *dtl_pack_get_tag (const DtlPack *pack);

/* The words that titles of claims are made with. Live as long as the pack. */
const DtlClauseWords *dtl_pack_get_clause_words (const DtlPack *pack);

/* The value that a number word has, FALSE for other words. */
gboolean dtl_pack_get_number_word (const DtlPack *pack,
                                   const DtlLexeme *lexeme,
                                   double *ret_value);

/* Whether "." groups the digits of a number and "," begins the fraction. */
gboolean dtl_pack_uses_decimal_comma (const DtlPack *pack);

G_END_DECLS
