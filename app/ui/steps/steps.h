/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/step.h"
#include "ui/step-page.h"

G_BEGIN_DECLS

GType volets_steps_get_page_type (VoletsStep step);

G_END_DECLS
