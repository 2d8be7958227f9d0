/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/guide.h"

#include <string.h>

#include "engine/xml.h"
#include "reader.h"
#include "support/temp-folder.h"

/* The pages of help/C as GMarkup reads them, which knows nothing of Mallard. */
typedef struct {
  char    *rank;
  char    *title;
  char    *summary;
  GString *body;      /* all but the title, numbers of steps and labels of notes included */
  guint    n_steps;   /* so far, where one of them has begun */
} Told;

static void
told_free (gpointer data)
{
  Told *told = data;

  g_free (told->rank);
  g_free (told->title);
  g_free (told->summary);
  g_string_free (told->body, TRUE);
  g_free (told);
}

static const char *
get_parent (GMarkupParseContext *context,
            guint                n)
{
  const GSList *stack = g_slist_nth ((GSList *) g_markup_parse_context_get_element_stack (context),
                                     n);

  return stack != NULL ? stack->data : "";
}

static const char *
find_attribute (const char **names,
                const char **values,
                const char  *name)
{
  for (; *names != NULL; names++, values++)
    {
      if (g_str_equal (*names, name))
        return *values;
    }

  return "";
}

static void
start_cb (GMarkupParseContext  *context,
          const char           *element,
          const char          **names,
          const char          **values,
          gpointer              user_data,
          GError              **error)
{
  Told *told = user_data;

  if (g_str_equal (element, "steps"))
    told->n_steps = 0;
  if (g_str_equal (element, "item") && g_str_equal (get_parent (context, 1), "steps"))
    g_string_append_printf (told->body, "%u.", ++told->n_steps);
  if (g_str_equal (element, "note"))
    {
      const char *style = find_attribute (names, values, "style");

      g_string_append (told->body, g_str_equal (style, "tip")         ? "Conseil"
                                   : g_str_equal (style, "important") ? "Important"
                                                                      : "À noter");
    }
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 size,
         gpointer              user_data,
         GError              **error)
{
  Told *told = user_data;
  const char *element = get_parent (context, 0);
  g_autofree char *words = g_strndup (text, size);

  if (g_str_equal (get_parent (context, 1), "info"))
    {
      char **into = g_str_equal (element, "desc") ? &told->summary : &told->rank;

      g_free (*into);
      *into = g_steal_pointer (&words);
    }
  else if (g_str_equal (element, "title") && g_str_equal (get_parent (context, 1), "page"))
    {
      told->title = g_steal_pointer (&words);
    }
  else if (!g_str_equal (element, "info"))
    {
      g_string_append (told->body, words);
    }
}

static Told *
tell (const char *path)
{
  static const GMarkupParser PARSER = { .start_element = start_cb, .text = text_cb };
  Told *told = g_new0 (Told, 1);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&PARSER, 0, told, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  told->body = g_string_new (NULL);
  told->rank = g_strdup ("");
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_markup_parse_context_parse (context, text, -1, &error);
  g_assert_no_error (error);

  return told;
}

static int
compare_told (gconstpointer a,
              gconstpointer b)
{
  return strcmp ((*(Told *const *) a)->rank, (*(Told *const *) b)->rank);
}

static char *
get_folder (void)
{
  return g_test_build_filename (G_TEST_DIST, "..", "help", "C", NULL);
}

static GPtrArray *
tell_all (void)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (told_free);
  g_autofree char *folder = get_folder ();
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_suffix (name, ".page"))
        g_ptr_array_add (all, tell (path));
    }
  g_ptr_array_sort (all, compare_told);

  return all;
}

/* Letters and figures of ASCII: Poppler encodes all others of the structure twice, and what sets a
 * part of a text off is a sign.
 */
static char *
keep_plain (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      if (g_ascii_isalnum (*text))
        g_string_append_c (plain, *text);
    }

  return g_string_free (plain, FALSE);
}

static Pdf *
make_guide (void)
{
  g_autofree char *folder = get_folder ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = volets_guide_make (folder, &error);
  Pdf *pdf;

  g_assert_no_error (error);
  pdf = poppler_document_new_from_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
  return pdf;
}

/* The page, counted from 1, with a line that says @title and nothing else. */
static int
find_page (Pdf        *pdf,
           const char *title)
{
  for (int i = 0; i < poppler_document_get_n_pages (pdf); i++)
    {
      g_autofree char *text = reader_get_page_text (pdf, i);
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

      for (guint j = 0; lines[j] != NULL; j++)
        {
          g_autofree char *line = reader_squeeze (lines[j]);
          g_autofree char *wanted = reader_squeeze (title);

          /* The head of each page but the first has one of them too. */
          if (g_str_equal (line, wanted))
            return i + 1;
        }
    }

  g_error ("no page has the heading « %s »", title);
}

