#include "config.h"

#include "ui/dtl-style.h"

#include "ui/dtl-settings.h"

#include <string.h>

/* Plain GTK does not ask the desktop; the portal's answer is 1 for dark. */
#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_INTERFACE "org.freedesktop.portal.Settings"
#define APPEARANCE "org.freedesktop.appearance"
#define COLOR_SCHEME "color-scheme"
#define PREFERS_DARK 1

/* Of the one display: what the desktop wishes, as far as it said. */
static gboolean desktop_is_dark;

static void
apply_style (void)
{
  GSettings *settings = dtl_settings_get_default ();
  g_autofree char *style = g_settings_get_string (settings, "style");
  gboolean is_dark =
      g_str_equal (style, "dark") || (g_str_equal (style, "system") && desktop_is_dark);

  g_object_set (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", is_dark,
                NULL);
}

/* Read() wraps its value in a variant once more than the signal does. */
static void
take_scheme (GVariant *value)
{
  g_autoptr (GVariant) inner = g_variant_ref (value);

  while (g_variant_is_of_type (inner, G_VARIANT_TYPE_VARIANT))
    {
      GVariant *next = g_variant_get_variant (inner);

      g_variant_unref (inner);
      inner = next;
    }
  if (g_variant_is_of_type (inner, G_VARIANT_TYPE_UINT32))
    desktop_is_dark = g_variant_get_uint32 (inner) == PREFERS_DARK;
  apply_style ();
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GVariant) answer =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autoptr (GVariant) value = NULL;

  /* A desktop without the portal has no wish. */
  if (answer == NULL)
    return;
  g_variant_get (answer, "(v)", &value);
  take_scheme (value);
}

static void
on_setting_changed (GDBusConnection *connection,
                    const char *sender,
                    const char *path,
                    const char *interface,
                    const char *signal,
                    GVariant *parameters,
                    gpointer data)
{
  const char *group;
  const char *key;
  g_autoptr (GVariant) value = NULL;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ssv)")))
    return;
  g_variant_get (parameters, "(&s&sv)", &group, &key, &value);
  if (g_str_equal (group, APPEARANCE) && g_str_equal (key, COLOR_SCHEME))
    take_scheme (value);
}

static void
on_bus (GObject *source, GAsyncResult *result, gpointer data)
{
  GDBusConnection *bus = g_bus_get_finish (result, NULL);

  if (bus == NULL)
    return;
  g_dbus_connection_signal_subscribe (bus, PORTAL_NAME, PORTAL_INTERFACE,
                                      "SettingChanged", PORTAL_PATH, APPEARANCE,
                                      G_DBUS_SIGNAL_FLAGS_NONE, on_setting_changed, NULL,
                                      NULL);
  g_dbus_connection_call (bus, PORTAL_NAME, PORTAL_PATH, PORTAL_INTERFACE, "Read",
                          g_variant_new ("(ss)", APPEARANCE, COLOR_SCHEME),
                          G_VARIANT_TYPE ("(v)"), G_DBUS_CALL_FLAGS_NO_AUTO_START, -1,
                          NULL, on_read, NULL);
}

void
dtl_style_start (void)
{
  g_signal_connect (dtl_settings_get_default (), "changed::style",
                    G_CALLBACK (apply_style), NULL);
  apply_style ();
  g_bus_get (G_BUS_TYPE_SESSION, NULL, on_bus, NULL);
}

/* --- what is drawn --- */

static double
get_luminance (const GdkRGBA *colour)
{
  return 0.2126 * colour->red + 0.7152 * colour->green + 0.0722 * colour->blue;
}

static gboolean
is_high_contrast (GtkWidget *widget)
{
  g_autofree char *name = NULL;
  const char *forced = g_getenv ("GTK_THEME");

  g_object_get (gtk_widget_get_settings (widget), "gtk-theme-name", &name, NULL);
  if (forced != NULL && *forced != '\0')
    return strstr (forced, "-hc") != NULL || strstr (forced, "HighContrast") != NULL;
  return name != NULL &&
         (strstr (name, "-hc") != NULL || strstr (name, "HighContrast") != NULL);
}

const DtlTheme *
dtl_style_find_theme (GtkWidget *widget)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  gboolean is_contrast = is_high_contrast (widget);
  GdkRGBA text;

  gtk_style_context_get_color (context, &text);
  if (get_luminance (&text) > 0.5)
    return dtl_theme_get (is_contrast ? "high-contrast-dark" : "dark");
  return dtl_theme_get (is_contrast ? "high-contrast" : "light");
}
