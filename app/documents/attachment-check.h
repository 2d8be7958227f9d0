/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* In bytes: what can be read each time the attachments are looked at without making people wait.
 * What the platform takes, the call says (#VoletsPlatform).
 */
#define VOLETS_ATTACHMENT_SIZE_MAX G_GINT64_CONSTANT (1000000000)

#define VOLETS_ATTACHMENT_ERROR (volets_attachment_error_quark ())
GQuark volets_attachment_error_quark (void);

/**
 * VoletsAttachmentError:
 * @VOLETS_ATTACHMENT_ERROR_MISSING: there is no such file
 * @VOLETS_ATTACHMENT_ERROR_UNREADABLE: the system does not let it be read
 * @VOLETS_ATTACHMENT_ERROR_NOT_A_FILE: a folder, a device
 * @VOLETS_ATTACHMENT_ERROR_TYPE: not of a type that is taken
 * @VOLETS_ATTACHMENT_ERROR_CONTENT: not of the type that its name tells
 * @VOLETS_ATTACHMENT_ERROR_SIZE: empty, or larger than VOLETS_ATTACHMENT_SIZE_MAX
 */
typedef enum {
  VOLETS_ATTACHMENT_ERROR_MISSING,
  VOLETS_ATTACHMENT_ERROR_UNREADABLE,
  VOLETS_ATTACHMENT_ERROR_NOT_A_FILE,
  VOLETS_ATTACHMENT_ERROR_TYPE,
  VOLETS_ATTACHMENT_ERROR_CONTENT,
  VOLETS_ATTACHMENT_ERROR_SIZE,
} VoletsAttachmentError;

/**
 * VoletsAttachmentCheck:
 * @size: in bytes
 * @sha256: 64 hexadecimal digits, in lower case
 *
 * What there is to know of a file that can go with an application. Immutable.
 */
typedef struct {
  gint64  size;
  char   *sha256;
} VoletsAttachmentCheck;

void                   volets_attachment_check_free   (VoletsAttachmentCheck  *self);
VoletsAttachmentCheck *volets_attachment_check_file   (GFile                  *file,
                                                       GCancellable           *cancellable,
                                                       GError                **error);
void                   volets_attachment_check_async  (GFile                  *file,
                                                       GCancellable           *cancellable,
                                                       GAsyncReadyCallback     callback,
                                                       gpointer                user_data);
VoletsAttachmentCheck *volets_attachment_check_finish (GAsyncResult           *result,
                                                       GError                **error);

char                  *volets_attachment_write_size   (gint64                  size);
char                 **volets_attachment_list_types   (void);
char                  *volets_attachment_name_types   (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VoletsAttachmentCheck, volets_attachment_check_free)

G_END_DECLS
