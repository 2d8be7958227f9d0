/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "engine/call.h"
#include "engine/section.h"

G_BEGIN_DECLS

typedef enum {
  VOLETS_SEVERITY_ERROR,        /* blocks the filing */
  VOLETS_SEVERITY_WARNING,      /* never does */
  VOLETS_SEVERITY_INFORMATION,
} VoletsSeverity;

/* A field that is none, a row that is none: the finding is about the whole section. */
#define VOLETS_FINDING_NONE (-1)

/**
 * VoletsFinding:
 * @severity: how bad it is
 * @step: the step where it is mended
 * @section: the part of the dossier it is about
 * @row: the row of that part, from zero, or VOLETS_FINDING_NONE
 * @field: the field, or VOLETS_FINDING_NONE
 * @code: what it is, a word that does not change: « uai-en-double »
 * @message: the sentence, in French
 * @source: (nullable): the source of the rule, owned by the call
 * @item: (nullable): what the call asks for that is missing, owned by the call
 *
 * Something missing, wrong or doubtful in a dossier. Immutable.
 */
typedef struct {
  VoletsSeverity       severity;
  VoletsStep           step;
  VoletsSection        section;
  int                  row;
  int                  field;
  const char          *code;
  char                *message;
  const VoletsSource  *source;
  const VoletsCallItem *item;
} VoletsFinding;

VoletsFinding *volets_finding_new          (VoletsSeverity        severity,
                                            const char           *code,
                                            VoletsSection         section,
                                            int                   row,
                                            int                   field,
                                            const VoletsSource   *source,
                                            char                 *message);
VoletsFinding *volets_finding_copy         (const VoletsFinding  *self);
void           volets_finding_free         (VoletsFinding        *self);
char          *volets_finding_get_path     (const VoletsFinding  *self);
char          *volets_finding_name_place   (VoletsSection         section,
                                            int                   row);
const char    *volets_severity_get_label   (VoletsSeverity        severity);

G_END_DECLS
