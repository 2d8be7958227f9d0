/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/dossier-xml.h"

#include <string.h>

#include "engine/attachment.h"
#include "engine/xml.h"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define NAMESPACE_STEM "urn:volets:dossier:"
#define CALL_NAMESPACE_STEM "urn:volets:appel:"
#define NONE -1

/* Without the field @omitted, or NONE. */
static void
write_record (VoletsXmlWriter    *writer,
              const char         *element,
              const VoletsValues *answers,
              int                 omitted)
{
  guint n_fields;
  const VoletsField *fields = volets_values_get_fields (answers, &n_fields);
  const char *id = NULL;

  for (guint i = 0; i < n_fields; i++)
    {
      if (fields[i].kind == VOLETS_FIELD_ID)
        id = volets_values_get_text (answers, i);
    }

  volets_xml_writer_open (writer, element, "id", id, NULL);
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *value = NULL;

      if (fields[i].kind == VOLETS_FIELD_ID || (int) i == omitted)
        continue;
      value = volets_values_format (answers, i);
      volets_xml_writer_element (writer, fields[i].element, value);
    }
  volets_xml_writer_close (writer, element);
}

/* What is attached is an answer, with its size and its checksum; where it lies is none. */
static void
write_section (VoletsXmlWriter             *writer,
               const VoletsDossierSnapshot *dossier,
               VoletsSection                section,
               gboolean                     only_answers)
{
  const VoletsSectionInfo *info = volets_section_get_info (section);
  const GPtrArray *records = volets_dossier_snapshot_get_section (dossier, section);
  int omitted =
    only_answers && section == VOLETS_SECTION_ATTACHMENTS ? VOLETS_ATTACHMENT_PATH : NONE;

  if (info->row_element == NULL)
    {
      const VoletsValues *answers = g_ptr_array_index (records, 0);

      if (!volets_values_are_empty (answers))
        write_record (writer, info->element, answers, omitted);
    }
  else if (records->len > 0)
    {
      volets_xml_writer_open (writer, info->element, NULL);
      for (guint i = 0; i < records->len; i++)
        write_record (writer, info->row_element, g_ptr_array_index (records, i), omitted);
      volets_xml_writer_close (writer, info->element);
    }
}

static void
write_dossier (VoletsXmlWriter             *writer,
               const VoletsDossierSnapshot *dossier,
               gboolean                     is_root,
               gboolean                     only_answers)
{
  volets_xml_writer_open (writer, "dossier",
                          "xmlns", is_root ? VOLETS_DOSSIER_NAMESPACE : NULL,
                          "appel", volets_dossier_snapshot_get_call_id (dossier),
                          "version", VOLETS_DOSSIER_VERSION,
                          NULL);
  for (VoletsSection i = 0; i < VOLETS_N_SECTIONS; i++)
    write_section (writer, dossier, i, only_answers);
  volets_xml_writer_close (writer, "dossier");
}

/**
 * volets_dossier_write_element:
 * @dossier: a dossier
 * @writer: where to write, in an element of the same namespace
 *
 * Writes every answer that was given, in the order of the tables: the same answers give the same
 * bytes.
 */
void
volets_dossier_write_element (VoletsDossier   *dossier,
                              VoletsXmlWriter *writer)
{
  g_autoptr (VoletsDossierSnapshot) snapshot = volets_dossier_snapshot_new (dossier);

  write_dossier (writer, snapshot, FALSE, FALSE);
}

/**
 * volets_dossier_write_snapshot:
 * @snapshot: a dossier as it was
 *
 * May be called in any thread.
 *
 * Returns: (transfer full): its working file, *.volets
 */
GBytes *
volets_dossier_write_snapshot (const VoletsDossierSnapshot *snapshot)
{
  VoletsXmlWriter writer = { .text = g_string_new (DECLARATION) };

  write_dossier (&writer, snapshot, TRUE, FALSE);
  return g_string_free_to_bytes (writer.text);
}

