/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/step-state.h"

#include <glib/gi18n.h>

/* Findings that something is not there yet: of a step that is being filled in, no fault. */
static const char *const MISSING_CODES[] = {
  "aucune-commune",
  "aucune-depense",
  "aucune-ecole",
  "case-a-cocher",
  "champ-manquant",
  "modalite-manquante",
  "piece-manquante",
  NULL,
};

/* Files that have to be looked at, though they do not block the filing. */
static const char *const LOST_CODES[] = {
  "piece-introuvable",
  "piece-modifiee",
  "piece-refusee",
  NULL,
};

static gboolean
is_begun (VoletsDossier *dossier,
          VoletsStep     step)
{
  for (VoletsSection i = 0; i < VOLETS_N_SECTIONS; i++)
    {
      const VoletsSectionInfo *info = volets_section_get_info (i);

      if (info->step != step)
        continue;
      if (info->row_element != NULL
            ? volets_dossier_get_n_rows (dossier, i) > 0
            : !volets_record_is_empty (volets_dossier_get_record (dossier, i)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_asked_for (const GPtrArray *findings,
              VoletsStep       step)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const VoletsFinding *finding = g_ptr_array_index (findings, i);

      if (finding->step == step && finding->severity != VOLETS_SEVERITY_INFORMATION)
        return TRUE;
    }

  return FALSE;
}

/* An error weighs more than something missing; a warning weighs nothing, but for an attachment:
 * without it the XML can be made, and the application is not whole.
 */
static VoletsStepState
weigh_finding (const VoletsFinding *finding,
               VoletsStepState      state)
{
  if (g_strv_contains (LOST_CODES, finding->code))
    return VOLETS_STEP_STATE_ERRORS;
  if (finding->severity != VOLETS_SEVERITY_ERROR
      && !g_str_equal (finding->code, "piece-manquante"))
    return state;
  if (!g_strv_contains (MISSING_CODES, finding->code))
    return VOLETS_STEP_STATE_ERRORS;

  return state == VOLETS_STEP_STATE_ERRORS ? state : VOLETS_STEP_STATE_IN_PROGRESS;
}

/* Nothing is answered in the last step: it follows from all the others. What is filed is filed
 * elsewhere, so that it never gets further than being ready.
 */
static VoletsStepState
conclude (const VoletsStepState  states[VOLETS_N_STEPS],
          const GPtrArray       *findings)
{
  gboolean begun = FALSE;
  gboolean whole = TRUE;

  for (VoletsStep i = 0; i < VOLETS_STEP_FILING; i++)
    {
      begun |= states[i] != VOLETS_STEP_STATE_UNTOUCHED && states[i] != VOLETS_STEP_STATE_OPTIONAL;
      whole &= states[i] == VOLETS_STEP_STATE_COMPLETE || states[i] == VOLETS_STEP_STATE_OPTIONAL;
    }
  if (!begun)
    return VOLETS_STEP_STATE_UNTOUCHED;

  for (guint i = 0; i < findings->len; i++)
    {
      const VoletsFinding *finding = g_ptr_array_index (findings, i);

      if (finding->severity == VOLETS_SEVERITY_ERROR)
        return VOLETS_STEP_STATE_IN_PROGRESS;
    }

  return whole ? VOLETS_STEP_STATE_READY : VOLETS_STEP_STATE_IN_PROGRESS;
}

/**
 * volets_step_state_compute:
 * @dossier: a dossier
 * @findings: (element-type VoletsFinding): what the review says of it
 * @states: (out caller-allocates): how far each step is
 *
 * A pure function of its arguments.
 */
void
volets_step_state_compute (VoletsDossier   *dossier,
                           const GPtrArray *findings,
                           VoletsStepState  states[VOLETS_N_STEPS])
{
  g_return_if_fail (VOLETS_IS_DOSSIER (dossier));
  g_return_if_fail (findings != NULL);

  for (VoletsStep i = 0; i < VOLETS_N_STEPS; i++)
    {
      if (is_begun (dossier, i))
        states[i] = VOLETS_STEP_STATE_COMPLETE;
      else
        states[i] = is_asked_for (findings, i) ? VOLETS_STEP_STATE_UNTOUCHED
                                               : VOLETS_STEP_STATE_OPTIONAL;
    }

  for (guint i = 0; i < findings->len; i++)
    {
      const VoletsFinding *finding = g_ptr_array_index (findings, i);

      if (states[finding->step] != VOLETS_STEP_STATE_UNTOUCHED
          && states[finding->step] != VOLETS_STEP_STATE_OPTIONAL)
        states[finding->step] = weigh_finding (finding, states[finding->step]);
    }

  states[VOLETS_STEP_FILING] = conclude (states, findings);
}

/**
 * volets_step_state_get_label:
 * @state: a state
 *
 * Returns: (transfer none): what it is called in the interface
 */
const char *
volets_step_state_get_label (VoletsStepState state)
{
  switch (state)
    {
    case VOLETS_STEP_STATE_UNTOUCHED:
      return _("Not begun");
    case VOLETS_STEP_STATE_OPTIONAL:
      return _("Optional");
    case VOLETS_STEP_STATE_IN_PROGRESS:
      return _("In progress");
    case VOLETS_STEP_STATE_COMPLETE:
      return _("Complete");
    case VOLETS_STEP_STATE_ERRORS:
      return _("To correct");
    case VOLETS_STEP_STATE_READY:
      return _("Ready to file");
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * volets_step_state_get_icon_name:
 * @state: a state
 *
 * Returns: (transfer none): an icon whose shape alone tells it from the others
 */
const char *
volets_step_state_get_icon_name (VoletsStepState state)
{
  switch (state)
    {
    case VOLETS_STEP_STATE_UNTOUCHED:
      return "volets-step-untouched-symbolic";
    case VOLETS_STEP_STATE_OPTIONAL:
      return "volets-step-optional-symbolic";
    case VOLETS_STEP_STATE_IN_PROGRESS:
      return "volets-step-in-progress-symbolic";
    case VOLETS_STEP_STATE_COMPLETE:
      return "volets-step-complete-symbolic";
    case VOLETS_STEP_STATE_ERRORS:
      return "volets-step-errors-symbolic";
    case VOLETS_STEP_STATE_READY:
      return "volets-step-ready-symbolic";
    default:
      g_return_val_if_reached (NULL);
    }
}
