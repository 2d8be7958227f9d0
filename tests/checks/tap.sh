# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
#
# For the scripts beside it: a folder that goes away, and the cases of TAP.

LC_ALL=C.UTF-8
export LC_ALL

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

number=0

# check WHAT TOOL FUNCTION: passes if FUNCTION says nothing and each of its commands ends well.
check () {
  number=$((number + 1))
  if ! command -v "$2" >/dev/null 2>&1; then
    echo "ok $number - $1 # SKIP $2 is not installed"
    return
  fi

  # Within a condition no command would end it.
  set +e
  (
    set -e
    "$3"
  ) >"$work/places" 2>&1
  status=$?
  set -e
  if [ "$status" -eq 0 ] && [ ! -s "$work/places" ]; then
    echo "ok $number - $1"
  else
    echo "not ok $number - $1"
    sed 's/^/# /' "$work/places"
  fi
}
