/* Bytes to UTF-8, whatever they say of themselves. */

#include "article/dtl-encoding.h"

#include <string.h>

typedef struct {
  const char *name;
  const char *bytes;
  gsize length;
  const char *declared;
  const char *text;
} Case;

#define CASE(name, bytes, declared, text)                                                \
  {                                                                                      \
    name, bytes, sizeof (bytes) - 1, declared, text                                      \
  }

static const Case cases[] = {
  CASE ("plain", "caf", NULL, "caf"),
  CASE ("UTF-8", "caf\303\251", NULL, "café"),
  CASE ("UTF-8 declared as something else", "caf\303\251", "iso-8859-1", "café"),
  CASE ("a mark wins over a declaration",
        "\357\273\277caf\303\251",
        "windows-1251",
        "café"),
  CASE ("UTF-16, little end first", "\377\376c\0a\0f\0\351\0", NULL, "café"),
  CASE ("UTF-16, big end first", "\376\377\0c\0a\0f\0\351", NULL, "café"),
  CASE ("UTF-16 without a mark", "c\0a\0f\0e\0 \0o\0p\0e\0n\0", NULL, "cafe open"),
  CASE ("Latin 1 means windows-1252", "\223caf\351\224", "iso-8859-1", "“café”"),
  CASE ("windows-1251", "\312\353\367", "windows-1251", "Клч"),
  CASE ("gb2312 means gb18030", "\326\320\316\304", "GB2312", "中文"),
  CASE ("Shift JIS", "\223\372\226\173", "Shift_JIS", "日本"),
  CASE ("EUC-KR", "\307\321\261\333", "euc-kr", "한글"),
  CASE ("a label that nobody knows",
        "caf\351 au lait, s'il vous pla\356t",
        "x-nonsense",
        "café au lait, s'il vous plaît"),
  CASE ("one bad byte in much UTF-8",
        "\303\244\303\244\303\244\303\244\303\244\303\244\303\244\303\244\303\244\303\244"
        "\303\244"
        "\377.",
        NULL,
        "äääääääääää\357\277\275."),
  CASE ("NUL bytes", "ca\0f\0", NULL, "caf"),
  CASE ("UTF-7 is plain text", "+ADw-b+AD4-", "utf-7", "+ADw-b+AD4-"),
  CASE ("declared UTF-8 that the bytes refute",
        "caf\351 au lait, s'il vous pla\356t",
        "utf-8",
        "café au lait, s'il vous plaît"),
  CASE ("cut within a character",
        "\303\244\303\244\303\244\303\244\303\244\303\244\303\244\303\244\303\244\303\244"
        "\303",
        NULL,
        "ääääääääää\357\277\275"),
};

static void
test_decode (gconstpointer data)
{
  const Case *c = data;
  gsize length;
  g_autofree char *text = dtl_encoding_decode (c->bytes, c->length, c->declared, &length);

  g_assert_cmpuint (length, ==, strlen (text));
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpstr (text, ==, c->text);
}

/* --- what a page declares --- */

typedef struct {
  const char *page, *declared;
} Declaration;

static const Declaration declarations[] = {
  { "<meta charset=\"utf-8\">", "utf-8" },
  { "<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=windows-1251'>",
    "windows-1251" },
  { "<?xml version=\"1.0\" encoding='ISO-8859-2'?><html>", "ISO-8859-2" },
  { "<meta name=description content=x><meta charset=big5>", "big5" },
  { "<p>charset=utf-8</p>", NULL },
  { "<meta charset=\"\">", NULL },
  { "<meta charset", NULL },
};

static void
test_declared (gconstpointer data)
{
  const Declaration *c = data;
  g_autofree char *declared = dtl_encoding_find_declared (c->page, strlen (c->page));

  g_assert_cmpstr (declared, ==, c->declared);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/article/encoding/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_decode);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (declarations); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/article/declared/%" G_GSIZE_FORMAT, i + 1);

      g_test_add_data_func (path, &declarations[i], test_declared);
    }
  return g_test_run ();
}
