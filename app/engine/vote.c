/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/vote.h"

#include "engine/session.h"

static gboolean
is_none (VoletsRecord *session,
         guint         field)
{
  return !volets_record_has (session, field) || volets_record_get_number (session, field) == 0;
}

/**
 * volets_vote_read:
 * @session: the sitting of an assembly
 *
 * Where all who vote are for it, nobody need write that none is against it; otherwise every figure
 * has to be there, and they have to add up.
 *
 * Returns: what the figures of @session say, and nothing that they do not
 */
VoletsVote
volets_vote_read (VoletsRecord *session)
{
  gint64 voting = volets_record_get_number (session, VOLETS_SESSION_VOTING);
  gint64 votes_for = volets_record_get_number (session, VOLETS_SESSION_FOR);
  gint64 against = volets_record_get_number (session, VOLETS_SESSION_AGAINST);
  gint64 abstentions = volets_record_get_number (session, VOLETS_SESSION_ABSTENTIONS);

  if (!volets_record_has (session, VOLETS_SESSION_FOR) || votes_for <= 0)
    return VOLETS_VOTE_UNKNOWN;
  if (voting == votes_for && is_none (session, VOLETS_SESSION_AGAINST)
      && is_none (session, VOLETS_SESSION_ABSTENTIONS))
    return VOLETS_VOTE_UNANIMOUS;
  if (!volets_record_has (session, VOLETS_SESSION_AGAINST)
      || !volets_record_has (session, VOLETS_SESSION_ABSTENTIONS))
    return VOLETS_VOTE_UNKNOWN;
  if (volets_record_has (session, VOLETS_SESSION_VOTING)
      && voting != votes_for + against + abstentions)
    return VOLETS_VOTE_UNKNOWN;

  if (against == 0)
    return abstentions == 0 ? VOLETS_VOTE_UNANIMOUS : VOLETS_VOTE_UNANIMOUS_OF_CAST;
  return votes_for > against ? VOLETS_VOTE_MAJORITY : VOLETS_VOTE_UNKNOWN;
}
