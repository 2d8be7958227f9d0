/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/editor.h"

#include "engine/call-store.h"
#include "engine/dossier-xml.h"
#include "engine/expense.h"
#include "support/dossier-builder.h"
#include "support/random-dossier.h"
#include "state-folder.h"

#define CALL_ID "snee-2021"

static const VoletsSection LISTS[] = {
  VOLETS_SECTION_COMMUNES,
  VOLETS_SECTION_SCHOOLS,
  VOLETS_SECTION_EQUIPMENT,
  VOLETS_SECTION_SERVICE_LINES,
  VOLETS_SECTION_TRAININGS,
  VOLETS_SECTION_FUNDERS,
};

static VoletsEditor *
edit (VoletsDossier *dossier)
{
  g_autoptr (VoletsCall) call = volets_call_store_find (CALL_ID);

  return volets_editor_new (dossier, call);
}

/* Three schools; a line of equipment and one of services for each, and one for the project. */
static VoletsEditor *
new_editor (void)
{
  g_autoptr (VoletsDossier) dossier = volets_dossier_new (CALL_ID);

  volets_test_add_commune (dossier, "84137");
  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);

      volets_test_add_school (dossier, id, "84137", VOLETS_SCHOOL_KIND_ELEMENTAIRE, 4, 90);
      volets_test_add_expense (dossier, VOLETS_SECTION_EQUIPMENT, id, 100000 * i);
      volets_test_add_expense (dossier, VOLETS_SECTION_SERVICE_LINES, id, 1000 * i);
    }
  volets_test_add_expense (dossier, VOLETS_SECTION_EQUIPMENT, NULL, 500);

  return edit (dossier);
}

static guint
count_rows (VoletsEditor  *editor,
            VoletsSection  section)
{
  return volets_dossier_get_n_rows (volets_editor_get_dossier (editor), section);
}

static VoletsRecord *
get_row (VoletsEditor  *editor,
         VoletsSection  section,
         guint          row)
{
  return volets_dossier_get_row (volets_editor_get_dossier (editor), section, row);
}

static const char *
get_id (VoletsEditor *editor,
        guint         row)
{
  return volets_record_get_text (get_row (editor, VOLETS_SECTION_SCHOOLS, row), VOLETS_SCHOOL_ID);
}

static const char *
get_school (VoletsEditor  *editor,
            VoletsSection  section,
            guint          row)
{
  return volets_record_get_text (get_row (editor, section, row), VOLETS_EXPENSE_SCHOOL);
}

static char *
write_answers (VoletsEditor *editor)
{
  g_autoptr (GBytes) bytes = volets_dossier_write (volets_editor_get_dossier (editor));

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_answers (VoletsEditor *editor,
                const char   *expected)
{
  g_autofree char *answers = write_answers (editor);

  g_assert_cmpstr (answers, ==, expected);
}

static GPtrArray *
make_rows (VoletsEditor  *editor,
           VoletsSection  section,
           guint          n_rows)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (rows, volets_editor_create_row (editor, section));

  return rows;
}

static void
count_changes_cb (GListModel *list,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  guint      *count)
{
  (*count)++;
}

static void
test_delete_is_undone (void)
{
  VoletsEditor *editor = new_editor ();
  g_autofree char *before = write_answers (editor);
  const guint rows[] = { 3, 0, 0 };
  guint n_changes = 0;

  g_assert_false (volets_editor_get_can_undo (editor));
  g_assert_null (volets_editor_get_undo_label (editor));
  g_assert_false (volets_editor_undo (editor));

  g_signal_connect (volets_dossier_get_list (volets_editor_get_dossier (editor),
                                             VOLETS_SECTION_EQUIPMENT),
                    "items-changed", G_CALLBACK (count_changes_cb), &n_changes);
  volets_editor_delete_rows (editor, VOLETS_SECTION_EQUIPMENT, rows, G_N_ELEMENTS (rows),
                             "Suppression de 2 lignes");
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (count_rows (editor, VOLETS_SECTION_EQUIPMENT), ==, 2);
  g_assert_cmpstr (get_school (editor, VOLETS_SECTION_EQUIPMENT, 0), ==, "e2");
  g_assert_cmpstr (volets_editor_get_undo_label (editor), ==, "Suppression de 2 lignes");
  g_assert_true (volets_editor_get_modified (editor));

  g_assert_true (volets_editor_undo (editor));
  assert_answers (editor, before);
  g_assert_false (volets_editor_get_can_undo (editor));
  g_assert_null (volets_editor_get_undo_label (editor));

  g_assert_finalize_object (editor);
}

