/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/record-table.h"

#include <string.h>

#include "engine/commune.h"
#include "engine/expense.h"
#include "engine/money.h"
#include "engine/school.h"
#include "support/calls.h"
#include "display.h"
#include "state-folder.h"
#include "ui/cell-face.h"
#include "ui/field-editor.h"
#include "ui/text-size.h"

#define CALL_ID "snee-2021"
#define N_MANY 10000
#define TIMEOUT (20 * G_USEC_PER_SEC)

typedef struct {
  VoletsDossier     *dossier;
  VoletsEditor      *editor;
  VoletsRecordTable *table;
  GtkWidget         *window;
  guint              n_writes;
  gboolean           has_two_lines;
} Fixture;

/* --- Around the table ------------------------------------------------------------------------ */

static gboolean
count_frame_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       n_frames)
{
  (*(guint *) n_frames)++;

  return G_SOURCE_CONTINUE;
}

/* Until what was asked for is laid out. */
static void
run_frames (Fixture *fixture)
{
  guint n_frames = 0;
  guint id = gtk_widget_add_tick_callback (fixture->window, count_frame_cb, &n_frames, NULL);
  gint64 end = g_get_monotonic_time () + TIMEOUT;

  while (n_frames < 4 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (fixture->window, id);
  g_assert_cmpuint (n_frames, >=, 4);
}

static char *
write_total (VoletsRecord *record,
             gpointer      n_writes)
{
  VoletsAmounts amounts;

  (*(guint *) n_writes)++;
  g_assert_true (volets_expense_compute (VOLETS_EXPENSE (record), &amounts, NULL));

  return volets_money_format (amounts.including_tax);
}

static void
add_columns (Fixture       *fixture,
             VoletsSection  section)
{
  VoletsRecordTable *table = fixture->table;
  guint quantity, price, total;

  if (section == VOLETS_SECTION_SCHOOLS)
    {
      volets_record_table_add_field (table, VOLETS_SCHOOL_UAI, "UAI", 110, FALSE);
      volets_record_table_add_field (table, VOLETS_SCHOOL_NAME, "School", 200, TRUE);
      volets_record_table_add_field (table, VOLETS_SCHOOL_KIND, "Kind", 130, FALSE);
      volets_record_table_add_field (table, VOLETS_SCHOOL_CLASSES, "Classes", 80, FALSE);
      return;
    }

  volets_record_table_add_field (table, VOLETS_EXPENSE_FAMILY, "Family", 120, FALSE);
  volets_record_table_add_field (table, VOLETS_EXPENSE_LABEL, "Label", 200, TRUE);
  quantity = volets_record_table_add_field (table, VOLETS_EXPENSE_QUANTITY, "Quantity", 80, FALSE);
  price = volets_record_table_add_field (table, VOLETS_EXPENSE_UNIT_PRICE, "Price", 100, FALSE);
  total = volets_record_table_add_computed (table, "Total", 120, write_total, &fixture->n_writes);
  if (!fixture->has_two_lines)
    return;

  volets_record_table_stack_field (table, total, VOLETS_EXPENSE_INELIGIBLE, "Not eligible", -1,
                                   VOLETS_FINDING_NONE);
  volets_record_table_stack_field (table, 1, VOLETS_EXPENSE_REASON, "Reason", -1,
                                   VOLETS_EXPENSE_INELIGIBLE);
  volets_record_table_place_large (table, price, quantity, 1);
}

static void
show_table (Fixture       *fixture,
            VoletsSection  section)
{
  g_autoptr (VoletsCall) call = volets_test_find_call (CALL_ID);

  fixture->editor = volets_editor_new (fixture->dossier, call);
  fixture->table = g_object_new (VOLETS_TYPE_RECORD_TABLE,
                                 "section", volets_section_get_info (section)->name,
                                 "label", "Rows",
                                 "add-label", "Add a row",
                                 "empty-title", "There is no row yet.",
                                 NULL);
  add_columns (fixture, section);
  volets_record_table_set_editor (fixture->table, fixture->editor);

  fixture->window = gtk_window_new ();
  /* All columns fit in it, whatever the size of the text. */
  gtk_window_set_default_size (GTK_WINDOW (fixture->window),
                               volets_text_size_scale (fixture->window, 760), 560);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->table));
  gtk_window_present (GTK_WINDOW (fixture->window));
  run_frames (fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  unused)
{
  fixture->dossier = volets_dossier_new (CALL_ID);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  unused)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->table), (gpointer *) &fixture->table);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (fixture->table);
  g_assert_finalize_object (fixture->editor);
  g_assert_finalize_object (fixture->dossier);
}

static VoletsRecord *
add_school (Fixture    *fixture,
            const char *uai,
            const char *name)
{
  VoletsRecord *school = volets_dossier_append (fixture->dossier, VOLETS_SECTION_SCHOOLS);
  g_autofree char *id = g_strdup_printf ("e%u", volets_dossier_get_n_rows (
                                           fixture->dossier, VOLETS_SECTION_SCHOOLS));

  volets_record_set_text (school, VOLETS_SCHOOL_ID, id);
  volets_record_set_text (school, VOLETS_SCHOOL_UAI, uai);
  volets_record_set_text (school, VOLETS_SCHOOL_NAME, name);

  return school;
}

