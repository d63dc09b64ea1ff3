#include "time/labels/dtl-label-calendar.h"

#include "time/calendars/dtl-calendar-private.h"

#include <string.h>

/* Whether an entry is for @language; one for all of them stands behind those. */
static gboolean
speaks (const char *entry, const char *language)
{
  return *entry == '\0' || strcmp (entry, language) == 0;
}

const char *const *
dtl_label_calendar_find_months (DtlCalendar calendar, const char *language)
{
  for (const DtlLabelMonths *p = dtl_label_months; p->language != NULL; p++)
    if (p->calendar == calendar && speaks (p->language, language))
      return p->months;
  return NULL;
}

const char *
dtl_label_calendar_find_text (const DtlLabelText *table,
                              DtlCalendar calendar,
                              const char *language)
{
  for (const DtlLabelText *p = table; p->language != NULL; p++)
    if (p->calendar == calendar && speaks (p->language, language))
      return p->text;
  return NULL;
}

const DtlLabelCalendarPatterns *
dtl_label_calendar_find_patterns (DtlCalendar calendar, const char *language)
{
  const DtlLabelCalendarPatterns *p = dtl_label_calendar_patterns;

  for (; p->language != NULL; p++)
    if (p->calendar == calendar && speaks (p->language, language))
      return p;
  return NULL;
}

/* Names of Hebrew months stand in the order of a leap year, whose Adar I is the
 * sixth and whose Adar has another name. */
static void
set_hebrew_month (const DtlCalendarDate *date, DtlPatternFields *fields)
{
  fields->month = date->month + (date->leap_month || date->month > 5);
  fields->variant = date->month == 6 && dtl_hebrew_is_leap_year (date->year);
}

static gboolean
name_day (DtlCalendar calendar,
          const DtlCalendarDate *date,
          DtlLabelUnit unit,
          char *buffer,
          gsize size)
{
  if (calendar == DTL_CALENDAR_ROMAN)
    return unit == DTL_LABEL_DAYS && dtl_label_name_roman_day (date, buffer, size);
  if (calendar == DTL_CALENDAR_FRENCH_REPUBLICAN)
    return unit == DTL_LABEL_DAYS && dtl_label_name_republican_day (date, buffer, size);
  if (calendar == DTL_CALENDAR_MAYA)
    dtl_label_name_maya_day (date, unit, buffer, size);
  return calendar == DTL_CALENDAR_MAYA;
}

void
dtl_label_calendar_set_day (DtlCalendar calendar,
                            const DtlCalendarDate *date,
                            DtlLabelUnit unit,
                            DtlPatternFields *fields)
{
  fields->day = date->day;
  fields->month = date->month;
  fields->variant = date->leap_month;
  if (calendar == DTL_CALENDAR_HEBREW)
    set_hebrew_month (date, fields);
  if (!name_day (calendar, date, unit, fields->day_name, sizeof fields->day_name))
    fields->day_name[0] = '\0';
}

static gboolean
has_label (DtlCalendar calendar, DtlTime time)
{
  DtlCalendarDate date;

  return dtl_calendar_from_day (calendar, dtl_time_get_day (time), &date, NULL) &&
         date.year >= dtl_label_calendars[calendar].first_year &&
         date.year <= dtl_label_calendars[calendar].last_year;
}

/* An inner bound: where it lies between the outer ones, which are asked anyway, the
 * calendar reaches it too, since it has no gaps. */
static gboolean
has_inner_label (DtlCalendar calendar, const DtlExtent *extent, DtlTime time)
{
  return !dtl_time_is_bounded (time) ||
         (extent->start != DTL_TIME_PAST && extent->start <= time &&
          extent->end != DTL_TIME_FUTURE && time < extent->end) ||
         has_label (calendar, time);
}

gboolean
dtl_label_calendar_covers (DtlCalendar calendar, const DtlExtent *extent)
{
  /* "Before 1453" names the first day that does not belong to it, "after 1453"
   * the last. */
  gboolean exclusive = (extent->flags & DTL_EXTENT_EXCLUSIVE) != 0;
  DtlTime start = dtl_time_add (extent->start, -exclusive);
  DtlTime last = dtl_time_add (extent->end, exclusive - 1);

  return (!dtl_time_is_bounded (start) || has_label (calendar, start)) &&
         (!dtl_time_is_bounded (last) || has_label (calendar, last)) &&
         has_inner_label (calendar, extent, extent->latest_start) &&
         has_inner_label (calendar, extent, dtl_time_add (extent->earliest_end, -1));
}
