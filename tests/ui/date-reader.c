/* Dates as somebody types them into the window. */

#include "ui/dtl-date-reader.h"

#include "fixture.h"
#include "time/forms/dtl-edtf.h"

/* NULL where it is no date. "War", in 1950, is selected. */
typedef struct {
  const char *words, *edtf;
} Case;

static const Case cases[] = {
  { "1953", "1953" },
  { "27 July 1953", "1953-07-27" },
  { "spring 1943", "1943-21" },
  { "44 BC", "-0043" },
  { "the 1950s", "195X" },
  { "three years later", "1953" },
  { "1953-07-27", "1953-07-27" },
  { "1984-06-02?", "1984-06-02?" },
  { "30 February 1951", NULL },
  { "every Monday", NULL },
  { "a treaty", NULL },
  { " ", NULL },
};

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (DtlSession) session = dtl_session_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *edtf = NULL;
  DtlExtent extent;

  fixture_fill (session, fixture_two_lanes, G_N_ELEMENTS (fixture_two_lanes));
  dtl_session_select (session, fixture_find (session, "War"));
  if (dtl_date_reader_read (session, row->words, &extent, &error))
    edtf = dtl_edtf_format (&extent);
  g_assert_cmpstr (edtf, ==, row->edtf);
  g_assert_true ((error == NULL) == (row->edtf != NULL));
}

/* In the article's language too, whatever the user's is. */
static void
test_language (void)
{
  g_autoptr (DtlSession) session = dtl_session_new ();
  DtlSource source = { .name = "a.txt",
                       .language = "de",
                       .text = "Ein Text.",
                       .text_length = 9 };
  DtlExtent extent;

  g_assert_false (dtl_date_reader_read (session, "Frühjahr 1943", &extent, NULL));
  dtl_timeline_add_source (dtl_session_get_timeline (session), &source);
  g_assert_true (dtl_date_reader_read (session, "Frühjahr 1943", &extent, NULL));
  g_assert_true (dtl_date_reader_read (session, "spring 1943", &extent, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/date-reader/", cases[i].words, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/date-reader-in/german", test_language);
  return g_test_run ();
}
