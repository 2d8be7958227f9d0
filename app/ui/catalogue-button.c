/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/catalogue-button.h"

#include <glib/gi18n.h>
#include <string.h>

#include "engine/choice-words.h"
#include "engine/french.h"

struct _VoletsCatalogueButton {
  AdwBin               parent_instance;

  VoletsCall          *call;
  char                *wanted;      /* what is searched, folded */
  const VoletsArticle *chosen;      /* until the popover is closed */

  GtkMenuButton       *button;
  GtkPopover          *popover;
  GtkSearchEntry      *search;
  GtkScrolledWindow   *scroller;
  GtkListBox          *list;
};

G_DEFINE_FINAL_TYPE (VoletsCatalogueButton, volets_catalogue_button, ADW_TYPE_BIN)

enum {
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const VoletsArticle *
get_article (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "article");
}

static const char *
get_family_label (VoletsExpenseFamily family)
{
  g_autoptr (GEnumClass) families = g_type_class_ref (VOLETS_TYPE_EXPENSE_FAMILY);

  return volets_choice_get_label (g_enum_get_value (families, (int) family)->value_nick);
}

static gboolean
is_of_section (const VoletsArticle *article,
               VoletsSection        section)
{
  gboolean is_service = article->family == VOLETS_EXPENSE_FAMILY_SERVICE
                        || article->family == VOLETS_EXPENSE_FAMILY_RESSOURCE;

  return is_service == (section == VOLETS_SECTION_SERVICE_LINES);
}

static void
add_article (VoletsCatalogueButton *self,
             const VoletsArticle   *article)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = volets_french_typeset (article->label);
  g_autofree char *text = g_strjoin (" ", article->label, get_family_label (article->family),
                                     article->provenance.note, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (article->provenance.note != NULL)
    {
      g_autofree char *note = volets_french_typeset (article->provenance.note);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), note);
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "article", (gpointer) article);
  g_object_set_data_full (G_OBJECT (row), "text", volets_french_fold (text), g_free);
  gtk_list_box_append (self->list, row);
}

static gboolean
filter_row (GtkListBoxRow *row,
            gpointer       user_data)
{
  VoletsCatalogueButton *self = user_data;

  return self->wanted == NULL
         || strstr (g_object_get_data (G_OBJECT (row), "text"), self->wanted) != NULL;
}

static int
sort_rows (GtkListBoxRow *a,
           GtkListBoxRow *b,
           gpointer       user_data)
{
  return (int) get_article (a)->family - (int) get_article (b)->family;
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  VoletsExpenseFamily family = get_article (row)->family;
  g_autofree char *title = NULL;
  GtkWidget *label;

  if (before != NULL && get_article (before)->family == family)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  title = volets_french_capitalise (get_family_label (family));
  label = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_box_row_set_header (row, label);
}

static void
search_changed_cb (VoletsCatalogueButton *self)
{
  g_free (self->wanted);
  self->wanted = volets_french_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_headers (self->list);
}

static void
search_stopped_cb (VoletsCatalogueButton *self)
{
  gtk_popover_popdown (self->popover);
}

static void
row_activated_cb (VoletsCatalogueButton *self,
                  GtkListBoxRow         *row)
{
  self->chosen = get_article (row);
  gtk_popover_popdown (self->popover);
}

/* Enter takes the first article that is left. */
static void
search_activated_cb (VoletsCatalogueButton *self)
{
  GtkListBoxRow *row;

  search_changed_cb (self);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (filter_row (row, self))
        {
          row_activated_cb (self, row);
          return;
        }
    }
}

/* The arrow goes to the scroller by itself, not to what is in it. */
static gboolean
search_key_pressed_cb (VoletsCatalogueButton *self,
                       guint                  key)
{
  return (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
         && gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
popover_shown_cb (VoletsCatalogueButton *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  search_changed_cb (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static gboolean
emit_chosen_cb (gpointer user_data)
{
  VoletsCatalogueButton *self = user_data;
  const VoletsArticle *chosen = g_steal_pointer (&self->chosen);

  if (chosen != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, chosen);

  return G_SOURCE_REMOVE;
}

/* The focus goes back to the button while the popover closes; whoever moves it on comes after. */
static void
popover_closed_cb (VoletsCatalogueButton *self)
{
  if (self->chosen != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT, emit_chosen_cb, g_object_ref (self), g_object_unref);
}

static void
volets_catalogue_button_finalize (GObject *object)
{
  VoletsCatalogueButton *self = VOLETS_CATALOGUE_BUTTON (object);

  g_free (self->wanted);
  g_clear_pointer (&self->call, volets_call_unref);

  G_OBJECT_CLASS (volets_catalogue_button_parent_class)->finalize (object);
}

static void
volets_catalogue_button_class_init (VoletsCatalogueButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = volets_catalogue_button_finalize;

  signals[CHOSEN] =
    g_signal_new ("chosen", VOLETS_TYPE_CATALOGUE_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/volets/Volets/ui/catalogue-button.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsCatalogueButton, button);
  gtk_widget_class_bind_template_child (widget_class, VoletsCatalogueButton, popover);
  gtk_widget_class_bind_template_child (widget_class, VoletsCatalogueButton, search);
  gtk_widget_class_bind_template_child (widget_class, VoletsCatalogueButton, scroller);
  gtk_widget_class_bind_template_child (widget_class, VoletsCatalogueButton, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_closed_cb);
}

static void
volets_catalogue_button_init (VoletsCatalogueButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  /* What takes the focus is inside the button. */
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->button))),
    GTK_ACCESSIBLE_PROPERTY_LABEL, _("Catalogue"), -1);
  gtk_list_box_set_filter_func (self->list, filter_row, self, NULL);
  gtk_list_box_set_sort_func (self->list, sort_rows, NULL, NULL);
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
}

/**
 * volets_catalogue_button_set_call:
 * @self: the button of a catalogue
 * @call: the call, once and for all
 * @section: which of its articles: those of equipment or those of services
 *
 * Hides the button where there are none.
 */
void
volets_catalogue_button_set_call (VoletsCatalogueButton *self,
                                  VoletsCall            *call,
                                  VoletsSection          section)
{
  g_return_if_fail (VOLETS_IS_CATALOGUE_BUTTON (self));
  g_return_if_fail (self->call == NULL);

  self->call = volets_call_ref (call);
  for (guint i = 0; i < call->catalogue->len; i++)
    {
      const VoletsArticle *article = g_ptr_array_index (call->catalogue, i);

      if (is_of_section (article, section))
        add_article (self, article);
    }
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_list_box_get_row_at_index (self->list, 0) != NULL);
}
