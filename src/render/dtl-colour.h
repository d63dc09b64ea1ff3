/* Sums with colours. */

#pragma once

#include "render/dtl-theme.h"

G_BEGIN_DECLS

/* "#rrggbb" and a NUL; without the alpha. */
#define DTL_COLOUR_HEX_SIZE 8

void dtl_colour_format (const DtlColour *colour, char ret_hex[DTL_COLOUR_HEX_SIZE]);

/* The ratio of WCAG 2: 1 for no difference, 21 for black on white. */
double dtl_colour_get_contrast (const DtlColour *a, const DtlColour *b);

G_END_DECLS
