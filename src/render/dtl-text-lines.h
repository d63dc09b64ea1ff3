/* The lines of text of an item, and where each lies. */

#pragma once

#include "render/dtl-shapes.h"

G_BEGIN_DECLS

/* Heights of a line, measured once. */
typedef struct {
  double height[DTL_N_FONTS];
} DtlLineHeights;

DtlLineHeights dtl_line_heights_measure (const DtlMeasure *measure);

/* The colour that texts in a font have. */
DtlPaint dtl_text_lines_get_paint (DtlFont font);

typedef struct {
  DtlFont font;
  DtlPaint paint;
  gboolean from_right; /* begins at the right of @box */
  const char *text;    /* the item's own */
  double width;        /* of the text, as measured by the layout; 0: unknown */
  DtlRect box;         /* a line high, within the bounds or cut off by them */
} DtlTextLine;

#define DTL_MOST_TEXT_LINES 2

/* Returns how many. */
guint dtl_text_lines_from_item (const DtlItem *item,
                                const DtlLineHeights *heights,
                                DtlTextLine ret_lines[DTL_MOST_TEXT_LINES]);

G_END_DECLS
