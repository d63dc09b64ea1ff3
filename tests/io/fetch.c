/* Fetching, against a server of our own on this machine, good and bad. */

#include "io/dtl-fetch.h"

#include <libsoup/soup.h>
#include <string.h>

#define PAGE "<!doctype html><title>The weir</title><p>The weir broke on 3 May 1911.</p>"

/* More than a page may have. */
#define BOMB_BYTES (30 * 1000 * 1000)

/* The server runs in a thread of its own, since dtl_fetch() blocks. */
typedef struct {
  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;
  SoupServer *server;
  char *base; /* "http://127.0.0.1:1234" */
  GMutex lock;
  GCond up;
} Server;

static void
redirect (SoupServerMessage *message, const char *to)
{
  soup_message_headers_replace (soup_server_message_get_response_headers (message),
                                "Location", to);
  soup_server_message_set_status (message, SOUP_STATUS_FOUND, NULL);
}

static gboolean
on_drip (gpointer data)
{
  SoupServerMessage *message = data;

  soup_message_body_append (soup_server_message_get_response_body (message),
                            SOUP_MEMORY_STATIC, "x", 1);
  soup_server_message_unpause (message);
  return G_SOURCE_CONTINUE;
}

static void
on_drip_finished (SoupServerMessage *message, gpointer data)
{
  g_source_destroy (data);
}

/* A byte every 50 ms, for ever. */
static void
start_drip (Server *server, SoupServerMessage *message)
{
  GSource *source = g_timeout_source_new (50);

  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (message),
                                     SOUP_ENCODING_CHUNKED);
  g_source_set_callback (source, on_drip, message, NULL);
  g_source_attach (source, server->context);
  g_signal_connect (message, "finished", G_CALLBACK (on_drip_finished), source);
  g_source_unref (source);
  soup_server_message_pause (message);
}

