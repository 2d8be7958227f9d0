/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/email.h"
#include "engine/iban.h"
#include "engine/identifiers.h"
#include "engine/phone.h"
#include "engine/place-codes.h"

#include <string.h>

#include "support/cases.h"

#define N_RANDOM_TEXTS 20000
#define MAX_RANDOM_LENGTH 48

typedef gboolean (*Check) (const char  *text,
                           GError     **error);

static const struct {
  const char *name;
  Check       check;
  char     *(*normalise) (const char *text);
} KINDS[] = {
  { "siren", volets_siren_check, volets_identifier_compact },
  { "siret", volets_siret_check, volets_identifier_compact },
  { "uai", volets_uai_check, volets_identifier_compact },
  { "insee", volets_insee_check, volets_identifier_compact },
  { "postal", volets_postal_code_check, volets_identifier_compact },
  { "departement", volets_departement_check, volets_identifier_compact },
  { "phone", volets_phone_check, volets_phone_format },
  { "email", volets_email_check, volets_email_trim },
  { "iban", volets_iban_check, volets_identifier_compact },
};

static const char *const CODES[] = { "EMPTY", "LENGTH", "CHARACTER", "KEY", "PREFIX" };

/* One sentence for a person: French apostrophes, a full stop or a question mark, no line break. */
static void
assert_sentence (const char *message)
{
  const char *said = strstr (message, "» ");

  g_assert_true (g_utf8_validate (message, -1, NULL));
  g_assert_true (g_str_has_suffix (message, ".") || g_str_has_suffix (message, " ?"));
  g_assert_null (strpbrk (message, "\n\r\t"));
  g_assert_null (strstr (said != NULL ? said : message, ". "));
  g_assert_cmpint (g_utf8_strlen (message, -1), <, 600);
  if (said != NULL && strchr (message, '@') == NULL)
    g_assert_null (strchr (said, '\''));
}

static void
test_case (gconstpointer data)
{
  const char *const *columns = data;
  const char *typed = columns[1], *expected = columns[2], *text = columns[3];
  g_autoptr (GError) error = NULL;
  gboolean accepted;
  gsize kind = 0;

  while (kind < G_N_ELEMENTS (KINDS) && !g_str_equal (KINDS[kind].name, columns[0]))
    kind++;
  g_assert_cmpuint (kind, <, G_N_ELEMENTS (KINDS));

  accepted = KINDS[kind].check (typed, &error);
  g_assert_cmpint (accepted, ==, KINDS[kind].check (typed, NULL));

  if (g_str_equal (expected, "ok"))
    {
      g_autofree char *canonical = KINDS[kind].normalise (typed);

      g_assert_no_error (error);
      g_assert_true (accepted);
      g_assert_true (KINDS[kind].check (canonical, NULL));
      if (*text != '\0')
        g_assert_cmpstr (canonical, ==, text);
      return;
    }

  g_assert_false (accepted);
  g_assert_nonnull (error);
  g_assert_true (error->domain == VOLETS_IDENTIFIER_ERROR);
  g_assert_cmpstr (CODES[error->code], ==, expected);
  if (strstr (error->message, text) == NULL)
    g_error ("« %s » is not in: %s", text, error->message);
  assert_sentence (error->message);
}

static void
test_one_wrong_digit_is_always_noticed (void)
{
  static const char *const GOOD[] = {
    "212902324", "200068120", "217500016", "219740115", "21290232400012", "20006812000019",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (GOOD); i++)
    {
      Check check = strlen (GOOD[i]) == 9 ? volets_siren_check : volets_siret_check;

      g_assert_true (check (GOOD[i], NULL));
      for (gsize j = 0; j < strlen (GOOD[i]); j++)
        {
          for (char digit = '0'; digit <= '9'; digit++)
            {
              g_autofree char *wrong = g_strdup (GOOD[i]);

              wrong[j] = digit;
              g_assert_cmpint (check (wrong, NULL), ==, digit == GOOD[i][j]);
            }
        }
    }
}

