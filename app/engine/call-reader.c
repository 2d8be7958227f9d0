/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/call-reader.h"

#include <string.h>

#include "engine/french.h"
#include "engine/money.h"
#include "engine/platform-reader.h"
#include "engine/xml.h"

#define NAMESPACE_STEM "urn:volets:appel:"
#define NAMESPACE NAMESPACE_STEM "1"
#define DOSSIER_NAMESPACE_STEM "urn:volets:dossier:"

/* The schema has seen the file before any of this: what it forbids cannot come up here. */

static const char *const CERTAINTIES[] = { "officiel", "secondaire", "calcul", "hypothese", NULL };
static const char *const LEVELS[] = { "ecole", "commune", "projet", NULL };
static const char *const UNITS[] = { "classe", "eleve", "ecole", "commune", "projet", NULL };
static const char *const VOLET_KINDS[] = { "equipement", "services", "accompagnement", NULL };

/* The narrowest level at which each unit can be counted. */
static const VoletsLevel UNIT_LEVELS[] = {
  [VOLETS_UNIT_CLASS] = VOLETS_LEVEL_SCHOOL,
  [VOLETS_UNIT_PUPIL] = VOLETS_LEVEL_SCHOOL,
  [VOLETS_UNIT_SCHOOL] = VOLETS_LEVEL_SCHOOL,
  [VOLETS_UNIT_COMMUNE] = VOLETS_LEVEL_COMMUNE,
  [VOLETS_UNIT_PROJECT] = VOLETS_LEVEL_PROJECT,
};

static guint
read_word (const VoletsXmlNode *node,
           const char          *attribute,
           const char *const   *words)
{
  g_autofree char *value = volets_xml_node_get_attribute (node, attribute);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_strcmp0 (words[i], value) == 0)
        return i;
    }

  g_return_val_if_reached (0);
}

static int
read_choice (const VoletsXmlNode *node,
             const char          *attribute,
             GType                type)
{
  g_autofree char *value = volets_xml_node_get_attribute (node, attribute);
  g_autoptr (GEnumClass) choices = g_type_class_ref (type);
  const GEnumValue *choice = g_enum_get_value_by_nick (choices, value);

  g_return_val_if_fail (choice != NULL, 0);

  return choice->value;
}

static gboolean
has_word (const VoletsXmlNode *node,
          const char          *attribute,
          const char          *word)
{
  g_autofree char *value = volets_xml_node_get_attribute (node, attribute);

  return g_strcmp0 (value, word) == 0;
}

static gboolean
read_boolean (const VoletsXmlNode *node,
              const char          *attribute)
{
  return has_word (node, attribute, "true") || has_word (node, attribute, "1");
}

/* Amounts and rates: the schema has made sure that they are such. */
static gint64
read_number (const VoletsXmlNode *node,
             const char          *attribute)
{
  g_autofree char *value = volets_xml_node_get_attribute (node, attribute);
  gint64 number = VOLETS_UNSET;

  if (value != NULL)
    volets_money_parse (value, &number, NULL);

  return number;
}

