/* Deep time: "66 million years ago". Years ago are counted from astronomical
 * year 0, as dtl_extent_from_years_ago() stores them; those that were said before
 * present (1950), from there, where they are exact enough to tell. */

#include "time/calendars/dtl-calendar-private.h"
#include "time/labels/dtl-label-private.h"

/* Years beyond which no era has names worth reading. */
#define FIRST_DEEP_YEAR 100000

#define PRESENT_YEAR 1950

static gint64
get_year (DtlTime time)
{
  gint64 year;
  int month, day;

  dtl_gregorian_from_day (dtl_time_get_day (time), &year, &month, &day);
  return year;
}

gboolean
dtl_label_is_deep (const DtlExtent *extent)
{
  DtlTime time = dtl_time_is_bounded (extent->start) ? extent->start : extent->end;

  if (extent->precision < DTL_PRECISION_MILLENNIUM)
    return TRUE;
  /* "3450 BP" to ten years is a date: nobody could tell when "ago" was. */
  if (extent->flags & DTL_EXTENT_DEEP_TIME && extent->precision <= DTL_PRECISION_CENTURY)
    return TRUE;
  return dtl_time_is_bounded (time) && ABS (get_year (time)) >= FIRST_DEEP_YEAR;
}

static gint64
get_unit_years (DtlPrecision precision)
{
  return precision < DTL_PRECISION_YEAR
             ? dtl_precision_get_seconds (precision) / DTL_SECONDS_PER_YEAR
             : 1;
}

static gint64
round_to (gint64 number, gint64 unit)
{
  return dtl_floor_div (number + unit / 2, unit) * unit;
}

/* The coarsest scale that says @years with three decimals or fewer. */
static const DtlWordScale *
choose_scale (const DtlLabelWords *words, gint64 years)
{
  const DtlWordScale *scale = &words->scales[0];

  for (guint i = 1; i < G_N_ELEMENTS (words->scales); i++)
    {
      gint64 unit = words->scales[i].years;

      if (unit > 0 && years >= unit && years % MAX (unit / 1000, 1) == 0)
        scale = &words->scales[i];
    }
  return scale;
}

static const char *
choose_pattern (const DtlWordScale *scale, gint64 ago)
{
  if (ago < 0)
    return scale->ahead;
  return ago == scale->years && scale->ago_one != NULL ? scale->ago_one : scale->ago;
}

static void
append_years (const DtlLabelReader *reader, gint64 ago, GString *text)
{
  gint64 years = ABS (ago);
  const DtlWordScale *scale = choose_scale (reader->words, years);
  g_autoptr (GString) number = g_string_new (NULL);

  if (ago == 0)
    {
      g_string_append (text, reader->words->present);
      return;
    }
  dtl_pattern_append_quotient (&reader->locale->names, years, scale->years, number);
  dtl_label_words_fill (text, choose_pattern (scale, ago), number->str, "");
}

void
dtl_label_append_ago (const DtlLabelReader *reader,
                      DtlTime time,
                      DtlPrecision precision,
                      GString *text)
{
  append_years (reader, -round_to (get_year (time), get_unit_years (precision)), text);
}

/* One phrase where both are counted in the same unit and direction, the word
 * between the numbers; two phrases otherwise. */
static void
append_two (const DtlLabelReader *reader,
            gint64 first,
            gint64 last,
            const char *pattern,
            GString *text)
{
  const DtlWordScale *scale = choose_scale (reader->words, ABS (first));
  g_autoptr (GString) first_text = g_string_new (NULL);
  g_autoptr (GString) last_text = g_string_new (NULL);
  g_autoptr (GString) both = g_string_new (NULL);

  if (scale == choose_scale (reader->words, ABS (last)) && first > 0 && last > 0)
    {
      dtl_pattern_append_quotient (&reader->locale->names, first, scale->years,
                                   first_text);
      dtl_pattern_append_quotient (&reader->locale->names, last, scale->years, last_text);
      g_string_printf (both, "%s–%s", first_text->str, last_text->str);
      dtl_label_words_fill (text, scale->ago, both->str, "");
      return;
    }
  append_years (reader, first, first_text);
  append_years (reader, last, last_text);
  dtl_label_words_fill (text, pattern, first_text->str, last_text->str);
}

void
dtl_label_append_deep_span (const DtlLabelReader *reader,
                            DtlTime first,
                            DtlTime last,
                            DtlPrecision precision,
                            const char *pattern,
                            GString *text)
{
  gint64 unit = get_unit_years (precision);

  append_two (reader, -round_to (get_year (first), unit),
              -round_to (get_year (last), unit), pattern, text);
}

/* The year from which @middle is a round number of units ago: "12,000 BP" lies at
 * -10050, which is no thousands of years before year 0, but before 1950. */
static gint64
choose_base (gint64 middle, gint64 unit)
{
  if (middle % unit == 0 || (PRESENT_YEAR - middle) % unit != 0)
    return 0;
  return PRESENT_YEAR;
}

void
dtl_label_append_deep (const DtlLabelReader *reader,
                       const DtlExtent *within,
                       const char *pattern,
                       GString *text)
{
  gint64 unit = get_unit_years (within->precision);
  gint64 last_unit = get_unit_years (within->precision_end);
  gint64 first = get_year (within->start);
  gint64 after = get_year (within->end - 1) + 1;
  gint64 middle = dtl_floor_div (first + after, 2);
  gint64 ago = choose_base (middle, unit) - middle;

  /* Half a unit on either side, but where the valid range cuts it short. */
  if (after - first <= unit && (ago % unit == 0 || after - first < unit))
    append_years (reader, round_to (ago, unit), text);
  else
    append_two (reader, -round_to (first + unit / 2, unit),
                -round_to (after - last_unit / 2, last_unit), pattern, text);
}
