/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/odt.h"

#include "documents/odf-xml.h"
#include "documents/odt-content.h"
#include "documents/odt-styles.h"
#include "documents/typesetter.h"
#include "documents/zip-file.h"

#define MIME_TYPE "application/vnd.oasis.opendocument.text"

/* The manifest has a namespace of its own and nothing that depends on the paper. */
#define MANIFEST                                                                                   \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                                  \
  "<manifest:manifest"                                                                             \
  " xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\""                         \
  " manifest:version=\"1.2\">"                                                                     \
  "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.2\""                         \
  " manifest:media-type=\"" MIME_TYPE "\"/>"                                                       \
  "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"     \
  "<manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/>"      \
  "<manifest:file-entry manifest:full-path=\"meta.xml\" manifest:media-type=\"text/xml\"/>"        \
  "</manifest:manifest>\n"

static void
write_meta (VoletsOdfXml *xml,
            const char   *element,
            const char   *text)
{
  g_autofree char *clean = volets_typesetter_clean (text);

  if (*clean == '\0')
    return;

  volets_odf_xml_open (xml, element, NULL);
  volets_odf_xml_text (xml, clean);
  volets_odf_xml_close (xml);
}

static GBytes *
make_meta (VoletsSheet         *sheet,
           const VoletsOdtInfo *info)
{
  g_autoptr (VoletsOdfXml) xml = volets_odf_xml_new ("office:document-meta");
  g_autofree char *time = g_strconcat (info->date, "T00:00:00", NULL);

  volets_odf_xml_open (xml, "office:meta", NULL);
  write_meta (xml, "meta:generator", "Volets/" VOLETS_VERSION);
  write_meta (xml, "dc:title", volets_document_get_title (VOLETS_DOCUMENT (sheet)));
  write_meta (xml, "dc:subject", info->subject);
  write_meta (xml, "meta:initial-creator", info->author);
  write_meta (xml, "dc:creator", info->author);
  write_meta (xml, "meta:creation-date", time);
  write_meta (xml, "dc:date", time);
  write_meta (xml, "dc:language", "fr-FR");
  volets_odf_xml_open (xml, "meta:user-defined", "meta:name", "Empreinte", NULL);
  volets_odf_xml_text (xml, info->fingerprint);

  return volets_odf_xml_finish (xml);
}

static void
add_file (VoletsZipFile *zip,
          const char    *name,
          GBytes        *bytes)
{
  volets_zip_file_add (zip, name, bytes, TRUE);
  g_bytes_unref (bytes);
}

/**
 * volets_odt_render:
 * @sheet: a paper of headings, paragraphs, lists, terms, fields, articles, tables and signatures
 * @info: what the file says about itself
 * @error: a sentence for the person
 *
 * Makes of @sheet a text that can be amended: the very blocks of the PDF, in named styles.
 *
 * Returns: (transfer full) (nullable): the .odt file, always the same for the same answers and day
 */
GBytes *
volets_odt_render (VoletsSheet          *sheet,
                   const VoletsOdtInfo  *info,
                   GError              **error)
{
  g_autoptr (VoletsZipFile) zip = volets_zip_file_new (info->date);
  g_autoptr (GBytes) mime_type = g_bytes_new_static (MIME_TYPE, sizeof MIME_TYPE - 1);
  g_autoptr (GBytes) manifest = g_bytes_new_static (MANIFEST, sizeof MANIFEST - 1);

  g_return_val_if_fail (VOLETS_IS_SHEET (sheet), NULL);
  g_return_val_if_fail (info->fingerprint != NULL && info->date != NULL, NULL);

  /* The type comes first and as it is, where whoever looks at the first bytes finds it. */
  volets_zip_file_add (zip, "mimetype", mime_type, FALSE);
  add_file (zip, "content.xml", volets_odt_make_content (sheet));
  add_file (zip, "styles.xml", volets_odt_make_styles (sheet));
  add_file (zip, "meta.xml", make_meta (sheet, info));
  volets_zip_file_add (zip, "META-INF/manifest.xml", manifest, TRUE);

  return volets_zip_file_finish (zip, error);
}
