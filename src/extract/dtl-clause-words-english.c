#include "extract/dtl-clause-words.h"

typedef struct {
  const char *class_name;
  const char *words;
} WordList;

static const WordList english[] = {
  { "article", "the a an" },
  { "determiner",
    "the a an this these those each every no some any both all another several many "
    "few most such either neither his her its their our my your whose" },
  { "possessive", "his her its their our my your" },
  { "pronoun",
    "i you he she it we they there one this these those someone nobody everyone" },
  { "preposition",
    "in on at for from with into onto over under between among against during through "
    "throughout about across along around near upon within without toward towards via "
    "despite beyond behind beside besides above below amid alongside aboard off out "
    "up down inside outside following including like except concerning regarding "
    "versus thanks due owing of by to after before since until till as" },
  { "particle", "out up off down over away" },
  { "of", "of" },
  { "by", "by" },
  { "to", "to" },
  { "subordinator",
    "after before since until till as what whatever when while because although "
    "though if unless whereas once whether how why whenever wherever lest" },
  { "aftermath", "after before since until following during despite upon" },
  { "coordinator", "and or but nor yet &" },
  { "if", "if unless whether" },
  { "relative", "who which whom whose where whereby wherein whoever" },
  { "that", "that" },
  { "be", "is are was were am be been being 're 'm 's" },
  { "have", "has have had having 've" },
  { "do", "do does did" },
  { "not-finite", "be been being having" },
  { "modal", "will would shall should can could may might must 'll 'd ca wo sha cannot" },
  { "future", "will shall 'll wo sha" },
  { "conditional", "would could might may should 'd" },
  { "negation", "not never n't cannot neither nor" },
  { "past",
    "arose awoke ate became began blew broke came chose drew drank drove fell flew "
    "forbade forgot froze gave grew hid knew lay went rang rode rose ran saw shook "
    "sang sank spoke sprang stole swam swore threw took tore undertook underwent wore "
    "woke withdrew wrote overthrew overcame bore overtook foresaw strove stank wove "
    "slew shrank bade outgrew oversaw mistook partook befell lied died bought brought "
    "built burnt caught clung dealt dug dreamt fed felt fought found fled flung got "
    "ground held heard hung kept knelt laid led leant left lent lit lost made meant "
    "met paid put read rebuilt sold sent set shot shut slept slid spent spun stood "
    "struck stuck stung swept swung sought taught thought told understood upheld won "
    "wound withheld withstood beset broadcast cast cost cut hit hurt let quit split "
    "spread thrust upset burst shed wed undercut overheard mislaid misled bound bred "
    "sped strung sat said did foretold retold outsold resold rewound overran outran" },
  { "participle",
    "bought brought built burnt caught clung dealt dug dreamt fed felt fought found "
    "fled flung got ground held heard hung kept knelt laid led leant left lent lit "
    "lost made meant met paid put read rebuilt sold sent set shot shut slept slid "
    "spent spun stood struck stuck stung swept swung sought taught thought told "
    "understood upheld won wound withheld withstood beset broadcast cast cost cut hit "
    "hurt let quit split spread thrust upset burst shed wed undercut overheard "
    "mislaid misled bound bred sped strung sat said did foretold retold outsold "
    "resold rewound overran outran arisen eaten become begun blown broken come chosen "
    "done drawn drunk driven fallen flown forbidden forgotten frozen given gone grown "
    "hidden known lain risen run seen shaken sung sunk spoken stolen sworn thrown "
    "taken torn undertaken undergone worn woken withdrawn written overthrown overcome "
    "borne born slain sewn sown proven shown mown woven shrunk stricken beaten" },
  { "present",
    "say remain plans intends hopes expects aims seeks wants needs become seem appear "
    "continue believe think exist belong depend occur says becomes remains begins "
    "comes goes takes makes gives includes contains stands lies leads follows means "
    "seems appears holds consists provides tells believes belongs depends occurs "
    "represents suggests indicates describes refers exists lives serves uses allows "
    "requires involves produces continues runs" },
  { "opaque",
    "red bed need seed speed indeed hundred sacred naked kindred breed creed deed "
    "feed greed weed shed sled wicked rugged ragged crooked beloved aged wretched "
    "unprecedented so-called exceed proceed succeed during king ring spring string "
    "thing wing anything everything nothing something evening morning building "
    "ceiling wedding beijing being family reply supply ally assembly anomaly monopoly "
    "butterfly rally only daily weekly monthly early elderly friendly deadly holy "
    "likely italy july sicily emily kelly sally billy lily molly polly reilly "
    "thessaly" },
  { "speech",
    "said says say saying told tells telling stated states wrote added adds noted "
    "notes claimed claims argued argues explained explains insisted warned warns "
    "predicted predicts suggested suggests believed believes believe estimated "
    "estimates reported reports recalled recalls replied asserted commented testified "
    "concluded thinks thought declared announced acknowledged admitted alleged "
    "contended maintained remarked revealed disclosed quoted asked indicated" },
  { "address",
    "told tells telling tell informed assured warned reminded asked notified advised" },
  { "clausal",
    "realised realized believed felt found feared hoped thought decided learned "
    "learnt discovered agreed showed demanded doubted understood proved suspected "
    "assumed concluded recognised recognized guaranteed ensured meant noticed heard "
    "wished" },
  { "naming",
    "called named nicknamed known given dubbed titled entitled codenamed awarded "
    "offered" },
  { "report",
    "highlighted reported confirmed mentioned acknowledged noted disclosed recounted "
    "publicized publicised recalled" },
  { "denial", "denied denies deny denying" },
  { "according", "according" },
  { "hearsay",
    "reportedly allegedly supposedly apparently purportedly rumored rumoured alleged" },
  { "adverb",
    "also however moreover meanwhile then thus therefore furthermore nevertheless "
    "nonetheless instead later soon again still even only just already finally "
    "eventually initially originally subsequently consequently accordingly afterwards "
    "afterward thereafter there earlier now once first ultimately additionally "
    "similarly likewise indeed perhaps probably possibly certainly clearly "
    "essentially reportedly allegedly currently recently shortly immediately briefly "
    "generally usually often formally officially always quickly successfully never "
    "not n't both early late sometime exactly thereby all each partly mainly largely "
    "mostly chiefly roughly further" },
  { "connective",
    "however moreover meanwhile then thus therefore furthermore nevertheless "
    "nonetheless instead later soon finally eventually subsequently consequently "
    "accordingly afterwards afterward thereafter additionally similarly likewise "
    "indeed still also so now again but and or yet nor perhaps earlier ultimately "
    "initially" },
  { "plan",
    "expected scheduled due set planned slated supposed projected likely plans plan "
    "planning intends intend hopes hope aims aim poised going pledged vowed promised "
    "intended" },
  { "light",
    "attend attended hold held host hosted stage staged mark celebrate participate" },
  { "pair", "between both either neither" },
  { "result", "led resulted culminated ended contributed" },
  { "witness", "saw witnessed brought" },
  { "place",
    "city town village port capital island state province region suburb district "
    "county municipality settlement resort borough commune" },
  { "occasion",
    "conference interview speech meeting hearing briefing summit address lecture "
    "rally ceremony debate sermon congress testimony" },
  { "date-lead",
    "year years month months week day days morning evening night afternoon eve "
    "beginning end start middle early late mid about around circa approximately "
    "roughly nearly almost only just also again as soon far long back exactly "
    "precisely dated summer winter spring autumn fall part half period dawn close "
    "turn sometime later earlier starting of the first second third fourth last next "
    "same following previous whole entire very final opening closing years'" },
  { "date-tail", "onwards onward alone respectively itself ago" },
  { "quantity",
    "few lot number little bit couple third quarter half dozen hundred thousand "
    "million billion fifth total majority handful" },
  { "housekeeping",
    "published updated posted modified retrieved accessed photo copyright archived "
    "last reuters ap afp by gmt utc est edt pst cet date issued story filed release" },
  { "title",
    "mr mrs ms dr prof gen col lt sgt capt cpl maj adm cmdr rev hon st sen rep gov "
    "pres messrs mme mlle fr br sr mt ft vs no nos vol pp p fig figs ch art eq sec cf "
    "ca c al i.e e.g viz approx est b d r fl op ed eds trans bros" },
  { "abbreviation",
    "inc corp ltd co cos plc llc jr etc a.m p.m b.c a.d b.c.e c.e jan feb mar apr jun "
    "jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun u.s u.k "
    "u.n e.u ave blvd rd dept univ assn" },
};

