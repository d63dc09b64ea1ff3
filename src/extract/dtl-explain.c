/* The steps from words to a date, one line each, for whoever doubts it. */

#include "config.h"

#include "extract/resolve/dtl-resolver-private.h"
#include "time/dtl-bounds.h"
#include "time/forms/dtl-edtf.h"

#include <glib/gi18n-lib.h>

typedef struct {
  const DtlResolver *resolver;
  const DtlPack *pack;
  const DtlPhrase *phrase;
  const DtlResolved *result;
  GString *steps; /* parted by line feeds */
} Explainer;

G_GNUC_PRINTF (2, 3)
static void
add_step (Explainer *self, const char *format, ...)
{
  va_list args;

  if (self->steps->len > 0)
    g_string_append_c (self->steps, '\n');
  va_start (args, format);
  g_string_append_vprintf (self->steps, format, args);
  va_end (args);
}

/* Words of the text, on one line. */
static char *
dup_words (const DtlResolver *resolver, gsize start, gsize end)
{
  return g_strdelimit (g_strndup (resolver->text + start, end - start), "\n\t\r", ' ');
}

static char *
dup_value (const DtlPoint *point)
{
  return dtl_point_dup_value (point);
}

/* --- which patterns --- */

static void
add_pattern (Explainer *self, DtlLevel level, gsize start, gsize end)
{
  const int pattern = self->phrase->patterns[level];
  g_autofree char *words = dup_words (self->resolver, start, end);
  const char *name = dtl_pack_get_pattern_name (self->pack, level, pattern);
  const int line = dtl_pack_get_pattern_line (self->pack, level, pattern);
  const char *tag = dtl_pack_get_tag (self->pack);

  switch (level)
    {
    case DTL_LEVEL_PHRASE:
      add_step (self,
                _ ("“%s” is a “%s” by the pattern in line %d of the language pack “%s”"),
                words, name, line, tag);
      break;
    case DTL_LEVEL_CHANGE:
      add_step (self, _ ("widened to “%s”, a “%s”, by the pattern in line %d"), words,
                name, line);
      break;
    case DTL_LEVEL_LINK:
      add_step (self,
                _ ("the words around it, “%s”, say more of it by the pattern in line %d"),
                words, line);
      break;
    case DTL_N_LEVELS:
      break;
    }
}

static void
add_patterns (Explainer *self)
{
  const DtlPhrase *phrase = self->phrase;

  if (phrase->patterns[DTL_LEVEL_PHRASE] >= 0)
    add_pattern (self, DTL_LEVEL_PHRASE, phrase->core_start, phrase->core_end);
  if (phrase->patterns[DTL_LEVEL_CHANGE] >= 0)
    add_pattern (self, DTL_LEVEL_CHANGE, phrase->start, phrase->end);
  if (phrase->patterns[DTL_LEVEL_LINK] >= 0)
    add_pattern (self, DTL_LEVEL_LINK, phrase->cover_start, phrase->cover_end);
}

static void
add_fields (Explainer *self)
{
  g_autoptr (GString) list = g_string_new (NULL);
  const DtlFields *fields = &self->phrase->fields;

  for (int i = 0; i < DTL_N_FIELDS; i++)
    if (dtl_fields_has (fields, (DtlField) i))
      {
        g_autofree char *value = dtl_field_dup_value (fields, (DtlField) i);

        g_string_append_printf (list, "%s%s %s", list->len > 0 ? ", " : "",
                                dtl_field_get_name ((DtlField) i), value);
      }
  /* Translators: what words of a date give: "day 3, month 5" */
  add_step (self, _ ("its words give: %s"), list->str);
  if (self->phrase->shared)
    add_step (self, _ ("what it does not say is taken from the other end of the range"));
}

/* --- what it counts from --- */

static const char *
describe_genre (const DtlResolver *resolver)
{
  if (dtl_resolver_is_narrative (resolver))
    return _ (
        "the text tells of the past in order, so that a date counts from the one before");
  if ((resolver->genre & DTL_GENRE_CHAT) != 0)
    return _ ("the text is a short message, so that a date is near the day of writing");
  return _ ("the text reports news, so that a date is near the article’s own");
}

