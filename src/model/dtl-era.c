#include "config.h"

#include "model/dtl-era.h"

#include <glib/gi18n-lib.h>

#define SECONDS_A_YEAR 31556952.0
#define SECONDS_1970_TO_2000 946684800.0

/* In millions of years before AD 2000. */
static const struct {
  const char *title;
  double start, end;
} earth[] = {
  { N_ ("Hadean"), 4567, 4031 },          { N_ ("Archean"), 4031, 2500 },
  { N_ ("Proterozoic"), 2500, 538.8 },    { N_ ("Palaeozoic"), 538.8, 251.902 },
  { N_ ("Mesozoic"), 251.902, 66 },       { N_ ("Cenozoic"), 66, 0 },
  { N_ ("Cambrian"), 538.8, 485.4 },      { N_ ("Ordovician"), 485.4, 443.8 },
  { N_ ("Silurian"), 443.8, 419.2 },      { N_ ("Devonian"), 419.2, 358.9 },
  { N_ ("Carboniferous"), 358.9, 298.9 }, { N_ ("Permian"), 298.9, 251.902 },
  { N_ ("Triassic"), 251.902, 201.4 },    { N_ ("Jurassic"), 201.4, 145 },
  { N_ ("Cretaceous"), 145, 66 },         { N_ ("Palaeogene"), 66, 23.03 },
  { N_ ("Neogene"), 23.03, 2.58 },        { N_ ("Quaternary"), 2.58, 0 },
};

static DtlTime
get_time (double million_years_ago)
{
  return (DtlTime) (SECONDS_1970_TO_2000 - million_years_ago * 1e6 * SECONDS_A_YEAR);
}

GArray *
dtl_eras_list_of_earth (void)
{
  GArray *eras = g_array_new (FALSE, FALSE, sizeof (DtlEra));

  for (guint i = 0; i < G_N_ELEMENTS (earth); i++)
    {
      DtlEra era = { _ (earth[i].title), get_time (earth[i].start),
                     get_time (earth[i].end) };

      g_array_append_val (eras, era);
    }
  return eras;
}
