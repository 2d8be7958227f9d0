/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/record-table.h"

#include "ui/field-editor.h"

G_BEGIN_DECLS

typedef struct _VoletsTableColumn VoletsTableColumn;

/**
 * VoletsTablePlace:
 * @above: (nullable): the column in whose cells it stands, or %NULL in those of its own
 * @line: the line of the row, from zero
 */
typedef struct {
  VoletsTableColumn  *above;
  guint               line;
} VoletsTablePlace;

/**
 * VoletsTableColumn:
 * @table: the table that owns it
 * @field: the field, or VOLETS_FINDING_NONE where it is computed
 * @title: what its header says
 * @width: in pixels at 100 % text, or -1
 * @place: where its cells stand
 * @large_place: the same where text is large
 * @write: what is computed; %NULL for the numbers of the rows
 * @user_data: for @write
 * @condition: the field, yes or no, without which its cells are not shown, or VOLETS_FINDING_NONE
 * @is_check: whether it is a yes or no, which always has its check box
 * @column: (nullable): the column of the view, of what ever has one of its own
 * @spares: (element-type VoletsFieldEditor): editors that no cell in sight wants
 */
struct _VoletsTableColumn {
  VoletsRecordTable    *table;
  int                   field;
  char                 *title;
  int                   width;
  VoletsTablePlace      place;
  VoletsTablePlace      large_place;
  VoletsRecordText      write;
  gpointer              user_data;
  int                   condition;
  gboolean              is_check;
  GtkColumnViewColumn  *column;
  GPtrArray            *spares;
};

/* Under this name the widget of a cell has its cell, and an item of the view all of them. */
#define VOLETS_TABLE_CELL "volets-table-cell"

/**
 * VoletsTableCell:
 * @column: its column
 * @item: its row, as the view has it
 * @widget: a #VoletsCellFace where something is typed, a #GtkInscription where it is computed,
 *   else an #AdwBin
 * @editor: (nullable): the editor, while it is shown
 * @record: (nullable): what it shows
 * @is_bound: whether the view wants it to show that
 * @is_stale: whether it may have changed since it was shown
 * @notify_id: of a cell that is computed, or not always shown
 *
 * One cell that the view has made: for a long list those of some 200 rows. Editors are costly, so
 * that only cells in sight have one, and none comes to them while they are scrolled.
 */
typedef struct {
  VoletsTableColumn  *column;
  GtkListItem        *item;
  GtkWidget          *widget;
  VoletsFieldEditor  *editor;
  VoletsRecord       *record;
  gboolean            is_bound;
  gboolean            is_stale;
  gulong              notify_id;
} VoletsTableCell;

struct _VoletsRecordTable {
  GtkWidget           parent_instance;

  VoletsSection       section;
  VoletsEditor       *editor;
  GSignalGroup       *editor_signals;
  GPtrArray          *columns;       /* of VoletsTableColumn */
  GPtrArray          *cells;         /* of VoletsTableCell, those that show a record */
  GHashTable         *mistakes;      /* a row and a field → what the review says of the cell */
  guint               sight_id;      /* of the next frame, where editors are to be moved */
  guint               rest_id;       /* while the rows are scrolled */
  gboolean            is_large;      /* whether the columns are arranged for large text */
  int                 row_height;    /* of the tallest editor: rows without editors have it too */
  GCancellable       *cancellable;   /* of a paste under way */

  GtkStack           *stack;
  GtkColumnView      *view;
  GtkMultiSelection  *selection;
  GtkLabel           *empty_title;
  GtkLabel           *empty_description;
  GtkButton          *empty_add;
  GtkWidget          *scroller;
  GtkScrollbar       *scrollbar;
  GtkLabel           *total;
  GtkLabel           *mistakes_label;
  GtkWidget          *notice;
  GtkLabel           *notice_title;
  GtkLabel           *notice_text;
  AdwButtonContent   *add_content;
  GtkWidget          *add;
  GtkWidget          *duplicate;
  GtkWidget          *delete;
};

/* The columns and their cells. */
void             volets_record_table_add_numbers      (VoletsRecordTable  *self);
void             volets_record_table_scale_columns    (VoletsRecordTable  *self);
void             volets_table_column_free             (VoletsTableColumn  *self);
gboolean         volets_table_column_is_field         (const VoletsTableColumn  *self);
gboolean         volets_table_column_is_stacked       (const VoletsTableColumn  *self);
void             volets_table_column_scroll_to        (VoletsTableColumn  *self);

void             volets_table_cell_bind               (VoletsTableCell    *self);
void             volets_table_cell_unbind             (VoletsTableCell    *self);
void             volets_table_cell_teardown           (VoletsTableCell    *self);
void             volets_table_cell_place              (VoletsTableCell    *self);
void             volets_table_cell_refresh            (VoletsTableCell    *self);
void             volets_table_cell_show_mistake       (VoletsTableCell    *self);
void             volets_table_cell_release            (VoletsTableCell    *self);
guint            volets_table_cell_get_row            (const VoletsTableCell    *self);

void             volets_record_table_refresh_choices (VoletsRecordTable  *self);
void             volets_record_table_show_mistakes    (VoletsRecordTable  *self);

/* The editors of the cells. */
void             volets_table_cell_fill               (VoletsTableCell    *self);
void             volets_table_cell_name_editor        (VoletsTableCell    *self);
void             volets_table_cell_hide_editor        (VoletsTableCell    *self);
void             volets_table_cell_give_editor_back   (VoletsTableCell    *self);

void             volets_record_table_find_sight       (VoletsRecordTable  *self,
                                                       guint              *first,
                                                       guint              *end);
void             volets_record_table_update_sight     (VoletsRecordTable  *self);
void             volets_record_table_follow_scroll    (VoletsRecordTable  *self);

/* Where the focus is, and where it goes. */
VoletsTableCell *volets_record_table_get_focused_cell (VoletsRecordTable  *self);
void             volets_record_table_follow_focus     (VoletsRecordTable  *self);
gboolean         volets_record_table_focus_cell       (VoletsRecordTable  *self,
                                                       guint               row,
                                                       guint               column);
gboolean         volets_record_table_click            (VoletsRecordTable  *self,
                                                       double              x,
                                                       double              y);
gboolean         volets_record_table_focus_first_cell (VoletsRecordTable  *self,
                                                       guint               row);
gboolean         volets_record_table_enter            (VoletsRecordTable  *self,
                                                       VoletsTableCell    *cell);
gboolean         volets_record_table_handle_key       (VoletsRecordTable  *self,
                                                       guint               key,
                                                       GdkModifierType     modifiers);

/* The actions. */
void             volets_record_table_add_row          (VoletsRecordTable  *self);
void             volets_record_table_duplicate_rows   (VoletsRecordTable  *self);
void             volets_record_table_delete_rows      (VoletsRecordTable  *self);
void             volets_record_table_paste            (VoletsRecordTable  *self);

G_END_DECLS
