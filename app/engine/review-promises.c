/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/review-context.h"

#include "engine/attachment.h"
#include "engine/commitment.h"
#include "engine/identifier-text.h"

static VoletsRecord *
find_row (const GPtrArray *rows,
          guint            key_field,
          const char      *key)
{
  for (guint i = 0; i < rows->len; i++)
    {
      VoletsRecord *row = g_ptr_array_index (rows, i);

      if (g_strcmp0 (volets_record_get_text (row, key_field), key) == 0)
        return row;
    }

  return NULL;
}

/* What the call asks the applicant to commit itself to. */
void
volets_review_commitments (VoletsReviewContext *context)
{
  for (guint i = 0; i < context->call->commitments->len; i++)
    {
      const VoletsCallItem *item = g_ptr_array_index (context->call->commitments, i);
      VoletsRecord *row = find_row (context->records[VOLETS_SECTION_COMMITMENTS],
                                    VOLETS_COMMITMENT_KEY, item->id);

      if (row == NULL || !volets_record_get_number (row, VOLETS_COMMITMENT_MADE))
        volets_review_add_missing (context, VOLETS_SEVERITY_WARNING, "engagement-manquant",
                                   VOLETS_SECTION_COMMITMENTS, item,
                                   "L’engagement « %s » n’est pas pris ; "
                                   "cochez-le à l’étape Accompagnement.", item->title);
    }
}

/* The attachments that the call asks for; one that is only assumed does not block. */
void
volets_review_attachments (VoletsReviewContext *context)
{
  const GPtrArray *rows = context->records[VOLETS_SECTION_ATTACHMENTS];

  for (guint i = 0; i < context->call->attachments->len; i++)
    {
      const VoletsCallItem *item = g_ptr_array_index (context->call->attachments, i);
      gboolean sure = item->provenance.certainty != VOLETS_CERTAINTY_ASSUMED;

      if (item->required && find_row (rows, VOLETS_ATTACHMENT_KEY, item->id) == NULL)
        volets_review_add_missing (context,
                                   sure ? VOLETS_SEVERITY_ERROR : VOLETS_SEVERITY_WARNING,
                                   "piece-manquante", VOLETS_SECTION_ATTACHMENTS, item,
                                   "La pièce « %s » manque ; ajoutez-la à l’étape Pièces.",
                                   item->title);
    }

  for (guint i = 0; i < rows->len; i++)
    {
      const char *key = volets_record_get_text (g_ptr_array_index (rows, i),
                                                VOLETS_ATTACHMENT_KEY);
      g_autofree char *cited = key != NULL ? volets_identifier_cite (key) : NULL;

      if (key != NULL && volets_call_find_item (context->call->attachments, key) == NULL)
        volets_review_add_placed (context, VOLETS_SEVERITY_WARNING, "piece-non-demandee",
                                  VOLETS_SECTION_ATTACHMENTS, (int) i, VOLETS_ATTACHMENT_KEY, NULL,
                                  "l’appel ne demande pas « %s » ; vérifiez qu’elle est utile.",
                                  cited);
    }
}
