/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/record-table-private.h"

#include <glib/gi18n.h>

#include "ui/label.h"
#include "ui/row-paste.h"

/* More would hide the table that they are about. */
#define MAX_SENTENCES 8

static guint
get_n_rows (VoletsRecordTable *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}

/* Returns: (transfer full) (element-type guint): the rows that are selected, in their order. */
static GArray *
list_selected (VoletsRecordTable *self)
{
  g_autoptr (GtkBitset) selected =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  GtkBitsetIter iter;
  guint row;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &row); more;
       more = gtk_bitset_iter_next (&iter, &row))
    g_array_append_val (rows, row);

  return rows;
}

static void
hide_notice (VoletsRecordTable *self)
{
  gtk_widget_set_visible (self->notice, FALSE);
}

static void
show_notice (VoletsRecordTable *self,
             const char        *title,
             const GPtrArray   *sentences)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_more = sentences->len > MAX_SENTENCES ? sentences->len - MAX_SENTENCES : 0;

  for (guint i = 0; i < sentences->len - n_more; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (sentences, i));
  if (n_more > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", n_more), n_more);
    }
  gtk_label_set_text (self->notice_title, title);
  volets_label_show (self->notice_text, text->str);
  gtk_widget_set_visible (self->notice, TRUE);
}

void
volets_record_table_add_row (VoletsRecordTable *self)
{
  if (self->editor == NULL)
    return;

  volets_editor_append_row (self->editor, self->section, _("Row added"));
  volets_record_table_focus_first_cell (self, get_n_rows (self) - 1);
}

/* Each copy stands below its row. */
void
volets_record_table_duplicate_rows (VoletsRecordTable *self)
{
  g_autoptr (GArray) rows = list_selected (self);
  g_autofree char *label = NULL;
  guint first;

  if (rows->len == 0)
    return;

  label = rows->len == 1 ? g_strdup (_("Row duplicated"))
                         : g_strdup_printf (ngettext ("%u row duplicated", "%u rows duplicated",
                                                      rows->len), rows->len);
  volets_editor_duplicate_rows (self->editor, self->section, &g_array_index (rows, guint, 0),
                                rows->len, label);

  first = g_array_index (rows, guint, 0);
  volets_record_table_focus_first_cell (self, first + 1);
}

void
volets_record_table_delete_rows (VoletsRecordTable *self)
{
  g_autoptr (GArray) rows = list_selected (self);
  g_autofree char *label = NULL;
  guint first;

  if (rows->len == 0)
    return;

  first = g_array_index (rows, guint, 0);
  label = rows->len == 1 ? g_strdup (_("Row deleted"))
                         : g_strdup_printf (ngettext ("%u row deleted", "%u rows deleted",
                                                      rows->len), rows->len);
  volets_editor_delete_rows (self->editor, self->section, &g_array_index (rows, guint, 0),
                             rows->len, label);

  if (get_n_rows (self) == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->empty_add));
  else
    volets_record_table_focus_cell (self, MIN (first, get_n_rows (self) - 1), 0);
}

static GArray *
list_fields (VoletsRecordTable *self)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (VoletsPasteField));

  for (guint i = 0; i < self->columns->len; i++)
    {
      const VoletsTableColumn *column = g_ptr_array_index (self->columns, i);
      VoletsPasteField field = { (guint) column->field, column->title };

      if (volets_table_column_is_field (column))
        g_array_append_val (fields, field);
    }

  return fields;
}

static void
insert_pasted (VoletsRecordTable *self,
               GPtrArray         *records)
{
  g_autofree char *label =
    g_strdup_printf (ngettext ("%u row pasted", "%u rows pasted", records->len), records->len);
  guint n_rows = get_n_rows (self);

  volets_editor_insert_rows (self->editor, self->section, n_rows, records, label);
  volets_record_table_focus_first_cell (self, n_rows);
}

/**
 * volets_record_table_paste_text:
 * @self: a table
 * @text: (nullable): rows copied from a spreadsheet, see volets_row_paste_parse()
 *
 * Adds the rows at the end, and says below the table what could not be read.
 */
void
volets_record_table_paste_text (VoletsRecordTable *self,
                                const char        *text)
{
  g_autoptr (GArray) fields = NULL;
  g_autoptr (VoletsRecord) defaults = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) refusals = NULL;

  g_return_if_fail (VOLETS_IS_RECORD_TABLE (self));

  if (self->editor == NULL)
    return;

  fields = list_fields (self);
  defaults = volets_editor_create_row (self->editor, self->section);
  records = volets_row_paste_parse (volets_editor_get_dossier (self->editor), self->section,
                                    defaults, &g_array_index (fields, VoletsPasteField, 0),
                                    fields->len, text != NULL ? text : "", &refusals);
  if (records->len > 0)
    insert_pasted (self, records);

  if (refusals->len > 0)
    show_notice (self, records->len > 0 ? _("Some of what was pasted could not be read:")
                                        : _("Nothing of what was pasted could be read:"), refusals);
  else if (records->len == 0)
    show_notice (self, _("There is nothing to paste: copy the rows in the spreadsheet first."),
                 refusals);
  else
    hide_notice (self);
}

static void
text_read_cb (GObject      *clipboard,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (VoletsRecordTable) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result,
                                                          &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    volets_record_table_paste_text (self, text);
}

void
volets_record_table_paste (VoletsRecordTable *self)
{
  if (self->editor == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->cancellable,
                                 text_read_cb, g_object_ref (self));
}
