/* Reads EDTF: intervals and sets of dates. */

#include "config.h"

#include "time/forms/dtl-edtf-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One end of an interval or of a range in a set. */
typedef struct {
  DtlExtent extent; /* where neither of these is set */
  gboolean open;    /* ".." */
  gboolean unknown; /* nothing */
} Side;

static void
set_start (DtlExtent *extent, const Side *side)
{
  if (side->open || side->unknown)
    {
      extent->flags |= side->open ? DTL_EXTENT_OPEN_START : DTL_EXTENT_UNKNOWN_START;
      extent->start = extent->latest_start = DTL_TIME_PAST;
      return;
    }
  extent->start = side->extent.start;
  extent->latest_start = side->extent.latest_start;
  extent->precision = side->extent.precision;
  extent->qualifiers[0] = side->extent.qualifiers[0];
  extent->flags |= side->extent.flags;
}

static void
set_end (DtlExtent *extent, const Side *side)
{
  if (side->open || side->unknown)
    {
      extent->flags |= side->open ? DTL_EXTENT_OPEN_END : DTL_EXTENT_UNKNOWN_END;
      extent->end = extent->earliest_end = DTL_TIME_FUTURE;
      extent->precision_end = extent->precision;
      return;
    }
  extent->end = side->extent.end;
  extent->earliest_end = side->extent.earliest_end;
  extent->precision_end = side->extent.precision;
  extent->qualifiers[1] = side->extent.qualifiers[0];
  extent->flags |= side->extent.flags;
}

/* From the one to the other. An end that is unknown may lie anywhere beyond the
 * other one; one that is open lies nowhere. */
static void
join_sides (const Side *first,
            const Side *last,
            DtlExtentKind kind,
            DtlExtent *ret_extent)
{
  DtlExtent extent = { .kind = (guint8) kind,
                       .precision = DTL_PRECISION_YEAR,
                       .calendar = DTL_CALENDAR_GREGORIAN,
                       .calendar_end = DTL_CALENDAR_GREGORIAN };

  set_start (&extent, first);
  set_end (&extent, last);
  if (first->open || first->unknown)
    extent.precision = extent.precision_end;
  if (first->unknown && !last->unknown && !last->open)
    extent.latest_start = extent.end - 1;
  if (last->unknown && !first->unknown && !first->open)
    extent.earliest_end = extent.start + 1;
  *ret_extent = extent;
}

static gboolean
check_order (const Side *first, const Side *last, gsize at, GError **error)
{
  if (first->open || first->unknown || last->open || last->unknown ||
      first->extent.start < last->extent.end)
    return TRUE;
  return dtl_edtf_refuse (error, at, _ ("the end lies before the start"));
}

static gboolean
read_interval_side (DtlEdtfCursor *cursor, Side *side, int *level, GError **error)
{
  const char *start = cursor->text + cursor->at;
  gsize length = cursor->end - cursor->at;

  *side = (Side){ .unknown = length == 0,
                  .open = length == 2 && memcmp (start, "..", 2) == 0 };
  if (side->unknown || side->open)
    {
      *level = MAX (*level, 1);
      return TRUE;
    }
  /* Unspecified digits of level 1 are of level 2 in an interval. */
  if (memchr (start, 'X', length) != NULL)
    *level = 2;
  return dtl_edtf_read_date (cursor, FALSE, &side->extent, level, error);
}

/* "1984-06/2004"; @slash is where it is divided. */
static gboolean
read_interval (const DtlEdtfCursor *cursor,
               gsize slash,
               DtlExtent *ret_extent,
               int *level,
               GError **error)
{
  DtlEdtfCursor first_cursor = { cursor->text, cursor->at, slash };
  DtlEdtfCursor last_cursor = { cursor->text, slash + 1, cursor->end };
  Side first, last;

  if (!read_interval_side (&first_cursor, &first, level, error) ||
      !read_interval_side (&last_cursor, &last, level, error) ||
      !check_order (&first, &last, slash + 1, error))
    return FALSE;
  join_sides (&first, &last, DTL_EXTENT_SPAN, ret_extent);
  return TRUE;
}

/* The earliest start and the latest end of a set so far. */
typedef struct {
  gboolean any;
  Side first, last;
  int level;
} Hull;

static gboolean
starts_before (const Side *a, const Side *b)
{
  return a->open || (!b->open && a->extent.start < b->extent.start);
}

static gboolean
ends_after (const Side *a, const Side *b)
{
  return a->open || (!b->open && a->extent.end > b->extent.end);
}

