/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/xml-messages.h"

#include <string.h>

/* A person reads a few names; a whole vocabulary hides the one that matters. */
#define MAX_EXPECTED 6
/* In characters: what a sentence cites of a file may be megabytes long there. */
#define MAX_CITED 60

typedef struct {
  const char *sign;
  const char *sentence;
} Translation;

/* Told by a part of the message, the first that fits. */
static const Translation SYNTAX[] = {
  { "huge", "un texte est démesurément long" },
  { "Huge", "un texte est démesurément long" },
  { "too long", "un texte est démesurément long" },
  { "too big", "un texte est démesurément long" },
  { "Start tag expected", "le fichier n’est pas du XML : il ne commence pas par une balise" },
  { "Document is empty", "le fichier n’est pas du XML : il ne commence pas par une balise" },
  { "Extra content", "il y a encore quelque chose après la fin du document ; retirez-le" },
  { "declaration allowed only", "la déclaration <?xml … ?> doit être au tout début du fichier" },
  { "Unsupported version", "la version d’XML annoncée n’est pas connue ; il faut version=\"1.0\"" },
  { "XML declaration", "la déclaration <?xml … ?> est mal écrite" },
  { "labelled", "le codage annoncé n’est pas celui du texte ; il faut UTF-8" },
  { "ncoding", "le codage annoncé n’est pas connu ; il faut UTF-8" },
  { "EntityRef", "le signe « & » est seul ; écrivez « &amp; »" },
  { "Unescaped '<'", "le signe « < » se trouve dans un attribut ; écrivez « &lt; »" },
  { "AttValue", "la valeur d’un attribut n’est pas entre guillemets" },
  { "mandates value", "un attribut n’a pas de valeur ; il faut attribut=\"valeur\"" },
  { "construct error", "une balise est mal écrite ; il faut <nom attribut=\"valeur\">" },
  { "End of Start Tag", "une balise est mal écrite ; il faut <nom attribut=\"valeur\">" },
  { "end of Start Tag", "une balise est mal écrite ; il faut <nom attribut=\"valeur\">" },
  { "expected '>'", "une balise fermante est mal écrite ; il faut </nom>" },
  { "invalid element name", "le signe « < » n’est pas suivi du nom d’une balise ; s’il fait partie "
                            "du texte, écrivez « &lt; »" },
  { "hyphen", "un commentaire contient « -- », ce qui est interdit ; retirez-le" },
  { "]]>", "le texte contient « ]]> » ; écrivez « ]]&gt; »" },
  { "xmlChar value", "un caractère interdit en XML s’y trouve ; retirez-le" },
  { "Char value", "un caractère de contrôle, interdit en XML, s’y trouve ; retirez-le" },
  { "out of allowed range", "un caractère de contrôle, interdit en XML, s’y trouve ; retirez-le" },
  { "CharRef", "une référence comme « &#233; » est mal écrite ; écrivez le caractère lui-même" },
};

/* The types and the patterns of data/schemas, and what a person should write for them. For a text
 * that does not fit its pattern, the parser names the pattern and not the type.
 */
