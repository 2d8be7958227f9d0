#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What there is to know of the command line without asking it: its page of the manual and its
# completion in bash, held against what the program says itself. TAP. Arguments: the program, the
# top of the source tree.

set -eu

# shellcheck source=tests/checks/tap.sh
. "$(dirname "$0")/tap.sh"

volets=$(realpath "$1")
page=$2/data/man/volets.1
completion=$2/data/completions/volets

# The commands, the options and the papers that the program names, one a line.
known_words () {
  "$volets" --help >"$work/help"
  sed -n 's/^  volets \([a-z][a-z]*\) .*/\1/p' "$work/help"
  grep -oE -e '--[a-z]+(-[a-z]+)*' "$work/help"
  known_papers
}

# The program names its papers itself when it is asked for one that is none.
known_papers () {
  "$volets" export "$work/none.volets" --output-dir "$work" --only none 2>&1 \
    | sed -n -e 's/ et /, /' -e 's/\.$//' -e 's/.*il connaît //p' | tr -d ' ' | tr ',' '\n'
}

page_is_valid () {
  mandoc -Tlint -Wwarning "$page"
}

page_is_complete () {
  mandoc -Tutf8 "$page" | sed 's/.\x08//g' >"$work/page"
  [ "$(known_words | wc -l)" -gt 15 ] || echo 'the program names too little'
  known_words | sort -u | while IFS= read -r word; do
    grep -qE -e "(^|[^a-z-])$word([^a-z-]|\$)" "$work/page" || echo "nothing about $word"
  done
  "$volets" --version | grep -qxF "$(sed -n 's/^\.TH .*"Volets \(.*\)" .*/volets \1/p' "$page")" \
    || echo 'it is of another version'
}

completion_is_sound () {
  shellcheck "$completion"
}

# complete WORD…: what is offered for the last of the words, sorted, in one line.
complete_words () {
  (
    cd "$work/folder"
    # Only a shell that is typed into has these.
    # shellcheck disable=SC2317 # called by the completion
    compopt () { :; }
    PATH=$work/bin:$PATH
    # shellcheck source=/dev/null
    . "$completion"
    COMP_WORDS=("$@")
    COMP_CWORD=$(($# - 1))
    _volets
    printf '%s\n' "${COMPREPLY[@]}" | sort | tr '\n' ' '
  )
}

# offers WORDS EXPECTED
offers () {
  local words
  read -r -a words <<<"$1"
  [[ $1 != *' ' ]] || words+=('')
  local found
  found=$(complete_words "${words[@]}")
  [ "$found" = "$2 " ] || echo "$1: $found"
}

completion_offers () {
  mkdir -p "$work/folder/pieces" "$work/bin"
  ln -sf "$volets" "$work/bin/volets"
  touch "$work/folder/a.volets" "$work/folder/b.pdf" "$work/folder/c.xml" "$work/folder/d.odt"

  offers 'volets ' 'a.volets b.pdf c.xml calls check compute export pieces verify'
  offers 'volets c' 'c.xml calls check compute'
  offers 'volets --' '--help --version'
  offers 'volets check ' 'a.volets b.pdf c.xml pieces'
  offers 'volets check --' '--call --date --help'
  offers 'volets export a.volets --output-dir ' 'pieces'
  offers 'volets export a.volets --only p' 'plan'
  offers 'volets export a.volets --only plan,s' 'plan,summary'
  offers 'volets compute --call ' 'c.xml pieces'
  offers 'volets calls --show t' 'tne-86-2022'
}

# Whatever the program knows can be completed.
completion_is_complete () {
  known_words | sort -u | while IFS= read -r word; do
    grep -qE -e "(^|[^a-z-])$word([^a-z-]|\$)" "$completion" || echo "nothing about $word"
  done
}

echo 1..5
check 'the page of the manual is valid' mandoc page_is_valid
check 'the page of the manual names all that the program knows' mandoc page_is_complete
check 'the completion is a sound script' shellcheck completion_is_sound
check 'the completion offers what fits' bash completion_offers
check 'the completion names all that the program knows' bash completion_is_complete
