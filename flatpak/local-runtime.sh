#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# local-runtime.sh FOLDER PACKAGE…: a small runtime and its SDK in the OSTree repository FOLDER/repo,
# from packages of Debian 13; PACKAGE… is what building needs. By root, with no more than a mirror
# of Debian. Ends with 77 where none can be reached.

set -eu

suite=trixie
platform_packages='
  libgtk-4-1 libadwaita-1-0 libpoppler-glib8t64 libqpdf30 libzip5 libjson-glib-1.0-0 liblcms2-2
  libjpeg62-turbo libxml2 adwaita-icon-theme librsvg2-common fonts-liberation fonts-dejavu-core
  locales
'

cd "$1"
shift
sdk_packages=$*
export sdk_packages

rm -rf repo platform sdk
mkdir platform

# The mirror of this machine and its way there; mmdebstrap knows one where there is none.
# shellcheck disable=SC2016 # for apt-get
mirror=$(apt-get indextargets --format '$(ORIGIN) $(REPO_URI)' 'Identifier: Packages' 2>/dev/null \
  | sed -n 's|^Debian \(https\{0,1\}://.*/debian\)/*$|\1|p' | head -n 1)
if ! /usr/lib/apt/apt-helper download-file \
     "${mirror:-http://deb.debian.org/debian}/dists/$suite/InRelease" InRelease >log 2>&1; then
  cat log >&2
  exit 77
fi
proxies=$(apt-config dump | grep -E '^Acquire::https?::(.*::)?[Pp]roxy' || true)

# Without what nobody reads, draws or links with here.
set -- --variant=essential --format=directory --components=main \
  "--include=$(printf '%s' "$platform_packages" | xargs | tr ' ' ,)" \
  --aptopt='APT::Install-Recommends "false"' ${proxies:+"--aptopt=$proxies"} \
  --dpkgopt=force-unsafe-io \
  --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/gir-1.0/*' \
  --dpkgopt='path-exclude=/usr/share/info/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
  --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/vulkan/*' \
  --dpkgopt='path-exclude=/usr/bin/*lto-dump*' --dpkgopt='path-exclude=/usr/lib/*/libLLVM*' \
  --dpkgopt='path-exclude=/usr/lib/*/libgallium*' --dpkgopt='path-exclude=/usr/lib/*/libicu*.a' \
  --dpkgopt='path-exclude=/usr/lib/*/libz3*'

# The runtime is the system before what building needs comes on top of it; it speaks French.
# shellcheck disable=SC2016 # for mmdebstrap
mmdebstrap "$@" \
  --customize-hook='chroot "$1" localedef -i fr_FR -f UTF-8 fr_FR.UTF-8' \
  --customize-hook='cp -a "$1/usr" platform/ && cp -a "$1/etc" platform/usr/' \
  --customize-hook='APT_CONFIG=$MMDEBSTRAP_APT_CONFIG apt-get -q -y \
    -o DPkg::Chroot-Directory="$1" -o Dpkg::Use-Pty=0 install $sdk_packages </dev/null \
    >apt.log || { cat apt.log >&2; exit 1; }' \
  "$suite" sdk ${mirror:+"$mirror"}
mv sdk/etc sdk/usr/

arch=$(flatpak --default-arch)
ostree init --repo=repo --mode=bare-user-only
ostree --repo=repo config set core.fsync false
for kind in Platform Sdk; do
  tree=$(printf '%s' "$kind" | tr PS ps)
  mkdir -p "$tree/files" "$tree/var"
  cat >"$tree/metadata" <<END
[Runtime]
name=fr.volets.Debian.$kind
runtime=fr.volets.Debian.Platform/$arch/$suite
sdk=fr.volets.Debian.Sdk/$arch/$suite
END
  flatpak build-export --runtime --disable-sandbox --no-update-summary repo "$tree" "$suite"
done
flatpak build-update-repo repo

rm -rf platform sdk
chown -R --reference=. .
