/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/spoken-choice.h"

#include <glib/gi18n.h>

/* A list of choices as a screen reader has it. The focus is on the button that opens the list,
 * which has no name of its own in GTK 4.8.
 */

#define LABEL "volets-spoken-label"
/* Under this name a list view keeps what it shows when it is open. */
#define MODEL "volets-spoken-model"

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

static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);

  return found;
}

/* What can be chosen is in the list only while it is open: GTK makes up to 200 widgets of it, and
 * makes them anew each time the list gets another parent.
 */
static void
empty_list (GtkListView *view)
{
  GtkSelectionModel *model = gtk_list_view_get_model (view);

  if (model == NULL)
    return;

  g_object_set_data_full (G_OBJECT (view), MODEL, g_object_ref (model), g_object_unref);
  gtk_list_view_set_model (view, NULL);
}

static void
model_changed_cb (GtkDropDown *list)
{
  GtkStateFlags state = gtk_widget_get_state_flags (volets_spoken_choice_get_button (list));

  if ((state & GTK_STATE_FLAG_CHECKED) == 0)
    empty_list (GTK_LIST_VIEW (find_widget (GTK_WIDGET (list), GTK_TYPE_LIST_VIEW)));
}

/* The state changes before the list opens. */
static void
button_state_cb (GtkWidget     *button,
                 GtkStateFlags  before,
                 GtkListView   *view)
{
  GtkStateFlags changed = before ^ gtk_widget_get_state_flags (button);

  if ((changed & GTK_STATE_FLAG_CHECKED) != 0 && (before & GTK_STATE_FLAG_CHECKED) == 0)
    gtk_list_view_set_model (view, g_object_get_data (G_OBJECT (view), MODEL));
}

/* From what is chosen on, as the eye and the arrow keys expect it. */
static void
shown_cb (GtkDropDown *list)
{
  GtkWidget *view = find_widget (GTK_WIDGET (list), GTK_TYPE_LIST_VIEW);
  GtkWidget *row = gtk_widget_get_first_child (view);
  guint selected = gtk_drop_down_get_selected (list);

  for (guint i = 0; i < selected && row != NULL; i++)
    row = gtk_widget_get_next_sibling (row);
  if (row != NULL && !gtk_drop_down_get_enable_search (list))
    gtk_widget_grab_focus (row);
}

static gboolean
closed_idle_cb (gpointer view)
{
  GtkWidget *popover = gtk_widget_get_ancestor (view, GTK_TYPE_POPOVER);

  if (popover == NULL || !gtk_widget_get_visible (popover))
    empty_list (view);

  return G_SOURCE_REMOVE;
}

/* What closed it may be a click on one of its rows, which goes on meanwhile. */
static void
closed_cb (GtkListView *view)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, closed_idle_cb, g_object_ref (view), g_object_unref);
}

/* The Escape key closes the list from everywhere in it. */
static void
search_stopped_cb (GtkWidget *search)
{
  GtkWidget *popover = gtk_widget_get_ancestor (search, GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  in_button)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (in_button != NULL)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), 4);
    }
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  in_button)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);
  GtkWidget *around = gtk_widget_get_parent (label);

  gtk_label_set_text (GTK_LABEL (label), text);
  /* It has the focus in the list, and no name of its own either. In the button it would have the
   * focus going backward, where nobody sees it.
   */
  gtk_accessible_update_property (GTK_ACCESSIBLE (around), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
  gtk_widget_set_focusable (around, in_button == NULL);
}

static GtkListItemFactory *
create_factory (gboolean in_button)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (in_button));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (in_button));

  return factory;
}

/**
 * volets_spoken_choice_set_up:
 * @list: a list of strings
 *
 * Has @list show its strings, and a screen reader say them. The choice that was made may be cut in
 * a narrow column, what can be chosen never is.
 */
void
volets_spoken_choice_set_up (GtkDropDown *list)
{
  g_autoptr (GtkListItemFactory) factory = create_factory (TRUE);
  g_autoptr (GtkListItemFactory) list_factory = create_factory (FALSE);
  GtkWidget *search, *view, *popover;

  g_return_if_fail (GTK_IS_DROP_DOWN (list));

  gtk_drop_down_set_factory (list, factory);
  gtk_drop_down_set_list_factory (list, list_factory);
  view = find_widget (GTK_WIDGET (list), GTK_TYPE_LIST_VIEW);
  empty_list (GTK_LIST_VIEW (view));
  g_signal_connect (list, "notify::model", G_CALLBACK (model_changed_cb), NULL);
  g_signal_connect_object (volets_spoken_choice_get_button (list), "state-flags-changed",
                           G_CALLBACK (button_state_cb), view, 0);
  popover = gtk_widget_get_ancestor (view, GTK_TYPE_POPOVER);
  g_signal_connect_object (popover, "show", G_CALLBACK (shown_cb), list, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), view, G_CONNECT_SWAPPED);
  search = find_widget (GTK_WIDGET (list), GTK_TYPE_SEARCH_ENTRY);
  if (search == NULL)
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search"), -1);
  g_signal_connect (search, "stop-search", G_CALLBACK (search_stopped_cb), NULL);
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
