/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/poppler-lock.h"

static GMutex mutex;

/**
 * volets_poppler_lock:
 *
 * Poppler's documents share the fonts of its Cairo device: whoever draws pages, or frees what drew
 * them, does so alone.
 *
 * Returns: (transfer full): the lock, until it is freed
 */
GMutexLocker *
volets_poppler_lock (void)
{
  return g_mutex_locker_new (&mutex);
}
