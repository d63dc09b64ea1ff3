#include "time/dtl-ticks.h"

#include "time/labels/dtl-label-locale.h"
#include "time/ticks/dtl-tick-axis.h"

#define PRESENT_YEAR 1950

/* The step in use is kept while its ticks lie between these shares of the wish
 * apart. */
#define LEAST_SPACING 0.8
#define MOST_SPACING 2.5

int
dtl_ticks_get_n_steps (void)
{
  return DTL_TICK_N_RUNGS;
}

gint64
dtl_ticks_get_step_seconds (DtlTickStep step)
{
  g_return_val_if_fail (step >= 0 && step < DTL_TICK_N_RUNGS, 1);
  return dtl_tick_ladder[step].seconds;
}

static double
get_pixels (DtlTickStep step, double seconds_per_pixel)
{
  return (double) dtl_tick_ladder[step].seconds / seconds_per_pixel;
}

DtlTickStep
dtl_ticks_choose (double seconds_per_pixel, double spacing, DtlTickStep current)
{
  if (current >= 0 && current < DTL_TICK_N_RUNGS)
    {
      double pixels = get_pixels (current, seconds_per_pixel);

      if (pixels >= spacing * LEAST_SPACING && pixels <= spacing * MOST_SPACING)
        return current;
    }

  /* Weeks cut across months: an axis takes them only when it is told to. */
  for (DtlTickStep step = 0; step < DTL_TICK_N_RUNGS; step++)
    if (dtl_tick_ladder[step].major.unit != DTL_TICK_WEEK &&
        get_pixels (step, seconds_per_pixel) >= spacing)
      return step;
  return DTL_TICK_N_RUNGS - 1;
}

typedef struct {
  const DtlTickRung *rung;
  DtlTickAxis axis;
  GArray *ticks;
  guint max;
  DtlTime next_major; /* DTL_TIME_FUTURE where there is no other */
} Walk;

static void
find_next_major (Walk *walk, DtlTime time)
{
  if (!dtl_tick_axis_find_after (&walk->axis, &walk->rung->major, time,
                                 &walk->next_major))
    walk->next_major = DTL_TIME_FUTURE;
}

static void
add_tick (Walk *walk, DtlTime time)
{
  DtlTick tick = { time, time == walk->next_major };

  if (tick.major)
    find_next_major (walk, time);
  g_array_append_val (walk->ticks, tick);
}

/* The major tick at or before @from, which labels what is in the window before
 * the next one. */
static void
add_first (Walk *walk, DtlTime from)
{
  if (dtl_tick_axis_find_at (&walk->axis, &walk->rung->major, from, &walk->next_major))
    add_tick (walk, walk->next_major);
  else
    find_next_major (walk, from);
}

static gboolean
find_next (const Walk *walk, DtlTime time, DtlTime *ret_next)
{
  return dtl_tick_axis_find_after (&walk->axis, &walk->rung->minor, time, ret_next);
}

/* Every major step is a multiple of its minor one, so that walking the minor
 * ones meets all. */
static void
walk_window (Walk *walk, DtlTime from, DtlTime to)
{
  DtlTime time;
  gboolean found;

  add_first (walk, from);
  found = dtl_tick_axis_find_at (&walk->axis, &walk->rung->minor, from, &time);
  if (!found || time < from || walk->ticks->len == 0 ||
      time == g_array_index (walk->ticks, DtlTick, 0).time)
    found = find_next (walk, found ? time : from, &time);
  for (; found && time < to && walk->ticks->len < walk->max;
       found = find_next (walk, time, &time))
    add_tick (walk, time);
}

GArray *
dtl_ticks_list (DtlTickStep step,
                DtlTime from,
                DtlTime to,
                guint max,
                const DtlLabelStyle *style)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (DtlTick));
  DtlTime first = MAX (from, DTL_TIME_MIN);
  DtlTime after = MIN (to, DTL_TIME_MAX);

  g_return_val_if_fail (step >= 0 && step < DTL_TICK_N_RUNGS, ticks);

  if (first < after && max > 0)
    {
      Walk walk = { .rung = &dtl_tick_ladder[step], .ticks = ticks, .max = max };

      dtl_tick_axis_init (&walk.axis, style->calendar);
      walk_window (&walk, first, after);
    }
  return ticks;
}

/* The names of the calendar that the axis counts in at @time, and its date there. */
static const DtlLabelLocale *
read_fields (DtlTime time, const DtlLabelStyle *style, DtlPatternFields *fields)
{
  const DtlLabelLocale *locale;
  DtlCalendarDate date = { 0 };
  DtlTickAxis axis;
  DtlCalendar calendar;
  int second = dtl_time_get_second_of_day (time);

  dtl_tick_axis_init (&axis, style->calendar);
  calendar = dtl_tick_axis_get_calendar (&axis, time);
  locale = dtl_label_locale_get (style->language, calendar);
  dtl_calendar_from_day (calendar, dtl_time_get_day (time), &date, NULL);
  *fields = (DtlPatternFields){ 0 };
  dtl_label_locale_set_date (locale, &date, DTL_SKELETON_YEAR_MONTH_DAY,
                             style->common_era, fields);
  fields->hour = second / 3600;
  fields->minute = second / 60 % 60;
  fields->second = second % 60;
  return locale;
}

