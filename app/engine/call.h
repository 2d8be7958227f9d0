/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "engine/applicant.h"
#include "engine/expense.h"
#include "engine/school.h"
#include "engine/section.h"

G_BEGIN_DECLS

/* A call for projects (« appel à projets »), as its file says it: every rule is here, none in C.
 * All of it is immutable and belongs to the VoletsCall, which is counted.
 */

/* How sure a value is. */
typedef enum {
  VOLETS_CERTAINTY_OFFICIAL,
  VOLETS_CERTAINTY_SECONDARY,
  VOLETS_CERTAINTY_DERIVED,
  VOLETS_CERTAINTY_ASSUMED,
} VoletsCertainty;

/* Where something is counted, from the narrowest to the widest. */
typedef enum {
  VOLETS_LEVEL_SCHOOL,
  VOLETS_LEVEL_COMMUNE,
  VOLETS_LEVEL_PROJECT,
} VoletsLevel;

/* What a limit is multiplied by. */
typedef enum {
  VOLETS_UNIT_CLASS,
  VOLETS_UNIT_PUPIL,
  VOLETS_UNIT_SCHOOL,
  VOLETS_UNIT_COMMUNE,
  VOLETS_UNIT_PROJECT,
} VoletsUnit;

typedef enum {
  VOLETS_VOLET_EQUIPMENT,
  VOLETS_VOLET_SERVICES,
  VOLETS_VOLET_SUPPORT,
} VoletsVoletKind;

typedef struct {
  char *id;
  char *title;
  char *publisher;
  char *date;
  char *address;
} VoletsSource;

/* Where a value comes from, how sure it is, and what there is to say about it. */
typedef struct {
  const VoletsSource *source;
  VoletsCertainty     certainty;
  char               *note;      /* nullable */
} VoletsProvenance;

/* A ceiling (« plafond ») or a floor (« plancher »). */
typedef struct {
  VoletsUnit        unit;
  gboolean          on_subsidy;     /* else on expense */
  gboolean          equipped_only;  /* counts the schools that get equipment, no other */
  gint64            amount;         /* centimes for one unit */
  VoletsLevel       level;          /* where it is looked at */
  VoletsProvenance  provenance;
} VoletsLimit;

/* A bracket (« tranche ») of a scale. */
typedef struct {
  gint64            up_to;          /* centimes, VOLETS_UNSET without end */
  gint64            rate;           /* per ten thousand */
  VoletsProvenance  provenance;
} VoletsBracket;

typedef struct {
  char             *id;
  VoletsVoletKind   kind;
  char             *title;
  char             *description;
  VoletsProvenance  provenance;

  gboolean          takes_equipment;
  gboolean          takes_services;

  VoletsLevel       level;          /* where the scale applies */
  gboolean          shared_by_pupils; /* project-wide expense; else by classes */
  VoletsProvenance  level_provenance;

  GPtrArray        *ceilings;       /* of VoletsLimit, in the order they apply */
  GPtrArray        *floors;         /* of VoletsLimit */
  gboolean          whole;          /* « entier »: the rate reached is that of all; else marginal */
  GPtrArray        *brackets;       /* of VoletsBracket; empty: no subsidy to the applicant */
  VoletsProvenance  scale_provenance;
} VoletsVolet;

typedef struct {
  gboolean          closing;        /* else opening */
  gboolean          final;          /* else announced */
  char             *day;            /* 2021-03-31 */
  VoletsProvenance  provenance;
} VoletsCallDate;

/* A choice that the call offers or a thing it asks for: a modality, a commitment, an attachment. */
typedef struct {
  char             *id;
  char             *title;
  gboolean          required;
  VoletsProvenance  provenance;     /* the note explains it */
} VoletsCallItem;

typedef struct {
  VoletsExpenseFamily  family;
  char                *label;
  VoletsProvenance     provenance;
} VoletsArticle;

/* An expense that is not eligible; the words, folded, make one doubt a label that has them all. */
typedef struct {
  char            **words;          /* nullable */
  VoletsProvenance  provenance;
} VoletsExclusion;

