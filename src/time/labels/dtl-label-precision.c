/* How exact a date is, as a clause of the interface's language. */

#include "config.h"

#include "time/dtl-label.h"

#include <glib/gi18n-lib.h>

/* How well one end is known; by precision, 15 is not in use. */
static const char *const clauses[] = {
  N_ ("to a billion years"),
  N_ ("to a hundred million years"),
  N_ ("to ten million years"),
  N_ ("to a million years"),
  N_ ("to a hundred thousand years"),
  N_ ("to ten thousand years"),
  N_ ("somewhere in the millennium"),
  N_ ("somewhere in the century"),
  N_ ("somewhere in the decade"),
  N_ ("to the year"),
  N_ ("to the month"),
  N_ ("to the day"),
  N_ ("to the hour"),
  N_ ("to the minute"),
  N_ ("to the second"),
  NULL,
  N_ ("to the half-year"),
  N_ ("to the quarter of the year"),
  N_ ("to the third of the year"),
  N_ ("to the season"),
  N_ ("to the week"),
  N_ ("to ten days"),
  N_ ("to the part of the day"),
  N_ ("somewhere in the period"),
  N_ ("somewhere in the reign"),
  N_ ("to a fraction of a second"),
};

static const char *
get_clause (guint precision)
{
  if (precision >= G_N_ELEMENTS (clauses) || clauses[precision] == NULL)
    return "";
  return _ (clauses[precision]);
}

static char *
describe_span (const DtlExtent *extent)
{
  const char *first = get_clause (extent->precision);
  const char *last = get_clause (extent->precision_end);

  if (extent->start == DTL_TIME_PAST && extent->end == DTL_TIME_FUTURE)
    return g_strdup (_ ("neither end is known"));
  if (extent->end == DTL_TIME_FUTURE && extent->flags & DTL_EXTENT_OPEN_END)
    return g_strdup_printf (_ ("start %s, without an end"), first);
  if (extent->end == DTL_TIME_FUTURE)
    return g_strdup_printf (_ ("start %s, end unknown"), first);
  if (extent->start == DTL_TIME_PAST && extent->flags & DTL_EXTENT_OPEN_START)
    return g_strdup_printf (_ ("end %s, without a start"), last);
  if (extent->start == DTL_TIME_PAST)
    return g_strdup_printf (_ ("end %s, start unknown"), last);
  if (extent->precision == extent->precision_end)
    return g_strdup_printf (_ ("both ends %s"), first);
  return g_strdup_printf (_ ("start %s, end %s"), first, last);
}

/* Wider than the unit it was said in: "between 1914 and 1918", "some day of
 * 1985". Months and years vary, by far less than half. */
static gboolean
is_wider_than_unit (const DtlExtent *extent)
{
  /* Divided first: the whole range is one second too wide for a number. */
  return extent->end / 3 * 2 - extent->start / 3 * 2 >
         dtl_precision_get_seconds (extent->precision);
}

static char *
describe_within (const DtlExtent *extent)
{
  if (extent->start == DTL_TIME_PAST || extent->end == DTL_TIME_FUTURE)
    return g_strdup (_ ("only one bound is known"));
  if (extent->kind == DTL_EXTENT_ONE_OF)
    return g_strdup (_ ("one of several dates"));
  if (extent->part != DTL_PART_NONE)
    return g_strdup (_ ("somewhere in that part"));
  if (extent->precision < DTL_PRECISION_NAMED_PERIOD && is_wider_than_unit (extent))
    return g_strdup (_ ("somewhere between the bounds"));
  return g_strdup (get_clause (extent->precision));
}

char *
dtl_label_precision (const DtlExtent *extent, const DtlLabelStyle *style)
{
  gboolean span = extent->kind == DTL_EXTENT_SPAN || extent->kind == DTL_EXTENT_ALL_OF;
  g_autofree char *clause = span ? describe_span (extent) : describe_within (extent);
  g_autoptr (GString) text = g_string_new (clause);

  if (extent->flags & DTL_EXTENT_APPROXIMATE)
    g_string_append_printf (text, ", %s", _ ("approximate"));
  if (extent->flags & DTL_EXTENT_UNCERTAIN)
    g_string_append_printf (text, ", %s", _ ("uncertain"));
  if (extent->flags & DTL_EXTENT_CALENDAR_ASSUMED)
    g_string_append_printf (text, ", %s", _ ("calendar assumed"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
