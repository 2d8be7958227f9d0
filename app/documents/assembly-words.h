/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/record.h"

G_BEGIN_DECLS

/**
 * VoletsAssemblyWords:
 * @assembly: who votes: « le conseil municipal »
 * @assembly_is_feminine: the gender of that
 * @members: who sits there: « conseillers municipaux »
 * @head: who signs: « le maire », « la présidente », « Madame la maire »
 * @body: « la commune »
 * @name: « la commune de Vaison-la-Romaine »; @body where the name is not known
 * @title: (nullable): « Commune de Vaison-la-Romaine »; %NULL where the name is not known
 *
 * What an applicant and those who decide for it are called. All but @members and @title have an
 * article where French has one, for volets_french_of(), volets_french_to() and
 * volets_french_capitalise() to make sentences of. Where the kind of the applicant is not known,
 * the words are neutral.
 */
typedef struct {
  char     *assembly;
  gboolean  assembly_is_feminine;
  char     *members;
  char     *head;
  char     *body;
  char     *name;
  char     *title;
} VoletsAssemblyWords;

VoletsAssemblyWords *volets_assembly_words_new  (VoletsRecord        *applicant);
void                 volets_assembly_words_free (VoletsAssemblyWords *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoletsAssemblyWords, volets_assembly_words_free)

G_END_DECLS
