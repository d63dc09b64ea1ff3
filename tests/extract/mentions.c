/* What is found in whole texts, and where it is put. */

#include "extract/dtl-extraction.h"

#include <string.h>

typedef struct {
  const char *name;
  const char *published; /* NULL: not known */
  const char *text;      /* paragraphs parted by "|" */
  const char *mentions;  /* "text = value", parted by "; " */
} Case;

static const Case cases[] = {
  { "news/past", "2015-08-12",
    "The council met on Monday. It had refused the plan in May.",
    "Monday = 2015-08-10; May = 2015-05" },
  { "news/future", "2015-08-12",
    "The council will meet on Monday. It is expected to decide in May.",
    "Monday = 2015-08-17; May = 2016-05" },
  { "news/planned", "2015-08-12", "The team planned to leave Hale on Friday.",
    "Friday = 2015-08-14" },
  { "news/year-of-day", "2015-01-05",
    "The ferry sank on 28 December. Another was launched on 3 January.",
    "28 December = 2014-12-28; 3 January = 2015-01-03" },
  { "news/deictic", "2015-08-12",
    "Prices rose last month, after a fall earlier this year.",
    "last month = 2015-07; earlier this year = 2015" },
  { "news/of-last-year", "2015-08-12", "It opened in May last year, on 3 May.",
    "May last year = 2014-05; 3 May = 2015-05-03" },
  { "news/with-history", "2015-08-12",
    "The mill was built in 1836, burned in 1851 and 1862, and was rebuilt on 3 May "
    "1870.|It was "
    "sold in 1907 and in 1923. On Monday the town bought it.",
    "1836 = 1836; 1851 = 1851; 1862 = 1862; 3 May 1870 = 1870-05-03; 1907 = 1907; 1923 = "
    "1923; "
    "Monday = 2015-08-10" },
  { "news/end-of-year", "2015-08-12",
    "The bridge, closed earlier in the year, is to open by the end of the month or at "
    "year-end.",
    "earlier in the year = 2015; the end of the month = 2015-08; year-end = 2015" },
  { "news/report", "2015-08-12",
    "Net income rose in the second quarter. Sales were flat in the quarter and lower "
    "than a year earlier. In the 2014 period they fell.|In the first nine months net "
    "doubled from a year earlier.|A weak fourth quarter may follow. In the latest "
    "quarter the mill paid more than in the year-ago quarter.",
    "the second quarter = 2015-Q2; the quarter = 2015-Q2; a year earlier = 2014-Q2; "
    "the 2014 period = 2014-Q2; the first nine months = P9M; a year earlier = 2014; "
    "fourth quarter = 2015-Q4; the latest quarter = 2015-Q2; "
    "the year-ago quarter = 2014-Q2" },
  { "news/tense", "2015-08-12",
    "The United Mills fund would open Friday, she said. It is to close on Tuesday. They "
    "could meet as early as Monday. He promised to pay by February.",
    "Friday = 2015-08-14; Tuesday = 2015-08-18; Monday = 2015-08-17; "
    "February = 2016-02" },
  { "news/order-of-numbers", "2015-08-12",
    "The mill, sold on 3/8/2015, was weighed on 8/11/2015 and built on 3/8/1907.",
    "3/8/2015 = 2015-08-03; 8/11/2015 = 2015-08-11; 3/8/1907 = 1907-08-03" },
  { "news/universal", "2015-08-12", "It struck at 18:00 UTC; at 5:40 a.m. EST it ended.",
    "18:00 UTC = 2015-08-12T18:00Z; 5:40 a.m. EST = 2015-08-12T05:40" },
  { "chat/clock-or-year", "2015-08-12", "left hale at 1015, the fair at 2014 size",
    "1015 = 2015-08-12T10:15; 2014 = 2014" },
  { "chat/old-years", "2015-08-12",
    "The mill of 1790 burned in 1813. Bus 1907 goes there.", "1790 = 1790; 1813 = 1813" },
  { "chat/times", "2015-08-12",
    "up at 3 this morning, bus 2355hrs tonight, home this fri or sat, next mth off",
    "3 this morning = 2015-08-12T03:00; 2355hrs tonight = 2015-08-12T23:55; "
    "this fri = 2015-08-14; sat = 2015-08-15; next mth = 2015-09" },
  { "chat/lists", "2015-08-12", "mon or tues, the day, in Sep",
    "mon = 2015-08-10; tues = 2015-08-11; the day = 2015-08-12; Sep = 2015-09" },
  { "quotation/behind", "2015-08-12",
    "“We open tomorrow,” she told a crowd on Monday. “Yesterday we were sad. Tomorrow we "
    "dance.” On Friday it rained.",
    "tomorrow = 2015-08-11; Monday = 2015-08-10; Yesterday = 2015-08-11; "
    "Tomorrow = 2015-08-13; Friday = 2015-08-07" },
  { "quotation/before", "2015-08-12",
    "In a speech on 3 May 1907 he said: ``Today we open, tomorrow we dance.'' Today it "
    "is "
    "shut.",
    "3 May 1907 = 1907-05-03; Today = 1907-05-03; tomorrow = 1907-05-04; "
    "Today = 2015-08-12" },
  { "holidays", "2015-08-12",
    "It is shut on Memorial Day 2015, Election Day 2016, Black Friday 2013 and Earth "
    "Day.",
    "Memorial Day 2015 = 2015-05-25; Election Day 2016 = 2016-11-08; "
    "Black Friday 2013 = 2013-11-29; Earth Day = 2015-04-22" },
  { "holidays/weekend", "2015-08-12",
    "They met on Labor Day weekend 2014, on Thanksgiving weekend 2013 and on the Easter "
    "weekend.",
    "Labor Day weekend 2014 = 2014-W35-WE; Thanksgiving weekend 2013 = 2013-W48-WE; "
    "the Easter weekend = 2015-W14-WE" },
  { "centuries", NULL,
    "In the early 2000s it was built, half a century later it fell; the 1800s were "
    "better.",
    "the early 2000s = 200; half a century later = 2050; the 1800s = 18" },
  { "rates", "2015-08-12", "It takes 15 a year, 20 per day and rests every other week.",
    "a year = P1Y; per day = P1D; every other week = P2W" },
  { "times/two-zones", "2015-08-12",
    "It struck at 3 a.m. local time (0100 GMT) on Monday.",
    "3 a.m. local time = 2015-08-10T03:00; 0100 GMT = 2015-08-10T01:00Z; "
    "Monday = 2015-08-10" },
  { "traps/names", "2015-08-12",
    "The 3 May Museum, 5 June Street, the Sunday Herald, “1907”, “90 Minutes” and Hale’s "
    "90 Minutes are names; Joe Friday is a man.",
    "" },
  { "traps/titles", "2015-08-12",
    "June Hale read John 3:16 and Psalm 10:25 on Christmas Island after the Summer "
    "Games. No. 1907 was sold. As recently as 2009 it stood.",
    "2009 = 2009" },
  { "news/through", "2015-03-12",
    "Sales rose in the three months through December. It will lend them through May.",
    "the three months = P3M; December = 2014-12; May = 2015-05" },
  { "parts-of-days", "2015-08-12",
    "It rang late on Monday night, early Tuesday morning and in the wee hours of Sunday.",
    "late on Monday night = 2015-08-10TNI; early Tuesday morning = 2015-08-11TMO; "
    "the wee hours of Sunday = 2015-08-09" },
  { "fractions", "2015-08-12",
    "More than a quarter of them stayed for hundreds of years, or till the last minute.",
    "hundreds of years = PXY" },
  { "news/no-report", "2015-08-12", "The mill was sold a year ago and closed in March.",
    "a year ago = 2014; March = 2015-03" },
  { "chat/typed", "2015-08-12", "tomo morning at 720pm, 4+ hours, 10-12 hours",
    "tomo morning at 720pm = 2015-08-13T19:20; 4+ hours = PT4H; "
    "10 = PT10H; 12 hours = PT12H" },
  { "sets", "2015-08-12", "Every Friday night and on Monday mornings, everyday.",
    "Every Friday night = XXXX-WXX-5TNI; Monday mornings = XXXX-WXX-1TMO; "
    "everyday = P1D" },
  { "story/weekday", "2015-08-12",
    "The mill was built in 1836, burned in 1851 and 1862, and was rebuilt in 1907 and "
    "1923. On "
    "Tuesday, 3 May 1870 it was sold. On Saturday the town bought it.",
    "1836 = 1836; 1851 = 1851; 1862 = 1862; 1907 = 1907; 1923 = 1923; "
    "Tuesday, 3 May 1870 = 1870-05-03; Saturday = 1870-05-07" },
  { "story/heading", NULL,
    "1836|The mill was begun in May. It was opened in July.|1837|In February it burned. "
    "In October "
    "it was rebuilt.|1838|It was sold in March.",
    "1836 = 1836; May = 1836-05; July = 1836-07; 1837 = 1837; February = 1837-02; "
    "October = 1837-10; 1838 = 1838; March = 1838-03" },
  { "story/new-year", NULL,
    "The siege began in October 1836. In December the walls fell. In January the town "
    "surrendered.",
    "October 1836 = 1836-10; December = 1836-12; January = 1837-01" },
  { "story/look-back", NULL,
    "The siege began on 3 October 1836. It ended on 9 November. The town had been warned "
    "in "
    "September. On 2 December 1836 the army left.",
    "3 October 1836 = 1836-10-03; 9 November = 1836-11-09; September = 1836-09; "
    "2 December 1836 = 1836-12-02" },
  { "story/aside", NULL,
    "On 3 March 1836 the town was taken. Its walls, pulled down in 1902, were new then. "
    "On 5 March "
    "the mayor fled. On 9 March he was found. On 20 April 1836 he was freed.",
    "3 March 1836 = 1836-03-03; 1902 = 1902; 5 March = 1836-03-05; 9 March = 1836-03-09; "
    "20 April 1836 = 1836-04-20" },
  { "story/chapters", NULL,
    "1836|The mill was begun in May. In October the wheel came.|The weir|Work began in "
    "January and ended in June.|The race|It was dug in March. In August water came.|1837|"
    "The house|In February the roof was set.",
    "1836 = 1836; May = 1836-05; October = 1836-10; January = 1836-01; June = 1836-06; "
    "March = 1836-03; August = 1836-08; 1837 = 1837; February = 1837-02" },
  { "story/two-years-of-a-chapter", NULL,
    "The mill 1836 and 1837|On 3 May 1836 it was begun. In July the wheel came. In "
    "August "
    "it turned. By 1837 it was paid for.|The weir, March 1838|In March it was begun.",
    "1836 = 1836; 1837 = 1837; 3 May 1836 = 1836-05-03; July = 1836-07; August = "
    "1836-08; "
    "1837 = 1837; March 1838 = 1838-03; March = 1838-03" },
  { "story/counted-year", NULL,
    "The mill was begun in May 1836. The following year it was opened, and in July it "
    "burned. In August, as in the year before, the river was dry. In October the owner "
    "fled.",
    "May 1836 = 1836-05; The following year = 1837; July = 1837-07; August = 1837-08; "
    "the year before = 1836; October = 1837-10" },
  { "story/relative", NULL,
    "The mill burned on 3 March 1836. The next day the owner fled. Three years later he "
    "returned.",
    "3 March 1836 = 1836-03-03; The next day = 1836-03-04; Three years later = 1839" },
  { "story/recent", "2015-08-12",
    "The mill was begun in 2011 and opened in 2012. Its dam broke on 3 March 2012, and "
    "again in 2013; in 2013 the wheel was stopped. A buyer came in 2014. He left in "
    "March.|By 2014 the roof was gone, and in 2014 the walls.",
    "2011 = 2011; 2012 = 2012; 3 March 2012 = 2012-03-03; 2013 = 2013; 2013 = 2013; "
    "2014 = 2014; March = 2014-03; 2014 = 2014; 2014 = 2014" },
  { "range/years", NULL, "The 1618-1648 war and that of 1740-48 ruined the town.",
    "1618 = 1618; 1648 = 1648; 1740 = 1740; 48 = 1748" },
  { "range/days", NULL, "It lasted from 28 June to 4 August 1907.",
    "28 June = 1907-06-28; 4 August 1907 = 1907-08-04" },
  { "range/era", NULL, "The wars of 90-88 BC.", "90 = BC0090; 88 BC = BC0088" },
  { "length", NULL, "For 70 years nobody spoke of it.", "70 years = P70Y" },
  { "length/two-units", NULL, "It took three years and four months.",
    "three years and four months = P3Y4M" },
  { "story/rates", NULL, "In 1836 some 30 a day came, and paid ten pounds per month.",
    "1836 = 1836; a day = P1D; per month = P1M" },
  { "story/before", NULL, "It burned on 3 March 1836. Two years before, it was new.",
    "3 March 1836 = 1836-03-03; Two years before = 1834" },
  { "story/day-of-day", NULL,
    "It burned on 3 March 1836. In 1840 it was rebuilt. The next day after the fire the "
    "owner fled.",
    "3 March 1836 = 1836-03-03; 1840 = 1840; The next day = 1836-03-04" },
  { "story/era-goes-on", NULL,
    "In 480 BC the fleet sailed. In 479 it came back; by the 460s BC it was "
    "gone. In 1836 it was found.",
    "480 BC = BC0480; 479 = BC0479; the 460s BC = BC046; 1836 = 1836" },
  { "story/length-of-a-date", NULL,
    "It was dug in the last two weeks of May 1836. In June it was full.",
    "the last two weeks of May 1836 = P2W; June = 1836-06" },
  { "story/half", NULL, "In the second half of 1836 nobody came.",
    "the second half of 1836 = 1836-H2" },
  { "traps/words", "2015-08-12",
    "They may march at second light under the sun. Page 1907 and room 1840 cost $1999 in "
    "all.",
    "" },
  { "traps/numbers", "2015-08-12",
    "Version 1.9.2010 sold 1999 copies, call 555-1907, pay 1,850 pounds, score 3-1.",
    "" },
  { "traps/addresses", "2015-08-12",
    "See http://hale.example/2010/05/03/mill.html there.", "" },
  { "unicode", NULL, "Čeněk Šťáva – born ‘3 March 1836’ – left in 1850…",
    "3 March 1836 = 1836-03-03; 1850 = 1850" },
  { "blocks", NULL, "It closed in May|1907 people came.|In 1907 it burned.",
    "May = 1907-05; 1907 = 1907" },
  { "empty", NULL, "Nothing here.", "" },
};

