/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/pdf-inspection.h"

#include <gio/gio.h>
#include <poppler.h>
#include <qpdf/qpdf-c.h>

#include "documents/poppler-lock.h"

/* What an action may do by itself when a file or a page is opened: show a place. A script is judged
 * wherever it is.
 */
static const char *const HARMLESS_ACTIONS[] = { "/GoTo", "/Named", "/JavaScript", NULL };

/* What no paper for a filing needs. */
static const char *const HARMFUL_ACTIONS[] = { "/Launch", "/SubmitForm", "/ImportData", NULL };

/* A walk through all that a PDF holds, with a list of its own of what is still to be seen: a file
 * may be nested as deeply as it likes.
 */
typedef struct {
  qpdf_data           pdf;
  GArray             *left;       /* of qpdf_oh */
  GHashTable         *seen;       /* of gint64, an object and its generation */
  VoletsFileProblems  problems;
} Walk;

static gboolean
is_action (Walk              *walk,
           qpdf_oh            name,
           const char *const *actions)
{
  return qpdf_oh_is_name (walk->pdf, name)
         && g_strv_contains (actions, qpdf_oh_get_name (walk->pdf, name));
}

/* @object is what is done by itself: an action, or a place in the file. */
static void
judge_trigger (Walk    *walk,
               qpdf_oh  object)
{
  qpdf_oh name;

  if (!qpdf_oh_is_dictionary (walk->pdf, object) || !qpdf_oh_has_key (walk->pdf, object, "/S"))
    return;

  name = qpdf_oh_get_key (walk->pdf, object, "/S");
  if (!is_action (walk, name, HARMLESS_ACTIONS))
    walk->problems |= VOLETS_FILE_PROBLEM_ACTION;
  qpdf_oh_release (walk->pdf, name);
}

static GPtrArray *
list_keys (Walk    *walk,
           qpdf_oh  dictionary)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  qpdf_oh_begin_dict_key_iter (walk->pdf, dictionary);
  while (qpdf_oh_dict_more_keys (walk->pdf))
    g_ptr_array_add (keys, g_strdup (qpdf_oh_dict_next_key (walk->pdf)));

  return keys;
}

static void
judge_triggers (Walk    *walk,
                qpdf_oh  triggers)
{
  g_autoptr (GPtrArray) keys = NULL;

  if (!qpdf_oh_is_dictionary (walk->pdf, triggers))
    return;

  keys = list_keys (walk, triggers);
  for (guint i = 0; i < keys->len; i++)
    {
      qpdf_oh action = qpdf_oh_get_key (walk->pdf, triggers, g_ptr_array_index (keys, i));

      judge_trigger (walk, action);
      qpdf_oh_release (walk->pdf, action);
    }
}

static void
judge_entry (Walk       *walk,
             const char *key,
             qpdf_oh     value)
{
  static const char *const SCRIPT[] = { "/JavaScript", NULL };

  if (g_str_equal (key, "/JS") || g_str_equal (key, "/JavaScript")
      || (g_str_equal (key, "/S") && is_action (walk, value, SCRIPT)))
    walk->problems |= VOLETS_FILE_PROBLEM_SCRIPT;
  else if (g_str_equal (key, "/S") && is_action (walk, value, HARMFUL_ACTIONS))
    walk->problems |= VOLETS_FILE_PROBLEM_ACTION;
  else if (g_str_equal (key, "/OpenAction"))
    judge_trigger (walk, value);
  else if (g_str_equal (key, "/AA"))
    judge_triggers (walk, value);
}

/* Takes @object. */
static void
add (Walk    *walk,
     qpdf_oh  object)
{
  if (qpdf_oh_is_scalar (walk->pdf, object))
    qpdf_oh_release (walk->pdf, object);
  else
    g_array_append_val (walk->left, object);
}

