/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/pdf-finish.h"

#include <stdlib.h>
#include <string.h>

#include "documents/pdf-content.h"
#include "documents/pdf-structure.h"
#include "documents/pdf-writer.h"
#include "documents/pdf-xmp.h"
#include "documents/srgb-profile.h"

/* The papers are French, whatever the language of the session. */
#define LANGUAGE "fr-FR"

#define SRGB "sRGB IEC61966-2.1"
#define SRGB_REGISTRY "http://www.color.org"

/* What qpdf could mend is none. */
static gboolean
is_error (QPDF_ERROR_CODE code)
{
  return (code & QPDF_ERRORS) != 0;
}

static void
set (qpdf_data   pdf,
     qpdf_oh     dictionary,
     const char *key,
     qpdf_oh     value)
{
  qpdf_oh_replace_key (pdf, dictionary, key, value);
  qpdf_oh_release (pdf, value);
}

static void
set_name (qpdf_data   pdf,
          qpdf_oh     dictionary,
          const char *key,
          const char *name)
{
  set (pdf, dictionary, key, qpdf_oh_new_name (pdf, name));
}

static void
set_text (qpdf_data   pdf,
          qpdf_oh     dictionary,
          const char *key,
          const char *text)
{
  set (pdf, dictionary, key, qpdf_oh_new_unicode_string (pdf, text));
}

static void
set_number (qpdf_data   pdf,
            qpdf_oh     dictionary,
            const char *key,
            gsize       number)
{
  set (pdf, dictionary, key, qpdf_oh_new_integer (pdf, (long long) number));
}

/* 2021-03-31 as D:20210331000000Z */
static void
set_date (qpdf_data   pdf,
          qpdf_oh     dictionary,
          const char *key,
          const char *date)
{
  g_autofree char *text = g_strdup_printf ("D:%.4s%.2s%.2s000000Z", date, date + 5, date + 8);

  set (pdf, dictionary, key, qpdf_oh_new_string (pdf, text));
}

static qpdf_oh
add_stream (qpdf_data  pdf,
            GBytes    *bytes)
{
  qpdf_oh stream = qpdf_oh_new_stream (pdf);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  qpdf_oh_replace_stream_data (pdf, stream, data, size, qpdf_oh_new_null (pdf),
                               qpdf_oh_new_null (pdf));
  return stream;
}

static void
show_title (qpdf_data pdf,
            qpdf_oh   root)
{
  set (pdf, root, "/ViewerPreferences", qpdf_oh_parse (pdf, "<< /DisplayDocTitle true >>"));
  set (pdf, root, "/Lang", qpdf_oh_new_string (pdf, LANGUAGE));
}

/* The colours of the paper are those of sRGB, for whatever prints it. */
static void
add_output_intent (qpdf_data pdf,
                   qpdf_oh   root)
{
  g_autoptr (GBytes) bytes = volets_srgb_profile_make ();
  qpdf_oh profile = add_stream (pdf, bytes);
  qpdf_oh intent = qpdf_oh_new_dictionary (pdf);

  set_number (pdf, qpdf_oh_get_dict (pdf, profile), "/N", 3);
  set_name (pdf, intent, "/Type", "/OutputIntent");
  set_name (pdf, intent, "/S", "/GTS_PDFA1");
  set_text (pdf, intent, "/OutputConditionIdentifier", SRGB);
  set_text (pdf, intent, "/Info", SRGB);
  set_text (pdf, intent, "/RegistryName", SRGB_REGISTRY);
  set (pdf, intent, "/DestOutputProfile", profile);
  set (pdf, root, "/OutputIntents", qpdf_oh_wrap_in_array (pdf, intent));
}

static char *
get_info (qpdf_data   pdf,
          qpdf_oh     info,
          const char *key)
{
  qpdf_oh value = qpdf_oh_get_key (pdf, info, key);

  return qpdf_oh_is_string (pdf, value) ? g_strdup (qpdf_oh_get_utf8_value (pdf, value)) : NULL;
}

