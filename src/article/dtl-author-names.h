/* Names of people out of what pages put in their place. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  DTL_AUTHOR_FIELD, /* the page has a field for it: holds a name, or rubbish */
  DTL_AUTHOR_LINE,  /* a line of the page: holds a name among other words */
} DtlAuthorSource;

/**
 * dtl_author_names_add:
 * @names: (element-type utf8): strings of its own
 * @text: "By Jane Doe and John Roe, Senior Reporter"
 * @site: (nullable): the site's name, which is nobody's
 *
 * Adds the names in @text: "by" and its like, roles, dates, addresses and
 * numbers are no part of them. Adds nothing where @text holds no name.
 */
void dtl_author_names_add (GPtrArray *names,
                           const char *text,
                           DtlAuthorSource source,
                           const char *site);

/* Whether a line begins with "By ", "Written by " or the like. */
gboolean dtl_author_names_has_lead (const char *line);

/* Whether a name may be a person's, not a login ("jdoe72", "JaneDoe") or a firm
 * ("Doe Ltd", "News Desk"). */
gboolean dtl_author_names_is_person (const char *name);

G_END_DECLS