/* A list view keeps its place and its focus: nothing moves but the row. */
static void
test_delete_touches_one_row (void)
{
  VoletsEditor *editor = new_editor ();
  VoletsRecord *second = get_row (editor, VOLETS_SECTION_EQUIPMENT, 1);
  GListModel *list = G_LIST_MODEL (volets_dossier_get_list (volets_editor_get_dossier (editor),
                                                            VOLETS_SECTION_EQUIPMENT));
  g_autoptr (VoletsRecord) kept = g_object_ref (second);
  const guint row = 1;
  guint n_changes = 0;

  g_signal_connect (list, "items-changed", G_CALLBACK (count_changes_cb), &n_changes);
  volets_editor_delete_rows (editor, VOLETS_SECTION_EQUIPMENT, &row, 1, "Suppression");
  volets_editor_undo (editor);
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_true (get_row (editor, VOLETS_SECTION_EQUIPMENT, 1) == kept);

  g_assert_finalize_object (editor);
}

static void
test_deleted_school_and_its_expenses_come_back (void)
{
  VoletsEditor *editor = new_editor ();
  g_autofree char *before = write_answers (editor);
  const guint rows[] = { 0, 1 };

  volets_editor_delete_rows (editor, VOLETS_SECTION_SCHOOLS, rows, 2, "Suppression");
  g_assert_cmpuint (count_rows (editor, VOLETS_SECTION_SCHOOLS), ==, 1);
  for (guint i = 0; i < 2; i++)
    {
      VoletsRecord *line = get_row (editor, VOLETS_SECTION_EQUIPMENT, i);

      g_assert_null (get_school (editor, VOLETS_SECTION_EQUIPMENT, i));
      g_assert_null (get_school (editor, VOLETS_SECTION_SERVICE_LINES, i));
      g_assert_cmpint (volets_record_get_number (line, VOLETS_EXPENSE_SCOPE), ==,
                       VOLETS_EXPENSE_SCOPE_SCHOOL);
    }
  g_assert_cmpstr (get_school (editor, VOLETS_SECTION_EQUIPMENT, 2), ==, "e3");

  volets_editor_undo (editor);
  assert_answers (editor, before);

  g_assert_finalize_object (editor);
}

static void
test_what_was_typed_since_stays (void)
{
  VoletsEditor *editor = new_editor ();
  const guint first = 0;

  volets_editor_delete_rows (editor, VOLETS_SECTION_SCHOOLS, &first, 1, "Suppression");
  /* The line was given to another school, another line was typed in, and one was added. */
  volets_record_set_text (get_row (editor, VOLETS_SECTION_EQUIPMENT, 0), VOLETS_EXPENSE_SCHOOL,
                          "e3");
  volets_record_set_text (get_row (editor, VOLETS_SECTION_SCHOOLS, 0), VOLETS_SCHOOL_NAME,
                          "École Jules-Ferry");
  volets_test_add_school (volets_editor_get_dossier (editor), "e9", "84137",
                          VOLETS_SCHOOL_KIND_PRIMAIRE, 1, 20);
  volets_editor_undo (editor);

  g_assert_cmpuint (count_rows (editor, VOLETS_SECTION_SCHOOLS), ==, 4);
  g_assert_cmpstr (get_id (editor, 0), ==, "e1");
  g_assert_cmpstr (get_id (editor, 3), ==, "e9");
  g_assert_cmpstr (volets_record_get_text (get_row (editor, VOLETS_SECTION_SCHOOLS, 1),
                                           VOLETS_SCHOOL_NAME), ==, "École Jules-Ferry");
  g_assert_cmpstr (get_school (editor, VOLETS_SECTION_EQUIPMENT, 0), ==, "e3");
  g_assert_cmpstr (get_school (editor, VOLETS_SECTION_SERVICE_LINES, 0), ==, "e1");

  g_assert_finalize_object (editor);
}