static VoletsRecord *
add_expense (Fixture *fixture,
             gint64   quantity,
             gint64   price)
{
  VoletsRecord *expense = volets_dossier_append (fixture->dossier, VOLETS_SECTION_EQUIPMENT);
  g_autofree char *label = g_strdup_printf ("Line %u", volets_dossier_get_n_rows (
                                              fixture->dossier, VOLETS_SECTION_EQUIPMENT));

  volets_record_set_text (expense, VOLETS_EXPENSE_LABEL, label);
  volets_record_set_number (expense, VOLETS_EXPENSE_FAMILY, VOLETS_EXPENSE_FAMILY_CLASSE);
  volets_record_set_number (expense, VOLETS_EXPENSE_QUANTITY, quantity);
  volets_record_set_number (expense, VOLETS_EXPENSE_UNIT_PRICE, price);

  return expense;
}

/* What the schools are called, in their order. */
static char *
list_names (Fixture *fixture)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < volets_dossier_get_n_rows (fixture->dossier, VOLETS_SECTION_SCHOOLS); i++)
    {
      VoletsRecord *school = volets_dossier_get_row (fixture->dossier, VOLETS_SECTION_SCHOOLS, i);
      const char *name = volets_record_get_text (school, VOLETS_SCHOOL_NAME);

      g_string_append_printf (names, "%s%s", i > 0 ? " " : "", name != NULL ? name : "–");
    }

  return g_string_free (names, FALSE);
}

static void
assert_names (Fixture    *fixture,
              const char *expected)
{
  g_autofree char *names = list_names (fixture);

  g_assert_cmpstr (names, ==, expected);
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->table), action, NULL));
  run_frames (fixture);
}

static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type,
             gboolean (*is_it) (GtkWidget *widget, gconstpointer data),
             gconstpointer data)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (is_it == NULL || is_it (widget, data)))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type, is_it, data);

  return found;
}

static guint
count_widgets (GtkWidget *widget,
               GType      type)
{
  guint n_widgets = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_widgets += count_widgets (child, type);

  return n_widgets;
}

static gboolean
has_action (GtkWidget     *widget,
            gconstpointer  action)
{
  return g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0
         && gtk_widget_get_mapped (widget);
}

static GtkWidget *
find_button (Fixture    *fixture,
             const char *action)
{
  return find_widget (GTK_WIDGET (fixture->table), GTK_TYPE_BUTTON, has_action, action);
}

static gboolean
has_text (GtkWidget     *widget,
          gconstpointer  text)
{
  return g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text)
         && gtk_widget_get_mapped (widget);
}

/* Where a new text is to cost no new layout. */
static gboolean
has_inscription (GtkWidget     *widget,
                 gconstpointer  text)
{
  return g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (widget)), text) == 0
         && gtk_widget_get_mapped (widget);
}

static gboolean
has_words (GtkWidget     *widget,
           gconstpointer  words)
{
  return strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL
         && gtk_widget_get_mapped (widget);
}

static gboolean
shows (Fixture    *fixture,
       const char *text)
{
  GtkWidget *table = GTK_WIDGET (fixture->table);

  return find_widget (table, GTK_TYPE_LABEL, has_text, text) != NULL
         || find_widget (table, GTK_TYPE_INSCRIPTION, has_inscription, text) != NULL;
}

static GtkWidget *
find_view (Fixture *fixture)
{
  return find_widget (GTK_WIDGET (fixture->table), GTK_TYPE_COLUMN_VIEW, NULL, NULL);
}

static gboolean
is_mapped_across (GtkWidget     *widget,
                  gconstpointer  across)
{
  return gtk_scrollbar_get_adjustment (GTK_SCROLLBAR (widget)) == across
         && gtk_widget_get_mapped (widget);
}

static GtkWidget *
find_mapped_scrollbar (Fixture *fixture)
{
  return find_widget (GTK_WIDGET (fixture->table), GTK_TYPE_SCROLLBAR, is_mapped_across,
                      gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (find_view (fixture))));
}

static GtkSelectionModel *
get_selection (Fixture *fixture)
{
  return gtk_column_view_get_model (GTK_COLUMN_VIEW (find_view (fixture)));
}

/* --- Cells ----------------------------------------------------------------------------------- */

static GtkWidget *
get_focused_editor (Fixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus != NULL ? gtk_widget_get_ancestor (focus, VOLETS_TYPE_FIELD_EDITOR) : NULL;
}

static GtkWidget *
get_focused_input (Fixture *fixture)
{
  GtkWidget *editor = get_focused_editor (fixture);

  g_assert_nonnull (editor);
  return volets_field_editor_get_input (VOLETS_FIELD_EDITOR (editor));
}

static GtkWidget *
focus_cell (Fixture *fixture,
            int      row,
            int      field)
{
  g_assert_true (volets_record_table_focus (fixture->table, row, field));
  run_frames (fixture);

  return get_focused_input (fixture);
}

#define assert_focused(fixture, label) \
  gtk_test_accessible_assert_property (get_focused_input (fixture), \
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, label)

static void
type_text (Fixture    *fixture,
           const char *text)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  g_assert_true (GTK_IS_TEXT (focus));
  gtk_editable_set_text (GTK_EDITABLE (focus), text);
}

/* At the end of what is there. */
static void
type_more (Fixture    *fixture,
           const char *text)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  int end = -1;

  g_assert_true (GTK_IS_TEXT (focus));
  gtk_editable_insert_text (GTK_EDITABLE (focus), text, -1, &end);
}

static void
click (Fixture    *fixture,
       const char *action)
{
  g_signal_emit_by_name (find_button (fixture, action), "clicked");
  run_frames (fixture);
}

static gboolean
press (Fixture         *fixture,
       guint            key,
       GdkModifierType  modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (find_view (fixture));
  gboolean is_handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !is_handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &is_handled);
    }
  run_frames (fixture);

  return is_handled;
}

/* What Enter does in an entry, once the input method is through with it. */
static void
press_enter (Fixture *fixture)
{
  g_signal_emit_by_name (get_focused_input (fixture), "activate");
  run_frames (fixture);
}

