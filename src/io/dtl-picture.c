#include "config.h"

#include "io/dtl-picture-private.h"

#include "render/dtl-text-fit.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define HEADING_PADDING 16

/* A paper is drawn on at its own size while that has room for all lanes, then smaller:
 * at a third of it nobody can read a word. */
#define MOST_REDUCTION 3.0

#define PATIENCE 3 /* more pages without a label more */

/* Of a strip whose width is left to us; it begins as wide as a screen. */
#define FIRST_WIDTH 1280
#define MOST_WIDTH 16000

/* The window of one page on the strip. */
static DtlScene *
run_page (const DtlPicture *picture, double strip_width, double width, guint page)
{
  DtlViewport viewport = { .width = strip_width,
                           .height = picture->height,
                           .seconds_per_pixel = 1,
                           .scale = picture->scale };
  DtlLayoutOptions options = { .label = *picture->style, .now = DTL_TIME_PAST };

  if (picture->eras != NULL)
    {
      options.eras = (const DtlEra *) (gconstpointer) picture->eras->data;
      options.n_eras = picture->eras->len;
    }
  dtl_viewport_fit (&viewport, picture->start, picture->end);
  viewport.width = width;
  dtl_viewport_pan (&viewport, width * page);
  return dtl_layout_run (picture->layout, &viewport, &options);
}

DtlScene *
dtl_picture_run (const DtlPicture *picture, double width, double height)
{
  DtlPicture sized = *picture;

  sized.height = height;
  return run_page (&sized, width, width, 0);
}

static double
get_heading_height (const DtlRenderOptions *options, const DtlMeasure *measure)
{
  double width, height;

  if (options->title == NULL || *options->title == '\0')
    return 0;
  measure->text_size (measure->data, DTL_FONT_TITLE, options->title, &width, &height);
  return ceil (height + 2 * HEADING_PADDING);
}

static void
add_heading (DtlSceneBuilder *builder, const char *title, double width, double height)
{
  const DtlItem heading = {
    .kind = DTL_ITEM_TITLE,
    .flags = dtl_text_is_rtl (title) ? DTL_ITEM_RTL : 0,
    .text = title,
    .bounds = { HEADING_PADDING, HEADING_PADDING, MAX (1, width - 2 * HEADING_PADDING),
                height - 2 * HEADING_PADDING },
  };

  dtl_scene_builder_add (builder, &heading);
}

/* A label that the left edge cuts was whole on the page before. */
static gboolean
is_on_page_before (const DtlItem *item)
{
  return item->kind == DTL_ITEM_LABEL && item->bounds.x < 0;
}

/* The same items further down, below a heading of @height. */
static DtlScene *
put_under_heading (const DtlScene *scene, const char *title, double height)
{
  double scene_width, scene_height;
  guint n_items;
  const DtlItem *items = dtl_scene_get_items (scene, &n_items);
  g_autoptr (DtlSceneBuilder) builder = NULL;

  dtl_scene_get_size (scene, &scene_width, &scene_height);
  builder = dtl_scene_builder_new (scene_width, scene_height + height);
  for (guint i = 0; i < n_items; i++)
    {
      DtlItem moved = items[i];

      if (is_on_page_before (&moved))
        continue;
      moved.bounds.y += height;
      dtl_scene_builder_add (builder, &moved);
    }
  if (height > 0)
    add_heading (builder, title, scene_width, height);
  return dtl_scene_builder_end (builder);
}

/* "The Korean War (2 of 5)" */
static char *
dup_heading (const char *title, guint page, guint n_pages)
{
  if (n_pages == 1)
    return g_strdup (title);
  /* Translators: title, number of the page, number of pages */
  return g_strdup_printf (_ ("%s (%u of %u)"), title, page + 1, n_pages);
}

static gboolean
find_range (DtlPicture *picture, const DtlRenderOptions *options, GError **error)
{
  picture->start = options->start;
  picture->end = options->end;
  if (options->start < options->end)
    return TRUE;
  if (dtl_timeline_get_range (picture->timeline, &picture->start, &picture->end))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("there is nothing to draw, since nothing in it has a date"));
  return FALSE;
}

/* How much larger than the paper the page has to be laid out for all lanes to be on
 * it. */
static double
find_reduction (const DtlPicture *picture, double page_width, double heading)
{
  g_autoptr (DtlScene) scene = dtl_picture_run (picture, page_width, picture->height);
  double wanted = dtl_layout_get_content_height (picture->layout) + heading;

  return CLAMP (wanted / (picture->height + heading), 1, MOST_REDUCTION);
}

/* The sides of one page without its heading, and how many there are. */
typedef struct {
  double width, height;
  guint n;
} Pages;

