/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/calls.h"

#include <string.h>

#include "engine/call-reader.h"
#include "engine/call-store.h"

/**
 * volets_test_read_call_file:
 * @id: the id of a call of tests/cases/calls
 *
 * Returns: (transfer full): what its file holds
 */
char *
volets_test_read_call_file (const char *id)
{
  g_autofree char *name = g_strconcat (id, ".xml", NULL);
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "cases", "calls", name, NULL);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (file, &contents, NULL, &error);
  g_assert_no_error (error);

  return contents;
}

/**
 * volets_test_find_call:
 * @id: the id of a call that comes with the program, or of one of tests/cases/calls
 *
 * Returns: (transfer full): the call
 */
VoletsCall *
volets_test_find_call (const char *id)
{
  VoletsCall *call = volets_call_store_find (id);
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (call != NULL)
    return call;

  contents = volets_test_read_call_file (id);
  bytes = g_bytes_new (contents, strlen (contents));
  call = volets_call_read (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (call->id, ==, id);

  return call;
}
