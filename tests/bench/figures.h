/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How the benchmarks say what they measured. Times are in microseconds. */

gint64 volets_bench_get_percentile (gint64     *times,
                                    guint       n_times,
                                    guint       percent);
gint64 volets_bench_report         (const char *what,
                                    gint64     *times,
                                    guint       n_times);
gint64 volets_bench_report_tail    (const char *what,
                                    gint64     *times,
                                    guint       n_times);

G_END_DECLS