static void
select_rows (Fixture *fixture,
             guint    first,
             guint    second)
{
  gtk_selection_model_select_item (get_selection (fixture), first, TRUE);
  gtk_selection_model_select_item (get_selection (fixture), second, FALSE);
}

/* --- Tests ----------------------------------------------------------------------------------- */

static void
test_first_row_is_added_where_there_is_none (Fixture       *fixture,
                                             gconstpointer  unused)
{
  show_table (fixture, VOLETS_SECTION_SCHOOLS);
  g_assert_true (shows (fixture, "There is no row yet."));
  g_assert_nonnull (find_button (fixture, "table.add"));
  g_assert_nonnull (find_button (fixture, "table.paste"));
  g_assert_null (find_button (fixture, "table.delete"));

  click (fixture, "table.add");

  assert_names (fixture, "–");
  g_assert_false (shows (fixture, "There is no row yet."));
  assert_focused (fixture, "UAI, row 1");
  type_text (fixture, "0840001A");
  g_assert_cmpstr (volets_record_get_text (volets_dossier_get_row (
                     fixture->dossier, VOLETS_SECTION_SCHOOLS, 0), VOLETS_SCHOOL_UAI),
                   ==, "0840001A");

  g_assert_true (volets_editor_undo (fixture->editor));
  run_frames (fixture);
  assert_names (fixture, "");
  g_assert_true (shows (fixture, "There is no row yet."));
}

static void
test_what_is_typed_goes_into_the_record (Fixture       *fixture,
                                         gconstpointer  unused)
{
  VoletsRecord *school = add_school (fixture, NULL, "A");

  show_table (fixture, VOLETS_SECTION_SCHOOLS);
  focus_cell (fixture, 0, VOLETS_SCHOOL_CLASSES);
  type_text (fixture, "12");
  g_assert_cmpint (volets_record_get_number (school, VOLETS_SCHOOL_CLASSES), ==, 12);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (focus_cell (fixture, 0, VOLETS_SCHOOL_KIND)), 2);
  g_assert_cmpint (volets_record_get_number (school, VOLETS_SCHOOL_KIND), ==,
                   VOLETS_SCHOOL_KIND_ELEMENTAIRE);

  volets_record_set_text (school, VOLETS_SCHOOL_NAME, "From elsewhere");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (focus_cell (fixture, 0,
                                                                    VOLETS_SCHOOL_NAME))),
                   ==, "From elsewhere");
}

/* GTK 4.8 binds every row anew when the selection changes: the entry was emptied of its mistake,
 * and lost the focus.
 */
static void
test_a_mistake_outlives_the_selection (Fixture       *fixture,
                                       gconstpointer  unused)
{
  VoletsRecord *school = add_school (fixture, NULL, "A");
  GtkWidget *input;

  add_school (fixture, NULL, "B");
  volets_record_set_number (school, VOLETS_SCHOOL_CLASSES, 7);
  show_table (fixture, VOLETS_SECTION_SCHOOLS);

  input = focus_cell (fixture, 0, VOLETS_SCHOOL_CLASSES);
  type_more (fixture, " x");
  focus_cell (fixture, 1, VOLETS_SCHOOL_NAME);
  gtk_selection_model_select_all (get_selection (fixture));
  run_frames (fixture);
  volets_editor_flush (fixture->editor);

  g_assert_true (focus_cell (fixture, 0, VOLETS_SCHOOL_CLASSES) == input);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (input)), ==, "7 x");
  g_assert_true (gtk_widget_has_css_class (input, "error"));
  g_assert_nonnull (gtk_widget_get_tooltip_text (input));
  g_assert_cmpint (volets_record_get_number (school, VOLETS_SCHOOL_CLASSES), ==, 7);

  type_text (fixture, "8");
  volets_editor_flush (fixture->editor);
  g_assert_false (gtk_widget_has_css_class (input, "error"));
  g_assert_cmpint (volets_record_get_number (school, VOLETS_SCHOOL_CLASSES), ==, 8);
}

static void
test_mistakes_that_the_review_finds (Fixture       *fixture,
                                     gconstpointer  unused)
{
  VoletsRecord *second;
  GtkWidget *input;

  add_school (fixture, "0841171T", "A");
  second = add_school (fixture, "0841171T", "B");
  show_table (fixture, VOLETS_SECTION_SCHOOLS);
  volets_editor_flush (fixture->editor);

  input = focus_cell (fixture, 1, VOLETS_SCHOOL_UAI);
  g_assert_true (gtk_widget_has_css_class (input, "error"));
  g_assert_nonnull (gtk_widget_get_tooltip_text (input));
  gtk_test_accessible_assert_property (input, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       gtk_widget_get_tooltip_text (input));
  /* In words too, for whoever has no mouse to hover with. */
  g_assert_nonnull (find_widget (GTK_WIDGET (fixture->table), GTK_TYPE_LABEL, has_words,
                                 gtk_widget_get_tooltip_text (input)));
  /* What is not given yet is not shown as wrong. */
  g_assert_false (gtk_widget_has_css_class (focus_cell (fixture, 1, VOLETS_SCHOOL_CLASSES),
                                            "error"));

  volets_record_set_text (second, VOLETS_SCHOOL_UAI, NULL);
  volets_editor_flush (fixture->editor);
  g_assert_false (gtk_widget_has_css_class (input, "error"));
  g_assert_null (gtk_widget_get_tooltip_text (input));
}

