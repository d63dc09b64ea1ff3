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

/* Not printf: that follows the locale, and is slow. From the last digit on, at the
 * end of @digits; returns the first one. */
static const char *
write_number (double value, char digits[DTL_SVG_NUMBER_SIZE])
{
  gint64 hundredths = llround (CLAMP (value, -MOST_NUMBER, MOST_NUMBER) * 100);
  guint64 left = (guint64) ABS (hundredths);
  char *at = digits + DTL_SVG_NUMBER_SIZE - 1;
  guint decimals = left % 100 == 0 ? 0 : left % 10 == 0 ? 1 : 2;

  *at = '\0';
  left /= decimals == 0 ? 100 : decimals == 1 ? 10 : 1;
  /* ".5", but "0". */
  for (guint place = 0; left > 0 || place < MAX (decimals, 1); place++)
    {
      *--at = (char) ('0' + left % 10);
      left /= 10;
      if (place + 1 == decimals)
        *--at = '.';
    }
  if (hundredths < 0)
    *--at = '-';
  return at;
}

void
dtl_svg_format_number (double value, char ret_digits[DTL_SVG_NUMBER_SIZE])
{
  char digits[DTL_SVG_NUMBER_SIZE];
  const char *first = write_number (value, digits);

  memcpy (ret_digits, first, (gsize) (digits + DTL_SVG_NUMBER_SIZE - first));
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

/* Nearly always there is room: then no call is needed. */
static void
append_length (GString *string, const char *text, gsize length)
{
  if (string->len + length < string->allocated_len)
    {
      memcpy (string->str + string->len, text, length);
      string->len += length;
      string->str[string->len] = '\0';
    }
  else
    g_string_append_len (string, text, (gssize) length);
}

void
dtl_svg_append (DtlSvg *svg, const char *markup)
{
  append_length (svg->item, markup, strlen (markup));
}

void
dtl_svg_append_number (DtlSvg *svg, const char *before, double value)
{
  char digits[DTL_SVG_NUMBER_SIZE];
  const char *first = write_number (value, digits);

  dtl_svg_append (svg, before);
  append_length (svg->item, first, (gsize) (digits + DTL_SVG_NUMBER_SIZE - 1 - first));
}

static const char *
escape (char letter)
{
  switch (letter)
    {
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '&':
      return "&amp;";
    case '"':
      return "&quot;";
    default:
      return NULL;
    }
}

void
dtl_svg_append_text (DtlSvg *svg, const char *text)
{
  g_autofree char *copy = NULL;
  const char *plain = dtl_text_clean (text, &copy), *at = plain;

  for (; *at != '\0'; at++)
    {
      const char *escaped = escape (*at);

      if (escaped == NULL)
        continue;
      append_length (svg->item, plain, (gsize) (at - plain));
      dtl_svg_append (svg, escaped);
      plain = at + 1;
    }
  append_length (svg->item, plain, (gsize) (at - plain));
}

void
dtl_svg_append_clean_attribute (DtlSvg *svg,
                                const char *name_and_quote,
                                const char *value)
{
  dtl_svg_append (svg, name_and_quote);
  dtl_svg_append_text (svg, value);
  dtl_svg_append (svg, "\"");
}

void
dtl_svg_flush (DtlSvg *svg)
{
  xmlTextWriterWriteRawLen (svg->xml, to_xml (svg->item->str), (int) svg->item->len);
  g_string_truncate (svg->item, 0);
}
