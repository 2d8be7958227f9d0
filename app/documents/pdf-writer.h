/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <qpdf/qpdf-c.h>

G_BEGIN_DECLS

typedef struct _VoletsPdfWriter VoletsPdfWriter;

VoletsPdfWriter *volets_pdf_writer_new         (qpdf_data        pdf);
void             volets_pdf_writer_free        (VoletsPdfWriter *self);
void             volets_pdf_writer_write       (VoletsPdfWriter *self,
                                                qpdf_oh          object);
gboolean         volets_pdf_writer_has_written (VoletsPdfWriter *self,
                                                int              number);
GBytes          *volets_pdf_writer_finish      (VoletsPdfWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoletsPdfWriter, volets_pdf_writer_free)

G_END_DECLS
