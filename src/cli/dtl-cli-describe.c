#include "config.h"

#include "cli/dtl-cli-describe.h"

#include "time/dtl-bounds.h"
#include "time/forms/dtl-edtf.h"

/* Names of the article's fields in the contract, in the order printed. */
static const struct {
  const char *name;
  DtlArticleField field;
} fields[] = {
  { "id", DTL_ARTICLE_ID },
  { "title", DTL_ARTICLE_TITLE },
  { "byline", DTL_ARTICLE_BYLINE },
  { "published", DTL_ARTICLE_PUBLISHED },
  { "modified", DTL_ARTICLE_MODIFIED },
  { "language", DTL_ARTICLE_LANGUAGE },
  { "url", DTL_ARTICLE_URL },
};

static gboolean
begins_point (char byte)
{
  return (byte & 0xc0) != 0x80;
}

gint64
dtl_offsets_get (DtlOffsets *offsets, gsize byte)
{
  for (; offsets->byte < byte; offsets->byte++)
    offsets->point += begins_point (offsets->text[offsets->byte]);
  for (; offsets->byte > byte; offsets->byte--)
    offsets->point -= begins_point (offsets->text[offsets->byte - 1]);
  return offsets->point;
}

void
dtl_describe_article (DtlJsonWriter *json, const DtlArticle *article)
{
  gsize length;
  const char *text = dtl_article_get_text (article, &length);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *value = dtl_article_get (article, fields[i].field);

      /* Only pages that tell the two apart have it. */
      if (fields[i].field != DTL_ARTICLE_MODIFIED || value != NULL)
        dtl_json_add_string (json, fields[i].name, value);
    }
  dtl_json_name (json, "text");
  dtl_json_string_length (json, text, length);
}

void
dtl_describe_carriers (DtlJsonWriter *json, const DtlArticle *article)
{
  dtl_json_name (json, "found_in");
  dtl_json_begin_object (json);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      double confidence = 0;
      const char *carrier =
          dtl_article_get_carrier (article, fields[i].field, &confidence);

      if (carrier == NULL)
        continue;
      dtl_json_name (json, fields[i].name);
      dtl_json_begin_object (json);
      dtl_json_add_string (json, "carrier", carrier);
      dtl_json_add_fraction (json, "confidence", confidence);
      dtl_json_end_object (json);
    }
  dtl_json_end_object (json);
}

static void
describe_jdn (DtlJsonWriter *json, const DtlBounds *bounds)
{
  dtl_json_name (json, "jdn");
  dtl_json_begin_array (json);
  for (int i = 0; i < 2; i++)
    if (bounds->has_jdn[i])
      dtl_json_integer (json, bounds->jdn[i]);
    else
      dtl_json_null (json);
  dtl_json_end_array (json);
}

void
dtl_describe_bounds (DtlJsonWriter *json, const DtlExtent *extent, gboolean all_four)
{
  g_auto (DtlBounds) bounds = { 0 };

  dtl_bounds_init (&bounds, extent);
  dtl_json_add_string (json, "calendar", dtl_calendar_get_name (bounds.calendar));
  if (bounds.calendar_start != bounds.calendar)
    dtl_json_add_string (json, "calendar_start",
                         dtl_calendar_get_name (bounds.calendar_start));
  dtl_json_add_string (json, "earliest", bounds.earliest);
  if (all_four || bounds.inner)
    {
      dtl_json_add_string (json, "latest_start", bounds.latest_start);
      dtl_json_add_string (json, "earliest_end", bounds.earliest_end);
    }
  dtl_json_add_string (json, "latest", bounds.latest);
  describe_jdn (json, &bounds);
}

void
dtl_describe_extent (DtlJsonWriter *json, const DtlExtent *extent)
{
  g_autofree char *edtf = dtl_edtf_format (extent);

  dtl_json_begin_object (json);
  dtl_json_add_string (json, "edtf", edtf);
  dtl_describe_bounds (json, extent, FALSE);
  dtl_json_end_object (json);
}

static void
describe_steps (DtlJsonWriter *json, const char *steps)
{
  g_auto (GStrv) lines = g_strsplit (steps, "\n", -1);

  dtl_json_name (json, "steps");
  dtl_json_begin_array (json);
  for (guint i = 0; lines[i] != NULL; i++)
    dtl_json_string (json, lines[i]);
  dtl_json_end_array (json);
}

static void
describe_mention (DtlJsonWriter *json, const DtlMention *mention, DtlOffsets *offsets)
{
  dtl_json_begin_object (json);
  dtl_json_add_integer (json, "start", dtl_offsets_get (offsets, mention->start));
  dtl_json_add_integer (json, "end", dtl_offsets_get (offsets, mention->end));
  dtl_json_name (json, "text");
  dtl_json_string_length (json, offsets->text + mention->start,
                          mention->end - mention->start);
  dtl_json_add_string (json, "type", dtl_mention_type_get_name (mention->type));
  dtl_json_add_string (json, "value", mention->value);
  dtl_json_add_string (json, "mod", mention->mod);
  dtl_json_name (json, "extent");
  if (mention->has_extent)
    dtl_describe_extent (json, &mention->extent);
  else
    dtl_json_null (json);
  if (mention->partner >= 0)
    dtl_json_add_integer (json, "partner", mention->partner);
  dtl_json_add_string (json, "why", mention->why);
  if (mention->steps != NULL)
    describe_steps (json, mention->steps);
  dtl_json_end_object (json);
}

static void
describe_claim (DtlJsonWriter *json, const DtlAssertion *claim, DtlOffsets *offsets)
{
  dtl_json_begin_object (json);
  dtl_json_add_string (json, "title", claim->title);
  dtl_json_name (json, "sentence");
  dtl_json_begin_object (json);
  dtl_json_add_integer (json, "start", dtl_offsets_get (offsets, claim->sentence_start));
  dtl_json_add_integer (json, "end", dtl_offsets_get (offsets, claim->sentence_end));
  dtl_json_end_object (json);
  dtl_json_add_integer (json, "mention", claim->mention);
  dtl_json_name (json, "extent");
  dtl_describe_extent (json, &claim->extent);
  dtl_json_add_fraction (json, "confidence", claim->confidence);
  dtl_json_add_string (json, "status", dtl_status_get_name (claim->status));
  dtl_json_end_object (json);
}

void
dtl_describe_extraction (DtlJsonWriter *json, const DtlExtraction *extraction)
{
  DtlArticle *article = dtl_extraction_get_article (extraction);
  guint n_mentions, n_claims;
  const DtlMention *mentions = dtl_extraction_get_mentions (extraction, &n_mentions);
  const DtlAssertion *claims = dtl_extraction_get_assertions (extraction, &n_claims);
  DtlOffsets offsets = { dtl_article_get_text (article, NULL), 0, 0 };

  dtl_json_begin_object (json);
  dtl_json_name (json, "article");
  dtl_json_begin_object (json);
  dtl_describe_article (json, article);
  dtl_json_end_object (json);
  dtl_json_name (json, "mentions");
  dtl_json_begin_array (json);
  for (guint i = 0; i < n_mentions; i++)
    describe_mention (json, &mentions[i], &offsets);
  dtl_json_end_array (json);
  dtl_json_name (json, "claims");
  dtl_json_begin_array (json);
  for (guint i = 0; i < n_claims; i++)
    describe_claim (json, &claims[i], &offsets);
  dtl_json_end_array (json);
  dtl_json_end_object (json);
}
