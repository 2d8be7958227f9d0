/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/sheet-table.h"

#include "documents/sheet-grid.h"
#include "documents/sheet-table-private.h"

struct _VoletsSheetTable {
  GObject          parent_instance;

  VoletsSheetGrid *grid;
  GPtrArray       *headers;
  gboolean         has_head;
};

G_DEFINE_FINAL_TYPE (VoletsSheetTable, volets_sheet_table, G_TYPE_OBJECT)

/* The head is a row of the grid, which takes no column once it has a row. */
static void
ensure_head (VoletsSheetTable *self)
{
  if (self->has_head || self->headers->len == 0)
    return;

  g_ptr_array_add (self->headers, NULL);
  volets_sheet_grid_add_row (self->grid, VOLETS_SHEET_ROW_HEAD,
                             (const char *const *) self->headers->pdata);
  self->has_head = TRUE;
}

static void
add_row (VoletsSheetTable   *self,
         VoletsSheetRowKind  kind,
         const char *const  *cells)
{
  ensure_head (self);
  volets_sheet_grid_add_row (self->grid, kind, cells);
}

static void
volets_sheet_table_finalize (GObject *object)
{
  VoletsSheetTable *self = VOLETS_SHEET_TABLE (object);

  g_clear_object (&self->grid);
  g_clear_pointer (&self->headers, g_ptr_array_unref);

  G_OBJECT_CLASS (volets_sheet_table_parent_class)->finalize (object);
}

static void
volets_sheet_table_class_init (VoletsSheetTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = volets_sheet_table_finalize;
}

static void
volets_sheet_table_init (VoletsSheetTable *self)
{
  self->grid = volets_sheet_grid_new (&volets_sheet_look_table);
  self->headers = g_ptr_array_new_with_free_func (g_free);
}

/**
 * volets_sheet_table_new:
 *
 * Returns: (transfer full): a table without columns and rows
 */
VoletsSheetTable *
volets_sheet_table_new (void)
{
  return g_object_new (VOLETS_TYPE_SHEET_TABLE, NULL);
}

/**
 * volets_sheet_table_add_column:
 * @self: a table without rows
 * @header: what stands above the column, on every page
 * @align: the side of its text; at the end, its cells are amounts and are not broken
 * @weight: its part of the width that is left, or 0 for as wide as what is in it
 */
void
volets_sheet_table_add_column (VoletsSheetTable *self,
                               const char       *header,
                               VoletsAlign       align,
                               double            weight)
{
  g_return_if_fail (VOLETS_IS_SHEET_TABLE (self));
  g_return_if_fail (!self->has_head);
  g_return_if_fail (weight >= 0);

  g_ptr_array_add (self->headers, g_strdup (header != NULL ? header : ""));
  volets_sheet_grid_add_column (self->grid, align, weight, 0);
}

/**
 * volets_sheet_table_set_verbatim:
 * @self: a table with a column and without rows
 *
 * Has the rows of the last column keep their text as it is: it is there to be copied, and French
 * typography would change it.
 */
void
volets_sheet_table_set_verbatim (VoletsSheetTable *self)
{
  g_return_if_fail (VOLETS_IS_SHEET_TABLE (self));
  g_return_if_fail (!self->has_head);

  volets_sheet_grid_set_verbatim (self->grid);
}

/**
 * volets_sheet_table_keep_groups:
 * @self: a table
 *
 * Has each group stay on one page, where a page has room for it.
 */
void
volets_sheet_table_keep_groups (VoletsSheetTable *self)
{
  g_return_if_fail (VOLETS_IS_SHEET_TABLE (self));

  volets_sheet_grid_keep_groups (self->grid);
}

/**
 * volets_sheet_table_set_dense:
 * @self: a table
 *
 * Gives its rows as little air as those of an act have, so that more of them are on a page.
 */
void
volets_sheet_table_set_dense (VoletsSheetTable *self)
{
  g_return_if_fail (VOLETS_IS_SHEET_TABLE (self));

  volets_sheet_grid_set_look (self->grid, &volets_sheet_look_act_table);
}

/**
 * volets_sheet_table_add_row:
 * @self: a table with its columns
 * @cells: (array zero-terminated=1): one text for each column, "" where there is none
 */
void
volets_sheet_table_add_row (VoletsSheetTable  *self,
                            const char *const *cells)
{
  g_return_if_fail (VOLETS_IS_SHEET_TABLE (self));

  add_row (self, VOLETS_SHEET_ROW_BODY, cells);
}

/**
 * volets_sheet_table_add_total:
 * @self: a table with its columns
 * @cells: (array zero-terminated=1): one text for each column, "" where there is none
 *
 * Adds a bold row, which stays on the page of the row before it.
 */
void
volets_sheet_table_add_total (VoletsSheetTable  *self,
                              const char *const *cells)
{
  g_return_if_fail (VOLETS_IS_SHEET_TABLE (self));

  add_row (self, VOLETS_SHEET_ROW_TOTAL, cells);
}

/**
 * volets_sheet_table_add_group:
 * @self: a table with its columns
 * @text: what the rows after it have in common
 *
 * Adds a row of one cell as wide as the table, which stays on the page of the row after it.
 */
void
volets_sheet_table_add_group (VoletsSheetTable *self,
                              const char       *text)
{
  g_return_if_fail (VOLETS_IS_SHEET_TABLE (self));

  add_row (self, VOLETS_SHEET_ROW_GROUP, (const char *[]) { text, NULL });
}

/* For the sheet. Returns: (transfer none) */
VoletsSheetBlock *
volets_sheet_table_get_block (VoletsSheetTable *self)
{
  g_return_val_if_fail (VOLETS_IS_SHEET_TABLE (self), NULL);

  ensure_head (self);
  return VOLETS_SHEET_BLOCK (self->grid);
}
