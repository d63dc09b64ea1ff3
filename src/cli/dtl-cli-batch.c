#include "config.h"

#include "cli/dtl-cli-batch.h"

#include "cli/dtl-cli-lines.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* Begun but unprinted inputs for each worker. */
#define AHEAD 4

typedef struct {
  char *name;
  char *line;
  gboolean too_long;
  gboolean done;
  DtlCliAnswer answer;
} Task;

typedef struct {
  const DtlCliOptions *options;
  DtlCliWork work;
  gpointer data;
  GThreadPool *pool; /* NULL: everything on this thread */
  GQueue tasks;      /* begun and not yet printed */
  GMutex lock;
  GCond finished;
  gboolean failed;
  gboolean broken_pipe;
} Batch;

static void
free_task (Task *task)
{
  g_free (task->name);
  g_free (task->line);
  g_free (task->answer.message);
  if (task->answer.output != NULL)
    g_string_free (task->answer.output, TRUE);
  g_free (task);
}

static void
work_on (Batch *batch, Task *task)
{
  DtlCliItem item = { task->name, task->line };

  task->answer.output = g_string_new (NULL);
  if (task->too_long)
    {
      task->answer.message = g_strdup (_ ("a line is too long"));
      task->answer.failed = TRUE;
    }
  else
    batch->work (&item, &task->answer, batch->data);
}

static void
on_worker (gpointer task_data, gpointer user_data)
{
  Batch *batch = user_data;
  Task *task = task_data;

  work_on (batch, task);
  g_mutex_lock (&batch->lock);
  task->done = TRUE;
  g_cond_broadcast (&batch->finished);
  g_mutex_unlock (&batch->lock);
}

static void
print_first (Batch *batch)
{
  Task *task = g_queue_pop_head (&batch->tasks);

  g_mutex_lock (&batch->lock);
  while (!task->done)
    g_cond_wait (&batch->finished, &batch->lock);
  g_mutex_unlock (&batch->lock);

  if (task->answer.message != NULL)
    dtl_cli_complain (task->name, task->answer.message);
  batch->failed |= task->answer.failed;
  if (fwrite (task->answer.output->str, 1, task->answer.output->len, stdout) <
      task->answer.output->len)
    batch->broken_pipe = TRUE;
  free_task (task);
}

static void
add_task (Batch *batch, Task *task)
{
  guint most = AHEAD * (guint) batch->options->jobs;

  g_queue_push_tail (&batch->tasks, task);
  if (batch->pool != NULL)
    g_thread_pool_push (batch->pool, task, NULL);
  else
    {
      work_on (batch, task);
      task->done = TRUE;
    }
  while (g_queue_get_length (&batch->tasks) >= (batch->pool != NULL ? most : 1))
    print_first (batch);
}

static void
add_lines (Batch *batch, const char *name)
{
  gboolean is_stdin = strcmp (name, "-") == 0;
  FILE *file = is_stdin ? stdin : fopen (name, "rb");
  g_autoptr (GString) line = g_string_new (NULL);
  gboolean too_long;

  if (file == NULL)
    {
      dtl_cli_complain (name, g_strerror (errno));
      batch->failed = TRUE;
      return;
    }
  while (!batch->broken_pipe && dtl_cli_read_line (file, line, &too_long))
    if (line->len > 0)
      {
        Task *task = g_new0 (Task, 1);

        task->name = g_strdup (name);
        task->line = g_strndup (line->str, line->len);
        task->too_long = too_long;
        add_task (batch, task);
      }
  if (ferror (file))
    {
      dtl_cli_complain (name, g_strerror (errno));
      batch->failed = TRUE;
    }
  if (!is_stdin)
    fclose (file);
}

static void
add_all (Batch *batch)
{
  gboolean lines = g_strcmp0 (batch->options->input, "jsonl") == 0;

  for (char **file = batch->options->files; *file != NULL && !batch->broken_pipe; file++)
    {
      Task *task;

      if (lines)
        {
          add_lines (batch, *file);
          continue;
        }
      task = g_new0 (Task, 1);
      task->name = g_strdup (*file);
      add_task (batch, task);
    }
}

DtlCliStatus
dtl_cli_run_batch (const DtlCliOptions *options, DtlCliWork work, gpointer data)
{
  Batch batch = { .options = options, .work = work, .data = data };

  g_mutex_init (&batch.lock);
  g_cond_init (&batch.finished);
  if (options->jobs > 1)
    batch.pool = g_thread_pool_new (on_worker, &batch, options->jobs, TRUE, NULL);

  add_all (&batch);
  while (!g_queue_is_empty (&batch.tasks))
    print_first (&batch);

  if (batch.pool != NULL)
    g_thread_pool_free (batch.pool, FALSE, TRUE);
  g_mutex_clear (&batch.lock);
  g_cond_clear (&batch.finished);
  if (fflush (stdout) != 0 || batch.broken_pipe)
    {
      dtl_cli_complain (NULL, _ ("the output could not be written"));
      return DTL_CLI_FAILED;
    }
  return batch.failed ? DTL_CLI_FAILED : DTL_CLI_DONE;
}
