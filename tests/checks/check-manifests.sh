#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the Flatpak manifests ask for: no more than a window. TAP. Argument: the top of the source
# tree.

set -eu

cd "$1/flatpak"
python3 - fr.volets.Volets.json fr.volets.Volets.Devel.json <<'END'
import json
import re
import sys

WANTED = {'--share=ipc', '--socket=fallback-x11', '--socket=wayland', '--device=dri'}


def read(name):
    with open(name, encoding='utf-8') as file:
        return json.load(file)


def list_modules(manifest):
    return [read(module) if isinstance(module, str) else module for module in manifest['modules']]


def is_pinned(source):
    return source['type'] in ('git', 'dir') and source['path'] == '..' \
        or source['type'] == 'archive' and source['url'].startswith('https://') \
        and re.fullmatch('[0-9a-f]{64}', source['sha256'])


print('1..6')
number = 0
for name in sys.argv[1:]:
    manifest = read(name)
    sources = [source for module in list_modules(manifest) for source in module['sources']]
    checks = {
        'asks for nothing but a window': set(manifest['finish-args']) == WANTED,
        'has French whatever the language of the machine': manifest['separate-locales'] is False,
        'builds from here and from pinned archives alone': all(map(is_pinned, sources)),
    }
    for what, holds in checks.items():
        number += 1
        print('ok' if holds else 'not ok', number, '-', name, what)
END
