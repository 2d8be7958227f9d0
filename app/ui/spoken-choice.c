/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/spoken-choice.h"

#include <glib/gi18n.h>

/* A list of choices as a screen reader has it. The focus is on the button that opens the list,
 * which has no name of its own in GTK 4.8.
 */

#define LABEL "volets-spoken-label"

static void
update_name (GtkDropDown *list)
{
  const char *label = g_object_get_data (G_OBJECT (list), LABEL);
  GtkStringObject *selected = gtk_drop_down_get_selected_item (list);
  const char *choice = selected != NULL ? gtk_string_object_get_string (selected) : "";
  /* Translators: for a screen reader: what is to be chosen, then what was. */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), label, choice);

  gtk_accessible_update_property (GTK_ACCESSIBLE (volets_spoken_choice_get_button (list)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * volets_spoken_choice_get_button:
 * @list: a list of choices
 *
 * Returns: (transfer none): what has the focus, and whose description is heard
 */
GtkWidget *
volets_spoken_choice_get_button (GtkDropDown *list)
{
  g_return_val_if_fail (GTK_IS_DROP_DOWN (list), NULL);

  return gtk_widget_get_first_child (GTK_WIDGET (list));
}

/**
 * volets_spoken_choice_set_label:
 * @list: a list of strings
 * @label: what is to be chosen
 *
 * Has a screen reader say @label and the choice, whatever is chosen from now on.
 */
void
volets_spoken_choice_set_label (GtkDropDown *list,
                                const char  *label)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (list));
  g_return_if_fail (label != NULL);

  if (g_object_get_data (G_OBJECT (list), LABEL) == NULL)
    g_signal_connect (list, "notify::selected-item", G_CALLBACK (update_name), NULL);
  g_object_set_data_full (G_OBJECT (list), LABEL, g_strdup (label), g_free);
  update_name (list);
}
