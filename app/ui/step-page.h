/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "engine/finding.h"
#include "ui/editor.h"

G_BEGIN_DECLS

/**
 * VoletsStepPage:
 *
 * One step of the wizard. A step is a template whose fields (VoletsFieldRow) and tables
 * (VoletsRecordTable) say what they are bound to; setting the editor binds them all.
 */
#define VOLETS_TYPE_STEP_PAGE (volets_step_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (VoletsStepPage, volets_step_page, VOLETS, STEP_PAGE, AdwBin)

/**
 * VoletsStepPageClass:
 * @set_editor: binds what the template cannot bind by itself; chain up
 * @update: shows what was computed anew; called once after each change, and from @set_editor
 * @focus_finding: moves the focus to what a finding is about; chain up for what the template binds
 */
struct _VoletsStepPageClass {
  AdwBinClass parent_class;

  void (*set_editor) (VoletsStepPage *self,
                      VoletsEditor   *editor);
  void (*update)     (VoletsStepPage *self);

  gboolean (*focus_finding) (VoletsStepPage      *self,
                             const VoletsFinding *finding);
};

VoletsEditor *volets_step_page_get_editor    (VoletsStepPage       *self);
void          volets_step_page_set_editor    (VoletsStepPage       *self,
                                              VoletsEditor         *editor);
void          volets_step_page_update        (VoletsStepPage       *self);
void          volets_step_page_focus_first   (VoletsStepPage       *self);
gboolean      volets_step_page_open_rule     (VoletsStepPage       *self);
gboolean      volets_step_page_focus_finding (VoletsStepPage       *self,
                                              const VoletsFinding  *finding);

G_END_DECLS
