/* What the files of pictures share. */

#pragma once

#include "io/dtl-picture.h"

G_BEGIN_DECLS

typedef struct {
  DtlTimeline *timeline;
  DtlLayout *layout;
  const DtlLabelStyle *style;
  DtlScale *scale;    /* NULL for the linear one */
  const GArray *eras; /* of DtlEra; NULL for none */
  DtlTime start, end;
  double width, height; /* of the whole strip, without headings; 0: to be chosen */
  double first_width;   /* that is tried, and the least and the most that may be */
  double most_width;    /* chosen, where it may */
  GCancellable *cancellable;
} DtlPicture;

/* A size that was tried, and what it shows. */
typedef struct {
  double width, height;
  guint n_labels;
} DtlPictureSize;

/* As small as lets every label in, within bounds. */
DtlPictureSize dtl_picture_choose_size (const DtlPicture *picture);

/* The events that lie in the time of the picture. */
guint dtl_picture_count_events (const DtlPicture *picture);

/* The strip at a size. */
DtlScene *dtl_picture_run (const DtlPicture *picture, double width, double height);

G_END_DECLS
