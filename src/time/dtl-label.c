/* Extents in words. The bounds decide what is said: one name where they are
 * those of one thing, else both ends. */

#include "time/labels/dtl-label-private.h"

/* Qualifiers of one side: bits 0-2 uncertain, 3-5 approximate. */
#define UNCERTAIN_BITS 0x07
#define APPROXIMATE_BITS 0x38

/* A foreign calendar that does not reach the whole of @extent, from one end to
 * the other, shows nothing of it. */
static DtlCalendar
choose_calendar (const DtlLabelStyle *style, const DtlExtent *extent)
{
  if (dtl_label_calendar_is_foreign (style->calendar) &&
      dtl_label_calendar_covers (style->calendar, extent))
    return style->calendar;
  return DTL_CALENDAR_HISTORICAL;
}

static void
init_reader (DtlLabelReader *reader, const DtlLabelStyle *style, const DtlExtent *extent)
{
  reader->locale =
      dtl_label_locale_get (style->language, choose_calendar (style, extent));
  reader->words = reader->locale->words;
  reader->style = style;
}

/* Something within one side of an extent, as an extent of its own. */
static DtlExtent
make_side (const DtlExtent *extent, DtlTime start, DtlTime end, gboolean last)
{
  DtlExtent side = *extent;

  side.start = start;
  side.end = end;
  side.kind = DTL_EXTENT_WITHIN;
  if (last)
    side.precision = side.precision_end;
  if (extent->kind == DTL_EXTENT_SPAN)
    side.calendar = side.calendar_end = last ? extent->calendar_end : extent->calendar;
  return side;
}

/* A side whose inner bound nobody knows ("from after 1900 on") is empty. */
static DtlExtent
get_first_side (const DtlExtent *extent)
{
  DtlTime end = dtl_time_is_bounded (extent->latest_start) ? extent->latest_start + 1
                                                           : extent->start;

  return make_side (extent, extent->start, end, FALSE);
}

static DtlExtent
get_last_side (const DtlExtent *extent)
{
  DtlTime start = extent->end - 1;

  if (!dtl_time_is_bounded (extent->earliest_end))
    return make_side (extent, start, start, TRUE);
  return make_side (extent, extent->earliest_end - 1, extent->end, TRUE);
}

static void
make_edges (const DtlLabelReader *reader,
            const DtlExtent *within,
            DtlLabelEdge *ret_first,
            DtlLabelEdge *ret_last)
{
  dtl_label_make_edge (reader, within->start, within->calendar, within->precision,
                       ret_first);
  dtl_label_make_edge (reader, within->end - 1, within->calendar_end,
                       within->precision_end, ret_last);
}

/* The form of a preposition that stands before a date of @precision. */
static const char *
choose_form (const DtlWordPair *pair, DtlPrecision precision)
{
  return dtl_label_is_fine (precision) && pair->day != NULL ? pair->day : pair->year;
}

static void
fill_pair (const DtlWordPair *pair,
           DtlPrecision precision,
           const char *date,
           GString *text)
{
  dtl_label_words_fill (text, choose_form (pair, precision), date, "");
}

/* The unit of @precision that @time lies in. */
static void
append_instant (const DtlLabelReader *reader,
                DtlTime time,
                DtlCalendar calendar,
                DtlPrecision precision,
                gboolean deep,
                GString *text)
{
  DtlLabelEdge edge;

  if (deep)
    {
      dtl_label_append_ago (reader, time, precision, text);
      return;
    }
  dtl_label_make_edge (reader, time, calendar, precision, &edge);
  edge.fields.genitive = reader->words->takes_genitive;
  dtl_label_append_edge (reader, &edge, text);
}

/* Something within two bounds. @about: it will be said to be about there, which
 * reads "about 1890 to 1910". */
static void
append_within (const DtlLabelReader *reader,
               const DtlExtent *within,
               gboolean about,
               gboolean genitive,
               GString *text)
{
  DtlPrecision precision = (DtlPrecision) within->precision;
  const char *between =
      about ? reader->words->to : choose_form (&reader->words->between, precision);
  DtlLabelEdge first, last;

  if (within->end <= within->start)
    append_instant (reader, within->start, within->calendar, precision,
                    dtl_label_is_deep (within), text);
  else if (dtl_label_is_deep (within))
    dtl_label_append_deep (reader, within, between, text);
  else if (!dtl_label_append_unit (reader, within,
                                   genitive && reader->words->takes_genitive, text))
    {
      make_edges (reader, within, &first, &last);
      dtl_label_append_edges (reader, &first, &last, between, text);
    }
}

static gboolean
has_qualifier (const DtlExtent *extent, int side, int bits)
{
  return (extent->qualifiers[side] & bits) != 0;
}

