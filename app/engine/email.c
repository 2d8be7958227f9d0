/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/email.h"

#include <string.h>

#include "engine/french.h"
#include "engine/identifier-text.h"

#define MAX_LOCAL 64
#define MAX_LABEL 63
#define MAX_ADDRESS 254

/* Endings that do not exist, or not with that provider, and what was meant. */
static const struct {
  const char *typed;
  const char *meant;
} ENDINGS[] = {
  { ".f", ".fr" },     { ".r", ".fr" },      { ".fe", ".fr" },          { ".ft", ".fr" },
  { ".frr", ".fr" },   { ".rf", ".fr" },     { ".con", ".com" },        { ".cim", ".com" },
  { ".vom", ".com" },  { ".comm", ".com" },  { ".ocm", ".com" },        { ".c", ".com" },
  { ".nett", ".net" }, { ".nte", ".net" },   { ".n", ".net" },          { ".ogr", ".org" },
  { "@gmail.co", "@gmail.com" },             { "@gmail.cm", "@gmail.com" },
  { "@hotmail.co", "@hotmail.com" },         { "@laposte.ne", "@laposte.net" },
  { "@laposte.met", "@laposte.net" },
};

static const struct {
  const char *typed;
  const char *meant;
} PROVIDERS[] = {
  { "gmial", "gmail" },     { "gmai", "gmail" },      { "gmal", "gmail" },
  { "gamil", "gmail" },     { "gmil", "gmail" },      { "gnail", "gmail" },
  { "gmaill", "gmail" },    { "ornage", "orange" },   { "orrange", "orange" },
  { "oragne", "orange" },   { "wanado", "wanadoo" },  { "wanaddo", "wanadoo" },
  { "wandoo", "wanadoo" },  { "wanadooo", "wanadoo" }, { "hotmial", "hotmail" },
  { "hotmal", "hotmail" },  { "hotmai", "hotmail" },  { "outlok", "outlook" },
  { "outloook", "outlook" }, { "yaho", "yahoo" },     { "yahooo", "yahoo" },
  { "lapost", "laposte" },  { "lapsote", "laposte" },
};

/* Of names with several endings, the more frequent in France first. */
static const char *const DOMAINS[] = {
  "orange.fr", "wanadoo.fr", "gmail.com", "free.fr", "sfr.fr", "laposte.net", "hotmail.fr",
  "hotmail.com", "yahoo.fr", "yahoo.com", "outlook.fr", "outlook.com", "bbox.fr", "neuf.fr",
  "live.fr", "icloud.com",
};

/* The domain that was meant, or %NULL where nothing seems wrong with @typed. */
static char *
correct_domain (const char *typed)
{
  g_autofree char *original = g_ascii_strdown (typed, -1);
  g_autofree char *domain = g_strconcat ("@", original, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (DOMAINS); i++)
    {
      g_auto (GStrv) labels = g_strsplit (DOMAINS[i], ".", 2);
      g_autofree char *joined = g_strjoinv ("", labels);

      if (g_str_equal (original, labels[0]) || g_str_equal (original, joined))
        return g_strdup (DOMAINS[i]);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (PROVIDERS); i++)
    {
      g_autofree char *start = g_strconcat ("@", PROVIDERS[i].typed, ".", NULL);
      char *corrected;

      if (!g_str_has_prefix (domain, start))
        continue;
      corrected = g_strconcat ("@", PROVIDERS[i].meant, domain + strlen (start) - 1, NULL);
      g_free (domain);
      domain = corrected;
      break;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (ENDINGS); i++)
    {
      g_autofree char *corrected = NULL;

      if (!g_str_has_suffix (domain, ENDINGS[i].typed))
        continue;
      domain[strlen (domain) - strlen (ENDINGS[i].typed)] = '\0';
      corrected = g_strconcat (domain, ENDINGS[i].meant, NULL);
      return g_strdup (corrected + 1);
    }

  return g_str_equal (domain + 1, original) ? NULL : g_strdup (domain + 1);
}

/* What a person may have meant who typed @address: it is shown only if it is an address. */
static char *
repair_address (const char *address)
{
  g_autofree char *plain = g_utf8_normalize (address, -1, G_NORMALIZE_NFKD);
  const char *start = strchr (plain, '<');
  GString *repaired = g_string_new (NULL);
  char *at;

  /* On a French keyboard « @ » is « à » with another key held down. */
  if (strchr (address, '@') == NULL)
    {
      g_auto (GStrv) parts = g_strsplit (address, "à", 2);

      g_free (plain);
      plain = g_strjoinv ("@", parts);
      start = NULL;
    }

  start = start != NULL ? start + 1 : plain;
  if (g_ascii_strncasecmp (start, "mailto:", 7) == 0)
    start += 7;
  for (const char *p = start; *p != '\0' && *p != '>'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      char last = repaired->len > 0 ? repaired->str[repaired->len - 1] : '.';

      if (c == ',' || c == ';')
        c = '.';
      if (c == '@' && last == '.' && repaired->len > 0)
        g_string_truncate (repaired, repaired->len - 1);
      if (volets_french_is_space (c) || g_unichar_ismark (c)
          || (c == '.' && (last == '.' || last == '@')) || (c == '@' && last == '@'))
        continue;
      g_string_append_unichar (repaired, c);
    }
  if (g_str_has_suffix (repaired->str, "."))
    g_string_truncate (repaired, repaired->len - 1);

  at = strchr (repaired->str, '@');
  if (at != NULL)
    {
      g_autofree char *domain = correct_domain (at + 1);

      if (domain != NULL)
        {
          g_string_truncate (repaired, (gsize) (at + 1 - repaired->str));
          g_string_append (repaired, domain);
        }
    }

  return g_string_free (repaired, FALSE);
}

