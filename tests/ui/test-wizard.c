/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wizard-eyes.h"

#include <glib/gstdio.h>
#include <string.h>

#include "documents/pdf.h"
#include "documents/sheet.h"
#include "engine/applicant.h"
#include "engine/commune.h"
#include "engine/expense.h"
#include "engine/project.h"
#include "engine/review.h"
#include "engine/school.h"
#include "engine/services.h"
#include "engine/session.h"
#include "engine/support.h"
#include "engine/training.h"
#include "support/program.h"
#include "ui/steps/attachments/attachment-group.h"
#include "ui/steps/attachments/attachment-row.h"
#include "ui/steps/filing/export-group.h"
#include "ui/steps/filing/finding-group.h"

/* A person goes through all eight steps with nothing but the keyboard and the mouse. What the
 * window shows and saves is held against what the program, run on the saved file from outside,
 * says and writes.
 */

#define CALL_ID "snee-2021"
/* While the call is open. */
#define TODAY "2021-03-15"

/* To the next step by its button, as the program sees the dossier there. */
static void
go_on (VoletsHands *hands,
       VoletsStep   step)
{
  volets_eyes_check_panel (hands);
  volets_hands_click (hands, "step.next");
  g_assert_cmpuint (volets_dossier_view_get_step (volets_hands_get_view (hands)), ==, step);
  volets_eyes_check_panel (hands);
}

/* --- The eight steps, for Vaison-la-Romaine -------------------------------------------------- */

typedef struct {
  VoletsSection  section;
  guint          field;
  const char    *text;
} Answer;

static void
fill_in (VoletsHands  *hands,
         const Answer *answers,
         gsize         n_answers)
{
  for (gsize i = 0; i < n_answers; i++)
    volets_hands_fill (hands, answers[i].section, answers[i].field, answers[i].text);
}

#define FILL_IN(hands, answers) fill_in (hands, answers, G_N_ELEMENTS (answers))

static void
tell_who_applies (VoletsHands *hands)
{
  static const Answer APPLICANT[] = {
    { VOLETS_SECTION_APPLICANT, VOLETS_APPLICANT_NAME, "Commune de Vaison-la-Romaine" },
    { VOLETS_SECTION_APPLICANT, VOLETS_APPLICANT_SIRET, "21840137000018" },
    { VOLETS_SECTION_APPLICANT, VOLETS_APPLICANT_ADDRESS, "Place de la Mairie" },
    { VOLETS_SECTION_APPLICANT, VOLETS_APPLICANT_POSTAL_CODE, "84110" },
    { VOLETS_SECTION_APPLICANT, VOLETS_APPLICANT_CITY, "Vaison-la-Romaine" },
    { VOLETS_SECTION_APPLICANT, VOLETS_APPLICANT_PHONE, "04 90 00 00 00" },
    { VOLETS_SECTION_APPLICANT, VOLETS_APPLICANT_EMAIL, "mairie@commune.example" },
    { VOLETS_SECTION_APPLICANT, VOLETS_APPLICANT_REPRESENTATIVE_NAME, "Prénom Nom" },
    { VOLETS_SECTION_APPLICANT, VOLETS_APPLICANT_REPRESENTATIVE_ROLE, "Maire" },
    { VOLETS_SECTION_APPLICANT, VOLETS_APPLICANT_CONTACT_NAME, "Prénom Nom" },
    { VOLETS_SECTION_APPLICANT, VOLETS_APPLICANT_CONTACT_ROLE, "Secrétaire générale" },
    { VOLETS_SECTION_APPLICANT, VOLETS_APPLICANT_CONTACT_PHONE, "04 90 00 00 01" },
    { VOLETS_SECTION_APPLICANT, VOLETS_APPLICANT_CONTACT_EMAIL, "secretariat@commune.example" },
  };

  volets_hands_choose (hands, VOLETS_SECTION_APPLICANT, VOLETS_APPLICANT_KIND, "commune");
  FILL_IN (hands, APPLICANT);
  volets_hands_add_row (hands, VOLETS_SECTION_COMMUNES);
  volets_hands_type (hands, "84137");
  volets_hands_fill_cell (hands, VOLETS_SECTION_COMMUNES, 0, VOLETS_COMMUNE_NAME,
                          "Vaison-la-Romaine");
  volets_hands_fill_cell (hands, VOLETS_SECTION_COMMUNES, 0, VOLETS_COMMUNE_POSTAL_CODE, "84110");
  volets_hands_tick (hands, VOLETS_SECTION_APPLICANT, VOLETS_APPLICANT_SWORN_STATEMENT);
}

