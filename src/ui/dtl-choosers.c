#include "config.h"

#include "ui/dtl-choosers.h"

#include "io/dtl-fetch.h"
#include "io/dtl-render-file.h"
#include "ui/dtl-intake.h"
#include "ui/dtl-settings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a dialog was opened for. */
typedef struct {
  DtlSession *session;
  GtkWindow *parent;
  DtlDocumentDone done;
  gpointer data;
} Request;

static Request *
new_request (GtkWindow *parent, DtlSession *session, DtlDocumentDone done, gpointer data)
{
  Request *request = g_new0 (Request, 1);

  request->session = g_object_ref (session);
  request->parent = g_object_ref (parent);
  request->done = done;
  request->data = data;
  return request;
}

static void
free_request (Request *request)
{
  g_object_unref (request->session);
  g_object_unref (request->parent);
  g_free (request);
}

/* --- what they have in common --- */

static void
start_in_last_folder (GtkFileChooser *chooser)
{
  g_autofree char *uri =
      g_settings_get_string (dtl_settings_get_default (), "last-folder");
  g_autoptr (GFile) folder = *uri != '\0' ? g_file_new_for_uri (uri) : NULL;

  if (folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

static void
remember_folder (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (uri != NULL)
    g_settings_set_string (dtl_settings_get_default (), "last-folder", uri);
}

static GtkFileFilter *
add_filter (GtkFileChooser *chooser, const char *name, const char *const *suffixes)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_chooser_add_filter (chooser, filter);
  g_object_unref (filter);
  return filter;
}

static void
add_all_files_filter (GtkFileChooser *chooser)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("All files"));
  gtk_file_filter_add_pattern (filter, "*");
  gtk_file_chooser_add_filter (chooser, filter);
  g_object_unref (filter);
}

static void
show_native (GtkFileChooserNative *dialog, GCallback on_response, Request *request)
{
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  start_in_last_folder (GTK_FILE_CHOOSER (dialog));
  g_signal_connect (dialog, "response", on_response, request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* The file chosen, with @suffix where its name has none; NULL where none was
 * chosen. Ends the dialog. */
static GFile *
take_file (GtkFileChooserNative *dialog, int response, const char *suffix)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *name = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_object_unref (dialog);
  if (file == NULL)
    return NULL;
  remember_folder (file);
  name = g_file_get_basename (file);
  if (strchr (name, '.') == NULL)
    {
      g_autoptr (GFile) folder = g_file_get_parent (file);
      g_autofree char *longer = g_strconcat (name, suffix, NULL);

      return g_file_get_child (folder, longer);
    }
  return g_steal_pointer (&file);
}

/* The document's title as the name of a file. */
static char *
dup_file_name (DtlSession *session, const char *suffix)
{
  g_autofree char *title = dtl_session_dup_title (session);

  if (title == NULL)
    title = g_strdup (_ ("Timeline"));
  g_strdelimit (title, "/\\:*?\"<>|\n", ' ');
  return g_strconcat (g_strstrip (title), suffix, NULL);
}

/* --- opening --- */

static void
on_open_response (GtkFileChooserNative *dialog, int response, Request *request)
{
  GListModel *files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  guint n = response == GTK_RESPONSE_ACCEPT ? g_list_model_get_n_items (files) : 0;
  DtlIntake *intake = dtl_intake_new (request->session);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      dtl_intake_add_file (intake, file);
      remember_folder (file);
    }
  dtl_intake_start (intake);
  g_object_unref (files);
  g_object_unref (dialog);
  free_request (request);
}

void
dtl_choosers_open (GtkWindow *parent, DtlSession *session)
{
  static const char *const readable[] = { "dateline", "html", "htm",  "xhtml", "txt",
                                          "text",     "md",   "xml",  "mhtml", "mht",
                                          "epub",     "odt",  "fodt", "docx",  "pdf",
                                          "eml",      "mbox", "rss",  "atom",  "rdf",
                                          "nitf",     "tei",  NULL };
  static const char *const documents[] = { "dateline", NULL };
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (_ ("Open Articles"), parent,
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"),
                                   _ ("_Cancel"));
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);

  gtk_file_chooser_set_select_multiple (chooser, TRUE);
  gtk_file_chooser_set_filter (chooser, add_filter (chooser, _ ("Articles and timelines"),
                                                    readable));
  add_filter (chooser, _ ("Timelines"), documents);
  add_all_files_filter (chooser);
  show_native (dialog, G_CALLBACK (on_open_response),
               new_request (parent, session, NULL, NULL));
}

/* --- saving --- */

static void
on_save_response (GtkFileChooserNative *dialog, int response, Request *request)
{
  g_autoptr (GFile) file = take_file (dialog, response, ".dateline");

  if (file != NULL)
    dtl_document_save (request->session, file, request->done, request->data);
  else if (request->done != NULL)
    request->done (request->session, FALSE, request->data);
  free_request (request);
}

void
dtl_choosers_save (GtkWindow *parent,
                   DtlSession *session,
                   DtlDocumentDone done,
                   gpointer data)
{
  static const char *const suffixes[] = { "dateline", NULL };
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (_ ("Save Timeline"), parent,
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"),
                                   _ ("_Cancel"));
  g_autofree char *name = dup_file_name (session, ".dateline");

  add_filter (GTK_FILE_CHOOSER (dialog), _ ("Timelines"), suffixes);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  show_native (dialog, G_CALLBACK (on_save_response),
               new_request (parent, session, done, data));
}

