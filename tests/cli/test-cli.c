/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "documents/pdf.h"
#include "documents/sheet.h"
#include "support/program.h"

/* Drives the program from outside, as a script does. */

#define DATE "--date", "2021-03-15"
#define OTHER_FINGERPRINT "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static char *
find_example (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "..", "data", "examples", name, NULL);
}

static char *
read_file (const char *folder,
           const char *name,
           gsize      *size)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, size, &error);
  g_assert_no_error (error);
  return text;
}

static void
write_file (const char *path,
            const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("volets-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint count = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    count++;

  return count;
}

/* Each file that is written has a line. */
static guint
count_lines (const char *output)
{
  guint count = 0;

  for (const char *p = strchr (output, '\n'); p != NULL; p = strchr (p + 1, '\n'))
    count++;

  return count;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

static void
assert_holds (const char *text,
              const char *wanted)
{
  if (strstr (text, wanted) == NULL)
    g_error ("« %s » is not in « %s »", wanted, text);
}

static void
test_compute_prints_the_subsidy_and_every_line (void)
{
  g_autofree char *path = find_example ("vaison-la-romaine.volets");
  g_auto (VoletsTestRun) run = { 0 };

  volets_test_run (&run, "compute", path, NULL);
  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (run.complaint, ==, "");
  assert_holds (run.output, "subvention de 38 250,00 €");
  assert_holds (run.output, "15 classes × 3 500,00 € = 52 500,00 €");
  assert_holds (run.output, "36 750,00 €");
  assert_holds (run.output, "17 250,00 €");
}

static void
test_compute_as_json_has_amounts_as_text (void)
{
  g_autofree char *path = find_example ("vaison-la-romaine.volets");
  g_auto (VoletsTestRun) run = { 0 };

  volets_test_run (&run, "compute", "--json", path, path, NULL);
  g_assert_cmpint (run.status, ==, 0);
  assert_holds (run.output, "\"subvention\":\"38250.00\"");
  assert_holds (run.output, "\"part_demandeur\":\"17250.00\"");
  g_assert_cmpuint (strlen (strchr (run.output, '\n') + 1) * 2, ==, strlen (run.output));
}

static void
test_check_of_a_good_dossier_is_zero (void)
{
  g_autofree char *path = find_example ("vaison-la-romaine.volets");
  g_auto (VoletsTestRun) run = { 0 };

  volets_test_run (&run, "check", DATE, path, NULL);
  g_assert_cmpint (run.status, ==, 0);
  assert_holds (run.output, "0 erreur, ");
  g_assert_null (strstr (run.output, "clos depuis"));
}

static void
test_check_of_a_draft_is_one (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "brouillon.volets", NULL);
  g_auto (VoletsTestRun) run = { 0 };

  write_file (path, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    "<dossier xmlns=\"urn:volets:dossier:1\" appel=\"snee-2021\" version=\"1\">"
                    "</dossier>\n");
  volets_test_run (&run, "check", DATE, path, NULL);
  g_assert_cmpint (run.status, ==, 1);
  assert_holds (run.output, "erreur : demandeur/siret : « SIRET » est à renseigner.");
  assert_holds (run.output, "[Arrêté du 21 août 2018");
  remove_folder (folder);
}

/* An example with « devis.csv » attached, as it was when it held « abc ». */
static void
write_with_attachment (const char *path)
{
  g_autofree char *example = find_example ("vaison-la-romaine.volets");
  g_autofree char *text = NULL;
  g_autoptr (GString) dossier = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (example, &text, NULL, &error);
  g_assert_no_error (error);
  dossier = g_string_new (text);
  g_string_replace (dossier, "</dossier>",
                    "  <pieces>\n    <piece>\n      <reference>devis</reference>\n"
                    "      <chemin>devis.csv</chemin>\n      <taille>3</taille>\n      <sha256>"
                    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
                    "</sha256>\n    </piece>\n  </pieces>\n</dossier>", 1);
  write_file (path, dossier->str);
}

/* Beside the dossier, wherever the program is run. */
static void
test_check_looks_at_what_is_attached (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "école.volets", NULL);
  g_autofree char *attached = g_build_filename (folder, "devis.csv", NULL);
  g_auto (VoletsTestRun) fine = { 0 }, changed = { 0 }, missing = { 0 };

  write_with_attachment (path);
  write_file (attached, "abc");
  volets_test_run (&fine, "check", DATE, path, NULL);
  g_assert_cmpint (fine.status, ==, 0);
  g_assert_null (strstr (fine.output, "pieces["));

  write_file (attached, "abd");
  volets_test_run (&changed, "check", DATE, path, NULL);
  g_assert_cmpint (changed.status, ==, 0);
  assert_holds (changed.output, "école.volets : avertissement : pieces[1]/chemin : Pièce 1 : le "
                                "fichier « devis.csv » a changé depuis qu’il a été joint");

  g_remove (attached);
  volets_test_run (&missing, "check", DATE, path, NULL);
  g_assert_cmpint (missing.status, ==, 0);
  assert_holds (missing.output, "avertissement : pieces[1]/chemin : Pièce 1 : le fichier "
                                "« devis.csv » n’est pas trouvé (");
  assert_holds (missing.output, "0 erreur, 3 avertissements, ");
  remove_folder (folder);
}

