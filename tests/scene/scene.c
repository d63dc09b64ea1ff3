/* What a scene keeps, in which order, and what lies at a place. */

#include "scene/dtl-scene.h"

#include "base/testing.h"

#include <string.h>

static DtlSceneBuilder *
add (DtlSceneBuilder *builder,
     DtlItemKind kind,
     guint32 event,
     guint32 flags,
     DtlRect bounds,
     const char *text)
{
  const DtlItem item = { .kind = kind,
                         .event = event,
                         .flags = flags,
                         .bounds = bounds,
                         .text = text };

  dtl_scene_builder_add (builder, &item);
  return builder;
}

/* Two bars, one over the other's left half; a point; the axis beneath. */
static DtlScene *
make_scene (void)
{
  g_autoptr (DtlSceneBuilder) builder = dtl_scene_builder_new (200, 100);

  add (builder, DTL_ITEM_AXIS, 0, 0, (DtlRect){ 0, 80, 200, 20 }, NULL);
  add (builder, DTL_ITEM_LABEL, 4, 0, (DtlRect){ 110, 10, 60, 20 }, "Lighthouse lit");
  add (builder, DTL_ITEM_POINT, 4, 0, (DtlRect){ 104, 14, 8, 8 }, NULL);
  add (builder, DTL_ITEM_BAR, 1, 0, (DtlRect){ 10, 40, 100, 10 }, NULL);
  add (builder, DTL_ITEM_BAR, 2, 0, (DtlRect){ 10, 40, 50, 10 }, NULL);
  add (builder, DTL_ITEM_BAR, 3, 0, (DtlRect){ 20, 70, 50, 20 }, NULL);
  add (builder, DTL_ITEM_LANE, 0, 0, (DtlRect){ 0, 0, 200, 80 }, NULL);
  return dtl_scene_builder_end (builder);
}

typedef struct {
  const char *name;
  double x, y, slop;
  guint32 event; /* 0: nothing is picked */
} Place;

static const Place places[] = {
  { "a bar", 100, 45, 0, 1 },
  { "two bars: the later one", 30, 45, 0, 2 },
  { "beside a bar", 115, 45, 0, 0 },
  { "beside a bar with slop", 115, 45, 6, 1 },
  { "just at the slop", 116, 45, 6, 1 },
  { "beyond the slop", 116.5, 45, 6, 0 },
  { "slop round a corner", 114, 54, 5, 0 },
  { "nearer of two", 108, 28, 20, 4 },
  { "inside beats near", 70.5, 49, 30, 1 },
  { "a lane", 180, 70, 0, 0 },
  { "under the axis", 30, 85, 0, 0 },
  { "over the axis", 30, 79, 0, 3 },
  { "outside", -50, -50, 4, 0 },
};

static void
check_place (gconstpointer data)
{
  const Place *place = data;
  g_autoptr (DtlScene) scene = make_scene ();
  const DtlItem *item = dtl_scene_pick (scene, place->x, place->y, place->slop);

  g_assert_cmpuint (item == NULL ? 0 : item->event, ==, place->event);
}

static void
test_order (void)
{
  g_autoptr (DtlSceneBuilder) builder = dtl_scene_builder_new (10, 10);
  g_autoptr (DtlScene) scene = NULL;
  const char *expected[] = {
    "lane", "b1", "b2", "hovered", "selected", "label", "title"
  };
  const DtlRect rect = { 0, 0, 1, 1 };
  guint n;

  add (builder, DTL_ITEM_LANE_TITLE, 0, 0, rect, "title");
  add (builder, DTL_ITEM_LABEL, 1, 0, rect, "label");
  add (builder, DTL_ITEM_BAR, 2, DTL_ITEM_SELECTED | DTL_ITEM_HOVERED, rect, "selected");
  add (builder, DTL_ITEM_BAR, 2, DTL_ITEM_HOVERED, rect, "hovered");
  add (builder, DTL_ITEM_BAR, 2, 0, rect, "b1");
  add (builder, DTL_ITEM_BAR, 1, 0, rect, "b2");
  add (builder, DTL_ITEM_LANE, 0, 0, rect, "lane");
  scene = dtl_scene_builder_end (builder);

  const DtlItem *items = dtl_scene_get_items (scene, &n);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (items[i].text, ==, expected[i]);
}

