/* What is claimed to have happened, and how it is titled. */

#include "extract/claims/dtl-assertions-private.h"

#include <string.h>

/* In @text [ ] stand round a mention: of 1911 unless '|' names the year.
 * Published in 1990. */
typedef struct {
  const char *text;
  const char *claims; /* "status: title", parted by " / " */
} Row;

static const Row rows[] = {
  /* where the date stands */
  { "The weir broke in [1911].", "happened: Weir broke" },
  { "In [1911] the weir broke.", "happened: Weir broke" },
  { "In [1911], the weir at Hale broke.", "happened: Weir at Hale broke" },
  { "The weir [1911] broke.", "happened: Weir broke" },
  { "By the end of [1911] the weir had been rebuilt.",
    "happened: Weir had been rebuilt" },
  { "Early in [1911], floods destroyed the weir.",
    "happened: Floods destroyed the weir" },
  { "On the morning of [3 May 1911] the weir broke.", "happened: Weir broke" },
  { "The weir has stood since [1911].", "happened: Weir has stood" },
  { "It was in the summer of [1911] that the weir broke.", "happened: Weir broke" },
  { "[1911] saw riots in the northern towns.", "happened: Riots in the northern towns" },
  { "[1911]: The weir breaks.", "happened: Weir breaks" },
  { "[1911] – Flood at Hale", "happened: Flood at Hale" },
  { "[1911] | The weir broke", "happened: Weir broke" },
  { "Hale Weir | [1911] | three gates", "happened: Hale Weir, three gates" },
  { "The weir broke in [1911], killing three men.",
    "happened: Weir broke, killing three men" },
  /* what goes without saying */
  { "However, the weir broke in [1911].", "happened: Weir broke" },
  { "And so, in [1911], the weir finally broke.", "happened: Weir finally broke" },
  { "The weir, a wooden one, broke in [1911].", "happened: Weir broke" },
  { "The weir (a wooden one) broke in [1911].", "happened: Weir broke" },
  { "The weir, which was made of wood, broke in [1911].", "happened: Weir broke" },
  { "The weir – a wooden one – broke in [1911].", "happened: Weir broke" },
  { "A few farms were spared in [1911].", "happened: A few farms were spared" },
  { "In the north, despite the rain, the harvest failed in [1911].",
    "happened: Harvest failed" },
  { "Built of wood, the weir broke in [1911].", "happened: Weir broke" },
  /* pronouns */
  { "He was born in Hale in [1911].", "happened: Born in Hale" },
  { "She moved to Paris in [1911].", "happened: Moved to Paris" },
  { "They had sold the mill in [1911].", "happened: Sold the mill" },
  { "It was destroyed by fire in [1911].", "happened: Destroyed by fire" },
  { "There was a flood at Hale in [1911].", "happened: Flood at Hale" },
  { "In [1911] he became mayor of Hale.", "happened: Became mayor of Hale" },
  { "He did not return in [1911].", "denied: Did not return" },
  { "The company built a factory in 1930. It burnt in [1931].", "happened: It burnt" },
  { "The war began on [3 May 1914], when troops crossed the river.",
    "happened: War began when troops crossed the river" },
  { "The flood met the weir, and it broke in [1911].", "happened: It broke" },
  { "She was born in Hale in [1905|1905], and learned to read in [1911].",
    "happened: Born in Hale / happened: Learned to read" },
  { "Nobody was hurt in the flood of [1911].", "happened: Nobody was hurt in the flood" },
  /* pronouns that stand for somebody told before */
  { "Robert Vane crossed the river. He burnt the mill in [1911].",
    "happened: Robert Vane burnt the mill" },
  { "Radium was found by Ada Orr. She died in [1911].", "happened: She died" },
  { "The Normans took it. A fleet won it back. It was destroyed by fire in [1911].",
    "happened: Destroyed by fire" },
  { "Fleming, who was knighted in [1905|1905], shared the prize in [1911].",
    "happened: Fleming was knighted / happened: Fleming shared the prize" },
  { "Robert Orr planned a mill shortly before his death on [1911].",
    "happened: Robert Orr's death" },
  { "The mill was closed. It was opened to visitors in [1911].",
    "happened: Mill was opened to visitors" },
  { "This led to riots in the towns of the north in [1911].",
    "happened: Riots in the towns of the north" },
  { "Flowers are young: the oldest that nobody doubts bloomed in [1911].",
    "happened: Oldest flowers that nobody doubts bloomed" },
  { "The oldest remains found so far are from [1911].",
    "happened: Oldest remains found so far" },
  { "The bridge was not reopened until [1911].", "happened: Bridge was reopened" },
  { "The beasts died out [1911].", "happened: Beasts died out" },
  { "The ship was launched in [1905|1905], sailed to Hale in [1908|1908], and was sunk "
    "in "
    "[1911].",
    "happened: Ship was launched / happened: Ship sailed to Hale / happened: Ship was "
    "sunk" },
  { "HALE, [1911] (Our Press) - The mill burnt.", "" },
  { "The number of farmers who left Hale fell in [1911].",
    "happened: The number of farmers who left Hale fell" },
  { "In the year ended [1911], the mill sold more.", "happened: Mill sold more" },
  { "The mayor, Ada Orr, spoke. In [1911] she opened the mill.",
    "happened: Opened the mill" },
  { "His son Robert kept the mill. He sold it in [1911].", "happened: Robert sold it" },
  { "The Normans held the fort. Their ships were burnt in [1911].",
    "happened: Normans' ships were burnt" },
  { "The Normans landed at Hale. They burnt it in [1911].",
    "happened: Normans burnt it" },
  { "The Water Act was passed. It was amended in [1911].",
    "happened: Water Act was amended" },
  { "Ada Orr wrote a hymn in [1905|1905]; it was printed in [1911].",
    "happened: Ada Orr wrote a hymn / happened: Hymn was printed" },
  { "Anna Hale moved to York. Her brother died in [1911].",
    "happened: Anna Hale's brother died" },
  { "When he died in [1911], Robert Orr was mayor.", "happened: Robert Orr died" },
  { "Hale lies in the north. In Hale the harvest failed. He left in [1911].",
    "happened: He left" },
  { "The old mill burnt. It was rebuilt in [1911].", "happened: Old mill was rebuilt" },
  { "The farmers stayed in Hale. After a siege of three years Hale fell. It was burnt in "
    "[1911].",
    "happened: Hale was burnt" },
  { "It was decided in [1911] to rebuild the mill.",
    "happened: Decided to rebuild the mill" },
  /* several dates, one verb */
  { "Vane burnt a small mill at Hale in [1905|1905] and a larger one at Orr in [1911].",
    "happened: Vane burnt a small mill at Hale / happened: Vane burnt a larger mill at "
    "Orr" },
  { "Anna travelled to Egypt in [1905|1905] and to Syria in [1911].",
    "happened: Anna travelled to Egypt / happened: Anna travelled to Syria" },
  { "Rye was grown in Kent by [1905|1905], oats on the Orr by [1908|1908], and barley in "
    "Hale about [1911].",
    "happened: Rye was grown in Kent / happened: Oats was grown on the Orr / happened: "
    "Barley was grown in Hale" },
  { "Vane moved his ships from Hale in [1905|1905] to Orr in [1911].",
    "happened: Vane moved his ships from Hale / happened: Vane moved his ships to Orr" },
  { "In [1905|1905] she built a mill at Hale and in [1911] a school.",
    "happened: Built a mill at Hale / happened: Built a school" },
  { "The treaty of [1905|1905] was revised in [1911].",
    "happened: Treaty was revised / happened: Treaty was revised" },
  { "The mill was enlarged in [1905|1905] and again in [1911].",
    "happened: Mill was enlarged / happened: Mill was enlarged" },
  { "Hale was burnt in [1911], the same [year|1911] in which Orr fell.",
    "happened: Hale was burnt" },
  /* verbs that say no more than when */
  { "The war of the mills lasted from [1905|1905-] to [1911].",
    "happened: War of the mills" },
  { "The second flood took place in [1911].", "happened: Second flood" },
  { "The remains of the mill are from [1911].", "happened: Remains of the mill" },
  { "Orr Ford, in [1911], was the worst defeat of the northern army.",
    "happened: Orr Ford, the worst defeat of the northern army" },
  { "The farmers left. The forest that burnt fell in [1911].",
    "happened: Forest that burnt fell" },
  { "A relief fleet under Admiral Jonas Vey sailed in [1905|1905] and broke the blockade "
    "in [1911].",
    "happened: Relief fleet under Admiral Jonas Vey sailed / happened: Relief fleet "
    "broke "
    "the blockade" },
  { "Robert Orr was ill. The gate was shut. The farmers fled. The guns fell silent. He "
    "left "
    "in [1911].",
    "happened: He left" },
  { "The society of the friends of the northern counties was dissolved by the council of "
    "the town and its allies in [1911].",
    "happened: Society of the friends of the northern counties was dissolved" },
  /* several clauses */
  { "Anna left Hale in [1905|1905] and opened a school in [1911].",
    "happened: Anna left Hale / happened: Anna opened a school" },
  { "He left Hale in [1905|1905] and opened a school in [1911].",
    "happened: Left Hale / happened: Opened a school" },
  { "The weir broke in [1905|1905], and the town rebuilt it in [1911].",
    "happened: Weir broke / happened: Town rebuilt it" },
  { "The weir broke in [1905|1905]; the mill closed in [1911].",
    "happened: Weir broke / happened: Mill closed" },
  { "The bridge was built in [1905|1905] and opened in [1911].",
    "happened: Bridge was built / happened: Bridge was opened" },
  { "When the weir broke in [1911], the mill was closed.", "happened: Weir broke" },
  { "When the weir broke, the mill was closed in [1911].", "happened: Mill was closed" },
  { "The mill closed in [1905|1905] because the weir had broken in [1904|1904].",
    "happened: Mill closed / happened: Weir had broken" },
  { "Hale, who was born in York in [1911], kept a shop.",
    "happened: Hale was born in York" },
  { "The weir that broke in [1911] was made of wood.", "happened: Weir broke" },
  { "The mill built by monks in [1911] was sold.", "happened: Mill built by monks" },
  { "The mill, founded by monks in [1911], was sold.",
    "happened: Mill founded by monks" },
  { "The army moved east, taking the port of Hale in [1911].",
    "happened: Army took the port of Hale" },
  { "The army moved east, beginning in [1911].", "happened: Army moved east" },
  { "After graduating from Hale College in [1911], he taught in York.",
    "happened: Graduated from Hale College" },
  { "After the death of his father in [1911], he returned.",
    "happened: Death of his father" },
  { "He returned in [1911] after the death of his father.",
    "happened: Returned after the death of his father" },
  { "Founded in [1911], the club has won the league twice.", "happened: Club founded" },
  { "Born in Hale in [1911], he studied in York.", "happened: Born in Hale" },
  { "Having lost the war in [1911], the king fled.", "happened: King lost the war" },
  { "The mill, opened in [1905|1905] and rebuilt in [1911], is a museum.",
    "happened: Mill opened / happened: Mill rebuilt" },
  { "The act, which the council passed in [1911], is still in force.",
    "happened: Council passed the act" },
  { "It was not until [1911] that women were allowed to vote.",
    "happened: Women were allowed to vote" },
  /* the same date twice, a range, lists of dates */
  { "The mill opened on [Monday|1911] ([1911]).", "happened: Mill opened" },
  { "In [1911], on [1911], the weir broke.", "happened: Weir broke" },
  { "He was mayor in [1905|1905], [1908|1908] and [1911].",
    "happened: Mayor / happened: Mayor / happened: Mayor" },
  { "From [1905|1905-] to [1911] he was mayor of Hale.", "happened: Mayor of Hale" },
  { "The war of [1905|1905-]–[1911] ruined the town.", "happened: War ruined the town" },
  /* dates that describe a noun */
  { "The [1911] flood ruined the town.", "happened: Flood ruined the town" },
  { "He won the [1911] election.", "happened: Won the election" },
  { "The soldiers honoured those who fell in the [1905|1905-]-[1911] war that ruined the "
    "north.",
    "happened: War that ruined the north" },
  { "The town remembers the Battle of Hale ([1911]) and the Battle of Orr ([1905|1905]).",
    "happened: Battle of Hale / happened: Battle of Orr" },
  { "Ellen Marsh ([1911]) was a painter.", "happened: Ellen Marsh was a painter" },
  { "The main outcome of the [1911] truce was the signing of the Treaty of Friendship "
    "and Trade.",
    "happened: Signing of the Treaty of Friendship and Trade" },
  { "The Water Act [1911] came into force in [1913|1913].",
    "happened: Water Act / happened: Water Act 1911 came into force" },
  { "Profits fell in [1911] earnings season.",
    "happened: Profits fell in earnings season" },
  /* what somebody says */
  { "The weir broke in [1911], the mayor said.", "reported: Weir broke" },
  { "The weir broke in [1911], said Ada Hale, a farmer.", "reported: Weir broke" },
  { "The mayor said the weir broke in [1911].", "reported: Weir broke" },
  { "The mayor said that 'heavy' rain broke the weir in [1911].",
    "reported: Heavy rain broke the weir" },
  { "The mayor said in a statement that the weir broke in [1911].",
    "reported: Weir broke" },
  { "According to the mayor, the weir broke in [1911].", "reported: Weir broke" },
  { "The mayor said on [1911] that the weir had broken.", "reported: Weir had broken" },
  { "“The weir is broken,” Ada Hale, the mayor, said on [1911].",
    "reported: Weir is broken" },
  { "\"We lost it all,\" Ada Hale said in an interview on [1911].",
    "happened: Ada Hale in an interview" },
  { "State radio on [1911] reported the arrival of a delegation led by Ada Hale.",
    "reported: Arrival of a delegation led by Ada Hale" },
  { "The weir reportedly broke in [1911].", "reported: Weir reportedly broke" },
  { "\"We thought that we would be home by [1911],\" a sailor told reporters.", "" },
  /* what has not happened */
  { "The bridge will open in [1995|1995].", "planned: Bridge will open" },
  { "The bridge is to open in [1995|1995].", "planned: Bridge is to open" },
  { "The bridge is expected to open in [1990|1990].",
    "planned: Bridge is expected to open" },
  { "The company plans to close the mill in [1990|1990].",
    "planned: Company plans to close the mill" },
  { "The bridge opens in [1995|1995].", "planned: Bridge opens" },
  { "The bridge opened in [1995|1995].", "happened: Bridge opened" },
  { "The weir did not break in [1911].", "denied: Weir did not break" },
  { "The mayor denied that the weir broke in [1911].", "denied: Weir broke" },
  { "If the weir had broken in [1911], the town would have drowned.",
    "hypothetical: Weir had broken" },
  { "The weir might have broken in [1911].", "hypothetical: Weir might have broken" },
  /* too long for a title */
  { "The council of the town decided in [1911] to rebuild the old weir above the mill "
    "because the "
    "farmers had asked for it.",
    "happened: Council of the town decided to rebuild the old weir" },
  { "Hundreds of people are expected to attend a solemn memorial ceremony for the "
    "sailors in the northern "
    "port city of Hale on [1995|1995].",
    "planned: Solemn memorial ceremony for the sailors in Hale" },
  { "The woman who was watching the old mill from the other side of the river was hurt "
    "in [1911].",
    "happened: Woman was hurt" },
  { "The quarrel between the farmers of the valley and the owners of the two mills led "
    "in [1911] to "
    "the resignation of the mayor.",
    "happened: Quarrel led to the resignation of the mayor" },
  /* deep time, law, science */
  { "About [66 million years ago|1911] an asteroid struck the coast.",
    "happened: Asteroid struck the coast" },
  { "The Water Act was passed in [1911] and came into force in [1913|1913].",
    "happened: Water Act was passed / happened: Water Act came into force" },
  { "In [44 BC|1911] a group of senators killed the dictator.",
    "happened: Group of senators killed the dictator" },
  { "Radium was discovered by the Hales in [1911].",
    "happened: Radium was discovered by the Hales" },
  /* nothing is claimed */
  { "Published [1911]", "" },
  { "[1911].", "" },
  { "In [1911].", "" },
};

