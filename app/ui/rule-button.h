/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "engine/rule.h"

G_BEGIN_DECLS

/**
 * VoletsRuleButton:
 *
 * « ? », beside a section: what the call says about it, with the source. Property "topic": what it
 * says it about. Property "section": what the section is called, for a screen reader. Is not there
 * where the call says nothing.
 */
#define VOLETS_TYPE_RULE_BUTTON (volets_rule_button_get_type ())
G_DECLARE_FINAL_TYPE (VoletsRuleButton, volets_rule_button, VOLETS, RULE_BUTTON, AdwBin)

void volets_rule_button_set_call (VoletsRuleButton *self,
                                  VoletsCall       *call);
void volets_rule_button_open     (VoletsRuleButton *self);

G_END_DECLS