static void
test_undone_insert_of_a_school_leaves_no_expense_behind (void)
{
  VoletsEditor *editor = new_editor ();
  VoletsRecord *school = volets_editor_append_row (editor, VOLETS_SECTION_SCHOOLS, "Ajout");
  VoletsRecord *line = get_row (editor, VOLETS_SECTION_EQUIPMENT, 0);

  volets_record_set_text (line, VOLETS_EXPENSE_SCHOOL,
                          volets_record_get_text (school, VOLETS_SCHOOL_ID));
  volets_editor_undo (editor);
  g_assert_cmpuint (count_rows (editor, VOLETS_SECTION_SCHOOLS), ==, 3);
  g_assert_null (volets_record_get_text (line, VOLETS_EXPENSE_SCHOOL));

  g_assert_finalize_object (editor);
}

/* What a paste does: rows for the list it is on, over those that are selected. */
static void
test_paste_is_undone (void)
{
  VoletsEditor *editor = new_editor ();
  g_autofree char *before = write_answers (editor);
  g_autoptr (GPtrArray) schools = make_rows (editor, VOLETS_SECTION_SCHOOLS, 5);
  g_autoptr (GPtrArray) lines = make_rows (editor, VOLETS_SECTION_EQUIPMENT, 2);

  volets_editor_insert_rows (editor, VOLETS_SECTION_EQUIPMENT, 1, lines, "Collage");
  g_assert_true (get_row (editor, VOLETS_SECTION_EQUIPMENT, 1) == lines->pdata[0]);
  volets_editor_replace_rows (editor, VOLETS_SECTION_SCHOOLS, 1, 2, schools, "Collage");
  g_assert_cmpuint (count_rows (editor, VOLETS_SECTION_SCHOOLS), ==, 6);
  g_assert_true (get_row (editor, VOLETS_SECTION_SCHOOLS, 5) == schools->pdata[4]);
  g_assert_null (get_school (editor, VOLETS_SECTION_SERVICE_LINES, 1));

  volets_editor_undo (editor);
  volets_editor_undo (editor);
  assert_answers (editor, before);

  g_assert_finalize_object (editor);
}

static void
test_replaced_school_of_the_same_id_keeps_its_expenses (void)
{
  VoletsEditor *editor = new_editor ();
  g_autofree char *before = write_answers (editor);
  g_autoptr (GPtrArray) schools = make_rows (editor, VOLETS_SECTION_SCHOOLS, 1);

  volets_record_set_text (schools->pdata[0], VOLETS_SCHOOL_ID, "e2");
  volets_editor_replace_rows (editor, VOLETS_SECTION_SCHOOLS, 0, G_MAXUINT, schools, "Import");
  g_assert_cmpuint (count_rows (editor, VOLETS_SECTION_SCHOOLS), ==, 1);
  g_assert_null (get_school (editor, VOLETS_SECTION_EQUIPMENT, 0));
  g_assert_cmpstr (get_school (editor, VOLETS_SECTION_EQUIPMENT, 1), ==, "e2");
  volets_editor_undo (editor);
  assert_answers (editor, before);

  g_assert_finalize_object (editor);
}

/* Two schools of one id would make a file that does not open again. */
static void
test_pasted_schools_get_ids_of_their_own (void)
{
  VoletsEditor *editor = new_editor ();
  g_autoptr (GPtrArray) schools = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (VoletsDossier) again = NULL;
  g_autoptr (GError) error = NULL;
  const char *const given[] = { "e2", NULL, "e7", "e7", "ecole", "e4" };

  for (gsize i = 0; i < G_N_ELEMENTS (given); i++)
    {
      VoletsRecord *school = g_object_new (VOLETS_TYPE_SCHOOL, "id", given[i], NULL);

      g_ptr_array_add (schools, school);
    }
  volets_editor_insert_rows (editor, VOLETS_SECTION_SCHOOLS, 0, schools, "Collage");
  for (guint i = 0; i < count_rows (editor, VOLETS_SECTION_SCHOOLS); i++)
    g_assert_true (g_hash_table_add (ids, (char *) get_id (editor, i)));
  g_assert_cmpstr (get_id (editor, 2), ==, "e7");
  g_assert_cmpstr (get_id (editor, 4), ==, "ecole");
  g_assert_cmpstr (get_id (editor, 6), ==, "e1");

  bytes = volets_dossier_write (volets_editor_get_dossier (editor));
  again = volets_dossier_read (bytes, NULL, &error);
  g_assert_no_error (error);

  g_assert_finalize_object (editor);
}

