#include "config.h"

#include "ui/dtl-offer.h"

#include "io/dtl-fetch.h"
#include "ui/dtl-intake.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HTML "text/html"
/* More than a person copies; beyond it something is wrong with the offer. */
#define MAX_BYTES (64 * 1024 * 1024)

/* One offer on its way in: of a drop or of the clipboard, never of both. */
typedef struct {
  DtlSession *session;
  GdkDrop *drop;
  GdkClipboard *clipboard;
  char *text; /* the plain words, as they came before the page */
} Offer;

static Offer *
new_offer (DtlSession *session, GdkDrop *drop, GdkClipboard *clipboard)
{
  Offer *offer = g_new0 (Offer, 1);

  offer->session = g_object_ref (session);
  g_set_object (&offer->drop, drop);
  g_set_object (&offer->clipboard, clipboard);
  return offer;
}

static void
end_offer (Offer *offer, gboolean is_taken)
{
  if (offer->drop != NULL)
    gdk_drop_finish (offer->drop, is_taken ? GDK_ACTION_COPY : 0);
  if (!is_taken)
    dtl_session_take_notice (
        offer->session,
        dtl_notice_new (
            DTL_NOTICE_WARNING,
            offer->drop != NULL ? _ ("There is nothing to read in what was dropped")
                                : _ ("There is nothing to read in the clipboard"),
            _ ("Copy the text of an article, or its address, and try again.")));
  g_object_unref (offer->session);
  g_clear_object (&offer->drop);
  g_clear_object (&offer->clipboard);
  g_free (offer->text);
  g_free (offer);
}

static GdkContentFormats *
get_offered (Offer *offer)
{
  return offer->drop != NULL ? gdk_drop_get_formats (offer->drop)
                             : gdk_clipboard_get_formats (offer->clipboard);
}

/* Plain text comes as this type, or as a kind of text that GTK turns into it. */
static gboolean
offers_text (Offer *offer)
{
  GdkContentFormats *offered = get_offered (offer);
  g_autoptr (GdkContentFormats) readable =
      gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (offered));

  return gdk_content_formats_contain_gtype (readable, G_TYPE_STRING);
}

static gboolean
offers_files (Offer *offer)
{
  GdkContentFormats *offered = get_offered (offer);

  return gdk_content_formats_contain_gtype (offered, GDK_TYPE_FILE_LIST) ||
         gdk_content_formats_contain_mime_type (offered, "text/uri-list");
}

/* --- reading it, in the order in which it says most --- */

static void
read_value (Offer *offer, GType type, GAsyncReadyCallback callback)
{
  if (offer->drop != NULL)
    gdk_drop_read_value_async (offer->drop, type, G_PRIORITY_DEFAULT, NULL, callback,
                               offer);
  else
    gdk_clipboard_read_value_async (offer->clipboard, type, G_PRIORITY_DEFAULT, NULL,
                                    callback, offer);
}

static const GValue *
finish_value (Offer *offer, GAsyncResult *result)
{
  return offer->drop != NULL
             ? gdk_drop_read_value_finish (offer->drop, result, NULL)
             : gdk_clipboard_read_value_finish (offer->clipboard, result, NULL);
}

/* A line that is a web address and nothing else. */
static gboolean
is_lone_address (const char *text)
{
  return dtl_fetch_is_address (text) && strpbrk (text, " \t\r\n") == NULL;
}

static gboolean
take_text (Offer *offer)
{
  g_autoptr (GBytes) bytes = NULL;
  DtlIntake *intake;

  if (offer->text == NULL || *offer->text == '\0')
    return FALSE;
  intake = dtl_intake_new (offer->session);
  bytes = g_bytes_new (offer->text, strlen (offer->text));
  dtl_intake_add_bytes (intake, bytes, DTL_INPUT_AUTO, _ ("Pasted text"), NULL);
  dtl_intake_start (intake);
  return TRUE;
}

