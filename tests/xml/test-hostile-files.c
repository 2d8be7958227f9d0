/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "engine/dossier-xml.h"
#include "engine/storage.h"
#include "engine/xml.h"
#include "support/samples.h"

/* What reading may take at most of anything, the largest good file included. */
#define MAX_ADDRESS_SPACE (1024UL * 1024 * 1024)
#define MAX_RESIDENT_KIB (512L * 1024)
#define MAX_SECONDS 120

#define ROOT "<dossier xmlns=\"urn:volets:dossier:1\" version=\"1\">"
#define END "</dossier>\n"
#define MIB (1024 * 1024)

/* What the child says of a file, in its exit status. */
enum {
  ANY_OUTCOME,            /* as the version of the parser will have it */
  WAS_READ = 10,
  WAS_REFUSED = 11,
  HAD_NO_REASON = 12,
};

typedef struct {
  const char *name;
  const char *start;
  const char *repeated;   /* with « %u » for the number of the repetition */
  guint       n_times;
  const char *end;
  int         outcome;
  const char *sentence;   /* nullable */
} Hostile;

static const Hostile HOSTILES[] = {
  { "ten-thousand-levels", ROOT, "<projet>", 10000, "", WAS_REFUSED, "imbriqués" },
  { "a-million-levels", "", "<a>", 1000000, "", WAS_REFUSED, "imbriqués" },
  { "a-million-unknown-siblings", ROOT, "<x/>", 1000000, END, WAS_REFUSED, "plus d’éléments" },
  { "half-a-million-unknown-siblings", ROOT, "<x/>", 500000, END, WAS_REFUSED, "<x> est inconnu" },
  { "a-million-rows", ROOT "<communes>", "<commune/>", 1000000, "</communes>" END, WAS_REFUSED,
    "plus d’éléments" },
  { "half-a-million-rows", ROOT "<communes>", "<commune/>", 500000, "</communes>" END, WAS_READ,
    NULL },
  { "hundreds-of-thousands-of-schools", ROOT "<ecoles>", "<ecole id=\"e%u\"/>", 400000,
    "</ecoles>" END, WAS_READ, NULL },
  { "the-same-school-again-and-again", ROOT "<ecoles>", "<ecole id=\"e\"/>", 400000,
    "</ecoles>" END, WAS_REFUSED, "« e » de <ecole>" },
  { "a-million-attributes", "<dossier", " a%u=\"\"", 1000000, "/>", WAS_REFUSED, "100 attributs" },
  { "the-same-attribute-a-million-times", "<dossier", " a=''", 1000000, "/>", WAS_REFUSED,
    "100 attributs" },
  { "a-million-namespaces", "<dossier", " xmlns:a%u=\"b\"", 1000000, "/>", WAS_REFUSED,
    "100 attributs" },
  { "many-elements-with-many-attributes", ROOT, "<x a='' b='' c='' d='' e='' f='' g='' h=''/>",
    500000, END, WAS_REFUSED, "plus d’éléments" },
  { "20-mib-of-attribute", "<dossier version=\"", "0123456789abcdef", 20 * MIB / 16, "\"/>",
    WAS_REFUSED, "démesurément long" },
  { "5-mib-of-attribute", "<dossier xmlns=\"urn:volets:dossier:1\" version=\"1\" appel=\"",
    "0123456789abcdef", 5 * MIB / 16, "\"/>", WAS_REFUSED, "« appel »" },
  { "5-mib-of-text", ROOT "<projet><notes>", "0123456789abcdef", 5 * MIB / 16,
    "</notes></projet>" END, WAS_REFUSED, "dépasse 100000 caractères" },
  { "30-mib-of-text", ROOT "<projet><notes>", "0123456789abcdef", 30 * MIB / 16,
    "</notes></projet>" END, WAS_REFUSED, NULL },
  { "30-mib-of-spaces", ROOT, "                ", 30 * MIB / 16, END, WAS_READ, NULL },
  { "30-mib-of-line-ends", ROOT, "\n\n\n\n\n\n\n\n", 30 * MIB / 8, END, WAS_READ, NULL },
  { "30-mib-of-comment", ROOT "<!--", "0123456789abcdef", 30 * MIB / 16, "-->" END, ANY_OUTCOME,
    NULL },
  { "4-million-comments", ROOT, "<!---->", 4000000, END, WAS_READ, NULL },
  { "5-million-instructions", ROOT, "<?a?>", 5000000, END, WAS_READ, NULL },
  { "a-million-cdata-sections", ROOT "<projet><notes>", "<![CDATA[]]>", 2000000,
    "</notes></projet>" END, WAS_READ, NULL },
  { "a-million-character-references", ROOT "<projet><lieu>", "&#65;", 1000000,
    "</lieu></projet>" END, WAS_REFUSED, "dépasse 100000 caractères" },
  { "5-mib-of-name", "<", "abcdefghijklmnop", 5 * MIB / 16, "/>", WAS_REFUSED,
    "démesurément long" },
  { "a-million-open-angles", "", "<", 1000000, "", WAS_REFUSED, "« < »" },
  { "a-million-quotes", "<dossier ", "\"'", 1000000, "/>", WAS_REFUSED, NULL },
  { "a-million-ampersands", ROOT, "&", 1000000, END, WAS_REFUSED, "« & »" },
  { "32-mib-and-one-byte", ROOT, " ", 32 * MIB, END, WAS_REFUSED, "dépasse 32 Mio" },
};

