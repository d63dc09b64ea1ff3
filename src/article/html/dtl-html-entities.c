#include "config.h"

#include "article/html/dtl-html-entities.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#define MAX_NAME_BYTES 12

typedef struct {
  const char *name;
  gunichar character;
} Entity;

/* Those of HTML 5 that are met in articles; libxml2 knows those of HTML 4. */
static const Entity newer_entities[] = {
  { "apos", '\'' },    { "excl", '!' },      { "quest", '?' },     { "num", '#' },
  { "dollar", '$' },   { "percnt", '%' },    { "lpar", '(' },      { "rpar", ')' },
  { "ast", '*' },      { "plus", '+' },      { "comma", ',' },     { "period", '.' },
  { "sol", '/' },      { "colon", ':' },     { "semi", ';' },      { "equals", '=' },
  { "commat", '@' },   { "lsqb", '[' },      { "rsqb", ']' },      { "lowbar", '_' },
  { "lbrace", '{' },   { "rbrace", '}' },    { "vert", '|' },      { "verbar", '|' },
  { "grave", '`' },    { "hyphen", 0x2010 }, { "dash", 0x2010 },   { "mldr", 0x2026 },
  { "nldr", 0x2025 },  { "check", 0x2713 },  { "star", 0x2606 },   { "starf", 0x2605 },
  { "NewLine", '\n' }, { "Tab", '\t' },      { "rsquor", 0x2019 }, { "rdquor", 0x201d },
  { "abreve", 0x103 }, { "amacr", 0x101 },   { "aogon", 0x105 },   { "cacute", 0x107 },
  { "ccaron", 0x10d }, { "dcaron", 0x10f },  { "dstrok", 0x111 },  { "eogon", 0x119 },
  { "ecaron", 0x11b }, { "gbreve", 0x11f },  { "inodot", 0x131 },  { "imacr", 0x12b },
  { "lstrok", 0x142 }, { "nacute", 0x144 },  { "ncaron", 0x148 },  { "odblac", 0x151 },
  { "rcaron", 0x159 }, { "sacute", 0x15b },  { "scedil", 0x15f },  { "tcaron", 0x165 },
  { "udblac", 0x171 }, { "uring", 0x16f },   { "zacute", 0x17a },  { "zcaron", 0x17e },
  { "zdot", 0x17c },
};

/* Windows-1252, 128 to 159; 0 where it has no character. */
static const gunichar windows_1252[32] = {
  0x20ac, 0,      0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021, 0x2c6,  0x2030, 0x160,
  0x2039, 0x152,  0,      0x17d,  0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0,      0x17e,  0x178,
};

static gunichar
find_named (const char *name, gsize length)
{
  char copy[MAX_NAME_BYTES + 1];
  const htmlEntityDesc *entity;

  if (length == 0 || length > MAX_NAME_BYTES)
    return 0;
  memcpy (copy, name, length);
  copy[length] = '\0';
  entity = htmlEntityLookup ((const xmlChar *) copy);
  if (entity != NULL)
    return entity->value;
  for (gsize i = 0; i < G_N_ELEMENTS (newer_entities); i++)
    if (strcmp (newer_entities[i].name, copy) == 0)
      return newer_entities[i].character;
  return 0;
}

/* "#8217" or "#x2019"; sets how many bytes it has. */
static gunichar
read_number (const char *at, const char *end, gsize *ret_length)
{
  gboolean is_hex = end - at > 1 && (at[1] == 'x' || at[1] == 'X');
  const char *p = at + (is_hex ? 2 : 1), *digits = p;
  gunichar value = 0;

  for (; p < end && (is_hex ? g_ascii_isxdigit (*p) : g_ascii_isdigit (*p)); p++)
    if (value < 0x110000)
      value = value * (is_hex ? 16 : 10) + (gunichar) g_ascii_xdigit_value (*p);
  *ret_length = (gsize) (p - at);
  if (p == digits)
    return 0;
  if (value >= 128 && value < 160)
    return windows_1252[value - 128];
  return g_unichar_validate (value) ? value : 0xfffd;
}

/* The reference at the "&" that @at is behind: its character, or 0. */
static gunichar
read_reference (const char *at, const char *end, gsize *ret_length)
{
  gsize n = 0;
  gunichar c;

  if (at < end && *at == '#')
    c = read_number (at, end, &n);
  else
    {
      while (at + n < end && n <= MAX_NAME_BYTES && g_ascii_isalnum (at[n]))
        n++;
      c = find_named (at, n);
      /* Without a semicolon only what cannot be part of an address. */
      if (c != 0 && at + n < end && at[n] == '=')
        c = 0;
    }
  if (c != 0 && at + n < end && at[n] == ';')
    n++;
  *ret_length = n;
  return c;
}

char *
dtl_html_decode_entities (const char *text, gsize length)
{
  g_autoptr (GString) decoded = g_string_sized_new (length + 1);
  const char *at = text, *end = text + length;

  while (at < end)
    {
      const char *mark = memchr (at, '&', (gsize) (end - at));
      const char *stop = mark != NULL ? mark : end;
      gsize n = 0;
      gunichar c;

      g_string_append_len (decoded, at, stop - at);
      at = stop;
      if (mark == NULL)
        break;
      at++;
      c = read_reference (at, end, &n);
      if (c == 0)
        {
          g_string_append_c (decoded, '&');
          continue;
        }
      g_string_append_unichar (decoded, c);
      at += n;
    }
  return g_string_free (g_steal_pointer (&decoded), FALSE);
}
