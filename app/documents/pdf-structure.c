/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/pdf-structure.h"

/* What matters of the type of an object in the structure. */
typedef enum {
  TYPE_CONTENT,
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
  const char *const *alternatives;
  GHashTable        *strays;
  GHashTable        *names;          /* of qpdf, by their text */
} Walk;

/* What has no type stands for a content of a page. */
static Type
get_type (Walk    *self,
          qpdf_oh  object)
{
  static const char *const NAMES[] = {
    [TYPE_TABLE] = "/Table", [TYPE_ROW] = "/TR", [TYPE_HEADER] = "/TH", [TYPE_FIGURE] = "/Figure",
  };
  Type type = TYPE_CONTENT;
  const char *text;
  size_t length;
  qpdf_oh name;

  if (!qpdf_oh_is_dictionary (self->pdf, object))
    return TYPE_CONTENT;

  name = qpdf_oh_get_key (self->pdf, object, "/S");
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

      if (get_type (self, child) == TYPE_CONTENT)
        {
          add_stray (self, element, child);
          qpdf_oh_erase_item (self->pdf, children, i);
        }
      qpdf_oh_release (self->pdf, child);
    }
}

/* Returns: (element-type Element): the elements in @element. One that holds any holds nothing
 * else: from 1.18 on, Cairo gives it what is drawn between them, rules and the feet of pages,
 * which 1.16 gives to none.
 */
static GArray *
take_elements (Walk    *self,
               qpdf_oh  element)
{
  GArray *elements = g_array_new (FALSE, FALSE, sizeof (Element));
  qpdf_oh children = qpdf_oh_get_key (self->pdf, element, "/K");
  gboolean is_array = qpdf_oh_is_array (self->pdf, children);
  int n_children = is_array ? qpdf_oh_get_array_n_items (self->pdf, children) : 1;

  for (int i = 0; i < n_children; i++)
    {
      qpdf_oh child = is_array ? qpdf_oh_get_array_item (self->pdf, children, i) : children;
      Element found = { child, get_type (self, child) };

      if (found.type != TYPE_CONTENT)
        g_array_append_val (elements, found);
      else if (is_array)
        qpdf_oh_release (self->pdf, child);
    }
  if (elements->len > 0 && (int) elements->len < n_children)
    remove_strays (self, element, children);
  if (is_array || elements->len == 0)
    qpdf_oh_release (self->pdf, children);

  return elements;
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

/* Says of each header which cells it is the header of. */
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
    }

  if (rows != NULL && cells->len > 0)
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
      qpdf_oh_release (self->pdf, row->last_cell.object);
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

static void
share_name (Walk       *self,
            qpdf_oh     element,
            const char *key)
{
  qpdf_oh name = qpdf_oh_get_key (self->pdf, element, key);
  const char *text;
  size_t length;

  if (qpdf_oh_get_value_as_name (self->pdf, name, &text, &length))
    {
      gpointer shared = g_hash_table_lookup (self->names, text);

      if (shared == NULL)
        {
          shared = GUINT_TO_POINTER (qpdf_oh_new_name (self->pdf, text));
          g_hash_table_insert (self->names, g_strdup (text), shared);
        }
      qpdf_oh_replace_key (self->pdf, element, key, GPOINTER_TO_UINT (shared));
    }
  qpdf_oh_release (self->pdf, name);
}

/* For all that it reads, qpdf keeps a sentence that says where it was: of a hundred thousand cells
 * that is more than the cells. What takes its place has none, and nothing changes in the file. */
static void
forget_origin (Walk    *self,
               qpdf_oh  element)
{
  qpdf_oh content = qpdf_oh_get_key (self->pdf, element, "/K");

  if (qpdf_oh_is_integer (self->pdf, content))
    {
      qpdf_oh number = qpdf_oh_new_integer (self->pdf,
                                            qpdf_oh_get_int_value (self->pdf, content));

      qpdf_oh_replace_key (self->pdf, element, "/K", number);
      qpdf_oh_release (self->pdf, number);
    }
  qpdf_oh_release (self->pdf, content);
  share_name (self, element, "/Type");
  share_name (self, element, "/S");
}

/* @rows: (nullable) (element-type Row): where those of the table around @element go */
static void
visit (Walk    *self,
       Element  element,
       GArray  *rows)
{
  g_autoptr (GArray) elements = take_elements (self, element.object);
  g_autoptr (GArray) own_rows = NULL;

  forget_origin (self, element.object);
  if (element.type == TYPE_TABLE)
    rows = own_rows = g_array_new (FALSE, FALSE, sizeof (Row));
  for (guint i = 0; i < elements->len; i++)
    visit (self, g_array_index (elements, Element, i), rows);

  if (element.type == TYPE_TABLE)
    describe_table (self, rows);
  else if (element.type == TYPE_ROW)
    describe_row (self, elements, rows);
  else if (element.type == TYPE_FIGURE)
    describe_figure (self, element.object);

  /* A long paper has a hundred thousand of them; the last cell of a row is for the table still. */
  for (guint i = 0; i < elements->len; i++)
    {
      if (element.type != TYPE_ROW || rows == NULL || i + 1 < elements->len)
        qpdf_oh_release (self->pdf, g_array_index (elements, Element, i).object);
    }
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
 * @alternatives: (array zero-terminated=1): what each figure shows, in reading order
 *
 * Adds to the structure what Cairo has no words for, and takes from it what belongs to no element.
 *
 * Returns: (transfer full) (element-type int GHashTable): for each page, by its /StructParents,
 *   the numbers of the marked contents that belong to no element
 */
GHashTable *
volets_pdf_structure_finish (qpdf_data          pdf,
                             const char *const *alternatives)
{
  Walk self = {
    .pdf = pdf,
    .alternatives = alternatives,
    .strays = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref),
    .names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };
  qpdf_oh root = qpdf_oh_get_key (pdf, qpdf_get_root (pdf), "/StructTreeRoot");

  visit (&self, (Element) { root, TYPE_OTHER }, NULL);
  forget_strays (&self, qpdf_oh_get_key (pdf, root, "/ParentTree"));
  g_hash_table_unref (self.names);

  return self.strays;
}
