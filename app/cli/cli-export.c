/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cli-command.h"

#include <errno.h>

#include "cli/cli-bundle.h"
#include "cli/cli-input.h"
#include "cli/cli-output.h"
#include "documents/exports.h"
#include "engine/french.h"
#include "engine/review.h"
#include "engine/storage.h"

static gboolean
is_wanted (const VoletsCliOptions *options,
           const VoletsExport     *export)
{
  g_auto (GStrv) names = NULL;

  if (options->only == NULL)
    return TRUE;

  names = g_strsplit (options->only, ",", -1);
  return g_strv_contains ((const char *const *) names, export->name);
}

static gboolean
is_known (const char *name)
{
  guint n_exports;
  const VoletsExport *exports = volets_exports_get (&n_exports);

  for (guint i = 0; i < n_exports; i++)
    {
      if (g_str_equal (exports[i].name, name))
        return TRUE;
    }

  return FALSE;
}

/* « summary et xml » */
static char *
list_exports (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  guint n_exports;
  const VoletsExport *exports = volets_exports_get (&n_exports);

  for (guint i = 0; i < n_exports; i++)
    g_strv_builder_add (builder, exports[i].name);
  names = g_strv_builder_end (builder);

  return volets_french_join ((const char *const *) names);
}

static gboolean
check_only (const VoletsCliOptions *options)
{
  g_auto (GStrv) names = NULL;
  g_autofree char *known = NULL;
  g_autofree char *message = NULL;
  const char *unknown;

  if (options->only == NULL)
    return TRUE;

  names = g_strsplit (options->only, ",", -1);
  unknown = names[0] == NULL ? "" : NULL;
  for (guint i = 0; names[i] != NULL && unknown == NULL; i++)
    unknown = is_known (names[i]) ? NULL : names[i];
  if (unknown == NULL)
    return TRUE;

  known = list_exports ();
  message = g_strdup_printf ("--only ne connaît pas « %s » ; il connaît %s", unknown, known);
  volets_cli_refuse ("volets export", message);
  return FALSE;
}

/* « dossiers/vaison.volets » becomes « vaison-synthese.pdf » in the folder asked for. */
static GFile *
name_output (const VoletsCliInput   *input,
             const VoletsCliOptions *options,
             const VoletsExport     *export)
{
  g_autofree char *stem = volets_cli_get_stem (input);
  g_autofree char *name = volets_export_name_file (export, stem);

  return g_file_new_build_filename (options->output_dir, name, NULL);
}

static void
tell_left_out (const VoletsCliInput   *input,
               const VoletsCliOptions *options,
               const VoletsExport     *export)
{
  g_auto (GStrv) left_out = volets_export_list_left_out (export, input->dossier, input->subsidy,
                                                         options->date);

  for (guint i = 0; left_out[i] != NULL; i++)
    volets_cli_refuse (input->name, left_out[i]);
}

static VoletsCliStatus
export_one (const VoletsCliInput   *input,
            const VoletsCliOptions *options,
            const VoletsExport     *export)
{
  g_autoptr (GFile) file = name_output (input, options, export);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *display_path = g_filename_display_name (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = volets_export_make (export, input->dossier, input->subsidy,
                                                 options->date, &error);

  if (bytes == NULL)
    {
      volets_cli_refuse (input->name, error->message);
      return VOLETS_CLI_UNUSABLE;
    }
  if (!volets_storage_export (file, bytes, options->force, &error))
    {
      volets_cli_refuse_place (path, error);
      return VOLETS_CLI_UNUSABLE;
    }

  volets_cli_print ("%s : %s\n", input->name, display_path);
  tell_left_out (input, options, export);
  return VOLETS_CLI_FINE;
}

/* What nobody asked for by its name is passed over with a word. */
static VoletsCliStatus
tell_missing (const VoletsCliInput   *input,
              const VoletsCliOptions *options,
              const char             *reason)
{
  volets_cli_refuse (input->name, reason);
  return options->only != NULL ? VOLETS_CLI_FAULTY : VOLETS_CLI_FINE;
}

static VoletsCliStatus
export_all (const VoletsCliInput   *input,
            const VoletsCliOptions *options)
{
  g_autoptr (GPtrArray) findings = volets_review (input->call, input->dossier, input->subsidy,
                                                  options->date);
  guint n_errors = volets_review_count (findings, VOLETS_SEVERITY_ERROR);
  VoletsCliStatus worst = VOLETS_CLI_FINE;
  guint n_exports;
  const VoletsExport *exports = volets_exports_get (&n_exports);

  if (input->subsidy == NULL)
    {
      volets_cli_refuse_amounts (input);
      return VOLETS_CLI_FAULTY;
    }

  for (guint i = 0; i < n_exports; i++)
    {
      VoletsCliStatus status = VOLETS_CLI_FAULTY;
      g_autofree char *missing = NULL;

      if (!is_wanted (options, &exports[i]))
        continue;
      missing = volets_export_explain_missing (&exports[i], input->dossier, input->subsidy);
      if (missing != NULL)
        {
          status = tell_missing (input, options, missing);
        }
      else if (exports[i].is_filing && n_errors > 0)
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
          status = export_one (input, options, &exports[i]);
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
 * where each is; or all that is filed into a folder of its own in that one.
 */
VoletsCliStatus
volets_cli_export (const VoletsCliOptions *options)
{
  if (options->output_dir == NULL)
    {
      volets_cli_refuse ("volets export", "dites où écrire, avec l’option --output-dir DOSSIER");
      return VOLETS_CLI_UNUSABLE;
    }
  if (options->bundle && options->only != NULL)
    {
      volets_cli_refuse ("volets export", "--bundle prend tout ce qui se dépose ; retirez --only");
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

  return volets_cli_for_each_dossier (options, options->bundle ? volets_cli_bundle : export_all);
}
