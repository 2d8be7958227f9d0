/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/field-editor.h"

#include "engine/field-text.h"
#include "engine/formats.h"
#include "engine/french.h"
#include "ui/choice-list.h"
#include "ui/spoken-choice.h"

struct _VoletsFieldEditor {
  GtkWidget      parent_instance;

  VoletsEditor  *editor;
  VoletsRecord  *record;
  VoletsSection  section;
  guint          field;
  gulong         notify_id;
  gboolean       multiline;
  gboolean       label_shown;
  gboolean       is_unread;       /* whether what is typed is not in the record */
  GValue         finished;        /* what the record had when the entry was last finished */
  gboolean       is_writing;      /* a change from here must not come back as one from outside */
  char          *label;
  char          *error;
  char          *remark;          /* what others say of the value, or of the field */
  gboolean       is_mistake;      /* whether the remark is about one */

  GtkWidget     *input;           /* an entry, a text, a check box or a list */
  GtkWidget     *child;           /* the input, or the scroller around it */
  VoletsChoiceList *choices;      /* of a list of choices */
};

G_DEFINE_FINAL_TYPE (VoletsFieldEditor, volets_field_editor, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_ERROR,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static const VoletsField *
get_field (VoletsFieldEditor *self)
{
  return &volets_record_get_fields (self->record, NULL)[self->field];
}

/* What the focus is on. */
static GtkAccessible *
get_spoken (VoletsFieldEditor *self)
{
  return GTK_ACCESSIBLE (GTK_IS_DROP_DOWN (self->input)
                           ? volets_spoken_choice_get_button (GTK_DROP_DOWN (self->input))
                           : self->input);
}

/* What is typed wrong comes before what is said of the value that counts. */
static void
update_description (VoletsFieldEditor *self)
{
  g_autofree char *text = NULL;

  if (self->input == NULL)
    return;

  text = self->error != NULL && self->remark != NULL && !self->is_mistake
           ? g_strconcat (self->error, " ", self->remark, NULL)
           : g_strdup (self->error != NULL ? self->error : self->remark);
  gtk_accessible_update_property (get_spoken (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
  gtk_accessible_update_state (get_spoken (self), GTK_ACCESSIBLE_STATE_INVALID,
                               self->error != NULL || self->is_mistake
                                 ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
set_error (VoletsFieldEditor *self,
           const char        *error)
{
  g_autofree char *typeset = error != NULL ? volets_french_typeset (error) : NULL;

  if (g_strcmp0 (self->error, typeset) == 0)
    return;

  g_free (self->error);
  self->error = g_steal_pointer (&typeset);
  if (self->input != NULL)
    {
      if (self->error != NULL)
        gtk_widget_add_css_class (self->input, "error");
      else
        gtk_widget_remove_css_class (self->input, "error");
      gtk_widget_set_tooltip_text (self->input, self->error);
      update_description (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
read_typed (VoletsFieldEditor *self,
            const char        *typed)
{
  const VoletsFormat *format = volets_formats_find (self->section, self->field);
  g_autoptr (GError) error = NULL;

  if (self->record == NULL)
    return;

  self->is_writing = TRUE;
  self->is_unread = !volets_field_text_read (self->record, self->field, typed, &error);
  if (self->is_unread)
    g_object_set_property (G_OBJECT (self->record), get_field (self)->name, &self->finished);
  else if (*typed != '\0' && format != NULL)
    format->check (typed, &error);
  self->is_writing = FALSE;
  if (!self->is_unread)
    volets_editor_set_unread_text (self->editor, self->section, self->record, self->field, NULL,
                                   NULL);
  set_error (self, error != NULL ? error->message : NULL);
}

static void
entry_changed_cb (VoletsFieldEditor *self)
{
  read_typed (self, gtk_editable_get_text (GTK_EDITABLE (self->input)));
}

static void
text_changed_cb (VoletsFieldEditor *self,
                 GtkTextBuffer     *buffer)
{
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  read_typed (self, text);
}

static void
check_toggled_cb (VoletsFieldEditor *self)
{
  if (self->record == NULL)
    return;

  self->is_writing = TRUE;
  volets_record_set_number (self->record, self->field,
                            gtk_check_button_get_active (GTK_CHECK_BUTTON (self->input)));
  self->is_writing = FALSE;
}

static void
choice_selected_cb (VoletsFieldEditor *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->input));

  if (self->record == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  self->is_writing = TRUE;
  volets_field_choices_select (volets_choice_list_get_choices (self->choices), self->record,
                               selected);
  self->is_writing = FALSE;
}

/* The dossier may offer other choices than when the list was made. */
static void
refresh_choices (VoletsFieldEditor *self)
{
  VoletsChoiceList *choices = volets_editor_get_choices (self->editor, self->section, self->field);

  if (!g_set_object (&self->choices, choices))
    return;

  g_signal_handlers_block_by_func (self->input, choice_selected_cb, self);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->input), volets_choice_list_get_labels (choices));
  g_signal_handlers_unblock_by_func (self->input, choice_selected_cb, self);
}

/* While it is typed, the beginning of what cannot be read, « 1 » of « 1O5 », was for a moment the
 * answer; what counts is the one of before.
 */
static void
note_finished (VoletsFieldEditor *self)
{
  if (G_IS_VALUE (&self->finished))
    g_value_unset (&self->finished);
  g_value_init (&self->finished,
                g_object_class_find_property (G_OBJECT_GET_CLASS (self->record),
                                              get_field (self)->name)->value_type);
  g_object_get_property (G_OBJECT (self->record), get_field (self)->name, &self->finished);
}

/* Shows what the record holds, in the form of a finished entry. */
static void
show_value (VoletsFieldEditor *self)
{
  g_autofree char *text = volets_field_text_write (self->record, self->field);

  note_finished (self);

  if (GTK_IS_ENTRY (self->input))
    {
      g_signal_handlers_block_by_func (self->input, entry_changed_cb, self);
      if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->input)), text) != 0)
        {
          /* What was not typed here is not to be untyped: undo would empty the record. */
          gtk_editable_set_enable_undo (GTK_EDITABLE (self->input), FALSE);
          gtk_editable_set_text (GTK_EDITABLE (self->input), text);
          gtk_editable_set_enable_undo (GTK_EDITABLE (self->input), TRUE);
        }
      g_signal_handlers_unblock_by_func (self->input, entry_changed_cb, self);
    }
  else if (GTK_IS_TEXT_VIEW (self->input))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input));

      g_signal_handlers_block_by_func (buffer, text_changed_cb, self);
      gtk_text_buffer_begin_irreversible_action (buffer);
      gtk_text_buffer_set_text (buffer, text, -1);
      gtk_text_buffer_end_irreversible_action (buffer);
      g_signal_handlers_unblock_by_func (buffer, text_changed_cb, self);
    }
  else if (GTK_IS_CHECK_BUTTON (self->input))
    {
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->input),
                                   volets_record_get_number (self->record, self->field) != 0);
    }
  else
    {
      refresh_choices (self);
      g_signal_handlers_block_by_func (self->input, choice_selected_cb, self);
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->input),
                                  volets_field_choices_get_selected (
                                    volets_choice_list_get_choices (self->choices), self->record));
      g_signal_handlers_unblock_by_func (self->input, choice_selected_cb, self);
    }
}

