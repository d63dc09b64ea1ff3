/* Slow work, one piece after the other, away from the thread that draws.
 *
 * Order is what keeps data whole: a piece of work may read the timeline on its
 * thread, because whoever wants to change the timeline does that at the end of
 * a piece of work, too. Drawing goes on meanwhile, reading only.
 *
 * Properties, for whoever shows the progress: "title", NULL where nothing
 * runs that concerns a person, and "fraction", -1 where it is not known. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DTL_TYPE_WORK (dtl_work_get_type ())
G_DECLARE_FINAL_TYPE (DtlWork, dtl_work, DTL, WORK, GObject)

/* What a piece of work does with its data. */
typedef struct {
  /* On another thread; NULL where there is nothing slow to do. */
  void (*run) (gpointer data, DtlWork *work, GCancellable *cancellable);
  /* Afterwards, on the owner's thread; always called. */
  void (*finish) (gpointer data, gboolean is_cancelled);
  GDestroyNotify free;
} DtlJob;

DtlWork *dtl_work_new (void);

/**
 * dtl_work_push:
 * @job: static
 * @title: (nullable): shown while it runs; %NULL for work that nobody asked
 *   for, which dtl_work_cancel() leaves alone
 * @data: (transfer full)
 *
 * Runs after everything pushed before; at once where that is nothing, so
 * that a job without a slow part is done when this returns.
 */
void dtl_work_push (DtlWork *work, const DtlJob *job, const char *title, gpointer data);

/* From within run(): how far it is, 0 to 1. */
void dtl_work_report (DtlWork *work, double fraction);

/* Ends the running piece and drops the waiting ones, those with a title. */
void dtl_work_cancel (DtlWork *work);

const char *dtl_work_get_title (DtlWork *work);
double dtl_work_get_fraction (DtlWork *work);

/* TRUE where nothing runs or waits, with or without a title. */
gboolean dtl_work_is_idle (DtlWork *work);

G_END_DECLS
