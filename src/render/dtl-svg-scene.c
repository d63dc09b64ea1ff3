/* The order of an SVG file: layers that a drawing program shows, in each lane
 * its events from the earliest on, as a screen reader tells them. */

#include "render/dtl-svg.h"

#include <math.h>

/* What is in a lane's layer, from the back to the front. */
typedef enum {
  SECTION_BEHIND, /* the density ridge and the leaders */
  SECTION_EVENTS,
  SECTION_FRONT, /* what is left out, and the title */
} Section;

/* One item, or all items of one event. */
typedef struct {
  guint lane; /* position, from the top */
  Section section;
  double x;      /* of an event: its left edge */
  guint32 event; /* 0: a single item */
  guint first;   /* index of the item, or of the event's first */
  guint last;
} Entry;

typedef struct {
  const DtlItem *items;
  guint n_items;
  const DtlExportOptions *options;
  GHashTable *lane_positions; /* id to position + 1 */
  GPtrArray *lane_titles;     /* by position; NULL where there is none */
  GArray *entries;            /* of Entry */
  guint *next;                /* by item: the next item of its event, 0 for none */
} Plan;

static gboolean
is_ground (const DtlItem *item)
{
  return item->kind == DTL_ITEM_LANE || item->kind == DTL_ITEM_GRID ||
         (item->kind == DTL_ITEM_BAND && item->event == 0);
}

static gboolean
is_now (const DtlItem *item)
{
  return item->kind == DTL_ITEM_NOW;
}

static gboolean
is_axis (const DtlItem *item)
{
  return item->kind == DTL_ITEM_AXIS || item->kind == DTL_ITEM_TICK ||
         item->kind == DTL_ITEM_CONTEXT;
}

static gboolean
is_title (const DtlItem *item)
{
  return item->kind == DTL_ITEM_TITLE;
}

/* Lanes that are in no LANE item share the last place. */
static guint
get_lane (const Plan *plan, const DtlItem *item)
{
  gpointer position =
      g_hash_table_lookup (plan->lane_positions, GUINT_TO_POINTER (item->lane));

  return position == NULL ? plan->lane_titles->len - 1 : GPOINTER_TO_UINT (position) - 1;
}

static void
find_lanes (Plan *plan)
{
  for (guint i = 0; i < plan->n_items; i++)
    {
      gpointer lane = GUINT_TO_POINTER (plan->items[i].lane);

      if (plan->items[i].kind == DTL_ITEM_LANE &&
          !g_hash_table_contains (plan->lane_positions, lane))
        {
          g_ptr_array_add (plan->lane_titles, NULL);
          g_hash_table_insert (plan->lane_positions, lane,
                               GUINT_TO_POINTER (plan->lane_titles->len));
        }
    }
  g_ptr_array_add (plan->lane_titles, NULL);
  for (guint i = 0; i < plan->n_items; i++)
    if (plan->items[i].kind == DTL_ITEM_LANE_TITLE)
      plan->lane_titles->pdata[get_lane (plan, &plan->items[i])] =
          (gpointer) plan->items[i].text;
}

static Section
get_section (const DtlItem *item)
{
  if (item->kind == DTL_ITEM_DENSITY || item->kind == DTL_ITEM_LEADER)
    return SECTION_BEHIND;
  return item->event != 0 ? SECTION_EVENTS : SECTION_FRONT;
}

static void
add_entry (Plan *plan, guint i, Section section)
{
  const DtlItem *item = &plan->items[i];
  const Entry entry = {
    .lane = get_lane (plan, item),
    .section = section,
    .x = section == SECTION_EVENTS ? item->bounds.x : 0,
    .event = section == SECTION_EVENTS ? item->event : 0,
    .first = i,
    .last = i,
  };

  g_array_append_val (plan->entries, entry);
}

static void
extend_entry (Plan *plan, guint entry_index, guint i)
{
  Entry *entry = &g_array_index (plan->entries, Entry, entry_index);

  plan->next[entry->last] = i;
  entry->last = i;
  entry->x = MIN (entry->x, plan->items[i].bounds.x);
}

static void
find_entries (Plan *plan)
{
  g_autoptr (GHashTable) events = g_hash_table_new (NULL, NULL); /* to entry + 1 */

  for (guint i = 0; i < plan->n_items; i++)
    {
      const DtlItem *item = &plan->items[i];
      gpointer id = GUINT_TO_POINTER (item->event);
      Section section = get_section (item);
      gpointer known;

      if (is_ground (item) || is_now (item) || is_axis (item) || is_title (item))
        continue;
      known = section == SECTION_EVENTS ? g_hash_table_lookup (events, id) : NULL;
      if (known != NULL)
        extend_entry (plan, GPOINTER_TO_UINT (known) - 1, i);
      else
        add_entry (plan, i, section);
      if (section == SECTION_EVENTS && known == NULL)
        g_hash_table_insert (events, id, GUINT_TO_POINTER (plan->entries->len));
    }
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *x = a, *y = b;

  if (x->lane != y->lane)
    return x->lane < y->lane ? -1 : 1;
  if (x->section != y->section)
    return x->section < y->section ? -1 : 1;
  if (x->x != y->x)
    return x->x < y->x ? -1 : 1;
  return x->first < y->first ? -1 : x->first > y->first;
}

