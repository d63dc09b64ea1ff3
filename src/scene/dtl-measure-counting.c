#include "scene/dtl-scene.h"

#define CHARACTER_WIDTH 7
#define LINE_HEIGHT 14

static void
count_characters (gpointer data,
                  DtlFont font,
                  const char *text,
                  double *ret_width,
                  double *ret_height)
{
  *ret_width = (double) (CHARACTER_WIDTH * g_utf8_strlen (text, -1));
  *ret_height = LINE_HEIGHT;
}

const DtlMeasure dtl_measure_counting = { count_characters, NULL };
