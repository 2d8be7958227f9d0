/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/row-paste.h"

#include <string.h>

#include "engine/commune.h"
#include "engine/expense.h"
#include "engine/french.h"
#include "engine/funder.h"
#include "engine/school.h"
#include "engine/training.h"
#include "ui/pasted-cells.h"

#define N_RANDOM 3000
#define N VOLETS_NBSP
#define F VOLETS_NNBSP

#define LONG_NAME \
  "Groupe scolaire intercommunal Marie-Louise de Saint-Exupéry et des Trois-Rivières"

/* The columns of the tables of the window, with their titles. */

static const VoletsPasteField COMMUNE_FIELDS[] = {
  { VOLETS_COMMUNE_INSEE, "Code INSEE" }, { VOLETS_COMMUNE_NAME, "Commune" },
  { VOLETS_COMMUNE_POSTAL_CODE, "Code postal" }, { VOLETS_COMMUNE_POPULATION, "Habitants" },
};

static const VoletsPasteField SCHOOL_FIELDS[] = {
  { VOLETS_SCHOOL_UAI, "UAI" }, { VOLETS_SCHOOL_NAME, "École" },
  { VOLETS_SCHOOL_COMMUNE, "Commune" }, { VOLETS_SCHOOL_KIND, "Nature" },
  { VOLETS_SCHOOL_SECTOR, "Secteur" }, { VOLETS_SCHOOL_CLASSES, "Classes" },
  { VOLETS_SCHOOL_PUPILS, "Élèves" },
};

static const VoletsPasteField EXPENSE_FIELDS[] = {
  { VOLETS_EXPENSE_FAMILY, "Famille" }, { VOLETS_EXPENSE_LABEL, "Désignation" },
  { VOLETS_EXPENSE_SCOPE, "Pour" }, { VOLETS_EXPENSE_QUANTITY, "Quantité" },
  { VOLETS_EXPENSE_UNIT_PRICE, "Prix" N "HT" N "(€)" }, { VOLETS_EXPENSE_VAT_RATE, "TVA" N "(%)" },
  { VOLETS_EXPENSE_INELIGIBLE, "Non éligible" }, { VOLETS_EXPENSE_REASON, "Motif" },
};

static const VoletsPasteField TRAINING_FIELDS[] = {
  { VOLETS_TRAINING_THEME, "Thème" }, { VOLETS_TRAINING_FORM, "Forme" },
  { VOLETS_TRAINING_HOURS, "Heures" }, { VOLETS_TRAINING_DATE, "Date" },
  { VOLETS_TRAINING_TRAINER, "Formateur" },
};

static const VoletsPasteField FUNDER_FIELDS[] = {
  { VOLETS_FUNDER_NAME, "Financeur" }, { VOLETS_FUNDER_KIND, "Nature" },
  { VOLETS_FUNDER_AMOUNT, "Montant" N "(€)" }, { VOLETS_FUNDER_STATUS, "État" },
  { VOLETS_FUNDER_DECISION_DATE, "Décidé le" },
};

/* Records and sentences are one a line; a record has its answers as files have them, and of a
 * sentence of the engine « * » stands for the rest.
 */
typedef struct {
  const char *name;
  const char *text;
  const char *records;
  const char *refusals;
} Case;

