/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader.h"

#include "waiting.h"

#define REGISTRY "org.a11y.atspi.Registry"
#define ROOT "/org/a11y/atspi/accessible/root"
#define ACCESSIBLE "org.a11y.atspi.Accessible"
#define DEVICES "/org/a11y/atspi/registry/deviceeventcontroller"
#define DEVICE_INTERFACE "org.a11y.atspi.DeviceEventController"

/* What GenerateKeyboardEvent is asked to do. */
enum {
  KEY_SYMBOL = 3,
  LOCK_MODIFIERS = 5,
  UNLOCK_MODIFIERS = 6,
};

struct _VoletsTestReader {
  GDBusConnection *connection;
  char            *program;    /* its name on the bus */
  guint            focus_id;
  char            *focus;      /* the path of what has the focus */
  gint64           looked_at;  /* when it was last looked for everywhere */
  GPtrArray       *things;     /* those that were last listed or asked for */
};

static GVariant *
call (VoletsTestReader *self,
      const char       *name,
      const char       *path,
      const char       *interface,
      const char       *method,
      GVariant         *arguments)
{
  return g_dbus_connection_call_sync (self->connection, name, path, interface, method, arguments,
                                      NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
}

/* Its name on the bus, once it is there. */
static char *
find_program (VoletsTestReader *self,
              const char       *process_id)
{
  g_autoptr (GVariant) reply = call (self, REGISTRY, ROOT, ACCESSIBLE, "GetChildren", NULL);
  g_autoptr (GVariantIter) iter = NULL;
  const char *name;

  if (reply == NULL)
    return NULL;

  g_variant_get (reply, "(a(so))", &iter);
  while (g_variant_iter_loop (iter, "(&so)", &name, NULL))
    {
      g_autoptr (GVariant) answer =
        call (self, "org.freedesktop.DBus", "/", "org.freedesktop.DBus",
              "GetConnectionUnixProcessID", g_variant_new ("(s)", name));
      guint32 id = 0;

      if (answer != NULL)
        g_variant_get (answer, "(u)", &id);
      if (id == g_ascii_strtoull (process_id, NULL, 10))
        return g_strdup (name);
    }

  return NULL;
}

static void
focus_cb (GDBusConnection *connection,
          const char      *sender,
          const char      *path,
          const char      *interface,
          const char      *signal,
          GVariant        *parameters,
          gpointer         user_data)
{
  VoletsTestReader *self = user_data;
  gint32 has_it;

  g_variant_get_child (parameters, 1, "i", &has_it);
  if (has_it)
    {
      g_free (self->focus);
      self->focus = g_strdup (path);
    }
  else if (g_strcmp0 (path, self->focus) == 0)
    {
      g_clear_pointer (&self->focus, g_free);
    }
}

/**
 * volets_test_reader_new:
 * @screen: where the program shows
 * @process_id: of the program
 *
 * Returns: (transfer full): what reads the program, which has begun to speak
 */
VoletsTestReader *
volets_test_reader_new (const VoletsTestScreen *screen,
                        const char             *process_id)
{
  VoletsTestReader *self = g_new0 (VoletsTestReader, 1);
  g_autoptr (GError) error = NULL;

  self->things = g_ptr_array_new ();
  self->connection = g_dbus_connection_new_for_address_sync (
    volets_test_screen_get_accessibility_bus (screen),
    G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
    NULL, NULL, &error);
  g_assert_no_error (error);

  VOLETS_TEST_TRY ((self->program = find_program (self, process_id)) != NULL);
  g_assert_nonnull (self->program);
  self->focus_id = g_dbus_connection_signal_subscribe (
    self->connection, self->program, "org.a11y.atspi.Event.Object", "StateChanged", NULL,
    "focused", G_DBUS_SIGNAL_FLAGS_NONE, focus_cb, self, NULL);
  /* Some programs tell only who asked. */
  g_variant_unref (call (self, REGISTRY, "/org/a11y/atspi/registry", REGISTRY, "RegisterEvent",
                         g_variant_new ("(sass)", "object:state-changed:focused", NULL, "")));
  /* To the middle of the header bar: a list chooses what the pointer happens to be over. */
  g_variant_unref (call (self, REGISTRY, DEVICES, DEVICE_INTERFACE, "GenerateMouseEvent",
                         g_variant_new ("(iis)", 600, 4, "abs")));

  return self;
}

void
volets_test_reader_free (VoletsTestReader *self)
{
  g_dbus_connection_signal_unsubscribe (self->connection, self->focus_id);
  g_object_unref (self->connection);
  g_ptr_array_unref (self->things);
  g_free (self->program);
  g_free (self->focus);
  g_free (self);
}

static GPtrArray *
list (VoletsTestReader *self,
      gboolean          names_only)
{
  g_ptr_array_unref (self->things);
  self->things = volets_test_things_list (self->connection, self->program, names_only);

  return self->things;
}

/**
 * volets_test_reader_list:
 * @self: a reader
 *
 * Returns: (transfer none) (element-type VoletsTestThing): all that there is now, each thing after
 *   what it is in; until the next call of a function that returns a thing
 */
GPtrArray *
volets_test_reader_list (VoletsTestReader *self)
{
  return list (self, FALSE);
}

static guint
count_if_there (VoletsTestReader *self,
                const char       *name)
{
  GPtrArray *things = list (self, TRUE);

  for (guint i = 0; i < things->len; i++)
    {
      if (g_str_equal (((const VoletsTestThing *) g_ptr_array_index (things, i))->name, name))
        return things->len;
    }

  return 0;
}

static gboolean
has_still (VoletsTestReader *self,
           guint             n_things)
{
  volets_test_pause ();

  return volets_test_reader_list (self)->len == n_things;
}

/**
 * volets_test_reader_list_settled:
 * @self: a reader
 * @name: of something in a page
 *
 * Waits until that page is there, and nothing more comes: the cells of a table have their fields
 * one frame after its rows.
 *
 * Returns: (transfer none) (element-type VoletsTestThing): as volets_test_reader_list()
 */
GPtrArray *
volets_test_reader_list_settled (VoletsTestReader *self,
                                 const char       *name)
{
  guint n_things;
  gboolean is_settled;

  VOLETS_TEST_TRY_SLOWLY (is_settled = (n_things = count_if_there (self, name)) > 0
                                       && has_still (self, n_things));
  if (!is_settled)
    g_error ("nothing is called « %s », or there is more and more", name);

  return self->things;
}

/**
 * volets_test_reader_ask:
 * @self: a reader
 * @path: of a thing
 *
 * Returns: (transfer none): the thing as it is now, without a role if it is not there any more
 */
const VoletsTestThing *
volets_test_reader_ask (VoletsTestReader *self,
                        const char       *path)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->things);

  self->things = g_ptr_array_new_with_free_func ((GDestroyNotify) volets_test_thing_free);
  g_ptr_array_add (self->things, volets_test_thing_ask (self->connection, self->program, path));

  return g_ptr_array_index (self->things, 0);
}