static void
test_computed_columns_follow (Fixture       *fixture,
                              gconstpointer  unused)
{
  VoletsRecord *expense = add_expense (fixture, 2, 150000);
  g_autofree char *before = volets_money_format (300000);
  g_autofree char *after = volets_money_format (450000);

  show_table (fixture, VOLETS_SECTION_EQUIPMENT);
  g_assert_true (shows (fixture, before));

  focus_cell (fixture, 0, VOLETS_EXPENSE_QUANTITY);
  type_text (fixture, "3");
  g_assert_cmpint (volets_record_get_number (expense, VOLETS_EXPENSE_QUANTITY), ==, 3);
  g_assert_true (shows (fixture, after));
}

static void
test_rows_are_deleted_and_come_back (Fixture       *fixture,
                                     gconstpointer  unused)
{
  add_school (fixture, NULL, "A");
  add_school (fixture, NULL, "B");
  add_school (fixture, NULL, "C");
  show_table (fixture, VOLETS_SECTION_SCHOOLS);
  g_assert_false (gtk_widget_is_sensitive (find_button (fixture, "table.delete")));
  g_assert_false (gtk_widget_is_sensitive (find_button (fixture, "table.duplicate")));

  select_rows (fixture, 0, 2);
  g_assert_true (gtk_widget_is_sensitive (find_button (fixture, "table.delete")));
  activate (fixture, "table.delete");
  assert_names (fixture, "B");
  g_assert_cmpstr (volets_editor_get_undo_label (fixture->editor), ==, "2 rows deleted");
  g_assert_true (volets_editor_undo (fixture->editor));
  assert_names (fixture, "A B C");

  focus_cell (fixture, 1, VOLETS_SCHOOL_NAME);
  activate (fixture, "table.delete");
  assert_names (fixture, "A C");
  g_assert_cmpstr (volets_editor_get_undo_label (fixture->editor), ==, "Row deleted");
  g_assert_true (shows (fixture, "2"));
  g_assert_false (shows (fixture, "3"));

  gtk_selection_model_select_all (get_selection (fixture));
  activate (fixture, "table.delete");
  assert_names (fixture, "");
  g_assert_true (gtk_widget_is_focus (find_button (fixture, "table.add")));
}

static void
test_rows_are_duplicated_below (Fixture       *fixture,
                                gconstpointer  unused)
{
  add_school (fixture, NULL, "A");
  add_school (fixture, NULL, "B");
  add_school (fixture, NULL, "C");
  show_table (fixture, VOLETS_SECTION_SCHOOLS);

  focus_cell (fixture, 1, VOLETS_SCHOOL_NAME);
  activate (fixture, "table.duplicate");
  assert_names (fixture, "A B B C");
  assert_focused (fixture, "UAI, row 3");
  g_assert_cmpstr (volets_editor_get_undo_label (fixture->editor), ==, "Row duplicated");

  select_rows (fixture, 0, 3);
  activate (fixture, "table.duplicate");
  assert_names (fixture, "A A B B C C");
  g_assert_true (volets_editor_undo (fixture->editor));
  assert_names (fixture, "A B B C");
}

static void
test_rows_are_pasted_at_the_end (Fixture       *fixture,
                                 gconstpointer  unused)
{
  VoletsRecord *pasted;

  add_school (fixture, NULL, "A");
  show_table (fixture, VOLETS_SECTION_SCHOOLS);

  volets_record_table_paste_text (fixture->table, "Classes;Nom\n3;B\nmany;C\n");
  run_frames (fixture);
  assert_names (fixture, "A B C");
  assert_focused (fixture, "UAI, row 2");
  g_assert_cmpstr (volets_editor_get_undo_label (fixture->editor), ==, "2 rows pasted");
  g_assert_true (shows (fixture, "Some of what was pasted could not be read:"));
  /* No line of the notice is empty; a cell is until its editor comes. */
  g_assert_null (find_widget (GTK_WIDGET (fixture->table), GTK_TYPE_LABEL, has_text, ""));

  pasted = volets_dossier_get_row (fixture->dossier, VOLETS_SECTION_SCHOOLS, 1);
  g_assert_cmpint (volets_record_get_number (pasted, VOLETS_SCHOOL_CLASSES), ==, 3);
  g_assert_nonnull (volets_record_get_text (pasted, VOLETS_SCHOOL_ID));
  g_assert_cmpstr (volets_record_get_text (pasted, VOLETS_SCHOOL_ID), !=, "e1");

  volets_record_table_paste_text (fixture->table, "\n;\n");
  assert_names (fixture, "A B C");
  volets_record_table_paste_text (fixture->table, "Classes\nmany\n");
  run_frames (fixture);
  assert_names (fixture, "A B C");
  g_assert_true (shows (fixture, "Nothing of what was pasted could be read:"));
  volets_record_table_paste_text (fixture->table, NULL);
  run_frames (fixture);
  g_assert_true (shows (fixture,
                        "There is nothing to paste: copy the rows in the spreadsheet first."));
  volets_record_table_paste_text (fixture->table, "\tD\n");
  run_frames (fixture);
  g_assert_false (shows (fixture,
                         "There is nothing to paste: copy the rows in the spreadsheet first."));

  g_assert_true (volets_editor_undo (fixture->editor));
  g_assert_true (volets_editor_undo (fixture->editor));
  assert_names (fixture, "A");
}

static void
test_rows_are_pasted_from_the_clipboard (Fixture       *fixture,
                                         gconstpointer  unused)
{
  gint64 end = g_get_monotonic_time () + TIMEOUT;

  show_table (fixture, VOLETS_SECTION_SCHOOLS);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (fixture->window), "0840001A\tA\n\tB\n");
  click (fixture, "table.paste");
  while (volets_dossier_get_n_rows (fixture->dossier, VOLETS_SECTION_SCHOOLS) == 0
         && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  run_frames (fixture);

  assert_names (fixture, "A B");
}

