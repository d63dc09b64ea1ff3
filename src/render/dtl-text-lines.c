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

/* Title and date, together in the middle of the box. */
static guint
make_label_lines (const DtlItem *item, const DtlLineHeights *heights, DtlTextLine *lines)
{
  gboolean dated = item->detail != NULL && *item->detail != '\0';
  double title = heights->height[DTL_FONT_LABEL];
  double detail = dated ? heights->height[DTL_FONT_DETAIL] : 0;
  double y = item->bounds.y + (item->bounds.height - title - detail) / 2;

  lines[0] = make_line (item, DTL_FONT_LABEL);
  lines[0].box =
      (DtlRect){ item->bounds.x + DTL_LABEL_PADDING_X, y,
                 MAX (0, item->bounds.width - 2 * DTL_LABEL_PADDING_X), title };
  if (!dated)
    return 1;

  lines[1] = lines[0];
  lines[1].font = DTL_FONT_DETAIL;
  lines[1].paint = dtl_text_lines_get_paint (DTL_FONT_DETAIL);
  lines[1].text = item->detail;
  lines[1].width = (double) item->detail_width;
  lines[1].box.y = y + title;
  lines[1].box.height = detail;
  return 2;
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
  if (item->text == NULL || *item->text == '\0')
    return 0;

  switch (item->kind)
    {
    case DTL_ITEM_LABEL:
      return make_label_lines (item, heights, ret_lines);
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
    case DTL_ITEM_MORE:
      ret_lines[0] = make_line (item, DTL_FONT_DETAIL);
      break;
    case DTL_ITEM_TITLE:
      ret_lines[0] = make_line (item, DTL_FONT_TITLE);
      break;
    case DTL_ITEM_LANE:
    case DTL_ITEM_AXIS:
    case DTL_ITEM_GRID:
    case DTL_ITEM_NOW:
    case DTL_ITEM_BAR:
    case DTL_ITEM_POINT:
    case DTL_ITEM_LEADER:
    case DTL_ITEM_DENSITY:
    case DTL_N_ITEM_KINDS:
      return 0;
    }
  center (&ret_lines[0], heights);
  return 1;
}
