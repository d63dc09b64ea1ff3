#include "time/forms/dtl-gedcom.h"

#include "time/forms/dtl-gedcom-words.h"

/* One end of an extent as a date of GEDCOM. */
typedef struct {
  DtlTime time;
  DtlPrecision precision;
  DtlCalendar calendar;
} End;

static const DtlGedcomCalendar *
find_calendar (DtlCalendar calendar, DtlLoss *loss)
{
  for (const DtlGedcomCalendar *c = dtl_gedcom_calendars; c->word != NULL; c++)
    if (c->calendar == calendar)
      return c;
  *loss |= DTL_LOSS_CALENDAR;
  return dtl_gedcom_calendars;
}

/* Year, month or day: the finest that says no more than @precision does. */
static DtlPrecision
coarsen (DtlPrecision precision, DtlLoss *loss)
{
  if (precision == DTL_PRECISION_YEAR || precision == DTL_PRECISION_MONTH ||
      precision == DTL_PRECISION_DAY)
    return precision;
  *loss |= DTL_LOSS_PRECISION;
  switch (precision)
    {
    case DTL_PRECISION_HOUR:
    case DTL_PRECISION_MINUTE:
    case DTL_PRECISION_SECOND:
    case DTL_PRECISION_SUB_SECOND:
    case DTL_PRECISION_PART_OF_DAY:
      *loss |= DTL_LOSS_CLOCK;
      return DTL_PRECISION_DAY;
    case DTL_PRECISION_WEEK:
    case DTL_PRECISION_TEN_DAYS:
      return DTL_PRECISION_DAY;
    default:
      return precision < DTL_PRECISION_YEAR ? DTL_PRECISION_YEAR : DTL_PRECISION_MONTH;
    }
}

static int
get_month_place (const DtlGedcomCalendar *calendar, const DtlCalendarDate *date)
{
  if (calendar->calendar != DTL_CALENDAR_HEBREW)
    return date->month - 1;
  if (date->leap_month)
    return 5;
  return date->month > 5 ? date->month : date->month - 1;
}

static void
append_end (GString *text, End end, DtlGedcomVersion version, DtlLoss *loss)
{
  const DtlGedcomCalendar *calendar = find_calendar (end.calendar, loss);
  DtlPrecision precision = coarsen (end.precision, loss);
  DtlCalendarDate date;

  if (!dtl_calendar_from_day (calendar->calendar, dtl_time_get_day (end.time), &date,
                              NULL))
    {
      calendar = dtl_gedcom_calendars;
      *loss |= DTL_LOSS_CALENDAR;
      dtl_calendar_from_day (calendar->calendar, dtl_time_get_day (end.time), &date,
                             NULL);
    }
  if (calendar != dtl_gedcom_calendars)
    g_string_append_printf (text, "%s ",
                            version == DTL_GEDCOM_7 ? calendar->word : calendar->escape);
  if (precision == DTL_PRECISION_DAY)
    g_string_append_printf (text, "%d ", date.day);
  if (precision >= DTL_PRECISION_MONTH)
    g_string_append_printf (text, "%s ",
                            calendar->months[get_month_place (calendar, &date)]);
  g_string_append_printf (text, "%" G_GINT64_FORMAT,
                          date.year > 0 ? date.year : 1 - date.year);
  if (date.year <= 0)
    g_string_append (text, version == DTL_GEDCOM_7 ? " BCE" : " B.C.");
}

static End
get_start (const DtlExtent *extent)
{
  return (End){ extent->start, (DtlPrecision) extent->precision,
                (DtlCalendar) extent->calendar };
}

static End
get_end (const DtlExtent *extent)
{
  return (End){ dtl_time_is_bounded (extent->end) ? extent->end - 1 : extent->end,
                (DtlPrecision) extent->precision_end,
                (DtlCalendar) extent->calendar_end };
}

static gboolean
read_label (const End *end, DtlCalendarDate *ret_date)
{
  DtlLoss loss = DTL_LOSS_NONE;

  return dtl_calendar_from_day (find_calendar (end->calendar, &loss)->calendar,
                                dtl_time_get_day (end->time), ret_date, NULL);
}

