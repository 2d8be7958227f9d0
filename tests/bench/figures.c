/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figures.h"

#include <stdlib.h>

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

/**
 * volets_bench_get_percentile:
 * @times: (array length=n_times): times, which are sorted
 * @n_times: how many, at least one
 * @percent: 50 for the median, 100 for the longest
 *
 * Returns: the time that so many per cent of @times do not exceed
 */
gint64
volets_bench_get_percentile (gint64 *times,
                             guint   n_times,
                             guint   percent)
{
  g_assert (n_times > 0 && percent <= 100);

  qsort (times, n_times, sizeof *times, compare_times);

  return times[(n_times - 1) * percent / 100];
}

/**
 * volets_bench_report:
 * @what: what was measured
 * @times: (array length=n_times): how long it took each time, which are sorted
 * @n_times: how many times
 *
 * Prints the median and the shortest of @times.
 *
 * Returns: the median
 */
gint64
volets_bench_report (const char *what,
                     gint64     *times,
                     guint       n_times)
{
  gint64 median = volets_bench_get_percentile (times, n_times, 50);

  g_print ("%-44s median %8.3f ms   min %8.3f ms\n", what, (double) median / 1000,
           (double) times[0] / 1000);

  return median;
}

/**
 * volets_bench_report_tail:
 * @what: what was measured
 * @times: (array length=n_times): how long it took each time, which are sorted
 * @n_times: how many times
 *
 * Prints how long a person waited: mostly, seldom, and once.
 *
 * Returns: the 95th percentile
 */
gint64
volets_bench_report_tail (const char *what,
                          gint64     *times,
                          guint       n_times)
{
  gint64 median = volets_bench_get_percentile (times, n_times, 50);
  gint64 seldom = volets_bench_get_percentile (times, n_times, 95);

  g_print ("%-44s median %8.3f ms   p95 %8.3f ms   max %8.3f ms\n", what, (double) median / 1000,
           (double) seldom / 1000, (double) times[n_times - 1] / 1000);

  return seldom;
}
