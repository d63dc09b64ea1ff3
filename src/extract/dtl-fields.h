/* What the words of one phrase say about time, before anything is counted:
 * "three years later" is a count, a unit and a direction.
 *
 * Language packs name fields and their values; dtl-fields.c holds the names. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  DTL_FIELD_YEAR,       /* as written, before the era is known */
  DTL_FIELD_SHORT_YEAR, /* '99, or the 18 of 1914-18 */
  DTL_FIELD_MONTH,      /* 1 to 12 */
  DTL_FIELD_DAY,        /* 1 to 31 */
  DTL_FIELD_WEEKDAY,    /* Monday is 1 */
  DTL_FIELD_WEEK,       /* ISO week of a year */
  DTL_FIELD_HOUR,
  DTL_FIELD_MINUTE,
  DTL_FIELD_CLOCK, /* 1630: hour and minute in one */
  DTL_FIELD_SECOND,
  DTL_FIELD_MERIDIEM,     /* DtlMeridiem */
  DTL_FIELD_DAYPART,      /* DtlDaypart */
  DTL_FIELD_SEASON,       /* DtlSeason */
  DTL_FIELD_QUARTER,      /* 1 to 4 */
  DTL_FIELD_HALF,         /* 1 or 2 */
  DTL_FIELD_DECADE,       /* any year of it, or two digits: 1960, 60 */
  DTL_FIELD_CENTURY,      /* ordinal: 19 for the 19th */
  DTL_FIELD_HUNDREDS,     /* 18 for the 1800s */
  DTL_FIELD_MILLENNIUM,   /* ordinal */
  DTL_FIELD_ERA,          /* DtlEra */
  DTL_FIELD_HOLIDAY,      /* see dtl_field_parse_value() */
  DTL_FIELD_PART,         /* DtlPhrasePart */
  DTL_FIELD_APPROX,       /* 1: circa */
  DTL_FIELD_UNCERTAIN,    /* 1: perhaps */
  DTL_FIELD_BOUND,        /* DtlBound */
  DTL_FIELD_SHIFT,        /* -1 last, 0 this, 1 next */
  DTL_FIELD_ANCHOR,       /* DtlAnchor: what a shift is counted from */
  DTL_FIELD_COUNT,        /* in DtlFields.count */
  DTL_FIELD_VAGUE,        /* 1: "several", "a few": a count nobody knows */
  DTL_FIELD_UNIT,         /* DtlUnit */
  DTL_FIELD_REST,         /* "three years and four months": the four */
  DTL_FIELD_REST_UNIT,    /* DtlUnit: and the months */
  DTL_FIELD_DIRECTION,    /* DtlDirection */
  DTL_FIELD_MODIFIER,     /* DtlModifier: "more than" */
  DTL_FIELD_REFERENCE,    /* DtlReferenceWord: "now", "recently" */
  DTL_FIELD_EVERY,        /* 1: a set */
  DTL_FIELD_FISCAL,       /* 1: a business year */
  DTL_FIELD_ORDINAL,      /* "the third day" */
  DTL_FIELD_STYLE,        /* DtlDateStyle: O.S. or N.S. */
  DTL_FIELD_PRONOUN,      /* 1: "that day", of the date before */
  DTL_FIELD_MARGIN,       /* of a radiocarbon date, in years */
  DTL_FIELD_NUMERIC,      /* 1: "4/7/1976": day and month in the place's order */
  DTL_FIELD_BARE,         /* 1: "night" alone: which one is not said */
  DTL_FIELD_YEAR_OFFSET,  /* added to a year of another era */
  DTL_FIELD_AUC,          /* years since the founding of Rome */
  DTL_FIELD_HEBREW_MONTH, /* months of other calendars: with DAY and YEAR */
  DTL_FIELD_PERSIAN_MONTH,
  DTL_FIELD_ISLAMIC_MONTH,
  DTL_FIELD_REPUBLICAN_MONTH,
  DTL_FIELD_PERIOD, /* first and last year, see dtl_field_unpack_period() */
  DTL_FIELD_LINK,   /* DtlLink: of two ends */
  DTL_FIELD_SIGNAL, /* 1: "vor drei Jahren": what makes the length a date is no part */
  DTL_FIELD_SEASON_END, /* short year of "winter of 1944-45" */
  DTL_FIELD_STYLE_YEAR, /* last digits of the year begun in January: "1648/9" */
  DTL_FIELD_UTC,        /* 1: a clock time of no zone but Greenwich's */
  DTL_N_FIELDS
} DtlField;

typedef enum { DTL_MERIDIEM_AM = 1, DTL_MERIDIEM_PM } DtlMeridiem;

typedef enum {
  DTL_DAYPART_DAWN = 1,
  DTL_DAYPART_MORNING,
  DTL_DAYPART_MIDDAY,
  DTL_DAYPART_AFTERNOON,
  DTL_DAYPART_EVENING,
  DTL_DAYPART_NIGHT,
  DTL_DAYPART_MIDNIGHT,
  DTL_DAYPART_DAYTIME,
  DTL_DAYPART_NIGHT_BEFORE, /* the one that ends on the day named */
} DtlDaypart;

typedef enum {
  DTL_SEASON_SPRING = 1,
  DTL_SEASON_SUMMER,
  DTL_SEASON_AUTUMN,
  DTL_SEASON_WINTER,
} DtlSeason;

