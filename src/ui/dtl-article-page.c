#include "config.h"

#include "ui/dtl-article-page.h"

#include "ui/dtl-article-form.h"
#include "ui/dtl-phrases.h"
#include "ui/dtl-widget.h"

#include <string.h>

/* As wide as reads well, with this left free beside it in a narrow window. */
#define COLUMN_WIDTH 660
#define MIN_MARGIN 24
/* What a text view still shows at once; a longer article is cut here. */
#define MAX_BYTES (4 * 1024 * 1024)

struct _DtlArticlePage {
  GtkWidget parent_instance;

  GtkWidget *back_button;
  DtlArticleForm *form;
  GtkWidget *scroller;
  GtkTextView *text_view;
  GtkTextTag *title_tag;
  GtkTextTag *details_tag;
  GtkTextTag *date_tag;
  GtkTextTag *sentence_tag;
  GtkTextMark *sentence_mark;
  guint margin_source;
  gboolean wants_sentence; /* in view, as soon as the text has its width */
  int text_offset;         /* characters of the buffer before the article's text */

  DtlSession *session;
};

G_DEFINE_FINAL_TYPE (DtlArticlePage, dtl_article_page, GTK_TYPE_WIDGET)

/* --- the text --- */

static gsize
find_end (const DtlSource *source)
{
  gsize end = source->text_length;

  if (end > MAX_BYTES)
    for (end = MAX_BYTES; (source->text[end] & 0xc0) == 0x80; end--)
      ;
  return end;
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const DtlTextSpan *first = a;
  const DtlTextSpan *second = b;

  return first->start < second->start ? -1 : first->start > second->start;
}

/* The dated words of the article, in their order. */
static GArray *
collect_spans (DtlTimeline *timeline, const DtlSource *source)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (DtlTextSpan));
  guint n = dtl_timeline_get_n_claims (timeline);
  gsize end = find_end (source);

  for (guint i = 0; i < n; i++)
    {
      DtlClaim claim;

      dtl_timeline_get_claim (timeline, i, &claim);
      if (claim.source != source->id)
        continue;
      for (guint j = 0; j < 2; j++)
        if (claim.mentions[j].start < claim.mentions[j].end &&
            claim.mentions[j].end <= end)
          g_array_append_val (spans, claim.mentions[j]);
    }
  g_array_sort (spans, compare_spans);
  return spans;
}

/* The buffer counts characters, we count bytes. */
static void
get_iter (DtlArticlePage *self,
          const DtlSource *source,
          gsize byte,
          GtkTextIter *ret_iter)
{
  int characters = (int) g_utf8_strlen (source->text, (gssize) byte);

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (self->text_view),
                                      ret_iter, self->text_offset + characters);
}

/* One walk along the text for all the spans, of which there may be many. */
static void
mark_dates (DtlArticlePage *self, const DtlSource *source)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  g_autoptr (GArray) spans =
      collect_spans (dtl_session_get_timeline (self->session), source);
  gsize byte = 0;
  int character = self->text_offset;

  for (guint i = 0; i < spans->len; i++)
    {
      const DtlTextSpan *span = &g_array_index (spans, DtlTextSpan, i);
      GtkTextIter start;
      GtkTextIter end;

      character +=
          (int) g_utf8_strlen (source->text + byte, (gssize) (span->start - byte));
      byte = span->start;
      gtk_text_buffer_get_iter_at_offset (buffer, &start, character);
      end = start;
      gtk_text_iter_forward_chars (&end, (int) g_utf8_strlen (source->text + byte,
                                                              (gssize) (span->end -
                                                                        span->start)));
      gtk_text_buffer_apply_tag (buffer, self->date_tag, &start, &end);
    }
}

/* The title and what is known beside it, unless the text begins with them as
 * plain text does. */
static void
insert_heading (DtlArticlePage *self, GtkTextIter *iter, const DtlSource *source)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  const char *title = dtl_phrases_get_title (source);
  g_autofree char *details = dtl_phrases_dup_source (self->session, source);

  if (g_str_has_prefix (source->text, title))
    return;
  gtk_text_buffer_insert_with_tags (buffer, iter, title, -1, self->title_tag, NULL);
  gtk_text_buffer_insert (buffer, iter, "\n", -1);
  if (details != NULL)
    gtk_text_buffer_insert_with_tags (buffer, iter, details, -1, self->details_tag, NULL);
  gtk_text_buffer_insert (buffer, iter, details != NULL ? "\n\n" : "\n", -1);
}

static void
tag_first_line (DtlArticlePage *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_start_iter (buffer, &start);
  end = start;
  gtk_text_iter_forward_to_line_end (&end);
  gtk_text_buffer_apply_tag (buffer, self->title_tag, &start, &end);
}

