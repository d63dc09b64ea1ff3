/* What has one name. Shapes are recognised by their bounds, not by what an
 * extent claims to be, so that no label says more or less than they do. */

#include "time/labels/dtl-label-private.h"

#define HOUR G_GINT64_CONSTANT (3600)

/* The first and the last day of what is to be named, in the calendar of each
 * end, and the day after. */
typedef struct {
  const DtlLabelReader *reader;
  const DtlExtent *within;
  gboolean genitive;
  DtlCalendarDate first, last, next;
  gint64 n_days;
  gint64 n_months; /* 0 where it does not begin and end with months */
  gint64 n_years;  /* 0 where it does not begin and end with years */
} Shape;

static gboolean
has_whole_days (const DtlExtent *within)
{
  return dtl_time_get_second_of_day (within->start) == 0 &&
         dtl_time_get_second_of_day (within->end) == 0;
}

static DtlCalendar
choose_calendar (const DtlLabelReader *reader, const DtlExtent *within, DtlCalendar said)
{
  /* "Some day of 1066" is as wide as a year: its bounds belong to the calendar
   * that it was said in, as those of a year do. */
  gboolean wide =
      within->end - within->start >= G_GINT64_CONSTANT (28) * DTL_SECONDS_PER_DAY;

  return dtl_label_choose_calendar (reader, said,
                                    wide ? DTL_PRECISION_YEAR : DTL_PRECISION_DAY);
}

static void
read_shape (Shape *shape)
{
  const DtlExtent *within = shape->within;
  DtlCalendar calendar = choose_calendar (shape->reader, within, within->calendar);
  DtlCalendar calendar_end =
      choose_calendar (shape->reader, within, within->calendar_end);
  gint64 first_day = dtl_time_get_day (within->start);
  gint64 next_day = dtl_time_get_day (within->end);

  dtl_calendar_from_day (calendar, first_day, &shape->first, NULL);
  dtl_calendar_from_day (calendar_end, next_day - 1, &shape->last, NULL);
  dtl_calendar_from_day (calendar_end, next_day, &shape->next, NULL);
  shape->n_days = next_day - first_day;
  shape->n_months = 0;
  shape->n_years = 0;
  if (shape->first.day == 1 && shape->next.day == 1)
    shape->n_months = 12 * (shape->last.year - shape->first.year) + shape->last.month -
                      shape->first.month + 1;
  if (shape->n_months % 12 == 0 && shape->first.month == 1)
    shape->n_years = shape->n_months / 12;
}

static void
append_date (const Shape *shape, DtlPrecision precision, GString *text)
{
  DtlLabelEdge edge;

  dtl_label_make_edge (shape->reader, shape->within->start, shape->within->calendar,
                       precision, &edge);
  edge.fields.genitive = shape->genitive;
  dtl_label_append_edge (shape->reader, &edge, text);
}

static void
append_case (const DtlWordCases *cases,
             gboolean genitive,
             const char *core,
             GString *text)
{
  dtl_label_words_fill (text,
                        genitive && cases->genitive != NULL ? cases->genitive
                                                            : cases->plain,
                        core, "");
}

static void
append_year_or_month (const Shape *shape, DtlPrecision precision, GString *text)
{
  g_autoptr (GString) date = g_string_new (NULL);

  append_date (shape, precision, date);
  append_case (&shape->reader->words->unit, shape->genitive, date->str, text);
}

/* A decade, century or millennium; the era is named for those before it. */
static void
append_years (const Shape *shape,
              const DtlWordCases *cases,
              const char *core,
              GString *text)
{
  const DtlLabelWords *words = shape->reader->words;
  gboolean bc = shape->last.year <= 0;
  const char *era = shape->reader->style->common_era ? words->bce : words->bc;

  if (bc && words->era_before_unit)
    g_string_append_printf (text, "%s%s", era, words->era_join);
  append_case (cases, shape->genitive, core, text);
  if (bc && !words->era_before_unit)
    g_string_append_printf (text, "%s%s", words->era_join, era);
}

/* By the digits: 1960 to 1969, and 449 BC to 440 BC. */
static gboolean
append_decade (const Shape *shape, GString *text)
{
  const DtlLabelWords *words = shape->reader->words;
  gboolean bc = shape->last.year <= 0;
  gint64 decade = bc ? 1 - shape->last.year : shape->first.year;
  g_autoptr (GString) core = NULL;

  if (words->decade.plain == NULL || shape->n_years != 10 || decade % 10 != 0 ||
      decade <= 0 || decade >= G_MAXINT)
    return FALSE;
  core = g_string_new (NULL);
  dtl_label_words_append_decade (core, words, (int) decade);
  append_years (shape, &words->decade, core->str, text);
  return TRUE;
}