/* Puts "about" before what @text holds. */
static void
prepend_about (const DtlLabelReader *reader, DtlPrecision precision, GString *text)
{
  g_autofree char *date = g_strdup (text->str);

  g_string_truncate (text, 0);
  if (precision < DTL_PRECISION_MILLENNIUM && reader->words->about_ago != NULL)
    dtl_label_words_fill (text, reader->words->about_ago, date, "");
  else
    fill_pair (&reader->words->about, precision, date, text);
}

/* The year or month that @time lies in, as it was said, by its name in a foreign
 * calendar: "before 5213–5214". FALSE for what is no such thing. */
static gboolean
append_foreign_limit (const DtlLabelReader *reader,
                      DtlTime time,
                      DtlCalendar calendar,
                      DtlPrecision precision,
                      GString *text)
{
  gint64 width = dtl_precision_get_seconds (precision);
  DtlDate date = { .calendar = calendar };
  DtlCalendarDate label;
  DtlExtent said;

  if (!dtl_label_is_foreign (reader) || dtl_label_is_fine (precision) ||
      !dtl_calendar_from_day (calendar, dtl_time_get_day (time), &label, NULL))
    return FALSE;
  date.precision =
      width < DTL_SECONDS_PER_YEAR / 2 ? DTL_PRECISION_MONTH : DTL_PRECISION_YEAR;
  date.year = label.year;
  date.month = label.month;
  date.leap_month = label.leap_month;
  if (!dtl_extent_from_date (&date, &said, NULL) ||
      !dtl_label_calendar_covers (reader->locale->calendar, &said))
    return FALSE;
  append_within (reader, &said, FALSE, reader->words->takes_genitive, text);
  return TRUE;
}

/* The date that something lies before or after, "about" it where it is. */
static void
append_limit (const DtlLabelReader *reader,
              const DtlExtent *extent,
              gboolean last,
              DtlTime time,
              GString *text)
{
  DtlCalendar calendar = last ? extent->calendar_end : extent->calendar;
  DtlPrecision precision = last ? extent->precision_end : extent->precision;

  if (!append_foreign_limit (reader, time, calendar, precision, text))
    append_instant (reader, time, calendar, precision, dtl_label_is_deep (extent), text);
  if (has_qualifier (extent, 0, APPROXIMATE_BITS))
    prepend_about (reader, precision, text);
}

/* "before 1453", "by 1453", "after 1453", "1453 or later". */
static void
append_one_sided (const DtlLabelReader *reader, const DtlExtent *extent, GString *text)
{
  const DtlLabelWords *words = reader->words;
  gboolean exclusive = (extent->flags & DTL_EXTENT_EXCLUSIVE) != 0;
  g_autoptr (GString) date = g_string_new (NULL);

  if (extent->start != DTL_TIME_PAST)
    {
      append_limit (reader, extent, FALSE, extent->start - exclusive, date);
      fill_pair (exclusive ? &words->after : &words->from, extent->precision, date->str,
                 text);
    }
  else if (extent->end != DTL_TIME_FUTURE)
    {
      append_limit (reader, extent, TRUE, extent->end - !exclusive, date);
      fill_pair (exclusive ? &words->before : &words->by, extent->precision_end,
                 date->str, text);
    }
  else
    g_string_append (text, "?");
}

/* One end of a span, with its own qualifiers: "about 1340?". */
static void
append_side (const DtlLabelReader *reader,
             const DtlExtent *extent,
             int side,
             gboolean genitive,
             GString *text)
{
  DtlExtent within = side == 0 ? get_first_side (extent) : get_last_side (extent);
  gboolean about = has_qualifier (extent, side, APPROXIMATE_BITS);
  g_autoptr (GString) date = g_string_new (NULL);

  append_within (reader, &within, about, about || genitive, date);
  if (about)
    prepend_about (reader, within.precision, date);
  g_string_append (text, date->str);
  if (has_qualifier (extent, side, UNCERTAIN_BITS))
    g_string_append_c (text, '?');
}

/* "since 1948", "until 1806". */
static void
append_since_or_until (const DtlLabelReader *reader,
                       const DtlExtent *extent,
                       GString *text)
{
  gboolean since = extent->end == DTL_TIME_FUTURE;
  const DtlWordPair *pair = since ? &reader->words->since : &reader->words->until;
  g_autoptr (GString) date = g_string_new (NULL);

  append_side (reader, extent, since ? 0 : 1, TRUE, date);
  fill_pair (pair, since ? extent->precision : extent->precision_end, date->str, text);
}

