/* Takes what a person brings (files, addresses, pasted text) into a session's
 * timeline: read and extracted as a piece of work that can be cancelled and
 * then leaves no trace. What goes wrong becomes a notice. */

#pragma once

#include "article/dtl-article-reader.h"
#include "ui/dtl-session.h"

G_BEGIN_DECLS

/* What was brought in one go. */
typedef struct _DtlIntake DtlIntake;

DtlIntake *dtl_intake_new (DtlSession *session);

/* A file, or a web address in the clothes of one. */
void dtl_intake_add_file (DtlIntake *intake, GFile *file);
void dtl_intake_add_address (DtlIntake *intake, const char *address);

/* Text or HTML that has no file of its own. @name: what to call it when it has
 * no title. @url: (nullable): where it was copied from */
void dtl_intake_add_bytes (DtlIntake *intake,
                           GBytes *bytes,
                           DtlInputFormat format,
                           const char *name,
                           const char *url);

/* An article that comes with the program, by its name in the resources. */
void dtl_intake_add_sample (DtlIntake *intake, const char *name);

/* @intake: (transfer full): starts the work. */
void dtl_intake_start (DtlIntake *intake);

/* The names of the samples, in the order to show them. */
char **dtl_intake_list_samples (void);
/* A sample's first line. Caller frees. */
char *dtl_intake_dup_sample_title (const char *name);

G_END_DECLS
