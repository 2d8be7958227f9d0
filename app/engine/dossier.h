/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "engine/record.h"
#include "engine/section.h"

G_BEGIN_DECLS

#define VOLETS_TYPE_DOSSIER (volets_dossier_get_type ())
G_DECLARE_FINAL_TYPE (VoletsDossier, volets_dossier, VOLETS, DOSSIER, GObject)

VoletsDossier *volets_dossier_new          (const char      *call_id);
VoletsDossier *volets_dossier_copy         (VoletsDossier   *self);

const char    *volets_dossier_get_call_id  (VoletsDossier   *self);
void           volets_dossier_set_call_id  (VoletsDossier   *self,
                                            const char      *call_id);

VoletsRecord  *volets_dossier_get_record   (VoletsDossier   *self,
                                            VoletsSection    section);
GListStore    *volets_dossier_get_list     (VoletsDossier   *self,
                                            VoletsSection    section);
VoletsRecord  *volets_dossier_append       (VoletsDossier   *self,
                                            VoletsSection    section);
guint          volets_dossier_get_n_rows   (VoletsDossier   *self,
                                            VoletsSection    section);
VoletsRecord  *volets_dossier_get_row      (VoletsDossier   *self,
                                            VoletsSection    section,
                                            guint            row);
GPtrArray     *volets_dossier_list_rows    (VoletsDossier   *self,
                                            VoletsSection    section);

G_END_DECLS
