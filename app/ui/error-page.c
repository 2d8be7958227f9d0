/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/error-page.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "ui/sentence.h"

struct _VoletsErrorPage {
  AdwBin     parent_instance;

  GtkLabel  *name;
  GtkLabel  *sentence;
  GtkLabel  *advice;
  GtkWidget *open_button;
};

G_DEFINE_FINAL_TYPE (VoletsErrorPage, volets_error_page, ADW_TYPE_BIN)

/* The sentence of an error of the system says itself what to do. */
static const char *
find_advice (const GError *error)
{
  if (error->domain == G_IO_ERROR && error->code != G_IO_ERROR_INVALID_DATA)
    return NULL;

  return _("Check that it is a dossier of Volets. If it was one, its previous version is beside "
           "it, under the same name followed by “~”: a copy of it, renamed to end in “.volets”, "
           "can be opened.");
}

/* Not the first label that can be selected. */
static gboolean
volets_error_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (VOLETS_ERROR_PAGE (widget)->open_button);
}

static void
volets_error_page_class_init (VoletsErrorPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = volets_error_page_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/volets/Volets/ui/error-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsErrorPage, name);
  gtk_widget_class_bind_template_child (widget_class, VoletsErrorPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, VoletsErrorPage, advice);
  gtk_widget_class_bind_template_child (widget_class, VoletsErrorPage, open_button);
}

static void
volets_error_page_init (VoletsErrorPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * volets_error_page_set_error:
 * @self: a page
 * @name: the file, for people
 * @error: what is wrong with it, in French
 */
void
volets_error_page_set_error (VoletsErrorPage *self,
                             const char      *name,
                             const GError    *error)
{
  g_autofree char *sentence = NULL;
  const char *advice;

  g_return_if_fail (VOLETS_IS_ERROR_PAGE (self));
  g_return_if_fail (name != NULL);
  g_return_if_fail (error != NULL);

  sentence = volets_sentence_make (error->message);
  advice = find_advice (error);
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->sentence, sentence);
  gtk_label_set_text (self->advice, advice != NULL ? advice : "");
  gtk_widget_set_visible (GTK_WIDGET (self->advice), advice != NULL);
}
