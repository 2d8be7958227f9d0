/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/record-table-private.h"

#include "ui/nested-scroller.h"
#include "ui/stack-page.h"
#include "ui/text-size.h"
#include "ui/wrap-layout.h"

/* Of the rows, before they scroll, in pixels at 100 % text. */
#define MAX_HEIGHT 520

G_DEFINE_FINAL_TYPE (VoletsRecordTable, volets_record_table, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_SECTION,
  PROP_LABEL,
  PROP_ADD_LABEL,
  PROP_EMPTY_TITLE,
  PROP_EMPTY_DESCRIPTION,
  PROP_OPTIONAL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
update_widgets (VoletsRecordTable *self)
{
  gboolean has_rows = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;
  g_autoptr (GtkBitset) selected =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  gboolean can_change = has_rows && !gtk_bitset_is_empty (selected);

  volets_stack_page_show (self->stack,
                          gtk_stack_get_child_by_name (self->stack, has_rows ? "rows" : "empty"));
  gtk_widget_set_visible (self->add, has_rows);
  gtk_widget_set_visible (self->duplicate, has_rows);
  gtk_widget_set_visible (self->delete, has_rows);
  gtk_widget_set_visible (GTK_WIDGET (self->total),
                          has_rows && *gtk_label_get_text (self->total) != '\0');

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.duplicate", can_change);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.delete", can_change);
}

static void
add_activated (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  volets_record_table_add_row (VOLETS_RECORD_TABLE (widget));
}

static void
duplicate_activated (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  volets_record_table_duplicate_rows (VOLETS_RECORD_TABLE (widget));
}

static void
delete_activated (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  volets_record_table_delete_rows (VOLETS_RECORD_TABLE (widget));
}

static void
paste_activated (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  volets_record_table_paste (VOLETS_RECORD_TABLE (widget));
}

static void
close_notice_cb (VoletsRecordTable *self)
{
  gtk_widget_set_visible (self->notice, FALSE);
}

static void
pressed_cb (VoletsRecordTable *self,
            int                n_press,
            double             x,
            double             y,
            GtkGesture        *gesture)
{
  if (volets_record_table_click (self, x, y))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
key_pressed_cb (VoletsRecordTable     *self,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  return volets_record_table_handle_key (self, key,
                                         state & gtk_accelerator_get_default_mod_mask ());
}

static VoletsSection
find_section (const char *name)
{
  for (VoletsSection i = 0; i < VOLETS_N_SECTIONS; i++)
    {
      const VoletsSectionInfo *info = volets_section_get_info (i);

      if (info->row_element != NULL && g_strcmp0 (info->name, name) == 0)
        return i;
    }

  g_critical ("There is no list called %s in a dossier", name);
  return VOLETS_SECTION_SCHOOLS;
}

static void
volets_record_table_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  VoletsRecordTable *self = VOLETS_RECORD_TABLE (object);

  switch (prop_id)
    {
    case PROP_SECTION:
      self->section = find_section (g_value_get_string (value));
      break;
    case PROP_LABEL:
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_value_get_string (value), -1);
      break;
    case PROP_ADD_LABEL:
      gtk_button_set_label (self->empty_add, g_value_get_string (value));
      adw_button_content_set_label (self->add_content, g_value_get_string (value));
      break;
    case PROP_EMPTY_TITLE:
      gtk_label_set_label (self->empty_title, g_value_get_string (value));
      break;
    case PROP_EMPTY_DESCRIPTION:
      gtk_label_set_label (self->empty_description, g_value_get_string (value));
      gtk_widget_set_visible (GTK_WIDGET (self->empty_description),
                              g_value_get_string (value) != NULL);
      break;
    case PROP_OPTIONAL:
      if (!g_value_get_boolean (value))
        gtk_widget_add_css_class (GTK_WIDGET (self->empty_add), "suggested-action");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
volets_record_table_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (volets_record_table_parent_class)->root (widget);

  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget",
                           G_CALLBACK (volets_record_table_follow_focus), widget,
                           G_CONNECT_SWAPPED);
}

static void
volets_record_table_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget),
                                        volets_record_table_follow_focus, widget);

  GTK_WIDGET_CLASS (volets_record_table_parent_class)->unroot (widget);
}

static void
volets_record_table_dispose (GObject *object)
{
  VoletsRecordTable *self = VOLETS_RECORD_TABLE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->editor_signals);
  /* The cells let go of their records while there are columns. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (volets_record_table_parent_class)->dispose (object);
}

static void
volets_record_table_finalize (GObject *object)
{
  VoletsRecordTable *self = VOLETS_RECORD_TABLE (object);

  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->columns);
  g_hash_table_unref (self->mistakes);

  G_OBJECT_CLASS (volets_record_table_parent_class)->finalize (object);
}

/* Schools and communes are named in other steps, while this one is not on the screen. */
static void
volets_record_table_map (GtkWidget *widget)
{
  volets_record_table_refresh_choices (VOLETS_RECORD_TABLE (widget));

  GTK_WIDGET_CLASS (volets_record_table_parent_class)->map (widget);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "table.add", NULL, add_activated);
  gtk_widget_class_install_action (widget_class, "table.duplicate", NULL, duplicate_activated);
  gtk_widget_class_install_action (widget_class, "table.delete", NULL, delete_activated);
  gtk_widget_class_install_action (widget_class, "table.paste", NULL, paste_activated);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_SECTION] =
    g_param_spec_string ("section", NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_ADD_LABEL] = g_param_spec_string ("add-label", NULL, NULL, NULL, flags);
  properties[PROP_EMPTY_TITLE] = g_param_spec_string ("empty-title", NULL, NULL, NULL, flags);
  properties[PROP_EMPTY_DESCRIPTION] =
    g_param_spec_string ("empty-description", NULL, NULL, NULL, flags);
  properties[PROP_OPTIONAL] =
    g_param_spec_boolean ("optional", NULL, NULL, FALSE, flags | G_PARAM_CONSTRUCT_ONLY);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
