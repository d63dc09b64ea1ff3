/* What lies on the canvas: an immutable, counted list of items in paint order.
 *
 * Drawing, picking, export and the accessibility tree all read this one list.
 * Coordinates are canvas pixels at scale 1, origin top left. No item is
 * painted outside its bounds: text that is wider ends in an ellipsis, what is
 * higher is clipped. LANE, AXIS, GRID, NOW, LEADER and a TICK without text fill
 * their bounds (a lane's baseline is a GRID as wide as the lane); a TICK with
 * text is only that text; a POINT is the circle in its bounds. Texts begin at
 * the left of their bounds, with RTL at the right. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Between the bounds of a LABEL and its text, which is as high as the two
 * fonts' lines; all other texts fill their bounds. Layout and painters agree
 * on it here. */
#define DTL_LABEL_PADDING_X 6
#define DTL_LABEL_PADDING_Y 3

typedef struct {
  double x, y, width, height;
} DtlRect;

typedef enum {
  DTL_ITEM_LANE,       /* band behind a lane; its ground alternates by @colour */
  DTL_ITEM_LANE_TITLE, /* text at the left edge, stays while panning */
  DTL_ITEM_BAND,       /* era; with @event, one too coarse for a point */
  DTL_ITEM_GRID,       /* hairline through the lanes at a tick */
  DTL_ITEM_AXIS,       /* band behind the axis' two rows; covers what is under it */
  DTL_ITEM_TICK,       /* mark on the axis, or the label of a major one */
  DTL_ITEM_CONTEXT,    /* "July 1950" in the axis' second row */
  DTL_ITEM_NOW,        /* today's hairline */
  DTL_ITEM_BAR,        /* an event with width; @solid is what is certain */
  DTL_ITEM_POINT,      /* an event without */
  DTL_ITEM_LEADER, /* hairline from a label to its mark: the pole whose flag the label is */
  DTL_ITEM_LABEL,     /* title of an event; date beneath in @detail */
  DTL_ITEM_DENSITY,   /* one column of the ridge; @amount 0 to 1 */
  DTL_ITEM_MORE,      /* "+37" */
  DTL_ITEM_TITLE,     /* of the whole picture, in exports */
  DTL_ITEM_GAP,       /* time that is left out; how much in @text */
  DTL_ITEM_SHADE,     /* of a minimap: what the window does not show */
  DTL_ITEM_WINDOW,    /* of a minimap: the window */
  DTL_ITEM_LIT,       /* frame round what is alive at the cross-hair */
  DTL_ITEM_CROSSHAIR, /* its hairline */
  DTL_ITEM_MOMENT,    /* its date in words */
  DTL_N_ITEM_KINDS
} DtlItemKind;

typedef enum {
  DTL_ITEM_SELECTED = 1 << 0,
  DTL_ITEM_HOVERED = 1 << 1,
  DTL_ITEM_APPROXIMATE = 1 << 2, /* margins drawn as fades */
  DTL_ITEM_UNCERTAIN = 1 << 3,
  DTL_ITEM_FADE_LEFT = 1 << 4, /* the uncertain ramp before @solid */
  DTL_ITEM_FADE_RIGHT = 1 << 5,
  DTL_ITEM_ARROW_LEFT = 1 << 6, /* open: goes on beyond */
  DTL_ITEM_ARROW_RIGHT = 1 << 7,
  DTL_ITEM_DISSOLVE_LEFT = 1 << 8, /* unknown end */
  DTL_ITEM_DISSOLVE_RIGHT = 1 << 9,
  DTL_ITEM_PLANNED = 1 << 10,  /* outlined, not filled */
  DTL_ITEM_DISPUTED = 1 << 11, /* claims that exclude one another */
  DTL_ITEM_MAJOR = 1 << 12,    /* of ticks and grid lines */
  DTL_ITEM_RTL = 1 << 13,
} DtlItemFlags;

typedef struct {
  DtlItemKind kind;
  guint32 flags;  /* DtlItemFlags */
  guint32 event;  /* id of the event it stands for, 0 for none */
  guint32 lane;   /* id of the lane, 0 for none */
  guint16 colour; /* index into the theme's lane palette */
  DtlRect bounds;
  double solid_left, solid_right; /* of a bar: canvas pixels of the certain
                                     part; none where left >= right */
  float amount;                   /* of density; opacity of labels and leaders */
  guint32 count;                  /* of DENSITY and MORE: events it stands for */
  const char *text;               /* lives as long as the scene; may be NULL */
  const char *detail;             /* a second, smaller line; may be NULL */
  float text_width; /* of @text, as measured: exports keep it in other fonts.
                       0 where unknown: they measure again, which costs more */
  float detail_width;
} DtlItem;

typedef struct _DtlScene DtlScene;

/* --- reading --- */

DtlScene *dtl_scene_ref (DtlScene *scene);
void dtl_scene_unref (DtlScene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlScene, dtl_scene_unref)

const DtlItem *dtl_scene_get_items (const DtlScene *scene, guint *ret_count);
void dtl_scene_get_size (const DtlScene *scene, double *ret_width, double *ret_height);

/* The event item nearest to the place and at most @slop pixels from it, the
 * topmost of several; NULL for none, and where the axis covers everything. */
const DtlItem *dtl_scene_pick (const DtlScene *scene, double x, double y, double slop);

/* One line an item, stable, for golden files. Caller frees. */
char *dtl_scene_dump (const DtlScene *scene);

/* The same items with another opacity of what stands for an event: @get_amount
 * is asked for each LABEL and LEADER, 1 for one that is there. Texts are shared. */
typedef float (*DtlAmountFunc) (gpointer data, const DtlItem *item);
DtlScene *dtl_scene_fade (DtlScene *scene, DtlAmountFunc get_amount, gpointer data);

/* --- building: for layouts and tests --- */

typedef struct _DtlSceneBuilder DtlSceneBuilder;

DtlSceneBuilder *dtl_scene_builder_new (double width, double height);
void dtl_scene_builder_free (DtlSceneBuilder *builder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlSceneBuilder, dtl_scene_builder_free)

/* Copies the item and its strings; its bounds have to be finite. */
void dtl_scene_builder_add (DtlSceneBuilder *builder, const DtlItem *item);

/* Sorts into paint order (see dtl-scene-builder.c; stable, within a kind what
 * is hovered or selected comes last) and hands over the scene; @builder is
 * empty then and only good for freeing. */
DtlScene *dtl_scene_builder_end (DtlSceneBuilder *builder);

/* --- measuring --- */

typedef enum {
  DTL_FONT_LABEL,
  DTL_FONT_DETAIL,
  DTL_FONT_TICK,
  DTL_FONT_CONTEXT,
  DTL_FONT_LANE,
  DTL_FONT_TITLE,
  DTL_N_FONTS
} DtlFont;

/* How wide and high a line of text is. The window asks Pango, tests count
 * characters. */
typedef struct {
  void (*text_size) (gpointer data,
                     DtlFont font,
                     const char *text,
                     double *ret_width,
                     double *ret_height);
  gpointer data;
} DtlMeasure;

/* Seven pixels a character, fourteen high: for tests. */
extern const DtlMeasure dtl_measure_counting;

G_END_DECLS