static const Case CELL_CASES[] = {
  { "nothing", "", "", NULL },
  { "blank-lines", "\n\r\n \t \n;\n", "", NULL },
  { "tabs", "a\tb\nc\td\n", "[1](a)(b) [2](c)(d)", NULL },
  { "no-line-end", "a\tb", "[1](a)(b)", NULL },
  { "crlf", "a\tb\r\nc\td\r\n", "[1](a)(b) [2](c)(d)", NULL },
  { "cr-alone", "a\tb\rc\td", "[1](a)(b) [2](c)(d)", NULL },
  { "semicolons", "a;b;\nc;;d\n", "[1](a)(b)() [2](c)()(d)", NULL },
  { "semicolons-between-tabs", "a;b\tc\nd\te\n", "[1](a;b)(c) [2](d)(e)", NULL },
  { "semicolon-in-one-column", "a\nb;c", "[1](a) [2](b)(c)", NULL },
  { "one-column", "a\nb\n", "[1](a) [2](b)", NULL },
  { "blank-lines-count", "a\tb\n\n\t\nc\td", "[1](a)(b) [4](c)(d)", NULL },
  { "spaces-around", " a" N "\t" F " b c \n", "[1](a)(b c)", NULL },
  { "quotes", "\"a\"\t\"b;c\"\n", "[1](a)(b;c)", NULL },
  { "quoted-line-end", "\"a\r\nb\nc\"\td\ne\tf\n", "[1](a b c)(d) [2](e)(f)", NULL },
  { "doubled-quotes", "\"a \"\"b\"\" c\"\td\n", "[1](a \"b\" c)(d)", NULL },
  { "only-quotes", "\"\"\t\"\"\"\"\n", "[1]()(\")", NULL },
  { "quotes-of-the-text", "\"Les Lilas\" mat\t1\nb\t2\n",
    "[1](\"Les Lilas\" mat)(1) [2](b)(2)", NULL },
  { "quote-never-closed", "\"a\tb\nc\td\n", "[1](\"a)(b) [2](c)(d)", NULL },
  { "inches", "27\" large\tb\n", "[1](27\" large)(b)", NULL },
  { "byte-order-mark", "\357\273\277a;b\n", "[1](a)(b)", NULL },
  { "not-utf8", "\351cole\tb\n", "[1](�cole)(b)", NULL },
};

static const Case COMMUNE_CASES[] = {
  { "header-by-titles",
    "Habitants\tCommune\tCode postal\tCode INSEE\n6" F "007\tVaison\t84110\t84137\n",
    "insee=84137 nom=Vaison codePostal=84110 population=6007", "" },
};

