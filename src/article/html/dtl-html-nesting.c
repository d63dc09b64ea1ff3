#include "config.h"

#include "article/html/dtl-html-nesting.h"

static gboolean
is_same (const DtlOpenElement *a, const DtlOpenElement *b)
{
  return a->tag == b->tag && (a->tag != DTL_TAG_OTHER ||
                              (a->length == b->length &&
                               g_ascii_strncasecmp (a->name, b->name, a->length) == 0));
}

static void
close_from (DtlNesting *nesting, int i, GString *out)
{
  while (nesting->n_open > i)
    {
      const DtlOpenElement *element = &nesting->open[--nesting->n_open];

      g_string_append (out, "</");
      g_string_append_len (out, element->name, (gssize) element->length);
      g_string_append_c (out, '>');
    }
}

/* Nothing within ends what is outside of these. */
static gboolean
is_scope (DtlTag tag)
{
  return tag == DTL_TAG_TABLE || tag == DTL_TAG_TD || tag == DTL_TAG_TH ||
         tag == DTL_TAG_CAPTION || tag == DTL_TAG_HTML || tag == DTL_TAG_TEMPLATE ||
         tag == DTL_TAG_OBJECT;
}

static gboolean
is_of_table (DtlTag tag)
{
  return tag == DTL_TAG_TABLE || tag == DTL_TAG_TBODY || tag == DTL_TAG_THEAD ||
         tag == DTL_TAG_TFOOT || tag == DTL_TAG_TR || tag == DTL_TAG_TD ||
         tag == DTL_TAG_TH || tag == DTL_TAG_CAPTION;
}

/* The innermost open element of one of two tags, not looking beyond @stop, nor
 * out of a table; -1 where there is none. */
static int
find_open (const DtlNesting *nesting,
           DtlTag tag,
           DtlTag or_tag,
           DtlTag stop,
           DtlTag or_stop)
{
  for (int i = nesting->n_open - 1; i >= 0; i--)
    {
      DtlTag open = nesting->open[i].tag;

      if (open == tag || open == or_tag)
        return i;
      if (open == stop || open == or_stop || (is_scope (open) && !is_of_table (tag)) ||
          open == DTL_TAG_TABLE)
        return -1;
    }
  return -1;
}

/* The element that a start tag ends, -1 where it ends none. */
static int
find_ended (const DtlNesting *nesting, DtlTag tag)
{
  switch (tag)
    {
    case DTL_TAG_LI:
      return find_open (nesting, DTL_TAG_LI, DTL_TAG_LI, DTL_TAG_UL, DTL_TAG_OL);
    case DTL_TAG_DT:
    case DTL_TAG_DD:
      return find_open (nesting, DTL_TAG_DT, DTL_TAG_DD, DTL_TAG_DL, DTL_TAG_DL);
    case DTL_TAG_OPTION:
      return find_open (nesting, DTL_TAG_OPTION, DTL_TAG_OPTION, DTL_TAG_SELECT,
                        DTL_TAG_SELECT);
    case DTL_TAG_TD:
    case DTL_TAG_TH:
      return find_open (nesting, DTL_TAG_TD, DTL_TAG_TH, DTL_TAG_TR, DTL_TAG_TABLE);
    case DTL_TAG_TR:
      return find_open (nesting, DTL_TAG_TR, DTL_TAG_TR, DTL_TAG_TABLE, DTL_TAG_TABLE);
    default:
      return dtl_tag_is_block (tag) ? find_open (nesting, DTL_TAG_P, DTL_TAG_P,
                                                 DTL_TAG_BUTTON, DTL_TAG_BUTTON)
                                    : -1;
    }
}

gboolean
dtl_nesting_start (DtlNesting *nesting, const DtlOpenElement *element, GString *out)
{
  int ended = find_ended (nesting, element->tag);

  if (ended >= 0)
    close_from (nesting, ended, out);
  if (nesting->n_open == DTL_NESTING_MAX_DEPTH)
    {
      nesting->n_left_out++;
      return FALSE;
    }
  nesting->open[nesting->n_open++] = *element;
  return TRUE;
}

/* A word's end tag does not end the block it stands in, a block's does end the
 * words and blocks within. */
static gboolean
hides (DtlTag open, DtlTag ended)
{
  if (is_scope (open))
    return !is_of_table (ended);
  return !dtl_tag_is_block (ended) && !is_of_table (ended) && ended != DTL_TAG_BUTTON &&
         dtl_tag_is_block (open);
}

void
dtl_nesting_end (DtlNesting *nesting, const DtlOpenElement *element, GString *out)
{
  if (nesting->n_left_out > 0)
    {
      nesting->n_left_out--;
      return;
    }
  for (int i = nesting->n_open - 1; i >= 0; i--)
    {
      if (is_same (&nesting->open[i], element))
        {
          close_from (nesting, i, out);
          return;
        }
      if (hides (nesting->open[i].tag, element->tag))
        return;
    }
}
