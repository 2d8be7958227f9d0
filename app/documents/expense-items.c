/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/expense-items.h"

#include "engine/french.h"

static char *
make_key (const VoletsExpenseItem *item)
{
  g_autofree char *folded = volets_french_fold (item->label != NULL ? item->label : "");

  return g_strdup_printf ("%d %d %s", item->family, item->ineligible, folded);
}

static VoletsExpenseItem *
find_item (GArray       *items,
           GHashTable   *indices,
           VoletsRecord *line)
{
  VoletsExpenseItem item = {
    .label = volets_record_get_text (line, VOLETS_EXPENSE_LABEL),
    .family = volets_record_get_number (line, VOLETS_EXPENSE_FAMILY),
    .ineligible = volets_record_get_number (line, VOLETS_EXPENSE_INELIGIBLE) == TRUE,
  };
  g_autofree char *key = make_key (&item);
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (indices, key));

  if (index == 0)
    {
      g_array_append_val (items, item);
      index = items->len;
      g_hash_table_insert (indices, g_steal_pointer (&key), GUINT_TO_POINTER (index));
    }

  return &g_array_index (items, VoletsExpenseItem, index - 1);
}

static int
compare_families (gconstpointer a,
                  gconstpointer b)
{
  const VoletsExpenseItem *first = a, *second = b;

  return (int) first->family - (int) second->family;
}

/**
 * volets_expense_items_new:
 * @dossier: a dossier whose subsidy could be computed; it must outlive what is returned
 *
 * Returns: (transfer full) (element-type VoletsExpenseItem): what is bought, by family, the lines
 *   of one thing added up, in the order in which each comes first; without what costs nothing
 */
GArray *
volets_expense_items_new (VoletsDossier *dossier)
{
  static const VoletsSection SECTIONS[] = {
    VOLETS_SECTION_EQUIPMENT, VOLETS_SECTION_SERVICE_LINES,
  };
  GArray *items = g_array_new (FALSE, FALSE, sizeof (VoletsExpenseItem));
  g_autoptr (GHashTable) indices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (SECTIONS); i++)
    {
      for (guint j = 0; j < volets_dossier_get_n_rows (dossier, SECTIONS[i]); j++)
        {
          VoletsRecord *line = volets_dossier_get_row (dossier, SECTIONS[i], j);
          VoletsExpenseItem *item;
          VoletsAmounts amounts;

          /* Whatever could overflow has done so in the subsidy, which would not be here. */
          if (!volets_expense_compute (VOLETS_EXPENSE (line), &amounts, NULL)
              || amounts.including_tax == 0)
            continue;
          item = find_item (items, indices, line);
          item->quantity += volets_record_get_number (line, VOLETS_EXPENSE_QUANTITY);
          volets_amounts_add (&item->amounts, &amounts, NULL);
        }
    }
  g_array_sort (items, compare_families);

  return items;
}
