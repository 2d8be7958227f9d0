/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/text-size.h"

/* What gtk-xft-dpi is at 100 % text, in its own unit. */
#define NORMAL_TEXT_SIZE (96 * 1024)

/**
 * volets_text_size_scale:
 * @widget: a widget
 * @length: in pixels at 100 % text
 *
 * Lengths in pixels are outgrown by a text that is enlarged; "gtk-xft-dpi" of the settings of
 * @widget tells when that changes.
 *
 * Returns: the same in pixels for text as large as it is
 */
int
volets_text_size_scale (GtkWidget *widget,
                        int        length)
{
  int text_size = -1;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), length);

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &text_size, NULL);
  if (text_size <= 0)
    return length;

  return (int) ((gint64) length * text_size / NORMAL_TEXT_SIZE);
}