volets_record_table_class_init (VoletsRecordTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = volets_record_table_set_property;
  object_class->dispose = volets_record_table_dispose;
  object_class->finalize = volets_record_table_finalize;
  widget_class->map = volets_record_table_map;
  widget_class->root = volets_record_table_root;
  widget_class->unroot = volets_record_table_unroot;

  install_properties (object_class);
  install_actions (widget_class);

  g_type_ensure (VOLETS_TYPE_NESTED_SCROLLER);
  g_type_ensure (VOLETS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "record-table");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/volets/Volets/ui/record-table.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsRecordTable, stack);
  gtk_widget_class_bind_template_child (widget_class, VoletsRecordTable, view);
  gtk_widget_class_bind_template_child (widget_class, VoletsRecordTable, selection);
  gtk_widget_class_bind_template_child (widget_class, VoletsRecordTable, empty_title);
  gtk_widget_class_bind_template_child (widget_class, VoletsRecordTable, empty_description);
  gtk_widget_class_bind_template_child (widget_class, VoletsRecordTable, empty_add);
  gtk_widget_class_bind_template_child (widget_class, VoletsRecordTable, scroller);
  gtk_widget_class_bind_template_child (widget_class, VoletsRecordTable, scrollbar);
  gtk_widget_class_bind_template_child (widget_class, VoletsRecordTable, total);
  gtk_widget_class_bind_template_child (widget_class, VoletsRecordTable, mistakes_label);
  gtk_widget_class_bind_template_child (widget_class, VoletsRecordTable, notice);
  gtk_widget_class_bind_template_child (widget_class, VoletsRecordTable, notice_title);
  gtk_widget_class_bind_template_child (widget_class, VoletsRecordTable, notice_text);
  gtk_widget_class_bind_template_child (widget_class, VoletsRecordTable, add_content);
  gtk_widget_class_bind_template_child (widget_class, VoletsRecordTable, add);
  gtk_widget_class_bind_template_child (widget_class, VoletsRecordTable, duplicate);
  gtk_widget_class_bind_template_child (widget_class, VoletsRecordTable, delete);
  gtk_widget_class_bind_template_callback (widget_class, update_widgets);
  gtk_widget_class_bind_template_callback (widget_class, volets_record_table_update_sight);
  gtk_widget_class_bind_template_callback (widget_class, volets_record_table_follow_scroll);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_notice_cb);
}

static void
volets_record_table_init (VoletsRecordTable *self)
{
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) volets_table_column_free);
  self->cells = g_ptr_array_new ();
  self->mistakes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->editor_signals = g_signal_group_new (VOLETS_TYPE_EDITOR);
  self->row_height = -1;
  g_signal_group_connect_swapped (self->editor_signals, "updated",
                                  G_CALLBACK (volets_record_table_show_mistakes), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  volets_text_size_bind (self->scroller, "max-content-height", MAX_HEIGHT);
  volets_record_table_add_numbers (self);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (volets_record_table_scale_columns), self,
                           G_CONNECT_SWAPPED);
  update_widgets (self);
}

/**
 * volets_record_table_set_editor:
 * @self: a table
 * @editor: the dossier
 *
 * Shows the rows that the dossier has in the section of the table, and keeps to them.
 */
void
volets_record_table_set_editor (VoletsRecordTable *self,
                                VoletsEditor      *editor)
{
  VoletsDossier *dossier;
  GListStore *rows;

  g_return_if_fail (VOLETS_IS_RECORD_TABLE (self));
  g_return_if_fail (VOLETS_IS_EDITOR (editor));

  if (editor == self->editor)
    return;

  /* No cell may be bound to a record of one dossier and to the editor of another. */
  gtk_multi_selection_set_model (self->selection, NULL);
  volets_record_table_scale_columns (self);
  g_set_object (&self->editor, editor);
  g_signal_group_set_target (self->editor_signals, editor);
  dossier = volets_editor_get_dossier (editor);
  /* Undo takes them back from any step. */
  g_signal_connect_object (volets_dossier_get_list (dossier, VOLETS_SECTION_SCHOOLS),
                           "items-changed", G_CALLBACK (volets_record_table_refresh_choices), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  rows = volets_dossier_get_list (dossier, self->section);
  gtk_multi_selection_set_model (self->selection, G_LIST_MODEL (rows));
  volets_record_table_show_mistakes (self);
  update_widgets (self);
}

/**
 * volets_record_table_set_total:
 * @self: a table
 * @total: (nullable): a line below the rows, translated
 */
void
volets_record_table_set_total (VoletsRecordTable *self,
                               const char        *total)
{
  g_return_if_fail (VOLETS_IS_RECORD_TABLE (self));

  gtk_label_set_text (self->total, total != NULL ? total : "");
  update_widgets (self);
}

/**
 * volets_record_table_get_section:
 * @self: a table
 *
 * Returns: the section whose rows it has
 */
VoletsSection
volets_record_table_get_section (VoletsRecordTable *self)
{
  g_return_val_if_fail (VOLETS_IS_RECORD_TABLE (self), VOLETS_SECTION_SCHOOLS);

  return self->section;
}

/**
 * volets_record_table_get_selection:
 * @self: a table
 *
 * Returns: (transfer none): which of its rows are selected, the same for as long as it lives
 */
GtkSelectionModel *
volets_record_table_get_selection (VoletsRecordTable *self)
{
  g_return_val_if_fail (VOLETS_IS_RECORD_TABLE (self), NULL);

  return GTK_SELECTION_MODEL (self->selection);
}
