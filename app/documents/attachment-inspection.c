/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/attachment-inspection.h"

#include <string.h>

#include "documents/file-inspector.h"
#include "engine/attachment-path.h"
#include "engine/attachment.h"
#include "engine/finding.h"
#include "engine/french.h"
#include "engine/platform.h"

/* What takes the place of a sign that a name cannot have. */
#define SUBSTITUTE '-'

/* One attached file. */
typedef struct {
  const VoletsPlatform *platform;   /* NULL where the call has none */
  const char           *name;
  guint                 row;
  GPtrArray            *findings;
} Attachment;

/* What each problem is called, and what to do about it. */
static const struct {
  VoletsFileProblems  problem;
  const char         *code;
  const char         *sentence;
} SENTENCES[] = {
  { VOLETS_FILE_PROBLEM_DAMAGED, "piece-abimee",
    "ne s’ouvre pas : il est abîmé ou incomplet ; refaites-le" },
  { VOLETS_FILE_PROBLEM_ENCRYPTED, "piece-protegee",
    "est protégé ; l’instruction peut ne pas pouvoir l’ouvrir, enregistrez-le sans protection ni "
    "mot de passe" },
  { VOLETS_FILE_PROBLEM_SCRIPT, "piece-avec-script",
    "contient du code JavaScript, qu’un antivirus peut refuser ; imprimez-le en PDF et joignez le "
    "résultat" },
  { VOLETS_FILE_PROBLEM_ACTION, "piece-avec-action",
    "fait quelque chose quand on l’ouvre (lancer un programme, envoyer un formulaire), ce qu’un "
    "antivirus peut refuser ; imprimez-le en PDF et joignez le résultat" },
  { VOLETS_FILE_PROBLEM_UNDECIDED, "piece-non-examinee",
    "n’a pas pu être examiné jusqu’au bout ; ouvrez-le, et s’il s’affiche mal, refaites-le" },
};

static void report (const Attachment   *self,
                    const char         *code,
                    const VoletsSource *source,
                    const char         *format,
                    ...) G_GNUC_PRINTF (4, 5);

/* @format goes on after « Pièce 1 : le fichier « devis.pdf » ». */
static void
report (const Attachment   *self,
        const char         *code,
        const VoletsSource *source,
        const char         *format,
        ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (self->findings,
                   volets_finding_new (VOLETS_SEVERITY_WARNING, code, VOLETS_SECTION_ATTACHMENTS,
                                       (int) self->row, VOLETS_ATTACHMENT_PATH, source,
                                       g_strdup_printf ("Pièce %u : le fichier « %s » %s.",
                                                        self->row + 1, self->name, what)));
}

static gboolean
is_refused (const VoletsPlatform *platform,
            gunichar              c)
{
  return g_unichar_iscntrl (c)
         || (platform != NULL && platform->refused_signs != NULL
             && g_utf8_strchr (platform->refused_signs, -1, c) != NULL);
}

static void
inspect_name (const Attachment *self)
{
  const VoletsPlatform *platform = self->platform;
  gsize length = strlen (self->name);

  if (platform == NULL)
    return;

  if (platform->max_file_name != VOLETS_UNSET && length > (gsize) platform->max_file_name)
    report (self, "piece-nom-trop-long", platform->files_provenance.source,
            "a un nom trop long pour la plateforme (%" G_GSIZE_FORMAT " octets, %" G_GINT64_FORMAT
            " au plus) ; raccourcissez-le", length, platform->max_file_name);
  for (const char *p = self->name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      char sign[7] = "";

      if (!is_refused (platform, c))
        continue;
      sign[g_unichar_to_utf8 (c, sign)] = '\0';
      report (self, "piece-nom-refuse", platform->files_provenance.source,
              g_unichar_iscntrl (c)
                ? "a dans son nom un caractère invisible que la plateforme ne prend pas%s ; "
                  "renommez-le"
                : "a dans son nom le signe « %s », que la plateforme ne prend pas ; renommez-le",
              g_unichar_iscntrl (c) ? "" : sign);
      return;
    }
}

static void
inspect_size (const Attachment *self,
              goffset           size)
{
  const VoletsPlatform *platform = self->platform;
  g_autofree char *actual = NULL;
  g_autofree char *most = NULL;

  if (platform == NULL || platform->max_file_size == VOLETS_UNSET
      || size <= platform->max_file_size)
    return;

  actual = volets_french_count (size, "octet", "octets");
  most = volets_french_count (platform->max_file_size, "octet", "octets");
  report (self, "piece-trop-lourde", platform->files_provenance.source,
          "est trop lourd pour la plateforme (%s, %s au plus) ; réduisez-le, ou partagez-le en "
          "plusieurs", actual, most);
}

