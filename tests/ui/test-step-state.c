/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/step-state.h"

#include "engine/applicant.h"
#include "engine/call-store.h"
#include "engine/dossier-file.h"
#include "engine/review.h"

/* How far the steps of a dossier are, from its answers and findings alone. */

#define TODAY "2021-03-15"

typedef struct {
  VoletsDossier   *dossier;
  GPtrArray       *findings;
  VoletsStepState  states[VOLETS_N_STEPS];
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->dossier = volets_dossier_new ("snee-2021");
  fixture->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) volets_finding_free);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_ptr_array_unref (fixture->findings);
  g_object_unref (fixture->dossier);
}

static void
add_finding (Fixture        *fixture,
             VoletsSeverity  severity,
             VoletsSection   section,
             const char     *code)
{
  VoletsFinding *finding = g_new0 (VoletsFinding, 1);

  finding->severity = severity;
  finding->step = volets_section_get_info (section)->step;
  finding->section = section;
  finding->row = VOLETS_FINDING_NONE;
  finding->field = VOLETS_FINDING_NONE;
  finding->code = code;
  finding->message = g_strdup (code);
  g_ptr_array_add (fixture->findings, finding);
}

static void
name_applicant (Fixture *fixture)
{
  VoletsRecord *applicant =
    volets_dossier_get_record (fixture->dossier, VOLETS_SECTION_APPLICANT);

  volets_record_set_text (applicant, VOLETS_APPLICANT_NAME, "Commune");
}

static void
assert_state (Fixture         *fixture,
              VoletsStep       step,
              VoletsStepState  state)
{
  volets_step_state_compute (fixture->dossier, fixture->findings, fixture->states);
  g_assert_cmpuint (fixture->states[step], ==, state);
}

static void
test_nothing_answered (Fixture       *fixture,
                       gconstpointer  data)
{
  add_finding (fixture, VOLETS_SEVERITY_ERROR, VOLETS_SECTION_APPLICANT, "champ-manquant");
  add_finding (fixture, VOLETS_SEVERITY_ERROR, VOLETS_SECTION_SCHOOLS, "aucune-ecole");

  assert_state (fixture, VOLETS_STEP_APPLICANT, VOLETS_STEP_STATE_UNTOUCHED);
  assert_state (fixture, VOLETS_STEP_SCHOOLS, VOLETS_STEP_STATE_UNTOUCHED);
  assert_state (fixture, VOLETS_STEP_FILING, VOLETS_STEP_STATE_UNTOUCHED);
}

/* « À commencer » would send people to a step where there is nothing for them to do. */
static void
test_nothing_asked_for (Fixture       *fixture,
                        gconstpointer  data)
{
  add_finding (fixture, VOLETS_SEVERITY_WARNING, VOLETS_SECTION_ATTACHMENTS, "piece-manquante");
  add_finding (fixture, VOLETS_SEVERITY_INFORMATION, VOLETS_SECTION_FUNDING, "fctva");

  assert_state (fixture, VOLETS_STEP_ATTACHMENTS, VOLETS_STEP_STATE_UNTOUCHED);
  assert_state (fixture, VOLETS_STEP_FUNDING, VOLETS_STEP_STATE_OPTIONAL);
  assert_state (fixture, VOLETS_STEP_FILING, VOLETS_STEP_STATE_UNTOUCHED);
}

/* The last step was « Complet » while no attachment was there. */
static void
test_attachment_missing (Fixture       *fixture,
                         gconstpointer  data)
{
  name_applicant (fixture);
  assert_state (fixture, VOLETS_STEP_FILING, VOLETS_STEP_STATE_READY);

  add_finding (fixture, VOLETS_SEVERITY_WARNING, VOLETS_SECTION_ATTACHMENTS, "piece-manquante");
  assert_state (fixture, VOLETS_STEP_FILING, VOLETS_STEP_STATE_IN_PROGRESS);

  /* One of several. */
  volets_dossier_append (fixture->dossier, VOLETS_SECTION_ATTACHMENTS);
  assert_state (fixture, VOLETS_STEP_ATTACHMENTS, VOLETS_STEP_STATE_IN_PROGRESS);
  assert_state (fixture, VOLETS_STEP_FILING, VOLETS_STEP_STATE_IN_PROGRESS);

  g_ptr_array_set_size (fixture->findings, 0);
  assert_state (fixture, VOLETS_STEP_ATTACHMENTS, VOLETS_STEP_STATE_COMPLETE);
  assert_state (fixture, VOLETS_STEP_FILING, VOLETS_STEP_STATE_READY);
}

