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

typedef enum {
  OPTION_CALL = 1 << 0,
  OPTION_DATE = 1 << 1,
  OPTION_OUTPUT_DIR = 1 << 2,
  OPTION_ONLY = 1 << 3,
  OPTION_SHOW = 1 << 4,
  OPTION_BUNDLE = 1 << 5,
  OPTION_JSON = 1 << 6,
  OPTION_FORCE = 1 << 7,
} Option;

/* @options: those that mean something to it */
typedef struct {
  const char       *name;
  VoletsCliStatus (*run) (const VoletsCliOptions *options);
  gboolean          wants_files;
  guint             options;
} Command;

static const Command COMMANDS[] = {
  { "check", volets_cli_check, TRUE, OPTION_CALL | OPTION_DATE },
  { "compute", volets_cli_compute, TRUE, OPTION_CALL | OPTION_JSON },
  {
    "export", volets_cli_export, TRUE,
    OPTION_CALL | OPTION_DATE | OPTION_OUTPUT_DIR | OPTION_ONLY | OPTION_BUNDLE | OPTION_FORCE,
  },
  { "verify", volets_cli_verify, TRUE, 0 },
  { "calls", volets_cli_calls, FALSE, OPTION_CALL | OPTION_SHOW },
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

/* GLib says what is wrong in the language of the session; the option is what a person needs. An
 * option of another command is as unknown as one of none.
 */
static gboolean
parse_options (VoletsCliOptions  *options,
               const Command     *command,
               int                argc,
               char             **argv)
{
  const struct {
    Option       option;
    GOptionEntry entry;
  } KNOWN[] = {
    { OPTION_CALL, { "call", 0, 0, G_OPTION_ARG_FILENAME, &options->call, NULL, NULL } },
    { OPTION_DATE, { "date", 0, 0, G_OPTION_ARG_STRING, &options->date, NULL, NULL } },
    {
      OPTION_OUTPUT_DIR,
      { "output-dir", 0, 0, G_OPTION_ARG_FILENAME, &options->output_dir, NULL, NULL },
    },
    { OPTION_ONLY, { "only", 0, 0, G_OPTION_ARG_STRING, &options->only, NULL, NULL } },
    { OPTION_SHOW, { "show", 0, 0, G_OPTION_ARG_STRING, &options->show, NULL, NULL } },
    { OPTION_BUNDLE, { "bundle", 0, 0, G_OPTION_ARG_NONE, &options->bundle, NULL, NULL } },
    { OPTION_JSON, { "json", 0, 0, G_OPTION_ARG_NONE, &options->json, NULL, NULL } },
    { OPTION_FORCE, { "force", 0, 0, G_OPTION_ARG_NONE, &options->force, NULL, NULL } },
  };
  GOptionEntry entries[G_N_ELEMENTS (KNOWN) + 2] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->files, NULL, NULL },
  };
  guint n_entries = 1;
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autofree char *last = g_filename_display_name (argv[argc - 1]);
  g_autofree char *unknown = NULL;
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (KNOWN); i++)
    {
      if (command->options & KNOWN[i].option)
        entries[n_entries++] = KNOWN[i].entry;
    }
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_ignore_unknown_options (context, TRUE);
  g_option_context_add_main_entries (context, entries, NULL);
  if (g_option_context_parse (context, &argc, &argv, &error))
    {
      if (argc < 2)
        return TRUE;
      unknown = g_filename_display_name (argv[1]);
      message = g_strdup_printf ("« %s » n’est pas une option de cette commande ; « volets "
                                 "--help » les donne", unknown);
    }
  else if (g_error_matches (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE))
    {
      message = g_strdup_printf ("il manque la valeur de l’option « %s » ; « volets --help » les "
                                 "explique", last);
    }
  else
    {
      message = g_strdup ("la valeur d’une option n’est pas lisible ; « volets --help » les "
                          "explique");
    }

  volets_cli_refuse (command->name, message);
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
  if (!parse_options (&options, command, argc, argv) || !settle_date (&options))
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
