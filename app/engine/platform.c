/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/platform.h"

#include "engine/field.h"

static void
free_option (gpointer data)
{
  VoletsPlatformOption *option = data;

  g_free (option->value);
  g_free (option->label);
  g_free (option);
}

/**
 * volets_platform_new:
 *
 * Returns: (transfer full): a platform of which nothing is known, for its reader to fill
 */
VoletsPlatform *
volets_platform_new (void)
{
  VoletsPlatform *self = g_new0 (VoletsPlatform, 1);

  self->max_file_size = VOLETS_UNSET;
  self->max_file_name = VOLETS_UNSET;
  self->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) volets_platform_field_free);

  return self;
}

void
volets_platform_free (VoletsPlatform *self)
{
  g_free (self->name);
  g_free (self->host);
  g_free (self->path);
  g_free (self->procedure);
  g_free (self->provenance.note);
  g_free (self->refused_signs);
  g_free (self->files_provenance.note);
  g_ptr_array_unref (self->fields);
  g_free (self);
}

/**
 * volets_platform_field_new:
 * @type: what it is on the platform
 *
 * Returns: (transfer full): a field that takes nothing
 */
VoletsPlatformField *
volets_platform_field_new (VoletsPlatformType type)
{
  VoletsPlatformField *self = g_new0 (VoletsPlatformField, 1);

  self->type = type;
  if (type == VOLETS_PLATFORM_CHOICE)
    self->options = g_ptr_array_new_with_free_func (free_option);
  else if (type == VOLETS_PLATFORM_REPETITION)
    self->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) volets_platform_field_free);

  return self;
}

void
volets_platform_field_free (VoletsPlatformField *self)
{
  g_free (self->id);
  g_free (self->label);
  g_clear_pointer (&self->options, g_ptr_array_unref);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_free (self);
}

/**
 * volets_platform_get_address:
 * @self: a platform
 *
 * Returns: (transfer full) (nullable): where a prefilled dossier is sent to (POST, Content-Type:
 *   application/json), %NULL where the call does not say so
 */
char *
volets_platform_get_address (const VoletsPlatform *self)
{
  if (self->path == NULL || self->procedure == NULL)
    return NULL;

  return g_strdup_printf ("https://%s%s/%s/dossiers", self->host, self->path, self->procedure);
}
