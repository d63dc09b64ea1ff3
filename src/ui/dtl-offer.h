/* What a clipboard or a drop offers, taken into a session: files, a web
 * address, a piece of a web page, or text. */

#pragma once

#include "ui/dtl-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The formats that dtl_offer_take_drop() can make something of. */
GdkContentFormats *dtl_offer_get_formats (void);

/* Ends the drop in time. */
void dtl_offer_take_drop (DtlSession *session, GdkDrop *drop);

/* Where there is nothing readable, a notice says so. */
void dtl_offer_take_clipboard (DtlSession *session, GdkClipboard *clipboard);

G_END_DECLS