static const Case SCHOOL_CASES[] = {
  { "nothing", "", "", "" },
  { "order-of-the-columns",
    "0840001A\tÉcole Jean Jaurès\t84137\télémentaire\tpublic\t6\t142\n",
    "uai=0840001A nom=École Jean Jaurès commune=84137 nature=elementaire secteur=public classes=6 "
    "eleves=142",
    "" },
  { "header-by-elements",
    "nom\tclasses\tuai\nLes Lilas\t3\t0840002B\nLes Roses\t4\t\n",
    "uai=0840002B nom=Les Lilas classes=3\nnom=Les Roses classes=4", "" },
  { "header-by-labels-and-accents",
    "NOM DE L'ECOLE;Élèves de cycles 2 et 3;Nature de l’école\nLes Lilas;61;Maternelle\n",
    "nom=Les Lilas nature=maternelle eleves=61", "" },
  { "header-by-titles",
    "Élèves\tClasses\tSecteur\tNature\tCommune\tÉcole\tUAI\n"
    "142\t6\tpublic\tprimaire\t84137\tLes Lilas\t0840001A\n",
    "uai=0840001A nom=Les Lilas commune=84137 nature=primaire secteur=public classes=6 eleves=142",
    "" },
  { "header-that-is-close",
    "Code UAI\tNom école\tNombre de classes\tNombre d’élèves\n0840002B\tLes Lilas\t3\t61\n",
    "uai=0840002B nom=Les Lilas classes=3 eleves=61", "" },
  { "header-with-a-column-of-its-own",
    "Nom\tTéléphone\tClasses\nLes Lilas\t04 90 36 00 00\t3\n",
    "nom=Les Lilas classes=3",
    "La colonne «" F "Téléphone" F "» n’a pas été lue" N ": elle n’est pas dans ce tableau." },
  { "header-with-one-field-twice",
    "Nom\tNom\tClasses\nLes Lilas\tLilas\t3\n", "nom=Les Lilas classes=3",
    "La colonne «" F "Nom" F "» n’a pas été lue" N ": elle n’est pas dans ce tableau." },
  { "header-alone", "Nom\tClasses\n", "", "" },
  { "values-that-look-like-a-header",
    "0840002B\tClasses vertes\t84137\tprimaire\n",
    "uai=0840002B nom=Classes vertes commune=84137 nature=primaire", "" },
  { "as-people-write",
    "\tA\tVAISON LA ROMAINE\tÉcole élémentaire\tpublique\t1" F "200\t12,00\n"
    "\tB\tVaison-la-Romaine\tPRIMAIRES\tPrivée\t0\t3 \n",
    "nom=A commune=84137 nature=elementaire secteur=public classes=1200 eleves=12\n"
    "nom=B commune=84137 nature=primaire secteur=prive classes=0 eleves=3", "" },
  { "refused-cells",
    "\tA\t\tcollège\tpublic\tdeux\t3,5\n",
    "nom=A secteur=public",
    "Ligne 1, «" F "nature de l’école" F "»" N ": «" F "collège" F "*\n"
    "Ligne 1, «" F "classes de cycles 2 et 3" F "»" N ": «" F "deux" F "*\n"
    "Ligne 1, «" F "élèves de cycles 2 et 3" F "»" N ": «" F "3,5" F "*" },
  { "two-choices-in-one-cell",
    "\tA\t\tmaternelle et élémentaire\n", "nom=A",
    "Ligne 1, «" F "nature de l’école" F "»" N ": «" F "maternelle et élémentaire" F "» en nomme "
    "plusieurs." },
  { "communes-that-are-unknown-or-two",
    "\tA\tOrange\n\tB\tSaint-Denis\n\tC\t84087\n",
    "nom=A\nnom=B\nnom=C commune=84087",
    "Ligne 1, «" F "commune de l’école" F "»" N ": aucune commune du dossier ne s’appelle «" F
    "Orange" F "».\n"
    "Ligne 2, «" F "commune de l’école" F "»" N ": plusieurs communes du dossier s’appellent «" F
    "Saint-Denis" F "»." },
  { "too-many-values",
    "\tA\t\t\t\t1\t2\t3\t4\n\tB\t\t\t\t1\t2\t\t5\n", "nom=A classes=1 eleves=2\n"
    "nom=B classes=1 eleves=2",
    "Ligne 1" N ": 2 valeurs de trop n’ont pas été lues.\n"
    "Ligne 2" N ": 1 valeur de trop n’a pas été lue." },
  { "the-line-of-the-spreadsheet-is-told",
    "nom;classes\n\n;;\nA;x\n", "nom=A",
    "Ligne 4, «" F "classes de cycles 2 et 3" F "»" N ": «" F "x" F "*" },
  { "a-row-of-nothing-that-can-be-read",
    "nom;classes\nA;1\n;x\n", "nom=A classes=1",
    "Ligne 3, «" F "classes de cycles 2 et 3" F "»" N ": «" F "x" F "*" },
};

