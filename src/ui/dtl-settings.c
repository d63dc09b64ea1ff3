#include "config.h"

#include "ui/dtl-settings.h"

/* From the program in the build folder to its compiled schema. */
#define UNINSTALLED_FOLDER "../../resources"

static char *
dup_program_folder (void)
{
  g_autofree char *path = g_file_read_link ("/proc/self/exe", NULL);

  return path != NULL ? g_path_get_dirname (path) : NULL;
}

static GSettingsSchema *
find_uninstalled_schema (void)
{
  g_autofree char *folder = dup_program_folder ();
  g_autofree char *schemas = NULL;
  g_autoptr (GSettingsSchemaSource) source = NULL;

  if (folder == NULL)
    return NULL;
  schemas = g_build_filename (folder, UNINSTALLED_FOLDER, NULL);
  source = g_settings_schema_source_new_from_directory (
      schemas, g_settings_schema_source_get_default (), TRUE, NULL);
  return source != NULL ? g_settings_schema_source_lookup (source, DTL_APP_ID, FALSE)
                        : NULL;
}

static GSettings *
load_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, DTL_APP_ID, TRUE);
  if (schema == NULL)
    schema = find_uninstalled_schema ();
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

GSettings *
dtl_settings_get_default (void)
{
  static GSettings *settings;

  if (settings == NULL)
    settings = load_settings ();
  return settings;
}