static DtlExtent
make_extent (const char *year)
{
  DtlDate date = { 0 };
  DtlExtent extent;

  date.calendar = DTL_CALENDAR_GREGORIAN;
  date.precision = DTL_PRECISION_YEAR;
  date.year = atoi (year);

  g_assert_true (dtl_extent_from_date (&date, &extent, NULL));
  return extent;
}

static DtlMention
make_mention (gsize start, gsize end, const char *year)
{
  DtlMention mention = { 0 };

  mention.start = start;
  mention.end = end;
  mention.type = DTL_MENTION_DATE;
  mention.has_extent = TRUE;
  mention.extent = make_extent (year);
  mention.partner = -1;
  return mention;
}

/* Reads the marks of @row; "1905-" opens a range that the next mention ends. */
static char *
read_row (const char *row, GArray *mentions)
{
  GString *text = g_string_new (NULL);

  while (*row != '\0')
    {
      const char *close = *row == '[' ? strchr (row, ']') : NULL;

      if (close == NULL)
        {
          g_string_append_c (text, *row++);
          continue;
        }
      g_autofree char *inside = g_strndup (row + 1, (gsize) (close - row) - 1);
      g_auto (GStrv) parts = g_strsplit (inside, "|", 2);
      const char *year = parts[1] != NULL ? parts[1] : "1911";
      DtlMention mention = make_mention (text->len, text->len + strlen (parts[0]), year);

      if (g_str_has_suffix (year, "-"))
        mention.partner = (int) mentions->len + 1;
      else if (mentions->len > 0 &&
               g_array_index (mentions, DtlMention, mentions->len - 1).partner >= 0)
        mention.partner = (int) mentions->len - 1;
      g_array_append_val (mentions, mention);
      g_string_append (text, parts[0]);
      row = close + 1;
    }
  return g_string_free (text, FALSE);
}

