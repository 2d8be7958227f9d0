/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cli-command.h"

#include <errno.h>
#include <string.h>

#include "cli/cli-input.h"
#include "cli/cli-output.h"
#include "documents/pdf.h"
#include "documents/summary.h"
#include "engine/applicant.h"
#include "engine/dossier-xml.h"
#include "engine/filing-xml.h"
#include "engine/review.h"
#include "engine/storage.h"

typedef struct {
  const char  *name;       /* what --only says */
  const char  *suffix;     /* what the name of the file ends in */
  GBytes    *(*make) (const VoletsCliInput *input, const char *date, GError **error);
  gboolean     is_filing;  /* made only when the review has no error */
} Export;

static GBytes *
make_summary (const VoletsCliInput  *input,
              const char            *date,
              GError               **error)
{
  g_autoptr (VoletsDocument) summary = volets_summary_new (input->dossier, input->subsidy, date);
  g_autofree char *fingerprint = volets_dossier_get_fingerprint (input->dossier);
  VoletsRecord *applicant = volets_dossier_get_record (input->dossier, VOLETS_SECTION_APPLICANT);
  VoletsPdfInfo info = {
    .author = volets_record_get_text (applicant, VOLETS_APPLICANT_NAME),
    .subject = input->call->title,
    .fingerprint = fingerprint,
    .date = date,
  };

  return volets_pdf_render (summary, &info, error);
}

static GBytes *
make_filing (const VoletsCliInput  *input,
             const char            *date,
             GError               **error)
{
  return volets_filing_write (input->dossier, input->subsidy, error);
}

static const Export EXPORTS[] = {
  { "summary", "-synthese.pdf", make_summary, FALSE },
  { "xml", "-depot.xml", make_filing, TRUE },
};

static gboolean
is_wanted (const VoletsCliOptions *options,
           const Export           *export)
{
  g_auto (GStrv) names = NULL;

  if (options->only == NULL)
    return TRUE;

  names = g_strsplit (options->only, ",", -1);
  return g_strv_contains ((const char *const *) names, export->name);
}

static gboolean
check_only (const VoletsCliOptions *options)
{
  g_auto (GStrv) names = NULL;

  if (options->only == NULL)
    return TRUE;

  names = g_strsplit (options->only, ",", -1);
  for (guint i = 0; names[i] != NULL; i++)
    {
      gboolean known = FALSE;

      for (gsize j = 0; j < G_N_ELEMENTS (EXPORTS); j++)
        known |= g_str_equal (EXPORTS[j].name, names[i]);
      if (!known)
        {
          g_autofree char *message = g_strdup_printf (
            "--only ne connaît pas « %s » ; il connaît summary et xml", names[i]);

          volets_cli_refuse ("volets export", message);
          return FALSE;
        }
    }

  return TRUE;
}

/* « dossiers/vaison.volets » becomes « vaison-synthese.pdf » in the folder asked for. */
static GFile *
name_output (const VoletsCliInput   *input,
             const VoletsCliOptions *options,
             const Export           *export)
{
  g_autofree char *base = g_path_get_basename (input->name);
  char *extension = strrchr (base, '.');
  g_autofree char *name = NULL;

  if (extension != NULL && extension != base)
    *extension = '\0';
  if (g_str_has_suffix (base, "-depot"))
    base[strlen (base) - strlen ("-depot")] = '\0';
  name = g_strconcat (base, export->suffix, NULL);

  return g_file_new_build_filename (options->output_dir, name, NULL);
}

static VoletsCliStatus
export_one (const VoletsCliInput   *input,
            const VoletsCliOptions *options,
            const Export           *export)
{
  g_autoptr (GFile) file = name_output (input, options, export);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *display_path = g_filename_display_name (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = export->make (input, options->date, &error);

  if (bytes == NULL)
    {
      volets_cli_refuse (input->name, error->message);
      return VOLETS_CLI_FAULTY;
    }
  if (!volets_storage_export (file, bytes, options->force, &error))
    {
      volets_cli_refuse (path, error->message);
      return VOLETS_CLI_UNUSABLE;
    }

  volets_cli_print ("%s : %s\n", input->name, display_path);
  return VOLETS_CLI_FINE;
}

static VoletsCliStatus
export_all (const VoletsCliInput   *input,
            const VoletsCliOptions *options)
{
  g_autoptr (GPtrArray) findings = volets_review (input->call, input->dossier, input->subsidy,
                                                  options->date);
  guint n_errors = volets_review_count (findings, VOLETS_SEVERITY_ERROR);
  VoletsCliStatus worst = VOLETS_CLI_FINE;

  if (input->subsidy == NULL)
    {
      volets_cli_refuse (input->name, "les montants sont trop grands pour être calculés ; rien "
                                      "n’est écrit");
      return VOLETS_CLI_FAULTY;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (EXPORTS); i++)
    {
      VoletsCliStatus status = VOLETS_CLI_FAULTY;

      if (!is_wanted (options, &EXPORTS[i]))
        continue;
      if (EXPORTS[i].is_filing && n_errors > 0)
        {
          g_autofree char *message = g_strdup_printf (
            n_errors == 1 ? "le fichier de dépôt n’est pas écrit : il reste %u erreur, que "
                            "« volets check » montre"
                          : "le fichier de dépôt n’est pas écrit : il reste %u erreurs, que "
                            "« volets check » montre", n_errors);

          volets_cli_refuse (input->name, message);
        }
      else
        {
          status = export_one (input, options, &EXPORTS[i]);
        }
      worst = MAX (worst, status);
    }

  return worst;
}

/**
 * volets_cli_export:
 * @options: the command line
 *
 * Writes the papers of each file into a folder, which is made where it is missing, and prints
 * where each is.
 */
VoletsCliStatus
volets_cli_export (const VoletsCliOptions *options)
{
  if (options->output_dir == NULL)
    {
      volets_cli_refuse ("volets export", "dites où écrire, avec l’option --output-dir DOSSIER");
      return VOLETS_CLI_UNUSABLE;
    }
  if (!check_only (options))
    return VOLETS_CLI_UNUSABLE;
  if (g_mkdir_with_parents (options->output_dir, 0777) != 0)
    {
      volets_cli_refuse (options->output_dir,
                         errno == ENOTDIR || errno == EEXIST
                           ? "ce n’est pas un dossier ; choisissez-en un autre"
                           : "le dossier ne peut pas être créé ; choisissez-en un autre");
      return VOLETS_CLI_UNUSABLE;
    }

  return volets_cli_for_each_dossier (options, export_all);
}
