/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/vote.h"

#include "engine/dossier.h"
#include "engine/session.h"

#define NONE VOLETS_UNSET

static void
test_only_what_the_figures_say (void)
{
  static const struct {
    gint64     voting;
    gint64     votes_for;
    gint64     against;
    gint64     abstentions;
    VoletsVote vote;
  } CASES[] = {
    { NONE, NONE, NONE, NONE, VOLETS_VOTE_UNKNOWN },
    { 11, NONE, NONE, NONE, VOLETS_VOTE_UNKNOWN },
    { 11, 11, 0, 0, VOLETS_VOTE_UNANIMOUS },
    { 11, 11, NONE, NONE, VOLETS_VOTE_UNANIMOUS },
    { NONE, 11, 0, 0, VOLETS_VOTE_UNANIMOUS },
    { NONE, 11, NONE, NONE, VOLETS_VOTE_UNKNOWN },
    { 11, 10, NONE, NONE, VOLETS_VOTE_UNKNOWN },
    { 11, 10, 0, NONE, VOLETS_VOTE_UNKNOWN },
    { 11, 10, 0, 1, VOLETS_VOTE_UNANIMOUS_OF_CAST },
    { 11, 10, 1, 0, VOLETS_VOTE_MAJORITY },
    { 11, 6, 4, 1, VOLETS_VOTE_MAJORITY },
    { 11, 10, 0, 0, VOLETS_VOTE_UNKNOWN },
    { 11, 11, 0, 1, VOLETS_VOTE_UNKNOWN },
    { 10, 5, 5, 0, VOLETS_VOTE_UNKNOWN },
    { 10, 4, 6, 0, VOLETS_VOTE_UNKNOWN },
    { 0, 0, 0, 0, VOLETS_VOTE_UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (VoletsDossier) dossier = volets_dossier_new ("snee-2021");
      VoletsRecord *session = volets_dossier_get_record (dossier, VOLETS_SECTION_SESSION);

      volets_record_set_number (session, VOLETS_SESSION_VOTING, CASES[i].voting);
      volets_record_set_number (session, VOLETS_SESSION_FOR, CASES[i].votes_for);
      volets_record_set_number (session, VOLETS_SESSION_AGAINST, CASES[i].against);
      volets_record_set_number (session, VOLETS_SESSION_ABSTENTIONS, CASES[i].abstentions);
      g_assert_cmpint (volets_vote_read (session), ==, CASES[i].vote);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vote/only-what-the-figures-say", test_only_what_the_figures_say);

  return g_test_run ();
}
