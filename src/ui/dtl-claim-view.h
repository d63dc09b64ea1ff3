/* One claim in words: when, how exactly, why that date, the sentence with the
 * dated words marked, the paragraph round it, and the article. */

#pragma once

#include "ui/dtl-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DTL_TYPE_CLAIM_VIEW (dtl_claim_view_get_type ())
G_DECLARE_FINAL_TYPE (DtlClaimView, dtl_claim_view, DTL, CLAIM_VIEW, GtkWidget)

GtkWidget *dtl_claim_view_new (DtlSession *session, const DtlClaim *claim);

G_END_DECLS
