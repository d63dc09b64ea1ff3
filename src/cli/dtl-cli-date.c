/* "dateline date": how a phrase, or an EDTF string, is understood. */

#include "config.h"

#include "cli/dtl-cli-describe.h"
#include "cli/dtl-cli-lines.h"
#include "cli/dtl-cli.h"
#include "extract/dtl-extraction.h"
#include "time/dtl-label.h"
#include "time/forms/dtl-edtf.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  gboolean edtf;
  gboolean words; /* for people instead of JSON */
  char *reference;
  char *calendar;
  DtlCalendar shown;
  DtlCliOptions *common;
} Call;

/* One phrase with what it is read against; strings are lent. */
typedef struct {
  const char *phrase;
  const char *reference;
  const char *published;
  const char *place;
  const char *language;
} Question;

typedef struct {
  DtlMention mention;
  int level; /* of EDTF */
} Understood;

/* NULL and "" are no date; anything else has to be EDTF. */
static gboolean
read_context_date (const char *text,
                   DtlExtent *extent,
                   const DtlExtent **ret_extent,
                   GError **error)
{
  if (text == NULL || *text == '\0')
    return TRUE;
  if (!dtl_edtf_parse (text, strlen (text), extent, NULL, error))
    {
      g_prefix_error (error, "%s: ", text);
      return FALSE;
    }
  *ret_extent = extent;
  return TRUE;
}

static gboolean
understand_prose (const Question *question, DtlMention *ret_mention, GError **error)
{
  DtlPhraseContext context = { question->language, question->place, NULL, NULL };
  DtlExtent published, reference;

  if (!read_context_date (question->published, &published, &context.published, error) ||
      !read_context_date (question->reference, &reference, &context.reference, error))
    return FALSE;
  return dtl_extract_phrase (question->phrase, &context, ret_mention, error);
}

static gboolean
understand (const Call *call, const Question *question, Understood *ret, GError **error)
{
  if (!call->edtf)
    return understand_prose (question, &ret->mention, error);
  if (!dtl_edtf_parse (question->phrase, strlen (question->phrase), &ret->mention.extent,
                       &ret->level, error))
    return FALSE;
  ret->mention.has_extent = TRUE;
  return TRUE;
}

static const char *
get_kind_name (const DtlExtent *extent)
{
  switch ((DtlExtentKind) extent->kind)
    {
    case DTL_EXTENT_WITHIN:
      return "within";
    case DTL_EXTENT_SPAN:
      return "span";
    case DTL_EXTENT_ONE_OF:
      return "one-of";
    case DTL_EXTENT_ALL_OF:
      return "all-of";
    }
  return NULL;
}

static void
describe_understood (DtlJsonWriter *json, const Call *call, const Understood *understood)
{
  const DtlExtent *extent = &understood->mention.extent;
  g_autofree char *edtf = NULL;

  if (call->edtf)
    {
      dtl_json_add_integer (json, "level", understood->level);
      dtl_json_add_string (json, "kind", get_kind_name (extent));
    }
  else
    {
      dtl_json_add_string (json, "type",
                           dtl_mention_type_get_name (understood->mention.type));
      dtl_json_add_string (json, "value", understood->mention.value);
      dtl_json_add_string (json, "mod", understood->mention.mod);
      dtl_json_add_string (json, "why", understood->mention.why);
    }
  if (!understood->mention.has_extent)
    {
      dtl_json_add_string (json, "edtf", NULL);
      return;
    }
  edtf = dtl_edtf_format (extent);
  dtl_json_add_string (json, "edtf", edtf);
  dtl_describe_bounds (json, extent, TRUE);
  dtl_json_add_boolean (json, "approximate",
                        (extent->flags & DTL_EXTENT_APPROXIMATE) != 0);
  dtl_json_add_boolean (json, "uncertain", (extent->flags & DTL_EXTENT_UNCERTAIN) != 0);
  dtl_json_add_string (json, "precision", dtl_precision_get_name (extent->precision));
}

static char *
dup_shown (const Call *call, const Understood *understood, const char *language)
{
  DtlLabelStyle style = DTL_LABEL_STYLE_INIT;

  style.language = language;
  if (call->calendar != NULL)
    style.calendar = call->shown;
  return dtl_label_extent (&understood->mention.extent, &style);
}

static void
answer_in_json (GString *output,
                const Call *call,
                const Question *question,
                const Understood *understood,
                const GError *error)
{
  DtlJsonWriter json;

  dtl_json_init (&json, output, 0);
  dtl_json_begin_object (&json);
  dtl_json_add_string (&json, "phrase", question->phrase);
  if (error != NULL)
    dtl_json_add_string (&json, "error", error->message);
  else
    {
      describe_understood (&json, call, understood);
      if (call->calendar != NULL && understood->mention.has_extent)
        {
          g_autofree char *shown = dup_shown (call, understood, question->language);

          dtl_json_add_string (&json, "shown", shown);
        }
    }
  dtl_json_end_object (&json);
  g_string_append_c (output, '\n');
}

