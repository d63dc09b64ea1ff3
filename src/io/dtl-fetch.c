#include "config.h"

#include "io/dtl-fetch.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>
#include <string.h>

#define DEFAULT_MAX_BYTES (20 * 1000 * 1000)
#define DEFAULT_MAX_SECONDS 30
#define MAX_REDIRECTS 10
#define CHUNK_BYTES (64 * 1024)

/* --- the time limit --- */

/* libsoup's own timeout starts anew with every byte, so a server that drips
 * could hold us for ever: a thread cancels the whole when time is up. */
typedef struct {
  GMutex lock;
  GCond done;
  gboolean finished;
  gboolean expired;
  gint64 until;
  GCancellable *cancellable; /* what the transfer runs on */
  GCancellable *outer;       /* the caller's, may be NULL */
  gulong outer_handler;
  GThread *thread;
} Deadline;

static gpointer
watch_deadline (gpointer data)
{
  Deadline *deadline = data;

  g_mutex_lock (&deadline->lock);
  while (!deadline->finished && !deadline->expired)
    if (!g_cond_wait_until (&deadline->done, &deadline->lock, deadline->until) &&
        !deadline->finished)
      deadline->expired = TRUE;
  g_mutex_unlock (&deadline->lock);

  if (deadline->expired)
    g_cancellable_cancel (deadline->cancellable);
  return NULL;
}

static void
on_outer_cancelled (GCancellable *outer, gpointer data)
{
  g_cancellable_cancel (data);
}

static void
start_deadline (Deadline *deadline, guint seconds, GCancellable *outer)
{
  memset (deadline, 0, sizeof *deadline);
  g_mutex_init (&deadline->lock);
  g_cond_init (&deadline->done);
  deadline->until = g_get_monotonic_time () + seconds * G_TIME_SPAN_SECOND;
  deadline->cancellable = g_cancellable_new ();
  if (outer != NULL)
    {
      deadline->outer = g_object_ref (outer);
      deadline->outer_handler =
          g_cancellable_connect (outer, G_CALLBACK (on_outer_cancelled),
                                 deadline->cancellable, NULL);
    }
  deadline->thread = g_thread_new ("fetch-deadline", watch_deadline, deadline);
}

static void
stop_deadline (Deadline *deadline)
{
  g_mutex_lock (&deadline->lock);
  deadline->finished = TRUE;
  g_cond_signal (&deadline->done);
  g_mutex_unlock (&deadline->lock);
  g_thread_join (deadline->thread);

  if (deadline->outer != NULL)
    g_cancellable_disconnect (deadline->outer, deadline->outer_handler);
  g_clear_object (&deadline->outer);
  g_clear_object (&deadline->cancellable);
  g_cond_clear (&deadline->done);
  g_mutex_clear (&deadline->lock);
}

/* --- where a redirect may lead --- */

static gboolean
has_prefix_bits (const guint8 *bytes, const guint8 *prefix, int bits)
{
  int whole = bits / 8;
  int mask = 0xff00 >> (bits % 8) & 0xff;

  return memcmp (bytes, prefix, (gsize) whole) == 0 &&
         (bytes[whole] & mask) == (prefix[whole] & mask);
}

/* Addresses that only mean something within a network: the special-purpose
 * registries of RFC 6890 as far as GInetAddress has no question for them. */
static gboolean
is_private_address (GInetAddress *address)
{
  static const guint8 shared[] = { 100, 64 };       /* 100.64.0.0/10, RFC 6598 */
  static const guint8 this_network[] = { 0, 0 };    /* 0.0.0.0/8 */
  static const guint8 unique_local[] = { 0xfc, 0 }; /* fc00::/7, RFC 4193 */
  static const guint8 mapped[12] = { [10] = 0xff, [11] = 0xff }; /* ::ffff:0:0/96 */
  const guint8 *bytes = g_inet_address_to_bytes (address);

  if (g_inet_address_get_is_any (address) || g_inet_address_get_is_loopback (address) ||
      g_inet_address_get_is_link_local (address) ||
      g_inet_address_get_is_site_local (address) ||
      g_inet_address_get_is_multicast (address))
    return TRUE;
  if (g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV4)
    return has_prefix_bits (bytes, shared, 10) ||
           has_prefix_bits (bytes, this_network, 8);
  if (memcmp (bytes, mapped, sizeof mapped) == 0)
    {
      g_autoptr (GInetAddress) inner =
          g_inet_address_new_from_bytes (bytes + 12, G_SOCKET_FAMILY_IPV4);

      return is_private_address (inner);
    }
  return has_prefix_bits (bytes, unique_local, 7);
}

