#include "config.h"

#include "ui/dtl-detail-pane.h"

#include "ui/dtl-article-row.h"
#include "ui/dtl-claim-view.h"
#include "ui/dtl-phrases.h"
#include "ui/dtl-widget.h"

#include <glib/gi18n-lib.h>

/* An event told of by more articles than this is counted, not told in full. */
#define MAX_CLAIMS 50

struct _DtlDetailPane {
  GtkWidget parent_instance;

  GtkWidget *stack;
  GtkWidget *scroller;
  GtkWidget *title;
  GtkWidget *claims;
  GtkWidget *summary;
  GtkWidget *articles;

  DtlSession *session;
};

G_DEFINE_FINAL_TYPE (DtlDetailPane, dtl_detail_pane, GTK_TYPE_WIDGET)

/* --- the event --- */

static void
clear_claims (DtlDetailPane *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->claims)) != NULL)
    gtk_box_remove (GTK_BOX (self->claims), child);
}

static void
append_caption (DtlDetailPane *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "others");
  gtk_box_append (GTK_BOX (self->claims), label);
}

static void
append_claims (DtlDetailPane *self, const DtlEvent *event)
{
  DtlTimeline *timeline = dtl_session_get_timeline (self->session);
  guint shown = 0;

  for (guint i = 0; i < event->n_claims && shown < MAX_CLAIMS; i++)
    {
      DtlClaim claim;

      if (!dtl_timeline_find_claim (timeline, event->claims[i], &claim))
        continue;
      if (shown++ == 1)
        append_caption (self, ngettext ("Another article says", "Other articles say",
                                        event->n_claims - 1));
      gtk_box_append (GTK_BOX (self->claims), dtl_claim_view_new (self->session, &claim));
    }
  if (event->n_claims > shown)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more",
                                                         event->n_claims - shown),
                                               event->n_claims - shown);

      append_caption (self, more);
    }
}

static void
show_event (DtlDetailPane *self, guint position)
{
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  g_autofree char *title = NULL;
  DtlEvent event;

  dtl_timeline_get_event (dtl_session_get_timeline (self->session), position, &event);
  title = dtl_phrases_dup_short (event.title);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  clear_claims (self);
  append_claims (self, &event);
  gtk_adjustment_set_value (adjustment, 0);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "event");
}

/* --- the articles --- */

static void
clear_articles (DtlDetailPane *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->articles)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->articles), child);
}

/* Of every source, how much it says. */
static GHashTable *
count_claims (DtlTimeline *timeline)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);
  guint n = dtl_timeline_get_n_claims (timeline);

  for (guint i = 0; i < n; i++)
    {
      DtlClaim claim;
      gpointer key;
      guint count;

      dtl_timeline_get_claim (timeline, i, &claim);
      key = GUINT_TO_POINTER (claim.source);
      count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));
      g_hash_table_insert (counts, key, GUINT_TO_POINTER (count + 1));
    }
  return counts;
}

static int
find_lane_position (DtlTimeline *timeline, DtlId id)
{
  guint n = dtl_timeline_get_n_lanes (timeline);
  DtlLane lane;

  for (guint i = 0; i < n; i++)
    {
      dtl_timeline_get_lane (timeline, i, &lane);
      if (lane.id == id)
        return (int) i;
    }
  return -1;
}

/* Of every source, the lane of its first event. */
static GHashTable *
find_lanes (DtlTimeline *timeline)
{
  GHashTable *lanes = g_hash_table_new (NULL, NULL);
  guint n = dtl_timeline_get_n_events (timeline);

  for (guint i = 0; i < n; i++)
    {
      DtlEvent event;
      DtlClaim claim;

      dtl_timeline_get_event (timeline, i, &event);
      if (event.n_claims > 0 &&
          dtl_timeline_find_claim (timeline, event.claims[0], &claim) &&
          !g_hash_table_contains (lanes, GUINT_TO_POINTER (claim.source)))
        g_hash_table_insert (lanes, GUINT_TO_POINTER (claim.source),
                             GUINT_TO_POINTER (event.lane));
    }
  return lanes;
}

static void
show_articles (DtlDetailPane *self)
{
  DtlTimeline *timeline = dtl_session_get_timeline (self->session);
  guint n = dtl_timeline_get_n_sources (timeline);
  g_autoptr (GHashTable) counts = count_claims (timeline);
  g_autoptr (GHashTable) lanes = find_lanes (timeline);
  g_autofree char *summary = dtl_phrases_dup_summary (self->session);

  gtk_label_set_label (GTK_LABEL (self->summary), summary);
  clear_articles (self);
  for (guint i = 0; i < n; i++)
    {
      DtlSource source;
      gpointer key;
      DtlId lane;

      dtl_timeline_get_source (timeline, i, &source);
      key = GUINT_TO_POINTER (source.id);
      lane = GPOINTER_TO_UINT (g_hash_table_lookup (lanes, key));
      gtk_list_box_append (GTK_LIST_BOX (self->articles),
                           dtl_article_row_new (self->session, &source,
                                                GPOINTER_TO_UINT (
                                                    g_hash_table_lookup (counts, key)),
                                                find_lane_position (timeline, lane)));
    }
}

/* --- following the session --- */

static void
on_selection_changed (DtlDetailPane *self)
{
  DtlId selected = dtl_session_get_selected (self->session);
  int position =
      dtl_timeline_find_event (dtl_session_get_timeline (self->session), selected);

  if (position >= 0)
    show_event (self, (guint) position);
  else
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "articles");
}

static void
on_timeline_changed (DtlDetailPane *self)
{
  show_articles (self);
  on_selection_changed (self);
}

static void
dtl_detail_pane_dispose (GObject *object)
{
  DtlDetailPane *self = DTL_DETAIL_PANE (object);

  dtl_widget_unparent_children (GTK_WIDGET (object));
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dtl_detail_pane_parent_class)->dispose (object);
}

static void
dtl_detail_pane_class_init (DtlDetailPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dtl_detail_pane_dispose;

  gtk_widget_class_set_css_name (widget_class, "details");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dateline/window/dtl-detail-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, DtlDetailPane, stack);
  gtk_widget_class_bind_template_child (widget_class, DtlDetailPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, DtlDetailPane, title);
  gtk_widget_class_bind_template_child (widget_class, DtlDetailPane, claims);
  gtk_widget_class_bind_template_child (widget_class, DtlDetailPane, summary);
  gtk_widget_class_bind_template_child (widget_class, DtlDetailPane, articles);
}

static void
dtl_detail_pane_init (DtlDetailPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
dtl_detail_pane_set_session (DtlDetailPane *self, DtlSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "selection-changed",
                           G_CALLBACK (on_selection_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "timeline-changed", G_CALLBACK (on_timeline_changed),
                           self, G_CONNECT_SWAPPED);
  on_timeline_changed (self);
}
