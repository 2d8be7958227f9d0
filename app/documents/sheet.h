/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/document.h"
#include "documents/sheet-table.h"

G_BEGIN_DECLS

/**
 * VoletsSheet:
 *
 * An official paper on A4 pages, added block by block from top to bottom. It is laid out when its
 * pages are first asked for. Every text given to it gets the spaces and apostrophes of French
 * typography; none is ever cut, however long.
 */
#define VOLETS_TYPE_SHEET (volets_sheet_get_type ())
G_DECLARE_FINAL_TYPE (VoletsSheet, volets_sheet, VOLETS, SHEET, VoletsDocument)

VoletsSheet *volets_sheet_new            (const char         *title);

void         volets_sheet_set_overline   (VoletsSheet        *self,
                                          const char         *text);
void         volets_sheet_set_subtitle   (VoletsSheet        *self,
                                          const char         *text);
void         volets_sheet_set_short_name (VoletsSheet        *self,
                                          const char         *text);
void         volets_sheet_set_footer     (VoletsSheet        *self,
                                          const char         *mark,
                                          const char         *label);

void         volets_sheet_add_heading    (VoletsSheet        *self,
                                          guint               level,
                                          const char         *text);
void         volets_sheet_add_paragraph  (VoletsSheet        *self,
                                          const char         *text);
void         volets_sheet_add_note       (VoletsSheet        *self,
                                          const char         *text);
void         volets_sheet_add_list       (VoletsSheet        *self,
                                          const char *const  *items);
void         volets_sheet_add_figures    (VoletsSheet        *self,
                                          const char *const  *captions,
                                          const char *const  *values);
void         volets_sheet_add_terms      (VoletsSheet        *self,
                                          const char *const  *terms,
                                          const char *const  *values);
void         volets_sheet_add_table      (VoletsSheet        *self,
                                          VoletsSheetTable   *table);
void         volets_sheet_add_page_break (VoletsSheet        *self);
void         volets_sheet_keep_with_next (VoletsSheet        *self);

G_END_DECLS
