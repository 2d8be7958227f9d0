#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every template through gtk4-builder-tool. TAP. Arguments: the top of the source tree, the library
# with the types of the project. Needs a screen, which ./dev test starts.

set -eu

templates=$1/resources/ui
types=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

why=
command -v gtk4-builder-tool >/dev/null 2>&1 || why='gtk4-builder-tool is not installed'
[ -n "${DISPLAY:-}" ] || why='there is no screen'
if [ -n "$why" ]; then
  echo "1..0 # SKIP $why"
  exit 0
fi

number=0
find "$templates" -name '*.ui' | sort >"$work/all"
echo "1..$(wc -l <"$work/all")"
while IFS= read -r template; do
  number=$((number + 1))
  what=${template#"$templates/"}
  # It can end well and have said what it could not do.
  if LD_PRELOAD=$types G_DEBUG='' gtk4-builder-tool validate "$template" >"$work/said" 2>&1 \
      && ! grep -qE 'CRITICAL|No function|Failed' "$work/said"; then
    echo "ok $number - $what"
  else
    echo "not ok $number - $what"
    sed 's/^/# /' "$work/said"
  fi
done <"$work/all"
