/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Amounts are gint64 centimes. Rates are integers per ten thousand: 70 % is 7000.
 *
 * Every operation is exact integer arithmetic. One that does not fit sets
 * VOLETS_MONEY_ERROR_OVERFLOW and leaves its result alone: nothing ever wraps.
 */

/* What a rate of 100 % is. */
#define VOLETS_RATE_UNIT 10000

#define VOLETS_MONEY_ERROR (volets_money_error_quark ())
GQuark volets_money_error_quark (void);

/**
 * VoletsMoneyError:
 * @VOLETS_MONEY_ERROR_EMPTY: nothing but spaces
 * @VOLETS_MONEY_ERROR_CHARACTER: something that has no place in an amount
 * @VOLETS_MONEY_ERROR_GROUPING: spaces that do not separate groups of three digits
 * @VOLETS_MONEY_ERROR_SEPARATOR: two decimal separators
 * @VOLETS_MONEY_ERROR_DECIMALS: more decimals than the unit has
 * @VOLETS_MONEY_ERROR_NEGATIVE: a minus sign
 * @VOLETS_MONEY_ERROR_OVERFLOW: more than can be counted
 */
typedef enum {
  VOLETS_MONEY_ERROR_EMPTY,
  VOLETS_MONEY_ERROR_CHARACTER,
  VOLETS_MONEY_ERROR_GROUPING,
  VOLETS_MONEY_ERROR_SEPARATOR,
  VOLETS_MONEY_ERROR_DECIMALS,
  VOLETS_MONEY_ERROR_NEGATIVE,
  VOLETS_MONEY_ERROR_OVERFLOW,
} VoletsMoneyError;

gboolean volets_money_parse        (const char    *text,
                                    gint64        *centimes,
                                    GError       **error);
char    *volets_money_format       (gint64         centimes);
char    *volets_money_format_plain (gint64         centimes);

gboolean volets_rate_parse         (const char    *text,
                                    gint64        *rate,
                                    GError       **error);
char    *volets_rate_format        (gint64         rate);
char    *volets_rate_format_plain  (gint64         rate);

gboolean volets_money_add          (gint64         a,
                                    gint64         b,
                                    gint64        *sum,
                                    GError       **error);
gboolean volets_money_multiply     (gint64         amount,
                                    gint64         count,
                                    gint64        *product,
                                    GError       **error);
gboolean volets_money_apply_rate   (gint64         amount,
                                    gint64         rate,
                                    gint64        *result,
                                    GError       **error);
gboolean volets_money_share        (gint64         amount,
                                    const gint64  *weights,
                                    gsize          n_weights,
                                    gint64        *shares,
                                    GError       **error);
gint64   volets_money_ratio        (gint64         part,
                                    gint64         whole);

G_END_DECLS