static char *
write_hostile (const Hostile *hostile)
{
  g_autoptr (GString) text = g_string_new (hostile->start);
  g_autoptr (GError) error = NULL;
  gboolean is_numbered = strstr (hostile->repeated, "%u") != NULL;
  char *path;
  int fd = g_file_open_tmp ("volets-XXXXXX", &path, &error);

  g_assert_no_error (error);
  close (fd);
  for (guint i = 0; i < hostile->n_times; i++)
    {
      const char *number = is_numbered ? strstr (hostile->repeated, "%u") : NULL;

      if (number == NULL)
        {
          g_string_append (text, hostile->repeated);
          continue;
        }
      g_string_append_len (text, hostile->repeated, number - hostile->repeated);
      g_string_append_printf (text, "%u%s", i, number + strlen ("%u"));
    }
  g_string_append (text, hostile->end);
  g_file_set_contents (path, text->str, (gssize) text->len, &error);
  g_assert_no_error (error);

  return path;
}

static G_GNUC_NORETURN void
read_and_exit (const char *path,
               const char *sentence)
{
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  VoletsDossier *dossier;

#ifndef __SANITIZE_ADDRESS__
  const struct rlimit limit = { MAX_ADDRESS_SPACE, MAX_ADDRESS_SPACE };

  setrlimit (RLIMIT_AS, &limit);
#endif
  alarm (MAX_SECONDS);
  file = g_mapped_file_new (path, FALSE, NULL);
  bytes = g_mapped_file_get_bytes (file);
  dossier = volets_dossier_read (bytes, NULL, &error);
  if (dossier != NULL)
    _exit (WAS_READ);
  if (error == NULL || !g_utf8_validate (error->message, -1, NULL)
      || strlen (error->message) > 500
      || (sentence != NULL && strstr (error->message, sentence) == NULL))
    {
      g_printerr ("%s\n", error != NULL ? error->message : "no error");
      _exit (HAD_NO_REASON);
    }
  _exit (WAS_REFUSED);
}

static void
assert_bounded (const char *path,
                const char *sentence,
                int         outcome)
{
  struct rusage usage;
  int status;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    read_and_exit (path, sentence);

  g_assert_cmpint (wait4 (child, &status, 0, &usage), ==, child);
  if (WIFSIGNALED (status))
    g_error ("reading ends with signal %d", WTERMSIG (status));
  g_assert_cmpint (WEXITSTATUS (status), !=, HAD_NO_REASON);
  if (outcome != ANY_OUTCOME)
    g_assert_cmpint (WEXITSTATUS (status), ==, outcome);
#ifndef __SANITIZE_ADDRESS__
  g_assert_cmpint (usage.ru_maxrss, <, MAX_RESIDENT_KIB);
#endif
  g_test_message ("%ld MiB, %ld s", usage.ru_maxrss / 1024, (long) usage.ru_utime.tv_sec);
}

static void
test_hostile (gconstpointer data)
{
  const Hostile *hostile = data;
  g_autofree char *path = write_hostile (hostile);

  assert_bounded (path, hostile->sentence, hostile->outcome);
  g_remove (path);
}

