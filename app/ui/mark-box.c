/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/mark-box.h"

#define SPACING 6

struct _VoletsMarkBox {
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (VoletsMarkBox, volets_mark_box, GTK_TYPE_WIDGET)

static int
get_mark_size (GtkWidget      *widget,
               GtkOrientation  orientation)
{
  GtkWidget *mark = gtk_widget_get_first_child (widget);
  int natural = 0;

  if (mark != NULL && gtk_widget_should_layout (mark))
    gtk_widget_measure (mark, orientation, -1, NULL, &natural, NULL, NULL);

  return natural;
}

/* Where the text starts. */
static int
get_indent (GtkWidget *widget)
{
  int width = get_mark_size (widget, GTK_ORIENTATION_HORIZONTAL);

  return width > 0 ? width + SPACING : 0;
}

static GtkSizeRequestMode
volets_mark_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
volets_mark_box_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  GtkWidget *content = gtk_widget_get_last_child (widget);
  int indent = get_indent (widget);

  if (content == NULL)
    return;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (content, orientation, -1, minimum, natural, NULL, NULL);
      *minimum += indent;
      *natural += indent;
    }
  else
    {
      int height = get_mark_size (widget, orientation);

      gtk_widget_measure (content, orientation, for_size < 0 ? -1 : MAX (0, for_size - indent),
                          minimum, natural, NULL, NULL);
      *minimum = MAX (*minimum, height);
      *natural = MAX (*natural, height);
    }
}

static void
volets_mark_box_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  GtkWidget *mark = gtk_widget_get_first_child (widget);
  GtkWidget *content = gtk_widget_get_last_child (widget);
  int indent = get_indent (widget);

  if (mark != NULL && gtk_widget_should_layout (mark))
    gtk_widget_size_allocate (mark,
                              &(GtkAllocation) { 0, 0, MAX (0, indent - SPACING),
                                                 get_mark_size (widget,
                                                                GTK_ORIENTATION_VERTICAL) }, -1);
  if (content != NULL && gtk_widget_should_layout (content))
    gtk_widget_size_allocate (content,
                              &(GtkAllocation) { indent, 0, MAX (0, width - indent), height }, -1);
}

static void
volets_mark_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (volets_mark_box_parent_class)->dispose (object);
}

static void
volets_mark_box_class_init (VoletsMarkBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = volets_mark_box_dispose;
  widget_class->get_request_mode = volets_mark_box_get_request_mode;
  widget_class->measure = volets_mark_box_measure;
  widget_class->size_allocate = volets_mark_box_size_allocate;
}

static void
volets_mark_box_init (VoletsMarkBox *self)
{
}
