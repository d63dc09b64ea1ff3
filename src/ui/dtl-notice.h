/* Something a person has to know: one sentence, perhaps a second one, and
 * perhaps a button that does something about it. Immutable. */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum {
  DTL_NOTICE_INFO,
  DTL_NOTICE_WARNING,
  DTL_NOTICE_ERROR,
} DtlNoticeKind;

#define DTL_TYPE_NOTICE (dtl_notice_get_type ())
G_DECLARE_FINAL_TYPE (DtlNotice, dtl_notice, DTL, NOTICE, GObject)

/* @detail may be NULL. */
DtlNotice *dtl_notice_new (DtlNoticeKind kind, const char *text, const char *detail);

/* A button with a detailed action name, "win.save-as". At most two; to be
 * called before anybody sees the notice. */
void dtl_notice_add_button (DtlNotice *notice, const char *label, const char *action);

/* Stays until it is answered, whatever else happens. */
void dtl_notice_set_lasting (DtlNotice *notice);
gboolean dtl_notice_get_lasting (DtlNotice *notice);

DtlNoticeKind dtl_notice_get_kind (DtlNotice *notice);
const char *dtl_notice_get_text (DtlNotice *notice);
const char *dtl_notice_get_detail (DtlNotice *notice);
/* FALSE where there is no such button. */
gboolean dtl_notice_get_button (DtlNotice *notice,
                                guint position,
                                const char **ret_label,
                                const char **ret_action);

G_END_DECLS