/**
 * volets_test_reader_find:
 * @self: a reader
 * @role: a role
 * @name: a name
 *
 * Returns: (transfer none) (nullable): the first thing of that role and name
 */
const VoletsTestThing *
volets_test_reader_find (VoletsTestReader *self,
                         guint             role,
                         const char       *name)
{
  GPtrArray *things = list (self, TRUE);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < things->len; i++)
    {
      const VoletsTestThing *thing = g_ptr_array_index (things, i);

      if (g_str_equal (thing->name, name))
        g_ptr_array_add (paths, g_strdup (thing->path));
    }
  for (guint i = 0; i < paths->len; i++)
    {
      const VoletsTestThing *thing = volets_test_reader_ask (self, g_ptr_array_index (paths, i));

      if (thing->role == role)
        return thing;
    }

  return NULL;
}

/**
 * volets_test_reader_wait:
 * @self: a reader
 * @role: a role
 * @name: a name
 *
 * Returns: (transfer none): the first thing of that role and name, as soon as there is one
 */
const VoletsTestThing *
volets_test_reader_wait (VoletsTestReader *self,
                         guint             role,
                         const char       *name)
{
  const VoletsTestThing *thing;

  VOLETS_TEST_TRY_SLOWLY ((thing = volets_test_reader_find (self, role, name)) != NULL);
  if (thing == NULL)
    g_error ("nothing of role %u is called « %s »", role, name);

  return thing;
}

/**
 * volets_test_reader_wait_gone:
 * @self: a reader
 * @name: a name
 *
 * Waits until nothing has that name any more.
 */
