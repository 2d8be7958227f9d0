/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the parser says in English of a file, said in French to the person who has to mend it. */

/**
 * VoletsXmlComplaint:
 * @line: the line of the first error
 * @element: the element it is about; %NULL while there is no error
 * @message: what the parser says
 * @type: the type that the value should have had, which the parser says in the error that follows
 */
typedef struct {
  long  line;
  char *element;
  char *message;
  char *type;
} VoletsXmlComplaint;

char       *volets_xml_explain_syntax    (const char          *message,
                                          gboolean             is_cut);

void        volets_xml_complaint_add     (VoletsXmlComplaint  *self,
                                          const char          *message,
                                          long                 line,
                                          const char          *element);
char       *volets_xml_complaint_explain (VoletsXmlComplaint  *self);
void        volets_xml_complaint_clear   (VoletsXmlComplaint  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VoletsXmlComplaint, volets_xml_complaint_clear)

G_END_DECLS
