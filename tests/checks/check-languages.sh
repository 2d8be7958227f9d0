#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The language of the window in every environment, and papers that are the same in all of them. The
# locales are made here, whatever this machine has. TAP. Arguments: the program, the one that says
# how the window would speak, the top of the source tree.

set -eu

volets=$(realpath "$1")
say_words=$(realpath "$2")
examples=$3/data/examples
example=vaison-la-romaine.volets

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if ! command -v localedef >/dev/null 2>&1 || [ ! -e /usr/share/i18n/locales/fr_FR ]; then
  echo '1..0 # SKIP there are no locales to make'
  exit 0
fi
unset LANG LANGUAGE LC_ALL LC_MESSAGES LC_CTYPE
LOCPATH=$work/locales
export LOCPATH
mkdir "$LOCPATH"
for locale in fr_FR en_US de_DE C; do
  # It warns of what it is about to do without.
  localedef --quiet -i "$locale" -f UTF-8 "$LOCPATH/$locale.UTF-8" >/dev/null 2>&1 || true
done
for locale in fr_FR en_US de_DE; do
  [ -e "$LOCPATH/$locale.UTF-8/LC_MESSAGES" ] || {
    echo "Bail out! $locale could not be made"
    exit 1
  }
done

french='_Enregistrer|Copier 0 ligne sélectionnée vers|Copier 1 ligne sélectionnée vers'
french="$french|Copier 2 lignes sélectionnées vers"
english='_Save|Copy 0 selected lines to|Copy 1 selected line to|Copy 2 selected lines to'

number=0

# speaks WORDS WHAT VARIABLE=VALUE…
speaks () {
  number=$((number + 1))
  expected=$1
  what=$2
  shift 2
  # Nothing is complained of either.
  env DISPLAY= "$@" "$say_words" >"$work/words" 2>"$work/complaints" \
    || echo 'it crashed' >>"$work/complaints"
  if [ "$(cat "$work/words")" = "$expected" ] && [ ! -s "$work/complaints" ]; then
    echo "ok $number - $what"
  else
    echo "not ok $number - $what"
    sed 's/^/# /' "$work/words" "$work/complaints"
  fi
}

# Everything that the program makes and says of the example in a locale, in a folder of its name.
make_papers () {
  mkdir "$work/$1"
  (
    cd "$examples"
    export LC_ALL="$1"
    {
      "$volets" check --date 2021-03-16 "$example"
      "$volets" compute "$example"
      "$volets" export --date 2021-03-16 --output-dir "$work/$1" "$example"
    } 2>&1 | sed "s|$work/$1|FOLDER|" >"$work/output"
    mv "$work/output" "$work/$1/"
  )
}

# same LOCALE WHAT
same () {
  number=$((number + 1))
  make_papers "$1"
  if [ -s "$work/$1/vaison-la-romaine-synthese.pdf" ] \
      && diff -r "$work/fr_FR.UTF-8" "$work/$1" >"$work/differences"; then
    echo "ok $number - $2"
  else
    echo "not ok $number - $2"
    sed 's/^/# /' "$work/differences" "$work/$1/output"
  fi
}

echo 1..19
speaks "$french" 'a French session' LC_ALL=fr_FR.UTF-8
speaks "$english" 'an English session' LC_ALL=en_US.UTF-8
speaks "$french" 'a session without a catalogue' LANG=de_DE.UTF-8
speaks "$french" 'no language at all' LC_ALL=
speaks "$french" 'C' LC_ALL=C
speaks "$french" 'C.UTF-8' LC_ALL=C.UTF-8
speaks "$french" 'POSIX' LANG=POSIX
speaks "$french" 'a locale that does not exist' LC_ALL=xx_XX.UTF-8
speaks "$french" 'a French that is not on this machine' LANG=fr_CA.UTF-8
speaks "$english" 'an English that is not on this machine' LANG=en_NZ.UTF-8
speaks "$english" 'English asked for in a French session' LANG=fr_FR.UTF-8 LANGUAGE=en
speaks "$french" 'French asked for in an English session' LANG=en_US.UTF-8 LANGUAGE=fr:en
speaks "$english" 'English before French' LANG=fr_FR.UTF-8 LANGUAGE=en_GB:en:fr
speaks "$english" 'English before French, after what there is not' LANG=de_DE.UTF-8 LANGUAGE=de:en:fr
speaks "$french" 'languages without a catalogue' LANG=de_DE.UTF-8 LANGUAGE=de:es

make_papers fr_FR.UTF-8
same C 'papers and answers are the same in C'
same en_US.UTF-8 'papers and answers are the same in English'
same de_DE.UTF-8 'papers and answers are the same in German'
same xx_XX.UTF-8 'papers and answers are the same in a locale that does not exist'
