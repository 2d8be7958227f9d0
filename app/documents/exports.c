/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/exports.h"

#include <string.h>

#include "documents/deliberation.h"
#include "documents/hybrid.h"
#include "documents/odt.h"
#include "documents/pdf.h"
#include "documents/plan.h"
#include "documents/prefill.h"
#include "documents/summary.h"
#include "documents/transcription.h"
#include "engine/applicant.h"
#include "engine/dossier-xml.h"
#include "engine/filing-xml.h"
#include "engine/french.h"

#define FILING_SUFFIX "-depot"

G_DEFINE_QUARK (volets-export-error-quark, volets_export_error)

/* What is made in a thread, of a dossier that is its own. */
typedef struct {
  const VoletsExport *export;
  VoletsDossier      *dossier;
  VoletsSubsidy      *subsidy;
  char               *date;
} Making;

static GBytes *
render (const VoletsExport   *export,
        VoletsDossier        *dossier,
        const VoletsSubsidy  *subsidy,
        const char           *date,
        GError              **error)
{
  g_autoptr (VoletsDocument) paper = export->create (dossier, subsidy, date);
  g_autofree char *fingerprint = volets_dossier_get_fingerprint (dossier);
  VoletsRecord *applicant = volets_dossier_get_record (dossier, VOLETS_SECTION_APPLICANT);
  VoletsPdfInfo info = {
    .author = volets_record_get_text (applicant, VOLETS_APPLICANT_NAME),
    .subject = subsidy->call->title,
    .fingerprint = fingerprint,
    .date = date,
  };
  g_autoptr (GBytes) answers = NULL;
  VoletsPdfFile file;

  if (export->carries_answers)
    {
      answers = volets_hybrid_write_answers (dossier, subsidy, date, &file);
      info.file = &file;
    }

  return volets_pdf_render (paper, &info, error);
}

static GBytes *
make_filing (VoletsDossier        *dossier,
             const VoletsSubsidy  *subsidy,
             const char           *date,
             GError              **error)
{
  return volets_filing_write (dossier, subsidy, error);
}

static GBytes *
make_text (VoletsDossier        *dossier,
           const VoletsSubsidy  *subsidy,
           const char           *date,
           GError              **error)
{
  g_autoptr (VoletsDocument) paper = volets_deliberation_new (dossier, subsidy, date);
  g_autofree char *fingerprint = volets_dossier_get_fingerprint (dossier);
  VoletsRecord *applicant = volets_dossier_get_record (dossier, VOLETS_SECTION_APPLICANT);
  VoletsOdtInfo info = {
    .author = volets_record_get_text (applicant, VOLETS_APPLICANT_NAME),
    .subject = subsidy->call->title,
    .fingerprint = fingerprint,
    .date = date,
  };

  return volets_odt_render (VOLETS_SHEET (paper), &info, error);
}

static const VoletsExport EXPORTS[] = {
  {
    .name = "summary",
    .title = "Synthèse de la demande (PDF)",
    .description = "Ce que lit le conseil avant de voter, et le détail du calcul.",
    .suffix = "-synthese.pdf",
    .create = volets_summary_new,
    .carries_answers = TRUE,
  },
  {
    .name = "deliberation",
    .title = "Délibération (PDF)",
    .description =
      "L’acte par lequel l’assemblée approuve le projet et demande la subvention, prêt à signer.",
    .suffix = "-deliberation.pdf",
    .create = volets_deliberation_new,
  },
  {
    .name = "deliberation-odt",
    .title = "Délibération à modifier (texte OpenDocument)",
    .description = "La même délibération, que LibreOffice ou Word ouvre pour l’amender.",
    .suffix = "-deliberation.odt",
    .is_draft = TRUE,
    .make = make_text,
  },
  {
    .name = "plan",
    .title = "Plan de financement (PDF)",
    .description =
      "Les dépenses poste par poste, les recettes par financeur, et la part minimale du demandeur.",
    .suffix = "-plan.pdf",
    .create = volets_plan_new,
  },
  {
    .name = "transcription",
    .title = "Fiche de recopie (PDF)",
    .description = "Chaque réponse comme elle se tape sur la plateforme, avec une case à cocher.",
    .suffix = "-recopie.pdf",
    .create = volets_transcription_new,
  },
  {
    .name = "xml",
    .title = "Fichier de dépôt (XML)",
    .description = "Toutes les réponses et le calcul, pour la plateforme de dépôt.",
    .suffix = FILING_SUFFIX ".xml",
    .is_filing = TRUE,
    .make = make_filing,
  },
  {
    .name = "json",
    .title = "Préremplissage de la plateforme (JSON)",
    .description =
      "Les réponses déjà contrôlées, pour créer le dossier sur la plateforme sans les retaper.",
    .suffix = "-preremplissage.json",
    .make = volets_prefill_make,
    .explain_missing = volets_prefill_explain_missing,
    .list_left_out = volets_prefill_list_left_out,
  },
};

