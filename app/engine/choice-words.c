/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/choice-words.h"

static const struct {
  const char *nick;
  const char *label;
} CHOICES[] = {
  { "commune", "commune" },
  { "epci", "EPCI" },
  { "syndicat", "syndicat de communes" },
  { "caisse-des-ecoles", "caisse des écoles" },
  { "maternelle", "maternelle" },
  { "elementaire", "élémentaire" },
  { "primaire", "primaire" },
  { "public", "public" },
  { "prive", "privé" },
  { "classe", "classes" },
  { "mutualisable", "mutualisable" },
  { "direction", "direction" },
  { "reseau", "réseaux" },
  { "service", "services" },
  { "ressource", "ressources" },
  { "ecole", "une école" },
  { "projet", "tout le projet" },
  { "presentiel", "en présence" },
  { "distanciel", "à distance" },
  { "hybride", "en partie à distance" },
  { "sollicite", "sollicité" },
  { "accorde", "accordé" },
};

/**
 * volets_choice_get_label:
 * @nick: the word that files have for a choice
 *
 * Returns: (transfer none): what people call it, in French, to be put inside a sentence
 */
const char *
volets_choice_get_label (const char *nick)
{
  for (gsize i = 0; i < G_N_ELEMENTS (CHOICES); i++)
    {
      if (g_str_equal (CHOICES[i].nick, nick))
        return CHOICES[i].label;
    }

  g_return_val_if_reached (nick);
}
