/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/citations.h"

#include "engine/french.h"

VoletsCitations *
volets_citations_new (void)
{
  VoletsCitations *self = g_new0 (VoletsCitations, 1);

  self->sources = g_ptr_array_new ();

  return self;
}

void
volets_citations_free (VoletsCitations *self)
{
  g_ptr_array_unref (self->sources);
  g_free (self);
}

/**
 * volets_citations_cite:
 * @self: the citations of a paper
 * @provenance: where a value comes from
 *
 * Returns: (transfer full): « [2] texte officiel », or nothing for what has no source
 */
char *
volets_citations_cite (VoletsCitations        *self,
                       const VoletsProvenance *provenance)
{
  guint index;

  if (provenance->source == NULL)
    return g_strdup ("");
  if (!g_ptr_array_find (self->sources, provenance->source, &index))
    {
      index = self->sources->len;
      g_ptr_array_add (self->sources, (gpointer) provenance->source);
    }

  return g_strdup_printf ("[%u]" VOLETS_NBSP "%s", index + 1,
                          volets_certainty_get_label (provenance->certainty));
}

/**
 * volets_citations_add_list:
 * @self: the citations of a paper
 * @sheet: the paper
 *
 * Adds the list of what was cited so far.
 */
void
volets_citations_add_list (VoletsCitations *self,
                           VoletsSheet     *sheet)
{
  g_autoptr (GStrvBuilder) numbers = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
  g_auto (GStrv) terms = NULL;
  g_auto (GStrv) values = NULL;

  for (guint i = 0; i < self->sources->len; i++)
    {
      const VoletsSource *source = g_ptr_array_index (self->sources, i);
      g_autofree char *number = g_strdup_printf ("[%u]", i + 1);
      g_autoptr (GString) title = g_string_new (source->title);

      if (source->publisher != NULL)
        g_string_append_printf (title, ", %s", source->publisher);
      if (source->date != NULL)
        g_string_append_printf (title, ", %s", source->date);
      if (source->address != NULL)
        g_string_append_printf (title, ", %s", source->address);
      g_strv_builder_add (numbers, number);
      g_strv_builder_add (titles, title->str);
    }

  terms = g_strv_builder_end (numbers);
  values = g_strv_builder_end (titles);
  volets_sheet_add_terms (sheet, (const char *const *) terms, (const char *const *) values);
}
