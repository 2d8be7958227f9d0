/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "documents/exports.h"
#include "ui/editor.h"

G_BEGIN_DECLS

/**
 * VoletsExportJob:
 *
 * Documents on their way to the disk: each is made in a thread, of the answers as they were when it
 * was added, and saved then.
 *
 * Signal "finished": all that was added is saved, or is not.
 */
#define VOLETS_TYPE_EXPORT_JOB (volets_export_job_get_type ())
G_DECLARE_FINAL_TYPE (VoletsExportJob, volets_export_job, VOLETS, EXPORT_JOB, GObject)

VoletsExportJob *volets_export_job_new            (VoletsEditor        *editor,
                                                   gboolean             overwrite);

void             volets_export_job_add            (VoletsExportJob     *self,
                                                   const VoletsExport  *export,
                                                   GFile               *file);
void             volets_export_job_cancel         (VoletsExportJob     *self);

gboolean         volets_export_job_is_running     (VoletsExportJob     *self);
guint            volets_export_job_get_n_saved    (VoletsExportJob     *self);
guint            volets_export_job_get_n_existing (VoletsExportJob     *self);
const char      *volets_export_job_get_refusal    (VoletsExportJob     *self);

G_END_DECLS
