/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/xml-messages.h"

#include <string.h>

typedef struct {
  const char *sign;
  const char *sentence;
} Translation;

/* Told by a part of the message, the first that fits. */
static const Translation SYNTAX[] = {
  { "Premature end", "le fichier est tronqué : sa fin manque" },
  { "Couldn't find end of Start Tag", "une balise ouvrante n’est pas terminée par « > »" },
  { "mismatch", "une balise fermante ne correspond pas à celle qui est ouverte" },
  { "Start tag expected", "le fichier n’est pas du XML : il ne commence pas par une balise" },
  { "Document is empty", "le fichier n’est pas du XML : il ne commence pas par une balise" },
  { "Extra content", "il y a du texte après la fin du document" },
  { "ntity", "le signe « & » introduit une entité inconnue ; écrivez « &amp; »" },
  { "EntityRef", "le signe « & » introduit une entité inconnue ; écrivez « &amp; »" },
  { "AttValue", "la valeur d’un attribut n’est pas entre guillemets" },
  { "redefined", "un attribut est donné deux fois" },
  { "ncoding", "le codage annoncé n’est pas celui du texte ; il faut UTF-8" },
  { "xmlSAX2Characters: huge", "un texte est démesurément long" },
  { "too long", "un texte est démesurément long" },
  { "too big", "un texte est démesurément long" },
  { "lookup", "un texte est démesurément long" },
  { "char out of range", "un caractère interdit en XML s’y trouve" },
  { "CharRef", "une référence de caractère n’est pas valable" },
  { "Namespace prefix", "un préfixe d’espace de noms n’est pas déclaré" },
};

/* The types of data/schemas, and what a person should write for them. */
static const Translation TYPES[] = {
  { "texte", "un texte qui n’est pas vide" },
  { "identifiant", "des minuscules sans accent, des chiffres et des tirets" },
  { "montant", "un montant comme 1234.56" },
  { "taux", "un taux entre 0 et 100, comme 20 ou 5.5" },
  { "jour", "une date comme 2021-03-31" },
  { "nombre", "un nombre entier, 999999 au plus" },
  { "octets", "un nombre d’octets" },
  { "boolean", "true ou false" },
  { "gYear", "une année" },
  { "positiveInteger", "un nombre entier" },
  { "siret", "un SIRET de 14 chiffres" },
  { "uai", "un UAI de sept chiffres et une lettre" },
  { "insee", "un code INSEE de commune de cinq caractères" },
  { "codePostal", "un code postal de cinq chiffres" },
  { "courriel", "une adresse électronique" },
  { "sha256", "une empreinte de 64 chiffres hexadécimaux" },
};

static const char *
translate (const Translation *translations,
           gsize              n_translations,
           const char        *message)
{
  for (gsize i = 0; i < n_translations; i++)
    {
      if (strstr (message, translations[i].sign) != NULL)
        return translations[i].sentence;
    }

  return NULL;
}

/**
 * volets_xml_explain_syntax:
 * @message: (nullable): what the parser says of a text that is not well formed
 *
 * Returns: (transfer none): the same in French, without a full stop
 */
const char *
volets_xml_explain_syntax (const char *message)
{
  const char *sentence = NULL;

  if (message != NULL)
    sentence = translate (SYNTAX, G_N_ELEMENTS (SYNTAX), message);

  return sentence != NULL ? sentence : "le XML est mal formé";
}

/* What stands between @before and @after in @message. */
static char *
extract (const char *message,
         const char *before,
         const char *after)
{
  const char *start = strstr (message, before);
  const char *end;

  if (start == NULL)
    return NULL;
  start += strlen (before);
  end = strstr (start, after);

  return end != NULL ? g_strndup (start, (gsize) (end - start)) : NULL;
}

/* « {urn:volets:dossier:1}nom » is « nom » to a person. */
static char *
drop_namespaces (const char *names)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = names; *p != '\0'; p++)
    {
      const char *end = *p == '{' ? strchr (p, '}') : NULL;

      if (end != NULL)
        p = end;
      else
        g_string_append_c (plain, *p);
    }

  return g_string_free (plain, FALSE);
}

static char *
list_expected (const char *message)
{
  g_autofree char *names = extract (message, "( ", " )");
  g_autofree char *plain = names != NULL ? drop_namespaces (names) : NULL;
  g_auto (GStrv) items = NULL;
  g_autofree char *joined = NULL;

  if (plain == NULL)
    return NULL;

  items = g_strsplit (plain, ", ", -1);
  joined = g_strjoinv ("> ou <", items);
  return g_strdup_printf ("<%s>", joined);
}

/**
 * volets_xml_complaint_add:
 * @self: what is known so far
 * @message: an error of the validator
 * @line: its line
 * @element: (nullable): the element that it names
 *
 * Keeps the first error, and from the one that follows the type it should have been of.
 */
