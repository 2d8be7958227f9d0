/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/storage.h"

#include <errno.h>

#include "engine/previous-version.h"

#define CHUNK (256 * 1024)

/* What is said in French of an error of the system, and what the error is called from then on. */
typedef struct {
  int           number;    /* of a #GIOErrorEnum, or of errno */
  GIOErrorEnum  code;
  const char   *sentence;
} Sentence;

#define NO_ANSWER "l’emplacement ne répond plus ; vérifiez le réseau et recommencez"

static const Sentence SENTENCES[] = {
#define SENTENCE(code, words) { G_IO_ERROR_##code, G_IO_ERROR_##code, words }
  SENTENCE (NOT_FOUND, "le fichier ou le dossier n’existe pas ; vérifiez son nom"),
  SENTENCE (NOT_DIRECTORY, "le chemin passe par un fichier qui n’est pas un dossier ; choisissez "
                           "un autre emplacement"),
  SENTENCE (IS_DIRECTORY, "c’est un dossier, pas un fichier ; choisissez un fichier"),
  SENTENCE (NOT_REGULAR_FILE, "ce n’est pas un fichier ordinaire ; choisissez-en un autre"),
  SENTENCE (NO_SUCH_DEVICE, "ce n’est pas un fichier ordinaire ; choisissez-en un autre"),
  SENTENCE (TOO_MANY_LINKS, "le chemin tourne en rond ; choisissez un autre emplacement"),
  SENTENCE (PERMISSION_DENIED, "vous n’avez pas le droit d’y accéder ; choisissez un autre "
                               "emplacement"),
  SENTENCE (READ_ONLY, "l’emplacement est en lecture seule ; choisissez-en un autre"),
  SENTENCE (NO_SPACE, "le disque est plein ; libérez de la place et recommencez"),
  SENTENCE (BUSY, "un autre programme s’en sert ; fermez-le et recommencez"),
  SENTENCE (EXISTS, "le fichier existe déjà ; choisissez un autre nom"),
  SENTENCE (WRONG_ETAG, "le fichier a été modifié par quelqu’un d’autre depuis son ouverture ; "
                        "enregistrez sous un autre nom pour ne rien perdre"),
  SENTENCE (FILENAME_TOO_LONG, "le nom est trop long ; choisissez-en un plus court"),
  SENTENCE (INVALID_ARGUMENT, "ce nom n’est pas accepté à cet emplacement ; choisissez-en un "
                              "autre"),
  SENTENCE (INVALID_FILENAME, "ce nom n’est pas accepté à cet emplacement ; choisissez-en un "
                              "autre"),
  SENTENCE (CANT_CREATE_BACKUP, "la version précédente ne peut pas être gardée à côté ; rien n’a "
                                "été changé, enregistrez à un autre endroit"),
  SENTENCE (NOT_MOUNTED, NO_ANSWER),
  SENTENCE (NOT_CONNECTED, NO_ANSWER),
  SENTENCE (TIMED_OUT, NO_ANSWER),
  SENTENCE (HOST_UNREACHABLE, NO_ANSWER),
  SENTENCE (NETWORK_UNREACHABLE, NO_ANSWER),
#undef SENTENCE
};

/* What GIO has no code for. */
static const Sentence SYSTEM_SENTENCES[] = {
  { EFBIG, G_IO_ERROR_NO_SPACE, "le fichier est trop grand pour cet emplacement ; choisissez-en un "
                                "autre" },
  { EDQUOT, G_IO_ERROR_NO_SPACE, "la place à laquelle vous avez droit sur ce disque est épuisée ; "
                                 "libérez-en et recommencez" },
  { EIO, G_IO_ERROR_FAILED, "le disque ne fait pas ce qui lui est demandé ; vérifiez qu’il est "
                            "bien branché, ou choisissez un autre emplacement" },
  { ESTALE, G_IO_ERROR_FAILED, NO_ANSWER },
  { EHOSTDOWN, G_IO_ERROR_FAILED, NO_ANSWER },
};

/* Of errno, GLib keeps no more than its sentence at the end of its own. */
static const Sentence *
find_sentence (const GError *error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (SENTENCES); i++)
    {
      if (g_error_matches (error, G_IO_ERROR, SENTENCES[i].number))
        return &SENTENCES[i];
    }
  for (gsize i = 0; i < G_N_ELEMENTS (SYSTEM_SENTENCES); i++)
    {
      if (g_str_has_suffix (error->message, g_strerror (SYSTEM_SENTENCES[i].number)))
        return &SYSTEM_SENTENCES[i];
    }

  return NULL;
}

/**
 * volets_storage_explain:
 * @error: (nullable) (inout): a #GIOErrorEnum of the system
 *
 * Says in French what the system said in the language of the session. Where there is no room for a
 * file it is %G_IO_ERROR_NO_SPACE, whatever sets the limit.
 */
void
volets_storage_explain (GError **error)
{
  const Sentence *sentence;
  g_autoptr (GError) reason = NULL;

  if (error == NULL || *error == NULL)
    return;

  reason = g_steal_pointer (error);
  sentence = find_sentence (reason);
  if (sentence != NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, (int) sentence->code, sentence->sentence);
      return;
    }

  g_debug ("no sentence for: %s", reason->message);
  g_set_error_literal (error, reason->domain, reason->code,
                       "le système refuse ; recommencez, ou choisissez un autre emplacement");
}

