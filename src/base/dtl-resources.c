#include "base/dtl-resources.h"

#include "dateline-engine-resources.h"

#define ROOT "/dateline/"

/* By hand: a constructor would be left out of a program that links the engine
 * as an archive. */
static GResource *
get_resource (void)
{
  static gsize is_registered;

  if (g_once_init_enter (&is_registered))
    {
      dateline_engine_register_resource ();
      g_once_init_leave (&is_registered, 1);
    }
  return dateline_engine_get_resource ();
}

GBytes *
dtl_resources_lookup (const char *name)
{
  g_autofree char *path = g_strconcat (ROOT, name, NULL);

  return g_resource_lookup_data (get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                 NULL);
}

char **
dtl_resources_list (const char *name)
{
  g_autofree char *path = g_strconcat (ROOT, name, NULL);

  return g_resource_enumerate_children (get_resource (), path,
                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}