/* --- exporting --- */

static void
on_export_response (GtkFileChooserNative *dialog, int response, Request *request)
{
  g_autoptr (GFile) file = take_file (dialog, response, ".svg");

  if (file != NULL)
    dtl_document_export (request->session, file);
  free_request (request);
}

void
dtl_choosers_export (GtkWindow *parent, DtlSession *session)
{
  static const char *const suffixes[] = { "svg", "pdf", "png", NULL };
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (_ ("Export Timeline"), parent,
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"),
                                   _ ("_Cancel"));
  g_autofree char *name = dup_file_name (session, ".svg");

  add_filter (GTK_FILE_CHOOSER (dialog), _ ("Pictures (SVG, PDF, PNG)"), suffixes);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  show_native (dialog, G_CALLBACK (on_export_response),
               new_request (parent, session, NULL, NULL));
}

/* --- an address --- */

static GtkEditable *
get_entry (GtkDialog *dialog)
{
  return GTK_EDITABLE (g_object_get_data (G_OBJECT (dialog), "entry"));
}

/* People leave out what browsers do not show. */
static char *
complete_address (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  if (*stripped == '\0' || dtl_fetch_is_address (stripped))
    return g_steal_pointer (&stripped);
  return g_strconcat ("https://", stripped, NULL);
}

static void
on_address_changed (GtkEditable *entry, GtkDialog *dialog)
{
  gtk_dialog_set_response_sensitive (dialog, GTK_RESPONSE_ACCEPT,
                                     *gtk_editable_get_text (entry) != '\0');
}

/* Lets go of its parent first: what is done next may close that, and GTK 4.8
 * would touch it once more when the dialog goes. */
static void
close_dialog (GtkDialog *dialog)
{
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
on_address_response (GtkDialog *dialog, int response, Request *request)
{
  g_autofree char *address =
      complete_address (gtk_editable_get_text (get_entry (dialog)));

  if (response == GTK_RESPONSE_ACCEPT && *address != '\0')
    {
      DtlIntake *intake = dtl_intake_new (request->session);

      dtl_intake_add_address (intake, address);
      dtl_intake_start (intake);
    }
  close_dialog (dialog);
  free_request (request);
}

static GtkWidget *
make_address_entry (GtkWidget *dialog)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_URL);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), "https://");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 44);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Address of an article"), -1);
  g_signal_connect (entry, "changed", G_CALLBACK (on_address_changed), dialog);
  return entry;
}

void
dtl_choosers_open_address (GtkWindow *parent, DtlSession *session)
{
  GtkWidget *dialog =
      gtk_dialog_new_with_buttons (_ ("Open an Address"), parent,
                                   GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT |
                                       GTK_DIALOG_USE_HEADER_BAR,
                                   _ ("_Cancel"), GTK_RESPONSE_CANCEL, _ ("_Open"),
                                   GTK_RESPONSE_ACCEPT, NULL);
  GtkWidget *content = gtk_dialog_get_content_area (GTK_DIALOG (dialog));
  GtkWidget *entry = make_address_entry (dialog);
  GtkWidget *hint =
      gtk_label_new (_ ("Only this page is fetched: no pictures, no scripts."));

  g_object_set_data (G_OBJECT (dialog), "entry", entry);
  gtk_widget_add_css_class (content, "dialog-content");
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_box_append (GTK_BOX (content), entry);
  gtk_box_append (GTK_BOX (content), hint);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);
  gtk_dialog_set_response_sensitive (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT, FALSE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_address_response),
                    new_request (parent, session, NULL, NULL));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- before closing --- */

static void
on_confirm_response (GtkDialog *dialog, int response, Request *request)
{
  GFile *file = dtl_session_get_file (request->session);

  close_dialog (dialog);
  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    dtl_document_save (request->session, file, request->done, request->data);
  else if (response == GTK_RESPONSE_ACCEPT)
    dtl_choosers_save (request->parent, request->session, request->done, request->data);
  else
    request->done (request->session, response == GTK_RESPONSE_REJECT, request->data);
  free_request (request);
}

void
dtl_choosers_confirm_close (GtkWindow *parent,
                            DtlSession *session,
                            DtlDocumentDone done,
                            gpointer data)
{
  g_autofree char *title = dtl_session_dup_title (session);
  GtkWidget *dialog =
      gtk_message_dialog_new (parent, GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                              GTK_MESSAGE_QUESTION, GTK_BUTTONS_NONE,
                              _ ("Save the timeline before closing?"));

  gtk_message_dialog_format_secondary_text (
      GTK_MESSAGE_DIALOG (dialog),
      _ ("What is new in “%s” is not in any file. If you do not save, it is lost."),
      title != NULL ? title : _ ("Timeline"));
  gtk_dialog_add_buttons (GTK_DIALOG (dialog), _ ("_Don’t Save"), GTK_RESPONSE_REJECT,
                          _ ("_Cancel"), GTK_RESPONSE_CANCEL, _ ("_Save"),
                          GTK_RESPONSE_ACCEPT, NULL);
  gtk_widget_add_css_class (gtk_dialog_get_widget_for_response (GTK_DIALOG (dialog),
                                                                GTK_RESPONSE_REJECT),
                            "destructive-action");
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);
  g_signal_connect (dialog, "response", G_CALLBACK (on_confirm_response),
                    new_request (parent, session, done, data));
  gtk_window_present (GTK_WINDOW (dialog));
}