/* What Cairo wrote of the paper, a second time as XMP. */
static void
add_xmp (qpdf_data   pdf,
         qpdf_oh     root,
         const char *date)
{
  qpdf_oh info = qpdf_oh_get_key (pdf, qpdf_get_trailer (pdf), "/Info");
  g_autofree char *title = get_info (pdf, info, "/Title");
  g_autofree char *author = get_info (pdf, info, "/Author");
  g_autofree char *subject = get_info (pdf, info, "/Subject");
  g_autofree char *keywords = get_info (pdf, info, "/Keywords");
  g_autofree char *creator = get_info (pdf, info, "/Creator");
  g_autofree char *producer = get_info (pdf, info, "/Producer");
  const VoletsPdfXmp xmp = {
    title, author, subject, keywords, creator, producer, LANGUAGE, date,
  };
  char *packet = volets_pdf_xmp_write (&xmp);
  g_autoptr (GBytes) bytes = g_bytes_new_take (packet, strlen (packet));
  qpdf_oh stream = add_stream (pdf, bytes);
  qpdf_oh dictionary = qpdf_oh_get_dict (pdf, stream);

  set_name (pdf, dictionary, "/Type", "/Metadata");
  set_name (pdf, dictionary, "/Subtype", "/XML");
  set (pdf, root, "/Metadata", stream);

  /* Cairo leaves out what says that these are dates. */
  set_date (pdf, info, "/CreationDate", date);
  set_date (pdf, info, "/ModDate", date);
}

static qpdf_oh
add_file_stream (qpdf_data            pdf,
                 const VoletsPdfFile *file,
                 const char          *date)
{
  qpdf_oh stream = add_stream (pdf, file->bytes);
  qpdf_oh dictionary = qpdf_oh_get_dict (pdf, stream);
  qpdf_oh parameters = qpdf_oh_new_dictionary (pdf);
  g_autofree char *type = g_strconcat ("/", file->mime_type, NULL);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_MD5);
  guint8 digest[16];
  gsize digest_size = sizeof digest, size;
  const guint8 *data = g_bytes_get_data (file->bytes, &size);

  g_checksum_update (checksum, data, (gssize) size);
  g_checksum_get_digest (checksum, digest, &digest_size);
  set_number (pdf, parameters, "/Size", size);
  set_date (pdf, parameters, "/CreationDate", date);
  set_date (pdf, parameters, "/ModDate", date);
  set (pdf, parameters, "/CheckSum",
       qpdf_oh_new_binary_string (pdf, (const char *) digest, digest_size));

  set_name (pdf, dictionary, "/Type", "/EmbeddedFile");
  set_name (pdf, dictionary, "/Subtype", type);
  set (pdf, dictionary, "/Params", parameters);

  return stream;
}

static void
embed (qpdf_data            pdf,
       qpdf_oh              root,
       const VoletsPdfFile *file,
       const char          *date)
{
  qpdf_oh stream = add_file_stream (pdf, file, date);
  qpdf_oh streams = qpdf_oh_new_dictionary (pdf);
  qpdf_oh specification = qpdf_oh_new_dictionary (pdf);
  qpdf_oh entry = qpdf_oh_new_array (pdf);
  qpdf_oh tree = qpdf_oh_new_dictionary (pdf);
  qpdf_oh names = qpdf_oh_get_key (pdf, root, "/Names");

  qpdf_oh_replace_key (pdf, streams, "/F", stream);
  qpdf_oh_replace_key (pdf, streams, "/UF", stream);
  set_name (pdf, specification, "/Type", "/Filespec");
  set_name (pdf, specification, "/AFRelationship", "/Data");
  set_text (pdf, specification, "/F", file->name);
  set_text (pdf, specification, "/UF", file->name);
  set_text (pdf, specification, "/Desc", file->description);
  set (pdf, specification, "/EF", streams);
  specification = qpdf_make_indirect_object (pdf, specification);

  qpdf_oh_append_item (pdf, entry, qpdf_oh_new_unicode_string (pdf, file->name));
  qpdf_oh_append_item (pdf, entry, specification);
  set (pdf, tree, "/Names", entry);
  if (!qpdf_oh_is_dictionary (pdf, names))
    {
      names = qpdf_oh_new_dictionary (pdf);
      qpdf_oh_replace_key (pdf, root, "/Names", names);
    }
  set (pdf, names, "/EmbeddedFiles", tree);
  set (pdf, root, "/AF", qpdf_oh_wrap_in_array (pdf, specification));
}

static void
mark_page (qpdf_data        pdf,
           VoletsPdfWriter *writer,
           qpdf_oh          page,
           GHashTable      *strays)
{
  qpdf_oh contents = qpdf_oh_get_key (pdf, page, "/Contents");
  qpdf_oh key = qpdf_oh_get_key (pdf, page, "/StructParents");
  int parents = qpdf_oh_get_int_value_as_int (pdf, key);
  g_autoptr (GBytes) marked = NULL;
  unsigned char *content = NULL;
  size_t size = 0;

  if (is_error (qpdf_oh_get_page_content_data (pdf, page, &content, &size)))
    return;

  marked = volets_pdf_content_mark ((const char *) content, size,
                                    g_hash_table_lookup (strays, GINT_TO_POINTER (parents)));
  free (content);
  qpdf_oh_replace_stream_data (pdf, contents, g_bytes_get_data (marked, NULL),
                               g_bytes_get_size (marked), qpdf_oh_new_null (pdf),
                               qpdf_oh_new_null (pdf));
  volets_pdf_writer_write (writer, contents);
}

