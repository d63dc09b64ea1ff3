#include "io/dtl-paper.h"

#include <string.h>

#define PIXELS_PER_INCH 96.0
#define PIXELS_PER_MM (PIXELS_PER_INCH / 25.4)

/* ISO 216; ANSI/ASME Y14.1 for the American ones. Longer side first. */
static const struct {
  const char *name;
  double width, height;
} papers[] = {
  { "a0", 1189 * PIXELS_PER_MM, 841 * PIXELS_PER_MM },
  { "a1", 841 * PIXELS_PER_MM, 594 * PIXELS_PER_MM },
  { "a2", 594 * PIXELS_PER_MM, 420 * PIXELS_PER_MM },
  { "a3", 420 * PIXELS_PER_MM, 297 * PIXELS_PER_MM },
  { "a4", 297 * PIXELS_PER_MM, 210 * PIXELS_PER_MM },
  { "a5", 210 * PIXELS_PER_MM, 148 * PIXELS_PER_MM },
  { "letter", 11 * PIXELS_PER_INCH, 8.5 * PIXELS_PER_INCH },
  { "legal", 14 * PIXELS_PER_INCH, 8.5 * PIXELS_PER_INCH },
  { "tabloid", 17 * PIXELS_PER_INCH, 11 * PIXELS_PER_INCH },
};

#define PORTRAIT "-portrait"

gboolean
dtl_paper_find (const char *name, double *ret_width, double *ret_height)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      gsize length = strlen (papers[i].name);
      gboolean upright =
          g_ascii_strcasecmp (name + MIN (length, strlen (name)), PORTRAIT) == 0;

      if (g_ascii_strncasecmp (name, papers[i].name, length) != 0 ||
          (name[length] != '\0' && !upright))
        continue;
      *ret_width = upright ? papers[i].height : papers[i].width;
      *ret_height = upright ? papers[i].width : papers[i].height;
      return TRUE;
    }
  return FALSE;
}

const char *
dtl_paper_get_names (void)
{
  return "a0, a1, a2, a3, a4, a5, letter, legal, tabloid";
}
