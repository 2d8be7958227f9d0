/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/volet-block.h"

#include <glib/gi18n.h>

#include "engine/field.h"
#include "engine/french.h"
#include "engine/limit-words.h"
#include "engine/money.h"
#include "ui/amount-row.h"
#include "ui/label.h"
#include "ui/mark-box.h"

struct _VoletsVoletBlock {
  AdwBin           parent_instance;

  VoletsAmountRow *title;
  GtkLabel        *retained;
  GtkLevelBar     *level;
  GtkWidget       *explanation;
  GtkWidget       *warning;
  GtkLabel        *sentence;
  GtkLabel        *next_euro;
};

G_DEFINE_FINAL_TYPE (VoletsVoletBlock, volets_volet_block, ADW_TYPE_BIN)

/* How far the expense fills the ceilings that are nearest to it. */
typedef struct {
  gint64   value;
  gint64   limit;     /* zero where no ceiling limits the expense */
  gboolean exceeded;
} Gauge;

/* What the block should show; a text that is %NULL is hidden. */
typedef struct {
  char     *amount;
  char     *retained;
  char     *sentence;
  char     *next_euro;
  char     *level;
  double    fraction;
  gboolean  is_exceeded;  /* a ceiling on expense takes something away */
  gboolean  is_bound;     /* any ceiling or floor sets the amount */
} State;