/**
 * volets_dossier_write:
 * @dossier: a dossier
 *
 * Returns: (transfer full): its working file, *.volets
 */
GBytes *
volets_dossier_write (VoletsDossier *dossier)
{
  g_autoptr (VoletsDossierSnapshot) snapshot = NULL;

  g_return_val_if_fail (VOLETS_IS_DOSSIER (dossier), NULL);

  snapshot = volets_dossier_snapshot_new (dossier);
  return volets_dossier_write_snapshot (snapshot);
}

/**
 * volets_dossier_get_fingerprint:
 * @dossier: a dossier
 *
 * Returns: (transfer full): the SHA-256, in hexadecimal, of the canonical form (XML C14N) of its
 *   working file, without the paths of the attachments: it stays when the dossier is saved to
 *   another folder
 */
char *
volets_dossier_get_fingerprint (VoletsDossier *dossier)
{
  g_autoptr (VoletsDossierSnapshot) snapshot = NULL;
  VoletsXmlWriter writer = { .text = g_string_new (NULL) };
  char *fingerprint;

  g_return_val_if_fail (VOLETS_IS_DOSSIER (dossier), NULL);

  snapshot = volets_dossier_snapshot_new (dossier);
  write_dossier (&writer, snapshot, TRUE, TRUE);
  /* The canonical form ends with the element: the line end after it does not belong to it. */
  fingerprint = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) writer.text->str,
                                             writer.text->len - 1);
  g_string_free (writer.text, TRUE);

  return fingerprint;
}

static gboolean
read_field (VoletsRecord         *record,
            const VoletsField    *fields,
            guint                 n_fields,
            const VoletsXmlNode  *node,
            guint                *next,
            GError              **error)
{
  const char *name = volets_xml_node_get_name (node);
  g_autofree char *value = volets_xml_node_get_text (node);
  GError *local_error = NULL;

  /* The schema has the elements in the order of the table: the search goes on where it was. */
  while (*next < n_fields && strcmp (fields[*next].element, name) != 0)
    (*next)++;
  g_return_val_if_fail (*next < n_fields, FALSE);

  /* Only in a text do the spaces around a value belong to it; an editor may add them elsewhere. */
  if (fields[*next].kind != VOLETS_FIELD_TEXT)
    g_strstrip (value);
  if (volets_record_parse (record, *next, value, &local_error))
    return TRUE;

  g_propagate_prefixed_error (error, local_error, "ligne %u : ", volets_xml_node_get_line (node));
  return FALSE;
}

