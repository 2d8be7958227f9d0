/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/step-page.h"
#include "ui/steps/filing/export-group.h"

G_BEGIN_DECLS

/**
 * VoletsFilingStep:
 *
 * The last step: what the review found, the documents, and what to do with them.
 *
 * Signal "finding-activated": a finding was chosen, to be opened where it is mended; the
 * #VoletsFinding is valid during the signal.
 */
#define VOLETS_TYPE_FILING_STEP (volets_filing_step_get_type ())
G_DECLARE_FINAL_TYPE (VoletsFilingStep, volets_filing_step, VOLETS, FILING_STEP, VoletsStepPage)

VoletsExportGroup *volets_filing_step_get_exports (VoletsFilingStep *self);

G_END_DECLS
