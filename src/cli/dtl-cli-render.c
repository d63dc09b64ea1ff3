/* "dateline render": articles or a document to one picture. */

#include "config.h"

#include "cli/dtl-cli-batch.h"
#include "cli/dtl-cli-input.h"
#include "extract/dtl-extraction.h"
#include "fuse/dtl-fuse.h"
#include "io/dtl-fetch.h"
#include "io/dtl-import-merge.h"
#include "io/dtl-import.h"
#include "io/dtl-paper.h"
#include "io/dtl-render-file.h"
#include "time/forms/dtl-edtf.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  DtlCliOptions common;
  char *output;
  char *theme;
  char *from;
  char *to;
  char *title;
  char *labels;
  char *calendar;
  char *paper;
  char *lanes;
  char *time_scale;
  char *eras;
  int pages;
  double width, height, scale;
  gboolean common_era;
} Call;

static void
call_clear (Call *call)
{
  dtl_cli_options_clear (&call->common);
  g_free (call->output);
  g_free (call->theme);
  g_free (call->from);
  g_free (call->to);
  g_free (call->title);
  g_free (call->labels);
  g_free (call->calendar);
  g_free (call->paper);
  g_free (call->lanes);
  g_free (call->time_scale);
  g_free (call->eras);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Call, call_clear)

static gboolean
add_input (const Call *call, const char *name, DtlTimeline *timeline, GError **error)
{
  DtlReadOptions read = dtl_cli_options_get_read_options (&call->common);
  g_autoptr (DtlImport) import = NULL;

  if (strcmp (name, "-") == 0)
    {
      g_autoptr (GBytes) bytes = dtl_cli_read_stdin (error);

      if (bytes == NULL)
        return FALSE;
      import = dtl_import_read_bytes (bytes, "-", &read, NULL, error);
    }
  else if (dtl_fetch_is_address (name))
    {
      g_auto (DtlFetched) fetched = { 0 };

      if (!dtl_cli_fetch (name, &call->common, &fetched, error))
        return FALSE;
      read.url = fetched.address;
      import = dtl_import_read_bytes (fetched.bytes, name, &read, NULL, error);
    }
  else
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);

      import = dtl_import_read (file, &read, NULL, error);
    }
  if (import == NULL)
    return FALSE;
  if (dtl_import_get_note (import) != NULL && !call->common.quiet)
    dtl_cli_complain (name, dtl_import_get_note (import));
  dtl_import_add_to (import, timeline);
  return TRUE;
}

/* FALSE where at least one input failed; the others are in. */
static gboolean
add_inputs (const Call *call, DtlTimeline *timeline)
{
  gboolean all = TRUE;

  for (char **name = call->common.files; *name != NULL; name++)
    {
      g_autoptr (GError) error = NULL;

      if (add_input (call, *name, timeline, &error))
        continue;
      dtl_cli_complain (*name, error->message);
      all = FALSE;
    }
  return all;
}

/* The labels are in the language of the articles: of the first that has one. */
static const char *
choose_language (const Call *call, const DtlTimeline *timeline)
{
  if (call->labels != NULL)
    return call->labels;
  for (guint i = 0; i < dtl_timeline_get_n_sources (timeline); i++)
    {
      DtlSource source;

      dtl_timeline_get_source (timeline, i, &source);
      if (source.language != NULL)
        return source.language;
    }
  return NULL;
}

static gboolean
read_end (const char *option, const char *text, DtlExtent *ret_extent)
{
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (dtl_edtf_parse (text, strlen (text), ret_extent, NULL, &error) &&
      dtl_time_is_bounded (ret_extent->start) && dtl_time_is_bounded (ret_extent->end))
    return TRUE;
  message = g_strdup_printf (_ ("%s has to be a date such as 1950-06-25, not “%s”"),
                             option, text);
  dtl_cli_refuse ("render", message);
  return FALSE;
}