static gboolean
check_address_characters (const char  *typed,
                          const char  *address,
                          const char  *suggestion,
                          GError     **error)
{
  for (const char *p = address; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      char sign[7] = { 0 };

      if (c < 0x80 && (g_ascii_isalnum (*p) || strchr ("@.!#$%&'*+/=?^_`{|}~-", *p) != NULL))
        continue;
      if (volets_french_is_space (c))
        return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_CHARACTER,
                                         "« %s » contient un espace, qu’une adresse électronique "
                                         "n’a pas%s", typed, suggestion);
      if (g_unichar_isalpha (c))
        return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_CHARACTER,
                                         "« %s » contient une lettre accentuée, qu’une adresse "
                                         "électronique n’a pas%s", typed, suggestion);
      if (g_unichar_isprint (c))
        g_unichar_to_utf8 (c, sign);
      return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_CHARACTER,
                                       "« %s » n’est pas une adresse électronique : « %s » n’y a "
                                       "pas sa place%s", typed, sign, suggestion);
    }

  return TRUE;
}

static gboolean
check_domain (const char  *typed,
              const char  *domain,
              const char  *suggestion,
              GError     **error)
{
  g_auto (GStrv) labels = g_strsplit (domain, ".", -1);
  g_autofree char *meant = correct_domain (domain);
  const char *ending;

  for (guint i = 0; labels[i] != NULL; i++)
    {
      gsize length = strlen (labels[i]);

      if (length > MAX_LABEL || strspn (labels[i], "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                                   "abcdefghijklmnopqrstuvwxyz") != length
          || labels[i][0] == '-' || labels[i][length - 1] == '-')
        return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_CHARACTER,
                                         "« %s » n’est pas une adresse électronique : « %s » n’est "
                                         "pas un nom de domaine%s", typed, domain, suggestion);
    }
  if (labels[1] == NULL)
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_LENGTH,
                                     "« %s » n’a pas de point après le signe @%s",
                                     typed, suggestion);

  ending = strrchr (domain, '.') + 1;
  if (strlen (ending) < 2 || g_ascii_isdigit (*ending) || meant != NULL)
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_PREFIX,
                                     "« %s » n’est sans doute pas juste : le domaine « %s » "
                                     "est inconnu%s", typed, domain, suggestion);

  return TRUE;
}

static gboolean
check_address (const char  *typed,
               const char  *address,
               const char  *suggestion,
               GError     **error)
{
  const char *at = strchr (address, '@');

  if (*address == '\0')
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_EMPTY,
                                     "Il n’y a pas d’adresse électronique ; écrivez par exemple "
                                     "mairie@exemple.fr.");
  if (!check_address_characters (typed, address, suggestion, error))
    return FALSE;
  if (at == NULL)
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_LENGTH,
                                     "« %s » n’est pas une adresse électronique : il y manque le "
                                     "signe @%s", typed, suggestion);
  if (strchr (at + 1, '@') != NULL)
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_CHARACTER,
                                     "« %s » a plusieurs signes @, une adresse électronique n’en "
                                     "a qu’un%s", typed, suggestion);
  if (at == address || at[1] == '\0')
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_LENGTH,
                                     "« %s » n’est pas une adresse électronique : il n’y a rien "
                                     "%s le signe @%s",
                                     typed, at == address ? "avant" : "après", suggestion);
  if (at - address > MAX_LOCAL || strlen (address) > MAX_ADDRESS)
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_LENGTH,
                                     "« %s » est trop long pour une adresse électronique.", typed);
  if (address[0] == '.' || at[-1] == '.' || at[1] == '.' || g_str_has_suffix (at, ".")
      || strstr (address, "..") != NULL)
    return volets_identifier_refuse (error, VOLETS_IDENTIFIER_ERROR_CHARACTER,
                                     "« %s » a un point mal placé%s", typed, suggestion);

  return check_domain (typed, at + 1, suggestion, error);
}

/**
 * volets_email_check:
 * @text: what a person typed; spaces around it do not count
 * @error: a sentence for the person, in VOLETS_IDENTIFIER_ERROR
 *
 * Returns: %TRUE if @text is formed like an e-mail address and its domain is not a known misprint
 */
gboolean
volets_email_check (const char  *text,
                    GError     **error)
{
  g_autofree char *address = NULL;
  g_autofree char *typed = NULL;
  g_autofree char *meant = NULL;
  g_autofree char *suggestion = NULL;
  gboolean helps;

  g_return_val_if_fail (text != NULL, FALSE);

  address = volets_email_trim (text);
  typed = volets_identifier_cite (text);
  if (check_address (typed, address, "", NULL))
    return TRUE;

  meant = repair_address (address);
  helps = check_address (meant, meant, "", NULL);
  suggestion = volets_identifier_suggest (helps ? meant : NULL);

  return check_address (typed, address, suggestion, error);
}

/**
 * volets_email_trim:
 * @text: what a person typed, any bytes
 *
 * Returns: (transfer full): @text without the spaces of any kind around it
 */
char *
volets_email_trim (const char *text)
{
  g_autofree char *valid = NULL;
  const char *start, *end;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  start = valid;
  while (*start != '\0' && volets_french_is_space (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  end = start + strlen (start);
  while (end > start)
    {
      const char *previous = g_utf8_prev_char (end);

      if (!volets_french_is_space (g_utf8_get_char (previous)))
        break;
      end = previous;
    }

  return g_strndup (start, (gsize) (end - start));
}
