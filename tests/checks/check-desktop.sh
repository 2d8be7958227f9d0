#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What desktops and stores read of the program, each by the tool that judges it. TAP. Arguments: the
# top of the source tree, the folder where the desktop file, the metainfo and the MIME package are
# built.

set -eu

# shellcheck source=tests/checks/tap.sh
. "$(dirname "$0")/tap.sh"

srcdir=$1
built=$2
id=fr.volets.Volets
mime_type=application/vnd.volets.dossier+xml

desktop_file () {
  desktop-file-validate "$built/$id.desktop"
}

# The value of a key of the desktop file, in the group of the application.
entry () {
  sed -n "/^\[Desktop Action/q; s/^$1=//p" "$built/$id.desktop"
}

# What people read and search is there in French, and what the file points to is there.
desktop_entries () {
  for key in Name GenericName Comment Keywords; do
    [ -n "$(entry "$key\\[fr\\]")" ] || echo "no $key in French"
  done
  [ "$(entry MimeType)" = "$mime_type;" ] || echo "MimeType is $(entry MimeType)"
  [ "$(entry Icon)" = "$id" ] || echo "Icon is $(entry Icon)"
  [ "$(entry DBusActivatable)" = true ] || echo 'not started by the bus'
  for action in $(entry Actions | tr ';' ' '); do
    grep -q "{ \"$action\", " "$srcdir/app/ui/application.c" \
      || echo "the application has no action $action"
  done
}

# --no-net: whether a screenshot can be fetched is not what is judged here.
metainfo () {
  appstreamcli validate --no-net --no-color "$built/$id.metainfo.xml" >"$work/said" 2>&1 \
    || cat "$work/said"
}

# value XPATH: of the metainfo, as text.
value () {
  xmllint --xpath "string($1)" "$built/$id.metainfo.xml"
}

# holds XPATH WHAT: says WHAT where the condition does not hold.
holds () {
  [ "$(xmllint --xpath "boolean($1)" "$built/$id.metainfo.xml")" = true ] || echo "$2"
}

# Width and height, which are in the first bytes of a PNG.
png_size () {
  od -An -v -tu1 -j16 -N8 "$1" | awk '{ print $3 * 256 + $4, $7 * 256 + $8 }'
}

# What Flathub asks for beyond a valid file: https://docs.flathub.org/docs/for-app-authors.
store_rules () {
  holds "/component/id = '$id'" 'the id is not that of the application'
  holds "/component/launchable = '$id.desktop'" 'not the desktop file'
  holds "/component/metadata_license = 'CC0-1.0'" 'the licence of the metainfo'
  holds "/component/project_license = 'GPL-3.0-or-later'" 'the licence'
  holds 'string-length(/component/name[not(@xml:lang)]) <= 20' 'a name of more than 20 characters'
  holds 'not(//summary[string-length(.) > 35])' 'a summary of more than 35 characters'
  holds "not(//summary[substring(., string-length(.)) = '.'])" 'a summary ends in a dot'
  holds "//summary[@xml:lang='fr']" 'no summary in French'
  holds 'count(/component/description/p[not(@xml:lang)]) > 1' 'a description of one paragraph'
  holds "count(/component/description//*[@xml:lang='fr']) = count(/component/description//*[not(@xml:lang) and not(*)])" \
    'a part of the description is not in French'
  holds '/component/developer[@id]/name' 'no developer'
  holds "/component/url[@type='homepage'][starts-with(., 'https://')]" 'no homepage'
  holds "count(//screenshot[@type='default']) = 1" 'not one screenshot by default'
  holds 'not(//screenshot[not(caption[not(@xml:lang)])])' 'a screenshot without a caption'
  holds "not(//screenshot[not(caption[@xml:lang='fr'])])" 'a caption is not in French'
  holds "not(//caption[substring(., string-length(.)) = '.'])" 'a caption ends in a dot'
  holds "not(//screenshot/image[not(starts-with(., 'https://'))])" 'a screenshot without https'
  for scheme in light dark; do
    holds "//branding/color[@type='primary'][@scheme_preference='$scheme']" "no $scheme colour"
  done
  holds "//requires/internet = 'offline-only'" 'it does not say that it works offline'
  holds "/component/content_rating[@type='oars-1.1']" 'no rating of the content'
  holds "//provides/mediatype = '$mime_type'" 'it does not say what it opens'
  holds '//releases/release[1][@date]/description' 'nothing said of the last release'

  version=$(sed -n "s/^  version: '\(.*\)',/\1/p" "$srcdir/meson.build")
  holds "//releases/release[1]/@version = '$version'" "the last release is not $version"

  # The pictures are those of the source, in their real size.
  count=$(xmllint --xpath 'count(//screenshot/image)' "$built/$id.metainfo.xml")
  while [ "$count" -gt 0 ]; do
    picture="(//screenshot/image)[$count]"
    name=$(value "$picture")
    size=$(png_size "$srcdir/data/screenshots/${name##*/}")
    [ "$size" = "$(value "$picture/@width") $(value "$picture/@height")" ] \
      || echo "$name: ${size:-no such picture}"
    count=$((count - 1))
  done
}