/* --from and --to; what is left out is the timeline's own end. */
static gboolean
read_window (const Call *call, const DtlTimeline *timeline, DtlRenderOptions *render)
{
  DtlExtent from, to;

  if (call->from == NULL && call->to == NULL)
    return TRUE;
  if (!dtl_timeline_get_range (timeline, &render->start, &render->end))
    return TRUE;
  if (call->from != NULL)
    {
      if (!read_end ("--from", call->from, &from))
        return FALSE;
      render->start = from.start;
    }
  if (call->to != NULL)
    {
      if (!read_end ("--to", call->to, &to))
        return FALSE;
      render->end = to.end;
    }
  if (render->start < render->end)
    return TRUE;
  dtl_cli_refuse ("render", _ ("--from has to be before --to"));
  return FALSE;
}

static gboolean
read_pages (const Call *call, DtlRenderOptions *render)
{
  g_autofree char *fault = NULL;

  render->width = call->width;
  render->height = call->height;
  render->pages = (guint) MAX (call->pages, 0);
  render->on_paper = call->paper != NULL;
  if (call->pages < 0 || call->pages > DTL_RENDER_MOST_PAGES)
    fault =
        g_strdup_printf (_ ("--pages has to be between 1 and %d"), DTL_RENDER_MOST_PAGES);
  else if (call->paper != NULL && (call->width > 0 || call->height > 0))
    fault = g_strdup (_ ("--paper has a size: leave out --width and --height"));
  else if (call->paper != NULL &&
           !dtl_paper_find (call->paper, &render->width, &render->height))
    fault = g_strdup_printf (
        _ ("--paper has to be one of %s, with or without -portrait, not “%s”"),
        dtl_paper_get_names (), call->paper);
  if (fault == NULL)
    return TRUE;
  dtl_cli_refuse ("render", fault);
  return FALSE;
}

static gboolean
check_call (const Call *call, DtlPictureFormat *ret_format, DtlRenderOptions *render)
{
  const char *fault = NULL;

  if (call->common.files[0] == NULL)
    fault = _ ("no article was named");
  else if (call->output == NULL)
    fault = _ ("name the picture with -o FILE.svg, .pdf or .png");
  else if (!dtl_picture_format_from_name (call->output, ret_format))
    fault = _ ("the picture's name has to end in .svg, .pdf or .png");
  else if (!(call->width >= 0 && call->width <= 200000 && call->height >= 0 &&
             call->height <= 200000))
    fault = _ ("--width and --height have to be between 0 and 200000 pixels");
  else if (!(call->scale >= 0 && call->scale <= 16))
    fault = _ ("--scale has to be between 0 and 16");
  else if (call->lanes != NULL && strcmp (call->lanes, "article") != 0 &&
           strcmp (call->lanes, "one") != 0)
    fault = _ ("--lanes has to be article or one");
  else if (call->time_scale != NULL &&
           !dtl_scale_kind_from_name (call->time_scale, &render->time_scale))
    fault = _ ("--time-scale has to be linear or gaps");
  else if (call->eras != NULL && strcmp (call->eras, "none") != 0 &&
           strcmp (call->eras, "earth") != 0)
    fault = _ ("--eras has to be none or earth");
  else if (call->theme != NULL && dtl_theme_get (call->theme) == NULL)
    fault = _ ("--theme has to be light, dark, high-contrast or high-contrast-dark");
  if (fault != NULL)
    {
      dtl_cli_refuse ("render", fault);
      return FALSE;
    }
  if (!dtl_cli_read_calendar (call->calendar, "render", &render->label.calendar))
    return FALSE;
  if (!read_pages (call, render))
    return FALSE;
  render->scale = call->scale;
  render->theme = call->theme == NULL ? NULL : dtl_theme_get (call->theme);
  render->title = call->title;
  return TRUE;
}

static DtlTimeline *
put_into_one_lane (DtlTimeline *timeline)
{
  DtlTimeline *flat = dtl_timeline_new ();

  dtl_import_merge_into_lane (timeline, flat, "");
  dtl_timeline_unref (timeline);
  return flat;
}

