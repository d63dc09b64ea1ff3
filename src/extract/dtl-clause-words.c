#include "extract/dtl-clause-words.h"

#include <string.h>

/* Longer words are of no class; keeps the lookup key on the stack. */
#define MAX_WORD 24

struct _DtlClauseWords {
  GHashTable *classes; /* word to an index into sets */
  GArray *sets;        /* DtlWordClasses */
  GHashTable *pasts;   /* "making" to "made" */
};

typedef struct {
  DtlWordClasses classes;
  const char *words;
} WordList;

static const WordList english[] = {
  { DTL_WORDS (ARTICLE) | DTL_WORDS (DETERMINER), "the a an" },
  { DTL_WORDS (DETERMINER), "this these those each every no some any both all another "
                            "several many few most such either neither" },
  { DTL_WORDS (DETERMINER) | DTL_WORDS (POSSESSIVE), "his her its their our my your" },
  { DTL_WORDS (PRONOUN),
    "i you he she it we they there one this these those someone nobody everyone" },
  { DTL_WORDS (PREPOSITION), "in on at for from with into onto over under between among "
                             "against during through throughout about "
                             "across along around near upon within without toward "
                             "towards via despite beyond behind beside "
                             "besides above below amid alongside aboard off out up down "
                             "inside outside following including like "
                             "except concerning regarding versus thanks due owing" },
  { DTL_WORDS (PREPOSITION) | DTL_WORDS (OF), "of" },
  { DTL_WORDS (PREPOSITION) | DTL_WORDS (BY), "by" },
  { DTL_WORDS (PREPOSITION) | DTL_WORDS (TO), "to" },
  { DTL_WORDS (PREPOSITION) | DTL_WORDS (SUBORDINATOR),
    "after before since until till as" },
  { DTL_WORDS (AFTERMATH), "after before since until following during despite upon" },
  { DTL_WORDS (COORDINATOR), "and or but nor yet &" },
  { DTL_WORDS (SUBORDINATOR),
    "what whatever when while because although though if unless whereas once "
    "whether so how why whenever wherever lest" },
  { DTL_WORDS (IF), "if unless whether" },
  { DTL_WORDS (RELATIVE), "who which whom whose where whereby wherein whoever" },
  { DTL_WORDS (THAT), "that" },
  { DTL_WORDS (BE), "is are was were am be been being 're 'm 's" },
  { DTL_WORDS (HAVE), "has have had having 've" },
  { DTL_WORDS (DO), "do does did" },
  { DTL_WORDS (NOT_FINITE), "be been being having" },
  { DTL_WORDS (MODAL),
    "will would shall should can could may might must 'll 'd ca wo sha cannot" },
  { DTL_WORDS (FUTURE), "will shall 'll wo sha" },
  { DTL_WORDS (CONDITIONAL), "would could might may should 'd" },
  { DTL_WORDS (NEGATION), "not never n't cannot neither nor" },
  { DTL_WORDS (PAST), "arose awoke ate became began blew broke came chose drew drank "
                      "drove fell flew forbade forgot froze "
                      "gave grew hid knew lay went rang rode rose ran saw shook sang "
                      "sank spoke sprang stole swam swore "
                      "threw took tore undertook underwent wore woke withdrew wrote "
                      "overthrew overcame bore overtook foresaw "
                      "strove stank wove slew shrank bade outgrew oversaw mistook "
                      "partook befell arose lied died" },
  { DTL_WORDS (PAST) | DTL_WORDS (PARTICIPLE),
    "bought brought built burnt caught clung dealt dug dreamt fed felt fought found fled "
    "flung got ground "
    "held heard hung kept knelt laid led leant left lent lit lost made meant met paid "
    "put read rebuilt sold "
    "sent set shot shut slept slid spent spun stood struck stuck stung swept swung "
    "sought taught thought told "
    "understood upheld won wound withheld withstood beset broadcast cast cost cut hit "
    "hurt let quit split "
    "spread thrust upset burst shed wed undercut overheard mislaid misled bound bred "
    "sped strung sat said "
    "did foretold retold outsold resold rewound overran outran" },
  { DTL_WORDS (PARTICIPLE), "arisen eaten become begun blown broken come chosen done "
                            "drawn drunk driven fallen flown forbidden "
                            "forgotten frozen given gone grown hidden known lain risen "
                            "run seen shaken sung sunk spoken stolen sworn "
                            "thrown taken torn undertaken undergone worn woken withdrawn "
                            "written overthrown overcome borne born slain "
                            "sewn sown proven shown mown woven shrunk stricken beaten" },
  { DTL_WORDS (PRESENT),
    "say remain plans intends hopes expects aims seeks wants needs become seem appear "
    "continue believe think exist belong depend occur "
    "says becomes remains begins comes goes takes makes gives "
    "includes contains stands lies leads follows "
    "means seems appears holds consists provides tells believes "
    "belongs depends occurs represents suggests "
    "indicates describes refers exists lives serves uses allows "
    "requires involves produces continues runs" },
  { DTL_WORDS (OPAQUE),
    "red bed need seed speed indeed hundred sacred naked kindred "
    "breed creed deed feed greed weed shed sled "
    "wicked rugged ragged crooked beloved aged wretched "
    "unprecedented so-called exceed proceed succeed "
    "during king ring spring string thing wing anything everything "
    "nothing something evening morning "
    "building ceiling wedding beijing being family reply supply ally assembly anomaly "
    "monopoly butterfly "
    "rally only daily weekly monthly early elderly friendly deadly holy likely italy "
    "july sicily emily kelly sally billy lily molly polly "
    "reilly thessaly" },
  { DTL_WORDS (SPEECH), "said says say saying told tells telling stated states wrote "
                        "added adds noted notes claimed claims "
                        "argued argues explained explains insisted warned warns "
                        "predicted predicts suggested suggests believed "
                        "believes believe estimated estimates reported reports recalled "
                        "recalls replied asserted commented "
                        "testified concluded thinks thought declared announced "
                        "acknowledged admitted alleged contended "
                        "maintained remarked revealed disclosed quoted asked indicated" },
  { DTL_WORDS (ADDRESS),
    "told tells telling tell informed assured warned reminded asked notified advised" },
  { DTL_WORDS (CLAUSAL),
    "realised realized believed felt found feared hoped thought decided learned learnt "
    "discovered agreed showed demanded doubted understood proved suspected assumed "
    "concluded recognised recognized guaranteed ensured meant noticed heard wished" },
  { DTL_WORDS (NAMING), "called named nicknamed known given dubbed titled entitled "
                        "codenamed awarded offered" },
  { DTL_WORDS (REPORT), "highlighted reported confirmed mentioned acknowledged "
                        "noted disclosed recounted publicized "
                        "publicised recalled" },
  { DTL_WORDS (DENIAL), "denied denies deny denying" },
  { DTL_WORDS (ACCORDING), "according" },
  { DTL_WORDS (HEARSAY),
    "reportedly allegedly supposedly apparently purportedly rumored rumoured alleged" },
  { DTL_WORDS (ADVERB),
    "also however moreover meanwhile then thus therefore furthermore "
    "nevertheless nonetheless instead "
    "later soon again still even only just already finally "
    "eventually initially originally subsequently "
    "consequently accordingly afterwards afterward thereafter there "
    "earlier now once first ultimately "
    "additionally similarly likewise indeed perhaps probably "
    "possibly certainly clearly essentially "
    "reportedly allegedly currently recently shortly immediately "
    "briefly generally usually often formally "
    "officially always quickly successfully never not n't both early "
    "late sometime just only exactly thereby both all each partly mainly largely mostly "
    "chiefly roughly further" },
  { DTL_WORDS (CONNECTIVE), "however moreover meanwhile then thus therefore furthermore "
                            "nevertheless nonetheless instead later soon "
                            "finally eventually subsequently consequently accordingly "
                            "afterwards afterward thereafter additionally "
                            "similarly likewise indeed still also so now again but and "
                            "or yet nor perhaps earlier ultimately "
                            "initially" },
  { DTL_WORDS (PLAN),
    "expected scheduled due set planned slated supposed projected likely plans plan "
    "planning intends intend "
    "hopes hope aims aim poised going pledged vowed promised intended" },
  { DTL_WORDS (LIGHT),
    "attend attended hold held host hosted stage staged mark celebrate participate" },
  { DTL_WORDS (RESULT), "led resulted culminated ended contributed" },
  { DTL_WORDS (WITNESS), "saw witnessed brought" },
  { DTL_WORDS (PLACE), "city town village port capital island state province region "
                       "suburb district county municipality "
                       "settlement resort borough commune" },
  { DTL_WORDS (OCCASION), "conference interview speech meeting hearing briefing summit "
                          "address lecture rally ceremony debate "
                          "sermon congress testimony" },
  { DTL_WORDS (DATE_LEAD), "year years month months week day days morning evening night "
                           "afternoon eve beginning end start middle "
                           "early late mid about around circa approximately roughly "
                           "nearly almost only just also again as soon far "
                           "long back exactly precisely dated summer winter spring "
                           "autumn fall part half period dawn close turn "
                           "sometime late later earlier starting of the first second "
                           "third fourth last next same following "
                           "previous whole entire very final opening closing years' " },
  { DTL_WORDS (DATE_TAIL), "onwards onward alone respectively itself ago" },
  { DTL_WORDS (QUANTITY), "few lot number little bit couple third quarter half dozen "
                          "hundred thousand million billion fifth total "
                          "majority handful" },
  { DTL_WORDS (HOUSEKEEPING), "published updated posted modified retrieved accessed "
                              "photo copyright archived last reuters ap afp by "
                              "gmt utc est edt pst cet date issued story filed release" },
  { DTL_WORDS (TITLE), "mr mrs ms dr prof gen col lt sgt capt cpl maj adm cmdr rev hon "
                       "st sen rep gov pres messrs mme mlle fr "
                       "br sr mt ft vs no nos vol pp p fig figs ch art eq sec cf ca c al "
                       "i.e e.g viz approx est b d r fl op "
                       "ed eds trans bros" },
  { DTL_WORDS (ABBREVIATION), "inc corp ltd co cos plc llc jr etc a.m p.m b.c a.d b.c.e "
                              "c.e jan feb mar apr jun jul aug sep sept oct "
                              "nov dec mon tue tues wed thu thur thurs fri sat sun u.s "
                              "u.k u.n e.u ave blvd rd dept univ assn" },
};

