/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/label.h"

#include "engine/french.h"
#include "ui/sentence.h"

/**
 * volets_label_show:
 * @label: a label
 * @text: (nullable): what it says
 *
 * Shows @label with @text, or hides it where there is none.
 */
void
volets_label_show (GtkLabel   *label,
                   const char *text)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/**
 * volets_label_show_typeset:
 * @label: a label
 * @words: (nullable): what it says, in French or translated
 *
 * Like volets_label_show(), with the spaces that French asks for.
 */
void
volets_label_show_typeset (GtkLabel   *label,
                           const char *words)
{
  g_autofree char *typeset = words != NULL ? volets_french_typeset (words) : NULL;

  volets_label_show (label, typeset);
}

/**
 * volets_label_show_error:
 * @label: a label
 * @words: (nullable): what is wrong, as errors say it
 *
 * Like volets_label_show_typeset(), with a sentence made of @words.
 */
void
volets_label_show_error (GtkLabel   *label,
                         const char *words)
{
  g_autofree char *sentence = words != NULL ? volets_sentence_make (words) : NULL;

  volets_label_show_typeset (label, sentence);
}
