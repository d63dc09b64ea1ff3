/* Light, dark, or as the desktop has it; and which of our own palettes goes with
 * that. */

#pragma once

#include "render/dtl-theme.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Follows the "style" setting, and the desktop's wish through its portal; to
 * be called once, when there is a display. */
void dtl_style_start (void);

/* The palette for what is drawn on @widget. The colour of its text tells dark
 * from light, whatever the theme is called. */
const DtlTheme *dtl_style_find_theme (GtkWidget *widget);

G_END_DECLS
