#include "extract/packs/dtl-pack-fault.h"

#include "extract/packs/dtl-pack.h"

static void
free_fault (gpointer data)
{
  DtlPackFault *fault = data;

  g_free (fault->message);
  g_free (fault);
}

GPtrArray *
dtl_pack_faults_new (void)
{
  return g_ptr_array_new_with_free_func (free_fault);
}

void
dtl_pack_faults_add (GPtrArray *faults, int line, const char *format, ...)
{
  DtlPackFault *fault;
  va_list args;

  if (faults->len >= DTL_MAX_PACK_FAULTS)
    return;
  fault = g_new (DtlPackFault, 1);
  va_start (args, format);
  fault->line = line;
  fault->message = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (faults, fault);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const DtlPackFault *x = *(DtlPackFault *const *) a, *y = *(DtlPackFault *const *) b;

  return (x->line > y->line) - (x->line < y->line);
}

void
dtl_pack_faults_sort (GPtrArray *faults)
{
  g_ptr_array_sort (faults, compare_lines);
}

gboolean
dtl_pack_faults_has_line (const GPtrArray *faults, int line)
{
  for (guint i = 0; i < faults->len; i++)
    if (((const DtlPackFault *) g_ptr_array_index (faults, i))->line == line)
      return TRUE;
  return FALSE;
}

char *
dtl_pack_fault_dup_place (const DtlPackFault *fault, const char *name)
{
  return fault->line > 0 ? g_strdup_printf ("%s:%d", name, fault->line) : g_strdup (name);
}

void
dtl_pack_faults_to_error (const GPtrArray *faults, const char *name, GError **error)
{
  const DtlPackFault *first = g_ptr_array_index (faults, 0);
  g_autofree char *place = dtl_pack_fault_dup_place (first, name);

  g_set_error (error, DTL_PACK_ERROR, DTL_PACK_ERROR_INVALID, "%s: %s", place,
               first->message);
}
