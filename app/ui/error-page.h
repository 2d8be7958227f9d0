/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Why a file cannot be opened, and what to do about it. */
#define VOLETS_TYPE_ERROR_PAGE (volets_error_page_get_type ())
G_DECLARE_FINAL_TYPE (VoletsErrorPage, volets_error_page, VOLETS, ERROR_PAGE, AdwBin)

void volets_error_page_set_error (VoletsErrorPage  *self,
                                  const char       *name,
                                  GFile            *file,
                                  gboolean          is_call,
                                  const GError     *error);

G_END_DECLS