/* Participles that do not form their past tense with -ed. */
static const char english_pasts[] =
    "arising arose becoming became beginning began bending bent binding bound "
    "bleeding bled blowing blew breaking broke bringing brought building built "
    "burning burned buying bought catching caught choosing chose coming came costing "
    "cost cutting cut dealing dealt digging dug doing did drawing drew drinking drank "
    "driving drove dying died eating ate falling fell feeding fed feeling felt "
    "fighting fought finding found fleeing fled flying flew forbidding forbade "
    "foreseeing foresaw forgetting forgot freezing froze getting got giving gave "
    "going went growing grew hanging hung having had hearing heard hiding hid hitting "
    "hit holding held hurting hurt keeping kept knowing knew laying laid leading led "
    "leaving left lending lent letting let losing lost lying lay making made meaning "
    "meant meeting met overcoming overcame overseeing oversaw overtaking overtook "
    "overthrowing overthrew paying paid putting put quitting quit reading read "
    "rebuilding rebuilt riding rode ringing rang rising rose running ran saying said "
    "seeing saw seeking sought selling sold sending sent setting set shaking shook "
    "shedding shed shooting shot shutting shut singing sang sinking sank sitting sat "
    "sleeping slept sliding slid speaking spoke spending spent spinning spun "
    "splitting split spreading spread standing stood stealing stole sticking stuck "
    "striking struck swearing swore sweeping swept swimming swam swinging swung "
    "taking took teaching taught tearing tore telling told thinking thought throwing "
    "threw thrusting thrust undergoing underwent understanding understood undertaking "
    "undertook upholding upheld waking woke wearing wore winning won withdrawing "
    "withdrew withholding withheld withstanding withstood writing wrote being was";

static DtlClauseWords *
make_english (void)
{
  DtlClauseWords *words = dtl_clause_words_new ();

  for (guint i = 0; i < G_N_ELEMENTS (english); i++)
    dtl_clause_words_add (words, english[i].class_name, english[i].words);
  dtl_clause_words_add_pasts (words, english_pasts);
  return words;
}

const DtlClauseWords *
dtl_clause_words_get (const char *language)
{
  static const DtlClauseWords *none, *of_english;

  if (g_once_init_enter (&of_english))
    {
      none = dtl_clause_words_new ();
      g_once_init_leave (&of_english, make_english ());
    }
  if (language == NULL || g_str_equal (language, "en") ||
      g_str_has_prefix (language, "en-"))
    return of_english;
  return none;
}
