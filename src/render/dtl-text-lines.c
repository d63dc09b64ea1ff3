#include "render/dtl-text-lines.h"

#include <string.h>

/* An era's name, within its band. */
#define BAND_PADDING 4

DtlLineHeights
dtl_line_heights_measure (const DtlMeasure *measure)
{
  DtlLineHeights heights;

  for (guint font = 0; font < DTL_N_FONTS; font++)
    {
      double width;

      measure->text_size (measure->data, (DtlFont) font, "X", &width,
                          &heights.height[font]);
    }
  return heights;
}

DtlPaint
dtl_text_lines_get_paint (DtlFont font)
{
  return font == DTL_FONT_LABEL || font == DTL_FONT_CONTEXT || font == DTL_FONT_TITLE
             ? DTL_PAINT_TEXT
             : DTL_PAINT_DIM_TEXT;
}

static DtlTextLine
make_line (const DtlItem *item, DtlFont font)
{
  return (DtlTextLine){ .font = font,
                        .paint = dtl_text_lines_get_paint (font),
                        .from_right = (item->flags & DTL_ITEM_RTL) != 0,
                        .text = item->text,
                        .width = (double) item->text_width,
                        .box = item->bounds };
}

static void
center (DtlTextLine *line, const DtlLineHeights *heights)
{
  double height = heights->height[line->font];

  line->box.y += (line->box.height - height) / 2;
  line->box.height = height;
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

static DtlTextLine
make_label_line (const DtlItem *item, DtlFont font, const char *text, float width)
{
  DtlTextLine line = make_line (item, font);

  line.text = text;
  line.width = (double) width;
  line.box.x += DTL_LABEL_PADDING_X;
  line.box.width = MAX (0, line.box.width - 2 * DTL_LABEL_PADDING_X);
  return line;
}

/* Title and date, or what there is of them, together in the middle. */
static guint
make_label_lines (const DtlItem *item, const DtlLineHeights *heights, DtlTextLine *lines)
{
  double y = item->bounds.y + item->bounds.height / 2;
  guint n = 0;

  if (!is_empty (item->text))
    lines[n++] = make_label_line (item, DTL_FONT_LABEL, item->text, item->text_width);
  if (!is_empty (item->detail))
    lines[n++] =
        make_label_line (item, DTL_FONT_DETAIL, item->detail, item->detail_width);
  for (guint i = 0; i < n; i++)
    y -= heights->height[lines[i].font] / 2;
  for (guint i = 0; i < n; i++)
    {
      lines[i].box.y = y;
      lines[i].box.height = heights->height[lines[i].font];
      y += lines[i].box.height;
    }
  return n;
}

/* An era's name stands at the top of its band. */
static DtlTextLine
make_band_line (const DtlItem *item, const DtlLineHeights *heights)
{
  DtlTextLine line = make_line (item, DTL_FONT_DETAIL);

  line.box.x += BAND_PADDING;
  line.box.width = MAX (0, line.box.width - 2 * BAND_PADDING);
  line.box.height = MIN (line.box.height, heights->height[DTL_FONT_DETAIL]);
  return line;
}

guint
dtl_text_lines_from_item (const DtlItem *item,
                          const DtlLineHeights *heights,
                          DtlTextLine ret_lines[DTL_MOST_TEXT_LINES])
{
  if (item->kind == DTL_ITEM_LABEL)
    return make_label_lines (item, heights, ret_lines);
  if (is_empty (item->text))
    return 0;

  switch (item->kind)
    {
    case DTL_ITEM_BAND:
      ret_lines[0] = make_band_line (item, heights);
      return 1;
    case DTL_ITEM_TICK:
      ret_lines[0] = make_line (item, DTL_FONT_TICK);
      break;
    case DTL_ITEM_CONTEXT:
      ret_lines[0] = make_line (item, DTL_FONT_CONTEXT);
      break;
    case DTL_ITEM_LANE_TITLE:
      ret_lines[0] = make_line (item, DTL_FONT_LANE);
      break;
    case DTL_ITEM_MOMENT:
      ret_lines[0] =
          make_label_line (item, DTL_FONT_CONTEXT, item->text, item->text_width);
      break;
    case DTL_ITEM_GAP:
    case DTL_ITEM_MORE:
      ret_lines[0] = make_line (item, DTL_FONT_DETAIL);
      break;
    case DTL_ITEM_TITLE:
      ret_lines[0] = make_line (item, DTL_FONT_TITLE);
      break;
    case DTL_ITEM_LABEL:
    case DTL_ITEM_LANE:
    case DTL_ITEM_AXIS:
    case DTL_ITEM_GRID:
    case DTL_ITEM_NOW:
    case DTL_ITEM_BAR:
    case DTL_ITEM_POINT:
    case DTL_ITEM_LEADER:
    case DTL_ITEM_DENSITY:
    case DTL_ITEM_SHADE:
    case DTL_ITEM_WINDOW:
    case DTL_ITEM_LIT:
    case DTL_ITEM_CROSSHAIR:
    case DTL_N_ITEM_KINDS:
      return 0;
    }
  center (&ret_lines[0], heights);
  return 1;
}