static void
making_free (Making *making)
{
  g_object_unref (making->dossier);
  volets_subsidy_unref (making->subsidy);
  g_free (making->date);
  g_free (making);
}

static void
make_cb (GTask        *task,
         gpointer      source,
         gpointer      task_data,
         GCancellable *cancellable)
{
  const Making *making = task_data;
  GError *error = NULL;
  GBytes *bytes;

  if (g_task_return_error_if_cancelled (task))
    return;

  bytes = volets_export_make (making->export, making->dossier, making->subsidy, making->date,
                              &error);
  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

/**
 * volets_exports_get:
 * @n_exports: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_exports): all that can be made of a dossier
 */
const VoletsExport *
volets_exports_get (guint *n_exports)
{
  g_return_val_if_fail (n_exports != NULL, NULL);

  *n_exports = G_N_ELEMENTS (EXPORTS);
  return EXPORTS;
}

/**
 * volets_export_is_paper:
 * @self: an export
 *
 * Returns: whether it is drawn, on pages that can be shown and printed
 */
gboolean
volets_export_is_paper (const VoletsExport *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->create != NULL;
}

/**
 * volets_export_explain_missing:
 * @self: an export
 * @dossier: a dossier
 * @subsidy: what was computed of it
 *
 * Returns: (transfer full) (nullable): why it cannot be made of @dossier whatever is mended in it,
 *   a French sentence; %NULL where it can be
 */
char *
volets_export_explain_missing (const VoletsExport  *self,
                               VoletsDossier       *dossier,
                               const VoletsSubsidy *subsidy)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (VOLETS_IS_DOSSIER (dossier), NULL);
  g_return_val_if_fail (subsidy != NULL, NULL);

  return self->explain_missing != NULL ? self->explain_missing (dossier, subsidy) : NULL;
}

/**
 * volets_export_list_left_out:
 * @self: an export that can be made of @dossier
 * @dossier: a dossier
 * @subsidy: what was computed of it
 * @date: the day it is, 2021-03-31
 *
 * Returns: (transfer full) (array zero-terminated=1): what is not in it because it is missing or
 *   wrong, a French sentence each
 */
char **
volets_export_list_left_out (const VoletsExport  *self,
                             VoletsDossier       *dossier,
                             const VoletsSubsidy *subsidy,
                             const char          *date)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (VOLETS_IS_DOSSIER (dossier), NULL);
  g_return_val_if_fail (subsidy != NULL, NULL);
  g_return_val_if_fail (volets_french_date_is_valid (date), NULL);

  return self->list_left_out != NULL ? self->list_left_out (dossier, subsidy, date)
                                     : g_new0 (char *, 1);
}

/**
 * volets_export_create:
 * @self: a paper
 * @dossier: a dossier
 * @subsidy: what was computed of it
 * @date: the day it is, 2021-03-31
 *
 * Returns: (transfer full): the paper, whose pages are those of its PDF
 */
