/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/record.h"

G_BEGIN_DECLS

/* A training action of the third volet. */
#define VOLETS_TYPE_TRAINING (volets_training_get_type ())
G_DECLARE_FINAL_TYPE (VoletsTraining, volets_training, VOLETS, TRAINING, VoletsRecord)

typedef enum {
  VOLETS_TRAINING_FORM_MISSING,
  VOLETS_TRAINING_FORM_PRESENTIEL,
  VOLETS_TRAINING_FORM_DISTANCIEL,
  VOLETS_TRAINING_FORM_HYBRIDE,
} VoletsTrainingForm;

#define VOLETS_TYPE_TRAINING_FORM (volets_training_form_get_type ())
GType volets_training_form_get_type (void);

/* The fields, in the order of the files. */
enum {
  VOLETS_TRAINING_THEME,
  VOLETS_TRAINING_FORM,
  VOLETS_TRAINING_HOURS,
  VOLETS_TRAINING_DATE,
  VOLETS_TRAINING_TRAINER,
};

G_END_DECLS
