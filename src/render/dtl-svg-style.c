#include "render/dtl-svg.h"

#include "render/dtl-colour.h"

/* "Sans 10" in pixels, as dtl_export_get_measure() measures. */
#define BASE_SIZE (10 * 96 / 72.0)

static const char *const font_classes[DTL_N_FONTS] = {
  [DTL_FONT_LABEL] = NULL,    [DTL_FONT_DETAIL] = "date",
  [DTL_FONT_TICK] = "t-tick", [DTL_FONT_CONTEXT] = "t-context",
  [DTL_FONT_LANE] = "t-lane", [DTL_FONT_TITLE] = "t-heading",
};

const char *
dtl_svg_get_font_class (DtlFont font)
{
  return font_classes[font];
}

/* Rectangles that touch show a seam unless their edges are crisp. */
static void
append_basics (GString *css, const DtlTheme *theme)
{
  g_string_append (css, "text{font-family:sans-serif}\n"
                        "rect,.label,.leader,.density{shape-rendering:crispEdges}\n"
                        ".o{fill:none}\n");
  for (guint font = 0; font < DTL_N_FONTS; font++)
    {
      char size[DTL_SVG_NUMBER_SIZE], hex[DTL_COLOUR_HEX_SIZE];

      dtl_svg_format_number (dtl_theme_get_font_size ((DtlFont) font, BASE_SIZE), size);
      dtl_colour_format (dtl_paint_get_colour (dtl_text_lines_get_paint ((DtlFont) font),
                                               theme),
                         hex);
      g_string_append (css, font_classes[font] == NULL ? "text" : ".");
      g_string_append_printf (css, "%s{font-size:%spx;font-weight:%d;fill:%s}\n",
                              font_classes[font] == NULL ? "" : font_classes[font], size,
                              dtl_theme_get_font_weight ((DtlFont) font), hex);
    }
}

/* A colour as filling, and with "s-" before it as line. */
static void
append_paints (GString *css, const DtlTheme *theme)
{
  for (guint paint = 0; paint < DTL_N_PAINTS; paint++)
    {
      const char *name = dtl_paint_get_name ((DtlPaint) paint);
      char hex[DTL_COLOUR_HEX_SIZE];

      dtl_colour_format (dtl_paint_get_colour ((DtlPaint) paint, theme), hex);
      g_string_append_printf (css, ".%s{fill:%s}.s-%s{stroke:%s}\n", name, hex, name,
                              hex);
    }
}

/* Boxes of labels, each with a pole in the colour of its lane. */
static void
append_labels (GString *css, const DtlTheme *theme)
{
  char box[DTL_COLOUR_HEX_SIZE], edge[DTL_COLOUR_HEX_SIZE];

  dtl_colour_format (&theme->label_background, box);
  dtl_colour_format (&theme->label_border, edge);
  g_string_append_printf (css, "path.label{fill:%s;stroke:%s}\n", box, edge);
  for (guint i = 0; i < DTL_N_LANE_COLOURS; i++)
    g_string_append_printf (css, ".label.c%u{marker-start:url(#m-c%u)}\n", i, i);
}

/* A browser shows what the pointer or the keyboard is on. */
static void
append_stress (GString *css, const DtlTheme *theme)
{
  char hex[DTL_COLOUR_HEX_SIZE];

  dtl_colour_format (&theme->selection, hex);
  g_string_append_printf (css,
                          "[role=listitem]:hover .label,a:focus .label{stroke:%s}\n"
                          "a:focus{outline:none}\n",
                          hex);
}

static void
add_stop (DtlSvg *svg, const char *offset, const char *hex, const char *opacity)
{
  dtl_svg_start (svg, "stop");
  dtl_svg_add_attribute (svg, "offset", offset);
  dtl_svg_add_attribute (svg, "stop-color", hex);
  dtl_svg_add_attribute (svg, "stop-opacity", opacity);
  dtl_svg_end (svg);
}

/* "l-c0" is clear at the left, "r-c0" at the right. */
static void
add_ramp (DtlSvg *svg, const char *prefix, DtlPaint paint, gboolean clear_left)
{
  g_autofree char *id = g_strconcat (prefix, dtl_paint_get_name (paint), NULL);
  char hex[DTL_COLOUR_HEX_SIZE];

  dtl_colour_format (dtl_paint_get_colour (paint, svg->theme), hex);
  dtl_svg_start_line (svg, "linearGradient");
  dtl_svg_add_attribute (svg, "id", id);
  add_stop (svg, "0", hex, clear_left ? "0" : "1");
  add_stop (svg, "1", hex, clear_left ? "1" : "0");
  dtl_svg_end (svg);
}

/* Stands where the edge of its box begins, in the middle of the first pixel. */
static void
add_pole (DtlSvg *svg, DtlPaint paint)
{
  g_autofree char *id = g_strconcat ("m-", dtl_paint_get_name (paint), NULL);
  char height[DTL_SVG_NUMBER_SIZE];

  dtl_svg_format_number (svg->label_height, height);
  dtl_svg_start_line (svg, "marker");
  dtl_svg_add_attribute (svg, "id", id);
  dtl_svg_add_attribute (svg, "markerUnits", "userSpaceOnUse");
  dtl_svg_add_attribute (svg, "refX", "0.5");
  dtl_svg_add_attribute (svg, "refY", "0.5");
  dtl_svg_add_attribute (svg, "markerWidth", G_STRINGIFY (DTL_SVG_POLE_WIDTH));
  dtl_svg_add_attribute (svg, "markerHeight", height);
  dtl_svg_start (svg, "rect");
  dtl_svg_add_attribute (svg, "class", dtl_paint_get_name (paint));
  dtl_svg_add_attribute (svg, "width", G_STRINGIFY (DTL_SVG_POLE_WIDTH));
  dtl_svg_add_attribute (svg, "height", height);
  dtl_svg_end (svg);
  dtl_svg_end (svg);
}

void
dtl_svg_add_style (DtlSvg *svg)
{
  g_autoptr (GString) css = g_string_new ("\n");

  append_basics (css, svg->theme);
  append_paints (css, svg->theme);
  append_labels (css, svg->theme);
  append_stress (css, svg->theme);
  dtl_svg_start_line (svg, "style");
  xmlTextWriterWriteString (svg->xml, (const xmlChar *) css->str);
  dtl_svg_end (svg);

  dtl_svg_start_line (svg, "defs");
  for (guint i = 0; i < DTL_N_LANE_COLOURS; i++)
    {
      add_ramp (svg, "l-", DTL_PAINT_LANE + i, TRUE);
      add_ramp (svg, "r-", DTL_PAINT_LANE + i, FALSE);
      add_pole (svg, DTL_PAINT_LANE + i);
    }
  dtl_svg_end (svg);
}