/* Participles that form their past tense otherwise. */
static const char english_pasts[] =
    "arising arose becoming became beginning began bending bent binding bound bleeding "
    "bled blowing blew "
    "breaking broke bringing brought building built burning burned buying bought "
    "catching caught "
    "choosing chose coming came costing cost cutting cut dealing dealt digging dug doing "
    "did drawing drew "
    "drinking drank driving drove dying died eating ate falling fell feeding fed feeling "
    "felt fighting fought "
    "finding found fleeing fled flying flew forbidding forbade foreseeing foresaw "
    "forgetting forgot "
    "freezing froze getting got giving gave going went growing grew hanging hung having "
    "had hearing heard "
    "hiding hid hitting hit holding held hurting hurt keeping kept knowing knew laying "
    "laid leading led "
    "leaving left lending lent letting let losing lost lying lay making made meaning "
    "meant meeting met "
    "overcoming overcame overseeing oversaw overtaking overtook overthrowing overthrew "
    "paying paid "
    "putting put quitting quit reading read rebuilding rebuilt riding rode ringing rang "
    "rising rose "
    "running ran saying said seeing saw seeking sought selling sold sending sent setting "
    "set shaking shook "
    "shedding shed shooting shot shutting shut singing sang sinking sank sitting sat "
    "sleeping slept "
    "sliding slid speaking spoke spending spent spinning spun splitting split spreading "
    "spread "
    "standing stood stealing stole sticking stuck striking struck swearing swore "
    "sweeping swept "
    "swimming swam swinging swung taking took teaching taught tearing tore telling told "
    "thinking thought "
    "throwing threw thrusting thrust undergoing underwent understanding understood "
    "undertaking undertook "
    "upholding upheld waking woke wearing wore winning won withdrawing withdrew "
    "withholding withheld "
    "withstanding withstood writing wrote being was";