static Plan
make_plan (const DtlScene *scene, const DtlExportOptions *options)
{
  Plan plan = { .options = options };

  plan.items = dtl_scene_get_items (scene, &plan.n_items);
  plan.lane_positions = g_hash_table_new (NULL, NULL);
  plan.lane_titles = g_ptr_array_new ();
  plan.entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  plan.next = g_new0 (guint, plan.n_items);
  find_lanes (&plan);
  find_entries (&plan);
  g_array_sort (plan.entries, compare_entries);
  return plan;
}

static void
clear_plan (Plan *plan)
{
  g_hash_table_unref (plan->lane_positions);
  g_ptr_array_unref (plan->lane_titles);
  g_array_unref (plan->entries);
  g_free (plan->next);
}

static void
add_item (DtlSvg *svg, const DtlItem *item)
{
  dtl_svg_append_item (svg, item);
  dtl_svg_flush (svg);
}

/* Inkscape shows such a group as a layer. The names are not translated: the
 * file is the same whoever writes it. */
static void
start_layer (DtlSvg *svg, const char *id, const char *label)
{
  dtl_svg_start_line (svg, "g");
  dtl_svg_add_attribute (svg, "id", id);
  dtl_svg_add_attribute (svg, "inkscape:groupmode", "layer");
  dtl_svg_add_clean_attribute (svg, "inkscape:label", label);
}

static void
add_layer (DtlSvg *svg,
           const Plan *plan,
           const char *id,
           const char *label,
           gboolean (*is_part) (const DtlItem *item))
{
  gboolean started = FALSE;

  for (guint i = 0; i < plan->n_items; i++)
    {
      if (!is_part (&plan->items[i]))
        continue;
      if (!started)
        {
          start_layer (svg, id, label);
          dtl_svg_add_attribute (svg, "aria-hidden", "true");
          started = TRUE;
        }
      add_item (svg, &plan->items[i]);
    }
  if (started)
    dtl_svg_end (svg);
}

static void
start_lane (DtlSvg *svg, const Plan *plan, guint lane)
{
  const char *title = plan->lane_titles->pdata[lane];
  g_autofree char *id = g_strdup_printf ("lane-%u", lane + 1);

  start_layer (svg, id, title == NULL ? id : title);
}

static void
start_section (DtlSvg *svg, const Plan *plan, const Entry *entry)
{
  const char *title = plan->lane_titles->pdata[entry->lane];

  dtl_svg_start_line (svg, "g");
  if (entry->section != SECTION_EVENTS)
    {
      dtl_svg_add_attribute (svg, "aria-hidden", "true");
      return;
    }
  dtl_svg_add_attribute (svg, "role", "list");
  if (title != NULL)
    dtl_svg_add_clean_attribute (svg, "aria-label", title);
}

static const DtlItem *
find_label (const Plan *plan, const Entry *entry)
{
  for (guint i = entry->first;; i = plan->next[i])
    {
      if (plan->items[i].kind == DTL_ITEM_LABEL)
        return &plan->items[i];
      if (i == entry->last)
        return NULL;
    }
}

