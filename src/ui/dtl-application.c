#include "config.h"

#include "ui/dtl-application.h"

#include "ui/dtl-intake.h"
#include "ui/dtl-recovery.h"
#include "ui/dtl-settings.h"
#include "ui/dtl-style.h"
#include "ui/dtl-window.h"

#include <glib/gi18n-lib.h>

struct _DtlApplication {
  GtkApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (DtlApplication, dtl_application, GTK_TYPE_APPLICATION)

/* --- actions --- */

static void
new_window (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (dtl_window_new (GTK_APPLICATION (data))));
}

/* Every window is asked, so that none is lost by the way. */
static void
quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows =
      g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_close (GTK_WINDOW (link->data));
}

static void
about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_show_about_dialog (gtk_application_get_active_window (GTK_APPLICATION (data)),
                         "program-name", _ ("Dateline"), "logo-icon-name", DTL_APP_ID,
                         "version", DTL_VERSION, "comments",
                         _ ("Turns articles into timelines"), "license-type",
                         GTK_LICENSE_GPL_3_0,
                         /* Translators: your names, one a line */
                         "translator-credits", _ ("translator-credits"), NULL);
}

static const GActionEntry entries[] = {
  { .name = "new-window", .activate = new_window },
  { .name = "quit", .activate = quit },
  { .name = "about", .activate = about },
};

/* Settings that are actions of the same name. */
static const char *const settings_actions[] = { "style",   "common-era", "calendar",
                                                "animate", "cross-hair", "minimap",
                                                "touch" };

static const struct {
  const char *action;
  const char *keys[3];
} accelerators[] = {
  { "app.new-window", { "<Control>n" } },
  { "app.quit", { "<Control>q" } },
  { "win.close", { "<Control>w" } },
  { "win.open", { "<Control>o" } },
  { "win.open-address", { "<Control>l" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.export", { "<Control>e" } },
  { "win.start-find", { "<Control>f" } },
  { "win.find-next", { "F3" } },
  { "win.find-previous", { "<Shift>F3" } },
  { "win.go-to-date", { "<Control>g" } },
  { "win.go-back", { "<Alt>Left" } },
  { "win.go-forward", { "<Alt>Right" } },
  { "win.zoom-in", { "<Control>plus", "<Control>equal" } },
  { "win.zoom-out", { "<Control>minus" } },
  { "win.fit-all", { "<Control>0" } },
  { "win.show-sidebar", { "F9" } },
  { "win.fullscreen", { "F11" } },
  { "win.show-help-overlay", { "F1", "<Control>question" } },
};

/* --- starting --- */

static void
dtl_application_startup (GApplication *application)
{
  g_autoptr (GtkCssProvider) css = gtk_css_provider_new ();
  GSettings *settings;

  G_APPLICATION_CLASS (dtl_application_parent_class)->startup (application);

  settings = dtl_settings_get_default ();
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries,
                                   G_N_ELEMENTS (entries), application);
  for (guint i = 0; i < G_N_ELEMENTS (settings_actions); i++)
    {
      g_autoptr (GAction) action =
          g_settings_create_action (settings, settings_actions[i]);

      g_action_map_add_action (G_ACTION_MAP (application), action);
    }
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application),
                                           accelerators[i].action, accelerators[i].keys);

  gtk_css_provider_load_from_resource (css, "/dateline/window/dateline.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_window_set_default_icon_name (DTL_APP_ID);
  dtl_style_start ();
}

static GtkWidget *
open_window (GApplication *application)
{
  gboolean is_first = gtk_application_get_windows (GTK_APPLICATION (application)) == NULL;
  GtkWidget *window = dtl_window_new (GTK_APPLICATION (application));

  if (is_first)
    dtl_recovery_offer (dtl_window_get_session (DTL_WINDOW (window)));
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
dtl_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else
    open_window (application);
}

/* One timeline of all the files named together. */
static void
dtl_application_open (GApplication *application, GFile **files, int n, const char *hint)
{
  GtkWidget *window = open_window (application);
  DtlIntake *intake = dtl_intake_new (dtl_window_get_session (DTL_WINDOW (window)));

  for (int i = 0; i < n; i++)
    dtl_intake_add_file (intake, files[i]);
  dtl_intake_start (intake);
}

static void
dtl_application_class_init (DtlApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = dtl_application_startup;
  application_class->activate = dtl_application_activate;
  application_class->open = dtl_application_open;
}

static void
dtl_application_init (DtlApplication *self)
{
}

GtkApplication *
dtl_application_new (void)
{
  return g_object_new (DTL_TYPE_APPLICATION, "application-id", DTL_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path",
                       "/dateline/window", NULL);
}
