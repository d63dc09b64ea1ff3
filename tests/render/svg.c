/* The SVG, read back as XML. */

#include "render/dtl-export.h"

#include "base/testing.h"
#include "render/gallery.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

#define COUNTED &dtl_measure_counting

static const char *const kinds[DTL_N_ITEM_KINDS] = {
  [DTL_ITEM_LANE] = "lane",       [DTL_ITEM_LANE_TITLE] = "lane-title",
  [DTL_ITEM_BAND] = "band",       [DTL_ITEM_GRID] = "grid",
  [DTL_ITEM_AXIS] = "axis",       [DTL_ITEM_TICK] = "tick",
  [DTL_ITEM_CONTEXT] = "context", [DTL_ITEM_NOW] = "now",
  [DTL_ITEM_BAR] = "bar",         [DTL_ITEM_POINT] = "point",
  [DTL_ITEM_LEADER] = "leader",   [DTL_ITEM_LABEL] = "label",
  [DTL_ITEM_DENSITY] = "density", [DTL_ITEM_MORE] = "more",
  [DTL_ITEM_TITLE] = "heading",   [DTL_ITEM_GAP] = "gap",
  [DTL_ITEM_SHADE] = "shade",     [DTL_ITEM_WINDOW] = "window",
  [DTL_ITEM_LIT] = "lit",         [DTL_ITEM_CROSSHAIR] = "crosshair",
  [DTL_ITEM_MOMENT] = "moment",
};

