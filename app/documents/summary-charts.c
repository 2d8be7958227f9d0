/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/summary-charts.h"

#include "documents/ceiling-chart.h"
#include "documents/chart-labels.h"
#include "documents/funding-chart.h"
#include "documents/sheet-drawing.h"
#include "documents/sheet-look.h"
#include "engine/french.h"
#include "engine/money.h"

#define PAPER 0xffffff

/* In points. */
#define FUNDING_HEIGHT 24.0
#define CEILING_HEIGHT 20.0

#define MOST_PARTS VOLETS_N_FUNDING_KINDS

/**
 * Chart:
 * @subsidy: what it shows
 * @volet: (nullable): which of its volets, or %NULL for who pays
 * @bar: what the parts of the bar are
 * @labels: what is written under each of them
 * @n_parts: how many there are
 * @ceiling: (nullable): what is written above the ceiling
 */
typedef struct {
  VoletsSubsidy           *subsidy;
  const VoletsVoletResult *volet;
  VoletsChartPart          bar[MOST_PARTS];
  VoletsChartLabel         labels[MOST_PARTS];
  guint                    n_parts;
  char                    *ceiling;
} Chart;

static const VoletsTextStyle CEILING_STYLE = { 9, TRUE, VOLETS_COLOUR_INK };

static Chart *
chart_new (const VoletsSubsidy *subsidy)
{
  Chart *self = g_new0 (Chart, 1);

  self->subsidy = volets_subsidy_ref ((VoletsSubsidy *) subsidy);
  return self;
}

static void
chart_free (gpointer data)
{
  Chart *self = data;

  for (guint i = 0; i < self->n_parts; i++)
    volets_chart_label_clear (&self->labels[i]);
  g_clear_pointer (&self->ceiling, g_free);
  g_clear_pointer (&self->subsidy, volets_subsidy_unref);
  g_free (self);
}

/* Writes under a part of the bar, but for one that is not drawn. */
static void
add_label (Chart                 *self,
           const VoletsChartPart *part,
           const char            *name,
           gint64                 whole)
{
  VoletsChartLabel *label = &self->labels[self->n_parts];
  g_autofree char *amount = NULL;
  g_autofree char *share = NULL;

  if (part->amount <= 0)
    return;

  amount = volets_money_format (part->amount);
  if (whole > 0)
    share = volets_rate_format (volets_money_ratio (part->amount, whole));
  self->bar[self->n_parts] = *part;
  label->name = volets_typesetter_clean (name);
  label->amount = volets_typesetter_clean (amount);
  label->share = share != NULL ? volets_typesetter_clean (share) : NULL;
  self->n_parts++;
}

static double
place (Chart            *self,
       VoletsTypesetter *typesetter,
       double            x,
       double            width,
       double           *height)
{
  volets_chart_bar_place (self->bar, self->n_parts, x, width);
  for (guint i = 0; i < self->n_parts; i++)
    self->labels[i].anchor = self->bar[i].x;

  return volets_chart_labels_place (typesetter, self->labels, self->n_parts, x, width, height);
}

static double
get_head_height (const Chart *self)
{
  return self->ceiling != NULL ? volets_typesetter_get_pitch (&CEILING_STYLE) + 1 : 0;
}

static double
measure (VoletsTypesetter *typesetter,
         double            width,
         gpointer          data)
{
  Chart *self = data;
  double labels;

  place (self, typesetter, 0, width, &labels);
  return get_head_height (self) + (self->volet != NULL ? CEILING_HEIGHT : FUNDING_HEIGHT) + labels;
}

/* Beside the mark, on the side where there is room. */
static void
draw_ceiling_text (Chart                   *self,
                   VoletsTypesetter        *typesetter,
                   cairo_t                 *cr,
                   const cairo_rectangle_t *box,
                   double                   ceiling)
{
  double width = volets_typesetter_measure (typesetter, &CEILING_STYLE, self->ceiling) + 1;
  cairo_rectangle_t line = { .x = MAX (box->x, ceiling - width), .y = box->y, .width = width };

  volets_typesetter_draw (typesetter, cr, &CEILING_STYLE, self->ceiling, VOLETS_ALIGN_END, &line,
                          0, 1);
}

static void
draw (VoletsTypesetter        *typesetter,
      cairo_t                 *cr,
      const cairo_rectangle_t *box,
      gpointer                 data)
{
  Chart *self = data;
  double labels, ceiling, scale = place (self, typesetter, box->x, box->width, &labels);
  cairo_rectangle_t bar = { box->x, box->y + get_head_height (self), box->width, FUNDING_HEIGHT };

  if (self->volet == NULL)
    {
      volets_chart_bar_draw (cr, &bar, self->bar, self->n_parts, VOLETS_COLOUR_INK, PAPER);
    }
  else
    {
      bar.height = CEILING_HEIGHT;
      ceiling = volets_ceiling_chart_draw (cr, &bar, self->volet, VOLETS_COLOUR_ACCENT, PAPER);
      if (self->ceiling != NULL)
        draw_ceiling_text (self, typesetter, cr, box, ceiling);
    }
  volets_chart_labels_draw (typesetter, cr, self->labels, self->n_parts, scale,
                            bar.y + bar.height);
}