static void
assert_next_id (VoletsEditor *editor,
                const char   *expected)
{
  g_autofree char *id = volets_editor_create_school_id (editor);

  g_assert_cmpstr (id, ==, expected);
}

static void
test_id_of_a_school_does_not_come_back (void)
{
  VoletsEditor *editor = new_editor ();
  const guint last = 2;

  assert_next_id (editor, "e4");
  assert_next_id (editor, "e5");
  volets_editor_append_row (editor, VOLETS_SECTION_SCHOOLS, "Ajout");
  g_assert_cmpstr (get_id (editor, 3), ==, "e6");
  g_assert_finalize_object (editor);

  editor = new_editor ();
  volets_editor_delete_rows (editor, VOLETS_SECTION_SCHOOLS, &last, 1, "Suppression");
  assert_next_id (editor, "e4");
  g_assert_finalize_object (editor);
}

static void
test_ids_of_others_are_minded (void)
{
  g_autoptr (VoletsDossier) dossier = volets_dossier_new (CALL_ID);
  VoletsEditor *editor = edit (dossier);

  assert_next_id (editor, "e1");
  volets_test_add_school (dossier, "ecole", NULL, VOLETS_SCHOOL_KIND_PRIMAIRE, 1, 1);
  volets_test_add_school (dossier, "E50", NULL, VOLETS_SCHOOL_KIND_PRIMAIRE, 1, 1);
  volets_test_add_school (dossier, "e-60", NULL, VOLETS_SCHOOL_KIND_PRIMAIRE, 1, 1);
  volets_test_add_school (dossier, "e99999999999999999999999", NULL,
                          VOLETS_SCHOOL_KIND_PRIMAIRE, 1, 1);
  assert_next_id (editor, "e2");
  volets_test_add_school (dossier, "e41", NULL, VOLETS_SCHOOL_KIND_PRIMAIRE, 1, 1);
  assert_next_id (editor, "e42");
  /* An expense that names a school nobody knows must not find itself in a new one. */
  volets_test_add_expense (dossier, VOLETS_SECTION_SERVICE_LINES, "e70", 100);
  assert_next_id (editor, "e71");

  g_assert_finalize_object (editor);
}

static void
test_duplicate_is_undone (void)
{
  VoletsEditor *editor = new_editor ();
  g_autofree char *before = write_answers (editor);
  const guint schools[] = { 0 };
  const guint lines[] = { 3 };
  VoletsRecord *copy;

  volets_record_set_text (get_row (editor, VOLETS_SECTION_SCHOOLS, 0), VOLETS_SCHOOL_UAI,
                          "0840001A");
  volets_editor_duplicate_rows (editor, VOLETS_SECTION_SCHOOLS, &schools[0], 1, "Copie");
  copy = get_row (editor, VOLETS_SECTION_SCHOOLS, 1);
  g_assert_cmpstr (get_id (editor, 1), ==, "e4");
  g_assert_null (volets_record_get_text (copy, VOLETS_SCHOOL_UAI));
  g_assert_cmpstr (volets_record_get_text (copy, VOLETS_SCHOOL_NAME), ==, "École e1");
  g_assert_cmpint (volets_record_get_number (copy, VOLETS_SCHOOL_CLASSES), ==, 4);

  volets_editor_duplicate_rows (editor, VOLETS_SECTION_EQUIPMENT, &lines[0], 1, "Copie");
  copy = get_row (editor, VOLETS_SECTION_EQUIPMENT, 4);
  g_assert_cmpint (volets_record_get_number (copy, VOLETS_EXPENSE_UNIT_PRICE), ==, 500);

  volets_editor_undo (editor);
  volets_editor_undo (editor);
  volets_record_set_text (get_row (editor, VOLETS_SECTION_SCHOOLS, 0), VOLETS_SCHOOL_UAI, NULL);
  assert_answers (editor, before);

  g_assert_finalize_object (editor);
}

