#include "render/dtl-svg.h"

#include "render/dtl-text-fit.h"

#include <math.h>
#include <string.h>

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

/* Not printf: that follows the locale, and is slow. From the last digit on. */
void
dtl_svg_format_number (double value, char ret_digits[DTL_SVG_NUMBER_SIZE])
{
  gint64 hundredths = llround (CLAMP (value, -MOST_NUMBER, MOST_NUMBER) * 100);
  guint64 left = (guint64) ABS (hundredths);
  char *at = ret_digits + DTL_SVG_NUMBER_SIZE - 1;
  guint decimals = left % 100 == 0 ? 0 : left % 10 == 0 ? 1 : 2;

  *at = '\0';
  left /= decimals == 0 ? 100 : decimals == 1 ? 10 : 1;
  for (guint place = 0; left > 0 || place <= decimals; place++)
    {
      if (place == decimals && decimals > 0)
        *--at = '.';
      *--at = (char) ('0' + left % 10);
      left /= 10;
    }
  if (hundredths < 0)
    *--at = '-';
  memmove (ret_digits, at, (gsize) (ret_digits + DTL_SVG_NUMBER_SIZE - at));
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
