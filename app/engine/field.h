/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A number that nobody has given yet; every real one is zero or more. */
#define VOLETS_UNSET G_GINT64_CONSTANT (-1)

/* What keeps every dossier savable and readable again, whatever is pasted into it. */
#define VOLETS_TEXT_MAX 100000
/* In centimes, just under ten billion euros: a line of VOLETS_COUNT_MAX of them still fits. */
#define VOLETS_AMOUNT_MAX G_GINT64_CONSTANT (999999999999)
#define VOLETS_COUNT_MAX G_GINT64_CONSTANT (999999)
/* In bytes. */
#define VOLETS_SIZE_MAX G_GINT64_CONSTANT (999999999999)

/**
 * VoletsFieldKind:
 * @VOLETS_FIELD_TEXT: UTF-8, %NULL when missing, never empty
 * @VOLETS_FIELD_ID: a text that other records refer to; an attribute in files
 * @VOLETS_FIELD_DATE: a text, 2021-03-31, %NULL when missing
 * @VOLETS_FIELD_MONEY: centimes, or VOLETS_UNSET
 * @VOLETS_FIELD_COUNT: a number of things, or VOLETS_UNSET
 * @VOLETS_FIELD_SIZE: bytes, or VOLETS_UNSET
 * @VOLETS_FIELD_RATE: per ten thousand, or VOLETS_UNSET
 * @VOLETS_FIELD_BOOLEAN: never missing, %FALSE until said otherwise
 * @VOLETS_FIELD_CHOICE: a value of an enumeration whose nicks are the words of the files; zero
 *   when missing
 */
typedef enum {
  VOLETS_FIELD_TEXT,
  VOLETS_FIELD_ID,
  VOLETS_FIELD_DATE,
  VOLETS_FIELD_MONEY,
  VOLETS_FIELD_COUNT,
  VOLETS_FIELD_SIZE,
  VOLETS_FIELD_RATE,
  VOLETS_FIELD_BOOLEAN,
  VOLETS_FIELD_CHOICE,
} VoletsFieldKind;

/**
 * VoletsField:
 * @name: the GObject property
 * @element: the element (or, for an id, the attribute) in files
 * @label: what it is called in French, in sentences and on papers
 * @kind: what it holds
 * @required: whether a filing cannot do without it (data/schemas/depot.xsd says the same)
 * @choices: for VOLETS_FIELD_CHOICE, the type of the enumeration
 *
 * One answer of a dossier: the single description from which its property, its place in the
 * files and its name in messages are made.
 */
typedef struct {
  const char      *name;
  const char      *element;
  const char      *label;
  VoletsFieldKind  kind;
  gboolean         required;
  GType          (*choices) (void);
} VoletsField;

G_END_DECLS
