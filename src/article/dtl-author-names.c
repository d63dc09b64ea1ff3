#include "config.h"

#include "article/dtl-author-names.h"

#include "article/dtl-clean-text.h"

#include <string.h>

#define MAX_TEXT_BYTES 300
#define MAX_NAME_BYTES 80
#define MAX_NAME_WORDS 6
#define MAX_NAMES 30

static const char *const leading_words[] = {
  "written and reported by",
  "written by",
  "reported by",
  "posted by",
  "published by",
  "created by",
  "reviewed by",
  "story by",
  "words by",
  "article by",
  "text by",
  "guest post by",
  "by",
  "von",
  "par",
  "por",
  "oleh",
  "door",
  "av",
  "af",
  "przez",
  "autor",
  "author",
  "authors",
  "text",
  "redaktion",
  "fotos",
  "from",
};

/* What parts two names, or a name from what follows it. */
static const char *const parting_words[] = { " and ", " und ", " et ",   " y ",
                                             " e ",   " & ",   " with ", " dan ",
                                             " och ", " og ",  " en " };

/* A piece with one of these is a job, a place or a button. */
static const char *const other_words[] = {
  "reporter",     "editor",     "correspondent", "writer",     "contributor",
  "staff",        "follow",     "published",     "updated",    "posted",
  "minutes",      "min read",   "comments",      "share",      "author",
  "subscribe",    "newsletter", "http",          "www.",       "@",
  "email",        "journalist", "columnist",     "redakteur",  "redaktion",
  "producer",     "ph.d",       "phd",           "manager",    "director",
  "ceo",          "founder",    "professor",     "university", "analyst",
  "admin",        "team",       "guest",         "special to", "all rights",
  "read more",    "view all",   "more on",       "biography",  "profile",
  "photo",        "getty",      "archive",       "posts by",   "associate",
  "certified",    "consultant", "specialist",    "expert",     "dietitian",
  "nutritionist", "coach",      "therapist",     "engineer",   "strategist",
};

static gboolean
contains_folded (const char *text, const char *part)
{
  gsize length = strlen (part);

  for (; *text != '\0'; text++)
    if (g_ascii_strncasecmp (text, part, length) == 0)
      return TRUE;
  return FALSE;
}

/* Behind "By ", "Written by: " and the like, as often as they stand there. */
static const char *
skip_leading (const char *text)
{
  gboolean moved = TRUE;

  if (g_str_has_prefix (text, "By") && g_ascii_isupper (text[2]))
    text += 2;

  while (moved)
    {
      moved = FALSE;
      text += strspn (text, " :|-,.");
      for (gsize i = 0; i < G_N_ELEMENTS (leading_words) && !moved; i++)
        {
          gsize n = strlen (leading_words[i]);

          if (g_ascii_strncasecmp (text, leading_words[i], n) == 0 &&
              (text[n] == ' ' || text[n] == ':'))
            {
              text += n;
              moved = TRUE;
            }
        }
    }
  return text;
}

/* "JaneDoe"; not "MacDonald", nor "ANI". */
static gboolean
has_inner_capital (const char *word)
{
  guint n = 0;

  for (gsize i = 1; word[i] != '\0'; i++)
    n += g_ascii_isupper (word[i]) && g_ascii_islower (word[i - 1]);
  return n > 0 && strncmp (word, "Mac", 3) != 0 && strncmp (word, "Mc", 2) != 0;
}

gboolean
dtl_author_names_has_lead (const char *line)
{
  static const char *const leads[] = {
    "by ",       "von ",     "par ",     "por ",          "oleh ",      "written by",
    "posted by", "story by", "words by", "verfasst von ", "author:",    "autor:",
    "autorin:",  "text: ",   "texte: ",  "texto: ",       "reported by"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (leads); i++)
    if (g_ascii_strncasecmp (line, leads[i], strlen (leads[i])) == 0)
      return TRUE;
  /* "ByJane Doe", where two elements stand side by side. */
  return g_str_has_prefix (line, "By") && g_ascii_isupper (line[2]);
}

gboolean
dtl_author_names_is_person (const char *name)
{
  static const char *const firms[] = { "Inc",    "LLC",    "Ltd",       "GmbH",
                                       "e.V.",   "AG",     "Team",      "Desk",
                                       "News",   "Staff",  "Editorial", "Editors",
                                       "Agency", "Verlag", "Redaktion", "Online",
                                       "Media",  "Press" };
  g_auto (GStrv) words = g_strsplit (name, " ", -1);

  if (g_unichar_islower (g_utf8_get_char (name)) || strpbrk (name, "_0123456789") != NULL)
    return FALSE;
  for (gsize i = 0; words[i] != NULL; i++)
    for (gsize k = 0; k < G_N_ELEMENTS (firms); k++)
      if (g_ascii_strcasecmp (words[i], firms[k]) == 0)
        return FALSE;
  return words[0] == NULL || words[1] != NULL || !has_inner_capital (words[0]);
}