static void
test_one_bad_file_does_not_stop_the_others (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *bad = g_build_filename (folder, "faux.volets", NULL);
  g_autofree char *good = find_example ("ecole-de-village.volets");
  g_auto (VoletsTestRun) run = { 0 };

  write_file (bad, "ce n'est pas du XML");
  volets_test_run (&run, "compute", bad, good, "nulle-part.volets", NULL);
  g_assert_cmpint (run.status, ==, 2);
  assert_holds (run.output, "ecole-de-village.volets : subvention de ");
  assert_holds (run.complaint, "faux.volets : ligne 1 : ");
  assert_holds (run.complaint, "nulle-part.volets : le fichier");
  remove_folder (folder);
}

static void
test_export_twice_gives_the_same_bytes (void)
{
  static const char *const NAMES[] = {
    "vaison-la-romaine-synthese.pdf", "vaison-la-romaine-deliberation.pdf",
    "vaison-la-romaine-deliberation.odt", "vaison-la-romaine-plan.pdf",
    "vaison-la-romaine-depot.xml",
  };
  g_autofree char *path = find_example ("vaison-la-romaine.volets");
  g_autofree char *first = make_folder ();
  g_autofree char *second = make_folder ();
  g_auto (VoletsTestRun) run = { 0 };
  g_auto (VoletsTestRun) again = { 0 };

  volets_test_run (&run, "export", DATE, path, "--output-dir", first, NULL);
  g_assert_cmpint (run.status, ==, 0);
  volets_test_run (&again, "export", DATE, path, "--output-dir", second, NULL);
  g_assert_cmpint (again.status, ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      gsize first_size, second_size;
      g_autofree char *first_text = read_file (first, NAMES[i], &first_size);
      g_autofree char *second_text = read_file (second, NAMES[i], &second_size);

      assert_holds (run.output, NAMES[i]);
      g_assert_cmpmem (first_text, first_size, second_text, second_size);
    }
  remove_folder (first);
  remove_folder (second);
}