static void
test_something_missing (Fixture       *fixture,
                        gconstpointer  data)
{
  name_applicant (fixture);
  add_finding (fixture, VOLETS_SEVERITY_ERROR, VOLETS_SECTION_APPLICANT, "champ-manquant");

  assert_state (fixture, VOLETS_STEP_APPLICANT, VOLETS_STEP_STATE_IN_PROGRESS);
  assert_state (fixture, VOLETS_STEP_SCHOOLS, VOLETS_STEP_STATE_OPTIONAL);
  assert_state (fixture, VOLETS_STEP_FILING, VOLETS_STEP_STATE_IN_PROGRESS);
}

static void
test_error_outweighs_missing (Fixture       *fixture,
                              gconstpointer  data)
{
  name_applicant (fixture);
  add_finding (fixture, VOLETS_SEVERITY_ERROR, VOLETS_SECTION_APPLICANT, "champ-manquant");
  add_finding (fixture, VOLETS_SEVERITY_ERROR, VOLETS_SECTION_SESSION, "dates-inversees");
  add_finding (fixture, VOLETS_SEVERITY_ERROR, VOLETS_SECTION_APPLICANT, "champ-manquant");

  assert_state (fixture, VOLETS_STEP_APPLICANT, VOLETS_STEP_STATE_ERRORS);
}

static void
test_error_before_begun (Fixture       *fixture,
                         gconstpointer  data)
{
  name_applicant (fixture);
  add_finding (fixture, VOLETS_SEVERITY_ERROR, VOLETS_SECTION_FUNDING, "recettes-inegales");

  assert_state (fixture, VOLETS_STEP_FUNDING, VOLETS_STEP_STATE_UNTOUCHED);
  assert_state (fixture, VOLETS_STEP_APPLICANT, VOLETS_STEP_STATE_COMPLETE);
}

static void
test_warnings (Fixture       *fixture,
               gconstpointer  data)
{
  name_applicant (fixture);
  add_finding (fixture, VOLETS_SEVERITY_WARNING, VOLETS_SECTION_APPLICANT, "champ-manquant");
  add_finding (fixture, VOLETS_SEVERITY_WARNING, VOLETS_SECTION_SESSION, "votes-inegaux");
  add_finding (fixture, VOLETS_SEVERITY_INFORMATION, VOLETS_SECTION_COMMUNES,
               "departement-particulier");

  assert_state (fixture, VOLETS_STEP_APPLICANT, VOLETS_STEP_STATE_COMPLETE);
  assert_state (fixture, VOLETS_STEP_FILING, VOLETS_STEP_STATE_READY);
}

/* A file that is not found blocks nothing, and still nobody should miss it. */
static void
test_lost_attachment (Fixture       *fixture,
                      gconstpointer  data)
{
  static const char *const CODES[] = { "piece-introuvable", "piece-modifiee", "piece-refusee" };

  volets_dossier_append (fixture->dossier, VOLETS_SECTION_ATTACHMENTS);
  for (gsize i = 0; i < G_N_ELEMENTS (CODES); i++)
    {
      g_ptr_array_set_size (fixture->findings, 0);
      assert_state (fixture, VOLETS_STEP_ATTACHMENTS, VOLETS_STEP_STATE_COMPLETE);
      add_finding (fixture, VOLETS_SEVERITY_WARNING, VOLETS_SECTION_ATTACHMENTS, CODES[i]);
      assert_state (fixture, VOLETS_STEP_ATTACHMENTS, VOLETS_STEP_STATE_ERRORS);
      assert_state (fixture, VOLETS_STEP_FILING, VOLETS_STEP_STATE_IN_PROGRESS);
    }
}

