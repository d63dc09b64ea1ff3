/* Keeps what no file holds yet on disk: after every change of a session that
 * is modified, a copy is written beside the user's other state, and taken away
 * when the session is saved or given up. What is found there at the next
 * start was left by a crash. */

#pragma once

#include "ui/dtl-session.h"

G_BEGIN_DECLS

#define DTL_TYPE_RECOVERY (dtl_recovery_get_type ())
G_DECLARE_FINAL_TYPE (DtlRecovery, dtl_recovery, DTL, RECOVERY, GObject)

DtlRecovery *dtl_recovery_new (DtlSession *session);

/* The session ended as its person wished: nothing is kept. */
void dtl_recovery_forget (DtlRecovery *recovery);

/* Tells the session's person about copies that a crash left, with buttons to
 * take the newest back (win.recover) or to throw them away
 * (win.discard-recovered). Nothing left, nothing said. */
void dtl_recovery_offer (DtlSession *session);

/* Takes the newest copy left into the session, as something not saved. */
void dtl_recovery_restore (DtlRecovery *recovery);
void dtl_recovery_discard_left (void);

G_END_DECLS
