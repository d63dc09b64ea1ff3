/* Translations: where a program of ours finds them. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Takes over the user's locale and binds our texts to it; the first thing a
 * program does. DTL_LOCALE_DIR in the environment names another folder of
 * translations, for a program that is not installed. */
void dtl_i18n_init (void);

G_END_DECLS
