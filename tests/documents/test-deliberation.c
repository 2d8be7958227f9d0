/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "act.h"

#include <string.h>

#include "documents/pdf-reader.h"
#include "engine/call-store.h"
#include "engine/commune.h"
#include "engine/dossier-xml.h"
#include "engine/money.h"
#include "engine/project.h"
#include "engine/school.h"
#include "engine/session.h"

#define MANY_SCHOOLS 1000

/* What a paper that is signed must not say. */
static const char *const NEVER[] = {
  "manquant", "à compléter", "(null)", "undefined", "« »", "()", "de le ", "du le ", "de les ",
  "à le ", "  ,", " .",
};

typedef struct {
  const char          *path;
  VoletsApplicantKind  kind;
  const char          *name;
  const char          *role;

  const char          *title;
  const char          *assembly;
  const char          *of_assembly;
  const char          *of_head;
  const char          *head;
  const char          *of_body;
  const char          *visa;
} Kind;

static const Kind KINDS[] = {
  {
    "commune", VOLETS_APPLICANT_KIND_COMMUNE, "Étampes", "Maire",
    "Commune d’Étampes", "Le conseil municipal", "du conseil municipal", "du maire", "le maire",
    "de la commune", "Vu l’article L. 2121-29 du même code ;",
  },
  {
    "epci", VOLETS_APPLICANT_KIND_EPCI, "Communauté de communes Vaison Ventoux", "Présidente",
    "Communauté de communes Vaison Ventoux", "Le conseil communautaire",
    "du conseil communautaire", "de la présidente", "la présidente",
    "de la communauté de communes", "Vu l’article L. 5211-1 du même code ;",
  },
  {
    "syndicat", VOLETS_APPLICANT_KIND_SYNDICAT, "SIVOS de la Lède", "Président",
    "SIVOS de la Lède", "Le comité syndical", "du comité syndical", "du président",
    "le président", "du syndicat", "Vu l’article L. 5211-1 du même code ;",
  },
  {
    "caisse-des-ecoles", VOLETS_APPLICANT_KIND_CAISSE_DES_ECOLES, "Étampes",
    "Maire, président de la caisse",
    "Caisse des écoles d’Étampes", "Le comité de la caisse des écoles",
    "du comité de la caisse des écoles", "du maire, président de la caisse",
    "le maire, président de la caisse", "de la caisse des écoles",
    "Vu l’article L. 212-10 du même code ;",
  },
};

static void
fill_session (Act *act)
{
  VoletsRecord *session = act_get (act, VOLETS_SECTION_SESSION);

  volets_record_set_text (session, VOLETS_SESSION_NUMBER, "2021-07");
  volets_record_set_text (session, VOLETS_SESSION_DATE, "2021-04-01");
  volets_record_set_text (session, VOLETS_SESSION_PLACE, "Salle des fêtes");
  volets_record_set_text (session, VOLETS_SESSION_CONVOCATION_DATE, "2021-03-22");
  volets_record_set_text (session, VOLETS_SESSION_POSTING_DATE, "2021-04-06");
  volets_record_set_text (session, VOLETS_SESSION_PRESIDENT, "Anne Aubert");
  volets_record_set_text (session, VOLETS_SESSION_SECRETARY, "Rémi Secret");
  volets_record_set_number (session, VOLETS_SESSION_MEMBERS, 19);
  volets_record_set_number (session, VOLETS_SESSION_PRESENT, 15);
  volets_record_set_number (session, VOLETS_SESSION_PROXIES, 2);
  volets_record_set_number (session, VOLETS_SESSION_VOTING, 17);
  volets_record_set_number (session, VOLETS_SESSION_FOR, 17);
  volets_record_set_number (session, VOLETS_SESSION_AGAINST, 0);
  volets_record_set_number (session, VOLETS_SESSION_ABSTENTIONS, 0);
}

