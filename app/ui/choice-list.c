/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/choice-list.h"

#include <gtk/gtk.h>

#include "engine/french.h"

struct _VoletsChoiceList {
  GObject             parent_instance;

  VoletsFieldChoices *choices;
  GtkStringList      *labels;
};

G_DEFINE_FINAL_TYPE (VoletsChoiceList, volets_choice_list, G_TYPE_OBJECT)

static void
volets_choice_list_finalize (GObject *object)
{
  VoletsChoiceList *self = VOLETS_CHOICE_LIST (object);

  g_clear_pointer (&self->choices, volets_field_choices_free);
  g_clear_object (&self->labels);

  G_OBJECT_CLASS (volets_choice_list_parent_class)->finalize (object);
}

static void
volets_choice_list_class_init (VoletsChoiceListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = volets_choice_list_finalize;
}

static void
volets_choice_list_init (VoletsChoiceList *self)
{
  self->labels = gtk_string_list_new (NULL);
}

/**
 * volets_choice_list_new:
 * @dossier: the dossier, as it is now
 * @section: a section
 * @field: a field of it that is chosen
 *
 * Returns: (transfer full): what can be chosen
 */
VoletsChoiceList *
volets_choice_list_new (VoletsDossier *dossier,
                        VoletsSection  section,
                        guint          field)
{
  VoletsChoiceList *self = g_object_new (VOLETS_TYPE_CHOICE_LIST, NULL);
  gboolean are_names = volets_field_choices_vary (section, field);
  const char *const *labels;

  self->choices = volets_field_choices_new (dossier, section, field);
  labels = volets_field_choices_get_labels (self->choices);

  /* In a list of their own they are no words of a sentence; but a name is written as it was. */
  for (guint i = 0; labels[i] != NULL; i++)
    {
      if (are_names)
        gtk_string_list_append (self->labels, labels[i]);
      else
        gtk_string_list_take (self->labels, volets_french_capitalise (labels[i]));
    }

  return self;
}

/**
 * volets_choice_list_get_choices:
 * @self: a list
 *
 * Returns: (transfer none): what the choices stand for
 */
const VoletsFieldChoices *
volets_choice_list_get_choices (VoletsChoiceList *self)
{
  g_return_val_if_fail (VOLETS_IS_CHOICE_LIST (self), NULL);

  return self->choices;
}

/**
 * volets_choice_list_get_labels:
 * @self: a list
 *
 * Returns: (transfer none): of GtkStringObject, what the choices are called
 */
GListModel *
volets_choice_list_get_labels (VoletsChoiceList *self)
{
  g_return_val_if_fail (VOLETS_IS_CHOICE_LIST (self), NULL);

  return G_LIST_MODEL (self->labels);
}
