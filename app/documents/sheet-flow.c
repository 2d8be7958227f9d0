/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/sheet-flow.h"

/* Sums of the same heights in another order differ by less, in points. */
#define EPSILON 0.001

typedef struct {
  GPtrArray *pages;
  GArray    *page;
  double     top;
  double     bottom;
  double     y;
} Flow;

static VoletsSheetSlice *
get_last (Flow *flow)
{
  if (flow->page->len == 0)
    return NULL;
  return &g_array_index (flow->page, VoletsSheetSlice, flow->page->len - 1);
}

static void
start_page (Flow *flow)
{
  flow->page = g_array_new (FALSE, FALSE, sizeof (VoletsSheetSlice));
  g_ptr_array_add (flow->pages, flow->page);
  flow->y = flow->top;
}

static double
get_head_height (const VoletsSheetSlice *slice)
{
  return slice->wants_head ? volets_sheet_block_get_head_height (slice->block) : 0;
}

/* What has to be free above a slice; at the top of a page that is where a repeated head goes. */
static double
get_gap (const VoletsSheetSlice *previous,
         const VoletsSheetSlice *slice)
{
  if (previous != NULL)
    return MAX (previous->after, slice->before);
  return get_head_height (slice) + slice->lead;
}

/* The lines of one row on one page are drawn at once. */
static gboolean
extend (VoletsSheetSlice       *previous,
        const VoletsSheetSlice *slice)
{
  if (previous == NULL || previous->block != slice->block || previous->row != slice->row)
    return FALSE;

  previous->n_lines += slice->n_lines;
  previous->height += slice->height;
  previous->after = slice->after;
  previous->closes = slice->closes;
  return TRUE;
}

static void
place (Flow                   *flow,
       const VoletsSheetSlice *slice)
{
  VoletsSheetSlice *previous = get_last (flow);
  double gap = get_gap (previous, slice);
  VoletsSheetSlice placed = *slice;

  if (previous != NULL
      && (slice->new_page || flow->y + gap + slice->height > flow->bottom + EPSILON))
    {
      start_page (flow);
      previous = NULL;
      gap = get_gap (NULL, slice);
    }

  placed.y = flow->y + gap;
  placed.has_head = previous == NULL && get_head_height (slice) > 0;
  flow->y = placed.y + placed.height;
  if (!extend (previous, slice))
    g_array_append_val (flow->page, placed);
}

static guint
find_group_end (GArray *slices,
                guint   start)
{
  guint end = start + 1;

  while (end < slices->len
         && g_array_index (slices, VoletsSheetSlice, end - 1).keep_next
         && !g_array_index (slices, VoletsSheetSlice, end).new_page)
    end++;

  return end;
}

static double
get_group_height (GArray           *slices,
                  guint             start,
                  guint             end,
                  VoletsSheetSlice *previous)
{
  double height = 0;

  for (guint i = start; i < end; i++)
    {
      VoletsSheetSlice *slice = &g_array_index (slices, VoletsSheetSlice, i);

      height += get_gap (previous, slice) + slice->height;
      previous = slice;
    }

  return height;
}

/**
 * volets_sheet_flow:
 * @blocks: (element-type VoletsSheetBlock): prepared blocks
 * @top: where a page begins, in points
 * @bottom: where a page ends, in points
 *
 * Shares @blocks out over pages. Slices that are kept with the next go together to a page that
 * has room for all of them; where no page has, they are shared out one by one.
 *
 * Returns: (transfer full) (element-type GArray): for each page an array of VoletsSheetSlice in
 *   reading order, with their places
 */
GPtrArray *
volets_sheet_flow (GPtrArray *blocks,
                   double     top,
                   double     bottom)
{
  g_autoptr (GArray) slices = g_array_new (FALSE, FALSE, sizeof (VoletsSheetSlice));
  Flow flow = {
    .pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref),
    .top = top,
    .bottom = bottom,
  };
  guint end;

  for (guint i = 0; i < blocks->len; i++)
    volets_sheet_block_append_slices (g_ptr_array_index (blocks, i), slices);

  start_page (&flow);
  for (guint start = 0; start < slices->len; start = end)
    {
      end = find_group_end (slices, start);
      if (get_last (&flow) != NULL
          && flow.y + get_group_height (slices, start, end, get_last (&flow)) > bottom + EPSILON
          && top + get_group_height (slices, start, end, NULL) <= bottom + EPSILON)
        start_page (&flow);
      for (guint i = start; i < end; i++)
        place (&flow, &g_array_index (slices, VoletsSheetSlice, i));
    }

  return flow.pages;
}
