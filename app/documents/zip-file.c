/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/zip-file.h"

#include <string.h>
#include <zip.h>

#include "engine/french.h"

/* The years that a ZIP file knows. */
#define FIRST_YEAR 1980
#define LAST_YEAR 2107

#define COMPRESSION_LEVEL 9

typedef struct {
  char     *name;
  GBytes   *bytes;
  gboolean  compress;
} Entry;

/* Nothing is handed to libzip before the end: it reads the bytes only when it writes the file. */
struct _VoletsZipFile {
  GArray      *entries;
  zip_uint16_t day;
};

/* Seven bits for the year, four for the month, five for the day. */
static zip_uint16_t
pack_day (const char *iso_date)
{
  guint64 year = g_ascii_strtoull (iso_date, NULL, 10);
  guint64 month = g_ascii_strtoull (iso_date + strlen ("2021-"), NULL, 10);
  guint64 day = g_ascii_strtoull (iso_date + strlen ("2021-03-"), NULL, 10);

  return (zip_uint16_t) ((CLAMP (year, FIRST_YEAR, LAST_YEAR) - FIRST_YEAR) << 9 | month << 5
                         | day);
}

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->name);
  g_bytes_unref (entry->bytes);
}

static gboolean
add_entry (zip_t       *zip,
           const Entry *entry,
           zip_uint16_t day)
{
  gsize size;
  const void *data = g_bytes_get_data (entry->bytes, &size);
  zip_source_t *source = zip_source_buffer (zip, data, size, 0);
  zip_int64_t index;

  if (source == NULL)
    return FALSE;
  index = zip_file_add (zip, entry->name, source, ZIP_FL_ENC_UTF_8);
  if (index < 0)
    {
      zip_source_free (source);
      return FALSE;
    }

  return zip_set_file_compression (zip, (zip_uint64_t) index,
                                   entry->compress ? ZIP_CM_DEFLATE : ZIP_CM_STORE,
                                   entry->compress ? COMPRESSION_LEVEL : 0) == 0
         && zip_file_set_dostime (zip, (zip_uint64_t) index, 0, day, 0) == 0;
}

static gboolean
write_entries (VoletsZipFile *self,
               zip_source_t  *file)
{
  zip_t *zip = zip_open_from_source (file, ZIP_TRUNCATE, NULL);

  if (zip == NULL)
    return FALSE;

  /* The ZIP drops its hold on the file in the end, and the file is still to be read. */
  zip_source_keep (file);
  for (guint i = 0; i < self->entries->len; i++)
    {
      if (!add_entry (zip, &g_array_index (self->entries, Entry, i), self->day))
        {
          zip_discard (zip);
          return FALSE;
        }
    }
  if (zip_close (zip) == 0)
    return TRUE;

  zip_discard (zip);
  return FALSE;
}

static GBytes *
read_file (zip_source_t *file)
{
  g_autofree guint8 *data = NULL;
  zip_stat_t stat;
  zip_int64_t n_read;

  if (zip_source_stat (file, &stat) < 0 || zip_source_open (file) < 0)
    return NULL;

  data = g_malloc (stat.size);
  n_read = zip_source_read (file, data, stat.size);
  zip_source_close (file);
  if (n_read < 0 || (zip_uint64_t) n_read != stat.size)
    return NULL;

  return g_bytes_new_take (g_steal_pointer (&data), stat.size);
}

/**
 * volets_zip_file_new:
 * @date: the day that all entries are from, 2021-03-31
 *
 * Returns: (transfer full): a ZIP file without entries
 */
VoletsZipFile *
volets_zip_file_new (const char *date)
{
  VoletsZipFile *self;

  g_return_val_if_fail (volets_french_date_is_valid (date), NULL);

  self = g_new0 (VoletsZipFile, 1);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  self->day = pack_day (date);

  return self;
}

void
volets_zip_file_free (VoletsZipFile *self)
{
  g_array_unref (self->entries);
  g_free (self);
}

/**
 * volets_zip_file_add:
 * @self: a ZIP file
 * @name: what the entry is called; no two are called the same
 * @bytes: what it holds
 * @compress: whether it is compressed
 *
 * Adds an entry after those that are there.
 */
void
volets_zip_file_add (VoletsZipFile *self,
                     const char    *name,
                     GBytes        *bytes,
                     gboolean       compress)
{
  Entry entry = { g_strdup (name), g_bytes_ref (bytes), compress };

  g_array_append_val (self->entries, entry);
}

/**
 * volets_zip_file_finish:
 * @self: a ZIP file
 * @error: a sentence for the person
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
volets_zip_file_finish (VoletsZipFile  *self,
                        GError        **error)
{
  zip_source_t *file = zip_source_buffer_create (NULL, 0, 0, NULL);
  GBytes *bytes = NULL;

  if (file != NULL && write_entries (self, file))
    bytes = read_file (file);
  g_clear_pointer (&file, zip_source_free);
  if (bytes == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                         "Le fichier ZIP n’a pas pu être composé en mémoire ; fermez d’autres "
                         "programmes, puis recommencez.");

  return bytes;
}
