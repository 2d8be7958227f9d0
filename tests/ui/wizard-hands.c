/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wizard-hands.h"

#include "engine/french.h"
#include "ui/field-editor.h"
#include "ui/field-row.h"
#include "ui/record-table.h"

/* What is asked for in one frame may be laid out in the next, and scrolled to in a third. */
#define N_FRAMES 4

typedef gboolean (*Wanted) (GtkWidget *widget, gconstpointer data);

void
volets_hands_set_up (VoletsHands   *self,
                     gconstpointer  application)
{
  volets_test_folder_set_up (&self->folder, NULL);
  g_set_weak_pointer (&self->window, volets_window_new (GTK_APPLICATION (application)));
  gtk_window_present (GTK_WINDOW (self->window));
}

void
volets_hands_tear_down (VoletsHands   *self,
                        gconstpointer  unused)
{
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (self->window);
  volets_test_folder_tear_down (&self->folder, NULL);
}

static gboolean
count_frame_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       n_frames)
{
  (*(guint *) n_frames)++;

  return G_SOURCE_CONTINUE;
}

/* Until what was done is computed, laid out and drawn. */
void
volets_hands_rest (VoletsHands *self)
{
  guint n_frames = 0;
  guint id = gtk_widget_add_tick_callback (GTK_WIDGET (self->window), count_frame_cb, &n_frames,
                                           NULL);

  VOLETS_TEST_WAIT (n_frames >= N_FRAMES);
  gtk_widget_remove_tick_callback (GTK_WIDGET (self->window), id);
}

/* --- What there is to see -------------------------------------------------------------------- */

static void
collect (GtkWidget     *widget,
         GType          type,
         Wanted         wanted,
         gconstpointer  data,
         GPtrArray     *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget)
      && (wanted == NULL || wanted (widget, data)))
    g_ptr_array_add (found, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, wanted, data, found);
}

/* The only one of its kind that can be seen. */
static GtkWidget *
find_only (GtkWidget     *widget,
           GType          type,
           Wanted         wanted,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (widget, type, wanted, data, found);
  g_assert_cmpuint (found->len, ==, 1);

  return g_ptr_array_index (found, 0);
}

GtkWidget *
volets_hands_find (VoletsHands *self,
                   GType        type)
{
  return find_only (GTK_WIDGET (self->window), type, NULL, NULL);
}

GPtrArray *
volets_hands_find_all (VoletsHands *self,
                       GType        type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (GTK_WIDGET (self->window), type, NULL, NULL, found);

  return found;
}

VoletsEditor *
volets_hands_get_editor (VoletsHands *self)
{
  VoletsEditor *editor = volets_window_get_editor (self->window);

  g_assert_nonnull (editor);
  return editor;
}

VoletsDossierView *
volets_hands_get_view (VoletsHands *self)
{
  return VOLETS_DOSSIER_VIEW (volets_hands_find (self, VOLETS_TYPE_DOSSIER_VIEW));
}

GtkWidget *
volets_hands_get_focus (VoletsHands *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));

  g_assert_nonnull (focus);
  return focus;
}

static VoletsFieldEditor *
get_focused_editor (VoletsHands *self)
{
  GtkWidget *editor = gtk_widget_get_ancestor (volets_hands_get_focus (self),
                                               VOLETS_TYPE_FIELD_EDITOR);

  g_assert_nonnull (editor);
  return VOLETS_FIELD_EDITOR (editor);
}

/* A row of a form tells which field it has only by what it is about. */
static gboolean
is_row_of (GtkWidget     *widget,
           gconstpointer  finding)
{
  return volets_field_row_is_about (VOLETS_FIELD_ROW (widget), finding);
}

static GtkWidget *
find_field (VoletsHands   *self,
            VoletsSection  section,
            guint          field)
{
  const VoletsFinding finding = {
    .section = section, .row = VOLETS_FINDING_NONE, .field = (int) field,
  };

  return find_only (GTK_WIDGET (self->window), VOLETS_TYPE_FIELD_ROW, is_row_of, &finding);
}

const char *
volets_hands_read_error (VoletsHands   *self,
                         VoletsSection  section,
                         guint          field)
{
  return volets_field_editor_get_error (VOLETS_FIELD_EDITOR (
    find_only (find_field (self, section, field), VOLETS_TYPE_FIELD_EDITOR, NULL, NULL)));
}

