/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/rule-button.h"

#include <glib/gi18n.h>

#include "ui/rule-window.h"

struct _VoletsRuleButton {
  AdwBin       parent_instance;

  VoletsCall  *call;
  VoletsTopic  topic;
  char        *section;

  GtkButton   *button;
};

G_DEFINE_FINAL_TYPE (VoletsRuleButton, volets_rule_button, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_TOPIC,
  PROP_SECTION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
clicked_cb (VoletsRuleButton *self)
{
  volets_rule_button_open (self);
}

static void
update_name (VoletsRuleButton *self)
{
  /* Translators: for a screen reader: the button which opens what the call says about a section */
  g_autofree char *name = g_strdup_printf (_("The rule: %s"), self->section != NULL
                                                               ? self->section : "");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
volets_rule_button_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  VoletsRuleButton *self = VOLETS_RULE_BUTTON (object);

  switch (prop_id)
    {
    case PROP_TOPIC:
      g_value_set_enum (value, (int) self->topic);
      break;
    case PROP_SECTION:
      g_value_set_string (value, self->section);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
volets_rule_button_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  VoletsRuleButton *self = VOLETS_RULE_BUTTON (object);

  switch (prop_id)
    {
    case PROP_TOPIC:
      self->topic = (VoletsTopic) g_value_get_enum (value);
      break;
    case PROP_SECTION:
      g_free (self->section);
      self->section = g_value_dup_string (value);
      update_name (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
volets_rule_button_finalize (GObject *object)
{
  VoletsRuleButton *self = VOLETS_RULE_BUTTON (object);

  g_clear_pointer (&self->call, volets_call_unref);
  g_free (self->section);

  G_OBJECT_CLASS (volets_rule_button_parent_class)->finalize (object);
}

static void
volets_rule_button_class_init (VoletsRuleButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = volets_rule_button_finalize;
  object_class->get_property = volets_rule_button_get_property;
  object_class->set_property = volets_rule_button_set_property;

  properties[PROP_TOPIC] =
    g_param_spec_enum ("topic", NULL, NULL, VOLETS_TYPE_TOPIC, VOLETS_TOPIC_APPLICANT,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SECTION] =
    g_param_spec_string ("section", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/volets/Volets/ui/rule-button.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsRuleButton, button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
volets_rule_button_init (VoletsRuleButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * volets_rule_button_set_call:
 * @self: the button of a section
 * @call: the call, once and for all
 */
void
volets_rule_button_set_call (VoletsRuleButton *self,
                             VoletsCall       *call)
{
  g_autoptr (GPtrArray) rules = NULL;

  g_return_if_fail (VOLETS_IS_RULE_BUTTON (self));
  g_return_if_fail (self->call == NULL);

  self->call = volets_call_ref (call);
  rules = volets_rules_list (call, self->topic);
  gtk_widget_set_visible (GTK_WIDGET (self), rules->len > 0);
}

/**
 * volets_rule_button_open:
 * @self: the button of a section
 *
 * Shows what the call says about it.
 */
void
volets_rule_button_open (VoletsRuleButton *self)
{
  g_return_if_fail (VOLETS_IS_RULE_BUTTON (self));

  gtk_window_present (volets_rule_window_new (
    GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->call, self->topic));
}
