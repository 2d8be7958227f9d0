/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/gauge-list.h"

#include <glib/gi18n.h>

#include "engine/field.h"
#include "engine/french.h"
#include "engine/limit-words.h"
#include "engine/money.h"
#include "ui/gauge.h"

struct _VoletsGaugeList {
  AdwBin               parent_instance;

  char                *section_name;
  GPtrArray           *gauges;      /* of VoletsGauge, of which the first n_shown are in use */
  guint                n_shown;

  AdwPreferencesGroup *group;
  GtkListBox          *list;
  GtkLabel            *others;
};

G_DEFINE_FINAL_TYPE (VoletsGaugeList, volets_gauge_list, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_SECTION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* The limit that the sentence about @unit speaks of; without any on expense, one on subsidy. */
static const VoletsLimitResult *
choose_ceiling (const VoletsUnitResult *unit)
{
  const VoletsLimitResult *chosen = NULL;

  for (guint i = 0; i < unit->ceilings->len; i++)
    {
      const VoletsLimitResult *limit = &g_array_index (unit->ceilings, VoletsLimitResult, i);

      if (limit->binding)
        return limit;
      if (chosen == NULL || limit->rule->on_subsidy < chosen->rule->on_subsidy
          || (limit->rule->on_subsidy == chosen->rule->on_subsidy
              && limit->headroom < chosen->headroom))
        chosen = limit;
    }

  return chosen;
}

/* What is left before the ceiling, below zero where it is passed; a unit that spends nothing
 * comes after all those that do.
 */
static gint64
get_room (const VoletsUnitResult *unit)
{
  const VoletsLimitResult *ceiling = choose_ceiling (unit);

  if (ceiling == NULL || ceiling->value == 0)
    return G_MAXINT64;

  return ceiling->limit - ceiling->value;
}

/* The units to be shown: all in their order, or the tightest, the tightest first. */
static GPtrArray *
choose_units (const VoletsVoletResult *result)
{
  GPtrArray *chosen = g_ptr_array_new ();
  gint64 rooms[VOLETS_GAUGE_LIST_MAX_UNITS + 1];

  for (guint i = 0; i < result->units->len; i++)
    {
      VoletsUnitResult *unit = g_ptr_array_index (result->units, i);
      gint64 room = get_room (unit);
      guint place = chosen->len;

      if (result->units->len > VOLETS_GAUGE_LIST_MAX_UNITS)
        {
          for (; place > 0 && rooms[place - 1] > room; place--)
            rooms[place] = rooms[place - 1];
          rooms[place] = room;
        }
      g_ptr_array_insert (chosen, (int) place, unit);
      if (chosen->len > VOLETS_GAUGE_LIST_MAX_UNITS)
        g_ptr_array_set_size (chosen, VOLETS_GAUGE_LIST_MAX_UNITS);
    }

  return chosen;
}

static VoletsGauge *
take_gauge (VoletsGaugeList *self)
{
  VoletsGauge *gauge;

  if (self->n_shown == self->gauges->len)
    {
      gauge = VOLETS_GAUGE (volets_gauge_new ());
      gtk_list_box_append (self->list, GTK_WIDGET (gauge));
      g_ptr_array_add (self->gauges, gauge);
    }

  gauge = g_ptr_array_index (self->gauges, self->n_shown++);
  gtk_widget_set_visible (GTK_WIDGET (gauge), TRUE);
  return gauge;
}

static void
set_title (VoletsGauge *gauge,
           const char  *volet_title,
           const char  *name)
{
  g_autofree char *title = NULL;
  g_autofree char *typeset = NULL;

  if (volet_title != NULL && name != NULL)
    title = g_strdup_printf ("%s – %s", volet_title, name);
  else
    title = g_strdup (volet_title != NULL ? volet_title : name);
  typeset = title != NULL ? volets_french_typeset (title) : NULL;
  volets_gauge_set_title (gauge, typeset);
}

/* A ceiling that nothing counts for yet is no ceiling that is reached; and the sentence of the
 * engine has no word for one on the subsidy that is not reached.
 */
static char *
explain_unit (const VoletsUnitResult  *unit,
              const VoletsLimitResult *ceiling)
{
  if (ceiling != NULL && ceiling->count == 0 && ceiling->value == 0)
    return g_strdup (ceiling->rule->equipped_only
                       ? _("This ceiling counts the schools that get equipment; none does yet.")
                       : _("This ceiling counts the schools; nothing is known of them yet."));

  if (ceiling != NULL && ceiling->rule->on_subsidy
      && volets_unit_result_get_binding (unit) == NULL)
    {
      g_autofree char *headroom = volets_money_format (ceiling->headroom);

      return g_strdup_printf (_("%s of subsidy left before the ceiling."), headroom);
    }

  return volets_unit_result_explain (unit);
}

static void
show_unit (VoletsGaugeList         *self,
           const char              *volet_title,
           const VoletsUnitResult  *unit,
           gboolean                 is_named)
{
  const VoletsLimitResult *ceiling = choose_ceiling (unit);
  const char *name = unit->name != NULL && *unit->name != '\0' ? unit->name : _("Without a name");
  g_autofree char *sentence = explain_unit (unit, ceiling);
  VoletsGauge *gauge = take_gauge (self);

  set_title (gauge, volet_title, is_named ? name : NULL);
  volets_gauge_set_limit (gauge, ceiling);
  volets_gauge_set_sentence (gauge, sentence, volets_unit_result_get_binding (unit) != NULL);
}

/* A ceiling on all the units together. */
static void
show_wide_ceiling (VoletsGaugeList         *self,
                   const VoletsVoletResult *result,
                   const VoletsLimitResult *limit)
{
  g_autofree char *name = volets_limit_name (limit->rule, FALSE);
  g_autofree char *sentence = limit->binding ? volets_volet_result_explain (result) : NULL;
  VoletsGauge *gauge = take_gauge (self);

  set_title (gauge, result->rule->title, name);
  volets_gauge_set_limit (gauge, limit);
  volets_gauge_set_sentence (gauge, sentence, limit->binding);
}

/* One sentence is all there is to say of a volet without limits, or without schools. */
static void
show_sentence (VoletsGaugeList         *self,
               const VoletsVoletResult *result,
               const char              *volet_title)
{
  g_autofree char *sentence = volets_volet_result_explain (result);
  VoletsGauge *gauge = take_gauge (self);

  set_title (gauge, volet_title, NULL);
  volets_gauge_set_limit (gauge, NULL);
  volets_gauge_set_sentence (gauge, sentence, FALSE);
}

/* Returns: how many units of @result there was no room for */
static guint
show_volet (VoletsGaugeList         *self,
            const VoletsVoletResult *result,
            const char              *volet_title)
{
  const VoletsVolet *rule = result->rule;
  g_autoptr (GPtrArray) units = NULL;

  if (rule->brackets->len == 0 || rule->ceilings->len + rule->floors->len == 0)
    {
      show_sentence (self, result, volet_title);
      return 0;
    }

  for (guint i = 0; i < result->ceilings->len; i++)
    show_wide_ceiling (self, result, &g_array_index (result->ceilings, VoletsLimitResult, i));
  units = choose_units (result);
  for (guint i = 0; i < units->len; i++)
    show_unit (self, volet_title, g_ptr_array_index (units, i), result->units->len > 1);

  return result->units->len - units->len;
}

static gboolean
is_about (VoletsGaugeList   *self,
          const VoletsVolet *rule)
{
  return g_str_equal (self->section_name, "equipment") ? rule->takes_equipment
                                                       : rule->takes_services;
}

static void
show_others (VoletsGaugeList *self,
             gulong           n_others)
{
  g_autofree char *text =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %lu other with more room left",
                                  "and %lu others with more room left", n_others), n_others);

  gtk_label_set_text (self->others, text);
  gtk_widget_set_visible (GTK_WIDGET (self->others), n_others > 0);
}

