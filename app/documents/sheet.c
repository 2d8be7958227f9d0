/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/sheet.h"
#include "documents/sheet-private.h"

#include "documents/sheet-drawing.h"
#include "documents/sheet-figures.h"
#include "documents/sheet-flow.h"
#include "documents/sheet-grid.h"
#include "documents/sheet-look.h"
#include "documents/sheet-margins.h"
#include "documents/sheet-table-private.h"

/* The most a term may take from its value, of the whole width. */
#define TERM_PART 0.42

struct _VoletsSheet {
  VoletsDocument      parent_instance;

  char               *overline;
  char               *subtitle;
  VoletsSheetMargins  margins;
  GPtrArray          *letterhead;
  GPtrArray          *blocks;
  GArray             *headings;
  GPtrArray          *heading_blocks;
  GPtrArray          *alternatives;   /* of the drawings, for those who do not see them */
  gboolean            breaks_page;
  gboolean            is_act;

  /* The layout, made when a page is asked for and thrown away when a block is added. */
  VoletsTypesetter   *typesetter;
  GPtrArray          *all_blocks;
  GPtrArray          *pages;
};

G_DEFINE_FINAL_TYPE (VoletsSheet, volets_sheet, VOLETS_TYPE_DOCUMENT)

static void
forget_layout (VoletsSheet *self)
{
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->all_blocks, g_ptr_array_unref);
}

static void
replace_text (VoletsSheet  *self,
              char        **text,
              const char   *new_text)
{
  g_free (*text);
  *text = new_text != NULL && *new_text != '\0' ? volets_typesetter_clean (new_text) : NULL;
  forget_layout (self);
}

/* Takes @block. */
static void
add_block (VoletsSheet      *self,
           VoletsSheetBlock *block)
{
  if (self->breaks_page)
    volets_sheet_block_start_page (block);
  self->breaks_page = FALSE;
  g_ptr_array_add (self->blocks, block);
  forget_layout (self);
}

static void
add_heading_block (VoletsSheet      *self,
                   guint             level,
                   const char       *text,
                   VoletsSheetBlock *block)
{
  VoletsDocumentHeading heading = { .level = level, .text = volets_typesetter_clean (text) };

  g_array_append_val (self->headings, heading);
  g_ptr_array_add (self->heading_blocks, block);
}

static void
clear_heading (gpointer data)
{
  VoletsDocumentHeading *heading = data;

  g_free ((char *) heading->text);
}

static GPtrArray *
collect_blocks (VoletsSheet *self)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->letterhead->len; i++)
    g_ptr_array_add (all, g_object_ref (g_ptr_array_index (self->letterhead, i)));
  if (self->overline != NULL)
    g_ptr_array_add (all, volets_sheet_grid_new_text (&volets_sheet_look_overline,
                                                      self->overline));
  g_ptr_array_add (all, g_object_ref (g_ptr_array_index (self->heading_blocks, 0)));
  if (self->subtitle != NULL)
    g_ptr_array_add (all, volets_sheet_grid_new_text (&volets_sheet_look_subtitle,
                                                      self->subtitle));
  for (guint i = 0; i < self->blocks->len; i++)
    g_ptr_array_add (all, g_object_ref (g_ptr_array_index (self->blocks, i)));

  return all;
}

/* The headings and the slices are in the same order. */
static void
find_headings (VoletsSheet *self)
{
  guint next = 0;

  for (guint i = 0; i < self->pages->len; i++)
    {
      GArray *page = g_ptr_array_index (self->pages, i);

      for (guint j = 0; j < page->len && next < self->headings->len; j++)
        {
          VoletsSheetSlice *slice = &g_array_index (page, VoletsSheetSlice, j);
          VoletsDocumentHeading *heading;

          if (!slice->opens || slice->block != g_ptr_array_index (self->heading_blocks, next))
            continue;
          heading = &g_array_index (self->headings, VoletsDocumentHeading, next++);
          heading->page = i;
          heading->y = slice->y;
        }
    }
}

