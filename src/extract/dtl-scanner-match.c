#include "extract/dtl-scanner-private.h"

#include <string.h>

/* The longest match, in items, that a pattern can make is well below this. */
#define MAX_ITEMS 128

typedef struct {
  const DtlPack *pack;
  const DtlItem *items;
  GArray *phrases;
  DtlMatchSpan *spans;
  DtlFields common; /* said outside of the spans: of both */
  int open;         /* the span that is open, or -1 */
  int merged[2];    /* by span: the first phrase that became part of it, or -1 */
  guint number_start;
} Reading;

static DtlFields *
get_fields (Reading *reading)
{
  return reading->open >= 0 ? &reading->spans[reading->open].phrase.fields
                            : &reading->common;
}

static void
close_number (Reading *reading, const DtlTrace *trace)
{
  DtlFields *fields = get_fields (reading);
  DtlField field = (DtlField) trace->node->field;
  double step;
  double value = dtl_scan_number (reading->pack, reading->items + reading->number_start,
                                  trace->read - reading->number_start, &step);

  dtl_fields_put (fields, field, (int) MIN (value, G_MAXINT32));
  if (field == DTL_FIELD_COUNT)
    {
      fields->count = value;
      fields->count_step = step;
    }
}

static void
take_value (Reading *reading, const DtlTrace *trace)
{
  const DtlLexeme *lexeme = &reading->items[trace->read - 1].lexeme;
  int value = dtl_pack_get_value (reading->pack, lexeme, trace->node->number);
  DtlFields *fields = get_fields (reading);

  dtl_fields_put (fields, (DtlField) trace->node->field, value);
  if (trace->node->field == DTL_FIELD_COUNT)
    {
      fields->count = value;
      fields->count_step = 1;
    }
}

static void
open_span (Reading *reading, const DtlTrace *trace)
{
  reading->open = trace->node->value;
  reading->spans[reading->open].first = trace->read;
}

static void
close_span (Reading *reading, const DtlTrace *trace)
{
  reading->spans[reading->open].end = trace->read;
  reading->open = -1;
}

static void
merge_phrase (Reading *reading, const DtlTrace *trace)
{
  int index = reading->items[trace->read - 1].phrase;
  int span = MAX (reading->open, 0);

  if (index < 0)
    return;
  dtl_fields_add_missing (get_fields (reading),
                          &g_array_index (reading->phrases, DtlPhrase, index).fields);
  if (reading->merged[span] < 0)
    reading->merged[span] = index;
}

static void
put_value (Reading *reading, const DtlNode *node)
{
  DtlFields *fields = get_fields (reading);

  dtl_fields_put (fields, (DtlField) node->field, node->value);
  if (node->field == DTL_FIELD_COUNT)
    {
      fields->count = node->value;
      fields->count_step = 1;
    }
}

static void
follow (Reading *reading, const DtlTrace *trace)
{
  switch ((DtlActionKind) trace->node->action)
    {
    case DTL_ACTION_PUT:
      put_value (reading, trace->node);
      break;
    case DTL_ACTION_TAKE:
      take_value (reading, trace);
      break;
    case DTL_ACTION_OPEN_NUMBER:
      reading->number_start = trace->read;
      break;
    case DTL_ACTION_CLOSE_NUMBER:
      close_number (reading, trace);
      break;
    case DTL_ACTION_OPEN_SPAN:
      open_span (reading, trace);
      break;
    case DTL_ACTION_CLOSE_SPAN:
      close_span (reading, trace);
      break;
    case DTL_ACTION_MERGE:
      merge_phrase (reading, trace);
      break;
    }
}

/* Which patterns made it, those of its first phrase included. */
static void
note_history (const Reading *reading,
              DtlMatchSpan *span,
              int merged,
              DtlLevel level,
              int pattern)
{
  DtlPhrase *phrase = &span->phrase;

  phrase->core_start = phrase->start;
  phrase->core_end = phrase->end;
  for (int i = 0; i < DTL_N_LEVELS; i++)
    phrase->patterns[i] = -1;
  if (merged >= 0)
    {
      const DtlPhrase *first = &g_array_index (reading->phrases, DtlPhrase, merged);

      memcpy (phrase->patterns, first->patterns, sizeof phrase->patterns);
      phrase->core_start = first->core_start;
      phrase->core_end = first->core_end;
    }
  phrase->patterns[level] = (gint16) pattern;
}

static void
finish_span (Reading *reading,
             DtlMatchSpan *span,
             guint n_items,
             guint kind,
             guint8 genres)
{
  if (span->first == span->end)
    return;
  dtl_fields_add_missing (&span->phrase.fields, &reading->common);
  span->phrase.start = reading->items[span->first].lexeme.start;
  span->phrase.end = reading->items[span->end - 1].lexeme.end;
  span->phrase.cover_start = reading->items[0].lexeme.start;
  span->phrase.cover_end = reading->items[n_items - 1].lexeme.end;
  span->phrase.kind = (guint16) kind;
  span->phrase.genres = genres;
  span->phrase.partner = -1;
}

void
dtl_match_read (const DtlPack *pack,
                DtlLevel level,
                int pattern,
                const DtlItem *items,
                guint n_items,
                GArray *phrases,
                GArray *trace,
                DtlMatchSpan ret_spans[2])
{
  Reading reading = { .pack = pack,
                      .items = items,
                      .phrases = phrases,
                      .spans = ret_spans,
                      .open = -1,
                      .merged = { -1, -1 } };
  DtlInput input[MAX_ITEMS];

  ret_spans[0] = ret_spans[1] = (DtlMatchSpan){ 0 };
  if (n_items > MAX_ITEMS)
    return;
  for (guint i = 0; i < n_items; i++)
    input[i] = (DtlInput){ items[i].symbol, items[i].lexeme.glued };
  if (!dtl_automaton_trace (dtl_pack_get_automaton (pack, level),
                            dtl_pack_get_symbols (pack), pattern, input, n_items, trace))
    return;
  for (guint i = 0; i < trace->len; i++)
    follow (&reading, &g_array_index (trace, DtlTrace, i));
  for (int i = 0; i < 2; i++)
    {
      finish_span (&reading, &ret_spans[i], n_items,
                   dtl_pack_get_pattern_kind (pack, level, pattern),
                   dtl_pack_get_context (pack, level, pattern)->genres);
      note_history (&reading, &ret_spans[i], reading.merged[i], level, pattern);
    }
}
