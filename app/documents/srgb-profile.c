/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/srgb-profile.h"

#include <lcms2.h>
#include <string.h>

/* Where the header says when the profile was made: six numbers of two bytes, the larger first,
 * from the year to the second. lcms2 writes the clock there. */
#define DATE_OFFSET 24

/* The day IEC 61966-2-1 was published. */
static const guint8 DATE[12] = { 1999 >> 8, 1999 & 0xff, 0, 10, 0, 18 };

/**
 * volets_srgb_profile_make:
 *
 * Returns: (transfer full): an ICC profile of sRGB, the same bytes whenever it is made
 */
GBytes *
volets_srgb_profile_make (void)
{
  cmsHPROFILE profile = cmsCreate_sRGBProfile ();
  cmsUInt32Number size = 0;
  g_autofree guint8 *data = NULL;

  if (profile == NULL || !cmsSaveProfileToMem (profile, NULL, &size))
    g_error ("lcms2 has no memory for a profile");
  data = g_malloc (size);
  if (!cmsSaveProfileToMem (profile, data, &size) || size < DATE_OFFSET + sizeof DATE)
    g_error ("lcms2 has no memory for a profile");
  cmsCloseProfile (profile);
  memcpy (data + DATE_OFFSET, DATE, sizeof DATE);

  return g_bytes_new_take (g_steal_pointer (&data), size);
}