static void
test_export_never_replaces_a_file_unasked (void)
{
  g_autofree char *path = find_example ("ecole-de-village.volets");
  g_autofree char *folder = make_folder ();
  g_autofree char *summary = g_build_filename (folder, "ecole-de-village-synthese.pdf", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *kept_filing = NULL;
  g_auto (VoletsTestRun) refused = { 0 };
  g_auto (VoletsTestRun) forced = { 0 };
  gsize size;

  write_file (summary, "une synthèse relue à la main");
  volets_test_run (&refused, "export", DATE, path, "--output-dir", folder, NULL);
  g_assert_cmpint (refused.status, ==, 2);
  assert_holds (refused.complaint,
                "le fichier existe déjà ; choisissez un autre nom, ou ajoutez --force pour le "
                "remplacer.");
  kept = read_file (folder, "ecole-de-village-synthese.pdf", &size);
  g_assert_cmpstr (kept, ==, "une synthèse relue à la main");

  volets_test_run (&forced, "export", DATE, path, "--output-dir", folder, "--force", NULL);
  g_assert_cmpint (forced.status, ==, 0);
  g_clear_pointer (&kept, g_free);
  kept = read_file (folder, "ecole-de-village-synthese.pdf", &size);
  g_assert_true (g_str_has_prefix (kept, "%PDF-"));
  kept_filing = g_build_filename (folder, "ecole-de-village-depot.xml", NULL);
  g_assert_true (g_file_test (kept_filing, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_files (folder), ==, count_lines (forced.output));
  remove_folder (folder);
}

static void
test_export_of_a_draft_writes_no_filing_file (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *outputs = g_build_filename (folder, "sorties", NULL);
  g_autofree char *filing = g_build_filename (outputs, "brouillon-depot.xml", NULL);
  g_autofree char *path = g_build_filename (folder, "brouillon.volets", NULL);
  g_auto (VoletsTestRun) run = { 0 };

  write_file (path, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    "<dossier xmlns=\"urn:volets:dossier:1\" appel=\"snee-2021\" version=\"1\">"
                    "</dossier>\n");
  volets_test_run (&run, "export", DATE, path, "--output-dir", outputs, NULL);
  g_assert_cmpint (run.status, ==, 1);
  assert_holds (run.complaint, "le fichier de dépôt n’est pas écrit");
  g_assert_false (g_file_test (filing, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_files (outputs), ==, count_lines (run.output));
  remove_folder (outputs);
  remove_folder (folder);
}

static void
test_export_into_a_file_is_refused (void)
{
  g_autofree char *path = find_example ("ecole-de-village.volets");
  g_autofree char *folder = make_folder ();
  g_autofree char *file = g_build_filename (folder, "fichier", NULL);
  g_auto (VoletsTestRun) run = { 0 };

  write_file (file, "");
  volets_test_run (&run, "export", path, "--output-dir", file, NULL);
  g_assert_cmpint (run.status, ==, 2);
  assert_holds (run.complaint, "ce n’est pas un dossier");
  remove_folder (folder);
}

static char *
find_fixture (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL);
}

static void
test_a_prefill_needs_the_form_of_the_platform (void)
{
  g_autofree char *path = find_example ("vaison-la-romaine.volets");
  g_autofree char *dossier = find_fixture ("form.volets");
  g_autofree char *call = find_fixture ("form-call.xml");
  g_autofree char *folder = make_folder ();
  g_autofree char *text = NULL;
  g_auto (VoletsTestRun) asked = { 0 };
  g_auto (VoletsTestRun) unasked = { 0 };
  g_auto (VoletsTestRun) with_form = { 0 };
  gsize size;

  volets_test_run (&asked, "export", DATE, path, "--output-dir", folder, "--only", "json", NULL);
  g_assert_cmpint (asked.status, ==, 1);
  assert_holds (asked.complaint, "ne donne pas les champs de la plateforme");
  g_assert_cmpuint (count_files (folder), ==, 0);

  volets_test_run (&unasked, "export", DATE, path, "--output-dir", folder, NULL);
  g_assert_cmpint (unasked.status, ==, 0);
  assert_holds (unasked.complaint, "ne donne pas les champs de la plateforme");
  g_assert_null (strstr (unasked.output, "json"));

  volets_test_run (&with_form, "export", DATE, dossier, "--call", call, "--output-dir", folder,
                   "--only", "json", NULL);
  g_assert_cmpint (with_form.status, ==, 0);
  g_assert_cmpstr (with_form.complaint, ==, "");
  text = read_file (folder, "form-preremplissage.json", &size);
  assert_holds (text, "\"champ_Q2hhbXAtMTAxMA==\" : \"20006812000019\"");
  remove_folder (folder);
}

static void
test_a_prefill_says_what_it_leaves_out (void)
{
  g_autofree char *path = find_example ("ecole-de-village.volets");
  g_autofree char *form = find_fixture ("form-call.xml");
  g_autofree char *folder = make_folder ();
  g_autofree char *call = g_build_filename (folder, "appel.xml", NULL);
  g_autoptr (GString) text = NULL;
  g_autofree char *original = NULL;
  g_auto (VoletsTestRun) run = { 0 };
  g_autoptr (GError) error = NULL;

  g_file_get_contents (form, &original, NULL, &error);
  g_assert_no_error (error);
  text = g_string_new (original);
  g_assert_cmpuint (g_string_replace (text, "\"essai-formulaire\"", "\"snee-2021\"", 0), ==, 1);
  write_file (call, text->str);

  volets_test_run (&run, "export", DATE, path, "--call", call, "--output-dir", folder, "--only",
                   "json", NULL);
  g_assert_cmpint (run.status, ==, 0);
  assert_holds (run.complaint, "» n’est pas prérempli. ");
  remove_folder (folder);
}

static void
test_a_bundle_is_all_that_is_filed (void)
{
  g_autofree char *path = find_example ("vaison-la-romaine.volets");
  g_autofree char *folder = make_folder ();
  g_autofree char *bundle = g_build_filename (folder, "vaison-la-romaine-dossier-de-depot", NULL);
  g_autofree char *list = NULL;
  g_autofree char *filing = g_build_filename (bundle, "01-vaison-la-romaine-depot.xml", NULL);
  g_auto (VoletsTestRun) made = { 0 };
  g_auto (VoletsTestRun) verified = { 0 };
  g_auto (VoletsTestRun) refused = { 0 };
  g_auto (VoletsTestRun) forced = { 0 };
  gsize size;

  volets_test_run (&made, "export", DATE, path, "--output-dir", folder, "--bundle", NULL);
  g_assert_cmpint (made.status, ==, 0);
  assert_holds (made.output, "vaison-la-romaine-dossier-de-depot, ");
  assert_holds (made.complaint, "RIB du comptable public : l’appel demande cette pièce");
  list = read_file (bundle, "00-liste.txt", &size);
  assert_holds (list, "02-vaison-la-romaine-synthese.pdf\n");
  volets_test_run (&verified, "verify", path, filing, NULL);
  g_assert_cmpint (verified.status, ==, 0);

  volets_test_run (&refused, "export", DATE, path, "--output-dir", folder, "--bundle", NULL);
  g_assert_cmpint (refused.status, ==, 2);
  assert_holds (refused.complaint,
                "le dossier existe déjà ; choisissez un autre emplacement, ou ajoutez "
                "--force pour le remplacer.");
  volets_test_run (&forced, "export", DATE, path, "--output-dir", folder, "--bundle", "--force",
                   NULL);
  g_assert_cmpint (forced.status, ==, 0);
  g_assert_cmpuint (count_files (folder), ==, 1);
  remove_folder (bundle);
  remove_folder (folder);
}

static void
test_a_bundle_of_a_draft_is_refused (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "brouillon.volets", NULL);
  g_auto (VoletsTestRun) half = { 0 };
  g_auto (VoletsTestRun) run = { 0 };

  write_file (path, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    "<dossier xmlns=\"urn:volets:dossier:1\" appel=\"snee-2021\" version=\"1\">"
                    "</dossier>\n");
  volets_test_run (&half, "export", DATE, path, "--output-dir", folder, "--bundle", "--only=xml",
                   NULL);
  g_assert_cmpint (half.status, ==, 2);
  assert_holds (half.complaint, "--bundle prend tout ce qui se dépose ; retirez --only.");
  volets_test_run (&run, "export", DATE, path, "--output-dir", folder, "--bundle", NULL);
  g_assert_cmpint (run.status, ==, 1);
  assert_holds (run.complaint, "le dossier de dépôt n’est pas préparé : il reste ");
  assert_holds (run.complaint, "que « volets check » montre.");
  g_assert_cmpuint (count_files (folder), ==, 1);
  remove_folder (folder);
}

/* The program looks into what is attached without being brought down by it. */
static void
test_check_looks_into_attached_files (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "dossier.volets", NULL);
  g_autofree char *quote = g_build_filename (folder, "devis.pdf", NULL);
  g_auto (VoletsTestRun) run = { 0 };

  write_file (quote, "%PDF-1.7\nfin");
  write_file (path, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    "<dossier xmlns=\"urn:volets:dossier:1\" appel=\"snee-2021\" version=\"1\">"
                    "<pieces><piece><reference>devis</reference><chemin>devis.pdf</chemin></piece>"
                    "</pieces></dossier>\n");
  volets_test_run (&run, "check", DATE, path, NULL);
  assert_holds (run.output, "avertissement : pieces[1]/chemin : Pièce 1 : le fichier « devis.pdf » "
                            "ne s’ouvre pas");
  remove_folder (folder);
}

