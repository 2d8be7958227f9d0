/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "screen.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

/* Where a server says how it is reached. */
#define ANSWER_FD 3

#define BUS "dbus-daemon"

struct _VoletsTestScreen {
  char        *folder;            /* for the sockets */
  GSubprocess *server;
  GSubprocess *bus;
  char        *accessibility_bus;
};

/* The number is one that the server itself finds to be free. */
static const char *const SERVER[] = {
  "Xvfb", "-displayfd", "3", "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset", NULL,
};

/* Nothing else of what is installed here is started: what mounts folders would still be at it when
 * its own goes away.
 */
#define ACCESSIBILITY_SERVICE "org.a11y.Bus.service"
#define BUS_CONFIGURATION                                                                      \
  "<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\"\n"       \
  " \"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">\n"                       \
  "<busconfig>\n"                                                                              \
  "  <type>session</type>\n"                                                                   \
  "  <listen>unix:dir=%s</listen>\n"                                                           \
  "  <servicedir>%s</servicedir>\n"                                                            \
  "  <policy context=\"default\">\n"                                                           \
  "    <allow send_destination=\"*\" eavesdrop=\"true\"/>\n"                                   \
  "    <allow eavesdrop=\"true\"/>\n"                                                          \
  "    <allow own=\"*\"/>\n"                                                                   \
  "  </policy>\n"                                                                              \
  "</busconfig>\n"

static char *
read_line (int fd)
{
  g_autoptr (GString) line = g_string_new (NULL);
  char character;

  while (read (fd, &character, 1) == 1 && character != '\n')
    g_string_append_c (line, character);

  return g_string_free (g_steal_pointer (&line), FALSE);
}

/* What a server says is not what a test says. Returns: the first line of its answer. */
static char *
start (VoletsTestScreen   *self,
       const char *const  *arguments,
       GSubprocess       **process)
{
  GSubprocessLauncher *launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE
                                                             | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GError) error = NULL;
  char *answer;
  int ends[2];

  g_assert_cmpint (pipe (ends), ==, 0);
  g_subprocess_launcher_setenv (launcher, "XDG_RUNTIME_DIR", self->folder, TRUE);
  g_subprocess_launcher_take_fd (launcher, ends[1], ANSWER_FD);
  g_subprocess_launcher_set_child_setup (launcher, volets_test_screen_end_with_parent, NULL, NULL);
  *process = g_subprocess_launcher_spawnv (launcher, arguments, &error);
  g_assert_no_error (error);
  /* With it goes the end that the server writes to: one that says nothing ends the line as well. */
  g_object_unref (launcher);
  answer = read_line (ends[0]);
  close (ends[0]);

  return answer;
}

static void
stop (GSubprocess **process)
{
  if (*process == NULL)
    return;

  g_subprocess_send_signal (*process, SIGTERM);
  g_subprocess_wait (*process, NULL, NULL);
  g_clear_object (process);
}

static gboolean
start_server (VoletsTestScreen *self)
{
  g_autofree char *number = start (self, SERVER, &self->server);
  g_autofree char *display = g_strconcat (":", number, NULL);

  g_setenv ("DISPLAY", display, TRUE);
  g_unsetenv ("WAYLAND_DISPLAY");
  g_unsetenv ("XAUTHORITY");

  return *number != '\0';
}

/* Returns: (transfer full) (nullable): what starts the accessibility bus, where it is installed */
static char *
read_service (void)
{
  const char *const *folders = g_get_system_data_dirs ();

  for (gsize i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folders[i], "dbus-1", "services",
                                                ACCESSIBILITY_SERVICE, NULL);
      char *text = NULL;

      if (g_file_get_contents (path, &text, NULL, NULL))
        return text;
    }

  return NULL;
}

/* Returns: (transfer full) (nullable): the file of a bus that starts the accessibility bus alone */
static char *
configure_bus (VoletsTestScreen *self)
{
  g_autofree char *services = g_build_filename (self->folder, "services", NULL);
  g_autofree char *copy = g_build_filename (services, ACCESSIBILITY_SERVICE, NULL);
  g_autofree char *text = g_strdup_printf (BUS_CONFIGURATION, self->folder, services);
  g_autofree char *service = read_service ();
  g_autofree char *path = g_build_filename (self->folder, "session.conf", NULL);
  g_autoptr (GError) error = NULL;

  if (service == NULL)
    return NULL;

  g_assert_cmpint (g_mkdir (services, 0700), ==, 0);
  g_file_set_contents (copy, service, -1, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&path);
}

/* The session bus starts what starts the accessibility bus, on this screen. */
static gboolean
start_buses (VoletsTestScreen *self)
{
  g_autofree char *file = configure_bus (self);
  g_autofree char *option = g_strconcat ("--config-file=", file, NULL);
  const char *const bus[] = {
    BUS, option, "--nofork", "--nopidfile", "--print-address=3", NULL,
  };
  g_autofree char *address = NULL;
  g_autoptr (GDBusConnection) connection = NULL;
  g_autoptr (GVariant) reply = NULL;

  if (file == NULL)
    return FALSE;

  address = start (self, bus, &self->bus);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", address, TRUE);
  g_unsetenv ("AT_SPI_BUS_ADDRESS");
  connection = g_dbus_connection_new_for_address_sync (
    address,
    G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
    NULL, NULL, NULL);
  if (connection == NULL)
    return FALSE;

  reply = g_dbus_connection_call_sync (connection, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus",
                                       "GetAddress", NULL, G_VARIANT_TYPE ("(s)"),
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  if (reply != NULL)
    g_variant_get (reply, "(s)", &self->accessibility_bus);

  return reply != NULL;
}

static char *
find_missing (void)
{
  const char *const programs[] = { SERVER[0], BUS };

  for (gsize i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      g_autofree char *path = g_find_program_in_path (programs[i]);

      if (path == NULL)
        return g_strdup_printf ("%s is not installed", programs[i]);
    }

  return NULL;
}

/**
 * volets_test_screen_new:
 * @reason: (out): why there is none
 *
 * Starts a screen; the programs that are started afterwards show on it.
 *
 * Returns: (transfer full) (nullable): the screen, %NULL where what it takes is not installed
 */
VoletsTestScreen *
volets_test_screen_new (char **reason)
{
  g_autoptr (VoletsTestScreen) self = g_new0 (VoletsTestScreen, 1);
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("volets-XXXXXX", &error);
  g_assert_no_error (error);
  *reason = find_missing ();
  if (*reason == NULL && !start_server (self))
    *reason = g_strdup ("Xvfb does not start");
  if (*reason == NULL && !start_buses (self))
    *reason = g_strdup ("there is no accessibility bus (at-spi2-core)");

  return *reason == NULL ? g_steal_pointer (&self) : NULL;
}

void
volets_test_screen_free (VoletsTestScreen *self)
{
  stop (&self->bus);
  stop (&self->server);
  volets_test_screen_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->accessibility_bus);
  g_free (self);
}

const char *
volets_test_screen_get_accessibility_bus (const VoletsTestScreen *self)
{
  return self->accessibility_bus;
}

/* With all that is in it. */
void
volets_test_screen_remove_folder (const char *folder)
{
  g_autoptr (GSubprocess) removal = NULL;
  g_autoptr (GError) error = NULL;

  removal = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "rm", "-rf", folder, NULL);
  g_assert_no_error (error);
  g_subprocess_wait_check (removal, NULL, &error);
  g_assert_no_error (error);
}

/* Sets up a child that a test which stops half-way does not leave behind. */
void
volets_test_screen_end_with_parent (gpointer unused)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}
