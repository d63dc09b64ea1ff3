/* The German pack: lone phrases, and what it finds in running text. */

#include "extract/dtl-extraction.h"
#include "time/dtl-bounds.h"
#include "time/forms/dtl-edtf.h"

#include <string.h>

typedef struct {
  const char *phrase;
  const char *published; /* EDTF, or NULL */
  const char *reference; /* EDTF, or NULL */
  const char *value;
  const char *bounds; /* earliest and latest */
} Phrase;

static const Phrase phrases[] = {
  /* days */
  { "3. Oktober 1990", NULL, NULL, "1990-10-03", "1990-10-03 1990-10-03" },
  { "03.10.1990", NULL, NULL, "1990-10-03", "1990-10-03 1990-10-03" },
  { "3. 10. 1990", NULL, NULL, "1990-10-03", "1990-10-03 1990-10-03" },
  { "3. Okt. 1990", NULL, NULL, "1990-10-03", "1990-10-03 1990-10-03" },
  { "Freitag, den 3. März 1995", NULL, NULL, "1995-03-03", "1995-03-03 1995-03-03" },
  { "Erster Mai 1886", NULL, NULL, "1886-05-01", "1886-05-01 1886-05-01" },
  { "12. Feber 1934", NULL, NULL, "1934-02-12", "1934-02-12 1934-02-12" },
  { "Ostermontag 1916", NULL, NULL, "1916-04-24", "1916-04-24 1916-04-24" },
  { "Heiligabend 1914", NULL, NULL, "1914-12-24", "1914-12-24 1914-12-24" },
  /* ranges */
  { "vom 28. Juni bis zum 4. August 1914", NULL, NULL, "1914-06-28",
    "1914-06-28 1914-08-04" },
  { "vom 7. bis 10. Dezember 1941", NULL, NULL, "1941-12-07", "1941-12-07 1941-12-10" },
  { "vom 30. bis 2. Mai 1945", NULL, NULL, "1945-04-30", "1945-04-30 1945-05-02" },
  { "zwischen dem 5. und dem 9. Mai 1945", NULL, NULL, "1945-05-05",
    "1945-05-05 1945-05-09" },
  { "Juni 1940 bis Mai 1941", NULL, NULL, "1940-06", "1940-06-01 1941-05-31" },
  { "1618–48", NULL, NULL, "1618", "1618-01-01 1648-12-31" },
  { "von 1618 bis 1648", NULL, NULL, "1618", "1618-01-01 1648-12-31" },
  { "264–241 v. Chr.", NULL, NULL, "BC0264", "-0263-01-01 -0240-12-31" },
  { "vom 5. bis zum 3. Jahrhundert v. Chr.", NULL, NULL, "BC04",
    "-0499-01-01 -0200-12-31" },
  /* decades, centuries, eras */
  { "in den 1920er-Jahren", NULL, NULL, "192", "1920-01-01 1929-12-31" },
  { "die 60er Jahre des 19. Jahrhunderts", NULL, NULL, "186", "1860-01-01 1869-12-31" },
  { "Anfang der 1990er Jahre", NULL, NULL, "199", "1990-01-01 1993-12-31" },
  { "im neunzehnten Jahrhundert", NULL, NULL, "18", "1801-01-01 1900-12-31" },
  { "im frühen 19. Jahrhundert", NULL, NULL, "18", "1801-01-01 1834-12-31" },
  { "in der ersten Hälfte des 19. Jahrhunderts", NULL, NULL, "18",
    "1801-01-01 1850-12-31" },
  { "44 v.Chr.", NULL, NULL, "BC0044", "-0043-01-01 -0043-12-31" },
  { "im Jahre 9 n. Chr.", NULL, NULL, "0009", "0009-01-01 0009-12-31" },
  { "500 v. u. Z.", NULL, NULL, "BC0500", "-0499-01-01 -0499-12-31" },
  { "um das Jahr 1200", NULL, NULL, "1200", "1200-01-01 1200-12-31" },
  /* before, after, since, until */
  { "vor 1453", NULL, NULL, "1453", "-inf 1452-12-31" },
  { "nach 1453", NULL, NULL, "1453", "1454-01-01 +inf" },
  { "seit dem 3. Oktober 1990", NULL, NULL, "1990-10-03", "1990-10-03 +inf" },
  { "bis 1806", NULL, NULL, "1806", "-inf 1806-12-31" },
  /* parts and seasons */
  { "Mitte April 1917", NULL, NULL, "1917-04", "1917-04-11 1917-04-20" },
  { "Ende des Jahres 1917", NULL, NULL, "1917", "1917-09-01 1917-12-31" },
  { "Spätsommer 1789", NULL, NULL, "1789-SU", "1789-08-01 1789-08-31" },
  { "im Winter 1944/45", NULL, NULL, "1944-WI", "1944-12-01 1945-02-28" },
  { "im zweiten Quartal 1997", NULL, NULL, "1997-Q2", "1997-04-01 1997-06-30" },
  /* nights and clocks */
  { "in der Nacht vom 9. auf den 10. November 1938", NULL, NULL, "1938-11-09TNI",
    "1938-11-09T21:00 1938-11-10T04:59" },
  { "in der Nacht auf den 10. November 1938", NULL, NULL, "1938-11-09TNI",
    "1938-11-09T21:00 1938-11-10T04:59" },
  { "am Abend des 14. Juli 1789", NULL, NULL, "1789-07-14TEV",
    "1789-07-14T17:00 1789-07-14T20:59" },
  { "3. Oktober 1990, 14.30 Uhr", NULL, NULL, "1990-10-03T14:30",
    "1990-10-03T14:30 1990-10-03T14:30" },
  { "am 3. Oktober 1990 um 14.30 Uhr", NULL, NULL, "1990-10-03",
    "1990-10-03T14:30 1990-10-03T14:30" },
  { "um halb neun", "2015-08-13", NULL, "2015-08-13T08:30",
    "2015-08-13T08:30 2015-08-13T08:30" },
  /* counted from the article's date */
  { "vor drei Jahren", "2015-08-13", NULL, "2012", "2012-01-01 2012-12-31" },
  { "vor etwa 66 Millionen Jahren", NULL, NULL, "BC66000000",
    "-66500000-01-01 -65500001-12-31" },
  { "gestern Abend", "2015-08-13", NULL, "2015-08-12TEV",
    "2015-08-12T17:00 2015-08-12T20:59" },
  { "letzten Mittwoch", "2015-08-13", NULL, "2015-08-12", "2015-08-12 2015-08-12" },
  { "Ende letzten Jahres", "2015-08-13", NULL, "2014", "2014-09-01 2014-12-31" },
  { "im Vorjahr", "2015-08-13", NULL, "2014", "2014-01-01 2014-12-31" },
  /* and from the date before */
  { "drei Jahre später", NULL, "1815", "1818", "1818-01-01 1818-12-31" },
  { "am Tag darauf", NULL, "1862-05-14", "1862-05-15", "1862-05-15 1862-05-15" },
  { "im selben Jahr", NULL, "1848-02-24", "1848", "1848-01-01 1848-12-31" },
  { "am nächsten Morgen", NULL, "1862-05-14", "1862-05-15TMO",
    "1862-05-15T05:00 1862-05-15T11:59" },
};