static void
answer_in_words (GString *output,
                 const Call *call,
                 const Question *question,
                 const Understood *understood,
                 const GError *error)
{
  g_autofree char *shown = NULL;

  if (error != NULL)
    g_string_append_printf (output, "%s: %s\n", question->phrase, error->message);
  else if (!understood->mention.has_extent)
    g_string_append_printf (output, "%s: %s\n", question->phrase,
                            understood->mention.value);
  else
    {
      shown = dup_shown (call, understood, question->language);
      g_string_append_printf (output, "%s: %s\n", question->phrase, shown);
    }
}

/* FALSE where the phrase is not a date. */
static gboolean
answer (const Call *call, const Question *question)
{
  g_autoptr (GString) output = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  Understood understood = { 0 };
  gpointer before = dtl_cli_begin_data ();

  if (!g_utf8_validate (question->phrase, -1, NULL))
    g_set_error (&error, DTL_PHRASE_ERROR, DTL_PHRASE_ERROR_NOT_A_DATE,
                 "the phrase is not valid UTF-8");
  else
    understand (call, question, &understood, &error);

  (call->words ? answer_in_words : answer_in_json) (output, call, question, &understood,
                                                    error);
  dtl_cli_end_data (before);
  fwrite (output->str, 1, output->len, stdout);
  dtl_mention_clear (&understood.mention);
  return error == NULL;
}

/* A line is a phrase, or a JSON object with one in it. */
static gboolean
answer_line (const Call *call, const Question *defaults, const char *line)
{
  g_autoptr (JsonParser) parser = *line == '{' ? dtl_cli_parse_object (line, NULL) : NULL;
  Question question = *defaults;

  if (parser == NULL)
    {
      question.phrase = line;
      return answer (call, &question);
    }
  question.phrase = dtl_cli_get_member (parser, "phrase", "");
  question.reference = dtl_cli_get_member (parser, "reference", defaults->reference);
  question.published = dtl_cli_get_member (parser, "published", defaults->published);
  question.place = dtl_cli_get_member (parser, "place", defaults->place);
  question.language = dtl_cli_get_member (parser, "language", defaults->language);
  return answer (call, &question);
}

static gboolean
answer_stdin (const Call *call, const Question *defaults)
{
  g_autoptr (GString) line = g_string_new (NULL);
  gboolean all = TRUE, too_long;

  while (dtl_cli_read_line (stdin, line, &too_long))
    all &= answer_line (call, defaults, line->str);
  return all;
}

static gboolean
check_call (Call *call, const char *command)
{
  static const char *const formats[] = { "json", "jsonl", "text", NULL };

  if (!dtl_cli_options_check_format (call->common, formats, command))
    return FALSE;
  call->words = strcmp (call->common->format, "text") == 0;
  return dtl_cli_read_calendar (call->calendar, command, &call->shown);
}

static DtlCliStatus
run (const Call *call)
{
  const DtlCliOptions *common = call->common;
  Question question = { NULL, call->reference, common->published, common->place,
                        common->language };
  gboolean all = TRUE;

  if (common->files[0] == NULL)
    all = answer_stdin (call, &question);
  for (char **phrase = common->files; *phrase != NULL; phrase++)
    if (strcmp (*phrase, "-") == 0)
      all &= answer_stdin (call, &question);
    else
      {
        question.phrase = *phrase;
        all &= answer (call, &question);
      }
  if (fflush (stdout) != 0)
    {
      dtl_cli_complain (NULL, _ ("the output could not be written"));
      return DTL_CLI_FAILED;
    }
  return all ? DTL_CLI_DONE : DTL_CLI_FAILED;
}

DtlCliStatus
dtl_cli_date (int argc, char **argv)
{
  g_auto (DtlCliOptions) common = { 0 };
  Call call = { .common = &common };
  const GOptionEntry entries[] = {
    { "edtf", 0, 0, G_OPTION_ARG_NONE, &call.edtf, N_ ("Read EDTF instead of prose"),
      NULL },
    { "reference", 0, 0, G_OPTION_ARG_STRING, &call.reference,
      N_ ("The date last mentioned, for “three years later”"), N_ ("DATE") },
    { "calendar", 0, 0, G_OPTION_ARG_STRING, &call.calendar,
      N_ ("Show the date in this calendar too"), N_ ("NAME") },
    { NULL }
  };
  DtlCliStatus status = DTL_CLI_USAGE;

  if (dtl_cli_options_parse (&common, _ ("PHRASE…"),
                             _ ("Says how phrases that name a date are read."), entries,
                             argc, argv) &&
      check_call (&call, argv[0]))
    status = run (&call);
  g_free (call.reference);
  g_free (call.calendar);
  return status;
}
