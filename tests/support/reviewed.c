/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/reviewed.h"

#include <string.h>

#include "engine/call-reader.h"
#include "engine/call-store.h"
#include "support/samples.h"

/* A call that came along, or one of the fixtures. */
static VoletsCall *
load_call (const char *name)
{
  g_autofree char *path = volets_test_get_data_path ("tests/fixtures", name);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  VoletsCall *call;

  if (!g_str_has_suffix (name, ".xml"))
    return volets_call_store_find (name);

  bytes = volets_test_load (path);
  call = volets_call_read (bytes, &error);
  g_assert_no_error (error);
  return call;
}

/**
 * volets_test_review_init:
 * @self: where to
 * @dossier: (transfer full): a dossier
 * @call_name: the id of a call that came along, or a file of tests/fixtures
 * @today: a date
 */
void
volets_test_review_init (VoletsTestReview *self,
                         VoletsDossier    *dossier,
                         const char       *call_name,
                         const char       *today)
{
  self->dossier = dossier;
  self->call = load_call (call_name);
  g_assert_nonnull (self->call);
  self->subsidy = volets_subsidy_compute (self->call, dossier, NULL);
  self->findings = volets_review (self->call, dossier, self->subsidy, today);
}

void
volets_test_review_clear (VoletsTestReview *self)
{
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->subsidy, volets_subsidy_unref);
  g_clear_pointer (&self->call, volets_call_unref);
  g_clear_object (&self->dossier);
}

/* The first finding of that code at that place. */
const VoletsFinding *
volets_test_review_find (const VoletsTestReview *self,
                         const char             *code,
                         const char             *path)
{
  for (guint i = 0; i < self->findings->len; i++)
    {
      const VoletsFinding *finding = g_ptr_array_index (self->findings, i);
      g_autofree char *where = volets_finding_get_path (finding);

      if (g_str_equal (finding->code, code) && g_str_equal (where, path))
        return finding;
    }

  return NULL;
}

char *
volets_test_review_describe (const VoletsTestReview *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->findings->len; i++)
    {
      const VoletsFinding *finding = g_ptr_array_index (self->findings, i);
      g_autofree char *path = volets_finding_get_path (finding);

      g_string_append_printf (text, "%d %s %s %s %s\n", finding->severity, finding->code, path,
                              finding->source != NULL ? finding->source->id : "-",
                              finding->message);
    }

  return g_string_free (text, FALSE);
}

/* Sentences for a secretary: whole, French, with the apostrophe and quotes of print. */
static void
assert_sentence (const char *message)
{
  g_autofree char *initial = g_utf8_substring (message, 0, 1);
  g_autofree char *capital = g_utf8_strup (initial, -1);

  g_assert_true (g_utf8_validate (message, -1, NULL));
  if (strpbrk (message, "'\"{}_\n") != NULL || strstr (message, "  ") != NULL
      || strstr (message, "(null)") != NULL)
    g_error ("what a person should not see: %s", message);
  if (!g_str_equal (initial, capital) && !g_str_has_prefix (message, "«"))
    g_error ("no capital: %s", message);
  if (!g_str_has_suffix (message, ".") && !g_str_has_suffix (message, "?"))
    g_error ("no full stop: %s", message);
}

void
volets_test_review_assert_well_formed (const VoletsTestReview *self)
{
  for (guint i = 0; i < self->findings->len; i++)
    {
      const VoletsFinding *finding = g_ptr_array_index (self->findings, i);

      assert_sentence (finding->message);
      g_assert_true (finding->step == volets_section_get_info (finding->section)->step);
      if (i > 0)
        g_assert_true (((const VoletsFinding *) g_ptr_array_index (self->findings, i - 1))
                         ->severity <= finding->severity);
    }
}
