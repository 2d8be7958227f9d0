/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "things.h"

#include "waiting.h"

#define ROOT "/org/a11y/atspi/accessible/root"
#define ACCESSIBLE "org.a11y.atspi.Accessible"

#define TOGGLE_BUTTON 62

/* What is asked, of one thing or of all: all at once, and then the answers are waited for. */
typedef struct {
  GDBusConnection *connection;
  const char      *program;    /* its name on the bus */
  gboolean         names_only; /* asks neither for roles nor for states: that takes half the time */
  guint            n_pending;  /* answers that are to come */
} Inquiry;

/* A thing of which the answers are still coming in. */
typedef struct {
  Inquiry         *inquiry;
  VoletsTestThing *thing;
  GPtrArray       *children;   /* of Branch; NULL where they are not asked for */
} Branch;

static void
branch_free (gpointer data)
{
  Branch *self = data;

  g_clear_pointer (&self->thing, volets_test_thing_free);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_free (self);
}

static Branch *branch_new (Inquiry    *inquiry,
                           const char *path,
                           gboolean    with_children);

/* What went away meanwhile has no answer. */
static GVariant *
take_answer (Branch       *branch,
             GObject      *source,
             GAsyncResult *result)
{
  branch->inquiry->n_pending--;

  return g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
}

static void
children_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Branch *branch = user_data;
  g_autoptr (GVariant) answer = take_answer (branch, source, result);
  g_autoptr (GVariantIter) iter = NULL;
  const char *path;

  if (answer == NULL)
    return;

  g_variant_get (answer, "(a(so))", &iter);
  while (g_variant_iter_loop (iter, "(s&o)", NULL, &path))
    g_ptr_array_add (branch->children, branch_new (branch->inquiry, path, TRUE));
}

static void
role_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Branch *branch = user_data;
  g_autoptr (GVariant) answer = take_answer (branch, source, result);

  if (answer == NULL)
    return;

  g_variant_get (answer, "(u)", &branch->thing->role);
  /* A button that stays down is not one for every version of GTK. */
  if (branch->thing->role == TOGGLE_BUTTON)
    branch->thing->role = VOLETS_TEST_ROLE_BUTTON;
}

static void
state_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Branch *branch = user_data;
  g_autoptr (GVariant) answer = take_answer (branch, source, result);
  g_autoptr (GVariantIter) iter = NULL;
  guint32 word;

  if (answer == NULL)
    return;

  g_variant_get (answer, "(au)", &iter);
  for (guint shift = 0; g_variant_iter_loop (iter, "u", &word); shift += 32)
    branch->thing->states |= (guint64) word << shift;
}

static void
ask (Branch              *branch,
     const char          *interface,
     const char          *method,
     GVariant            *arguments,
     GAsyncReadyCallback  callback)
{
  Inquiry *inquiry = branch->inquiry;

  inquiry->n_pending++;
  g_dbus_connection_call (inquiry->connection, inquiry->program, branch->thing->path, interface,
                          method, arguments, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, callback,
                          branch);
}

static void
properties_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Branch *branch = user_data;
  g_autoptr (GVariant) answer = take_answer (branch, source, result);
  g_autoptr (GVariant) properties = NULL;
  gint32 n_children = 0;

  if (answer == NULL)
    return;

  properties = g_variant_get_child_value (answer, 0);
  g_variant_lookup (properties, "Name", "s", &branch->thing->name);
  g_variant_lookup (properties, "Description", "s", &branch->thing->description);
  g_variant_lookup (properties, "ChildCount", "i", &n_children);
  if (n_children > 0 && branch->children != NULL)
    ask (branch, ACCESSIBLE, "GetChildren", NULL, children_cb);
}

static Branch *
branch_new (Inquiry    *inquiry,
            const char *path,
            gboolean    with_children)
{
  Branch *branch = g_new0 (Branch, 1);

  branch->inquiry = inquiry;
  branch->thing = g_new0 (VoletsTestThing, 1);
  branch->thing->path = g_strdup (path);
  branch->thing->parent = -1;
  if (with_children)
    branch->children = g_ptr_array_new_with_free_func (branch_free);

  ask (branch, "org.freedesktop.DBus.Properties", "GetAll", g_variant_new ("(s)", ACCESSIBLE),
       properties_cb);
  if (!inquiry->names_only)
    {
      ask (branch, ACCESSIBLE, "GetRole", NULL, role_cb);
      ask (branch, ACCESSIBLE, "GetState", NULL, state_cb);
    }

  return branch;
}

static void
wait_answers (Inquiry *inquiry)
{
  VOLETS_TEST_TRY (inquiry->n_pending == 0);
  g_assert_cmpuint (inquiry->n_pending, ==, 0);
}

static VoletsTestThing *
take_thing (Branch *branch)
{
  VoletsTestThing *thing = g_steal_pointer (&branch->thing);

  if (thing->name == NULL)
    thing->name = g_strdup ("");
  if (thing->description == NULL)
    thing->description = g_strdup ("");

  return thing;
}

static void
flatten (Branch    *branch,
         int        parent,
         GPtrArray *things)
{
  VoletsTestThing *thing = take_thing (branch);
  int index = (int) things->len;

  thing->parent = parent;
  g_ptr_array_add (things, thing);
  for (guint i = 0; i < branch->children->len; i++)
    flatten (g_ptr_array_index (branch->children, i), index, things);
}

/**
 * volets_test_things_list:
 * @connection: to the accessibility bus
 * @program: the name that a program has there
 * @names_only: without their roles and states
 *
 * Returns: (transfer full) (element-type VoletsTestThing): all that the program has on the screen
 *   now, each thing after what it is in
 */
GPtrArray *
volets_test_things_list (GDBusConnection *connection,
                         const char      *program,
                         gboolean         names_only)
{
  GPtrArray *things = g_ptr_array_new_with_free_func ((GDestroyNotify) volets_test_thing_free);
  Inquiry inquiry = { connection, program, names_only };
  Branch *root = branch_new (&inquiry, ROOT, TRUE);

  wait_answers (&inquiry);
  flatten (root, -1, things);
  branch_free (root);

  return things;
}

/**
 * volets_test_thing_ask:
 * @connection: to the accessibility bus
 * @program: the name that a program has there
 * @path: what the bus knows the thing by
 *
 * Returns: (transfer full): the thing alone; without a role if it is not there any more
 */
VoletsTestThing *
volets_test_thing_ask (GDBusConnection *connection,
                       const char      *program,
                       const char      *path)
{
  Inquiry inquiry = { connection, program };
  Branch *branch = branch_new (&inquiry, path, FALSE);
  VoletsTestThing *thing;

  wait_answers (&inquiry);
  thing = take_thing (branch);
  branch_free (branch);

  return thing;
}

void
volets_test_thing_free (VoletsTestThing *self)
{
  g_free (self->path);
  g_free (self->name);
  g_free (self->description);
  g_free (self);
}

gboolean
volets_test_thing_has (const VoletsTestThing *self,
                       VoletsTestState        state)
{
  return (self->states >> state & 1) != 0;
}
