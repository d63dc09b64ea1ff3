/* The named styles of an office document, and what a paragraph is that has one:
 * names such as "heading 2" and "Quotations" are the same in every language of
 * the program that wrote them. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  DTL_STYLE_PLAIN,
  DTL_STYLE_TITLE,
  DTL_STYLE_HEADING,
  DTL_STYLE_QUOTE,
  DTL_STYLE_CAPTION,
  DTL_STYLE_LIST,
  DTL_STYLE_CONTENTS, /* a line of a table of contents */
} DtlStyleRole;

typedef struct {
  DtlStyleRole role;
  int level; /* of a heading, 1 to 6; otherwise 0 */
} DtlStyle;

typedef struct _DtlOfficeStyles DtlOfficeStyles;

DtlOfficeStyles *dtl_office_styles_new (void);
void dtl_office_styles_free (DtlOfficeStyles *styles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtlOfficeStyles, dtl_office_styles_free)

/**
 * dtl_office_styles_add:
 * @id: as paragraphs name it
 * @name: (nullable): as people see it; else @id
 * @parent: (nullable): the id of the style that it varies
 * @level: 1 and more where it says itself that it is a heading, else 0
 * @is_list: whether its paragraphs are numbered or have a mark
 */
void dtl_office_styles_add (DtlOfficeStyles *styles,
                            const char *id,
                            const char *name,
                            const char *parent,
                            int level,
                            gboolean is_list);

/* Of a style or, where that says nothing, of those that it varies. An id that
 * was never added is taken for a name; NULL is a plain paragraph. */
DtlStyle dtl_office_styles_get (const DtlOfficeStyles *styles, const char *id);

/* A heading of this level; @level is brought into 1 to 6. */
DtlStyle dtl_style_heading (int level);

G_END_DECLS
