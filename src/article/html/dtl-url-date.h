/* The day in an address: "https://news.example/2023/07/27/bridge". */

#pragma once

#include "article/dtl-stamp.h"

G_BEGIN_DECLS

/* Reads "/2023/07/27/", "/2023-07-27-", "/20230727/", "/2023/jul/27/". A month
 * alone is not enough. */
gboolean dtl_url_date_find (const char *url, DtlStamp *ret_stamp);

G_END_DECLS