static void
clear_state (State *state)
{
  g_free (state->amount);
  g_free (state->retained);
  g_free (state->sentence);
  g_free (state->next_euro);
  g_free (state->level);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (State, clear_state)

static const VoletsLimitResult *
find_nearest (const GArray *ceilings)
{
  const VoletsLimitResult *nearest = NULL;

  for (guint i = 0; i < ceilings->len; i++)
    {
      const VoletsLimitResult *limit = &g_array_index (ceilings, VoletsLimitResult, i);

      if (!limit->rule->on_subsidy
          && (nearest == NULL || limit->headroom < nearest->headroom
              || (limit->headroom == nearest->headroom && limit->cut > nearest->cut)))
        nearest = limit;
    }

  return nearest;
}

static gboolean
add_to_gauge (Gauge                   *gauge,
              const VoletsLimitResult *limit)
{
  gauge->exceeded |= limit->cut > 0;
  return volets_money_add (gauge->value, MIN (limit->value, limit->limit), &gauge->value, NULL)
         && volets_money_add (gauge->limit, limit->limit, &gauge->limit, NULL);
}

/* The nearest ceiling of each unit, all units together, unless one for the whole volet leaves
 * less. Whatever is too large to be added up is not shown.
 */
static Gauge
compute_gauge (const VoletsVoletResult *volet)
{
  const VoletsLimitResult *widest = find_nearest (volet->ceilings);
  Gauge units = { 0 }, whole = { 0 };

  for (guint i = 0; i < volet->units->len; i++)
    {
      const VoletsUnitResult *unit = g_ptr_array_index (volet->units, i);
      const VoletsLimitResult *limit = find_nearest (unit->ceilings);

      if (limit == NULL || !add_to_gauge (&units, limit))
        {
          units = (Gauge) { 0 };
          break;
        }
    }
  if (widest == NULL || !add_to_gauge (&whole, widest))
    return units;

  return units.limit == 0 || widest->headroom < units.limit - units.value ? whole : units;
}

static char *
write_next_euro (const VoletsVoletResult *volet)
{
  g_autofree char *amount = volets_money_format (volet->next_euro);

  if (volet->next_euro <= 0)
    return NULL;

  return volet->units->len > 1
           /* Translators: in the commune where one more euro of expense brings most. */
           ? g_strdup_printf (_("1 € more brings up to %s"), amount)
           : g_strdup_printf (_("1 € more brings %s"), amount);
}

static char *
write_retained (const VoletsVoletResult *volet)
{
  g_autofree char *retained = volets_money_format (volet->retained);
  g_autofree char *declared = volets_money_format (volet->declared);

  if (volet->declared == 0)
    return g_strdup (_("No expense declared yet"));

  return g_strdup_printf (_("%s retained of %s declared"), retained, declared);
}

/* A ceiling of so much for each of no classes says nothing before there is a class or an
 * expense.
 */
static gboolean
has_started (const VoletsVoletResult *volet)
{
  return volet->declared > 0 || volet->headroom != 0;
}

static void
compute_state (const VoletsVoletResult *volet,
               State                   *state)
{
  g_autofree char *sentence = volets_volet_result_explain (volet);
  Gauge gauge;

  if (volet->rule->brackets->len > 0)
    {
      state->amount = volets_money_format (volet->amount);
      state->retained = write_retained (volet);
      if (!has_started (volet))
        return;
      state->next_euro = write_next_euro (volet);
    }
  state->sentence = volets_french_typeset (sentence);
  state->is_bound = volets_volet_result_get_binding (volet) != NULL;

  gauge = compute_gauge (volet);
  if (gauge.limit > 0)
    {
      g_autofree char *value = volets_money_format (gauge.value);
      g_autofree char *limit = volets_money_format (gauge.limit);

      /* Translators: an expense, and the ceiling up to which it counts. */
      state->level = g_strdup_printf (_("%s of the %s that can be funded"), value, limit);
      state->fraction = (double) volets_money_ratio (gauge.value, gauge.limit) / VOLETS_RATE_UNIT;
      state->is_exceeded = gauge.exceeded;
    }
}

static void
show_level (VoletsVoletBlock *self,
            const State      *state)
{
  GtkWidget *level = GTK_WIDGET (self->level);

  gtk_widget_set_visible (level, state->level != NULL);
  gtk_level_bar_set_value (self->level, state->fraction);
  if (state->is_exceeded)
    gtk_widget_add_css_class (level, "exceeded");
  else
    gtk_widget_remove_css_class (level, "exceeded");
  if (g_strcmp0 (gtk_widget_get_tooltip_text (level), state->level) == 0)
    return;

  gtk_widget_set_tooltip_text (level, state->level);
  gtk_accessible_update_property (GTK_ACCESSIBLE (level), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  state->level != NULL ? state->level : "", -1);
}

static void
volets_volet_block_class_init (VoletsVoletBlockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/volets/Volets/ui/volet-block.ui");
  gtk_widget_class_bind_template_child (widget_class, VoletsVoletBlock, title);
  gtk_widget_class_bind_template_child (widget_class, VoletsVoletBlock, retained);
  gtk_widget_class_bind_template_child (widget_class, VoletsVoletBlock, level);
  gtk_widget_class_bind_template_child (widget_class, VoletsVoletBlock, explanation);
  gtk_widget_class_bind_template_child (widget_class, VoletsVoletBlock, warning);
  gtk_widget_class_bind_template_child (widget_class, VoletsVoletBlock, sentence);
  gtk_widget_class_bind_template_child (widget_class, VoletsVoletBlock, next_euro);

  g_type_ensure (VOLETS_TYPE_AMOUNT_ROW);
  g_type_ensure (VOLETS_TYPE_MARK_BOX);
}

static void
volets_volet_block_init (VoletsVoletBlock *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  /* A ceiling is not a battery: the colour does not depend on how full it is. */
  gtk_level_bar_remove_offset_value (self->level, GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (self->level, GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (self->level, GTK_LEVEL_BAR_OFFSET_FULL);
}

GtkWidget *
volets_volet_block_new (void)
{
  return g_object_new (VOLETS_TYPE_VOLET_BLOCK, NULL);
}

/**
 * volets_volet_block_set_result:
 * @self: a block
 * @volet: what was computed of a volet; not kept
 */
void
volets_volet_block_set_result (VoletsVoletBlock        *self,
                               const VoletsVoletResult *volet)
{
  g_auto (State) state = { 0 };

  g_return_if_fail (VOLETS_IS_VOLET_BLOCK (self));
  g_return_if_fail (volet != NULL);

  compute_state (volet, &state);

  volets_amount_row_set_label (self->title, volet->rule->title);
  volets_amount_row_set_amount (self->title, state.amount);
  volets_label_show (self->retained, state.retained);
  show_level (self, &state);
  gtk_widget_set_visible (self->warning, state.is_bound);
  gtk_label_set_text (self->sentence, state.sentence != NULL ? state.sentence : "");
  gtk_widget_set_visible (self->explanation, state.sentence != NULL);
  volets_label_show (self->next_euro, state.next_euro);
}