static const Case EXPENSE_CASES[] = {
  { "amounts",
    "classe\tTablette\tTout le projet\t12\t1" F "234,56" N "€\t20" N "%\tnon\n"
    "Réseaux\tCâblage\tprojet\t1\t999.9\t5,5\toui\n",
    "famille=classe designation=Tablette portee=projet quantite=12 prixUnitaireHT=1234.56 "
    "tauxTVA=20 nonEligible=false\n"
    "famille=reseau designation=Câblage portee=projet quantite=1 prixUnitaireHT=999.90 "
    "tauxTVA=5.5 nonEligible=true", "" },
  { "header-by-titles",
    "Motif;Non éligible;TVA (%);Prix HT (€);Quantité;Pour;Désignation;Famille\n"
    "Hors appel;oui;20;12,50;2;Tout le projet;Tablette;classe\n",
    "famille=classe designation=Tablette portee=projet quantite=2 prixUnitaireHT=12.50 tauxTVA=20 "
    "nonEligible=true motif=Hors appel", "" },
  { "header-of-two-titles",
    "Désignation;Prix HT (€)\nTablette;12,50\n",
    "designation=Tablette prixUnitaireHT=12.50 nonEligible=false", "" },
  { "schools-by-name-uai-and-id",
    "désignation\técole\nA\tJEAN JAURES\nB\t0840001A\nC\te1\nD\tune école\nE\tensemble du projet\n",
    "designation=A portee=ecole ecole=e1 nonEligible=false\n"
    "designation=B portee=ecole ecole=e1 nonEligible=false\n"
    "designation=C portee=ecole ecole=e1 nonEligible=false\n"
    "designation=D portee=ecole nonEligible=false\n"
    "designation=E portee=projet nonEligible=false", "" },
  { "schools-that-are-unknown-or-two",
    "désignation;école\nA;Pagnol\nB;Les Lilas\n",
    "designation=A nonEligible=false\ndesignation=B nonEligible=false",
    "Ligne 2, «" F "école de la dépense" F "»" N ": aucune école du dossier ne s’appelle «" F
    "Pagnol" F "».\n"
    "Ligne 3, «" F "école de la dépense" F "»" N ": plusieurs écoles du dossier s’appellent «" F
    "Les Lilas" F "»." },
  { "a-school-with-a-long-name",
    "Désignation;Pour\nA;" LONG_NAME "\n",
    "designation=A portee=ecole ecole=e4 nonEligible=false", "" },
  { "negative-amount",
    "classe\tA\tprojet\t1\t-5\n",
    "famille=classe designation=A portee=projet quantite=1 nonEligible=false",
    "Ligne 1, «" F "prix unitaire HT" F "»" N ": «" F "-5" F "*" },
};

static const Case TRAINING_CASES[] = {
  { "header-by-titles",
    "Formateur\tDate\tHeures\tForme\tThème\nRéseau Canopé\t31/3/2021\t6\tà distance\tTablettes\n",
    "theme=Tablettes forme=distanciel heures=6 date=2021-03-31 formateur=Réseau Canopé", "" },
};

static const Case FUNDER_CASES[] = {
  { "header-by-titles",
    "Décidé le;État;Montant (€);Nature;Financeur\n31/3/2021;accordé;5 000;public;Sud\n",
    "nom=Sud nature=public montant=5000.00 etat=accorde dateDecision=2021-03-31", "" },
  { "dates",
    "nom;date de la décision;montant;état\nRégion;31/3/2021;5 000;accordé\nCAF;2021-04-01;1,5;"
    "sollicité\nX;hier;;\n",
    "nom=Région montant=5000.00 etat=accorde dateDecision=2021-03-31\n"
    "nom=CAF montant=1.50 etat=sollicite dateDecision=2021-04-01\n"
    "nom=X",
    "Ligne 4, «" F "date de la décision" F "»" N ": «" F "hier" F "*" },
};

static VoletsDossier *
create_dossier (void)
{
  static const struct {
    const char *insee;
    const char *name;
  } COMMUNES[] = {
    { "84137", "Vaison-la-Romaine" }, { "93066", "Saint-Denis" }, { "97411", "Saint-Denis" },
  };
  static const struct {
    const char *id;
    const char *uai;
    const char *name;
  } SCHOOLS[] = {
    { "e1", "0840001A", "Jean Jaurès" }, { "e2", NULL, "Les Lilas" }, { "e3", NULL, "Les Lilas" },
    { "e4", NULL, LONG_NAME },
  };
  VoletsDossier *dossier = volets_dossier_new ("snee-2021");

  for (gsize i = 0; i < G_N_ELEMENTS (COMMUNES); i++)
    {
      VoletsRecord *commune = volets_dossier_append (dossier, VOLETS_SECTION_COMMUNES);

      volets_record_set_text (commune, VOLETS_COMMUNE_INSEE, COMMUNES[i].insee);
      volets_record_set_text (commune, VOLETS_COMMUNE_NAME, COMMUNES[i].name);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (SCHOOLS); i++)
    {
      VoletsRecord *school = volets_dossier_append (dossier, VOLETS_SECTION_SCHOOLS);

      volets_record_set_text (school, VOLETS_SCHOOL_ID, SCHOOLS[i].id);
      volets_record_set_text (school, VOLETS_SCHOOL_UAI, SCHOOLS[i].uai);
      volets_record_set_text (school, VOLETS_SCHOOL_NAME, SCHOOLS[i].name);
    }

  return dossier;
}