static void
add_pasts (DtlClauseWords *words, const char *pairs)
{
  g_auto (GStrv) split = g_strsplit (pairs, " ", -1);

  for (guint i = 0; split[i] != NULL && split[i + 1] != NULL; i += 2)
    g_hash_table_insert (words->pasts, g_strdup (split[i]), g_strdup (split[i + 1]));
}

static void
add_list (DtlClauseWords *words, const WordList *list)
{
  g_auto (GStrv) split = g_strsplit (list->words, " ", -1);

  for (guint i = 0; split[i] != NULL; i++)
    {
      gpointer index;

      if (g_hash_table_lookup_extended (words->classes, split[i], NULL, &index))
        {
          g_array_index (words->sets, DtlWordClasses, GPOINTER_TO_UINT (index)) |=
              list->classes;
          continue;
        }
      g_hash_table_insert (words->classes, g_strdup (split[i]),
                           GUINT_TO_POINTER (words->sets->len));
      g_array_append_val (words->sets, list->classes);
    }
}

static DtlClauseWords *
load (const WordList *lists, guint n_lists, const char *pasts)
{
  DtlClauseWords *words = g_new0 (DtlClauseWords, 1);

  words->classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  words->sets = g_array_new (FALSE, FALSE, sizeof (DtlWordClasses));
  for (guint i = 0; i < n_lists; i++)
    add_list (words, &lists[i]);
  words->pasts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  add_pasts (words, pasts);
  return words;
}

const DtlClauseWords *
dtl_clause_words_get (const char *language)
{
  static const DtlClauseWords *none, *of_english;

  if (g_once_init_enter (&of_english))
    {
      none = load (NULL, 0, "");
      g_once_init_leave (&of_english,
                         load (english, G_N_ELEMENTS (english), english_pasts));
    }
  if (language == NULL || g_str_equal (language, "en") ||
      g_str_has_prefix (language, "en-"))
    return of_english;
  return none;
}

/* @key holds MAX_WORD + 1 bytes. */
static gboolean
make_key (const char *word, gsize length, char *key)
{
  if (length > MAX_WORD)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    key[i] = g_ascii_tolower (word[i]);
  key[length] = '\0';
  return TRUE;
}

DtlWordClasses
dtl_clause_words_lookup (const DtlClauseWords *words, const char *word, gsize length)
{
  char key[MAX_WORD + 1];
  gpointer index;

  if (!make_key (word, length, key) ||
      !g_hash_table_lookup_extended (words->classes, key, NULL, &index))
    return 0;
  return g_array_index (words->sets, DtlWordClasses, GPOINTER_TO_UINT (index));
}

const char *
dtl_clause_words_lookup_past (const DtlClauseWords *words, const char *word, gsize length)
{
  char key[MAX_WORD + 1];

  return make_key (word, length, key) ? g_hash_table_lookup (words->pasts, key) : NULL;
}
