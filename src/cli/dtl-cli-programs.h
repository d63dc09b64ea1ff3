/* The programs of one command line. "dateline" itself starts in a few milliseconds:
 * it links nothing that draws, fetches or reads PDF. Calls that may need this are
 * handed to "dateline-whole", which is the same with all of it, and without a
 * command word to the window. */

#pragma once

#include "cli/dtl-cli.h"

G_BEGIN_DECLS

/* Where a program of ours is: @beside this one in a build folder, else @name where
 * it was installed. Caller frees. */
char *dtl_cli_find_program (const char *beside, const char *name);

/* Becomes the whole program where the call @argv (with its command word) may need
 * it, and this is not that already; otherwise returns. */
void dtl_cli_hand_over (char **argv);

G_END_DECLS
