/* The inside of a scene, for the files that make one. */

#pragma once

#include "scene/dtl-scene.h"

G_BEGIN_DECLS

/* Takes @items and @strings; the texts of the items lie in @strings. */
DtlScene *dtl_scene_new (double width,
                         double height,
                         GArray *items,
                         GStringChunk *strings);

/* The same with the texts of @base, which it keeps. */
DtlScene *dtl_scene_new_over (DtlScene *base, GArray *items);

G_END_DECLS
