/* Colours and fonts of a drawn timeline. */

#pragma once

#include "scene/dtl-scene.h"

G_BEGIN_DECLS

typedef struct {
  double red, green, blue, alpha;
} DtlColour;

#define DTL_N_LANE_COLOURS 8

typedef struct {
  const char *name; /* "light", "dark", "high-contrast", "high-contrast-dark" */
  gboolean dark;
  DtlColour background, axis_background, text, dim_text, grid, grid_major, tick, now;
  DtlColour label_background, label_border, selection, hover;
  DtlColour lane_background[2]; /* alternating */
  DtlColour lane[DTL_N_LANE_COLOURS];
} DtlTheme;

/* NULL where there is none of that name. Static. */
const DtlTheme *dtl_theme_get (const char *name);

/* Size of a font role in the unit of @base_size, and its weight as CSS and
 * Pango count it (400 regular, 500 medium, 600 semi-bold). */
double dtl_theme_get_font_size (DtlFont font, double base_size);
int dtl_theme_get_font_weight (DtlFont font);

G_END_DECLS
