/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/rule.h"

#include <string.h>

#include "engine/choice-words.h"
#include "engine/french.h"
#include "engine/limit-words.h"
#include "engine/money.h"
#include "engine/platform.h"

G_DEFINE_ENUM_TYPE (VoletsTopic, volets_topic,
                    G_DEFINE_ENUM_VALUE (VOLETS_TOPIC_APPLICANT, "applicant"),
                    G_DEFINE_ENUM_VALUE (VOLETS_TOPIC_PROJECT, "project"),
                    G_DEFINE_ENUM_VALUE (VOLETS_TOPIC_COUNCIL, "council"),
                    G_DEFINE_ENUM_VALUE (VOLETS_TOPIC_SCHOOLS, "schools"),
                    G_DEFINE_ENUM_VALUE (VOLETS_TOPIC_EQUIPMENT, "equipment"),
                    G_DEFINE_ENUM_VALUE (VOLETS_TOPIC_EXCLUSIONS, "exclusions"),
                    G_DEFINE_ENUM_VALUE (VOLETS_TOPIC_SERVICES, "services"),
                    G_DEFINE_ENUM_VALUE (VOLETS_TOPIC_SUPPORT, "support"),
                    G_DEFINE_ENUM_VALUE (VOLETS_TOPIC_FUNDING, "funding"),
                    G_DEFINE_ENUM_VALUE (VOLETS_TOPIC_OWN_SHARE, "own-share"),
                    G_DEFINE_ENUM_VALUE (VOLETS_TOPIC_ATTACHMENTS, "attachments"),
                    G_DEFINE_ENUM_VALUE (VOLETS_TOPIC_FILING, "filing"))

static const char *const TITLES[VOLETS_N_TOPICS] = {
  [VOLETS_TOPIC_APPLICANT] = "Qui peut demander",
  [VOLETS_TOPIC_PROJECT] = "Le projet",
  [VOLETS_TOPIC_COUNCIL] = "La délibération",
  [VOLETS_TOPIC_SCHOOLS] = "Les écoles",
  [VOLETS_TOPIC_EQUIPMENT] = "L’équipement",
  [VOLETS_TOPIC_EXCLUSIONS] = "Ce qui n’est sans doute pas éligible",
  [VOLETS_TOPIC_SERVICES] = "Les services et les ressources",
  [VOLETS_TOPIC_SUPPORT] = "L’accompagnement",
  [VOLETS_TOPIC_FUNDING] = "Le versement",
  [VOLETS_TOPIC_OWN_SHARE] = "La part du demandeur",
  [VOLETS_TOPIC_ATTACHMENTS] = "Les pièces",
  [VOLETS_TOPIC_FILING] = "Le dépôt",
};

/**
 * volets_topic_get_title:
 * @topic: a topic
 *
 * Returns: (transfer none): what it is called in French
 */
const char *
volets_topic_get_title (VoletsTopic topic)
{
  return TITLES[topic];
}

static void
rule_free (gpointer data)
{
  VoletsRule *self = data;

  g_free (self->statement);
  g_free (self->note);
  g_free (self);
}

/* Takes @statement; with none, the note is the rule, and with neither there is none. */
static void
add_rule (GPtrArray              *rules,
          char                   *statement,
          const VoletsProvenance *provenance)
{
  VoletsRule *rule;

  if (statement == NULL && provenance->note == NULL)
    return;

  rule = g_new0 (VoletsRule, 1);
  rule->statement = statement != NULL ? statement : g_strdup (provenance->note);
  rule->note = statement != NULL ? g_strdup (provenance->note) : NULL;
  rule->source = provenance->source;
  rule->certainty = provenance->certainty;
  g_ptr_array_add (rules, rule);
}

/* What the call says itself, or else, in general, what it means. */
static void
add_note (GPtrArray              *rules,
          const char             *meaning,
          const VoletsProvenance *provenance)
{
  add_rule (rules, provenance->note == NULL ? g_strdup (meaning) : NULL, provenance);
}

static void
add_notes (GPtrArray       *rules,
           const GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    add_rule (rules, NULL, g_ptr_array_index (notes, i));
}

