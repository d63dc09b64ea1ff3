/* An article as text, for comparing: a line a field, a line a paragraph. */

#pragma once

#include "article/dtl-article-reader.h"

char *article_testing_dump (const DtlArticle *article);

/* Reads bytes as a file of that name; the test fails where they are not read. */
DtlArticle *article_testing_read (const char *bytes,
                                  gsize length,
                                  const char *name,
                                  const char *url);

/* The code of the error that reading them gives, -1 where there is none. The
 * message goes to @ret_message (nullable), caller frees. */
int article_testing_refuse (const char *bytes,
                            gsize length,
                            const char *name,
                            char **ret_message);