/* Each copy below its row, in one step, with an id for each. */
static void
test_several_duplicates_are_one_step (void)
{
  VoletsEditor *editor = new_editor ();
  g_autofree char *before = write_answers (editor);
  const guint schools[] = { 0, 2 };
  guint n_rows = volets_dossier_get_n_rows (volets_editor_get_dossier (editor),
                                            VOLETS_SECTION_SCHOOLS);

  g_assert_cmpuint (n_rows, ==, 3);
  volets_editor_duplicate_rows (editor, VOLETS_SECTION_SCHOOLS, schools, 2, "Copie");
  g_assert_cmpstr (get_id (editor, 0), ==, "e1");
  g_assert_cmpstr (get_id (editor, 1), ==, "e4");
  g_assert_cmpstr (get_id (editor, 2), ==, "e2");
  g_assert_cmpstr (get_id (editor, 3), ==, "e3");
  g_assert_cmpstr (get_id (editor, 4), ==, "e5");
  g_assert_cmpstr (volets_record_get_text (get_row (editor, VOLETS_SECTION_SCHOOLS, 4),
                                           VOLETS_SCHOOL_NAME), ==, "École e3");

  volets_editor_undo (editor);
  assert_answers (editor, before);

  g_assert_finalize_object (editor);
}

static void
test_copy_to_schools_is_undone (void)
{
  VoletsEditor *editor = new_editor ();
  g_autofree char *before = write_answers (editor);
  const char *const ids[] = { "e1", "e2", "e3", NULL };

  /* The line of e2 has nothing to copy to itself; that of the project goes to all. */
  volets_editor_copy_expense_to_schools (editor, VOLETS_SECTION_EQUIPMENT, 1, ids, "Copie");
  g_assert_cmpuint (count_rows (editor, VOLETS_SECTION_EQUIPMENT), ==, 6);
  g_assert_cmpstr (get_school (editor, VOLETS_SECTION_EQUIPMENT, 2), ==, "e1");
  g_assert_cmpstr (get_school (editor, VOLETS_SECTION_EQUIPMENT, 3), ==, "e3");
  g_assert_cmpint (volets_record_get_number (get_row (editor, VOLETS_SECTION_EQUIPMENT, 3),
                                             VOLETS_EXPENSE_UNIT_PRICE), ==, 200000);
  g_assert_cmpstr (volets_editor_get_undo_label (editor), ==, "Copie");
  volets_editor_copy_expense_to_schools (editor, VOLETS_SECTION_EQUIPMENT, 5, ids, "Copie");
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpstr (get_school (editor, VOLETS_SECTION_EQUIPMENT, 6 + i), ==, ids[i]);
      g_assert_cmpint (volets_record_get_number (get_row (editor, VOLETS_SECTION_EQUIPMENT, 6 + i),
                                                 VOLETS_EXPENSE_SCOPE), ==,
                       VOLETS_EXPENSE_SCOPE_SCHOOL);
    }

  volets_editor_undo (editor);
  volets_editor_undo (editor);
  assert_answers (editor, before);

  g_assert_finalize_object (editor);
}

static void
test_new_rows_hold_what_is_likely (void)
{
  VoletsEditor *editor = new_editor ();
  VoletsRecord *row = volets_editor_append_row (editor, VOLETS_SECTION_SCHOOLS, "Ajout");

  g_assert_cmpint (volets_record_get_number (row, VOLETS_SCHOOL_KIND), ==,
                   VOLETS_SCHOOL_KIND_MISSING);
  g_assert_cmpint (volets_record_get_number (row, VOLETS_SCHOOL_SECTOR), ==,
                   VOLETS_SCHOOL_SECTOR_PUBLIC);
  g_assert_cmpstr (volets_record_get_text (row, VOLETS_SCHOOL_COMMUNE), ==, "84137");
  volets_test_add_commune (volets_editor_get_dossier (editor), "84138");
  row = volets_editor_append_row (editor, VOLETS_SECTION_SCHOOLS, "Ajout");
  g_assert_null (volets_record_get_text (row, VOLETS_SCHOOL_COMMUNE));

  volets_record_set_number (get_row (editor, VOLETS_SECTION_EQUIPMENT, 3),
                            VOLETS_EXPENSE_VAT_RATE, 550);
  row = volets_editor_append_row (editor, VOLETS_SECTION_EQUIPMENT, "Ajout");
  g_assert_cmpint (volets_record_get_number (row, VOLETS_EXPENSE_SCOPE), ==,
                   VOLETS_EXPENSE_SCOPE_PROJECT);
  g_assert_cmpint (volets_record_get_number (row, VOLETS_EXPENSE_QUANTITY), ==, 1);
  g_assert_cmpint (volets_record_get_number (row, VOLETS_EXPENSE_VAT_RATE), ==, 550);
  g_assert_cmpint (volets_record_get_number (row, VOLETS_EXPENSE_UNIT_PRICE), ==, VOLETS_UNSET);

  g_list_store_remove_all (volets_dossier_get_list (volets_editor_get_dossier (editor),
                                                    VOLETS_SECTION_SERVICE_LINES));
  row = volets_editor_append_row (editor, VOLETS_SECTION_SERVICE_LINES, "Ajout");
  g_assert_cmpint (volets_record_get_number (row, VOLETS_EXPENSE_VAT_RATE), ==, VOLETS_UNSET);
  row = volets_editor_append_row (editor, VOLETS_SECTION_FUNDERS, "Ajout");
  g_assert_true (volets_record_is_empty (row));

  g_assert_finalize_object (editor);
}

