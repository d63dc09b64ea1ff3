#include "render/dtl-shaper.h"

#include "render/dtl-text-fit.h"
#include "render/dtl-theme.h"
#include "render/dtl-two-ages.h"

#include <math.h>

/* Layouts kept; a full screen shows a few hundred texts. */
#define MOST_LAYOUTS 4096

/* Only so many letters are ever shaped; no label is as wide. */
#define MOST_LETTERS 1024

/* The layout's sums in doubles may differ from the measured width by less. */
#define SLACK 0.5

struct _DtlShaper {
  PangoContext *context;
  PangoFontDescription *fonts[DTL_N_FONTS];
  DtlTwoAges *entries; /* of Entry */
  DtlMeasure measure;
};

typedef struct {
  DtlFont font;
  int most_width; /* whole pixels; 0: no bound */
  const char *text;
  char *own_text; /* NULL in a key on the stack */
  DtlShapedText shaped;
} Entry;

static guint
hash_entry (gconstpointer data)
{
  const Entry *entry = data;

  return g_str_hash (entry->text) ^ ((guint) entry->font << 16) ^
         (guint) entry->most_width;
}

static gboolean
equal_entries (gconstpointer a, gconstpointer b)
{
  const Entry *x = a, *y = b;

  return x->font == y->font && x->most_width == y->most_width &&
         g_str_equal (x->text, y->text);
}

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->shaped.layout);
  g_free (entry->own_text);
  g_free (entry);
}

static gsize
get_cost (gconstpointer entry)
{
  return 1;
}

static void
measure_text (gpointer data,
              DtlFont font,
              const char *text,
              double *ret_width,
              double *ret_height)
{
  const DtlShapedText *shaped = dtl_shaper_shape (data, font, text, 0);

  *ret_width = shaped->width;
  *ret_height = shaped->height;
}

static PangoFontDescription *
make_font (const PangoFontDescription *base, DtlFont font)
{
  PangoFontDescription *made = pango_font_description_copy (base);
  double size =
      dtl_theme_get_font_size (font, (double) pango_font_description_get_size (base));

  if (pango_font_description_get_size_is_absolute (base))
    pango_font_description_set_absolute_size (made, size);
  else
    pango_font_description_set_size (made, (int) lround (size));
  pango_font_description_set_weight (made,
                                     (PangoWeight) dtl_theme_get_font_weight (font));
  return made;
}

DtlShaper *
dtl_shaper_new (PangoContext *context, const PangoFontDescription *font)
{
  DtlShaper *shaper = g_new0 (DtlShaper, 1);
  PangoFontDescription *base = font == NULL
                                   ? pango_font_description_from_string ("Sans 10")
                                   : pango_font_description_copy (font);

  shaper->context = g_object_ref (context);
  for (guint i = 0; i < DTL_N_FONTS; i++)
    shaper->fonts[i] = make_font (base, (DtlFont) i);
  pango_font_description_free (base);
  shaper->entries =
      dtl_two_ages_new (hash_entry, equal_entries, free_entry, get_cost, MOST_LAYOUTS);
  shaper->measure = (DtlMeasure){ measure_text, shaper };
  return shaper;
}

void
dtl_shaper_free (DtlShaper *shaper)
{
  if (shaper == NULL)
    return;
  dtl_two_ages_free (shaper->entries);
  for (guint i = 0; i < DTL_N_FONTS; i++)
    pango_font_description_free (shaper->fonts[i]);
  g_object_unref (shaper->context);
  g_free (shaper);
}

static char *
dup_beginning (const char *text)
{
  const char *at = text;

  for (guint n = 0; *at != '\0' && n < MOST_LETTERS; n++)
    at = g_utf8_next_char (at);
  return *at == '\0' ? g_strdup (text)
                     : g_strdup_printf ("%.*s…", (int) (at - text), text);
}

static DtlShapedText
shape_whole (DtlShaper *shaper, DtlFont font, const char *text)
{
  g_autofree char *copy = NULL;
  g_autofree char *beginning = dup_beginning (dtl_text_clean (text, &copy));
  DtlShapedText shaped = { pango_layout_new (shaper->context), 0, 0, 0 };
  PangoRectangle logical;

  pango_layout_set_single_paragraph_mode (shaped.layout, TRUE);
  pango_layout_set_font_description (shaped.layout, shaper->fonts[font]);
  pango_layout_set_text (shaped.layout, beginning, -1);
  pango_layout_get_extents (shaped.layout, NULL, &logical);
  shaped.x = (double) logical.x / PANGO_SCALE;
  shaped.width = (double) logical.width / PANGO_SCALE;
  shaped.height = (double) logical.height / PANGO_SCALE;
  return shaped;
}

static const DtlShapedText *
keep (DtlShaper *shaper, const Entry *key, DtlShapedText shaped)
{
  Entry *entry = g_memdup2 (key, sizeof *key);

  entry->own_text = g_strdup (key->text);
  entry->text = entry->own_text;
  entry->shaped = shaped;
  dtl_two_ages_insert (shaper->entries, entry);
  return &entry->shaped;
}

static const DtlShapedText *
find (DtlShaper *shaper, const Entry *key)
{
  const Entry *entry = dtl_two_ages_lookup (shaper->entries, key);

  return entry == NULL ? NULL : &entry->shaped;
}

const DtlShapedText *
dtl_shaper_shape (DtlShaper *shaper, DtlFont font, const char *text, double most_width)
{
  Entry key = { .font = font, .text = text };
  const DtlShapedText *shaped = find (shaper, &key);
  g_autofree char *fitting = NULL, *copy = NULL;

  if (shaped == NULL)
    shaped = keep (shaper, &key, shape_whole (shaper, font, text));
  if (most_width <= 0 || shaped->width <= most_width + SLACK)
    return shaped;

  key.most_width = MAX (1, (int) floor (most_width));
  shaped = find (shaper, &key);
  if (shaped != NULL)
    return shaped;
  fitting =
      dtl_text_fit (dtl_text_clean (text, &copy), font, most_width, &shaper->measure);
  return keep (shaper, &key, shape_whole (shaper, font, fitting));
}

const DtlMeasure *
dtl_shaper_get_measure (DtlShaper *shaper)
{
  return &shaper->measure;
}
