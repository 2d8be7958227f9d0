/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VoletsFileProblems:
 * @VOLETS_FILE_PROBLEM_DAMAGED: no reader opens it
 * @VOLETS_FILE_PROBLEM_ENCRYPTED: a PDF that is protected, with or without a password to open it
 * @VOLETS_FILE_PROBLEM_SCRIPT: a PDF that has JavaScript in it
 * @VOLETS_FILE_PROBLEM_ACTION: a PDF that starts a program, sends a form, or does something else
 *   than to show a page when it is opened
 * @VOLETS_FILE_PROBLEM_UNDECIDED: it could not be looked through to its end
 */
typedef enum {
  VOLETS_FILE_PROBLEM_DAMAGED = 1 << 0,
  VOLETS_FILE_PROBLEM_ENCRYPTED = 1 << 1,
  VOLETS_FILE_PROBLEM_SCRIPT = 1 << 2,
  VOLETS_FILE_PROBLEM_ACTION = 1 << 3,
  VOLETS_FILE_PROBLEM_UNDECIDED = 1 << 4,
} VoletsFileProblems;

/**
 * VoletsFileInspection:
 * @problems: what is wrong with the file
 * @n_pages: how many pages a PDF has; zero for anything else, and where it is not known
 */
typedef struct {
  VoletsFileProblems problems;
  guint              n_pages;
} VoletsFileInspection;

gboolean             volets_file_is_inspected (const char *path);
VoletsFileInspection volets_file_inspect      (const char *path);

G_END_DECLS