typedef struct {
  const char *text;
  /* each mention as "words = value", parted by "; ", or the first claim */
  const char *found;
} Text;

static const Text texts[] = {
  { "Am 14. Juli brannte das Haus.", "14. Juli = 2015-07-14" },
  { "Der Markt öffnet am Mittwoch um 9 Uhr.",
    "Mittwoch = 2015-08-19; 9 Uhr = 2015-08-19T09:00" },
  { "Die Mühle stand drei Jahre lang leer.", "drei Jahre = P3Y" },
  { "Er kam jeden Montag und blieb zwei Stunden.",
    "jeden Montag = XXXX-WXX-1; zwei Stunden = PT2H" },
  { "Seit Februar ruht der Bau, bis Ende Oktober wird verhandelt.",
    "Februar = 2015-02; Ende Oktober = 2015-10" },
  { "1907 und 1911 trat der Fluss über die Ufer.", "1907 = 1907; 1911 = 1911" },
  { "Das Dorf wurde 1634 zerstört und nach dem Krieg aufgebaut.", "1634 = 1634" },
  /* words grown together */
  { "Am Montagabend brannte es, Dienstagvormittag regnete es.",
    "Montagabend = 2015-08-10TEV; Dienstagvormittag = 2015-08-11TMO" },
  { "Der achtjährige Krieg endete nach zweitägiger Beratung.",
    "achtjährige = P8Y; zweitägiger = P2D" },
  { "Er wartete fünfundzwanzig Jahre und zweihundertfünfzig Tage.",
    "fünfundzwanzig Jahre und zweihundertfünfzig Tage = P25Y250D" },
  { "Das war neunzehnhundertvierzehn, am einundzwanzigsten März.",
    "neunzehnhundertvierzehn = 1914; einundzwanzigsten März = 2015-03-21" },
  { "Die Montagsdemonstration war zweideutig, der Achtender vierschrötig.", "" },
  /* what looks like a date */
  { "Karl Mai und August Huber spielten Karten.", "" },
  { "Das kostet 1950 Mark, nicht 2015 Euro.", "" },
  { "Mit 1500 Mann und 1200 Pferden zog er weiter.", "" },
  { "Auf Seite 1984 steht es, im Zimmer 2012 hängt es.", "" },
  { "Der 44-Jährige kam halb zu Fuß, halb zu Pferd.", "" },
  { "Eines Tages ging sie fort.", "" },
  { "Das Kind ist drei Jahre alt, sein Bruder ein vierjähriger Bub.", "" },
  { "Ab 16 Jahren darf mitspielen, wer will; Kinder unter 12 Jahren zahlen nichts.", "" },
  { "Es kamen 1700 im vergangenen Jahr und 2000 im Jahr 2011.",
    "vergangenen Jahr = 2014; Jahr 2011 = 2011" },
  /* the signal stands outside of the length that it makes a date */
  { "Der Bau begann vor drei Jahren.", "drei Jahren = P3Y" },
  { "Er saß drei Jahre und vier Monate.", "drei Jahre und vier Monate = P3Y4M" },
  /* the days about the paper's own */
  { "Am gestrigen Abend brannte es, am morgigen Freitag wird beraten.",
    "gestrigen Abend = 2015-08-12TEV; morgigen Freitag = 2015-08-14" },
  { "Im Mai vergangenen Jahres brannte es, zu Ostern nächsten Jahres wird gebaut.",
    "Mai vergangenen Jahres = 2014-05; Ostern nächsten Jahres = 2016-03-27" },
  { "Montags ist zu, der Abend des Montags ist frei.",
    "Montags = XXXX-WXX-1; Abend des Montags = 2015-08-10TEV" },
  { "Am 3. Mai brannte es; tags darauf kam der Müller, am übernächsten Tag der "
    "Bürgermeister.",
    "3. Mai = 2015-05-03; tags darauf = 2015-05-04; übernächsten Tag = 2015-05-06" },
  { "Zum Jahresende schließt das Werk, zum Wochenbeginn öffnet ein anderes.",
    "Jahresende = 2015; Wochenbeginn = 2015-W33" },
  { "Hall: Konzert, morgen 20 Uhr. Wels: Markt, 8 Uhr.",
    "morgen 20 Uhr = 2015-08-14T20:00; 8 Uhr = 2015-08-13T08:00" },
  { "Die diesjährige Messe war größer.", "diesjährige = 2015" },
  { "Am 3. August kam er an, am 5. war er wieder fort.",
    "3. August = 2015-08-03; 5. = 2015-08-05" },
};

