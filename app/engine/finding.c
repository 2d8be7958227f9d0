/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/finding.h"

#include "engine/record.h"

/**
 * volets_finding_copy:
 * @self: a finding
 *
 * Returns: (transfer full): the same, for the same call
 */
VoletsFinding *
volets_finding_copy (const VoletsFinding *self)
{
  VoletsFinding *copy = g_memdup2 (self, sizeof *self);

  copy->message = g_strdup (self->message);

  return copy;
}

void
volets_finding_free (VoletsFinding *self)
{
  g_free (self->message);
  g_free (self);
}

/**
 * volets_finding_get_path:
 * @self: a finding
 *
 * Returns: (transfer full): where it is, in the words of the files: « ecoles[2]/uai », rows
 *   counted from one
 */
char *
volets_finding_get_path (const VoletsFinding *self)
{
  const VoletsSectionInfo *info = volets_section_get_info (self->section);
  GString *path = g_string_new (info->element);

  if (self->row != VOLETS_FINDING_NONE)
    g_string_append_printf (path, "[%d]", self->row + 1);
  if (self->field != VOLETS_FINDING_NONE)
    {
      g_autoptr (VoletsRecordClass) klass = g_type_class_ref (info->get_type ());

      g_string_append_printf (path, "/%s", klass->fields[self->field].element);
    }

  return g_string_free (path, FALSE);
}

/**
 * volets_severity_get_label:
 * @severity: how bad something is
 *
 * Returns: (transfer none): the same in French
 */
const char *
volets_severity_get_label (VoletsSeverity severity)
{
  switch (severity)
    {
    case VOLETS_SEVERITY_ERROR:
      return "erreur";
    case VOLETS_SEVERITY_WARNING:
      return "avertissement";
    case VOLETS_SEVERITY_INFORMATION:
      return "information";
    default:
      g_return_val_if_reached (NULL);
    }
}