static void
test_keys_go_from_cell_to_cell (Fixture       *fixture,
                                gconstpointer  unused)
{
  add_school (fixture, NULL, "A");
  add_school (fixture, NULL, "B");
  show_table (fixture, VOLETS_SECTION_SCHOOLS);

  focus_cell (fixture, 0, VOLETS_SCHOOL_NAME);
  assert_focused (fixture, "School, row 1");
  g_assert_true (press (fixture, GDK_KEY_Tab, 0));
  assert_focused (fixture, "Kind, row 1");
  g_assert_true (press (fixture, GDK_KEY_Tab, 0));
  assert_focused (fixture, "Classes, row 1");
  g_assert_true (press (fixture, GDK_KEY_Tab, 0));
  assert_focused (fixture, "UAI, row 2");
  g_assert_true (gtk_selection_model_is_selected (get_selection (fixture), 1));
  g_assert_false (gtk_selection_model_is_selected (get_selection (fixture), 0));
  g_assert_true (press (fixture, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK));
  assert_focused (fixture, "Classes, row 1");

  g_assert_true (press (fixture, GDK_KEY_Down, 0));
  assert_focused (fixture, "Classes, row 2");
  g_assert_false (press (fixture, GDK_KEY_Down, 0));
  /* Past the last cell, out of the rows. */
  g_assert_true (press (fixture, GDK_KEY_Tab, 0));
  g_assert_false (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                          find_view (fixture)));
  focus_cell (fixture, 1, VOLETS_SCHOOL_CLASSES);
  g_assert_true (press (fixture, GDK_KEY_Up, 0));
  assert_focused (fixture, "Classes, row 1");

  press_enter (fixture);
  assert_focused (fixture, "Classes, row 2");
  press_enter (fixture);
  assert_focused (fixture, "Classes, row 3");
  assert_names (fixture, "A B –");

  g_assert_true (press (fixture, GDK_KEY_Escape, 0));
  g_assert_null (get_focused_editor (fixture));
  gtk_test_accessible_assert_property (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Row 3");
  g_assert_true (press (fixture, GDK_KEY_Tab, 0));
  assert_focused (fixture, "UAI, row 3");
}

static gboolean
has_shortcut (GtkWidget           *widget,
              GtkPropagationPhase  phase,
              const char          *keys,
              const char          *action)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller)
          || gtk_event_controller_get_propagation_phase (controller) != phase)
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          g_autofree char *trigger =
            gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));
          g_autofree char *does =
            gtk_shortcut_action_to_string (gtk_shortcut_get_action (shortcut));

          if (g_str_equal (trigger, keys) && g_str_equal (does, action))
            return TRUE;
        }
    }

  return FALSE;
}

/* A text has Ctrl+Shift+A and Delete for itself: the first is taken before it, the second after. */
static void
test_shortcuts_come_before_or_after_the_text (Fixture       *fixture,
                                              gconstpointer  unused)
{
  GtkWidget *table;

  show_table (fixture, VOLETS_SECTION_SCHOOLS);
  table = GTK_WIDGET (fixture->table);
  g_assert_true (has_shortcut (table, GTK_PHASE_CAPTURE, "<Shift><Control>a",
                               "action(table.add)"));
  g_assert_true (has_shortcut (table, GTK_PHASE_CAPTURE, "<Control>d",
                               "action(table.duplicate)"));
  g_assert_true (has_shortcut (table, GTK_PHASE_CAPTURE, "<Shift><Control>v",
                               "action(table.paste)"));
  g_assert_true (has_shortcut (find_widget (table, GTK_TYPE_COLUMN_VIEW, NULL, NULL),
                               GTK_PHASE_BUBBLE, "Delete|KP_Delete", "action(table.delete)"));
}

static void
test_cells_are_called_by_the_place_of_their_row (Fixture       *fixture,
                                                 gconstpointer  unused)
{
  VoletsRecord *added;
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  add_school (fixture, NULL, "A");
  show_table (fixture, VOLETS_SECTION_SCHOOLS);
  focus_cell (fixture, 0, VOLETS_SCHOOL_NAME);
  assert_focused (fixture, "School, row 1");

  added = volets_editor_create_row (fixture->editor, VOLETS_SECTION_SCHOOLS);
  g_ptr_array_add (records, added);
  volets_editor_insert_rows (fixture->editor, VOLETS_SECTION_SCHOOLS, 0, records, "Insertion");
  run_frames (fixture);

  assert_focused (fixture, "School, row 2");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_focused_input (fixture))), ==, "A");
}

static void
test_a_finding_leads_to_its_cell (Fixture       *fixture,
                                  gconstpointer  unused)
{
  show_table (fixture, VOLETS_SECTION_SCHOOLS);
  g_assert_true (volets_record_table_focus (fixture->table, VOLETS_FINDING_NONE,
                                            VOLETS_FINDING_NONE));
  g_assert_true (gtk_widget_is_focus (find_button (fixture, "table.add")));

  add_school (fixture, NULL, "A");
  add_school (fixture, NULL, "B");
  focus_cell (fixture, 1, VOLETS_SCHOOL_CLASSES);
  assert_focused (fixture, "Classes, row 2");
  focus_cell (fixture, 1, VOLETS_FINDING_NONE);
  assert_focused (fixture, "UAI, row 2");
  /* A field that has no column, a row that is gone. */
  focus_cell (fixture, 7, VOLETS_SCHOOL_COMMUNE);
  assert_focused (fixture, "UAI, row 2");
  focus_cell (fixture, VOLETS_FINDING_NONE, VOLETS_SCHOOL_NAME);
  assert_focused (fixture, "School, row 1");
  g_assert_cmpint (volets_record_table_get_section (fixture->table), ==, VOLETS_SECTION_SCHOOLS);
}