/* A sentence that papers print as it is, which is the note. */
typedef struct {
  guint             applicants;     /* 1 << VoletsApplicantKind; zero: for all of them */
  VoletsProvenance  provenance;
} VoletsFormula;

/* An answer that the call, or the law it stands on, asks for. */
typedef struct {
  VoletsSection     section;
  guint             field;
  gboolean          blocking;
  VoletsProvenance  provenance;
} VoletsRequirement;

typedef struct {
  int               value;          /* an enumeration, for the list it is in */
  VoletsProvenance  provenance;
} VoletsAllowed;

typedef struct _VoletsPlatform VoletsPlatform;

typedef struct _VoletsCall VoletsCall;

struct _VoletsCall {
  char             *id;
  guint             version;
  char             *title;
  char             *acronym;
  guint             year;
  char             *authority;
  char             *summary;

  GPtrArray        *sources;        /* of VoletsSource */
  GPtrArray        *dates;          /* of VoletsCallDate */
  GPtrArray        *applicants;     /* of VoletsAllowed, VoletsApplicantKind */
  gint64            max_population; /* VOLETS_UNSET without */
  VoletsProvenance  population_provenance;
  GPtrArray        *school_kinds;   /* of VoletsAllowed, VoletsSchoolKind */
  GPtrArray        *perimeter;      /* of VoletsProvenance */
  gboolean          tax_included;   /* the base is TTC, else HT */
  VoletsProvenance  base_provenance;
  VoletsProvenance  rounding;
  gint64            min_own_share;  /* per ten thousand, VOLETS_UNSET without */
  VoletsProvenance  own_share_provenance;
  GPtrArray        *volets;         /* of VoletsVolet */
  GPtrArray        *modalities;     /* of VoletsCallItem */
  GPtrArray        *modality_notes; /* of VoletsProvenance */
  GPtrArray        *products;       /* of char * */
  VoletsProvenance  products_provenance;
  GPtrArray        *catalogue;      /* of VoletsArticle */
  GPtrArray        *exclusions;     /* of VoletsExclusion */
  GPtrArray        *commitments;    /* of VoletsCallItem */
  GPtrArray        *attachments;    /* of VoletsCallItem */
  GPtrArray        *requirements;   /* of VoletsRequirement */
  GPtrArray        *visas;          /* of VoletsFormula, what a délibération stands on */
  GPtrArray        *act_mentions;   /* of VoletsFormula, at the end of a délibération */
  GPtrArray        *act_certificates; /* of VoletsFormula, after the name of who signs it */
  GPtrArray        *plan_mentions;  /* of VoletsFormula, at the end of a plan de financement */
  gint64            max_advance;    /* per ten thousand, VOLETS_UNSET without */
  gint64            max_instalments;
  VoletsProvenance  payment_provenance;
  GPtrArray        *departements;   /* of char *, codes */
  VoletsProvenance  departements_provenance;
  VoletsPlatform   *platform;       /* nullable */
};

#define VOLETS_TYPE_CALL (volets_call_get_type ())
GType                  volets_call_get_type        (void);

VoletsCall            *volets_call_new_empty       (void);
VoletsVolet           *volets_call_add_volet       (VoletsCall         *self);
VoletsCall            *volets_call_ref             (VoletsCall         *self);
void                   volets_call_unref           (VoletsCall         *self);

const VoletsSource    *volets_call_find_source     (const VoletsCall   *self,
                                                    const char         *id);
const VoletsCallDate  *volets_call_find_date       (const VoletsCall   *self,
                                                    gboolean            closing);
const VoletsCallItem  *volets_call_find_item       (const GPtrArray    *items,
                                                    const char         *id);
const VoletsAllowed   *volets_call_find_allowed    (const GPtrArray    *allowed,
                                                    int                 value);
gboolean               volets_formula_applies      (const VoletsFormula *self,
                                                    VoletsApplicantKind  applicant);
gboolean               volets_call_has_departement (const VoletsCall   *self,
                                                    const char         *code);

gint64                 volets_call_get_base        (const VoletsCall    *self,
                                                    const VoletsAmounts *amounts);

const char            *volets_certainty_get_label  (VoletsCertainty     certainty);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoletsCall, volets_call_unref)

G_END_DECLS