static void
test_verify_knows_which_files_belong_together (void)
{
  g_autofree char *path = find_example ("vaison-la-romaine.volets");
  g_autofree char *other = find_example ("ecole-de-village.volets");
  g_autofree char *folder = make_folder ();
  g_autofree char *summary = g_build_filename (folder, "vaison-la-romaine-synthese.pdf", NULL);
  g_autofree char *filing = g_build_filename (folder, "vaison-la-romaine-depot.xml", NULL);
  g_auto (VoletsTestRun) export = { 0 };
  g_auto (VoletsTestRun) with_summary = { 0 };
  g_auto (VoletsTestRun) with_filing = { 0 };
  g_auto (VoletsTestRun) with_other = { 0 };
  g_auto (VoletsTestRun) with_altered = { 0 };
  g_autofree char *text = NULL;
  gsize size;

  volets_test_run (&export, "export", DATE, path, "--output-dir", folder, NULL);
  g_assert_cmpint (export.status, ==, 0);
  volets_test_run (&with_summary, "verify", path, summary, NULL);
  g_assert_cmpint (with_summary.status, ==, 0);
  volets_test_run (&with_filing, "verify", summary, filing, NULL);
  g_assert_cmpint (with_filing.status, ==, 0);
  volets_test_run (&with_other, "verify", other, summary, NULL);
  g_assert_cmpint (with_other.status, ==, 1);

  text = read_file (folder, "vaison-la-romaine-depot.xml", &size);
  {
    char *quantity = strstr (text, "<quantite>8</quantite>");

    g_assert_nonnull (quantity);
    quantity[strlen ("<quantite>")] = '9';
  }
  write_file (filing, text);
  volets_test_run (&with_altered, "verify", path, filing, NULL);
  g_assert_cmpint (with_altered.status, ==, 1);
  assert_holds (with_altered.complaint, "a été modifié");
  remove_folder (folder);
}