static const VoletsSheetDrawingFuncs FUNCS = { measure, draw, chart_free };

/* « Qui paie : État, 38 250,00 € (68,92 %) ; part de la commune, 17 250,00 € (31,08 %). » */
static char *
describe (const Chart *self,
          const char  *what)
{
  GString *description = g_string_new (what);

  for (guint i = 0; i < self->n_parts; i++)
    {
      const VoletsChartLabel *label = &self->labels[i];

      g_string_append_printf (description, "%s %s, %s", i == 0 ? " :" : " ;", label->name,
                              label->amount);
      if (label->share != NULL)
        g_string_append_printf (description, " (%s)", label->share);
    }
  if (self->ceiling != NULL)
    g_string_append_printf (description, " ; %s", self->ceiling);
  g_string_append_c (description, '.');

  return g_string_free (description, FALSE);
}

/**
 * volets_summary_add_funding_chart:
 * @sheet: the summary
 * @subsidy: what was computed
 * @words: what the applicant is called
 *
 * Adds who pays what, or a sentence where there is nothing to pay.
 */
void
volets_summary_add_funding_chart (VoletsSheet               *sheet,
                                  const VoletsSubsidy       *subsidy,
                                  const VoletsAssemblyWords *words)
{
  Chart *self = chart_new (subsidy);
  g_autofree char *of_body = volets_french_of (words->body);
  g_autofree char *own = g_strdup_printf ("Part %s", of_body);
  const char *const names[VOLETS_N_FUNDING_KINDS] = {
    [VOLETS_FUNDING_STATE] = "État (demandé)",
    [VOLETS_FUNDING_PUBLIC] = "Autres financeurs publics",
    [VOLETS_FUNDING_PRIVATE] = "Financeurs privés",
    [VOLETS_FUNDING_OWN] = own,
  };
  VoletsFundingPart parts[VOLETS_N_FUNDING_KINDS];
  VoletsChartPart bar[VOLETS_N_FUNDING_KINDS];
  g_autofree char *alternative = NULL;

  volets_funding_parts_fill (parts, subsidy);
  volets_funding_chart_get_bar (parts, VOLETS_N_FUNDING_KINDS, &volets_funding_colours_print, bar);
  for (guint i = 0; i < VOLETS_N_FUNDING_KINDS; i++)
    add_label (self, &bar[i], names[i], subsidy->declared);

  if (self->n_parts == 0)
    {
      chart_free (self);
      volets_sheet_add_paragraph (sheet, "Aucune dépense n’est encore saisie.");
      return;
    }
  alternative = describe (self, "Qui paie");
  volets_sheet_add_drawing (sheet, &FUNCS, self, alternative);
}

/**
 * volets_summary_add_ceiling_chart:
 * @sheet: the summary
 * @subsidy: what was computed
 * @volet: which of its volets, from 0; one that gives a subsidy
 *
 * Adds the expense of a volet against its ceiling, where there is any of them.
 */
void
volets_summary_add_ceiling_chart (VoletsSheet         *sheet,
                                  const VoletsSubsidy *subsidy,
                                  guint                volet)
{
  static const char *const NAMES[VOLETS_N_CEILING_KINDS] = {
    [VOLETS_CEILING_RETAINED] = "Dépense retenue",
    [VOLETS_CEILING_HEADROOM] = "Encore finançable",
    [VOLETS_CEILING_BEYOND] = "Au-delà du plafond",
  };
  Chart *self = chart_new (subsidy);
  VoletsChartPart bar[VOLETS_N_CEILING_KINDS];
  g_autofree char *alternative = NULL;
  gint64 ceiling;

  self->volet = g_ptr_array_index (subsidy->volets, volet);
  volets_ceiling_chart_get_bar (self->volet, VOLETS_COLOUR_ACCENT, bar);
  for (guint i = 0; i < VOLETS_N_CEILING_KINDS; i++)
    add_label (self, &bar[i], NAMES[i], 0);
  if (self->n_parts == 0)
    {
      chart_free (self);
      return;
    }

  if (self->volet->headroom != VOLETS_UNSET
      && volets_money_add (self->volet->retained, self->volet->headroom, &ceiling, NULL))
    {
      g_autofree char *limit = volets_money_format (ceiling);
      g_autofree char *text = g_strdup_printf ("Plafond de dépense : %s", limit);

      self->ceiling = volets_typesetter_clean (text);
    }
  alternative = describe (self, self->volet->rule->title);
  volets_sheet_add_drawing (sheet, &FUNCS, self, alternative);
}