static void
test_every_word (void)
{
  g_autoptr (Pdf) pdf = make_guide ();
  g_autoptr (GPtrArray) all = tell_all ();
  g_autoptr (GString) wanted = g_string_new (NULL);
  g_autofree char *structure = reader_get_structure_text (pdf);
  g_autofree char *read = keep_plain (structure);
  g_autofree char *told = NULL;
  const Told *first = g_ptr_array_index (all, 0);

  g_assert_cmpuint (all->len, >, 8);
  g_string_append_printf (wanted, "%s Version " VOLETS_VERSION ", 22 novembre 2026 %s",
                          first->title, first->body->str);
  g_string_append (wanted, "Chapitre Ce qu’il explique Page");
  for (guint i = 1; i < all->len; i++)
    {
      const Told *page = g_ptr_array_index (all, i);

      g_string_append_printf (wanted, "%s %s %d", page->title, page->summary,
                              find_page (pdf, page->title));
    }
  for (guint i = 1; i < all->len; i++)
    {
      const Told *page = g_ptr_array_index (all, i);

      g_string_append_printf (wanted, "%s %s", page->title, page->body->str);
    }

  told = keep_plain (wanted->str);
  g_assert_cmpstr (read, ==, told);
}

/* What the plain letters do not tell: that the others are there as well. */
static void
test_accents (void)
{
  g_autoptr (Pdf) pdf = make_guide ();
  g_autofree char *text = reader_get_text (pdf);
  g_autofree char *squeezed = reader_squeeze (text);

  reader_assert_in_order (squeezed, WORDS ("Guided’utilisationdeVolets", "«?»", "Ànoter",
                                           "«Nouveaudossier»", "Étape2:Écoles", "Ctrl+C",
                                           "Donnéesetconfidentialité"));
  reader_assert_within_margins (pdf);
  reader_assert_no_overlap (pdf);
}

static guint
count_elements (PopplerStructureElementIter *iter,
                PopplerStructureElementKind  kind)
{
  guint n = 0;

  do
    {
      g_autoptr (Element) element = poppler_structure_element_iter_get_element (iter);
      PopplerStructureElementIter *child = poppler_structure_element_iter_get_child (iter);

      n += poppler_structure_element_get_kind (element) == kind;
      if (child != NULL)
        n += count_elements (child, kind);
      g_clear_pointer (&child, poppler_structure_element_iter_free);
    }
  while (poppler_structure_element_iter_next (iter));

  return n;
}

static void
test_structure (void)
{
  static const PopplerStructureElementKind KINDS[] = {
    POPPLER_STRUCTURE_ELEMENT_HEADING_1, POPPLER_STRUCTURE_ELEMENT_HEADING_2,
  };
  g_autoptr (Pdf) pdf = make_guide ();
  g_autoptr (GPtrArray) all = tell_all ();
  guint counts[G_N_ELEMENTS (KINDS)];

  for (gsize i = 0; i < G_N_ELEMENTS (KINDS); i++)
    {
      PopplerStructureElementIter *iter = poppler_structure_element_iter_new (pdf);

      counts[i] = count_elements (iter, KINDS[i]);
      poppler_structure_element_iter_free (iter);
    }

  g_assert_cmpuint (counts[0], ==, 1);
  g_assert_cmpuint (counts[1], ==, all->len - 1);
}

static void
test_same_bytes (void)
{
  g_autofree char *folder = get_folder ();
  g_autoptr (GBytes) first = volets_guide_make (folder, NULL);
  g_autoptr (GBytes) second = volets_guide_make (folder, NULL);

  g_assert_true (g_bytes_equal (first, second));
}

#define PAGE(id, rest)                                                     \
  "<page xmlns='http://projectmallard.org/1.0/' id='" id "'>\n" rest "</page>"
#define INDEX                                                              \
  PAGE ("index",                                                           \
        "<info><revision version='1' date='2021-03-31'/></info>\n<title>T</title>\n")