static void
test_a_filing_file_is_read_as_a_dossier (void)
{
  g_autofree char *path = find_example ("syndicat-de-communes.volets");
  g_autofree char *folder = make_folder ();
  g_autofree char *filing = g_build_filename (folder, "syndicat-de-communes-depot.xml", NULL);
  g_auto (VoletsTestRun) export = { 0 };
  g_auto (VoletsTestRun) direct = { 0 };
  g_auto (VoletsTestRun) again = { 0 };

  volets_test_run (&export, "export", DATE, path, "--output-dir", folder, "--only", "xml", NULL);
  g_assert_cmpint (export.status, ==, 0);
  g_assert_cmpuint (count_files (folder), ==, 1);
  volets_test_run (&direct, "compute", path, NULL);
  volets_test_run (&again, "compute", filing, NULL);
  g_assert_cmpint (again.status, ==, 0);
  g_assert_cmpstr (strchr (direct.output, '\n'), ==, strchr (again.output, '\n'));
  remove_folder (folder);
}

/* A summary tells all that the dossier does, and everything is made of it again. */
static void
test_a_summary_is_read_as_a_dossier (void)
{
  static const char *const NAMES[] = {
    "vaison-la-romaine-synthese.pdf", "vaison-la-romaine-depot.xml",
  };
  g_autofree char *path = find_example ("vaison-la-romaine.volets");
  g_autofree char *folder = make_folder ();
  g_autofree char *again = make_folder ();
  g_autofree char *summary = g_build_filename (folder, NAMES[0], NULL);
  g_auto (VoletsTestRun) export = { 0 };
  g_auto (VoletsTestRun) compute = { 0 };
  g_auto (VoletsTestRun) compute_summary = { 0 };
  g_auto (VoletsTestRun) check = { 0 };
  g_auto (VoletsTestRun) export_again = { 0 };

  volets_test_run (&export, "export", DATE, path, "--output-dir", folder, NULL);
  g_assert_cmpint (export.status, ==, 0);
  volets_test_run (&compute, "compute", path, NULL);
  volets_test_run (&compute_summary, "compute", summary, NULL);
  g_assert_cmpint (compute_summary.status, ==, 0);
  g_assert_cmpstr (strchr (compute_summary.output, '\n'), ==, strchr (compute.output, '\n'));
  volets_test_run (&check, "check", DATE, summary, NULL);
  g_assert_cmpint (check.status, ==, 0);

  volets_test_run (&export_again, "export", DATE, summary, "--output-dir", again, NULL);
  g_assert_cmpint (export_again.status, ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      gsize first_size, second_size;
      g_autofree char *first_text = read_file (folder, NAMES[i], &first_size);
      g_autofree char *second_text = read_file (again, NAMES[i], &second_size);

      g_assert_cmpmem (first_text, first_size, second_text, second_size);
    }
  remove_folder (folder);
  remove_folder (again);
}

