/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "engine/field-choices.h"

G_BEGIN_DECLS

/**
 * VoletsChoiceList:
 *
 * What can be chosen for a field, with the model of its names, which all the rows of a table share:
 * an application may have a thousand schools. It does not change.
 */
#define VOLETS_TYPE_CHOICE_LIST (volets_choice_list_get_type ())
G_DECLARE_FINAL_TYPE (VoletsChoiceList, volets_choice_list, VOLETS, CHOICE_LIST, GObject)

VoletsChoiceList         *volets_choice_list_new         (VoletsDossier    *dossier,
                                                          VoletsSection     section,
                                                          guint             field);

const VoletsFieldChoices *volets_choice_list_get_choices (VoletsChoiceList *self);
GListModel               *volets_choice_list_get_labels  (VoletsChoiceList *self);

G_END_DECLS