static DtlArticle *
make_article (const char *text, DtlParagraphKind kind)
{
  g_autoptr (DtlArticleBuilder) builder = dtl_article_builder_new ("row");
  const DtlParagraph paragraph = { 0, strlen (text), kind, 0 };

  dtl_article_builder_set (builder, DTL_ARTICLE_PUBLISHED, "1990", "test", 1);
  dtl_article_builder_set (builder, DTL_ARTICLE_LANGUAGE, "en", "test", 1);
  dtl_article_builder_take_text (builder, g_strdup (text), strlen (text), &paragraph, 1);
  return dtl_article_builder_end (builder);
}

static char *
print_claims (GArray *assertions)
{
  GString *claims = g_string_new (NULL);

  for (guint i = 0; i < assertions->len; i++)
    {
      const DtlAssertion *assertion = &g_array_index (assertions, DtlAssertion, i);

      g_string_append_printf (claims, "%s%s: %s", i > 0 ? " / " : "",
                              dtl_status_get_name (assertion->status), assertion->title);
    }
  return g_string_free (claims, FALSE);
}

static void
check_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (DtlMention));
  g_autofree char *text = read_row (row->text, mentions);
  g_autoptr (DtlArticle) article = make_article (text, DTL_PARAGRAPH_TEXT);
  g_autoptr (GArray) assertions =
      dtl_assertions_build (article, (const DtlMention *) (gpointer) mentions->data,
                            mentions->len, NULL);
  g_autofree char *claims = print_claims (assertions);

  g_assert_cmpstr (claims, ==, row->claims);
  for (guint i = 0; i < assertions->len; i++)
    {
      const DtlAssertion *assertion = &g_array_index (assertions, DtlAssertion, i);

      g_assert_cmpuint (assertion->sentence_end, <=, strlen (text));
      g_assert_cmpint (g_utf8_strlen (assertion->title, -1), <=, 66);
      g_assert_cmpfloat (assertion->confidence, >, 0);
      g_assert_cmpfloat (assertion->confidence, <=, 1);
    }
}