static void
tell_the_project (VoletsHands *hands)
{
  static const Answer PROJECT[] = {
    { VOLETS_SECTION_PROJECT, VOLETS_PROJECT_TITLE,
      "Un socle numérique pour les écoles élémentaires de Vaison-la-Romaine" },
    { VOLETS_SECTION_PROJECT, VOLETS_PROJECT_DESCRIPTION,
      "Équiper les quinze classes élémentaires d’un écran interactif et d’un ordinateur portable, "
      "partager deux packs de tablettes entre les écoles, et ouvrir un espace numérique de travail "
      "aux élèves et à leurs familles pour deux années scolaires." },
    { VOLETS_SECTION_PROJECT, VOLETS_PROJECT_PLACE, "Vaison-la-Romaine" },
    { VOLETS_SECTION_PROJECT, VOLETS_PROJECT_START_DATE, "1/9/2021" },
    { VOLETS_SECTION_PROJECT, VOLETS_PROJECT_END_DATE, "31/08/2022" },
    { VOLETS_SECTION_SESSION, VOLETS_SESSION_DATE, "15/03/2021" },
    { VOLETS_SECTION_SESSION, VOLETS_SESSION_PLACE, "Salle du conseil" },
    { VOLETS_SECTION_SESSION, VOLETS_SESSION_CONVOCATION_DATE, "09/03/2021" },
    { VOLETS_SECTION_SESSION, VOLETS_SESSION_PRESIDENT, "Prénom Nom" },
    { VOLETS_SECTION_SESSION, VOLETS_SESSION_SECRETARY, "Prénom Nom" },
    { VOLETS_SECTION_SESSION, VOLETS_SESSION_MEMBERS, "29" },
    { VOLETS_SECTION_SESSION, VOLETS_SESSION_PRESENT, "25" },
    { VOLETS_SECTION_SESSION, VOLETS_SESSION_PROXIES, "4" },
    { VOLETS_SECTION_SESSION, VOLETS_SESSION_VOTING, "29" },
    { VOLETS_SECTION_SESSION, VOLETS_SESSION_FOR, "29" },
    { VOLETS_SECTION_SESSION, VOLETS_SESSION_AGAINST, "0" },
    { VOLETS_SECTION_SESSION, VOLETS_SESSION_ABSTENTIONS, "0" },
  };

  FILL_IN (hands, PROJECT);
}

static void
add_school (VoletsHands *hands,
            guint        row,
            const char  *uai,
            const char  *name,
            const char  *kind,
            const char  *n_classes,
            const char  *n_pupils)
{
  const VoletsSection section = VOLETS_SECTION_SCHOOLS;

  volets_hands_add_row (hands, section);
  volets_hands_type (hands, uai);
  volets_hands_fill_cell (hands, section, row, VOLETS_SCHOOL_NAME, name);
  volets_hands_choose_cell (hands, section, row, VOLETS_SCHOOL_COMMUNE, "Vaison-la-Romaine");
  volets_hands_choose_cell (hands, section, row, VOLETS_SCHOOL_KIND, kind);
  volets_hands_choose_cell (hands, section, row, VOLETS_SCHOOL_SECTOR, "public");
  volets_hands_fill_cell (hands, section, row, VOLETS_SCHOOL_CLASSES, n_classes);
  volets_hands_fill_cell (hands, section, row, VOLETS_SCHOOL_PUPILS, n_pupils);
}