static char *
read_note (const VoletsXmlNode *node)
{
  g_autofree char *text = NULL;

  if (volets_xml_node_get_first_child (node) != NULL)
    return NULL;

  text = g_strstrip (volets_xml_node_get_text (node));
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
read_provenance (const VoletsCall    *call,
                 const VoletsXmlNode *node,
                 VoletsProvenance    *provenance)
{
  g_autofree char *source = volets_xml_node_get_attribute (node, "source");

  g_clear_pointer (&provenance->note, g_free);
  provenance->source = volets_call_find_source (call, source);
  provenance->certainty = read_word (node, "certitude", CERTAINTIES);
  provenance->note = read_note (node);
}

static void
read_rule (const VoletsCall    *call,
           const VoletsXmlNode *node,
           GPtrArray           *rules)
{
  VoletsProvenance *rule = g_new0 (VoletsProvenance, 1);

  read_provenance (call, node, rule);
  g_ptr_array_add (rules, rule);
}

static void
read_source (VoletsCall          *call,
             const VoletsXmlNode *node)
{
  VoletsSource *source = g_new0 (VoletsSource, 1);

  source->id = volets_xml_node_get_attribute (node, "id");
  source->title = volets_xml_node_get_attribute (node, "titre");
  source->publisher = volets_xml_node_get_attribute (node, "editeur");
  source->date = volets_xml_node_get_attribute (node, "date");
  source->address = volets_xml_node_get_attribute (node, "adresse");
  g_ptr_array_add (call->sources, source);
}

static void
read_date (VoletsCall          *call,
           const VoletsXmlNode *node)
{
  VoletsCallDate *date = g_new0 (VoletsCallDate, 1);

  date->closing = has_word (node, "evenement", "cloture");
  date->final = has_word (node, "etat", "definitif");
  date->day = volets_xml_node_get_attribute (node, "jour");
  read_provenance (call, node, &date->provenance);
  g_ptr_array_add (call->dates, date);
}

static void
read_allowed (const VoletsCall    *call,
              const VoletsXmlNode *node,
              GType                type,
              GPtrArray           *list)
{
  VoletsAllowed *allowed = g_new0 (VoletsAllowed, 1);

  allowed->value = read_choice (node, "nature", type);
  read_provenance (call, node, &allowed->provenance);
  g_ptr_array_add (list, allowed);
}

static void
read_item (const VoletsCall    *call,
           const VoletsXmlNode *node,
           GPtrArray           *items)
{
  VoletsCallItem *item = g_new0 (VoletsCallItem, 1);

  item->id = volets_xml_node_get_attribute (node, "id");
  item->required = read_boolean (node, "obligatoire");
  read_provenance (call, node, &item->provenance);
  for (const VoletsXmlNode *child = volets_xml_node_get_first_child (node); child != NULL;
       child = volets_xml_node_get_next (child))
    {
      if (g_str_equal (volets_xml_node_get_name (child), "titre"))
        item->title = volets_xml_node_get_text (child);
      else
        item->provenance.note = volets_xml_node_get_text (child);
    }
  g_ptr_array_add (items, item);
}

static void
read_article (VoletsCall          *call,
              const VoletsXmlNode *node)
{
  VoletsArticle *article = g_new0 (VoletsArticle, 1);

  article->family = read_choice (node, "famille", VOLETS_TYPE_EXPENSE_FAMILY);
  article->label = volets_xml_node_get_attribute (node, "designation");
  read_provenance (call, node, &article->provenance);
  g_ptr_array_add (call->catalogue, article);
}

static void
read_exclusion (VoletsCall          *call,
                const VoletsXmlNode *node)
{
  VoletsExclusion *exclusion = g_new0 (VoletsExclusion, 1);
  g_autofree char *words = volets_xml_node_get_attribute (node, "mots");

  if (words != NULL)
    {
      g_autofree char *folded = volets_french_fold (words);

      exclusion->words = g_strsplit (folded, " ", -1);
    }
  read_provenance (call, node, &exclusion->provenance);
  g_ptr_array_add (call->exclusions, exclusion);
}

static void
read_formula (const VoletsCall    *call,
              const VoletsXmlNode *node,
              GPtrArray           *formulas)
{
  VoletsFormula *formula = g_new0 (VoletsFormula, 1);
  g_autofree char *value = volets_xml_node_get_attribute (node, "nature");
  g_auto (GStrv) kinds = g_strsplit_set (value != NULL ? value : "", " \t\n\r", -1);
  g_autoptr (GEnumClass) choices = g_type_class_ref (VOLETS_TYPE_APPLICANT_KIND);

  for (char **kind = kinds; *kind != NULL; kind++)
    {
      if (**kind != '\0')
        formula->applicants |= 1u << g_enum_get_value_by_nick (choices, *kind)->value;
    }
  read_provenance (call, node, &formula->provenance);
  g_ptr_array_add (formulas, formula);
}

static gboolean
read_requirement (VoletsCall           *call,
                  const VoletsXmlNode  *node,
                  GError              **error)
{
  VoletsRequirement *requirement = g_new0 (VoletsRequirement, 1);
  g_autofree char *section = volets_xml_node_get_attribute (node, "partie");
  g_autofree char *field = volets_xml_node_get_attribute (node, "champ");

  requirement->blocking = has_word (node, "gravite", "erreur");
  read_provenance (call, node, &requirement->provenance);
  g_ptr_array_add (call->requirements, requirement);
  if (volets_section_find (section, &requirement->section)
      && volets_section_find_field (requirement->section, field, &requirement->field))
    return TRUE;

  g_set_error (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_INVALID,
               "ligne %u : l’exigence porte sur « %s/%s », qui n’existe pas dans un dossier",
               volets_xml_node_get_line (node), section, field);
  return FALSE;
}

static gboolean
read_limit (const VoletsCall     *call,
            const VoletsVolet    *volet,
            const VoletsXmlNode  *node,
            GPtrArray            *limits,
            GError              **error)
{
  VoletsLimit *limit = g_new0 (VoletsLimit, 1);
  gboolean is_floor = limits == volet->floors;
  g_autofree char *level = volets_xml_node_get_attribute (node, "apprecie");

  limit->unit = read_word (node, "par", UNITS);
  limit->on_subsidy = has_word (node, "sur", "subvention");
  limit->equipped_only = read_boolean (node, "ecolesEquipees");
  limit->amount = read_number (node, "montant");
  limit->level = level != NULL ? read_word (node, "apprecie", LEVELS)
                               : MAX (volet->level, UNIT_LEVELS[limit->unit]);
  read_provenance (call, node, &limit->provenance);
  g_ptr_array_add (limits, limit);

  if (limit->level < UNIT_LEVELS[limit->unit])
    {
      g_set_error (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_INVALID,
                   "ligne %u : une limite par « %s » ne peut pas s’apprécier par « %s »",
                   volets_xml_node_get_line (node), UNITS[limit->unit], LEVELS[limit->level]);
      return FALSE;
    }
  if (is_floor ? limit->level != volet->level
               : limit->on_subsidy && limit->level < volet->level)
    {
      g_set_error (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_INVALID,
                   "ligne %u : %s ne peut pas s’apprécier par « %s » quand le volet se calcule "
                   "par « %s »",
                   volets_xml_node_get_line (node),
                   is_floor ? "un plancher" : "une limite sur la subvention",
                   LEVELS[limit->level], LEVELS[volet->level]);
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_scale (const VoletsCall     *call,
            VoletsVolet          *volet,
            const VoletsXmlNode  *node,
            GError              **error)
{
  gint64 reached = 0;

  volet->whole = has_word (node, "mode", "entier");
  read_provenance (call, node, &volet->scale_provenance);
  for (const VoletsXmlNode *child = volets_xml_node_get_first_child (node); child != NULL;
       child = volets_xml_node_get_next (child))
    {
      VoletsBracket *bracket;

      if (g_str_equal (volets_xml_node_get_name (child), "explication"))
        {
          volet->scale_provenance.note = volets_xml_node_get_text (child);
          continue;
        }
      bracket = g_new0 (VoletsBracket, 1);
      bracket->up_to = read_number (child, "jusqua");
      bracket->rate = read_number (child, "taux");
      read_provenance (call, child, &bracket->provenance);
      g_ptr_array_add (volet->brackets, bracket);

      if (reached == VOLETS_UNSET
          || (bracket->up_to != VOLETS_UNSET && bracket->up_to <= reached))
        {
          g_set_error (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_INVALID,
                       "ligne %u : les tranches d’un barème vont en montant, et seule la dernière "
                       "peut être sans fin", volets_xml_node_get_line (child));
          return FALSE;
        }
      reached = bracket->up_to;
    }

  return TRUE;
}

static gboolean
read_volet (VoletsCall           *call,
            const VoletsXmlNode  *node,
            GError              **error)
{
  VoletsVolet *volet = volets_call_add_volet (call);

  volet->id = volets_xml_node_get_attribute (node, "id");
  volet->kind = read_word (node, "nature", VOLET_KINDS);
  volet->level = VOLETS_LEVEL_PROJECT;
  read_provenance (call, node, &volet->provenance);

  for (const VoletsXmlNode *child = volets_xml_node_get_first_child (node); child != NULL;
       child = volets_xml_node_get_next (child))
    {
      const char *name = volets_xml_node_get_name (child);

      if (g_str_equal (name, "titre"))
        volet->title = volets_xml_node_get_text (child);
      else if (g_str_equal (name, "description"))
        volet->description = volets_xml_node_get_text (child);
      else if (g_str_equal (name, "depenses") && has_word (child, "de", "equipement"))
        volet->takes_equipment = TRUE;
      else if (g_str_equal (name, "depenses"))
        volet->takes_services = TRUE;
      else if (g_str_equal (name, "calcul"))
        {
          volet->level = read_word (child, "par", LEVELS);
          volet->shared_by_pupils = has_word (child, "repartition", "eleve");
          read_provenance (call, child, &volet->level_provenance);
        }
      else if (g_str_equal (name, "bareme"))
        {
          if (!read_scale (call, volet, child, error))
            return FALSE;
        }
      else if (!read_limit (call, volet, child,
                            g_str_equal (name, "plafond") ? volet->ceilings : volet->floors, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_list (VoletsCall           *call,
           const VoletsXmlNode  *list,
           GError              **error)
{
  const char *list_name = volets_xml_node_get_name (list);

  for (const VoletsXmlNode *node = volets_xml_node_get_first_child (list); node != NULL;
       node = volets_xml_node_get_next (node))
    {
      const char *name = volets_xml_node_get_name (node);

      if (g_str_equal (name, "source"))
        read_source (call, node);
      else if (g_str_equal (name, "date"))
        read_date (call, node);
      else if (g_str_equal (name, "demandeur"))
        read_allowed (call, node, VOLETS_TYPE_APPLICANT_KIND, call->applicants);
      else if (g_str_equal (name, "ecole"))
        read_allowed (call, node, VOLETS_TYPE_SCHOOL_KIND, call->school_kinds);
      else if (g_str_equal (name, "modalite"))
        read_item (call, node, call->modalities);
      else if (g_str_equal (name, "engagement"))
        read_item (call, node, call->commitments);
      else if (g_str_equal (name, "piece"))
        read_item (call, node, call->attachments);
      else if (g_str_equal (name, "produit"))
        g_ptr_array_add (call->products, volets_xml_node_get_text (node));
      else if (g_str_equal (name, "article"))
        read_article (call, node);
      else if (g_str_equal (name, "exclusion"))
        read_exclusion (call, node);
      else if (g_str_equal (name, "visa"))
        read_formula (call, node, call->visas);
      else if (g_str_equal (name, "mentionDeliberation"))
        read_formula (call, node, call->act_mentions);
      else if (g_str_equal (name, "mentionCertificat"))
        read_formula (call, node, call->act_certificates);
      else if (g_str_equal (name, "mentionPlan"))
        read_formula (call, node, call->plan_mentions);
      else if (g_str_equal (name, "departement"))
        g_ptr_array_add (call->departements, volets_xml_node_get_attribute (node, "code"));
      else if (g_str_equal (name, "precision") && g_str_equal (list_name, "perimetre"))
        read_rule (call, node, call->perimeter);
      else if (g_str_equal (name, "precision") && g_str_equal (list_name, "modalites"))
        read_rule (call, node, call->modality_notes);
      else if (g_str_equal (name, "precision"))
        read_provenance (call, node, &call->departements_provenance);
      else if (g_str_equal (name, "exigence") && !read_requirement (call, node, error))
        return FALSE;
      else if (g_str_equal (name, "volet") && !read_volet (call, node, error))
        return FALSE;
    }

  if (g_str_equal (list_name, "produits"))
    read_provenance (call, list, &call->products_provenance);

  return TRUE;
}

static gboolean
read_platform (VoletsCall           *call,
               const VoletsXmlNode  *node,
               GError              **error)
{
  call->platform = volets_platform_read (call, node, error);
  if (call->platform == NULL)
    return FALSE;

  read_provenance (call, node, &call->platform->provenance);
  for (const VoletsXmlNode *child = volets_xml_node_get_first_child (node); child != NULL;
       child = volets_xml_node_get_next (child))
    {
      if (g_str_equal (volets_xml_node_get_name (child), "explication"))
        call->platform->provenance.note = volets_xml_node_get_text (child);
      else if (g_str_equal (volets_xml_node_get_name (child), "fichiers"))
        read_provenance (call, child, &call->platform->files_provenance);
    }

  return TRUE;
}

/* Reads what stands directly in the call, and is no list. */
static gboolean
read_value (VoletsCall          *call,
            const VoletsXmlNode *node)
{
  const char *name = volets_xml_node_get_name (node);

  if (g_str_equal (name, "titre"))
    call->title = volets_xml_node_get_text (node);
  else if (g_str_equal (name, "sigle"))
    call->acronym = volets_xml_node_get_text (node);
  else if (g_str_equal (name, "autorite"))
    call->authority = volets_xml_node_get_text (node);
  else if (g_str_equal (name, "resume"))
    call->summary = volets_xml_node_get_text (node);
  else if (g_str_equal (name, "annee"))
    {
      g_autofree char *year = volets_xml_node_get_text (node);

      call->year = (guint) g_ascii_strtoull (year, NULL, 10);
    }
  else if (g_str_equal (name, "populationMaximale"))
    {
      g_autofree char *population = volets_xml_node_get_attribute (node, "habitants");

      call->max_population = g_ascii_strtoll (population, NULL, 10);
      read_provenance (call, node, &call->population_provenance);
    }
  else if (g_str_equal (name, "assiette"))
    {
      call->tax_included = has_word (node, "taxe", "ttc");
      read_provenance (call, node, &call->base_provenance);
    }
  else if (g_str_equal (name, "arrondi"))
    read_provenance (call, node, &call->rounding);
  else if (g_str_equal (name, "participationMinimale"))
    {
      call->min_own_share = read_number (node, "taux");
      read_provenance (call, node, &call->own_share_provenance);
    }
  else if (g_str_equal (name, "paiement"))
    {
      call->max_advance = read_number (node, "avanceMaximale");
      call->max_instalments = read_number (node, "acomptesMaximum");
      read_provenance (call, node, &call->payment_provenance);
    }
  else
    return FALSE;

  return TRUE;
}

/* What a validator would only call unexpected, said as what it is. */
static gboolean
check_root (const VoletsXmlNode  *root,
            GError              **error)
{
  const char *name = volets_xml_node_get_name (root);
  const char *uri = volets_xml_node_get_namespace (root);

  if (strcmp (name, "appel") == 0 && strcmp (uri, NAMESPACE) == 0)
    return TRUE;

  if (g_str_has_prefix (uri, DOSSIER_NAMESPACE_STEM))
    g_set_error_literal (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_OTHER_KIND,
                         "ce fichier est un dossier, pas un appel à projets ; choisissez un appel");
  else if (g_str_has_prefix (uri, NAMESPACE_STEM))
    g_set_error_literal (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_VERSION,
                         "l’appel est écrit pour une autre version de Volets ; mettez Volets à "
                         "jour pour le lire");
  else
    g_set_error (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_INVALID,
                 "ligne %u : <%s> n’est pas le début d’un appel à projets ; il faut "
                 "<appel xmlns=\"" NAMESPACE "\">", volets_xml_node_get_line (root), name);
  return FALSE;
}

/**
 * volets_call_read:
 * @bytes: what a call file holds
 * @error: a sentence without the name of the file, in VOLETS_XML_ERROR
 *
 * Reads a call and validates it against data/schemas/appel.xsd, then against what a schema cannot
 * say: that its limits can be applied, and that what it asks for and what the form of its platform
 * takes exist.
 *
 * Returns: (transfer full) (nullable): the call
 */
VoletsCall *
volets_call_read (GBytes  *bytes,
                  GError **error)
{
  g_autoptr (VoletsXml) xml = volets_xml_parse (bytes, error);
  g_autoptr (VoletsCall) call = NULL;
  const VoletsXmlNode *root;
  g_autofree char *version = NULL;

  if (xml == NULL)
    return NULL;

  root = volets_xml_get_root (xml);
  if (!check_root (root, error) || !volets_xml_validate (xml, "appel.xsd", error))
    return NULL;

  call = volets_call_new_empty ();
  call->id = volets_xml_node_get_attribute (root, "id");
  version = volets_xml_node_get_attribute (root, "version");
  call->version = (guint) g_ascii_strtoull (version, NULL, 10);
  for (const VoletsXmlNode *node = volets_xml_node_get_first_child (root); node != NULL;
       node = volets_xml_node_get_next (node))
    {
      if (g_str_equal (volets_xml_node_get_name (node), "plateforme")
            ? !read_platform (call, node, error)
            : !read_value (call, node) && !read_list (call, node, error))
        return NULL;
    }

  return g_steal_pointer (&call);
}
