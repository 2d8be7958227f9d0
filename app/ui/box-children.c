/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/box-children.h"

/**
 * volets_box_fit_children:
 * @box: a box whose children are all alike
 * @n_children: how many it should have
 * @create: makes one more
 *
 * Keeps the children that are there, so that what is shown at each key press is not built at each
 * key press. A box without children is hidden.
 *
 * Returns: (transfer none) (nullable): the first child
 */
GtkWidget *
volets_box_fit_children (GtkBox     *box,
                         guint       n_children,
                         GtkWidget *(*create) (void))
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (box));
  guint n_there = 0;

  for (; child != NULL && n_there < n_children; child = gtk_widget_get_next_sibling (child))
    n_there++;
  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      gtk_box_remove (box, child);
      child = next;
    }
  for (; n_there < n_children; n_there++)
    gtk_box_append (box, create ());
  gtk_widget_set_visible (GTK_WIDGET (box), n_children > 0);

  return gtk_widget_get_first_child (GTK_WIDGET (box));
}