/* Returns: (transfer full): a PDF that says one thing and carries another */
static GBytes *
make_contradiction (void)
{
  static const char ANSWERS[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                "<dossier xmlns=\"urn:volets:dossier:1\" appel=\"snee-2021\" "
                                "version=\"1\"></dossier>\n";
  g_autoptr (VoletsSheet) sheet = volets_sheet_new ("Synthèse");
  g_autoptr (GBytes) answers = g_bytes_new_static (ANSWERS, strlen (ANSWERS));
  VoletsPdfFile file = { "dossier.volets", "text/xml", "Un dossier", answers };
  VoletsPdfInfo info = { .fingerprint = OTHER_FINGERPRINT, .date = "2021-03-15", .file = &file };
  g_autoptr (GError) error = NULL;
  GBytes *pdf = volets_pdf_render (VOLETS_DOCUMENT (sheet), &info, &error);

  g_assert_no_error (error);
  return pdf;
}

static void
test_verify_knows_a_summary_that_contradicts_itself (void)
{
  g_autofree char *path = find_example ("vaison-la-romaine.volets");
  g_autofree char *folder = make_folder ();
  g_autofree char *summary = g_build_filename (folder, "synthese.pdf", NULL);
  g_autoptr (GBytes) pdf = make_contradiction ();
  g_autoptr (GError) error = NULL;
  g_auto (VoletsTestRun) run = { 0 };

  g_file_set_contents (summary, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf),
                       &error);
  g_assert_no_error (error);
  volets_test_run (&run, "verify", path, summary, NULL);
  g_assert_cmpint (run.status, ==, 1);
  assert_holds (run.complaint, "synthese.pdf : le PDF a été modifié");
  assert_holds (run.complaint, "(0123456789abcdef)");
  remove_folder (folder);
}

static void
test_calls_are_listed_and_shown (void)
{
  g_auto (VoletsTestRun) list = { 0 };
  g_auto (VoletsTestRun) show = { 0 };
  g_auto (VoletsTestRun) unknown = { 0 };

  volets_test_run (&list, "calls", NULL);
  g_assert_cmpint (list.status, ==, 0);
  assert_holds (list.output, "snee-2021");
  assert_holds (list.output, "enir-2017");
  volets_test_run (&show, "calls", "--show", "snee-2021", NULL);
  g_assert_cmpint (show.status, ==, 0);
  assert_holds (show.output, "Plafond par classe : 3 500,00 € de dépense.");
  assert_holds (show.output, "Clôture définitive : 31 mars 2021");
  assert_holds (show.output, "Clôture annoncée : 1er mars 2021");
  assert_holds (show.output, "hypothèse à confirmer");
  assert_holds (show.output, "Un fichier : 200 000 000 octets au plus");
  volets_test_run (&unknown, "calls", "--show", "snee-1921", NULL);
  g_assert_cmpint (unknown.status, ==, 2);
}

