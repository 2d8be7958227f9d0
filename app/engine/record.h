/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/values.h"

G_BEGIN_DECLS

#define VOLETS_TYPE_RECORD (volets_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (VoletsRecord, volets_record, VOLETS, RECORD, GObject)

#define VOLETS_RECORD_ERROR (volets_record_error_quark ())
GQuark volets_record_error_quark (void);

/**
 * VoletsRecordError:
 * @VOLETS_RECORD_ERROR_VALUE: a text that is no value of its field
 */
typedef enum {
  VOLETS_RECORD_ERROR_VALUE,
} VoletsRecordError;

struct _VoletsRecordClass {
  GObjectClass        parent_class;

  /*< private >*/
  const VoletsField  *fields;
  guint               n_fields;
  GParamSpec        **pspecs;
};

/* Defines the final type of a record whose fields are the static table @FIELDS. The fields are
 * named, in the public functions below, by their place in that table.
 */
#define VOLETS_DEFINE_RECORD(TypeName, type_name, FIELDS)                                     \
  struct _##TypeName {                                                                        \
    VoletsRecord parent_instance;                                                             \
  };                                                                                          \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, VOLETS_TYPE_RECORD)                               \
  static void type_name##_class_init (TypeName##Class *klass)                                 \
  {                                                                                           \
    volets_record_class_set_fields (VOLETS_RECORD_CLASS (klass), FIELDS,                      \
                                    G_N_ELEMENTS (FIELDS));                                   \
  }                                                                                           \
  static void type_name##_init (TypeName *self)                                               \
  {                                                                                           \
  }

void               volets_record_class_set_fields (VoletsRecordClass  *klass,
                                                   const VoletsField  *fields,
                                                   guint               n_fields);

const VoletsField *volets_record_get_fields       (VoletsRecord       *self,
                                                   guint              *n_fields);
gboolean           volets_record_has              (VoletsRecord       *self,
                                                   guint               field);
gboolean           volets_record_is_empty         (VoletsRecord       *self);
void               volets_record_copy_answers     (VoletsRecord       *self,
                                                   VoletsRecord       *copy);

const char        *volets_record_get_text         (VoletsRecord       *self,
                                                   guint               field);
void               volets_record_set_text         (VoletsRecord       *self,
                                                   guint               field,
                                                   const char         *text);
gint64             volets_record_get_number       (VoletsRecord       *self,
                                                   guint               field);
void               volets_record_set_number       (VoletsRecord       *self,
                                                   guint               field,
                                                   gint64              number);

char              *volets_record_format           (VoletsRecord       *self,
                                                   guint               field);
gboolean           volets_record_parse            (VoletsRecord       *self,
                                                   guint               field,
                                                   const char         *text,
                                                   GError            **error);
const char        *volets_record_get_choice       (VoletsRecord       *self,
                                                   guint               field);
VoletsValues     *volets_record_ref_answers      (VoletsRecord       *self);

G_END_DECLS