static void
test_row_begins (Fixture       *fixture,
                 gconstpointer  data)
{
  volets_dossier_append (fixture->dossier, VOLETS_SECTION_SCHOOLS);
  add_finding (fixture, VOLETS_SEVERITY_ERROR, VOLETS_SECTION_SCHOOLS, "champ-manquant");

  assert_state (fixture, VOLETS_STEP_SCHOOLS, VOLETS_STEP_STATE_IN_PROGRESS);
}

/* The words are those of the review itself. */
static void
test_example (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "examples",
                                                 "vaison-la-romaine.volets", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (VoletsDossier) dossier = volets_dossier_load (file, &error);
  g_autoptr (VoletsCall) call = volets_call_store_find ("snee-2021");
  g_autoptr (VoletsSubsidy) subsidy = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  VoletsRecord *applicant;

  g_assert_no_error (error);
  applicant = volets_dossier_get_record (dossier, VOLETS_SECTION_APPLICANT);
  subsidy = volets_subsidy_compute (call, dossier, NULL);
  findings = volets_review (call, dossier, subsidy, TODAY);
  volets_step_state_compute (dossier, findings, fixture->states);
  g_assert_cmpuint (fixture->states[VOLETS_STEP_APPLICANT], ==, VOLETS_STEP_STATE_COMPLETE);
  g_assert_cmpuint (fixture->states[VOLETS_STEP_SUPPORT], ==, VOLETS_STEP_STATE_COMPLETE);
  g_assert_cmpuint (fixture->states[VOLETS_STEP_FUNDING], ==, VOLETS_STEP_STATE_OPTIONAL);
  g_assert_cmpuint (fixture->states[VOLETS_STEP_ATTACHMENTS], ==, VOLETS_STEP_STATE_UNTOUCHED);
  g_assert_cmpuint (fixture->states[VOLETS_STEP_FILING], ==, VOLETS_STEP_STATE_IN_PROGRESS);

  volets_record_set_text (applicant, VOLETS_APPLICANT_NAME, NULL);
  g_clear_pointer (&findings, g_ptr_array_unref);
  findings = volets_review (call, dossier, subsidy, TODAY);
  volets_step_state_compute (dossier, findings, fixture->states);
  g_assert_cmpuint (fixture->states[VOLETS_STEP_APPLICANT], ==, VOLETS_STEP_STATE_IN_PROGRESS);

  volets_record_set_text (applicant, VOLETS_APPLICANT_SIRET, "21840137000017");
  g_clear_pointer (&findings, g_ptr_array_unref);
  findings = volets_review (call, dossier, subsidy, TODAY);
  volets_step_state_compute (dossier, findings, fixture->states);
  g_assert_cmpuint (fixture->states[VOLETS_STEP_APPLICANT], ==, VOLETS_STEP_STATE_ERRORS);
  g_assert_cmpuint (fixture->states[VOLETS_STEP_FILING], ==, VOLETS_STEP_STATE_IN_PROGRESS);
}

static void
test_told_apart_without_colour (void)
{
  for (VoletsStepState i = 0; i <= VOLETS_STEP_STATE_READY; i++)
    {
      for (VoletsStepState j = 0; j < i; j++)
        {
          g_assert_cmpstr (volets_step_state_get_label (i), !=, volets_step_state_get_label (j));
          g_assert_cmpstr (volets_step_state_get_icon_name (i), !=,
                           volets_step_state_get_icon_name (j));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

  ADD ("/step-state/untouched-until-something-is-answered", test_nothing_answered);
  ADD ("/step-state/optional-where-nothing-is-asked-for", test_nothing_asked_for);
  ADD ("/step-state/not-ready-without-the-attachments", test_attachment_missing);
  ADD ("/step-state/missing-answers-are-no-errors", test_something_missing);
  ADD ("/step-state/an-error-outweighs-what-is-missing", test_error_outweighs_missing);
  ADD ("/step-state/no-error-before-the-step-is-begun", test_error_before_begun);
  ADD ("/step-state/warnings-do-not-hold-it-back", test_warnings);
  ADD ("/step-state/a-lost-attachment-is-to-be-corrected", test_lost_attachment);
  ADD ("/step-state/an-empty-row-begins-it", test_row_begins);
  ADD ("/step-state/follows-the-review-of-an-example", test_example);
  g_test_add_func ("/step-state/told-apart-without-colour", test_told_apart_without_colour);

  return g_test_run ();
}
