#include "config.h"

#include "article/dtl-sniff.h"

#include "article/dtl-sniff-xml.h"
#include "article/mail/dtl-mail-reader.h"
#include "article/text/dtl-markdown.h"
#include "article/wiki/dtl-wikitext.h"
#include "article/xml/dtl-feed-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- what we do not read, by its first bytes --- */

typedef struct {
  gsize offset;
  const char *bytes;
  gsize length;
  const char *what;
} Magic;

#define MAGIC(offset, bytes, what)                                                       \
  {                                                                                      \
    offset, bytes, sizeof (bytes) - 1, what                                              \
  }

static const Magic magics[] = {
  MAGIC (0, "\377\330\377", N_ ("a JPEG picture")),
  MAGIC (0, "\211PNG\r\n\032\n", N_ ("a PNG picture")),
  MAGIC (0, "GIF8", N_ ("a GIF picture")),
  MAGIC (0, "BM", N_ ("a picture")), /* where it is no text, see below */
  MAGIC (0, "II*\0", N_ ("a TIFF picture")),
  MAGIC (0, "MM\0*", N_ ("a TIFF picture")),
  MAGIC (8, "WEBP", N_ ("a WebP picture")),
  MAGIC (4, "ftypavif", N_ ("an AVIF picture")),
  MAGIC (4, "ftyphei", N_ ("a HEIF picture")),
  MAGIC (4, "ftyp", N_ ("a film")),
  MAGIC (8, "AVI ", N_ ("a film")),
  MAGIC (0, "\032E\337\243", N_ ("a film")),
  MAGIC (8, "WAVE", N_ ("a sound recording")),
  MAGIC (0, "ID3", N_ ("a sound recording")),
  MAGIC (0, "\377\373", N_ ("a sound recording")),
  MAGIC (0, "OggS", N_ ("a sound recording or a film")),
  MAGIC (0, "fLaC", N_ ("a sound recording")),
  MAGIC (0, "\177ELF", N_ ("a program")),
  MAGIC (0, "MZ", N_ ("a program")),
  MAGIC (0, "\312\376\272\276", N_ ("a program")),
  MAGIC (0, "\317\372\355\376", N_ ("a program")),
  MAGIC (0, "%!PS", N_ ("a PostScript document")),
  MAGIC (0, "{\\rtf", N_ ("an RTF document")),
  MAGIC (0,
         "\320\317\021\340\241\261\032\341",
         N_ ("an old Office document, or one locked with a password")),
  MAGIC (0, "\037\213", N_ ("a compressed file")),
  MAGIC (0, "BZh", N_ ("a compressed file")),
  MAGIC (0, "\3757zXZ", N_ ("a compressed file")),
  MAGIC (0, "\050\265\057\375", N_ ("a compressed file")),
  MAGIC (0, "7z\274\257\047\034", N_ ("a compressed archive")),
  MAGIC (0, "Rar!", N_ ("a compressed archive")),
  MAGIC (257, "ustar", N_ ("an archive")),
  MAGIC (0, "SQLite format 3", N_ ("a database")),
  MAGIC (0, "wOFF", N_ ("a font")),
  MAGIC (0, "\0\001\0\0\0", N_ ("a font")),
};

/* Readable letters, though no text for a reader of articles. */
static gboolean
is_marked_as_text (const Magic *magic)
{
  return magic->bytes[0] == '%' || magic->bytes[0] == '{';
}

static const Magic *
find_magic (const char *bytes, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (magics); i++)
    if (length >= magics[i].offset + magics[i].length &&
        memcmp (bytes + magics[i].offset, magics[i].bytes, magics[i].length) == 0)
      return &magics[i];
  return NULL;
}

/* --- text or not --- */

static gboolean
has_utf16_shape (const char *bytes, gsize length)
{
  gsize n_even = 0, n_odd = 0;

  if (length >= 2 &&
      (memcmp (bytes, "\377\376", 2) == 0 || memcmp (bytes, "\376\377", 2) == 0))
    return TRUE;
  for (gsize i = 0; i < length; i++)
    if (bytes[i] == '\0')
      *(i % 2 == 0 ? &n_even : &n_odd) += 1;
  return MAX (n_even, n_odd) > length / 5 && MIN (n_even, n_odd) < length / 50;
}

/* One control in fifty characters, or two in a line, is dirt in a text; more is
 * no text. */
static gboolean
looks_like_text (const char *bytes, gsize length)
{
  gsize n_controls = 0;

  if (has_utf16_shape (bytes, length))
    return TRUE;
  for (gsize i = 0; i < length; i++)
    if ((guchar) bytes[i] < 0x20 &&
        (bytes[i] == '\0' || strchr ("\t\n\f\r\033", bytes[i]) == NULL))
      n_controls++;
  return n_controls * 50 <= length + 100;
}

static gboolean
is_blank (const char *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (bytes[i]))
      return FALSE;
  return TRUE;
}

/* --- page or plain text --- */

static gboolean
has_word_at (const char *at, const char *end, const char *word)
{
  gsize length = strlen (word);

  return (gsize) (end - at) >= length && g_ascii_strncasecmp (at, word, length) == 0;
}