static void
ensure_layout (VoletsSheet *self)
{
  if (self->pages != NULL)
    return;

  self->all_blocks = collect_blocks (self);
  for (guint i = 0; i < self->all_blocks->len; i++)
    volets_sheet_block_prepare (g_ptr_array_index (self->all_blocks, i), self->typesetter,
                                VOLETS_SHEET_WIDTH);
  self->pages = volets_sheet_flow (self->all_blocks, VOLETS_SHEET_TOP, VOLETS_SHEET_BOTTOM);
  find_headings (self);
}

static void
draw_ground (VoletsSheet *self,
             cairo_t     *cr,
             guint        number)
{
  GArray *page = g_ptr_array_index (self->pages, number);
  VoletsSheetFill fill = { .cr = cr };

  volets_sheet_margins_draw_ground (&self->margins, &fill, number);
  for (guint i = 0; i < page->len; i++)
    {
      VoletsSheetSlice *slice = &g_array_index (page, VoletsSheetSlice, i);

      volets_sheet_block_draw_ground (slice->block, &fill, VOLETS_SHEET_MARGIN, slice);
    }
  volets_sheet_fill_finish (&fill);
}

static guint
volets_sheet_get_n_pages (VoletsDocument *document)
{
  VoletsSheet *self = VOLETS_SHEET (document);

  ensure_layout (self);
  return self->pages->len;
}

static const VoletsDocumentHeading *
volets_sheet_get_headings (VoletsDocument *document,
                           guint          *n_headings)
{
  VoletsSheet *self = VOLETS_SHEET (document);

  ensure_layout (self);
  *n_headings = self->headings->len;
  return (const VoletsDocumentHeading *) (gpointer) self->headings->data;
}

static void
volets_sheet_draw_page (VoletsDocument *document,
                        cairo_t        *cr,
                        guint           number,
                        gboolean        tagged)
{
  VoletsSheet *self = VOLETS_SHEET (document);
  GArray *page;

  ensure_layout (self);
  page = g_ptr_array_index (self->pages, number);
  if (self->is_act)
    volets_typesetter_use_greys (cr);
  draw_ground (self, cr, number);
  volets_sheet_margins_draw (&self->margins, self->typesetter, cr, number, self->pages->len);
  for (guint i = 0; i < page->len; i++)
    {
      VoletsSheetSlice *slice = &g_array_index (page, VoletsSheetSlice, i);

      volets_sheet_block_draw (slice->block, self->typesetter, cr, VOLETS_SHEET_MARGIN, slice,
                               tagged);
    }
}

static void
volets_sheet_constructed (GObject *object)
{
  VoletsSheet *self = VOLETS_SHEET (object);
  const char *title = volets_document_get_title (VOLETS_DOCUMENT (self));

  G_OBJECT_CLASS (volets_sheet_parent_class)->constructed (object);

  add_heading_block (self, 1, title, volets_sheet_grid_new_text (&volets_sheet_look_title, title));
}

/* In the order of the blocks, which is that of the pages. */
static const char *const *
volets_sheet_get_alternatives (VoletsDocument *document)
{
  VoletsSheet *self = VOLETS_SHEET (document);

  g_ptr_array_set_size (self->alternatives, 0);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      VoletsSheetBlock *block = g_ptr_array_index (self->blocks, i);

      if (VOLETS_IS_SHEET_DRAWING (block))
        g_ptr_array_add (self->alternatives,
                         (char *) volets_sheet_drawing_get_alternative (
                           VOLETS_SHEET_DRAWING (block)));
    }
  g_ptr_array_add (self->alternatives, NULL);

  return (const char *const *) self->alternatives->pdata;
}

static gboolean
volets_sheet_has_fonts (VoletsDocument *document)
{
  return volets_typesetter_has_fonts (VOLETS_SHEET (document)->typesetter);
}