static void
test_proposal_is_always_valid (void)
{
  const char *start = "vouliez-vous écrire ";

  for (gint i = 0; i < N_RANDOM_TEXTS; i++)
    {
      gsize kind = (gsize) g_test_rand_int_range (0, 2);
      g_autofree char *typed = g_strdup (kind == 0 ? "212902324" : "21290232400012");
      gint at = g_test_rand_int_range (0, (gint) strlen (typed));
      g_autoptr (GError) error = NULL;
      g_autofree char *proposal = NULL;
      const char *found;

      typed[at] = (char) g_test_rand_int_range ('0', '9' + 1);
      typed[g_test_rand_int_range (0, at + 1)] = (char) g_test_rand_int_range ('0', '9' + 1);
      if (KINDS[kind].check (typed, &error))
        continue;
      found = strstr (error->message, start);
      if (found == NULL)
        continue;
      found += strlen (start);
      proposal = g_strndup (found, strcspn (found, " "));
      g_assert_true (KINDS[kind].check (proposal, NULL));
      g_assert_cmpstr (proposal, !=, typed);
    }
}

static void
test_uai_has_exactly_one_letter (void)
{
  static const guint PREFIXES[] = { 1, 29, 95, 620, 720, 971, 974, 987 };

  for (gsize i = 0; i < G_N_ELEMENTS (PREFIXES); i++)
    {
      for (guint number = 0; number < 100; number++)
        {
          g_autofree char *digits = g_strdup_printf ("%03u%04u", PREFIXES[i], number * 97);
          guint n_good = 0;

          for (char letter = 'A'; letter <= 'Z'; letter++)
            {
              g_autofree char *uai = g_strdup_printf ("%s%c", digits, letter);

              if (!volets_uai_check (uai, NULL))
                continue;
              n_good++;
              g_assert_cmpint (letter, ==, volets_uai_letter (digits));
            }
          g_assert_cmpuint (n_good, ==, 1);
        }
    }
}

static void
test_uai_letter_needs_seven_digits (void)
{
  g_assert_cmpint (volets_uai_letter ("0750655"), ==, 'E');
  g_assert_cmpint (volets_uai_letter ("0750655X"), ==, 'E');
  g_assert_cmpint (volets_uai_letter ("075065"), ==, 0);
  g_assert_cmpint (volets_uai_letter ("075O655"), ==, 0);
  g_assert_cmpint (volets_uai_letter (""), ==, 0);
}

static void
test_departements_of_metropolitan_france_are_all_there (void)
{
  guint n_good = 0;

  for (guint number = 0; number < 100; number++)
    {
      g_autofree char *code = g_strdup_printf ("%02u", number);

      n_good += volets_departement_check (code, NULL) ? 1 : 0;
    }
  g_assert_cmpuint (n_good, ==, 94);
}