/* A file that takes no place on the disk, and 100 MiB in memory. */
static void
test_sparse (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  int fd = g_file_open_tmp ("volets-XXXXXX", &path, &error);

  g_assert_no_error (error);
  g_assert_cmpint (ftruncate (fd, 100 * MIB), ==, 0);
  close (fd);
  assert_bounded (path, "dépasse 32 Mio", WAS_REFUSED);

  file = g_file_new_for_path (path);
  bytes = volets_storage_read (file, VOLETS_XML_MAX_SIZE, NULL, &error);
  g_assert_null (bytes);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_remove (path);
}

/* What a parser could be talked into reading must not even be opened: a pipe that nobody writes to
 * would stop it.
 */
static void
test_nothing_else_is_opened (void)
{
  static const char *const FILES[] = {
    "<!DOCTYPE dossier SYSTEM \"%s\">" ROOT END,
    "<!DOCTYPE dossier [<!ENTITY x SYSTEM \"%s\">]>" ROOT "&x;" END,
    "<!DOCTYPE dossier [<!ENTITY %% x SYSTEM \"%s\"> %%x;]>" ROOT END,
    "<?xml-stylesheet href=\"%s\"?>" ROOT END,
    "<dossier xmlns=\"urn:volets:dossier:1\" version=\"1\" xmlns:i=\""
    "http://www.w3.org/2001/XMLSchema-instance\" i:schemaLocation=\"urn:volets:dossier:1 %s\"/>",
    "<dossier xmlns=\"urn:volets:dossier:1\" version=\"1\"><i:include xmlns:i=\""
    "http://www.w3.org/2001/XInclude\" href=\"%s\"/></dossier>",
  };
  g_autofree char *folder = g_dir_make_tmp ("volets-XXXXXX", NULL);
  g_autofree char *pipe_path = g_build_filename (folder, "pipe", NULL);
  g_autofree char *path = g_build_filename (folder, "file", NULL);

  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (FILES); i++)
    {
      g_auto (GStrv) parts = g_strsplit (FILES[i], "%s", 2);
      g_autofree char *joined = g_strjoinv (pipe_path, parts);
      g_autoptr (GString) text = g_string_new (joined);
      gboolean is_read = strstr (joined, "stylesheet") != NULL
                         || strstr (joined, "schemaLocation") != NULL;

      g_string_replace (text, "%%", "%", 0);
      g_file_set_contents (path, text->str, -1, NULL);
      assert_bounded (path, NULL, is_read ? WAS_READ : WAS_REFUSED);
    }
  g_remove (path);
  g_remove (pipe_path);
  g_rmdir (folder);
}

/* Tags are counted as the parser sees them, not as they look. */
static void
test_what_looks_like_attributes (void)
{
  g_autofree char *signs = g_strnfill (5000, '=');
  static const char *const FILES[] = {
    ROOT "<projet><notes>%s</notes></projet>" END,
    ROOT "<!-- l'école <a %s -->" END,
    ROOT "<projet><notes><![CDATA[<a %s]]></notes></projet>" END,
    "<?a <b %s ?>" ROOT END,
    ROOT "<projet><notes>a > b %s</notes></projet>" END,
    "<dossier xmlns='urn:volets:dossier:1' version='1'><!-- \" --><projet><notes>%s</notes>"
    "</projet></dossier>",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (FILES); i++)
    {
      g_auto (GStrv) parts = g_strsplit (FILES[i], "%s", 2);
      g_autofree char *text = g_strjoinv (signs, parts);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (GError) error = NULL;
      g_autoptr (VoletsDossier) dossier = volets_dossier_read (bytes, NULL, &error);

      g_assert_no_error (error);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (HOSTILES); i++)
    {
      g_autofree char *path = g_strdup_printf ("/hostile-files/%s", HOSTILES[i].name);

      g_test_add_data_func (path, &HOSTILES[i], test_hostile);
    }
  g_test_add_func ("/hostile-files/100-mib-of-nothing", test_sparse);
  g_test_add_func ("/hostile-files/nothing-else-is-opened", test_nothing_else_is_opened);
  g_test_add_func ("/hostile-files/what-looks-like-attributes", test_what_looks_like_attributes);

  return g_test_run ();
}
