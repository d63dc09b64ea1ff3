/* What has no place on the axis: lengths, sets, words like "now". */

#include "extract/resolve/dtl-resolver-private.h"

#include <math.h>

static const char *const unit_codes[] = { "",  "S", "M", "H", "D",  "WE", "W", "W",
                                          "M", "Q", "S", "Y", "DE", "CE", "ML" };

static gboolean
is_clock_unit (DtlUnit unit)
{
  return unit >= DTL_UNIT_SECOND && unit <= DTL_UNIT_HOUR;
}

/* "2", "2.5", whatever the locale. */
static void
append_count (GString *value, double count)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (value, g_ascii_formatd (buffer, sizeof buffer, "%.10g", count));
}

/* What a half of each unit is in the next smaller one. */
static const char *const half_codes[] = { NULL, NULL, "30S", "30M", NULL,
                                          NULL, NULL, NULL,  NULL,  NULL,
                                          NULL, "6M", NULL,  NULL,  NULL };

/* "2 1/2 years", but not "2.5 years" nor "half a year". */
static gboolean
count_is_half (const DtlFields *fields, double count)
{
  return fields->count_step >= 1 && count > 1 && count < 1000000 &&
         count - floor (count) == 0.5;
}

/* "and four months" of "three years and four months". */
static void
append_rest (GString *value, const DtlFields *fields)
{
  DtlUnit unit = (DtlUnit) dtl_fields_get (fields, DTL_FIELD_UNIT);
  DtlUnit rest = (DtlUnit) dtl_fields_get (fields, DTL_FIELD_REST_UNIT);

  if (rest == 0 || rest >= unit)
    return;
  if (is_clock_unit (rest) && !is_clock_unit (unit))
    g_string_append_c (value, 'T');
  append_count (value, dtl_fields_get (fields, DTL_FIELD_REST));
  g_string_append (value, unit_codes[rest]);
}

const char *
dtl_resolve_format_length (DtlResolver *resolver, const DtlFields *fields)
{
  DtlUnit unit = (DtlUnit) dtl_fields_get (fields, DTL_FIELD_UNIT);
  g_autoptr (GString) value = g_string_new (is_clock_unit (unit) ? "PT" : "P");
  double count = dtl_fields_has (fields, DTL_FIELD_COUNT) ? fields->count : 1;

  if (dtl_fields_has (fields, DTL_FIELD_VAGUE))
    g_string_append_c (value, 'X');
  else if (count_is_half (fields, count) && half_codes[unit] != NULL)
    {
      g_string_append_printf (value, "%d%s%s", (int) count, unit_codes[unit],
                              half_codes[unit]);
      return g_string_chunk_insert_const (resolver->strings, value->str);
    }
  else if (unit == DTL_UNIT_DECADE)
    {
      append_count (value, 10 * count);
      unit = DTL_UNIT_YEAR;
    }
  else
    append_count (value, unit == DTL_UNIT_FORTNIGHT ? 2 * count : count);
  g_string_append (value, unit_codes[unit]);
  append_rest (value, fields);
  return g_string_chunk_insert_const (resolver->strings, value->str);
}

static const char *
format_set (DtlResolver *resolver, const DtlFields *fields)
{
  static const char *const seasons[] = { "", "SP", "SU", "FA", "WI" };
  DtlDaypart daypart = (DtlDaypart) dtl_fields_get (fields, DTL_FIELD_DAYPART);
  g_autofree char *value = NULL;

  if (dtl_fields_has (fields, DTL_FIELD_WEEKDAY))
    value =
        g_strdup_printf ("XXXX-WXX-%d%s%s", dtl_fields_get (fields, DTL_FIELD_WEEKDAY),
                         daypart > 0 ? "T" : "",
                         daypart > 0 ? dtl_daypart_get_code (daypart) : "");
  else if (dtl_fields_has (fields, DTL_FIELD_DAYPART))
    value = g_strdup_printf ("XXXX-XX-XXT%s", dtl_daypart_get_code (daypart));
  else if (dtl_fields_has (fields, DTL_FIELD_MONTH))
    value = g_strdup_printf ("XXXX-%02d", dtl_fields_get (fields, DTL_FIELD_MONTH));
  else if (dtl_fields_has (fields, DTL_FIELD_SEASON))
    value =
        g_strdup_printf ("XXXX-%s", seasons[dtl_fields_get (fields, DTL_FIELD_SEASON)]);
  else if (dtl_fields_get (fields, DTL_FIELD_UNIT) == DTL_UNIT_WEEKEND)
    return "XXXX-WXX-WE";
  else
    return dtl_resolve_format_length (resolver, fields);
  return g_string_chunk_insert_const (resolver->strings, value);
}