/**
 * volets_storage_read:
 * @file: a file
 * @max_size: bytes; a larger file is refused before it is read
 * @etag: (out) (optional): what tells later whether somebody changed the file: a checksum of
 *   what it holds, for times are too coarse, and shared folders lie about them
 * @error: a #GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): what the file holds
 */
GBytes *
volets_storage_read (GFile   *file,
                     gsize    max_size,
                     char   **etag,
                     GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GByteArray) content = g_byte_array_new ();
  gssize n_read;

  if (stream != NULL)
    info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, error);
  if (info == NULL)
    {
      volets_storage_explain (error);
      return NULL;
    }

  /* A pipe or a device states no size, or a wrong one: the bound holds for what is read. */
  do
    {
      guint start = content->len;

      if (start > max_size || (gsize) g_file_info_get_size (info) > max_size)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       "le fichier dépasse %" G_GSIZE_FORMAT " Mio, plus qu’aucun de Volets ; "
                       "choisissez-en un autre",
                       max_size / (1024 * 1024));
          return NULL;
        }
      g_byte_array_set_size (content, start + CHUNK);
      n_read = g_input_stream_read (G_INPUT_STREAM (stream), content->data + start, CHUNK, NULL,
                                    error);
      g_byte_array_set_size (content, start + (guint) MAX (0, n_read));
    }
  while (n_read > 0);

  if (n_read < 0)
    {
      volets_storage_explain (error);
      return NULL;
    }
  if (etag != NULL)
    *etag = g_compute_checksum_for_data (G_CHECKSUM_SHA256, content->data, content->len);

  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

/* A file that cannot be read any more has changed too. */
static gboolean
is_unchanged (GFile      *file,
              const char *etag)
{
  g_autofree char *now = NULL;
  g_autoptr (GBytes) bytes = volets_storage_read (file, G_MAXINT32, &now, NULL);

  return bytes != NULL && g_str_equal (now, etag);
}

/* Puts @bytes in the place of a file, or leaves it as it is. */
static gboolean
replace (GFile   *file,
         GBytes  *bytes,
         GError **error)
{
  gboolean is_beside = volets_previous_version_is_beside (file);
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GCancellable) stop = NULL;

  if (!is_beside)
    volets_previous_version_keep_elsewhere (file);
  stream = g_file_replace (file, NULL, is_beside, G_FILE_CREATE_NONE, NULL, error);
  if (stream == NULL)
    return FALSE;
  if (g_output_stream_write_all (G_OUTPUT_STREAM (stream), g_bytes_get_data (bytes, NULL),
                                 g_bytes_get_size (bytes), NULL, NULL, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);

  /* Closed in the ordinary way, it would replace the file by what was written so far. */
  stop = g_cancellable_new ();
  g_cancellable_cancel (stop);
  g_output_stream_close (G_OUTPUT_STREAM (stream), stop, NULL);
  return FALSE;
}

/**
 * volets_storage_export:
 * @file: where to
 * @bytes: what the file will hold
 * @overwrite: whether to replace a file that is there
 * @error: a #GIOErrorEnum; the file is then as it was
 *
 * The file appears in one step, once all is on the disk.
 */
gboolean
volets_storage_export (GFile     *file,
                       GBytes    *bytes,
                       gboolean   overwrite,
                       GError   **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) local_error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (!overwrite && g_file_query_exists (file, NULL))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS, "");
      volets_storage_explain (error);
      return FALSE;
    }
  if (g_file_set_contents_full (path, data != NULL ? data : "", (gssize) size,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                0666, &local_error))
    return TRUE;

  g_set_error (error, G_IO_ERROR, g_io_error_from_file_error ((GFileError) local_error->code),
               "%s", local_error->message);
  volets_storage_explain (error);
  return FALSE;
}

/**
 * volets_storage_save:
 * @file: where to
 * @bytes: what the file will hold
 * @etag: (nullable): what volets_storage_read() or the last save said of @file; %NULL to replace
 *   it whatever it holds
 * @new_etag: (out) (optional): the same for the next time
 * @error: a #GIOErrorEnum; the file is then as it was
 *
 * Replaces the file in one step once all is on the disk, and keeps what it held: see
 * volets_previous_version_get_file().
 */
gboolean
volets_storage_save (GFile       *file,
                     GBytes      *bytes,
                     const char  *etag,
                     char       **new_etag,
                     GError     **error)
{
  if (!g_file_is_native (file) || g_file_query_exists (file, NULL))
    {
      if (etag != NULL && !is_unchanged (file, etag))
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG, "");
      else if (replace (file, bytes, error))
        goto saved;
      volets_storage_explain (error);
      return FALSE;
    }

  /* A stream would write a file that is not there yet in its place, piece by piece. */
  if (!volets_storage_export (file, bytes, TRUE, error))
    return FALSE;

saved:
  if (new_etag != NULL)
    *new_etag = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  return TRUE;
}
