/* A scene with everything in it that can be drawn, built by hand, so that
 * painters are looked at and tested apart from the layout. */

#pragma once

#include "scene/dtl-scene.h"

G_BEGIN_DECLS

/* @measure: what labels are made wide enough for. */
DtlScene *gallery_make (const DtlMeasure *measure);

G_END_DECLS
