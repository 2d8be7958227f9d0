/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/call.h"

#include <string.h>

#include "engine/field.h"
#include "engine/platform.h"

G_DEFINE_BOXED_TYPE (VoletsCall, volets_call, volets_call_ref, volets_call_unref)

static void
clear_provenance (VoletsProvenance *provenance)
{
  g_clear_pointer (&provenance->note, g_free);
}

static void
free_source (gpointer data)
{
  VoletsSource *source = data;

  g_free (source->id);
  g_free (source->title);
  g_free (source->publisher);
  g_free (source->date);
  g_free (source->address);
  g_free (source);
}

static void
free_provenance (gpointer data)
{
  clear_provenance (data);
  g_free (data);
}

static void
free_date (gpointer data)
{
  VoletsCallDate *date = data;

  g_free (date->day);
  clear_provenance (&date->provenance);
  g_free (date);
}

static void
free_limit (gpointer data)
{
  VoletsLimit *limit = data;

  clear_provenance (&limit->provenance);
  g_free (limit);
}

static void
free_bracket (gpointer data)
{
  VoletsBracket *bracket = data;

  clear_provenance (&bracket->provenance);
  g_free (bracket);
}

static void
free_volet (gpointer data)
{
  VoletsVolet *volet = data;

  g_free (volet->id);
  g_free (volet->title);
  g_free (volet->description);
  clear_provenance (&volet->provenance);
  clear_provenance (&volet->level_provenance);
  clear_provenance (&volet->scale_provenance);
  g_ptr_array_unref (volet->ceilings);
  g_ptr_array_unref (volet->floors);
  g_ptr_array_unref (volet->brackets);
  g_free (volet);
}

static void
free_item (gpointer data)
{
  VoletsCallItem *item = data;

  g_free (item->id);
  g_free (item->title);
  clear_provenance (&item->provenance);
  g_free (item);
}

static void
free_article (gpointer data)
{
  VoletsArticle *article = data;

  g_free (article->label);
  clear_provenance (&article->provenance);
  g_free (article);
}

static void
free_exclusion (gpointer data)
{
  VoletsExclusion *exclusion = data;

  g_strfreev (exclusion->words);
  clear_provenance (&exclusion->provenance);
  g_free (exclusion);
}

static void
free_formula (gpointer data)
{
  VoletsFormula *formula = data;

  clear_provenance (&formula->provenance);
  g_free (formula);
}

static void
free_requirement (gpointer data)
{
  VoletsRequirement *requirement = data;

  clear_provenance (&requirement->provenance);
  g_free (requirement);
}

static void
free_allowed (gpointer data)
{
  VoletsAllowed *allowed = data;

  clear_provenance (&allowed->provenance);
  g_free (allowed);
}

static void
clear_call (gpointer data)
{
  VoletsCall *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self->acronym);
  g_free (self->authority);
  g_free (self->summary);
  g_clear_pointer (&self->platform, volets_platform_free);
  g_ptr_array_unref (self->dates);
  g_ptr_array_unref (self->applicants);
  g_ptr_array_unref (self->school_kinds);
  g_ptr_array_unref (self->perimeter);
  g_ptr_array_unref (self->volets);
  g_ptr_array_unref (self->modalities);
  g_ptr_array_unref (self->modality_notes);
  g_ptr_array_unref (self->products);
  g_ptr_array_unref (self->catalogue);
  g_ptr_array_unref (self->exclusions);
  g_ptr_array_unref (self->commitments);
  g_ptr_array_unref (self->attachments);
  g_ptr_array_unref (self->requirements);
  g_ptr_array_unref (self->visas);
  g_ptr_array_unref (self->act_mentions);
  g_ptr_array_unref (self->act_certificates);
  g_ptr_array_unref (self->plan_mentions);
  g_ptr_array_unref (self->departements);
  g_ptr_array_unref (self->sources);
  clear_provenance (&self->population_provenance);
  clear_provenance (&self->base_provenance);
  clear_provenance (&self->rounding);
  clear_provenance (&self->own_share_provenance);
  clear_provenance (&self->products_provenance);
  clear_provenance (&self->payment_provenance);
  clear_provenance (&self->departements_provenance);
}

/**
 * volets_call_new_empty:
 *
 * Returns: (transfer full): a call without rules, for its reader to fill before anyone sees it
 */
VoletsCall *
volets_call_new_empty (void)
{
  VoletsCall *self = g_atomic_rc_box_new0 (VoletsCall);

  self->sources = g_ptr_array_new_with_free_func (free_source);
  self->dates = g_ptr_array_new_with_free_func (free_date);
  self->applicants = g_ptr_array_new_with_free_func (free_allowed);
  self->school_kinds = g_ptr_array_new_with_free_func (free_allowed);
  self->perimeter = g_ptr_array_new_with_free_func (free_provenance);
  self->volets = g_ptr_array_new_with_free_func (free_volet);
  self->modalities = g_ptr_array_new_with_free_func (free_item);
  self->modality_notes = g_ptr_array_new_with_free_func (free_provenance);
  self->products = g_ptr_array_new_with_free_func (g_free);
  self->catalogue = g_ptr_array_new_with_free_func (free_article);
  self->exclusions = g_ptr_array_new_with_free_func (free_exclusion);
  self->commitments = g_ptr_array_new_with_free_func (free_item);
  self->attachments = g_ptr_array_new_with_free_func (free_item);
  self->requirements = g_ptr_array_new_with_free_func (free_requirement);
  self->visas = g_ptr_array_new_with_free_func (free_formula);
  self->act_mentions = g_ptr_array_new_with_free_func (free_formula);
  self->act_certificates = g_ptr_array_new_with_free_func (free_formula);
  self->plan_mentions = g_ptr_array_new_with_free_func (free_formula);
  self->departements = g_ptr_array_new_with_free_func (g_free);
  self->max_population = VOLETS_UNSET;
  self->min_own_share = VOLETS_UNSET;
  self->max_advance = VOLETS_UNSET;
  self->max_instalments = VOLETS_UNSET;

  return self;
}

