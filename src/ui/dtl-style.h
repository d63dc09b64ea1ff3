/* Light, dark, or as the desktop has it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Follows the "style" setting, and the desktop's wish through its portal; to
 * be called once, when there is a display. */
void dtl_style_start (void);

G_END_DECLS
