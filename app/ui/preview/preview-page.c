/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preview/preview-page.h"

#include <glib/gi18n.h>

#include "engine/french.h"
#include "ui/label.h"
#include "ui/preview/page-list.h"
#include "ui/preview/paper-view.h"
#include "ui/preview/save-button.h"
#include "ui/sentence.h"
#include "ui/spoken-choice.h"
#include "ui/stack-page.h"

/* After the last of several changes, in milliseconds: the paper is there within half a second. */
#define PAUSE 150

/* What takes no longer needs no word, in milliseconds. */
#define PATIENCE 300

struct _VoletsPreviewPage {
  AdwBin               parent_instance;

  VoletsEditor        *editor;
  GPtrArray           *papers;       /* of const VoletsExport */
  const VoletsExport  *paper;        /* the one that is shown */
  VoletsPageRenderer  *pages;        /* of it; NULL until it is made */
  gboolean             is_stale;     /* the answers changed since it was made */
  GCancellable        *cancellable;  /* of what is being made */
  guint                pause_source;
  guint                patience_source;
  GArray              *matches;      /* of what is searched */
  guint                match;
  GCancellable        *search_cancellable;

  GtkDropDown         *choice;
  GtkLabel            *page_label;
  GtkButton           *zoom_button;
  VoletsSaveButton    *save_button;
  GtkButton           *print_button;
  GtkLabel            *save_refusal;
  GtkToggleButton     *search_button;
  GtkSearchBar        *search_bar;
  GtkSearchEntry      *search_entry;
  GtkLabel            *search_label;
  GtkWidget           *next_match;
  GtkWidget           *previous_match;
  GtkStack            *stack;
  VoletsPageList      *page_list;
  VoletsPaperView     *view;
  GtkRevealer         *busy;
  AdwStatusPage       *refusal;
};

G_DEFINE_FINAL_TYPE (VoletsPreviewPage, volets_preview_page, ADW_TYPE_BIN)

static void start_making (VoletsPreviewPage *self);

static void
update_place (VoletsPreviewPage *self)
{
  guint page = volets_paper_view_get_page (self->view);
  guint n_pages = self->pages != NULL ? volets_page_renderer_get_n_pages (self->pages) : 0;
  /* Translators: the page that is looked at, and how many there are. */
  g_autofree char *place = g_strdup_printf (_("%u / %u"), page + 1, n_pages);
  g_autofree char *zoom = g_strdup_printf (_("%u %%"), volets_paper_view_get_zoom (self->view));
  g_autofree char *typeset = volets_french_typeset (zoom);

  gtk_label_set_text (self->page_label, n_pages > 0 ? place : "");
  gtk_button_set_label (self->zoom_button, typeset);
  volets_page_list_set_page (self->page_list, page);
}

