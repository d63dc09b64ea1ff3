#include "config.h"

#include "article/xml/dtl-xml-markup.h"

static const char *
get_own_name (const DtlXml *xml, int node)
{
  return dtl_xml_get_name (xml, node);
}

static void
write_text (const DtlXml *xml, int node, GString *html)
{
  const DtlXmlNode *at = &xml->nodes[node];
  g_autofree char *text = g_markup_escape_text (xml->text + at->text_start,
                                                (gssize) (at->text_end - at->text_start));

  g_string_append (html, text);
}

static void
write_tag (const char *open, const char *name, GString *html)
{
  if (*name == ' ')
    g_string_append_c (html, ' ');
  if (*name == '\0' || *name == ' ')
    return;
  g_string_append (html, open);
  g_string_append (html, name);
  g_string_append_c (html, '>');
}

/* The ends of all that ends before node @i, innermost first. */
static void
close_until (const DtlXml *xml,
             GArray *open,
             int i,
             DtlMarkupName get_name,
             GString *html)
{
  while (open->len > 0)
    {
      int node = g_array_index (open, int, open->len - 1);

      if (xml->nodes[node].end > i)
        return;
      write_tag ("</", get_name (xml, node), html);
      g_array_set_size (open, open->len - 1);
    }
}

char *
dtl_xml_write_html (const DtlXml *xml, int node, DtlMarkupName get_name)
{
  static const char *const lone[] = { "br", "hr", "img", "col", NULL };
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (int));

  if (get_name == NULL)
    get_name = get_own_name;
  for (int i = node + 1; i < xml->nodes[node].end; i++)
    {
      const char *name;

      close_until (xml, open, i, get_name, html);
      if (dtl_xml_get_name (xml, i) == NULL)
        {
          write_text (xml, i, html);
          continue;
        }
      name = get_name (xml, i);
      if (name == NULL)
        {
          i = xml->nodes[i].end - 1;
          continue;
        }
      write_tag ("<", name, html);
      if (!g_strv_contains (lone, name))
        g_array_append_val (open, i);
    }
  close_until (xml, open, xml->nodes[node].end, get_name, html);
  return g_string_free (g_steal_pointer (&html), FALSE);
}
