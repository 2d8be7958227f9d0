/* SPDX-License-Identifier: GPL-3.0-or-later */

/* gtk4-builder-tool knows the types of GTK alone. Loaded before it, this library has all others,
 * where it looks them up by their names; those that a template derives from must be there already.
 */

#include <adwaita.h>

#include "ui/step-page.h"

static void __attribute__ ((constructor))
register_parents (void)
{
  g_type_ensure (ADW_TYPE_APPLICATION_WINDOW);
  g_type_ensure (ADW_TYPE_BIN);
  g_type_ensure (ADW_TYPE_PREFERENCES_GROUP);
  g_type_ensure (ADW_TYPE_PREFERENCES_ROW);
  g_type_ensure (ADW_TYPE_PREFERENCES_WINDOW);
  g_type_ensure (VOLETS_TYPE_STEP_PAGE);
}
