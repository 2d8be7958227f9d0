#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The count of cases at the end of "./dev test", on small logs. TAP. Argument: the top of the source
# tree.

set -eu

counter=$1/tests/checks/count-cases.awk
LC_ALL=C
export LC_ALL

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

number=0

# count STATUS EXIT LAST [LINE]: what the log given in standard input must lead to, after "meson
# test" ended with STATUS: the exit status, the last line, and one line before it.
count () {
  number=$((number + 1))
  what=$1
  cat >"$work/log"
  status=0
  awk -f "$counter" -v status="$2" "$work/log" >"$work/out" || status=$?
  if [ "$status" -eq "$3" ] && [ "$(tail -n 1 "$work/out")" = "$4" ] \
      && { [ $# -lt 5 ] || grep -qxF -e "$5" "$work/out"; }; then
    echo "ok $number - $what"
  else
    echo "not ok $number - $what"
    echo "# exit status $status, output:"
    sed 's/^/# /' "$work/out"
  fi
}

echo 1..14

count 'cases of several programs add up' 0 0 '3 passed, 0 failed' <<'END'
{"name": "a", "stdout": "1..2\n# Start of a tests\nok 1 /a/one\nok 2 /a/two\n", "result": "OK", "returncode": 0}
{"name": "b", "stdout": "ok 1 - x\n1..1\n", "result": "OK", "returncode": 0}
END

count 'a case that fails is named' 1 1 '1 passed, 1 failed' '  a: /a/two' <<'END'
{"name": "a", "stdout": "1..2\nok 1 /a/one\nnot ok 2 /a/two\n", "result": "FAIL", "returncode": 1}
END

count 'the output of a case that fails is shown' 1 1 '0 passed, 1 failed' '    # 1 € "C:\new"' <<'END'
{"name": "a", "stdout": "1..1\n# 1 \u20ac \"C:\\new\"\nnot ok 1 /a\n", "result": "FAIL", "returncode": 1}
END

count 'what went to the standard error is shown' 1 1 '0 passed, 1 failed' '    heap-use-after-free' <<'END'
{"name": "a", "stdout": "1..2\nnot ok 1 /a\n", "result": "FAIL", "returncode": 1, "env": {}, "stderr": "heap-use-after-free\n"}
END

count 'a crash counts for one failure' 1 1 '1 passed, 1 failed' '  a: ERROR, code -11' <<'END'
{"name": "a", "stdout": "1..2\nok 1 /a/one\n", "result": "ERROR", "returncode": -11}
END

count 'a crash before any case counts for one failure' 1 1 '0 passed, 1 failed' <<'END'
{"name": "a", "stdout": "", "result": "ERROR", "returncode": -6}
END

count 'a time out counts for one failure' 1 1 '0 passed, 1 failed' '  a: TIMEOUT, code -15' <<'END'
{"name": "a", "stdout": "1..2\n", "result": "TIMEOUT", "returncode": -15}
END

count 'a failure that stops its program counts once' 1 1 '0 passed, 1 failed' <<'END'
{"name": "a", "stdout": "1..2\nnot ok /a - ERROR:a.c:1\nBail out!\n", "result": "ERROR", "returncode": -6}
END

count 'subtests count, the line that sums them up does not' 0 0 '3 passed, 0 failed' <<'END'
{"name": "a", "stdout": "TAP version 14\n# Subtest: a\n    # Subtest: b\n        ok 1 x\n        1..1\n    ok 1 b\n    ok 2 y\n    1..2\nok 1 a\nok 2 c\n1..2\n", "result": "OK", "returncode": 0}
END

count 'a subtest that fails counts once' 1 1 '1 passed, 1 failed' '  a: y' <<'END'
{"name": "a", "stdout": "# Subtest: a\n    ok 1 x\n    not ok 2 y\n    1..2\nnot ok 1 a\n1..1\n", "result": "FAIL", "returncode": 1}
END

count 'a case that is skipped is listed and not counted' 0 0 '1 passed, 0 failed' '  a: /a/two : no xmllint' <<'END'
{"name": "a", "stdout": "1..2\nok 1 /a/one\nok 2 /a/two # SKIP no xmllint\n", "result": "OK", "returncode": 0}
END

count 'a program that is skipped is listed, and nothing tested is a failure' 0 1 '0 passed, 0 failed' '  a: tout : no display' <<'END'
{"name": "a", "stdout": "1..0 # SKIP no display\n", "result": "SKIP", "returncode": 0}
END

count 'a program that is not TAP counts for one' 0 0 '1 passed, 0 failed' <<'END'
{"name": "a", "stdout": "1 file read\nokay\n", "result": "OK", "returncode": 0}
END

count 'meson failing without a case that fails is a failure' 2 1 '0 passed, 1 failed' </dev/null