static void
widen (Hull *hull, const Side *first, const Side *last)
{
  if (!hull->any || starts_before (first, &hull->first))
    hull->first = *first;
  if (!hull->any || ends_after (last, &hull->last))
    hull->last = *last;
  hull->any = TRUE;
}

/* Where ".." stands in a member of a set; its end where there is none. */
static gsize
find_dots (const DtlEdtfCursor *member)
{
  for (gsize at = member->at; at + 1 < member->end; at++)
    if (member->text[at] == '.' && member->text[at + 1] == '.')
      return at;
  return member->end;
}

/* "1984", "1984..1986", "..1984" as the first and "1984.." as the last one. */
static gboolean
read_member (DtlEdtfCursor *member,
             gboolean is_first,
             gboolean is_last,
             Hull *hull,
             GError **error)
{
  gsize dots = find_dots (member);
  gboolean range = dots < member->end;
  DtlEdtfCursor left = { member->text, member->at, dots };
  DtlEdtfCursor right = { member->text, MIN (dots + 2, member->end), member->end };
  Side first = { .open = is_first && range && left.at == left.end };
  Side last = { .open = is_last && range && right.at == right.end };

  if (first.open && last.open)
    return dtl_edtf_refuse (error, dots, _ ("a date is missing"));
  if (!first.open &&
      !dtl_edtf_read_date (&left, FALSE, &first.extent, &hull->level, error))
    return FALSE;
  if (!range)
    last = first;
  else if (!last.open &&
           !dtl_edtf_read_date (&right, FALSE, &last.extent, &hull->level, error))
    return FALSE;
  if (!check_order (&first, &last, dots, error))
    return FALSE;
  widen (hull, &first, &last);
  return TRUE;
}

/* Only the hull of one of several is known: it lies anywhere within. */
static void
loosen_inner_bounds (DtlExtent *extent)
{
  extent->latest_start = dtl_time_add (extent->end, -1);
  extent->earliest_end = dtl_time_add (extent->start, 1);
}

static gboolean
read_members (const DtlEdtfCursor *inside, Hull *hull, GError **error)
{
  gsize at = inside->at;
  gboolean is_last;

  do
    {
      const char *comma = memchr (inside->text + at, ',', inside->end - at);
      gsize end = comma != NULL ? (gsize) (comma - inside->text) : inside->end;
      DtlEdtfCursor member = { inside->text, at, end };

      is_last = comma == NULL;
      if (!read_member (&member, at == inside->at, is_last, hull, error))
        return FALSE;
      at = end + 1;
    }
  while (!is_last);
  return TRUE;
}

static gboolean
read_set (const DtlEdtfCursor *cursor, DtlExtent *ret_extent, int *level, GError **error)
{
  gboolean all = cursor->text[cursor->at] == '{';
  DtlEdtfCursor inside = { cursor->text, cursor->at + 1, cursor->end - 1 };
  Hull hull = { .level = 2 };

  if (cursor->end - cursor->at < 2 || cursor->text[cursor->end - 1] != (all ? '}' : ']'))
    return dtl_edtf_refuse (error, cursor->end, _ ("the closing bracket is missing"));
  if (inside.at == inside.end)
    return dtl_edtf_refuse (error, inside.at, _ ("the set is empty"));
  if (!read_members (&inside, &hull, error))
    return FALSE;
  join_sides (&hull.first, &hull.last, all ? DTL_EXTENT_ALL_OF : DTL_EXTENT_ONE_OF,
              ret_extent);
  if (!all)
    loosen_inner_bounds (ret_extent);
  *level = hull.level;
  return TRUE;
}

gboolean
dtl_edtf_parse (const char *text,
                gsize length,
                DtlExtent *ret_extent,
                int *ret_level,
                GError **error)
{
  DtlEdtfCursor cursor = { text, 0, length };
  const char *slash = memchr (text, '/', length);
  DtlExtent extent;
  int level = 0;
  gboolean read;

  if (length > 0 && (text[0] == '[' || text[0] == '{'))
    read = read_set (&cursor, &extent, &level, error);
  else if (slash != NULL)
    read = read_interval (&cursor, (gsize) (slash - text), &extent, &level, error);
  else
    read = dtl_edtf_read_date (&cursor, TRUE, &extent, &level, error);
  if (!read)
    return FALSE;
  *ret_extent = extent;
  if (ret_level != NULL)
    *ret_level = level;
  return TRUE;
}
