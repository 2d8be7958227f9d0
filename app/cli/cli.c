/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/cli.h"

#include <string.h>

#include "cli/cli-command.h"
#include "cli/cli-output.h"
#include "engine/french.h"

#define USAGE                                                                                    \
  "Volets – demande de subvention pour l’école numérique\n"                                      \
  "\n"                                                                                           \
  "  volets [FICHIER…]                         ouvre la fenêtre\n"                              \
  "  volets check FICHIER…                     ce qui manque ou ne va pas dans un dossier\n"     \
  "  volets compute FICHIER… [--json]          la subvention, ligne par ligne\n"                 \
  "  volets export FICHIER… --output-dir DOSSIER [--only summary,xml] [--force]\n"               \
  "                                            la synthèse, la délibération, le plan, le dépôt\n" \
  "  volets export FICHIER… --output-dir DOSSIER --bundle [--force]\n"                           \
  "                                            tout ce qui se dépose, avec les pièces : un\n"    \
  "                                            dossier numéroté, sa liste, ses empreintes\n"     \
  "  volets verify FICHIER FICHIER             deux fichiers portent-ils les mêmes réponses ?\n" \
  "  volets calls [--show APPEL]               les appels à projets connus\n"                    \
  "\n"                                                                                           \
  "  FICHIER est un dossier (.volets), son fichier de dépôt (.xml) ou sa synthèse (.pdf).\n"       \
  "\n"                                                                                           \
  "  --call FICHIER      un appel à projets donné par son fichier\n"                             \
  "  --date AAAA-MM-JJ   la date du jour, pour les échéances et les documents\n"                 \
  "  --output-dir DOSSIER, --force             où écrire, et remplacer ce qui existe\n"          \
  "  --only NOM,NOM…     summary, deliberation, deliberation-odt, plan, transcription, xml,\n"    \
  "                      json ; sinon tout\n"                                                     \
  "  --help, --version\n"                                                                        \
  "\n"                                                                                           \
  "Code de sortie : 0 tout va bien, 1 il reste des erreurs ou les fichiers diffèrent,\n"         \
  "2 un fichier ne peut pas être lu ou écrit, ou la commande est mal écrite.\n"

typedef struct {
  const char       *name;
  VoletsCliStatus (*run) (const VoletsCliOptions *options);
  gboolean          wants_files;
} Command;

static const Command COMMANDS[] = {
  { "check", volets_cli_check, TRUE },
  { "compute", volets_cli_compute, TRUE },
  { "export", volets_cli_export, TRUE },
  { "verify", volets_cli_verify, TRUE },
  { "calls", volets_cli_calls, FALSE },
};

static void
clear_options (VoletsCliOptions *options)
{
  g_free (options->call);
  g_free (options->date);
  g_free (options->output_dir);
  g_free (options->only);
  g_free (options->show);
  g_strfreev (options->files);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VoletsCliOptions, clear_options)

static const Command *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (COMMANDS); i++)
    {
      if (g_str_equal (COMMANDS[i].name, name))
        return &COMMANDS[i];
    }

  return NULL;
}

/* GLib says what is wrong in the language of the session; the option is what a person needs. */
static gboolean
parse_options (VoletsCliOptions  *options,
               int               *argc,
               char            ***argv)
{
  const GOptionEntry entries[] = {
    { "call", 0, 0, G_OPTION_ARG_FILENAME, &options->call, NULL, NULL },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options->date, NULL, NULL },
    { "output-dir", 0, 0, G_OPTION_ARG_FILENAME, &options->output_dir, NULL, NULL },
    { "only", 0, 0, G_OPTION_ARG_STRING, &options->only, NULL, NULL },
    { "show", 0, 0, G_OPTION_ARG_STRING, &options->show, NULL, NULL },
    { "bundle", 0, 0, G_OPTION_ARG_NONE, &options->bundle, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->json, NULL, NULL },
    { "force", 0, 0, G_OPTION_ARG_NONE, &options->force, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->files, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, NULL);
  if (g_option_context_parse (context, argc, argv, &error))
    return TRUE;

  volets_cli_refuse ("volets", g_error_matches (error, G_OPTION_ERROR,
                                                G_OPTION_ERROR_UNKNOWN_OPTION)
                                 ? "une option n’est pas connue ; « volets --help » les donne"
                                 : "il manque la valeur d’une option ; « volets --help » les "
                                   "donne");
  return FALSE;
}

static gboolean
settle_date (VoletsCliOptions *options)
{
  if (options->date == NULL)
    {
      g_autoptr (GDateTime) now = g_date_time_new_now_local ();

      options->date = g_date_time_format (now, "%Y-%m-%d");
      return TRUE;
    }
  if (volets_french_date_is_valid (options->date))
    return TRUE;

  volets_cli_refuse ("--date", "il faut une date comme 2021-03-31");
  return FALSE;
}

/**
 * volets_cli_handles:
 * @argument: the first argument of the program
 *
 * A bare word that names no file is a command too, if only a misspelt one.
 *
 * Returns: whether it is for the command line, else for the window
 */
gboolean
volets_cli_handles (const char *argument)
{
  return find_command (argument) != NULL || g_str_equal (argument, "--help")
         || g_str_equal (argument, "-h") || g_str_equal (argument, "--version")
         || (strpbrk (argument, "-./:") == NULL && !g_file_test (argument, G_FILE_TEST_EXISTS));
}

/**
 * volets_cli_run:
 * @argc: the number of arguments
 * @argv: the arguments, the program first
 *
 * Returns: what the program exits with
 */
int
volets_cli_run (int   argc,
                char *argv[])
{
  g_auto (VoletsCliOptions) options = { 0 };
  const Command *command;

  if (argc < 2 || g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    {
      volets_cli_print ("%s", USAGE);
      return argc < 2 ? VOLETS_CLI_UNUSABLE : VOLETS_CLI_FINE;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      volets_cli_print ("volets %s\n", VOLETS_VERSION);
      return VOLETS_CLI_FINE;
    }

  command = find_command (argv[1]);
  if (command == NULL)
    {
      volets_cli_refuse (argv[1], "ce n’est pas une commande ; « volets --help » les donne");
      return VOLETS_CLI_UNUSABLE;
    }
  for (int i = 2; i < argc; i++)
    {
      if (g_str_equal (argv[i], "--help"))
        {
          volets_cli_print ("%s", USAGE);
          return VOLETS_CLI_FINE;
        }
    }

  argv++;
  argc--;
  if (!parse_options (&options, &argc, &argv) || !settle_date (&options))
    return VOLETS_CLI_UNUSABLE;
  if (options.files == NULL)
    options.files = g_new0 (char *, 1);
  if (command->wants_files && options.files[0] == NULL)
    {
      volets_cli_refuse (command->name, "donnez au moins un fichier ; « volets --help » explique "
                                        "comment");
      return VOLETS_CLI_UNUSABLE;
    }

  return (int) command->run (&options);
}
