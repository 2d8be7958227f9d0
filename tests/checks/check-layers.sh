#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the compiler does not see: which layer includes what, where floating point is, how files are
# named and headed. TAP; each failing case lists its places. Argument: the top of the source tree.

set -eu

cd "$1"
LC_ALL=C
export LC_ALL

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The files of the project: those git knows, or all but what is built where there is no git.
if [ -e .git ] && git ls-files -z >"$work/names" 2>/dev/null && [ -s "$work/names" ]; then
  tr '\0' '\n' <"$work/names" >"$work/known"
  find app tests -type f -name '*.[ch]' >>"$work/known"
else
  find . \( -name .git -o -path './build*' -o -path ./out \) -prune -o -type f -print \
    | sed 's|^\./||' >"$work/known"
fi
sort -u "$work/known" | while IFS= read -r file; do
  [ ! -f "$file" ] || printf '%s\n' "$file"
done >"$work/all"

# bare_code < FILES: their C without comments and strings, as FILE:LINE:TEXT.
bare_code () {
  while IFS= read -r file; do
    awk -v file="$file" '
      {
        out = ""
        for (i = 1; i <= length($0); i++) {
          c = substr($0, i, 1)
          two = substr($0, i, 2)
          if (comment) {
            if (two == "*/") {
              comment = 0
              i++
            }
          } else if (quote != "") {
            if (c == "\\")
              i++
            else if (c == quote)
              quote = ""
          } else if (two == "/*") {
            comment = 1
            i++
          } else if (two == "//") {
            break
          } else if (c == "\"" || c == "\047") {
            quote = c
          } else {
            out = out c
          }
        }
        quote = ""
        print file ":" FNR ":" out
      }
    ' "$file"
  done
}

# includes FOLDER HEADERS: the lines under FOLDER that include one of HEADERS.
includes () {
  grep "^$1/.*\.[ch]$" "$work/all" | while IFS= read -r file; do
    grep -nE "^[[:space:]]*#[[:space:]]*include[[:space:]]*[<\"](\.\./)*($2)" "$file" /dev/null || true
  done
}

includes_of_engine () {
  includes app/engine 'gtk|gdk|gsk|adwaita|libadwaita|cairo|pango|poppler|qpdf|json-glib'
  includes app/engine 'documents/|ui/|cli/|glib/gi18n|libintl'
}

includes_of_documents () {
  includes app/documents 'gtk|gdk|gsk|adwaita|libadwaita|ui/|cli/'
}

includes_of_cli () {
  includes app/cli 'gtk|gdk|gsk|adwaita|libadwaita|ui/'
}

# To write with libxml is another matter: only what is read comes from strangers.
includes_of_libxml () {
  includes app 'libxml/' | grep -v '<libxml/xmlwriter\.h>' | cut -d: -f1 | sort -u >"$work/libxml"
  if [ "$(wc -l <"$work/libxml")" -gt 1 ]; then
    cat "$work/libxml"
  fi
}

floating_point () {
  grep '^app/engine/.*\.[ch]$' "$work/all" | bare_code \
    | grep -E '(^|[^[:alnum:]_])(g?double|g?float|G_TYPE_(DOUBLE|FLOAT)|(g_ascii_)?strto[df])([^[:alnum:]_]|$)' \
    || true
}

unfinished () {
  word='TO''DO|FIX''ME|X''XX'
  while IFS= read -r file; do
    grep -nIwE "$word" "$file" /dev/null || true
  done <"$work/all"
}

file_names () {
  grep '^app/' "$work/all" | grep '\.\(c\|h\|ui\|blp\)$' \
    | grep -vE '^([a-z0-9-]+/)*[a-z0-9]+(-[a-z0-9]+)*\.[a-z]+$' || true
  grep -E '^app/(.*/)?volets-[^/]*\.[ch]$' "$work/all" || true
}

# A type is named after its file: VoletsSchoolRow is in school-row.c.
one_type_a_file () {
  grep '^app/.*\.[ch]$' "$work/all" | while IFS= read -r file; do
    awk -v file="$file" '
      BEGIN {
        base = file
        sub(/.*\//, "", base)
        sub(/\.[ch]$/, "", base)
        gsub(/-/, "", base)
      }
      /^(G|VOLETS)_(DEFINE|DECLARE)_[A-Z_]*(TYPE|INTERFACE|RECORD)/ && !/_(ENUM|FLAGS)_TYPE/ {
        type = $0
        sub(/^[^(]*\( */, "", type)
        sub(/[^A-Za-z0-9_].*/, "", type)
        types++
        if (types > 1)
          print file ":" FNR ": one more type, " type
        else if (tolower(type) !~ (base "$"))
          print file ":" FNR ": " type " is not the name of this file"
      }
    ' "$file"
  done
}

licences () {
  grep -E '\.(c|h|sh)$|^dev$|^\.ci/run$' "$work/all" | while IFS= read -r file; do
    awk -v file="$file" '
      NR == 1 && /^#!/ { next }
      { exit }
      END { if ($0 !~ /SPDX-License-Identifier: GPL-3\.0-or-later/) print file }
    ' "$file"
  done
}

# Characters, not bytes: what continues one in UTF-8 is not counted.
long_lines () {
  grep '\.[ch]$' "$work/all" | while IFS= read -r file; do
    awk -v file="$file" '
      {
        gsub(/[\200-\277]/, "")
        if (length($0) > 100)
          print file ":" FNR ": " length($0)
      }
    ' "$file"
  done
}

number=0

# check FUNCTION WHAT: passes if FUNCTION finds nothing.
check () {
  number=$((number + 1))
  "$1" >"$work/places"
  if [ -s "$work/places" ]; then
    echo "not ok $number - $2"
    sed 's/^/# /' "$work/places"
  else
    echo "ok $number - $2"
  fi
}

echo 1..10
check includes_of_engine 'the engine includes no drawing, no widget, no translation, no other layer'
check includes_of_documents 'the documents include no widget and no command line'
check includes_of_cli 'the command line includes no widget'
check includes_of_libxml 'one file of the application reads with libxml'
check floating_point 'no floating point in the engine'
check unfinished 'nothing is left to do'
check file_names 'file names are in small letters, without prefix'
check one_type_a_file 'one type a file, named after it'
check licences 'every source says its licence'
check long_lines 'no line of C is longer than 100 characters'
