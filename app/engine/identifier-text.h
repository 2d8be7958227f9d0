/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the checks of identifiers and of contact points have in common: how typed text is read,
 * how it is cited, and how a person is told what is wrong with it.
 */

#define VOLETS_IDENTIFIER_ERROR (volets_identifier_error_quark ())
GQuark volets_identifier_error_quark (void);

/**
 * VoletsIdentifierError:
 * @VOLETS_IDENTIFIER_ERROR_EMPTY: nothing but spaces
 * @VOLETS_IDENTIFIER_ERROR_LENGTH: something is missing or too many
 * @VOLETS_IDENTIFIER_ERROR_CHARACTER: something that has no place in it
 * @VOLETS_IDENTIFIER_ERROR_KEY: a checksum that does not match
 * @VOLETS_IDENTIFIER_ERROR_PREFIX: well formed, but there is no such département, country or domain
 */
typedef enum {
  VOLETS_IDENTIFIER_ERROR_EMPTY,
  VOLETS_IDENTIFIER_ERROR_LENGTH,
  VOLETS_IDENTIFIER_ERROR_CHARACTER,
  VOLETS_IDENTIFIER_ERROR_KEY,
  VOLETS_IDENTIFIER_ERROR_PREFIX,
} VoletsIdentifierError;

typedef gboolean (*VoletsIdentifierTest) (const char *compact);

/**
 * VoletsIdentifierKind:
 * @name: what it is called, a masculine noun
 * @example: a good one
 * @is_valid: tells a good one, in its compact form
 */
typedef struct {
  const char           *name;
  const char           *example;
  VoletsIdentifierTest  is_valid;
} VoletsIdentifierKind;

char    *volets_identifier_compact           (const char                  *text);
char    *volets_identifier_cite              (const char                  *text);
gboolean volets_identifier_are_digits        (const char                  *text,
                                              gsize                        length);

char     volets_identifier_digit_for         (char                         letter);
char    *volets_identifier_letters_to_digits (const char                  *compact,
                                              gsize                        first,
                                              gsize                        end);
char    *volets_identifier_restore_zero      (const VoletsIdentifierKind  *kind,
                                              const char                  *compact);

char    *volets_identifier_suggest           (const char                  *candidate);
gboolean volets_identifier_refuse            (GError                     **error,
                                              VoletsIdentifierError        code,
                                              const char                  *format,
                                              ...) G_GNUC_PRINTF (3, 4);
gboolean volets_identifier_refuse_length     (const VoletsIdentifierKind  *kind,
                                              const char                  *typed,
                                              gsize                        n_typed,
                                              gsize                        n_expected,
                                              const char                  *meant,
                                              GError                     **error);
gboolean volets_identifier_check_digits      (const VoletsIdentifierKind  *kind,
                                              const char                  *typed,
                                              const char                  *compact,
                                              gsize                        first,
                                              gsize                        end,
                                              GError                     **error);

G_END_DECLS
