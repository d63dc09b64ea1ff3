/* Months and weekdays by their names in some thirty languages: enough to find
 * the date of a page whose language is not yet known. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* 1 to 12, or 0 where @word (UTF-8, any case, a stop at its end or not) names
 * no month. */
int dtl_month_from_name (const char *word, gsize length);

/* How many bytes at the end of @word are the name of a weekday: all of it for
 * "thursday", 8 for "AgencyThursday", where a page glued its lines together;
 * else 0. A short name ("Thu") has to be the whole word. */
gsize dtl_weekday_at_end (const char *word, gsize length);

G_END_DECLS
