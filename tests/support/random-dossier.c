/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/random-dossier.h"

#include "engine/expense.h"
#include "engine/field.h"
#include "engine/school.h"
#include "support/dossier-builder.h"

#define MAX_LINES 12
#define MAX_FUNDERS 3

/* Not in their order, and not all the communes that schools name. */
static const char *const COMMUNES[] = { "84137", "2A004", "29232", "97411", "01004" };

static gboolean
happens (guint one_in)
{
  return g_test_rand_int_range (0, (gint) one_in) == 0;
}

/* A number below @limit, of any size: as many small ones as large ones. */
static gint64
pick_size (gint64 limit)
{
  gint64 bound = limit >> g_test_rand_int_range (0, 6);

  return g_test_rand_int_range (0, (gint32) MAX (1, bound));
}

static const char *
pick_commune (guint n_communes)
{
  if (happens (20))
    return NULL;
  if (n_communes == 0 || happens (25))
    return COMMUNES[g_test_rand_int_range (0, G_N_ELEMENTS (COMMUNES))];

  return COMMUNES[g_test_rand_int_range (0, (gint) n_communes)];
}

static VoletsSchoolKind
pick_kind (void)
{
  switch (g_test_rand_int_range (0, 16))
    {
    case 0:
      return VOLETS_SCHOOL_KIND_MISSING;
    case 1:
      return VOLETS_SCHOOL_KIND_MATERNELLE;
    case 2:
    case 3:
      return VOLETS_SCHOOL_KIND_PRIMAIRE;
    default:
      return VOLETS_SCHOOL_KIND_ELEMENTAIRE;
    }
}

static void
add_schools (VoletsDossier *dossier,
             guint          n_communes,
             guint          n_schools)
{
  gint64 max_classes = happens (2) ? 400 : 16;

  for (guint i = 0; i < n_schools; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i + 1);
      gint64 n_classes = happens (12) ? VOLETS_UNSET : 1 + pick_size (max_classes);
      gint64 n_pupils = happens (12) ? VOLETS_UNSET : MAX (0, n_classes) * pick_size (31);
      VoletsRecord *school = volets_test_add_school (dossier, id, pick_commune (n_communes),
                                                     pick_kind (), n_classes, n_pupils);

      if (happens (2))
        {
          g_autofree char *uai = g_strdup_printf ("%07dX", g_test_rand_int_range (0, 9999999));

          volets_record_set_text (school, VOLETS_SCHOOL_UAI, uai);
        }
    }
}

static void
add_line (VoletsDossier *dossier,
          VoletsSection  section,
          gint64         scale,
          guint          n_schools)
{
  static const gint64 RATES[] = { 0, 210, 550, 1000, 2000, 2000, VOLETS_UNSET };
  g_autofree char *school = NULL;
  VoletsRecord *line;

  if (!happens (4))
    school = g_strdup_printf ("e%d", g_test_rand_int_range (1, (gint) n_schools + 2));
  line = volets_test_add_expense (dossier, section, school,
                                  happens (20) ? VOLETS_UNSET : pick_size (scale));
  if (!happens (3))
    volets_record_set_number (line, VOLETS_EXPENSE_QUANTITY,
                              happens (20) ? VOLETS_UNSET : pick_size (20));
  volets_record_set_number (line, VOLETS_EXPENSE_VAT_RATE,
                            RATES[g_test_rand_int_range (0, G_N_ELEMENTS (RATES))]);
  volets_record_set_number (line, VOLETS_EXPENSE_INELIGIBLE, happens (10));
  if (happens (10))
    volets_record_set_number (line, VOLETS_EXPENSE_SCOPE, g_test_rand_int_range (0, 3));
}

/**
 * volets_test_make_random_dossier:
 * @max_communes: at most so many, five or fewer
 * @max_schools: at most so many
 *
 * Returns: (transfer full): a dossier of any size, in which anything may be missing, outside the
 *   perimeter, or refer to nothing
 */
VoletsDossier *
volets_test_make_random_dossier (guint max_communes,
                                 guint max_schools)
{
  VoletsDossier *dossier = volets_dossier_new ("snee-2021");
  guint n_communes = (guint) g_test_rand_int_range (0, (gint) max_communes + 1);
  guint n_schools = (guint) g_test_rand_int_range (0, (gint) max_schools + 1);
  gint64 scale = G_GINT64_CONSTANT (1) << g_test_rand_int_range (6, 30);

  for (guint i = 0; i < n_communes; i++)
    volets_test_add_commune (dossier, COMMUNES[i]);
  add_schools (dossier, n_communes, n_schools);
  for (gint i = g_test_rand_int_range (0, MAX_LINES + 1); i > 0; i--)
    add_line (dossier, VOLETS_SECTION_EQUIPMENT, scale, n_schools);
  for (gint i = g_test_rand_int_range (0, MAX_LINES + 1); i > 0; i--)
    add_line (dossier, VOLETS_SECTION_SERVICE_LINES, MAX (2, scale / 8), n_schools);
  for (gint i = g_test_rand_int_range (0, MAX_FUNDERS + 1); i > 0; i--)
    volets_test_add_funder (dossier, (VoletsFunderKind) g_test_rand_int_range (0, 3),
                            happens (10) ? VOLETS_UNSET : pick_size (scale));

  return dossier;
}

/**
 * volets_test_shuffle_rows:
 * @dossier: a dossier
 *
 * Puts the rows of every list of @dossier in any order.
 */
void
volets_test_shuffle_rows (VoletsDossier *dossier)
{
  for (VoletsSection section = 0; section < VOLETS_N_SECTIONS; section++)
    {
      GListStore *list;

      if (volets_section_get_info (section)->row_element == NULL)
        continue;

      list = volets_dossier_get_list (dossier, section);
      for (guint left = volets_dossier_get_n_rows (dossier, section); left > 0; left--)
        {
          guint at = (guint) g_test_rand_int_range (0, (gint) left);
          g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (list), at);

          g_list_store_remove (list, at);
          g_list_store_append (list, row);
        }
    }
}

/**
 * volets_test_rename_schools:
 * @dossier: a dossier whose schools are e1, e2, … in the order of their rows
 *
 * Gives other ids to the schools, in another order, and to the lines that refer to them.
 */
void
volets_test_rename_schools (VoletsDossier *dossier)
{
  static const struct {
    VoletsSection section;
    guint         field;
  } PLACES[] = {
    { VOLETS_SECTION_SCHOOLS, VOLETS_SCHOOL_ID },
    { VOLETS_SECTION_EQUIPMENT, VOLETS_EXPENSE_SCHOOL },
    { VOLETS_SECTION_SERVICE_LINES, VOLETS_EXPENSE_SCHOOL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (PLACES); i++)
    {
      for (guint j = 0; j < volets_dossier_get_n_rows (dossier, PLACES[i].section); j++)
        {
          VoletsRecord *row = volets_dossier_get_row (dossier, PLACES[i].section, j);
          const char *id = volets_record_get_text (row, PLACES[i].field);
          g_autofree char *other = NULL;

          if (id == NULL)
            continue;
          other = g_strdup_printf ("z%03u", 999 - (guint) g_ascii_strtoull (id + 1, NULL, 10));
          volets_record_set_text (row, PLACES[i].field, other);
        }
    }
}