static char *
write_svg (const DtlScene *scene, const DtlExportOptions *options)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (dtl_export_svg (scene, options, stream, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static xmlDoc *
read_svg (const char *svg)
{
  xmlDoc *doc = xmlReadMemory (svg, (int) strlen (svg), NULL, NULL, XML_PARSE_NONET);

  g_assert_nonnull (doc);
  return doc;
}

static DtlScene *
make_scene (const DtlItem *items, guint n)
{
  g_autoptr (DtlSceneBuilder) builder = dtl_scene_builder_new (300, 120);

  for (guint i = 0; i < n; i++)
    dtl_scene_builder_add (builder, &items[i]);
  return dtl_scene_builder_end (builder);
}

/* The first word of a class is the kind. */
static gboolean
has_kind (xmlNode *node, const char *kind)
{
  xmlChar *value = xmlGetProp (node, (const xmlChar *) "class");
  g_auto (GStrv) words =
      value == NULL ? NULL : g_strsplit ((const char *) value, " ", -1);

  xmlFree (value);
  return words != NULL && g_strcmp0 (words[0], kind) == 0;
}

/* A path may be several items, each a stretch of its own. */
static guint
count_stretches (xmlNode *node)
{
  xmlChar *path = xmlGetProp (node, (const xmlChar *) "d");
  guint n = 0;

  for (const xmlChar *at = path; at != NULL && *at != '\0'; at++)
    n += *at == 'M';
  xmlFree (path);
  return MAX (n, 1);
}

static guint
count_kind (xmlNode *node, const char *kind)
{
  guint n = has_kind (node, kind) ? count_stretches (node) : 0;

  for (xmlNode *child = xmlFirstElementChild (node); child != NULL;
       child = xmlNextElementSibling (child))
    n += count_kind (child, kind);
  return n;
}

static guint
count_items (const DtlScene *scene, DtlItemKind kind)
{
  guint n_items, n = 0;
  const DtlItem *items = dtl_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    n += items[i].kind == kind;
  return n;
}

static void
test_same_items (void)
{
  const DtlExportOptions options = { .measure = COUNTED };
  g_autoptr (DtlScene) scene = gallery_make (COUNTED);
  g_autofree char *svg = write_svg (scene, &options);
  xmlDoc *doc = read_svg (svg);

  for (guint kind = 0; kind < DTL_N_ITEM_KINDS; kind++)
    {
      g_test_message ("%s", kinds[kind]);
      g_assert_cmpuint (count_kind (xmlDocGetRootElement (doc), kinds[kind]), ==,
                        count_items (scene, (DtlItemKind) kind));
    }
  xmlFreeDoc (doc);
}

static void
collect_ids (xmlNode *node, GHashTable *ids)
{
  xmlChar *id = xmlGetProp (node, (const xmlChar *) "id");

  if (id != NULL)
    g_assert_true (g_hash_table_add (ids, g_strdup ((const char *) id)));
  xmlFree (id);
  for (xmlNode *child = xmlFirstElementChild (node); child != NULL;
       child = xmlNextElementSibling (child))
    collect_ids (child, ids);
}

static void
test_ids (void)
{
  const DtlExportOptions options = { .measure = COUNTED };
  g_autoptr (DtlScene) scene = gallery_make (COUNTED);
  g_autofree char *svg = write_svg (scene, &options);
  g_autoptr (GHashTable) ids =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  xmlDoc *doc = read_svg (svg);
  guint n_items;
  const DtlItem *items = dtl_scene_get_items (scene, &n_items);

  collect_ids (xmlDocGetRootElement (doc), ids);
  for (guint i = 0; i < n_items; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", items[i].event);

      g_assert_true (items[i].event == 0 || g_hash_table_contains (ids, id));
    }
  xmlFreeDoc (doc);
}

/* The whole file once, small enough to be read. */
static void
test_golden (void)
{
  const DtlItem items[] = {
    { .kind = DTL_ITEM_LANE, .lane = 4, .bounds = { 0, 0, 300, 80 } },
    { .kind = DTL_ITEM_LANE_TITLE,
      .lane = 4,
      .bounds = { 8, 4, 60, 14 },
      .text = "Harbour" },
    { .kind = DTL_ITEM_BAR,
      .lane = 4,
      .event = 12,
      .flags = DTL_ITEM_FADE_LEFT | DTL_ITEM_ARROW_RIGHT,
      .bounds = { 120, 60, 100.25, 8 },
      .solid_left = 140,
      .solid_right = 300 },
    { .kind = DTL_ITEM_LABEL,
      .lane = 4,
      .event = 12,
      .amount = 1,
      .bounds = { 120, 20, 110, 34 },
      .text = "Works go on",
      .detail = "since about 1903" },
    { .kind = DTL_ITEM_POINT, .lane = 4, .event = 7, .bounds = { 20, 59, 10, 10 } },
    { .kind = DTL_ITEM_LEADER,
      .lane = 4,
      .event = 7,
      .amount = 1,
      .bounds = { 25, 20, 1, 44 } },
    { .kind = DTL_ITEM_LABEL,
      .lane = 4,
      .event = 7,
      .amount = 1,
      .bounds = { 25, 20, 90, 34 },
      .text = "Begun",
      .detail = "1903",
      .text_width = 35,
      .detail_width = 28 },
    { .kind = DTL_ITEM_AXIS, .bounds = { 0, 80, 300, 40 } },
    { .kind = DTL_ITEM_TICK, .flags = DTL_ITEM_MAJOR, .bounds = { 50, 80, 1, 6 } },
    { .kind = DTL_ITEM_TICK,
      .flags = DTL_ITEM_MAJOR,
      .bounds = { 36, 90, 28, 14 },
      .text = "1905" },
  };
  const DtlExportOptions options = { .measure = COUNTED,
                                     .title = "The harbour",
                                     .description = "One article" };
  g_autoptr (DtlScene) scene = make_scene (items, G_N_ELEMENTS (items));
  g_autofree char *svg = write_svg (scene, &options);

  testing_check_golden ("render/small.svg", svg);
}

static gboolean
look_up (gpointer data, guint32 id, DtlExportEvent *ret_event)
{
  *ret_event = *(const DtlExportEvent *) data;
  return TRUE;
}

static char *
write_one (const DtlExportEvent *event, const char *text)
{
  const DtlItem item = { .kind = DTL_ITEM_LABEL,
                         .event = 1,
                         .amount = 1,
                         .bounds = { 10, 10, 200, 34 },
                         .text = text };
  const DtlExportOptions options = { .measure = COUNTED,
                                     .lookup = look_up,
                                     .data = (gpointer) event };
  g_autoptr (DtlScene) scene = make_scene (&item, 1);

  return write_svg (scene, &options);
}

static const struct {
  const char *url;
  const char *expected; /* NULL: no link */
} links[] = {
  { "https://example.org/a?b=1&c=2",
    "<a xlink:href=\"https://example.org/a?b=1&amp;c=2\">" },
  { "HTTP://example.org/", "<a xlink:href=\"HTTP://example.org/\">" },
  { "javascript:alert(1)", NULL },
  { "file:///etc/passwd", NULL },
  { "data:text/html,x", NULL },
  { "https://example.org/\"><script>",
    "<a xlink:href=\"https://example.org/&quot;&gt;&lt;script&gt;\">" },
  { NULL, NULL },
};

static void
test_links (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      const DtlExportEvent event = { .title = "Event", .url = links[i].url };
      g_autofree char *svg = write_one (&event, "Event");

      xmlFreeDoc (read_svg (svg));
      if (links[i].expected == NULL)
        g_assert_null (strstr (svg, "<a "));
      else
        g_assert_nonnull (strstr (svg, links[i].expected));
    }
}

static const struct {
  const char *text, *expected;
} texts[] = {
  { "Fish & <chips>", ">Fish &amp; &lt;chips&gt;</text>" },
  { "bell\a", ">bell\357\277\275</text>" },
  { "not\377UTF-8", ">not\357\277\275UTF-8</text>" },
  { "two\nlines", ">two lines</text>" },
  { "]]>", ">]]&gt;</text>" },
  { "שלום", " direction=\"rtl\" text-anchor=\"end\">" },
  { "a title that is much too long for it", ">a title that is much too…</text>" },
};

static void
test_texts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const DtlExportEvent event = { .title = texts[i].text, .sentence = texts[i].text };
      g_autofree char *svg = write_one (&event, texts[i].text);

      g_test_message ("text %u", i);
      xmlFreeDoc (read_svg (svg));
      g_assert_nonnull (strstr (svg, texts[i].expected));
    }
}

