#include "article/wiki/dtl-wiki-template.h"

#include "article/wiki/dtl-wiki-date.h"
#include "article/wiki/dtl-wiki-infobox.h"

#include <stdlib.h>
#include <string.h>

/* What stays of a template. */
typedef enum {
  STAYS_NOTHING,
  STAYS_FIRST, /* the first argument that has no name, and so on */
  STAYS_SECOND,
  STAYS_LAST,
  STAYS_TWO,      /* the first two, with a space between */
  STAYS_ALL,      /* with spaces between */
  STAYS_LIST,     /* with semicolons between */
  STAYS_QUOTE,    /* a quotation of its own */
  STAYS_DATE,     /* a date in numbers, or the first argument */
  STAYS_OLD_DATE, /* day and month, year, day and month of the old style */
  STAYS_SIGN,     /* what the rule says */
  STAYS_AFTER,    /* what the rule says, and the first argument behind it */
  STAYS_BEFORE,   /* the same the other way round */
  STAYS_SPAN,     /* the first two with a dash between, behind what the rule says */
  STAYS_SPOUSE,   /* name, first year, last year */
  STAYS_TITLE,    /* the page's */
} Stays;

typedef struct {
  const char *name;
  Stays stays;
  const char *sign;
} Rule;

/* Sorted. */
static const Rule rules[] = {
  { "!", STAYS_SIGN, "|" },
  { "'", STAYS_SIGN, "'" },
  { "=", STAYS_SIGN, "=" },
  { "abbr", STAYS_FIRST, NULL },
  { "ad", STAYS_AFTER, "AD " },
  { "as of", STAYS_DATE, "As of " },
  { "bc", STAYS_BEFORE, " BC" },
  { "bce", STAYS_BEFORE, " BCE" },
  { "bd", STAYS_DATE, NULL },
  { "big", STAYS_FIRST, NULL },
  { "birth date", STAYS_DATE, NULL },
  { "birth date and age", STAYS_DATE, NULL },
  { "birth year and age", STAYS_DATE, NULL },
  { "birth-date", STAYS_DATE, NULL },
  { "birth-date and age", STAYS_DATE, NULL },
  { "blockquote", STAYS_QUOTE, NULL },
  { "c.", STAYS_SPAN, "c. " },
  { "ca.", STAYS_SPAN, "c. " },
  { "ce", STAYS_BEFORE, " CE" },
  { "center", STAYS_FIRST, NULL },
  { "circa", STAYS_SPAN, "c. " },
  { "convert", STAYS_TWO, NULL },
  { "cquote", STAYS_QUOTE, NULL },
  { "cvt", STAYS_TWO, NULL },
  { "date", STAYS_DATE, NULL },
  { "death date", STAYS_DATE, NULL },
  { "death date and age", STAYS_DATE, NULL },
  { "death year and age", STAYS_DATE, NULL },
  { "death-date", STAYS_DATE, NULL },
  { "death-date and age", STAYS_DATE, NULL },
  { "dts", STAYS_DATE, NULL },
  { "dtsh", STAYS_NOTHING, NULL },
  { "em", STAYS_FIRST, NULL },
  { "end date", STAYS_DATE, NULL },
  { "end date and age", STAYS_DATE, NULL },
  { "end-date", STAYS_DATE, NULL },
  { "film date", STAYS_DATE, NULL },
  { "fl.", STAYS_SPAN, "fl. " },
  { "flag", STAYS_FIRST, NULL },
  { "flagcountry", STAYS_FIRST, NULL },
  { "flagdeco", STAYS_NOTHING, NULL },
  { "flagicon", STAYS_NOTHING, NULL },
  { "flagu", STAYS_FIRST, NULL },
  { "flatlist", STAYS_FIRST, NULL },
  { "floruit", STAYS_SPAN, "fl. " },
  { "hlist", STAYS_LIST, NULL },
  { "hms", STAYS_AFTER, "HMS " },
  { "ill", STAYS_FIRST, NULL },
  { "interlanguage link", STAYS_FIRST, NULL },
  { "lang", STAYS_SECOND, NULL },
  { "linktext", STAYS_ALL, NULL },
  { "marriage", STAYS_SPOUSE, NULL },
  { "mdash", STAYS_SIGN, "—" },
  { "nbsp", STAYS_SIGN, " " },
  { "ndash", STAYS_SIGN, "–" },
  { "nihongo", STAYS_FIRST, NULL },
  { "nobold", STAYS_FIRST, NULL },
  { "nobr", STAYS_FIRST, NULL },
  { "noitalic", STAYS_FIRST, NULL },
  { "nowrap", STAYS_FIRST, NULL },
  { "oldstyledate", STAYS_OLD_DATE, NULL },
  { "oldstyledatedy", STAYS_OLD_DATE, NULL },
  { "oldstyledateny", STAYS_OLD_DATE, NULL },
  { "pagename", STAYS_TITLE, NULL },
  { "plainlist", STAYS_FIRST, NULL },
  { "proper name", STAYS_FIRST, NULL },
  { "quotation", STAYS_QUOTE, NULL },
  { "quote", STAYS_QUOTE, NULL },
  { "r.", STAYS_SPAN, "r. " },
  { "reign", STAYS_SPAN, "r. " },
  { "resize", STAYS_LAST, NULL },
  { "rms", STAYS_AFTER, "RMS " },
  { "sc", STAYS_FIRST, NULL },
  { "ship", STAYS_ALL, NULL },
  { "sic", STAYS_FIRST, NULL },
  { "small", STAYS_FIRST, NULL },
  { "smallcaps", STAYS_FIRST, NULL },
  { "smaller", STAYS_FIRST, NULL },
  { "sms", STAYS_AFTER, "SMS " },
  { "snd", STAYS_SIGN, " – " },
  { "spaced ndash", STAYS_SIGN, " – " },
  { "spnd", STAYS_SIGN, " – " },
  { "ss", STAYS_AFTER, "SS " },
  { "start and end dates", STAYS_DATE, NULL },
  { "start date", STAYS_DATE, NULL },
  { "start date and age", STAYS_DATE, NULL },
  { "start-date", STAYS_DATE, NULL },
  { "strong", STAYS_FIRST, NULL },
  { "sub", STAYS_LAST, NULL },
  { "sup", STAYS_LAST, NULL },
  { "tooltip", STAYS_FIRST, NULL },
  { "transl", STAYS_LAST, NULL },
  { "transliteration", STAYS_LAST, NULL },
  { "ubl", STAYS_LIST, NULL },
  { "unbulleted list", STAYS_LIST, NULL },
  { "uss", STAYS_AFTER, "USS " },
  { "val", STAYS_ALL, NULL },
  { "visible anchor", STAYS_FIRST, NULL },
};