static void
test_group_is_undone_at_once (void)
{
  VoletsEditor *editor = new_editor ();
  g_autofree char *before = write_answers (editor);
  const guint all[] = { 0, 1, 2 };

  volets_editor_begin_group (editor, "Import");
  volets_editor_append_row (editor, VOLETS_SECTION_COMMUNES, "Commune");
  volets_editor_delete_rows (editor, VOLETS_SECTION_SCHOOLS, all, 3, "Suppression");
  volets_editor_append_row (editor, VOLETS_SECTION_SCHOOLS, "École");
  volets_editor_delete_rows (editor, VOLETS_SECTION_EQUIPMENT, all, 3, "Suppression");
  volets_editor_append_row (editor, VOLETS_SECTION_EQUIPMENT, "Ligne");
  volets_editor_end_group (editor);
  g_assert_cmpstr (volets_editor_get_undo_label (editor), ==, "Import");

  g_assert_true (volets_editor_undo (editor));
  g_assert_false (volets_editor_get_can_undo (editor));
  assert_answers (editor, before);

  g_assert_finalize_object (editor);
}

static void
test_nothing_done_is_nothing_to_undo (void)
{
  VoletsEditor *editor = new_editor ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  const char *const ids[] = { NULL };

  volets_editor_delete_rows (editor, VOLETS_SECTION_SCHOOLS, NULL, 0, "Suppression");
  volets_editor_insert_rows (editor, VOLETS_SECTION_SCHOOLS, 0, none, "Collage");
  volets_editor_copy_expense_to_schools (editor, VOLETS_SECTION_EQUIPMENT, 0, ids, "Copie");
  volets_editor_begin_group (editor, "Import");
  volets_editor_end_group (editor);
  g_assert_false (volets_editor_get_can_undo (editor));
  g_assert_false (volets_editor_get_modified (editor));

  g_assert_finalize_object (editor);
}

/* An evening of work: what was done first can no longer be undone, the rest can. */
static void
test_undo_goes_back_a_hundred_times (void)
{
  VoletsEditor *editor = new_editor ();
  VoletsRecord *first = volets_editor_append_row (editor, VOLETS_SECTION_FUNDERS, "Le premier");
  guint n_undone = 0;

  for (guint i = 0; i < 150; i++)
    volets_editor_append_row (editor, VOLETS_SECTION_FUNDERS, "Un autre");
  while (volets_editor_undo (editor))
    n_undone++;
  g_assert_cmpuint (n_undone, ==, 100);
  g_assert_cmpuint (count_rows (editor, VOLETS_SECTION_FUNDERS), ==, 51);
  g_assert_true (get_row (editor, VOLETS_SECTION_FUNDERS, 0) == first);

  g_assert_finalize_object (editor);
}

static void
delete_some (VoletsEditor  *editor,
             VoletsSection  section)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < count_rows (editor, section); i++)
    {
      if (g_test_rand_int_range (0, 3) == 0)
        g_array_append_val (rows, i);
    }
  volets_editor_delete_rows (editor, section, (const guint *) (gpointer) rows->data, rows->len,
                             "Suppression");
}

