/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/project.h"

static const VoletsField FIELDS[] = {
  [VOLETS_PROJECT_TITLE] = { "title", "intitule", "intitulé du projet", VOLETS_FIELD_TEXT, TRUE },
  [VOLETS_PROJECT_DESCRIPTION] = {
    "description", "description", "description du projet", VOLETS_FIELD_TEXT, TRUE,
  },
  [VOLETS_PROJECT_PLACE] = { "place", "lieu", "lieu de réalisation", VOLETS_FIELD_TEXT, TRUE },
  [VOLETS_PROJECT_START_DATE] = {
    "start-date", "dateDebut", "date de début prévue", VOLETS_FIELD_DATE, TRUE,
  },
  [VOLETS_PROJECT_END_DATE] = {
    "end-date", "dateFin", "date de fin prévue", VOLETS_FIELD_DATE, TRUE,
  },
  [VOLETS_PROJECT_NOTES] = { "notes", "notes", "notes", VOLETS_FIELD_TEXT },
};

VOLETS_DEFINE_RECORD (VoletsProject, volets_project, FIELDS)
