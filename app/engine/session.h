/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/record.h"

G_BEGIN_DECLS

/* The sitting of the council that votes on the application. */
#define VOLETS_TYPE_SESSION (volets_session_get_type ())
G_DECLARE_FINAL_TYPE (VoletsSession, volets_session, VOLETS, SESSION, VoletsRecord)

/* The fields, in the order of the files. */
enum {
  VOLETS_SESSION_DATE,
  VOLETS_SESSION_PLACE,
  VOLETS_SESSION_CONVOCATION_DATE,
  VOLETS_SESSION_POSTING_DATE,
  VOLETS_SESSION_PRESIDENT,
  VOLETS_SESSION_SECRETARY,
  VOLETS_SESSION_NUMBER,
  VOLETS_SESSION_MEMBERS,
  VOLETS_SESSION_PRESENT,
  VOLETS_SESSION_PROXIES,
  VOLETS_SESSION_VOTING,
  VOLETS_SESSION_FOR,
  VOLETS_SESSION_AGAINST,
  VOLETS_SESSION_ABSTENTIONS,
};

G_END_DECLS
