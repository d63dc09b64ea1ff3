#include "time/forms/dtl-edtf.h"

#include "base/testing.h"
#include "time/dtl-bounds.h"

#include <stdlib.h>
#include <string.h>

enum {
  INPUT,
  VALID,
  LEVEL,
  KIND,
  PRECISION,
  EARLIEST_START,
  LATEST_START,
  EARLIEST_END,
  LATEST_END,
  FLAGS,
  N_FIELDS
};

/* The table writes blanks that it could not show as <sp>. */
static char *
unescape (const char *field)
{
  g_autoptr (GString) text = g_string_new (field);

  g_string_replace (text, "<sp>", " ", 0);
  g_string_replace (text, "<empty>", "", 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The letters of a qualifier in the flags: "ym" of "uncertain-end=ym;local". */
static guint
find_bits (const char *flags, const char *name, const char *side, guint lowest)
{
  g_autofree char *full = g_strconcat (name, side, NULL);
  g_auto (GStrv) items = g_strsplit (flags, ";", -1);
  guint bits = 0;

  for (guint i = 0; items[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (items[i], "=", 2);

      if (pair[0] == NULL || pair[1] == NULL || strcmp (pair[0], full) != 0)
        continue;
      bits |= strchr (pair[1], 'y') != NULL ? lowest : 0;
      bits |= strchr (pair[1], 'm') != NULL ? lowest << 1 : 0;
      bits |= strchr (pair[1], 'd') != NULL ? lowest << 2 : 0;
    }
  return bits;
}

static guint
get_qualifiers (const char *flags, const char *side)
{
  return find_bits (flags, "uncertain", side, 1) |
         find_bits (flags, "approximate", side, 8);
}

static void
check_qualifiers (const DtlExtent *extent, const char *flags)
{
  if (extent->kind == DTL_EXTENT_SPAN)
    {
      g_assert_cmpuint (extent->qualifiers[0], ==, get_qualifiers (flags, "-start"));
      g_assert_cmpuint (extent->qualifiers[1], ==, get_qualifiers (flags, "-end"));
    }
  else
    g_assert_cmpuint (extent->qualifiers[0], ==, get_qualifiers (flags, ""));
}

static void
check_bounds (const DtlExtent *extent, char **fields)
{
  g_auto (DtlBounds) bounds = { 0 };

  dtl_bounds_init (&bounds, extent);
  g_assert_cmpstr (bounds.earliest, ==, fields[EARLIEST_START]);
  g_assert_cmpstr (bounds.latest_start, ==, fields[LATEST_START]);
  g_assert_cmpstr (bounds.earliest_end, ==, fields[EARLIEST_END]);
  g_assert_cmpstr (bounds.latest, ==, fields[LATEST_END]);
}

/* "group" of the table is any group of months. */
static void
check_precision (const DtlExtent *extent, char **fields)
{
  g_auto (GStrv) names = g_strsplit (fields[PRECISION], "/", 2);
  const char *name = dtl_precision_get_name ((DtlPrecision) extent->precision);

  if (strcmp (fields[KIND], "date") != 0 || strstr (fields[FLAGS], "sig=") != NULL)
    return;
  if (strcmp (names[0], "group") == 0)
    g_assert_cmpuint (extent->precision, >, DTL_PRECISION_SECOND);
  else
    g_assert_cmpstr (name, ==, names[0]);
}

static void
check_flags (const DtlExtent *extent, const char *flags)
{
  const char *zone = strstr (flags, "tz=");

  g_assert_cmpint (zone != NULL, ==, (extent->flags & DTL_EXTENT_HAS_OFFSET) != 0);
  if (zone != NULL)
    g_assert_cmpint (extent->offset_minutes, ==, g_ascii_strtoll (zone + 3, NULL, 10));
  g_assert_cmpint (strstr (flags, "open-start") != NULL, ==,
                   (extent->flags & DTL_EXTENT_OPEN_START) != 0);
  g_assert_cmpint (strstr (flags, "open-end") != NULL, ==,
                   (extent->flags & DTL_EXTENT_OPEN_END) != 0);
  g_assert_cmpint (strstr (flags, "unknown-start") != NULL, ==,
                   (extent->flags & DTL_EXTENT_UNKNOWN_START) != 0);
  g_assert_cmpint (strstr (flags, "unknown-end") != NULL, ==,
                   (extent->flags & DTL_EXTENT_UNKNOWN_END) != 0);
}

static void
check_kind (const DtlExtent *extent, const char *kind)
{
  static const char *const kinds[] = { "date", "interval", "one-of", "all-of" };

  g_assert_cmpstr (kinds[extent->kind], ==, kind);
}

/* What is written has bounds that are no narrower, and no string that was
 * written once is written otherwise the next time. */
static void
check_round_trip (const DtlExtent *extent)
{
  g_autofree char *text = dtl_edtf_format (extent);
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;
  DtlExtent second, third;

  dtl_edtf_parse (text, strlen (text), &second, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (second.start, <=, extent->start);
  g_assert_cmpint (second.end, >=, extent->end);
  again = dtl_edtf_format (&second);
  dtl_edtf_parse (again, strlen (again), &third, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (dtl_extent_equal (&second, &third));
}

static void
check_row (char **fields, guint n_fields, guint line, gpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  DtlExtent extent;
  int level;

  if (strcmp (fields[INPUT], "input") == 0)
    return;
  g_assert_cmpuint (n_fields, >=, N_FIELDS);
  text = unescape (fields[INPUT]);
  if (strcmp (fields[VALID], "1") != 0)
    {
      g_assert_false (dtl_edtf_parse (text, strlen (text), &extent, NULL, &error));
      g_assert_true (error->domain == DTL_EDTF_ERROR);
      return;
    }

  dtl_edtf_parse (text, strlen (text), &extent, &level, &error);
  g_assert_no_error (error);
  g_assert_cmpint (level, ==, atoi (fields[LEVEL]));
  check_kind (&extent, fields[KIND]);
  check_bounds (&extent, fields);
  check_precision (&extent, fields);
  check_flags (&extent, fields[FLAGS]);
  check_qualifiers (&extent, fields[FLAGS]);
  check_round_trip (&extent);
}

/* Written for extents that were not read from EDTF: what prose gives. */
typedef struct {
  const char *how;
  gint64 first, last; /* years, or precisions of years ago */
  const char *edtf;
} Prose;

static DtlExtent
make_year (gint64 year, DtlPrecision precision)
{
  DtlDate date = { .calendar = DTL_CALENDAR_HISTORICAL,
                   .precision = precision,
                   .year = year,
                   .month = 1,
                   .day = 1 };
  DtlExtent extent;

  g_assert_true (dtl_extent_from_date (&date, &extent, NULL));
  return extent;
}

static DtlExtent
make_prose (const Prose *row)
{
  DtlExtent first = make_year (row->first, DTL_PRECISION_YEAR);
  DtlExtent last = make_year (row->last, DTL_PRECISION_YEAR);

  if (strcmp (row->how, "day") == 0)
    return make_year (row->first, DTL_PRECISION_DAY);
  if (strcmp (row->how, "decade") == 0)
    return make_year (row->first, DTL_PRECISION_DECADE);
  if (strcmp (row->how, "century") == 0)
    return dtl_extent_from_century ((int) row->first);
  if (strcmp (row->how, "early century") == 0)
    {
      DtlExtent century = dtl_extent_from_century ((int) row->first);

      return dtl_extent_get_part (&century, DTL_PART_EARLY);
    }
  if (strcmp (row->how, "millennium") == 0)
    return dtl_extent_from_millennium ((int) row->first);
  if (strcmp (row->how, "ago") == 0)
    return dtl_extent_from_years_ago ((double) row->first, (DtlPrecision) row->last);
  if (strcmp (row->how, "before") == 0)
    return dtl_extent_before (&first);
  if (strcmp (row->how, "by") == 0)
    return dtl_extent_not_after (&first);
  if (strcmp (row->how, "after") == 0)
    return dtl_extent_after (&first);
  if (strcmp (row->how, "since") == 0)
    return dtl_extent_since (&first);
  if (strcmp (row->how, "until") == 0)
    return dtl_extent_until (&first);
  if (strcmp (row->how, "between") == 0)
    return dtl_extent_between (&first, &last);
  if (strcmp (row->how, "from-to") == 0)
    return dtl_extent_span (&first, &last);
  g_assert_cmpstr (row->how, ==, "circa");
  first.flags |= DTL_EXTENT_APPROXIMATE;
  return first;
}

static const Prose prose[] = {
  { "from-to", 1914, 1918, "1914/1918" },
  { "from-to", -263, -145, "-0263/-0145" },
  { "circa", -1199, -1199, "-1199~" },
  { "circa", 1340, 1340, "1340~" },
  { "day", 1066, 1066, "1066-01-07" }, /* 1 January Julian */
  { "decade", 1960, 1960, "196X" },
  { "century", 19, 0, "18XX" },
  { "century", -5, 0, "-04XX" },
  { "century", -1, 0, "[-0099..0000]" },
  { "early century", 18, 0, "[1701..1734]" },
  { "early century", 7, 0, "[0601..0634]" },
  { "millennium", -3, 0, "-2XXX" },
  { "ago", 66000000, DTL_PRECISION_MILLION_YEARS, "Y-66E6S2" },
  { "ago", 4500000000, DTL_PRECISION_HUNDRED_MILLION_YEARS, "Y-45E8S2" },
  { "ago", 8000, DTL_PRECISION_MILLENNIUM, "-8XXX" },
  { "ago", 300000, DTL_PRECISION_HUNDRED_THOUSAND_YEARS, "Y-3E5S1" },
  { "before", 1453, 0, "[..1452]" },
  { "by", 1453, 0, "[..1453]" },
  { "after", 1453, 0, "[1454..]" },
  { "since", 1948, 0, "1948/.." },
  { "until", 1806, 0, "../1806" },
  { "between", 1914, 1918, "[1914..1918]" },
};

static void
check_prose (gconstpointer data)
{
  const Prose *row = data;
  DtlExtent extent = make_prose (row);
  g_autofree char *text = dtl_edtf_format (&extent);

  g_assert_cmpstr (text, ==, row->edtf);
}

/* The place of what is wrong is counted in the whole text. */
static void
test_positions (void)
{
  static const struct {
    const char *text;
    const char *place;
  } rows[] = {
    { "", "position 0:" },
    { "1984-13", "position 5:" },
    { "1984-02-30", "position 8:" },
    { "1984/1985-13", "position 10:" },
    { "1984/1983", "position 5:" },
    { "[1984,198X,18]", "position 13:" },
    { "1984-05-03T10:61:00", "position 14:" },
    { "1984 ", "position 4:" },
    { "Y1234", "position 1:" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      DtlExtent extent;

      dtl_edtf_parse (rows[i].text, strlen (rows[i].text), &extent, NULL, &error);
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, rows[i].place));
    }
}

/* Years too great for any clock are kept as being beyond it. */
static void
test_beyond (void)
{
  static const char *const texts[] = {
    "Y17E200",         "Y-17E200",  "Y999999999999999999999",
    "Y17E99999999999", "Y147E9/..", "[Y-147E9..1984]"
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      DtlExtent extent;

      dtl_edtf_parse (texts[i], strlen (texts[i]), &extent, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (extent.flags & DTL_EXTENT_OUT_OF_RANGE);
      check_round_trip (&extent);
    }
}

static void
append_random_date (GRand *rand, GString *text)
{
  static const char *const signs[] = { "", "", "", "", "~", "?", "%" };
  const char *sign = signs[g_rand_int_range (rand, 0, G_N_ELEMENTS (signs))];
  int year = g_rand_int_range (rand, 0, 2) ? g_rand_int_range (rand, 1, 9999)
                                           : g_rand_int_range (rand, 1, 120);
  gsize start = text->len;

  if (g_rand_int_range (rand, 0, 8) == 0)
    {
      g_string_append_printf (text, "Y%s%dE%dS%d", g_rand_boolean (rand) ? "-" : "",
                              g_rand_int_range (rand, 10, 999),
                              g_rand_int_range (rand, 1, 8),
                              g_rand_int_range (rand, 1, 3));
      return;
    }
  g_string_append_printf (text, "%s%04d", g_rand_boolean (rand) ? "-" : "", year);
  if (g_rand_boolean (rand))
    g_string_append_printf (text, "-%02d", g_rand_int_range (rand, 1, 13));
  if (text->len > start + 5 && g_rand_boolean (rand))
    g_string_append_printf (text, "-%02d", g_rand_int_range (rand, 1, 29));
  if (g_rand_int_range (rand, 0, 3) == 0)
    for (gsize at = text->len - 1; at > start && text->str[at] != '-'; at--)
      if (g_rand_boolean (rand))
        text->str[at] = 'X';
  g_string_append (text, sign);
}

/* Dates, intervals and sets made by chance: whatever is read can be written. */
static void
test_random (void)
{
  static const char *const shapes[][3] = { { "", "", "" },      { "", "/", "" },
                                           { "", "/..", NULL }, { "/", NULL, NULL },
                                           { "[", "..", "]" },  { "{", ",", "}" } };
  g_autoptr (GRand) rand = g_rand_new_with_seed (8601);
  guint n_read = 0;

  for (guint i = 0; i < 200000; i++)
    {
      const char *const *shape =
          shapes[g_rand_int_range (rand, 0, G_N_ELEMENTS (shapes))];
      g_autoptr (GString) text = g_string_new (shape[0]);
      DtlExtent extent;

      append_random_date (rand, text);
      if (shape[1] != NULL && *shape[1] != '\0')
        {
          g_string_append (text, shape[1]);
          if (shape[2] != NULL)
            append_random_date (rand, text);
        }
      g_string_append (text, shape[2] != NULL ? shape[2] : "");
      if (!dtl_edtf_parse (text->str, text->len, &extent, NULL, NULL))
        continue;
      n_read++;
      check_round_trip (&extent);
    }
  g_assert_cmpuint (n_read, >, 100000);
}

/* A date of any precision that EDTF has a string of its own for. */
static DtlExtent
make_random_extent (GRand *rand)
{
  static const DtlPrecision precisions[] = {
    DTL_PRECISION_CENTURY, DTL_PRECISION_DECADE, DTL_PRECISION_YEAR,
    DTL_PRECISION_MONTH,   DTL_PRECISION_DAY,    DTL_PRECISION_SECOND
  };
  DtlDate date = { .calendar = DTL_CALENDAR_GREGORIAN };
  DtlExtent extent;

  date.precision = precisions[g_rand_int_range (rand, 0, G_N_ELEMENTS (precisions))];
  date.year =
      g_rand_int_range (rand, date.precision < DTL_PRECISION_YEAR ? 100 : -9999, 10000);
  date.month = g_rand_int_range (rand, 1, 13);
  date.day = g_rand_int_range (rand, 1, 29);
  date.hour = g_rand_int_range (rand, 0, 24);
  date.minute = g_rand_int_range (rand, 0, 60);
  date.second = g_rand_int_range (rand, 0, 60);
  g_assert_true (dtl_extent_from_date (&date, &extent, NULL));
  return extent;
}

/* Made, written and read: the same bounds, a million times. */
static void
test_made (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2019);

  for (guint i = 0; i < 1000000; i++)
    {
      DtlExtent made = make_random_extent (rand), read;
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      if (i % 2 == 1)
        {
          DtlExtent other = make_random_extent (rand);

          made = dtl_extent_between (&made, &other);
          if (made.precision >= DTL_PRECISION_HOUR ||
              made.precision_end >= DTL_PRECISION_HOUR)
            continue;
        }
      text = dtl_edtf_format (&made);
      dtl_edtf_parse (text, strlen (text), &read, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (read.start, ==, made.start);
      g_assert_cmpint (read.end, ==, made.end);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  testing_add_rows ("edtf/vectors", "time/vectors/edtf.tsv", check_row, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (prose); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/edtf/prose/%u %s %s", i, prose[i].how, prose[i].edtf);

      g_strdelimit (path + strlen ("/edtf/prose/"), "/", '|');
      g_test_add_data_func (path, &prose[i], check_prose);
    }
  g_test_add_func ("/edtf/positions", test_positions);
  g_test_add_func ("/edtf/beyond", test_beyond);
  g_test_add_func ("/edtf/random", test_random);
  g_test_add_func ("/edtf/made", test_made);
  return g_test_run ();
}