/**
 * volets_call_add_volet:
 * @self: a call that is being read
 *
 * Returns: (transfer none): a volet without rules, the last of @self
 */
VoletsVolet *
volets_call_add_volet (VoletsCall *self)
{
  VoletsVolet *volet = g_new0 (VoletsVolet, 1);

  volet->ceilings = g_ptr_array_new_with_free_func (free_limit);
  volet->floors = g_ptr_array_new_with_free_func (free_limit);
  volet->brackets = g_ptr_array_new_with_free_func (free_bracket);
  g_ptr_array_add (self->volets, volet);

  return volet;
}

VoletsCall *
volets_call_ref (VoletsCall *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
volets_call_unref (VoletsCall *self)
{
  g_atomic_rc_box_release_full (self, clear_call);
}

/**
 * volets_call_find_source:
 * @self: a call
 * @id: the id of a source
 *
 * Returns: (transfer none) (nullable): the source
 */
const VoletsSource *
volets_call_find_source (const VoletsCall *self,
                         const char       *id)
{
  for (guint i = 0; i < self->sources->len; i++)
    {
      const VoletsSource *source = g_ptr_array_index (self->sources, i);

      if (g_strcmp0 (source->id, id) == 0)
        return source;
    }

  return NULL;
}

/**
 * volets_call_find_date:
 * @self: a call
 * @closing: whether to look for the deadline, else for the opening
 *
 * Returns: (transfer none) (nullable): the final date where there is one, else the announced one
 */
const VoletsCallDate *
volets_call_find_date (const VoletsCall *self,
                       gboolean          closing)
{
  const VoletsCallDate *found = NULL;

  for (guint i = 0; i < self->dates->len; i++)
    {
      const VoletsCallDate *date = g_ptr_array_index (self->dates, i);

      if (!date->closing == !closing && (found == NULL || date->final))
        found = date;
    }

  return found;
}

/**
 * volets_call_find_item:
 * @items: the modalities, commitments or attachments of a call
 * @id: (nullable): the id of one
 *
 * Returns: (transfer none) (nullable): the item
 */
const VoletsCallItem *
volets_call_find_item (const GPtrArray *items,
                       const char      *id)
{
  for (guint i = 0; i < items->len; i++)
    {
      const VoletsCallItem *item = g_ptr_array_index (items, i);

      if (g_strcmp0 (item->id, id) == 0)
        return item;
    }

  return NULL;
}

/**
 * volets_call_find_allowed:
 * @allowed: what a call allows of an enumeration
 * @value: a value of that enumeration
 *
 * Returns: (transfer none) (nullable): the rule that allows it, %NULL where none does
 */
const VoletsAllowed *
volets_call_find_allowed (const GPtrArray *allowed,
                          int              value)
{
  for (guint i = 0; i < allowed->len; i++)
    {
      const VoletsAllowed *rule = g_ptr_array_index (allowed, i);

      if (rule->value == value)
        return rule;
    }

  return NULL;
}

/**
 * volets_formula_applies:
 * @self: a sentence
 * @applicant: who asks for the subsidy
 *
 * Returns: whether @self is for @applicant; for one of unknown kind only what is for all
 */
gboolean
volets_formula_applies (const VoletsFormula *self,
                        VoletsApplicantKind  applicant)
{
  return self->applicants == 0 || (self->applicants & 1u << applicant) != 0;
}

/**
 * volets_call_has_departement:
 * @self: a call
 * @code: (nullable): the code of a département, « 86 »
 *
 * Returns: whether the call treats that département in a way of its own
 */
gboolean
volets_call_has_departement (const VoletsCall *self,
                             const char       *code)
{
  for (guint i = 0; i < self->departements->len; i++)
    {
      if (g_strcmp0 (g_ptr_array_index (self->departements, i), code) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * volets_call_get_base:
 * @self: a call
 * @amounts: the amounts of an expense
 *
 * Returns: the one that the call counts, in centimes
 */
gint64
volets_call_get_base (const VoletsCall    *self,
                      const VoletsAmounts *amounts)
{
  return self->tax_included ? amounts->including_tax : amounts->excluding_tax;
}

/**
 * volets_certainty_get_label:
 * @certainty: how sure a value is
 *
 * Returns: (transfer none): the same in French, to be put after a source
 */
const char *
volets_certainty_get_label (VoletsCertainty certainty)
{
  switch (certainty)
    {
    case VOLETS_CERTAINTY_OFFICIAL:
      return "texte officiel";
    case VOLETS_CERTAINTY_SECONDARY:
      return "source secondaire";
    case VOLETS_CERTAINTY_DERIVED:
      return "déduit par calcul";
    case VOLETS_CERTAINTY_ASSUMED:
      return "hypothèse à confirmer";
    default:
      g_return_val_if_reached (NULL);
    }
}
