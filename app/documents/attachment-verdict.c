/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/attachment-verdict.h"

#include "engine/attachment-path.h"
#include "engine/attachment.h"
#include "engine/finding.h"
#include "engine/shown-path.h"

static gboolean
is_unchanged (VoletsRecord                *record,
              const VoletsAttachmentCheck *check)
{
  return check->size == volets_record_get_number (record, VOLETS_ATTACHMENT_SIZE)
         && g_strcmp0 (check->sha256,
                       volets_record_get_text (record, VOLETS_ATTACHMENT_SHA256)) == 0;
}

static const char *
get_code (VoletsAttachmentState state)
{
  switch (state)
    {
    case VOLETS_ATTACHMENT_STATE_CHANGED:
      return "piece-modifiee";
    case VOLETS_ATTACHMENT_STATE_MISSING:
      return "piece-introuvable";
    case VOLETS_ATTACHMENT_STATE_REFUSED:
      return "piece-refusee";
    case VOLETS_ATTACHMENT_STATE_FINE:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* « Le fichier » inside a sentence. */
static char *
lower_initial (const char *sentence)
{
  g_autofree char *initial = g_utf8_substring (sentence, 0, 1);
  g_autofree char *lower = g_utf8_strdown (initial, -1);

  return g_strconcat (lower, g_utf8_next_char (sentence), NULL);
}

static char *
write_message (const VoletsAttachmentVerdict *self,
               const char                    *path,
               GFile                         *file,
               guint                          row)
{
  g_autofree char *name = g_path_get_basename (path);

  if (self->state == VOLETS_ATTACHMENT_STATE_MISSING)
    {
      g_autofree char *shown = volets_shown_path_write (file != NULL ? g_file_peek_path (file)
                                                                     : path);

      return g_strdup_printf ("Pièce %u : le fichier « %s » n’est pas trouvé (%s) ; remettez-le à "
                              "sa place, ou remplacez-le à l’étape Pièces.", row + 1, name, shown);
    }
  if (self->state == VOLETS_ATTACHMENT_STATE_CHANGED)
    return g_strdup_printf ("Pièce %u : le fichier « %s » a changé depuis qu’il a été joint ; "
                            "vérifiez-le, puis acceptez-le ou remplacez-le à l’étape Pièces.",
                            row + 1, name);

  {
    g_autofree char *reason = lower_initial (self->reason);

    return g_strdup_printf ("Pièce %u : %s", row + 1, reason);
  }
}

static void
clear (gpointer data)
{
  VoletsAttachmentVerdict *self = data;

  g_free (self->sha256);
  g_free (self->reason);
}

/**
 * volets_attachment_verdict_new:
 * @record: an attachment
 * @check: (nullable): what its file is now
 * @error: (nullable): why there is no @check
 *
 * Returns: (transfer full): what that means; without a check and an error, nothing tells where the
 *   file is
 */
VoletsAttachmentVerdict *
volets_attachment_verdict_new (VoletsRecord                *record,
                               const VoletsAttachmentCheck *check,
                               const GError                *error)
{
  VoletsAttachmentVerdict *self;

  g_return_val_if_fail (VOLETS_IS_ATTACHMENT (record), NULL);

  self = g_atomic_rc_box_new0 (VoletsAttachmentVerdict);
  self->size = check != NULL ? check->size : VOLETS_UNSET;
  self->sha256 = check != NULL ? g_strdup (check->sha256) : NULL;
  if (check != NULL)
    {
      self->state = is_unchanged (record, check) ? VOLETS_ATTACHMENT_STATE_FINE
                                                 : VOLETS_ATTACHMENT_STATE_CHANGED;
    }
  else if (error == NULL
           || g_error_matches (error, VOLETS_ATTACHMENT_ERROR, VOLETS_ATTACHMENT_ERROR_MISSING))
    {
      self->state = VOLETS_ATTACHMENT_STATE_MISSING;
    }
  else
    {
      self->state = VOLETS_ATTACHMENT_STATE_REFUSED;
      self->reason = g_strdup (error->message);
    }

  return self;
}

VoletsAttachmentVerdict *
volets_attachment_verdict_ref (VoletsAttachmentVerdict *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
volets_attachment_verdict_unref (VoletsAttachmentVerdict *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

gboolean
volets_attachment_verdict_equal (const VoletsAttachmentVerdict *self,
                                 const VoletsAttachmentVerdict *other)
{
  return self->state == other->state && self->size == other->size
         && g_strcmp0 (self->sha256, other->sha256) == 0
         && g_strcmp0 (self->reason, other->reason) == 0;
}

/**
 * volets_attachment_verdict_report:
 * @self: a verdict
 * @record: the attachment
 * @file: (nullable): where it is looked for
 * @row: its row in the dossier, from zero
 * @findings: (element-type VoletsFinding): where to add what is to be said, if anything
 *
 * An attachment never blocks a filing: the person may have it elsewhere.
 */
void
volets_attachment_verdict_report (const VoletsAttachmentVerdict *self,
                                  VoletsRecord                  *record,
                                  GFile                         *file,
                                  guint                          row,
                                  GPtrArray                     *findings)
{
  const char *path = volets_record_get_text (record, VOLETS_ATTACHMENT_PATH);

  /* That there is no path, the review says. */
  if (self->state == VOLETS_ATTACHMENT_STATE_FINE || path == NULL)
    return;

  g_ptr_array_add (findings,
                   volets_finding_new (VOLETS_SEVERITY_WARNING, get_code (self->state),
                                       VOLETS_SECTION_ATTACHMENTS, (int) row,
                                       VOLETS_ATTACHMENT_PATH, NULL,
                                       write_message (self, path, file, row)));
}

/**
 * volets_attachments_review:
 * @dossier: a dossier
 * @place: (nullable): the file it is in
 *
 * Reads every attached file, which may take long.
 *
 * Returns: (transfer full) (element-type VoletsFinding): those that are not, any more, what they
 *   were when they were added, in the order of the dossier
 */
GPtrArray *
volets_attachments_review (VoletsDossier *dossier,
                           GFile         *place)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) volets_finding_free);

  g_return_val_if_fail (VOLETS_IS_DOSSIER (dossier), findings);

  for (guint i = 0; i < volets_dossier_get_n_rows (dossier, VOLETS_SECTION_ATTACHMENTS); i++)
    {
      VoletsRecord *record = volets_dossier_get_row (dossier, VOLETS_SECTION_ATTACHMENTS, i);
      const char *path = volets_record_get_text (record, VOLETS_ATTACHMENT_PATH);
      g_autoptr (GFile) file = path != NULL ? volets_attachment_path_read (path, place) : NULL;
      g_autoptr (VoletsAttachmentCheck) check = NULL;
      g_autoptr (VoletsAttachmentVerdict) verdict = NULL;
      g_autoptr (GError) error = NULL;

      if (file != NULL)
        check = volets_attachment_check_file (file, NULL, &error);
      verdict = volets_attachment_verdict_new (record, check, error);
      volets_attachment_verdict_report (verdict, record, file, i, findings);
    }

  return findings;
}
