/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/assembly-words.h"

#include <string.h>

#include "documents/paper-words.h"
#include "engine/applicant.h"
#include "engine/french.h"

/**
 * Assembly:
 * @noun: what the applicant is, without article
 * @is_feminine: the gender of @noun
 * @takes_place: whether « @noun de » goes before the name of a place
 */
typedef struct {
  const char *assembly;
  const char *members;
  const char *head;
  const char *noun;
  gboolean    is_feminine;
  gboolean    takes_place;
} Assembly;

static const Assembly ASSEMBLIES[] = {
  [VOLETS_APPLICANT_KIND_MISSING] = {
    "l’assemblée délibérante", "membres de l’assemblée", "le représentant légal", "collectivité",
    TRUE, FALSE,
  },
  [VOLETS_APPLICANT_KIND_COMMUNE] = {
    "le conseil municipal", "conseillers municipaux", "le maire", "commune", TRUE, TRUE,
  },
  [VOLETS_APPLICANT_KIND_EPCI] = {
    "le conseil communautaire", "conseillers communautaires", "le président",
    "établissement public", FALSE, FALSE,
  },
  [VOLETS_APPLICANT_KIND_SYNDICAT] = {
    "le comité syndical", "délégués", "le président", "syndicat", FALSE, FALSE,
  },
  [VOLETS_APPLICANT_KIND_CAISSE_DES_ECOLES] = {
    "le comité de la caisse des écoles", "membres du comité", "le président", "caisse des écoles",
    TRUE, TRUE,
  },
};

/* No « conseil communautaire » there. */
static const Assembly METROPOLE = {
  "le conseil métropolitain", "conseillers métropolitains", "le président", "métropole", TRUE,
  FALSE,
};

/**
 * Noun:
 * @start: how the name of an applicant begins, folded
 * @is_feminine: the gender of that word
 * @body: (nullable): what the applicant is called for short; %NULL for what its kind is called
 * @instead: (nullable): what to write for the first word of the name
 *
 * What tells what an applicant is. « Mairie » is the building: it is the commune that asks.
 */
typedef struct {
  const char *start;
  gboolean    is_feminine;
  const char *body;
  const char *instead;
} Noun;

static const Noun NOUNS[] = {
  { "ca ", TRUE, "communauté d’agglomération", NULL },
  { "caisse ", TRUE, NULL, NULL },
  { "cc ", TRUE, "communauté de communes", NULL },
  { "commune ", TRUE, NULL, NULL },
  { "communaute d agglomeration ", TRUE, "communauté d’agglomération", NULL },
  { "communaute de communes ", TRUE, "communauté de communes", NULL },
  { "communaute urbaine ", TRUE, "communauté urbaine", NULL },
  { "communaute ", TRUE, "communauté", NULL },
  { "cu ", TRUE, "communauté urbaine", NULL },
  { "etablissement ", FALSE, NULL, NULL },
  { "eurometropole ", TRUE, NULL, NULL },
  { "mairie ", TRUE, NULL, "commune" },
  { "metropole ", TRUE, NULL, NULL },
  { "regroupement ", FALSE, NULL, NULL },
  { "rpi ", FALSE, NULL, NULL },
  { "sivom ", FALSE, NULL, NULL },
  { "sivos ", FALSE, NULL, NULL },
  { "sivu ", FALSE, NULL, NULL },
  { "syndicat ", FALSE, NULL, NULL },
  { "ville ", TRUE, NULL, NULL },
};

static const char *const FEMININE[] = {
  "1ere", "1re", "adjointe", "administratrice", "conseillere", "deleguee", "directrice",
  "premiere", "presidente", NULL,
};

static const char *const MASCULINE[] = {
  "1er", "adjoint", "administrateur", "conseiller", "delegue", "directeur", "premier",
  "president", NULL,
};

static const char *const CIVILITIES[] = { "m", "madame", "mme", "monsieur", NULL };

/* « Maire » is « maire » inside a sentence; an acronym stays as it is. */
static char *
write_inside_sentence (const char *text)
{
  const char *rest = g_utf8_next_char (text);
  g_autofree char *initial = g_utf8_substring (text, 0, 1);
  g_autofree char *small = g_utf8_strdown (initial, -1);

  if (g_unichar_isupper (g_utf8_get_char (rest)))
    return g_strdup (text);

  return g_strconcat (small, rest, NULL);
}

