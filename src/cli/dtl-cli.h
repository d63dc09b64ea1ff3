/* The command line: what all commands share.
 *
 * Data goes to standard output and is the same bytes in every locale; messages
 * go to standard error, in the user's language, as "dateline: FILE: what is
 * wrong". The contract is in the man page. */

#pragma once

#include "article/dtl-article-reader.h"

G_BEGIN_DECLS

typedef enum {
  DTL_CLI_DONE = 0,   /* all inputs */
  DTL_CLI_FAILED = 1, /* at least one input failed; every other one is done */
  DTL_CLI_USAGE = 2,  /* the call itself was wrong */
} DtlCliStatus;

/* One command; argv[0] is its name. */
typedef DtlCliStatus (*DtlCliCommand) (int argc, char **argv);

DtlCliStatus dtl_cli_read (int argc, char **argv);
DtlCliStatus dtl_cli_extract (int argc, char **argv);
DtlCliStatus dtl_cli_render (int argc, char **argv);
DtlCliStatus dtl_cli_date (int argc, char **argv);
DtlCliStatus dtl_cli_check_language (int argc, char **argv);

/* "dateline: NAME: MESSAGE" on standard error. @name may be NULL. */
void dtl_cli_complain (const char *name, const char *message);

/* The same for a wrong call, with a hint at --help. Always DTL_CLI_USAGE. */
DtlCliStatus dtl_cli_refuse (const char *command, const char *message);

/* Data is the same in every locale, and that includes sentences in it such as
 * why a date was understood as it was: between these two calls, messages of
 * this thread are not translated. Returns what end() wants back. */
gpointer dtl_cli_begin_data (void);
void dtl_cli_end_data (gpointer before);

/* What every command that reads articles takes. */
typedef struct {
  char *input; /* "auto", "text", "html", "jsonl" */
  char *format;
  char *published;
  char *language;
  char *language_file; /* a pack, already in use */
  char *place;
  int jobs;
  gboolean quiet;
  gboolean fetch;
  gboolean explain;
  char **files;
} DtlCliOptions;

void dtl_cli_options_clear (DtlCliOptions *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DtlCliOptions, dtl_cli_options_clear)

/**
 * dtl_cli_options_parse:
 * @arguments: what follows the options, for --help: "FILE…", translated
 * @summary: one translated line for --help
 * @entries: (nullable): the command's own options, ended by a NULL entry
 *
 * Reads the common options and @entries, checks their values and leaves the
 * files in @options->files, which is never NULL. Complains by itself.
 *
 * Returns: FALSE for a wrong call
 */
gboolean dtl_cli_options_parse (DtlCliOptions *options,
                                const char *arguments,
                                const char *summary,
                                const GOptionEntry *entries,
                                int argc,
                                char **argv);

/* The calendar that --calendar names; @ret_calendar stays as it is where @name is
 * NULL. Fails and complains where there is no such calendar. */
gboolean dtl_cli_read_calendar (const char *name,
                                const char *command,
                                DtlCalendar *ret_calendar);

/* Fails and complains where --format is none of @formats, of which the first
 * is the default; with JSON lines as input the default is "jsonl". */
gboolean dtl_cli_options_check_format (DtlCliOptions *options,
                                       const char *const *formats,
                                       const char *command);

/* The reader's options that follow from the call. Lends its strings. */
DtlReadOptions dtl_cli_options_get_read_options (const DtlCliOptions *options);

G_END_DECLS