static void
show_source (DtlArticlePage *self, const DtlSource *source)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter iter;

  gtk_text_buffer_set_text (buffer, "", 0);
  gtk_text_buffer_get_start_iter (buffer, &iter);
  insert_heading (self, &iter, source);
  self->text_offset = gtk_text_iter_get_offset (&iter);
  gtk_text_buffer_insert (buffer, &iter, source->text, (int) find_end (source));
  if (self->text_offset == 0)
    tag_first_line (self);
  mark_dates (self, source);

  gtk_text_buffer_get_start_iter (buffer, &iter);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                                GTK_SCROLLED_WINDOW (self->scroller)),
                            0);
}

/* --- from the event to the words --- */

/* What the selected event has from this article; FALSE where that is nothing. */
static gboolean
find_selected_claim (DtlArticlePage *self, DtlId source, DtlClaim *ret_claim)
{
  DtlTimeline *timeline = dtl_session_get_timeline (self->session);
  int position =
      dtl_timeline_find_event (timeline, dtl_session_get_selected (self->session));
  DtlEvent event;

  if (position < 0)
    return FALSE;
  dtl_timeline_get_event (timeline, (guint) position, &event);
  for (guint i = 0; i < event.n_claims; i++)
    if (dtl_timeline_find_claim (timeline, event.claims[i], ret_claim) &&
        ret_claim->source == source)
      return TRUE;
  return FALSE;
}

static void
scroll_to_sentence (DtlArticlePage *self)
{
  gtk_text_view_scroll_to_mark (self->text_view, self->sentence_mark, 0, TRUE, 0, 0.3);
}

/* The sentence of the selected event stands out; @scrolls brings it into view. */
static void
show_sentence (DtlArticlePage *self, const DtlSource *source, gboolean scrolls)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start;
  GtkTextIter end;
  DtlClaim claim;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, self->sentence_tag, &start, &end);
  if (!find_selected_claim (self, source->id, &claim) ||
      claim.sentence.end > find_end (source))
    return;

  get_iter (self, source, claim.sentence.start, &start);
  get_iter (self, source, claim.sentence.end, &end);
  gtk_text_buffer_apply_tag (buffer, self->sentence_tag, &start, &end);
  gtk_text_buffer_move_mark (buffer, self->sentence_mark, &start);
  if (scrolls)
    scroll_to_sentence (self);
  self->wants_sentence = scrolls;
}

/* --- from the words to the event --- */

static gboolean
is_in_claim (const DtlClaim *claim, gsize offset)
{
  for (guint i = 0; i < 2; i++)
    if (offset >= claim->mentions[i].start && offset < claim->mentions[i].end)
      return TRUE;
  return FALSE;
}

/* The event that the words at byte @offset of the article became, or 0. */
static DtlId
find_event (DtlArticlePage *self, DtlId source, gsize offset)
{
  DtlTimeline *timeline = dtl_session_get_timeline (self->session);
  guint n = dtl_timeline_get_n_events (timeline);

  for (guint i = 0; i < n; i++)
    {
      DtlEvent event;

      dtl_timeline_get_event (timeline, i, &event);
      for (guint j = 0; j < event.n_claims; j++)
        {
          DtlClaim claim;

          if (dtl_timeline_find_claim (timeline, event.claims[j], &claim) &&
              claim.source == source && is_in_claim (&claim, offset))
            return event.id;
        }
    }
  return 0;
}

static void
on_released (DtlArticlePage *self, int n_press, double x, double y)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  DtlId reading = dtl_session_get_reading (self->session);
  DtlSource source;
  GtkTextIter iter;
  int buffer_x;
  int buffer_y;
  int offset;
  const char *place;

  gtk_text_view_window_to_buffer_coords (self->text_view, GTK_TEXT_WINDOW_WIDGET, (int) x,
                                         (int) y, &buffer_x, &buffer_y);
  if (n_press != 1 || gtk_text_buffer_get_has_selection (buffer) ||
      !gtk_text_view_get_iter_at_location (self->text_view, &iter, buffer_x, buffer_y) ||
      !gtk_text_iter_has_tag (&iter, self->date_tag) ||
      !dtl_timeline_find_source (dtl_session_get_timeline (self->session), reading,
                                 &source))
    return;

  offset = gtk_text_iter_get_offset (&iter) - self->text_offset;
  if (offset < 0)
    return;
  place = g_utf8_offset_to_pointer (source.text, offset);
  dtl_session_select (self->session,
                      find_event (self, reading, (gsize) (place - source.text)));
}

/* --- following the session --- */

