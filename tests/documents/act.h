/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/exports.h"
#include "engine/applicant.h"
#include "reader.h"

G_BEGIN_DECLS

/* A dossier with what was computed of it, for the tests of papers. */
typedef struct {
  VoletsDossier *dossier;
  VoletsCall    *call;
  VoletsSubsidy *subsidy;
} Act;

void                act_load          (Act                 *act,
                                       const char          *example);
void                act_load_empty    (Act                 *act,
                                       const char          *call_id);
void                act_load_form     (Act                 *act);
void                act_set_applicant (Act                 *act,
                                       VoletsApplicantKind  kind,
                                       const char          *name,
                                       const char          *role);
VoletsRecord       *act_get           (Act                 *act,
                                       VoletsSection        section);
void                act_compute       (Act                 *act);
void                act_clear         (Act                 *act);

const VoletsExport *act_find_export   (const char          *name);
GBytes             *act_make          (const Act           *act,
                                       const char          *export,
                                       const char          *date);
Pdf                *act_print         (const Act           *act,
                                       const char          *export);
gboolean            act_can_read      (void);
char               *act_read_bytes    (GBytes              *pdf);
char               *act_read          (const Act           *act,
                                       const char          *export);
char               *act_squeeze       (const Act           *act,
                                       const char          *export);

void                act_assert_holds  (const char          *flat_text,
                                       const char          *words);
void                act_assert_lacks  (const char          *flat_text,
                                       const char          *words);
void                act_assert_order  (const char          *flat_text,
                                       const char *const   *words);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Act, act_clear)

G_END_DECLS
