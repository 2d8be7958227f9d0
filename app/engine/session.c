/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/session.h"

static const VoletsField FIELDS[] = {
  [VOLETS_SESSION_DATE] = { "date", "date", "date de la séance", VOLETS_FIELD_DATE },
  [VOLETS_SESSION_PLACE] = { "place", "lieu", "lieu de la séance", VOLETS_FIELD_TEXT },
  [VOLETS_SESSION_CONVOCATION_DATE] = {
    "convocation-date", "dateConvocation", "date de convocation", VOLETS_FIELD_DATE,
  },
  [VOLETS_SESSION_POSTING_DATE] = {
    "posting-date", "dateAffichage", "date d’affichage", VOLETS_FIELD_DATE,
  },
  [VOLETS_SESSION_PRESIDENT] = {
    "president", "president", "président de séance", VOLETS_FIELD_TEXT,
  },
  [VOLETS_SESSION_SECRETARY] = {
    "secretary", "secretaire", "secrétaire de séance", VOLETS_FIELD_TEXT,
  },
  [VOLETS_SESSION_NUMBER] = { "number", "numero", "numéro de la délibération", VOLETS_FIELD_TEXT },
  [VOLETS_SESSION_MEMBERS] = {
    "members", "membresEnExercice", "membres en exercice", VOLETS_FIELD_COUNT,
  },
  [VOLETS_SESSION_PRESENT] = { "present", "presents", "membres présents", VOLETS_FIELD_COUNT },
  [VOLETS_SESSION_PROXIES] = { "proxies", "procurations", "procurations", VOLETS_FIELD_COUNT },
  [VOLETS_SESSION_VOTING] = { "voting", "votants", "votants", VOLETS_FIELD_COUNT },
  [VOLETS_SESSION_FOR] = { "for", "pour", "voix pour", VOLETS_FIELD_COUNT },
  [VOLETS_SESSION_AGAINST] = { "against", "contre", "voix contre", VOLETS_FIELD_COUNT },
  [VOLETS_SESSION_ABSTENTIONS] = {
    "abstentions", "abstentions", "abstentions", VOLETS_FIELD_COUNT,
  },
};

VOLETS_DEFINE_RECORD (VoletsSession, volets_session, FIELDS)