static DtlArticle *
make_article (const Case *test)
{
  g_autoptr (DtlArticleBuilder) builder = dtl_article_builder_new ("test");
  g_auto (GStrv) paragraphs = g_strsplit (test->text, "|", -1);

  dtl_article_builder_set (builder, DTL_ARTICLE_LANGUAGE, "en", "test", 1);
  dtl_article_builder_set (builder, DTL_ARTICLE_PUBLISHED, test->published, "test", 1);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    dtl_article_builder_add_paragraph (builder, DTL_PARAGRAPH_TEXT, 0, paragraphs[i], -1);
  return dtl_article_builder_end (builder);
}

static void
check_text (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (DtlArticle) article = make_article (test);
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlExtraction) extraction = dtl_extract (article, NULL, &error);
  g_autoptr (GString) found = g_string_new (NULL);
  const char *text = dtl_article_get_text (article, NULL);
  const DtlMention *mentions;
  guint n_mentions;

  g_assert_no_error (error);
  mentions = dtl_extraction_get_mentions (extraction, &n_mentions);
  for (guint i = 0; i < n_mentions; i++)
    {
      const DtlMention *mention = &mentions[i];

      g_string_append_printf (found, "%s%.*s = %s", i > 0 ? "; " : "",
                              (int) (mention->end - mention->start),
                              text + mention->start, mention->value);
    }
  g_assert_cmpstr (found->str, ==, test->mentions);
}

