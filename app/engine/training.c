/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/training.h"

G_DEFINE_ENUM_TYPE (VoletsTrainingForm, volets_training_form,
                    G_DEFINE_ENUM_VALUE (VOLETS_TRAINING_FORM_MISSING, ""),
                    G_DEFINE_ENUM_VALUE (VOLETS_TRAINING_FORM_PRESENTIEL, "presentiel"),
                    G_DEFINE_ENUM_VALUE (VOLETS_TRAINING_FORM_DISTANCIEL, "distanciel"),
                    G_DEFINE_ENUM_VALUE (VOLETS_TRAINING_FORM_HYBRIDE, "hybride"))

static const VoletsField FIELDS[] = {
  [VOLETS_TRAINING_THEME] = { "theme", "theme", "thème de la formation", VOLETS_FIELD_TEXT, TRUE },
  [VOLETS_TRAINING_FORM] = {
    "form", "forme", "forme de la formation", VOLETS_FIELD_CHOICE, TRUE,
    volets_training_form_get_type,
  },
  [VOLETS_TRAINING_HOURS] = { "hours", "heures", "durée en heures", VOLETS_FIELD_COUNT, TRUE },
  [VOLETS_TRAINING_DATE] = { "date", "date", "date de la formation", VOLETS_FIELD_DATE },
  [VOLETS_TRAINING_TRAINER] = { "trainer", "formateur", "formateur", VOLETS_FIELD_TEXT },
};

VOLETS_DEFINE_RECORD (VoletsTraining, volets_training, FIELDS)
