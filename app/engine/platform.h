/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/call.h"

G_BEGIN_DECLS

/* The filing platform of a call, and the form that it has there, as the file of the call says it.
 * All of it is immutable and belongs to the call.
 */

/**
 * VoletsPlatformType:
 * @VOLETS_PLATFORM_TEXT: any text
 * @VOLETS_PLATFORM_INTEGER: a number of things
 * @VOLETS_PLATFORM_DECIMAL: an amount, a rate, a number
 * @VOLETS_PLATFORM_DATE: a day
 * @VOLETS_PLATFORM_BOOLEAN: a box to tick
 * @VOLETS_PLATFORM_CHOICE: one of the options of a menu
 * @VOLETS_PLATFORM_COMMUNE: a postal code and an INSEE code
 * @VOLETS_PLATFORM_EPCI: a département and a SIREN
 * @VOLETS_PLATFORM_SIRET: 14 digits
 * @VOLETS_PLATFORM_FILE: a file to attach
 * @VOLETS_PLATFORM_MANUAL: what cannot be prefilled, whatever is typed there
 * @VOLETS_PLATFORM_REPETITION: fields that are repeated for each row of a list
 */
typedef enum {
  VOLETS_PLATFORM_TEXT,
  VOLETS_PLATFORM_INTEGER,
  VOLETS_PLATFORM_DECIMAL,
  VOLETS_PLATFORM_DATE,
  VOLETS_PLATFORM_BOOLEAN,
  VOLETS_PLATFORM_CHOICE,
  VOLETS_PLATFORM_COMMUNE,
  VOLETS_PLATFORM_EPCI,
  VOLETS_PLATFORM_SIRET,
  VOLETS_PLATFORM_FILE,
  VOLETS_PLATFORM_MANUAL,
  VOLETS_PLATFORM_REPETITION,
} VoletsPlatformType;

/* What is counted or computed of a dossier. The amounts are centimes. */
typedef enum {
  VOLETS_FIGURE_SUBSIDY,
  VOLETS_FIGURE_EXPENSES,            /* in the base of the call */
  VOLETS_FIGURE_EXPENSES_EXCLUDING_TAX,
  VOLETS_FIGURE_EXPENSES_TAX,
  VOLETS_FIGURE_EXPENSES_INCLUDING_TAX,
  VOLETS_FIGURE_EXPENSES_RETAINED,
  VOLETS_FIGURE_REMAINDER,
  VOLETS_FIGURE_OWN_SHARE,
  VOLETS_FIGURE_OTHER_FUNDERS,
  VOLETS_FIGURE_SCHOOLS,             /* the first that is no amount */
  VOLETS_FIGURE_CLASSES,
  VOLETS_FIGURE_PUPILS,
  VOLETS_FIGURE_COMMUNES,
} VoletsFigure;

/* Where a field takes what goes into it. */
typedef enum {
  VOLETS_ORIGIN_NONE,
  VOLETS_ORIGIN_ANSWER,
  VOLETS_ORIGIN_FIGURE,
  VOLETS_ORIGIN_ATTACHMENT,
} VoletsOrigin;

/* A line of a menu: an answer as files write it, and what the menu has for it. */
typedef struct {
  char *value;
  char *label;
} VoletsPlatformOption;

/**
 * VoletsPlatformField:
 * @id: its number there: « 1234 » for Champ-1234
 * @label: the question, as the platform asks it
 * @type: what it is there
 * @origin: what of the following says what goes into it
 * @section: the section of an answer; of a repetition and of all in it, its list
 * @field: for an answer, the field of that section
 * @figure: for a figure
 * @volet: (nullable): the volet whose figure it is, %NULL for that of the dossier
 * @attachment: (nullable): for an attachment, what the call asks for
 * @options: (element-type VoletsPlatformOption) (nullable): for a choice
 * @fields: (element-type VoletsPlatformField) (nullable): for a repetition
 */
typedef struct {
  char                 *id;
  char                 *label;
  VoletsPlatformType    type;
  VoletsOrigin          origin;
  VoletsSection         section;
  guint                 field;
  VoletsFigure          figure;
  const VoletsVolet    *volet;
  const VoletsCallItem *attachment;
  GPtrArray            *options;
  GPtrArray            *fields;
} VoletsPlatformField;

struct _VoletsPlatform {
  char             *name;
  char             *host;
  char             *path;               /* nullable; never where there are fields */
  char             *procedure;          /* its number; likewise */
  gboolean          decimal_point;      /* is typed before decimals, else a comma */
  VoletsProvenance  provenance;

  gint64            max_file_size;      /* in bytes, VOLETS_UNSET where it is not known */
  gint64            max_file_name;      /* in bytes of UTF-8, likewise */
  char             *refused_signs;      /* in the names of files; nullable */
  VoletsProvenance  files_provenance;

  GPtrArray        *fields;             /* of VoletsPlatformField, in the order of the form */
};

VoletsPlatform      *volets_platform_new          (void);
void                 volets_platform_free         (VoletsPlatform       *self);

VoletsPlatformField *volets_platform_field_new    (VoletsPlatformType    type);
void                 volets_platform_field_free   (VoletsPlatformField  *self);

char                *volets_platform_get_address  (const VoletsPlatform *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoletsPlatform, volets_platform_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoletsPlatformField, volets_platform_field_free)

G_END_DECLS