/* Notes, sources, notices and hatnotes: the first words of their names, or with
 * a star their first letters. */
static const char *const left_out[] = {
  "about",   "age",      "anchor",    "asbox",        "audio",       "authority control",
  "bots",    "category", "cit*",      "clear",        "cleanup",     "cn",
  "commons", "coord*",   "dead",      "defaultsort*", "disambig*",   "dmy",
  "efn*",    "engvar*",  "expand*",   "fact",         "featured",    "for",
  "full",    "further",  "good",      "harv*",        "ipa*",        "isbn",
  "issn",    "main",     "mdy",       "more",         "multiple",    "navbox*",
  "note*",   "official", "other",     "other uses*",  "page needed", "portal*",
  "pp",      "pp-*",     "redirect*", "ref*",         "respell",     "rp",
  "see",     "sfn*",     "short",     "sister*",      "stub",        "toc*",
  "unref*",  "use",      "verify",    "webarchive",   "when",        "which",
  "who",     "wikidata", "zh",
};

static int
compare_names (gconstpointer key, gconstpointer row)
{
  return strcmp (key, ((const Rule *) row)->name);
}

static const Rule *
find_rule (const char *name)
{
  return bsearch (name, rules, G_N_ELEMENTS (rules), sizeof rules[0], compare_names);
}