static void
assert_few_widgets (Fixture *fixture)
{
  /* GTK makes some 200 rows whatever is in sight; editors there are only for those that are. */
  g_assert_cmpuint (count_widgets (fixture->window, VOLETS_TYPE_FIELD_EDITOR), <=, 4 * 32);
  g_assert_cmpuint (count_widgets (fixture->window, GTK_TYPE_WIDGET), <, 8000);
}

static void
test_ten_thousand_rows_take_few_widgets (Fixture       *fixture,
                                         gconstpointer  unused)
{
  GtkWidget *scroller;
  GtkAdjustment *scroll;
  GtkWidget *input;

  for (guint i = 0; i < N_MANY; i++)
    add_expense (fixture, i + 1, 100);

  show_table (fixture, VOLETS_SECTION_EQUIPMENT);
  assert_few_widgets (fixture);

  scroller = gtk_widget_get_ancestor (find_view (fixture), GTK_TYPE_SCROLLED_WINDOW);
  g_assert_cmpint (gtk_widget_get_height (scroller), <=,
                   volets_text_size_scale (fixture->window, 540));
  scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  for (guint i = 0; i <= 10; i++)
    {
      gtk_adjustment_set_value (scroll, gtk_adjustment_get_upper (scroll) / 10 * i);
      run_frames (fixture);
    }
  g_assert_true (shows (fixture, "10" "\u202f" "000"));
  assert_few_widgets (fixture);

  input = focus_cell (fixture, N_MANY / 2, VOLETS_EXPENSE_LABEL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (input)), ==, "Line 5001");
  type_text (fixture, "In the middle");
  gtk_adjustment_set_value (scroll, 0);
  run_frames (fixture);
  assert_few_widgets (fixture);
  input = focus_cell (fixture, N_MANY / 2, VOLETS_EXPENSE_LABEL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (input)), ==, "In the middle");
  assert_few_widgets (fixture);

  fixture->n_writes = 0;
  volets_record_set_number (volets_dossier_get_row (fixture->dossier, VOLETS_SECTION_EQUIPMENT,
                                                    N_MANY - 1), VOLETS_EXPENSE_QUANTITY, 5);
  g_assert_cmpuint (fixture->n_writes, <=, 1);
}

static gboolean
is_face_of (GtkWidget     *widget,
            gconstpointer  text)
{
  return g_str_equal (gtk_widget_get_css_name (widget), "face")
         && has_inscription (widget, text);
}

static GtkGesture *
find_click (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        return GTK_GESTURE (controller);
    }

  return NULL;
}

/* The quantity of a row is its number. It is drawn until the scrolling rests, which may be sooner
 * than anybody looks.
 */
static GtkWidget *
scroll_to_face (Fixture *fixture,
                guint   *row)
{
  GtkAdjustment *scroll = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (find_view (fixture)));
  gint64 end = g_get_monotonic_time () + TIMEOUT;
  GtkWidget *face = NULL;

  for (*row = 500; face == NULL && g_get_monotonic_time () < end; *row = *row % 5000 + 500)
    {
      g_autofree char *quantity = g_strdup_printf ("%u", *row);

      gtk_adjustment_set_value (scroll, gtk_adjustment_get_upper (scroll) / N_MANY * (*row - 3));
      run_frames (fixture);
      face = find_widget (find_view (fixture), GTK_TYPE_INSCRIPTION, is_face_of, quantity);
      if (face != NULL)
        return face;
    }
  g_assert_not_reached ();
}

static void
test_a_row_that_scrolls_is_drawn_until_it_is_used (Fixture       *fixture,
                                                   gconstpointer  unused)
{
  graphene_point_t point;
  GtkWidget *face;
  VoletsRecord *record;
  guint row;

  for (guint i = 0; i < N_MANY; i++)
    add_expense (fixture, i + 1, 100);
  show_table (fixture, VOLETS_SECTION_EQUIPMENT);

  face = scroll_to_face (fixture, &row);
  record = volets_dossier_get_row (fixture->dossier, VOLETS_SECTION_EQUIPMENT, row - 1);
  g_assert_true (gtk_widget_compute_point (face, find_view (fixture),
                                           &GRAPHENE_POINT_INIT (1, 1), &point));
  g_signal_emit_by_name (find_click (find_view (fixture)), "pressed", 1, (double) point.x,
                         (double) point.y);
  type_text (fixture, "12345");
  g_assert_cmpint (volets_record_get_number (record, VOLETS_EXPENSE_QUANTITY), ==, 12345);
}

static gboolean
has_tooltip (GtkWidget *cell)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean is_shown = FALSE;

  g_signal_emit_by_name (cell, "query-tooltip", 1, 1, FALSE, tooltip, &is_shown);

  return is_shown;
}

/* Where text is large, a field showed the first words of what is in it, and the others nowhere. */
static void
test_what_a_cell_cuts_is_its_tooltip (Fixture       *fixture,
                                      gconstpointer  unused)
{
  VoletsRecord *school = add_school (fixture, NULL, "A");
  GtkWidget *cell;

  show_table (fixture, VOLETS_SECTION_SCHOOLS);
  focus_cell (fixture, 0, VOLETS_SCHOOL_NAME);
  cell = gtk_widget_get_ancestor (get_focused_editor (fixture), VOLETS_TYPE_CELL_FACE);
  g_assert_false (has_tooltip (cell));

  volets_record_set_text (school, VOLETS_SCHOOL_NAME,
                          "Regroupement pédagogique intercommunal des hautes vallées de la "
                          "Durance, de l’Ubaye et du Verdon, site de Saint-Martin");
  run_frames (fixture);
  g_assert_true (has_tooltip (cell));
}

