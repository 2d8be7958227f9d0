#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What « meson install » puts where, under DESTDIR, and that a desktop can use it from there: the
# session bus starts it, it opens a dossier and obeys. TAP. Arguments: the build tree, the prefix it
# is built for. The last cases need a screen.

set -eu

# --- Started by the bus, on a bus of its own: see the end -----------------------------------------

# act ACTION: of the application that runs.
act () {
  gdbus call --session --timeout 20 --dest "$id" --object-path /fr/volets/Volets \
    --method org.gtk.Actions.Activate "$1" '[]' '{}' >/dev/null
}

# How many windows have a title that begins so; xwininfo complains of one that goes meanwhile.
count_windows () {
  xwininfo -root -tree 2>/dev/null | grep -cE "^ +0x[0-9a-f]+ \"$1.*: \(\"volets\" " || true
}

# wait_for TITLE COUNT
wait_for () {
  tries=150
  while [ "$(count_windows "$1")" -ne "$2" ]; do
    tries=$((tries - 1))
    if [ "$tries" -eq 0 ]; then
      echo "« $1 »: not $2 windows, but:"
      xwininfo -root -tree | grep '"' || true
      return
    fi
    sleep 0.2
  done
}

stop () {
  pid=$(gdbus call --session --dest org.freedesktop.DBus --object-path /org/freedesktop/DBus \
    --method org.freedesktop.DBus.GetConnectionUnixProcessID "$id" 2>/dev/null \
    | tr -cd '0-9 ' | cut -d ' ' -f 2) || true
  [ -z "$pid" ] || kill "$pid" || true
}

# What it says goes to a file a case.
use_it () {
  trap stop EXIT
  example='Un socle numérique .*Vaison-la-Romaine'
  {
    gapplication launch "$id" "$share/volets/examples/vaison-la-romaine.volets"
    wait_for "$example" 1
  } >"$work/opened" 2>&1
  {
    gapplication action "$id" new
    wait_for 'Volets"' 1
    wait_for "$example" 1
  } >"$work/acted" 2>&1
  {
    act quit
    wait_for 'Volets"' 0
    wait_for "$example" 0
  } >"$work/ended" 2>&1
  # GLib and GTK complain of it too, which is no reason to stop.
  env G_DEBUG='' HOME=/dev/null/none XDG_DATA_HOME=/dev/null/none XDG_STATE_HOME=/dev/null/none \
      XDG_CONFIG_HOME=/dev/null/none XDG_CACHE_HOME=/dev/null/none \
      "$share/../bin/volets" "$share/volets/examples/vaison-la-romaine.volets" >/dev/null 2>&1 &
  {
    wait_for "$example" 1
    act quit
    wait_for "$example" 0
  } >"$work/unwritable" 2>&1
}

id=fr.volets.Volets
if [ "$1" = --on-the-bus ]; then
  work=$2
  share=$3
  use_it
  exit 0
fi

# --- What is installed ----------------------------------------------------------------------------

builddir=$1
prefix=$2
LC_ALL=C.UTF-8
export LC_ALL

work=$(mktemp -d)
root=$work/root
trap 'rm -rf "$work"' EXIT

number=0

# report WHAT: passes if nothing was said in $work/places.
report () {
  number=$((number + 1))
  if [ ! -s "$work/places" ]; then
    echo "ok $number - $1"
  else
    echo "not ok $number - $1"
    sed 's/^/# /' "$work/places"
  fi
}

skip () {
  number=$((number + 1))
  echo "ok $number - $1 # SKIP $2"
}

echo 1..9

DESTDIR=$root meson install -C "$builddir" --no-rebuild --quiet >"$work/places" 2>&1 \
  && : >"$work/places"
find "$root" -type f -o -type l | sed "s|^$root||" | sort >"$work/installed"
grep -v "^$prefix/" "$work/installed" >>"$work/places" || true
report 'everything goes under DESTDIR and the prefix'