static const DtlExtent *
read_edtf (const char *text, DtlExtent *extent)
{
  if (text == NULL)
    return NULL;
  g_assert_true (dtl_edtf_parse (text, strlen (text), extent, NULL, NULL));
  return extent;
}

static void
check_phrase (gconstpointer data)
{
  const Phrase *test = data;
  DtlExtent published, reference;
  DtlPhraseContext context = { .language = "de",
                               .published = read_edtf (test->published, &published),
                               .reference = read_edtf (test->reference, &reference) };
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;
  DtlMention mention;
  g_auto (DtlBounds) bounds = { 0 };

  dtl_extract_phrase (test->phrase, &context, &mention, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mention.value, ==, test->value);
  g_assert_true (mention.has_extent);
  dtl_bounds_init (&bounds, &mention.extent);
  found = g_strconcat (bounds.earliest, " ", bounds.latest, NULL);
  g_assert_cmpstr (found, ==, test->bounds);
  dtl_mention_clear (&mention);
}

static DtlArticle *
make_article (const char *text)
{
  g_autoptr (DtlArticleBuilder) builder = dtl_article_builder_new ("test");

  dtl_article_builder_set (builder, DTL_ARTICLE_LANGUAGE, "de", "test", 1);
  dtl_article_builder_set (builder, DTL_ARTICLE_PUBLISHED, "2015-08-13", "test", 1);
  dtl_article_builder_add_paragraph (builder, DTL_PARAGRAPH_TEXT, 0, text, -1);
  return dtl_article_builder_end (builder);
}

