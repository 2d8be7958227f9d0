/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "documents/funding-chart.h"

#define WIDTH 400
#define HEIGHT 24
#define PAPER 0xffffff

/* One ink for each kind, which nothing but its hatching is drawn with. */
static const VoletsFundingColours COLOURS = {
  .inks = { 0x0000ff, 0xff00ff, 0xff0000, 0x000000 },
  .paper = PAPER,
};

static const VoletsFundingColours BLACK = { .inks = { 0 }, .paper = PAPER };

static cairo_surface_t *
draw (const gint64               *amounts,
      const VoletsFundingColours *colours)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  VoletsFundingPart parts[VOLETS_N_FUNDING_KINDS];

  for (guint i = 0; i < VOLETS_N_FUNDING_KINDS; i++)
    parts[i] = (VoletsFundingPart) { (VoletsFundingKind) i, amounts[i] };
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  volets_funding_chart_draw (cr, 0, 0, WIDTH, HEIGHT, parts, G_N_ELEMENTS (parts), colours);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface,
           guint            x,
           guint            y)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  guint32 pixel;

  memcpy (&pixel, data + y * cairo_image_surface_get_stride (surface) + x * sizeof pixel,
          sizeof pixel);

  return pixel & 0xffffff;
}

/* How many columns have at least one pixel of @ink. */
static guint
count_columns (cairo_surface_t *surface,
               guint32          ink)
{
  guint n_columns = 0;

  for (guint x = 0; x < WIDTH; x++)
    {
      for (guint y = 0; y < HEIGHT; y++)
        {
          if (get_pixel (surface, x, y) == ink)
            {
              n_columns++;
              break;
            }
        }
    }

  return n_columns;
}

/* How black the bar is between two columns, per cent. */
static guint
measure_darkness (cairo_surface_t *surface,
                  guint            from,
                  guint            end)
{
  guint darkness = 0;

  for (guint x = from; x < end; x++)
    {
      for (guint y = 2; y < HEIGHT - 2; y++)
        darkness += 0xff - (get_pixel (surface, x, y) & 0xff);
    }

  return darkness * 100 / 0xff / ((end - from) * (HEIGHT - 4));
}

static void
test_as_wide_as_it_pays (void)
{
  const gint64 amounts[] = { 3825000, 0, 0, 1725000 };
  cairo_surface_t *surface = draw (amounts, &COLOURS);
  guint state = count_columns (surface, COLOURS.inks[VOLETS_FUNDING_STATE]);
  guint own = count_columns (surface, COLOURS.inks[VOLETS_FUNDING_OWN]);

  g_assert_cmpuint (state, >=, WIDTH * 68 / 100);
  g_assert_cmpuint (state, <=, WIDTH * 70 / 100);
  g_assert_cmpuint (own, >=, WIDTH * 29 / 100);
  g_assert_cmpuint (own, <=, WIDTH * 32 / 100);
  cairo_surface_destroy (surface);
}

static void
test_what_hardly_pays_is_seen (void)
{
  const gint64 amounts[] = { G_MAXINT64 / 2, 1, 1, G_MAXINT64 / 2 };
  cairo_surface_t *surface = draw (amounts, &COLOURS);

  for (guint i = 0; i < VOLETS_N_FUNDING_KINDS; i++)
    g_assert_cmpuint (count_columns (surface, COLOURS.inks[i]), >, 0);
  cairo_surface_destroy (surface);
}

static void
test_what_pays_nothing_is_not_drawn (void)
{
  const gint64 amounts[] = { 100, 0, 50, -200 };
  cairo_surface_t *surface = draw (amounts, &COLOURS);

  g_assert_cmpuint (count_columns (surface, COLOURS.inks[VOLETS_FUNDING_PUBLIC]), ==, 0);
  g_assert_cmpuint (count_columns (surface, COLOURS.inks[VOLETS_FUNDING_OWN]), ==, 0);
  cairo_surface_destroy (surface);
}

static void
test_nobody_pays (void)
{
  const gint64 amounts[] = { 0, 0, 0, 0 };
  cairo_surface_t *surface = draw (amounts, &COLOURS);

  g_assert_cmpuint (get_pixel (surface, WIDTH / 2, HEIGHT / 2), ==, PAPER);
  g_assert_cmpuint (get_pixel (surface, WIDTH / 2, 0), ==, COLOURS.inks[VOLETS_FUNDING_OWN]);
  cairo_surface_destroy (surface);
}

/* A copy in black and white has to tell four parts from each other. */
static void
test_hatchings_without_colours (void)
{
  const gint64 amounts[] = { 100, 100, 100, 100 };
  cairo_surface_t *surface = draw (amounts, &BLACK);
  guint darkness[VOLETS_N_FUNDING_KINDS];

  for (guint i = 0; i < VOLETS_N_FUNDING_KINDS; i++)
    darkness[i] = measure_darkness (surface, i * WIDTH / 4 + 10, (i + 1) * WIDTH / 4 - 10);

  g_assert_cmpuint (darkness[VOLETS_FUNDING_STATE], ==, 100);
  g_assert_cmpuint (darkness[VOLETS_FUNDING_OWN], ==, 0);
  g_assert_cmpuint (darkness[VOLETS_FUNDING_PUBLIC], <, 70);
  g_assert_cmpuint (darkness[VOLETS_FUNDING_PRIVATE], >, 10);
  cairo_surface_destroy (surface);
}

static void
test_parts_of_a_subsidy (void)
{
  const VoletsSubsidy subsidy = {
    .declared = 5550000,
    .amount = 3825000,
    .public_funders = 600000,
    .private_funders = 150000,
    .own_share = 975000,
  };
  VoletsFundingPart parts[VOLETS_N_FUNDING_KINDS];
  gint64 total = 0;

  volets_funding_parts_fill (parts, &subsidy);
  for (guint i = 0; i < VOLETS_N_FUNDING_KINDS; i++)
    {
      g_assert_cmpint (parts[i].kind, ==, i);
      total += parts[i].amount;
    }
  g_assert_cmpint (parts[VOLETS_FUNDING_STATE].amount, ==, 3825000);
  g_assert_cmpint (parts[VOLETS_FUNDING_OWN].amount, ==, 975000);
  g_assert_cmpint (total, ==, subsidy.declared);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/funding-chart/as-wide-as-it-pays", test_as_wide_as_it_pays);
  g_test_add_func ("/funding-chart/what-hardly-pays-is-seen", test_what_hardly_pays_is_seen);
  g_test_add_func ("/funding-chart/what-pays-nothing-is-not-drawn",
                   test_what_pays_nothing_is_not_drawn);
  g_test_add_func ("/funding-chart/nobody-pays", test_nobody_pays);
  g_test_add_func ("/funding-chart/hatchings-without-colours", test_hatchings_without_colours);
  g_test_add_func ("/funding-chart/parts-of-a-subsidy", test_parts_of_a_subsidy);

  return g_test_run ();
}