static void
add_expense (VoletsHands   *hands,
             VoletsSection  section,
             guint          row,
             const char    *family,
             const char    *label,
             const char    *place,
             const char    *quantity,
             const char    *price)
{
  volets_hands_add_row (hands, section);
  volets_hands_choose_cell (hands, section, row, VOLETS_EXPENSE_FAMILY, family);
  volets_hands_fill_cell (hands, section, row, VOLETS_EXPENSE_LABEL, label);
  volets_hands_choose_cell (hands, section, row, VOLETS_EXPENSE_SCOPE, place);
  volets_hands_fill_cell (hands, section, row, VOLETS_EXPENSE_QUANTITY, quantity);
  volets_hands_fill_cell (hands, section, row, VOLETS_EXPENSE_UNIT_PRICE, price);
  volets_hands_fill_cell (hands, section, row, VOLETS_EXPENSE_VAT_RATE, "20");
}

/* Prices as people type them, from the keypad or from a quote. */
static void
add_equipment (VoletsHands *hands)
{
  static const struct {
    const char *family, *label, *place, *quantity, *price;
  } LINES[] = {
    { "classes", "Écran interactif", "École élémentaire de la Ville haute", "8", "1 900,00 €" },
    { "classes", "Écran interactif", "École primaire du Pont", "7", "1900" },
    { "classes", "Ordinateur portable de la classe", "École élémentaire de la Ville haute", "8",
      "650,00" },
    { "classes", "Ordinateur portable de la classe", "École primaire du Pont", "7", "650.00" },
    { "mutualisable", "Pack de 12 tablettes", "Tout le projet", "2", "2\u202f200" },
    { "réseaux", "Câblage et points d’accès Wi-Fi désactivables", "Tout le projet", "1",
      "1\u00a0100,00\u00a0€" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (LINES); i++)
    {
      add_expense (hands, VOLETS_SECTION_EQUIPMENT, i, LINES[i].family, LINES[i].label,
                   LINES[i].place, LINES[i].quantity, LINES[i].price);
      volets_eyes_check_panel (hands);
    }
}

static void
add_services (VoletsHands *hands)
{
  static const Answer SERVICE[] = {
    { VOLETS_SECTION_SERVICES, VOLETS_SERVICES_PRODUCT,
      "Espace numérique de travail du premier degré" },
    { VOLETS_SECTION_SERVICES, VOLETS_SERVICES_PROVIDER, "Fournisseur" },
    { VOLETS_SECTION_SERVICES, VOLETS_SERVICES_START_DATE, "01/09/2021" },
    { VOLETS_SECTION_SERVICES, VOLETS_SERVICES_END_DATE, "31/08/2023" },
  };

  volets_hands_click_row (hands, "Achat d’un service ENT du premier degré");
  FILL_IN (hands, SERVICE);
  add_expense (hands, VOLETS_SECTION_SERVICE_LINES, 0, "services",
               "Espace numérique de travail, deux années scolaires", "Tout le projet", "1",
               "1900,00");
  volets_eyes_check_panel (hands);
  add_expense (hands, VOLETS_SECTION_SERVICE_LINES, 1, "ressources",
               "Bibliothèque de ressources pédagogiques", "Tout le projet", "1", "600");
}

static void
tell_who_accompanies (VoletsHands *hands)
{
  static const Answer SUPPORT[] = {
    { VOLETS_SECTION_SUPPORT, VOLETS_SUPPORT_INSPECTOR, "Prénom Nom" },
    { VOLETS_SECTION_SUPPORT, VOLETS_SUPPORT_INSPECTOR_EMAIL, "ien@academie.example" },
    { VOLETS_SECTION_SUPPORT, VOLETS_SUPPORT_ADVISER, "Prénom Nom" },
    { VOLETS_SECTION_SUPPORT, VOLETS_SUPPORT_ADVISER_EMAIL, "conseiller@academie.example" },
    { VOLETS_SECTION_SUPPORT, VOLETS_SUPPORT_TEACHERS, "15" },
    { VOLETS_SECTION_SUPPORT, VOLETS_SUPPORT_TEXT,
      "Les équipes des deux écoles utiliseront l’écran interactif chaque jour, les tablettes par "
      "ateliers, et l’espace numérique de travail pour garder le lien avec les familles, y compris "
      "lorsque l’école ferme." },
  };
  const VoletsSection section = VOLETS_SECTION_TRAININGS;

  FILL_IN (hands, SUPPORT);
  volets_hands_click_row (hands, "Une connexion à internet dans chaque école équipée");
  volets_hands_click_row (hands, "L’entretien du matériel financé");
  volets_hands_click_row (hands, "Le temps de prise en main des enseignants");

  volets_hands_add_row (hands, section);
  volets_hands_type (hands, "Prise en main de l’écran interactif");
  volets_hands_choose_cell (hands, section, 0, VOLETS_TRAINING_FORM, "en présence");
  volets_hands_fill_cell (hands, section, 0, VOLETS_TRAINING_HOURS, "3");
  volets_hands_fill_cell (hands, section, 0, VOLETS_TRAINING_DATE, "22/09/2021");
  volets_hands_fill_cell (hands, section, 0, VOLETS_TRAINING_TRAINER, "Prénom Nom");
  volets_hands_add_row (hands, section);
  volets_hands_type (hands, "L’espace numérique de travail au quotidien");
  volets_hands_choose_cell (hands, section, 1, VOLETS_TRAINING_FORM, "en partie à distance");
  volets_hands_fill_cell (hands, section, 1, VOLETS_TRAINING_HOURS, "3");
}

/* What was typed is the example that comes with the program, to the byte. */
static void
assert_is_the_example (VoletsHands *hands)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "examples",
                                                 "vaison-la-romaine.volets", NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  volets_test_assert_holds (hands->folder.file, expected);
}