static char *
join (const GPtrArray *lines)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (lines, i));

  return g_string_free (joined, FALSE);
}

static char *
describe (GPtrArray *records)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < records->len; i++)
    {
      GString *line = g_string_new (NULL);
      guint n_fields;
      const VoletsField *fields = volets_record_get_fields (records->pdata[i], &n_fields);

      for (guint j = 0; j < n_fields; j++)
        {
          g_autofree char *value = volets_record_format (records->pdata[i], j);

          if (value != NULL)
            g_string_append_printf (line, "%s%s=%s", line->len > 0 ? " " : "", fields[j].element,
                                    value);
        }
      g_ptr_array_add (lines, g_string_free (line, FALSE));
    }

  return join (lines);
}

static void
test_cells (gconstpointer data)
{
  const Case *wanted = data;
  gboolean is_cut;
  g_autoptr (GPtrArray) rows = volets_pasted_cells_split (wanted->text, 10, &is_cut);
  g_autoptr (GString) described = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const VoletsPastedRow *row = g_ptr_array_index (rows, i);

      g_string_append_printf (described, "%s[%u]", i > 0 ? " " : "", row->line);
      for (guint j = 0; row->cells[j] != NULL; j++)
        g_string_append_printf (described, "(%s)", row->cells[j]);
    }
  g_assert_cmpstr (described->str, ==, wanted->records);
  g_assert_false (is_cut);
}

static void
assert_sentences (const GPtrArray *sentences,
                  const char      *wanted)
{
  g_auto (GStrv) lines = g_strsplit (wanted, "\n", -1);

  g_assert_cmpuint (sentences->len, ==, g_strv_length (lines));
  for (guint i = 0; i < sentences->len; i++)
    {
      const char *sentence = g_ptr_array_index (sentences, i);

      if (!g_pattern_match_simple (lines[i], sentence))
        g_assert_cmpstr (sentence, ==, lines[i]);
    }
}

static void
assert_parsed (VoletsSection           section,
               const VoletsPasteField *fields,
               guint                   n_fields,
               const Case             *wanted)
{
  g_autoptr (VoletsDossier) dossier = create_dossier ();
  g_autoptr (GPtrArray) refusals = NULL;
  g_autoptr (GPtrArray) records = volets_row_paste_parse (dossier, section, NULL, fields, n_fields,
                                                          wanted->text, &refusals);
  g_autofree char *described = describe (records);

  g_assert_cmpstr (described, ==, wanted->records);
  assert_sentences (refusals, wanted->refusals);
}

static void
test_communes (gconstpointer data)
{
  assert_parsed (VOLETS_SECTION_COMMUNES, COMMUNE_FIELDS, G_N_ELEMENTS (COMMUNE_FIELDS), data);
}

static void
test_schools (gconstpointer data)
{
  assert_parsed (VOLETS_SECTION_SCHOOLS, SCHOOL_FIELDS, G_N_ELEMENTS (SCHOOL_FIELDS), data);
}

static void
test_expenses (gconstpointer data)
{
  assert_parsed (VOLETS_SECTION_EQUIPMENT, EXPENSE_FIELDS, G_N_ELEMENTS (EXPENSE_FIELDS), data);
}

static void
test_trainings (gconstpointer data)
{
  assert_parsed (VOLETS_SECTION_TRAININGS, TRAINING_FIELDS, G_N_ELEMENTS (TRAINING_FIELDS), data);
}

static void
test_funders (gconstpointer data)
{
  assert_parsed (VOLETS_SECTION_FUNDERS, FUNDER_FIELDS, G_N_ELEMENTS (FUNDER_FIELDS), data);
}