static void
test_a_table_is_as_tall_as_its_rows (Fixture       *fixture,
                                     gconstpointer  unused)
{
  GtkWidget *scroller;
  int height;

  add_school (fixture, NULL, "A");
  add_school (fixture, NULL, "B");
  show_table (fixture, VOLETS_SECTION_SCHOOLS);
  scroller = gtk_widget_get_ancestor (find_view (fixture), GTK_TYPE_SCROLLED_WINDOW);
  height = gtk_widget_get_height (scroller);
  g_assert_cmpint (height, >, 60);
  g_assert_cmpint (height, <, 200);

  activate (fixture, "table.add");
  g_assert_cmpint (gtk_widget_get_height (scroller), >, height);
}

/* A page that scrolled gave a table the height of one row. */
static void
test_a_page_that_scrolls_does_not_squeeze_it (Fixture       *fixture,
                                              gconstpointer  unused)
{
  int minimum, natural;

  for (guint i = 0; i < 40; i++)
    add_school (fixture, NULL, "A");
  show_table (fixture, VOLETS_SECTION_SCHOOLS);

  gtk_widget_measure (GTK_WIDGET (fixture->table), GTK_ORIENTATION_VERTICAL, 700, &minimum,
                      &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, natural);
  g_assert_cmpint (natural, >, volets_text_size_scale (fixture->window, 520));
  g_assert_cmpint (natural, <, volets_text_size_scale (fixture->window, 660));
}

static void
test_a_column_out_of_sight_comes_with_the_focus (Fixture       *fixture,
                                                 gconstpointer  unused)
{
  GtkAdjustment *across;

  add_school (fixture, NULL, "A");
  show_table (fixture, VOLETS_SECTION_SCHOOLS);
  across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (find_view (fixture)));
  g_assert_null (find_mapped_scrollbar (fixture));

  volets_record_table_add_field (fixture->table, VOLETS_SCHOOL_COMMUNE, "Commune", 400, FALSE);
  volets_record_table_add_field (fixture->table, VOLETS_SCHOOL_PUPILS, "Pupils", 80, FALSE);
  run_frames (fixture);
  g_assert_nonnull (find_mapped_scrollbar (fixture));
  g_assert_cmpfloat (gtk_adjustment_get_value (across), ==, 0);

  focus_cell (fixture, 0, VOLETS_SCHOOL_PUPILS);
  g_assert_cmpfloat (gtk_adjustment_get_value (across), ==,
                     gtk_adjustment_get_upper (across) - gtk_adjustment_get_page_size (across));
  focus_cell (fixture, 0, VOLETS_SCHOOL_UAI);
  g_assert_cmpfloat (gtk_adjustment_get_value (across), <,
                     volets_text_size_scale (fixture->window, 60));
}

/* The switch that says what is not eligible was out of sight, beyond the end of the row. */
static void
test_a_row_of_two_lines_is_walked_in_order (Fixture       *fixture,
                                            gconstpointer  unused)
{
  VoletsRecord *expense = add_expense (fixture, 2, 150000);
  GtkWidget *check;

  add_expense (fixture, 1, 100);
  fixture->has_two_lines = TRUE;
  show_table (fixture, VOLETS_SECTION_EQUIPMENT);
  g_assert_null (find_mapped_scrollbar (fixture));
  focus_cell (fixture, 0, VOLETS_EXPENSE_UNIT_PRICE);

  /* Nobody asks for a reason there. */
  g_assert_true (press (fixture, GDK_KEY_Tab, 0));
  assert_focused (fixture, "Not eligible, row 1");
  check = get_focused_input (fixture);
  g_assert_cmpstr (gtk_check_button_get_label (GTK_CHECK_BUTTON (check)), ==, "Not eligible");
  g_assert_true (press (fixture, GDK_KEY_Tab, 0));
  assert_focused (fixture, "Family, row 2");

  focus_cell (fixture, 0, VOLETS_EXPENSE_INELIGIBLE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_cmpint (volets_record_get_number (expense, VOLETS_EXPENSE_INELIGIBLE), ==, TRUE);
  run_frames (fixture);
  g_assert_true (press (fixture, GDK_KEY_Tab, 0));
  assert_focused (fixture, "Reason, row 1");
  type_text (fixture, "Subscription");
  g_assert_cmpstr (volets_record_get_text (expense, VOLETS_EXPENSE_REASON), ==, "Subscription");

  volets_record_set_number (expense, VOLETS_EXPENSE_INELIGIBLE, FALSE);
  run_frames (fixture);
  focus_cell (fixture, 1, VOLETS_EXPENSE_FAMILY);
  g_assert_true (press (fixture, GDK_KEY_Tab, GDK_SHIFT_MASK));
  assert_focused (fixture, "Not eligible, row 1");
}

/* As pixels, widths of columns would cut it. */
static void
test_columns_grow_with_the_text (Fixture       *fixture,
                                 gconstpointer  unused)
{
  GtkSettings *settings;
  GtkAdjustment *across;
  double width;
  int size;

  add_school (fixture, NULL, "A");
  show_table (fixture, VOLETS_SECTION_SCHOOLS);
  across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (find_view (fixture)));
  settings = gtk_widget_get_settings (fixture->window);
  g_object_get (settings, "gtk-xft-dpi", &size, NULL);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 760, 560);
  run_frames (fixture);
  width = gtk_adjustment_get_upper (across);

  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  run_frames (fixture);
  g_assert_cmpfloat (gtk_adjustment_get_upper (across), >, width * 1.15);
  g_object_set (settings, "gtk-xft-dpi", size, NULL);
}

