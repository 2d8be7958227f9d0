/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sentence.h"

#include <glib/gi18n.h>

#include "engine/french.h"

/**
 * volets_sentence_make:
 * @words: what is wrong, as errors say it, to stand after « vaison.volets : »
 *
 * Returns: (transfer full): the same to stand alone, with a capital and a full stop
 */
char *
volets_sentence_make (const char *words)
{
  g_autofree char *capitalised = NULL;

  g_return_val_if_fail (words != NULL, NULL);

  capitalised = volets_french_capitalise (words);

  return g_strconcat (capitalised, *words == '\0' || g_str_has_suffix (words, ".") ? "" : ".",
                      NULL);
}

/**
 * volets_sentence_cite:
 * @source: where a rule comes from
 * @certainty: how sure that is
 *
 * Returns: (transfer full): the same in words, typeset as French is
 */
char *
volets_sentence_cite (const VoletsSource *source,
                      VoletsCertainty     certainty)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (source != NULL, NULL);

  words = g_strdup_printf (_("Source: %s (%s)"), source->title,
                           volets_certainty_get_label (certainty));

  return volets_french_typeset (words);
}