static void
show_matches (VoletsPreviewPage *self)
{
  gboolean has_matches = self->matches != NULL && self->matches->len > 0;
  g_autofree char *text = NULL;

  if (has_matches)
    /* Translators: the place that is shown, among those found. */
    text = g_strdup_printf (_("%u of %u"), self->match + 1, self->matches->len);
  else if (self->matches != NULL)
    text = g_strdup (_("Not found"));
  gtk_label_set_text (self->search_label, text != NULL ? text : "");
  gtk_widget_set_sensitive (self->next_match, has_matches);
  gtk_widget_set_sensitive (self->previous_match, has_matches);
  volets_paper_view_set_matches (self->view, self->matches, self->match);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (VoletsPreviewPage) self = user_data;
  g_autoptr (GArray) matches =
    volets_page_renderer_find_finish (VOLETS_PAGE_RENDERER (source), result, NULL);

  if (matches == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;

  g_clear_pointer (&self->matches, g_array_unref);
  self->matches = g_steal_pointer (&matches);
  if (self->match >= self->matches->len)
    self->match = 0;
  show_matches (self);
}

static void
search (VoletsPreviewPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  g_cancellable_cancel (self->search_cancellable);
  g_clear_object (&self->search_cancellable);
  if (self->pages == NULL || *text == '\0' || !gtk_search_bar_get_search_mode (self->search_bar))
    {
      g_clear_pointer (&self->matches, g_array_unref);
      show_matches (self);
      return;
    }

  self->search_cancellable = g_cancellable_new ();
  volets_page_renderer_find_async (self->pages, text, self->search_cancellable, found_cb,
                                   g_object_ref (self));
}

/* What does not say what the answers say is not to be saved. */
static void
update_save_button (VoletsPreviewPage *self)
{
  gboolean is_current = self->cancellable == NULL && !self->is_stale;

  volets_save_button_set_paper (self->save_button, self->editor, self->paper,
                                is_current ? volets_preview_page_get_pdf (self) : NULL);
}

static void
show_refusal (VoletsPreviewPage *self,
              const char        *words)
{
  g_autofree char *sentence = volets_sentence_make (words);
  g_autofree char *typeset = volets_french_typeset (sentence);

  adw_status_page_set_description (self->refusal, typeset);
  volets_stack_page_show (self->stack, GTK_WIDGET (self->refusal));
}

/* What was asked for meanwhile comes next. */
static void
end_making (VoletsPreviewPage *self)
{
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->patience_source, g_source_remove);
  gtk_revealer_set_reveal_child (self->busy, FALSE);
  if (self->is_stale)
    start_making (self);
  update_save_button (self);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (VoletsPreviewPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VoletsPageRenderer) pages = volets_page_renderer_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (pages != NULL)
    {
      g_set_object (&self->pages, pages);
      volets_paper_view_set_pages (self->view, pages);
      volets_page_list_set_pages (self->page_list, pages);
      volets_stack_page_show (self->stack, gtk_stack_get_child_by_name (self->stack, "paper"));
      update_place (self);
      search (self);
    }
  else
    show_refusal (self, error->message);
  end_making (self);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (VoletsPreviewPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = volets_export_make_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (pdf == NULL)
    {
      show_refusal (self, error->message);
      end_making (self);
      return;
    }

  volets_page_renderer_open_async (pdf, self->cancellable, opened_cb, g_object_ref (self));
}

static gboolean
patience_cb (gpointer user_data)
{
  VoletsPreviewPage *self = user_data;

  self->patience_source = 0;
  gtk_revealer_set_reveal_child (self->busy, TRUE);

  return G_SOURCE_REMOVE;
}

/* One paper at a time: on a slow PC, making each that is asked for would only make all late. */
static void
start_making (VoletsPreviewPage *self)
{
  g_autofree char *today = NULL;
  const VoletsSubsidy *subsidy;

  self->is_stale = TRUE;
  if (self->cancellable != NULL || self->paper == NULL
      || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->is_stale = FALSE;
  subsidy = volets_editor_get_subsidy (self->editor);
  if (subsidy == NULL)
    {
      show_refusal (self, _("The amounts are too large to be computed."));
      return;
    }

  today = volets_editor_get_today (self->editor);
  self->cancellable = g_cancellable_new ();
  self->patience_source = g_timeout_add (PATIENCE, patience_cb, self);
  volets_export_make_async (self->paper, volets_editor_get_dossier (self->editor), subsidy,
                            today, self->cancellable, made_cb, g_object_ref (self));
  update_save_button (self);
}

static gboolean
pause_cb (gpointer user_data)
{
  VoletsPreviewPage *self = user_data;

  self->pause_source = 0;
  start_making (self);

  return G_SOURCE_REMOVE;
}

static void
updated_cb (VoletsPreviewPage *self)
{
  self->is_stale = TRUE;
  update_save_button (self);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  g_clear_handle_id (&self->pause_source, g_source_remove);
  self->pause_source = g_timeout_add (PAUSE, pause_cb, self);
}

/* The papers are not of the same answers as the screen for one moment longer than it takes. */
static void
stop_making (VoletsPreviewPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_cancellable_cancel (self->search_cancellable);
  g_clear_object (&self->search_cancellable);
  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_clear_handle_id (&self->patience_source, g_source_remove);
}

static void
choice_cb (VoletsPreviewPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->choice);

  if (selected < self->papers->len)
    volets_preview_page_set_paper (self, g_ptr_array_index (self->papers, selected));
}

static void
tried_cb (VoletsPreviewPage *self,
          const char        *refusal)
{
  volets_label_show_error (self->save_refusal, refusal);
}

static void
page_cb (VoletsPreviewPage *self)
{
  update_place (self);
}

static void
chosen_cb (VoletsPreviewPage *self,
           guint              page)
{
  volets_paper_view_show_page (self->view, page);
}

static void
zoom_in_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  volets_paper_view_zoom (VOLETS_PREVIEW_PAGE (widget)->view, 1);
}

