/* What painting and exporting cost. */

#include "render/dtl-export.h"
#include "render/dtl-painter.h"

#include "bench/bench.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <stdio.h>

#define FRAME_LABELS 150
#define LABEL_HEIGHT 40
#define ROW_HEIGHT 48

static double
get_width (const DtlMeasure *measure, DtlFont font, const char *text)
{
  double width, height;

  measure->text_size (measure->data, font, text, &width, &height);
  return width;
}

/* A label with its pole and its point, in rows over the whole canvas. */
static void
add_event (DtlSceneBuilder *builder,
           const DtlMeasure *measure,
           guint i,
           double column,
           double height)
{
  guint n_rows = (guint) (height / ROW_HEIGHT) - 1;
  g_autofree char *title = g_strdup_printf ("Event number %u of the works", i);
  g_autofree char *date = g_strdup_printf ("%u May %u", i % 28 + 1, 1000 + i % 1000);
  DtlItem item = { .event = i + 1, .lane = 1, .colour = (guint16) (i / 40), .amount = 1 };
  double x = floor (i / n_rows * column) + 4, y = i % n_rows * ROW_HEIGHT;

  item.kind = DTL_ITEM_LEADER;
  item.bounds = (DtlRect){ x, y, 1, height - ROW_HEIGHT - y };
  dtl_scene_builder_add (builder, &item);
  item.kind = i % 3 == 0 ? DTL_ITEM_BAR : DTL_ITEM_POINT;
  item.bounds = (DtlRect){ x, y + LABEL_HEIGHT, i % 3 == 0 ? 120 : 8, 8 };
  item.solid_left = x;
  item.solid_right = x + 120;
  dtl_scene_builder_add (builder, &item);
  item.kind = DTL_ITEM_LABEL;
  item.text = title;
  item.detail = date;
  item.text_width = (float) get_width (measure, DTL_FONT_LABEL, title);
  item.detail_width = (float) get_width (measure, DTL_FONT_DETAIL, date);
  item.bounds = (DtlRect){ x, y,
                           ceil ((double) MAX (item.text_width, item.detail_width)) +
                               2 * DTL_LABEL_PADDING_X,
                           LABEL_HEIGHT };
  dtl_scene_builder_add (builder, &item);
}

/* Lanes, a grid, a ridge of density and an axis with labels. */
static void
add_surroundings (DtlSceneBuilder *builder,
                  const DtlMeasure *measure,
                  double width,
                  double height)
{
  DtlItem item = { .lane = 1 };

  for (guint lane = 0; lane < 4; lane++)
    {
      item.kind = DTL_ITEM_LANE;
      item.colour = (guint16) lane;
      item.bounds = (DtlRect){ 0, lane * height / 4, width, height / 4 };
      dtl_scene_builder_add (builder, &item);
      for (double x = 0; x < width; x += 4)
        {
          item.kind = DTL_ITEM_DENSITY;
          item.bounds = (DtlRect){ x, (lane + 1) * height / 4 - 20, 4, 10 + 8 * sin (x) };
          dtl_scene_builder_add (builder, &item);
        }
    }
  for (guint i = 0; i < width / 120; i++)
    {
      item.kind = DTL_ITEM_GRID;
      item.bounds = (DtlRect){ i * 120, 0, 1, height };
      dtl_scene_builder_add (builder, &item);
      item.kind = DTL_ITEM_TICK;
      item.text = "1911";
      item.bounds = (DtlRect){ i * 120, height - 40,
                               get_width (measure, DTL_FONT_TICK, "1911"), 16 };
      dtl_scene_builder_add (builder, &item);
      item.text = NULL;
    }
}

static DtlScene *
make_frame (const DtlMeasure *measure, double width, double height, gboolean whole)
{
  g_autoptr (DtlSceneBuilder) builder = dtl_scene_builder_new (width, height);
  double columns = ceil (FRAME_LABELS / (floor (height / ROW_HEIGHT) - 1));

  if (whole)
    add_surroundings (builder, measure, width, height);
  for (guint i = 0; i < FRAME_LABELS; i++)
    add_event (builder, measure, i, width / columns, height);
  return dtl_scene_builder_end (builder);
}

typedef struct {
  DtlPainter *painter;
  DtlScene *scene;
  cairo_t *cr;
} Frame;

