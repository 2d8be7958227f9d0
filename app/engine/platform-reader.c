/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/platform-reader.h"

#include "engine/applicant.h"
#include "engine/commune.h"
#include "engine/field.h"
#include "engine/record.h"
#include "engine/school.h"

/* The schema has seen the file before any of this: what it forbids cannot come up here. */

static const char *const TYPES[] = {
  "texte", "entier", "decimal", "date", "booleen", "choix", "commune", "epci", "siret", "piece",
  "manuel", NULL,
};

static const char *const FIGURES[] = {
  "subvention", "depenses", "depenses-ht", "depenses-tva", "depenses-ttc", "depenses-retenues",
  "reste", "part-demandeur", "financeurs", "ecoles", "classes", "eleves", "communes", NULL,
};

/* One field on its way, and what is around it. */
typedef struct {
  const VoletsCall          *call;
  const VoletsXmlNode       *node;
  VoletsPlatformField       *field;
  const VoletsPlatformField *repetition;   /* NULL for a field of its own */
} Reading;

static guint
read_word (const VoletsXmlNode *node,
           const char          *attribute,
           const char *const   *words)
{
  g_autofree char *value = volets_xml_node_get_attribute (node, attribute);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_strcmp0 (words[i], value) == 0)
        return i;
    }

  g_return_val_if_reached (0);
}

static gint64
read_size (const VoletsXmlNode *node,
           const char          *attribute)
{
  g_autofree char *value = volets_xml_node_get_attribute (node, attribute);

  return value != NULL ? g_ascii_strtoll (value, NULL, 10) : VOLETS_UNSET;
}

static gboolean refuse (const Reading  *reading,
                        GError        **error,
                        const char     *format,
                        ...) G_GNUC_PRINTF (3, 4);

/* @format says what is wrong with the field. */
static gboolean
refuse (const Reading  *reading,
        GError        **error,
        const char     *format,
        ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_INVALID, "ligne %u : le champ %s %s",
               volets_xml_node_get_line (reading->node), reading->field->id, reason);

  return FALSE;
}

static const VoletsField *
get_answer (const VoletsPlatformField *field)
{
  g_autoptr (VoletsRecordClass) klass =
    g_type_class_ref (volets_section_get_info (field->section)->get_type ());

  return &klass->fields[field->field];
}

static gboolean
is_answer (const VoletsPlatformField *field,
           VoletsSection              section,
           guint                      answer)
{
  return field->section == section && field->field == answer;
}

/* Whether what the field takes can be written as its type asks. */
static gboolean
takes_answer (const VoletsPlatformField *field)
{
  VoletsFieldKind kind = get_answer (field)->kind;

  switch (field->type)
    {
    case VOLETS_PLATFORM_TEXT:
    case VOLETS_PLATFORM_MANUAL:
      return TRUE;
    case VOLETS_PLATFORM_INTEGER:
      return kind == VOLETS_FIELD_COUNT;
    case VOLETS_PLATFORM_DECIMAL:
      return kind == VOLETS_FIELD_MONEY || kind == VOLETS_FIELD_RATE || kind == VOLETS_FIELD_COUNT;
    case VOLETS_PLATFORM_DATE:
      return kind == VOLETS_FIELD_DATE;
    case VOLETS_PLATFORM_BOOLEAN:
      return kind == VOLETS_FIELD_BOOLEAN;
    case VOLETS_PLATFORM_CHOICE:
      return kind == VOLETS_FIELD_CHOICE || kind == VOLETS_FIELD_TEXT;
    case VOLETS_PLATFORM_COMMUNE:
      return is_answer (field, VOLETS_SECTION_COMMUNES, VOLETS_COMMUNE_INSEE)
             || is_answer (field, VOLETS_SECTION_SCHOOLS, VOLETS_SCHOOL_COMMUNE);
    case VOLETS_PLATFORM_EPCI:
    case VOLETS_PLATFORM_SIRET:
      return is_answer (field, VOLETS_SECTION_APPLICANT, VOLETS_APPLICANT_SIRET);
    case VOLETS_PLATFORM_FILE:
    case VOLETS_PLATFORM_REPETITION:
    default:
      return FALSE;
    }
}

static gboolean
takes_figure (const VoletsPlatformField *field)
{
  return field->type == VOLETS_PLATFORM_TEXT || field->type == VOLETS_PLATFORM_DECIMAL
         || field->type == VOLETS_PLATFORM_MANUAL
         || (field->type == VOLETS_PLATFORM_INTEGER && field->figure >= VOLETS_FIGURE_SCHOOLS);
}

