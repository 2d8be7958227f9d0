/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/sheet-act.h"

#include "documents/sheet-grid.h"
#include "documents/sheet-private.h"
#include "documents/sheet-signatures.h"

#define REPUBLIC "République française"

static VoletsSheetBlock *
create_centred (const VoletsSheetLook *look,
                const char            *text)
{
  VoletsSheetGrid *grid = volets_sheet_grid_new (look);

  volets_sheet_grid_add_column (grid, VOLETS_ALIGN_CENTER, 1, 0);
  volets_sheet_grid_add_row (grid, VOLETS_SHEET_ROW_BODY, (const char *[]) { text, NULL });

  return VOLETS_SHEET_BLOCK (grid);
}

/* Labels as wide as they are, values sharing what is left. */
static VoletsSheetGrid *
create_pairs (const VoletsSheetLook *look,
              guint                  n_pairs)
{
  VoletsSheetGrid *grid = volets_sheet_grid_new (look);

  for (guint i = 0; i < n_pairs; i++)
    {
      volets_sheet_grid_add_column (grid, VOLETS_ALIGN_START, 0, 0);
      volets_sheet_grid_add_column (grid, VOLETS_ALIGN_START, 1, 0);
    }

  return grid;
}

/**
 * volets_sheet_set_letterhead:
 * @self: a sheet
 * @issuer: (nullable): whose paper it is: « Commune d’Étampes »
 *
 * Has @self begin as official papers do: the Republic, the issuer and the title in the middle of
 * the page, and black and white.
 */
void
volets_sheet_set_letterhead (VoletsSheet *self,
                             const char  *issuer)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);
  const char *title = volets_document_get_title (VOLETS_DOCUMENT (self));

  g_ptr_array_add (blocks, create_centred (&volets_sheet_look_letterhead, REPUBLIC));
  if (issuer != NULL)
    g_ptr_array_add (blocks, create_centred (&volets_sheet_look_issuer, issuer));
  volets_sheet_take_letterhead (self, g_steal_pointer (&blocks),
                                create_centred (&volets_sheet_look_act_title, title));
}

/**
 * volets_sheet_add_fields:
 * @self: a sheet
 * @n_pairs: how many labels and values there are on a line
 * @cells: (array zero-terminated=1): label, value, label, value…, whole lines of them
 */
void
volets_sheet_add_fields (VoletsSheet       *self,
                         guint              n_pairs,
                         const char *const *cells)
{
  VoletsSheetGrid *grid = create_pairs (&volets_sheet_look_fields, n_pairs);
  guint n_cells = g_strv_length ((GStrv) cells);

  g_return_if_fail (n_cells > 0 && n_cells % (2 * n_pairs) == 0);

  for (guint i = 0; i < n_cells; i += 2 * n_pairs)
    {
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_auto (GStrv) row = NULL;

      for (guint j = 0; j < 2 * n_pairs; j++)
        g_strv_builder_add (builder, cells[i + j]);
      row = g_strv_builder_end (builder);
      volets_sheet_grid_add_row (grid, VOLETS_SHEET_ROW_BODY, (const char *const *) row);
    }
  volets_sheet_take_block (self, VOLETS_SHEET_BLOCK (grid));
}

/**
 * volets_sheet_add_articles:
 * @self: a sheet
 * @labels: (array zero-terminated=1): « Article 2 – »
 * @texts: (array zero-terminated=1): as many texts, indented beside them
 */
void
volets_sheet_add_articles (VoletsSheet       *self,
                           const char *const *labels,
                           const char *const *texts)
{
  VoletsSheetGrid *grid = create_pairs (&volets_sheet_look_articles, 1);

  g_return_if_fail (g_strv_length ((GStrv) labels) == g_strv_length ((GStrv) texts));

  for (; *labels != NULL; labels++, texts++)
    volets_sheet_grid_add_row (grid, VOLETS_SHEET_ROW_BODY,
                               (const char *[]) { *labels, *texts, NULL });
  volets_sheet_take_block (self, VOLETS_SHEET_BLOCK (grid));
}

/**
 * volets_sheet_add_signatures:
 * @self: a sheet
 * @roles: (array zero-terminated=1): one to three roles: « Le maire »
 * @names: (array zero-terminated=1): as many names, "" for one to be written by hand
 *
 * Adds boxes side by side with room for a signature and a stamp.
 */
void
volets_sheet_add_signatures (VoletsSheet       *self,
                             const char *const *roles,
                             const char *const *names)
{
  VoletsSheetGrid *fallback;

  g_return_if_fail (g_strv_length ((GStrv) roles) == g_strv_length ((GStrv) names));

  fallback = create_pairs (&volets_sheet_look_terms, 1);
  for (guint i = 0; roles[i] != NULL; i++)
    volets_sheet_grid_add_row (fallback, VOLETS_SHEET_ROW_BODY,
                               (const char *[]) { roles[i], names[i], NULL });
  volets_sheet_take_block (self, volets_sheet_signatures_new (VOLETS_SHEET_BLOCK (fallback),
                                                              roles, names));
}
