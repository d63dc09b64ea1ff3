#include "render/gallery.h"

#include <math.h>

#define WIDTH 1180
#define LANE_HEIGHT 168
#define N_LANES 4
#define AXIS_HEIGHT 52
#define BASELINE 132
#define COLUMN 196

typedef struct {
  DtlSceneBuilder *builder;
  const DtlMeasure *measure;
} Gallery;

static double
get_height (const Gallery *gallery, DtlFont font)
{
  double width, height;

  gallery->measure->text_size (gallery->measure->data, font, "X", &width, &height);
  return height;
}

static double
get_width (const Gallery *gallery, DtlFont font, const char *text)
{
  double width, height;

  gallery->measure->text_size (gallery->measure->data, font, text, &width, &height);
  return width;
}

static void
add (const Gallery *gallery,
     DtlItemKind kind,
     const char *text,
     double x,
     double y,
     double width,
     double height)
{
  const DtlItem item = { .kind = kind,
                         .text = text,
                         .bounds = { x, y, width, height },
                         .amount = 1 };

  dtl_scene_builder_add (gallery->builder, &item);
}

/* The box of a label, as a layout would make it. */
static void
add_label (const Gallery *gallery, DtlItem item, double x, double y, double most_width)
{
  double title = get_width (gallery, DTL_FONT_LABEL, item.text);
  double detail =
      item.detail == NULL ? 0 : get_width (gallery, DTL_FONT_DETAIL, item.detail);

  item.kind = DTL_ITEM_LABEL;
  item.amount = 1;
  item.bounds.x = x;
  item.bounds.y = y;
  item.bounds.width = MIN (MAX (title, detail) + 2 * DTL_LABEL_PADDING_X, most_width);
  item.bounds.height = get_height (gallery, DTL_FONT_LABEL) +
                       get_height (gallery, DTL_FONT_DETAIL) + 2 * DTL_LABEL_PADDING_Y;
  if (item.flags & DTL_ITEM_RTL)
    item.bounds.x += COLUMN - 20 - item.bounds.width;
  dtl_scene_builder_add (gallery->builder, &item);
}

typedef struct {
  const char *title, *date;
  guint32 flags;
} Mark;

static const Mark points[] = {
  { "Lighthouse lit", "3 May 1911", 0 },
  { "Charter sealed", "about 1200", DTL_ITEM_APPROXIMATE },
  { "The weir broke?", "1911?", DTL_ITEM_UNCERTAIN },
  { "Bridge to open", "2031", DTL_ITEM_PLANNED },
  { "Two dates for the fire", "1666 or 1667", DTL_ITEM_DISPUTED },
  { "Chosen event", "4 May 1911", DTL_ITEM_SELECTED },
  { "Under the pointer", "5 May 1911", DTL_ITEM_HOVERED },
  { "ميناء جديد على النهر", "٣ مايو ١٩١١", DTL_ITEM_RTL },
  { "A title that is far too long for its label and ends in dots", "1911", 0 },
  { "港口灯塔点亮", "1911年5月3日", 0 },
};

static const Mark bars[] = {
  { "Harbour works", "1903 to 1911", 0 },
  { "Between two ends", "between 1914 and 1918",
    DTL_ITEM_FADE_LEFT | DTL_ITEM_FADE_RIGHT },
  { "Open end", "since 1948", DTL_ITEM_ARROW_RIGHT },
  { "Unknown beginning", "until 1453", DTL_ITEM_DISSOLVE_LEFT },
  { "Planned works", "2030 to 2034", DTL_ITEM_PLANNED },
  { "Doubted reign", "1200 to 1240?", DTL_ITEM_UNCERTAIN },
  { "Disputed reign", "1200 to 1240", DTL_ITEM_DISPUTED },
  { "Chosen span", "1911 to 1914", DTL_ITEM_SELECTED },
  { "Under the pointer", "1911 to 1914", DTL_ITEM_HOVERED },
  { "About then", "about 1200 to about 1240",
    DTL_ITEM_APPROXIMATE | DTL_ITEM_FADE_LEFT | DTL_ITEM_FADE_RIGHT },
  { "Both open", "ever", DTL_ITEM_ARROW_LEFT | DTL_ITEM_ARROW_RIGHT },
  { "Both unknown", "some time", DTL_ITEM_DISSOLVE_LEFT | DTL_ITEM_DISSOLVE_RIGHT },
};

static DtlItem
make_item (const Mark *mark, guint32 event, guint lane)
{
  return (DtlItem){ .flags = mark->flags,
                    .event = event,
                    .lane = lane + 1,
                    .colour = (guint16) lane,
                    .amount = 1,
                    .text = mark->title,
                    .detail = mark->date };
}

static void
add_point (const Gallery *gallery, guint i)
{
  guint lane = i / 6;
  double x = 20 + COLUMN * (i % 6), y = lane * LANE_HEIGHT;
  double label_y = y + 30 + (i % 2) * 44;
  DtlItem item = make_item (&points[i], i + 1, lane);

  add_label (gallery, item, x, label_y, COLUMN - 20);
  item.text = item.detail = NULL;
  item.kind = DTL_ITEM_LEADER;
  item.bounds = (DtlRect){ x, label_y, 1, y + BASELINE - label_y };
  dtl_scene_builder_add (gallery->builder, &item);
  item.kind = DTL_ITEM_POINT;
  item.bounds = (DtlRect){ x - 4.5, y + BASELINE - 5, 10, 10 };
  dtl_scene_builder_add (gallery->builder, &item);
}

