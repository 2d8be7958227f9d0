# SPDX-License-Identifier: GPL-3.0-or-later
#
# Reads the logs of "meson test" (testlog.json, one object a line) and prints what failed with its
# output, what was skipped with its reason, and the count of cases on the last line. The exit status
# is 1 when one failed or none passed. Variable: status, the exit status of "meson test".
#
# A subtest's own line sums up the cases under it and is not one more. A program that is not TAP
# counts for one, and so does one that stops without having said "not ok". Run it with LC_ALL=C:
# it works on bytes.

# The value of a string member of this line, still escaped.
function member (key,    start) {
  start = "\"" key "\": \""
  if (!match($0, start "([^\"\\\\]|\\\\.)*\""))
    return ""
  return substr($0, RSTART + length(start), RLENGTH - length(start) - 1)
}

function utf8 (hex,    i, v) {
  v = 0
  for (i = 1; i <= 4; i++)
    v = v * 16 + index("0123456789abcdef", tolower(substr(hex, i, 1))) - 1
  if (v < 128)
    return sprintf("%c", v)
  if (v < 2048)
    return sprintf("%c%c", 192 + int(v / 64), 128 + v % 64)
  if (v >= 55296 && v < 57344)
    return "?"
  return sprintf("%c%c%c", 224 + int(v / 4096), 128 + int(v / 64) % 64, 128 + v % 64)
}

function unescape (s,    out, at, c) {
  out = ""
  while ((at = index(s, "\\")) > 0) {
    out = out substr(s, 1, at - 1)
    c = substr(s, at + 1, 1)
    if (c == "u") {
      out = out utf8(substr(s, at + 2, 4))
      s = substr(s, at + 6)
    } else {
      out = out (c == "t" ? "\t" : c ~ /[bfr]/ ? "" : c)
      s = substr(s, at + 2)
    }
  }
  out = out s
  gsub(/\001/, "\\", out)
  return out
}

# Splits an escaped text into lines; an escaped backslash is set aside, or "\\\\n" would split.
function lines (s, into,    n, i) {
  gsub(/\\\\/, "\001", s)
  n = split(s, into, "\\\\n")
  for (i = 1; i <= n; i++)
    into[i] = unescape(into[i])
  return n
}

function show (s,    n, i, line) {
  n = lines(s, line)
  for (i = (n > 400 ? n - 400 : 1); i <= n; i++)
    if (line[i] != "" && line[i] !~ /^ *(ok |1\.\.|TAP version|# (Start|End) of |# GLib-DEBUG: )/)
      report = report "    " line[i] "\n"
}

function fail (what) {
  failed++
  broken++
  names = names "  " name ": " what "\n"
}

function skip (what, why) {
  skipped = skipped "  " name ": " what (why == "" ? "" : " : " why) "\n"
}

# One line "ok" or "not ok".
function point (line,    depth, bad, why) {
  match(line, /^ */)
  depth = RLENGTH
  line = substr(line, depth + 1)
  bad = sub(/^not /, "", line)
  sub(/^ok *[0-9]* *(- *)?/, "", line)

  why = ""
  if (match(line, /# *([Ss][Kk][Ii][Pp]|[Tt][Oo][Dd][Oo])[A-Za-z]*:? */)) {
    why = substr(line, RSTART + RLENGTH)
    line = substr(line, 1, RSTART - 1)
    sub(/ *$/, "", line)
    if (depth >= last)
      skip(line, why)
  } else if (depth < last) {
    # Sums up the subtest above; its own failure counts if no case under it failed.
    if (bad && !broken)
      fail(line)
  } else if (bad) {
    fail(line)
  } else {
    passed++
  }
  last = depth
}

{
  name = unescape(member("name"))
  result = member("result")
  broken = 0
  last = 0
  report = ""
  tap = 0
  plan = 0
  n = lines(member("stdout"), out)
  for (i = 1; i <= n; i++) {
    if (out[i] ~ /^ *(not )?ok( |$)/) {
      tap = 1
      point(out[i])
    } else if (out[i] ~ /^1\.\.0( |$)/) {
      plan = 1
      sub(/^1\.\.0[ #]*([Ss][Kk][Ii][Pp][A-Za-z]*)? */, "", out[i])
      skip("tout", out[i])
    } else if (out[i] ~ /^1\.\.[0-9]+/) {
      tap = 1
    }
  }

  if (result == "SKIP") {
    if (!tap && !plan)
      skip("tout", n > 1 && out[n] == "" ? out[n - 1] : out[n])
  } else if (result == "OK" || result == "EXPECTEDFAIL") {
    if (!tap && !plan)
      passed++
  } else if (!broken) {
    match($0, /"returncode": -?[0-9]+/)
    fail(result ", code " substr($0, RSTART + 14, RLENGTH - 14))
  }

  if (broken) {
    show(member("stdout"))
    show(member("stderr"))
    reports = reports "\n--- " name "\n" report
  }
}

END {
  if (status != 0 && failed == 0) {
    names = names "  meson test: code " status "\n"
    failed = 1
  }
  if (failed)
    printf "Échecs :\n%s%s\n", names, reports
  if (skipped != "")
    printf "Non faits :\n%s\n", skipped
  if (passed + failed == 0)
    print "Aucun test n’a été fait."
  printf "%d passed, %d failed\n", passed, failed
  exit (failed > 0 || passed == 0)
}
