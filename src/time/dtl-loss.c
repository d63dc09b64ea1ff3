#include "config.h"

#include "time/dtl-loss.h"

#include <glib/gi18n-lib.h>

static const struct {
  DtlLoss loss;
  const char *words;
} losses[] = {
  { DTL_LOSS_PRECISION, N_ ("how exact it is") },
  { DTL_LOSS_BOUNDS, N_ ("its uncertain ends") },
  { DTL_LOSS_CALENDAR, N_ ("its own calendar") },
  { DTL_LOSS_QUALIFIER, N_ ("that it is approximate or uncertain") },
  { DTL_LOSS_PART, N_ ("which part of it is meant") },
  { DTL_LOSS_CLOCK, N_ ("the time of day") },
  { DTL_LOSS_OFFSET, N_ ("the time zone") },
  { DTL_LOSS_OPEN_END, N_ ("whether it goes on or ended at an unknown time") },
  { DTL_LOSS_WORDING, N_ ("its wording") },
  { DTL_LOSS_POSITION, N_ ("its place in time") },
};

char *
dtl_loss_describe (DtlLoss loss)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (losses); i++)
    if (loss & losses[i].loss)
      {
        if (text->len > 0)
          /* Translators: between the parts of a list of what was lost. */
          g_string_append (text, _ (", "));
        g_string_append (text, _ (losses[i].words));
      }
  return text->len == 0 ? NULL : g_string_free (g_steal_pointer (&text), FALSE);
}
