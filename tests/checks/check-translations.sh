#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The words of the window: all of them are in the catalogues, which are complete, in the right
# format and typeset as French is. TAP. Argument: the top of the source tree.

set -eu

# shellcheck source=tests/checks/tap.sh
. "$(dirname "$0")/tap.sh"

cd "$1"

# What has words is in POTFILES.in, and what is there exists.
files () {
  {
    grep -lE '(^|[^[:alnum:]_])(_|C_|N_|NC_|n?gettext|g_dp?n?gettext2?) ?\("' -r app --include='*.c'
    grep -lE 'translatable="yes"' -r resources --include='*.ui'
    find data -maxdepth 1 -name '*.desktop.in' -o -maxdepth 1 -name '*.xml.in'
  } | sort >"$work/with-words"
  sort po/POTFILES.in >"$work/listed"
  diff "$work/listed" "$work/with-words" || true
}

# As meson asks for it with its preset for GLib.
extract () {
  xgettext --from-code=UTF-8 --add-comments --files-from=po/POTFILES.in --output="$work/volets.pot" \
    --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 \
    --keyword=g_dcgettext:2 --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3 \
    --flag=N_:1:pass-c-format --flag=C_:2:pass-c-format --flag=NC_:2:pass-c-format \
    --flag=g_dngettext:2:pass-c-format --flag=g_strdup_printf:1:c-format \
    --flag=g_string_printf:2:c-format --flag=g_string_append_printf:2:c-format \
    --flag=g_set_error:4:c-format
}

# Every word that the sources have now is there, and none is a guess.
complete () {
  extract
  [ "$(grep -c '^msgid ' "$work/volets.pot")" -gt 300 ] || echo 'hardly any word was found'
  while IFS= read -r language; do
    msgmerge --quiet --no-fuzzy-matching --output-file="$work/merged.po" "po/$language.po" \
      "$work/volets.pot"
    msgattrib --no-obsolete --untranslated --no-wrap "$work/merged.po" >"$work/missing.po"
    msgattrib --no-obsolete --only-fuzzy --no-wrap "po/$language.po" >>"$work/missing.po"
    sed -n "s/^msgid \"\(..*\)\"/$language: \1/p" "$work/missing.po"
  done <po/LINGUAS
}

formats () {
  while IFS= read -r language; do
    msgfmt --check --output-file=/dev/null "po/$language.po"
    # With the formats that the sources have now, whatever the catalogue says of them.
    msgfmt --check --output-file=/dev/null "$work/merged.po"
  done <po/LINGUAS
}

plural_forms () {
  grep -qxF '"Plural-Forms: nplurals=2; plural=n > 1;\n"' po/fr.po \
    || echo 'French has two forms, and none of something is the singular'
}

# The French of a catalogue, a string a line.
french () {
  msgcat --no-wrap --no-location po/fr.po | awk '
    /^msgid / { entries++ }
    /^msg(id|ctxt|id_plural) / { inside = 0 }
    /^msgstr/ { inside = entries > 1; text = ""; sub(/^msgstr(\[[0-9]+\])? /, "") }
    /^#/ { inside = 0 }
    inside && /^"/ { print substr($0, 2, length($0) - 2) }
  '
}

# forbid PATTERN WHY
forbid () {
  grep -nP -e "$1" "$work/french" | cut -d: -f2- | sed "s|^|$2: |" || true
}

# U+202F is the narrow no-break space, U+00A0 the wide one.
typography () {
  french >"$work/french"
  [ "$(wc -l <"$work/french")" -gt 300 ] || echo 'hardly any word was found'
  # What is for programs: the words of the desktop file, which semicolons part.
  sed -i '/^\([^ ;]*[^;]*;\)\{4,\}$/d' "$work/french"

  forbid "(?<=[[:alpha:]])'|'(?=[[:alpha:]])" 'a straight apostrophe'
  forbid '\\"' 'straight quotation marks'
  forbid '\.\.\.' 'three dots for an ellipsis'
  forbid '  ' 'two spaces'
  forbid ' ([?!;:»€]|%%)' 'a space that can break before a mark'
  forbid '« |[[:alnum:]]»|«[[:alnum:]%]' 'a quotation mark without its space'
  forbid '[[:alnum:]][?!]|[[:alnum:])»];(?!$|[[:alnum:]#])' 'a mark without its space'
  forbid '[[:alpha:])»]:(?=\s|$)' 'a colon without its space'
  forbid '\x{A0}[?!;]' 'a wide space where it is narrow'
  forbid '\x{202F}:' 'a narrow space before a colon'
  forbid '«\x{202F}|\x{202F}»' 'a narrow space inside quotation marks'
  forbid '[[:digit:]] (?=[[:digit:]]{3}(?![[:digit:]]))' 'a number that can break'
}

echo 1..5
check 'every file with words is in POTFILES.in' grep files
check 'the catalogues are complete' xgettext complete
check 'the formats of the catalogues are those of the sources' msgfmt formats
check 'French counts zero and one as one' grep plural_forms
check 'the French is typeset as French' msgcat typography
