/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What desktops know it by, and its icon. */
#define VOLETS_APPLICATION_ID "fr.volets.Volets"

#define VOLETS_TYPE_APPLICATION (volets_application_get_type ())
G_DECLARE_FINAL_TYPE (VoletsApplication, volets_application, VOLETS, APPLICATION, AdwApplication)

VoletsApplication *volets_application_new (GApplicationFlags   flags);
int                volets_application_run (int                 argc,
                                           char              **argv);

G_END_DECLS
