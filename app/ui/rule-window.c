/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/rule-window.h"

#include "engine/french.h"
#include "ui/sentence.h"

struct _VoletsRuleWindow {
  AdwWindow          parent_instance;

  AdwWindowTitle    *title;
  GtkScrolledWindow *scroller;
  GtkBox            *rules;
};

G_DEFINE_FINAL_TYPE (VoletsRuleWindow, volets_rule_window, ADW_TYPE_WINDOW)

static void
add_line (GtkWidget  *box,
          const char *text,
          const char *css_class)
{
  g_autofree char *typeset = volets_french_typeset (text);
  GtkWidget *label = gtk_label_new (typeset);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

static void
add_source (GtkWidget        *box,
            const VoletsRule *rule)
{
  g_autofree char *source = NULL;

  if (rule->source == NULL)
    return;

  source = volets_sentence_cite (rule->source, rule->certainty);
  add_line (box, source, "caption");
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dim-label");
}

/* A source that several rules have one after the other is told once, behind the last of them. */
static gboolean
is_last_of_source (const GPtrArray *rules,
                   guint            index)
{
  const VoletsRule *rule = g_ptr_array_index (rules, index);
  const VoletsRule *next = index + 1 < rules->len ? g_ptr_array_index (rules, index + 1) : NULL;

  return next == NULL || next->source != rule->source || next->certainty != rule->certainty;
}

static void
show_rules (VoletsRuleWindow *self,
            const GPtrArray  *rules)
{
  GtkWidget *box = NULL;

  for (guint i = 0; i < rules->len; i++)
    {
      const VoletsRule *rule = g_ptr_array_index (rules, i);

      if (box == NULL)
        {
          box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
          gtk_box_append (self->rules, box);
        }
      add_line (box, rule->statement, NULL);
      if (rule->note != NULL)
        add_line (box, rule->note, "dim-label");
      if (is_last_of_source (rules, i))
        {
          add_source (box, rule);
          box = NULL;
        }
    }
}

static void
volets_rule_window_class_init (VoletsRuleWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/volets/Volets/ui/rule-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsRuleWindow, title);
  gtk_widget_class_bind_template_child (widget_class, VoletsRuleWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, VoletsRuleWindow, rules);
}

static void
volets_rule_window_init (VoletsRuleWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * volets_rule_window_new:
 * @parent: the window it is over
 * @call: a call
 * @topic: a topic of which it says something
 *
 * Returns: (transfer none): a window with the rules, which belongs to GTK
 */
GtkWindow *
volets_rule_window_new (GtkWindow   *parent,
                        VoletsCall  *call,
                        VoletsTopic  topic)
{
  VoletsRuleWindow *self = g_object_new (VOLETS_TYPE_RULE_WINDOW, "transient-for", parent, NULL);
  g_autoptr (GPtrArray) rules = volets_rules_list (call, topic);
  g_autofree char *acronym = volets_french_typeset (call->acronym);

  gtk_window_set_title (GTK_WINDOW (self), volets_topic_get_title (topic));
  adw_window_title_set_title (self->title, volets_topic_get_title (topic));
  adw_window_title_set_subtitle (self->title, acronym);
  show_rules (self, rules);
  gtk_widget_grab_focus (GTK_WIDGET (self->scroller));

  return GTK_WINDOW (self);
}