static void
test_a_call_of_ones_own (void)
{
  g_autofree char *path = find_example ("ecole-de-village.volets");
  g_autofree char *call =
    g_test_build_filename (G_TEST_DIST, "..", "data", "calls", "snee-2021.xml", NULL);
  g_autofree char *other =
    g_test_build_filename (G_TEST_DIST, "..", "data", "calls", "detr-78-2017.xml", NULL);
  g_auto (VoletsTestRun) same = { 0 };
  g_auto (VoletsTestRun) wrong = { 0 };
  g_auto (VoletsTestRun) not_a_call = { 0 };
  g_auto (VoletsTestRun) not_a_dossier = { 0 };

  volets_test_run (&same, "compute", "--call", call, path, NULL);
  g_assert_cmpint (same.status, ==, 0);
  volets_test_run (&wrong, "compute", "--call", other, path, NULL);
  g_assert_cmpint (wrong.status, ==, 2);
  assert_holds (wrong.complaint, "répond à l’appel « snee-2021 »");
  volets_test_run (&not_a_call, "compute", "--call", path, path, NULL);
  g_assert_cmpint (not_a_call.status, ==, 2);
  assert_holds (not_a_call.complaint, "un dossier se donne sans l’option --call.");
  volets_test_run (&not_a_dossier, "compute", call, NULL);
  g_assert_cmpint (not_a_dossier.status, ==, 2);
  assert_holds (not_a_dossier.complaint, "un appel se donne avec l’option --call.");
}

