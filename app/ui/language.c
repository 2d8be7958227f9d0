/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/language.h"

#include <glib/gi18n.h>
#include <locale.h>

#define FALLBACK "fr"

/* English is what the sources are written in; it has no catalogue and needs none. */
static gboolean
is_english (const char *const *languages)
{
  return languages[0] != NULL && g_str_has_prefix (languages[0], "en");
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
  const char *const *languages = g_get_language_names ();

  if (!is_english (languages))
    {
      const char *wanted = g_getenv ("LANGUAGE");
      g_autofree char *chain = NULL;

      if (wanted != NULL && *wanted != '\0')
        chain = g_strconcat (wanted, ":" FALLBACK, NULL);
      else if (g_str_equal (languages[0], "C"))
        chain = g_strdup (FALLBACK);
      else
        chain = g_strconcat (languages[0], ":" FALLBACK, NULL);
      g_setenv ("LANGUAGE", chain, TRUE);

      /* In the locale C nothing is ever translated. */
      if (g_strcmp0 (setlocale (LC_MESSAGES, NULL), "C") == 0)
        setlocale (LC_MESSAGES, "C.UTF-8");
    }

  bindtextdomain (GETTEXT_PACKAGE, locale_dir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
