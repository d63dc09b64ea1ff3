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
  GString *item; /* while one is put together */
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

/* Style sheet and ramps. */
void dtl_svg_add_style (DtlSvg *svg);

/* One element with the name of the item's kind among its classes. */
void dtl_svg_add_item (DtlSvg *svg, const DtlItem *item);

/* The class of a font's texts, with their colour. */
const char *dtl_svg_get_font_class (DtlFont font);

/* Everything of @scene: layers, lanes, and a group for each event. */
void dtl_svg_add_scene (DtlSvg *svg,
                        const DtlScene *scene,
                        const DtlExportOptions *options);

G_END_DECLS
