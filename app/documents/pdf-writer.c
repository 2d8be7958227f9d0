/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/pdf-writer.h"

#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

/* PDF/A-3 is a part of this version, and wants four bytes that are not ASCII. */
#define HEADER "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"

/* Objects in one stream: whoever wants one of them has to unpack them all. */
#define MOST_PACKED 200

typedef enum {
  PLACE_NONE,
  PLACE_FILE,
  PLACE_PACK,
} PlaceKind;

/* Where an object is: at an offset of the file, or in a pack, which is a stream of objects. */
typedef struct {
  PlaceKind kind;
  guint32   where;
  guint16   index;        /* in the pack */
} Place;

/* How the file says that: in bytes of which each is written as what it is more than the one of the
 * place before. */
#define PLACE_SIZE 7
#define PLACE_FORMAT "/W [ 1 4 2 ] /DecodeParms << /Predictor 12 /Columns 7 >>"
#define PLACE_PREDICTOR 2

struct _VoletsPdfWriter {
  qpdf_data   pdf;
  GByteArray *file;
  GArray     *places;     /* of each object, by its number */
  GPtrArray  *packs;      /* which get their numbers last */

  /* What comes into the next pack. */
  guint       n_objects;
  GString    *index;
  GString    *objects;
};

static void
put (VoletsPdfWriter *self,
     const char      *text)
{
  g_byte_array_append (self->file, (const guint8 *) text, (guint) strlen (text));
}

static Place *
get_place (VoletsPdfWriter *self,
           int              number)
{
  if (self->places->len <= (guint) number)
    g_array_set_size (self->places, (guint) number + 1);

  return &g_array_index (self->places, Place, number);
}

/* Returns: how many bytes of @packed it takes, or 0 where it does not get smaller. */
static gsize
compress (const guint8 *data,
          gsize         size,
          guint8       *packed)
{
  g_autoptr (GZlibCompressor) compressor =
    g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, -1);
  gsize n_read, n_written;
  GConverterResult result =
    g_converter_convert (G_CONVERTER (compressor), data, size, packed, size,
                         G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);

  return result == G_CONVERTER_FINISHED ? n_written : 0;
}

/* @dictionary is « << » and what is said of the stream but for its length. */
static GString *
make_stream (const char   *dictionary,
             const guint8 *data,
             gsize         size,
             gboolean      compresses)
{
  g_autofree guint8 *packed = compresses && size > 0 ? g_malloc (size) : NULL;
  gsize packed_size = packed != NULL ? compress (data, size, packed) : 0;
  gsize length = packed_size > 0 ? packed_size : size;
  GString *stream = g_string_sized_new (length + 200);

  g_string_printf (stream, "<< /Length %" G_GSIZE_FORMAT "%s%s\nstream\n", length,
                   packed_size > 0 ? " /Filter /FlateDecode" : "", dictionary + strlen ("<<"));
  g_string_append_len (stream, (const char *) (packed_size > 0 ? packed : data), (gssize) length);
  /* PDF/A wants the end of a stream on a line of its own. */
  g_string_append (stream, "\nendstream\nendobj\n");

  return stream;
}

static void
put_stream (VoletsPdfWriter *self,
            int              number,
            const GString   *stream)
{
  g_autofree char *start = g_strdup_printf ("%d 0 obj\n", number);

  *get_place (self, number) = (Place) { PLACE_FILE, self->file->len, 0 };
  put (self, start);
  g_byte_array_append (self->file, (const guint8 *) stream->str, (guint) stream->len);
}

/* What is not compressed yet is now, but for the metadata, which any program is to find. */
static void
copy_stream (VoletsPdfWriter *self,
             int              number,
             qpdf_oh          stream)
{
  qpdf_oh dictionary = qpdf_oh_get_dict (self->pdf, stream);
  gboolean compresses = !qpdf_oh_has_key (self->pdf, dictionary, "/Filter")
                        && !qpdf_oh_is_dictionary_of_type (self->pdf, dictionary, "/Metadata",
                                                        NULL);
  g_autoptr (GString) copy = NULL;
  unsigned char *data = NULL;
  size_t size = 0;

  qpdf_oh_get_stream_data (self->pdf, stream, qpdf_dl_none, NULL, &data, &size);
  qpdf_oh_remove_key (self->pdf, dictionary, "/Length");
  copy = make_stream (qpdf_oh_unparse (self->pdf, dictionary), data, size, compresses);
  put_stream (self, number, copy);
  free (data);
  qpdf_oh_release (self->pdf, dictionary);
}

