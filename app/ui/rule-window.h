/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "engine/rule.h"

G_BEGIN_DECLS

/**
 * VoletsRuleWindow:
 *
 * What a call says about a topic: each rule in words, with its source and how sure it is. The
 * Escape key closes it.
 */
#define VOLETS_TYPE_RULE_WINDOW (volets_rule_window_get_type ())
G_DECLARE_FINAL_TYPE (VoletsRuleWindow, volets_rule_window, VOLETS, RULE_WINDOW, AdwWindow)

GtkWindow *volets_rule_window_new (GtkWindow   *parent,
                                   VoletsCall  *call,
                                   VoletsTopic  topic);

G_END_DECLS
