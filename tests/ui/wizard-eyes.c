/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wizard-eyes.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "support/program.h"
#include "ui/subsidy-panel.h"
#include "ui/volet-block.h"

static JsonObject *
compute (VoletsHands *hands,
         JsonParser  *parser)
{
  g_auto (VoletsTestRun) run = { 0 };
  g_autoptr (GError) error = NULL;

  volets_test_run (&run, "compute", "--json", g_file_peek_path (hands->folder.file), NULL);
  g_assert_cmpstr (run.complaint, ==, "");
  g_assert_cmpint (run.status, ==, 0);
  json_parser_load_from_data (parser, run.output, -1, &error);
  g_assert_no_error (error);

  return json_node_get_object (json_parser_get_root (parser));
}

/* « 38 250,00 € » as the program writes it for other programs, 38250.00. */
static char *
read_amount (const char *shown)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = shown; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_ascii_isdigit (*p))
        g_string_append_c (plain, *p);
      else if (*p == ',')
        g_string_append_c (plain, '.');
    }
  g_assert_true (g_str_has_suffix (shown, "€"));

  return g_string_free (plain, FALSE);
}

static const char *
read_label (GtkWidget  *widget,
            GType       type,
            const char *name)
{
  return gtk_label_get_text (GTK_LABEL (gtk_widget_get_template_child (widget, type, name)));
}

static void
assert_volet (GtkWidget  *block,
              JsonObject *volet)
{
  g_autofree char *title = NULL, *amount = NULL, *plain = NULL;

  g_object_get (gtk_widget_get_template_child (block, VOLETS_TYPE_VOLET_BLOCK, "title"),
                "label", &title, "amount", &amount, NULL);
  g_assert_cmpstr (title, ==, json_object_get_string_member (volet, "titre"));
  /* One that pays nothing to anybody shows no amount. */
  plain = *amount != '\0' ? read_amount (amount) : g_strdup ("0.00");
  g_assert_cmpstr (plain, ==, json_object_get_string_member (volet, "subvention"));
}

/* The panel has the total, each volet and what is left as the program computes them. */
void
volets_eyes_check_panel (VoletsHands *hands)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GPtrArray) blocks = NULL;
  g_autofree char *total = NULL, *own_share = NULL, *own_share_plain = NULL;
  GtkWidget *panel;
  JsonObject *computed;
  JsonArray *volets;

  volets_hands_rest (hands);
  volets_hands_save (hands);
  computed = compute (hands, parser);
  panel = volets_hands_find (hands, VOLETS_TYPE_SUBSIDY_PANEL);

  total = read_amount (read_label (panel, VOLETS_TYPE_SUBSIDY_PANEL, "total"));
  g_assert_cmpstr (total, ==, json_object_get_string_member (computed, "subvention"));
  g_object_get (gtk_widget_get_template_child (panel, VOLETS_TYPE_SUBSIDY_PANEL, "own_share"),
                "amount", &own_share, NULL);
  own_share_plain = read_amount (own_share);
  g_assert_cmpstr (own_share_plain, ==,
                   json_object_get_string_member (computed, "part_demandeur"));

  blocks = volets_hands_find_all (hands, VOLETS_TYPE_VOLET_BLOCK);
  volets = json_object_get_array_member (computed, "volets");
  g_assert_cmpuint (blocks->len, ==, json_array_get_length (volets));
  for (guint i = 0; i < blocks->len; i++)
    assert_volet (g_ptr_array_index (blocks, i), json_array_get_object_element (volets, i));
}

/* @total: as the program writes it for other programs, 38250.00 */
void
volets_eyes_check_total (VoletsHands *hands,
                         const char  *total)
{
  GtkWidget *panel = volets_hands_find (hands, VOLETS_TYPE_SUBSIDY_PANEL);
  g_autofree char *shown =
    read_amount (read_label (panel, VOLETS_TYPE_SUBSIDY_PANEL, "total"));

  g_assert_cmpstr (shown, ==, total);
}

/* Saves; the program can read what is there, and it has @element. */
void
volets_eyes_check_saved (VoletsHands *hands,
                         const char  *element)
{
  g_autofree char *text = NULL;
  g_auto (VoletsTestRun) run = { 0 };
  g_autoptr (GError) error = NULL;

  volets_hands_save (hands);
  volets_test_run (&run, "compute", g_file_peek_path (hands->folder.file), NULL);
  g_assert_cmpstr (run.complaint, ==, "");
  g_assert_cmpint (run.status, ==, 0);
  g_file_load_contents (hands->folder.file, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  if (strstr (text, element) == NULL)
    g_error ("“%s” is not in “%s”", element, text);
}

/* Whether there is a finding of this code. */
gboolean
volets_eyes_find (VoletsHands *hands,
                  const char  *code)
{
  GPtrArray *findings = volets_editor_get_findings (volets_hands_get_editor (hands));

  for (guint i = 0; i < findings->len; i++)
    {
      if (g_str_equal (((const VoletsFinding *) g_ptr_array_index (findings, i))->code, code))
        return TRUE;
    }

  return FALSE;
}
