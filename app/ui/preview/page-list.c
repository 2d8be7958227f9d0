/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preview/page-list.h"

#include <glib/gi18n.h>

#include "ui/preview/page-view.h"

/* An A4 page is then 89 pixels wide. */
#define SCALE 0.15

struct _VoletsPageList {
  AdwBin              parent_instance;

  VoletsPageRenderer *pages;
  GtkStringList      *numbers;     /* of the pages, as they are shown */
  GtkSingleSelection *selection;
  gboolean            is_following;  /* what is selected is not what someone chose */

  GtkListView        *list;
};

G_DEFINE_FINAL_TYPE (VoletsPageList, volets_page_list, ADW_TYPE_BIN)

enum {
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          VoletsPageList           *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *view = volets_page_view_new ();

  volets_page_view_set_scale (VOLETS_PAGE_VIEW (view), SCALE);
  gtk_box_append (GTK_BOX (box), view);
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         VoletsPageList           *self)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *view = gtk_widget_get_first_child (box);
  guint n_pages = g_list_model_get_n_items (G_LIST_MODEL (self->numbers));
  g_autofree char *name = g_strdup_printf (_("Page %u of %u"),
                                           gtk_list_item_get_position (item) + 1, n_pages);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (view)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
  /* It has the focus in the list, and no name of its own in GTK 4.8. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  volets_page_view_set_page (VOLETS_PAGE_VIEW (view), self->pages,
                             gtk_list_item_get_position (item));
  volets_page_view_set_wanted (VOLETS_PAGE_VIEW (view), TRUE);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           VoletsPageList           *self)
{
  GtkWidget *view = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  volets_page_view_set_wanted (VOLETS_PAGE_VIEW (view), FALSE);
}

static void
selected_cb (VoletsPageList *self)
{
  guint page = gtk_single_selection_get_selected (self->selection);

  if (!self->is_following && page != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[CHOSEN], 0, page);
}

static void
volets_page_list_dispose (GObject *object)
{
  VoletsPageList *self = VOLETS_PAGE_LIST (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->numbers);
  g_clear_object (&self->pages);

  G_OBJECT_CLASS (volets_page_list_parent_class)->dispose (object);
}

static void
volets_page_list_class_init (VoletsPageListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = volets_page_list_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/volets/Volets/ui/preview/page-list.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsPageList, list);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
}

static void
volets_page_list_init (VoletsPageList *self)
{
  self->numbers = gtk_string_list_new (NULL);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->numbers)));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * volets_page_list_set_pages:
 * @self: a list
 * @pages: (nullable): the paper to show
 */
void
volets_page_list_set_pages (VoletsPageList     *self,
                            VoletsPageRenderer *pages)
{
  guint n_pages = pages != NULL ? volets_page_renderer_get_n_pages (pages) : 0;
  guint selected;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) numbers = NULL;

  g_return_if_fail (VOLETS_IS_PAGE_LIST (self));

  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      g_strv_builder_add (builder, number);
    }
  numbers = g_strv_builder_end (builder);

  self->is_following = TRUE;
  selected = gtk_single_selection_get_selected (self->selection);
  g_set_object (&self->pages, pages);
  gtk_string_list_splice (self->numbers, 0,
                          g_list_model_get_n_items (G_LIST_MODEL (self->numbers)),
                          (const char *const *) numbers);
  if (selected < n_pages)
    gtk_single_selection_set_selected (self->selection, selected);
  self->is_following = FALSE;
}

/**
 * volets_page_list_set_page:
 * @self: a list
 * @page: the page that is looked at, from 0
 */
void
volets_page_list_set_page (VoletsPageList *self,
                           guint           page)
{
  g_return_if_fail (VOLETS_IS_PAGE_LIST (self));

  if (page >= g_list_model_get_n_items (G_LIST_MODEL (self->numbers)))
    return;

  self->is_following = TRUE;
  gtk_single_selection_set_selected (self->selection, page);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", page);
  self->is_following = FALSE;
}
