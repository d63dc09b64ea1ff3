#include "extract/packs/dtl-plain-pack.h"

#include "base/dtl-resources.h"
#include "extract/packs/dtl-plain-names.h"

#include <string.h>

/* Shorter names of months mean other things as well ("mai", "set"): they are
 * dates only with a day or a year. */
#define MIN_LONE_NAME 5

typedef struct {
  const char *language;
  GKeyFile *words; /* plain.ini */
  GString *classes;
  GPtrArray *months; /* by month from 0: GPtrArray of names */
  GPtrArray *short_months;
} Maker;

/* Lists in plain.ini, and the class that each becomes. */
static const struct {
  const char *key;
  const char *class;
  const char *field; /* or NULL */
  const char *value; /* or NULL */
} lists[] = {
  { "of", "of", NULL, NULL },
  { "day-mark", "day-mark", NULL, NULL },
  { "day-word", "day-word", "day", "1" },
  { "year-word", "year-word", NULL, NULL },
  { "year-mark", "year-mark", NULL, NULL },
  { "tail", "tail", NULL, NULL },
  { "from", "from", NULL, NULL },
  { "to", "to", NULL, NULL },
  { "between", "between", NULL, NULL },
  { "and", "and", NULL, NULL },
  { "approx", "approx", NULL, NULL },
  { "before", "bound", "bound", "before" },
  { "after", "bound", "bound", "after" },
  { "since", "bound", "bound", "since" },
  { "until", "bound", "bound", "until" },
  { "before-behind", "bound-behind", "bound", "before" },
  { "after-behind", "bound-behind", "bound", "after" },
  { "month-mark", "month-mark", NULL, NULL },
  { "particles", "word-piece", NULL, NULL },
  { "abbreviations", "abbreviation", NULL, NULL },
  { "buddhist", "buddhist", "year-offset", "-543" },
  { "hijri", "foreign-year-mark", NULL, NULL },
  { "persian", "foreign-year-mark", NULL, NULL },
};

static char **
get_list (const Maker *self, const char *key)
{
  char **list = g_key_file_get_string_list (self->words, self->language, key, NULL, NULL);

  return list != NULL ? list : g_new0 (char *, 1);
}