static gboolean
is_private_host (const char *host)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);
  g_autofree char *folded = g_ascii_strdown (host, -1);

  if (address != NULL)
    return is_private_address (address);
  return g_str_equal (folded, "localhost") || g_str_has_suffix (folded, ".localhost") ||
         g_str_has_suffix (folded, ".local");
}

/* One request on the way from the given address to the page. */
typedef struct {
  GUri *given;        /* the host that may be private */
  gboolean is_direct; /* no proxy, so the peer is the host itself */
  gboolean refused;
  GCancellable *cancellable;
} Hop;

static gboolean
is_same_host (GUri *a, GUri *b)
{
  return g_ascii_strcasecmp (g_uri_get_host (a), g_uri_get_host (b)) == 0;
}

/* The connection stands, nothing is sent yet: the last moment at which a name
 * that resolves to a private address can be refused, and the only one at which
 * the answer of the name server cannot change any more. */
static void
on_starting (SoupMessage *message, gpointer data)
{
  Hop *hop = data;
  GSocketAddress *peer = soup_message_get_remote_address (message);

  if (!hop->is_direct || !G_IS_INET_SOCKET_ADDRESS (peer) ||
      is_same_host (hop->given, soup_message_get_uri (message)))
    return;
  if (is_private_address (
          g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (peer))))
    {
      hop->refused = TRUE;
      g_cancellable_cancel (hop->cancellable);
    }
}

static gboolean
goes_direct (SoupSession *session, GUri *uri, GCancellable *cancellable)
{
  GProxyResolver *resolver = soup_session_get_proxy_resolver (session);
  g_autofree char *address = g_uri_to_string (uri);
  g_auto (GStrv) proxies = NULL;

  if (resolver == NULL)
    resolver = g_proxy_resolver_get_default ();
  proxies = g_proxy_resolver_lookup (resolver, address, cancellable, NULL);
  return proxies == NULL || proxies[0] == NULL || g_str_equal (proxies[0], "direct://");
}

static GUri *
parse_address (const char *address, GError **error)
{
  g_autoptr (GUri) uri = g_uri_parse (address, SOUP_HTTP_URI_FLAGS, NULL);

  if (uri == NULL || !dtl_fetch_is_address (address) || g_uri_get_host (uri) == NULL ||
      *g_uri_get_host (uri) == '\0')
    {
      g_set_error (error, DTL_FETCH_ERROR, DTL_FETCH_ERROR_BAD_ADDRESS,
                   _ ("“%s” is not a web address"), address);
      return NULL;
    }
  return g_steal_pointer (&uri);
}

/* Where a redirect leads, if it may lead there. */
static GUri *
follow_redirect (GUri *given, GUri *from, SoupMessage *message, GError **error)
{
  const char *location =
      soup_message_headers_get_one (soup_message_get_response_headers (message),
                                    "Location");
  g_autoptr (GUri) to = NULL;

  if (location != NULL)
    to = g_uri_parse_relative (from, location, SOUP_HTTP_URI_FLAGS, NULL);
  if (to == NULL || g_uri_get_host (to) == NULL || *g_uri_get_host (to) == '\0' ||
      (!g_str_equal (g_uri_get_scheme (to), "http") &&
       !g_str_equal (g_uri_get_scheme (to), "https")))
    {
      g_set_error (error, DTL_FETCH_ERROR, DTL_FETCH_ERROR_REDIRECT,
                   _ ("The page sends on to something that is not a web page"));
      return NULL;
    }
  if (!is_same_host (given, to) && is_private_host (g_uri_get_host (to)))
    {
      g_set_error (error, DTL_FETCH_ERROR, DTL_FETCH_ERROR_REDIRECT,
                   _ ("The page sends on to an address inside your own network (%s)"),
                   g_uri_get_host (to));
      return NULL;
    }
  return g_steal_pointer (&to);
}

