/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/pdf-structure.h"

/* What matters of the type of an element. */
typedef enum {
  TYPE_TABLE,
  TYPE_ROW,
  TYPE_HEADER,
  TYPE_FIGURE,
  TYPE_OTHER,
} Type;

typedef struct {
  qpdf_oh object;
  Type    type;
} Element;

typedef struct {
  guint    n_cells;
  Element  last_cell;
  gboolean is_head;
} Row;

typedef struct {
  qpdf_data          pdf;
  VoletsPdfWriter   *writer;
  const char *const *alternatives;
  GHashTable        *strays;
} Walk;

static Type
get_type (Walk    *self,
          qpdf_oh  element)
{
  static const char *const NAMES[] = {
    [TYPE_TABLE] = "/Table", [TYPE_ROW] = "/TR", [TYPE_HEADER] = "/TH", [TYPE_FIGURE] = "/Figure",
  };
  Type type = TYPE_OTHER;
  const char *text;
  size_t length;
  qpdf_oh name = qpdf_oh_get_key (self->pdf, element, "/S");

  if (qpdf_oh_get_value_as_name (self->pdf, name, &text, &length))
    {
      for (type = TYPE_TABLE; type < TYPE_OTHER; type++)
        {
          if (g_str_equal (NAMES[type], text))
            break;
        }
    }
  qpdf_oh_release (self->pdf, name);

  return type;
}

/* Elements have numbers, and the contents of pages have none. */
static gboolean
is_element (Walk    *self,
            qpdf_oh  child)
{
  return qpdf_oh_is_indirect (self->pdf, child);
}

static void
add_stray (Walk    *self,
           qpdf_oh  element,
           qpdf_oh  content)
{
  gboolean is_reference = qpdf_oh_is_dictionary (self->pdf, content);
  qpdf_oh holder = is_reference && qpdf_oh_has_key (self->pdf, content, "/Pg") ? content : element;
  qpdf_oh page = qpdf_oh_get_key (self->pdf, holder, "/Pg");
  qpdf_oh key = qpdf_oh_get_key (self->pdf, page, "/StructParents");
  qpdf_oh number = is_reference ? qpdf_oh_get_key (self->pdf, content, "/MCID") : content;
  gpointer parents = GINT_TO_POINTER (qpdf_oh_get_int_value_as_int (self->pdf, key));
  GHashTable *numbers = g_hash_table_lookup (self->strays, parents);

  if (numbers == NULL)
    {
      numbers = g_hash_table_new (NULL, NULL);
      g_hash_table_insert (self->strays, parents, numbers);
    }
  g_hash_table_add (numbers,
                    GINT_TO_POINTER (qpdf_oh_get_int_value_as_int (self->pdf, number)));
}

static void
remove_strays (Walk    *self,
               qpdf_oh  element,
               qpdf_oh  children)
{
  for (int i = qpdf_oh_get_array_n_items (self->pdf, children) - 1; i >= 0; i--)
    {
      qpdf_oh child = qpdf_oh_get_array_item (self->pdf, children, i);

      if (!is_element (self, child))
        {
          add_stray (self, element, child);
          qpdf_oh_erase_item (self->pdf, children, i);
        }
      qpdf_oh_release (self->pdf, child);
    }
}

/* Returns: (element-type qpdf_oh): the elements in @element. One that holds any holds nothing
 * else: from 1.18 on, Cairo gives it what is drawn between them, rules and the feet of pages,
 * which 1.16 gives to none.
 */
static GArray *
take_elements (Walk    *self,
               qpdf_oh  element)
{
  GArray *elements = g_array_new (FALSE, FALSE, sizeof (qpdf_oh));
  qpdf_oh children = qpdf_oh_get_key (self->pdf, element, "/K");
  gboolean is_array = qpdf_oh_is_array (self->pdf, children);
  int n_children = is_array ? qpdf_oh_get_array_n_items (self->pdf, children) : 1;

  for (int i = 0; i < n_children; i++)
    {
      qpdf_oh child = is_array ? qpdf_oh_get_array_item (self->pdf, children, i) : children;

      if (is_element (self, child))
        g_array_append_val (elements, child);
      else if (is_array)
        qpdf_oh_release (self->pdf, child);
    }
  if (elements->len > 0 && (int) elements->len < n_children)
    remove_strays (self, element, children);
  if (is_array || elements->len == 0)
    qpdf_oh_release (self->pdf, children);

  return elements;
}

/* Nothing of the element is in memory any more. */
static void
write_out (Walk    *self,
           Element  element)
{
  volets_pdf_writer_write (self->writer, element.object);
  qpdf_oh_release (self->pdf, element.object);
}

static void
describe_cell (Walk    *self,
               Element  cell,
               gboolean is_in_head,
               guint    n_columns)
{
  const char *scope = is_in_head ? " /Scope /Column" : " /Scope /Row";
  g_autofree char *span = n_columns > 1 ? g_strdup_printf (" /ColSpan %u", n_columns)
                                        : g_strdup ("");
  g_autofree char *attributes = g_strdup_printf ("<< /O /Table%s%s >>",
                                                 cell.type == TYPE_HEADER ? scope : "", span);

  qpdf_oh parsed = qpdf_oh_parse (self->pdf, attributes);

  qpdf_oh_replace_key (self->pdf, cell.object, "/A", parsed);
  qpdf_oh_release (self->pdf, parsed);
}

