#include "render/dtl-colour.h"

#include <math.h>

static guint
to_byte (double part)
{
  return (guint) lround (CLAMP (part, 0, 1) * 255);
}

void
dtl_colour_format (const DtlColour *colour, char ret_hex[DTL_COLOUR_HEX_SIZE])
{
  g_snprintf (ret_hex, DTL_COLOUR_HEX_SIZE, "#%02x%02x%02x", to_byte (colour->red),
              to_byte (colour->green), to_byte (colour->blue));
}

static double
to_linear (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const DtlColour *colour)
{
  return 0.2126 * to_linear (colour->red) + 0.7152 * to_linear (colour->green) +
         0.0722 * to_linear (colour->blue);
}

double
dtl_colour_get_contrast (const DtlColour *a, const DtlColour *b)
{
  double x = get_luminance (a), y = get_luminance (b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}
