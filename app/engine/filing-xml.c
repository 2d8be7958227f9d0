/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/filing-xml.h"

#include "engine/dossier-xml.h"
#include "engine/money.h"
#include "engine/xml.h"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static const char *const UNITS[] = {
  [VOLETS_UNIT_CLASS] = "classe",
  [VOLETS_UNIT_PUPIL] = "eleve",
  [VOLETS_UNIT_SCHOOL] = "ecole",
  [VOLETS_UNIT_COMMUNE] = "commune",
  [VOLETS_UNIT_PROJECT] = "projet",
};

static void
write_amount (VoletsXmlWriter *writer,
              const char      *element,
              gint64           amount)
{
  g_autofree char *text = volets_money_format_plain (amount);

  volets_xml_writer_element (writer, element, text);
}

static void
write_count (VoletsXmlWriter *writer,
             const char      *element,
             gint64           count)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, count);

  volets_xml_writer_element (writer, element, text);
}

static void
write_limits (VoletsXmlWriter *writer,
              const char      *element,
              const GArray    *limits)
{
  for (guint i = 0; i < limits->len; i++)
    {
      const VoletsLimitResult *limit = &g_array_index (limits, VoletsLimitResult, i);
      g_autofree char *amount = volets_money_format_plain (limit->rule->amount);

      volets_xml_writer_open (writer, element,
                              "determinant", limit->binding ? "true" : "false",
                              "montant", amount,
                              "par", UNITS[limit->rule->unit],
                              "sur", limit->rule->on_subsidy ? "subvention" : "depense",
                              NULL);
      write_count (writer, "nombre", limit->count);
      write_amount (writer, "limite", limit->limit);
      write_amount (writer, "valeur", limit->value);
      write_amount (writer, "ecrete", limit->cut);
      write_amount (writer, "marge", limit->headroom);
      volets_xml_writer_close (writer, element);
    }
}

static void
write_unit (VoletsXmlWriter        *writer,
            const VoletsUnitResult *unit)
{
  volets_xml_writer_open (writer, "calcul", "cle", unit->key, NULL);
  volets_xml_writer_element (writer, "nom", unit->name);
  write_amount (writer, "partCommune", unit->shared);
  write_amount (writer, "eligible", unit->eligible);
  write_limits (writer, "plafond", unit->ceilings);
  write_amount (writer, "retenu", unit->retained);
  for (guint i = 0; i < unit->brackets->len; i++)
    {
      const VoletsBracketResult *bracket =
        &g_array_index (unit->brackets, VoletsBracketResult, i);
      g_autofree char *rate = volets_rate_format_plain (bracket->rule->rate);

      volets_xml_writer_open (writer, "tranche", "taux", rate, NULL);
      write_amount (writer, "base", bracket->base);
      write_amount (writer, "montant", bracket->amount);
      volets_xml_writer_close (writer, "tranche");
    }
  write_limits (writer, "plancher", unit->floors);
  write_amount (writer, "subvention", unit->amount);
  volets_xml_writer_close (writer, "calcul");
}

static void
write_volet (VoletsXmlWriter         *writer,
             const VoletsVoletResult *volet)
{
  volets_xml_writer_open (writer, "volet", "id", volet->rule->id, NULL);
  write_amount (writer, "declare", volet->declared);
  write_amount (writer, "eligible", volet->eligible);
  write_amount (writer, "retenu", volet->retained);
  write_amount (writer, "subvention", volet->amount);
  for (guint i = 0; i < volet->units->len; i++)
    write_unit (writer, g_ptr_array_index (volet->units, i));
  write_limits (writer, "plafond", volet->ceilings);
  volets_xml_writer_close (writer, "volet");
}

static void
write_result (VoletsXmlWriter     *writer,
              const VoletsSubsidy *subsidy)
{
  g_autofree char *version = g_strdup_printf ("%u", subsidy->call->version);

  volets_xml_writer_open (writer, "resultat",
                          "appel", subsidy->call->id,
                          "assiette", subsidy->call->tax_included ? "ttc" : "ht",
                          "version", version,
                          NULL);
  write_count (writer, "communes", subsidy->n_communes);
  write_count (writer, "ecoles", subsidy->n_schools);
  write_count (writer, "classes", subsidy->n_classes);
  write_count (writer, "eleves", subsidy->n_pupils);
  for (guint i = 0; i < subsidy->volets->len; i++)
    write_volet (writer, g_ptr_array_index (subsidy->volets, i));
  write_amount (writer, "totalHT", subsidy->declared_amounts.excluding_tax);
  write_amount (writer, "totalTVA", subsidy->declared_amounts.tax);
  write_amount (writer, "totalTTC", subsidy->declared_amounts.including_tax);
  write_amount (writer, "declare", subsidy->declared);
  write_amount (writer, "eligible", subsidy->eligible);
  write_amount (writer, "retenu", subsidy->retained);
  write_amount (writer, "subvention", subsidy->amount);
  write_amount (writer, "autresPublics", subsidy->public_funders);
  write_amount (writer, "prives", subsidy->private_funders);
  write_amount (writer, "partDemandeur", subsidy->own_share);
  write_amount (writer, "partMinimale", subsidy->own_share_needed);
  volets_xml_writer_close (writer, "resultat");
}

/**
 * volets_filing_write:
 * @dossier: a dossier whose review has no error
 * @subsidy: what was computed of it
 * @error: a sentence in VOLETS_XML_ERROR: the dossier is not fit for filing after all
 *
 * The result is validated against data/schemas/depot.xsd before anybody gets to see it.
 *
 * Returns: (transfer full) (nullable): the filing file, *.xml
 */
GBytes *
volets_filing_write (VoletsDossier        *dossier,
                     const VoletsSubsidy  *subsidy,
                     GError              **error)
{
  VoletsXmlWriter writer = { .text = g_string_new (DECLARATION) };
  g_autofree char *fingerprint = volets_dossier_get_fingerprint (dossier);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (VoletsXml) xml = NULL;

  volets_xml_writer_open (&writer, "depot", "xmlns", VOLETS_DOSSIER_NAMESPACE,
                          "version", VOLETS_DOSSIER_VERSION, NULL);
  volets_dossier_write_element (dossier, &writer);
  write_result (&writer, subsidy);
  g_string_append_printf (writer.text, "  <empreinte algorithme=\"SHA-256\">%s</empreinte>\n",
                          fingerprint);
  volets_xml_writer_close (&writer, "depot");
  bytes = g_string_free_to_bytes (writer.text);

  xml = volets_xml_parse (bytes, error);
  if (xml == NULL || !volets_xml_validate (xml, "depot.xsd", error))
    return NULL;

  return g_steal_pointer (&bytes);
}