static void
update (DtlArticlePage *self)
{
  DtlTimeline *timeline = dtl_session_get_timeline (self->session);
  DtlId reading = dtl_session_get_reading (self->session);
  DtlSource source;

  gtk_widget_set_visible (self->back_button, dtl_timeline_get_n_events (timeline) > 0);
  dtl_article_form_set_open (self->form, FALSE);
  if (reading == 0 || !dtl_timeline_find_source (timeline, reading, &source))
    return;
  show_source (self, &source);
  show_sentence (self, &source, TRUE);
}

static void
on_selection_changed (DtlArticlePage *self)
{
  DtlTimeline *timeline = dtl_session_get_timeline (self->session);
  DtlId reading = dtl_session_get_reading (self->session);
  DtlSource source;

  if (reading != 0 && dtl_timeline_find_source (timeline, reading, &source))
    show_sentence (self, &source, FALSE);
}

static void
on_correct (DtlArticlePage *self)
{
  dtl_article_form_set_open (self->form, !dtl_article_form_get_open (self->form));
}

/* --- the widget --- */

/* The text stays a column in the middle, however wide the window. */
static gboolean
on_update_margins (gpointer data)
{
  DtlArticlePage *self = data;
  int width = gtk_widget_get_width (GTK_WIDGET (self->text_view));
  int margin = MAX ((width - COLUMN_WIDTH) / 2, MIN_MARGIN);

  self->margin_source = 0;
  gtk_text_view_set_left_margin (self->text_view, margin);
  gtk_text_view_set_right_margin (self->text_view, margin);
  if (self->wants_sentence)
    scroll_to_sentence (self);
  self->wants_sentence = FALSE;
  return G_SOURCE_REMOVE;
}

/* The text wraps: it never moves sideways, whatever is scrolled to. */
static void
on_moved_sideways (GtkAdjustment *adjustment)
{
  gtk_adjustment_set_value (adjustment, 0);
}

/* A text view must not be changed while it gets its size. */
static void
on_width_changed (DtlArticlePage *self)
{
  if (self->margin_source == 0)
    self->margin_source =
        g_idle_add_full (GTK_PRIORITY_RESIZE, on_update_margins, self, NULL);
}

static void
dtl_article_page_dispose (GObject *object)
{
  DtlArticlePage *self = DTL_ARTICLE_PAGE (object);

  g_clear_handle_id (&self->margin_source, g_source_remove);
  dtl_widget_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dtl_article_page_parent_class)->dispose (object);
}

static void
dtl_article_page_class_init (DtlArticlePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_article_page_dispose;

  g_type_ensure (DTL_TYPE_ARTICLE_FORM);
  gtk_widget_class_set_css_name (widget_class, "article");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dateline/window/dtl-article-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DtlArticlePage, back_button);
  gtk_widget_class_bind_template_child (widget_class, DtlArticlePage, form);
  gtk_widget_class_bind_template_child (widget_class, DtlArticlePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, DtlArticlePage, text_view);
  gtk_widget_class_bind_template_callback (widget_class, on_correct);
}

static void
create_tags (DtlArticlePage *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GdkRGBA sentence = { 0.96f, 0.65f, 0.14f, 0.12f };
  GdkRGBA date = { 0.96f, 0.65f, 0.14f, 0.3f };
  GtkTextIter start;

  self->title_tag = gtk_text_buffer_create_tag (buffer, NULL, "scale", 1.6, "weight", 700,
                                                "pixels-above-lines", 12,
                                                "pixels-below-lines", 6, NULL);
  self->details_tag =
      gtk_text_buffer_create_tag (buffer, NULL, "style", PANGO_STYLE_ITALIC, NULL);
  /* In this order: of two backgrounds the later tag's is seen. */
  self->sentence_tag =
      gtk_text_buffer_create_tag (buffer, NULL, "background-rgba", &sentence, NULL);
  self->date_tag = gtk_text_buffer_create_tag (buffer, NULL, "background-rgba", &date,
                                               "weight", 600, NULL);
  gtk_text_buffer_get_start_iter (buffer, &start);
  self->sentence_mark = gtk_text_buffer_create_mark (buffer, NULL, &start, TRUE);
}

static void
dtl_article_page_init (DtlArticlePage *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkAdjustment *hadjustment;

  gtk_widget_init_template (GTK_WIDGET (self));
  create_tags (self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text_view), GTK_EVENT_CONTROLLER (click));
  hadjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->text_view));
  g_signal_connect_swapped (hadjustment, "notify::page-size",
                            G_CALLBACK (on_width_changed), self);
  g_signal_connect (hadjustment, "value-changed", G_CALLBACK (on_moved_sideways), NULL);
}

void
dtl_article_page_set_session (DtlArticlePage *self, DtlSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  dtl_article_form_set_session (self->form, session);
  g_signal_connect_object (session, "notify::reading", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "timeline-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed",
                           G_CALLBACK (on_selection_changed), self, G_CONNECT_SWAPPED);
}