/* By the count: 1801 to 1900 is the 19th, 100 BC to 1 BC the 1st before. */
static gboolean
append_ordinal (const Shape *shape,
                gint64 unit,
                const DtlWordCases *cases,
                gboolean feminine,
                GString *text)
{
  gboolean bc = shape->last.year <= 0;
  gint64 last = bc ? 1 - shape->first.year : shape->last.year;
  g_autoptr (GString) core = NULL;

  if (cases->plain == NULL || shape->n_years != unit || last % unit != 0 ||
      last / unit > G_MAXINT)
    return FALSE;
  core = g_string_new (NULL);
  dtl_label_words_append_ordinal (core, shape->reader->words, (int) (last / unit),
                                  feminine);
  append_years (shape, cases, core->str, text);
  return TRUE;
}

/* Meteorological seasons; a winter has two years. */
static gboolean
append_season (const Shape *shape, GString *text)
{
  const char *const *seasons = shape->reader->words->seasons;
  /* "Winter 1944": the one that begins or the one that ends in it; in the south it is
   * the summer that has this. */
  gboolean both_winters = shape->n_months == 14 && shape->first.month == 1;
  gboolean one_season = shape->n_months == 3 && shape->first.month % 3 == 0;
  int season = both_winters ? 3 : shape->first.month / 3 - 1;
  g_autoptr (GString) year = NULL;

  if (shape->within->flags & DTL_EXTENT_SOUTHERN)
    season = (season + 2) % 4;
  if (!(both_winters || one_season) || seasons[season] == NULL)
    return FALSE;

  year = g_string_new (NULL);
  append_date (shape, DTL_PRECISION_YEAR, year);
  if (shape->first.month == 12)
    {
      DtlLabelEdge next;

      dtl_label_make_edge (shape->reader, shape->within->end - 1,
                           shape->within->calendar_end, DTL_PRECISION_YEAR, &next);
      g_string_append (year, "–");
      dtl_label_append_edge (shape->reader, &next, year);
    }
  dtl_label_words_fill (text, seasons[season], year->str, "");
  return TRUE;
}

static gboolean
append_week (const Shape *shape, GString *text)
{
  g_autoptr (GString) monday = NULL;

  if (shape->reader->words->week == NULL || shape->n_days != 7 ||
      dtl_day_get_weekday (dtl_time_get_day (shape->within->start)) != 0)
    return FALSE;
  monday = g_string_new (NULL);
  append_date (shape, DTL_PRECISION_DAY, monday);
  dtl_label_words_fill (text, shape->reader->words->week, monday->str, "");
  return TRUE;
}

/* Hours of the house: morning 5 to 12, afternoon to 17, evening to 21, night to
 * 5 on the next day, which is named as well. */
static gboolean
append_time_of_day (const Shape *shape, GString *text)
{
  static const int bounds[] = { 5, 12, 17, 21, 29 };
  const DtlExtent *within = shape->within;
  int start = dtl_time_get_second_of_day (within->start);
  g_autoptr (GString) day = NULL;
  DtlLabelEdge first, last;
  int i = 0;

  while (i < 4 && start != bounds[i] * HOUR)
    i++;
  if (i == 4 || within->end - within->start != (bounds[i + 1] - bounds[i]) * HOUR ||
      shape->reader->words->times[i] == NULL)
    return FALSE;

  day = g_string_new (NULL);
  dtl_label_make_edge (shape->reader, within->start, within->calendar, DTL_PRECISION_DAY,
                       &first);
  dtl_label_make_edge (shape->reader, within->end - 1, within->calendar_end,
                       DTL_PRECISION_DAY, &last);
  if (i == 3)
    dtl_label_append_edges (shape->reader, &first, &last, shape->reader->words->to, day);
  else
    dtl_label_append_edge (shape->reader, &first, day);
  dtl_label_words_fill (text, shape->reader->words->times[i], day->str, "");
  return TRUE;
}

static gboolean
append_clock (const Shape *shape, GString *text)
{
  static const DtlPrecision precisions[] = { DTL_PRECISION_HOUR, DTL_PRECISION_MINUTE,
                                             DTL_PRECISION_SECOND };
  gint64 width = shape->within->end - shape->within->start;

  for (guint i = 0; i < G_N_ELEMENTS (precisions); i++)
    if (width == dtl_precision_get_seconds (precisions[i]) &&
        dtl_time_get_second_of_day (shape->within->start) % width == 0)
      {
        append_date (shape, precisions[i], text);
        return TRUE;
      }
  return append_time_of_day (shape, text);
}