static void
free_pack (gpointer data)
{
  g_string_free (data, TRUE);
}

static void
close_pack (VoletsPdfWriter *self)
{
  g_autofree char *dictionary = g_strdup_printf ("<< /Type /ObjStm /N %u /First %" G_GSIZE_FORMAT
                                                 " >>", self->n_objects, self->index->len);

  g_string_append_len (self->index, self->objects->str, (gssize) self->objects->len);
  g_ptr_array_add (self->packs, make_stream (dictionary, (const guint8 *) self->index->str,
                                             self->index->len, TRUE));
  g_string_truncate (self->index, 0);
  g_string_truncate (self->objects, 0);
  self->n_objects = 0;
}

static void
pack (VoletsPdfWriter *self,
      int              number,
      const char      *text)
{
  *get_place (self, number) = (Place) { PLACE_PACK, self->packs->len, (guint16) self->n_objects };
  g_string_append_printf (self->index, "%d %" G_GSIZE_FORMAT " ", number, self->objects->len);
  g_string_append (self->objects, text);
  g_string_append_c (self->objects, '\n');
  if (++self->n_objects == MOST_PACKED)
    close_pack (self);
}

static void
copy_object (VoletsPdfWriter *self,
             int              number,
             qpdf_oh          object)
{
  if (qpdf_oh_is_stream (self->pdf, object))
    copy_stream (self, number, object);
  else
    pack (self, number, qpdf_oh_unparse_resolved (self->pdf, object));
}

/* Returns: a number that no object of the file has, nor any after it */
static int
write_rest (VoletsPdfWriter *self)
{
  qpdf_oh last = qpdf_make_indirect_object (self->pdf, qpdf_oh_new_null (self->pdf));
  int end = qpdf_oh_get_object_id (self->pdf, last);

  for (int i = 1; i < end; i++)
    {
      qpdf_oh object;

      if (volets_pdf_writer_has_written (self, i))
        continue;
      object = qpdf_get_object_by_id (self->pdf, i, 0);
      if (!qpdf_oh_is_null (self->pdf, object))
        copy_object (self, i, object);
      qpdf_oh_release (self->pdf, object);
    }
  if (self->n_objects > 0)
    close_pack (self);

  return end;
}

static void
put_packs (VoletsPdfWriter *self,
           int              first)
{
  for (guint i = 0; i < self->packs->len; i++)
    put_stream (self, first + (int) i, g_ptr_array_index (self->packs, i));
}

static void
append_place (GByteArray *table,
              Place       place,
              int         first_pack,
              guint8     *previous)
{
  guint32 where = place.kind == PLACE_PACK ? place.where + (guint32) first_pack : place.where;
  const guint8 bytes[PLACE_SIZE] = {
    (guint8) place.kind,
    (guint8) (where >> 24), (guint8) (where >> 16), (guint8) (where >> 8), (guint8) where,
    (guint8) (place.index >> 8), (guint8) place.index,
  };

  g_byte_array_append (table, (const guint8[]) { PLACE_PREDICTOR }, 1);
  for (guint i = 0; i < PLACE_SIZE; i++)
    {
      guint8 more = (guint8) (bytes[i] - previous[i]);

      g_byte_array_append (table, &more, 1);
      previous[i] = bytes[i];
    }
}

/* The same file has the same identifier. */
static char *
make_identifier (VoletsPdfWriter *self)
{
  return g_compute_checksum_for_data (G_CHECKSUM_MD5, self->file->data, self->file->len);
}