/* Builds the claims of a paragraph of @kind in which every 1911 is a mention. */
static GArray *
build_claims (const char *text, DtlParagraphKind kind)
{
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (DtlMention));
  g_autoptr (DtlArticle) article = make_article (text, kind);

  for (const char *at = text; (at = strstr (at, "1911")) != NULL; at += 4)
    {
      const gsize start = (gsize) (at - text);
      const DtlMention mention = make_mention (start, start + 4, "1911");

      g_array_append_val (mentions, mention);
    }
  return dtl_assertions_build (article, (const DtlMention *) (gpointer) mentions->data,
                               mentions->len, NULL);
}

static void
test_kinds (void)
{
  g_autoptr (GArray) heading =
      build_claims ("Flood at Hale, 1911", DTL_PARAGRAPH_HEADING);
  g_autoptr (GArray) item =
      build_claims ("1911: the weir breaks", DTL_PARAGRAPH_LIST_ITEM);
  g_autoptr (GArray) furniture =
      build_claims ("Hale, 3 May 1911 by Ada Orr", DTL_PARAGRAPH_FURNITURE);
  g_autofree char *of_heading = print_claims (heading);
  g_autofree char *of_item = print_claims (item);

  g_assert_cmpstr (of_heading, ==, "happened: Flood at Hale");
  g_assert_cmpstr (of_item, ==, "happened: Weir breaks");
  g_assert_cmpuint (furniture->len, ==, 0);
}

