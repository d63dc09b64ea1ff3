/* What in a mail is its writer's own: not the mail that it answers. */

#pragma once

#include "article/html/dtl-html-fragment.h"

G_BEGIN_DECLS

/**
 * dtl_mail_strip_quotes:
 * @text: valid UTF-8
 * @is_flowed: lines that end in a space go on in the next one (RFC 3676)
 *
 * Leaves out lines that begin with ">", the line that introduces them, all from
 * the signature on, and all from the head of a mail that was forwarded or
 * answered below on; unless that would leave nothing.
 *
 * Returns: the rest; caller frees
 */
char *dtl_mail_strip_quotes (const char *text, gsize length, gboolean is_flowed);

/* The same for HTML, by how mail programs mark it. */
DtlFragmentChoice dtl_mail_filter_html (const DtlPage *page, int node);

G_END_DECLS
