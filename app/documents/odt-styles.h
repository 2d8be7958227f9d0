/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/sheet.h"

G_BEGIN_DECLS

/* The names of the styles, which are also what whoever amends the text sees. */
#define VOLETS_ODT_OVERLINE "Surtitre"
#define VOLETS_ODT_REPUBLIC "République"
#define VOLETS_ODT_ISSUER "Collectivité"
#define VOLETS_ODT_TITLE "Titre"
#define VOLETS_ODT_SUBTITLE "Sous-titre"
#define VOLETS_ODT_HEADING_2 "Titre_20_2"
#define VOLETS_ODT_HEADING_3 "Titre_20_3"
#define VOLETS_ODT_BODY "Corps"
#define VOLETS_ODT_NOTE "Note"
#define VOLETS_ODT_LIST "Liste"
#define VOLETS_ODT_ARTICLE "Article"
#define VOLETS_ODT_ARTICLE_LABEL "Article_20_numéro"
#define VOLETS_ODT_LABEL "Libellé"
#define VOLETS_ODT_VALUE "Réponse"
#define VOLETS_ODT_CELL "Cellule"
#define VOLETS_ODT_CELL_HEAD "Cellule_20_titre"
#define VOLETS_ODT_CELL_TOTAL "Cellule_20_total"
#define VOLETS_ODT_SIGNATURE "Signature"
#define VOLETS_ODT_SIGNATURE_NAME "Signature_20_nom"
#define VOLETS_ODT_FOOT "Pied_20_de_20_page"
#define VOLETS_ODT_BULLETS "Puces"

/* What follows the name of the style of a cell whose text is at its end. */
#define VOLETS_ODT_AT_END "_20_montant"

#define VOLETS_ODT_FIRST_PAGE "Première_20_page"

GBytes *volets_odt_make_styles (VoletsSheet *sheet);

G_END_DECLS
