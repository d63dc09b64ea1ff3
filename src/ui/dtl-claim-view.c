#include "config.h"

#include "ui/dtl-claim-view.h"

#include "ui/dtl-marked-text.h"
#include "ui/dtl-phrases.h"
#include "ui/dtl-widget.h"

#include <glib/gi18n-lib.h>

/* Of a sentence or paragraph, on either side of the dated words. */
#define MOST_BYTES_BESIDE 3000

struct _DtlClaimView {
  GtkWidget parent_instance;

  GtkWidget *date;
  GtkWidget *precision;
  GtkWidget *status;
  GtkWidget *why_box;
  GtkWidget *why;
  GtkWidget *sentence;
  GtkWidget *paragraph_expander;
  GtkWidget *paragraph;
  GtkWidget *article_title;
  GtkWidget *article_details;
  GtkWidget *article_link;
  GtkWidget *read_button;
};

G_DEFINE_FINAL_TYPE (DtlClaimView, dtl_claim_view, GTK_TYPE_WIDGET)

/* Labels that have nothing to say take no room. */
static void
set_text (GtkWidget *label, const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static void
show_date (DtlClaimView *self, DtlSession *session, const DtlClaim *claim)
{
  const DtlLabelStyle *style = dtl_session_get_label_style (session);
  g_autofree char *date = dtl_label_extent (&claim->extent, style);
  g_autofree char *precision = dtl_label_precision (&claim->extent, style);

  set_text (self->date, date);
  set_text (self->precision, precision);
  gtk_label_set_label (GTK_LABEL (self->status), dtl_phrases_get_status (claim->status));
  gtk_widget_set_tooltip_text (self->status, dtl_phrases_explain_status (claim->status));
  if (claim->status != DTL_CLAIM_HAPPENED)
    gtk_widget_add_css_class (self->status, "unsure");
  set_text (self->why, claim->why);
  gtk_widget_set_visible (self->why_box, gtk_widget_get_visible (self->why));
}

/* What a label can lay out at once of a long piece: round the dated words. */
static DtlTextSpan
shorten (const char *text, DtlTextSpan piece, const DtlTextSpan *mention)
{
  gsize middle = CLAMP (mention->start, piece.start, piece.end);
  DtlTextSpan part = piece;

  if (piece.end - piece.start <= 2 * MOST_BYTES_BESIDE)
    return piece;
  if (middle - piece.start > MOST_BYTES_BESIDE)
    part.start = middle - MOST_BYTES_BESIDE;
  if (piece.end - middle > MOST_BYTES_BESIDE)
    part.end = middle + MOST_BYTES_BESIDE;
  while (part.start < middle && (text[part.start] & 0xc0) == 0x80)
    part.start++;
  while (part.end < piece.end && (text[part.end] & 0xc0) == 0x80)
    part.end++;
  return part;
}

static void
set_piece (GtkWidget *label, const DtlClaim *claim, const char *text, DtlTextSpan piece)
{
  DtlTextSpan part = shorten (text, piece, &claim->mentions[0]);
  g_autofree char *markup = dtl_marked_text_format (text, part, claim->mentions, 2);
  g_autofree char *shown = g_strconcat (part.start > piece.start ? "…" : "", markup,
                                        part.end < piece.end ? "…" : "", NULL);

  gtk_label_set_markup (GTK_LABEL (label), shown);
}

static void
show_words (DtlClaimView *self, const DtlClaim *claim, const char *text)
{
  set_piece (self->sentence, claim, text, claim->sentence);
  set_piece (self->paragraph, claim, text, claim->paragraph);
  gtk_widget_set_visible (self->paragraph_expander,
                          claim->paragraph.end - claim->paragraph.start >
                              claim->sentence.end - claim->sentence.start);
}

static void
show_article (DtlClaimView *self, DtlSession *session, const DtlSource *source)
{
  g_autofree char *details = dtl_phrases_dup_source (session, source);
  g_autofree char *title = dtl_phrases_dup_short (dtl_phrases_get_title (source));

  set_text (self->article_title, title);
  set_text (self->article_details, details);
  gtk_widget_set_visible (self->article_link, source->url != NULL);
  if (source->url != NULL)
    {
      gtk_link_button_set_uri (GTK_LINK_BUTTON (self->article_link), source->url);
      gtk_button_set_label (GTK_BUTTON (self->article_link), source->url);
      gtk_widget_set_tooltip_text (self->article_link, source->url);
    }
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->read_button), "u", source->id);
}

/* An address is longer than the sidebar is wide. */
static void
on_link_label_changed (GtkButton *link)
{
  GtkWidget *label = gtk_button_get_child (link);

  if (GTK_IS_LABEL (label))
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
    }
}

static void
dtl_claim_view_dispose (GObject *object)
{
  dtl_widget_unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (dtl_claim_view_parent_class)->dispose (object);
}

static void
dtl_claim_view_class_init (DtlClaimViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_claim_view_dispose;

  gtk_widget_class_set_css_name (widget_class, "claim");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dateline/window/dtl-claim-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DtlClaimView, date);
  gtk_widget_class_bind_template_child (widget_class, DtlClaimView, precision);
  gtk_widget_class_bind_template_child (widget_class, DtlClaimView, status);
  gtk_widget_class_bind_template_child (widget_class, DtlClaimView, why_box);
  gtk_widget_class_bind_template_child (widget_class, DtlClaimView, why);
  gtk_widget_class_bind_template_child (widget_class, DtlClaimView, sentence);
  gtk_widget_class_bind_template_child (widget_class, DtlClaimView, paragraph_expander);
  gtk_widget_class_bind_template_child (widget_class, DtlClaimView, paragraph);
  gtk_widget_class_bind_template_child (widget_class, DtlClaimView, article_title);
  gtk_widget_class_bind_template_child (widget_class, DtlClaimView, article_details);
  gtk_widget_class_bind_template_child (widget_class, DtlClaimView, article_link);
  gtk_widget_class_bind_template_child (widget_class, DtlClaimView, read_button);
  gtk_widget_class_bind_template_callback (widget_class, on_link_label_changed);
}

static void
dtl_claim_view_init (DtlClaimView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dtl_claim_view_new (DtlSession *session, const DtlClaim *claim)
{
  DtlClaimView *self = g_object_new (DTL_TYPE_CLAIM_VIEW, NULL);
  DtlSource source;

  show_date (self, session, claim);
  if (dtl_timeline_find_source (dtl_session_get_timeline (session), claim->source,
                                &source))
    {
      show_words (self, claim, source.text);
      show_article (self, session, &source);
    }
  return GTK_WIDGET (self);
}
