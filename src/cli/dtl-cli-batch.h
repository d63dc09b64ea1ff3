/* Runs one function over all inputs of a call, several at once, and prints what
 * it answers in the order of the inputs. Memory does not grow with their
 * number: only a few lie between the first unprinted and the last begun. */

#pragma once

#include "cli/dtl-cli.h"

G_BEGIN_DECLS

/* The answer to one input, filled on a worker's thread. */
typedef struct {
  GString *output; /* appended to standard output as it is */
  gpointer task;   /* the batch's own */
  /* For standard error; NULL where all went well. A failed JSON line is an
   * object in the output, and has no message. */
  char *message;
  gboolean failed;
} DtlCliAnswer;

/* One input: a file's name, "-", an address, or a line of JSON lines. */
typedef struct {
  const char *name;
  const char *line; /* NULL for all but a JSON line */
} DtlCliItem;

typedef void (*DtlCliWork) (const DtlCliItem *item, DtlCliAnswer *answer, gpointer data);

/* For an answer that may grow beyond memory, to be called now and then: prints
 * what is in the output so far, once the answers before this one are printed,
 * and empties it. FALSE where nobody reads any more, and the work may end. */
gboolean dtl_cli_answer_flush (DtlCliAnswer *answer);

/* @data has to be safe to read from several threads. */
DtlCliStatus dtl_cli_run_batch (const DtlCliOptions *options,
                                DtlCliWork work,
                                gpointer data);

G_END_DECLS
