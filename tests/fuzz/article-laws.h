/* What holds of every article, whatever it was read from. */

#pragma once

#include "article/dtl-article-reader.h"
#include "fuzz/fuzz.h"

/* Reads the bytes and aborts where an article breaks a law. */
void article_laws_check (const guint8 *data, gsize size, DtlInputFormat format);

/* The same for what is known by its name: "page.wiki". */
void article_laws_check_named (const guint8 *data,
                               gsize size,
                               DtlInputFormat format,
                               const char *name);
