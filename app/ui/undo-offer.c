/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/undo-offer.h"

#include <glib/gi18n.h>

#include "ui/toast.h"

struct _VoletsUndoOffer {
  VoletsEditor      *editor;
  VoletsDossierView *view;     /* not owned */
  AdwToast          *toast;    /* weak: while it can be seen */
  gboolean           undoing;
};

static void
withdraw (VoletsUndoOffer *self)
{
  g_autoptr (AdwToast) toast = self->toast != NULL ? g_object_ref (self->toast) : NULL;

  g_clear_weak_pointer (&self->toast);
  if (toast != NULL)
    adw_toast_dismiss (toast);
}

static void
show_toast (VoletsUndoOffer *self)
{
  AdwToast *toast = volets_toast_new (volets_editor_get_undo_label (self->editor));

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_set_weak_pointer (&self->toast, toast);
  volets_dossier_view_add_toast (self->view, toast);
}

/* A single row more is no surprise to anybody: only what is one is offered to be taken back. What
 * was offered before goes, for it is no longer what would be taken back.
 */
static void
undo_changed_cb (VoletsUndoOffer *self)
{
  withdraw (self);
  if (!self->undoing && volets_editor_get_can_undo (self->editor)
      && !volets_editor_get_undo_is_addition (self->editor))
    show_toast (self);
}

/* Takes back what was typed last in @focus; whether there was any. */
static gboolean
undo_typing (GtkWidget *focus)
{
  g_autofree char *before = NULL;

  if (GTK_IS_TEXT_VIEW (focus))
    return gtk_text_buffer_get_can_undo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)))
           && gtk_widget_activate_action (focus, "text.undo", NULL);
  if (!GTK_IS_EDITABLE (focus))
    return FALSE;

  /* An entry does not say whether there is any. */
  before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (focus)));
  gtk_widget_activate_action (focus, "text.undo", NULL);

  return g_strcmp0 (before, gtk_editable_get_text (GTK_EDITABLE (focus))) != 0;
}

/**
 * volets_undo_offer_new:
 * @editor: a dossier
 * @view: where it is shown, which must outlive the offer
 *
 * Returns: (transfer full): what offers to undo its changes
 */
VoletsUndoOffer *
volets_undo_offer_new (VoletsEditor      *editor,
                       VoletsDossierView *view)
{
  VoletsUndoOffer *self;

  g_return_val_if_fail (VOLETS_IS_EDITOR (editor), NULL);
  g_return_val_if_fail (VOLETS_IS_DOSSIER_VIEW (view), NULL);

  self = g_new0 (VoletsUndoOffer, 1);
  self->editor = g_object_ref (editor);
  self->view = view;
  g_signal_connect_swapped (editor, "notify::undo-label", G_CALLBACK (undo_changed_cb), self);

  return self;
}

void
volets_undo_offer_free (VoletsUndoOffer *self)
{
  g_signal_handlers_disconnect_by_data (self->editor, self);
  g_clear_weak_pointer (&self->toast);
  g_object_unref (self->editor);
  g_free (self);
}

/**
 * volets_undo_offer_undo:
 * @self: an offer
 *
 * Takes back the last change of rows.
 */
void
volets_undo_offer_undo (VoletsUndoOffer *self)
{
  g_return_if_fail (self != NULL);

  self->undoing = TRUE;
  volets_editor_undo (self->editor);
  self->undoing = FALSE;
}

/**
 * volets_undo_offer_undo_near:
 * @self: an offer
 * @focus: (nullable): where the focus is
 *
 * Takes back what a person means with Ctrl+Z: what a toast still speaks of, else what was typed
 * where they are, else the last change of rows.
 */
void
volets_undo_offer_undo_near (VoletsUndoOffer *self,
                             GtkWidget       *focus)
{
  g_return_if_fail (self != NULL);

  if (self->toast != NULL || !undo_typing (focus))
    volets_undo_offer_undo (self);
}
