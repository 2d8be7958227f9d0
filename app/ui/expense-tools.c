/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/expense-tools.h"

#include <glib/gi18n.h>

#include "engine/expense.h"
#include "engine/french.h"
#include "engine/money.h"
#include "ui/catalogue-button.h"
#include "ui/school-picker.h"

struct _VoletsExpenseTools {
  AdwBin                 parent_instance;

  VoletsRecordTable     *table;       /* in the same template */
  VoletsEditor          *editor;

  VoletsCatalogueButton *catalogue;
  VoletsSchoolPicker    *picker;
};

G_DEFINE_FINAL_TYPE (VoletsExpenseTools, volets_expense_tools, ADW_TYPE_BIN)

/* TTC, as soon as there is a price. */
static char *
write_amount (VoletsRecord *record,
              gpointer      user_data)
{
  VoletsAmounts amounts;

  if (!volets_record_has (record, VOLETS_EXPENSE_QUANTITY)
      || !volets_record_has (record, VOLETS_EXPENSE_UNIT_PRICE)
      || !volets_expense_compute (VOLETS_EXPENSE (record), &amounts, NULL))
    return NULL;

  return volets_money_format (amounts.including_tax);
}

static gboolean
add_up (VoletsDossier *dossier,
        VoletsSection  section,
        VoletsAmounts *total)
{
  guint n_rows = volets_dossier_get_n_rows (dossier, section);

  *total = (VoletsAmounts) { 0 };
  for (guint i = 0; i < n_rows; i++)
    {
      VoletsAmounts amounts;

      if (!volets_expense_compute (VOLETS_EXPENSE (volets_dossier_get_row (dossier, section, i)),
                                   &amounts, NULL)
          || !volets_amounts_add (total, &amounts, NULL))
        return FALSE;
    }

  return TRUE;
}

/* A volet that takes these lines and no others has their total already. */
static gboolean
find_total (VoletsExpenseTools *self,
            VoletsAmounts      *total)
{
  VoletsSection section = volets_record_table_get_section (self->table);
  gboolean is_equipment = section == VOLETS_SECTION_EQUIPMENT;
  const VoletsSubsidy *subsidy = volets_editor_get_subsidy (self->editor);

  for (guint i = 0; subsidy != NULL && i < subsidy->volets->len; i++)
    {
      const VoletsVoletResult *result = g_ptr_array_index (subsidy->volets, i);

      if (result->rule->takes_equipment == is_equipment
          && result->rule->takes_services == !is_equipment)
        {
          *total = result->declared_amounts;
          return TRUE;
        }
    }

  return add_up (volets_editor_get_dossier (self->editor), section, total);
}

static void
show_total (VoletsExpenseTools *self)
{
  g_autofree char *excluding = NULL;
  g_autofree char *tax = NULL;
  g_autofree char *including = NULL;
  g_autofree char *text = NULL;
  g_autofree char *typeset = NULL;
  VoletsAmounts total;

  if (!find_total (self, &total))
    {
      volets_record_table_set_total (self->table, _("These amounts are too large to be added up."));
      return;
    }

  excluding = volets_money_format (total.excluding_tax);
  tax = volets_money_format (total.tax);
  including = volets_money_format (total.including_tax);
  /* Translators: HT, TVA and TTC are what French invoices have. */
  text = g_strdup_printf (_("Total: %s excl. VAT, %s VAT, %s incl. VAT"), excluding, tax,
                          including);
  typeset = volets_french_typeset (text);
  volets_record_table_set_total (self->table, typeset);
}

static void
update_buttons (VoletsExpenseTools *self)
{
  g_autoptr (GtkBitset) rows =
    gtk_selection_model_get_selection (volets_record_table_get_selection (self->table));
  gulong n_rows = (gulong) gtk_bitset_get_size (rows);
  gboolean has_schools = volets_dossier_get_n_rows (volets_editor_get_dossier (self->editor),
                                                    VOLETS_SECTION_SCHOOLS) > 0;
  g_autofree char *subject =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Copy %lu selected line to",
                                  "Copy %lu selected lines to", n_rows), n_rows);

  volets_school_picker_set_subject (self->picker, subject);
  gtk_widget_set_sensitive (GTK_WIDGET (self->picker), n_rows > 0 && has_schools);
}

static void
article_chosen_cb (VoletsExpenseTools  *self,
                   const VoletsArticle *article)
{
  VoletsSection section = volets_record_table_get_section (self->table);
  guint n_rows = volets_dossier_get_n_rows (volets_editor_get_dossier (self->editor), section);
  g_autoptr (VoletsRecord) line = volets_editor_create_row (self->editor, section);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  volets_record_set_number (line, VOLETS_EXPENSE_FAMILY, article->family);
  volets_record_set_text (line, VOLETS_EXPENSE_LABEL, article->label);
  g_ptr_array_add (lines, line);
  volets_editor_insert_rows (self->editor, section, n_rows, lines, _("Line from the catalogue"));
  volets_record_table_focus (self->table, (int) n_rows, VOLETS_EXPENSE_QUANTITY);
}