/* A mention that only says for how long, or "now", claims nothing. */
static void
test_unplaced (void)
{
  g_autoptr (DtlArticle) article =
      make_article ("The truce has lasted 70 years now.", DTL_PARAGRAPH_TEXT);
  DtlMention mentions[2] = { make_mention (21, 29, "1911"),
                             make_mention (30, 33, "1911") };

  mentions[0].type = DTL_MENTION_DURATION;
  mentions[0].has_extent = FALSE;
  mentions[1].value = (char *) "PRESENT_REF";
  g_autoptr (GArray) claims = dtl_assertions_build (article, mentions, 2, NULL);

  g_assert_cmpuint (claims->len, ==, 0);
}

/* Dates without end make few claims, and no time to speak of. */
static void
test_endless (void)
{
  GString *text = g_string_new (NULL);

  while (text->len < 500000)
    g_string_append (text, "and the weir that broke in 1911 (he said, ");
  g_autoptr (GArray) claims = build_claims (text->str, DTL_PARAGRAPH_TEXT);

  g_assert_cmpuint (claims->len, <, 500000 / 20);
  g_string_free (text, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *row = g_strdelimit (g_strdup (rows[i].text), "/", ' ');
      g_autofree char *name = g_strdup_printf ("/extract/claims/%u %s", i + 1, row);

      g_test_add_data_func (name, &rows[i], check_row);
    }
  g_test_add_func ("/extract/claims/kinds", test_kinds);
  g_test_add_func ("/extract/claims/unplaced", test_unplaced);
  g_test_add_func ("/extract/claims/endless", test_endless);
  return g_test_run ();
}