static void
test_tooltip (void)
{
  const DtlExportEvent event = { "Begun", "in 1903", "It was begun in 1903.", NULL };
  g_autofree char *svg = write_one (&event, "Begun");

  g_assert_nonnull (strstr (svg, "<g id=\"e1\" role=\"listitem\""));
  g_assert_nonnull (
      strstr (svg, "><title>Begun\nin 1903\nIt was begun in 1903.</title>"));
}

/* A label that says everything in full needs no tooltip. */
static void
test_no_tooltip (void)
{
  const DtlExportEvent event = { .title = "Begun" };
  g_autofree char *all = write_one (&event, "Begun");
  g_autofree char *less = write_one (&event, "Begin");

  g_assert_null (strstr (all, "<title>Begun</title>"));
  g_assert_nonnull (strstr (less, "<title>Begun</title>"));
}

/* A label without a title shows its date. */
static void
test_untitled (void)
{
  const DtlItem item = { .kind = DTL_ITEM_LABEL,
                         .event = 1,
                         .amount = 1,
                         .bounds = { 10, 10, 200, 34 },
                         .text = "",
                         .detail = "1903" };
  const DtlExportOptions options = { .measure = COUNTED };
  g_autoptr (DtlScene) scene = make_scene (&item, 1);
  g_autofree char *svg = write_svg (scene, &options);

  g_assert_nonnull (strstr (svg, "<text class=\"date\""));
  g_assert_nonnull (strstr (svg, ">1903</text>"));
}

/* Events stand in the order of time, not of painting. */
static void
test_order (void)
{
  const DtlItem items[] = {
    { .kind = DTL_ITEM_POINT, .event = 2, .bounds = { 50, 10, 10, 10 } },
    { .kind = DTL_ITEM_POINT, .event = 1, .bounds = { 80, 10, 10, 10 } },
    { .kind = DTL_ITEM_BAR, .event = 3, .bounds = { 60, 40, 100, 8 } },
    { .kind = DTL_ITEM_LABEL,
      .event = 1,
      .amount = 1,
      .bounds = { 20, 60, 40, 20 },
      .text = "x" },
  };
  const DtlExportOptions options = { .measure = COUNTED };
  g_autoptr (DtlScene) scene = make_scene (items, G_N_ELEMENTS (items));
  g_autofree char *svg = write_svg (scene, &options);
  const char *first = strstr (svg, "id=\"e1\""), *second = strstr (svg, "id=\"e2\""),
             *third = strstr (svg, "id=\"e3\"");

  g_assert_true (first < second && second < third);
}

static void
test_same_bytes (void)
{
  const DtlExportOptions options = { .measure = COUNTED };
  g_autoptr (DtlScene) first = gallery_make (COUNTED), second = gallery_make (COUNTED);
  g_autofree char *one = write_svg (first, &options), *two = write_svg (second, &options);

  g_assert_cmpstr (one, ==, two);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/svg/same-items", test_same_items);
  g_test_add_func ("/svg/ids", test_ids);
  g_test_add_func ("/svg/golden", test_golden);
  g_test_add_func ("/svg/links", test_links);
  g_test_add_func ("/svg/texts", test_texts);
  g_test_add_func ("/svg/tooltip", test_tooltip);
  g_test_add_func ("/svg/no-tooltip", test_no_tooltip);
  g_test_add_func ("/svg/untitled", test_untitled);
  g_test_add_func ("/svg/order", test_order);
  g_test_add_func ("/svg/same-bytes", test_same_bytes);
  return g_test_run ();
}