static void
add_formulas (GPtrArray       *rules,
              const GPtrArray *formulas)
{
  for (guint i = 0; i < formulas->len; i++)
    add_rule (rules, NULL, &((const VoletsFormula *) g_ptr_array_index (formulas, i))->provenance);
}

/* Their sentences go on after the name of who signs. */
static void
add_certificates (GPtrArray       *rules,
                  const GPtrArray *certificates)
{
  for (guint i = 0; i < certificates->len; i++)
    add_rule (rules, g_strdup ("Certificat de qui signe l’extrait de la délibération."),
              &((const VoletsFormula *) g_ptr_array_index (certificates, i))->provenance);
}

/* One may be there twice, found by other words. */
static void
add_exclusions (GPtrArray       *rules,
                const GPtrArray *exclusions)
{
  const char *last = NULL;

  for (guint i = 0; i < exclusions->len; i++)
    {
      const VoletsExclusion *exclusion = g_ptr_array_index (exclusions, i);

      if (g_strcmp0 (exclusion->provenance.note, last) != 0)
        add_rule (rules, NULL, &exclusion->provenance);
      last = exclusion->provenance.note;
    }
}

static void
add_allowed (GPtrArray       *rules,
             const GPtrArray *allowed,
             GType            type,
             const char      *what)
{
  g_autoptr (GEnumClass) choices = g_type_class_ref (type);

  for (guint i = 0; i < allowed->len; i++)
    {
      const VoletsAllowed *value = g_ptr_array_index (allowed, i);
      const char *label =
        volets_choice_get_label (g_enum_get_value (choices, value->value)->value_nick);

      add_rule (rules, g_strdup_printf ("%s : %s.", what, label), &value->provenance);
    }
}

static void
add_items (GPtrArray       *rules,
           const GPtrArray *items,
           gboolean         are_asked)
{
  for (guint i = 0; i < items->len; i++)
    {
      const VoletsCallItem *item = g_ptr_array_index (items, i);
      const char *asked = !are_asked ? "" : item->required ? " : pièce obligatoire"
                                                           : " : pièce facultative";

      add_rule (rules, g_strdup_printf ("%s%s.", item->title, asked), &item->provenance);
    }
}

/* « Réponses obligatoires : SIRET, nom et adresse », for each source. */
static void
add_requirements (GPtrArray        *rules,
                  const VoletsCall *call,
                  VoletsSection     section)
{
  g_autoptr (VoletsRecordClass) klass =
    g_type_class_ref (volets_section_get_info (section)->get_type ());

  for (guint i = 0; i < call->requirements->len;)
    {
      const VoletsRequirement *first = g_ptr_array_index (call->requirements, i);
      g_autoptr (GPtrArray) labels = g_ptr_array_new ();
      g_autofree char *answers = NULL;
      const char *name;

      for (; i < call->requirements->len; i++)
        {
          const VoletsRequirement *next = g_ptr_array_index (call->requirements, i);

          if (next->section != first->section || next->blocking != first->blocking
              || next->provenance.source != first->provenance.source
              || next->provenance.certainty != first->provenance.certainty)
            break;
          if (next->section == section)
            g_ptr_array_add (labels, (gpointer) klass->fields[next->field].label);
        }
      if (labels->len == 0)
        continue;

      name = labels->len == 1 ? first->blocking ? "Réponse obligatoire" : "Réponse attendue"
                              : first->blocking ? "Réponses obligatoires" : "Réponses attendues";
      g_ptr_array_add (labels, NULL);
      answers = volets_french_join ((const char *const *) labels->pdata);
      add_rule (rules, g_strdup_printf ("%s : %s.", name, answers), &first->provenance);
    }
}

static void
add_limits (GPtrArray       *rules,
            const GPtrArray *limits,
            gboolean         are_floors)
{
  for (guint i = 0; i < limits->len; i++)
    {
      const VoletsLimit *limit = g_ptr_array_index (limits, i);
      g_autofree char *name = volets_limit_name (limit, are_floors);
      g_autofree char *amount = volets_money_format (limit->amount);
      char *statement =
        g_strdup_printf ("%s%s : %s%s%s.", are_floors ? "Plancher" : "Plafond",
                         name + strlen (are_floors ? "plancher" : "plafond"), amount,
                         limit->on_subsidy ? "" : " de dépense",
                         are_floors ? " ; en dessous, rien n’est versé" : "");

      add_rule (rules, statement, &limit->provenance);
    }
}

