/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void volets_test_add_cases (const char    *path,
                            const char    *file_name,
                            guint          n_columns,
                            GTestDataFunc  test);

G_END_DECLS
