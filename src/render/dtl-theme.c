#include "render/dtl-theme.h"

#define RGB(hex)                                                                         \
  {                                                                                      \
    ((hex) >> 16 & 255) / 255.0, ((hex) >> 8 & 255) / 255.0, ((hex) &255) / 255.0, 1     \
  }

/* The lane colours were searched for by computer: of all colours of middling
 * strength that stand out from the ground, those eight whose nearest two are
 * furthest apart (OKLab) for normal eyes and for the three kinds of colour
 * blindness (Machado et al., 2009). The first ones are used most. */
static const DtlTheme themes[] = {
  {
      .name = "light",
      .dark = FALSE,
      .background = RGB (0xf7f7f5),
      .axis_background = RGB (0xededea),
      .text = RGB (0x1f2328),
      .dim_text = RGB (0x5b626b),
      .grid = RGB (0xe3e3df),
      .grid_major = RGB (0xdcdcd7),
      .tick = RGB (0x9a9fa6),
      .now = RGB (0xc0392b),
      .label_background = RGB (0xffffff),
      .label_border = RGB (0xdcdcd7),
      .selection = RGB (0x0f6cbd),
      .hover = RGB (0xeaf2fb),
      .lane_background = { RGB (0xf7f7f5), RGB (0xf1f1ee) },
      .lane = { RGB (0x2b8bc9), RGB (0xa34d16), RGB (0x675aaf), RGB (0x255b68),
                RGB (0x8b8819), RGB (0xbb6c86), RGB (0x672513), RGB (0x492676) },
  },
  {
      .name = "dark",
      .dark = TRUE,
      .background = RGB (0x1c1f24),
      .axis_background = RGB (0x15181c),
      .text = RGB (0xe8eaed),
      .dim_text = RGB (0xa3abb5),
      .grid = RGB (0x2b3037),
      .grid_major = RGB (0x31363e),
      .tick = RGB (0x6d7681),
      .now = RGB (0xff7b6b),
      .label_background = RGB (0x292e35),
      .label_border = RGB (0x3a414a),
      .selection = RGB (0x78bdff),
      .hover = RGB (0x33404f),
      .lane_background = { RGB (0x1c1f24), RGB (0x20242a) },
      .lane = { RGB (0x5cb4ef), RGB (0xc37c3a), RGB (0x8d83d4), RGB (0x3c9888),
                RGB (0xc1aa48), RGB (0xf9ada8), RGB (0xf6de7d), RGB (0xc7e1ff) },
  },
  {
      .name = "high-contrast",
      .dark = FALSE,
      .background = RGB (0xffffff),
      .axis_background = RGB (0xffffff),
      .text = RGB (0x000000),
      .dim_text = RGB (0x333333),
      .grid = RGB (0xb0b0b0),
      .grid_major = RGB (0x808080),
      .tick = RGB (0x000000),
      .now = RGB (0xb00020),
      .label_background = RGB (0xffffff),
      .label_border = RGB (0x000000),
      .selection = RGB (0x0000d0),
      .hover = RGB (0xffffc2),
      .lane_background = { RGB (0xffffff), RGB (0xf2f2f2) },
      .lane = { RGB (0x3a3ca2), RGB (0xb8478a), RGB (0x1b7a22), RGB (0x7a2c58),
                RGB (0x7463cf), RGB (0x333d01), RGB (0x000e6f), RGB (0x3a1132) },
  },
  {
      .name = "high-contrast-dark",
      .dark = TRUE,
      .background = RGB (0x000000),
      .axis_background = RGB (0x000000),
      .text = RGB (0xffffff),
      .dim_text = RGB (0xdddddd),
      .grid = RGB (0x4a4a4a),
      .grid_major = RGB (0x808080),
      .tick = RGB (0xffffff),
      .now = RGB (0xff8a80),
      .label_background = RGB (0x000000),
      .label_border = RGB (0xffffff),
      .selection = RGB (0xffff00),
      .hover = RGB (0x24304a),
      .lane_background = { RGB (0x000000), RGB (0x121212) },
      .lane = { RGB (0x6b95ee), RGB (0xd6812e), RGB (0x49daac), RGB (0xd9bd44),
                RGB (0xbab4fb), RGB (0x8a9e91), RGB (0xb8effe), RGB (0xfbf984) },
  },
};

/* Sizes as parts of the base size. */
static const struct {
  double size;
  int weight;
} fonts[DTL_N_FONTS] = {
  [DTL_FONT_LABEL] = { 1, 500 },   [DTL_FONT_DETAIL] = { 0.84, 400 },
  [DTL_FONT_TICK] = { 0.88, 400 }, [DTL_FONT_CONTEXT] = { 0.88, 600 },
  [DTL_FONT_LANE] = { 0.94, 600 }, [DTL_FONT_TITLE] = { 1.6, 600 },
};

const DtlTheme *
dtl_theme_get (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    if (g_strcmp0 (themes[i].name, name) == 0)
      return &themes[i];
  return NULL;
}

double
dtl_theme_get_font_size (DtlFont font, double base_size)
{
  return fonts[font].size * base_size;
}

int
dtl_theme_get_font_weight (DtlFont font)
{
  return fonts[font].weight;
}