static void
volets_sheet_finalize (GObject *object)
{
  VoletsSheet *self = VOLETS_SHEET (object);

  forget_layout (self);
  g_clear_pointer (&self->overline, g_free);
  g_clear_pointer (&self->subtitle, g_free);
  volets_sheet_margins_clear (&self->margins);
  g_clear_pointer (&self->letterhead, g_ptr_array_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->headings, g_array_unref);
  g_clear_pointer (&self->heading_blocks, g_ptr_array_unref);
  g_clear_pointer (&self->alternatives, g_ptr_array_unref);
  g_clear_pointer (&self->typesetter, volets_typesetter_free);

  G_OBJECT_CLASS (volets_sheet_parent_class)->finalize (object);
}

static void
volets_sheet_class_init (VoletsSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  VoletsDocumentClass *document_class = VOLETS_DOCUMENT_CLASS (klass);

  object_class->constructed = volets_sheet_constructed;
  object_class->finalize = volets_sheet_finalize;

  document_class->get_n_pages = volets_sheet_get_n_pages;
  document_class->get_headings = volets_sheet_get_headings;
  document_class->get_alternatives = volets_sheet_get_alternatives;
  document_class->has_fonts = volets_sheet_has_fonts;
  document_class->draw_page = volets_sheet_draw_page;
}

static void
volets_sheet_init (VoletsSheet *self)
{
  self->typesetter = volets_typesetter_new ();
  self->letterhead = g_ptr_array_new_with_free_func (g_object_unref);
  self->blocks = g_ptr_array_new_with_free_func (g_object_unref);
  self->heading_blocks = g_ptr_array_new_with_free_func (g_object_unref);
  self->alternatives = g_ptr_array_new ();
  self->headings = g_array_new (FALSE, FALSE, sizeof (VoletsDocumentHeading));
  g_array_set_clear_func (self->headings, clear_heading);
}

/**
 * volets_sheet_new:
 * @title: what the paper is; its only heading of level 1
 *
 * Returns: (transfer full): a sheet with nothing but its title
 */
VoletsSheet *
volets_sheet_new (const char *title)
{
  return g_object_new (VOLETS_TYPE_SHEET, "title", title, NULL);
}

/**
 * volets_sheet_set_overline:
 * @self: a sheet
 * @text: (nullable): a few words above the title: whose paper it is
 */
void
volets_sheet_set_overline (VoletsSheet *self,
                           const char  *text)
{
  g_return_if_fail (VOLETS_IS_SHEET (self));

  replace_text (self, &self->overline, text);
}

/**
 * volets_sheet_set_subtitle:
 * @self: a sheet
 * @text: (nullable): a line below the title
 */
void
volets_sheet_set_subtitle (VoletsSheet *self,
                           const char  *text)
{
  g_return_if_fail (VOLETS_IS_SHEET (self));

  replace_text (self, &self->subtitle, text);
}

/**
 * volets_sheet_set_short_name:
 * @self: a sheet
 * @text: (nullable): what stands at the head of the second page and those after it, shortened
 *   where it does not fit on the line
 */
void
volets_sheet_set_short_name (VoletsSheet *self,
                             const char  *text)
{
  g_return_if_fail (VOLETS_IS_SHEET (self));

  replace_text (self, &self->margins.short_name, text);
}

/**
 * volets_sheet_set_footer:
 * @self: a sheet
 * @mark: (nullable): what stands at the left of the foot of every page: the fingerprint
 * @label: (nullable): what stands in the middle of it
 *
 * The number of the page is at the right in any case. A text longer than a third of the line is
 * shortened.
 */
void
volets_sheet_set_footer (VoletsSheet *self,
                         const char  *mark,
                         const char  *label)
{
  g_return_if_fail (VOLETS_IS_SHEET (self));

  replace_text (self, &self->margins.mark, mark);
  replace_text (self, &self->margins.label, label);
}

/**
 * volets_sheet_add_heading:
 * @self: a sheet
 * @level: 2 or 3
 * @text: what it says
 *
 * Adds a heading, which stays on the page of what follows it.
 */
