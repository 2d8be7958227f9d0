/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/cell-face.h"

/* What an entry and a list of choices ask for in a cell too. */
#define MIN_CHARS 4

struct _VoletsCellFace {
  GtkWidget          parent_instance;

  GtkInscription    *drawing;
  VoletsFieldEditor *editor;
  gboolean           is_editor_shown;
};

G_DEFINE_FINAL_TYPE (VoletsCellFace, volets_cell_face, GTK_TYPE_WIDGET)

static void
set_css_class (GtkWidget  *widget,
               const char *css_class,
               gboolean    is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
volets_cell_face_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  VoletsCellFace *self = VOLETS_CELL_FACE (widget);
  int editor_minimum = 0;

  gtk_widget_measure (GTK_WIDGET (self->drawing), orientation, -1, minimum, NULL, NULL, NULL);
  if (self->editor != NULL)
    gtk_widget_measure (GTK_WIDGET (self->editor), orientation, -1, &editor_minimum, NULL, NULL,
                        NULL);
  *minimum = MAX (*minimum, editor_minimum);
  *natural = *minimum;
}

static void
volets_cell_face_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  VoletsCellFace *self = VOLETS_CELL_FACE (widget);

  gtk_widget_allocate (GTK_WIDGET (self->drawing), width, height, -1, NULL);
  if (self->is_editor_shown)
    gtk_widget_allocate (GTK_WIDGET (self->editor), width, height, -1, NULL);
}

static const char *
get_shown_text (VoletsCellFace *self)
{
  GtkWidget *input;
  GObject *selected;

  if (!self->is_editor_shown)
    return gtk_inscription_get_text (self->drawing);

  input = volets_field_editor_get_input (self->editor);
  if (GTK_IS_EDITABLE (input))
    return gtk_editable_get_text (GTK_EDITABLE (input));
  selected = GTK_IS_DROP_DOWN (input) ? gtk_drop_down_get_selected_item (GTK_DROP_DOWN (input))
                                      : NULL;

  return selected != NULL ? gtk_string_object_get_string (GTK_STRING_OBJECT (selected)) : NULL;
}

/* What the cell cuts, in full. */
static gboolean
volets_cell_face_query_tooltip (GtkWidget  *widget,
                                int         x,
                                int         y,
                                gboolean    by_keyboard,
                                GtkTooltip *tooltip)
{
  VoletsCellFace *self = VOLETS_CELL_FACE (widget);
  const char *text = get_shown_text (self);
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  if (text == NULL)
    return FALSE;

  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->drawing), text);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width <= gtk_widget_get_width (GTK_WIDGET (self->drawing)))
    return FALSE;

  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
volets_cell_face_dispose (GObject *object)
{
  VoletsCellFace *self = VOLETS_CELL_FACE (object);

  g_clear_pointer ((GtkWidget **) &self->drawing, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &self->editor, gtk_widget_unparent);

  G_OBJECT_CLASS (volets_cell_face_parent_class)->dispose (object);
}

static void
volets_cell_face_class_init (VoletsCellFaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = volets_cell_face_dispose;
  widget_class->measure = volets_cell_face_measure;
  widget_class->query_tooltip = volets_cell_face_query_tooltip;
  widget_class->size_allocate = volets_cell_face_size_allocate;
}

