/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/dossier-sketch.h"

#include <string.h>

#include "engine/expense.h"
#include "engine/money.h"
#include "support/dossier-builder.h"

static gint64
read_amount (const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 centimes = 0;

  volets_money_parse (text, &centimes, &error);
  g_assert_no_error (error);

  return centimes;
}

static VoletsSchoolKind
read_kind (char letter)
{
  switch (letter)
    {
    case 'm':
      return VOLETS_SCHOOL_KIND_MATERNELLE;
    case 'p':
      return VOLETS_SCHOOL_KIND_PRIMAIRE;
    case '?':
      return VOLETS_SCHOOL_KIND_MISSING;
    default:
      g_assert_cmpint (letter, ==, '\0');
      return VOLETS_SCHOOL_KIND_ELEMENTAIRE;
    }
}

/* « A=5/125,2/40m »: the commune A, and its schools A1 and A2. */
static void
add_commune (VoletsDossier *dossier,
             const char    *commune,
             const char    *value)
{
  g_auto (GStrv) schools = g_strsplit (value, ",", -1);
  gboolean is_known = !g_str_equal (commune, "-");

  if (is_known)
    volets_test_add_commune (dossier, commune);
  for (guint i = 0; schools[i] != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s%u", commune, i + 1);
      char *end;
      gint64 n_classes = g_ascii_strtoll (schools[i], &end, 10), n_pupils;

      g_assert_cmpint (*end, ==, '/');
      n_pupils = g_ascii_strtoll (end + 1, &end, 10);
      volets_test_add_school (dossier, id, is_known ? commune : NULL, read_kind (*end), n_classes,
                              n_pupils);
    }
}

/* « e:A1=2x100@20 »: equipment for the school A1, two at 100 € HT each with 20 % of tax. */
static void
add_expense (VoletsDossier *dossier,
             const char    *key,
             const char    *value)
{
  const char *colon = strchr (key, ':');
  const char *times = strchr (value, 'x');
  g_auto (GStrv) price = g_strsplit (times != NULL ? times + 1 : value, "@", 2);
  const char *school = colon + 1;
  VoletsRecord *line;

  line = volets_test_add_expense (dossier,
                                  *key == 's' ? VOLETS_SECTION_SERVICE_LINES
                                              : VOLETS_SECTION_EQUIPMENT,
                                  g_str_equal (school, "*") ? NULL : school,
                                  price[0] != NULL ? read_amount (price[0]) : VOLETS_UNSET);
  if (g_str_equal (school, "?"))
    volets_record_set_text (line, VOLETS_EXPENSE_SCHOOL, NULL);
  if (*school == '\0')
    volets_record_set_number (line, VOLETS_EXPENSE_SCOPE, VOLETS_EXPENSE_SCOPE_MISSING);
  if (times != NULL)
    volets_record_set_number (line, VOLETS_EXPENSE_QUANTITY, g_ascii_strtoll (value, NULL, 10));
  if (price[0] != NULL && price[1] != NULL)
    volets_record_set_number (line, VOLETS_EXPENSE_VAT_RATE, read_amount (price[1]));
  if (colon[-1] == '!')
    volets_record_set_number (line, VOLETS_EXPENSE_INELIGIBLE, TRUE);
}

/**
 * volets_test_sketch_dossier:
 * @call_id: the id of a call
 * @sketch: a dossier in one line, words with spaces between them
 *
 * The words are:
 *   `A=5/125,3/60m`    the commune A and its schools, A1 of 5 classes and 125 pupils, A2 of 3 and
 *                      60, a maternelle; p for primaire, ? for a kind not known yet, else
 *                      elementaire. The commune « - » is one that is not known yet
 *   `e:A1=3500.50`     equipment for A1, amounts in euros; `e:*=`: for the whole project; `e:?=`:
 *                      for a school that is not named yet; `e:=`: nobody said for what
 *   `s:A1=2x100@20`    services, two at 100 € HT each, 20 % of tax
 *   `e!:A1=100`        not eligible
 *   `public=1000`      a public funder; also `private`, and `funder` of a kind not known yet
 *
 * Returns: (transfer full): the dossier
 */
VoletsDossier *
volets_test_sketch_dossier (const char *call_id,
                            const char *sketch)
{
  VoletsDossier *dossier = volets_dossier_new (call_id);
  g_auto (GStrv) words = g_strsplit (sketch, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) sides = g_strsplit (words[i], "=", 2);

      if (*words[i] == '\0')
        continue;
      g_assert_cmpuint (g_strv_length (sides), ==, 2);
      if (strchr (sides[0], ':') != NULL)
        add_expense (dossier, sides[0], sides[1]);
      else if (g_str_equal (sides[0], "public"))
        volets_test_add_funder (dossier, VOLETS_FUNDER_KIND_PUBLIC, read_amount (sides[1]));
      else if (g_str_equal (sides[0], "private"))
        volets_test_add_funder (dossier, VOLETS_FUNDER_KIND_PRIVATE, read_amount (sides[1]));
      else if (g_str_equal (sides[0], "funder"))
        volets_test_add_funder (dossier, VOLETS_FUNDER_KIND_MISSING, read_amount (sides[1]));
      else
        add_commune (dossier, sides[0], sides[1]);
    }

  return dossier;
}
