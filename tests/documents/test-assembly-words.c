/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/assembly-words.h"

#include "engine/applicant.h"
#include "engine/dossier.h"

#define COMMUNE VOLETS_APPLICANT_KIND_COMMUNE
#define EPCI VOLETS_APPLICANT_KIND_EPCI
#define SYNDICAT VOLETS_APPLICANT_KIND_SYNDICAT
#define CAISSE VOLETS_APPLICANT_KIND_CAISSE_DES_ECOLES
#define MISSING VOLETS_APPLICANT_KIND_MISSING

static VoletsAssemblyWords *
make_words (VoletsApplicantKind  kind,
            const char          *name,
            const char          *role)
{
  g_autoptr (VoletsDossier) dossier = volets_dossier_new ("snee-2021");
  VoletsRecord *applicant = volets_dossier_get_record (dossier, VOLETS_SECTION_APPLICANT);

  volets_record_set_number (applicant, VOLETS_APPLICANT_KIND, kind);
  volets_record_set_text (applicant, VOLETS_APPLICANT_NAME, name);
  volets_record_set_text (applicant, VOLETS_APPLICANT_REPRESENTATIVE_ROLE, role);

  return volets_assembly_words_new (applicant);
}

static void
test_each_kind_has_its_assembly (void)
{
  static const struct {
    VoletsApplicantKind  kind;
    const char          *assembly;
    const char          *members;
    const char          *head;
    const char          *body;
  } CASES[] = {
    { COMMUNE, "le conseil municipal", "conseillers municipaux", "le maire", "la commune" },
    { EPCI, "le conseil communautaire", "conseillers communautaires", "le président",
      "l’établissement public" },
    { SYNDICAT, "le comité syndical", "délégués", "le président", "le syndicat" },
    { CAISSE, "le comité de la caisse des écoles", "membres du comité", "le président",
      "la caisse des écoles" },
    { MISSING, "l’assemblée délibérante", "membres de l’assemblée", "le représentant légal",
      "la collectivité" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (VoletsAssemblyWords) words = make_words (CASES[i].kind, NULL, NULL);

      g_assert_cmpstr (words->assembly, ==, CASES[i].assembly);
      g_assert_cmpstr (words->members, ==, CASES[i].members);
      g_assert_cmpstr (words->head, ==, CASES[i].head);
      g_assert_cmpstr (words->body, ==, CASES[i].body);
      g_assert_cmpstr (words->name, ==, CASES[i].body);
      g_assert_null (words->title);
    }
}

static void
test_names_as_people_write_them (void)
{
  static const struct {
    VoletsApplicantKind  kind;
    const char          *name;
    const char          *title;
    const char          *in_sentence;
    const char          *body;
  } CASES[] = {
    { COMMUNE, "Commune de Vaison-la-Romaine", "Commune de Vaison-la-Romaine",
      "la commune de Vaison-la-Romaine", "la commune" },
    { COMMUNE, "Vaison-la-Romaine", "Commune de Vaison-la-Romaine",
      "la commune de Vaison-la-Romaine", "la commune" },
    { COMMUNE, "Étampes", "Commune d’Étampes", "la commune d’Étampes", "la commune" },
    { COMMUNE, "Le Mans", "Commune du Mans", "la commune du Mans", "la commune" },
    { COMMUNE, "Les Granges", "Commune des Granges", "la commune des Granges", "la commune" },
    { COMMUNE, "La Rochelle", "Commune de La Rochelle", "la commune de La Rochelle",
      "la commune" },
    { COMMUNE, "L’Isle-Adam", "Commune de L’Isle-Adam", "la commune de L’Isle-Adam",
      "la commune" },
    { COMMUNE, "Ville-d’Avray", "Commune de Ville-d’Avray", "la commune de Ville-d’Avray",
      "la commune" },
    { COMMUNE, "Communay", "Commune de Communay", "la commune de Communay", "la commune" },
    { COMMUNE, "Ville d’Étampes", "Ville d’Étampes", "la ville d’Étampes", "la commune" },
    { COMMUNE, "Mairie d’Étampes", "Commune d’Étampes", "la commune d’Étampes", "la commune" },
    { COMMUNE, "mairie de Houdan", "Commune de Houdan", "la commune de Houdan", "la commune" },
    { COMMUNE, "Houdan", "Commune de Houdan", "la commune de Houdan", "la commune" },
    { COMMUNE, "COMMUNE DE VAISON", "COMMUNE DE VAISON", "la COMMUNE DE VAISON", "la commune" },
    { EPCI, "Communauté de communes Vaison Ventoux", "Communauté de communes Vaison Ventoux",
      "la communauté de communes Vaison Ventoux", "la communauté de communes" },
    { EPCI, "Communauté d'agglomération du Niortais", "Communauté d'agglomération du Niortais",
      "la communauté d'agglomération du Niortais", "la communauté d’agglomération" },
    { EPCI, "CC du Pays de Lède", "CC du Pays de Lède", "la CC du Pays de Lède",
      "la communauté de communes" },
    { EPCI, "Caux Seine", "Caux Seine", "Caux Seine", "l’établissement public" },
    { EPCI, "Nantes Métropole", "Nantes Métropole", "Nantes Métropole", "la métropole" },
    { EPCI, "Métropole de Lyon", "Métropole de Lyon", "la métropole de Lyon", "la métropole" },
    { EPCI, "Eurométropole de Metz", "Eurométropole de Metz", "l’eurométropole de Metz",
      "la métropole" },
    { SYNDICAT, "Syndicat scolaire de la Lède", "Syndicat scolaire de la Lède",
      "le syndicat scolaire de la Lède", "le syndicat" },
    { SYNDICAT, "SIVOS de la Lède", "SIVOS de la Lède", "le SIVOS de la Lède", "le syndicat" },
    { SYNDICAT, "Les Écoles de la Lède", "Les Écoles de la Lède", "Les Écoles de la Lède",
      "le syndicat" },
    { CAISSE, "Étampes", "Caisse des écoles d’Étampes", "la caisse des écoles d’Étampes",
      "la caisse des écoles" },
    { CAISSE, "Caisse des écoles d’Étampes", "Caisse des écoles d’Étampes",
      "la caisse des écoles d’Étampes", "la caisse des écoles" },
    { MISSING, "Commune de Houdan", "Commune de Houdan", "la commune de Houdan",
      "la collectivité" },
    { MISSING, "Houdan", "Houdan", "Houdan", "la collectivité" },
    { COMMUNE, "É", "Commune d’É", "la commune d’É", "la commune" },
    { COMMUNE, "Commune", "Commune", "la commune", "la commune" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (VoletsAssemblyWords) words = make_words (CASES[i].kind, CASES[i].name, NULL);

      g_assert_cmpstr (words->title, ==, CASES[i].title);
      g_assert_cmpstr (words->name, ==, CASES[i].in_sentence);
      g_assert_cmpstr (words->body, ==, CASES[i].body);
    }
}

static void
test_a_metropole_has_no_conseil_communautaire (void)
{
  g_autoptr (VoletsAssemblyWords) words = make_words (EPCI, "Nantes Métropole", "Présidente");

  g_assert_cmpstr (words->assembly, ==, "le conseil métropolitain");
  g_assert_cmpstr (words->head, ==, "la présidente");
}

static void
test_roles_get_their_article (void)
{
  static const struct {
    const char *role;
    const char *head;
  } CASES[] = {
    { "Maire", "le maire" },
    { "maire", "le maire" },
    { "Le Maire", "le Maire" },
    { "La maire", "la maire" },
    { "Madame la Maire", "Madame la Maire" },
    { "M. le maire", "M. le maire" },
    { "Mme le maire", "Mme le maire" },
    { "Président", "le président" },
    { "Présidente", "la présidente" },
    { "Vice-présidente déléguée", "la vice-présidente déléguée" },
    { "Vice-président", "le vice-président" },
    { "Adjointe au maire", "l’adjointe au maire" },
    { "Adjoint à la présidente", "l’adjoint à la présidente" },
    { "1re adjointe au maire", "la 1re adjointe au maire" },
    { "Première adjointe", "la première adjointe" },
    { "Deuxième adjointe", "la deuxième adjointe" },
    { "L’adjoint délégué", "l’adjoint délégué" },
    { "Maire, président de la caisse", "le maire, président de la caisse" },
    { "PDG", "le PDG" },
    { "M", "M" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (VoletsAssemblyWords) words = make_words (COMMUNE, NULL, CASES[i].role);

      g_assert_cmpstr (words->head, ==, CASES[i].head);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/assembly-words/each-kind-has-its-assembly", test_each_kind_has_its_assembly);
  g_test_add_func ("/assembly-words/names-as-people-write-them", test_names_as_people_write_them);
  g_test_add_func ("/assembly-words/a-metropole-has-no-conseil-communautaire",
                   test_a_metropole_has_no_conseil_communautaire);
  g_test_add_func ("/assembly-words/roles-get-their-article", test_roles_get_their_article);

  return g_test_run ();
}