static void
volets_cell_face_init (VoletsCellFace *self)
{
  g_autoptr (PangoAttrList) one_line = pango_attr_list_new ();

  pango_attr_list_insert (one_line, pango_attr_allow_breaks_new (FALSE));
  /* For the eye alone: where a screen reader looks, there are editors. */
  self->drawing = g_object_new (GTK_TYPE_INSCRIPTION,
                                "css-name", "face",
                                "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                "min-chars", MIN_CHARS,
                                "attributes", one_line,
                                NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->drawing), GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * volets_cell_face_new:
 * @is_choice: whether it looks like a list of choices, not like an entry
 * @is_number: whether its text is to the end
 *
 * Returns: (transfer floating): a cell without an editor
 */
GtkWidget *
volets_cell_face_new (gboolean is_choice,
                      gboolean is_number)
{
  VoletsCellFace *self = g_object_new (VOLETS_TYPE_CELL_FACE, NULL);
  GtkWidget *drawing = GTK_WIDGET (self->drawing);

  set_css_class (drawing, "choice", is_choice);
  set_css_class (drawing, "numeric", is_number);
  gtk_inscription_set_xalign (self->drawing, is_number ? 1 : 0);

  return GTK_WIDGET (self);
}

/**
 * volets_cell_face_set_text:
 * @self: a cell
 * @text: what it shows
 * @placeholder: (nullable): what it shows, paler, where @text is empty
 */
void
volets_cell_face_set_text (VoletsCellFace *self,
                           const char     *text,
                           const char     *placeholder)
{
  gboolean is_empty = *text == '\0' && placeholder != NULL;

  g_return_if_fail (VOLETS_IS_CELL_FACE (self));

  set_css_class (GTK_WIDGET (self->drawing), "placeholder", is_empty);
  gtk_inscription_set_text (self->drawing, is_empty ? placeholder : text);
}

/**
 * volets_cell_face_set_mistake:
 * @self: a cell
 * @is_mistake: whether what it shows is wrong
 */
void
volets_cell_face_set_mistake (VoletsCellFace *self,
                              gboolean        is_mistake)
{
  g_return_if_fail (VOLETS_IS_CELL_FACE (self));

  set_css_class (GTK_WIDGET (self->drawing), "error", is_mistake);
}

/**
 * volets_cell_face_get_editor:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): the editor it has, shown or not
 */
VoletsFieldEditor *
volets_cell_face_get_editor (VoletsCellFace *self)
{
  g_return_val_if_fail (VOLETS_IS_CELL_FACE (self), NULL);

  return self->editor;
}

/**
 * volets_cell_face_give_editor:
 * @self: a cell without an editor
 * @editor: (transfer none): an editor that has no parent
 *
 * Gives @self an editor, which is hidden.
 */
void
volets_cell_face_give_editor (VoletsCellFace    *self,
                              VoletsFieldEditor *editor)
{
  g_return_if_fail (VOLETS_IS_CELL_FACE (self));
  g_return_if_fail (self->editor == NULL);

  self->editor = editor;
  gtk_widget_set_child_visible (GTK_WIDGET (editor), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (editor), GTK_WIDGET (self));
}

/**
 * volets_cell_face_take_editor:
 * @self: a cell
 *
 * Returns: (transfer full) (nullable): its editor, which it has no more
 */
VoletsFieldEditor *
volets_cell_face_take_editor (VoletsCellFace *self)
{
  g_autoptr (VoletsFieldEditor) editor = NULL;

  g_return_val_if_fail (VOLETS_IS_CELL_FACE (self), NULL);

  if (self->editor == NULL)
    return NULL;

  volets_cell_face_show_editor (self, FALSE);
  editor = g_object_ref (self->editor);
  g_clear_pointer ((GtkWidget **) &self->editor, gtk_widget_unparent);

  return g_steal_pointer (&editor);
}

/**
 * volets_cell_face_show_editor:
 * @self: a cell
 * @shown: whether its editor is seen, not what is drawn
 */
void
volets_cell_face_show_editor (VoletsCellFace *self,
                              gboolean        shown)
{
  g_return_if_fail (VOLETS_IS_CELL_FACE (self));
  g_return_if_fail (!shown || self->editor != NULL);

  if (shown == self->is_editor_shown)
    return;

  self->is_editor_shown = shown;
  gtk_widget_set_child_visible (GTK_WIDGET (self->editor), shown);
  gtk_widget_set_child_visible (GTK_WIDGET (self->drawing), !shown);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
