/* What the commands print of articles and dates, in the form of the contract. */

#pragma once

#include "cli/dtl-json-writer.h"
#include "extract/dtl-extraction.h"
#include "time/dtl-extent.h"

G_BEGIN_DECLS

/* Offsets of the contract count code points; ours count bytes. As quick as the
 * way from the offset asked for before. */
typedef struct {
  const char *text;
  gsize byte;
  gint64 point;
} DtlOffsets;

gint64 dtl_offsets_get (DtlOffsets *offsets, gsize byte);

/* The members of an article, within an object already begun. */
void dtl_describe_article (DtlJsonWriter *json, const DtlArticle *article);

/* "found_in": per field the carrier it came from, and how sure that is. */
void dtl_describe_carriers (DtlJsonWriter *json, const DtlArticle *article);

/* The members calendar, earliest … jdn, within an object already begun;
 * @all_four writes the middle two bounds even where they add nothing. */
void dtl_describe_bounds (DtlJsonWriter *json,
                          const DtlExtent *extent,
                          gboolean all_four);

/* A whole object: edtf and bounds. */
void dtl_describe_extent (DtlJsonWriter *json, const DtlExtent *extent);

/* A whole object: the article, its mentions and claims. */
void dtl_describe_extraction (DtlJsonWriter *json, const DtlExtraction *extraction);

G_END_DECLS