void
volets_sheet_add_heading (VoletsSheet *self,
                          guint        level,
                          const char  *text)
{
  VoletsSheetBlock *block;

  g_return_if_fail (VOLETS_IS_SHEET (self));
  g_return_if_fail (level == 2 || level == 3);

  block = volets_sheet_grid_new_text (level == 3 ? &volets_sheet_look_heading3
                                      : self->is_act ? &volets_sheet_look_act_heading
                                                     : &volets_sheet_look_heading2, text);
  add_heading_block (self, level, text, g_object_ref (block));
  add_block (self, block);
}

/**
 * volets_sheet_add_paragraph:
 * @self: a sheet
 * @text: what it says; a line feed begins a new line
 */
void
volets_sheet_add_paragraph (VoletsSheet *self,
                            const char  *text)
{
  g_return_if_fail (VOLETS_IS_SHEET (self));

  add_block (self, volets_sheet_grid_new_text (&volets_sheet_look_paragraph, text));
}

/**
 * volets_sheet_add_note:
 * @self: a sheet
 * @text: what it says, in small letters
 */
void
volets_sheet_add_note (VoletsSheet *self,
                       const char  *text)
{
  g_return_if_fail (VOLETS_IS_SHEET (self));

  add_block (self, volets_sheet_grid_new_text (&volets_sheet_look_note, text));
}

/**
 * volets_sheet_add_list:
 * @self: a sheet
 * @items: (array zero-terminated=1): what stands behind the bullets
 */
void
volets_sheet_add_list (VoletsSheet       *self,
                       const char *const *items)
{
  VoletsSheetGrid *grid;

  g_return_if_fail (VOLETS_IS_SHEET (self));

  grid = volets_sheet_grid_new (&volets_sheet_look_list);
  volets_sheet_grid_add_column (grid, VOLETS_ALIGN_START, 0, 0);
  volets_sheet_grid_add_column (grid, VOLETS_ALIGN_START, 1, 0);
  for (; *items != NULL; items++)
    volets_sheet_grid_add_row (grid, VOLETS_SHEET_ROW_BODY, (const char *[]) { "•", *items, NULL });
  add_block (self, VOLETS_SHEET_BLOCK (grid));
}

static VoletsSheetBlock *
create_terms (const char *const *terms,
              const char *const *values)
{
  VoletsSheetGrid *grid = volets_sheet_grid_new (&volets_sheet_look_terms);

  volets_sheet_grid_add_column (grid, VOLETS_ALIGN_START, 0, TERM_PART);
  volets_sheet_grid_add_column (grid, VOLETS_ALIGN_START, 1, 0);
  for (; *terms != NULL; terms++, values++)
    volets_sheet_grid_add_row (grid, VOLETS_SHEET_ROW_BODY,
                               (const char *[]) { *terms, *values, NULL });

  return VOLETS_SHEET_BLOCK (grid);
}

/**
 * volets_sheet_add_figures:
 * @self: a sheet
 * @captions: (array zero-terminated=1): two to four captions
 * @values: (array zero-terminated=1): as many amounts, the first set in large figures
 */
void
volets_sheet_add_figures (VoletsSheet       *self,
                          const char *const *captions,
                          const char *const *values)
{
  guint n_figures = g_strv_length ((GStrv) captions);

  g_return_if_fail (VOLETS_IS_SHEET (self));
  g_return_if_fail (n_figures >= 2 && n_figures <= 4);
  g_return_if_fail (g_strv_length ((GStrv) values) == n_figures);

  add_block (self, volets_sheet_figures_new (create_terms (captions, values), captions, values));
}

/**
 * volets_sheet_add_terms:
 * @self: a sheet
 * @terms: (array zero-terminated=1): labels, on the left
 * @values: (array zero-terminated=1): as many texts, on the right
 */
void
volets_sheet_add_terms (VoletsSheet       *self,
                        const char *const *terms,
                        const char *const *values)
{
  g_return_if_fail (VOLETS_IS_SHEET (self));
  g_return_if_fail (g_strv_length ((GStrv) terms) == g_strv_length ((GStrv) values));

  add_block (self, create_terms (terms, values));
}