static gboolean
has_digit (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isdigit (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* Whether a pack can hold it: names of months that are numbers have patterns. */
static gboolean
is_word (const char *text)
{
  return *text != '\0' && strchr (text, ',') == NULL && !has_digit (text);
}

/* --- classes --- */

static void
begin_class (Maker *self, const char *name, const char *field)
{
  g_string_append_printf (self->classes, "<class name=\"%s\"", name);
  if (field != NULL)
    g_string_append_printf (self->classes, " field=\"%s\"", field);
  g_string_append (self->classes, ">\n");
}

static void
end_class (Maker *self)
{
  g_string_append (self->classes, "</class>\n");
}

static void
append_word (Maker *self, const char *value, gboolean dot, const char *word)
{
  g_autofree char *escaped = g_markup_escape_text (word, -1);

  if (!is_word (word))
    return;
  g_string_append (self->classes, "<words");
  if (value != NULL)
    g_string_append_printf (self->classes, " value=\"%s\"", value);
  if (dot)
    g_string_append (self->classes, " dot=\"yes\"");
  g_string_append_printf (self->classes, ">%s</words>\n", escaped);
}

/* Names by number, the first of which has the value @first. */
static void
append_names (Maker *self,
              const char *class,
              const char *field,
              const GPtrArray *names,
              int first)
{
  const gboolean dot =
      strcmp (class, "short-month") == 0 || strcmp (class, "weekday") == 0;

  begin_class (self, class, field);
  for (guint i = 0; i < names->len; i++)
    {
      const GPtrArray *list = g_ptr_array_index (names, i);
      g_autofree char *value = g_strdup_printf ("%d", first + (int) i);

      for (guint j = 0; j < list->len; j++)
        append_word (self, value, dot, g_ptr_array_index (list, j));
    }
  end_class (self);
}

/* Each list has a class, with the words of all lists of that class. */
static void
append_lists (Maker *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_auto (GStrv) words = get_list (self, lists[i].key);

      begin_class (self, lists[i].class, lists[i].field);
      for (guint j = 0; words[j] != NULL; j++)
        append_word (self, lists[i].value, FALSE, g_strstrip (words[j]));
      end_class (self);
    }
}

typedef void (*WordFunc) (Maker *self, const char *word);

/* Each word of the entries of lists: "el año de" is three. @keys end with NULL. */
static void
for_each_word (Maker *self, const char *const *keys, WordFunc func)
{
  for (; *keys != NULL; keys++)
    {
      g_auto (GStrv) list = get_list (self, *keys);

      for (guint i = 0; list[i] != NULL; i++)
        {
          g_auto (GStrv) words = g_strsplit (list[i], " ", -1);

          for (guint j = 0; words[j] != NULL; j++)
            if (is_word (words[j]) && strcspn (words[j], "&<>\"") == strlen (words[j]))
              func (self, words[j]);
        }
    }
}

static void
append_lead (Maker *self, const char *word)
{
  append_word (self, NULL, FALSE, word);
}

static void
append_leads (Maker *self)
{
  static const char *const keys[] = { "lead", "from", "of", "year-word", "tail", NULL };

  begin_class (self, "lead", NULL);
  for_each_word (self, keys, append_lead);
  end_class (self);
}

/* With a capital as well: clauses fold the letters of ASCII only. */
static void
append_clause_word (Maker *self, const char *word)
{
  g_autofree char *escaped = g_markup_escape_text (word, -1);

  g_string_append_printf (self->classes, "%s, ", escaped);
  g_string_append_unichar (self->classes, g_unichar_toupper (g_utf8_get_char (escaped)));
  g_string_append_printf (self->classes, "%s, ", g_utf8_next_char (escaped));
}

/* What goes with a date, and so stays out of a title. */
static void
append_clauses (Maker *self)
{
  static const char *const before[] = { "lead",   "from",      "to",    "between",
                                        "approx", "before",    "after", "since",
                                        "until",  "year-word", NULL };
  static const char *const links[] = { "and", "to", NULL };
  static const char *const behind[] = { "tail", "before-behind", "after-behind", NULL };
  const struct {
    const char *class;
    const char *const *keys;
  } groups[] = { { "preposition", before },
                 { "date-link", links },
                 { "date-tail", behind } };

  g_string_append (self->classes, "<clauses>\n");
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_string_append_printf (self->classes, "<words as=\"%s\">", groups[i].class);
      for_each_word (self, groups[i].keys, append_clause_word);
      g_string_append (self->classes, "</words>\n");
    }
  g_string_append (self->classes, "</clauses>\n");
}

/* --- names --- */

static void
free_list (gpointer data)
{
  g_ptr_array_unref (data);
}

/* As the language has them, and the locales that plain.ini names beside it. */
static GPtrArray *
collect_names (const Maker *self, DtlPlainName kind)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (free_list);
  g_auto (GStrv) also = get_list (self, "also");

  dtl_plain_names_add (self->language, kind, names);
  for (guint i = 0; also[i] != NULL; i++)
    dtl_plain_names_add (also[i], kind, names);
  return names;
}

/* Forms of the names that no locale data has: "в мае". */
static void
add_further_months (Maker *self)
{
  g_auto (GStrv) months = get_list (self, "months");

  for (guint i = 0; i < self->months->len && months[i] != NULL; i++)
    {
      g_auto (GStrv) forms = g_strsplit (months[i], ",", -1);

      for (guint j = 0; forms[j] != NULL; j++)
        g_ptr_array_add (g_ptr_array_index (self->months, i),
                         g_strdup (g_strstrip (forms[j])));
    }
}

/* Prefixes that are written together with a month, as in Hebrew: the locale's own
 * "d בMMMM" says so. */
static void
add_glued_months (Maker *self)
{
  g_auto (GStrv) prefixes = get_list (self, "month-prefix");

  for (guint i = 0; prefixes[0] != NULL && i < self->months->len; i++)
    {
      GPtrArray *list = g_ptr_array_index (self->months, i);
      const guint n = list->len;

      for (guint j = 0; j < n; j++)
        for (guint k = 0; prefixes[k] != NULL; k++)
          g_ptr_array_add (list,
                           g_strconcat (prefixes[k], g_ptr_array_index (list, j), NULL));
    }
}