/* What of a page cannot be printed, and where. */
static const struct {
  const char *page;
  const char *where;
} BAD_PAGES[] = {
  { PAGE ("b", "<title>B</title>\n<media/>\n"), "b.page, ligne 3 : <media> " },
  { PAGE ("b", "<title>B</title>\n\nloose\n"), "b.page, ligne 5 : le texte « loose » " },
  { PAGE ("b", "<title>B</title>\n<p>a <code>b</code></p>\n"), "b.page, ligne 3 : <code> " },
  { PAGE ("b", "<title>B</title>\n<p>a</p>\n<p>a <x:em xmlns:x='urn:x'>b</x:em></p>\n"),
    "b.page, ligne 4 : <em> " },
  { PAGE ("b", "<title>B</title>\n<list><item><list/></item></list>\n"),
    "b.page, ligne 3 : <list> " },
  { PAGE ("b", "<title>B</title>\n<list>\n<title>a</title></list>\n"),
    "b.page, ligne 4 : <title> " },
  { PAGE ("b", "<title>B</title>\n<terms>\n<item><p>a</p></item></terms>\n"),
    "b.page, ligne 4 : <item> " },
  { PAGE ("b", "<title>B</title>\n<note style='bug'><p>a</p></note>\n"),
    "b.page, ligne 3 : <note> " },
  { PAGE ("b", "<title>B</title>\n<table><tr><td><p>a</p></td></tr></table>\n"),
    "b.page, ligne 3 : <table> " },
  { PAGE ("b", "<title>B</title>\n<section><title>C</title><section/></section>\n"),
    "b.page, ligne 3 : <section> " },
  { PAGE ("b", "<info><credit/></info>\n<title>B</title>\n"), "b.page, ligne 2 : <credit> " },
  { PAGE ("b", "<title>B</title>\n<p><link xref='c'>a</link></p>\n"),
    "b.page, ligne 3 : le lien vers « c » " },
  { PAGE ("b", "<title>B</title>\n<p><link xref='#c'/></p>\n"),
    "b.page, ligne 3 : le lien vers « #c » " },
  { PAGE ("b", "<p>a</p>\n"), "b.page : la page n’a pas d’identifiant, ou pas de titre" },
  { "<page", "b.page, ligne 1 : " },
  { "<book/>", "b.page, ligne 1 : <book> " },
};

static void
write_page (VoletsTestFolder *folder,
            const char       *name,
            const char       *text)
{
  g_autoptr (GFile) file = volets_test_folder_put (folder, name, text);

  g_assert_nonnull (file);
}

static void
test_nothing_left_out (VoletsTestFolder *folder,
                       gconstpointer     data)
{
  write_page (folder, "index.page", INDEX);

  for (gsize i = 0; i < G_N_ELEMENTS (BAD_PAGES); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (VoletsDocument) guide = NULL;

      write_page (folder, "b.page", BAD_PAGES[i].page);
      guide = volets_guide_new (folder->folder, NULL, &error);
      g_assert_null (guide);
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, BAD_PAGES[i].where));
    }
}

/* The words of links that have none are titles. */
static void
test_links (VoletsTestFolder *folder,
            gconstpointer     data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VoletsDocument) guide = NULL;
  g_autoptr (Pdf) pdf = NULL;
  g_autofree char *text = NULL;

  write_page (folder, "index.page", INDEX);
  write_page (folder, "b.page",
              PAGE ("b", "<info><title type='sort'>1</title></info><title>Bb</title>"
                         "<p>See <link xref='#c'/>, <link xref='index'/> and "
                         "<link xref='b#c'>there</link>.</p>"
                         "<section id='c'><title>Cc</title></section>"));
  guide = volets_guide_new (folder->folder, NULL, &error);
  g_assert_no_error (error);

  pdf = reader_print (guide);
  text = reader_get_text (pdf);
  reader_assert_in_order (text, WORDS ("See « Cc », « T » and there."));
}

static void
test_no_index (VoletsTestFolder *folder,
               gconstpointer     data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VoletsDocument) guide = NULL;

  write_page (folder, "b.page", PAGE ("b", "<title>B</title>"));
  guide = volets_guide_new (folder->folder, NULL, &error);
  g_assert_error (error, VOLETS_XML_ERROR, VOLETS_XML_ERROR_INVALID);
  g_assert_null (guide);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/guide/every-word", test_every_word);
  g_test_add_func ("/guide/accents", test_accents);
  g_test_add_func ("/guide/structure", test_structure);
  g_test_add_func ("/guide/same-bytes", test_same_bytes);
  g_test_add ("/guide/nothing-left-out", VoletsTestFolder, NULL, volets_test_folder_set_up,
              test_nothing_left_out, volets_test_folder_tear_down);
  g_test_add ("/guide/links", VoletsTestFolder, NULL, volets_test_folder_set_up, test_links,
              volets_test_folder_tear_down);
  g_test_add ("/guide/no-index", VoletsTestFolder, NULL, volets_test_folder_set_up, test_no_index,
              volets_test_folder_tear_down);

  return g_test_run ();
}
