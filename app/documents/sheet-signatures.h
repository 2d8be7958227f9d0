/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/sheet-block.h"

G_BEGIN_DECLS

/* Boxes side by side to sign in, each with the role and the name of who signs. */
#define VOLETS_TYPE_SHEET_SIGNATURES (volets_sheet_signatures_get_type ())
G_DECLARE_FINAL_TYPE (VoletsSheetSignatures, volets_sheet_signatures, VOLETS, SHEET_SIGNATURES,
                      VoletsSheetBlock)

VoletsSheetBlock  *volets_sheet_signatures_new       (VoletsSheetBlock      *fallback,
                                                      const char *const     *roles,
                                                      const char *const     *names);
const char *const *volets_sheet_signatures_get_roles (VoletsSheetSignatures *self);
const char *const *volets_sheet_signatures_get_names (VoletsSheetSignatures *self);

G_END_DECLS
