/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "engine/step.h"

G_BEGIN_DECLS

/* The parts of a dossier, in the order of the files. */
typedef enum {
  VOLETS_SECTION_PROJECT,
  VOLETS_SECTION_APPLICANT,
  VOLETS_SECTION_COMMUNES,
  VOLETS_SECTION_SESSION,
  VOLETS_SECTION_SCHOOLS,
  VOLETS_SECTION_EQUIPMENT,
  VOLETS_SECTION_SERVICES,
  VOLETS_SECTION_SERVICE_LINES,
  VOLETS_SECTION_SUPPORT,
  VOLETS_SECTION_COMMITMENTS,
  VOLETS_SECTION_TRAININGS,
  VOLETS_SECTION_FUNDING,
  VOLETS_SECTION_FUNDERS,
  VOLETS_SECTION_ATTACHMENTS,
  VOLETS_N_SECTIONS,
} VoletsSection;

/**
 * VoletsSectionInfo:
 * @name: the property of the dossier
 * @element: the element in files
 * @row_element: the element of one row; %NULL where the section is a single record
 * @label: what it (or one row of it) is called in French
 * @get_type: the type of the record, or of a row
 * @step: where it is filled in
 */
typedef struct {
  const char  *name;
  const char  *element;
  const char  *row_element;
  const char  *label;
  GType      (*get_type) (void);
  VoletsStep   step;
} VoletsSectionInfo;

const VoletsSectionInfo *volets_section_get_info   (VoletsSection  section);
gboolean                 volets_section_find       (const char    *element,
                                                    VoletsSection *section);
gboolean                 volets_section_find_field (VoletsSection  section,
                                                    const char    *element,
                                                    guint         *field);
gboolean                 volets_section_has_expenses (VoletsSection section);

G_END_DECLS
