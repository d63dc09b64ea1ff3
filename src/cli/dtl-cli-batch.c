#include "config.h"

#include "cli/dtl-cli-batch.h"

#include "cli/dtl-cli-lines.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* Begun but unprinted inputs for each worker. */
#define AHEAD 4
/* An answer that is shorter waits until it is whole. */
#define FLUSH_BYTES (256 * 1024)

typedef struct _Batch Batch;

typedef struct {
  Batch *batch;
  char *name;
  char *line;
  gboolean too_long;
  gboolean wants_flush;
  gboolean done;
  DtlCliAnswer answer;
} Task;

struct _Batch {
  const DtlCliOptions *options;
  DtlCliWork work;
  gpointer data;
  GThreadPool *pool; /* NULL: everything on this thread */
  GQueue tasks;      /* begun and not yet printed */
  GMutex lock;
  GCond changed; /* a task's wants_flush or done */
  gboolean failed;
  gboolean broken_pipe;
};

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

  task->batch = batch;
  task->answer.task = task;
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
  g_cond_broadcast (&batch->changed);
  g_mutex_unlock (&batch->lock);
}

static void
print_output (Batch *batch, GString *output)
{
  if (fwrite (output->str, 1, output->len, stdout) < output->len)
    batch->broken_pipe = TRUE;
  g_string_truncate (output, 0);
}

gboolean
dtl_cli_answer_flush (DtlCliAnswer *answer)
{
  Task *task = answer->task;
  Batch *batch = task->batch;
  gboolean is_read;

  if (answer->output->len < FLUSH_BYTES)
    return TRUE;
  if (batch->pool == NULL)
    {
      print_output (batch, answer->output);
      return !batch->broken_pipe;
    }
  g_mutex_lock (&batch->lock);
  task->wants_flush = TRUE;
  g_cond_broadcast (&batch->changed);
  while (task->wants_flush)
    g_cond_wait (&batch->changed, &batch->lock);
  is_read = !batch->broken_pipe;
  g_mutex_unlock (&batch->lock);
  return is_read;
}

/* Waits for the first task and prints what it wants to be printed meanwhile. */
static void
await_first (Batch *batch, Task *task)
{
  while (!task->done)
    if (task->wants_flush)
      {
        print_output (batch, task->answer.output);
        task->wants_flush = FALSE;
        g_cond_broadcast (&batch->changed);
      }
    else
      g_cond_wait (&batch->changed, &batch->lock);
}

static void
print_first (Batch *batch)
{
  Task *task = g_queue_pop_head (&batch->tasks);

  g_mutex_lock (&batch->lock);
  await_first (batch, task);
  print_output (batch, task->answer.output);
  g_mutex_unlock (&batch->lock);

  if (task->answer.message != NULL)
    dtl_cli_complain (task->name, task->answer.message);
  batch->failed |= task->answer.failed;
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
  g_cond_init (&batch.changed);
  if (options->jobs > 1)
    batch.pool = g_thread_pool_new (on_worker, &batch, options->jobs, TRUE, NULL);

  add_all (&batch);
  while (!g_queue_is_empty (&batch.tasks))
    print_first (&batch);

  if (batch.pool != NULL)
    g_thread_pool_free (batch.pool, FALSE, TRUE);
  g_mutex_clear (&batch.lock);
  g_cond_clear (&batch.changed);
  if (fflush (stdout) != 0 || batch.broken_pipe)
    {
      dtl_cli_complain (NULL, _ ("the output could not be written"));
      return DTL_CLI_FAILED;
    }
  return batch.failed ? DTL_CLI_FAILED : DTL_CLI_DONE;
}
