/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sentence.h"

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