static gboolean
read_answer (const Reading  *reading,
             const char     *part,
             const char     *answer,
             GError        **error)
{
  VoletsPlatformField *field = reading->field;
  const char *type = TYPES[field->type];

  field->origin = VOLETS_ORIGIN_ANSWER;
  if ((reading->repetition == NULL && !volets_section_find (part, &field->section))
      || !volets_section_find_field (field->section, answer, &field->field))
    return refuse (reading, error, "prend « %s/%s », qui n’existe pas dans un dossier",
                   reading->repetition != NULL
                     ? volets_section_get_info (field->section)->element : part, answer);
  if (!takes_answer (field))
    return refuse (reading, error, "est du type « %s », qui ne peut pas prendre « %s/%s »", type,
                   volets_section_get_info (field->section)->element, answer);

  return TRUE;
}

/* The figures of a line are what it costs; those of a volet, what it gives and what it costs. */
static gboolean
read_figure (const Reading  *reading,
             const char     *volet,
             GError        **error)
{
  VoletsPlatformField *field = reading->field;
  const char *figure;

  field->origin = VOLETS_ORIGIN_FIGURE;
  field->figure = read_word (reading->node, "calcul", FIGURES);
  figure = FIGURES[field->figure];
  if (!takes_figure (field))
    return refuse (reading, error, "est du type « %s », qui ne peut pas prendre le calcul « %s »",
                   TYPES[field->type], figure);
  if (reading->repetition != NULL
      && (!volets_section_has_expenses (reading->repetition->section)
          || field->figure < VOLETS_FIGURE_EXPENSES_EXCLUDING_TAX
          || field->figure > VOLETS_FIGURE_EXPENSES_INCLUDING_TAX))
    return refuse (reading, error, "ne peut pas prendre le calcul « %s » ligne par ligne", figure);
  if (volet == NULL)
    return TRUE;

  for (guint i = 0; i < reading->call->volets->len && field->volet == NULL; i++)
    {
      const VoletsVolet *candidate = g_ptr_array_index (reading->call->volets, i);

      if (g_str_equal (candidate->id, volet))
        field->volet = candidate;
    }
  if (field->volet == NULL)
    return refuse (reading, error, "porte sur le volet « %s », que l’appel n’a pas", volet);
  if (field->figure > VOLETS_FIGURE_EXPENSES_RETAINED)
    return refuse (reading, error, "prend le calcul « %s », qui ne se fait pas par volet", figure);

  return TRUE;
}

static gboolean
read_attachment (const Reading  *reading,
                 const char     *attachment,
                 GError        **error)
{
  VoletsPlatformField *field = reading->field;

  field->origin = VOLETS_ORIGIN_ATTACHMENT;
  field->attachment = volets_call_find_item (reading->call->attachments, attachment);
  if (field->attachment == NULL)
    return refuse (reading, error, "attend la pièce « %s », que l’appel ne demande pas",
                   attachment);

  return TRUE;
}

static gboolean
read_origin (const Reading  *reading,
             GError        **error)
{
  VoletsPlatformField *field = reading->field;
  g_autofree char *part = volets_xml_node_get_attribute (reading->node, "partie");
  g_autofree char *answer = volets_xml_node_get_attribute (reading->node, "reponse");
  g_autofree char *figure = volets_xml_node_get_attribute (reading->node, "calcul");
  g_autofree char *volet = volets_xml_node_get_attribute (reading->node, "volet");
  g_autofree char *attachment = volets_xml_node_get_attribute (reading->node, "piece");
  guint n_origins = (answer != NULL) + (figure != NULL) + (attachment != NULL);

  if (n_origins > 1)
    return refuse (reading, error, "prend plusieurs choses ; gardez « reponse », « calcul » ou "
                   "« piece »");
  if (reading->repetition == NULL && (part == NULL) != (answer == NULL))
    return refuse (reading, error, "n’a que l’un de « partie » et « reponse », qui vont ensemble");
  if (volet != NULL && figure == NULL)
    return refuse (reading, error, "a un « volet » sans « calcul »");
  if ((attachment != NULL) != (field->type == VOLETS_PLATFORM_FILE))
    return refuse (reading, error, attachment != NULL
                     ? "a une « piece » : il est du type « piece », ou n’en a pas"
                     : "est du type « piece » : dites laquelle, hors d’une répétition");
  if (n_origins == 0 && field->type != VOLETS_PLATFORM_MANUAL)
    return refuse (reading, error, "ne dit pas ce qu’il prend ; il faut « reponse » ou « calcul »");

  if (answer != NULL)
    return read_answer (reading, part, answer, error);
  if (figure != NULL)
    return read_figure (reading, volet, error);

  return attachment == NULL || read_attachment (reading, attachment, error);
}

static gboolean
has_choice (const VoletsField *answer,
            const char        *value)
{
  g_autoptr (GEnumClass) choices = NULL;

  if (answer->kind != VOLETS_FIELD_CHOICE)
    return TRUE;

  choices = g_type_class_ref (answer->choices ());
  return g_enum_get_value_by_nick (choices, value) != NULL;
}