static void
zoom_out_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  volets_paper_view_zoom (VOLETS_PREVIEW_PAGE (widget)->view, -1);
}

static void
zoom_fit_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  volets_paper_view_zoom (VOLETS_PREVIEW_PAGE (widget)->view, 0);
}

static void
search_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  VoletsPreviewPage *self = VOLETS_PREVIEW_PAGE (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
search_changed_cb (VoletsPreviewPage *self)
{
  self->match = 0;
  search (self);
}

static void
next_match_cb (VoletsPreviewPage *self)
{
  if (self->matches == NULL || self->matches->len == 0)
    return;

  self->match = (self->match + 1) % self->matches->len;
  show_matches (self);
}

static void
previous_match_cb (VoletsPreviewPage *self)
{
  if (self->matches == NULL || self->matches->len == 0)
    return;

  self->match = (self->match + self->matches->len - 1) % self->matches->len;
  show_matches (self);
}

static void
volets_preview_page_map (GtkWidget *widget)
{
  VoletsPreviewPage *self = VOLETS_PREVIEW_PAGE (widget);

  GTK_WIDGET_CLASS (volets_preview_page_parent_class)->map (widget);

  if (self->is_stale)
    start_making (self);
}

static void
volets_preview_page_dispose (GObject *object)
{
  VoletsPreviewPage *self = VOLETS_PREVIEW_PAGE (object);

  stop_making (self);
  g_clear_pointer (&self->matches, g_array_unref);
  g_clear_object (&self->pages);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (volets_preview_page_parent_class)->dispose (object);
}

static void
volets_preview_page_finalize (GObject *object)
{
  g_ptr_array_unref (VOLETS_PREVIEW_PAGE (object)->papers);

  G_OBJECT_CLASS (volets_preview_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, VoletsPreviewPage, choice);
  gtk_widget_class_bind_template_child (widget_class, VoletsPreviewPage, page_label);
  gtk_widget_class_bind_template_child (widget_class, VoletsPreviewPage, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, VoletsPreviewPage, save_button);
  gtk_widget_class_bind_template_child (widget_class, VoletsPreviewPage, print_button);
  gtk_widget_class_bind_template_child (widget_class, VoletsPreviewPage, save_refusal);
  gtk_widget_class_bind_template_child (widget_class, VoletsPreviewPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, VoletsPreviewPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, VoletsPreviewPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, VoletsPreviewPage, search_label);
  gtk_widget_class_bind_template_child (widget_class, VoletsPreviewPage, next_match);
  gtk_widget_class_bind_template_child (widget_class, VoletsPreviewPage, previous_match);
  gtk_widget_class_bind_template_child (widget_class, VoletsPreviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, VoletsPreviewPage, page_list);
  gtk_widget_class_bind_template_child (widget_class, VoletsPreviewPage, view);
  gtk_widget_class_bind_template_child (widget_class, VoletsPreviewPage, busy);
  gtk_widget_class_bind_template_child (widget_class, VoletsPreviewPage, refusal);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, tried_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_match_cb);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct {
    guint                 key;
    GdkModifierType       modifiers;
    const char           *action;
  } KEYS[] = {
    { GDK_KEY_plus, GDK_CONTROL_MASK, "preview.zoom-in" },
    { GDK_KEY_equal, GDK_CONTROL_MASK, "preview.zoom-in" },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "preview.zoom-in" },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "preview.zoom-out" },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "preview.zoom-out" },
    { GDK_KEY_0, GDK_CONTROL_MASK, "preview.zoom-fit" },
    { GDK_KEY_KP_0, GDK_CONTROL_MASK, "preview.zoom-fit" },
    { GDK_KEY_f, GDK_CONTROL_MASK, "preview.search" },
    { GDK_KEY_Escape, 0, "win.close-preview" },
  };

  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom-fit", NULL, zoom_fit_cb);
  gtk_widget_class_install_action (widget_class, "preview.search", NULL, search_cb);
  for (gsize i = 0; i < G_N_ELEMENTS (KEYS); i++)
    gtk_widget_class_add_binding_action (widget_class, KEYS[i].key, KEYS[i].modifiers,
                                         KEYS[i].action, NULL);
}