static gboolean
begins_with (const char *name, const char *beginning)
{
  gsize n = strlen (beginning);

  if (beginning[n - 1] == '*')
    return strncmp (name, beginning, n - 1) == 0;
  return strncmp (name, beginning, n) == 0 && !g_ascii_isalnum (name[n]);
}

static gboolean
begins_like_left_out (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (left_out); i++)
    if (left_out[i][0] == name[0] && begins_with (name, left_out[i]))
      return TRUE;
  return FALSE;
}

gboolean
dtl_wiki_template_is_left_out (const char *name)
{
  /* "#if", "#invoke": programs; "DEFAULTSORT:x": orders to MediaWiki. */
  return name[0] == '\0' || name[0] == '#' ||
         (begins_like_left_out (name) && find_rule (name) == NULL);
}

/* --- arguments --- */

/* Those without a name, in their order. */
typedef struct {
  DtlWikiArgument at[8];
  guint n;
} Positional;

static Positional
find_positional (const DtlWikiTemplate *template)
{
  Positional found = { .n = 0 };

  for (guint i = 0; i < template->n_arguments && found.n < G_N_ELEMENTS (found.at); i++)
    {
      const DtlWikiArgument *argument = &template->arguments[i];

      /* "{{small|1=a = b}}" names what has its place. */
      if (argument->name == NULL ||
          (argument->name_length == 1 && argument->name[0] == (char) ('1' + found.n)))
        found.at[found.n++] = *argument;
    }
  return found;
}

static void
append_argument (const Positional *arguments, guint i, GString *to)
{
  if (i < arguments->n)
    g_string_append_len (to, arguments->at[i].value, (gssize) arguments->at[i].length);
}

static void
append_joined (const DtlWikiTemplate *template, const char *separator, GString *to)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < template->n_arguments; i++)
    {
      const DtlWikiArgument *argument = &template->arguments[i];

      if (argument->name != NULL || argument->length == 0)
        continue;
      if (!is_first)
        g_string_append (to, separator);
      is_first = FALSE;
      g_string_append_len (to, argument->value, (gssize) argument->length);
    }
}

static gboolean
is_number (const DtlWikiArgument *argument)
{
  for (gsize i = 0; i < argument->length; i++)
    if (!g_ascii_isdigit (argument->value[i]) &&
        strchr (".,-", argument->value[i]) == NULL)
      return FALSE;
  return argument->length > 0;
}

/* --- what stays --- */

/* "7 November|1917|25 October" */
static void
append_old_date (const Positional *arguments, GString *to)
{
  append_argument (arguments, 0, to);
  if (arguments->n > 2)
    {
      g_string_append (to, " [O.S. ");
      append_argument (arguments, 2, to);
      g_string_append_c (to, ']');
    }
  g_string_append_c (to, ' ');
  append_argument (arguments, 1, to);
}

static void
append_date (const Positional *arguments, const char *language, GString *to)
{
  if (dtl_wiki_date_append (to, arguments->at, arguments->n, language) == 0)
    append_argument (arguments, 0, to);
}

static void
append_span (const Positional *arguments, GString *to)
{
  append_argument (arguments, 0, to);
  if (arguments->n < 2 || arguments->at[1].length == 0)
    return;
  g_string_append (to, "–");
  append_argument (arguments, 1, to);
}

static void
append_spouse (const Positional *arguments, GString *to)
{
  append_argument (arguments, 0, to);
  if (arguments->n < 2)
    return;
  g_string_append (to, " (m. ");
  append_argument (arguments, 1, to);
  if (arguments->n > 2)
    g_string_append (to, "–");
  append_argument (arguments, 2, to);
  g_string_append_c (to, ')');
}

static void
append_quote (const DtlWikiTemplate *template, const Positional *arguments, GString *to)
{
  g_string_append_printf (to, "\n%c", DTL_WIKI_MARK_QUOTE);
  for (guint i = 0; i < template->n_arguments; i++)
    if (template->arguments[i].name_length == 4 &&
        memcmp (template->arguments[i].name, "text", 4) == 0)
      g_string_append_len (to, template->arguments[i].value,
                           (gssize) template->arguments[i].length);
  append_argument (arguments, 0, to);
  g_string_append_printf (to, "%c\n", DTL_WIKI_MARK_QUOTE_END);
}

