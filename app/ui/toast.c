/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/toast.h"

/* In characters: half of the narrowest window for normal text, all of it for the largest. */
#define MAX_WIDTH 44

/**
 * volets_toast_new:
 * @words: what to say, no markup
 *
 * The title of a toast is one line, and what does not fit in it is cut off: the end of a sentence
 * that says what to do, or half of it where text is large. Here it goes over several lines.
 *
 * Returns: (transfer full): a toast
 */
AdwToast *
volets_toast_new (const char *words)
{
  g_autofree char *markup = g_markup_escape_text (words, -1);
  AdwToast *toast = adw_toast_new (markup);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  /* A toast of libadwaita 1.2 does not make its title narrower than it wants to be. */
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_WIDTH);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  adw_toast_set_custom_title (toast, label);

  return toast;
}

/**
 * volets_toast_show:
 * @widget: a widget
 * @words: what to say, no markup
 *
 * Says it in the window that @widget is in, if it still is in one.
 */
void
volets_toast_show (GtkWidget  *widget,
                   const char *words)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), volets_toast_new (words));
}