static void
assert_nothing_odd (const char *pages)
{
  for (gsize i = 0; i < G_N_ELEMENTS (NEVER); i++)
    {
      if (strstr (pages, NEVER[i]) != NULL)
        g_error ("the paper says « %s »:\n%s", NEVER[i], pages);
    }
}

/* What real minutes have, line by line, as domain.md lists it. */
static void
test_says_what_minutes_say (gconstpointer data)
{
  const Kind *kind = data;
  g_auto (Act) act = { 0 };
  g_autofree char *pages = NULL;
  g_autofree char *text = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *own = NULL;
  g_autofree char *total = NULL;
  g_autofree char *title = NULL;
  g_autofree char *statement = NULL;
  g_autofree char *formula = NULL;
  g_autofree char *authorisation = NULL;
  g_autofree char *credits = NULL;
  g_autofree char *commitment = NULL;
  g_autofree char *certificate = NULL;
  const char *comma = strchr (kind->head, ',') != NULL ? "," : "";
  g_autofree char *head = g_strconcat ("L", kind->head + 1, NULL);

  act_load (&act, "syndicat-de-communes");
  act_set_applicant (&act, kind->kind, kind->name, kind->role);
  volets_record_set_text (act_get (&act, VOLETS_SECTION_APPLICANT),
                          VOLETS_APPLICANT_REPRESENTATIVE_NAME, "Odile Chef");
  fill_session (&act);
  act_compute (&act);
  pages = act_read (&act, "deliberation");
  text = reader_squeeze (pages);

  amount = volets_money_format (act.subsidy->amount);
  own = volets_money_format (act.subsidy->own_share);
  total = volets_money_format (act.subsidy->declared_amounts.including_tax);
  title = g_strdup_printf ("Extrait du registre des délibérations %s", kind->of_assembly);
  statement = g_strdup_printf ("Exposé %s", kind->of_head);
  formula = g_strdup_printf ("%s, après en avoir délibéré, à l’unanimité, décide :",
                             kind->assembly);
  authorisation = g_strdup_printf ("D’autoriser %s%s à signer la demande de subvention, la "
                                   "convention", kind->head, comma);
  credits = g_strdup_printf ("D’inscrire au budget %s les crédits nécessaires, soit %s TTC.",
                             kind->of_body, total);
  commitment = g_strdup_printf ("De s’engager à financer la part qui reste à la charge %s, soit "
                                "%s TTC.", kind->of_body, own);
  certificate = g_strdup_printf ("%s%s certifie", head, comma);

  act_assert_order (text, WORDS (
    "République française", kind->title, title,
    "Département", "Vaucluse", "Délibération n°", "2021-07",
    "Date de la séance", "1er avril 2021", "Lieu de la séance", "Salle des fêtes",
    "Date de convocation", "22 mars 2021", "Date d’affichage", "6 avril 2021",
    "Présidence de séance", "Anne Aubert", "Secrétaire de séance", "Rémi Secret",
    "Membres en exercice", "19", "Présents", "15", "Procurations", "2", "Votants", "17",
    "Objet :", "Le numérique dans les cinq écoles du syndicat",
    "Le 1er avril 2021,", "légalement convoqué le 22 mars 2021, s’est réuni sous la présidence "
    "d’Anne Aubert.",
    "Vu le code général des collectivités territoriales, notamment son article L. 1111-10 ;",
    "Vu le code de l’éducation, notamment son article L. 212-4 ;",
    "Vu l’appel à projets pour un socle numérique",
    statement, "demande à l’État une subvention au titre de l’appel à projets pour un socle "
    "numérique dans les écoles élémentaires (AAP SNEE, 2021), pour son projet",
    "Équiper les classes des trois communes",
    "Le projet concerne 5 écoles, 15 classes et 337 élèves dans 3 communes",
    "École primaire du Pont (1 classe, 19 élèves)",
    "La réalisation du projet est prévue du 5 juillet 2021 au 31 décembre 2022",
    "La subvention demandée, calculée sur les dépenses TTC, est de", amount,
    "Équipement :", "Services et ressources numériques :",
    "Plan de financement", "Dépenses", "HT", "TVA", "TTC", "Total des dépenses", total,
    "Recettes", "État (AAP SNEE)", "sollicité", amount, "Département (public)", "accordé",
    "Fondation d’entreprise (privé)", kind->name, "part du demandeur", own, "Total des recettes",
    total, "100 %",
    "Décision", formula,
    "Article 1er –", "D’approuver le projet", "équilibré à", total,
    "Article 2 –", "De solliciter de l’État, au titre de l’appel à projets pour un socle numérique",
    "une subvention de", amount,
    "Article 3 –", authorisation, "Article 4 –", credits, "Article 5 –", commitment,
    "Pour", "17", "Contre", "0", "Abstentions", "0", "Délibération", "adoptée à l’unanimité",
    "exécutoire de plein droit", "recours devant le tribunal administratif",
    "Pour extrait certifié conforme.", certificate,
    "Publiée ou affichée le", "6 avril 2021", "Transmise à la préfecture le", "Fait à",
    head, "Odile Chef", "Secrétaire de séance", "Rémi Secret"));
  act_assert_holds (text, kind->visa);
  for (gsize i = 0; i < G_N_ELEMENTS (KINDS); i++)
    {
      if (!g_str_equal (KINDS[i].visa, kind->visa))
        act_assert_lacks (text, KINDS[i].visa);
    }
  assert_nothing_odd (pages);
}

