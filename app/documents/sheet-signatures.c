/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/sheet-signatures.h"

#include "documents/sheet-look.h"

#define GAP 14.0
#define PADDING_X 8.0
#define PADDING_Y 7.0
#define BORDER 0.6
#define MOST_BOXES 3
#define MOST_PART 0.5

/* For a signature and a stamp beside it, of 22 mm. */
#define ROOM 62.0

/* Roles and names of more lines are set as terms and values. */
#define MOST_LINES 6

struct _VoletsSheetSignatures {
  VoletsSheetBlock   parent_instance;

  VoletsSheetBlock  *fallback;
  char             **roles;
  char             **names;
  guint              n_boxes;

  /* Known once the block is prepared. */
  double             box_width;
  guint              role_lines;
  guint              name_lines;
};

G_DEFINE_FINAL_TYPE (VoletsSheetSignatures, volets_sheet_signatures, VOLETS_TYPE_SHEET_BLOCK)

static const VoletsTextStyle ROLE_STYLE = { 10, TRUE, VOLETS_COLOUR_INK };
static const VoletsTextStyle NAME_STYLE = { 10, FALSE, VOLETS_COLOUR_INK };

static double
get_text_width (VoletsSheetSignatures *self)
{
  return self->box_width - 2 * PADDING_X;
}

static guint
count_most_lines (VoletsSheetSignatures *self,
                  VoletsTypesetter      *typesetter,
                  const VoletsTextStyle *style,
                  char                 **texts)
{
  guint most = 1;

  for (guint i = 0; i < self->n_boxes; i++)
    most = MAX (most, volets_typesetter_count_lines (typesetter, style, texts[i],
                                                     get_text_width (self)));

  return most;
}

static void
volets_sheet_signatures_prepare (VoletsSheetBlock *block,
                                 VoletsTypesetter *typesetter,
                                 double            width)
{
  VoletsSheetSignatures *self = VOLETS_SHEET_SIGNATURES (block);

  self->box_width = MIN ((width - GAP * (self->n_boxes - 1)) / self->n_boxes, width * MOST_PART);
  self->role_lines = count_most_lines (self, typesetter, &ROLE_STYLE, self->roles);
  self->name_lines = count_most_lines (self, typesetter, &NAME_STYLE, self->names);
  volets_sheet_block_prepare (self->fallback, typesetter, width);
}

static void
volets_sheet_signatures_append_slices (VoletsSheetBlock *block,
                                       GArray           *slices)
{
  VoletsSheetSignatures *self = VOLETS_SHEET_SIGNATURES (block);
  VoletsSheetSlice slice = {
    .block = block,
    .n_lines = 1,
    .height = 2 * PADDING_Y + ROOM
              + self->role_lines * volets_typesetter_get_pitch (&ROLE_STYLE)
              + self->name_lines * volets_typesetter_get_pitch (&NAME_STYLE),
    .before = 8,
    .after = 10,
  };

  if (self->role_lines + self->name_lines > MOST_LINES)
    volets_sheet_block_append_slices (self->fallback, slices);
  else
    g_array_append_val (slices, slice);
}

static const char *
volets_sheet_signatures_get_tag (VoletsSheetBlock       *block,
                                 const VoletsSheetSlice *slice)
{
  return "L";
}

static void
draw_text (VoletsTypesetter        *typesetter,
           cairo_t                 *cr,
           const VoletsTextStyle   *style,
           const char              *text,
           const cairo_rectangle_t *box,
           const char              *tag,
           gboolean                 tagged)
{
  volets_sheet_block_begin_tag (cr, tag, tagged);
  volets_typesetter_draw (typesetter, cr, style, text, VOLETS_ALIGN_START, box, 0, MOST_LINES);
  volets_sheet_block_end_tag (cr, tag, tagged);
}

static void
draw_border (cairo_t *cr,
             double   x,
             double   y,
             double   width,
             double   height)
{
  volets_sheet_look_fill (cr, VOLETS_COLOUR_MUTED, x, y, width, BORDER);
  volets_sheet_look_fill (cr, VOLETS_COLOUR_MUTED, x, y + height - BORDER, width, BORDER);
  volets_sheet_look_fill (cr, VOLETS_COLOUR_MUTED, x, y, BORDER, height);
  volets_sheet_look_fill (cr, VOLETS_COLOUR_MUTED, x + width - BORDER, y, BORDER, height);
}