/* Where the first word ends; « Ville-d’Avray » is one. */
static const char *
find_first_space (const char *text)
{
  while (*text != '\0' && !volets_french_is_space (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

static const Noun *
find_noun (const char *name)
{
  g_autofree char *first = g_strndup (name, (gsize) (find_first_space (name) - name));
  g_autofree char *word = volets_french_fold (first);
  g_autofree char *folded = volets_french_fold (name);
  g_autofree char *whole = g_strconcat (folded, " ", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (NOUNS); i++)
    {
      if (g_str_has_prefix (NOUNS[i].start, word) && NOUNS[i].start[strlen (word)] == ' '
          && g_str_has_prefix (whole, NOUNS[i].start))
        return &NOUNS[i];
    }

  return NULL;
}

static const Assembly *
find_assembly (gint64      kind,
               const char *name)
{
  g_autofree char *folded = name != NULL ? volets_french_fold (name) : g_strdup ("");

  g_assert (kind >= 0 && kind < (gint64) G_N_ELEMENTS (ASSEMBLIES));

  if (kind == VOLETS_APPLICANT_KIND_EPCI && strstr (folded, "metropole") != NULL)
    return &METROPOLE;

  return &ASSEMBLIES[kind];
}

/* A name that says what it names is left as it is; so is one that no « de » goes before. */
static char *
write_title (const Assembly *assembly,
             const Noun     *noun,
             const char     *name)
{
  g_autofree char *place = NULL;
  g_autofree char *title = NULL;

  if (noun != NULL && noun->instead != NULL)
    title = g_strconcat (noun->instead, find_first_space (name), NULL);
  else if (noun != NULL || !assembly->takes_place)
    title = g_strdup (name);
  else
    {
      place = volets_french_of (name);
      title = g_strdup_printf ("%s %s", assembly->noun, place);
    }

  return volets_french_capitalise (title);
}

static char *
write_name (const Assembly *assembly,
            const Noun     *noun,
            const char     *title)
{
  g_autofree char *inside = NULL;

  if (noun == NULL && !assembly->takes_place)
    return g_strdup (title);

  inside = write_inside_sentence (title);
  return volets_french_the (inside, noun != NULL ? noun->is_feminine : assembly->is_feminine);
}

static char *
write_body (const Assembly *assembly,
            const Noun     *noun)
{
  if (noun != NULL && noun->body != NULL)
    return volets_french_the (noun->body, noun->is_feminine);

  return volets_french_the (assembly->noun, assembly->is_feminine);
}

/* The first word of a role that has a gender gives it; « maire » alone has none, and the law says
 * « le maire ».
 */
static gboolean
is_feminine (char **words)
{
  for (; *words != NULL; words++)
    {
      if (g_strv_contains (FEMININE, *words))
        return TRUE;
      if (g_strv_contains (MASCULINE, *words))
        return FALSE;
    }

  return FALSE;
}

static char *
write_head (const Assembly *assembly,
            const char     *role)
{
  g_autofree char *folded = NULL;
  g_autofree char *inside = NULL;
  g_auto (GStrv) words = NULL;

  if (role == NULL)
    return g_strdup (assembly->head);

  folded = volets_french_fold (role);
  words = g_strsplit (folded, " ", -1);
  if (words[0] == NULL || g_strv_contains (CIVILITIES, words[0]))
    return g_strdup (role);

  inside = write_inside_sentence (role);
  if (g_str_equal (words[0], "le") || g_str_equal (words[0], "la") || g_str_equal (words[0], "l"))
    return g_steal_pointer (&inside);

  return volets_french_the (inside, is_feminine (words));
}

/**
 * volets_assembly_words_new:
 * @applicant: who asks for the subsidy
 *
 * Returns: (transfer full): what it is called, and those who decide for it
 */
VoletsAssemblyWords *
volets_assembly_words_new (VoletsRecord *applicant)
{
  VoletsAssemblyWords *self = g_new0 (VoletsAssemblyWords, 1);
  const char *name = volets_record_get_text (applicant, VOLETS_APPLICANT_NAME);
  const char *role = volets_record_get_text (applicant, VOLETS_APPLICANT_REPRESENTATIVE_ROLE);
  const Assembly *assembly =
    find_assembly (volets_record_get_number (applicant, VOLETS_APPLICANT_KIND), name);
  const Noun *noun = name != NULL ? find_noun (name) : NULL;

  self->assembly = g_strdup (assembly->assembly);
  self->assembly_is_feminine = assembly == &ASSEMBLIES[VOLETS_APPLICANT_KIND_MISSING];
  self->members = g_strdup (assembly->members);
  self->head = write_head (assembly, role);
  self->body = write_body (assembly, noun);
  self->title = name != NULL ? write_title (assembly, noun, name) : NULL;
  self->name = name != NULL ? write_name (assembly, noun, self->title) : g_strdup (self->body);

  return self;
}

void
volets_assembly_words_free (VoletsAssemblyWords *self)
{
  g_free (self->assembly);
  g_free (self->members);
  g_free (self->head);
  g_free (self->body);
  g_free (self->name);
  g_free (self->title);
  g_free (self);
}
