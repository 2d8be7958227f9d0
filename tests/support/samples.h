/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/dossier.h"

G_BEGIN_DECLS

/* Files and dossiers that tests of the files have in common. */

char          *volets_test_get_data_path      (const char           *folder,
                                               const char           *name);
char         **volets_test_list_files         (const char           *folder,
                                               const char           *suffix);
GBytes        *volets_test_load               (const char           *path);
VoletsDossier *volets_test_load_dossier       (const char           *path);
VoletsDossier *volets_test_load_example       (const char           *name);

typedef void (*VoletsTestFieldFunc) (VoletsSection section,
                                     guint         field,
                                     gpointer      user_data);

void           volets_test_foreach_field      (VoletsTestFieldFunc   func,
                                               gpointer              user_data);
VoletsRecord  *volets_test_get_first_record   (VoletsDossier        *dossier,
                                               VoletsSection         section);
char          *volets_test_make_value         (VoletsSection         section,
                                               guint                 row,
                                               guint                 field);
void           volets_test_clear_field        (VoletsRecord         *record,
                                               guint                 field);
VoletsDossier *volets_test_new_full_dossier   (void);
void           volets_test_assert_same_answers (VoletsDossier       *expected,
                                                VoletsDossier       *actual);
void           volets_test_assert_same_bytes  (GBytes               *expected,
                                               GBytes               *actual);

gboolean       volets_test_has_xmllint        (void);
char          *volets_test_run_xmllint        (GBytes               *bytes,
                                               const char           *option,
                                               const char           *argument);

G_END_DECLS
