/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * VoletsTextStyle:
 * @size: of the letters, in points
 * @bold: whether they are bold
 * @colour: 0xRRGGBB
 */
typedef struct {
  double   size;
  gboolean bold;
  guint32  colour;
} VoletsTextStyle;

typedef enum {
  VOLETS_ALIGN_START,
  VOLETS_ALIGN_CENTER,
  VOLETS_ALIGN_END,
} VoletsAlign;

PangoFontDescription *volets_text_style_describe_font (const VoletsTextStyle *self);

G_END_DECLS