static char *
describe_table (VoletsPdfWriter *self)
{
  qpdf_oh trailer = qpdf_get_trailer (self->pdf);
  g_autofree char *id = make_identifier (self);
  g_autofree char *root =
    g_strdup (qpdf_oh_unparse (self->pdf, qpdf_oh_get_key (self->pdf, trailer, "/Root")));
  const char *info = qpdf_oh_unparse (self->pdf, qpdf_oh_get_key (self->pdf, trailer, "/Info"));

  return g_strdup_printf ("<< /Type /XRef /Size %u /Root %s /Info %s /ID [ <%s> <%s> ] "
                          PLACE_FORMAT " >>", self->places->len, root, info, id, id);
}

static void
put_table (VoletsPdfWriter *self,
           int              number,
           int              first_pack)
{
  guint32 offset = self->file->len;
  g_autoptr (GByteArray) table = g_byte_array_new ();
  guint8 previous[PLACE_SIZE] = { 0 };
  g_autofree char *dictionary = NULL;
  g_autoptr (GString) stream = NULL;
  g_autofree char *end = g_strdup_printf ("startxref\n%u\n%%%%EOF\n", offset);

  *get_place (self, number) = (Place) { PLACE_FILE, offset, 0 };
  for (guint i = 0; i < self->places->len; i++)
    append_place (table, g_array_index (self->places, Place, i), first_pack, previous);
  dictionary = describe_table (self);
  stream = make_stream (dictionary, table->data, table->len, TRUE);
  put_stream (self, number, stream);
  put (self, end);
}

/**
 * volets_pdf_writer_new:
 * @pdf: a PDF of version 1.4 or before, without a password, which qpdf has read; it must stay until
 *   the writer is freed
 *
 * What writes a PDF object by object, so that qpdf can forget what is written. qpdf's own writer
 * needs all of them at once: a hundred thousand cells take more memory than all else together.
 *
 * Returns: (transfer full): a writer
 */
VoletsPdfWriter *
volets_pdf_writer_new (qpdf_data pdf)
{
  VoletsPdfWriter *self = g_new0 (VoletsPdfWriter, 1);

  self->pdf = pdf;
  self->file = g_byte_array_new ();
  self->places = g_array_new (FALSE, TRUE, sizeof (Place));
  self->packs = g_ptr_array_new_with_free_func (free_pack);
  self->index = g_string_new (NULL);
  self->objects = g_string_new (NULL);
  put (self, HEADER);

  return self;
}

/**
 * volets_pdf_writer_free:
 * @self: (transfer full): a writer
 */
void
volets_pdf_writer_free (VoletsPdfWriter *self)
{
  g_clear_pointer (&self->file, g_byte_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->packs, g_ptr_array_unref);
  g_string_free (self->index, TRUE);
  g_string_free (self->objects, TRUE);
  g_free (self);
}

/**
 * volets_pdf_writer_write:
 * @self: a writer
 * @object: an object with a number, as it is to be
 *
 * Writes @object, and empties it. What qpdf itself goes back to, the catalogue and the pages, is
 * left to volets_pdf_writer_finish(), which empties nothing.
 */
void
volets_pdf_writer_write (VoletsPdfWriter *self,
                         qpdf_oh          object)
{
  int number = qpdf_oh_get_object_id (self->pdf, object);
  /* A null would take with it the keys of others that refer to it. */
  qpdf_oh nothing = qpdf_oh_new_bool (self->pdf, QPDF_TRUE);

  copy_object (self, number, object);
  qpdf_replace_object (self->pdf, number, 0, nothing);
  qpdf_oh_release (self->pdf, nothing);
}

/**
 * volets_pdf_writer_has_written:
 * @self: a writer
 * @number: of an object
 *
 * Returns: whether volets_pdf_writer_write() was called for it
 */
gboolean
volets_pdf_writer_has_written (VoletsPdfWriter *self,
                               int              number)
{
  return get_place (self, number)->kind != PLACE_NONE;
}

/**
 * volets_pdf_writer_finish:
 * @self: a writer
 *
 * Writes all that was not written yet. The same objects, written in the same order, give the same
 * bytes.
 *
 * Returns: (transfer full): the file
 */
GBytes *
volets_pdf_writer_finish (VoletsPdfWriter *self)
{
  int table = write_rest (self);

  put_packs (self, table + 1);
  put_table (self, table, table + 1);

  return g_byte_array_free_to_bytes (g_steal_pointer (&self->file));
}
