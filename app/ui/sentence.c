/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sentence.h"

/**
 * volets_sentence_make:
 * @words: what is wrong, as errors say it, to stand after « vaison.volets : »
 *
 * Returns: (transfer full): the same to stand alone, with a capital and a full stop
 */
char *
volets_sentence_make (const char *words)
{
  g_autofree char *initial = NULL;
  g_autofree char *capital = NULL;

  g_return_val_if_fail (words != NULL, NULL);

  if (*words == '\0')
    return g_strdup ("");

  initial = g_utf8_substring (words, 0, 1);
  capital = g_utf8_strup (initial, -1);

  return g_strconcat (capital, g_utf8_next_char (words), g_str_has_suffix (words, ".") ? "" : ".",
                      NULL);
}
