#include "config.h"

#include "article/packed/dtl-office-styles.h"

#include <string.h>

/* A chain of styles that is longer than this is a circle. */
#define MAX_PARENTS 16

typedef struct {
  char *parent;
  DtlStyle style;
} Entry;

struct _DtlOfficeStyles {
  GHashTable *entries; /* id to Entry */
};

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->parent);
  g_free (entry);
}

DtlOfficeStyles *
dtl_office_styles_new (void)
{
  DtlOfficeStyles *styles = g_new0 (DtlOfficeStyles, 1);

  styles->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_entry);
  return styles;
}

void
dtl_office_styles_free (DtlOfficeStyles *styles)
{
  if (styles == NULL)
    return;
  g_hash_table_unref (styles->entries);
  g_free (styles);
}

DtlStyle
dtl_style_heading (int level)
{
  return (DtlStyle){ DTL_STYLE_HEADING, CLAMP (level, 1, 6) };
}

/* Letters and digits, in lower case: "Heading_20_1" is "heading 1". */
static char *
fold_name (const char *name)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  for (const char *at = name; *at != '\0'; at++)
    if (g_str_has_prefix (at, "_20_"))
      at += strlen ("_20_") - 1;
    else if (g_ascii_isalnum (*at))
      g_string_append_c (folded, g_ascii_tolower (*at));
  return g_string_free (g_steal_pointer (&folded), FALSE);
}

typedef struct {
  const char *name;
  gboolean is_head; /* more may follow: "List Bullet 2" */
  DtlStyleRole role;
} NamedRole;

static const NamedRole named_roles[] = {
  { "title", FALSE, DTL_STYLE_TITLE },
  { "quote", FALSE, DTL_STYLE_QUOTE },
  { "intensequote", FALSE, DTL_STYLE_QUOTE },
  { "quotations", FALSE, DTL_STYLE_QUOTE },
  { "blocktext", FALSE, DTL_STYLE_QUOTE },
  { "caption", FALSE, DTL_STYLE_CAPTION },
  { "figure", FALSE, DTL_STYLE_CAPTION },
  { "illustration", FALSE, DTL_STYLE_CAPTION },
  { "tocheading", FALSE, DTL_STYLE_CONTENTS },
  { "contents", TRUE, DTL_STYLE_CONTENTS },
  { "tableoffigures", FALSE, DTL_STYLE_CONTENTS },
  { "list", TRUE, DTL_STYLE_LIST },
  { "numbering", TRUE, DTL_STYLE_LIST },
};

static DtlStyle
find_by_name (const char *name)
{
  g_autofree char *folded = fold_name (name);

  if (g_str_has_prefix (folded, "heading") && g_ascii_isdigit (folded[7]))
    return dtl_style_heading (folded[7] - '0');
  if (g_str_has_prefix (folded, "toc") && g_ascii_isdigit (folded[3]))
    return (DtlStyle){ DTL_STYLE_CONTENTS, 0 };
  for (gsize i = 0; i < G_N_ELEMENTS (named_roles); i++)
    if (named_roles[i].is_head ? g_str_has_prefix (folded, named_roles[i].name)
                               : strcmp (folded, named_roles[i].name) == 0)
      return (DtlStyle){ named_roles[i].role, 0 };
  return (DtlStyle){ DTL_STYLE_PLAIN, 0 };
}

void
dtl_office_styles_add (DtlOfficeStyles *styles,
                       const char *id,
                       const char *name,
                       const char *parent,
                       int level,
                       gboolean is_list)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->parent = g_strdup (parent);
  entry->style = find_by_name (name != NULL ? name : id);
  if (entry->style.role == DTL_STYLE_PLAIN && level > 0)
    entry->style = dtl_style_heading (level);
  else if (entry->style.role == DTL_STYLE_PLAIN && is_list)
    entry->style.role = DTL_STYLE_LIST;
  g_hash_table_replace (styles->entries, g_strdup (id), entry);
}

DtlStyle
dtl_office_styles_get (const DtlOfficeStyles *styles, const char *id)
{
  for (int i = 0; i < MAX_PARENTS && id != NULL; i++)
    {
      const Entry *entry = g_hash_table_lookup (styles->entries, id);

      if (entry == NULL)
        return find_by_name (id);
      if (entry->style.role != DTL_STYLE_PLAIN)
        return entry->style;
      id = entry->parent;
    }
  return (DtlStyle){ DTL_STYLE_PLAIN, 0 };
}