void
volets_test_reader_wait_gone (VoletsTestReader *self,
                              const char       *name)
{
  gboolean gone;

  VOLETS_TEST_TRY_SLOWLY (gone = count_if_there (self, name) == 0);
  if (!gone)
    g_error ("something is still called « %s »", name);
}

/* Where the focus was put before anything was said of it: when a window opens. */
static const VoletsTestThing *
look_for_focus (VoletsTestReader *self)
{
  GPtrArray *things;

  if (g_get_monotonic_time () - self->looked_at < VOLETS_TEST_PAUSE * 1000)
    return NULL;

  g_clear_pointer (&self->focus, g_free);
  things = volets_test_reader_list (self);
  self->looked_at = g_get_monotonic_time ();
  for (guint i = 0; i < things->len && self->focus == NULL; i++)
    {
      const VoletsTestThing *thing = g_ptr_array_index (things, i);

      if (volets_test_thing_has (thing, VOLETS_TEST_STATE_FOCUSED))
        self->focus = g_strdup (thing->path);
    }

  /* What was said of it meanwhile is newer than the list. */
  return self->focus != NULL ? volets_test_reader_ask (self, self->focus) : NULL;
}

/**
 * volets_test_reader_get_focus:
 * @self: a reader
 *
 * Returns: (transfer none) (nullable): what has the focus, %NULL where that is not known yet
 */
const VoletsTestThing *
volets_test_reader_get_focus (VoletsTestReader *self)
{
  const VoletsTestThing *thing;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  thing = self->focus != NULL ? volets_test_reader_ask (self, self->focus) : NULL;

  return thing != NULL && volets_test_thing_has (thing, VOLETS_TEST_STATE_FOCUSED)
           ? thing : look_for_focus (self);
}

static gboolean
is_focus (VoletsTestReader *self,
          guint             role,
          const char       *name)
{
  const VoletsTestThing *focus = volets_test_reader_get_focus (self);

  return focus != NULL && focus->role == role && (name == NULL || g_str_equal (focus->name, name));
}

/**
 * volets_test_reader_wait_focus:
 * @self: a reader
 * @role: a role
 * @name: (nullable): a name, %NULL for any
 *
 * Waits until what has the focus is of that role and name.
 */
void
volets_test_reader_wait_focus (VoletsTestReader *self,
                               guint             role,
                               const char       *name)
{
  gboolean is_there;

  VOLETS_TEST_TRY (is_there = is_focus (self, role, name));
  if (!is_there)
    {
      const VoletsTestThing *focus = volets_test_reader_get_focus (self);

      g_error ("the focus is on « %s » of role %u, not on « %s » of role %u",
               focus != NULL ? focus->name : "nothing", focus != NULL ? focus->role : 0,
               name != NULL ? name : "anything", role);
    }
}

static gboolean
has_focus_in (VoletsTestReader *self,
              const char       *name)
{
  GPtrArray *things = volets_test_reader_list (self);

  for (guint i = 0; i < things->len; i++)
    {
      const VoletsTestThing *thing = g_ptr_array_index (things, i);

      if (!volets_test_thing_has (thing, VOLETS_TEST_STATE_FOCUSED))
        continue;
      for (; thing->parent >= 0; thing = g_ptr_array_index (things, thing->parent))
        {
          if (g_str_equal (thing->name, name))
            return TRUE;
        }
    }

  return FALSE;
}

/**
 * volets_test_reader_wait_focus_in:
 * @self: a reader
 * @name: a name
 *
 * Waits until the focus is somewhere inside something of that name.
 */
void
volets_test_reader_wait_focus_in (VoletsTestReader *self,
                                  const char       *name)
{
  gboolean is_there;

  VOLETS_TEST_TRY_SLOWLY (is_there = has_focus_in (self, name));
  if (!is_there)
    g_error ("the focus is not in « %s »", name);
}

/**
 * volets_test_reader_read_text:
 * @self: a reader
 * @path: of something that text is typed in
 *
 * Returns: (transfer full): what is typed in it
 */
char *
volets_test_reader_read_text (VoletsTestReader *self,
                              const char       *path)
{
  /* The end of the text is not -1 for every version of GTK. */
  g_autoptr (GVariant) count =
    call (self, self->program, path, "org.freedesktop.DBus.Properties", "Get",
          g_variant_new ("(ss)", "org.a11y.atspi.Text", "CharacterCount"));
  g_autoptr (GVariant) boxed = NULL;
  g_autoptr (GVariant) reply = NULL;
  char *text;

  g_assert_nonnull (count);
  g_variant_get (count, "(v)", &boxed);
  reply = call (self, self->program, path, "org.a11y.atspi.Text", "GetText",
                g_variant_new ("(ii)", 0, g_variant_get_int32 (boxed)));
  g_assert_nonnull (reply);
  g_variant_get (reply, "(s)", &text);

  return text;
}

