/* Mail (".eml", also several in one mailbox file), and pages that browsers save
 * in the form of a mail (".mhtml", ".mht"). */

#pragma once

#include "article/dtl-article-sink.h"

G_BEGIN_DECLS

/* Whether the bytes begin as a mail or such a page does; @bytes: the first
 * kilobytes of it. */
gboolean dtl_mail_sniff (const char *bytes, gsize length);

/**
 * dtl_mail_read:
 *
 * A mail's subject is the title, who it is from the byline, when it was sent
 * the date; mails that it quotes, and what is attached to it, are left out. Of
 * a saved page the page itself is read, as if it had been loaded from the
 * address that was saved with it.
 */
gboolean dtl_mail_read (DtlArticleSink *sink,
                        const char *bytes,
                        gsize length,
                        GCancellable *cancellable,
                        GError **error);

G_END_DECLS