/* Nobody guesses which of two it is. */
static void
test_departement_of_all_communes (void)
{
  g_auto (Act) act = { 0 };
  g_autofree char *pages = NULL;
  g_autofree char *text = NULL;

  act_load (&act, "syndicat-de-communes");
  volets_record_set_text (volets_dossier_get_row (act.dossier, VOLETS_SECTION_COMMUNES, 1),
                          VOLETS_COMMUNE_INSEE, "26001");
  act_compute (&act);
  pages = act_read (&act, "deliberation");
  text = reader_squeeze (pages);
  act_assert_holds (text, "Département Délibération n°");
}

/* A call that is not called by a noun is quoted. */
static void
test_names_another_call (void)
{
  g_auto (Act) act = { 0 };
  g_autofree char *pages = NULL;
  g_autofree char *text = NULL;

  act_load_empty (&act, "enir-2017");
  act_compute (&act);
  pages = act_read (&act, "deliberation");
  text = reader_squeeze (pages);
  act_assert_holds (text, "au titre du dispositif « Écoles numériques innovantes et ruralité »");
}

/* Whatever is not known is a line to write on: its label is there and nothing after it. */
static void
test_leaves_lines_for_what_is_not_known (gconstpointer data)
{
  const Kind *kind = data;
  g_auto (Act) act = { 0 };
  g_autoptr (Pdf) pdf = NULL;
  g_autofree char *pages = NULL;
  g_autofree char *text = NULL;
  g_autofree char *title = g_strdup_printf ("Extrait du registre des délibérations %s",
                                            kind->of_assembly);
  g_autofree char *formula = g_strdup_printf ("%s, après en avoir délibéré, décide :",
                                              kind->assembly);

  act_load_empty (&act, "snee-2021");
  act_set_applicant (&act, kind->kind, NULL, NULL);
  act_compute (&act);
  pdf = act_print (&act, "deliberation");
  pages = act_read (&act, "deliberation");
  text = reader_squeeze (pages);

  act_assert_order (text, WORDS (
    title, "Collectivité Département Délibération n° Date de la séance Lieu de la séance Date de "
    "convocation Date d’affichage Présidence de séance Secrétaire de séance Membres en exercice "
    "Présents Procurations Votants Objet :", "légalement convoqué, s’est réuni.",
    "Vu le code général", "Coût du projet Subvention demandée Plan de financement",
    "Dépenses HT TVA TTC Total des dépenses Recettes", "État (AAP SNEE) sollicité Total des "
    "recettes", "Décision", formula, "Article 1er – D’approuver le projet et son plan de "
    "financement.", "la subvention que prévoit ce plan.", "les crédits nécessaires.",
    "Pour Contre Abstentions Délibération La présente délibération est exécutoire",
    "Pour extrait certifié conforme.",
    "Publiée ou affichée le Transmise à la préfecture le Fait à Le"));
  act_assert_lacks (text, "unanimité");
  act_assert_lacks (text, "€");
  assert_nothing_odd (pages);
  g_assert_cmpint (poppler_document_get_n_pages (pdf), <=, 2);
}