static void
test_insee_code_tells_its_departement (void)
{
  static const struct {
    const char *insee;
    const char *departement;
  } CASES[] = {
    { "29232", "29" }, { "2A004", "2A" },  { "2b033", "2B" },  { "97411", "974" },
    { "98735", "987" }, { "01 001", "01" }, { "20000", NULL }, { "29000", NULL },
    { "", NULL },       { "2", NULL },      { "97", NULL },    { "Brest", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *departement = volets_insee_get_departement (CASES[i].insee);

      g_assert_cmpstr (departement, ==, CASES[i].departement);
    }
}

static void
test_siren_hints_at_the_kind_of_applicant (void)
{
  g_assert_cmpstr (volets_siren_guess_kind ("212902324"), ==, "commune");
  g_assert_cmpstr (volets_siren_guess_kind ("212 902 324 00012"), ==, "commune");
  g_assert_cmpstr (volets_siren_guess_kind ("200068120"), ==, "epci");
  g_assert_cmpstr (volets_siren_guess_kind ("242900314"), ==, "epci");
  g_assert_cmpstr (volets_siren_guess_kind ("252901145"), ==, "syndicat");
  g_assert_cmpstr (volets_siren_guess_kind ("262900210"), ==, "caisse-des-ecoles");
  g_assert_null (volets_siren_guess_kind ("356000000"));
  g_assert_null (volets_siren_guess_kind ("212902325"));
  g_assert_null (volets_siren_guess_kind (""));
}

static void
test_communes_bank_with_the_state (void)
{
  g_assert_true (volets_iban_is_public_bank ("FR76 3000 1007 9412 3456 7890 185"));
  g_assert_false (volets_iban_is_public_bank ("FR7630006000011234567890189"));
  g_assert_false (volets_iban_is_public_bank ("FR7730001007941234567890185"));
  g_assert_false (volets_iban_is_public_bank ("FR"));
  g_assert_false (volets_iban_is_public_bank (""));
}

static void
test_phone_that_is_none_stays_as_typed (void)
{
  g_autofree char *formatted = volets_phone_format ("à demander à la mairie");

  g_assert_cmpstr (formatted, ==, "à demander à la mairie");
}

static void
test_page_pasted_by_mistake_is_cited_in_short (void)
{
  g_autofree char *page = g_strnfill (200000, '7');
  g_autofree char *address = g_strdup_printf ("%s@ville.%s", page, page);

  for (gsize i = 0; i < G_N_ELEMENTS (KINDS); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (KINDS[i].check (page, &error));
      assert_sentence (error->message);
      g_assert_nonnull (strstr (error->message, "7777… »"));
    }

  g_assert_false (volets_email_check (address, NULL));
}

static char *
make_random_text (gboolean likely)
{
  static const char LIKELY[] = "0123456789 .-+()/@ABFROIL2A'\"«»é\302\240,;\342\200\257";
  gsize length = (gsize) g_test_rand_int_range (0, MAX_RANDOM_LENGTH);
  char *text = g_malloc0 (length + 1);

  for (gsize i = 0; i < length; i++)
    text[i] = likely
              ? LIKELY[g_test_rand_int_range (0, (gint) sizeof LIKELY - 1)]
              : (char) g_test_rand_int_range (1, 256);

  return text;
}

static void
test_any_bytes_get_an_answer (void)
{
  for (gint i = 0; i < N_RANDOM_TEXTS; i++)
    {
      g_autofree char *text = make_random_text (i % 2 == 0);
      g_autofree char *phone = volets_phone_format (text);
      g_autofree char *departement = volets_insee_get_departement (text);

      for (gsize kind = 0; kind < G_N_ELEMENTS (KINDS); kind++)
        {
          g_autoptr (GError) error = NULL;
          g_autofree char *canonical = KINDS[kind].normalise (text);

          if (KINDS[kind].check (text, &error))
            {
              g_assert_no_error (error);
              g_assert_true (KINDS[kind].check (canonical, NULL));
            }
          else
            {
              g_assert_nonnull (error);
              g_assert_true (error->domain == VOLETS_IDENTIFIER_ERROR);
              g_assert_true (g_utf8_validate (error->message, -1, NULL));
            }
        }
      volets_siren_guess_kind (text);
      volets_uai_letter (text);
      volets_iban_is_public_bank (text);
    }
}

static char *
find_shared_file (const char *name)
{
  const char *folder = g_getenv ("VOLETS_SHARED_DATA");
  char *file = folder != NULL
               ? g_build_filename (folder, name, NULL)
               : g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "data", name, NULL);

  if (g_file_test (file, G_FILE_TEST_EXISTS))
    return file;

  g_free (file);
  return NULL;
}

static guint
find_column (char       **header,
             const char  *name)
{
  guint i = 0;

  while (header[i] != NULL && !g_str_equal (header[i], name))
    i++;
  g_assert_nonnull (header[i]);

  return i;
}

