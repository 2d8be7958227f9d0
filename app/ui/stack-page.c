/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/stack-page.h"

/**
 * volets_stack_page_show:
 * @stack: a stack
 * @child: one of its children
 *
 * Shows @child alone: to a screen reader too, for which GTK 4.8 leaves all the pages of a stack
 * where they were.
 */
void
volets_stack_page_show (GtkStack  *stack,
                        GtkWidget *child)
{
  g_return_if_fail (GTK_IS_STACK (stack));
  g_return_if_fail (gtk_widget_get_parent (child) == GTK_WIDGET (stack));

  gtk_stack_set_visible_child (stack, child);
  for (GtkWidget *other = gtk_widget_get_first_child (GTK_WIDGET (stack)); other != NULL;
       other = gtk_widget_get_next_sibling (other))
    gtk_accessible_update_state (GTK_ACCESSIBLE (other), GTK_ACCESSIBLE_STATE_HIDDEN,
                                 other != child, -1);
}