static void
add_bar (const Gallery *gallery, guint i)
{
  guint lane = 2 + i / 6;
  double x = 20 + COLUMN * (i % 6), y = lane * LANE_HEIGHT + 30;
  double width = COLUMN - 50;
  DtlItem item = make_item (&bars[i], 100 + i, lane);

  add_label (gallery, item, x, y + 9, COLUMN - 20);
  item.kind = DTL_ITEM_BAR;
  item.text = item.detail = NULL;
  item.bounds = (DtlRect){ x, y, width, 8 };
  if (i != 1)
    {
      item.solid_left = x + (item.flags & DTL_ITEM_FADE_LEFT ? width / 4 : 0);
      item.solid_right = x + width * (item.flags & DTL_ITEM_FADE_RIGHT ? 0.75 : 1);
    }
  dtl_scene_builder_add (gallery->builder, &item);
}

/* Coarse dates on the baseline, and what is left of many events. */
static void
add_crowd (const Gallery *gallery, guint lane)
{
  double baseline = lane * LANE_HEIGHT + BASELINE;
  DtlItem item = { .lane = lane + 1, .colour = (guint16) lane, .amount = 1 };

  for (guint i = 0; i < 60; i++)
    {
      double height = round (4 + 18 * fabs (sin (i * 0.21)));

      item.kind = DTL_ITEM_DENSITY;
      item.count = i + 3;
      item.bounds = (DtlRect){ 420 + 5 * i, baseline - height, 5, height };
      dtl_scene_builder_add (gallery->builder, &item);
    }
  item.kind = DTL_ITEM_MORE;
  item.count = 37;
  item.text = "+37";
  item.bounds = (DtlRect){ 560, baseline + 8, 40, get_height (gallery, DTL_FONT_DETAIL) };
  dtl_scene_builder_add (gallery->builder, &item);

  item.kind = DTL_ITEM_BAND;
  item.event = 200 + lane;
  item.count = 0;
  item.text = NULL;
  item.bounds = (DtlRect){ 100, baseline - 6, 160, 12 };
  item.solid_left = 100;
  item.solid_right = 260;
  dtl_scene_builder_add (gallery->builder, &item);
  item.kind = DTL_ITEM_BAR;
  item.event = 300 + lane;
  item.bounds = (DtlRect){ 300, baseline - 1.5, 60, 3 };
  item.solid_left = 300;
  item.solid_right = 360;
  dtl_scene_builder_add (gallery->builder, &item);
}

static void
add_lane (const Gallery *gallery, guint lane)
{
  static const char *const titles[N_LANES] = { "The harbour, year by year",
                                               "Histoire du phare", "Reigns and works",
                                               "What is not known" };
  double y = lane * LANE_HEIGHT;
  DtlItem item = { .kind = DTL_ITEM_LANE,
                   .lane = lane + 1,
                   .colour = (guint16) lane,
                   .bounds = { 0, y, WIDTH, LANE_HEIGHT } };

  dtl_scene_builder_add (gallery->builder, &item);
  item.kind = DTL_ITEM_GRID;
  item.bounds = (DtlRect){ 0, y + BASELINE, WIDTH, 1 };
  dtl_scene_builder_add (gallery->builder, &item);
  item.kind = DTL_ITEM_LANE_TITLE;
  item.text = titles[lane];
  item.bounds = (DtlRect){ 8, y + 5, get_width (gallery, DTL_FONT_LANE, titles[lane]) + 1,
                           get_height (gallery, DTL_FONT_LANE) };
  dtl_scene_builder_add (gallery->builder, &item);
}

static void
add_tick (const Gallery *gallery, double x, double y, const char *text)
{
  const DtlItem mark = { .kind = DTL_ITEM_TICK,
                         .flags = text == NULL ? 0 : DTL_ITEM_MAJOR,
                         .bounds = { x, y, 1, text == NULL ? 3 : 6 } };
  double width;

  dtl_scene_builder_add (gallery->builder, &mark);
  if (text == NULL)
    return;
  width = get_width (gallery, DTL_FONT_TICK, text);
  add (gallery, DTL_ITEM_GRID, NULL, x, 0, 1, y);
  add (gallery, DTL_ITEM_TICK, text, x - width / 2, y + 9, width,
       get_height (gallery, DTL_FONT_TICK));
}

static void
add_axis (const Gallery *gallery)
{
  static const char *const labels[] = { "1900", "1910", "1920", "1930", "1940" };
  double y = N_LANES * LANE_HEIGHT;

  add (gallery, DTL_ITEM_AXIS, NULL, 0, y, WIDTH, AXIS_HEIGHT);
  for (guint i = 0; i < 50; i++)
    add_tick (gallery, 50 + 24 * i, y, i % 10 == 0 ? labels[i / 10] : NULL);
  add (gallery, DTL_ITEM_CONTEXT, "20th century", 8,
       y + 12 + get_height (gallery, DTL_FONT_TICK),
       get_width (gallery, DTL_FONT_CONTEXT, "20th century"),
       get_height (gallery, DTL_FONT_CONTEXT));
  add (gallery, DTL_ITEM_NOW, NULL, 1100, 0, 1, y);
}

DtlScene *
gallery_make (const DtlMeasure *measure)
{
  g_autoptr (DtlSceneBuilder) builder =
      dtl_scene_builder_new (WIDTH, N_LANES * LANE_HEIGHT + AXIS_HEIGHT);
  const Gallery gallery = { builder, measure };

  for (guint lane = 0; lane < N_LANES; lane++)
    add_lane (&gallery, lane);
  add (&gallery, DTL_ITEM_BAND, "An era", 640, 2 * LANE_HEIGHT, 240, LANE_HEIGHT);
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    add_point (&gallery, i);
  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    add_bar (&gallery, i);
  add_crowd (&gallery, 1);
  add_crowd (&gallery, 3);
  add_axis (&gallery);
  return dtl_scene_builder_end (builder);
}
