#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# local.sh FOLDER PROGRAM: builds Volets as a Flatpak on the runtime that local-runtime.sh made in
# FOLDER, installs it there from its bundle, and holds what it does in its sandbox against PROGRAM,
# built outside.

set -eu

work=$1
native=$2
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
app=fr.volets.Volets
example=vaison-la-romaine

HOME=$work/home
FLATPAK_USER_DIR=$work/installation
XDG_RUNTIME_DIR=$(mktemp -d)
export HOME FLATPAK_USER_DIR XDG_RUNTIME_DIR LC_ALL=C.UTF-8 LANGUAGE=fr
mkdir -p "$HOME"
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME XDG_STATE_HOME DISPLAY WAYLAND_DISPLAY
trap 'rm -rf "$XDG_RUNTIME_DIR"' EXIT

die () {
  printf '%s\n' "$*" >&2
  exit 1
}

# What it prints is read only where something is wrong.
quietly () {
  "$@" >"$work/log" 2>&1 || {
    cat "$work/log" >&2
    return 1
  }
}

# The shell of the sandbox.
inside () {
  flatpak run --user "$@"
}

# --- Building and installing ----------------------------------------------------------------------

build () {
  # The development manifest on another runtime, that has the libraries its modules would build.
  sed -e 's/"org.gnome.Platform"/"fr.volets.Debian.Platform"/' \
      -e 's/"org.gnome.Sdk"/"fr.volets.Debian.Sdk"/' \
      -e 's/"runtime-version": .*/"runtime-version": "trixie",/' \
      -e '/^    "[a-z]*\.json",$/d' \
      -e "s|\"path\": \"\.\.\"|\"path\": \"$here/..\"|" \
      -e 's/"-Dwerror=true"/&, "-Dtests=false"/' \
      -e 's/"separate-locales"/"appstream-compose": false,\n  &/' \
      "$here/$app.Devel.json" >"$work/$app.json"

  quietly flatpak --user remote-add --if-not-exists --no-gpg-verify debian "$work/repo"
  quietly flatpak --user install -y --noninteractive --or-update debian \
    fr.volets.Debian.Platform fr.volets.Debian.Sdk
  flatpak-builder --user --disable-rofiles-fuse --disable-updates --force-clean \
    --state-dir="$work/state" --repo="$work/apps" "$work/app" "$work/$app.json"
  quietly flatpak build-bundle "$work/apps" "$work/volets.flatpak" "$app" devel
}

install_bundle () {
  # What an earlier one kept of its user is not this one's.
  rm -rf "$HOME"
  mkdir -p "$HOME"
  flatpak --user uninstall -y --noninteractive "$app" >/dev/null 2>&1 || true
  quietly flatpak --user install -y --noninteractive --bundle "$work/volets.flatpak"
}

# --- Checking -------------------------------------------------------------------------------------

check_permissions () {
  permissions=$(flatpak --user info --show-permissions "$app" | sed '/^$/d')
  expected='[Context]
shared=ipc;
sockets=x11;wayland;fallback-x11;
devices=dri;'
  [ "$permissions" = "$expected" ] || die "Les permissions ne sont pas celles voulues : $permissions"
}

# A sandbox that is opened shows that it would have been seen.
check_isolation () {
  echo dehors >"$HOME/temoin"
  network='cat /proc/net/dev | sed -n "s/^ *\([^ :]*\):.*/\1/p"'
  namespace='readlink /proc/self/ns/net'
  witness="cat '$HOME/temoin' 2>/dev/null || true"

  [ "$(inside --command=sh "$app" -c "$network")" = lo ] \
    || die 'Le bac à sable a accès au réseau.'
  [ "$(inside --command=sh "$app" -c "$namespace")" != "$(sh -c "$namespace")" ] \
    || die 'Le bac à sable est sur le réseau de la machine.'
  [ "$(inside --command=sh --share=network "$app" -c "$namespace")" = "$(sh -c "$namespace")" ] \
    || die 'Le contrôle du réseau ne verrait rien.'
  [ -z "$(inside --command=sh "$app" -c "$witness")" ] \
    || die 'Le bac à sable a accès au dossier personnel.'
  [ "$(inside --command=sh --filesystem=home "$app" -c "$witness")" = dehors ] \
    || die 'Le contrôle du dossier personnel ne verrait rien.'
}

check_window () {
  quietly xvfb-run -a -s '-screen 0 1366x768x24' dbus-run-session -- \
    timeout 60 flatpak run --user --env=LC_ALL=fr_FR.UTF-8 "$app" --exit-after-startup \
    || die "La fenêtre ne s’est pas ouverte dans le bac à sable."
}

# --- What is exported -----------------------------------------------------------------------------

same () {
  cmp "$1" "$2" || die "Du bac à sable sort autre chose : $(basename "$1")."
}

# What one reads in a paper, a line a paragraph or less.
write_text () {
  case $1 in
    *.pdf) pdftotext "$1" "$1.txt" ;;
    *.odt)
      python3 -c 'import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).read("content.xml").decode())' \
        "$1" | sed 's/<[^>]*>/\n/g' | sed '/^$/d' >"$1.txt"
      ;;
  esac
  [ -s "$1.txt" ] || die "On ne lit rien dans $1."
}

# Two versions of Cairo, of Pango or of zlib do not write the same bytes for the same page: of the
# papers, the text and the filing file that the summary carries are compared.
check_export () {
  ours=$work/native
  theirs=$HOME/.var/app/$app/data/export
  rm -rf "$ours"

  quietly "$native" export "$here/../data/examples/$example.volets" --output-dir "$ours"
  # shellcheck disable=SC2016 # for the shell of the sandbox
  quietly inside --command=sh "$app" -c \
    'exec volets export "/app/share/volets/examples/$1.volets" --output-dir "$XDG_DATA_HOME/export"' \
    sh "$example"
  [ "$(ls "$ours")" = "$(ls "$theirs")" ] || die "Du bac à sable sortent d’autres fichiers."

  for file in "$ours"/*; do
    other=$theirs/${file##*/}
    case $file in
      *.pdf | *.odt)
        write_text "$file"
        write_text "$other"
        same "$file.txt" "$other.txt"
        ;;
      *) same "$file" "$other" ;;
    esac
  done

  pdfdetach -save 1 -o "$theirs/joint.xml" "$theirs/$example-synthese.pdf"
  same "$theirs/joint.xml" "$ours/$example-depot.xml"
}

build
install_bundle
check_permissions
check_isolation
check_window
check_export

printf '%s\n' '' "Construit, installé et essayé dans son bac à sable : $work/volets.flatpak." \
  'Ni réseau, ni dossier personnel ; le fichier de dépôt est le même, octet pour octet.'
