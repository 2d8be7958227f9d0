#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# gnome.sh FOLDER: builds the Flatpak in FOLDER on the runtime of GNOME that Flathub has, and writes
# its bundle.

set -eu

work=$1
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
app=fr.volets.Volets
remote=https://dl.flathub.org/repo/flathub.flatpakrepo
sdk=$(sed -n 's/^  "sdk": "\(.*\)",$/\1/p' "$here/$app.json")
version=$(sed -n 's/^  "runtime-version": "\(.*\)",$/\1/p' "$here/$app.json")

die () {
  printf '%s\n' "$*" >&2
  exit 1
}

reach_sdk () {
  flatpak info "$sdk//$version" && return
  flatpak --user remote-add --if-not-exists flathub "$remote"
  flatpak --user remote-info flathub "$sdk//$version"
}

if ! reach_sdk >"$work/log" 2>&1; then
  cat "$work/log" >&2
  die "Le runtime GNOME $version n’est ni sur cette machine, ni à portée (Flathub) : rien n’a été" \
    "construit. « ./dev flatpak --local » s’en passe."
fi

flatpak-builder --user --disable-rofiles-fuse --install-deps-from=flathub --force-clean \
  --state-dir="$work/gnome-state" --repo="$work/gnome-apps" \
  "$work/gnome-app" "$here/$app.json" \
  || die "La construction a échoué."
mkdir -p "$here/../out"
flatpak build-bundle --runtime-repo="$remote" "$work/gnome-apps" "$here/../out/volets.flatpak" \
  "$app" stable
printf '%s\n' '' "Fait : out/volets.flatpak. Pour l’installer sur un PC :" \
  "  flatpak remote-add --if-not-exists flathub $remote" \
  '  flatpak install volets.flatpak'