static gboolean
read_record (VoletsRecord         *record,
             const VoletsXmlNode  *node,
             GError              **error)
{
  guint n_fields, next = 0;
  const VoletsField *fields = volets_record_get_fields (record, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *id = NULL;

      if (fields[i].kind != VOLETS_FIELD_ID)
        continue;
      id = volets_xml_node_get_attribute (node, fields[i].element);
      volets_record_set_text (record, i, id);
    }

  for (const VoletsXmlNode *child = volets_xml_node_get_first_child (node); child != NULL;
       child = volets_xml_node_get_next (child))
    {
      if (!read_field (record, fields, n_fields, child, &next, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_section (VoletsDossier        *dossier,
              VoletsSection         section,
              const VoletsXmlNode  *node,
              GError              **error)
{
  const VoletsSectionInfo *info = volets_section_get_info (section);

  if (info->row_element == NULL)
    return read_record (volets_dossier_get_record (dossier, section), node, error);

  for (const VoletsXmlNode *row = volets_xml_node_get_first_child (node); row != NULL;
       row = volets_xml_node_get_next (row))
    {
      g_autoptr (VoletsRecord) record = g_object_new (info->get_type (), NULL);

      if (!read_record (record, row, error))
        return FALSE;
      g_list_store_append (volets_dossier_get_list (dossier, section), record);
    }

  return TRUE;
}

static VoletsDossier *
read_dossier (const VoletsXmlNode  *node,
              GError              **error)
{
  g_autofree char *call_id = volets_xml_node_get_attribute (node, "appel");
  g_autoptr (VoletsDossier) dossier = volets_dossier_new (call_id);

  for (const VoletsXmlNode *child = volets_xml_node_get_first_child (node); child != NULL;
       child = volets_xml_node_get_next (child))
    {
      for (VoletsSection i = 0; i < VOLETS_N_SECTIONS; i++)
        {
          if (strcmp (volets_section_get_info (i)->element, volets_xml_node_get_name (child)) != 0)
            continue;
          if (!read_section (dossier, i, child, error))
            return NULL;
          break;
        }
    }

  return g_steal_pointer (&dossier);
}

/* Whether @text is the number of a format that is yet to come. */
static gboolean
is_later_version (const char *text)
{
  guint64 number;

  return text != NULL && g_ascii_string_to_unsigned (text, 10, 2, G_MAXUINT, &number, NULL);
}

/* What a validator would only call unexpected, said as what it is. */
static gboolean
check_root (const VoletsXmlNode  *root,
            GError              **error)
{
  const char *name = volets_xml_node_get_name (root);
  const char *uri = volets_xml_node_get_namespace (root);
  const char *format = uri + MIN (strlen (uri), strlen (NAMESPACE_STEM));
  g_autofree char *version = volets_xml_node_get_attribute (root, "version");
  gboolean is_known = g_str_has_prefix (uri, NAMESPACE_STEM)
                      && (strcmp (name, "dossier") == 0 || strcmp (name, "depot") == 0);

  if (g_str_has_prefix (uri, CALL_NAMESPACE_STEM))
    {
      g_set_error_literal (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_OTHER_KIND,
                           "ce fichier est un appel à projets, pas un dossier ; choisissez un "
                           "dossier");
      return FALSE;
    }
  if (is_known && (is_later_version (format) || is_later_version (version)))
    {
      g_set_error (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_VERSION,
                   "le dossier a été enregistré par une version plus récente de Volets (format "
                   "%s) ; mettez Volets à jour pour l’ouvrir",
                   is_later_version (format) ? format : version);
      return FALSE;
    }
  if (!is_known || strcmp (uri, VOLETS_DOSSIER_NAMESPACE) != 0)
    {
      g_set_error (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_INVALID,
                   "ligne %u : <%s> n’est pas le début d’un dossier Volets ; il faut "
                   "<dossier xmlns=\"" VOLETS_DOSSIER_NAMESPACE "\">",
                   volets_xml_node_get_line (root), name);
      return FALSE;
    }

  return TRUE;
}

/**
 * volets_dossier_read:
 * @bytes: what a working file or a filing file holds
 * @fingerprint: (out) (optional) (nullable): the fingerprint that a filing file states, %NULL for
 *   a working file
 * @error: a sentence without the name of the file, in VOLETS_XML_ERROR or VOLETS_RECORD_ERROR
 *
 * Returns: (transfer full) (nullable): the dossier
 */
VoletsDossier *
volets_dossier_read (GBytes  *bytes,
                     char   **fingerprint,
                     GError **error)
{
  g_autoptr (VoletsXml) xml = volets_xml_parse (bytes, error);
  const VoletsXmlNode *root;
  gboolean is_filing;

  if (fingerprint != NULL)
    *fingerprint = NULL;
  if (xml == NULL)
    return NULL;

  root = volets_xml_get_root (xml);
  is_filing = strcmp (volets_xml_node_get_name (root), "depot") == 0;
  if (!check_root (root, error)
      || !volets_xml_validate (xml, is_filing ? "depot.xsd" : "dossier.xsd", error))
    return NULL;
  if (!is_filing)
    return read_dossier (root, error);

  for (const VoletsXmlNode *node = volets_xml_node_get_first_child (root);
       fingerprint != NULL && node != NULL; node = volets_xml_node_get_next (node))
    {
      if (strcmp (volets_xml_node_get_name (node), "empreinte") == 0)
        *fingerprint = volets_xml_node_get_text (node);
    }
  return read_dossier (volets_xml_node_get_first_child (root), error);
}