typedef enum {
  DTL_ERA_AD = 1,
  DTL_ERA_BC,
  DTL_ERA_BP, /* years before 1950 */
} DtlEra;

typedef enum {
  DTL_PHRASE_EARLY = 1,
  DTL_PHRASE_MID,
  DTL_PHRASE_LATE,
  DTL_PHRASE_FIRST_HALF,
  DTL_PHRASE_SECOND_HALF,
  DTL_PHRASE_THROUGHOUT,
  DTL_PHRASE_TURN, /* "the turn of the century": where it begins */
  DTL_PHRASE_REST, /* "later that month": what is left of it */
} DtlPhrasePart;

typedef enum {
  DTL_BOUND_BEFORE = 1,
  DTL_BOUND_AFTER,
  DTL_BOUND_BY,
  DTL_BOUND_FROM,
  DTL_BOUND_SINCE,
  DTL_BOUND_UNTIL,
  DTL_BOUND_UNKNOWN_START, /* "?-1340": there was a start, nobody says when */
  DTL_BOUND_UNKNOWN_END,
} DtlBound;

typedef enum { DTL_ANCHOR_PUBLISHED = 1, DTL_ANCHOR_MENTION } DtlAnchor;

/* From short to long: code compares them. */
typedef enum {
  DTL_UNIT_SECOND = 1,
  DTL_UNIT_MINUTE,
  DTL_UNIT_HOUR,
  DTL_UNIT_DAY,
  DTL_UNIT_WEEKEND,
  DTL_UNIT_WEEK,
  DTL_UNIT_FORTNIGHT,
  DTL_UNIT_MONTH,
  DTL_UNIT_QUARTER,
  DTL_UNIT_SEASON,
  DTL_UNIT_YEAR,
  DTL_UNIT_DECADE,
  DTL_UNIT_CENTURY,
  DTL_UNIT_MILLENNIUM,
} DtlUnit;

typedef enum {
  DTL_DIRECTION_AGO = 1, /* before the article's date */
  DTL_DIRECTION_HENCE,   /* after it */
  DTL_DIRECTION_EARLIER, /* before the date last mentioned */
  DTL_DIRECTION_LATER,   /* after it */
} DtlDirection;

typedef enum {
  DTL_MODIFIER_MORE = 1,
  DTL_MODIFIER_LESS,
  DTL_MODIFIER_AT_LEAST,
  DTL_MODIFIER_AT_MOST,
} DtlModifier;

typedef enum {
  DTL_REFERENCE_PAST = 1,
  DTL_REFERENCE_PRESENT,
  DTL_REFERENCE_FUTURE,
} DtlReferenceWord;

typedef enum {
  DTL_LINK_SPAN = 1,
  DTL_LINK_BETWEEN,
  DTL_LINK_EITHER,
  DTL_LINK_DUAL,
  DTL_LINK_WITHIN, /* one end says the time, the other when in it */
} DtlLink;

typedef enum { DTL_STYLE_OLD = 1, DTL_STYLE_NEW } DtlDateStyle;

/* A plain value. */
typedef struct {
  guint64 set; /* bits by DtlField */
  gint32 values[DTL_N_FIELDS];
  double count;
  double count_step; /* what its last digit counts: 0.01 for 4.54 */
} DtlFields;

static inline gboolean
dtl_fields_has (const DtlFields *fields, DtlField field)
{
  return (fields->set >> field & 1) != 0;
}

/* 0 where the field is not set. */
static inline int
dtl_fields_get (const DtlFields *fields, DtlField field)
{
  return dtl_fields_has (fields, field) ? fields->values[field] : 0;
}

static inline void
dtl_fields_put (DtlFields *fields, DtlField field, int value)
{
  fields->set |= G_GUINT64_CONSTANT (1) << field;
  fields->values[field] = value;
}

static inline void
dtl_fields_remove (DtlFields *fields, DtlField field)
{
  fields->set &= ~(G_GUINT64_CONSTANT (1) << field);
}

/* Adds what @fields lacks. */
void dtl_fields_add_missing (DtlFields *fields, const DtlFields *other);

/* "short-year": as packs call it. Static. */
const char *dtl_field_get_name (DtlField field);

/* The value as packs write it: "summer", "4.5". Caller frees. */
char *dtl_field_dup_value (const DtlFields *fields, DtlField field);

/* "short-year" to DTL_FIELD_SHORT_YEAR. */
gboolean dtl_field_from_name (const char *name, DtlField *ret_field);

/* A value as packs write it: a number, or a name of the field ("summer").
 * Holidays are "12-24", "easter-2", "11/4/4" (4th Thursday of November), "11/4/4+1"
 * (the day after it) or "5/0/1" (the last Monday of May). */
gboolean dtl_field_parse_value (DtlField field, const char *text, int *ret_value);

/* "1368/1644" is how packs write a period: astronomical years. */
void dtl_field_unpack_period (int value, int *ret_first, int *ret_last);

/* Holidays as dtl_field_parse_value() packs them. */
#define DTL_HOLIDAY_EASTER 2000
#define DTL_HOLIDAY_EASTER_RANGE 400
/* Once for the day itself, once more for each day after it. */
#define DTL_HOLIDAY_NTH 10000

G_END_DECLS