/* --- one transfer --- */

static gboolean
check_status (SoupMessage *message, GError **error)
{
  SoupStatus status = soup_message_get_status (message);
  const char *reason = soup_message_get_reason_phrase (message);

  if (SOUP_STATUS_IS_SUCCESSFUL (status))
    return TRUE;
  if (status == SOUP_STATUS_NOT_FOUND || status == SOUP_STATUS_GONE)
    g_set_error (error, DTL_FETCH_ERROR, DTL_FETCH_ERROR_STATUS,
                 _ ("There is no page at this address (%d)"), (int) status);
  else if (status == SOUP_STATUS_UNAUTHORIZED || status == SOUP_STATUS_FORBIDDEN)
    g_set_error (error, DTL_FETCH_ERROR, DTL_FETCH_ERROR_STATUS,
                 _ ("The server does not let us read this page (%d)"), (int) status);
  else
    g_set_error (error, DTL_FETCH_ERROR, DTL_FETCH_ERROR_STATUS,
                 _ ("The server answered “%s” (%d)"), reason != NULL ? reason : "",
                 (int) status);
  return FALSE;
}

static GBytes *
read_body (GInputStream *stream,
           gsize max_bytes,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GByteArray) body = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK_BYTES);

  for (;;)
    {
      gssize n = g_input_stream_read (stream, chunk, CHUNK_BYTES, cancellable, error);

      if (n < 0)
        return NULL;
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&body));
      if (body->len + (gsize) n > max_bytes)
        {
          g_autofree char *limit = g_format_size (max_bytes);

          g_set_error (error, DTL_FETCH_ERROR, DTL_FETCH_ERROR_TOO_BIG,
                       _ ("The page is larger than %s"), limit);
          return NULL;
        }
      g_byte_array_append (body, chunk, (guint) n);
    }
}

static SoupMessage *
make_request (GUri *uri)
{
  SoupMessage *message = soup_message_new_from_uri (SOUP_METHOD_GET, uri);

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_IDEMPOTENT);
  soup_message_headers_append (
      soup_message_get_request_headers (message), "Accept",
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5");
  return message;
}

/* One request. Success with @ret_next set is a redirect, to be followed. */
static gboolean
fetch_hop (SoupSession *session,
           Hop *hop,
           GUri *uri,
           gsize max_bytes,
           DtlFetched *fetched,
           GUri **ret_next,
           GError **error)
{
  g_autoptr (SoupMessage) message = make_request (uri);
  g_autoptr (GInputStream) stream = NULL;

  hop->is_direct = goes_direct (session, uri, hop->cancellable);
  g_signal_connect (message, "starting", G_CALLBACK (on_starting), hop);
  stream = soup_session_send (session, message, hop->cancellable, error);
  if (stream == NULL)
    return FALSE;

  if (SOUP_STATUS_IS_REDIRECTION (soup_message_get_status (message)))
    return (*ret_next = follow_redirect (hop->given, uri, message, error)) != NULL;
  if (!check_status (message, error))
    return FALSE;

  fetched->bytes = read_body (stream, max_bytes, hop->cancellable, error);
  if (fetched->bytes != NULL)
    {
      g_autoptr (GHashTable) parameters = NULL;

      soup_message_headers_get_content_type (soup_message_get_response_headers (message),
                                             &parameters);
      if (parameters != NULL)
        fetched->charset = g_strdup (g_hash_table_lookup (parameters, "charset"));
      fetched->address = g_uri_to_string (uri);
    }
  return fetched->bytes != NULL;
}

