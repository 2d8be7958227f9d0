/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/odf-xml.h"
#include "documents/sheet-block.h"
#include "documents/sheet-look.h"

G_BEGIN_DECLS

/* The styles that are no choice of whoever amends the text, and the tables of one paper. */
#define VOLETS_ODT_FIRST "Première"
#define VOLETS_ODT_KEPT "Corps_20_gardé"
#define VOLETS_ODT_ROW "Rangée"
#define VOLETS_ODT_ROW_SIGNATURE "Rangée_20_signature"

/* How tables show their cells: automatic, because Writer knows no named styles of cells. */
#define VOLETS_ODT_CASE "Case"
#define VOLETS_ODT_CASE_HEAD "Case_20_titre"
#define VOLETS_ODT_CASE_TOTAL "Case_20_total"
#define VOLETS_ODT_CASE_FIELD "Case_20_champ"
#define VOLETS_ODT_CASE_SIGNATURE "Case_20_signature"

gboolean  volets_odt_is_data              (const VoletsSheetLook *look);
gboolean  volets_odt_is_table             (VoletsSheetBlock *block);
char     *volets_odt_name_table           (guint             number);
char     *volets_odt_name_column          (guint             number,
                                           guint             column);
void      volets_odt_add_automatic_styles (VoletsOdfXml     *xml,
                                           GPtrArray        *blocks,
                                           const char       *first_style);

G_END_DECLS