static void
paint (gpointer data)
{
  const Frame *frame = data;

  dtl_painter_paint (frame->painter, frame->cr, frame->scene, dtl_theme_get ("light"));
}

/* The scale changes to and fro: nothing is kept from before. */
static void
paint_anew (gpointer data)
{
  const Frame *frame = data;

  dtl_painter_set_scale (frame->painter, 1.0625);
  dtl_painter_set_scale (frame->painter, 1);
  dtl_painter_paint (frame->painter, frame->cr, frame->scene, dtl_theme_get ("dark"));
  dtl_painter_paint (frame->painter, frame->cr, frame->scene, dtl_theme_get ("light"));
}

static void
bench_frame (int width, int height, double scale, gboolean whole)
{
  PangoContext *context =
      pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  Frame frame = { .painter = dtl_painter_new (context, NULL) };
  g_autofree char *name =
      g_strdup_printf ("%s at %dx%d, scale %g", whole ? "frame" : "150 labels", width,
                       height, scale);
  g_autofree char *anew = g_strconcat (name, ", nothing kept", NULL);

  g_object_unref (context);
  cairo_surface_set_device_scale (surface, scale, scale);
  dtl_painter_set_scale (frame.painter, scale);
  frame.scene = make_frame (dtl_painter_get_measure (frame.painter), width / scale,
                            height / scale, whole);
  frame.cr = cairo_create (surface);
  paint (&frame);
  bench_run (name, 200, 1, paint, &frame);
  if (scale == 1)
    bench_run (anew, 20, 2, paint_anew, &frame);

  cairo_destroy (frame.cr);
  cairo_surface_destroy (surface);
  dtl_scene_unref (frame.scene);
  dtl_painter_free (frame.painter);
}

static DtlScene *
make_strip (guint n)
{
  double columns = ceil (n / 15.0);
  g_autoptr (DtlSceneBuilder) builder = dtl_scene_builder_new (columns * 220, 800);

  for (guint i = 0; i < n; i++)
    add_event (builder, dtl_export_get_measure (), i, 220, 800);
  return dtl_scene_builder_end (builder);
}

typedef struct {
  DtlScene *scene;
  const DtlItem *labels; /* by id, from 1 on */
  gsize length;
} Export;

static const DtlItem *
find_labels (const DtlScene *scene)
{
  guint n_items;
  const DtlItem *items = dtl_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == DTL_ITEM_LABEL)
      return &items[i];
  g_assert_not_reached ();
}

static gboolean
look_up (gpointer data, guint32 id, DtlExportEvent *ret_event)
{
  const DtlItem *labels = data;

  *ret_event =
      (DtlExportEvent){ .title = labels[id - 1].text, .date = labels[id - 1].detail };
  return TRUE;
}

static void
write_svg (gpointer data)
{
  Export *export = data;
  const DtlExportOptions options = { .title = "Bench",
                                     .lookup = look_up,
                                     .data = (gpointer) export->labels };
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  g_assert_true (dtl_export_svg (export->scene, &options, stream, NULL, NULL));
  export->length = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
write_pdf (gpointer data)
{
  Export *export = data;
  const DtlExportOptions options = { .title = "Bench" };
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  g_assert_true (dtl_export_pdf (&export->scene, 1, 0, &options, stream, NULL, NULL));
  export->length = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
bench_export (const char *format, guint n, BenchFunc write)
{
  Export export = { .scene = make_strip (n) };
  g_autofree char *name = g_strdup_printf ("%s of %u labels", format, n);

  export.labels = find_labels (export.scene);
  bench_run (name, n > 10000 ? 3 : 11, 1, write, &export);
  printf ("%-48s  %.2f MB\n", "", (double) export.length / 1e6);
  dtl_scene_unref (export.scene);
}

int
main (void)
{
  for (guint whole = 0; whole < 2; whole++)
    {
      bench_frame (1920, 1080, 1, whole);
      bench_frame (3840, 2160, 1, whole);
      bench_frame (3840, 2160, 2, whole);
    }
  bench_export ("SVG", 10000, write_svg);
  bench_export ("SVG", 100000, write_svg);
  bench_export ("PDF", 500, write_pdf);
  bench_export ("PDF", 2000, write_pdf);
  return 0;
}