/* What the scene itself says of the event, where nobody knows more. */
static DtlExportEvent
describe (const Plan *plan, const Entry *entry, const DtlItem *label)
{
  DtlExportEvent event = { 0 };

  if (plan->options->lookup != NULL &&
      plan->options->lookup (plan->options->data, entry->event, &event))
    return event;
  if (label != NULL)
    {
      event.title = label->text;
      event.date = label->detail;
    }
  return event;
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/* TRUE where the label says all there is to say, in full. */
static gboolean
says_all (const DtlSvg *svg, const DtlItem *label, const DtlExportEvent *event)
{
  return label != NULL && !svg->shortened && is_empty (event->sentence) &&
         g_strcmp0 (event->title, label->text) == 0 &&
         g_strcmp0 (event->date, label->detail) == 0;
}

static void
append_tooltip (DtlSvg *svg, const DtlExportEvent *event)
{
  const char *lines[] = { event->title, event->date, event->sentence };
  gboolean first = TRUE;

  dtl_svg_append (svg, "<title>");
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (!is_empty (lines[i]))
      {
        dtl_svg_append (svg, first ? "" : "\n");
        dtl_svg_append_text (svg, lines[i]);
        first = FALSE;
      }
  dtl_svg_append (svg, "</title>");
}

/* Where the first letter of a label stands: counted from there, numbers are short
 * and its title needs no place. */
static void
find_origin (DtlSvg *svg, const DtlItem *label)
{
  DtlTextLine lines[DTL_MOST_TEXT_LINES];

  svg->left = floor (label->bounds.x) + DTL_LABEL_PADDING_X;
  svg->top = floor (label->bounds.y);
  if (dtl_text_lines_from_item (label, &svg->heights, lines) > 0)
    svg->top = dtl_svg_get_baseline (&lines[0].box);
}

static void
start_event (DtlSvg *svg, const Entry *entry, const DtlItem *label)
{
  char id[40];

  g_snprintf (id, sizeof id, "\n<g id=\"e%u\" role=\"listitem\"", entry->event);
  dtl_svg_append (svg, id);
  if (label != NULL)
    {
      find_origin (svg, label);
      dtl_svg_append_number (svg, " transform=\"translate(", svg->left);
      dtl_svg_append_number (svg, " ", svg->top);
      dtl_svg_append (svg, ")\"");
    }
  dtl_svg_append (svg, ">");
}

static void
append_items (DtlSvg *svg, const Plan *plan, const Entry *entry)
{
  svg->shortened = FALSE;
  for (guint i = entry->first;; i = plan->next[i])
    {
      dtl_svg_append_item (svg, &plan->items[i]);
      if (i == entry->last)
        break;
    }
  svg->left = svg->top = 0;
}

/* The tooltip stands first, but whether there is one is only known once the label
 * is written. */
static void
add_event (DtlSvg *svg, const Plan *plan, const Entry *entry)
{
  const DtlItem *label = find_label (plan, entry);
  DtlExportEvent event = describe (plan, entry, label);
  gboolean linked = dtl_export_is_link (event.url);
  GString *whole = svg->item, *items = svg->spare;

  start_event (svg, entry, label);
  svg->item = items;
  append_items (svg, plan, entry);
  svg->item = whole;
  if (!says_all (svg, label, &event))
    append_tooltip (svg, &event);
  if (linked)
    {
      dtl_svg_append_clean_attribute (svg, "<a xlink:href=\"", event.url);
      dtl_svg_append (svg, ">");
    }
  g_string_append_len (whole, items->str, (gssize) items->len);
  g_string_truncate (items, 0);
  dtl_svg_append (svg, linked ? "</a></g>" : "</g>");
  dtl_svg_flush (svg);
}

/* Rectangles of a section that look the same and follow each other. */
static guint
add_alike (DtlSvg *svg, const Plan *plan, guint first)
{
  const Entry *entries = (const Entry *) (gconstpointer) plan->entries->data;
  const DtlItem *item = &plan->items[entries[first].first];
  g_autoptr (GPtrArray) alike = g_ptr_array_new ();
  guint i = first;

  for (; i < plan->entries->len && entries[i].lane == entries[first].lane &&
         entries[i].section == SECTION_BEHIND;
       i++)
    {
      const DtlItem *next = &plan->items[entries[i].first];

      if (!dtl_svg_are_alike (item, next))
        break;
      g_ptr_array_add (alike, (gpointer) next);
    }
  dtl_svg_append_rects (svg, (const DtlItem *const *) alike->pdata, alike->len);
  dtl_svg_flush (svg);
  return MAX (i, first + 1);
}

/* One entry, or several at once. Returns the next one. */
static guint
add_entries (DtlSvg *svg, const Plan *plan, guint i)
{
  const Entry *entry = &g_array_index (plan->entries, Entry, i);

  if (entry->section == SECTION_BEHIND)
    return add_alike (svg, plan, i);
  if (entry->event != 0)
    add_event (svg, plan, entry);
  else
    add_item (svg, &plan->items[entry->first]);
  return i + 1;
}

static void
add_lanes (DtlSvg *svg, const Plan *plan)
{
  const Entry *before = NULL;

  for (guint i = 0; i < plan->entries->len;)
    {
      const Entry *entry = &g_array_index (plan->entries, Entry, i);
      gboolean same_lane = before != NULL && before->lane == entry->lane;

      if (before != NULL && !(same_lane && before->section == entry->section))
        dtl_svg_end (svg);
      if (before != NULL && !same_lane)
        dtl_svg_end (svg);
      if (!same_lane)
        start_lane (svg, plan, entry->lane);
      if (!(same_lane && before->section == entry->section))
        start_section (svg, plan, entry);
      i = add_entries (svg, plan, i);
      before = entry;
    }
  if (before != NULL)
    {
      dtl_svg_end (svg);
      dtl_svg_end (svg);
    }
}

void
dtl_svg_add_scene (DtlSvg *svg, const DtlScene *scene, const DtlExportOptions *options)
{
  Plan plan = make_plan (scene, options);

  add_layer (svg, &plan, "ground", "Ground", is_ground);
  add_layer (svg, &plan, "heading", "Heading", is_title);
  add_layer (svg, &plan, "today", "Today", is_now);
  add_lanes (svg, &plan);
  add_layer (svg, &plan, "axis", "Axis", is_axis);
  clear_plan (&plan);
}