static gboolean
is_new (Walk    *walk,
        qpdf_oh  object)
{
  gint64 place;

  if (!qpdf_oh_is_indirect (walk->pdf, object))
    return TRUE;

  place = (gint64) qpdf_oh_get_object_id (walk->pdf, object) << 20
          | qpdf_oh_get_generation (walk->pdf, object);
  return g_hash_table_add (walk->seen, g_memdup2 (&place, sizeof place));
}

static void
see_dictionary (Walk    *walk,
                qpdf_oh  dictionary)
{
  g_autoptr (GPtrArray) keys = list_keys (walk, dictionary);

  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      qpdf_oh value = qpdf_oh_get_key (walk->pdf, dictionary, key);

      judge_entry (walk, key, value);
      add (walk, value);
    }
}

static void
see (Walk    *walk,
     qpdf_oh  object)
{
  if (qpdf_oh_is_dictionary (walk->pdf, object))
    {
      see_dictionary (walk, object);
    }
  else if (qpdf_oh_is_array (walk->pdf, object))
    {
      for (int i = 0; i < qpdf_oh_get_array_n_items (walk->pdf, object); i++)
        add (walk, qpdf_oh_get_array_item (walk->pdf, object, i));
    }
  else if (qpdf_oh_is_stream (walk->pdf, object))
    {
      qpdf_oh dictionary = qpdf_oh_get_dict (walk->pdf, object);

      see_dictionary (walk, dictionary);
      qpdf_oh_release (walk->pdf, dictionary);
    }
}

static VoletsFileProblems
walk_through (qpdf_data pdf)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (qpdf_oh));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Walk walk = { .pdf = pdf, .left = left, .seen = seen };

  add (&walk, qpdf_get_trailer (pdf));
  while (left->len > 0)
    {
      qpdf_oh object = g_array_index (left, qpdf_oh, left->len - 1);

      g_array_set_size (left, left->len - 1);
      if (is_new (&walk, object))
        see (&walk, object);
      qpdf_oh_release (pdf, object);
    }

  return walk.problems;
}

/* What the file holds, whether it is shown or not. */
static VoletsFileProblems
inspect_content (const char *path)
{
  qpdf_data pdf = qpdf_init ();
  VoletsFileProblems problems = 0;

  qpdf_silence_errors (pdf);
  qpdf_set_suppress_warnings (pdf, QPDF_TRUE);
  if ((qpdf_read (pdf, path, NULL) & QPDF_ERRORS) == 0)
    {
      problems = walk_through (pdf);
      if (qpdf_is_encrypted (pdf))
        problems |= VOLETS_FILE_PROBLEM_ENCRYPTED;
      if (qpdf_has_error (pdf))
        problems |= VOLETS_FILE_PROBLEM_UNDECIDED;
    }
  else if (qpdf_get_error_code (pdf, qpdf_get_error (pdf)) == qpdf_e_password)
    problems = VOLETS_FILE_PROBLEM_ENCRYPTED;
  else
    problems = VOLETS_FILE_PROBLEM_UNDECIDED;
  qpdf_cleanup (&pdf);

  return problems;
}

/**
 * volets_pdf_inspect:
 * @path: the path of a file
 *
 * Returns: whether it is a PDF that opens, how many pages it has, and whether it is only that
 */
VoletsFileInspection
volets_pdf_inspect (const char *path)
{
  VoletsFileInspection inspection = { .problems = inspect_content (path) };
  g_autoptr (GMutexLocker) lock = volets_poppler_lock ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  PopplerDocument *document = poppler_document_new_from_gfile (file, NULL, NULL, NULL);

  if (document != NULL)
    inspection.n_pages = (guint) MAX (0, poppler_document_get_n_pages (document));
  if (inspection.n_pages == 0 && (inspection.problems & VOLETS_FILE_PROBLEM_ENCRYPTED) == 0)
    inspection.problems = VOLETS_FILE_PROBLEM_DAMAGED;
  g_clear_object (&document);

  return inspection;
}