static gboolean
is_tag_at (const char *at, const char *end, const char *const *names)
{
  for (gsize i = 0; names[i] != NULL; i++)
    if (has_word_at (at, end, names[i]) &&
        (at + strlen (names[i]) == end || !g_ascii_isalnum (at[strlen (names[i])])))
      return TRUE;
  return FALSE;
}

/* A page opens with one of the first tags, or has some of the second: prose
 * that shows a tag or two stays prose. */
static gboolean
looks_like_html (const char *bytes, gsize length)
{
  static const char *const opening[] = { "<!doctype", "<html", "<head",   "<body",
                                         "<title",    "<meta", "<script", "<style",
                                         "<!--",      "<?xml", NULL };
  static const char *const inside[] = { "<html",  "<head",    "<body", "<p",    "<div",
                                        "<span",  "<a",       "<br",   "<h1",   "<h2",
                                        "<table", "<ul",      "</p",   "</div", "</a",
                                        "</h1",   "<article", NULL };
  const char *at = bytes, *end = bytes + length;
  guint n_tags = 0;

  if (has_word_at (at, end, "\357\273\277"))
    at += 3;
  while (at < end && g_ascii_isspace (*at))
    at++;
  if (is_tag_at (at, end, opening))
    return TRUE;
  for (; at < end && n_tags < 4; at++)
    if (*at == '<' && is_tag_at (at, end, inside))
      n_tags++;
  return n_tags >= 4;
}

static gboolean
ends_with_any_of (const char *name, const char *const *endings)
{
  for (gsize i = 0; name != NULL && endings[i] != NULL; i++)
    {
      gsize length = strlen (name), n = strlen (endings[i]);

      if (length >= n && g_ascii_strcasecmp (name + length - n, endings[i]) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_named_html (const char *name)
{
  static const char *const endings[] = {
    ".html", ".htm", ".xhtml", ".xht", ".shtml", NULL
  };

  return ends_with_any_of (name, endings);
}

/* Wikitext has tags in it, so it is asked for before a page is. */
static gboolean
is_wikitext (const char *bytes, gsize length, const char *name)
{
  static const char *const endings[] = { ".wiki", ".mediawiki", ".wikitext", NULL };

  return ends_with_any_of (name, endings) ||
         (bytes[0] != '<' && dtl_wikitext_looks_like (bytes, length));
}

static gboolean
is_named_markdown (const char *name)
{
  static const char *const endings[] = { ".md", ".markdown", ".mdown", ".mkd", NULL };

  return ends_with_any_of (name, endings);
}

/* UTF-16 as the letters it would be, so that the same eyes can read it. */
static gsize
squeeze_nuls (const char *bytes, gsize length, char *ret_squeezed)
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    if (bytes[i] != '\0')
      ret_squeezed[n++] = bytes[i];
  return n;
}

/* Packed or otherwise not to be read as letters; OTHER where it is unknown. */
static DtlKind
find_packed_kind (const char *bytes, gsize length)
{
  if (length >= 4 &&
      (memcmp (bytes, "PK\003\004", 4) == 0 || memcmp (bytes, "PK\005\006", 4) == 0))
    return DTL_KIND_ZIP;
  if (length >= 5 && memcmp (bytes, "%PDF-", 5) == 0)
    return DTL_KIND_PDF;
  return DTL_KIND_OTHER;
}

DtlKind
dtl_sniff (const char *bytes, gsize length, const char *name, const char **ret_what)
{
  DtlKind kind = find_packed_kind (bytes, length);
  char squeezed[DTL_SNIFF_BYTES];
  gsize n = MIN (length, DTL_SNIFF_BYTES);
  const Magic *magic = find_magic (bytes, n);
  gsize skipped = 0;

  if (kind != DTL_KIND_OTHER)
    return kind;
  if (magic != NULL && (is_marked_as_text (magic) || !looks_like_text (bytes, n)))
    {
      *ret_what = _ (magic->what);
      return DTL_KIND_OTHER;
    }
  if (!looks_like_text (bytes, n))
    {
      *ret_what = _ ("a file without text");
      return DTL_KIND_OTHER;
    }
  n = squeeze_nuls (bytes, n, squeezed);
  if (n >= 2 &&
      (memcmp (squeezed, "\377\376", 2) == 0 || memcmp (squeezed, "\376\377", 2) == 0))
    skipped = 2;
  if (is_blank (squeezed, n))
    return length <= DTL_SNIFF_BYTES ? DTL_KIND_EMPTY : DTL_KIND_TEXT;
  kind = dtl_sniff_xml (squeezed + skipped, n - skipped);
  if (kind != DTL_KIND_OTHER)
    return kind;
  if (dtl_mail_sniff (squeezed + skipped, n - skipped))
    return DTL_KIND_MAIL;
  if (dtl_json_feed_sniff (squeezed + skipped, n - skipped))
    return DTL_KIND_JSON_FEED;
  if (is_named_markdown (name))
    return DTL_KIND_MARKDOWN;
  if (is_wikitext (squeezed + skipped, n - skipped, name))
    return DTL_KIND_WIKITEXT;
  if (looks_like_html (squeezed + skipped, n - skipped) || is_named_html (name))
    return DTL_KIND_HTML;
  if (dtl_markdown_looks_like (squeezed + skipped, n - skipped))
    return DTL_KIND_MARKDOWN;
  return DTL_KIND_TEXT;
}