static void
record_notify_cb (VoletsFieldEditor *self)
{
  if (self->is_writing)
    return;

  self->is_unread = FALSE;
  set_error (self, NULL);
  show_value (self);
}

/* Not while it is typed: half of a number often means nothing. */
static void
keep_unread (VoletsFieldEditor *self)
{
  if (self->is_unread)
    volets_editor_set_unread_text (self->editor, self->section, self->record, self->field,
                                   gtk_editable_get_text (GTK_EDITABLE (self->input)),
                                   self->error);
}

static void
focus_left_cb (VoletsFieldEditor *self)
{
  if (self->record == NULL || !GTK_IS_ENTRY (self->input))
    return;

  keep_unread (self);
  if (self->error == NULL)
    show_value (self);
}

/* What was typed in this field when it was last on the screen. */
static void
show_unread (VoletsFieldEditor *self)
{
  g_autofree char *typed = g_strdup (volets_editor_get_unread_text (self->editor, self->record,
                                                                    self->field));

  if (typed != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->input), typed);
}

static GtkWidget *
create_entry (VoletsFieldEditor *self)
{
  VoletsFieldKind kind = get_field (self)->kind;
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_entry_set_max_length (GTK_ENTRY (entry), G_MAXUINT16);
  if (kind == VOLETS_FIELD_MONEY || kind == VOLETS_FIELD_RATE || kind == VOLETS_FIELD_COUNT)
    {
      gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
      gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
      gtk_widget_add_css_class (entry, "numeric");
    }
  if (kind == VOLETS_FIELD_DATE)
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), "jj/mm/aaaa");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 4);
  g_signal_connect_object (entry, "changed", G_CALLBACK (entry_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);

  return entry;
}