/* Says of each header which cells it is the header of. The last cell is for the table still. */
static void
describe_row (Walk   *self,
              GArray *cells,
              GArray *rows)
{
  Row row = { .n_cells = cells->len, .is_head = TRUE };

  for (guint i = 0; i < cells->len; i++)
    {
      row.last_cell = g_array_index (cells, Element, i);
      row.is_head &= row.last_cell.type == TYPE_HEADER;
    }
  for (guint i = 0; i < cells->len; i++)
    {
      Element cell = g_array_index (cells, Element, i);

      if (cell.type == TYPE_HEADER)
        describe_cell (self, cell, row.is_head, 1);
      if (i + 1 < cells->len)
        write_out (self, cell);
    }

  if (cells->len > 0)
    g_array_append_val (rows, row);
}

/* The last cell of a row is as wide as the cells it has fewer than others. */
static void
describe_table (Walk   *self,
                GArray *rows)
{
  guint n_columns = 0;

  for (guint i = 0; i < rows->len; i++)
    n_columns = MAX (n_columns, g_array_index (rows, Row, i).n_cells);
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      if (row->n_cells < n_columns)
        describe_cell (self, row->last_cell, row->is_head, n_columns - row->n_cells + 1);
      write_out (self, row->last_cell);
    }
}

static void
describe_figure (Walk    *self,
                 qpdf_oh  figure)
{
  g_return_if_fail (*self->alternatives != NULL);

  qpdf_oh_replace_key (self->pdf, figure, "/Alt",
                       qpdf_oh_new_unicode_string (self->pdf, *self->alternatives));
  self->alternatives++;
}

/* Writes what is in @object, one element after the other: a long paper has a hundred thousand.
 *
 * @rows: (nullable) (element-type Row): where those of the table around @object go
 */
static Element
visit (Walk    *self,
       qpdf_oh  object,
       GArray  *rows)
{
  Element element = { object, get_type (self, object) };
  g_autoptr (GArray) children = take_elements (self, object);
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (Element));
  g_autoptr (GArray) own_rows = NULL;

  if (element.type == TYPE_TABLE)
    rows = own_rows = g_array_new (FALSE, FALSE, sizeof (Row));
  for (guint i = 0; i < children->len; i++)
    {
      Element child = visit (self, g_array_index (children, qpdf_oh, i), rows);

      if (element.type == TYPE_ROW && rows != NULL)
        g_array_append_val (cells, child);
      else
        write_out (self, child);
    }

  if (element.type == TYPE_TABLE)
    describe_table (self, rows);
  else if (element.type == TYPE_ROW && rows != NULL)
    describe_row (self, cells, rows);
  else if (element.type == TYPE_FIGURE)
    describe_figure (self, object);

  return element;
}

/* For each page the tree has the elements of its contents. */
static void
forget_strays (Walk    *self,
               qpdf_oh  tree)
{
  qpdf_oh numbers = qpdf_oh_get_key (self->pdf, tree, "/Nums");
  int n_numbers = qpdf_oh_get_array_n_items (self->pdf, numbers);

  for (int i = 0; i + 1 < n_numbers; i += 2)
    {
      qpdf_oh key = qpdf_oh_get_array_item (self->pdf, numbers, i);
      int parents = qpdf_oh_get_int_value_as_int (self->pdf, key);
      GHashTable *strays = g_hash_table_lookup (self->strays, GINT_TO_POINTER (parents));
      qpdf_oh elements = qpdf_oh_get_array_item (self->pdf, numbers, i + 1);
      GHashTableIter iter;
      gpointer stray;

      if (strays == NULL)
        continue;
      g_hash_table_iter_init (&iter, strays);
      while (g_hash_table_iter_next (&iter, &stray, NULL))
        qpdf_oh_set_array_item (self->pdf, elements, GPOINTER_TO_INT (stray),
                                qpdf_oh_new_null (self->pdf));
    }
}

/**
 * volets_pdf_structure_finish:
 * @pdf: a tagged PDF of Cairo
 * @writer: what writes it
 * @alternatives: (array zero-terminated=1): what each figure shows, in reading order
 *
 * Adds to the structure what Cairo has no words for, takes from it what belongs to no element, and
 * writes its elements.
 *
 * Returns: (transfer full) (element-type int GHashTable): for each page, by its /StructParents,
 *   the numbers of the marked contents that belong to no element
 */
GHashTable *
volets_pdf_structure_finish (qpdf_data          pdf,
                             VoletsPdfWriter   *writer,
                             const char *const *alternatives)
{
  Walk self = {
    .pdf = pdf,
    .writer = writer,
    .alternatives = alternatives,
    .strays = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref),
  };
  qpdf_oh root = qpdf_oh_get_key (pdf, qpdf_get_root (pdf), "/StructTreeRoot");

  visit (&self, root, NULL);
  forget_strays (&self, qpdf_oh_get_key (pdf, root, "/ParentTree"));

  return self.strays;
}