static GPtrArray *
parse_schools (const char   *text,
               VoletsRecord *defaults,
               GPtrArray   **refusals)
{
  g_autoptr (VoletsDossier) dossier = create_dossier ();

  return volets_row_paste_parse (dossier, VOLETS_SECTION_SCHOOLS, defaults, SCHOOL_FIELDS,
                                 G_N_ELEMENTS (SCHOOL_FIELDS), text, refusals);
}

/* A list of names is worth as much as rows added one by one; a sector refused is not « public ». */
static void
test_only_what_no_column_gives_is_by_default (void)
{
  g_autoptr (VoletsRecord) defaults = g_object_new (VOLETS_TYPE_SCHOOL, NULL);
  g_autoptr (GPtrArray) refusals = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *described = NULL;

  volets_record_set_text (defaults, VOLETS_SCHOOL_ID, "e9");
  volets_record_set_text (defaults, VOLETS_SCHOOL_COMMUNE, "84137");
  volets_record_set_number (defaults, VOLETS_SCHOOL_SECTOR, VOLETS_SCHOOL_SECTOR_PUBLIC);
  records = parse_schools ("nom;secteur\nA;laïc\nB;\nC;privé\n", defaults, &refusals);

  described = describe (records);
  g_assert_cmpstr (described, ==, "nom=A commune=84137\nnom=B commune=84137\n"
                                  "nom=C commune=84137 secteur=prive");
  g_assert_cmpuint (refusals->len, ==, 1);
}

static char *
repeat (const char *line,
        guint       n_times)
{
  GString *text = g_string_sized_new (strlen (line) * n_times);

  for (guint i = 0; i < n_times; i++)
    g_string_append (text, line);

  return g_string_free (text, FALSE);
}

static void
test_at_most_five_thousand_rows (void)
{
  g_autofree char *rows = repeat ("Les Lilas;3\n", VOLETS_ROW_PASTE_MAX);
  g_autofree char *enough = g_strconcat ("nom;classes\n", rows, "\n;;\n", NULL);
  g_autofree char *too_many = g_strconcat ("nom;classes\n", rows, "Les Roses;4\n", NULL);
  g_autoptr (GPtrArray) refusals = NULL;
  g_autoptr (GPtrArray) records = parse_schools (enough, NULL, &refusals);

  g_assert_cmpuint (records->len, ==, VOLETS_ROW_PASTE_MAX);
  g_assert_cmpuint (refusals->len, ==, 0);

  g_clear_pointer (&records, g_ptr_array_unref);
  g_clear_pointer (&refusals, g_ptr_array_unref);
  records = parse_schools (too_many, NULL, &refusals);
  g_assert_cmpuint (records->len, ==, VOLETS_ROW_PASTE_MAX);
  g_assert_cmpuint (refusals->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (refusals, 0), ==,
                   "Seules les 5" F "000" N "lignes du début ont été lues.");
}

static void
test_refusals_are_few_and_short (void)
{
  g_autofree char *rows = repeat ("A;x\n", 200);
  g_autofree char *text = g_strconcat ("nom;classes\n", rows, NULL);
  g_autofree char *noise = g_strnfill (100000, 'x');
  g_autofree char *noisy = g_strconcat ("nom;classes\nA;", noise, "\n", NULL);
  g_autoptr (GPtrArray) refusals = NULL;
  g_autoptr (GPtrArray) records = parse_schools (text, NULL, &refusals);

  g_assert_cmpuint (records->len, ==, 200);
  g_assert_cmpuint (refusals->len, ==, 51);
  g_assert_cmpstr (g_ptr_array_index (refusals, 50), ==, "150 autres valeurs n’ont pas été lues.");

  g_clear_pointer (&records, g_ptr_array_unref);
  g_clear_pointer (&refusals, g_ptr_array_unref);
  records = parse_schools (noisy, NULL, &refusals);
  g_assert_cmpuint (records->len, ==, 1);
  g_assert_cmpuint (strlen (g_ptr_array_index (refusals, 0)), <, 500);

  g_clear_pointer (&noisy, g_free);
  g_clear_pointer (&records, g_ptr_array_unref);
  g_clear_pointer (&refusals, g_ptr_array_unref);
  noisy = g_strconcat ("nom;commune\nA;", noise, "\n", NULL);
  records = parse_schools (noisy, NULL, &refusals);
  g_assert_cmpuint (records->len, ==, 1);
  g_assert_cmpuint (strlen (g_ptr_array_index (refusals, 0)), <, 500);
}

