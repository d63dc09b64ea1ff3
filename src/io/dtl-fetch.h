/* Fetches one page from an address that a person gave: the only place where
 * Dateline uses the network.
 *
 * What it will not do: send cookies, a referrer or anything about the user;
 * load pictures, styles or scripts of the page; follow a redirect to anything
 * but http and https, or to a private address on another host than the one
 * that was given (a page on the net must not reach into the user's network). */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DTL_FETCH_ERROR (dtl_fetch_error_quark ())
typedef enum {
  DTL_FETCH_ERROR_BAD_ADDRESS, /* not http or https, or no host in it */
  DTL_FETCH_ERROR_STATUS,      /* the server answered, but not with a page */
  DTL_FETCH_ERROR_REDIRECT,    /* too many, or to a place it must not lead to */
  DTL_FETCH_ERROR_TOO_BIG,
  DTL_FETCH_ERROR_TOO_SLOW,
  DTL_FETCH_ERROR_NETWORK, /* no connection, no such host, bad certificate */
} DtlFetchError;
GQuark dtl_fetch_error_quark (void);

/* 0 takes the default. */
typedef struct {
  gsize max_bytes;   /* unpacked; default 20 MB */
  guint max_seconds; /* for everything together; default 30 */
} DtlFetchOptions;

typedef struct {
  GBytes *bytes;
  char *address; /* after redirects */
  char *charset; /* as the server says, NULL where it does not */
} DtlFetched;

/* TRUE for "http://…" and "https://…", whatever follows. */
gboolean dtl_fetch_is_address (const char *text);

/**
 * dtl_fetch:
 * @options: (nullable)
 * @ret_fetched: dtl_fetched_clear() it
 *
 * Blocks: call it in a task. Cancelling ends it within a moment.
 */
gboolean dtl_fetch (const char *address,
                    const DtlFetchOptions *options,
                    DtlFetched *ret_fetched,
                    GCancellable *cancellable,
                    GError **error);

void dtl_fetched_clear (DtlFetched *fetched);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DtlFetched, dtl_fetched_clear)

G_END_DECLS
