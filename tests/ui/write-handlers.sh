#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Writes C with an empty function for every handler that a template names and only its class knows.
# Arguments: the folder of the templates, the file to write, which is left alone where nothing has
# changed.

set -eu

{
  echo '/* For gtk4-builder-tool, which wants to find what a template names. */'
  grep -rhoE --include='*.ui' 'handler="[a-z_0-9]+"' "$1" | sort -u \
    | grep -vE '"(volets|gtk|adw)_' \
    | sed 's/handler="\(.*\)"/void \1 (void);\nvoid \1 (void) { }/'
} >"$2.new"
if cmp -s "$2.new" "$2"; then
  rm "$2.new"
else
  mv "$2.new" "$2"
fi
