/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/finding.h"

#include "engine/french.h"
#include "engine/record.h"

/**
 * volets_finding_new:
 * @severity: how bad it is
 * @code: (transfer none): a static word
 * @section: where it is; it is mended in the step of that
 * @row: the row, or VOLETS_FINDING_NONE
 * @field: the field, or VOLETS_FINDING_NONE
 * @source: (nullable): the source of the rule, which must outlive the finding
 * @message: (transfer full): the sentence, in French
 *
 * Returns: (transfer full): a finding
 */
VoletsFinding *
volets_finding_new (VoletsSeverity      severity,
                    const char         *code,
                    VoletsSection       section,
                    int                 row,
                    int                 field,
                    const VoletsSource *source,
                    char               *message)
{
  VoletsFinding *self = g_new0 (VoletsFinding, 1);

  self->severity = severity;
  self->step = volets_section_get_info (section)->step;
  self->section = section;
  self->row = row;
  self->field = field;
  self->code = code;
  self->source = source;
  self->message = message;

  return self;
}

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
 * volets_finding_name_place:
 * @section: a section
 * @row: a row of it, or VOLETS_FINDING_NONE
 *
 * Returns: (transfer full): what the sentence about a row begins with: « École 3 : »; empty for a
 *   section that is a single record
 */
char *
volets_finding_name_place (VoletsSection section,
                           int           row)
{
  const char *label = volets_section_get_info (section)->label;
  g_autofree char *capitalised = NULL;

  if (row == VOLETS_FINDING_NONE)
    return g_strdup ("");

  capitalised = volets_french_capitalise (label);
  return g_strdup_printf ("%s %d : ", capitalised, row + 1);
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