/* Both ends lie in one year, month or day of one calendar: no range is needed to
 * say it. */
static gboolean
is_one_unit (const DtlExtent *extent)
{
  End start = get_start (extent), end = get_end (extent);
  DtlCalendarDate first, last;
  DtlLoss loss = DTL_LOSS_NONE;
  DtlPrecision precision;

  if (extent->part != DTL_PART_NONE || start.precision != end.precision ||
      start.calendar != end.calendar || start.precision < DTL_PRECISION_YEAR ||
      start.precision > DTL_PRECISION_SECOND || !read_label (&start, &first) ||
      !read_label (&end, &last))
    return FALSE;
  precision = coarsen (start.precision, &loss);
  return first.year == last.year &&
         (precision == DTL_PRECISION_YEAR ||
          (first.month == last.month && first.leap_month == last.leap_month)) &&
         (precision != DTL_PRECISION_DAY || first.day == last.day);
}

static void
append_span (GString *text,
             const DtlExtent *extent,
             DtlGedcomVersion version,
             DtlLoss *loss)
{
  if (extent->flags & (DTL_EXTENT_OPEN_START | DTL_EXTENT_OPEN_END))
    *loss |= DTL_LOSS_OPEN_END;
  if (dtl_time_is_bounded (extent->start))
    {
      g_string_append (text, "FROM ");
      append_end (text, get_start (extent), version, loss);
    }
  if (dtl_time_is_bounded (extent->end))
    {
      g_string_append (text, text->len > 0 ? " TO " : "TO ");
      append_end (text, get_end (extent), version, loss);
    }
}

static void
append_within (GString *text,
               const DtlExtent *extent,
               DtlGedcomVersion version,
               DtlLoss *loss)
{
  if (!dtl_time_is_bounded (extent->start))
    {
      g_string_append (text, "BEF ");
      append_end (text, get_end (extent), version, loss);
    }
  else if (!dtl_time_is_bounded (extent->end))
    {
      g_string_append (text, "AFT ");
      append_end (text, get_start (extent), version, loss);
    }
  else if (is_one_unit (extent))
    {
      if (extent->flags & DTL_EXTENT_APPROXIMATE)
        g_string_append (text, "ABT ");
      append_end (text, get_start (extent), version, loss);
    }
  else
    {
      g_string_append (text, "BET ");
      append_end (text, get_start (extent), version, loss);
      g_string_append (text, " AND ");
      append_end (text, get_end (extent), version, loss);
      if (extent->part != DTL_PART_NONE)
        *loss |= DTL_LOSS_PART;
    }
}

char *
dtl_gedcom_write (const DtlExtent *extent, DtlGedcomVersion version, DtlLoss *ret_loss)
{
  g_autoptr (GString) text = g_string_new (NULL);
  DtlLoss loss = DTL_LOSS_NONE;

  if (extent->kind == DTL_EXTENT_SPAN)
    append_span (text, extent, version, &loss);
  else if (dtl_time_is_bounded (extent->start) || dtl_time_is_bounded (extent->end))
    append_within (text, extent, version, &loss);

  if (text->len == 0)
    loss |= DTL_LOSS_POSITION;
  if (extent->kind == DTL_EXTENT_ONE_OF || extent->kind == DTL_EXTENT_ALL_OF)
    loss |= DTL_LOSS_BOUNDS;
  if (extent->flags & DTL_EXTENT_UNCERTAIN ||
      (extent->flags & DTL_EXTENT_APPROXIMATE && !g_str_has_prefix (text->str, "ABT")))
    loss |= DTL_LOSS_QUALIFIER;
  if (extent->flags & DTL_EXTENT_HAS_OFFSET)
    loss |= DTL_LOSS_OFFSET;
  *ret_loss = loss;
  return text->len == 0 ? NULL : g_string_free (g_steal_pointer (&text), FALSE);
}