static DtlCliStatus
run (const Call *call)
{
  g_autoptr (DtlTimeline) timeline = dtl_timeline_new ();
  g_autoptr (GFile) file = NULL;
  g_autoptr (GArray) eras = NULL;
  g_autoptr (GError) error = NULL;
  DtlRenderOptions render = { .label = DTL_LABEL_STYLE_INIT };
  DtlPictureFormat format;
  gboolean all, drawn;
  gpointer before;

  if (!check_call (call, &format, &render))
    return DTL_CLI_USAGE;
  all = add_inputs (call, timeline);
  if (!all && dtl_timeline_get_n_sources (timeline) == 0)
    return DTL_CLI_FAILED;
  if (!read_window (call, timeline, &render))
    return DTL_CLI_USAGE;
  if (g_strcmp0 (call->lanes, "one") == 0)
    timeline = put_into_one_lane (g_steal_pointer (&timeline));
  if (dtl_timeline_get_n_events (timeline) == 0 && !call->common.quiet)
    dtl_cli_complain (NULL, _ ("no dated fact was found: the picture is empty"));

  render.label.language = choose_language (call, timeline);
  render.label.common_era = call->common_era;
  if (g_strcmp0 (call->eras, "earth") == 0)
    render.eras = eras = dtl_eras_list_of_earth ();
  file = g_file_new_for_commandline_arg (call->output);
  before = dtl_cli_begin_data ();
  drawn = dtl_render_file (timeline, format, &render, file, NULL, &error);
  dtl_cli_end_data (before);
  if (!drawn)
    dtl_cli_complain (call->output, error->message);
  return drawn && all ? DTL_CLI_DONE : DTL_CLI_FAILED;
}

DtlCliStatus
dtl_cli_render (int argc, char **argv)
{
  g_auto (Call) call = { 0 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &call.output,
      N_ ("The picture to write: FILE.svg, .pdf or .png"), N_ ("FILE") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &call.from, N_ ("Left edge"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &call.to, N_ ("Right edge"), N_ ("DATE") },
    { "width", 0, 0, G_OPTION_ARG_DOUBLE, &call.width, N_ ("Width"), N_ ("PIXELS") },
    { "height", 0, 0, G_OPTION_ARG_DOUBLE, &call.height, N_ ("Height"), N_ ("PIXELS") },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &call.scale,
      N_ ("Dots of a PNG for each pixel"), N_ ("N") },
    { "time-scale", 0, 0, G_OPTION_ARG_STRING, &call.time_scale,
      N_ ("linear; gaps: long stretches without an event are shortened"), N_ ("HOW") },
    { "eras", 0, 0, G_OPTION_ARG_STRING, &call.eras,
      N_ ("none; earth: the history of the Earth as background"), N_ ("WHICH") },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &call.theme,
      N_ ("light, dark, high-contrast or high-contrast-dark"), N_ ("NAME") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &call.title, N_ ("Title of the picture"),
      N_ ("TEXT") },
    { "labels", 0, 0, G_OPTION_ARG_STRING, &call.labels,
      N_ ("Language of dates in the picture instead of the article's"), N_ ("TAG") },
    { "common-era", 0, 0, G_OPTION_ARG_NONE, &call.common_era,
      N_ ("BCE and CE instead of BC and AD"), NULL },
    { "pages", 0, 0, G_OPTION_ARG_INT, &call.pages, N_ ("Pages to spread the time over"),
      N_ ("N") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &call.paper,
      N_ ("Sheets to draw on: a4, letter…, or a4-portrait"), N_ ("NAME") },
    { "lanes", 0, 0, G_OPTION_ARG_STRING, &call.lanes,
      N_ ("article: a lane for each; one: all in one lane"), N_ ("HOW") },
    { "calendar", 0, 0, G_OPTION_ARG_STRING, &call.calendar,
      N_ ("Calendar of the axis and of the dates"), N_ ("NAME") },
    { NULL }
  };

  if (!dtl_cli_options_parse (&call.common, _ ("FILE…"),
                              _ ("Draws articles or a document as a timeline."), entries,
                              argc, argv))
    return DTL_CLI_USAGE;
  return run (&call);
}