/* A band that is an event covers the hairlines that an era lies under. */
static void
test_bands (void)
{
  g_autoptr (DtlSceneBuilder) builder = dtl_scene_builder_new (10, 10);
  g_autoptr (DtlScene) scene = NULL;
  const char *expected[] = { "era", "hairline", "event" };
  const DtlRect rect = { 0, 0, 1, 1 };
  guint n;

  add (builder, DTL_ITEM_BAND, 7, 0, rect, "event");
  add (builder, DTL_ITEM_GRID, 0, 0, rect, "hairline");
  add (builder, DTL_ITEM_BAND, 0, 0, rect, "era");
  scene = dtl_scene_builder_end (builder);

  const DtlItem *items = dtl_scene_get_items (scene, &n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (items[i].text, ==, expected[i]);
}

/* Every kind has a place of its own in the order, and a name in the dump. */
static void
test_kinds (void)
{
  g_autoptr (DtlSceneBuilder) builder = dtl_scene_builder_new (10, 10);
  g_autoptr (DtlScene) scene = NULL;
  gboolean seen[DTL_N_ITEM_KINDS] = { FALSE };
  guint n;

  for (guint round = 0; round < 2; round++)
    for (guint kind = 0; kind < DTL_N_ITEM_KINDS; kind++)
      add (builder, (DtlItemKind) kind, 0, 0, (DtlRect){ 0 }, NULL);
  scene = dtl_scene_builder_end (builder);

  const DtlItem *items = dtl_scene_get_items (scene, &n);
  for (guint i = 0; i < n; i += 2)
    {
      g_assert_cmpint (items[i].kind, ==, items[i + 1].kind);
      g_assert_false (seen[items[i].kind]);
      seen[items[i].kind] = TRUE;
    }

  g_autofree char *dump = dtl_scene_dump (scene);
  g_assert_null (strstr (dump, "(null)"));
}

static void
test_copies (void)
{
  g_autoptr (DtlSceneBuilder) builder = dtl_scene_builder_new (10, 10);
  char text[] = "short-lived";
  DtlItem item = { .kind = DTL_ITEM_LABEL, .text = text, .detail = text };
  guint n;

  dtl_scene_builder_add (builder, &item);
  memset (text, 'x', sizeof text - 1);

  g_autoptr (DtlScene) scene = dtl_scene_builder_end (builder);
  const DtlItem *items = dtl_scene_get_items (scene, &n);
  g_assert_cmpstr (items[0].text, ==, "short-lived");
  g_assert_cmpstr (items[0].detail, ==, "short-lived");
}

static void
test_dump (void)
{
  g_autoptr (DtlSceneBuilder) builder = dtl_scene_builder_new (640.5, 480);
  const DtlItem bar = {
    .kind = DTL_ITEM_BAR,
    .flags = DTL_ITEM_FADE_LEFT | DTL_ITEM_ARROW_RIGHT | DTL_ITEM_PLANNED,
    .event = 7,
    .lane = 2,
    .colour = 3,
    .bounds = { -0.04, 12.26, 100, 8 },
    .solid_left = 20,
    .solid_right = 80.5,
  };
  const DtlItem label = { .kind = DTL_ITEM_LABEL,
                          .event = 7,
                          .bounds = { 4, 2, 90, 30 },
                          .amount = 1,
                          .text = "Zoë's \"Weir\"\nbroke",
                          .detail = "3 May 1911" };

  dtl_scene_builder_add (builder, &label);
  dtl_scene_builder_add (builder, &bar);

  g_autoptr (DtlScene) scene = dtl_scene_builder_end (builder);
  g_autofree char *dump = dtl_scene_dump (scene);
  g_assert_cmpstr (
      dump, ==,
      "scene 640.5,480.0\n"
      "bar 0.0,12.3,100.0,8.0 event=7 lane=2 colour=3 solid 20.0,80.5"
      " fade-left arrow-right planned\n"
      "label 4.0,2.0,90.0,30.0 event=7 1.0 \"Zoë's \\\"Weir\\\"\\nbroke\" \"3 "
      "May 1911\"\n");
}

static void
test_counting_measure (void)
{
  double width, height;

  dtl_measure_counting.text_size (dtl_measure_counting.data, DTL_FONT_LABEL, "Zoë",
                                  &width, &height);
  g_assert_cmpfloat (width, ==, 21);
  g_assert_cmpfloat (height, ==, 14);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/order", test_order);
  g_test_add_func ("/scene/bands", test_bands);
  g_test_add_func ("/scene/kinds", test_kinds);
  g_test_add_func ("/scene/copies", test_copies);
  g_test_add_func ("/scene/dump", test_dump);
  g_test_add_func ("/scene/counting-measure", test_counting_measure);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_strconcat ("/scene/pick/", places[i].name, NULL);

      g_test_add_data_func (path, &places[i], check_place);
    }
  return g_test_run ();
}