/* « 70 % de la dépense jusqu’à 200 000,00 € »; where the rate reached is that of all, what it
 * begins at is not in the bracket before. */
static char *
describe_bracket (const VoletsVolet *volet,
                  guint              index)
{
  const VoletsBracket *bracket = g_ptr_array_index (volet->brackets, index);
  const VoletsBracket *below = index > 0 ? g_ptr_array_index (volet->brackets, index - 1) : NULL;
  g_autofree char *rate = volets_rate_format (bracket->rate);
  g_autofree char *from = below != NULL ? volets_money_format (below->up_to) : NULL;
  g_autofree char *end =
    bracket->up_to != VOLETS_UNSET ? volets_money_format (bracket->up_to) : NULL;

  if (from != NULL && end != NULL)
    return g_strdup_printf (volet->whole ? "%s de toute la dépense, à partir de %s et sous %s."
                                         : "%s de la dépense de %s à %s.", rate, from, end);
  if (from != NULL)
    return g_strdup_printf (volet->whole ? "%s de toute la dépense, à partir de %s."
                                         : "%s de la dépense au-delà de %s.", rate, from);
  if (end != NULL)
    return g_strdup_printf (volet->whole ? "%s de toute la dépense, sous %s."
                                         : "%s de la dépense jusqu’à %s.", rate, end);

  return g_strdup_printf ("%s de la dépense.", rate);
}

static const char *
describe_level (VoletsLevel level)
{
  switch (level)
    {
    case VOLETS_LEVEL_SCHOOL:
      return "Le plafond et le taux valent pour chaque école.";
    case VOLETS_LEVEL_COMMUNE:
      return "Les plafonds et les taux valent pour chaque commune.";
    case VOLETS_LEVEL_PROJECT:
    default:
      return "Les plafonds et les taux valent pour tout le projet.";
    }
}

static void
add_volet (GPtrArray         *rules,
           const VoletsCall  *call,
           const VoletsVolet *volet)
{
  add_rule (rules, g_strdup (volet->description), &volet->provenance);
  if (volet->brackets->len == 0)
    return;

  add_limits (rules, volet->ceilings, FALSE);
  for (guint i = 0; i < volet->brackets->len; i++)
    {
      const VoletsBracket *bracket = g_ptr_array_index (volet->brackets, i);

      add_rule (rules, describe_bracket (volet, i), &bracket->provenance);
    }
  if (volet->brackets->len > 1)
    add_note (rules, volet->whole ? "Le taux atteint vaut pour toute la dépense."
                                  : "Chaque tranche de dépense a son taux.",
              &volet->scale_provenance);
  add_limits (rules, volet->floors, TRUE);
  add_note (rules, describe_level (volet->level), &volet->level_provenance);
  add_note (rules, call->tax_included ? "La dépense se compte toutes taxes comprises."
                                      : "La dépense se compte hors taxes.",
            &call->base_provenance);
  add_rule (rules, NULL, &call->rounding);
}

static gboolean
is_about (const VoletsVolet *volet,
          VoletsTopic        topic)
{
  if (topic == VOLETS_TOPIC_SUPPORT)
    return volet->kind == VOLETS_VOLET_SUPPORT;

  return topic == VOLETS_TOPIC_EQUIPMENT ? volet->takes_equipment : volet->takes_services;
}

static void
add_volets (GPtrArray        *rules,
            const VoletsCall *call,
            VoletsTopic       topic)
{
  for (guint i = 0; i < call->volets->len; i++)
    {
      const VoletsVolet *volet = g_ptr_array_index (call->volets, i);

      if (is_about (volet, topic))
        add_volet (rules, call, volet);
    }
}

static void
add_population (GPtrArray        *rules,
                const VoletsCall *call)
{
  g_autofree char *count = NULL;

  if (call->max_population == VOLETS_UNSET)
    return;

  count = volets_french_count (call->max_population, "habitant", "habitants");
  add_rule (rules, g_strdup_printf ("Communes de %s au plus.", count),
            &call->population_provenance);
}

