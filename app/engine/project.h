/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/record.h"

G_BEGIN_DECLS

/* What the application is for, in the words of the applicant. */
#define VOLETS_TYPE_PROJECT (volets_project_get_type ())
G_DECLARE_FINAL_TYPE (VoletsProject, volets_project, VOLETS, PROJECT, VoletsRecord)

/* The fields, in the order of the files. */
enum {
  VOLETS_PROJECT_TITLE,
  VOLETS_PROJECT_DESCRIPTION,
  VOLETS_PROJECT_PLACE,
  VOLETS_PROJECT_START_DATE,
  VOLETS_PROJECT_END_DATE,
  VOLETS_PROJECT_NOTES,
};

G_END_DECLS