static const char *
get_length_mod (const DtlFields *fields)
{
  static const char *const mods[] = { NULL, "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE",
                                      "EQUAL_OR_LESS" };

  if (dtl_fields_has (fields, DTL_FIELD_MODIFIER))
    return mods[dtl_fields_get (fields, DTL_FIELD_MODIFIER)];
  return dtl_fields_has (fields, DTL_FIELD_APPROX) ? "APPROX" : NULL;
}

static void
finish (DtlResolved *result, DtlMentionType type, const char *value, DtlHow how)
{
  result->type = type;
  result->value = value;
  result->outcome = DTL_RESOLVE_NO_PLACE;
  dtl_resolved_note (result, how);
}

/* "years ago", "several months later": no number to count. */
static const char *
get_vague_direction (const DtlFields *fields)
{
  switch (dtl_fields_get (fields, DTL_FIELD_DIRECTION))
    {
    case DTL_DIRECTION_AGO:
    case DTL_DIRECTION_EARLIER:
      return "PAST_REF";
    default:
      return "FUTURE_REF";
    }
}

/* "today" in a story is not the day it was printed on. A word that as often
 * means our times, as German "heute", is not that day either in a piece that
 * speaks of no other day near it, unless the verb says what happened then. */
static gboolean
is_nowadays (const DtlResolver *resolver, const DtlPhrase *phrase)
{
  const DtlFields *fields = &phrase->fields;
  gboolean timeless = dtl_fields_has (fields, DTL_FIELD_REFERENCE) &&
                      (resolver->genre & DTL_GENRE_NEWS) != 0 && !resolver->daily &&
                      phrase->tense != DTL_TENSE_PAST && phrase->partner < 0;

  return (dtl_resolver_is_narrative (resolver) || timeless) &&
         !resolver->context->alone &&
         dtl_fields_get (fields, DTL_FIELD_UNIT) == DTL_UNIT_DAY &&
         dtl_fields_has (fields, DTL_FIELD_SHIFT) &&
         dtl_fields_get (fields, DTL_FIELD_SHIFT) == 0 &&
         dtl_fields_get (fields, DTL_FIELD_ANCHOR) == DTL_ANCHOR_PUBLISHED &&
         !dtl_fields_has (fields, DTL_FIELD_PRONOUN) &&
         !dtl_fields_has (fields, DTL_FIELD_DAYPART) &&
         !dtl_fields_has (fields, DTL_FIELD_HOUR);
}

/* "the last two weeks of May": a length of which is said where it lies. */
static gboolean
lies_in_date (const DtlResolver *resolver, const DtlFields *fields)
{
  return dtl_resolver_says_length (resolver, fields) &&
         (dtl_fields_has (fields, DTL_FIELD_MONTH) ||
          dtl_fields_has (fields, DTL_FIELD_YEAR));
}

gboolean
dtl_resolve_placeless (DtlResolver *resolver, guint index)
{
  static const char *const references[] = { NULL, "PAST_REF", "PRESENT_REF",
                                            "FUTURE_REF" };
  const DtlFields *fields = &resolver->phrases[index].fields;
  DtlResolved *result = &resolver->results[index];
  int reference = dtl_fields_get (fields, DTL_FIELD_REFERENCE);

  if (is_nowadays (resolver, &resolver->phrases[index]))
    finish (result, DTL_MENTION_DATE, "PRESENT_REF", DTL_HOW_VAGUE);
  else if (reference != 0 && !dtl_fields_has (fields, DTL_FIELD_SHIFT))
    finish (result, DTL_MENTION_DATE, references[reference], DTL_HOW_VAGUE);
  else if (dtl_fields_has (fields, DTL_FIELD_EVERY))
    finish (result, DTL_MENTION_SET, format_set (resolver, fields), DTL_HOW_REPEATED);
  else if (dtl_fields_has (fields, DTL_FIELD_DIRECTION))
    {
      gboolean counted = dtl_fields_has (fields, DTL_FIELD_COUNT);

      if (!dtl_fields_has (fields, DTL_FIELD_VAGUE))
        return FALSE;
      if (counted)
        return FALSE;
      if (dtl_resolver_says_length (resolver, fields))
        finish (result, DTL_MENTION_DURATION,
                dtl_resolve_format_length (resolver, fields), DTL_HOW_VAGUE);
      else
        finish (result, DTL_MENTION_DATE, get_vague_direction (fields), DTL_HOW_VAGUE);
      if (resolver->context->alone)
        dtl_resolve_vague_distance (resolver, index);
    }
  else if (dtl_fields_has (fields, DTL_FIELD_UNIT) && !lies_in_date (resolver, fields) &&
           (dtl_fields_has (fields, DTL_FIELD_COUNT) ||
            dtl_fields_has (fields, DTL_FIELD_VAGUE)))
    {
      finish (result, DTL_MENTION_DURATION, dtl_resolve_format_length (resolver, fields),
              DTL_HOW_LENGTH);
      result->mod = get_length_mod (fields);
    }
  else
    return FALSE;
  return TRUE;
}