static const struct {
  const char *type;
  const char *pattern;
  const char *sentence;
} TYPES[] = {
  { "texte", "[\\s\\S]*\\S[\\s\\S]*", "un texte qui n’est pas vide" },
  { "identifiant", "[a-z][a-z0-9\\-]{0,63}",
    "des minuscules sans accent, des chiffres et des tirets" },
  { "montant", "(0|[1-9][0-9]{0,9})\\.[0-9]{2}", "un montant comme 1234.56, de 0 à 9999999999.99" },
  { "somme", "(0|[1-9][0-9]*)\\.[0-9]{2}", "un montant comme 1234.56" },
  { "taux", "(100|[1-9]?[0-9](\\.[0-9]{1,2})?)", "un taux entre 0 et 100, comme 20 ou 5.5" },
  { "jour", "[0-9]{4}-[0-9]{2}-[0-9]{2}", "une date comme 2021-03-31" },
  { "nombre", "0|[1-9][0-9]{0,5}", "un nombre entier, de 0 à 999999" },
  { "entier", "0|[1-9][0-9]*", "un nombre entier" },
  { "octets", "0|[1-9][0-9]{0,11}", "un nombre d’octets" },
  { "numero", "[1-9][0-9]{0,17}", "un nombre entier, 1 au moins" },
  { "chemin", "(/[A-Za-z0-9._\\-]+)+", "un chemin comme /api/public/v1/demarches" },
  { "boolean", NULL, "true ou false" },
  { "gYear", NULL, "une année comme 2021" },
  { "positiveInteger", NULL, "un nombre entier, 1 au moins" },
  { "NCName", NULL, "une lettre, puis des lettres, des chiffres ou des tirets, sans espace" },
  { "siret", "[0-9]([^0-9A-Za-z]*[0-9]){13}", "un SIRET de 14 chiffres" },
  { "uai", "[0-9]([^0-9A-Za-z]*[0-9]){6}[^0-9A-Za-z]*[A-Za-z]",
    "un UAI de sept chiffres et une lettre" },
  { "insee", "[0-9][^0-9A-Za-z]*[0-9ABab]([^0-9A-Za-z]*[0-9]){3}",
    "un code INSEE de commune, cinq caractères" },
  { "codePostal", "[0-9]([^0-9A-Za-z]*[0-9]){4}", "un code postal de cinq chiffres" },
  { "courriel", "[^@\\s]+@[^@\\s]+\\.[^@\\s.]+",
    "une adresse électronique comme mairie@exemple.fr" },
  { "sha256", "[0-9a-f]{64}", "une empreinte de 64 chiffres hexadécimaux" },
  { NULL, "[0-9]{2}|2[AB]|9[78][0-9]", "un code de département comme 35, 2A ou 974" },
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

/* A tag closed by another: which, and where it was opened. */
static char *
explain_mismatch (const char *message)
{
  g_autofree char *opened = extract (message, "mismatch: ", " line ");
  g_autofree char *line = extract (message, " line ", " ");
  const char *closed = g_strrstr (message, " and ");
  g_autofree char *name = NULL;

  if (opened == NULL || line == NULL || closed == NULL)
    return NULL;

  name = g_strchomp (g_strdup (closed + strlen (" and ")));
  return g_strdup_printf ("</%s> ne ferme pas la bonne balise ; il faut </%s>, ouverte ligne %s",
                          name, opened, line);
}

/**
 * volets_xml_explain_syntax:
 * @message: (nullable): what the parser says of a text that is not well formed
 * @is_cut: whether it says so at the very end of the text
 *
 * Returns: (transfer full): the same in French, without a full stop
 */
char *
volets_xml_explain_syntax (const char *message,
                           gboolean    is_cut)
{
  g_autofree char *entity = NULL;
  g_autofree char *attribute = NULL;
  char *mismatch;
  const char *sentence;

  if (is_cut)
    return g_strdup ("le fichier est tronqué : sa fin manque");
  if (message == NULL)
    message = "";

  mismatch = explain_mismatch (message);
  if (mismatch != NULL)
    return mismatch;
  entity = extract (message, "Entity '", "' not defined");
  if (entity != NULL)
    return g_strdup_printf ("« &%s; » n’existe pas en XML ; écrivez le caractère lui-même, ou "
                            "« &amp; » pour un « & »", entity);
  attribute = extract (message, "Attribute ", " redefined");
  if (attribute != NULL)
    return g_strdup_printf ("l’attribut « %s » est donné deux fois ; gardez-en un", attribute);

  sentence = translate (SYNTAX, G_N_ELEMENTS (SYNTAX), message);
  return g_strdup (sentence != NULL ? sentence
                                    : "le XML est mal écrit ; ouvrez le fichier dans le programme "
                                      "qui l’a fait, et enregistrez-le de nouveau");
}

static char *
shorten (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_CITED)
    return g_strdup (text);

  start = g_utf8_substring (text, 0, MAX_CITED);
  return g_strconcat (start, "…", NULL);
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

/* « <nom>, <lieu> ou <notes> ». */
static char *
list_expected (const char *message)
{
  g_autofree char *names = extract (message, "( ", " )");
  g_autofree char *plain = names != NULL ? drop_namespaces (names) : NULL;
  g_auto (GStrv) items = NULL;
  g_autofree char *joined = NULL;
  gboolean is_long;
  char *last;

  if (plain == NULL)
    return NULL;

  items = g_strsplit (plain, ", ", MAX_EXPECTED + 1);
  is_long = g_strv_length (items) > MAX_EXPECTED;
  if (is_long)
    g_clear_pointer (&items[MAX_EXPECTED], g_free);
  joined = g_strjoinv (">, <", items);
  last = strrchr (joined, ',');
  if (is_long)
    return g_strdup_printf ("<%s> ou un des suivants", joined);
  if (last == NULL)
    return g_strdup_printf ("<%s>", joined);

  *last = '\0';
  return g_strdup_printf ("<%s ou%s>", joined, last + 1);
}

/* Of some errors only the message knows the element. */
static char *
name_element (const char *message,
              const char *element)
{
  g_autofree char *qualified = extract (message, "Element '", "'");
  g_autofree char *plain = qualified != NULL ? drop_namespaces (qualified) : NULL;

  return shorten (element != NULL ? element : plain != NULL ? plain : "?");
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
      self->element = name_element (message, element);
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

static const char *
find_expected (const char *type,
               const char *pattern)
{
  for (gsize i = 0; i < G_N_ELEMENTS (TYPES); i++)
    {
      if ((type != NULL && g_strcmp0 (TYPES[i].type, type) == 0)
          || (pattern != NULL && g_strcmp0 (TYPES[i].pattern, pattern) == 0))
        return TYPES[i].sentence;
    }

  return NULL;
}

/* The value that the message cites: %NULL where it cites none, or only the beginning of one. */
static char *
extract_value (const char *message)
{
  static const struct {
    const char *before;
    const char *after;
  } QUOTES[] = {
    { "The value '", "' is not" },
    { "The value '", "' has a length" },
    { ": '", "' is not a valid value" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (QUOTES); i++)
    {
      char *value = extract (message, QUOTES[i].before, QUOTES[i].after);

      if (value != NULL)
        return g_strstrip (value);
    }

  return NULL;
}

static char *
explain_value (VoletsXmlComplaint *self)
{
  g_autofree char *attribute = extract (self->message, "attribute '", "'");
  g_autofree char *choices = extract (self->message, "set {", "}");
  g_autofree char *pattern = extract (self->message, "by the pattern '", "'.");
  g_autofree char *value = extract_value (self->message);
  g_autofree char *cited = value != NULL ? shorten (value) : NULL;
  const char *expected = find_expected (self->type, pattern);
  g_autofree char *place = NULL;
  g_autofree char *found = NULL;

  if (attribute != NULL)
    place = g_strdup_printf ("l’attribut « %s » de <%s>", attribute, self->element);
  else
    place = g_strdup_printf ("<%s>", self->element);
  if (cited == NULL)
    found = g_strdup_printf ("%s ne convient pas", place);
  else if (*cited == '\0')
    found = g_strdup_printf ("%s est vide", place);
  else
    found = g_strdup_printf ("%s contient « %s »", place, cited);

  if (choices != NULL)
    {
      g_auto (GStrv) words = g_strsplit (choices, "'", -1);
      g_autofree char *listed = g_strjoinv ("", words);

      return g_strdup_printf ("%s ; il faut %s%s", found,
                              strchr (listed, ',') != NULL ? "un de ces mots : " : "", listed);
    }

  return g_strdup_printf ("%s ; il faut %s", found,
                          expected != NULL ? expected : "une autre valeur");
}

static char *
explain_element (VoletsXmlComplaint *self,
                 const char         *expected)
{
  g_autofree char *qualified = extract (self->message, "Element '", "'");

  if (qualified != NULL && !g_str_has_prefix (qualified, "{urn:volets:"))
    return g_strdup_printf ("<%s> n’est pas un élément de Volets ; retirez-le, ou vérifiez son "
                            "préfixe et l’attribut « xmlns »", self->element);
  if (expected == NULL)
    return g_strdup_printf ("<%s> est inconnu, mal rangé ou en double ; ici il ne faut plus aucun "
                            "élément", self->element);

  return g_strdup_printf ("<%s> est inconnu, mal rangé ou en double ; ici il faut %s",
                          self->element, expected);
}

static char *
explain_attribute (VoletsXmlComplaint *self,
                   const char         *attribute)
{
  g_autofree char *plain = drop_namespaces (attribute);

  if (strstr (self->message, "is required but missing") != NULL)
    return g_strdup_printf ("il manque l’attribut « %s » à <%s>", plain, self->element);
  if (strstr (self->message, "is not allowed") != NULL || *attribute == '{')
    return g_strdup_printf ("l’attribut « %s » n’a pas sa place dans <%s> ; retirez-le", plain,
                            self->element);

  return explain_value (self);
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
    return explain_element (self, expected);
  if (strstr (message, "Missing child element") != NULL)
    return g_strdup_printf ("il manque %s dans <%s>", expected != NULL ? expected : "un élément",
                            self->element);
  if (attribute != NULL)
    return explain_attribute (self, attribute);
  if (strstr (message, "Duplicate key-sequence") != NULL && key != NULL)
    return g_strdup_printf ("l’identifiant « %s » de <%s> est déjà pris ; il en faut un autre", key,
                            self->element);
  if (strstr (message, "No match found for key-sequence") != NULL && key != NULL)
    return g_strdup_printf ("« %s », dans <%s>, ne renvoie à rien ; il faut un identifiant donné "
                            "dans le fichier", key, self->element);
  if (strstr (message, "Character content") != NULL)
    return g_strdup_printf ("<%s> contient du texte entre ses éléments ; retirez-le",
                            self->element);
  if (strstr (message, "Element content is not allowed") != NULL)
    return g_strdup_printf ("<%s> contient des éléments ; il faut un texte seul", self->element);
  if (self->message == NULL)
    return g_strdup ("le fichier n’a pas pu être vérifié");

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