static gboolean
is_site (const char *name, const char *site)
{
  return site != NULL && g_ascii_strcasecmp (name, site) == 0;
}

/* "admin" and the like are what a program calls whoever set it up. */
static gboolean
is_rubbish (const char *name)
{
  static const char *const words[] = { "admin",  "administrator", "null",   "undefined",
                                       "none",   "unknown",       "author", "webmaster",
                                       "editor", "default" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (name, words[i]) == 0)
      return TRUE;
  return contains_folded (name, "http") || contains_folded (name, "www.") ||
         strchr (name, '@') != NULL;
}

static gboolean
has_other_word (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (other_words); i++)
    if (contains_folded (name, other_words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_name (const char *name, DtlAuthorSource source, const char *site)
{
  guint n_words = 1, n_letters = 0;

  if (strlen (name) > MAX_NAME_BYTES || is_site (name, site) || is_rubbish (name))
    return FALSE;
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((g_unichar_isdigit (c) && source == DTL_AUTHOR_LINE) ||
          strchr ("/\\<>{}[]=_#?!%", (int) *p) != NULL)
        return FALSE;
      n_words += c == ' ';
      n_letters += g_unichar_isalpha (c) != 0;
    }
  if (n_letters < 2 || n_words > MAX_NAME_WORDS)
    return FALSE;
  return source == DTL_AUTHOR_FIELD ||
         (!g_unichar_islower (g_utf8_get_char (name)) && !has_other_word (name));
}

/* "RN", "PhD", "MBA" behind a name, as often as they stand there. */
static void
cut_degrees (char *name)
{
  static const char *const degrees[] = { "RN",  "MD",    "BSN",  "MBA", "MSc", "BSc",
                                         "PhD", "Ph.D.", "M.D.", "RD",  "RDN", "CPA",
                                         "MS",  "DDS",   "MPH",  "JD",  "Esq." };
  gboolean moved = TRUE;

  while (moved)
    {
      char *space = strrchr (name, ' ');
      char *last = space != NULL ? space + 1 : name;

      moved = FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (degrees); i++)
        if (strcmp (last, degrees[i]) == 0)
          {
            *(space != NULL ? space : name) = '\0';
            moved = TRUE;
            break;
          }
    }
}

/* "More stories by Jane Doe": what is behind the last "by". */
static const char *
skip_to_by (const char *text)
{
  const char *by = g_strrstr (text, " by ");

  return by != NULL ? by + 4 : text;
}

static gboolean
is_there (const GPtrArray *names, const char *name)
{
  for (guint i = 0; i < names->len; i++)
    if (g_ascii_strcasecmp (names->pdata[i], name) == 0)
      return TRUE;
  return FALSE;
}

static void
add_piece (GPtrArray *names,
           const char *piece,
           gsize length,
           DtlAuthorSource source,
           const char *site)
{
  g_autofree char *copy = g_strndup (piece, length);
  g_autofree char *name = dtl_clean_text (skip_leading (skip_to_by (copy)), -1);

  if (name == NULL)
    return;
  for (gsize n = strlen (name); n > 0 && strchr (" ,;:|-", name[n - 1]) != NULL; n--)
    name[n - 1] = '\0';
  cut_degrees (name);
  if (*name != '\0' && is_name (name, source, site) && !is_there (names, name) &&
      names->len < MAX_NAMES)
    g_ptr_array_add (names, g_steal_pointer (&name));
}

static gsize
measure_parting (const char *at)
{
  if (*at != '\0' && strchr (",;|/\n(", *at) != NULL)
    return 1;
  for (gsize i = 0; i < G_N_ELEMENTS (parting_words); i++)
    if (g_str_has_prefix (at, parting_words[i]))
      return strlen (parting_words[i]);
  if (g_str_has_prefix (at, " - ") || g_str_has_prefix (at, " – ") ||
      g_str_has_prefix (at, " — ") || g_str_has_prefix (at, " • ") ||
      g_str_has_prefix (at, " · "))
    return strcspn (at + 1, " ") + 2;
  return 0;
}

void
dtl_author_names_add (GPtrArray *names,
                      const char *text,
                      DtlAuthorSource source,
                      const char *site)
{
  const char *start;

  if (text == NULL || strlen (text) > MAX_TEXT_BYTES)
    return;
  text = start = skip_leading (text);
  for (const char *at = text;; at++)
    {
      gsize n = *at == '\0' ? 1 : measure_parting (at);

      if (n == 0)
        continue;
      add_piece (names, start, (gsize) (at - start), source, site);
      if (*at == '\0')
        break;
      start = at + n;
      at = start - 1;
    }
}
