#include "layout/dtl-scale-private.h"

DtlScale *
dtl_scale_ref (DtlScale *scale)
{
  if (scale != NULL)
    g_atomic_ref_count_inc (&scale->ref_count);
  return scale;
}

void
dtl_scale_unref (DtlScale *scale)
{
  if (scale != NULL && g_atomic_ref_count_dec (&scale->ref_count))
    scale->class->free (scale);
}

gint64
dtl_scale_get_position (const DtlScale *scale, DtlTime time)
{
  return scale == NULL ? time : scale->class->get_position (scale, time);
}

DtlTime
dtl_scale_get_time (const DtlScale *scale, gint64 position)
{
  return scale == NULL ? position : scale->class->get_time (scale, position);
}

const DtlScaleGap *
dtl_scale_get_gaps (const DtlScale *scale, guint *ret_n)
{
  *ret_n = 0;
  return scale == NULL ? NULL : scale->class->get_gaps (scale, ret_n);
}

gboolean
dtl_scale_kind_from_name (const char *name, DtlScaleKind *ret_kind)
{
  static const char *const names[DTL_N_SCALES] = {
    [DTL_SCALE_LINEAR] = "linear",
    [DTL_SCALE_GAPS] = "gaps",
  };

  for (int i = 0; i < DTL_N_SCALES; i++)
    if (g_strcmp0 (name, names[i]) == 0)
      {
        *ret_kind = (DtlScaleKind) i;
        return TRUE;
      }
  return FALSE;
}

DtlScale *
dtl_scale_new (DtlScaleKind kind, DtlTimeline *timeline)
{
  switch (kind)
    {
    case DTL_SCALE_GAPS:
      return dtl_scale_gaps_new (timeline);
    case DTL_SCALE_LINEAR:
    case DTL_N_SCALES:
      break;
    }
  return NULL;
}