static gboolean
is_table_of (GtkWidget     *widget,
             gconstpointer  section)
{
  return volets_record_table_get_section (VOLETS_RECORD_TABLE (widget))
         == *(const VoletsSection *) section;
}

static GtkWidget *
find_table (VoletsHands   *self,
            VoletsSection  section)
{
  return find_only (GTK_WIDGET (self->window), VOLETS_TYPE_RECORD_TABLE, is_table_of, &section);
}

/* --- A dossier ------------------------------------------------------------------------------- */

void
volets_hands_begin (VoletsHands *self,
                    const char  *call_id)
{
  g_autoptr (GError) error = NULL;

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.new-dossier", "s", call_id);
  volets_hands_rest (self);
  /* The name that the chooser would ask for. */
  volets_editor_save (volets_hands_get_editor (self), self->folder.file, FALSE, &error);
  g_assert_no_error (error);
}

void
volets_hands_save (VoletsHands *self)
{
  VoletsEditor *editor = volets_hands_get_editor (self);

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.save", NULL);
  VOLETS_TEST_WAIT (!volets_editor_get_modified (editor));
}

/* --- Keys and clicks ------------------------------------------------------------------------- */

static gboolean
has_action (GtkWidget     *widget,
            gconstpointer  action)
{
  return g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0;
}

static void
click_in (VoletsHands *self,
          GtkWidget   *widget,
          const char  *action)
{
  GtkWidget *button = find_only (widget, GTK_TYPE_BUTTON, has_action, action);

  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  volets_hands_rest (self);
}

/* The button that does @action. */
void
volets_hands_click (VoletsHands *self,
                    const char  *action)
{
  click_in (self, GTK_WIDGET (self->window), action);
}

static gboolean
has_title (GtkWidget     *widget,
           gconstpointer  title)
{
  return g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

void
volets_hands_click_row (VoletsHands *self,
                        const char  *title)
{
  GtkWidget *row = find_only (GTK_WIDGET (self->window), ADW_TYPE_ACTION_ROW, has_title, title);

  g_assert_true (gtk_widget_is_sensitive (row));
  g_assert_true (gtk_widget_activate (row));
  volets_hands_rest (self);
}

static void
select_all (GtkWidget *focus)
{
  if (GTK_IS_TEXT_VIEW (focus))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));
      GtkTextIter start, end;

      gtk_text_buffer_get_bounds (buffer, &start, &end);
      gtk_text_buffer_select_range (buffer, &start, &end);
      return;
    }

  g_assert_true (GTK_IS_TEXT (focus));
  gtk_editable_select_region (GTK_EDITABLE (focus), 0, -1);
}

/* Over what is there, where the focus is: each character goes in by itself, where the cursor is,
 * as it comes from the input method.
 */
void
volets_hands_type (VoletsHands *self,
                   const char  *text)
{
  GtkWidget *focus = volets_hands_get_focus (self);

  select_all (focus);
  g_signal_emit_by_name (focus, "delete-from-cursor", GTK_DELETE_CHARS, 1);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *key = g_strndup (p, (gsize) (g_utf8_next_char (p) - p));

      g_signal_emit_by_name (focus, "insert-at-cursor", key);
    }
}

static void
count_cb (GObject *object,
          guint   *count)
{
  (*count)++;
}

/* As Ctrl+V does, over what is there. */
void
volets_hands_paste (VoletsHands *self,
                    const char  *text)
{
  GtkWidget *focus = volets_hands_get_focus (self);
  GObject *typed = GTK_IS_TEXT_VIEW (focus)
                     ? G_OBJECT (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)))
                     : G_OBJECT (focus);
  guint n_changes = 0;
  gulong handler = g_signal_connect (typed, "changed", G_CALLBACK (count_cb), &n_changes);

  select_all (focus);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (focus), text);
  g_signal_emit_by_name (focus, "paste-clipboard");
  VOLETS_TEST_WAIT (n_changes > 0);
  g_signal_handler_disconnect (typed, handler);
  volets_hands_rest (self);
}

static GtkDialog *
find_file_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (GTK_IS_DIALOG (window) && GTK_IS_FILE_CHOOSER (window) && gtk_widget_get_mapped (window))
        return GTK_DIALOG (window);
    }

  return NULL;
}

static gboolean
has_chosen (GtkDialog *dialog,
            GFile     *file)
{
  g_autoptr (GFile) chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  return chosen != NULL && g_file_equal (chosen, file);
}

