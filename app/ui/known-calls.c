/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/known-calls.h"

#include "engine/call-store.h"
#include "engine/own-calls.h"

static int
compare_years (gconstpointer a,
               gconstpointer b)
{
  const VoletsCall *first = *(const VoletsCall *const *) a;
  const VoletsCall *second = *(const VoletsCall *const *) b;

  return first->year != second->year ? (int) second->year - (int) first->year
                                     : g_utf8_collate (first->title, second->title);
}

/**
 * volets_known_calls_list:
 *
 * Those that come with the program and those that were opened from a file. One of these that cannot
 * be read any more is not there; its dossiers say so.
 *
 * Returns: (transfer full) (element-type VoletsCall): the calls, the latest first: it is the one
 *   that can still be answered
 */
GPtrArray *
volets_known_calls_list (void)
{
  g_auto (GStrv) ids = volets_call_store_list ();
  g_auto (GStrv) own_ids = volets_own_calls_list ();
  GPtrArray *calls = g_ptr_array_new_with_free_func ((GDestroyNotify) volets_call_unref);

  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (calls, volets_call_store_find (ids[i]));
  for (guint i = 0; own_ids[i] != NULL; i++)
    {
      VoletsCall *call = volets_own_calls_find (own_ids[i], NULL, NULL);

      if (call != NULL)
        g_ptr_array_add (calls, call);
    }
  g_ptr_array_sort (calls, compare_years);

  return calls;
}