void
volets_xml_complaint_add (VoletsXmlComplaint *self,
                          const char         *message,
                          long                line,
                          const char         *element)
{
  if (self->message == NULL)
    {
      self->message = g_strdup (message);
      self->line = line;
      self->element = g_strdup (element != NULL ? element : "?");
    }
  if (self->type == NULL && self->line == line)
    {
      g_autofree char *type = extract (message, "type '", "'");

      if (type != NULL && strstr (message, "is not a valid value") != NULL)
        {
          const char *prefix = strrchr (type, type[0] == '{' ? '}' : ':');

          self->type = g_strdup (prefix != NULL ? prefix + 1 : type);
        }
    }
}

static char *
explain_value (VoletsXmlComplaint *self)
{
  g_autofree char *attribute = extract (self->message, "attribute '", "'");
  g_autofree char *choices = extract (self->message, "set {", "}");
  g_autofree char *facet = extract (self->message, "The value '", "' ");
  g_autofree char *plain = extract (self->message, ": '", "' is not a valid value");
  const char *value = facet != NULL ? facet : plain != NULL ? plain : "";
  const char *expected = NULL;
  g_autofree char *place = NULL;

  if (attribute != NULL)
    place = g_strdup_printf ("l’attribut « %s » de <%s>", attribute, self->element);
  else
    place = g_strdup_printf ("<%s>", self->element);

  if (choices != NULL)
    {
      g_auto (GStrv) words = g_strsplit (choices, "'", -1);
      g_autofree char *listed = g_strjoinv ("", words);

      return g_strdup_printf ("%s contient « %s » ; il faut un de ces mots : %s", place, value,
                              listed);
    }

  for (gsize i = 0; self->type != NULL && i < G_N_ELEMENTS (TYPES); i++)
    {
      if (g_str_equal (TYPES[i].sign, self->type))
        expected = TYPES[i].sentence;
    }
  if (expected == NULL)
    return g_strdup_printf ("%s contient « %s », qui ne convient pas", place, value);

  return g_strdup_printf ("%s contient « %s » ; il faut %s", place, value, expected);
}

/**
 * volets_xml_complaint_explain:
 * @self: an error of the validator
 *
 * Returns: (transfer full): what is wrong and what was expected, in French, without a full stop
 */
char *
volets_xml_complaint_explain (VoletsXmlComplaint *self)
{
  const char *message = self->message != NULL ? self->message : "";
  g_autofree char *expected = list_expected (message);
  g_autofree char *attribute = extract (message, "attribute '", "'");
  g_autofree char *key = extract (message, "key-sequence ['", "'");

  if (strstr (message, "No matching global declaration") != NULL)
    return g_strdup_printf ("<%s> n’est pas le début d’un fichier de cette sorte",
                            self->element);
  if (strstr (message, "This element is not expected") != NULL)
    {
      if (expected == NULL)
        return g_strdup_printf ("l’élément <%s> n’a pas sa place ici", self->element);
      return g_strdup_printf ("l’élément <%s> n’a pas sa place ici ; il faut %s", self->element,
                              expected);
    }
  if (strstr (message, "Missing child element") != NULL)
    return g_strdup_printf ("il manque %s dans <%s>", expected != NULL ? expected : "un élément",
                            self->element);
  if (strstr (message, "is required but missing") != NULL && attribute != NULL)
    return g_strdup_printf ("il manque l’attribut « %s » à <%s>", attribute, self->element);
  if (strstr (message, "is not allowed") != NULL && attribute != NULL)
    return g_strdup_printf ("l’attribut « %s » n’a pas sa place dans <%s>", attribute,
                            self->element);
  if (strstr (message, "Duplicate key-sequence") != NULL && key != NULL)
    return g_strdup_printf ("« %s », dans <%s>, est donné deux fois", key, self->element);
  if (strstr (message, "No match found for key-sequence") != NULL && key != NULL)
    return g_strdup_printf ("« %s », dans <%s>, ne renvoie à rien", key, self->element);
  if (strstr (message, "Character content") != NULL)
    return g_strdup_printf ("<%s> contient du texte qui n’y a pas sa place", self->element);
  if (strstr (message, "Element content is not allowed") != NULL)
    return g_strdup_printf ("<%s> contient des éléments là où il faut un texte", self->element);

  return explain_value (self);
}

/**
 * volets_xml_complaint_clear:
 * @self: an error
 */
void
volets_xml_complaint_clear (VoletsXmlComplaint *self)
{
  g_clear_pointer (&self->element, g_free);
  g_clear_pointer (&self->message, g_free);
  g_clear_pointer (&self->type, g_free);
}