static void
set_text_size (Fixture *fixture,
               int      per_cent)
{
  g_object_set (gtk_widget_get_settings (fixture->window), "gtk-xft-dpi",
                96 * 1024 * per_cent / 100, NULL);
  run_frames (fixture);
}

static void
assert_titles (Fixture    *fixture,
               const char *expected)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (find_view (fixture)));
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      g_string_append_printf (titles, "%s|", gtk_column_view_column_get_title (column));
    }
  g_assert_cmpstr (titles->str, ==, expected);
}

/* At 200 %, a third of each row was out of sight on a small screen. */
static void
test_a_row_has_more_lines_where_text_is_large (Fixture       *fixture,
                                               gconstpointer  unused)
{
  const char *usual = "No.|Family|Label|Quantity|Price|Total|";
  VoletsRecord *expense = add_expense (fixture, 2, 150000);
  int size;

  fixture->has_two_lines = TRUE;
  show_table (fixture, VOLETS_SECTION_EQUIPMENT);
  g_object_get (gtk_widget_get_settings (fixture->window), "gtk-xft-dpi", &size, NULL);
  set_text_size (fixture, 100);
  assert_titles (fixture, usual);

  set_text_size (fixture, 200);
  assert_titles (fixture, "No.|Family|Label|Quantity\nPrice|Total|");
  focus_cell (fixture, 0, VOLETS_EXPENSE_QUANTITY);
  g_assert_true (press (fixture, GDK_KEY_Tab, 0));
  assert_focused (fixture, "Price, row 1");
  type_text (fixture, "12");
  g_assert_cmpint (volets_record_get_number (expense, VOLETS_EXPENSE_UNIT_PRICE), ==, 1200);

  set_text_size (fixture, 100);
  assert_titles (fixture, usual);
  focus_cell (fixture, 0, VOLETS_EXPENSE_UNIT_PRICE);
  assert_focused (fixture, "Price, row 1");
  g_object_set (gtk_widget_get_settings (fixture->window), "gtk-xft-dpi", size, NULL);
}

static void
test_the_total_stands_below_rows (Fixture       *fixture,
                                  gconstpointer  unused)
{
  show_table (fixture, VOLETS_SECTION_SCHOOLS);
  volets_record_table_set_total (fixture->table, "2 schools");
  run_frames (fixture);
  g_assert_false (shows (fixture, "2 schools"));
  add_school (fixture, NULL, "A");
  run_frames (fixture);
  g_assert_true (shows (fixture, "2 schools"));
  volets_record_table_set_total (fixture->table, NULL);
  run_frames (fixture);
  g_assert_false (shows (fixture, "2 schools"));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  if (!volets_test_display_open ())
    return 0;
  volets_test_state_set_up ();

  ADD ("/record-table/first-row-is-added-where-there-is-none",
       test_first_row_is_added_where_there_is_none);
  ADD ("/record-table/what-is-typed-goes-into-the-record",
       test_what_is_typed_goes_into_the_record);
  ADD ("/record-table/a-mistake-outlives-the-selection", test_a_mistake_outlives_the_selection);
  ADD ("/record-table/mistakes-that-the-review-finds", test_mistakes_that_the_review_finds);
  ADD ("/record-table/computed-columns-follow", test_computed_columns_follow);
  ADD ("/record-table/rows-are-deleted-and-come-back", test_rows_are_deleted_and_come_back);
  ADD ("/record-table/rows-are-duplicated-below", test_rows_are_duplicated_below);
  ADD ("/record-table/rows-are-pasted-at-the-end", test_rows_are_pasted_at_the_end);
  ADD ("/record-table/rows-are-pasted-from-the-clipboard",
       test_rows_are_pasted_from_the_clipboard);
  ADD ("/record-table/keys-go-from-cell-to-cell", test_keys_go_from_cell_to_cell);
  ADD ("/record-table/shortcuts-come-before-or-after-the-text",
       test_shortcuts_come_before_or_after_the_text);
  ADD ("/record-table/cells-are-called-by-the-place-of-their-row",
       test_cells_are_called_by_the_place_of_their_row);
  ADD ("/record-table/a-finding-leads-to-its-cell", test_a_finding_leads_to_its_cell);
  ADD ("/record-table/ten-thousand-rows-take-few-widgets",
       test_ten_thousand_rows_take_few_widgets);
  ADD ("/record-table/a-row-that-scrolls-is-drawn-until-it-is-used",
       test_a_row_that_scrolls_is_drawn_until_it_is_used);
  ADD ("/record-table/what-a-cell-cuts-is-its-tooltip", test_what_a_cell_cuts_is_its_tooltip);
  ADD ("/record-table/a-table-is-as-tall-as-its-rows", test_a_table_is_as_tall_as_its_rows);
  ADD ("/record-table/a-page-that-scrolls-does-not-squeeze-it",
       test_a_page_that_scrolls_does_not_squeeze_it);
  ADD ("/record-table/a-column-out-of-sight-comes-with-the-focus",
       test_a_column_out_of_sight_comes_with_the_focus);
  ADD ("/record-table/a-row-of-two-lines-is-walked-in-order",
       test_a_row_of_two_lines_is_walked_in_order);
  ADD ("/record-table/columns-grow-with-the-text", test_columns_grow_with_the_text);
  ADD ("/record-table/a-row-has-more-lines-where-text-is-large",
       test_a_row_has_more_lines_where_text_is_large);
  ADD ("/record-table/the-total-stands-below-rows", test_the_total_stands_below_rows);

  status = g_test_run ();
  volets_test_state_tear_down ();

  return status;
}