static gboolean
fetch_following (SoupSession *session,
                 Hop *hop,
                 gsize max_bytes,
                 DtlFetched *fetched,
                 GError **error)
{
  g_autoptr (GUri) uri = g_uri_ref (hop->given);

  for (int i = 0; i <= MAX_REDIRECTS; i++)
    {
      g_autoptr (GUri) next = NULL;

      if (!fetch_hop (session, hop, uri, max_bytes, fetched, &next, error))
        return FALSE;
      if (next == NULL)
        return TRUE;
      g_uri_unref (uri);
      uri = g_steal_pointer (&next);
    }
  g_set_error (error, DTL_FETCH_ERROR, DTL_FETCH_ERROR_REDIRECT,
               _ ("The address only sends on from page to page"));
  return FALSE;
}

/* What a failure means to a person: ours stay, the libraries' are put in words. */
static void
explain_failure (GError **error,
                 const Hop *hop,
                 const Deadline *deadline,
                 GUri *given,
                 guint seconds)
{
  g_autoptr (GError) cause = g_steal_pointer (error);

  if (hop->refused)
    g_set_error (error, DTL_FETCH_ERROR, DTL_FETCH_ERROR_REDIRECT,
                 _ ("The page sends on to an address inside your own network"));
  else if (cause->domain == DTL_FETCH_ERROR)
    *error = g_steal_pointer (&cause);
  else if (deadline->outer != NULL && g_cancellable_is_cancelled (deadline->outer))
    g_cancellable_set_error_if_cancelled (deadline->outer, error);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
           g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    g_set_error (error, DTL_FETCH_ERROR, DTL_FETCH_ERROR_TOO_SLOW,
                 ngettext ("The page did not arrive within %u second",
                           "The page did not arrive within %u seconds", seconds),
                 seconds);
  else if (cause->domain == G_RESOLVER_ERROR)
    g_set_error (error, DTL_FETCH_ERROR, DTL_FETCH_ERROR_NETWORK,
                 _ ("Cannot find “%s”: check the address and the connection"),
                 g_uri_get_host (given));
  else if (cause->domain == G_TLS_ERROR)
    g_set_error (error, DTL_FETCH_ERROR, DTL_FETCH_ERROR_NETWORK,
                 _ ("The server cannot prove that it is “%s”: %s"),
                 g_uri_get_host (given), cause->message);
  else
    g_set_error (error, DTL_FETCH_ERROR, DTL_FETCH_ERROR_NETWORK,
                 _ ("Cannot reach “%s”: %s"), g_uri_get_host (given), cause->message);
}

gboolean
dtl_fetch (const char *address,
           const DtlFetchOptions *options,
           DtlFetched *ret_fetched,
           GCancellable *cancellable,
           GError **error)
{
  gsize max_bytes =
      options != NULL && options->max_bytes > 0 ? options->max_bytes : DEFAULT_MAX_BYTES;
  guint seconds = options != NULL && options->max_seconds > 0 ? options->max_seconds
                                                              : DEFAULT_MAX_SECONDS;
  g_autoptr (GUri) given = parse_address (address, error);
  g_auto (DtlFetched) fetched = { 0 };
  gboolean is_done;

  if (given == NULL)
    return FALSE;

  g_autoptr (SoupSession) session =
      soup_session_new_with_options ("user-agent", "Dateline/" DTL_VERSION, "timeout",
                                     seconds, NULL);
  Deadline deadline;
  Hop hop = { .given = given };
  g_autoptr (GError) cause = NULL;

  start_deadline (&deadline, seconds, cancellable);
  hop.cancellable = deadline.cancellable;
  is_done = fetch_following (session, &hop, max_bytes, &fetched, &cause);
  if (!is_done)
    {
      explain_failure (&cause, &hop, &deadline, given, seconds);
      g_propagate_error (error, g_steal_pointer (&cause));
    }
  stop_deadline (&deadline);
  if (!is_done)
    return FALSE;

  *ret_fetched = fetched;
  memset (&fetched, 0, sizeof fetched); /* handed over */
  return TRUE;
}