/**
 * volets_sheet_add_table:
 * @self: a sheet
 * @table: (transfer none): a table that is complete and in no other sheet
 */
void
volets_sheet_add_table (VoletsSheet      *self,
                        VoletsSheetTable *table)
{
  VoletsSheetBlock *block;

  g_return_if_fail (VOLETS_IS_SHEET (self));
  g_return_if_fail (VOLETS_IS_SHEET_TABLE (table));

  block = volets_sheet_table_get_block (table);
  if (self->is_act)
    volets_sheet_grid_set_look (VOLETS_SHEET_GRID (block), &volets_sheet_look_act_table);
  add_block (self, g_object_ref (block));
}

/**
 * volets_sheet_add_page_break:
 * @self: a sheet
 *
 * Has what is added next begin a page. Where nothing is added next there is no empty page.
 */
void
volets_sheet_add_page_break (VoletsSheet *self)
{
  g_return_if_fail (VOLETS_IS_SHEET (self));

  self->breaks_page = TRUE;
}

/**
 * volets_sheet_keep_with_next:
 * @self: a sheet with something on it
 *
 * Has what was added last stay on the page of what is added next: a signature is not to stand on a
 * page without what is signed.
 */
void
volets_sheet_keep_with_next (VoletsSheet *self)
{
  g_return_if_fail (VOLETS_IS_SHEET (self));
  g_return_if_fail (self->blocks->len > 0);

  volets_sheet_block_keep_next (g_ptr_array_index (self->blocks, self->blocks->len - 1));
  forget_layout (self);
}

/**
 * volets_sheet_take_block:
 * @self: a sheet
 * @block: (transfer full): what to add
 */
void
volets_sheet_take_block (VoletsSheet      *self,
                         VoletsSheetBlock *block)
{
  g_return_if_fail (VOLETS_IS_SHEET (self));

  add_block (self, block);
}

/**
 * volets_sheet_take_letterhead:
 * @self: a sheet
 * @letterhead: (transfer full) (element-type VoletsSheetBlock): what stands above the title
 * @title: (transfer full): the title, drawn in another way
 *
 * Makes an official paper of @self: its letterhead, and no colours.
 */
void
volets_sheet_take_letterhead (VoletsSheet      *self,
                              GPtrArray        *letterhead,
                              VoletsSheetBlock *title)
{
  g_return_if_fail (VOLETS_IS_SHEET (self));

  g_ptr_array_unref (self->letterhead);
  self->letterhead = letterhead;
  g_object_unref (g_ptr_array_index (self->heading_blocks, 0));
  g_ptr_array_index (self->heading_blocks, 0) = title;
  self->is_act = TRUE;
  forget_layout (self);
}

/**
 * volets_sheet_get_blocks:
 * @self: a sheet
 *
 * Returns: (transfer none) (element-type VoletsSheetBlock): all that is on @self, laid out, in
 *   reading order; until something is added to it
 */
GPtrArray *
volets_sheet_get_blocks (VoletsSheet *self)
{
  g_return_val_if_fail (VOLETS_IS_SHEET (self), NULL);

  ensure_layout (self);
  return self->all_blocks;
}

/* Returns: (transfer none) (nullable): what stands at the head of all pages but the first */
const char *
volets_sheet_get_short_name (VoletsSheet *self)
{
  g_return_val_if_fail (VOLETS_IS_SHEET (self), NULL);

  return self->margins.short_name;
}

/* Returns: (transfer none) (nullable): what stands at the left of the foot of every page */
const char *
volets_sheet_get_mark (VoletsSheet *self)
{
  g_return_val_if_fail (VOLETS_IS_SHEET (self), NULL);

  return self->margins.mark;
}

/* Returns: (transfer none) (nullable): what stands in the middle of it */
const char *
volets_sheet_get_label (VoletsSheet *self)
{
  g_return_val_if_fail (VOLETS_IS_SHEET (self), NULL);

  return self->margins.label;
}