/* Where no font is installed there is no PDF: nothing is wrong with the dossier. */
static void
test_what_cannot_be_drawn_is_not_written (void)
{
  g_autofree char *folder = g_dir_make_tmp ("volets-XXXXXX", NULL);
  g_autofree char *path = find_example ("ecole-de-village.volets");
  g_autofree char *no_fonts = g_test_build_filename (G_TEST_DIST, "fixtures", "no-fonts.conf",
                                                     NULL);
  g_auto (VoletsTestRun) run = { 0 };

  g_setenv ("FONTCONFIG_FILE", no_fonts, TRUE);
  volets_test_run (&run, "export", DATE, path, "--output-dir", folder, "--only", "plan", NULL);
  g_unsetenv ("FONTCONFIG_FILE");
  g_assert_cmpint (run.status, ==, 2);
  assert_holds (run.complaint, "aucune police de caractères n’est installée");
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_a_wrong_command_line_says_what_to_do (void)
{
  static const struct {
    const char *arguments[4];
    const char *sentence;
  } CASES[] = {
    { { "deliver", NULL }, "ce n’est pas une commande" },
    { { "check", NULL }, "donnez au moins un fichier" },
    { { "check", "--fast", "x" }, "« --fast » n’est pas une option de cette commande" },
    { { "check", "x", "--call" }, "il manque la valeur de l’option « --call »" },

    /* What means something to another command alone. */
    { { "check", "x", "--json" }, "« --json » n’est pas une option de cette commande" },
    { { "compute", "x", "--only", "plan" }, "« --only » n’est pas une option de cette commande" },
    { { "compute", "x", "--bundle" }, "« --bundle » n’est pas une option de cette commande" },
    { { "verify", "x", "y", "--show=z" }, "« --show=z » n’est pas une option de cette commande" },
    { { "calls", "enir-2017" }, "ajoutez --show APPEL" },
    { { "calls", "--show=x", "--call=y" }, "n’en gardez qu’un" },
    { { "check", "x", "--date", "demain" }, "il faut une date comme 2021-03-31" },
    { { "export", "x", NULL }, "--output-dir" },
    { { "export", "x", "--output-dir=.", "--only=pdf" }, "--only ne connaît pas « pdf »" },
    { { "export", "x", "--output-dir=.", "--only=" }, "--only ne connaît pas «  »" },
    { { "verify", "x", NULL }, "donnez deux fichiers" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      const char *const *arguments = CASES[i].arguments;
      g_auto (VoletsTestRun) run = { 0 };

      volets_test_run (&run, arguments[0], arguments[1], arguments[2],
                  arguments[2] != NULL ? arguments[3] : NULL, NULL);
      g_assert_cmpint (run.status, ==, 2);
      assert_holds (run.complaint, CASES[i].sentence);
      g_assert_cmpstr (run.output, ==, "");
    }
}

static void
test_help_and_version (void)
{
  g_auto (VoletsTestRun) help = { 0 };
  g_auto (VoletsTestRun) version = { 0 };

  volets_test_run (&help, "--help", NULL);
  g_assert_cmpint (help.status, ==, 0);
  assert_holds (help.output, "volets compute");
  volets_test_run (&version, "--version", NULL);
  g_assert_cmpint (version.status, ==, 0);
  assert_holds (version.output, "volets ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/compute-prints-the-subsidy-and-every-line",
                   test_compute_prints_the_subsidy_and_every_line);
  g_test_add_func ("/cli/compute-as-json-has-amounts-as-text",
                   test_compute_as_json_has_amounts_as_text);
  g_test_add_func ("/cli/check-of-a-good-dossier-is-zero", test_check_of_a_good_dossier_is_zero);
  g_test_add_func ("/cli/check-of-a-draft-is-one", test_check_of_a_draft_is_one);
  g_test_add_func ("/cli/check-looks-at-what-is-attached", test_check_looks_at_what_is_attached);
  g_test_add_func ("/cli/one-bad-file-does-not-stop-the-others",
                   test_one_bad_file_does_not_stop_the_others);
  g_test_add_func ("/cli/export-twice-gives-the-same-bytes",
                   test_export_twice_gives_the_same_bytes);
  g_test_add_func ("/cli/export-never-replaces-a-file-unasked",
                   test_export_never_replaces_a_file_unasked);
  g_test_add_func ("/cli/export-of-a-draft-writes-no-filing-file",
                   test_export_of_a_draft_writes_no_filing_file);
  g_test_add_func ("/cli/export-into-a-file-is-refused", test_export_into_a_file_is_refused);
  g_test_add_func ("/cli/what-cannot-be-drawn-is-not-written",
                   test_what_cannot_be_drawn_is_not_written);
  g_test_add_func ("/cli/a-prefill-needs-the-form-of-the-platform",
                   test_a_prefill_needs_the_form_of_the_platform);
  g_test_add_func ("/cli/a-prefill-says-what-it-leaves-out",
                   test_a_prefill_says_what_it_leaves_out);
  g_test_add_func ("/cli/a-bundle-is-all-that-is-filed", test_a_bundle_is_all_that_is_filed);
  g_test_add_func ("/cli/a-bundle-of-a-draft-is-refused", test_a_bundle_of_a_draft_is_refused);
  g_test_add_func ("/cli/check-looks-into-attached-files", test_check_looks_into_attached_files);
  g_test_add_func ("/cli/verify-knows-which-files-belong-together",
                   test_verify_knows_which_files_belong_together);
  g_test_add_func ("/cli/a-filing-file-is-read-as-a-dossier",
                   test_a_filing_file_is_read_as_a_dossier);
  g_test_add_func ("/cli/a-summary-is-read-as-a-dossier", test_a_summary_is_read_as_a_dossier);
  g_test_add_func ("/cli/verify-knows-a-summary-that-contradicts-itself",
                   test_verify_knows_a_summary_that_contradicts_itself);
  g_test_add_func ("/cli/calls-are-listed-and-shown", test_calls_are_listed_and_shown);
  g_test_add_func ("/cli/a-call-of-ones-own", test_a_call_of_ones_own);
  g_test_add_func ("/cli/a-wrong-command-line-says-what-to-do",
                   test_a_wrong_command_line_says_what_to_do);
  g_test_add_func ("/cli/help-and-version", test_help_and_version);

  return g_test_run ();
}
