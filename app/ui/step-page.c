/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/step-page.h"

#include "ui/field-row.h"
#include "ui/record-table.h"
#include "ui/rule-button.h"

typedef struct {
  VoletsEditor *editor;
  GPtrArray    *rows;      /* of VoletsFieldRow, in the template */
  GPtrArray    *tables;    /* of VoletsRecordTable, in the template */
  GPtrArray    *rules;     /* of VoletsRuleButton, in the template */
} VoletsStepPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (VoletsStepPage, volets_step_page, ADW_TYPE_BIN)

static void
collect_bound (VoletsStepPagePrivate *priv,
               GtkWidget             *widget)
{
  if (VOLETS_IS_FIELD_ROW (widget))
    {
      g_ptr_array_add (priv->rows, widget);
      return;
    }
  if (VOLETS_IS_RECORD_TABLE (widget))
    {
      g_ptr_array_add (priv->tables, widget);
      return;
    }
  if (VOLETS_IS_RULE_BUTTON (widget))
    {
      g_ptr_array_add (priv->rules, widget);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_bound (priv, child);
}

static void
volets_step_page_real_set_editor (VoletsStepPage *self,
                                  VoletsEditor   *editor)
{
  VoletsStepPagePrivate *priv = volets_step_page_get_instance_private (self);

  g_set_object (&priv->editor, editor);
  g_ptr_array_set_size (priv->rows, 0);
  g_ptr_array_set_size (priv->tables, 0);
  g_ptr_array_set_size (priv->rules, 0);
  collect_bound (priv, GTK_WIDGET (self));
  for (guint i = 0; i < priv->rows->len; i++)
    volets_field_row_set_editor (g_ptr_array_index (priv->rows, i), editor);
  for (guint i = 0; i < priv->tables->len; i++)
    volets_record_table_set_editor (g_ptr_array_index (priv->tables, i), editor);
  for (guint i = 0; i < priv->rules->len; i++)
    volets_rule_button_set_call (g_ptr_array_index (priv->rules, i),
                                 volets_editor_get_call (editor));
}

static const VoletsFinding *
find_finding (VoletsFieldRow *row,
              GPtrArray      *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const VoletsFinding *finding = g_ptr_array_index (findings, i);

      /* An answer that is not given yet is no mistake: the state of the step tells of it. */
      if (volets_field_row_is_about (row, finding)
          && finding->severity != VOLETS_SEVERITY_INFORMATION
          && !g_str_equal (finding->code, "champ-manquant")
          && !g_str_equal (finding->code, "case-a-cocher"))
        return finding;
    }

  return NULL;
}

static void
volets_step_page_real_update (VoletsStepPage *self)
{
  VoletsStepPagePrivate *priv = volets_step_page_get_instance_private (self);
  GPtrArray *findings = volets_editor_get_findings (priv->editor);

  for (guint i = 0; i < priv->rows->len; i++)
    {
      VoletsFieldRow *row = g_ptr_array_index (priv->rows, i);

      volets_field_row_set_finding (row, find_finding (row, findings));
    }
}