static void
volets_preview_page_class_init (VoletsPreviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = volets_preview_page_dispose;
  object_class->finalize = volets_preview_page_finalize;
  widget_class->map = volets_preview_page_map;

  g_type_ensure (VOLETS_TYPE_PAGE_LIST);
  g_type_ensure (VOLETS_TYPE_PAPER_VIEW);
  g_type_ensure (VOLETS_TYPE_SAVE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/volets/Volets/ui/preview/preview-page.ui");
  bind_template (widget_class);
  install_actions (widget_class);
}

static void
volets_preview_page_init (VoletsPreviewPage *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint n_exports;
  const VoletsExport *exports = volets_exports_get (&n_exports);

  self->papers = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < n_exports; i++)
    {
      g_autofree char *title = volets_french_typeset (exports[i].title);

      if (!volets_export_is_paper (&exports[i]))
        continue;
      g_ptr_array_add (self->papers, (gpointer) &exports[i]);
      gtk_string_list_append (titles, title);
    }
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (titles));
  volets_spoken_choice_set_up (self->choice);
  volets_spoken_choice_set_label (self->choice, _("Document"));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  g_object_bind_property (self->search_button, "active", self->search_bar, "search-mode-enabled",
                          G_BINDING_BIDIRECTIONAL);
  show_matches (self);
}

/**
 * volets_preview_page_set_editor:
 * @self: a page without a dossier
 * @editor: the dossier
 */
void
volets_preview_page_set_editor (VoletsPreviewPage *self,
                                VoletsEditor      *editor)
{
  g_return_if_fail (VOLETS_IS_PREVIEW_PAGE (self));
  g_return_if_fail (self->editor == NULL);
  g_return_if_fail (VOLETS_IS_EDITOR (editor));

  self->editor = g_object_ref (editor);
  g_signal_connect_object (editor, "updated", G_CALLBACK (updated_cb), self, G_CONNECT_SWAPPED);
}

/**
 * volets_preview_page_get_paper:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the paper that is shown
 */
const VoletsExport *
volets_preview_page_get_paper (VoletsPreviewPage *self)
{
  g_return_val_if_fail (VOLETS_IS_PREVIEW_PAGE (self), NULL);

  return self->paper;
}

/**
 * volets_preview_page_set_paper:
 * @self: a page that has an editor
 * @paper: the paper to show
 */
void
volets_preview_page_set_paper (VoletsPreviewPage  *self,
                               const VoletsExport *paper)
{
  guint position;

  g_return_if_fail (VOLETS_IS_PREVIEW_PAGE (self));
  g_return_if_fail (volets_export_is_paper (paper));

  if (self->paper == paper)
    return;

  stop_making (self);
  self->paper = paper;
  g_clear_object (&self->pages);
  tried_cb (self, NULL);
  volets_page_list_set_pages (self->page_list, NULL);
  volets_paper_view_set_pages (self->view, NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->print_button), "^as",
                                    ((const char *[]) { paper->name, NULL }));
  if (g_ptr_array_find (self->papers, paper, &position))
    gtk_drop_down_set_selected (self->choice, position);
  start_making (self);
}

/**
 * volets_preview_page_get_pdf:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the file that is shown
 */
GBytes *
volets_preview_page_get_pdf (VoletsPreviewPage *self)
{
  g_return_val_if_fail (VOLETS_IS_PREVIEW_PAGE (self), NULL);

  return self->pages != NULL ? volets_page_renderer_get_pdf (self->pages) : NULL;
}

/**
 * volets_preview_page_is_ready:
 * @self: a page
 *
 * Returns: whether what is shown is what the answers say now
 */
gboolean
volets_preview_page_is_ready (VoletsPreviewPage *self)
{
  g_return_val_if_fail (VOLETS_IS_PREVIEW_PAGE (self), FALSE);

  return self->pages != NULL && self->cancellable == NULL && !self->is_stale
         && volets_paper_view_is_drawn (self->view);
}