static void
test_nobody_is_known (void)
{
  g_auto (GStrv) calls = g_strsplit ("snee-2021 enir-2017 tne-86-2022 detr-78-2017", " ", -1);

  for (guint i = 0; calls[i] != NULL; i++)
    {
      g_auto (Act) act = { 0 };
      g_autofree char *text = NULL;

      act_load_empty (&act, calls[i]);
      text = act_squeeze (&act, "deliberation");
      act_assert_order (text, WORDS ("Extrait du registre des délibérations de l’assemblée "
                                     "délibérante", "L’assemblée délibérante, légalement "
                                     "convoquée, s’est réunie.", "Vu le code général",
                                     "Exposé du représentant légal", "au budget de la "
                                     "collectivité"));
      for (gsize j = 0; j < G_N_ELEMENTS (KINDS); j++)
        act_assert_lacks (text, KINDS[j].visa);
    }
}

static void
test_amounts_are_those_of_the_subsidy (gconstpointer example)
{
  g_auto (Act) act = { 0 };
  g_autofree char *text = NULL;
  g_autoptr (Pdf) pdf = NULL;

  act_load (&act, example);
  text = act_squeeze (&act, "deliberation");
  for (guint i = 0; i < act.subsidy->volets->len; i++)
    {
      const VoletsVoletResult *volet = g_ptr_array_index (act.subsidy->volets, i);
      g_autofree char *amount = volets_money_format (volet->amount);
      g_autofree char *retained = volets_money_format (volet->retained);
      g_autofree char *item = g_strdup_printf ("%s : %s, pour %s de dépenses retenues",
                                               volet->rule->title, amount, retained);
      g_autofree char *part = g_strdup_printf ("%s pour le volet « %s »", amount,
                                               volet->rule->title);

      if (volet->amount == 0)
        continue;
      act_assert_holds (text, item);
      act_assert_holds (text, part);
    }
  pdf = act_print (&act, "deliberation");
  reader_assert_within_margins (pdf);
  reader_assert_no_overlap (pdf);

  /* One sheet of paper, both sides. */
  g_assert_cmpint (poppler_document_get_n_pages (pdf), <=, 2);
}

/* The words are those of the call; without any, nothing is certified but the extract. */
static void
test_what_is_certified_is_the_calls (void)
{
  g_auto (Act) act = { 0 };
  g_autofree char *with = NULL;
  g_autofree char *without = NULL;

  act_load (&act, "vaison-la-romaine");
  g_assert_cmpuint (act.call->act_certificates->len, ==, 1);
  {
    VoletsFormula *formula = g_ptr_array_index (act.call->act_certificates, 0);

    g_free (formula->provenance.note);
    formula->provenance.note = g_strdup ("certifie ce que dit l’appel.");
  }
  with = act_squeeze (&act, "deliberation");
  act_assert_holds (with, "Pour extrait certifié conforme. Le maire certifie ce que dit l’appel.");

  g_ptr_array_set_size (act.call->act_certificates, 0);
  without = act_squeeze (&act, "deliberation");
  act_assert_holds (without, "Pour extrait certifié conforme. Publiée ou affichée le");
}

