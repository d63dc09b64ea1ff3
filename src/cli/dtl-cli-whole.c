/* For the program that can do all: nothing to hand over. */

#include "cli/dtl-cli-programs.h"

void
dtl_cli_hand_over (char **argv)
{
}
