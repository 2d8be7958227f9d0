/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/attachment-check.h"

#include <string.h>

#include "engine/french.h"
#include "engine/storage.h"

#define CHUNK (256 * 1024)

/* How much of the beginning of a file tells its type; a PDF may have something else first. */
#define HEAD 1024

typedef gboolean (*Recogniser) (const guint8 *head, gsize length);

G_DEFINE_QUARK (volets-attachment-error-quark, volets_attachment_error)

static gboolean
begins_with (const guint8 *head,
             gsize         length,
             const char   *bytes,
             gsize         n_bytes)
{
  return length >= n_bytes && memcmp (head, bytes, n_bytes) == 0;
}

#define BEGINS_WITH(bytes) begins_with (head, length, bytes, sizeof bytes - 1)

static gboolean
is_pdf (const guint8 *head,
        gsize         length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (begins_with (head + i, length - i, "%PDF-", 5))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_zip (const guint8 *head,
        gsize         length)
{
  return BEGINS_WITH ("PK\3\4") || BEGINS_WITH ("PK\5\6");
}

static gboolean
is_word (const guint8 *head,
         gsize         length)
{
  return BEGINS_WITH ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") || BEGINS_WITH ("{\\rtf");
}

static gboolean
is_png (const guint8 *head,
        gsize         length)
{
  return BEGINS_WITH ("\x89PNG\r\n\x1a\n");
}

static gboolean
is_jpeg (const guint8 *head,
         gsize         length)
{
  return BEGINS_WITH ("\xff\xd8\xff");
}

/* UTF-16 announces itself; any other text has no zero in it. */
static gboolean
is_text (const guint8 *head,
         gsize         length)
{
  return BEGINS_WITH ("\xff\xfe") || BEGINS_WITH ("\xfe\xff") || memchr (head, 0, length) == NULL;
}

/* What can be told apart. */
static const struct {
  const char *extension;
  Recogniser  recognise;
} TYPES[] = {
  { "pdf", is_pdf },
  { "xml", is_text },
  { "json", is_text },
  { "zip", is_zip },
  { "csv", is_text },
  { "ods", is_zip },
  { "odt", is_zip },
  { "doc", is_word },
  { "docx", is_zip },
  { "png", is_png },
  { "jpg", is_jpeg },
  { "jpeg", is_jpeg },
};

static Recogniser
find_recogniser (const char *name)
{
  const char *extension = strrchr (name, '.');

  for (gsize i = 0; extension != NULL && i < G_N_ELEMENTS (TYPES); i++)
    {
      if (g_ascii_strcasecmp (extension + 1, TYPES[i].extension) == 0)
        return TYPES[i].recognise;
    }

  return NULL;
}

static void
refuse_unreadable (const char    *name,
                   const GError  *reason,
                   GError       **error)
{
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (reason));
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
           || g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    g_set_error (error, VOLETS_ATTACHMENT_ERROR, VOLETS_ATTACHMENT_ERROR_MISSING,
                 "Le fichier « %s » n’existe pas, ou n’existe plus ; choisissez-en un autre.",
                 name);
  else
    {
      g_autoptr (GError) sentence = g_error_copy (reason);

      volets_storage_explain (&sentence);
      g_set_error (error, VOLETS_ATTACHMENT_ERROR, VOLETS_ATTACHMENT_ERROR_UNREADABLE,
                   "Le fichier « %s » ne peut pas être lu : %s.", name, sentence->message);
    }
}

static void
refuse_size (const char  *name,
             gint64       size,
             GError     **error)
{
  g_autofree char *actual = volets_attachment_write_size (size);
  g_autofree char *most = volets_attachment_write_size (VOLETS_ATTACHMENT_SIZE_MAX);

  g_set_error (error, VOLETS_ATTACHMENT_ERROR, VOLETS_ATTACHMENT_ERROR_SIZE,
               "Le fichier « %s » est trop lourd (%s) ; il en faut un de %s au plus.", name,
               actual, most);
}

/* What can be told without reading the file; opening a pipe would wait for ever. */
static gboolean
check_info (GFile         *file,
            const char    *name,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE ","
                                                  G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, &reason);

  if (info == NULL)
    {
      refuse_unreadable (name, reason, error);
      return FALSE;
    }
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, VOLETS_ATTACHMENT_ERROR, VOLETS_ATTACHMENT_ERROR_NOT_A_FILE,
                   "« %s » n’est pas un fichier ; choisissez-en un.", name);
      return FALSE;
    }
  if (find_recogniser (name) == NULL)
    {
      g_autofree char *types = volets_attachment_name_types ();

      g_set_error (error, VOLETS_ATTACHMENT_ERROR, VOLETS_ATTACHMENT_ERROR_TYPE,
                   "Le fichier « %s » n’est pas d’un type accepté ; choisissez-en un de ces "
                   "types : %s.", name, types);
      return FALSE;
    }
  if (g_file_info_get_size (info) > VOLETS_ATTACHMENT_SIZE_MAX)
    {
      refuse_size (name, g_file_info_get_size (info), error);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_head (const guint8  *head,
            gsize          length,
            const char    *name,
            GError       **error)
{
  if (length == 0)
    {
      g_set_error (error, VOLETS_ATTACHMENT_ERROR, VOLETS_ATTACHMENT_ERROR_SIZE,
                   "Le fichier « %s » est vide ; choisissez-en un autre.", name);
      return FALSE;
    }
  if (!find_recogniser (name) (head, MIN (length, HEAD)))
    {
      g_set_error (error, VOLETS_ATTACHMENT_ERROR, VOLETS_ATTACHMENT_ERROR_CONTENT,
                   "Le fichier « %s » n’est pas ce que dit son nom ; ouvrez-le et enregistrez-le "
                   "de nouveau.", name);
      return FALSE;
    }

  return TRUE;
}

/* The size is that of what was hashed, whatever happens to the file meanwhile. */
static VoletsAttachmentCheck *
read_file (GFile         *file,
           const char    *name,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, &reason);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  VoletsAttachmentCheck *check;
  gint64 size = 0;
  gsize length;

  do
    {
      if (stream == NULL
          || !g_input_stream_read_all (G_INPUT_STREAM (stream), chunk, CHUNK, &length,
                                       cancellable, &reason))
        {
          refuse_unreadable (name, reason, error);
          return NULL;
        }
      if (size == 0 && !check_head (chunk, length, name, error))
        return NULL;

      g_checksum_update (checksum, chunk, (gssize) length);
      size += (gint64) length;
      if (size > VOLETS_ATTACHMENT_SIZE_MAX)
        {
          refuse_size (name, size, error);
          return NULL;
        }
    }
  while (length == CHUNK);

  check = g_new0 (VoletsAttachmentCheck, 1);
  check->size = size;
  check->sha256 = g_strdup (g_checksum_get_string (checksum));

  return check;
}

