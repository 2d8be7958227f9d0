/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/wrap-layout.h"

/* In pixels, between children and between lines. */
#define SPACING 6

struct _VoletsWrapLayout {
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (VoletsWrapLayout, volets_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
volets_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                     GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static GtkWidget *
get_next_laid_out (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static void
measure_width (GtkWidget *widget,
               int       *minimum,
               int       *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = get_next_laid_out (gtk_widget_get_first_child (widget)); child != NULL;
       child = get_next_laid_out (gtk_widget_get_next_sibling (child)))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += (*natural > 0 ? SPACING : 0) + child_natural;
    }
}

static void
allocate_child (GtkWidget           *widget,
                GtkWidget           *child,
                int                  width,
                const GtkAllocation *place)
{
  GtkAllocation mirrored = *place;

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    mirrored.x = width - place->x - place->width;
  gtk_widget_size_allocate (child, &mirrored, -1);
}

/* Returns: the height it takes; with @allocate, every child gets its place too. */
static int
lay_out (GtkWidget *widget,
         int        width,
         gboolean   allocate)
{
  GtkAllocation place = { 0 };
  int bottom = 0;

  for (GtkWidget *child = get_next_laid_out (gtk_widget_get_first_child (widget)); child != NULL;
       child = get_next_laid_out (gtk_widget_get_next_sibling (child)))
    {
      int minimum, natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      if (place.x > 0 && place.x + natural > width)
        {
          place.x = 0;
          place.y = bottom + SPACING;
        }
      place.width = MAX (minimum, MIN (natural, width));
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place.width, NULL, &place.height, NULL,
                          NULL);
      if (allocate)
        allocate_child (widget, child, width, &place);
      bottom = MAX (bottom, place.y + place.height);
      place.x += place.width + SPACING;
    }

  return bottom;
}

static void
volets_wrap_layout_measure (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            GtkOrientation    orientation,
                            int               for_size,
                            int              *minimum,
                            int              *natural,
                            int              *minimum_baseline,
                            int              *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (widget, minimum, natural);
      return;
    }

  if (for_size < 0)
    {
      int least;

      measure_width (widget, &least, &for_size);
    }
  *minimum = *natural = lay_out (widget, for_size, FALSE);
}

static void
volets_wrap_layout_allocate (GtkLayoutManager *manager,
                             GtkWidget        *widget,
                             int               width,
                             int               height,
                             int               baseline)
{
  lay_out (widget, width, TRUE);
}

static void
volets_wrap_layout_class_init (VoletsWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = volets_wrap_layout_get_request_mode;
  layout_class->measure = volets_wrap_layout_measure;
  layout_class->allocate = volets_wrap_layout_allocate;
}

static void
volets_wrap_layout_init (VoletsWrapLayout *self)
{
}
