#include "config.h"

#include "cli/dtl-cli-table.h"

#include "time/dtl-bounds.h"
#include "time/forms/dtl-edtf.h"

#include <string.h>

const char *
dtl_cli_get_csv_head (void)
{
  return "article,edtf,earliest,latest,calendar,title,status,confidence,words,"
         "sentence\r\n";
}

static void
append_cell (GString *output, const char *text, gsize length)
{
  if (output->len > 0 && output->str[output->len - 1] != '\n')
    g_string_append_c (output, ',');
  if (g_strstr_len (text, (gssize) length, "\"") == NULL &&
      g_strstr_len (text, (gssize) length, ",") == NULL &&
      g_strstr_len (text, (gssize) length, "\n") == NULL &&
      g_strstr_len (text, (gssize) length, "\r") == NULL)
    {
      g_string_append_len (output, text, (gssize) length);
      return;
    }
  g_string_append_c (output, '"');
  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '"')
        g_string_append_c (output, '"');
      g_string_append_c (output, text[i]);
    }
  g_string_append_c (output, '"');
}

static void
append_word (GString *output, const char *text)
{
  append_cell (output, text, strlen (text));
}

static void
append_claim (GString *output, const DtlExtraction *extraction, const DtlAssertion *claim)
{
  DtlArticle *article = dtl_extraction_get_article (extraction);
  const char *text = dtl_article_get_text (article, NULL);
  guint n_mentions;
  const DtlMention *mention =
      &dtl_extraction_get_mentions (extraction, &n_mentions)[claim->mention];
  g_autofree char *edtf = dtl_edtf_format (&claim->extent);
  char confidence[G_ASCII_DTOSTR_BUF_SIZE];
  g_auto (DtlBounds) bounds = { 0 };

  dtl_bounds_init (&bounds, &claim->extent);
  append_word (output, dtl_article_get (article, DTL_ARTICLE_ID));
  append_word (output, edtf);
  append_word (output, bounds.earliest);
  append_word (output, bounds.latest);
  append_word (output, dtl_calendar_get_name (bounds.calendar));
  append_word (output, claim->title);
  append_word (output, dtl_status_get_name (claim->status));
  append_word (output, g_ascii_formatd (confidence, sizeof confidence, "%.2f",
                                        claim->confidence));
  append_cell (output, text + mention->start, mention->end - mention->start);
  append_cell (output, text + claim->sentence_start,
               claim->sentence_end - claim->sentence_start);
  g_string_append (output, "\r\n");
}

void
dtl_cli_append_csv (GString *output, const DtlExtraction *extraction)
{
  guint n_claims;
  const DtlAssertion *claims = dtl_extraction_get_assertions (extraction, &n_claims);

  for (guint i = 0; i < n_claims; i++)
    append_claim (output, extraction, &claims[i]);
}

/* Text of an XML document; what XML has no room for is left out. */
static void
append_xml (GString *output, const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p++)
    switch (*p)
      {
      case '<':
        g_string_append (output, "&lt;");
        break;
      case '>':
        g_string_append (output, "&gt;");
        break;
      case '&':
        g_string_append (output, "&amp;");
        break;
      case '"':
        g_string_append (output, "&quot;");
        break;
      default:
        if ((guchar) *p >= 0x20 || *p == '\n' || *p == '\t')
          g_string_append_c (output, *p);
      }
}

static void
append_xml_word (GString *output, const char *text)
{
  append_xml (output, text, strlen (text));
}

static void
append_timex (GString *output, guint index, const DtlMention *mention, const char *text)
{
  g_string_append_printf (output, "<TIMEX3 tid=\"t%u\" type=\"%s\" value=\"", index + 1,
                          dtl_mention_type_get_name (mention->type));
  append_xml_word (output, mention->value);
  if (mention->mod != NULL)
    g_string_append_printf (output, "\" mod=\"%s", mention->mod);
  g_string_append (output, "\">");
  append_xml (output, text + mention->start, mention->end - mention->start);
  g_string_append (output, "</TIMEX3>");
}

static void
append_creation_time (GString *output, const char *published)
{
  g_string_append (output, "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"");
  append_xml_word (output, published);
  g_string_append (output, "\" functionInDocument=\"CREATION_TIME\">");
  append_xml_word (output, published);
  g_string_append (output, "</TIMEX3></DCT>\n");
}

void
dtl_cli_append_timeml (GString *output, const DtlExtraction *extraction)
{
  DtlArticle *article = dtl_extraction_get_article (extraction);
  const char *published = dtl_article_get (article, DTL_ARTICLE_PUBLISHED);
  gsize length, done = 0;
  const char *text = dtl_article_get_text (article, &length);
  guint n_mentions;
  const DtlMention *mentions = dtl_extraction_get_mentions (extraction, &n_mentions);

  g_string_append (output,
                   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n<DOCID>");
  append_xml_word (output, dtl_article_get (article, DTL_ARTICLE_ID));
  g_string_append (output, "</DOCID>\n");
  if (published != NULL)
    append_creation_time (output, published);
  g_string_append (output, "<TEXT>");
  for (guint i = 0; i < n_mentions; i++)
    {
      append_xml (output, text + done, mentions[i].start - done);
      append_timex (output, i, &mentions[i], text);
      done = mentions[i].end;
    }
  append_xml (output, text + done, length - done);
  g_string_append (output, "</TEXT>\n</TimeML>\n");
}
