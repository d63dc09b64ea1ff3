#include "bench/bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

double
bench_get_cpu_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

double
bench_get_peak_mib (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) usage.ru_maxrss / 1024;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
print_seconds (const char *what, double seconds)
{
  if (seconds < 1e-6)
    printf ("  %s %.1f ns", what, seconds * 1e9);
  else if (seconds < 1e-3)
    printf ("  %s %.2f us", what, seconds * 1e6);
  else
    printf ("  %s %.2f ms", what, seconds * 1e3);
}

void
bench_print (const char *name, double *times, guint n)
{
  qsort (times, n, sizeof *times, compare_doubles);
  printf ("%-48s", name);
  print_seconds ("median", times[n / 2]);
  print_seconds ("99 %", times[MIN (n - 1, n * 99 / 100)]);
  print_seconds ("worst", times[n - 1]);
  printf ("\n");
  fflush (stdout);
}

void
bench_run (const char *name, guint n, guint per, BenchFunc run, gpointer data)
{
  g_autofree double *times = g_new (double, n);

  for (guint i = 0; i < n; i++)
    {
      double before = bench_get_cpu_seconds ();

      run (data);
      times[i] = (bench_get_cpu_seconds () - before) / per;
    }
  bench_print (name, times, n);
}