static GBytes *
zip (const char *text, gsize length)
{
  g_autoptr (GZlibCompressor) compressor =
      g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream =
      g_converter_output_stream_new (memory, G_CONVERTER (compressor));

  g_assert_true (g_output_stream_write_all (stream, text, length, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
send_zipped (SoupServerMessage *message, const char *text, gsize length)
{
  g_autoptr (GBytes) zipped = zip (text, length);

  soup_message_headers_replace (soup_server_message_get_response_headers (message),
                                "Content-Encoding", "gzip");
  soup_server_message_set_response (message, "text/html; charset=utf-8", SOUP_MEMORY_COPY,
                                    g_bytes_get_data (zipped, NULL),
                                    g_bytes_get_size (zipped));
}

static void
on_request (SoupServer *soup,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer data)
{
  Server *server = data;

  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  if (g_str_equal (path, "/page"))
    soup_server_message_set_response (message, "text/html; charset=utf-8",
                                      SOUP_MEMORY_STATIC, PAGE, strlen (PAGE));
  else if (g_str_equal (path, "/moved"))
    redirect (message, "/page");
  else if (g_str_equal (path, "/round"))
    redirect (message, "/round");
  else if (g_str_equal (path, "/to-file"))
    redirect (message, "file:///etc/hostname");
  else if (g_str_equal (path, "/to-private"))
    redirect (message, "http://192.168.0.1/admin");
  else if (g_str_equal (path, "/to-localhost"))
    redirect (message, "http://localhost:9/");
  else if (g_str_equal (path, "/to-mapped"))
    redirect (message, "http://[::ffff:10.0.0.1]/");
  else if (g_str_equal (path, "/nowhere-said"))
    soup_server_message_set_status (message, SOUP_STATUS_FOUND, NULL);
  else if (g_str_equal (path, "/drip"))
    start_drip (server, message);
  else if (g_str_equal (path, "/bomb"))
    {
      g_autofree char *zeros = g_malloc0 (BOMB_BYTES);

      send_zipped (message, zeros, BOMB_BYTES);
    }
  else if (g_str_equal (path, "/zipped"))
    send_zipped (message, PAGE, strlen (PAGE));
  else if (g_str_equal (path, "/forbidden"))
    soup_server_message_set_status (message, SOUP_STATUS_FORBIDDEN, NULL);
  else if (g_str_equal (path, "/error"))
    soup_server_message_set_status (message, SOUP_STATUS_INTERNAL_SERVER_ERROR, NULL);
  else
    soup_server_message_set_status (message, SOUP_STATUS_NOT_FOUND, NULL);
}

static gpointer
run_server (gpointer data)
{
  Server *server = data;
  g_autoptr (GError) error = NULL;

  g_main_context_push_thread_default (server->context);
  server->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (server->server, NULL, on_request, server, NULL);
  soup_server_listen_local (server->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);

  GSList *uris = soup_server_get_uris (server->server);
  g_mutex_lock (&server->lock);
  server->base = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  g_cond_signal (&server->up);
  g_mutex_unlock (&server->lock);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  g_main_loop_run (server->loop);
  soup_server_disconnect (server->server);
  g_clear_object (&server->server);
  g_main_context_pop_thread_default (server->context);
  return NULL;
}

static void
start_server (Server *server)
{
  g_mutex_init (&server->lock);
  g_cond_init (&server->up);
  server->context = g_main_context_new ();
  server->loop = g_main_loop_new (server->context, FALSE);
  server->thread = g_thread_new ("server", run_server, server);
  g_mutex_lock (&server->lock);
  while (server->base == NULL)
    g_cond_wait (&server->up, &server->lock);
  g_mutex_unlock (&server->lock);
}

static void
stop_server (Server *server)
{
  g_main_loop_quit (server->loop);
  g_thread_join (server->thread);
  g_main_loop_unref (server->loop);
  g_main_context_unref (server->context);
  g_free (server->base);
  g_cond_clear (&server->up);
  g_mutex_clear (&server->lock);
}

typedef struct {
  const char *path;
  DtlFetchError error;
} Refusal;

static void
check_refusal (const Server *server, const Refusal *refusal)
{
  /* Only what drips for ever may run into the limit; the others have to answer
   * before it, on the busiest machine. */
  const DtlFetchOptions options = {
    .max_seconds = refusal->error == DTL_FETCH_ERROR_TOO_SLOW ? 1 : 60
  };
  g_autofree char *address = g_strconcat (server->base, refusal->path, NULL);
  g_autoptr (GError) error = NULL;
  g_auto (DtlFetched) fetched = { 0 };

  g_test_message ("%s", refusal->path);
  g_assert_false (dtl_fetch (address, &options, &fetched, NULL, &error));
  g_assert_error (error, DTL_FETCH_ERROR, (int) refusal->error);
  g_assert_null (fetched.bytes);
}

static void
test_refusals (void)
{
  static const Refusal refusals[] = {
    { "/none", DTL_FETCH_ERROR_STATUS },
    { "/forbidden", DTL_FETCH_ERROR_STATUS },
    { "/error", DTL_FETCH_ERROR_STATUS },
    { "/round", DTL_FETCH_ERROR_REDIRECT },
    { "/nowhere-said", DTL_FETCH_ERROR_REDIRECT },
    { "/to-file", DTL_FETCH_ERROR_REDIRECT },
    { "/to-private", DTL_FETCH_ERROR_REDIRECT },
    { "/to-localhost", DTL_FETCH_ERROR_REDIRECT },
    { "/to-mapped", DTL_FETCH_ERROR_REDIRECT },
    { "/bomb", DTL_FETCH_ERROR_TOO_BIG },
    { "/drip", DTL_FETCH_ERROR_TOO_SLOW },
  };
  Server server = { 0 };

  start_server (&server);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    check_refusal (&server, &refusals[i]);
  stop_server (&server);
}

static void
test_page (void)
{
  Server server = { 0 };

  start_server (&server);
  for (const char *const *path = (const char *[]){ "/page", "/moved", "/zipped", NULL };
       *path != NULL; path++)
    {
      g_autofree char *address = g_strconcat (server.base, *path, NULL);
      g_autofree char *page =
          g_strconcat (server.base, g_str_equal (*path, "/moved") ? "/page" : *path,
                       NULL);
      g_autoptr (GError) error = NULL;
      g_auto (DtlFetched) fetched = { 0 };

      g_assert_true (dtl_fetch (address, NULL, &fetched, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (fetched.bytes, NULL),
                       g_bytes_get_size (fetched.bytes), PAGE, strlen (PAGE));
      g_assert_cmpstr (fetched.address, ==, page);
      g_assert_cmpstr (fetched.charset, ==, "utf-8");
    }
  stop_server (&server);
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (100 * 1000);
  g_cancellable_cancel (data);
  return NULL;
}

static void
test_cancel (void)
{
  Server server = { 0 };

  start_server (&server);
  g_autofree char *address = g_strconcat (server.base, "/drip", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_auto (DtlFetched) fetched = { 0 };
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);

  g_assert_false (dtl_fetch (address, NULL, &fetched, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  stop_server (&server);
}

static void
test_addresses (void)
{
  static const char *const bad[] = {
    "file:///etc/hostname", "ftp://example.org/", "http://",
    "https:///x",           "example.org",        "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (DtlFetched) fetched = { 0 };

      g_assert_false (dtl_fetch (bad[i], NULL, &fetched, NULL, &error));
      g_assert_error (error, DTL_FETCH_ERROR, DTL_FETCH_ERROR_BAD_ADDRESS);
    }
}

int
main (int argc, char **argv)
{
  /* No proxy may stand between the test and its server. */
  g_unsetenv ("http_proxy");
  g_unsetenv ("all_proxy");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fetch/page", test_page);
  g_test_add_func ("/fetch/refusals", test_refusals);
  g_test_add_func ("/fetch/cancel", test_cancel);
  g_test_add_func ("/fetch/addresses", test_addresses);
  return g_test_run ();
}
