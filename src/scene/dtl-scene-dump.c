#include "scene/dtl-scene.h"

#include <math.h>

static const char *const kind_names[DTL_N_ITEM_KINDS] = {
  [DTL_ITEM_LANE] = "lane",       [DTL_ITEM_LANE_TITLE] = "lane-title",
  [DTL_ITEM_BAND] = "band",       [DTL_ITEM_GRID] = "grid",
  [DTL_ITEM_AXIS] = "axis",       [DTL_ITEM_TICK] = "tick",
  [DTL_ITEM_CONTEXT] = "context", [DTL_ITEM_NOW] = "now",
  [DTL_ITEM_BAR] = "bar",         [DTL_ITEM_POINT] = "point",
  [DTL_ITEM_LEADER] = "leader",   [DTL_ITEM_LABEL] = "label",
  [DTL_ITEM_DENSITY] = "density", [DTL_ITEM_MORE] = "more",
  [DTL_ITEM_TITLE] = "title",     [DTL_ITEM_GAP] = "gap",
  [DTL_ITEM_SHADE] = "shade",     [DTL_ITEM_WINDOW] = "window",
  [DTL_ITEM_LIT] = "lit",         [DTL_ITEM_CROSSHAIR] = "crosshair",
  [DTL_ITEM_MOMENT] = "moment",
};

/* In the order of their bits. */
static const char *const flag_names[] = {
  "selected",   "hovered",    "approximate", "uncertain",     "fade-left",
  "fade-right", "arrow-left", "arrow-right", "dissolve-left", "dissolve-right",
  "planned",    "disputed",   "major",       "rtl",
};

/* Tenths of a pixel are as much as anybody sees, and no rounding of another
 * machine shows in them. Not printf: the decimal sign must not follow the
 * locale. */
static void
append_number (GString *dump, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  double rounded = round (number * 10) / 10;

  if (rounded == 0) /* never "-0" */
    rounded = 0;
  g_string_append (dump, g_ascii_formatd (digits, sizeof digits, "%.1f", rounded));
}

static void
append_numbers (GString *dump, const double *numbers, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_string_append_c (dump, i == 0 ? ' ' : ',');
      append_number (dump, numbers[i]);
    }
}

static void
append_id (GString *dump, const char *name, guint id)
{
  if (id != 0)
    g_string_append_printf (dump, " %s=%u", name, id);
}

static void
append_flags (GString *dump, guint32 flags)
{
  for (guint i = 0; i < G_N_ELEMENTS (flag_names); i++)
    if (flags & (1u << i))
      g_string_append_printf (dump, " %s", flag_names[i]);
}

/* Letters of all scripts stay as they are, so that a golden file can be read. */
static void
append_text (GString *dump, const char *text)
{
  if (text == NULL)
    return;
  g_string_append (dump, " \"");
  for (const char *at = text; *at != '\0'; at++)
    if (*at == '\n')
      g_string_append (dump, "\\n");
    else if (*at == '"' || *at == '\\')
      g_string_append_printf (dump, "\\%c", *at);
    else
      g_string_append_c (dump, *at);
  g_string_append_c (dump, '"');
}

static void
append_item (GString *dump, const DtlItem *item)
{
  const DtlRect *bounds = &item->bounds;
  const double solid[] = { item->solid_left, item->solid_right };

  g_string_append (dump, kind_names[item->kind]);
  append_numbers (dump,
                  (const double[]){ bounds->x, bounds->y, bounds->width, bounds->height },
                  4);
  append_id (dump, "event", item->event);
  append_id (dump, "lane", item->lane);
  append_id (dump, "colour", item->colour);
  append_id (dump, "count", item->count);
  if (item->kind == DTL_ITEM_BAR && solid[0] < solid[1])
    {
      g_string_append (dump, " solid");
      append_numbers (dump, solid, 2);
    }
  if (item->amount != 0)
    append_numbers (dump, (const double[]){ (double) item->amount }, 1);
  append_flags (dump, item->flags);
  append_text (dump, item->text);
  append_text (dump, item->detail);
  g_string_append_c (dump, '\n');
}

char *
dtl_scene_dump (const DtlScene *scene)
{
  GString *dump = g_string_new ("scene");
  double size[2];
  guint n_items;
  const DtlItem *items = dtl_scene_get_items (scene, &n_items);

  dtl_scene_get_size (scene, &size[0], &size[1]);
  append_numbers (dump, size, 2);
  g_string_append_c (dump, '\n');
  for (guint i = 0; i < n_items; i++)
    append_item (dump, &items[i]);
  return g_string_free (dump, FALSE);
}
