/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/call.h"

G_BEGIN_DECLS

/* What the rules of a call are about: a part of the form, or of what is printed of a call. */
typedef enum {
  VOLETS_TOPIC_APPLICANT,
  VOLETS_TOPIC_PROJECT,
  VOLETS_TOPIC_COUNCIL,
  VOLETS_TOPIC_SCHOOLS,
  VOLETS_TOPIC_EQUIPMENT,
  VOLETS_TOPIC_EXCLUSIONS,
  VOLETS_TOPIC_SERVICES,
  VOLETS_TOPIC_SUPPORT,
  VOLETS_TOPIC_FUNDING,
  VOLETS_TOPIC_OWN_SHARE,
  VOLETS_TOPIC_ATTACHMENTS,
  VOLETS_TOPIC_FILING,
  VOLETS_N_TOPICS,
} VoletsTopic;

#define VOLETS_TYPE_TOPIC (volets_topic_get_type ())
GType       volets_topic_get_type  (void);
const char *volets_topic_get_title (VoletsTopic topic);

/**
 * VoletsRule:
 * @statement: a sentence in French
 * @note: (nullable): what else there is to say
 * @source: (nullable): where it comes from, which belongs to the call
 * @certainty: how sure it is
 *
 * A rule of a call, in words. All its figures and its sentences of law are those of the call.
 */
typedef struct {
  char               *statement;
  char               *note;
  const VoletsSource *source;
  VoletsCertainty     certainty;
} VoletsRule;

GPtrArray *volets_rules_list (const VoletsCall *call,
                              VoletsTopic       topic);

G_END_DECLS