/* Each of these was thought of as a way to make the reading take the square of the time: hours, and
 * the test would be ended. */
static void
test_megabytes_are_read (void)
{
  static const char *const LINES[] = {
    "\t", ";", "\"", "\"\"", "\"\"\"", "\"a\t", "\"a\n", "\"\"a\n", "\n", "a\tb\n", "é", "\"\t\"",
    "\377", "1\t2\t3\t4\t5\t6\t7\t8\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (LINES); i++)
    {
      g_autofree char *text = repeat (LINES[i], (guint) (4000000 / strlen (LINES[i])));
      g_autoptr (GPtrArray) refusals = NULL;
      g_autoptr (GPtrArray) records = NULL;

      records = parse_schools (text, NULL, &refusals);
      g_assert_cmpuint (records->len, <=, VOLETS_ROW_PASTE_MAX);
      g_assert_cmpuint (refusals->len, <=, 52);
    }
}

static void
test_any_bytes_get_an_answer (void)
{
  static const char PIECES[] = "\t\n\r;\" ,aeE0128-€\351\303\251\302\240|é%";

  for (guint i = 0; i < N_RANDOM; i++)
    {
      char text[64] = { 0 };
      g_autoptr (GPtrArray) refusals = NULL;
      g_autoptr (GPtrArray) records = NULL;

      for (gint j = g_test_rand_int_range (0, (gint) sizeof text); j > 0; j--)
        text[j - 1] = PIECES[g_test_rand_int_range (0, (gint) sizeof PIECES - 1)];

      records = parse_schools (text, NULL, &refusals);
      for (guint j = 0; j < records->len; j++)
        g_assert_false (volets_record_is_empty (records->pdata[j]));
      for (guint j = 0; j < refusals->len; j++)
        g_assert_true (g_utf8_validate (refusals->pdata[j], -1, NULL));
    }
}

static void
add_cases (const char    *path,
           const Case    *cases,
           gsize          n_cases,
           GTestDataFunc  test)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *name = g_strdup_printf ("/row-paste/%s/%s", path, cases[i].name);

      g_test_add_data_func (name, &cases[i], test);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_cases ("cells", CELL_CASES, G_N_ELEMENTS (CELL_CASES), test_cells);
  add_cases ("communes", COMMUNE_CASES, G_N_ELEMENTS (COMMUNE_CASES), test_communes);
  add_cases ("schools", SCHOOL_CASES, G_N_ELEMENTS (SCHOOL_CASES), test_schools);
  add_cases ("expenses", EXPENSE_CASES, G_N_ELEMENTS (EXPENSE_CASES), test_expenses);
  add_cases ("trainings", TRAINING_CASES, G_N_ELEMENTS (TRAINING_CASES), test_trainings);
  add_cases ("funders", FUNDER_CASES, G_N_ELEMENTS (FUNDER_CASES), test_funders);
  g_test_add_func ("/row-paste/only-what-no-column-gives-is-by-default",
                   test_only_what_no_column_gives_is_by_default);
  g_test_add_func ("/row-paste/at-most-five-thousand-rows", test_at_most_five_thousand_rows);
  g_test_add_func ("/row-paste/refusals-are-few-and-short", test_refusals_are_few_and_short);
  g_test_add_func ("/row-paste/megabytes-are-read", test_megabytes_are_read);
  g_test_add_func ("/row-paste/any-bytes-get-an-answer", test_any_bytes_get_an_answer);

  return g_test_run ();
}