: >"$work/places"
sed -e '/^ *$/d' -e "s|^|$prefix/|" >"$work/expected" <<END
bin/volets
share/applications/$id.desktop
share/bash-completion/completions/volets
share/dbus-1/services/$id.service
share/glib-2.0/schemas/$id.gschema.xml
share/help/C/volets/amount.page
share/help/C/volets/applicant-and-schools.page
share/help/C/volets/before-you-start.page
share/help/C/volets/documents.page
share/help/C/volets/expenses.page
share/help/C/volets/filing.page
share/help/C/volets/funding-and-attachments.page
share/help/C/volets/index.page
share/help/C/volets/new-dossier.page
share/help/C/volets/privacy.page
share/help/C/volets/saving.page
share/help/C/volets/shortcuts.page
share/help/C/volets/spreadsheet.page
share/icons/hicolor/scalable/apps/$id.svg
share/icons/hicolor/scalable/mimetypes/$id-dossier.svg
share/icons/hicolor/symbolic/apps/$id-symbolic.svg
share/locale/fr/LC_MESSAGES/volets.mo
share/man/fr/man1/volets.1
share/man/man1/volets.1
share/metainfo/$id.metainfo.xml
share/mime/packages/$id.xml
share/volets/examples/ecole-de-village.volets
share/volets/examples/syndicat-de-communes.volets
share/volets/examples/vaison-la-romaine.volets
share/volets/guide.pdf
share/volets/schemas/appel.xsd
share/volets/schemas/depot.xsd
share/volets/schemas/dossier.xsd
share/volets/schemas/types.xsd
END
diff "$work/expected" "$work/installed" >"$work/places" || true
report 'what is installed is what is meant to be'

: >"$work/places"
# Where it is built and where it is put for now: neither will be there.
grep -rlF -e "$root" "$root" >>"$work/places" || true
grep -rlF -e "$builddir/data" -e "$builddir/po" "$root" >>"$work/places" || true
grep -qxF "Exec=$prefix/bin/volets --gapplication-service" \
  "$root$prefix/share/dbus-1/services/$id.service" \
  || echo 'the service starts something else' >>"$work/places"
grep -qF "$prefix/share/locale" "$root$prefix/bin/volets" \
  || echo 'the program looks for its catalogue elsewhere' >>"$work/places"
report 'no path leads where nothing will be'

"$root$prefix/bin/volets" calls >"$work/calls" 2>"$work/places"
[ "$(wc -l <"$work/calls")" -ge 4 ] || echo 'the calls are not found' >>"$work/places"
report 'the program has its data with it'


# What « Données et confidentialité » says. GIO speaks to the session bus in its own name.
quiet='the program calls nothing that opens a connection'
if command -v nm >/dev/null 2>&1; then
  nm -D --undefined-only "$root$prefix/bin/volets" >"$work/symbols"
  grep -wE 'socket|connect|getaddrinfo|(g_(socket|network|resolver|tls)|soup|curl|xmlNano)[_A-Za-z]*' \
    "$work/symbols" >"$work/places" || true
  grep -q g_application_run "$work/symbols" || echo 'its symbols are not seen' >>"$work/places"
  report "$quiet"
else
  skip "$quiet" 'nm is not installed'
fi

opened='the session bus starts the program, which opens a dossier'
acted='an action of the desktop file opens one more window'
ended='it ends when it is asked to'
unwritable='it opens a dossier where no folder of the person can be written'
why=
for tool in gapplication gdbus xwininfo dbus-run-session; do
  command -v "$tool" >/dev/null 2>&1 || why="$tool is not installed"
done
[ -n "${DISPLAY:-}" ] || why='there is no screen'
if [ -n "$why" ]; then
  skip "$opened" "$why"
  skip "$acted" "$why"
  skip "$ended" "$why"
  skip "$unwritable" "$why"
  exit 0
fi

# It is not yet where it will be: the bus is told so, and nothing else is changed.
share=$root$prefix/share
sed -i "s|^Exec=|&$root|" "$share/dbus-1/services/$id.service"
glib-compile-schemas "$share/glib-2.0/schemas"
mkdir "$work/home"
env HOME="$work/home" XDG_DATA_HOME="$work/home/data" XDG_STATE_HOME="$work/home/state" \
    XDG_CONFIG_HOME="$work/home/config" XDG_CACHE_HOME="$work/home/cache" \
    XDG_DATA_DIRS="$share:/usr/local/share:/usr/share" \
    dbus-run-session -- sh "$0" --on-the-bus "$work" "$share" >"$work/said" 2>&1 || true

for part in opened acted ended unwritable; do
  if [ -f "$work/$part" ]; then
    cp "$work/$part" "$work/places"
  else
    { echo 'it did not come so far'; cat "$work/said"; } >"$work/places"
  fi
  eval "report \"\$$part\""
done
