#include "config.h"

#include "ui/dtl-notice.h"

#define MAX_BUTTONS 2

struct _DtlNotice {
  GObject parent_instance;

  DtlNoticeKind kind;
  char *text;
  char *detail;
  char *labels[MAX_BUTTONS];
  char *actions[MAX_BUTTONS];
  guint n_buttons;
  gboolean is_lasting;
};

G_DEFINE_FINAL_TYPE (DtlNotice, dtl_notice, G_TYPE_OBJECT)

static void
dtl_notice_finalize (GObject *object)
{
  DtlNotice *self = DTL_NOTICE (object);

  g_free (self->text);
  g_free (self->detail);
  for (guint i = 0; i < self->n_buttons; i++)
    {
      g_free (self->labels[i]);
      g_free (self->actions[i]);
    }

  G_OBJECT_CLASS (dtl_notice_parent_class)->finalize (object);
}

static void
dtl_notice_class_init (DtlNoticeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dtl_notice_finalize;
}

static void
dtl_notice_init (DtlNotice *self)
{
}

DtlNotice *
dtl_notice_new (DtlNoticeKind kind, const char *text, const char *detail)
{
  DtlNotice *self = g_object_new (DTL_TYPE_NOTICE, NULL);

  self->kind = kind;
  self->text = g_strdup (text);
  self->detail = g_strdup (detail);
  return self;
}

void
dtl_notice_add_button (DtlNotice *self, const char *label, const char *action)
{
  g_return_if_fail (self->n_buttons < MAX_BUTTONS);

  self->labels[self->n_buttons] = g_strdup (label);
  self->actions[self->n_buttons] = g_strdup (action);
  self->n_buttons++;
}

void
dtl_notice_set_lasting (DtlNotice *self)
{
  self->is_lasting = TRUE;
}

gboolean
dtl_notice_get_lasting (DtlNotice *self)
{
  return self->is_lasting;
}

DtlNoticeKind
dtl_notice_get_kind (DtlNotice *self)
{
  return self->kind;
}

const char *
dtl_notice_get_text (DtlNotice *self)
{
  return self->text;
}

const char *
dtl_notice_get_detail (DtlNotice *self)
{
  return self->detail;
}

gboolean
dtl_notice_get_button (DtlNotice *self,
                       guint position,
                       const char **ret_label,
                       const char **ret_action)
{
  if (position >= self->n_buttons)
    return FALSE;
  *ret_label = self->labels[position];
  *ret_action = self->actions[position];
  return TRUE;
}
