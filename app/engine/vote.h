/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/record.h"

G_BEGIN_DECLS

/**
 * VoletsVote:
 * @VOLETS_VOTE_UNKNOWN: the figures do not say it, or they say that nothing was adopted
 * @VOLETS_VOTE_UNANIMOUS: all who voted were for it
 * @VOLETS_VOTE_UNANIMOUS_OF_CAST: nobody was against it, but somebody abstained
 * @VOLETS_VOTE_MAJORITY: more were for it than against it
 *
 * What came of a vote. An abstention is no vote that is cast.
 */
typedef enum {
  VOLETS_VOTE_UNKNOWN,
  VOLETS_VOTE_UNANIMOUS,
  VOLETS_VOTE_UNANIMOUS_OF_CAST,
  VOLETS_VOTE_MAJORITY,
} VoletsVote;

VoletsVote volets_vote_read (VoletsRecord *session);

G_END_DECLS
