/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/language.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>
#include <locale.h>

#define FALLBACK "fr"

/* In these nothing is ever translated; since glibc 2.39 not in C.UTF-8 either. Any other one will
 * do, for LANGUAGE says which language it is.
 */
static const char *const CARRIERS[] = {
  "fr_FR.UTF-8", "en_US.UTF-8", "en_GB.UTF-8", "fr_BE.UTF-8", "fr_CH.UTF-8", "fr_CA.UTF-8",
  "de_DE.UTF-8", "C.UTF-8",
};

static gboolean
is_plain (const char *locale)
{
  return g_str_equal (locale, "C") || g_str_has_prefix (locale, "C.")
         || g_str_equal (locale, "POSIX");
}

/* English is what the sources are written in; it has no catalogue and needs none. */
static gboolean
is_english (const char *language)
{
  return g_str_equal (language, "en") || g_str_has_prefix (language, "en_")
         || g_str_has_prefix (language, "en.") || g_str_has_prefix (language, "en@");
}

/* The languages that are wanted, in their order, as gettext reads them: up to English, which it
 * would pass over for want of a catalogue, or else with French at the end.
 */
static char *
choose_languages (const char *const *wanted)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) languages = NULL;
  gboolean english = FALSE;

  for (guint i = 0; wanted[i] != NULL; i++)
    {
      if (*wanted[i] == '\0' || is_plain (wanted[i]))
        continue;
      if (english && !is_english (wanted[i]))
        break;
      english = is_english (wanted[i]);
      g_strv_builder_add (builder, wanted[i]);
    }
  if (!english)
    g_strv_builder_add (builder, FALLBACK);
  languages = g_strv_builder_end (builder);

  return g_strjoinv (":", languages);
}

static void
find_carrier (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (CARRIERS); i++)
    {
      if (setlocale (LC_MESSAGES, CARRIERS[i]) != NULL)
        return;
    }
}

/**
 * volets_language_set_up:
 * @locale_dir: where the catalogues are installed
 *
 * Makes the interface speak the language of the session, and French where there is no catalogue
 * for it: its words are those of the French administration. To be called before GTK starts.
 */
void
volets_language_set_up (const char *locale_dir)
{
  g_autofree char *languages = choose_languages (g_get_language_names ());

  /* A locale that this machine does not have must not take the accents away as well. */
  if (setlocale (LC_ALL, "") == NULL)
    setlocale (LC_ALL, "C.UTF-8");
  if (is_plain (setlocale (LC_MESSAGES, NULL)))
    find_carrier ();
  g_setenv ("LANGUAGE", languages, TRUE);
  /* It would undo this, and complain. */
  gtk_disable_setlocale ();

  bindtextdomain (GETTEXT_PACKAGE, locale_dir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