static void
check_cb (GTask        *task,
          gpointer      source,
          gpointer      task_data,
          GCancellable *cancellable)
{
  GError *error = NULL;
  VoletsAttachmentCheck *check = volets_attachment_check_file (task_data, cancellable, &error);

  if (check != NULL)
    g_task_return_pointer (task, check, (GDestroyNotify) volets_attachment_check_free);
  else
    g_task_return_error (task, error);
}

void
volets_attachment_check_free (VoletsAttachmentCheck *self)
{
  g_free (self->sha256);
  g_free (self);
}

/**
 * volets_attachment_check_file:
 * @file: a file, that may be anything or nothing
 * @cancellable: (nullable): what stops it
 * @error: a French sentence in VOLETS_ATTACHMENT_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Reads a file: whether it can go with an application, its size and its SHA-256.
 *
 * Returns: (transfer full) (nullable): what there is to know
 */
VoletsAttachmentCheck *
volets_attachment_check_file (GFile         *file,
                              GCancellable  *cancellable,
                              GError       **error)
{
  g_autofree char *basename = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  basename = g_file_get_basename (file);
  name = g_filename_display_name (basename != NULL ? basename : "");

  return check_info (file, name, cancellable, error) ? read_file (file, name, cancellable, error)
                                                     : NULL;
}

/**
 * volets_attachment_check_async:
 * @file: a file, that may be anything or nothing
 * @cancellable: (nullable): what stops it
 * @callback: called once it is known
 * @user_data: for @callback
 *
 * Does what volets_attachment_check_file() does, in a thread.
 */
void
volets_attachment_check_async (GFile               *file,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (G_IS_FILE (file));

  g_task_set_source_tag (task, volets_attachment_check_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, check_cb);
}

/**
 * volets_attachment_check_finish:
 * @result: what the callback was given
 * @error: a French sentence in VOLETS_ATTACHMENT_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what there is to know
 */
VoletsAttachmentCheck *
volets_attachment_check_finish (GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, volets_attachment_check_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * volets_attachment_write_size:
 * @size: in bytes
 *
 * Returns: (transfer full): « 1,2 Mo », in thousands of thousands as the platforms count
 */
char *
volets_attachment_write_size (gint64 size)
{
  gint64 tenths = (size + 50000) / 100000;
  g_autofree char *whole = NULL;

  if (size < 1000)
    return volets_french_count (size, "octet", "octets");
  if (size < 999500)
    return g_strdup_printf ("%d" VOLETS_NBSP "Ko", (int) ((size + 500) / 1000));

  whole = volets_french_group_digits ((guint64) tenths / 10);
  if (tenths % 10 == 0)
    return g_strdup_printf ("%s" VOLETS_NBSP "Mo", whole);
  return g_strdup_printf ("%s,%d" VOLETS_NBSP "Mo", whole, (int) (tenths % 10));
}

/**
 * volets_attachment_list_types:
 *
 * Returns: (transfer full): what the names of files that are taken end in, « pdf » first
 */
char **
volets_attachment_list_types (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (TYPES); i++)
    g_strv_builder_add (builder, TYPES[i].extension);

  return g_strv_builder_end (builder);
}

/**
 * volets_attachment_name_types:
 *
 * Returns: (transfer full): the same for people: « PDF, XML, JSON »
 */
char *
volets_attachment_name_types (void)
{
  g_auto (GStrv) types = volets_attachment_list_types ();
  g_autofree char *list = g_strjoinv (", ", types);

  return g_ascii_strup (list, -1);
}