/* From the last line on, so that the copies do not move those that are still to be copied. */
static void
schools_chosen_cb (VoletsExpenseTools *self,
                   const char *const  *school_ids)
{
  VoletsSection section = volets_record_table_get_section (self->table);
  const char *label = _("Lines copied to schools");
  g_autoptr (GtkBitset) selected =
    gtk_selection_model_get_selection (volets_record_table_get_selection (self->table));
  /* The selection itself changes with the rows. */
  g_autoptr (GtkBitset) rows = gtk_bitset_copy (selected);
  guint n_rows = (guint) gtk_bitset_get_size (rows);

  volets_editor_begin_group (self->editor, label);
  for (guint i = n_rows; i > 0; i--)
    volets_editor_copy_expense_to_schools (self->editor, section,
                                           gtk_bitset_get_nth (rows, i - 1), school_ids, label);
  volets_editor_end_group (self->editor);
}

static void
volets_expense_tools_dispose (GObject *object)
{
  VoletsExpenseTools *self = VOLETS_EXPENSE_TOOLS (object);

  g_clear_object (&self->editor);

  G_OBJECT_CLASS (volets_expense_tools_parent_class)->dispose (object);
}

static void
volets_expense_tools_class_init (VoletsExpenseToolsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = volets_expense_tools_dispose;

  g_type_ensure (VOLETS_TYPE_CATALOGUE_BUTTON);
  g_type_ensure (VOLETS_TYPE_SCHOOL_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/volets/Volets/ui/expense-tools.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsExpenseTools, catalogue);
  gtk_widget_class_bind_template_child (widget_class, VoletsExpenseTools, picker);
  gtk_widget_class_bind_template_callback (widget_class, article_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, schools_chosen_cb);
}

static void
volets_expense_tools_init (VoletsExpenseTools *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * volets_expense_tools_set_table:
 * @self: the tools
 * @table: a table of expenses, which outlives them and has no columns yet
 *
 * Gives @table the columns of expenses.
 */
void
volets_expense_tools_set_table (VoletsExpenseTools *self,
                                VoletsRecordTable  *table)
{
  guint label, scope, quantity, price, tax, amount, ineligible;

  g_return_if_fail (VOLETS_IS_EXPENSE_TOOLS (self));
  g_return_if_fail (self->table == NULL);

  self->table = table;
  label = volets_record_table_add_field (table, VOLETS_EXPENSE_LABEL, _("Designation"), 366, TRUE);
  volets_record_table_stack_field (table, label, VOLETS_EXPENSE_FAMILY, _("Family"), 124,
                                   VOLETS_FINDING_NONE);
  scope = volets_record_table_stack_field (table, label, VOLETS_EXPENSE_SCOPE, _("For"), -1,
                                           VOLETS_FINDING_NONE);
  quantity = volets_record_table_add_field (table, VOLETS_EXPENSE_QUANTITY, _("Quantity"), 74,
                                            FALSE);
  price = volets_record_table_add_field (table, VOLETS_EXPENSE_UNIT_PRICE, _("Price excl. VAT"), 90,
                                         FALSE);
  tax = volets_record_table_add_field (table, VOLETS_EXPENSE_VAT_RATE, _("VAT (%)"), 66, FALSE);
  amount = volets_record_table_add_computed (table, _("Incl. VAT"), 116, write_amount, NULL);
  ineligible = volets_record_table_stack_field (table, amount, VOLETS_EXPENSE_INELIGIBLE,
                                                _("Not eligible"), -1, VOLETS_FINDING_NONE);
  volets_record_table_stack_field (table, label, VOLETS_EXPENSE_REASON, _("Reason"), -1,
                                   VOLETS_EXPENSE_INELIGIBLE);

  volets_record_table_place_large (table, scope, label, 2);
  volets_record_table_place_large (table, tax, quantity, 1);
  volets_record_table_place_large (table, amount, price, 1);
  volets_record_table_place_large (table, ineligible, price, 2);
}

/**
 * volets_expense_tools_set_editor:
 * @self: the tools
 * @editor: the dossier, which the table has already
 */
void
volets_expense_tools_set_editor (VoletsExpenseTools *self,
                                 VoletsEditor       *editor)
{
  g_return_if_fail (VOLETS_IS_EXPENSE_TOOLS (self));
  g_return_if_fail (self->editor == NULL);

  self->editor = g_object_ref (editor);
  volets_catalogue_button_set_call (self->catalogue, volets_editor_get_call (editor),
                                    volets_record_table_get_section (self->table));
  volets_school_picker_set_dossier (self->picker, volets_editor_get_dossier (editor));
  g_signal_connect_object (volets_record_table_get_selection (self->table), "selection-changed",
                           G_CALLBACK (update_buttons), self, G_CONNECT_SWAPPED);
}

/**
 * volets_expense_tools_update:
 * @self: the tools
 *
 * Shows the total anew, and what can be done with the lines.
 */
void
volets_expense_tools_update (VoletsExpenseTools *self)
{
  g_return_if_fail (VOLETS_IS_EXPENSE_TOOLS (self));

  show_total (self);
  update_buttons (self);
}