/* An end that is not known is a question mark, one that is open an ellipsis. */
static void
append_half_known (const DtlLabelReader *reader, const DtlExtent *extent, GString *text)
{
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) last = g_string_new (NULL);

  if (extent->start != DTL_TIME_PAST)
    append_side (reader, extent, 0, FALSE, first);
  else
    g_string_append (first, extent->flags & DTL_EXTENT_OPEN_START ? "…" : "?");
  if (extent->end != DTL_TIME_FUTURE)
    append_side (reader, extent, 1, FALSE, last);
  else
    g_string_append (last, extent->flags & DTL_EXTENT_OPEN_END ? "…" : "?");
  dtl_label_words_fill (text, reader->words->to, first->str, last->str);
}

static gboolean
is_open (const DtlExtent *extent)
{
  return (extent->start != DTL_TIME_PAST && extent->end == DTL_TIME_FUTURE &&
          extent->flags & DTL_EXTENT_OPEN_END) ||
         (extent->start == DTL_TIME_PAST && extent->end != DTL_TIME_FUTURE &&
          extent->flags & DTL_EXTENT_OPEN_START);
}

/* Whether the name of a side is that of a plain date, which can share its year
 * with the other. */
static gboolean
is_plain_date (const DtlExtent *side)
{
  DtlPrecision precision = side->precision;
  gint64 width = side->end - side->start;

  if (side->calendar > DTL_CALENDAR_HISTORICAL || precision < DTL_PRECISION_YEAR ||
      precision > DTL_PRECISION_SECOND)
    return FALSE;
  if (precision == DTL_PRECISION_YEAR)
    return width >= 365 * DTL_SECONDS_PER_DAY && width <= 366 * DTL_SECONDS_PER_DAY;
  if (precision == DTL_PRECISION_MONTH)
    return width >= 28 * DTL_SECONDS_PER_DAY && width <= 31 * DTL_SECONDS_PER_DAY;
  return width == dtl_precision_get_seconds (precision);
}

static gboolean
are_plain_dates (const DtlLabelReader *reader,
                 const DtlExtent *extent,
                 const DtlExtent *first,
                 const DtlExtent *last)
{
  /* Months and years lie in two of a foreign calendar. */
  if (dtl_label_is_foreign (reader) &&
      !(dtl_label_is_fine (first->precision) && dtl_label_is_fine (last->precision)))
    return FALSE;
  return is_plain_date (first) && is_plain_date (last) && !dtl_label_is_deep (first) &&
         !dtl_label_is_deep (last) && extent->qualifiers[0] == extent->qualifiers[1];
}

/* "1914 to 1918". */
static void
append_both_sides (const DtlLabelReader *reader, const DtlExtent *extent, GString *text)
{
  DtlExtent first = get_first_side (extent), last = get_last_side (extent);
  g_autoptr (GString) first_text = NULL;
  g_autoptr (GString) last_text = NULL;
  DtlLabelEdge edges[2];

  /* "Throughout 1950". */
  if (first.start == last.start && first.end == last.end)
    {
      append_side (reader, extent, 0, FALSE, text);
      return;
    }
  if (are_plain_dates (reader, extent, &first, &last))
    {
      dtl_label_make_edge (reader, first.start, first.calendar, first.precision,
                           &edges[0]);
      dtl_label_make_edge (reader, last.end - 1, last.calendar, last.precision,
                           &edges[1]);
      dtl_label_append_edges (reader, &edges[0], &edges[1], reader->words->to, text);
      return;
    }
  if (dtl_label_is_deep (&first) && dtl_label_is_deep (&last))
    {
      dtl_label_append_deep_span (reader, first.start / 2 + first.end / 2,
                                  last.start / 2 + last.end / 2, first.precision,
                                  reader->words->to, text);
      return;
    }
  first_text = g_string_new (NULL);
  last_text = g_string_new (NULL);
  append_side (reader, extent, 0, FALSE, first_text);
  append_side (reader, extent, 1, FALSE, last_text);
  dtl_label_words_fill (text, reader->words->to, first_text->str, last_text->str);
}

static void
append_span (const DtlLabelReader *reader, const DtlExtent *extent, GString *text)
{
  if (is_open (extent))
    append_since_or_until (reader, extent, text);
  else if (extent->start == DTL_TIME_PAST || extent->end == DTL_TIME_FUTURE)
    append_half_known (reader, extent, text);
  else
    append_both_sides (reader, extent, text);
}

static gboolean
is_span (const DtlExtent *extent)
{
  return extent->kind == DTL_EXTENT_SPAN || extent->kind == DTL_EXTENT_ALL_OF;
}

/* Both sides are qualified alike, or nobody says which is. */
static gboolean
applies_to_whole (const DtlExtent *extent, int bits)
{
  return !is_span (extent) ||
         has_qualifier (extent, 0, bits) == has_qualifier (extent, 1, bits);
}

