#include "config.h"

#include <glib.h>

int
main (int argc, char **argv)
{
  g_print ("dateline %s\n", DTL_VERSION);
  return 0;
}