static gboolean
volets_step_page_real_focus_finding (VoletsStepPage      *self,
                                     const VoletsFinding *finding)
{
  VoletsStepPagePrivate *priv = volets_step_page_get_instance_private (self);

  for (guint i = 0; i < priv->rows->len; i++)
    {
      if (volets_field_row_is_about (g_ptr_array_index (priv->rows, i), finding))
        return gtk_widget_grab_focus (g_ptr_array_index (priv->rows, i));
    }
  for (guint i = 0; i < priv->tables->len; i++)
    {
      VoletsRecordTable *table = g_ptr_array_index (priv->tables, i);

      if (volets_record_table_get_section (table) == finding->section)
        return volets_record_table_focus (table, finding->row, finding->field);
    }

  return gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
volets_step_page_dispose (GObject *object)
{
  VoletsStepPagePrivate *priv = volets_step_page_get_instance_private (VOLETS_STEP_PAGE (object));

  g_clear_pointer (&priv->rows, g_ptr_array_unref);
  g_clear_pointer (&priv->tables, g_ptr_array_unref);
  g_clear_pointer (&priv->rules, g_ptr_array_unref);
  g_clear_object (&priv->editor);

  G_OBJECT_CLASS (volets_step_page_parent_class)->dispose (object);
}

static void
volets_step_page_class_init (VoletsStepPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = volets_step_page_dispose;
  klass->set_editor = volets_step_page_real_set_editor;
  klass->update = volets_step_page_real_update;
  klass->focus_finding = volets_step_page_real_focus_finding;

  g_type_ensure (VOLETS_TYPE_FIELD_ROW);
  g_type_ensure (VOLETS_TYPE_RECORD_TABLE);
  g_type_ensure (VOLETS_TYPE_RULE_BUTTON);
}

static void
volets_step_page_init (VoletsStepPage *self)
{
  VoletsStepPagePrivate *priv = volets_step_page_get_instance_private (self);

  priv->rows = g_ptr_array_new ();
  priv->tables = g_ptr_array_new ();
  priv->rules = g_ptr_array_new ();
}

/**
 * volets_step_page_get_editor:
 * @self: a step
 *
 * Returns: (transfer none) (nullable): the dossier it is bound to
 */
VoletsEditor *
volets_step_page_get_editor (VoletsStepPage *self)
{
  VoletsStepPagePrivate *priv = volets_step_page_get_instance_private (self);

  g_return_val_if_fail (VOLETS_IS_STEP_PAGE (self), NULL);

  return priv->editor;
}

/**
 * volets_step_page_set_editor:
 * @self: a step
 * @editor: the dossier
 *
 * Binds every field and table of the template, then shows what was computed.
 */
void
volets_step_page_set_editor (VoletsStepPage *self,
                             VoletsEditor   *editor)
{
  g_return_if_fail (VOLETS_IS_STEP_PAGE (self));

  VOLETS_STEP_PAGE_GET_CLASS (self)->set_editor (self, editor);
  volets_step_page_update (self);
}

/**
 * volets_step_page_update:
 * @self: a step that has an editor
 *
 * Shows what was computed anew.
 */
void
volets_step_page_update (VoletsStepPage *self)
{
  g_return_if_fail (VOLETS_IS_STEP_PAGE (self));

  VOLETS_STEP_PAGE_GET_CLASS (self)->update (self);
}

/**
 * volets_step_page_focus_first:
 * @self: a step
 *
 * Moves the focus to the first thing to fill in or to do.
 */
void
volets_step_page_focus_first (VoletsStepPage *self)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_if_fail (VOLETS_IS_STEP_PAGE (self));

  /* What explains a section comes before its fields, and is for those who ask for it. */
  root = gtk_widget_get_root (GTK_WIDGET (self));
  gtk_root_set_focus (root, NULL);
  do
    {
      if (!gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD))
        return;
      focus = gtk_root_get_focus (root);
    }
  while (focus != NULL && gtk_widget_get_ancestor (focus, VOLETS_TYPE_RULE_BUTTON) != NULL);
}

/**
 * volets_step_page_open_rule:
 * @self: a step that has an editor
 *
 * Shows what the call says about the section that has the focus, or about the first section of
 * which it says anything.
 *
 * Returns: whether there was something to show
 */
gboolean
volets_step_page_open_rule (VoletsStepPage *self)
{
  VoletsStepPagePrivate *priv = volets_step_page_get_instance_private (self);
  GtkWidget *focus, *section;
  VoletsRuleButton *first = NULL;

  g_return_val_if_fail (VOLETS_IS_STEP_PAGE (self), FALSE);

  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  section = focus != NULL ? gtk_widget_get_ancestor (focus, ADW_TYPE_PREFERENCES_GROUP) : NULL;
  for (guint i = 0; i < priv->rules->len; i++)
    {
      GtkWidget *rule = g_ptr_array_index (priv->rules, i);

      if (!gtk_widget_get_visible (rule))
        continue;
      if (first == NULL || (section != NULL && gtk_widget_is_ancestor (rule, section)))
        first = VOLETS_RULE_BUTTON (rule);
    }
  if (first == NULL)
    return FALSE;

  volets_rule_button_open (first);
  return TRUE;
}

/**
 * volets_step_page_focus_finding:
 * @self: the step of @finding
 * @finding: a finding
 *
 * Moves the focus to the field that @finding is about, or to the nearest thing there is.
 *
 * Returns: whether there was something to move it to
 */
gboolean
volets_step_page_focus_finding (VoletsStepPage      *self,
                                const VoletsFinding *finding)
{
  g_return_val_if_fail (VOLETS_IS_STEP_PAGE (self), FALSE);

  return VOLETS_STEP_PAGE_GET_CLASS (self)->focus_finding (self, finding);
}
