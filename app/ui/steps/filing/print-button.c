/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/steps/filing/print-button.h"

#include "documents/exports.h"
#include "engine/french.h"

struct _VoletsPrintButton {
  AdwBin         parent_instance;

  GPtrArray     *checks;    /* of GtkCheckButton, one for each paper */
  GPtrArray     *names;     /* of the papers, likewise */

  GtkMenuButton *button;
  GtkBox        *list;
  GtkButton     *print_button;
};

G_DEFINE_FINAL_TYPE (VoletsPrintButton, volets_print_button, ADW_TYPE_BIN)

static void
toggled_cb (VoletsPrintButton *self)
{
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE_STRING_ARRAY);
  guint n_chosen = 0;

  for (guint i = 0; i < self->checks->len; i++)
    {
      if (!gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
        continue;
      g_variant_builder_add (builder, "s", (const char *) g_ptr_array_index (self->names, i));
      n_chosen++;
    }

  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->print_button),
                                          g_variant_builder_end (builder));
  gtk_widget_set_sensitive (GTK_WIDGET (self->print_button), n_chosen > 0);
}

static void
clicked_cb (VoletsPrintButton *self)
{
  gtk_menu_button_popdown (self->button);
}

static void
volets_print_button_finalize (GObject *object)
{
  VoletsPrintButton *self = VOLETS_PRINT_BUTTON (object);

  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->names);

  G_OBJECT_CLASS (volets_print_button_parent_class)->finalize (object);
}

static void
volets_print_button_class_init (VoletsPrintButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = volets_print_button_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/fr/volets/Volets/ui/steps/filing/print-button.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsPrintButton, button);
  gtk_widget_class_bind_template_child (widget_class, VoletsPrintButton, list);
  gtk_widget_class_bind_template_child (widget_class, VoletsPrintButton, print_button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
volets_print_button_init (VoletsPrintButton *self)
{
  guint n_exports;
  const VoletsExport *exports = volets_exports_get (&n_exports);

  self->checks = g_ptr_array_new ();
  self->names = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < n_exports; i++)
    {
      g_autofree char *title = volets_french_typeset (exports[i].title);
      GtkWidget *check;

      if (!volets_export_is_paper (&exports[i]))
        continue;

      check = gtk_check_button_new_with_label (title);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
      g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->list, check);
      g_ptr_array_add (self->checks, check);
      g_ptr_array_add (self->names, (gpointer) exports[i].name);
    }
  toggled_cb (self);
}

/**
 * volets_print_button_popup:
 * @self: the button
 *
 * Asks which papers to print.
 */
void
volets_print_button_popup (VoletsPrintButton *self)
{
  g_return_if_fail (VOLETS_IS_PRINT_BUTTON (self));

  gtk_menu_button_popup (self->button);
}