static gboolean
has_proposed (GtkDialog *dialog)
{
  g_autoptr (GFile) proposed = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  return proposed != NULL;
}

static void
enter_file (GtkFileChooser *chooser,
            GFile          *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);

  if (gtk_file_chooser_get_action (chooser) != GTK_FILE_CHOOSER_ACTION_SAVE)
    {
      gtk_file_chooser_set_file (chooser, file, NULL);
      return;
    }

  gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  gtk_file_chooser_set_current_name (chooser, name);
}

/* What the program proposes may come in only once its folder is read: the person waits for it. */
void
volets_hands_choose_file (VoletsHands *self,
                          GFile       *file)
{
  GtkDialog *dialog;
  gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  VOLETS_TEST_WAIT (find_file_dialog () != NULL);
  dialog = find_file_dialog ();
  if (gtk_file_chooser_get_action (GTK_FILE_CHOOSER (dialog)) == GTK_FILE_CHOOSER_ACTION_SAVE)
    VOLETS_TEST_WAIT (has_proposed (dialog));
  do
    {
      volets_hands_rest (self);
      enter_file (GTK_FILE_CHOOSER (dialog), file);
      volets_hands_rest (self);
    }
  while (!has_chosen (dialog, file) && g_get_monotonic_time () < end);
  g_assert_true (has_chosen (dialog, file));

  gtk_dialog_response (dialog, GTK_RESPONSE_ACCEPT);
  volets_hands_rest (self);
}

static void
choose (VoletsHands *self,
        const char  *label)
{
  GtkWidget *input = volets_field_editor_get_input (get_focused_editor (self));
  g_autofree char *wanted = volets_french_fold (label);
  GListModel *choices;

  g_assert_true (GTK_IS_DROP_DOWN (input));
  choices = gtk_drop_down_get_model (GTK_DROP_DOWN (input));
  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autofree char *shown =
        volets_french_fold (gtk_string_list_get_string (GTK_STRING_LIST (choices), i));

      if (g_str_equal (shown, wanted))
        {
          gtk_drop_down_set_selected (GTK_DROP_DOWN (input), i);
          return;
        }
    }

  g_error ("“%s” is not to be chosen", label);
}

/* --- Fields ---------------------------------------------------------------------------------- */

void
volets_hands_go_to (VoletsHands   *self,
                    VoletsSection  section,
                    guint          field)
{
  GtkWidget *row = find_field (self, section, field);

  g_assert_true (gtk_widget_grab_focus (row));
  g_assert_true (gtk_widget_is_ancestor (volets_hands_get_focus (self), row));
}

void
volets_hands_fill (VoletsHands   *self,
                   VoletsSection  section,
                   guint          field,
                   const char    *text)
{
  volets_hands_go_to (self, section, field);
  volets_hands_type (self, text);
}

void
volets_hands_choose (VoletsHands   *self,
                     VoletsSection  section,
                     guint          field,
                     const char    *label)
{
  volets_hands_go_to (self, section, field);
  choose (self, label);
}

void
volets_hands_tick (VoletsHands   *self,
                   VoletsSection  section,
                   guint          field)
{
  volets_hands_go_to (self, section, field);
  g_assert_true (gtk_widget_activate (volets_field_editor_get_input (get_focused_editor (self))));
}

/* --- Cells ----------------------------------------------------------------------------------- */

void
volets_hands_add_row (VoletsHands   *self,
                      VoletsSection  section)
{
  click_in (self, find_table (self, section), "table.add");
}

void
volets_hands_go_to_cell (VoletsHands   *self,
                         VoletsSection  section,
                         guint          row,
                         guint          field)
{
  GtkWidget *table = find_table (self, section);

  g_assert_true (volets_record_table_focus (VOLETS_RECORD_TABLE (table), (int) row, (int) field));
  volets_hands_rest (self);
  g_assert_true (gtk_widget_is_ancestor (volets_hands_get_focus (self), table));
}

void
volets_hands_fill_cell (VoletsHands   *self,
                        VoletsSection  section,
                        guint          row,
                        guint          field,
                        const char    *text)
{
  volets_hands_go_to_cell (self, section, row, field);
  volets_hands_type (self, text);
}

void
volets_hands_choose_cell (VoletsHands   *self,
                          VoletsSection  section,
                          guint          row,
                          guint          field,
                          const char    *label)
{
  volets_hands_go_to_cell (self, section, row, field);
  choose (self, label);
}
