#include "extract/dtl-fields.h"

#include <string.h>

/* The values a field has names for, from 1 on; NULL at the end. */
typedef struct {
  const char *name;
  const char *values[16];
} FieldNames;

#define UNIT_NAMES                                                                       \
  {                                                                                      \
    "second", "minute", "hour", "day", "weekend", "week", "fortnight", "month",          \
        "quarter", "season", "year", "decade", "century", "millennium", NULL             \
  }

static const FieldNames field_names[DTL_N_FIELDS] = {
  [DTL_FIELD_YEAR] = { "year", { NULL } },
  [DTL_FIELD_SHORT_YEAR] = { "short-year", { NULL } },
  [DTL_FIELD_MONTH] = { "month", { NULL } },
  [DTL_FIELD_DAY] = { "day", { NULL } },
  [DTL_FIELD_WEEKDAY] = { "weekday", { NULL } },
  [DTL_FIELD_WEEK] = { "week", { NULL } },
  [DTL_FIELD_HOUR] = { "hour", { NULL } },
  [DTL_FIELD_MINUTE] = { "minute", { NULL } },
  [DTL_FIELD_CLOCK] = { "clock", { NULL } },
  [DTL_FIELD_SECOND] = { "second", { NULL } },
  [DTL_FIELD_MERIDIEM] = { "meridiem", { "am", "pm", NULL } },
  [DTL_FIELD_DAYPART] = { "daypart",
                          { "dawn", "morning", "midday", "afternoon", "evening", "night",
                            "midnight", "daytime", "night-before", NULL } },
  [DTL_FIELD_SEASON] = { "season", { "spring", "summer", "autumn", "winter", NULL } },
  [DTL_FIELD_QUARTER] = { "quarter", { NULL } },
  [DTL_FIELD_HALF] = { "half", { NULL } },
  [DTL_FIELD_DECADE] = { "decade", { NULL } },
  [DTL_FIELD_CENTURY] = { "century", { NULL } },
  [DTL_FIELD_HUNDREDS] = { "hundreds", { NULL } },
  [DTL_FIELD_MILLENNIUM] = { "millennium", { NULL } },
  [DTL_FIELD_ERA] = { "era", { "ad", "bc", "bp", NULL } },
  [DTL_FIELD_HOLIDAY] = { "holiday", { NULL } },
  [DTL_FIELD_PART] = { "part",
                       { "early", "mid", "late", "first-half", "second-half",
                         "throughout", "turn", "rest", NULL } },
  [DTL_FIELD_APPROX] = { "approx", { "yes", NULL } },
  [DTL_FIELD_UNCERTAIN] = { "uncertain", { "yes", NULL } },
  [DTL_FIELD_BOUND] = { "bound",
                        { "before", "after", "by", "from", "since", "until",
                          "unknown-start", "unknown-end", NULL } },
  [DTL_FIELD_SHIFT] = { "shift", { NULL } },
  [DTL_FIELD_ANCHOR] = { "anchor", { "published", "mention", NULL } },
  [DTL_FIELD_COUNT] = { "count", { NULL } },
  [DTL_FIELD_VAGUE] = { "vague", { "yes", NULL } },
  [DTL_FIELD_UNIT] = { "unit", UNIT_NAMES },
  [DTL_FIELD_REST] = { "rest", { NULL } },
  [DTL_FIELD_REST_UNIT] = { "rest-unit", UNIT_NAMES },
  [DTL_FIELD_DIRECTION] = { "direction", { "ago", "hence", "earlier", "later", NULL } },
  [DTL_FIELD_MODIFIER] = { "modifier", { "more", "less", "at-least", "at-most", NULL } },
  [DTL_FIELD_REFERENCE] = { "reference", { "past", "present", "future", NULL } },
  [DTL_FIELD_EVERY] = { "every", { "yes", NULL } },
  [DTL_FIELD_FISCAL] = { "fiscal", { "yes", NULL } },
  [DTL_FIELD_ORDINAL] = { "ordinal", { NULL } },
  [DTL_FIELD_STYLE] = { "style", { "old", "new", NULL } },
  [DTL_FIELD_PRONOUN] = { "pronoun", { "yes", NULL } },
  [DTL_FIELD_MARGIN] = { "margin", { NULL } },
  [DTL_FIELD_NUMERIC] = { "numeric", { "yes", NULL } },
  [DTL_FIELD_BARE] = { "bare", { "yes", NULL } },
  [DTL_FIELD_YEAR_OFFSET] = { "year-offset", { NULL } },
  [DTL_FIELD_AUC] = { "auc", { NULL } },
  [DTL_FIELD_HEBREW_MONTH] = { "hebrew-month", { NULL } },
  [DTL_FIELD_PERSIAN_MONTH] = { "persian-month", { NULL } },
  [DTL_FIELD_ISLAMIC_MONTH] = { "islamic-month", { NULL } },
  [DTL_FIELD_REPUBLICAN_MONTH] = { "republican-month", { NULL } },
  [DTL_FIELD_PERIOD] = { "period", { NULL } },
  [DTL_FIELD_LINK] = { "link", { "span", "between", "either", "dual", "within", NULL } },
  [DTL_FIELD_SIGNAL] = { "signal", { "yes", NULL } },
  [DTL_FIELD_SEASON_END] = { "season-end", { NULL } },
  [DTL_FIELD_STYLE_YEAR] = { "style-year", { NULL } },
  [DTL_FIELD_UTC] = { "utc", { "yes", NULL } },
};

