/* How wide a line of text is, summed up from its letters: a hundred times
 * faster than shaping it, and never too little by more than kerning adds.
 *
 * Only for scripts whose letters stand side by side whatever their
 * neighbours; other texts are measured as a whole. */

#pragma once

#include "scene/dtl-scene.h"

G_BEGIN_DECLS

typedef struct _DtlLetterWidths DtlLetterWidths;

/* @measure is lent. */
DtlLetterWidths *dtl_letter_widths_new (const DtlMeasure *measure);
void dtl_letter_widths_free (DtlLetterWidths *widths);

/* After a change of font. */
void dtl_letter_widths_clear (DtlLetterWidths *widths);

double dtl_letter_widths_sum (DtlLetterWidths *widths, DtlFont font, const char *text);

G_END_DECLS
