#include "extract/packs/dtl-pack-check.h"

#include "extract/packs/dtl-pack-examples.h"
#include "extract/packs/dtl-pack-fault.h"
#include "extract/packs/dtl-pack-private.h"
#include "extract/packs/dtl-pack-schema.h"

/* The pack, or NULL. What the schema said of a line is not said again. */
static DtlPack *
read_pack (GBytes *bytes, GPtrArray *faults)
{
  g_autoptr (GPtrArray) further = dtl_pack_faults_new ();
  DtlPack *pack = dtl_pack_read_all (bytes, further);

  for (guint i = 0; i < further->len; i++)
    {
      const DtlPackFault *fault = g_ptr_array_index (further, i);

      if (!dtl_pack_faults_has_line (faults, fault->line))
        dtl_pack_faults_add (faults, fault->line, "%s", fault->message);
    }
  return pack;
}

guint
dtl_pack_check (GBytes *bytes, GPtrArray *faults)
{
  g_autoptr (GPtrArray) examples = dtl_pack_examples_read (bytes);
  g_autoptr (DtlPack) pack = NULL;

  dtl_pack_schema_check (bytes, faults);
  pack = read_pack (bytes, faults);
  for (guint i = 0; pack != NULL && i < examples->len; i++)
    {
      const DtlPackExample *example = g_ptr_array_index (examples, i);
      g_autofree char *fault = dtl_pack_example_check (example, pack);

      if (fault != NULL)
        dtl_pack_faults_add (faults, example->line, "%s", fault);
    }
  dtl_pack_faults_sort (faults);
  return examples->len;
}
