/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/text-style.h"

/* Liberation Sans comes first for its even figures; the others are what a PC may have instead. */
#define FAMILIES "Liberation Sans, Noto Sans, DejaVu Sans, sans"

/**
 * volets_text_style_describe_font:
 * @self: a style
 *
 * Returns: (transfer full): the font it asks for
 */
PangoFontDescription *
volets_text_style_describe_font (const VoletsTextStyle *self)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family_static (description, FAMILIES);
  pango_font_description_set_absolute_size (description, self->size * PANGO_SCALE);
  pango_font_description_set_weight (description,
                                     self->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);

  return description;
}
