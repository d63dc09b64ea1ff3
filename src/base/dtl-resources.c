#include "base/dtl-resources.h"

#include "dateline-engine-resources.h"

#define ROOT "/dateline/"

GBytes *
dtl_resources_lookup (const char *name)
{
  g_autofree char *path = g_strconcat (ROOT, name, NULL);

  return g_resource_lookup_data (
      dateline_engine_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

char **
dtl_resources_list (const char *name)
{
  g_autofree char *path = g_strconcat (ROOT, name, NULL);

  return g_resource_enumerate_children (
      dateline_engine_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}