static void
add_own_share (GPtrArray        *rules,
               const VoletsCall *call)
{
  g_autofree char *rate = NULL;

  if (call->min_own_share == VOLETS_UNSET)
    return;

  rate = volets_rate_format (call->min_own_share);
  add_rule (rules, g_strdup_printf ("Part minimale du demandeur : %s.", rate),
            &call->own_share_provenance);
}

static void
add_dates (GPtrArray        *rules,
           const VoletsCall *call)
{
  for (guint i = 0; i < call->dates->len; i++)
    {
      const VoletsCallDate *date = g_ptr_array_index (call->dates, i);
      g_autofree char *day = volets_french_date (date->day);

      add_rule (rules, g_strdup_printf ("%s %s : %s.", date->closing ? "Clôture" : "Ouverture",
                                        date->final ? "définitive" : "annoncée", day),
                &date->provenance);
    }
}

static void
add_files (GPtrArray        *rules,
           const VoletsCall *call)
{
  g_autofree char *size = NULL;

  if (call->platform == NULL || call->platform->max_file_size == VOLETS_UNSET)
    return;

  size = volets_french_count (call->platform->max_file_size, "octet", "octets");
  add_rule (rules, g_strdup_printf ("Un fichier : %s au plus.", size),
            &call->platform->files_provenance);
}

static void
add_platform (GPtrArray        *rules,
              const VoletsCall *call)
{
  if (call->platform != NULL)
    add_rule (rules, g_strdup_printf ("Plateforme de dépôt : %s.", call->platform->name),
              &call->platform->provenance);
}

/**
 * volets_rules_list:
 * @call: a call
 * @topic: what the rules are about
 *
 * Returns: (transfer full) (element-type VoletsRule): the rules of the call, in the order in which
 *   they are best read; there may be none. They point into @call.
 */
GPtrArray *
volets_rules_list (const VoletsCall *call,
                   VoletsTopic       topic)
{
  GPtrArray *rules = g_ptr_array_new_with_free_func (rule_free);

  switch (topic)
    {
    case VOLETS_TOPIC_APPLICANT:
      add_allowed (rules, call->applicants, VOLETS_TYPE_APPLICANT_KIND, "Demandeur admis");
      add_population (rules, call);
      add_requirements (rules, call, VOLETS_SECTION_APPLICANT);
      break;
    case VOLETS_TOPIC_PROJECT:
      add_requirements (rules, call, VOLETS_SECTION_PROJECT);
      break;
    case VOLETS_TOPIC_COUNCIL:
      add_requirements (rules, call, VOLETS_SECTION_SESSION);
      add_formulas (rules, call->act_mentions);
      add_certificates (rules, call->act_certificates);
      break;
    case VOLETS_TOPIC_SCHOOLS:
      add_allowed (rules, call->school_kinds, VOLETS_TYPE_SCHOOL_KIND, "École admise");
      add_notes (rules, call->perimeter);
      break;
    case VOLETS_TOPIC_EQUIPMENT:
      add_volets (rules, call, topic);
      break;
    case VOLETS_TOPIC_EXCLUSIONS:
      add_exclusions (rules, call->exclusions);
      break;
    case VOLETS_TOPIC_SERVICES:
      add_volets (rules, call, topic);
      add_items (rules, call->modalities, FALSE);
      add_notes (rules, call->modality_notes);
      break;
    case VOLETS_TOPIC_SUPPORT:
      add_volets (rules, call, topic);
      add_items (rules, call->commitments, FALSE);
      add_requirements (rules, call, VOLETS_SECTION_SUPPORT);
      break;
    case VOLETS_TOPIC_FUNDING:
      add_rule (rules, NULL, &call->payment_provenance);
      add_formulas (rules, call->plan_mentions);
      break;
    case VOLETS_TOPIC_OWN_SHARE:
      add_own_share (rules, call);
      break;
    case VOLETS_TOPIC_ATTACHMENTS:
      add_items (rules, call->attachments, TRUE);
      add_files (rules, call);
      break;
    case VOLETS_TOPIC_FILING:
      add_dates (rules, call);
      add_platform (rules, call);
      break;
    case VOLETS_N_TOPICS:
    default:
      g_return_val_if_reached (rules);
    }

  return rules;
}
