/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/school-picker.h"

#include <glib/gi18n.h>
#include <string.h>

#include "engine/french.h"
#include "engine/school.h"

/* From how many schools on one wants to search. */
#define SEARCH_FROM 9
/* What is longer is cut in the middle, between the name of a school and its code. */
#define LABEL_CHARS 52

struct _VoletsSchoolPicker {
  AdwBin             parent_instance;

  VoletsDossier     *dossier;
  GPtrArray         *checks;      /* of GtkCheckButton, while the popover is open */

  GtkMenuButton     *button;
  GtkPopover        *popover;
  GtkLabel          *subject;
  GtkSearchEntry    *search;
  GtkCheckButton    *all;
  GtkBox            *schools;
  GtkButton         *confirm;
};

G_DEFINE_FINAL_TYPE (VoletsSchoolPicker, volets_school_picker, ADW_TYPE_BIN)

enum {
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Whether those that are found are all chosen, some of them, or none. */
static void
update_state (VoletsSchoolPicker *self)
{
  guint n_chosen = 0, n_found = 0, n_found_chosen = 0;

  for (guint i = 0; i < self->checks->len; i++)
    {
      gboolean is_chosen = gtk_check_button_get_active (self->checks->pdata[i]);
      gboolean is_found = gtk_widget_get_visible (self->checks->pdata[i]);

      n_chosen += is_chosen;
      n_found += is_found;
      n_found_chosen += is_found && is_chosen;
    }

  gtk_widget_set_sensitive (GTK_WIDGET (self->confirm), n_chosen > 0);
  gtk_check_button_set_inconsistent (self->all, n_found_chosen > 0 && n_found_chosen < n_found);
  gtk_check_button_set_active (self->all, n_found > 0 && n_found_chosen == n_found);
}

static void all_toggled_cb (VoletsSchoolPicker *self);

static void
school_toggled_cb (VoletsSchoolPicker *self)
{
  g_signal_handlers_block_by_func (self->all, all_toggled_cb, self);
  update_state (self);
  g_signal_handlers_unblock_by_func (self->all, all_toggled_cb, self);
}

static void
all_toggled_cb (VoletsSchoolPicker *self)
{
  gboolean is_chosen = gtk_check_button_get_active (self->all);

  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->checks, i);

      g_signal_handlers_block_by_func (check, school_toggled_cb, self);
      if (gtk_widget_get_visible (GTK_WIDGET (check)))
        gtk_check_button_set_active (check, is_chosen);
      g_signal_handlers_unblock_by_func (check, school_toggled_cb, self);
    }
  school_toggled_cb (self);
}

static void
search_changed_cb (VoletsSchoolPicker *self)
{
  g_autofree char *wanted =
    volets_french_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  for (guint i = 0; i < self->checks->len; i++)
    {
      const char *text = g_object_get_data (self->checks->pdata[i], "text");

      gtk_widget_set_visible (self->checks->pdata[i], strstr (text, wanted) != NULL);
    }
  school_toggled_cb (self);
}

static void
search_stopped_cb (VoletsSchoolPicker *self)
{
  gtk_popover_popdown (self->popover);
}

static void
add_school (VoletsSchoolPicker *self,
            VoletsRecord       *school)
{
  const char *id = volets_record_get_text (school, VOLETS_SCHOOL_ID);
  const char *name = volets_record_get_text (school, VOLETS_SCHOOL_NAME);
  const char *uai = volets_record_get_text (school, VOLETS_SCHOOL_UAI);
  g_autofree char *label = NULL;
  GtkWidget *check, *text;

  if (id == NULL)
    return;

  label = g_strjoin (" – ", name != NULL ? name : _("School without a name"), uai, NULL);
  text = gtk_label_new (label);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (text), LABEL_CHARS);
  check = gtk_check_button_new ();
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), text);
  gtk_widget_set_tooltip_text (check, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (check), "id", g_strdup (id), g_free);
  g_object_set_data_full (G_OBJECT (check), "text", volets_french_fold (label), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (school_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->schools, check);
  g_ptr_array_add (self->checks, check);
}

static void
clear_schools (VoletsSchoolPicker *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    gtk_box_remove (self->schools, self->checks->pdata[i]);
  g_ptr_array_set_size (self->checks, 0);
}

/* The schools may have changed since the last time. */
static void
popover_shown_cb (VoletsSchoolPicker *self)
{
  clear_schools (self);
  for (guint i = 0; i < volets_dossier_get_n_rows (self->dossier, VOLETS_SECTION_SCHOOLS); i++)
    add_school (self, volets_dossier_get_row (self->dossier, VOLETS_SECTION_SCHOOLS, i));

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_set_visible (GTK_WIDGET (self->search), self->checks->len >= SEARCH_FROM);
  gtk_widget_set_visible (GTK_WIDGET (self->all), self->checks->len > 1);
  school_toggled_cb (self);
}

static void
popover_closed_cb (VoletsSchoolPicker *self)
{
  clear_schools (self);
}

static void
confirmed_cb (VoletsSchoolPicker *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->checks, i);

      if (gtk_check_button_get_active (check))
        g_ptr_array_add (ids, g_strdup (g_object_get_data (G_OBJECT (check), "id")));
    }
  g_ptr_array_add (ids, NULL);
  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[CHOSEN], 0, ids->pdata);
}

static void
volets_school_picker_finalize (GObject *object)
{
  VoletsSchoolPicker *self = VOLETS_SCHOOL_PICKER (object);

  g_ptr_array_unref (self->checks);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (volets_school_picker_parent_class)->finalize (object);
}

static void
volets_school_picker_class_init (VoletsSchoolPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = volets_school_picker_finalize;

  signals[CHOSEN] =
    g_signal_new ("chosen", VOLETS_TYPE_SCHOOL_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRV);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/volets/Volets/ui/school-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsSchoolPicker, button);
  gtk_widget_class_bind_template_child (widget_class, VoletsSchoolPicker, popover);
  gtk_widget_class_bind_template_child (widget_class, VoletsSchoolPicker, subject);
  gtk_widget_class_bind_template_child (widget_class, VoletsSchoolPicker, search);
  gtk_widget_class_bind_template_child (widget_class, VoletsSchoolPicker, all);
  gtk_widget_class_bind_template_child (widget_class, VoletsSchoolPicker, schools);
  gtk_widget_class_bind_template_child (widget_class, VoletsSchoolPicker, confirm);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirmed_cb);
}

static void
volets_school_picker_init (VoletsSchoolPicker *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  /* What takes the focus is inside the button. */
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->button))),
    GTK_ACCESSIBLE_PROPERTY_LABEL, _("Copy to schools…"), -1);
}

/**
 * volets_school_picker_set_dossier:
 * @self: the button
 * @dossier: the dossier whose schools can be chosen
 */
void
volets_school_picker_set_dossier (VoletsSchoolPicker *self,
                                  VoletsDossier      *dossier)
{
  g_return_if_fail (VOLETS_IS_SCHOOL_PICKER (self));

  g_set_object (&self->dossier, dossier);
}

/**
 * volets_school_picker_set_subject:
 * @self: the button
 * @subject: what is going to be done, above the schools
 */
void
volets_school_picker_set_subject (VoletsSchoolPicker *self,
                                  const char         *subject)
{
  g_return_if_fail (VOLETS_IS_SCHOOL_PICKER (self));

  gtk_label_set_text (self->subject, subject);
}