static void
volets_sheet_signatures_draw_slice (VoletsSheetBlock       *block,
                                    VoletsTypesetter       *typesetter,
                                    cairo_t                *cr,
                                    double                  x,
                                    const VoletsSheetSlice *slice,
                                    gboolean                tagged)
{
  VoletsSheetSignatures *self = VOLETS_SHEET_SIGNATURES (block);

  for (guint i = 0; i < self->n_boxes; i++, x += self->box_width + GAP)
    {
      cairo_rectangle_t role = {
        .x = x + PADDING_X,
        .y = slice->y + PADDING_Y,
        .width = get_text_width (self),
      };
      cairo_rectangle_t name = role;

      name.y += self->role_lines * volets_typesetter_get_pitch (&ROLE_STYLE);
      draw_border (cr, x, slice->y, self->box_width, slice->height);
      volets_sheet_block_begin_tag (cr, "LI", tagged);
      draw_text (typesetter, cr, &ROLE_STYLE, self->roles[i], &role, "Lbl", tagged);
      draw_text (typesetter, cr, &NAME_STYLE, self->names[i], &name, "LBody", tagged);
      volets_sheet_block_end_tag (cr, "LI", tagged);
    }
}

static void
volets_sheet_signatures_finalize (GObject *object)
{
  VoletsSheetSignatures *self = VOLETS_SHEET_SIGNATURES (object);

  g_clear_object (&self->fallback);
  g_clear_pointer (&self->roles, g_strfreev);
  g_clear_pointer (&self->names, g_strfreev);

  G_OBJECT_CLASS (volets_sheet_signatures_parent_class)->finalize (object);
}

static void
volets_sheet_signatures_class_init (VoletsSheetSignaturesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  VoletsSheetBlockClass *block_class = VOLETS_SHEET_BLOCK_CLASS (klass);

  object_class->finalize = volets_sheet_signatures_finalize;

  block_class->prepare = volets_sheet_signatures_prepare;
  block_class->append_slices = volets_sheet_signatures_append_slices;
  block_class->get_tag = volets_sheet_signatures_get_tag;
  block_class->draw_slice = volets_sheet_signatures_draw_slice;
}

static void
volets_sheet_signatures_init (VoletsSheetSignatures *self)
{
}

static char **
clean (const char *const *texts)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (; *texts != NULL; texts++)
    {
      g_autofree char *text = volets_typesetter_clean (*texts);

      g_strv_builder_add (builder, text);
    }

  return g_strv_builder_end (builder);
}

/**
 * volets_sheet_signatures_new:
 * @fallback: (transfer full): the same in rows, for where the texts are too long for boxes
 * @roles: (array zero-terminated=1): one to three roles
 * @names: (array zero-terminated=1): as many names, "" for one to be written by hand
 *
 * Returns: (transfer full): a row of boxes
 */
VoletsSheetBlock *
volets_sheet_signatures_new (VoletsSheetBlock  *fallback,
                             const char *const *roles,
                             const char *const *names)
{
  VoletsSheetSignatures *self = g_object_new (VOLETS_TYPE_SHEET_SIGNATURES, NULL);

  self->fallback = fallback;
  self->n_boxes = g_strv_length ((GStrv) roles);
  self->roles = clean (roles);
  self->names = clean (names);
  g_assert (self->n_boxes > 0 && self->n_boxes <= MOST_BOXES);

  return VOLETS_SHEET_BLOCK (self);
}

/**
 * volets_sheet_signatures_get_roles:
 * @self: a row of boxes
 *
 * Returns: (transfer none) (array zero-terminated=1): the roles of those who sign
 */
const char *const *
volets_sheet_signatures_get_roles (VoletsSheetSignatures *self)
{
  g_return_val_if_fail (VOLETS_IS_SHEET_SIGNATURES (self), NULL);

  return (const char *const *) self->roles;
}

/**
 * volets_sheet_signatures_get_names:
 * @self: a row of boxes
 *
 * Returns: (transfer none) (array zero-terminated=1): their names, "" for those not known
 */
const char *const *
volets_sheet_signatures_get_names (VoletsSheetSignatures *self)
{
  g_return_val_if_fail (VOLETS_IS_SHEET_SIGNATURES (self), NULL);

  return (const char *const *) self->names;
}