static void
volets_gauge_list_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  VoletsGaugeList *self = VOLETS_GAUGE_LIST (object);

  switch (prop_id)
    {
    case PROP_SECTION:
      self->section_name = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
volets_gauge_list_finalize (GObject *object)
{
  VoletsGaugeList *self = VOLETS_GAUGE_LIST (object);

  g_free (self->section_name);
  g_ptr_array_unref (self->gauges);

  G_OBJECT_CLASS (volets_gauge_list_parent_class)->finalize (object);
}

static void
volets_gauge_list_class_init (VoletsGaugeListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = volets_gauge_list_set_property;
  object_class->finalize = volets_gauge_list_finalize;

  properties[PROP_SECTION] =
    g_param_spec_string ("section", NULL, NULL, "equipment",
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/fr/volets/Volets/ui/gauge-list.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsGaugeList, group);
  gtk_widget_class_bind_template_child (widget_class, VoletsGaugeList, list);
  gtk_widget_class_bind_template_child (widget_class, VoletsGaugeList, others);
}

static void
volets_gauge_list_init (VoletsGaugeList *self)
{
  self->gauges = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * volets_gauge_list_show:
 * @self: the gauges
 * @subsidy: (nullable): what was computed, which is not kept; %NULL shows nothing
 *
 * The widgets stay from one time to the next: only what changed is drawn anew.
 */
void
volets_gauge_list_show (VoletsGaugeList     *self,
                        const VoletsSubsidy *subsidy)
{
  guint n_volets = 0, n_others = 0;

  g_return_if_fail (VOLETS_IS_GAUGE_LIST (self));

  self->n_shown = 0;
  for (guint i = 0; subsidy != NULL && i < subsidy->volets->len; i++)
    n_volets += is_about (self, ((VoletsVoletResult *) subsidy->volets->pdata[i])->rule);
  for (guint i = 0; subsidy != NULL && i < subsidy->volets->len; i++)
    {
      const VoletsVoletResult *result = g_ptr_array_index (subsidy->volets, i);

      if (is_about (self, result->rule))
        n_others += show_volet (self, result, n_volets > 1 ? result->rule->title : NULL);
    }
  for (guint i = self->n_shown; i < self->gauges->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->gauges, i), FALSE);

  show_others (self, n_others);
  gtk_widget_set_visible (GTK_WIDGET (self), self->n_shown > 0);
}

/**
 * volets_gauge_list_set_description:
 * @self: the gauges
 * @description: (nullable): what the limits depend on, translated, above them
 */
void
volets_gauge_list_set_description (VoletsGaugeList *self,
                                   const char      *description)
{
  g_return_if_fail (VOLETS_IS_GAUGE_LIST (self));

  adw_preferences_group_set_description (self->group, description);
}
