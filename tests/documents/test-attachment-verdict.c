/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/attachment-verdict.h"

#include <glib/gstdio.h>
#include <string.h>

#include "engine/attachment.h"
#include "engine/finding.h"
#include "engine/review.h"
#include "support/temp-folder.h"

/* What is said of the files attached to a dossier, which is at fixture->file. */

static void
attach (VoletsDossier    *dossier,
        VoletsTestFolder *folder,
        const char       *name,
        const char       *content)
{
  g_autoptr (GFile) file = volets_test_folder_put (folder, name, content);
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1);
  VoletsRecord *record = volets_dossier_append (dossier, VOLETS_SECTION_ATTACHMENTS);

  volets_record_set_text (record, VOLETS_ATTACHMENT_KEY, "devis");
  volets_record_set_text (record, VOLETS_ATTACHMENT_PATH, name);
  volets_record_set_number (record, VOLETS_ATTACHMENT_SIZE, (gint64) strlen (content));
  volets_record_set_text (record, VOLETS_ATTACHMENT_SHA256, sha256);
}

static const VoletsFinding *
get_only (GPtrArray *findings)
{
  g_assert_cmpuint (findings->len, ==, 1);
  return g_ptr_array_index (findings, 0);
}

static void
assert_finding (const VoletsFinding *finding,
                const char          *code,
                const char          *path,
                const char          *words)
{
  g_autofree char *actual_path = volets_finding_get_path (finding);

  g_assert_cmpuint (finding->severity, ==, VOLETS_SEVERITY_WARNING);
  g_assert_cmpuint (finding->step, ==, VOLETS_STEP_ATTACHMENTS);
  g_assert_cmpstr (finding->code, ==, code);
  g_assert_cmpstr (actual_path, ==, path);
  g_assert_nonnull (strstr (finding->message, words));
  g_assert_true (g_str_has_suffix (finding->message, "."));
}

static void
test_what_is_what_it_was (VoletsTestFolder *folder,
                          gconstpointer     unused)
{
  g_autoptr (VoletsDossier) dossier = volets_dossier_new ("snee-2021");
  g_autoptr (GPtrArray) findings = NULL;

  attach (dossier, folder, "devis.pdf", "%PDF-1.7\n");
  attach (dossier, folder, "pièces/rib.csv", "IBAN\n");
  findings = volets_attachments_review (dossier, folder->file);

  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_missing (VoletsTestFolder *folder,
              gconstpointer     unused)
{
  g_autoptr (VoletsDossier) dossier = volets_dossier_new ("snee-2021");
  g_autofree char *path = g_build_filename (folder->folder, "devis n° 2.pdf", NULL);
  g_autoptr (GPtrArray) findings = NULL;

  attach (dossier, folder, "devis.pdf", "%PDF-1.7\n");
  attach (dossier, folder, "devis n° 2.pdf", "%PDF-1.7\n");
  g_remove (path);
  findings = volets_attachments_review (dossier, folder->file);

  assert_finding (get_only (findings), "piece-introuvable", "pieces[2]/chemin",
                  "Pièce 2 : le fichier « devis n° 2.pdf » n’est pas trouvé (");
  g_assert_nonnull (strstr (get_only (findings)->message, path));
}

/* As long as before, too. */
static void
test_changed (VoletsTestFolder *folder,
              gconstpointer     unused)
{
  static const char *const CONTENTS[] = { "%PDF-1.7\nplus", "%PDF-1.6\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (CONTENTS); i++)
    {
      g_autoptr (VoletsDossier) dossier = volets_dossier_new ("snee-2021");
      g_autoptr (GFile) changed = NULL;
      g_autoptr (GPtrArray) findings = NULL;

      attach (dossier, folder, "devis.pdf", "%PDF-1.7\n");
      changed = volets_test_folder_put (folder, "devis.pdf", CONTENTS[i]);
      findings = volets_attachments_review (dossier, folder->file);

      assert_finding (get_only (findings), "piece-modifiee", "pieces[1]/chemin",
                      "« devis.pdf » a changé depuis qu’il a été joint");
    }
}

static void
test_cannot_go_with_an_application (VoletsTestFolder *folder,
                                    gconstpointer     unused)
{
  static const struct {
    const char *name;
    const char *content;
    const char *words;
  } CASES[] = {
    { "devis.pdf", "MZ", "Pièce 1 : le fichier « devis.pdf » n’est pas ce que dit son nom" },
    { "devis.exe", "MZ", "Pièce 1 : le fichier « devis.exe » n’est pas d’un type accepté" },
    { "vide.csv", "", "Pièce 1 : le fichier « vide.csv » est vide" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (VoletsDossier) dossier = volets_dossier_new ("snee-2021");
      g_autoptr (GPtrArray) findings = NULL;

      attach (dossier, folder, CASES[i].name, CASES[i].content);
      findings = volets_attachments_review (dossier, folder->file);

      assert_finding (get_only (findings), "piece-refusee", "pieces[1]/chemin", CASES[i].words);
    }
}

static void
test_nothing_tells_where (VoletsTestFolder *folder,
                          gconstpointer     unused)
{
  g_autoptr (VoletsDossier) dossier = volets_dossier_new ("snee-2021");
  g_autoptr (GPtrArray) findings = NULL;

  attach (dossier, folder, "devis.pdf", "%PDF-1.7\n");
  /* That this one has no path, the review says. */
  volets_dossier_append (dossier, VOLETS_SECTION_ATTACHMENTS);
  findings = volets_attachments_review (dossier, NULL);

  assert_finding (get_only (findings), "piece-introuvable", "pieces[1]/chemin", "(devis.pdf)");
}

static void
test_joined_with_the_review (VoletsTestFolder *folder,
                             gconstpointer     unused)
{
  g_autoptr (VoletsDossier) dossier = volets_dossier_new ("snee-2021");
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) volets_finding_free);
  VoletsFinding *error = g_new0 (VoletsFinding, 1);
  VoletsFinding *information = g_new0 (VoletsFinding, 1);

  error->severity = VOLETS_SEVERITY_ERROR;
  error->step = VOLETS_STEP_FILING;
  information->severity = VOLETS_SEVERITY_INFORMATION;
  g_ptr_array_add (findings, error);
  g_ptr_array_add (findings, information);

  attach (dossier, folder, "devis.exe", "MZ");
  volets_review_join (findings, volets_attachments_review (dossier, folder->file));
  g_assert_cmpuint (findings->len, ==, 3);
  g_assert_true (g_ptr_array_index (findings, 0) == error);
  g_assert_true (g_ptr_array_index (findings, 2) == information);
  g_assert_cmpuint (volets_review_count (findings, VOLETS_SEVERITY_WARNING), ==, 1);

  g_ptr_array_unref (findings);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) \
  g_test_add (path, VoletsTestFolder, NULL, volets_test_folder_set_up, test, \
              volets_test_folder_tear_down)

  ADD ("/attachment-verdict/what-is-what-it-was", test_what_is_what_it_was);
  ADD ("/attachment-verdict/missing", test_missing);
  ADD ("/attachment-verdict/changed", test_changed);
  ADD ("/attachment-verdict/cannot-go-with-an-application", test_cannot_go_with_an_application);
  ADD ("/attachment-verdict/nothing-tells-where", test_nothing_tells_where);
  ADD ("/attachment-verdict/joined-with-the-review", test_joined_with_the_review);

  return g_test_run ();
}