/* Something that a platform takes. */
static void
save_paper (GFile *file)
{
  g_autoptr (VoletsDocument) sheet = VOLETS_DOCUMENT (volets_sheet_new ("Pièce jointe"));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = volets_pdf_render (sheet, &(VoletsPdfInfo) { .date = TODAY }, &error);

  g_assert_no_error (error);
  g_file_set_contents (g_file_peek_path (file), g_bytes_get_data (bytes, NULL),
                       (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
}

static void
attach (VoletsHands *hands,
        const char  *item,
        const char  *name)
{
  g_autoptr (GFile) file = g_file_new_build_filename (hands->folder.folder, name, NULL);
  g_autoptr (GPtrArray) groups = volets_hands_find_all (hands, VOLETS_TYPE_ATTACHMENT_GROUP);
  VoletsDossier *dossier = volets_editor_get_dossier (volets_hands_get_editor (hands));
  guint n_files = volets_dossier_get_n_rows (dossier, VOLETS_SECTION_ATTACHMENTS);

  save_paper (file);
  for (guint i = 0; i < groups->len; i++)
    {
      const VoletsCallItem *asked = volets_attachment_group_get_item (groups->pdata[i]);

      /* What the file chooser does with its answer. */
      if (asked != NULL && g_str_equal (asked->id, item))
        volets_attachment_group_add_file (groups->pdata[i], file);
    }
  VOLETS_TEST_WAIT (volets_dossier_get_n_rows (dossier, VOLETS_SECTION_ATTACHMENTS)
                     == n_files + 1);
  volets_hands_rest (hands);
}

/* Nothing is listed, and the program finds nothing either. */
static void
assert_nothing_is_left (VoletsHands *hands)
{
  g_autoptr (GPtrArray) groups = volets_hands_find_all (hands, VOLETS_TYPE_FINDING_GROUP);
  GPtrArray *findings = volets_editor_get_findings (volets_hands_get_editor (hands));
  VoletsDossierView *view = volets_hands_get_view (hands);
  g_auto (VoletsTestRun) run = { 0 };

  g_assert_cmpuint (volets_review_count (findings, VOLETS_SEVERITY_ERROR), ==, 0);
  g_assert_cmpuint (groups->len, ==, 0);
  for (VoletsStep i = 0; i < VOLETS_N_STEPS; i++)
    g_assert_cmpuint (volets_dossier_view_get_step_state (view, i), ==,
                      i == VOLETS_STEP_FUNDING  ? VOLETS_STEP_STATE_OPTIONAL
                      : i == VOLETS_STEP_FILING ? VOLETS_STEP_STATE_READY
                                                : VOLETS_STEP_STATE_COMPLETE);

  volets_test_run (&run, "check", "--date", TODAY, g_file_peek_path (hands->folder.file), NULL);
  g_assert_cmpint (run.status, ==, 0);
  g_assert_nonnull (strstr (run.output, "0 erreur, 0 avertissement, 0 information"));
}

static void
saved_cb (VoletsExportGroup *group,
          guint              n_saved,
          guint             *total)
{
  *total += n_saved;
}

static void
assert_same_content (const char *folder,
                     const char *other_folder,
                     const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *other_path = g_build_filename (other_folder, name, NULL);
  g_autofree char *content = NULL, *other_content = NULL;
  gsize size, other_size;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, &size, &error);
  g_assert_no_error (error);
  g_file_get_contents (other_path, &other_content, &other_size, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (content, size, other_content, other_size);
}

/* All documents from the window, as the chooser of a folder does it. */
static guint
save_all (VoletsHands *hands,
          GFile       *folder)
{
  GtkWidget *exports = volets_hands_find (hands, VOLETS_TYPE_EXPORT_GROUP);
  guint n_saved = 0;
  gulong handler = g_signal_connect (exports, "saved", G_CALLBACK (saved_cb), &n_saved);

  volets_export_group_save_all (VOLETS_EXPORT_GROUP (exports), folder, FALSE);
  VOLETS_TEST_WAIT (!volets_export_group_is_busy (VOLETS_EXPORT_GROUP (exports)));
  g_signal_handler_disconnect (exports, handler);

  return n_saved;
}

/* What the window saves, and what the program writes of the saved file. */
static void
assert_documents_agree (VoletsHands *hands)
{
  static const char *const FOLDERS[] = { "fenêtre", "commande" };
  g_autofree char *folder = g_build_filename (hands->folder.folder, FOLDERS[0], NULL);
  g_autofree char *other_folder = g_build_filename (hands->folder.folder, FOLDERS[1], NULL);
  g_autoptr (GFile) place = g_file_new_for_path (folder);
  g_auto (VoletsTestRun) run = { 0 };
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n_saved, n_written = 0;
  gboolean has_filing = FALSE, has_summary = FALSE;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  n_saved = save_all (hands, place);
  volets_test_run (&run, "export", "--date", TODAY, "--output-dir", other_folder,
                   g_file_peek_path (hands->folder.file), NULL);

  dir = g_dir_open (other_folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      assert_same_content (folder, other_folder, name);
      has_filing |= g_str_equal (name, "Dossier de l’école-depot.xml");
      has_summary |= g_str_equal (name, "Dossier de l’école-synthese.pdf");
      n_written++;
    }
  g_assert_cmpuint (n_saved, ==, n_written);
  g_assert_true (has_filing);
  g_assert_true (has_summary);
}

static void
test_a_dossier_from_the_first_key_to_the_filing (VoletsHands   *hands,
                                                 gconstpointer  unused)
{
  volets_hands_begin (hands, CALL_ID);
  volets_editor_set_today (volets_hands_get_editor (hands), TODAY);
  tell_who_applies (hands);
  tell_the_project (hands);

  go_on (hands, VOLETS_STEP_SCHOOLS);
  add_school (hands, 0, "0849001C", "École élémentaire de la Ville haute", "élémentaire", "8",
              "82");
  add_school (hands, 1, "0849002D", "École primaire du Pont", "primaire", "7", "68");

  go_on (hands, VOLETS_STEP_EQUIPMENT);
  add_equipment (hands);
  volets_eyes_check_total (hands, "36750.00");

  go_on (hands, VOLETS_STEP_SERVICES);
  add_services (hands);
  volets_eyes_check_total (hands, "38250.00");

  go_on (hands, VOLETS_STEP_SUPPORT);
  tell_who_accompanies (hands);
  go_on (hands, VOLETS_STEP_FUNDING);
  go_on (hands, VOLETS_STEP_ATTACHMENTS);
  assert_is_the_example (hands);
  attach (hands, "deliberation", "délibération.pdf");
  attach (hands, "devis", "devis n° 1.pdf");
  attach (hands, "rib", "rib.pdf");

  go_on (hands, VOLETS_STEP_FILING);
  volets_eyes_check_total (hands, "38250.00");
  assert_nothing_is_left (hands);
  assert_documents_agree (hands);
}

/* --- What is changed on the way -------------------------------------------------------------- */

static const char *
get_chosen (VoletsHands *hands)
{
  GtkWidget *list = gtk_widget_get_ancestor (volets_hands_get_focus (hands), GTK_TYPE_DROP_DOWN);

  return gtk_string_object_get_string (gtk_drop_down_get_selected_item (GTK_DROP_DOWN (list)));
}

/* The lists in a table that was on the screen before offer the schools as they are now. */
static void
test_a_school_is_renamed_and_another_comes (VoletsHands   *hands,
                                            gconstpointer  unused)
{
  VoletsDossierView *view;

  volets_hands_begin (hands, CALL_ID);
  view = volets_hands_get_view (hands);
  volets_dossier_view_open_step (view, VOLETS_STEP_SCHOOLS);
  volets_hands_add_row (hands, VOLETS_SECTION_SCHOOLS);
  volets_hands_fill_cell (hands, VOLETS_SECTION_SCHOOLS, 0, VOLETS_SCHOOL_NAME, "École du Bourg");
  volets_dossier_view_open_step (view, VOLETS_STEP_EQUIPMENT);
  volets_hands_add_row (hands, VOLETS_SECTION_EQUIPMENT);
  volets_hands_add_row (hands, VOLETS_SECTION_EQUIPMENT);
  volets_hands_choose_cell (hands, VOLETS_SECTION_EQUIPMENT, 0, VOLETS_EXPENSE_SCOPE,
                            "École du Bourg");

  volets_dossier_view_open_step (view, VOLETS_STEP_SCHOOLS);
  volets_hands_fill_cell (hands, VOLETS_SECTION_SCHOOLS, 0, VOLETS_SCHOOL_NAME, "École du Pont");
  volets_hands_add_row (hands, VOLETS_SECTION_SCHOOLS);
  volets_hands_fill_cell (hands, VOLETS_SECTION_SCHOOLS, 1, VOLETS_SCHOOL_NAME, "École du Port");
  volets_dossier_view_open_step (view, VOLETS_STEP_EQUIPMENT);
  volets_hands_go_to_cell (hands, VOLETS_SECTION_EQUIPMENT, 0, VOLETS_EXPENSE_SCOPE);
  g_assert_cmpstr (get_chosen (hands), ==, "École du Pont");
  volets_hands_choose_cell (hands, VOLETS_SECTION_EQUIPMENT, 1, VOLETS_EXPENSE_SCOPE,
                            "École du Port");

  /* Undo brings back what was there from wherever it is asked for. */
  g_assert_true (volets_editor_undo (volets_hands_get_editor (hands)));
  volets_hands_go_to_cell (hands, VOLETS_SECTION_EQUIPMENT, 0, VOLETS_EXPENSE_SCOPE);
  g_assert_cmpstr (get_chosen (hands), ==, "École du Pont");
}

/* --- What is lost on the way ----------------------------------------------------------------- */

static GtkWidget *
find_row_that_says (VoletsHands *hands,
                    const char  *words)
{
  g_autoptr (GPtrArray) rows = volets_hands_find_all (hands, ADW_TYPE_ACTION_ROW);

  for (guint i = 0; i < rows->len; i++)
    {
      if (strstr (adw_preferences_row_get_title (rows->pdata[i]), words) != NULL)
        return rows->pdata[i];
    }

  return NULL;
}

/* The person takes the file away, asks for the review, and is led to where it is mended. */
static void
test_a_file_is_lost_on_the_way (VoletsHands   *hands,
                                gconstpointer  unused)
{
  g_autoptr (GFile) file = g_file_new_build_filename (hands->folder.folder, "rib.pdf", NULL);
  VoletsDossierView *view;
  GtkWidget *row;

  volets_hands_begin (hands, CALL_ID);
  view = volets_hands_get_view (hands);
  volets_dossier_view_open_step (view, VOLETS_STEP_ATTACHMENTS);
  volets_hands_rest (hands);
  attach (hands, "deliberation", "délibération.pdf");
  attach (hands, "devis", "devis.pdf");
  attach (hands, "rib", "rib.pdf");
  volets_hands_save (hands);
  g_assert_cmpuint (volets_dossier_view_get_step_state (view, VOLETS_STEP_ATTACHMENTS), ==,
                    VOLETS_STEP_STATE_COMPLETE);

  g_assert_true (g_file_delete (file, NULL, NULL));
  volets_dossier_view_open_step (view, VOLETS_STEP_FILING);
  VOLETS_TEST_WAIT (volets_eyes_find (hands, "piece-introuvable"));
  volets_hands_rest (hands);
  g_assert_cmpuint (volets_dossier_view_get_step_state (view, VOLETS_STEP_ATTACHMENTS), ==,
                    VOLETS_STEP_STATE_ERRORS);
  row = find_row_that_says (hands, "rib.pdf");
  g_assert_nonnull (row);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  volets_hands_rest (hands);
  g_assert_cmpuint (volets_dossier_view_get_step (view), ==, VOLETS_STEP_ATTACHMENTS);
  g_assert_nonnull (gtk_widget_get_ancestor (volets_hands_get_focus (hands),
                                             VOLETS_TYPE_ATTACHMENT_ROW));

  /* Put back where it was. */
  save_paper (file);
  volets_dossier_view_open_step (view, VOLETS_STEP_FILING);
  VOLETS_TEST_WAIT (!volets_eyes_find (hands, "piece-introuvable"));
  g_assert_cmpuint (volets_dossier_view_get_step_state (view, VOLETS_STEP_ATTACHMENTS), ==,
                    VOLETS_STEP_STATE_COMPLETE);
}

static void
add_tests (GtkApplication *application)
{
#define ADD(path, test) \
  g_test_add (path, VoletsHands, application, volets_hands_set_up, test, volets_hands_tear_down)

  ADD ("/wizard/a-dossier-from-the-first-key-to-the-filing",
       test_a_dossier_from_the_first_key_to_the_filing);
  ADD ("/wizard/a-school-is-renamed-and-another-comes",
       test_a_school_is_renamed_and_another_comes);
  ADD ("/wizard/a-file-is-lost-on-the-way", test_a_file_is_lost_on_the_way);
}

int
main (int   argc,
      char *argv[])
{
  return volets_test_display_main (argc, argv, add_tests);
}