static gboolean
is_bounded (const DtlExtent *extent)
{
  return dtl_time_is_bounded (extent->start) && dtl_time_is_bounded (extent->end);
}

/* Without what will be said of the whole; where one end is open it is said of
 * the other: "since about 1948". */
static DtlExtent
take_qualifiers (const DtlExtent *extent, gboolean about, gboolean uncertain)
{
  DtlExtent rest = *extent;

  for (int side = 0; side < 2; side++)
    {
      if (about && is_bounded (extent))
        rest.qualifiers[side] &= (guint8) ~APPROXIMATE_BITS;
      else if (about)
        rest.qualifiers[side] |= APPROXIMATE_BITS;
      if (uncertain)
        rest.qualifiers[side] &= (guint8) ~UNCERTAIN_BITS;
    }
  return rest;
}

static void
append_unqualified (const DtlLabelReader *reader,
                    const DtlExtent *extent,
                    gboolean about,
                    GString *text)
{
  if (is_span (extent))
    append_span (reader, extent, text);
  else if (!is_bounded (extent))
    append_one_sided (reader, extent, text);
  else
    append_within (reader, extent, about, about, text);
}

/* " UTC+5:30", after a time of day that was given with it. */
static void
append_offset (const DtlExtent *extent, GString *text)
{
  int minutes = ABS (extent->offset_minutes);

  if ((extent->flags & DTL_EXTENT_HAS_OFFSET) == 0 ||
      extent->precision < DTL_PRECISION_HOUR || extent->precision > DTL_PRECISION_SECOND)
    return;
  g_string_append (text, " UTC");
  if (minutes == 0)
    return;
  g_string_append_printf (text, "%s%d", extent->offset_minutes < 0 ? "−" : "+",
                          minutes / 60);
  if (minutes % 60 != 0)
    g_string_append_printf (text, ":%02d", minutes % 60);
}

char *
dtl_label_extent (const DtlExtent *extent, const DtlLabelStyle *style)
{
  gboolean about = extent->flags & DTL_EXTENT_APPROXIMATE &&
                   applies_to_whole (extent, APPROXIMATE_BITS);
  gboolean uncertain =
      extent->flags & DTL_EXTENT_UNCERTAIN && applies_to_whole (extent, UNCERTAIN_BITS);
  DtlExtent rest = take_qualifiers (extent, about, uncertain);
  g_autoptr (GString) text = g_string_sized_new (48);
  DtlLabelReader reader;

  init_reader (&reader, style, &rest);
  append_unqualified (&reader, &rest, about, text);
  append_offset (extent, text);
  if (about && is_bounded (extent))
    prepend_about (&reader, extent->precision, text);
  if (uncertain)
    g_string_append_c (text, '?');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Decades, centuries and millennia have names, unlike the years they begin
 * with; FALSE for every other precision, and where the language has none. */
static gboolean
append_named_years (const DtlLabelReader *reader,
                    DtlTime time,
                    DtlPrecision precision,
                    GString *text)
{
  DtlCalendar calendar =
      dtl_label_choose_calendar (reader, reader->style->calendar, precision);
  DtlCalendarDate date;
  DtlDate decade = { .calendar = calendar, .precision = precision };
  DtlExtent extent;

  if (dtl_label_is_foreign (reader) || precision < DTL_PRECISION_MILLENNIUM ||
      precision > DTL_PRECISION_DECADE ||
      !dtl_calendar_from_day (calendar, dtl_time_get_day (time), &date, NULL))
    return FALSE;
  decade.year = date.year;
  if (precision == DTL_PRECISION_DECADE)
    return dtl_extent_from_date (&decade, &extent, NULL) &&
           dtl_label_append_unit (reader, &extent, FALSE, text);
  if (precision == DTL_PRECISION_CENTURY)
    extent = dtl_extent_from_century (dtl_label_get_ordinal (date.year, 100));
  else
    extent = dtl_extent_from_millennium (dtl_label_get_ordinal (date.year, 1000));
  return dtl_label_append_unit (reader, &extent, FALSE, text);
}

char *
dtl_label_instant (DtlTime time, DtlPrecision precision, const DtlLabelStyle *style)
{
  g_autoptr (GString) text = g_string_sized_new (48);
  DtlExtent extent = { .start = time,
                       .latest_start = time,
                       .earliest_end = time + 1,
                       .end = time + 1,
                       .precision = (guint8) precision };
  DtlLabelReader reader;
  gboolean deep;

  g_return_val_if_fail (dtl_time_is_bounded (time), NULL);

  init_reader (&reader, style, &extent);
  deep = dtl_label_is_deep (&extent);
  if (deep || !append_named_years (&reader, time, precision, text))
    append_instant (&reader, time, style->calendar, precision, deep, text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