void
dtl_fields_add_missing (DtlFields *fields, const DtlFields *other)
{
  guint64 missing = other->set & ~fields->set;

  for (int i = 0; i < DTL_N_FIELDS; i++)
    if ((missing >> i & 1) != 0)
      fields->values[i] = other->values[i];
  if ((missing >> DTL_FIELD_COUNT & 1) != 0)
    {
      fields->count = other->count;
      fields->count_step = other->count_step;
    }
  fields->set |= missing;
}

const char *
dtl_field_get_name (DtlField field)
{
  return field_names[field].name;
}

char *
dtl_field_dup_value (const DtlFields *fields, DtlField field)
{
  const int value = dtl_fields_get (fields, field);
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (field == DTL_FIELD_COUNT)
    return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.12g", fields->count));
  for (int i = 0; field_names[field].values[i] != NULL; i++)
    if (i + 1 == value)
      return g_strdup (field_names[field].values[i]);
  return g_strdup_printf ("%d", value);
}

gboolean
dtl_field_from_name (const char *name, DtlField *ret_field)
{
  for (int i = 0; i < DTL_N_FIELDS; i++)
    if (strcmp (field_names[i].name, name) == 0)
      {
        *ret_field = (DtlField) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_int (const char **text, int *ret_value)
{
  char *end;
  gint64 value = g_ascii_strtoll (*text, &end, 10);

  if (end == *text || value < -2000000000 || value > 2000000000)
    return FALSE;
  *text = end;
  *ret_value = (int) value;
  return TRUE;
}

static gboolean
parse_holiday (const char *text, int *ret_value)
{
  int month, day, nth, weekday, offset = 0;

  if (g_str_has_prefix (text, "easter"))
    {
      text += strlen ("easter");
      if (*text != '\0' && !read_int (&text, &offset))
        return FALSE;
      *ret_value = DTL_HOLIDAY_EASTER + offset;
      return *text == '\0' && ABS (offset) < DTL_HOLIDAY_EASTER_RANGE;
    }
  if (!read_int (&text, &month) || month < 1 || month > 12)
    return FALSE;
  if (*text == '-')
    {
      text++;
      *ret_value = month * 100;
      if (!read_int (&text, &day) || day < 1 || day > 31)
        return FALSE;
      *ret_value += day;
      return *text == '\0';
    }
  if (*text++ != '/' || !read_int (&text, &nth) || *text++ != '/' ||
      !read_int (&text, &weekday) || (*text == '+' && !read_int (&text, &offset)) ||
      *text != '\0')
    return FALSE;
  *ret_value = DTL_HOLIDAY_NTH * (1 + offset) + month * 100 + nth * 10 + weekday;
  return nth >= 0 && nth <= 5 && weekday >= 1 && weekday <= 7 && offset < 7;
}

/* Both years of a period lie within these, so that they fit in one value. */
#define PERIOD_YEARS 20000

static gboolean
parse_period (const char *text, int *ret_value)
{
  int first, last;

  if (!read_int (&text, &first) || *text++ != '/' || !read_int (&text, &last) ||
      *text != '\0' || ABS (first) >= PERIOD_YEARS || ABS (last) >= PERIOD_YEARS)
    return FALSE;
  *ret_value = (first + PERIOD_YEARS) * 2 * PERIOD_YEARS + last + PERIOD_YEARS;
  return first <= last;
}

void
dtl_field_unpack_period (int value, int *ret_first, int *ret_last)
{
  *ret_first = value / (2 * PERIOD_YEARS) - PERIOD_YEARS;
  *ret_last = value % (2 * PERIOD_YEARS) - PERIOD_YEARS;
}

gboolean
dtl_field_parse_value (DtlField field, const char *text, int *ret_value)
{
  if (field == DTL_FIELD_HOLIDAY)
    return parse_holiday (text, ret_value);
  if (field == DTL_FIELD_PERIOD)
    return parse_period (text, ret_value);
  for (int i = 0; field_names[field].values[i] != NULL; i++)
    if (strcmp (field_names[field].values[i], text) == 0)
      {
        *ret_value = i + 1;
        return TRUE;
      }
  return read_int (&text, ret_value) && *text == '\0';
}