/* Short names lose their stop, which the class allows. */
static void
strip_stops (GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    {
      GPtrArray *list = g_ptr_array_index (names, i);

      for (guint j = 0; j < list->len; j++)
        {
          char *name = g_ptr_array_index (list, j);

          if (g_str_has_suffix (name, "."))
            name[strlen (name) - 1] = '\0';
        }
    }
}

static gboolean
is_short_month (const Maker *self, const char *name)
{
  for (guint i = 0; i < self->short_months->len; i++)
    if (g_ptr_array_find_with_equal_func (g_ptr_array_index (self->short_months, i), name,
                                          g_str_equal, NULL))
      return TRUE;
  return FALSE;
}

/* Months that are a date by themselves. */
static void
append_lone_months (Maker *self)
{
  begin_class (self, "lone-month", "month");
  for (guint i = 0; i < self->months->len; i++)
    {
      const GPtrArray *list = g_ptr_array_index (self->months, i);
      g_autofree char *value = g_strdup_printf ("%u", i + 1);

      for (guint j = 0; j < list->len; j++)
        {
          const char *name = g_ptr_array_index (list, j);

          if (g_utf8_strlen (name, -1) >= MIN_LONE_NAME && !is_short_month (self, name))
            append_word (self, value, FALSE, name);
        }
    }
  end_class (self);
}

static void
append_months (Maker *self)
{
  self->months = collect_names (self, DTL_PLAIN_MONTH);
  self->short_months = collect_names (self, DTL_PLAIN_SHORT_MONTH);
  strip_stops (self->short_months);
  add_further_months (self);
  add_glued_months (self);
  append_names (self, "month", "month", self->months, 1);
  append_names (self, "short-month", "month", self->short_months, 1);
  append_lone_months (self);
}

static void
append_weekdays (Maker *self)
{
  g_autoptr (GPtrArray) names = collect_names (self, DTL_PLAIN_WEEKDAY);

  strip_stops (names);
  append_names (self, "weekday", "weekday", names, 1);
}

static void
append_calendar (Maker *self, DtlPlainName kind, const char *class)
{
  g_autoptr (GPtrArray) names = collect_names (self, kind);

  append_names (self, class, class, names, 1);
}

static void
append_eras (Maker *self)
{
  static const struct {
    const char *class;
    guint number;
  } eras[] = { { "bc", 0 }, { "ad", 1 } };
  g_autoptr (GPtrArray) names = collect_names (self, DTL_PLAIN_ERA);

  for (guint i = 0; i < G_N_ELEMENTS (eras); i++)
    {
      const GPtrArray *list =
          eras[i].number < names->len ? g_ptr_array_index (names, eras[i].number) : NULL;

      begin_class (self, eras[i].class, "era");
      for (guint j = 0; list != NULL && j < list->len; j++)
        append_word (self, eras[i].class, FALSE, g_ptr_array_index (list, j));
      end_class (self);
    }
}

/* The characters behind the numbers of year, month and day in East Asia. */
static void
append_chars (Maker *self)
{
  static const char *const classes[] = { "year-char", "month-char", "day-char" };
  g_auto (GStrv) chars = get_list (self, "chars");
  const guint n = g_strv_length (chars);

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      g_auto (GStrv) forms = g_strsplit (i < n ? chars[i] : "", ",", -1);

      begin_class (self, classes[i], NULL);
      for (guint j = 0; forms[j] != NULL; j++)
        append_word (self, NULL, FALSE, forms[j]);
      end_class (self);
      begin_class (self, "word-piece", NULL);
      for (guint j = 0; forms[j] != NULL; j++)
        append_word (self, NULL, FALSE, forms[j]);
      end_class (self);
    }
}

/* --- what depends on the order --- */