mime_package () {
  mkdir -p "$work/share/mime/packages"
  cp "$built/$id.xml" "$work/share/mime/packages/"
  xmllint --noout "$work/share/mime/packages/$id.xml"
  XDG_DATA_HOME=$work/share update-mime-database "$work/share/mime"

  cp "$srcdir/data/examples/ecole-de-village.volets" "$work/essai.volets"
  XDG_DATA_HOME=$work/share XDG_DATA_DIRS=$work/share \
    gio info -a standard::content-type,standard::icon "$work/essai.volets" >"$work/info"
  grep -qF "standard::content-type: $mime_type" "$work/info" || cat "$work/info"
  grep -qF "$id-dossier" "$work/info" || echo 'it has not its icon'
  for name in dossier depot; do
    grep -rqF "urn:volets:dossier:1 $name $mime_type" "$work/share/mime/XMLnamespaces" \
      || echo "no $name known by its root"
  done
  grep -qF 'xml:lang="fr"' "$work/share/mime/packages/$id.xml" || echo 'no name in French'
}

# What is drawn is drawn by all: well-formed, of the size it says, and not empty.
icons () {
  for icon in "scalable/apps/$id" "symbolic/apps/$id-symbolic" "scalable/mimetypes/$id-dossier"; do
    [ -f "$srcdir/data/icons/hicolor/$icon.svg" ] || echo "no $icon"
  done

  echo '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"/>' >"$work/empty.svg"
  rsvg-convert --width 32 --height 32 --output "$work/empty.png" "$work/empty.svg"
  find "$srcdir/data/icons" "$srcdir/resources/icons" -type f | while IFS= read -r icon; do
    xmllint --noout "$icon"
    rsvg-convert --width 32 --height 32 --output "$work/icon.png" "$icon"
    ! cmp -s "$work/icon.png" "$work/empty.png" || echo "$icon: nothing is seen"
    case $icon in
      */symbolic/* | *-symbolic.svg)
        grep -q 'width="16" height="16"' "$icon" || echo "$icon: not of 16 pixels" ;;
    esac
  done
}

schema () {
  glib-compile-schemas --strict --dry-run "$srcdir/data"
}

echo 1..7
check 'the desktop file is valid' desktop-file-validate desktop_file
check 'the desktop file leads to what is there, in French' sed desktop_entries
check 'the metainfo is valid' appstreamcli metainfo
check 'the metainfo keeps the rules of Flathub' xmllint store_rules
check 'the MIME package gives a dossier its type and icon' update-mime-database mime_package
check 'the icons can be drawn' rsvg-convert icons
check 'the settings are valid' glib-compile-schemas schema