/* A strip of its own size, cut into as many pages as were asked for. */
static Pages
cut_strip (DtlPicture *picture, const DtlRenderOptions *options)
{
  guint n = CLAMP (options->pages, 1, DTL_RENDER_MOST_PAGES);
  DtlPictureSize size;

  picture->width = options->width * n;
  picture->first_width = FIRST_WIDTH * n;
  picture->most_width = MOST_WIDTH * n;
  size = dtl_picture_choose_size (picture);
  return (Pages){ ceil (size.width / n), size.height, n };
}

/* How many events have their label on one of the pages. */
static guint
count_labelled (const DtlPicture *picture, const Pages *pages)
{
  g_autoptr (GHashTable) labelled = g_hash_table_new (NULL, NULL);

  for (guint page = 0; page < pages->n; page++)
    {
      g_autoptr (DtlScene) scene =
          run_page (picture, pages->width * pages->n, pages->width, page);
      guint n_items;
      const DtlItem *items = dtl_scene_get_items (scene, &n_items);

      for (guint i = 0; i < n_items; i++)
        if (items[i].kind == DTL_ITEM_LABEL && !is_on_page_before (&items[i]))
          g_hash_table_add (labelled, GUINT_TO_POINTER (items[i].event));
    }
  return g_hash_table_size (labelled);
}

/* As many sheets as let every label in, or as help: events of one day lie on one
 * another on any number of them. */
static guint
choose_sheets (const DtlPicture *picture, Pages pages)
{
  guint n_events = dtl_picture_count_events (picture);
  guint best = 1, most = 0;

  pages.n = 1;
  for (guint tries = 0;
       most < n_events && tries < PATIENCE && pages.n <= DTL_RENDER_MOST_PAGES &&
       !g_cancellable_is_cancelled (picture->cancellable);
       tries++, pages.n += 1 + pages.n / 4)
    {
      guint n = count_labelled (picture, &pages);

      if (n <= most)
        continue;
      most = n;
      best = pages.n;
      tries = 0;
    }
  return best;
}

static Pages
fill_at (DtlPicture *picture,
         const DtlRenderOptions *options,
         double reduction,
         double heading)
{
  Pages pages = { .width = round (options->width * reduction),
                  .height = round (options->height * reduction) - heading };

  picture->height = pages.height;
  pages.n = options->pages > 0 ? MIN (options->pages, DTL_RENDER_MOST_PAGES)
                               : choose_sheets (picture, pages);
  return pages;
}

/* A little smaller is better than many sheets more. */
static Pages
fill_sheets (DtlPicture *picture, const DtlRenderOptions *options, double heading)
{
  static const double sizes[] = { 1, 1.25, 1.6 };
  double reduction = find_reduction (picture, options->width, heading);
  Pages best = { 0 };
  double best_cost = INFINITY;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Pages pages = fill_at (picture, options, reduction * sizes[i], heading);

      if (pages.n * sizes[i] >= best_cost)
        continue;
      best = pages;
      best_cost = pages.n * sizes[i];
    }
  return best;
}

static GPtrArray *
draw_pages (DtlPicture *picture, const Pages *pages, const char *title, double heading)
{
  GPtrArray *scenes = g_ptr_array_new_with_free_func ((GDestroyNotify) dtl_scene_unref);

  picture->height = pages->height;
  for (guint i = 0; i < pages->n; i++)
    {
      g_autofree char *text = dup_heading (title, i, pages->n);
      g_autoptr (DtlScene) scene =
          run_page (picture, pages->width * pages->n, pages->width, i);

      g_ptr_array_add (scenes, put_under_heading (scene, text, heading));
    }
  return scenes;
}

GPtrArray *
dtl_picture_make_pages (DtlTimeline *timeline,
                        const DtlRenderOptions *options,
                        const DtlMeasure *measure,
                        GCancellable *cancellable,
                        GError **error)
{
  double heading = get_heading_height (options, measure);
  DtlPicture picture = { .timeline = timeline,
                         .style = &options->label,
                         .cancellable = cancellable };
  g_autoptr (GPtrArray) scenes = NULL;
  g_autoptr (DtlScale) scale = dtl_scale_new (options->time_scale, timeline);
  Pages pages;

  if (!find_range (&picture, options, error))
    return NULL;
  if (options->height > 0)
    picture.height = MAX (1, options->height - heading);
  picture.scale = scale;
  picture.eras = options->eras;
  picture.layout = dtl_layout_new (timeline, measure);
  /* An event "about 1200" is drawn from before 1200 on, and its label with it. */
  if (options->start >= options->end)
    dtl_layout_get_range (picture.layout, &picture.start, &picture.end);
  pages = options->on_paper ? fill_sheets (&picture, options, heading)
                            : cut_strip (&picture, options);
  scenes = draw_pages (&picture, &pages, options->title, heading);
  dtl_layout_free (picture.layout);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&scenes);
}
