/* What somebody is quoted as saying: "tomorrow" in it is the day after it was said.
 *
 * The day of speaking is one that the sentence around the quotation names: "…," she
 * told reporters on Monday, or: In a speech on 3 May he said: "…". */

#include "extract/resolve/dtl-resolver-private.h"

#include <string.h>

/* Longer quotations, and sentences around them, are not looked through. */
#define MAX_QUOTE 1000
#define MAX_AROUND 160

/* Walks through the text; knows whether a quotation is open. */
typedef struct {
  const char *text;
  gsize length;
  gsize at;
  gsize open; /* where it begins, behind its mark; 0: none is open */
} QuoteReader;

typedef enum { MARK_NONE, MARK_OPENS, MARK_CLOSES, MARK_EITHER } QuoteMark;

/* The quotation mark at @at. Many languages close with the mark that opens in
 * others, so that only "“" before any is sure to open. */
static QuoteMark
read_mark (const char *text, gsize length, gsize at, gsize *ret_size)
{
  static const struct {
    const char *bytes;
    QuoteMark mark;
  } marks[] = {
    { "\"", MARK_EITHER },           { "``", MARK_OPENS },
    { "''", MARK_EITHER },           { "\xe2\x80\x9c", MARK_EITHER },
    { "\xe2\x80\x9d", MARK_CLOSES }, { "\xe2\x80\x9e", MARK_OPENS },
    { "\xc2\xab", MARK_EITHER },     { "\xc2\xbb", MARK_EITHER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize size = strlen (marks[i].bytes);

      if (size <= length - at && memcmp (text + at, marks[i].bytes, size) == 0)
        {
          *ret_size = size;
          return marks[i].mark;
        }
    }
  return MARK_NONE;
}

static gboolean
may_be_mark (char c)
{
  return c == '"' || c == '`' || c == '\'' || c == '\xe2' || c == '\xc2';
}

/* Whether a paragraph ends here: no quotation that is told of goes on. */
static gboolean
ends_paragraph (const char *text, gsize length, gsize at)
{
  return text[at] == '\n' && at + 1 < length && text[at + 1] == '\n';
}

static void
advance (QuoteReader *reader, gsize to)
{
  while (reader->at < to)
    {
      gsize size = 1;
      QuoteMark mark = MARK_NONE;

      if (ends_paragraph (reader->text, reader->length, reader->at))
        reader->open = 0;
      else if (may_be_mark (reader->text[reader->at]))
        mark = read_mark (reader->text, reader->length, reader->at, &size);
      reader->at += size;
      if (mark == MARK_OPENS || (mark == MARK_EITHER && reader->open == 0))
        reader->open = reader->at;
      else if (mark != MARK_NONE)
        reader->open = 0;
    }
}

/* Where the quotation around @from ends, before its mark; 0: nowhere near. */
static gsize
find_close (const DtlResolver *resolver, gsize from, gsize *ret_size)
{
  gsize end = MIN (resolver->length, from + MAX_QUOTE);

  for (gsize i = from; i < end; i++)
    {
      if (ends_paragraph (resolver->text, resolver->length, i))
        return 0;
      if (may_be_mark (resolver->text[i]) &&
          read_mark (resolver->text, resolver->length, i, ret_size) != MARK_NONE)
        return i;
    }
  return 0;
}

static gboolean
is_one_of (char c, const char *set)
{
  return c != '\0' && strchr (set, c) != NULL;
}

/* Whether a sentence ends with the byte at @i. */
static gboolean
ends_sentence (const DtlResolver *resolver, gsize i)
{
  if (resolver->text[i] == '\n')
    return TRUE;
  return is_one_of (resolver->text[i], ".!?") &&
         (i + 1 >= resolver->length || is_one_of (resolver->text[i + 1], " \n"));
}

/* Whether a phrase names the day that a quotation may have been said on. */
static gboolean
names_day (const DtlResolver *resolver, guint index)
{
  const DtlResolved *result = &resolver->results[index];

  return result->has_point && result->point.grain >= DTL_GRAIN_DAY;
}

/* A comma or colon before "“": somebody is said to say it. */
static int
find_day_before (const DtlResolver *resolver, guint index, gsize open, gsize size)
{
  gsize start = open - size, stop;

  while (start > 0 && resolver->text[start - 1] == ' ')
    start--;
  if (start == 0 || !is_one_of (resolver->text[start - 1], ",:"))
    return -1;
  stop = start > MAX_AROUND ? start - MAX_AROUND : 0;
  for (gsize i = start; i > stop; i--)
    if (ends_sentence (resolver, i - 1))
      stop = i;
  for (guint i = index; i > 0 && resolver->phrases[i - 1].start >= stop; i--)
    if (resolver->phrases[i - 1].end <= start && names_day (resolver, i - 1))
      return (int) i - 1;
  return -1;
}

/* A comma, "?" or "!" before "”": the sentence goes on with who said it. */
static int
find_day_behind (const DtlResolver *resolver, guint index, gsize close, gsize size)
{
  gsize start = close + size, end = MIN (start + MAX_AROUND, resolver->length);

  if (!is_one_of (resolver->text[close - 1], ",?!") &&
      !(start < resolver->length && resolver->text[start] == ','))
    return -1;
  for (gsize i = start; i < end; i++)
    if (ends_sentence (resolver, i))
      end = i;
  for (guint i = index + 1; i < resolver->n_phrases && resolver->phrases[i].start < end;
       i++)
    if (resolver->phrases[i].start >= start && names_day (resolver, i))
      return (int) i;
  return -1;
}

/* "today", "tomorrow", "last night" */
static gboolean
counts_from_speaking (const DtlResolver *resolver, guint index)
{
  const DtlFields *fields = &resolver->phrases[index].fields;

  return resolver->results[index].value != NULL &&
         dtl_fields_has (fields, DTL_FIELD_SHIFT) &&
         dtl_fields_get (fields, DTL_FIELD_UNIT) == DTL_UNIT_DAY &&
         dtl_fields_get (fields, DTL_FIELD_ANCHOR) == DTL_ANCHOR_PUBLISHED;
}

/* Resolves a phrase again, as if the article were of the day of @speaking. */
static void
recount (DtlResolver *resolver, guint index, guint speaking)
{
  DtlResolved *result = &resolver->results[index];
  DtlPoint published = resolver->published;
  gboolean has_published = resolver->has_published;

  resolver->published =
      dtl_point_round (&resolver->results[speaking].point, DTL_UNIT_DAY);
  resolver->has_published = TRUE;
  *result = (DtlResolved){ .from_mention = -1 };
  dtl_resolve_calendar (resolver, index);
  result->from = DTL_FROM_MENTION;
  result->from_mention = (int) speaking;
  dtl_resolve_extent (resolver, index);
  resolver->published = published;
  resolver->has_published = has_published;
}

void
dtl_resolve_quotations (DtlResolver *resolver)
{
  QuoteReader reader = { resolver->text, resolver->length, 0, 0 };

  for (guint i = 0; i < resolver->n_phrases; i++)
    {
      gsize close, size = 1;
      int speaking;

      if (!counts_from_speaking (resolver, i))
        continue;
      advance (&reader, resolver->phrases[i].start);
      if (reader.open == 0 ||
          (close = find_close (resolver, resolver->phrases[i].end, &size)) == 0)
        continue;
      speaking = find_day_behind (resolver, i, close, size);
      if (speaking < 0)
        speaking = find_day_before (resolver, i, reader.open, size);
      if (speaking >= 0)
        recount (resolver, i, (guint) speaking);
    }
}