static void
on_page_read (GObject *source, GAsyncResult *result, gpointer data)
{
  Offer *offer = data;
  GOutputStream *page = G_OUTPUT_STREAM (source);
  g_autoptr (GBytes) bytes = NULL;
  DtlIntake *intake;

  if (g_output_stream_splice_finish (page, result, NULL) > 0)
    bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (page));
  if (bytes == NULL || g_bytes_get_size (bytes) > MAX_BYTES)
    {
      end_offer (offer, take_text (offer));
      return;
    }
  intake = dtl_intake_new (offer->session);
  dtl_intake_add_bytes (intake, bytes, DTL_INPUT_HTML, _ ("Pasted page"), NULL);
  dtl_intake_start (intake);
  end_offer (offer, TRUE);
}

static void
on_page_stream (GObject *source, GAsyncResult *result, gpointer data)
{
  Offer *offer = data;
  const char *type;
  g_autoptr (GInputStream) stream =
      offer->drop != NULL
          ? gdk_drop_read_finish (offer->drop, result, &type, NULL)
          : gdk_clipboard_read_finish (offer->clipboard, result, &type, NULL);
  g_autoptr (GOutputStream) page = g_memory_output_stream_new_resizable ();

  if (stream == NULL)
    {
      end_offer (offer, take_text (offer));
      return;
    }
  g_output_stream_splice_async (page, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE |
                                    G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, on_page_read, offer);
}

static void
read_page (Offer *offer)
{
  static const char *types[] = { HTML, NULL };

  if (offer->drop != NULL)
    gdk_drop_read_async (offer->drop, types, G_PRIORITY_DEFAULT, NULL, on_page_stream,
                         offer);
  else
    gdk_clipboard_read_async (offer->clipboard, types, G_PRIORITY_DEFAULT, NULL,
                              on_page_stream, offer);
}

/* The words are read first: an address among them is worth more than the page
 * that a browser makes of it. */
static void
on_text (GObject *source, GAsyncResult *result, gpointer data)
{
  Offer *offer = data;
  const GValue *value = finish_value (offer, result);

  if (value != NULL && g_value_get_string (value) != NULL)
    offer->text = g_strstrip (g_value_dup_string (value));
  if (offer->text != NULL && is_lone_address (offer->text))
    {
      DtlIntake *intake = dtl_intake_new (offer->session);

      dtl_intake_add_address (intake, offer->text);
      dtl_intake_start (intake);
      end_offer (offer, TRUE);
    }
  else if (gdk_content_formats_contain_mime_type (get_offered (offer), HTML))
    read_page (offer);
  else
    end_offer (offer, take_text (offer));
}

static void
read_words (Offer *offer)
{
  if (offers_text (offer))
    read_value (offer, G_TYPE_STRING, on_text);
  else if (gdk_content_formats_contain_mime_type (get_offered (offer), HTML))
    read_page (offer);
  else
    end_offer (offer, FALSE);
}

static void
on_files (GObject *source, GAsyncResult *result, gpointer data)
{
  Offer *offer = data;
  const GValue *value = finish_value (offer, result);
  GSList *files = value != NULL ? g_value_get_boxed (value) : NULL;
  DtlIntake *intake;

  if (files == NULL)
    {
      read_words (offer);
      return;
    }
  intake = dtl_intake_new (offer->session);
  for (GSList *link = files; link != NULL; link = link->next)
    dtl_intake_add_file (intake, link->data);
  dtl_intake_start (intake);
  end_offer (offer, TRUE);
}

static void
start_reading (Offer *offer)
{
  if (offers_files (offer))
    read_value (offer, GDK_TYPE_FILE_LIST, on_files);
  else
    read_words (offer);
}

GdkContentFormats *
dtl_offer_get_formats (void)
{
  static const char *types[] = { "text/uri-list", HTML, "text/plain;charset=utf-8",
                                 "text/plain" };
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  gdk_content_formats_builder_add_gtype (builder, GDK_TYPE_FILE_LIST);
  gdk_content_formats_builder_add_gtype (builder, G_TYPE_STRING);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    gdk_content_formats_builder_add_mime_type (builder, types[i]);
  return gdk_content_formats_builder_free_to_formats (builder);
}

void
dtl_offer_take_drop (DtlSession *session, GdkDrop *drop)
{
  start_reading (new_offer (session, drop, NULL));
}

void
dtl_offer_take_clipboard (DtlSession *session, GdkClipboard *clipboard)
{
  start_reading (new_offer (session, NULL, clipboard));
}
