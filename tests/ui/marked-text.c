#include "ui/dtl-marked-text.h"

#include <string.h>

/* '[' and ']' in @text stand for where marks begin and end, '{' and '}' for
 * the whole; the markup is written with <m> for the mark's long element. */
typedef struct {
  const char *name;
  const char *text;
  const char *markup;
} Case;

static const Case cases[] = {
  { "one", "{On [27 July] it ended.}", "On <m>27 July</m> it ended." },
  { "range", "{From [1950] to [1953].}", "From <m>1950</m> to <m>1953</m>." },
  { "none", "{Nothing here.}", "Nothing here." },
  { "all", "{[1953]}", "<m>1953</m>" },
  { "escaped", "{A & B <[1953]>}", "A &amp; B &lt;<m>1953</m>&gt;" },
  { "outside", "In [1950]. {In [1953].}", "In <m>1953</m>." },
  { "empty-mark", "{In [] no year.}", "In  no year." },
  { "not-english", "{Im März [1953] – „Frieden“.}", "Im März <m>1953</m> – „Frieden“." },
};

/* Takes the signs out of @text and tells where they stood. */
static char *
read_signs (const char *text,
            DtlTextSpan *ret_whole,
            DtlTextSpan *ret_marks,
            guint *ret_n)
{
  GString *plain = g_string_new (NULL);

  *ret_n = 0;
  for (; *text != '\0'; text++)
    if (*text == '{')
      ret_whole->start = plain->len;
    else if (*text == '}')
      ret_whole->end = plain->len;
    else if (*text == '[')
      ret_marks[*ret_n].start = plain->len;
    else if (*text == ']')
      ret_marks[(*ret_n)++].end = plain->len;
    else
      g_string_append_c (plain, *text);
  return g_string_free (plain, FALSE);
}

static char *
shorten (const char *markup)
{
  GString *text = g_string_new (markup);
  const char *open = strstr (text->str, "<span");

  while (open != NULL)
    {
      gssize start = open - text->str;
      gssize end = strchr (open, '>') + 1 - text->str;

      g_string_erase (text, start, end - start);
      g_string_insert (text, start, "<m>");
      open = strstr (text->str, "<span");
    }
  g_string_replace (text, "</span>", "</m>", 0);
  return g_string_free (text, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  DtlTextSpan whole = { 0 };
  DtlTextSpan marks[4];
  guint n;
  g_autofree char *plain = read_signs (row->text, &whole, marks, &n);
  g_autofree char *markup = dtl_marked_text_format (plain, whole, marks, n);
  g_autofree char *shown = shorten (markup);

  g_assert_cmpstr (shown, ==, row->markup);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/marked-text/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
