/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor-private.h"

#include "engine/review.h"

/* What is computed of the dossier, once for all changes of a turn of the main loop. */

void
volets_editor_compute (VoletsEditor *self)
{
  g_autofree char *today = volets_editor_get_today (self);

  /* The findings point into the call, which stays, and to nothing of the subsidy. */
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->subsidy, volets_subsidy_unref);
  self->subsidy = volets_subsidy_compute (self->call, self->dossier, NULL);
  self->findings = volets_review (self->call, self->dossier, self->subsidy, today);
  volets_review_join (self->findings, volets_attachment_watch_review (self->attachments));
  volets_review_join (self->findings, volets_unread_texts_review (self->unread_texts,
                                                                  self->dossier));
  volets_editor_update_title (self);
}

static gboolean
update_cb (gpointer user_data)
{
  VoletsEditor *self = user_data;

  self->update_source = 0;
  volets_editor_compute (self);
  g_signal_emit_by_name (self, "updated");

  return G_SOURCE_REMOVE;
}

void
volets_editor_schedule_update (VoletsEditor *self)
{
  /* Before the layout and the drawing of GTK: no frame shows figures of the last turn. */
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

/**
 * volets_editor_get_subsidy:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): the subsidy at the last "updated", valid until the next;
 *   %NULL where the amounts are too large to be added up
 */
const VoletsSubsidy *
volets_editor_get_subsidy (VoletsEditor *self)
{
  g_return_val_if_fail (VOLETS_IS_EDITOR (self), NULL);

  return self->subsidy;
}

/**
 * volets_editor_get_findings:
 * @self: an editor
 *
 * Returns: (transfer none) (element-type VoletsFinding): what the review, and a look at what is
 *   attached, said at the last "updated"; a reference to it must not outlive the call
 */
GPtrArray *
volets_editor_get_findings (VoletsEditor *self)
{
  g_return_val_if_fail (VOLETS_IS_EDITOR (self), NULL);

  return self->findings;
}

/**
 * volets_editor_flush:
 * @self: an editor
 *
 * Computes now what would be computed later in this turn of the main loop, if anything.
 */
void
volets_editor_flush (VoletsEditor *self)
{
  g_return_if_fail (VOLETS_IS_EDITOR (self));

  if (self->update_source == 0)
    return;

  g_source_remove (self->update_source);
  update_cb (self);
}

/**
 * volets_editor_get_today:
 * @self: an editor
 *
 * Returns: (transfer full): the date that the review and the papers go by, 2021-03-31
 */
char *
volets_editor_get_today (VoletsEditor *self)
{
  g_autoptr (GDateTime) now = NULL;

  g_return_val_if_fail (VOLETS_IS_EDITOR (self), NULL);

  if (self->today != NULL)
    return g_strdup (self->today);

  now = g_date_time_new_now_local ();
  return g_date_time_format (now, "%Y-%m-%d");
}

/**
 * volets_editor_set_today:
 * @self: an editor
 * @today: (nullable): the date that the review goes by, 2021-03-31; %NULL for that of the clock
 */
void
volets_editor_set_today (VoletsEditor *self,
                         const char   *today)
{
  g_return_if_fail (VOLETS_IS_EDITOR (self));

  if (g_strcmp0 (self->today, today) == 0)
    return;

  g_free (self->today);
  self->today = g_strdup (today);
  volets_editor_schedule_update (self);
}
