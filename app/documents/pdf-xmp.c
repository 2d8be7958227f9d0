/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/pdf-xmp.h"

/* A byte order mark within the instruction says that the packet is UTF-8. */
#define BEGIN "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
#define END "<?xpacket end=\"r\"?>"

/* What the paper claims to be. PDF/A asks that a schema it does not know is described where it is
 * used; it knows all of these but that of PDF/UA. */
#define CLAIMS                                                                                    \
  "      <pdfaid:part>3</pdfaid:part>\n"                                                          \
  "      <pdfaid:conformance>A</pdfaid:conformance>\n"                                            \
  "      <pdfuaid:part>1</pdfuaid:part>\n"                                                        \
  "      <pdfaExtension:schemas>\n"                                                               \
  "        <rdf:Bag>\n"                                                                           \
  "          <rdf:li rdf:parseType=\"Resource\">\n"                                               \
  "            <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"             \
  "            <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/"                         \
  "</pdfaSchema:namespaceURI>\n"                                                                  \
  "            <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"                                  \
  "            <pdfaSchema:property>\n"                                                           \
  "              <rdf:Seq>\n"                                                                     \
  "                <rdf:li rdf:parseType=\"Resource\">\n"                                         \
  "                  <pdfaProperty:name>part</pdfaProperty:name>\n"                               \
  "                  <pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"                  \
  "                  <pdfaProperty:category>internal</pdfaProperty:category>\n"                   \
  "                  <pdfaProperty:description>part of ISO 14289 that the document follows"       \
  "</pdfaProperty:description>\n"                                                                 \
  "                </rdf:li>\n"                                                                   \
  "              </rdf:Seq>\n"                                                                    \
  "            </pdfaSchema:property>\n"                                                          \
  "          </rdf:li>\n"                                                                         \
  "        </rdf:Bag>\n"                                                                          \
  "      </pdfaExtension:schemas>\n"

static const char *const NAMESPACES[] = {
  "dc", "http://purl.org/dc/elements/1.1/",
  "xmp", "http://ns.adobe.com/xap/1.0/",
  "pdf", "http://ns.adobe.com/pdf/1.3/",
  "pdfaid", "http://www.aiim.org/pdfa/ns/id/",
  "pdfuaid", "http://www.aiim.org/pdfua/ns/id/",
  "pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/",
  "pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#",
  "pdfaProperty", "http://www.aiim.org/pdfa/ns/property#",
};

static void
append (GString    *text,
        const char *element,
        const char *open,
        const char *value,
        const char *close)
{
  g_autofree char *escaped = value != NULL ? g_markup_escape_text (value, -1) : NULL;

  if (escaped != NULL)
    g_string_append_printf (text, "      <%s>%s%s%s</%s>\n", element, open, escaped, close,
                            element);
}

/**
 * volets_pdf_xmp_write:
 * @xmp: what the paper says of itself
 *
 * Returns: (transfer full): the XMP packet of the file
 */
char *
volets_pdf_xmp_write (const VoletsPdfXmp *xmp)
{
  static const char ALT[] = "<rdf:Alt><rdf:li xml:lang=\"x-default\">";
  static const char ALT_END[] = "</rdf:li></rdf:Alt>";
  GString *text = g_string_new (BEGIN);
  g_autofree char *time = g_strconcat (xmp->date, "T00:00:00Z", NULL);

  g_string_append (text, "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                         "  <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                         "    <rdf:Description rdf:about=\"\"");
  for (gsize i = 0; i < G_N_ELEMENTS (NAMESPACES); i += 2)
    g_string_append_printf (text, "\n        xmlns:%s=\"%s\"", NAMESPACES[i], NAMESPACES[i + 1]);
  g_string_append (text, ">\n");

  append (text, "dc:format", "", "application/pdf", "");
  append (text, "dc:language", "<rdf:Bag><rdf:li>", xmp->language, "</rdf:li></rdf:Bag>");
  append (text, "dc:title", ALT, xmp->title, ALT_END);
  append (text, "dc:creator", "<rdf:Seq><rdf:li>", xmp->author, "</rdf:li></rdf:Seq>");
  append (text, "dc:description", ALT, xmp->subject, ALT_END);
  append (text, "pdf:Keywords", "", xmp->keywords, "");
  append (text, "pdf:Producer", "", xmp->producer, "");
  append (text, "xmp:CreatorTool", "", xmp->creator, "");
  append (text, "xmp:CreateDate", "", time, "");
  append (text, "xmp:ModifyDate", "", time, "");
  g_string_append (text, CLAIMS
                         "    </rdf:Description>\n"
                         "  </rdf:RDF>\n"
                         "</x:xmpmeta>\n"
                         END);

  return g_string_free (text, FALSE);
}