static void
generate (VoletsTestReader *self,
          gint32            code,
          guint32           what)
{
  g_autoptr (GVariant) reply = call (self, REGISTRY, DEVICES, DEVICE_INTERFACE,
                                     "GenerateKeyboardEvent",
                                     g_variant_new ("(isu)", code, "", what));

  g_assert_nonnull (reply);
}

/**
 * volets_test_reader_press:
 * @self: a reader
 * @modifiers: what is held down
 * @key: what is pressed, then let go, wherever the focus is
 */
void
volets_test_reader_press (VoletsTestReader *self,
                          GdkModifierType   modifiers,
                          guint             key)
{
  if (modifiers != 0)
    generate (self, (gint32) modifiers, LOCK_MODIFIERS);
  generate (self, (gint32) key, KEY_SYMBOL);
  if (modifiers != 0)
    generate (self, (gint32) modifiers, UNLOCK_MODIFIERS);
}

/**
 * volets_test_reader_type:
 * @self: a reader
 * @text: what to type: characters that any keyboard has
 */
void
volets_test_reader_type (VoletsTestReader *self,
                         const char       *text)
{
  for (const char *character = text; *character != '\0'; character++)
    generate (self, *character, KEY_SYMBOL);
}

static const VoletsTestThing *
wait_any_focus (VoletsTestReader *self)
{
  const VoletsTestThing *focus;

  VOLETS_TEST_TRY ((focus = volets_test_reader_get_focus (self)) != NULL);
  if (focus == NULL)
    g_error ("nothing has the focus");

  return focus;
}

/**
 * volets_test_reader_press_tab:
 * @self: a reader
 * @modifiers: GDK_SHIFT_MASK to go back
 *
 * Presses the Tab key, and waits until the focus has moved.
 *
 * Returns: (transfer none): what has it now
 */
const VoletsTestThing *
volets_test_reader_press_tab (VoletsTestReader *self,
                              GdkModifierType   modifiers)
{
  g_autofree char *before =
    g_strdup (self->focus != NULL ? self->focus : wait_any_focus (self)->path);

  volets_test_reader_press (self, modifiers, GDK_KEY_Tab);
  VOLETS_TEST_TRY (self->focus != NULL && !g_str_equal (self->focus, before));
  if (self->focus == NULL || g_str_equal (self->focus, before))
    g_error ("the Tab key does not leave « %s »%s", volets_test_reader_ask (self, before)->name,
             modifiers != 0 ? " going back" : "");

  return wait_any_focus (self);
}

/**
 * volets_test_reader_tab_to:
 * @self: a reader
 * @role: a role
 * @name: a name
 *
 * Presses the Tab key until what has the focus is of that role and name. Nothing may be about to
 * move the focus: what does is to be waited for first.
 */
void
volets_test_reader_tab_to (VoletsTestReader *self,
                           guint             role,
                           const char       *name)
{
  g_autoptr (GHashTable) passed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const VoletsTestThing *focus = wait_any_focus (self);

  while (focus->role != role || !g_str_equal (focus->name, name))
    {
      if (!g_hash_table_add (passed, g_strdup (focus->path)))
        g_error ("the Tab key does not lead to « %s » of role %u, but back to « %s »", name, role,
                 focus->name);
      focus = volets_test_reader_press_tab (self, 0);
    }
}

/**
 * volets_test_reader_press_button:
 * @self: a reader
 * @name: of a button
 * @role: of what has the focus afterwards
 * @result: its name
 *
 * Goes to a button with the Tab key, presses it, and waits until it has brought the focus where it
 * does: GTK lets it go only a quarter of a second after the key.
 */
void
volets_test_reader_press_button (VoletsTestReader *self,
                                 const char       *name,
                                 guint             role,
                                 const char       *result)
{
  volets_test_reader_tab_to (self, VOLETS_TEST_ROLE_BUTTON, name);
  volets_test_reader_press (self, 0, GDK_KEY_Return);
  volets_test_reader_wait_focus (self, role, result);
}