/* A call that counts without tax: the plan is in its base, the credits are what is paid. */
static void
test_the_base_of_the_call_is_that_of_the_plan (void)
{
  g_auto (Act) act = { 0 };
  g_autofree char *text = NULL;
  g_autofree char *balanced = NULL;
  g_autofree char *credits = NULL;
  g_autofree char *without = NULL;
  g_autofree char *with = NULL;

  act_load (&act, "vaison-la-romaine");
  volets_call_unref (act.call);
  act.call = volets_call_store_find ("tne-86-2022");
  act_compute (&act);
  without = volets_money_format (act.subsidy->declared_amounts.excluding_tax);
  with = volets_money_format (act.subsidy->declared_amounts.including_tax);
  g_assert_cmpstr (without, !=, with);
  balanced = g_strdup_printf ("équilibré à %s HT", without);
  credits = g_strdup_printf ("soit %s TTC", with);

  text = act_squeeze (&act, "deliberation");
  act_assert_order (text, WORDS ("calculée sur les dépenses HT", "Montant HT", balanced, credits,
                                 "HT"));
  act_assert_lacks (text, "Montant TTC");
}

static void
test_unanimous_only_where_the_figures_say_so (void)
{
  static const struct {
    gint64      votes_for;
    gint64      against;
    gint64      abstentions;
    const char *adopted;
  } CASES[] = {
    { 17, 0, 0, "adoptée à l’unanimité" },
    { 16, 0, 1, "adoptée à l’unanimité des suffrages exprimés" },
    { 12, 4, 1, "adoptée à la majorité des suffrages exprimés" },
    { 8, 9, 0, NULL },
    { VOLETS_UNSET, 0, 0, NULL },
    { 16, 0, 0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_auto (Act) act = { 0 };
      g_autofree char *text = NULL;
      VoletsRecord *session;

      act_load (&act, "vaison-la-romaine");
      fill_session (&act);
      session = act_get (&act, VOLETS_SECTION_SESSION);
      volets_record_set_number (session, VOLETS_SESSION_FOR, CASES[i].votes_for);
      volets_record_set_number (session, VOLETS_SESSION_AGAINST, CASES[i].against);
      volets_record_set_number (session, VOLETS_SESSION_ABSTENTIONS, CASES[i].abstentions);
      text = act_squeeze (&act, "deliberation");
      if (CASES[i].adopted != NULL)
        {
          g_autofree char *whole = g_strconcat (CASES[i].adopted, " La présente", NULL);

          act_assert_holds (text, whole);
        }
      else
        {
          act_assert_lacks (text, "adoptée");
          act_assert_lacks (text, "unanimité");
        }
    }
}

/* The posting of the convocation is no posting of the act. */
static void
test_a_posting_before_the_session_is_not_certified (void)
{
  g_auto (Act) act = { 0 };
  g_autofree char *text = NULL;

  act_load (&act, "vaison-la-romaine");
  fill_session (&act);
  volets_record_set_text (act_get (&act, VOLETS_SECTION_SESSION), VOLETS_SESSION_POSTING_DATE,
                          "2021-03-23");
  text = act_squeeze (&act, "deliberation");
  act_assert_holds (text, "Date d’affichage 23 mars 2021");
  act_assert_holds (text, "Publiée ou affichée le Transmise à la préfecture le Fait à");
}

static void
test_many_schools_are_counted_not_named (void)
{
  g_auto (Act) act = { 0 };
  g_autoptr (Pdf) pdf = NULL;
  g_autofree char *text = NULL;

  act_load (&act, "vaison-la-romaine");
  for (guint i = 0; i < MANY_SCHOOLS; i++)
    {
      VoletsRecord *school = volets_dossier_append (act.dossier, VOLETS_SECTION_SCHOOLS);
      g_autofree char *name = g_strdup_printf ("Une école de plus %u", i);

      volets_record_set_text (school, VOLETS_SCHOOL_NAME, name);
      volets_record_set_number (school, VOLETS_SCHOOL_KIND, VOLETS_SCHOOL_KIND_ELEMENTAIRE);
      volets_record_set_number (school, VOLETS_SCHOOL_CLASSES, 1);
    }
  act_compute (&act);
  pdf = act_print (&act, "deliberation");
  text = act_squeeze (&act, "deliberation");
  act_assert_holds (text, "Le projet concerne 1 002 écoles, 1 015 classes");
  act_assert_lacks (text, "Une école de plus");
  g_assert_cmpint (poppler_document_get_n_pages (pdf), <=, 2);
}

/* Nothing that somebody wrote is cut, however much it is. */
static void
test_long_answers_are_whole (void)
{
  g_auto (Act) act = { 0 };
  g_autoptr (GString) role = g_string_new ("Maire");
  g_autoptr (GString) description = g_string_new (NULL);
  g_autoptr (Pdf) pdf = NULL;
  g_autofree char *text = NULL;
  VoletsRecord *session;

  for (guint i = 0; i < 120; i++)
    g_string_append_printf (role, ", vice-président numéro %u", i);
  for (guint i = 0; i < 900; i++)
    g_string_append_printf (description, "phrase %u. ", i);

  act_load (&act, "vaison-la-romaine");
  session = act_get (&act, VOLETS_SECTION_SESSION);
  volets_record_set_text (act_get (&act, VOLETS_SECTION_APPLICANT),
                          VOLETS_APPLICANT_REPRESENTATIVE_ROLE, role->str);
  volets_record_set_text (act_get (&act, VOLETS_SECTION_PROJECT), VOLETS_PROJECT_DESCRIPTION,
                          description->str);
  volets_record_set_text (session, VOLETS_SESSION_PLACE, role->str);
  volets_record_set_text (session, VOLETS_SESSION_SECRETARY, role->str);

  text = act_squeeze (&act, "deliberation");
  act_assert_holds (text, "phrase 899.");
  g_assert_cmpuint (reader_count (text, "vice-présidentnuméro119"), >=, 6);
  pdf = act_print (&act, "deliberation");
  reader_assert_within_margins (pdf);
}

static void
test_the_signature_stands_with_what_is_signed (void)
{
  for (guint n_lines = 0; n_lines < 40; n_lines += 4)
    {
      g_auto (Act) act = { 0 };
      g_autoptr (Pdf) pdf = NULL;
      g_autoptr (GString) description = g_string_new (NULL);
      gboolean found = FALSE;

      for (guint i = 0; i < n_lines; i++)
        g_string_append_printf (description, "Ligne %u.\n", i);
      act_load (&act, "vaison-la-romaine");
      volets_record_set_text (act_get (&act, VOLETS_SECTION_PROJECT), VOLETS_PROJECT_DESCRIPTION,
                              description->str);
      pdf = act_print (&act, "deliberation");
      for (int i = 0; i < poppler_document_get_n_pages (pdf) && !found; i++)
        {
          g_autofree char *page = reader_get_page_text (pdf, i);

          found = strstr (page, "certifié conforme") != NULL;
          if (found)
            reader_assert_in_order (page, WORDS ("certifié conforme", "Publiée", "Le maire",
                                                 "Prénom Nom"));
        }
      g_assert_true (found);
    }
}

static void
test_same_answers_and_same_day_give_the_same_bytes (gconstpointer export)
{
  g_auto (Act) act = { 0 };
  g_auto (Act) other = { 0 };
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GBytes) later = NULL;

  act_load (&act, "syndicat-de-communes");
  act_load (&other, "syndicat-de-communes");
  first = act_make (&act, export, "2021-03-31");
  second = act_make (&other, export, "2021-03-31");
  later = act_make (&act, export, "2021-04-01");
  g_assert_true (g_bytes_equal (first, second));
  g_assert_false (g_bytes_equal (first, later));
}