static void
assert_accepted (Check       check,
                 const char *value,
                 guint       line)
{
  g_autoptr (GError) error = NULL;

  if (!check (value, &error))
    g_error ("line %u: %s", line, error->message);
}

static void
test_real_schools_are_accepted (void)
{
  g_autofree char *file = find_shared_file ("annuaire-35-2023.csv");
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) header = NULL;
  g_autoptr (GError) error = NULL;
  guint uai, number, insee, postal_code, phone, email, n_schools = 0, n_numbers = 0;

  if (file == NULL)
    {
      g_test_skip ("annuaire-35-2023.csv is not there; VOLETS_SHARED_DATA names its folder");
      return;
    }

  g_file_get_contents (file, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  header = g_strsplit (g_str_has_prefix (lines[0], "\357\273\277") ? lines[0] + 3 : lines[0],
                       ";", -1);
  uai = find_column (header, "Identifiant_de_l_etablissement");
  number = find_column (header, "SIREN_SIRET");
  insee = find_column (header, "Code_commune");
  postal_code = find_column (header, "Code postal");
  phone = find_column (header, "Telephone");
  email = find_column (header, "Mail");

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], ";", -1);

      g_assert_cmpuint (g_strv_length (fields), ==, g_strv_length (header));
      assert_accepted (volets_uai_check, fields[uai], i + 1);
      assert_accepted (volets_insee_check, fields[insee], i + 1);
      assert_accepted (volets_postal_code_check, fields[postal_code], i + 1);
      if (*fields[phone] != '\0')
        assert_accepted (volets_phone_check, fields[phone], i + 1);
      if (*fields[email] != '\0')
        assert_accepted (volets_email_check, fields[email], i + 1);
      if (*fields[number] != '\0')
        {
          assert_accepted (strlen (fields[number]) == 9 ? volets_siren_check : volets_siret_check,
                           fields[number], i + 1);
          n_numbers++;
        }
      n_schools++;
    }

  g_assert_cmpuint (n_numbers, >, 0);
  g_test_message ("%u schools, %u of them with a number", n_schools, n_numbers);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  volets_test_add_cases ("/identifiers/cases", "identifiers.tsv", 4, test_case);
  g_test_add_func ("/identifiers/one-wrong-digit-is-always-noticed",
                   test_one_wrong_digit_is_always_noticed);
  g_test_add_func ("/identifiers/proposal-is-always-valid", test_proposal_is_always_valid);
  g_test_add_func ("/identifiers/uai-has-exactly-one-letter", test_uai_has_exactly_one_letter);
  g_test_add_func ("/identifiers/uai-letter-needs-seven-digits",
                   test_uai_letter_needs_seven_digits);
  g_test_add_func ("/identifiers/departements-of-metropolitan-france-are-all-there",
                   test_departements_of_metropolitan_france_are_all_there);
  g_test_add_func ("/identifiers/insee-code-tells-its-departement",
                   test_insee_code_tells_its_departement);
  g_test_add_func ("/identifiers/siren-hints-at-the-kind-of-applicant",
                   test_siren_hints_at_the_kind_of_applicant);
  g_test_add_func ("/identifiers/communes-bank-with-the-state", test_communes_bank_with_the_state);
  g_test_add_func ("/identifiers/phone-that-is-none-stays-as-typed",
                   test_phone_that_is_none_stays_as_typed);
  g_test_add_func ("/identifiers/page-pasted-by-mistake-is-cited-in-short",
                   test_page_pasted_by_mistake_is_cited_in_short);
  g_test_add_func ("/identifiers/any-bytes-get-an-answer", test_any_bytes_get_an_answer);
  g_test_add_func ("/identifiers/real-schools-are-accepted", test_real_schools_are_accepted);

  return g_test_run ();
}
