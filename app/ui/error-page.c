/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/error-page.h"

#include <glib/gi18n.h>

#include "engine/dossier-file.h"
#include "engine/previous-version.h"
#include "ui/label.h"
#include "ui/sentence.h"
#include "ui/text-size.h"

/* In pixels at 100 % text. */
#define WIDTH 560

struct _VoletsErrorPage {
  AdwBin     parent_instance;

  GtkWidget *clamp;
  GtkLabel  *name;
  GtkLabel  *sentence;
  GtkLabel  *advice;
  GtkWidget *call_button;
  GtkWidget *previous_button;
  GtkWidget *open_button;
};

G_DEFINE_FINAL_TYPE (VoletsErrorPage, volets_error_page, ADW_TYPE_BIN)

static gboolean
lacks_call (const GError *error)
{
  return g_error_matches (error, VOLETS_DOSSIER_FILE_ERROR, VOLETS_DOSSIER_FILE_ERROR_NO_CALL);
}

/* Whether it is what the file holds that cannot be read. */
static gboolean
is_damage (const GError *error)
{
  return !lacks_call (error)
         && (error->domain != G_IO_ERROR || error->code == G_IO_ERROR_INVALID_DATA);
}

/* The sentence of an error of the system says itself what to do. */
static const char *
find_advice (const GError *error,
             gboolean      is_call,
             gboolean      has_previous)
{
  if (lacks_call (error))
    return _("Open the file of this call for projects: the dossier opens with it. Whoever gave you "
             "the dossier has it.");
  if (is_call && error->domain != G_IO_ERROR)
    return _("Check that it is a call for projects written for Volets, and correct it there, or "
             "ask whoever gave it to you.");
  if (!is_damage (error))
    return NULL;

  return has_previous
           ? _("What it held before it was saved last is kept: open that version, and save it "
               "under another name.")
           : _("Check that it is a dossier of Volets, or ask whoever gave it to you for another "
               "copy.");
}

/* Not the first label that can be selected. */
static gboolean
volets_error_page_grab_focus (GtkWidget *widget)
{
  VoletsErrorPage *self = VOLETS_ERROR_PAGE (widget);

  GtkWidget *const buttons[] = { self->call_button, self->previous_button, self->open_button };

  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      if (gtk_widget_get_visible (buttons[i]))
        return gtk_widget_grab_focus (buttons[i]);
    }

  return FALSE;
}

static void
volets_error_page_class_init (VoletsErrorPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = volets_error_page_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/volets/Volets/ui/error-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsErrorPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, VoletsErrorPage, name);
  gtk_widget_class_bind_template_child (widget_class, VoletsErrorPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, VoletsErrorPage, advice);
  gtk_widget_class_bind_template_child (widget_class, VoletsErrorPage, call_button);
  gtk_widget_class_bind_template_child (widget_class, VoletsErrorPage, previous_button);
  gtk_widget_class_bind_template_child (widget_class, VoletsErrorPage, open_button);
}

static void
volets_error_page_init (VoletsErrorPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  volets_text_size_bind (self->clamp, "maximum-size", WIDTH);
}

/**
 * volets_error_page_set_error:
 * @self: a page
 * @name: the file, for people
 * @file: (nullable): the file itself, %NULL for what is none
 * @is_call: whether it is taken for a call, else for a dossier
 * @error: what is wrong with it, in French
 */
void
volets_error_page_set_error (VoletsErrorPage *self,
                             const char      *name,
                             GFile           *file,
                             gboolean         is_call,
                             const GError    *error)
{
  g_autofree char *sentence = NULL;
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;
  g_autoptr (GFile) previous = file != NULL ? volets_previous_version_get_file (file) : NULL;
  gboolean has_previous = !is_call && previous != NULL && is_damage (error)
                          && g_file_query_exists (previous, NULL);
  const char *advice;

  g_return_if_fail (VOLETS_IS_ERROR_PAGE (self));
  g_return_if_fail (name != NULL);
  g_return_if_fail (error != NULL);

  sentence = volets_sentence_make (error->message);
  advice = find_advice (error, is_call, has_previous);
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->sentence, sentence);
  volets_label_show (self->advice, advice);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->call_button), "s",
                                    uri != NULL ? uri : "");
  gtk_widget_set_visible (self->call_button, lacks_call (error));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->previous_button), "s",
                                    uri != NULL ? uri : "");
  gtk_widget_set_visible (self->previous_button, has_previous);
  if (lacks_call (error) || has_previous)
    gtk_widget_remove_css_class (self->open_button, "suggested-action");
  else
    gtk_widget_add_css_class (self->open_button, "suggested-action");
}
