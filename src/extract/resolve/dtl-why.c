#include "config.h"

#include "extract/resolve/dtl-resolver-private.h"

#include <glib/gi18n-lib.h>

static gboolean
has (const DtlFields *fields, DtlField field)
{
  return dtl_fields_has (fields, field);
}

/* What the words give themselves. */
static const char *
describe_words (const DtlFields *fields)
{
  if (has (fields, DTL_FIELD_DIRECTION))
    return _ ("a distance");
  if (has (fields, DTL_FIELD_HOLIDAY))
    return _ ("a holiday");
  if (has (fields, DTL_FIELD_DAY) && has (fields, DTL_FIELD_MONTH))
    return _ ("day and month");
  if (has (fields, DTL_FIELD_DAY))
    return _ ("day");
  if (has (fields, DTL_FIELD_WEEKDAY))
    return _ ("weekday");
  if (has (fields, DTL_FIELD_MONTH))
    return _ ("month");
  if (has (fields, DTL_FIELD_SEASON))
    return _ ("season");
  if (has (fields, DTL_FIELD_QUARTER))
    return _ ("quarter");
  if (has (fields, DTL_FIELD_HOUR) || has (fields, DTL_FIELD_DAYPART))
    return _ ("time of day");
  if (has (fields, DTL_FIELD_DECADE))
    return _ ("decade");
  if (has (fields, DTL_FIELD_SHORT_YEAR))
    return _ ("two digits of a year");
  return _ ("relative date");
}

/* "the article's date", "“12 May 1940”". */
static char *
dup_base (const DtlResolver *resolver, const DtlResolved *result)
{
  if (result->from == DTL_FROM_PUBLISHED)
    return g_strdup (_ ("the article’s date"));
  if (result->from == DTL_FROM_MENTION && result->from_mention >= 0)
    {
      const DtlPhrase *phrase = &resolver->phrases[result->from_mention];
      g_autofree char *words =
          g_strndup (resolver->text + phrase->start, phrase->end - phrase->start);

      g_strdelimit (words, "\n\t\r", ' ');
      /* Translators: an earlier date of the text, in its own words */
      return g_strdup_printf (_ ("“%s”"), words);
    }
  return g_strdup (_ ("the date before it"));
}

/* How it was completed; "%s" is what it is counted from. */
static const char *
describe_how (DtlHow how)
{
  switch (how)
    {
    case DTL_HOW_SAME_YEAR:
      return _ ("year of %s");
    case DTL_HOW_LAST_YEAR:
      return _ ("the last one up to %s");
    case DTL_HOW_NEXT_YEAR:
      return _ ("the next one after %s");
    case DTL_HOW_STORY:
      return _ ("year by the order of the story, from %s");
    case DTL_HOW_SAME_MONTH:
      return _ ("month and year of %s");
    case DTL_HOW_SAME_DAY:
      return _ ("day of %s");
    case DTL_HOW_SAME_CENTURY:
      return _ ("century by %s");
    case DTL_HOW_LAST_WEEKDAY:
      return _ ("the last one up to %s");
    case DTL_HOW_NEXT_WEEKDAY:
      return _ ("the next one from %s on");
    case DTL_HOW_COUNTED:
      return _ ("counted from %s");
    default:
      return "%s";
    }
}

static char *
dup_completed (const DtlResolver *resolver, guint index)
{
  const DtlResolved *result = &resolver->results[index];
  g_autofree char *base = dup_base (resolver, result);
  g_auto (GStrv) around = g_strsplit (describe_how ((DtlHow) result->how), "%s", 2);
  g_autofree char *how = g_strjoinv (base, around);

  /* Translators: what the words of a date say; how the rest was found */
  return g_strdup_printf (_ ("%s; %s"), describe_words (&resolver->phrases[index].fields),
                          how);
}

/* "there is no day 30 of month 2 of the year 1900 in the Gregorian calendar" */
static char *
dup_refusal (const DtlPoint *point)
{
  g_autoptr (GError) error = NULL;

  dtl_point_check (point, &error);
  return g_strdup (error->message);
}

char *
dtl_why (const DtlResolver *resolver, guint index)
{
  const DtlResolved *result = &resolver->results[index];

  if (result->outcome == DTL_RESOLVE_NO_SUCH_DAY)
    return dup_refusal (&result->point);
  switch ((DtlHow) result->how)
    {
    case DTL_HOW_STATED:
      return g_strdup (_ ("stated in full"));
    case DTL_HOW_RANGE:
      return g_strdup (_ ("completed from the other end of the range"));
    case DTL_HOW_LENGTH:
      return g_strdup (_ ("a length of time, not a date"));
    case DTL_HOW_REPEATED:
      return g_strdup (_ ("again and again, not one date"));
    case DTL_HOW_VAGUE:
      return g_strdup (_ ("too vague for a date"));
    case DTL_HOW_UNKNOWN:
      return g_strdup (_ ("nothing in the text tells which"));
    default:
      return dup_completed (resolver, index);
    }
}