static GtkWidget *
create_text (VoletsFieldEditor *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->input = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->input), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->input), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->input), 8);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->input), 8);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->input), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->input), 8);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input)), "changed",
                           G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 96);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->input);
  gtk_widget_add_css_class (scroller, "field-text");

  return scroller;
}

static GtkWidget *
create_choice (VoletsFieldEditor *self)
{
  GtkExpression *text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *list = gtk_drop_down_new (NULL, text);

  volets_spoken_choice_set_up (GTK_DROP_DOWN (list));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (list),
                                   volets_field_choices_vary (self->section, self->field));
  g_signal_connect_object (list, "notify::selected", G_CALLBACK (choice_selected_cb), self,
                           G_CONNECT_SWAPPED);

  return list;
}

static void
create_input (VoletsFieldEditor *self)
{
  if (volets_field_choices_are_offered (self->section, self->field))
    {
      self->child = self->input = create_choice (self);
      gtk_widget_set_parent (self->child, GTK_WIDGET (self));
      return;
    }

  switch (get_field (self)->kind)
    {
    case VOLETS_FIELD_BOOLEAN:
      self->child = self->input = gtk_check_button_new ();
      g_signal_connect_object (self->input, "toggled", G_CALLBACK (check_toggled_cb), self,
                               G_CONNECT_SWAPPED);
      break;
    case VOLETS_FIELD_CHOICE:
    case VOLETS_FIELD_TEXT:
    case VOLETS_FIELD_ID:
    case VOLETS_FIELD_DATE:
    case VOLETS_FIELD_MONEY:
    case VOLETS_FIELD_COUNT:
    case VOLETS_FIELD_SIZE:
    case VOLETS_FIELD_RATE:
    default:
      if (self->multiline)
        self->child = create_text (self);
      else
        self->child = self->input = create_entry (self);
    }

  gtk_widget_set_parent (self->child, GTK_WIDGET (self));
}

static void
update_label (VoletsFieldEditor *self)
{
  if (self->input == NULL || self->label == NULL)
    return;

  if (GTK_IS_CHECK_BUTTON (self->input) && self->label_shown)
    gtk_check_button_set_label (GTK_CHECK_BUTTON (self->input), self->label);
  else if (!self->label_shown)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    self->label, -1);
  if (GTK_IS_DROP_DOWN (self->input))
    volets_spoken_choice_set_label (GTK_DROP_DOWN (self->input), self->label);
}