static void
do_something (VoletsEditor *editor)
{
  VoletsSection section = LISTS[g_test_rand_int_range (0, G_N_ELEMENTS (LISTS))];
  guint n_rows = count_rows (editor, section);
  guint row = n_rows > 0 ? (guint) g_test_rand_int_range (0, (int) n_rows) : 0;
  g_autoptr (GPtrArray) rows = make_rows (editor, section, (guint) g_test_rand_int_range (0, 4));
  const char *const ids[] = { "e1", "e2", "e5", NULL };

  switch (g_test_rand_int_range (0, 5))
    {
    case 0:
      volets_editor_insert_rows (editor, section, row, rows, "Ajout");
      break;
    case 1:
      volets_editor_replace_rows (editor, section, row, (guint) g_test_rand_int_range (0, 5), rows,
                                  "Collage");
      break;
    case 2:
      if (n_rows > 0)
        volets_editor_duplicate_rows (editor, section, &row, 1, "Copie");
      break;
    case 3:
      if (n_rows > 0 && (section == VOLETS_SECTION_EQUIPMENT
                         || section == VOLETS_SECTION_SERVICE_LINES))
        volets_editor_copy_expense_to_schools (editor, section, row, ids, "Copie");
      break;
    default:
      delete_some (editor, section);
    }
}

static void
undo_changed_cb (VoletsEditor *editor,
                 GParamSpec   *pspec,
                 gboolean     *changed)
{
  *changed = TRUE;
}

static void
test_anything_is_undone (void)
{
  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (VoletsDossier) dossier = volets_test_make_random_dossier (4, 12);
      VoletsEditor *editor = edit (dossier);
      g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_free);

      for (guint j = 0; j < 40; j++)
        {
          g_autofree char *answers = write_answers (editor);
          gboolean changed = FALSE;
          gulong handler = g_signal_connect (editor, "notify::undo-label",
                                             G_CALLBACK (undo_changed_cb), &changed);

          do_something (editor);
          g_signal_handler_disconnect (editor, handler);
          if (changed)
            g_ptr_array_add (before, g_steal_pointer (&answers));
        }

      while (before->len > 0)
        {
          g_autofree char *answers = g_ptr_array_steal_index (before, before->len - 1);

          g_assert_true (volets_editor_undo (editor));
          assert_answers (editor, answers);
        }
      g_assert_false (volets_editor_get_can_undo (editor));

      g_assert_finalize_object (editor);
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  volets_test_state_set_up ();

  g_test_add_func ("/editor-rows/delete-is-undone", test_delete_is_undone);
  g_test_add_func ("/editor-rows/delete-touches-one-row", test_delete_touches_one_row);
  g_test_add_func ("/editor-rows/a-deleted-school-and-its-expenses-come-back",
                   test_deleted_school_and_its_expenses_come_back);
  g_test_add_func ("/editor-rows/what-was-typed-since-stays", test_what_was_typed_since_stays);
  g_test_add_func ("/editor-rows/undone-insert-of-a-school-leaves-no-expense-behind",
                   test_undone_insert_of_a_school_leaves_no_expense_behind);
  g_test_add_func ("/editor-rows/paste-is-undone", test_paste_is_undone);
  g_test_add_func ("/editor-rows/a-replaced-school-of-the-same-id-keeps-its-expenses",
                   test_replaced_school_of_the_same_id_keeps_its_expenses);
  g_test_add_func ("/editor-rows/pasted-schools-get-ids-of-their-own",
                   test_pasted_schools_get_ids_of_their_own);
  g_test_add_func ("/editor-rows/the-id-of-a-school-does-not-come-back",
                   test_id_of_a_school_does_not_come_back);
  g_test_add_func ("/editor-rows/ids-of-others-are-minded", test_ids_of_others_are_minded);
  g_test_add_func ("/editor-rows/duplicate-is-undone", test_duplicate_is_undone);
  g_test_add_func ("/editor-rows/several-duplicates-are-one-step",
                   test_several_duplicates_are_one_step);
  g_test_add_func ("/editor-rows/copy-to-schools-is-undone", test_copy_to_schools_is_undone);
  g_test_add_func ("/editor-rows/new-rows-hold-what-is-likely", test_new_rows_hold_what_is_likely);
  g_test_add_func ("/editor-rows/a-group-is-undone-at-once", test_group_is_undone_at_once);
  g_test_add_func ("/editor-rows/nothing-done-is-nothing-to-undo",
                   test_nothing_done_is_nothing_to_undo);
  g_test_add_func ("/editor-rows/undo-goes-back-a-hundred-times",
                   test_undo_goes_back_a_hundred_times);
  g_test_add_func ("/editor-rows/anything-is-undone", test_anything_is_undone);

  status = g_test_run ();
  volets_test_state_tear_down ();

  return status;
}
