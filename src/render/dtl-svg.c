#include "render/dtl-svg.h"

#include "render/dtl-text-fit.h"

#include <math.h>

/* Beyond it nothing is on any canvas. */
#define MOST_NUMBER 1e9

static const xmlChar *
to_xml (const char *text)
{
  return (const xmlChar *) text;
}

void
dtl_svg_start (DtlSvg *svg, const char *element)
{
  xmlTextWriterStartElement (svg->xml, to_xml (element));
}

void
dtl_svg_start_line (DtlSvg *svg, const char *element)
{
  xmlTextWriterWriteString (svg->xml, to_xml ("\n"));
  dtl_svg_start (svg, element);
}

void
dtl_svg_end (DtlSvg *svg)
{
  xmlTextWriterEndElement (svg->xml);
}

void
dtl_svg_add_attribute (DtlSvg *svg, const char *name, const char *value)
{
  xmlTextWriterWriteAttribute (svg->xml, to_xml (name), to_xml (value));
}

void
dtl_svg_format_number (double value, char ret_digits[DTL_SVG_NUMBER_SIZE])
{
  gint64 hundredths = llround (CLAMP (value, -MOST_NUMBER, MOST_NUMBER) * 100);
  gint64 size = ABS (hundredths);
  const char *sign = hundredths < 0 ? "-" : "";

  if (size % 100 == 0)
    g_snprintf (ret_digits, DTL_SVG_NUMBER_SIZE, "%s%d", sign, (int) (size / 100));
  else if (size % 10 == 0)
    g_snprintf (ret_digits, DTL_SVG_NUMBER_SIZE, "%s%d.%d", sign, (int) (size / 100),
                (int) (size / 10 % 10));
  else
    g_snprintf (ret_digits, DTL_SVG_NUMBER_SIZE, "%s%d.%02d", sign, (int) (size / 100),
                (int) (size % 100));
}

void
dtl_svg_add_number (DtlSvg *svg, const char *name, double value)
{
  char digits[DTL_SVG_NUMBER_SIZE];

  dtl_svg_format_number (value, digits);
  dtl_svg_add_attribute (svg, name, digits);
}

void
dtl_svg_add_text (DtlSvg *svg, const char *text)
{
  g_autofree char *copy = NULL;

  xmlTextWriterWriteString (svg->xml, to_xml (dtl_text_clean (text, &copy)));
}

void
dtl_svg_add_clean_attribute (DtlSvg *svg, const char *name, const char *value)
{
  g_autofree char *copy = NULL;

  dtl_svg_add_attribute (svg, name, dtl_text_clean (value, &copy));
}