static void
append_by_rule (const DtlWikiTemplate *template,
                const Rule *rule,
                const char *title,
                const char *language,
                GString *to)
{
  const Positional arguments = find_positional (template);

  if (rule->sign != NULL && rule->stays != STAYS_BEFORE)
    g_string_append (to, rule->sign);
  switch (rule->stays)
    {
    case STAYS_NOTHING:
    case STAYS_SIGN:
      break;
    case STAYS_FIRST:
    case STAYS_AFTER:
    case STAYS_BEFORE:
      append_argument (&arguments, 0, to);
      break;
    case STAYS_SECOND:
      append_argument (&arguments, 1, to);
      break;
    case STAYS_LAST:
      append_argument (&arguments, MAX (arguments.n, 1) - 1, to);
      break;
    case STAYS_TWO:
      append_argument (&arguments, 0, to);
      g_string_append_c (to, ' ');
      append_argument (&arguments, 1, to);
      break;
    case STAYS_ALL:
      append_joined (template, " ", to);
      break;
    case STAYS_LIST:
      append_joined (template, "; ", to);
      break;
    case STAYS_QUOTE:
      append_quote (template, &arguments, to);
      break;
    case STAYS_DATE:
      append_date (&arguments, language, to);
      break;
    case STAYS_OLD_DATE:
      append_old_date (&arguments, to);
      break;
    case STAYS_SPAN:
      append_span (&arguments, to);
      break;
    case STAYS_SPOUSE:
      append_spouse (&arguments, to);
      break;
    case STAYS_TITLE:
      g_string_append (to, title != NULL ? title : "");
      break;
    }
  if (rule->stays == STAYS_BEFORE)
    g_string_append (to, rule->sign);
}

/* "lang-ko|남북": the name is the language; "formatnum:1234": the argument is part
 * of the name. */
static gboolean
append_by_prefix (const DtlWikiTemplate *template, GString *to)
{
  static const char *const functions[] = { "formatnum:", "lc:", "uc:", "ucfirst:",
                                           "lcfirst:" };
  const Positional arguments = find_positional (template);

  if (g_str_has_prefix (template->name, "lang-"))
    {
      append_argument (&arguments, 0, to);
      return TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (functions); i++)
    if (g_str_has_prefix (template->name, functions[i]))
      {
        g_string_append (to, template->name + strlen (functions[i]));
        return TRUE;
      }
  return FALSE;
}

/* A template whose name says nothing to us: a date where its arguments are one,
 * "date|25|juin|1950"; the one argument of what stands within a line. */
static void
append_unknown (const DtlWikiTemplate *template, const char *language, GString *to)
{
  const Positional arguments = find_positional (template);
  g_autoptr (GString) date = NULL;

  if (strchr (template->name, ':') != NULL || arguments.n == 0)
    return;
  date = g_string_new (NULL);
  if (arguments.n >= 3 && (arguments.n == 3 || !is_number (&arguments.at[3])) &&
      dtl_wiki_date_append (date, arguments.at, 3, language) == 3)
    g_string_append_len (to, date->str, (gssize) date->len);
  else if (arguments.n == 1 && !(template->begins_line && template->ends_line) &&
           !is_number (&arguments.at[0]) && !template->has_lines)
    append_argument (&arguments, 0, to);
}

void
dtl_wiki_template_append (const DtlWikiTemplate *template,
                          const char *title,
                          const char *language,
                          GString *to)
{
  const Rule *rule = find_rule (template->name);

  if (rule != NULL)
    append_by_rule (template, rule, title, language, to);
  else if (dtl_wiki_infobox_is (template))
    dtl_wiki_infobox_append (template, to);
  else if (!append_by_prefix (template, to))
    append_unknown (template, language, to);
}