static const char *
get_numeric (const char *pattern)
{
  const char *day = strchr (pattern, 'd'), *month = strchr (pattern, 'M');

  if (*pattern == 'y')
    return "{#year} . {#month} . {#day} [~.] | {#day} ~/ ~{#month} ~/ ~{#year}";
  if (month != NULL && day != NULL && month < day)
    return "{#month} ~(/|-|.) ~{#day} ~(/|-|.) ~{#year}";
  return "{#day} ~/ ~{#month} ~/ ~{#year} | {#day} ~- ~{#month} ~- ~{#year} | "
         "{#day} ~. {#month} ~. {#year}";
}

/* Parts that follow from how the locale writes a date in numbers, and in words. */
static char *
make_order (const char *language)
{
  g_autofree char *numbers = dtl_plain_names_dup_pattern (language, "yMd");
  g_autofree char *words = dtl_plain_names_dup_pattern (language, "yMMMMd");
  const char *day = strchr (words, 'd'), *month = strpbrk (words, "ML");
  const gboolean day_first = day != NULL && month != NULL && day < month;
  const gboolean stop = day != NULL && day[1 + (day[1] == 'd')] == '.';

  return g_strdup_printf (
      "<part name=\"day\">{#day} [~{day-mark}%s] | {day-word}</part>\n"
      "<part name=\"numeric\">%s</part>\n<part name=\"own-month-day\">%s</part>\n",
      stop ? "|~." : "", get_numeric (numbers),
      day_first ? "{day} [{of}] {any-month}" : "{any-month} {day}");
}

/* Where years are Buddhist they are so without a word for it. */
static const char *
get_patterns (const Maker *self)
{
  if (!g_key_file_has_key (self->words, self->language, "buddhist", NULL))
    return "";
  return "<pattern as=\"day\" put=\"year-offset=-543\">[{weekday} [{comma}]] [{of}] "
         "{day} "
         "{any-month} {#old-year}</pattern>\n"
         "<pattern as=\"month\" put=\"year-offset=-543\">{any-month} "
         "{#old-year}</pattern>\n";
}

/* --- the whole --- */

static void
replace (GString *text, const char *mark, const char *with)
{
  const char *found = strstr (text->str, mark);
  const gssize at = found != NULL ? found - text->str : -1;

  if (at < 0)
    return;
  g_string_erase (text, at, (gssize) strlen (mark));
  g_string_insert (text, at, with);
}

static GString *
load_template (const char *language)
{
  g_autoptr (GBytes) bytes = dtl_resources_lookup ("languages/plain.xml");
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  GString *text = g_string_new_len (data, (gssize) length);
  g_autofree char *tag = g_strdup_printf ("tag=\"%s\"", language);

  replace (text, "tag=\"plain\"", tag);
  return text;
}

static GKeyFile *
load_words (void)
{
  g_autoptr (GBytes) bytes = dtl_resources_lookup ("languages/plain.ini");
  GKeyFile *words = g_key_file_new ();

  g_key_file_load_from_bytes (words, bytes, G_KEY_FILE_NONE, NULL);
  return words;
}

static void
append_classes (Maker *self)
{
  append_months (self);
  append_weekdays (self);
  append_eras (self);
  append_calendar (self, DTL_PLAIN_PERSIAN_MONTH, "persian-month");
  append_calendar (self, DTL_PLAIN_ISLAMIC_MONTH, "islamic-month");
  append_calendar (self, DTL_PLAIN_HEBREW_MONTH, "hebrew-month");
  append_lists (self);
  append_leads (self);
  append_clauses (self);
  append_chars (self);
}

GBytes *
dtl_plain_pack_make (const char *language)
{
  Maker maker = { .language = language };
  g_autofree char *parts = NULL;
  GString *text;

  if (!dtl_plain_names_know (language))
    return NULL;
  maker.words = load_words ();
  maker.classes = g_string_new (NULL);
  append_classes (&maker);
  parts = make_order (language);
  text = load_template (language);
  replace (text, "<!--classes-->", maker.classes->str);
  replace (text, "<!--order-->", parts);
  replace (text, "<!--patterns-->", get_patterns (&maker));
  g_string_free (maker.classes, TRUE);
  g_ptr_array_unref (maker.months);
  g_ptr_array_unref (maker.short_months);
  g_key_file_unref (maker.words);
  return g_string_free_to_bytes (text);
}
