/* Writes the parts of an SVG file: between the files that do so.
 *
 * xmlTextWriter keeps the elements in order and escapes; numbers are written
 * without the locale. */

#pragma once

#include "render/dtl-export-private.h"
#include "render/dtl-shapes.h"
#include "render/dtl-text-lines.h"

#include <libxml/xmlwriter.h>

G_BEGIN_DECLS

typedef struct {
  xmlTextWriterPtr xml;
  const DtlTheme *theme;
  const DtlMeasure *measure;
  DtlLineHeights heights;
  GString *item;  /* what is put together and not yet written */
  GString *spare; /* for what stands behind something that is not yet known */
  /* Pixels that what is put together counts from: an event's numbers are short
   * where they count from its label. */
  double left, top;
  double label_height; /* of nearly all labels */
  gboolean shortened;  /* TRUE once a text of it did not fit */
} DtlSvg;

void dtl_svg_start (DtlSvg *svg, const char *element);
void dtl_svg_end (DtlSvg *svg);
/* On a line of its own, for people who read the file. */
void dtl_svg_start_line (DtlSvg *svg, const char *element);
void dtl_svg_add_attribute (DtlSvg *svg, const char *name, const char *value);
/* Cleaned of control characters, which XML does not allow. */
void dtl_svg_add_text (DtlSvg *svg, const char *text);
void dtl_svg_add_clean_attribute (DtlSvg *svg, const char *name, const char *value);

/* At most two decimals; beyond a thousand million pixels it stays there. */
#define DTL_SVG_NUMBER_SIZE 32
void dtl_svg_format_number (double value, char ret_digits[DTL_SVG_NUMBER_SIZE]);

/* Style sheet, ramps, and the poles of labels. */
void dtl_svg_add_style (DtlSvg *svg);

/* The pole of a label as high as svg->label_height is a marker. */
#define DTL_SVG_POLE_WIDTH 2

/* One element with the name of the item's kind as its first class; what is put
 * together is written by dtl_svg_flush(). */
void dtl_svg_append_item (DtlSvg *svg, const DtlItem *item);
void dtl_svg_append (DtlSvg *svg, const char *markup);
void dtl_svg_append_number (DtlSvg *svg, const char *before, double value);
/* Cleaned and escaped, as all of the next two. */
void dtl_svg_append_text (DtlSvg *svg, const char *text);
void dtl_svg_append_clean_attribute (DtlSvg *svg,
                                     const char *name_and_quote,
                                     const char *value);
void dtl_svg_flush (DtlSvg *svg);

/* Rectangles without text that look the same, as one path. */
void dtl_svg_append_rects (DtlSvg *svg, const DtlItem *const *items, guint n);
/* TRUE where both are such rectangles, and of one kind. */
gboolean dtl_svg_are_alike (const DtlItem *a, const DtlItem *b);

/* Where the letters of a line of text stand, to the whole pixel. */
double dtl_svg_get_baseline (const DtlRect *line);

/* The class of a font's texts, with their colour; NULL for titles of labels, which
 * texts without a class are. */
const char *dtl_svg_get_font_class (DtlFont font);

/* Everything of @scene: layers, lanes, and a group for each event. */
void dtl_svg_add_scene (DtlSvg *svg,
                        const DtlScene *scene,
                        const DtlExportOptions *options);

G_END_DECLS
