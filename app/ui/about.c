/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "documents/libraries.h"
#include "ui/application.h"
#include "ui/known-calls.h"

/* The details of an AdwAboutWindow can lead to an address, and to nothing else. */
#define PRIVACY_ADDRESS "volets:privacy"

/* Which data computes: a call is known by its year and by the version of its file. */
static char *
describe_calls (void)
{
  g_autoptr (GPtrArray) calls = volets_known_calls_list ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < calls->len; i++)
    {
      const VoletsCall *call = g_ptr_array_index (calls, i);

      g_string_append (text, i > 0 ? ", " : "");
      /* Translators: a call for projects, its year, and which version of its rules. */
      g_string_append_printf (text, _("%s %u (version %u)"), call->acronym, call->year,
                              call->version);
    }

  return g_string_free (text, FALSE);
}

static char *
describe_comments (void)
{
  g_autofree char *calls = describe_calls ();
  g_autofree char *text =
    g_strdup_printf ("%s\n\n%s",
                     _("Grant applications for digital schools: the subsidy as each figure is "
                       "typed, and every paper from one dossier."),
                     _("Rules of the calls for projects:"));

  g_autofree char *all = g_strconcat (text, " ", calls, ".", NULL);

  return g_markup_escape_text (all, -1);
}

/* For whoever is asked for help: what runs here. */
static char *
describe_versions (void)
{
  g_autofree char *libraries = volets_libraries_describe ();
  g_autofree char *calls = describe_calls ();
  g_autofree char *system = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);

  return g_strdup_printf ("Volets %s\n"
                          "%s\n\n"
                          "GTK %u.%u.%u\n"
                          "libadwaita %u.%u.%u\n"
                          "%s\n"
                          "%s\n",
                          VOLETS_VERSION, calls,
                          gtk_get_major_version (), gtk_get_minor_version (),
                          gtk_get_micro_version (),
                          adw_get_major_version (), adw_get_minor_version (),
                          adw_get_micro_version (),
                          libraries, system != NULL ? system : "");
}

static gboolean
activate_link_cb (AdwAboutWindow *window,
                  const char     *address)
{
  if (!g_str_equal (address, PRIVACY_ADDRESS))
    return FALSE;

  g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "privacy", NULL);
  return TRUE;
}

/**
 * volets_about_new:
 * @parent: (nullable): the window it belongs to
 *
 * Returns: (transfer none): what there is to know of the program and of its data
 */
GtkWindow *
volets_about_new (GtkWindow *parent)
{
  g_autofree char *comments = describe_comments ();
  g_autofree char *versions = describe_versions ();
  GtkWindow *window = g_object_new (ADW_TYPE_ABOUT_WINDOW,
                                    "transient-for", parent,
                                    "application-name", "Volets",
                                    "application-icon", VOLETS_APPLICATION_ID,
                                    "version", VOLETS_VERSION,
                                    "comments", comments,
                                    "debug-info", versions,
                                    "debug-info-filename", "volets.txt",
                                    "license-type", GTK_LICENSE_GPL_3_0,
                                    NULL);

  adw_about_window_add_link (ADW_ABOUT_WINDOW (window), _("Data and Privacy"), PRIVACY_ADDRESS);
  g_signal_connect (window, "activate-link", G_CALLBACK (activate_link_cb), NULL);

  return window;
}