/* "early 1940s": the whole has a name, and the part of it another. */
static gboolean
append_part_of (const Shape *shape, const DtlExtent *whole, DtlPart part, GString *text)
{
  const char *pattern = shape->reader->words->parts[part];
  DtlExtent there = dtl_extent_get_part (whole, part);
  g_autoptr (GString) plain = NULL;
  g_autoptr (GString) genitive = NULL;

  if (pattern == NULL || there.start != shape->within->start ||
      there.end != shape->within->end)
    return FALSE;
  plain = g_string_new (NULL);
  genitive = g_string_new (NULL);
  if (!dtl_label_append_unit (shape->reader, whole, FALSE, plain) ||
      !dtl_label_append_unit (shape->reader, whole, TRUE, genitive))
    return FALSE;
  dtl_label_words_fill (text, pattern, plain->str, genitive->str);
  return TRUE;
}

int
dtl_label_get_ordinal (gint64 year, int unit)
{
  gint64 ordinal = year > 0 ? (year - 1) / unit + 1 : year / unit - 1;

  return (int) CLAMP (ordinal, -G_MAXINT, G_MAXINT);
}

/* The whole that a part of this precision would be of. */
static gboolean
make_whole (const Shape *shape, DtlExtent *ret_whole)
{
  DtlDate date = { .precision = shape->within->precision,
                   .year = shape->first.year,
                   .month = shape->first.month,
                   .day = shape->first.day };

  date.calendar = choose_calendar (shape->reader, shape->within, shape->within->calendar);
  switch (shape->within->precision)
    {
    case DTL_PRECISION_MILLENNIUM:
      *ret_whole = dtl_extent_from_millennium (dtl_label_get_ordinal (date.year, 1000));
      return TRUE;
    case DTL_PRECISION_CENTURY:
      *ret_whole = dtl_extent_from_century (dtl_label_get_ordinal (date.year, 100));
      return TRUE;
    case DTL_PRECISION_HALF_YEAR:
    case DTL_PRECISION_QUARTER:
      date.precision = DTL_PRECISION_YEAR;
      break;
    case DTL_PRECISION_TEN_DAYS:
      date.precision = DTL_PRECISION_MONTH;
      break;
    case DTL_PRECISION_DECADE:
    case DTL_PRECISION_YEAR:
    case DTL_PRECISION_MONTH:
      break;
    default:
      return FALSE;
    }
  return dtl_extent_from_date (&date, ret_whole, NULL);
}

static gboolean
append_part (const Shape *shape, GString *text)
{
  DtlExtent whole;

  if (!make_whole (shape, &whole) || shape->within->start < whole.start ||
      shape->within->end > whole.end)
    return FALSE;
  for (int part = DTL_PART_EARLY; part <= DTL_PART_QUARTER_4; part++)
    if (append_part_of (shape, &whole, (DtlPart) part, text))
      return TRUE;
  return FALSE;
}

static gboolean
append_many_years (const Shape *shape, GString *text)
{
  const DtlLabelWords *words = shape->reader->words;

  /* "Between 1960 and 1969" was not said as a decade. */
  if (shape->within->precision == DTL_PRECISION_YEAR)
    return FALSE;
  return append_decade (shape, text) ||
         append_ordinal (shape, 100, &words->century, FALSE, text) ||
         append_ordinal (shape, 1000, &words->millennium, TRUE, text);
}

static gboolean
append_days (const Shape *shape, GString *text)
{
  if (shape->n_days == 1)
    append_date (shape, DTL_PRECISION_DAY, text);
  else if (shape->n_years == 1)
    append_year_or_month (shape, DTL_PRECISION_YEAR, text);
  else if (shape->n_months == 1)
    append_year_or_month (shape, DTL_PRECISION_MONTH, text);
  else
    return (shape->within->precision == DTL_PRECISION_SEASON &&
            append_season (shape, text)) ||
           append_week (shape, text) || append_many_years (shape, text);
  return TRUE;
}

gboolean
dtl_label_append_unit (const DtlLabelReader *reader,
                       const DtlExtent *within,
                       gboolean genitive,
                       GString *text)
{
  Shape shape = { .reader = reader, .within = within, .genitive = genitive };

  if (!has_whole_days (within))
    return append_clock (&shape, text);
  if (dtl_label_is_foreign (reader))
    return dtl_label_append_foreign_unit (reader, within, text);
  read_shape (&shape);
  return append_days (&shape, text) || append_part (&shape, text);
}
