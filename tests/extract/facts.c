/* Rows of a box of facts, and the claims made of them: "title | date", joined by
 * a semicolon. */

#include "extract/dtl-extraction.h"
#include "time/forms/dtl-edtf.h"

#include <string.h>

typedef struct {
  const char *row;
  const char *claims;
} Case;

static const Case cases[] = {
  { "Date: 25 June 1950 – 27 July 1953", "Hale Mill: Date | 1950-06-25/1953-07-27" },
  { "opened: 3 May 1836", "Hale Mill: opened | 1836-05-03" },
  { "born: Ada Orr 3 May 1836 Hale", "Hale Mill: born | 1836-05-03" },
  { "built: c. 1200 BC", "Hale Mill: built | -1199~" },
  { "founded: 1836", "Hale Mill: founded | 1836" },
  { "use: 1836 (as a mill)", "Hale Mill: use | 1836" },
  { "date: 3 May 1911; 7 June 1912",
    "Hale Mill: date | 1911-05-03; Hale Mill: date | 1912-06-07" },
  { "area code: 1836", "" },    /* a number alone may be anything */
  { "in 1836: the flood", "" }, /* no label is a date */
  { "age: 75 years", "" },      /* a length has no place */
};

static char *
describe_claims (const DtlExtraction *extraction)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n;
  const DtlAssertion *claims = dtl_extraction_get_assertions (extraction, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *edtf = dtl_edtf_format (&claims[i].extent);

      g_string_append_printf (text, "%s%s | %s", i > 0 ? "; " : "", claims[i].title,
                              edtf);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (DtlArticleBuilder) builder = dtl_article_builder_new ("x");
  g_autoptr (DtlArticle) article = NULL;
  g_autoptr (DtlExtraction) extraction = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *claims = NULL;

  dtl_article_builder_set (builder, DTL_ARTICLE_TITLE, "Hale Mill", "test", 1);
  dtl_article_builder_set (builder, DTL_ARTICLE_LANGUAGE, "en", "test", 1);
  dtl_article_builder_add_paragraph (builder, DTL_PARAGRAPH_FACT, 0, c->row, -1);
  article = dtl_article_builder_end (builder);
  extraction = dtl_extract (article, NULL, &error);
  g_assert_no_error (error);
  claims = describe_claims (extraction);
  g_assert_cmpstr (claims, ==, c->claims);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/extract/facts/", cases[i].row, NULL);

      g_strdelimit (path + strlen ("/extract/facts/"), "/", '-');
      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