static void
add_tense (Explainer *self)
{
  switch ((DtlTense) self->phrase->tense)
    {
    case DTL_TENSE_PAST:
      add_step (self, _ ("the nearest verb of its sentence tells of the past"));
      break;
    case DTL_TENSE_FUTURE:
      add_step (self, _ ("the nearest verb of its sentence tells of what is to come"));
      break;
    case DTL_TENSE_UNKNOWN:
      break;
    }
}

static void
add_base (Explainer *self)
{
  const DtlResolver *resolver = self->resolver;
  g_autofree char *words = NULL, *value = NULL;
  int mention = self->result->from_mention;

  switch ((DtlFrom) self->result->from)
    {
    case DTL_FROM_PUBLISHED:
      value = dup_value (&resolver->published);
      add_step (self, _ ("counted from the article’s date, %s"), value);
      break;
    case DTL_FROM_MENTION:
      if (mention < 0)
        break;
      words = dup_words (resolver, resolver->phrases[mention].start,
                         resolver->phrases[mention].end);
      add_step (self, _ ("counted from “%s” (%s)"), words,
                resolver->results[mention].value);
      break;
    case DTL_FROM_REFERENCE:
      add_step (self, _ ("counted from the date that was given with it"));
      break;
    case DTL_FROM_NOTHING:
      break;
    }
}

/* The same date a step before and after the one taken. */
static void
add_candidates (Explainer *self, DtlUnit unit, int count)
{
  const DtlPoint *taken = &self->result->point;
  DtlPoint before = dtl_point_move (taken, -count, unit);
  DtlPoint after = dtl_point_move (taken, count, unit);
  g_autofree char *first = dup_value (&before), *second = dup_value (taken),
                  *third = dup_value (&after);

  add_step (self, _ ("of %s, %s and %s the second was taken"), first, second, third);
}

static void
add_choice (Explainer *self)
{
  if (!self->result->has_point)
    return;
  switch ((DtlHow) self->result->how)
    {
    case DTL_HOW_SAME_YEAR:
    case DTL_HOW_LAST_YEAR:
    case DTL_HOW_NEXT_YEAR:
    case DTL_HOW_STORY:
      add_candidates (self, DTL_UNIT_YEAR, 1);
      break;
    case DTL_HOW_LAST_WEEKDAY:
    case DTL_HOW_NEXT_WEEKDAY:
      add_candidates (self, DTL_UNIT_WEEK, 1);
      break;
    case DTL_HOW_SAME_CENTURY:
      add_candidates (self, DTL_UNIT_CENTURY, 1);
      break;
    default:
      break;
    }
}

static void
add_anchor (Explainer *self, guint index)
{
  g_autofree char *why = dtl_why (self->resolver, index);

  if (self->result->from != DTL_FROM_NOTHING)
    {
      add_step (self, "%s", describe_genre (self->resolver));
      add_tense (self);
      add_base (self);
      add_choice (self);
    }
  /* Translators: of a mention: why it was understood as it was */
  add_step (self, _ ("so: %s"), why);
}

/* --- where it lies --- */

static void
add_extent (Explainer *self)
{
  const DtlExtent *extent = &self->result->extent;
  g_autofree char *edtf = NULL;
  g_auto (DtlBounds) bounds = { 0 };

  add_step (self, _ ("its TIMEX3 value is %s"), self->result->value);
  if (!self->result->has_extent)
    {
      add_step (self, _ ("it has no place on the time axis"));
      return;
    }
  edtf = dtl_edtf_format (extent);
  dtl_bounds_init (&bounds, extent);
  /* Translators: first and last day; the precision; EDTF */
  add_step (self, _ ("it lies between %s and %s, known to the %s (EDTF %s)"),
            bounds.earliest, bounds.latest, dtl_precision_get_name (extent->precision),
            edtf);
}

char *
dtl_explain (const DtlResolver *resolver, guint index)
{
  Explainer self = { resolver, resolver->context->explain, &resolver->phrases[index],
                     &resolver->results[index], g_string_new (NULL) };

  add_patterns (&self);
  add_fields (&self);
  add_anchor (&self, index);
  add_extent (&self);
  return g_string_free (self.steps, FALSE);
}
