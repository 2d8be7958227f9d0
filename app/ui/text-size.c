/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/text-size.h"

/* What gtk-xft-dpi is at 100 % text, in its own unit. */
#define NORMAL_TEXT_SIZE (96 * 1024)

typedef struct {
  GtkWidget  *widget;
  const char *property;
  int         length;
} Binding;

static void
update_binding (const Binding *binding)
{
  g_object_set (binding->widget, binding->property,
                volets_text_size_scale (binding->widget, binding->length), NULL);
}

static void
free_binding (gpointer  binding,
              GClosure *closure)
{
  g_free (binding);
}

static void
text_size_changed_cb (GtkSettings   *settings,
                      GParamSpec    *pspec,
                      const Binding *binding)
{
  update_binding (binding);
}

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

/**
 * volets_text_size_bind:
 * @widget: a widget
 * @property: an integer property of it, as a literal: a length in pixels
 * @length: what it is at 100 % text
 *
 * Keeps the length as large as the text of @widget is.
 */
void
volets_text_size_bind (GtkWidget  *widget,
                       const char *property,
                       int         length)
{
  GtkSettings *settings;
  Binding *binding;
  GClosure *closure;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  settings = gtk_widget_get_settings (widget);
  binding = g_new (Binding, 1);
  *binding = (Binding) { widget, property, length };
  closure = g_cclosure_new (G_CALLBACK (text_size_changed_cb), binding, free_binding);
  g_object_watch_closure (G_OBJECT (widget), closure);
  g_signal_connect_closure (settings, "notify::gtk-xft-dpi", closure, FALSE);
  update_binding (binding);
}
