/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/bundle-list.h"

#include "documents/bundle-folder.h"
#include "documents/paper-words.h"
#include "engine/applicant.h"
#include "engine/dossier-xml.h"
#include "engine/french.h"
#include "engine/platform.h"

/* Adds a line in the spaces of a keyboard, which every program shows. */
static void add_line (GString    *list,
                      const char *format,
                      ...) G_GNUC_PRINTF (2, 3);

static void
add_line (GString    *list,
          const char *format,
          ...)
{
  g_autoptr (GString) plain = NULL;
  g_autofree char *line = NULL;
  va_list arguments;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  plain = g_string_new (line);
  g_string_replace (plain, VOLETS_NBSP, " ", 0);
  g_string_replace (plain, VOLETS_NNBSP, " ", 0);
  g_string_append_printf (list, "%s\n", plain->str);
}

static void
add_head (GString             *list,
          VoletsDossier       *dossier,
          const VoletsSubsidy *subsidy,
          const char          *date)
{
  const VoletsCall *call = subsidy->call;
  VoletsRecord *applicant = volets_dossier_get_record (dossier, VOLETS_SECTION_APPLICANT);
  g_autofree char *day = volets_french_date (date);
  g_autofree char *fingerprint = volets_dossier_get_fingerprint (dossier);

  add_line (list, "Dossier de dépôt – %s",
            volets_paper_get_text (applicant, VOLETS_APPLICANT_NAME));
  add_line (list, "%s (%s, %u)", call->title, call->acronym, call->year);
  add_line (list, "Préparé le %s.", day);
  add_line (list, "Empreinte des réponses : %s", fingerprint);
  if (call->platform != NULL)
    add_line (list, "À déposer sur %s.", call->platform->name);
}

static void
add_sentences (GString           *list,
               const char        *title,
               const char *const *sentences)
{
  if (*sentences == NULL)
    return;

  add_line (list, "\n%s", title);
  for (; *sentences != NULL; sentences++)
    add_line (list, "- %s", *sentences);
}

static void
add_files (GString         *list,
           const GPtrArray *files)
{
  add_line (list, "\nLes fichiers, dans l’ordre");
  for (guint i = 0; i < files->len; i++)
    {
      const VoletsBundleFile *file = g_ptr_array_index (files, i);
      g_autofree char *size = volets_french_count (file->size, "octet", "octets");
      g_autofree char *pages = file->n_pages > 0
                                 ? volets_french_count (file->n_pages, "page", "pages") : NULL;

      g_string_append_printf (list, "\n%s\n", file->name);
      add_line (list, "  %s, %s%s%s", file->title, size, pages != NULL ? ", " : "",
                pages != NULL ? pages : "");
      add_line (list, "  SHA-256 %s", file->sha256);
    }
}

/**
 * volets_bundle_list_write:
 * @dossier: a dossier
 * @subsidy: what was computed of it
 * @date: the day it is, 2021-03-31
 * @files: (element-type VoletsBundleFile): what is in the folder
 * @missing: (array zero-terminated=1): what should be in it and is not, a French sentence each
 * @doubts: (array zero-terminated=1): what there is to look at, likewise
 *
 * Returns: (transfer full): the list of what is in a bundle, for people
 */
GBytes *
volets_bundle_list_write (VoletsDossier       *dossier,
                          const VoletsSubsidy *subsidy,
                          const char          *date,
                          const GPtrArray     *files,
                          const char *const   *missing,
                          const char *const   *doubts)
{
  GString *list = g_string_new (NULL);

  add_head (list, dossier, subsidy, date);
  add_sentences (list, "IL MANQUE", missing);
  add_sentences (list, "À vérifier", doubts);
  add_files (list, files);
  add_line (list, "\nPour vérifier que rien n’a changé : sha256sum -c " VOLETS_BUNDLE_SUMS);

  return g_string_free_to_bytes (list);
}
