/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/changes.h"

#include <string.h>

#include "support/samples.h"

static VoletsSection
find_section (const char *element)
{
  for (VoletsSection i = 0; i < VOLETS_N_SECTIONS; i++)
    {
      if (g_str_equal (volets_section_get_info (i)->element, element))
        return i;
    }

  g_error ("there is no section %s", element);
}

static guint
find_field (VoletsSection  section,
            const char    *element)
{
  g_autoptr (VoletsRecordClass) klass =
    g_type_class_ref (volets_section_get_info (section)->get_type ());

  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (g_str_equal (klass->fields[i].element, element))
        return i;
    }

  g_error ("there is no field %s", element);
}

/* The record that « ecoles[2] », « ecoles[+] » or « projet » names; %NULL for « ecoles[-] ». */
static VoletsRecord *
find_record (VoletsDossier *dossier,
             const char    *place,
             VoletsSection *section)
{
  g_auto (GStrv) parts = g_strsplit_set (place, "[]", -1);

  *section = find_section (parts[0]);
  if (parts[1] == NULL)
    return volets_dossier_get_record (dossier, *section);
  if (g_str_equal (parts[1], "+"))
    return volets_dossier_append (dossier, *section);
  if (g_str_equal (parts[1], "-"))
    {
      g_list_store_remove_all (volets_dossier_get_list (dossier, *section));
      return NULL;
    }

  return volets_dossier_get_row (dossier, *section,
                                 (guint) g_ascii_strtoull (parts[1], NULL, 10) - 1);
}

static void
change_one (VoletsDossier *dossier,
            const char    *change)
{
  const char *slash = strchr (change, '/');
  g_autofree char *place = slash != NULL ? g_strndup (change, (gsize) (slash - change))
                                         : g_strdup (change);
  VoletsSection section;
  VoletsRecord *record = find_record (dossier, place, &section);
  g_auto (GStrv) parts = NULL;
  g_autoptr (GError) error = NULL;
  guint field;

  if (slash == NULL)
    return;

  parts = g_strsplit (slash + 1, "=", 2);
  field = find_field (section, parts[0]);
  if (*parts[1] == '\0')
    volets_test_clear_field (record, field);
  else
    volets_record_parse (record, field, parts[1], &error);
  g_assert_no_error (error);
}

/**
 * volets_test_change:
 * @dossier: a dossier
 * @changes: what to change in it, in the words of the files, with « | » between the changes:
 *   « demandeur/siret=1 », « ecoles[2]/uai= » to clear, « ecoles[+]/nom=x » for a new row,
 *   « ecoles[-] » for none
 */
void
volets_test_change (VoletsDossier *dossier,
                    const char    *changes)
{
  g_auto (GStrv) list = g_strsplit (changes, "|", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      if (*list[i] != '\0')
        change_one (dossier, list[i]);
    }
}