static gboolean
read_options (const Reading  *reading,
              GError        **error)
{
  VoletsPlatformField *field = reading->field;
  const VoletsXmlNode *node = volets_xml_node_get_first_child (reading->node);

  if ((node != NULL) != (field->type == VOLETS_PLATFORM_CHOICE))
    return refuse (reading, error, node != NULL ? "a des options, mais n’est pas du type « choix »"
                                                : "est du type « choix » ; donnez ses options");

  for (; node != NULL; node = volets_xml_node_get_next (node))
    {
      VoletsPlatformOption *option = g_new0 (VoletsPlatformOption, 1);

      option->value = volets_xml_node_get_attribute (node, "valeur");
      option->label = volets_xml_node_get_attribute (node, "libelle");
      g_ptr_array_add (field->options, option);
      if (!has_choice (get_answer (field), option->value))
        return refuse (reading, error, "a l’option « %s », que « %s » ne connaît pas",
                       option->value, get_answer (field)->element);
    }

  return TRUE;
}

static VoletsPlatformField *
read_field (const VoletsCall           *call,
            const VoletsXmlNode        *node,
            const VoletsPlatformField  *repetition,
            GError                    **error)
{
  g_autoptr (VoletsPlatformField) field =
    volets_platform_field_new (read_word (node, "type", TYPES));
  Reading reading = { .call = call, .node = node, .field = field, .repetition = repetition };

  field->id = volets_xml_node_get_attribute (node, "id");
  field->label = volets_xml_node_get_attribute (node, "libelle");
  if (repetition != NULL)
    field->section = repetition->section;
  if (!read_origin (&reading, error) || !read_options (&reading, error))
    return NULL;

  return g_steal_pointer (&field);
}

static VoletsPlatformField *
read_repetition (const VoletsCall     *call,
                 const VoletsXmlNode  *node,
                 GError              **error)
{
  g_autoptr (VoletsPlatformField) field = volets_platform_field_new (VOLETS_PLATFORM_REPETITION);
  g_autofree char *part = volets_xml_node_get_attribute (node, "partie");
  Reading reading = { .call = call, .node = node, .field = field };

  field->id = volets_xml_node_get_attribute (node, "id");
  field->label = volets_xml_node_get_attribute (node, "libelle");
  if (!volets_section_find (part, &field->section)
      || volets_section_get_info (field->section)->row_element == NULL)
    {
      refuse (&reading, error, "se répète par « %s », qui n’est pas une liste d’un dossier", part);
      return NULL;
    }

  for (const VoletsXmlNode *child = volets_xml_node_get_first_child (node); child != NULL;
       child = volets_xml_node_get_next (child))
    {
      VoletsPlatformField *part_field = read_field (call, child, field, error);

      if (part_field == NULL)
        return NULL;
      g_ptr_array_add (field->fields, part_field);
    }

  return g_steal_pointer (&field);
}

static void
read_files (VoletsPlatform      *platform,
            const VoletsXmlNode *node)
{
  platform->max_file_size = read_size (node, "tailleMaximale");
  platform->max_file_name = read_size (node, "nomMaximal");
  platform->refused_signs = volets_xml_node_get_attribute (node, "signesRefuses");
}

/**
 * volets_platform_read:
 * @call: the call, of which all that comes before its platform is read
 * @node: its platform, which the schema has seen
 * @error: a sentence without the name of the file, in VOLETS_XML_ERROR
 *
 * Reads all but the provenances, and checks that what the fields take exists and suits them.
 *
 * Returns: (transfer full) (nullable): the platform
 */
VoletsPlatform *
volets_platform_read (const VoletsCall     *call,
                      const VoletsXmlNode  *node,
                      GError              **error)
{
  g_autoptr (VoletsPlatform) self = volets_platform_new ();
  g_autofree char *decimals = volets_xml_node_get_attribute (node, "decimales");

  self->name = volets_xml_node_get_attribute (node, "nom");
  self->host = volets_xml_node_get_attribute (node, "hote");
  self->path = volets_xml_node_get_attribute (node, "chemin");
  self->procedure = volets_xml_node_get_attribute (node, "demarche");
  self->decimal_point = g_strcmp0 (decimals, "point") == 0;
  for (const VoletsXmlNode *child = volets_xml_node_get_first_child (node); child != NULL;
       child = volets_xml_node_get_next (child))
    {
      const char *name = volets_xml_node_get_name (child);
      VoletsPlatformField *field;

      if (g_str_equal (name, "fichiers"))
        read_files (self, child);
      if (!g_str_equal (name, "champ") && !g_str_equal (name, "repetition"))
        continue;

      field = g_str_equal (name, "champ") ? read_field (call, child, NULL, error)
                                          : read_repetition (call, child, error);
      if (field == NULL)
        return NULL;
      g_ptr_array_add (self->fields, field);
    }

  if (self->fields->len > 0 && (self->path == NULL || self->procedure == NULL))
    {
      g_set_error (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_INVALID,
                   "ligne %u : une plateforme dont les champs sont donnés a aussi un « chemin » "
                   "et une « demarche »", volets_xml_node_get_line (node));
      return NULL;
    }

  return g_steal_pointer (&self);
}