/* Both ends of a range have the extent of the whole. */
static void
test_partners (void)
{
  const Case test = { "", NULL, "It lasted from 1907 to 1911.", "" };
  g_autoptr (DtlArticle) article = make_article (&test);
  g_autoptr (DtlExtraction) extraction = dtl_extract (article, NULL, NULL);
  guint n_mentions;
  const DtlMention *mentions = dtl_extraction_get_mentions (extraction, &n_mentions);

  g_assert_cmpuint (n_mentions, ==, 2);
  g_assert_cmpint (mentions[0].partner, ==, 1);
  g_assert_cmpint (mentions[1].partner, ==, 0);
  g_assert_true (dtl_extent_equal (&mentions[0].extent, &mentions[1].extent));
  g_assert_cmpint (mentions[0].extent.kind, ==, DTL_EXTENT_SPAN);
}

static void
test_why (void)
{
  const Case test = { "", "2015-08-12", "The mill burned on 3 March and, in 1907, too.",
                      "" };
  g_autoptr (DtlArticle) article = make_article (&test);
  g_autoptr (DtlExtraction) extraction = dtl_extract (article, NULL, NULL);
  guint n_mentions;
  const DtlMention *mentions = dtl_extraction_get_mentions (extraction, &n_mentions);

  g_assert_cmpuint (n_mentions, ==, 2);
  g_assert_cmpstr (mentions[0].why, ==, "day and month; year of the article’s date");
  g_assert_cmpstr (mentions[1].why, ==, "stated in full");
}

static void
test_why_range (void)
{
  const Case test = { "", NULL, "From 28 June to 4 August 1907 nothing moved.", "" };
  g_autoptr (DtlArticle) article = make_article (&test);
  g_autoptr (DtlExtraction) extraction = dtl_extract (article, NULL, NULL);
  guint n_mentions;
  const DtlMention *mentions = dtl_extraction_get_mentions (extraction, &n_mentions);

  g_assert_cmpuint (n_mentions, ==, 2);
  g_assert_cmpstr (mentions[0].why, ==, "completed from the other end of the range");
  g_assert_cmpstr (mentions[1].why, ==, "stated in full");
}

static void
test_cancelled (void)
{
  const Case test = { "", NULL, "It burned in 1907.", "" };
  g_autoptr (DtlArticle) article = make_article (&test);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (dtl_extract (article, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strconcat ("/mentions/", cases[i].name, NULL);

      g_test_add_data_func (name, &cases[i], check_text);
    }
  g_test_add_func ("/mentions/partners", test_partners);
  g_test_add_func ("/mentions/why", test_why);
  g_test_add_func ("/mentions/why-range", test_why_range);
  g_test_add_func ("/mentions/cancelled", test_cancelled);
  return g_test_run ();
}
