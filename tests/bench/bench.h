/* Timing for benchmarks: CPU time of this process, many runs, medians. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* CPU seconds of this process so far. */
double bench_get_cpu_seconds (void);

/* Most memory this process has held at once, in MiB. */
double bench_get_peak_mib (void);

typedef void (*BenchFunc) (gpointer data);

/* Calls @run @n times and prints "NAME: median …, 99 % …, worst …" in a unit
 * that fits, each divided by @per (operations in one call). */
void bench_run (const char *name, guint n, guint per, BenchFunc run, gpointer data);

/* The same of @n times in seconds that were taken elsewhere; sorts them. */
void bench_print (const char *name, double *times, guint n);

G_END_DECLS
