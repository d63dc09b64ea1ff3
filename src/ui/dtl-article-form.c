#include "config.h"

#include "ui/dtl-article-form.h"

#include "article/dtl-clean-text.h"
#include "ui/dtl-correction.h"
#include "ui/dtl-language-list.h"
#include "ui/dtl-phrases.h"
#include "ui/dtl-widget.h"

#include <glib/gi18n-lib.h>

struct _DtlArticleForm {
  GtkWidget parent_instance;

  GtkWidget *revealer;
  GtkWidget *title_entry;
  GtkWidget *title_error;
  GtkWidget *date_entry;
  GtkWidget *date_error;
  GtkDropDown *language_list;

  DtlSession *session;
  DtlId source;   /* that the fields are about */
  char *language; /* of it; may be NULL */
};

G_DEFINE_FINAL_TYPE (DtlArticleForm, dtl_article_form, GTK_TYPE_WIDGET)

/* --- fields --- */

/* @message: NULL where the field is right. */
static void
show_error (GtkWidget *entry, GtkWidget *label, const char *message)
{
  gtk_label_set_label (GTK_LABEL (label), message != NULL ? message : "");
  gtk_widget_set_visible (label, message != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                               : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (message != NULL)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
}

static void
fill_in (DtlArticleForm *self, const DtlSource *source)
{
  g_autoptr (GtkStringList) languages = dtl_language_list_new (source->language);

  self->source = source->id;
  g_free (self->language);
  self->language = g_strdup (source->language);
  gtk_editable_set_text (GTK_EDITABLE (self->title_entry),
                         dtl_phrases_get_title (source));
  gtk_editable_set_text (GTK_EDITABLE (self->date_entry),
                         source->published != NULL ? source->published : "");
  gtk_drop_down_set_model (self->language_list, G_LIST_MODEL (languages));
  gtk_drop_down_set_selected (self->language_list,
                              dtl_language_list_find (self->language, source->language));
  show_error (self->title_entry, self->title_error, NULL);
  show_error (self->date_entry, self->date_error, NULL);
}

/* NULL where there is none, which is said. Caller frees. */
static char *
read_title (DtlArticleForm *self)
{
  char *title =
      dtl_clean_text (gtk_editable_get_text (GTK_EDITABLE (self->title_entry)), -1);

  show_error (self->title_entry, self->title_error,
              title == NULL ? _ ("Give the article a title.") : NULL);
  return title;
}

static gboolean
read_date (DtlArticleForm *self, const char *language, char **ret_published)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->date_entry));
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (dtl_correction_read_date (words, language, ret_published, &error))
    {
      show_error (self->date_entry, self->date_error, NULL);
      return TRUE;
    }
  message = dtl_phrases_dup_sentence (error->message);
  show_error (self->date_entry, self->date_error, message);
  return FALSE;
}

/* --- commands --- */

static void
on_apply (DtlArticleForm *self)
{
  const char *language =
      dtl_language_list_get_tag (self->language,
                                 gtk_drop_down_get_selected (self->language_list));
  g_autofree char *published = NULL;
  g_autofree char *title = read_title (self);
  gboolean has_date = read_date (self, language, &published);
  DtlCorrection correction = { title, published, language };

  /* The first wrong field is where to go on. */
  if (title == NULL)
    gtk_widget_grab_focus (self->title_entry);
  else if (!has_date)
    gtk_widget_grab_focus (self->date_entry);
  if (title == NULL || !has_date)
    return;
  dtl_article_form_set_open (self, FALSE);
  dtl_correction_start (self->session, self->source, &correction);
}

static void
on_cancel (DtlArticleForm *self)
{
  dtl_article_form_set_open (self, FALSE);
}

static gboolean
on_key (DtlArticleForm *self, guint key)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  on_cancel (self);
  return GDK_EVENT_STOP;
}

/* --- the widget --- */

static void
dtl_article_form_dispose (GObject *object)
{
  DtlArticleForm *self = DTL_ARTICLE_FORM (object);

  dtl_widget_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->session);
  g_clear_pointer (&self->language, g_free);

  G_OBJECT_CLASS (dtl_article_form_parent_class)->dispose (object);
}

static void
dtl_article_form_class_init (DtlArticleFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_article_form_dispose;

  gtk_widget_class_set_css_name (widget_class, "article-form");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dateline/window/dtl-article-form.ui");
  gtk_widget_class_bind_template_child (widget_class, DtlArticleForm, revealer);
  gtk_widget_class_bind_template_child (widget_class, DtlArticleForm, title_entry);
  gtk_widget_class_bind_template_child (widget_class, DtlArticleForm, title_error);
  gtk_widget_class_bind_template_child (widget_class, DtlArticleForm, date_entry);
  gtk_widget_class_bind_template_child (widget_class, DtlArticleForm, date_error);
  gtk_widget_class_bind_template_child (widget_class, DtlArticleForm, language_list);
  gtk_widget_class_bind_template_callback (widget_class, on_apply);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

static void
dtl_article_form_init (DtlArticleForm *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
dtl_article_form_set_session (DtlArticleForm *self, DtlSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
}

void
dtl_article_form_set_open (DtlArticleForm *self, gboolean open)
{
  DtlSource source;

  if (open &&
      !dtl_timeline_find_source (dtl_session_get_timeline (self->session),
                                 dtl_session_get_reading (self->session), &source))
    open = FALSE;
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), open);
  if (!open)
    return;
  fill_in (self, &source);
  gtk_widget_grab_focus (self->title_entry);
}

gboolean
dtl_article_form_get_open (DtlArticleForm *self)
{
  return gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer));
}
