/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page.h"

#include <string.h>

/* The roles of what somebody does something with. */
static const guint CONTROLS[] = {
  VOLETS_TEST_ROLE_BUTTON,
  VOLETS_TEST_ROLE_CHECK_BOX,
  VOLETS_TEST_ROLE_COMBO_BOX,
  VOLETS_TEST_ROLE_RADIO_BUTTON,
  VOLETS_TEST_ROLE_TEXT,
};

/* Those of what passes the focus on to what is in it. */
static const guint HOLDERS[] = {
  VOLETS_TEST_ROLE_LIST,
  VOLETS_TEST_ROLE_SCROLL_PANE,
  VOLETS_TEST_ROLE_TABLE_ROW,
};

static gboolean
is_among (const guint *roles,
          gsize        n_roles,
          guint        role)
{
  for (gsize i = 0; i < n_roles; i++)
    {
      if (roles[i] == role)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_control (const VoletsTestThing *thing)
{
  return is_among (CONTROLS, G_N_ELEMENTS (CONTROLS), thing->role)
         && volets_test_thing_has (thing, VOLETS_TEST_STATE_FOCUSABLE);
}

static gboolean
is_row (const VoletsTestThing *thing)
{
  return thing->role == VOLETS_TEST_ROLE_TABLE_ROW;
}

static gboolean
is_in (GPtrArray             *things,
       const VoletsTestThing *thing,
       gboolean             (*matches) (const VoletsTestThing *))
{
  while (thing->parent >= 0)
    {
      thing = g_ptr_array_index (things, thing->parent);
      if (matches (thing))
        return TRUE;
    }

  return FALSE;
}

/* What a control is made of is not heard apart from it. */
static gboolean
is_heard (GPtrArray             *things,
          const VoletsTestThing *thing)
{
  return volets_test_thing_has (thing, VOLETS_TEST_STATE_FOCUSABLE)
         && !is_among (HOLDERS, G_N_ELEMENTS (HOLDERS), thing->role)
         && !is_in (things, thing, is_control);
}

/* With everything that it is in. */
static gboolean
is_usable (GPtrArray             *things,
           const VoletsTestThing *thing)
{
  for (; thing->parent >= 0; thing = g_ptr_array_index (things, thing->parent))
    {
      if (!volets_test_thing_has (thing, VOLETS_TEST_STATE_SENSITIVE))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_said_twice (const char *name)
{
  gsize half = strlen (name) / 2;

  return strlen (name) % 2 == 1 && name[half] == ' '
         && strncmp (name, name + half + 1, half) == 0;
}

/* Without a name, GTK says what the thing is called in its sources. */
static void
assert_named (const VoletsTestThing *thing)
{
  if (*thing->name == '\0' || strchr (thing->name, '_') != NULL || is_said_twice (thing->name)
      || g_regex_match_simple ("^(Gtk|Adw|Volets)[A-Z][A-Za-z]+$", thing->name, 0, 0))
    g_error ("something of role %u is called « %s »", thing->role, thing->name);
}

/**
 * volets_test_page_check_names:
 * @reader: what reads the program
 * @name: of something in the page, which is waited for
 *
 * Checks that whatever can have the focus has a name, and that no two things of a role have the
 * same.
 *
 * Returns: (transfer none) (element-type VoletsTestThing): all that there is on the screen
 */
GPtrArray *
volets_test_page_check_names (VoletsTestReader *reader,
                              const char       *name)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *things = volets_test_reader_list_settled (reader, name);

  for (guint i = 0; i < things->len; i++)
    {
      const VoletsTestThing *thing = g_ptr_array_index (things, i);

      if (!is_heard (things, thing))
        continue;
      assert_named (thing);
      if (!g_hash_table_add (names, g_strdup_printf ("%u %s", thing->role, thing->name)))
        g_error ("two things of role %u are called « %s »", thing->role, thing->name);
    }

  return things;
}

/* Adds to @fields what is in a table and to @others what is not: the paths of the controls that can
 * be used, but for those of the header bar: the Tab key passes by what closes the window.
 */
static void
collect_controls (GPtrArray *things,
                  GPtrArray *fields,
                  GPtrArray *others)
{
  gboolean is_below = FALSE;

  for (guint i = 0; i < things->len; i++)
    {
      const VoletsTestThing *thing = g_ptr_array_index (things, i);

      is_below |= thing->role == VOLETS_TEST_ROLE_HEADING;
      if (is_below && is_control (thing) && is_usable (things, thing))
        g_ptr_array_add (is_in (things, thing, is_row) ? fields : others, g_strdup (thing->path));
    }
}

/* Until the Tab key comes back to something: into a table, to the row where one was last.
 *
 * Returns: (transfer full): the paths of what it came to
 */
static GHashTable *
go_round (VoletsTestReader *reader,
          GdkModifierType   modifiers)
{
  GHashTable *passed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const VoletsTestThing *focus;

  while (g_hash_table_add (passed, g_strdup ((focus = volets_test_reader_press_tab (reader,
                                                                       modifiers))->path)))
    assert_named (focus);

  return passed;
}

static void
assert_reached (VoletsTestReader *reader,
                GHashTable       *passed,
                GPtrArray        *controls)
{
  for (guint i = 0; i < controls->len; i++)
    {
      const char *path = g_ptr_array_index (controls, i);

      if (!g_hash_table_contains (passed, path))
        g_error ("the Tab key does not come to « %s »",
                 volets_test_reader_ask (reader, path)->name);
    }
}

/**
 * volets_test_page_check:
 * @reader: what reads the program
 * @name: of something in the page, which is waited for
 *
 * Checks the names, and that the Tab key comes to all that can be used, on and back: but back into
 * a table, to the number of a row, not to its fields.
 */
void
volets_test_page_check (VoletsTestReader *reader,
                        const char       *name)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) passed_on = NULL;
  g_autoptr (GHashTable) passed_back = NULL;

  collect_controls (volets_test_page_check_names (reader, name), fields, others);
  passed_on = go_round (reader, 0);
  assert_reached (reader, passed_on, fields);
  assert_reached (reader, passed_on, others);
  passed_back = go_round (reader, GDK_SHIFT_MASK);
  assert_reached (reader, passed_back, others);
}
