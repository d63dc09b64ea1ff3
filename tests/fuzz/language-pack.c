/* Law: whatever a language pack is made of, checking it ends, its faults lie in
 * its lines and in order, and a pack without a fault can be read and scanned with. */

#include "fuzz/fuzz.h"

#include "extract/dtl-scanner.h"
#include "extract/packs/dtl-pack-check.h"
#include "extract/packs/dtl-pack-fault.h"

#include <string.h>

static int
count_lines (const guint8 *data, gsize size)
{
  int lines = 1;

  for (gsize i = 0; i < size; i++)
    lines += data[i] == '\n';
  return lines;
}

static void
check_faults (const GPtrArray *faults, int n_lines)
{
  int line = 0;

  for (guint i = 0; i < faults->len; i++)
    {
      const DtlPackFault *fault = g_ptr_array_index (faults, i);

      g_assert_cmpint (line, <=, fault->line);
      g_assert_cmpint (fault->line, <=, n_lines + 1);
      g_assert_true (*fault->message != '\0');
      line = fault->line;
    }
}

static void
check_scan (GBytes *bytes)
{
  static const char text[] = "On 3 May 1911 the old mill, built in 1788, burnt. Day 2!";
  g_autoptr (DtlPack) pack = dtl_pack_new_from_bytes (bytes, "xx.xml", NULL);
  g_autoptr (GArray) phrases = NULL;
  gsize at = 0;

  g_assert_nonnull (pack);
  phrases = dtl_scan (pack, text, strlen (text), DTL_GENRE_TEXT, NULL);
  for (guint i = 0; i < phrases->len; i++)
    {
      const DtlPhrase *phrase = &g_array_index (phrases, DtlPhrase, i);

      g_assert_cmpuint (at, <=, phrase->start);
      g_assert_cmpuint (phrase->start, <, phrase->end);
      at = phrase->end;
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GPtrArray) faults = dtl_pack_faults_new ();

  dtl_pack_check (bytes, faults);
  check_faults (faults, count_lines (data, size));
  if (faults->len == 0)
    check_scan (bytes);
  return 0;
}