VoletsDocument *
volets_export_create (const VoletsExport  *self,
                      VoletsDossier       *dossier,
                      const VoletsSubsidy *subsidy,
                      const char          *date)
{
  g_return_val_if_fail (volets_export_is_paper (self), NULL);
  g_return_val_if_fail (VOLETS_IS_DOSSIER (dossier), NULL);
  g_return_val_if_fail (subsidy != NULL, NULL);
  g_return_val_if_fail (volets_french_date_is_valid (date), NULL);

  return self->create (dossier, subsidy, date);
}

/**
 * volets_export_make:
 * @self: what to make; one for the filing only where the review has no error
 * @dossier: a dossier
 * @subsidy: what was computed of it
 * @date: the day it is, 2021-03-31
 * @error: a sentence for the person
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
volets_export_make (const VoletsExport   *self,
                    VoletsDossier        *dossier,
                    const VoletsSubsidy  *subsidy,
                    const char           *date,
                    GError              **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (VOLETS_IS_DOSSIER (dossier), NULL);
  g_return_val_if_fail (subsidy != NULL, NULL);
  g_return_val_if_fail (volets_french_date_is_valid (date), NULL);

  if (volets_export_is_paper (self))
    return render (self, dossier, subsidy, date, error);
  return self->make (dossier, subsidy, date, error);
}

/**
 * volets_export_make_async:
 * @self: what to make; one for the filing only where the review has no error
 * @dossier: a dossier
 * @subsidy: what was computed of it
 * @date: the day it is, 2021-03-31
 * @cancellable: (nullable): what stops it before it begins
 * @callback: called once it is made
 * @user_data: for @callback
 *
 * Does what volets_export_make() does, in a thread, of the answers that @dossier has now.
 */
void
volets_export_make_async (const VoletsExport  *self,
                          VoletsDossier       *dossier,
                          const VoletsSubsidy *subsidy,
                          const char          *date,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Making *making;

  g_return_if_fail (self != NULL);
  g_return_if_fail (VOLETS_IS_DOSSIER (dossier));
  g_return_if_fail (subsidy != NULL);
  g_return_if_fail (volets_french_date_is_valid (date));

  making = g_new0 (Making, 1);
  making->export = self;
  making->dossier = volets_dossier_copy (dossier);
  making->subsidy = volets_subsidy_ref ((VoletsSubsidy *) subsidy);
  making->date = g_strdup (date);
  g_task_set_source_tag (task, volets_export_make_async);
  g_task_set_task_data (task, making, (GDestroyNotify) making_free);
  g_task_run_in_thread (task, make_cb);
}

/**
 * volets_export_make_finish:
 * @result: what the callback was given
 * @error: a sentence for the person, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
volets_export_make_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, volets_export_make_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * volets_exports_get_stem:
 * @stem: what the dossier is called: the name of its file without the extension, or a title
 *
 * What is made of « vaison-depot » or « vaison-synthese » is called like what is made of
 * « vaison ».
 *
 * Returns: (transfer full) (type filename): what the names of what is made of it begin with
 */
char *
volets_exports_get_stem (const char *stem)
{
  char *name = g_strdelimit (g_strdup (stem), G_DIR_SEPARATOR_S, '-');

  for (gsize i = 0; i < G_N_ELEMENTS (EXPORTS); i++)
    {
      g_autofree char *ending = g_strndup (EXPORTS[i].suffix, strcspn (EXPORTS[i].suffix, "."));

      if ((EXPORTS[i].is_filing || EXPORTS[i].carries_answers) && g_str_has_suffix (name, ending))
        {
          name[strlen (name) - strlen (ending)] = '\0';
          break;
        }
    }

  return name;
}

/**
 * volets_export_name_file:
 * @self: an export
 * @stem: what the dossier is called: the name of its file without the extension, or a title
 *
 * Returns: (transfer full) (type filename): the name of a file, without a folder
 */
char *
volets_export_name_file (const VoletsExport *self,
                         const char         *stem)
{
  g_autofree char *name = volets_exports_get_stem (stem);

  g_return_val_if_fail (self != NULL, NULL);

  return g_strconcat (name, self->suffix, NULL);
}
