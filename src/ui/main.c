/* The window's program: dateline-window [FILE|URL…] */

#include "config.h"

#include "base/dtl-i18n.h"
#include "ui/dtl-application.h"
#include "ui/dtl-settings.h"

#include <glib/gi18n-lib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* A frame asks for buffers of several megabytes and gives them back; kept, they
 * spare the page faults that are two fifths of a frame's time on X11. */
#define KEPT_BYTES (256 * 1024 * 1024)

static void
keep_frame_buffers (void)
{
#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, KEPT_BYTES);
  mallopt (M_TRIM_THRESHOLD, KEPT_BYTES);
#endif
}

/* Our picture is drawn by Cairo; handing it to GL costs more than it gives,
 * and several times more where there is no GPU. */
static void
choose_renderer (void)
{
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkApplication) application = NULL;

  keep_frame_buffers ();
  choose_renderer ();
  dtl_i18n_init ();
  if (!gtk_init_check ())
    {
      g_printerr ("dateline: %s\n", _ ("There is no display here to open a window on; "
                                       "“dateline render” draws to a file."));
      return 1;
    }
  if (dtl_settings_get_default () == NULL)
    {
      g_printerr ("dateline: %s\n", _ ("The description of the settings is missing: "
                                       "Dateline is not installed completely."));
      return 1;
    }
  g_set_application_name (_ ("Dateline"));
  application = dtl_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
