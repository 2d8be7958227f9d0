/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/rule.h"

#include "engine/french.h"
#include "support/calls.h"

/* Which spaces there are in figures is tested where they are made. */
static char *
use_plain_spaces (const char *text)
{
  GString *plain = g_string_new (text);

  g_string_replace (plain, VOLETS_NBSP, " ", 0);
  g_string_replace (plain, VOLETS_NNBSP, " ", 0);

  return g_string_free (plain, FALSE);
}

static const VoletsRule *
find_rule (const GPtrArray *rules,
           const char      *start)
{
  for (guint i = 0; i < rules->len; i++)
    {
      const VoletsRule *rule = g_ptr_array_index (rules, i);
      g_autofree char *statement = use_plain_spaces (rule->statement);

      if (g_str_has_prefix (statement, start))
        return rule;
    }

  g_error ("No rule begins with « %s »", start);
}

static void
assert_rule (const char      *call_id,
             VoletsTopic      topic,
             const char      *statement,
             const char      *source,
             VoletsCertainty  certainty)
{
  g_autoptr (VoletsCall) call = volets_test_find_call (call_id);
  g_autoptr (GPtrArray) rules = volets_rules_list (call, topic);
  const VoletsRule *rule = find_rule (rules, statement);

  g_assert_cmpstr (rule->source->id, ==, source);
  g_assert_cmpint (rule->certainty, ==, certainty);
}

/* The figures of the calls, as their texts have them. */
static void
test_figures_are_those_of_the_call (void)
{
  assert_rule ("snee-2021", VOLETS_TOPIC_EQUIPMENT,
               "Plafond par classe : 3 500,00 € de dépense.", "dan-poitiers",
               VOLETS_CERTAINTY_OFFICIAL);
  assert_rule ("snee-2021", VOLETS_TOPIC_EQUIPMENT,
               "70 % de la dépense jusqu’à 200 000,00 €.",
               "dan-poitiers", VOLETS_CERTAINTY_OFFICIAL);
  assert_rule ("snee-2021", VOLETS_TOPIC_EQUIPMENT,
               "50 % de la dépense de 200 000,00 € à 1 000 000,00 €.", "dan-poitiers",
               VOLETS_CERTAINTY_OFFICIAL);
  assert_rule ("snee-2021", VOLETS_TOPIC_SERVICES,
               "Plafond par élève : 20,00 € de dépense.", "dan-poitiers",
               VOLETS_CERTAINTY_OFFICIAL);
  assert_rule ("snee-2021", VOLETS_TOPIC_SERVICES, "50 % de la dépense.", "dan-poitiers",
               VOLETS_CERTAINTY_OFFICIAL);
  assert_rule ("snee-2021", VOLETS_TOPIC_OWN_SHARE, "Part minimale du demandeur : 20 %.",
               "cgct", VOLETS_CERTAINTY_OFFICIAL);
  assert_rule ("snee-2021", VOLETS_TOPIC_FILING, "Clôture définitive : 31 mars 2021.",
               "page-ministere", VOLETS_CERTAINTY_OFFICIAL);
  assert_rule ("snee-2021", VOLETS_TOPIC_ATTACHMENTS, "Devis : pièce obligatoire.", "volets",
               VOLETS_CERTAINTY_ASSUMED);
  assert_rule ("tne-86-2022", VOLETS_TOPIC_EQUIPMENT,
               "70 % de toute la dépense, sous 200 000,00 €.", "tne",
               VOLETS_CERTAINTY_SECONDARY);
  assert_rule ("tne-86-2022", VOLETS_TOPIC_EQUIPMENT,
               "50 % de toute la dépense, à partir de 200 000,00 €.",
               "tne", VOLETS_CERTAINTY_SECONDARY);
  assert_rule ("enir-2017", VOLETS_TOPIC_EQUIPMENT,
               "Plafond par école, sur la subvention : 7 000,00 €.", "enir",
               VOLETS_CERTAINTY_SECONDARY);
  assert_rule ("enir-2017", VOLETS_TOPIC_EQUIPMENT,
               "Plancher par école, sur la subvention : 2 000,00 € ; en dessous, rien n’est "
               "versé.", "enir", VOLETS_CERTAINTY_SECONDARY);
}

static void
test_answers_are_grouped_by_source (void)
{
  g_autoptr (VoletsCall) call = volets_test_find_call ("snee-2021");
  g_autoptr (GPtrArray) applicant = volets_rules_list (call, VOLETS_TOPIC_APPLICANT);
  g_autoptr (GPtrArray) support = volets_rules_list (call, VOLETS_TOPIC_SUPPORT);
  g_autoptr (GPtrArray) council = volets_rules_list (call, VOLETS_TOPIC_COUNCIL);

  g_assert_cmpstr (find_rule (applicant, "Réponses")->statement, ==,
                   "Réponses obligatoires : SIRET, nom du demandeur, adresse, nom du représentant "
                   "légal, nom de la personne mandatée et attestation fiscale et sociale.");
  g_assert_cmpstr (find_rule (support, "Réponses attendues : IEN")->source->id, ==,
                   "dan-poitiers");
  g_assert_cmpstr (find_rule (support, "Réponses attendues : enseignants")->source->id, ==,
                   "communique");
  g_assert_cmpstr (find_rule (council, "Réponse")->statement, ==,
                   "Réponse attendue : date de la séance.");
}

/* Each is a sentence with its source, and none is there twice. */
static void
test_every_rule_is_a_sentence (gconstpointer call_id)
{
  g_autoptr (VoletsCall) call = volets_test_find_call (call_id);

  for (guint topic = 0; topic < VOLETS_N_TOPICS; topic++)
    {
      g_autoptr (GPtrArray) rules = volets_rules_list (call, topic);
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < rules->len; i++)
        {
          const VoletsRule *rule = g_ptr_array_index (rules, i);

          g_assert_true (g_str_has_suffix (rule->statement, ".")
                         || g_str_has_suffix (rule->statement, "»"));
          g_assert_true (g_unichar_isupper (g_utf8_get_char (rule->statement))
                         || g_ascii_isdigit (*rule->statement));
          g_assert_nonnull (rule->source);
          g_assert_cmpstr (rule->statement, !=, rule->note);
          if (!g_hash_table_add (seen, rule->statement))
            g_error ("%s: « %s » is there twice", (const char *) call_id, rule->statement);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  static const char *const CALLS[] = { "snee-2021", "tne-86-2022", "enir-2017", "detr-78-2017" };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rule/figures-are-those-of-the-call", test_figures_are_those_of_the_call);
  g_test_add_func ("/rule/answers-are-grouped-by-source", test_answers_are_grouped_by_source);
  for (gsize i = 0; i < G_N_ELEMENTS (CALLS); i++)
    {
      g_autofree char *path = g_strconcat ("/rule/every-rule-is-a-sentence/", CALLS[i], NULL);

      g_test_add_data_func (path, CALLS[i], test_every_rule_is_a_sentence);
    }

  return g_test_run ();
}
