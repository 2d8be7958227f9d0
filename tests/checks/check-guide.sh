#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The pages of the guide: well-formed, valid, linked, typeset as French is, and true to the words of
# the window. TAP. Argument: the top of the source tree.

set -eu

# shellcheck source=tests/checks/tap.sh
. "$(dirname "$0")/tap.sh"

cd "$1"

well_formed () {
  xmllint --nonet --noout help/C/*.page
}

# Its schemas come with it: nothing is fetched.
valid () {
  for what in validate links orphans ids; do
    yelp-check "$what" help/C
  done
}

# values FILE XPATH: a value a line.
values () {
  xmllint --nonet --xpath "$2" "$1" 2>/dev/null || true
}

# The id of a page is the name of its file; what is linked to is there.
links () {
  for page in help/C/*.page; do
    name=$(basename "$page" .page)
    id=$(values "$page" 'string(/*/@id)')
    [ "$id" = "$name" ] || echo "$page: its id is $id" >&2
    echo "$id"
    values "$page" "//*[local-name() = 'section']/@id" | sed "s/.*id=\"\(.*\)\"/$id#\1/"
  done >"$work/targets"
  for page in help/C/*.page; do
    values "$page" '//@xref' \
      | sed -e 's/.*xref="\(.*\)"/\1/' -e "s/^#/$(basename "$page" .page)#/" \
      | while IFS= read -r target; do
        grep -qxF "$target" "$work/targets" || echo "$page: $target is nowhere"
      done
  done
}

# Every page is installed, and the first says which program it is about.
complete () {
  sed -n "s|^ *'C/\(.*\)',|\1|p" help/meson.build | sort >"$work/listed"
  (cd help/C && ls ./*.page) | sed 's|^\./||' | sort >"$work/there"
  diff "$work/listed" "$work/there" || true
  version=$(sed -n "s/^  version: '\(.*\)',/\1/p" meson.build)
  [ "$(values help/C/index.page "string(//*[local-name() = 'revision']/@version)")" = "$version" ] \
    || echo "the guide is not of version $version"
}

typography () {
  # In bytes, for they are spaces that nobody sees apart.
  nbsp=$(printf '\302\240')
  nnbsp=$(printf '\342\200\257')
  for page in help/C/*.page; do
    # Texts alone, each element on its line.
    sed -e '/<?xml/d' -e '/<!--.*-->/d' "$page" | tr '\n' ' ' | sed 's/<[^>]*>/\n/g' >"$work/text"
    grep -nE "'|[^$nnbsp][;!?»]|«[^$nnbsp]|[^$nbsp]:|\.\.\.|\"" "$work/text" | sed "s|^|$page: |" || true
  done
}

# What the guide puts on a control is what the control says, in French.
labels () {
  {
    msgcat --no-wrap po/fr.po | sed -n 's/^msgstr\(\[.\]\)\{0,1\} "\(.*\)"$/\2/p' | tr -d _
    sed -n 's/^ *\.title = "\(.*\)",/\1/p' app/documents/exports.c
    # Without the form of the file.
    sed -n 's/^ *\.title = "\(.*\) (.*)",/\1/p' app/documents/exports.c
    echo '?'
  } >"$work/said"
  for page in help/C/*.page; do
    tr '\n' ' ' <"$page" | sed 's/<gui>/\n<gui>/g' | sed -n 's|^<gui>\([^<]*\)</gui>.*|\1|p' \
      | sed 's/  */ /g' | while IFS= read -r label; do
        grep -qxF "$label" "$work/said" || echo "$page: nothing says « $label »"
      done
  done
}

echo 1..6
check 'the pages are well-formed' xmllint well_formed
check 'the pages are valid Mallard, and hang together' yelp-check valid
check 'each link of the guide leads somewhere' xmllint links
check 'each page is installed, with the version of the program' xmllint complete
check 'the guide is typeset as French' sed typography
check 'the guide names what is in the window' msgcat labels
