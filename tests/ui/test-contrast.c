/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wizard-hands.h"

#include <math.h>

#include "engine/applicant.h"
#include "engine/school.h"

/* What is written can be read: WCAG 2.1, success criterion 1.4.3, of every label in sight of every
 * step, as it is drawn. The text is large, so that its strokes have all of their colour; what is
 * asked of it is what small text needs.
 */

#define CONTRAST_MIN 4.5

typedef struct {
  cairo_surface_t *picture;
  GString         *complaints;
  const char      *look;
  VoletsStep       step;
  guint            n_labels;
} Inspection;

static double
get_luminance (guint32 pixel)
{
  static const double WEIGHTS[] = { 0.0722, 0.7152, 0.2126 };
  double luminance = 0;

  for (guint i = 0; i < G_N_ELEMENTS (WEIGHTS); i++)
    {
      double channel = (pixel >> (8 * i) & 0xff) / 255.0;

      luminance += WEIGHTS[i] * (channel <= 0.03928 ? channel / 12.92
                                                    : pow ((channel + 0.055) / 1.055, 2.4));
    }

  return luminance;
}

static double
get_contrast (guint32 a,
              guint32 b)
{
  double first = get_luminance (a);
  double second = get_luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

/* The colour there is most of is what the text stands on, the one farthest from it is the text. */
static double
measure (cairo_surface_t             *picture,
         const cairo_rectangle_int_t *area)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  const guchar *data = cairo_image_surface_get_data (picture);
  int stride = cairo_image_surface_get_stride (picture);
  GHashTableIter iter;
  gpointer pixel, count;
  guint32 ground = 0;
  guint most = 0;
  double contrast = 1;

  for (int y = area->y; y < area->y + area->height; y++)
    {
      const guint32 *row = (const guint32 *) (gconstpointer) (data + y * stride);

      for (int x = area->x; x < area->x + area->width; x++)
        {
          gpointer key = GUINT_TO_POINTER (row[x] & 0xffffff);
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;

          g_hash_table_insert (counts, key, GUINT_TO_POINTER (n));
          if (n > most)
            {
              most = n;
              ground = row[x] & 0xffffff;
            }
        }
    }

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &pixel, &count))
    contrast = MAX (contrast, get_contrast (ground, GPOINTER_TO_UINT (pixel)));

  return contrast;
}

/* Whether nothing that scrolls cuts any of @widget, and where in the window it is. */
static gboolean
find_area (GtkWidget             *widget,
           cairo_rectangle_int_t *area)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  graphene_rect_t bounds, around;

  if (!gtk_widget_compute_bounds (widget, window, &bounds))
    return FALSE;
  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL;
       parent = gtk_widget_get_parent (parent))
    {
      if (!gtk_widget_compute_bounds (parent, window, &around)
          || ((GTK_IS_SCROLLED_WINDOW (parent) || parent == window)
              && !graphene_rect_contains_rect (&around, &bounds)))
        return FALSE;
    }

  graphene_rect_round_extents (&bounds, &bounds);
  *area = (cairo_rectangle_int_t) {
    (int) bounds.origin.x, (int) bounds.origin.y,
    (int) bounds.size.width - 1, (int) bounds.size.height - 1,
  };

  return area->width > 0 && area->height > 0;
}

static void
inspect_label (Inspection *self,
               GtkWidget  *label)
{
  const char *text = gtk_label_get_text (GTK_LABEL (label));
  cairo_rectangle_int_t area;
  double contrast;

  /* What cannot be used now need not stand out. */
  if (*text == '\0' || !gtk_widget_is_sensitive (label) || !find_area (label, &area))
    return;

  contrast = measure (self->picture, &area);
  self->n_labels++;
  if (contrast < CONTRAST_MIN)
    g_string_append_printf (self->complaints, "%s, step %u: %.2f, “%s”\n", self->look,
                            self->step + 1, contrast, text);
}

static cairo_surface_t *
draw (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  cairo_surface_t *picture;
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (widget)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  gdk_texture_download (texture, cairo_image_surface_get_data (picture),
                        (gsize) cairo_image_surface_get_stride (picture));
  cairo_surface_mark_dirty (picture);

  return picture;
}

static void
inspect_step (Inspection  *self,
              VoletsHands *hands)
{
  GtkWidget *window = GTK_WIDGET (hands->window);
  g_autoptr (GPtrArray) labels = NULL;

  volets_dossier_view_open_step (volets_hands_get_view (hands), self->step);
  volets_hands_rest (hands);
  /* Without a window manager none is the active one, and all are dimmed. */
  gtk_widget_unset_state_flags (window, GTK_STATE_FLAG_BACKDROP);
  volets_hands_rest (hands);

  self->picture = draw (window);
  labels = volets_hands_find_all (hands, GTK_TYPE_LABEL);
  for (guint i = 0; i < labels->len; i++)
    inspect_label (self, labels->pdata[i]);
  g_clear_pointer (&self->picture, cairo_surface_destroy);
}

/* With mistakes, of which some of the colours tell. */
static void
open_example (VoletsHands *hands)
{
  VoletsDossier *dossier;

  gtk_widget_activate_action (GTK_WIDGET (hands->window), "win.open-example", "s",
                              "vaison-la-romaine");
  dossier = volets_editor_get_dossier (volets_hands_get_editor (hands));
  volets_record_set_text (volets_dossier_get_record (dossier, VOLETS_SECTION_APPLICANT),
                          VOLETS_APPLICANT_SIRET, "21840137000019");
  volets_record_set_text (volets_dossier_get_row (dossier, VOLETS_SECTION_SCHOOLS, 0),
                          VOLETS_SCHOOL_UAI, "0849001A");
  volets_hands_rest (hands);
}

static void
test_every_label_of_every_step (VoletsHands   *hands,
                                gconstpointer  unused)
{
  static const struct {
    const char     *name;
    AdwColorScheme  scheme;
  } LOOKS[] = {
    { "light", ADW_COLOR_SCHEME_FORCE_LIGHT },
    { "dark", ADW_COLOR_SCHEME_FORCE_DARK },
  };
  Inspection inspection = { .complaints = g_string_new (NULL) };

  open_example (hands);
  for (gsize i = 0; i < G_N_ELEMENTS (LOOKS); i++)
    {
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), LOOKS[i].scheme);
      inspection.look = LOOKS[i].name;
      for (inspection.step = 0; inspection.step < VOLETS_N_STEPS; inspection.step++)
        inspect_step (&inspection, hands);
    }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_DEFAULT);

  if (inspection.complaints->len > 0)
    g_error ("Contrast below %.1f:\n%s", CONTRAST_MIN, inspection.complaints->str);
  g_assert_cmpuint (inspection.n_labels, >, 200);
  g_string_free (inspection.complaints, TRUE);
}

static void
add_tests (GtkApplication *application)
{
  g_test_add ("/contrast/every-label-of-every-step", VoletsHands, application, volets_hands_set_up,
              test_every_label_of_every_step, volets_hands_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  return volets_test_display_main (argc, argv, add_tests);
}
