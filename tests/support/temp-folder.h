/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A folder of its own for a test, and a file in it that is not there yet. It goes away with all
 * that is in it.
 */
typedef struct {
  char  *folder;
  GFile *file;
} VoletsTestFolder;

void volets_test_folder_set_up         (VoletsTestFolder  *self,
                                        gconstpointer      data);
void volets_test_folder_tear_down      (VoletsTestFolder  *self,
                                        gconstpointer      data);
void volets_test_folder_assert_n_files (VoletsTestFolder  *self,
                                        guint              n_files);
GFile *volets_test_folder_put          (VoletsTestFolder  *self,
                                        const char        *name,
                                        const char        *content);

void volets_test_save                  (GFile             *file,
                                        const char        *text,
                                        char             **etag);
void volets_test_assert_holds          (GFile             *file,
                                        const char        *expected);
void volets_test_assert_refused        (const GError      *error,
                                        int                code,
                                        const char        *sentence);

G_END_DECLS