static void
test_the_fingerprint_is_that_of_the_answers (void)
{
  static const char *const PAPERS[] = { "deliberation", "plan" };
  g_auto (Act) act = { 0 };
  g_autofree char *fingerprint = NULL;

  act_load (&act, "vaison-la-romaine");
  fingerprint = volets_dossier_get_fingerprint (act.dossier);
  for (gsize i = 0; i < G_N_ELEMENTS (PAPERS); i++)
    {
      g_autoptr (GBytes) bytes = act_make (&act, PAPERS[i], "2021-03-31");
      g_autoptr (GError) error = NULL;
      g_autofree char *read = volets_pdf_read_fingerprint (bytes, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (read, ==, fingerprint);
    }
}

int
main (int    argc,
      char **argv)
{
  static const char *const EXAMPLES[] = {
    "vaison-la-romaine", "ecole-de-village", "syndicat-de-communes",
  };
  static const char *const EXPORTS[] = { "deliberation", "deliberation-odt", "plan" };

  g_test_init (&argc, &argv, NULL);
  if (!act_can_read ())
    {
      g_print ("1..0 # SKIP pdftotext is not here\n");
      return 0;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (KINDS); i++)
    {
      g_autofree char *complete = g_strdup_printf ("/deliberation/says-what-minutes-say/%s",
                                                   KINDS[i].path);
      g_autofree char *empty =
        g_strdup_printf ("/deliberation/leaves-lines-for-what-is-not-known/%s", KINDS[i].path);

      g_test_add_data_func (complete, &KINDS[i], test_says_what_minutes_say);
      g_test_add_data_func (empty, &KINDS[i], test_leaves_lines_for_what_is_not_known);
    }
  g_test_add_func ("/deliberation/nobody-is-known", test_nobody_is_known);
  for (gsize i = 0; i < G_N_ELEMENTS (EXAMPLES); i++)
    {
      g_autofree char *path =
        g_strdup_printf ("/deliberation/amounts-are-those-of-the-subsidy/%s", EXAMPLES[i]);

      g_test_add_data_func (path, EXAMPLES[i], test_amounts_are_those_of_the_subsidy);
    }
  g_test_add_func ("/deliberation/the-base-of-the-call-is-that-of-the-plan",
                   test_the_base_of_the_call_is_that_of_the_plan);
  g_test_add_func ("/deliberation/unanimous-only-where-the-figures-say-so",
                   test_unanimous_only_where_the_figures_say_so);
  g_test_add_func ("/deliberation/what-is-certified-is-the-calls",
                   test_what_is_certified_is_the_calls);
  g_test_add_func ("/deliberation/a-posting-before-the-session-is-not-certified",
                   test_a_posting_before_the_session_is_not_certified);
  g_test_add_func ("/deliberation/many-schools-are-counted-not-named",
                   test_many_schools_are_counted_not_named);
  g_test_add_func ("/deliberation/long-answers-are-whole", test_long_answers_are_whole);
  g_test_add_func ("/deliberation/the-signature-stands-with-what-is-signed",
                   test_the_signature_stands_with_what_is_signed);
  for (gsize i = 0; i < G_N_ELEMENTS (EXPORTS); i++)
    {
      g_autofree char *path =
        g_strdup_printf ("/deliberation/same-answers-and-same-day-give-the-same-bytes/%s",
                         EXPORTS[i]);

      g_test_add_data_func (path, EXPORTS[i],
                            test_same_answers_and_same_day_give_the_same_bytes);
    }
  g_test_add_func ("/deliberation/the-fingerprint-is-that-of-the-answers",
                   test_the_fingerprint_is_that_of_the_answers);

  g_test_add_func ("/deliberation/departement-of-all-communes", test_departement_of_all_communes);
  g_test_add_func ("/deliberation/names-another-call", test_names_another_call);

  return g_test_run ();
}