static void
check_text (gconstpointer data)
{
  const Text *test = data;
  g_autoptr (DtlArticle) article = make_article (test->text);
  g_autoptr (GError) error = NULL;
  g_autoptr (DtlExtraction) extraction = dtl_extract (article, NULL, &error);
  g_autoptr (GString) found = g_string_new (NULL);
  const char *text = dtl_article_get_text (article, NULL);
  const DtlMention *mentions;
  guint n_mentions;

  g_assert_no_error (error);
  mentions = dtl_extraction_get_mentions (extraction, &n_mentions);
  for (guint i = 0; i < n_mentions; i++)
    g_string_append_printf (found, "%s%.*s = %s", i > 0 ? "; " : "",
                            (int) (mentions[i].end - mentions[i].start),
                            text + mentions[i].start, mentions[i].value);
  g_assert_cmpstr (found->str, ==, test->found);
}

/* Titles are clauses without their date, and end at no loose word. */
static const Text claims[] = {
  { "Die Mühle brannte 1911 ab.", "happened: Die Mühle brannte ab" },
  { "Der Müller baute vom 3. bis 9. Mai 1911 ein Wehr.",
    "happened: Der Müller baute ein Wehr" },
  { "Im Rathaus beginnt am 3. Mai 2016 eine Schau, die bis Juli 2016 zu sehen ist.",
    "planned: Im Rathaus beginnt eine Schau, die zu sehen ist" },
  /* the verb comes second, whatever the date leaves behind */
  { "Am 3. Mai 1911 brannte die Mühle ab.", "happened: Die Mühle brannte ab" },
  { "1911 starb der Abt des Klosters in Hall.",
    "happened: Der Abt des Klosters starb in Hall" },
  { "Im Mai 1911 ergab sich die Stadt.", "happened: Die Stadt ergab sich" },
  { "Am 3. Mai 1911 zogen in Hall 300 Müller ins Rathaus ein.",
    "happened: In Hall zogen 300 Müller ins Rathaus ein" },
  { "Seit 1911 leitet Anna Huber das Haus.", "happened: Anna Huber leitet das Haus" },
  { "1911 wurde erneut gebaut.", "happened: Erneut wurde gebaut" },
  /* what is denied, supposed, planned, or said by others */
  { "Die Mühle wurde 1911 nicht verkauft.", "denied: Die Mühle wurde nicht verkauft" },
  { "Nicht nur im Jahr 1911 brannte die Mühle.",
    "happened: Nicht nur brannte die Mühle" },
  { "Der Wirt bestritt, dass er 1911 in Hall war.",
    "denied: Der Wirt bestritt, dass er in Hall war" },
  { "Hätte er die Mühle 1911 verkauft, wäre er reich.",
    "hypothetical: Hätte er die Mühle verkauft, wäre er reich" },
  { "Die Mühle soll 2017 sein Sohn kaufen.", "planned: Die Mühle soll sein Sohn kaufen" },
  { "Er soll 1911 die Mühle verkauft haben.",
    "reported: Er soll die Mühle verkauft haben" },
  { "Er sagte, die Mühle sei 1911 gebaut worden.",
    "reported: Er sagte, die Mühle sei gebaut worden" },
  { "Die Mühle habe ich 1911 gebaut.", "happened: Die Mühle habe ich gebaut" },
  { "Das Wehr brach laut Gemeinde in der Nacht auf Mittwoch.",
    "reported: Das Wehr brach laut Gemeinde" },
};

static void
check_claims (gconstpointer data)
{
  const Text *test = data;
  g_autoptr (DtlArticle) article = make_article (test->text);
  g_autoptr (DtlExtraction) extraction = dtl_extract (article, NULL, NULL);
  g_autofree char *first = NULL;
  const DtlAssertion *assertions;
  guint n_assertions;

  assertions = dtl_extraction_get_assertions (extraction, &n_assertions);
  g_assert_cmpuint (n_assertions, >, 0);
  first = g_strdup_printf ("%s: %s", dtl_status_get_name (assertions[0].status),
                           assertions[0].title);
  g_assert_cmpstr (first, ==, test->found);
}

static void
add (const char *group, const char *words, gconstpointer data, GTestDataFunc check)
{
  g_autofree char *shown = g_strdelimit (g_strdup (words), "/", '|');
  g_autofree char *name = g_strdup_printf ("/german/%s/%s", group, shown);

  g_test_add_data_func (name, data, check);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    add ("phrase", phrases[i].phrase, &phrases[i], check_phrase);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    add ("text", texts[i].text, &texts[i], check_text);
  for (guint i = 0; i < G_N_ELEMENTS (claims); i++)
    add ("claim", claims[i].text, &claims[i], check_claims);
  return g_test_run ();
}
