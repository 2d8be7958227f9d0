#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Whether the papers are what they claim to be, PDF/A-3a and PDF/UA-1: veraPDF reads the claims of
# each and looks whether they are met. TAP. Arguments: the program, the top of the source tree, a
# folder to keep veraPDF in, the guide. Without Java, Maven or a network it skips.

set -eu

volets=$1
examples=$2/data/examples
cache=$3
guide=$4
version=1.28.2
jar=$cache/greenfield-apps-$version.jar
sum=687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6

skip () {
  echo "1..0 # SKIP $*"
  exit 0
}

for command in java mvn; do
  command -v $command >/dev/null 2>&1 || skip "$command is not here, veraPDF cannot run"
done

is_whole () {
  [ -f "$jar" ] && echo "$sum  $jar" | sha256sum --check --status
}

if ! is_whole; then
  timeout 200 mvn --batch-mode --quiet "-Dmaven.repo.local=$cache/repository" \
    org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy \
    "-Dartifact=org.verapdf.apps:greenfield-apps:$version" "-DoutputDirectory=$cache" \
    >/dev/null 2>&1 || skip 'veraPDF cannot be had'
  is_whole || skip 'what was had is not the veraPDF that is known'
  rm -rf "$cache/repository"
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/dossiers" "$work/papers"

# What is complete, what says nothing, and what says what no font of the paper has.
cp "$examples"/*.volets "$work/dossiers"
sed 's|<dossier \(.*\)>|<dossier \1/>|; 2q' "$examples/ecole-de-village.volets" \
  >"$work/dossiers/vide.volets"
odd='la ﬁn مدرسة 学校 🏫 हिन्दी '$(printf '\357\200\201')' q̃ ☐ 𝒜'
sed "s|<designation>[^<]*|&  $odd|; s|<nom>[^<]*|& $odd|" "$examples/vaison-la-romaine.volets" \
  >"$work/dossiers/etrange.volets"

status=0
"$volets" export "$work"/dossiers/*.volets --date 2021-03-15 --output-dir "$work/papers" \
  >"$work/exported" 2>&1 || status=$?
if [ "$status" -gt 1 ]; then
  echo '1..1'
  echo 'not ok 1 - the papers are made'
  sed 's/^/# /' "$work/exported"
  exit 0
fi

cp "$guide" "$work/papers"

# A claim that is not true has to be found out: this one has no title.
LC_ALL=C sed 's|dc:title>|dc:titre>|g' \
  "$work/papers/vaison-la-romaine-synthese.pdf" >"$work/papers/mensonge.pdf"

java -cp "$jar" org.verapdf.apps.GreenfieldCliWrapper --flavour 0 --format text \
  "$work"/papers/*.pdf >"$work/found" 2>"$work/log" || true

set -- "$work"/papers/*.pdf
echo "1..$#"
number=0
for paper do
  number=$((number + 1))
  name=${paper##*/}
  what='is what it claims to be'
  expected="PASS $paper 3a
PASS $paper ua1"
  if [ "$name" = mensonge.pdf ]; then
    what='is found out'
    expected="FAIL $paper 3a
FAIL $paper ua1"
  fi
  found=$(grep -F " $paper " "$work/found" || true)
  if [ "$found" = "$expected" ]; then
    echo "ok $number - $name $what"
  else
    echo "not ok $number - $name $what"
    printf '%s\n' "$found" | sed 's/^/# /'
    sed 's/^/# /' "$work/log"
  fi
done