static void
volets_field_editor_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  VoletsFieldEditor *self = VOLETS_FIELD_EDITOR (object);

  switch (prop_id)
    {
    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* GTK would come back here going backward, and never get out. */
static gboolean
volets_field_editor_focus (GtkWidget        *widget,
                           GtkDirectionType  direction)
{
  VoletsFieldEditor *self = VOLETS_FIELD_EDITOR (widget);

  return self->child != NULL && gtk_widget_child_focus (self->child, direction);
}

static gboolean
volets_field_editor_grab_focus (GtkWidget *widget)
{
  VoletsFieldEditor *self = VOLETS_FIELD_EDITOR (widget);

  return self->input != NULL && gtk_widget_grab_focus (self->input);
}

static void
volets_field_editor_dispose (GObject *object)
{
  VoletsFieldEditor *self = VOLETS_FIELD_EDITOR (object);

  volets_field_editor_unbind (self);
  self->input = NULL;
  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (volets_field_editor_parent_class)->dispose (object);
}

static void
volets_field_editor_finalize (GObject *object)
{
  VoletsFieldEditor *self = VOLETS_FIELD_EDITOR (object);

  if (G_IS_VALUE (&self->finished))
    g_value_unset (&self->finished);
  g_free (self->label);
  g_free (self->error);
  g_free (self->remark);
  g_clear_object (&self->choices);

  G_OBJECT_CLASS (volets_field_editor_parent_class)->finalize (object);
}

static void
volets_field_editor_class_init (VoletsFieldEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = volets_field_editor_dispose;
  object_class->finalize = volets_field_editor_finalize;
  object_class->get_property = volets_field_editor_get_property;
  widget_class->focus = volets_field_editor_focus;
  widget_class->grab_focus = volets_field_editor_grab_focus;

  properties[PROP_ERROR] =
    g_param_spec_string ("error", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
volets_field_editor_init (VoletsFieldEditor *self)
{
}

/**
 * volets_field_editor_new:
 *
 * Returns: (transfer floating): an editor of no field yet
 */
GtkWidget *
volets_field_editor_new (void)
{
  return g_object_new (VOLETS_TYPE_FIELD_EDITOR, NULL);
}

/**
 * volets_field_editor_set_multiline:
 * @self: an editor that was never bound
 * @multiline: whether a text has several lines
 */
void
volets_field_editor_set_multiline (VoletsFieldEditor *self,
                                   gboolean           multiline)
{
  g_return_if_fail (VOLETS_IS_FIELD_EDITOR (self));
  g_return_if_fail (self->input == NULL);

  self->multiline = multiline;
}

/**
 * volets_field_editor_set_label:
 * @self: an editor
 * @label: what a screen reader calls it
 */
void
volets_field_editor_set_label (VoletsFieldEditor *self,
                               const char        *label)
{
  g_return_if_fail (VOLETS_IS_FIELD_EDITOR (self));

  g_free (self->label);
  self->label = g_strdup (label);
  update_label (self);
}

/**
 * volets_field_editor_set_label_shown:
 * @self: an editor
 * @shown: whether its label is on the screen: beside a check box, which then has it itself; with
 *   anything else it is a mnemonic label, and names it
 */
void
volets_field_editor_set_label_shown (VoletsFieldEditor *self,
                                     gboolean           shown)
{
  g_return_if_fail (VOLETS_IS_FIELD_EDITOR (self));

  self->label_shown = shown;
  update_label (self);
}

/**
 * volets_field_editor_bind:
 * @self: an editor
 * @editor: the dossier
 * @section: the section of @record
 * @record: the record to edit
 * @field: the field to edit; an editor that was bound before keeps to fields of one kind
 */
void
volets_field_editor_bind (VoletsFieldEditor *self,
                          VoletsEditor      *editor,
                          VoletsSection      section,
                          VoletsRecord      *record,
                          guint              field)
{
  g_autofree char *detailed = NULL;

  g_return_if_fail (VOLETS_IS_FIELD_EDITOR (self));

  volets_field_editor_unbind (self);
  self->editor = g_object_ref (editor);
  self->section = section;
  self->record = g_object_ref (record);
  self->field = field;
  if (self->input == NULL)
    create_input (self);
  update_label (self);
  show_value (self);
  show_unread (self);

  detailed = g_strconcat ("notify::", get_field (self)->name, NULL);
  self->notify_id = g_signal_connect_swapped (record, detailed, G_CALLBACK (record_notify_cb),
                                              self);
}

/**
 * volets_field_editor_refresh:
 * @self: an editor that is bound
 *
 * Offers what can be chosen now: what a list of choices shows does not change by itself.
 */
void
volets_field_editor_refresh (VoletsFieldEditor *self)
{
  g_return_if_fail (VOLETS_IS_FIELD_EDITOR (self));
  g_return_if_fail (self->record != NULL);

  if (GTK_IS_DROP_DOWN (self->input))
    show_value (self);
}

/**
 * volets_field_editor_unbind:
 * @self: an editor
 *
 * Lets go of the record.
 */
void
volets_field_editor_unbind (VoletsFieldEditor *self)
{
  g_return_if_fail (VOLETS_IS_FIELD_EDITOR (self));

  if (self->record == NULL)
    return;

  keep_unread (self);
  self->is_unread = FALSE;
  g_clear_signal_handler (&self->notify_id, self->record);
  g_clear_object (&self->record);
  g_clear_object (&self->editor);
  set_error (self, NULL);
  volets_field_editor_set_remark (self, NULL, FALSE);
}

/**
 * volets_field_editor_set_remark:
 * @self: an editor
 * @remark: (nullable): what is said of the value, or of what it should be
 * @is_mistake: whether it says what is wrong with it
 *
 * Has a screen reader say what the eye sees beside the field.
 */
void
volets_field_editor_set_remark (VoletsFieldEditor *self,
                                const char        *remark,
                                gboolean           is_mistake)
{
  g_return_if_fail (VOLETS_IS_FIELD_EDITOR (self));

  if (g_strcmp0 (self->remark, remark) == 0 && self->is_mistake == is_mistake)
    return;

  g_free (self->remark);
  self->remark = g_strdup (remark);
  self->is_mistake = is_mistake;
  update_description (self);
}

/**
 * volets_field_editor_get_error:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): what is wrong with what is typed
 */
const char *
volets_field_editor_get_error (VoletsFieldEditor *self)
{
  g_return_val_if_fail (VOLETS_IS_FIELD_EDITOR (self), NULL);

  return self->error;
}

/**
 * volets_field_editor_get_input:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): the widget that takes the focus; %NULL before it is bound
 */
GtkWidget *
volets_field_editor_get_input (VoletsFieldEditor *self)
{
  g_return_val_if_fail (VOLETS_IS_FIELD_EDITOR (self), NULL);

  return self->input;
}