static void
mark_pages (qpdf_data          pdf,
            VoletsPdfWriter   *writer,
            const char *const *alternatives)
{
  g_autoptr (GHashTable) strays = volets_pdf_structure_finish (pdf, writer, alternatives);
  int n_pages = qpdf_get_num_pages (pdf);

  for (int i = 0; i < n_pages; i++)
    mark_page (pdf, writer, qpdf_get_page_n (pdf, (size_t) i), strays);
}

static void
mend_object (qpdf_data pdf,
             qpdf_oh   object)
{
  /* Small pictures such as emojis; whoever keeps a paper wants their dots as they are. */
  if (qpdf_oh_is_stream (pdf, object))
    {
      qpdf_oh dictionary = qpdf_oh_get_dict (pdf, object);

      qpdf_oh_remove_key (pdf, dictionary, "/Interpolate");
      qpdf_oh_release (pdf, dictionary);
      return;
    }

  /* That the characters of such a font are its glyphs is what readers take for granted. Only fonts
   * of this kind have the first key, and nearly all that is asked here is none. */
  if (qpdf_oh_is_dictionary (pdf, object) && qpdf_oh_has_key (pdf, object, "/CIDSystemInfo")
      && qpdf_oh_is_dictionary_of_type (pdf, object, "/Font", "/CIDFontType2")
      && !qpdf_oh_has_key (pdf, object, "/CIDToGIDMap"))
    set_name (pdf, object, "/CIDToGIDMap", "/Identity");
}

/* PDF/A forbids some of what Cairo writes. */
static void
mend_objects (qpdf_data        pdf,
              VoletsPdfWriter *writer)
{
  qpdf_oh size = qpdf_oh_get_key (pdf, qpdf_get_trailer (pdf), "/Size");
  int n_objects = qpdf_oh_get_int_value_as_int (pdf, size);

  for (int i = 1; i < n_objects; i++)
    {
      qpdf_oh object;

      if (volets_pdf_writer_has_written (writer, i))
        continue;
      object = qpdf_get_object_by_id (pdf, i, 0);
      mend_object (pdf, object);
      qpdf_oh_release (pdf, object);
    }
}

/**
 * volets_pdf_finish:
 * @drawn: a tagged PDF of Cairo, without a password
 * @alternatives: (array zero-terminated=1): what each figure shows, in reading order
 * @date: when the file says it was made, 2021-03-31
 * @file: (nullable): what the PDF carries
 * @error: a sentence for the person, in VOLETS_PDF_ERROR
 *
 * Makes a PDF/A-3a and PDF/UA-1 of what was drawn, with all that Cairo has no words for. The same
 * input gives the same bytes.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
volets_pdf_finish (GBytes               *drawn,
                   const char *const    *alternatives,
                   const char           *date,
                   const VoletsPdfFile  *file,
                   GError              **error)
{
  qpdf_data pdf = qpdf_init ();
  GBytes *finished = NULL;
  gsize size;
  const char *data = g_bytes_get_data (drawn, &size);

  /* What goes wrong in between comes out in the end. */
  qpdf_silence_errors (pdf);
  qpdf_set_suppress_warnings (pdf, QPDF_TRUE);
  if (!is_error (qpdf_read_memory (pdf, "", data, size, NULL)))
    {
      g_autoptr (VoletsPdfWriter) writer = volets_pdf_writer_new (pdf);
      qpdf_oh root = qpdf_get_root (pdf);

      mark_pages (pdf, writer, alternatives);
      mend_objects (pdf, writer);
      show_title (pdf, root);
      add_output_intent (pdf, root);
      add_xmp (pdf, root, date);
      if (file != NULL)
        embed (pdf, root, file, date);
      finished = volets_pdf_writer_finish (writer);
    }

  if (qpdf_has_error (pdf) || finished == NULL)
    {
      g_clear_pointer (&finished, g_bytes_unref);
      g_debug ("qpdf: %s", qpdf_get_error_full_text (pdf, qpdf_get_error (pdf)));
      g_set_error_literal (error, VOLETS_PDF_ERROR, VOLETS_PDF_ERROR_RENDER,
                           "le document n’a pas pu être achevé en PDF : c’est un défaut de Volets, "
                           "signalez-le à ses auteurs");
    }
  qpdf_cleanup (&pdf);

  return finished;
}
