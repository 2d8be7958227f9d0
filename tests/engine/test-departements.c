/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/departements.h"

#include "engine/place-codes.h"

static void
test_names (void)
{
  static const struct {
    const char *insee;
    const char *name;
  } CASES[] = {
    { "84137", "Vaucluse" }, { "29232", "Finistère" }, { "2A004", "Corse-du-Sud" },
    { "2B033", "Haute-Corse" }, { "97411", "La Réunion" }, { "91223", "Essonne" },
    { "01053", "Ain" }, { "95127", "Val-d’Oise" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *code = volets_insee_get_departement (CASES[i].insee);
      g_autofree char *name = volets_departement_get_name (code);

      g_assert_cmpstr (name, ==, CASES[i].name);
    }
}

/* From 01 to 95, with two in Corse for 20, and five overseas; the rest overseas are none. */
static void
test_all_are_there (void)
{
  guint n_names = 0;

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *code = g_strdup_printf ("%02u", i);
      g_autofree char *name = volets_departement_get_name (code);
      gboolean is_one = (i >= 1 && i <= 95 && i != 20) || (i >= 971 && i <= 976 && i != 975);

      g_assert_true ((name != NULL) == is_one);
      n_names += name != NULL;
    }

  g_assert_cmpuint (n_names, ==, 94 + 5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/departements/names", test_names);
  g_test_add_func ("/departements/all-are-there", test_all_are_there);

  return g_test_run ();
}