/**
 * volets_attachment_inspect:
 * @call: the call
 * @record: an attachment
 * @file: (nullable): where it is
 * @row: its row in the dossier, from zero
 * @cancellable: (nullable): what stops it
 * @findings: (element-type VoletsFinding): where to add what is to be said; @call, whose sources
 *   they name, must outlive them
 *
 * Looks at the name and the size of a file, and into it, with bounds: it may be anything. What is
 * not there, or is no file, says nothing here. It takes a while, and is for a thread.
 *
 * Returns: how many pages it has; zero where it is no PDF, or where that is not known
 */
guint
volets_attachment_inspect (const VoletsCall *call,
                           VoletsRecord     *record,
                           GFile            *file,
                           guint             row,
                           GCancellable     *cancellable,
                           GPtrArray        *findings)
{
  g_autofree char *basename = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GFileInfo) info = NULL;
  Attachment self = { .platform = call->platform, .row = row, .findings = findings };
  VoletsFileInspection inspection;

  g_return_val_if_fail (VOLETS_IS_ATTACHMENT (record), 0);

  if (file == NULL || g_file_peek_path (file) == NULL)
    return 0;

  basename = g_file_get_basename (file);
  name = g_filename_display_name (basename);
  self.name = name;
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    return 0;

  inspect_name (&self);
  inspect_size (&self, g_file_info_get_size (info));
  inspection = volets_file_inspector_run (file, cancellable);
  if (g_cancellable_is_cancelled (cancellable))
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (SENTENCES); i++)
    {
      if (inspection.problems & SENTENCES[i].problem)
        report (&self, SENTENCES[i].code, NULL, "%s", SENTENCES[i].sentence);
    }

  return inspection.n_pages;
}

/**
 * volets_attachments_inspect:
 * @call: the call, which must outlive the findings
 * @dossier: a dossier
 * @place: (nullable): the file it is in
 * @cancellable: (nullable): what stops it
 *
 * Does what volets_attachment_inspect() does with every attachment.
 *
 * Returns: (transfer full) (element-type VoletsFinding): what was found, in the order of @dossier
 */
GPtrArray *
volets_attachments_inspect (const VoletsCall *call,
                            VoletsDossier    *dossier,
                            GFile            *place,
                            GCancellable     *cancellable)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) volets_finding_free);

  g_return_val_if_fail (call != NULL, findings);
  g_return_val_if_fail (VOLETS_IS_DOSSIER (dossier), findings);

  for (guint i = 0; i < volets_dossier_get_n_rows (dossier, VOLETS_SECTION_ATTACHMENTS)
                    && !g_cancellable_is_cancelled (cancellable); i++)
    {
      VoletsRecord *record = volets_dossier_get_row (dossier, VOLETS_SECTION_ATTACHMENTS, i);
      const char *path = volets_record_get_text (record, VOLETS_ATTACHMENT_PATH);
      g_autoptr (GFile) file = path != NULL ? volets_attachment_path_read (path, place) : NULL;

      volets_attachment_inspect (call, record, file, i, cancellable, findings);
    }

  return findings;
}

/* Cuts @name, which has an extension or none, to @most bytes of whole characters. */
static void
shorten (GString *name,
         gsize    most)
{
  const char *extension = strrchr (name->str, '.');
  gsize n_extension = extension != NULL ? strlen (extension) : 0;
  gsize end;

  if (name->len <= most || n_extension >= most)
    return;

  end = most - n_extension;
  while (end > 0 && (name->str[end] & 0xc0) == 0x80)
    end--;
  while (end > 0 && name->str[end - 1] == ' ')
    end--;
  g_string_erase (name, (gssize) end, (gssize) (name->len - n_extension - end));
}

/**
 * volets_attachment_name_for:
 * @call: a call
 * @name: the name of a file
 *
 * Returns: (transfer full): the nearest name that the platform of @call takes
 */
char *
volets_attachment_name_for (const VoletsCall *call,
                            const char       *name)
{
  const VoletsPlatform *platform = call->platform;
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  GString *taken = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      gboolean is_separator = c == '/' || c == '\\';

      g_string_append_unichar (taken, is_separator || is_refused (platform, c) ? SUBSTITUTE : c);
    }
  if (platform != NULL && platform->max_file_name != VOLETS_UNSET)
    shorten (taken, (gsize) platform->max_file_name);

  return g_string_free (taken, FALSE);
}