static gint64
get_years_before_present (DtlTime time)
{
  gint64 year;
  int month, day;

  dtl_gregorian_from_day (dtl_time_get_day (time), &year, &month, &day);
  return PRESENT_YEAR - year;
}

/* "12 ka", "66 Ma", "4.5 Ga"; the greatest unit that is not too great. */
static void
append_before_present (const DtlLabelLocale *locale, DtlTime time, GString *text)
{
  static const struct {
    gint64 years;
    const char *symbol;
  } units[] = { { 1000000000, " Ga" }, { 1000000, " Ma" }, { 1000, " ka" } };
  gint64 years = get_years_before_present (time);
  gint64 number = ABS (years);
  g_autoptr (GString) amount = g_string_new (NULL);
  guint i = 0;

  if (years == 0)
    {
      g_string_append (text, locale->words->present);
      return;
    }
  while (i < G_N_ELEMENTS (units) - 1 && number < units[i].years)
    i++;
  dtl_pattern_append_quotient (&locale->names, number, units[i].years, amount);
  g_string_append (amount, units[i].symbol);
  if (years > 0)
    g_string_append (text, amount->str);
  else
    dtl_label_words_fill (text, locale->words->ahead, amount->str, "");
}

/* The first of a month is called by the month; an era's first day may be another. */
static DtlSkeleton
choose_label (const DtlTickStride *stride, const DtlPatternFields *fields)
{
  switch (stride->unit)
    {
    case DTL_TICK_SECOND:
      return DTL_SKELETON_SECOND;
    case DTL_TICK_MINUTE:
    case DTL_TICK_HOUR:
      return DTL_SKELETON_MINUTE;
    case DTL_TICK_DAY:
      return stride->n < 10 ? DTL_SKELETON_DAY : DTL_SKELETON_SHORT_MONTH_DAY;
    case DTL_TICK_WEEK:
      return DTL_SKELETON_SHORT_MONTH_DAY;
    case DTL_TICK_MONTH:
      if (fields->day != 1)
        return DTL_SKELETON_SHORT_MONTH_DAY;
      return stride->n < 6 ? DTL_SKELETON_SHORT_MONTH : DTL_SKELETON_YEAR_SHORT_MONTH;
    case DTL_TICK_YEAR:
    case DTL_TICK_BEFORE_PRESENT:
      break;
    }
  return DTL_SKELETON_YEAR;
}

char *
dtl_ticks_dup_label (DtlTickStep step, DtlTime time, const DtlLabelStyle *style)
{
  const DtlTickStride *stride;
  const DtlLabelLocale *locale;
  g_autoptr (GString) text = g_string_new (NULL);
  DtlPatternFields fields;

  g_return_val_if_fail (step >= 0 && step < DTL_TICK_N_RUNGS, NULL);
  g_return_val_if_fail (dtl_time_is_bounded (time), NULL);

  stride = &dtl_tick_ladder[step].major;
  locale = read_fields (time, style, &fields);
  if (stride->unit == DTL_TICK_BEFORE_PRESENT)
    append_before_present (locale, time, text);
  else
    dtl_label_locale_append (locale, choose_label (stride, &fields), &fields, text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The part of the date that the labels of a step leave out; FALSE where they
 * leave out nothing. */
static gboolean
choose_context (const DtlTickStride *stride, DtlSkeleton *ret_skeleton)
{
  switch (stride->unit)
    {
    case DTL_TICK_SECOND:
    case DTL_TICK_MINUTE:
    case DTL_TICK_HOUR:
      *ret_skeleton = DTL_SKELETON_YEAR_MONTH_DAY;
      return TRUE;
    case DTL_TICK_DAY:
      *ret_skeleton = stride->n < 10 ? DTL_SKELETON_YEAR_MONTH : DTL_SKELETON_YEAR;
      return TRUE;
    case DTL_TICK_WEEK:
    case DTL_TICK_MONTH:
      *ret_skeleton = DTL_SKELETON_YEAR;
      return TRUE;
    case DTL_TICK_YEAR:
    case DTL_TICK_BEFORE_PRESENT:
      break;
    }
  return FALSE;
}

char *
dtl_ticks_dup_context (DtlTickStep step, DtlTime time, const DtlLabelStyle *style)
{
  const DtlTickStride *stride;
  const DtlLabelLocale *locale;
  g_autoptr (GString) text = g_string_new (NULL);
  DtlPatternFields fields;
  DtlSkeleton skeleton;

  g_return_val_if_fail (step >= 0 && step < DTL_TICK_N_RUNGS, NULL);
  g_return_val_if_fail (dtl_time_is_bounded (time), NULL);

  stride = &dtl_tick_ladder[step].major;
  locale = read_fields (time, style, &fields);
  if (choose_context (stride, &skeleton))
    dtl_label_locale_append (locale, skeleton, &fields, text);
  else if (stride->unit == DTL_TICK_BEFORE_PRESENT && get_years_before_present (time) > 0)
    g_string_append (text, locale->words->before_present);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
