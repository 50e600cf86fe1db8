#!/usr/bin/env bash
# Runs the tests and ends with one line: "N passed, N failed". Exits 1 if any failed.
#
#   bash tests/run.sh            everything
#   bash tests/run.sh --quick    only the layers and the native tests
#
# In this order:
#   1. layers     who may include whom (tests/layers.cmake), and that each of its rules bites
#   2. core       compiled with em++ first: it is the older compiler, so it complains first
#   3. native     Catch2 with address and undefined-behaviour sanitizers, in random order;
#                 a test that checks nothing fails
#   4. wasm       core's tests again, as WebAssembly under Node
#   5. schema     tests/browser/schema.mjs: the published JSON Schema against the samples
#   6. browser    the packed page in Chromium: tests/browser/*.test.mjs
# On a fresh Debian 12, as root or with sudo, it installs what is missing first and asks nothing.
# Reports are left in build/tests/.
set -euo pipefail

quick=no
for argument in "$@"; do
    case $argument in
        --quick) quick=yes ;;
        -h | --help) sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//;p}' "$0"; exit 0 ;;
        *) echo "Unknown option $argument. See --help." >&2; exit 2 ;;
    esac
done

passed=0 failed=0 summary=""
# However the run ends, its last line is the count; one cut short has failed.
finish() {
    local status=$?
    [ "$status" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
    printf '\n%s\n%d passed, %d failed\n' "$summary" "$passed" "$failed"
    [ "$failed" -eq 0 ] || exit 1
}
trap finish EXIT

. "$(dirname "$0")/../web/setup.sh"
lock_build
if [ "$quick" = yes ]; then install_packages; else install_packages tests; fi
fetch_dependencies
[ "$quick" = yes ] || install_node_modules

mkdir -p build/tests

# record <suite> <passed> <failed>
record() {
    passed=$((passed + $2)) failed=$((failed + $3))
    summary+=$(printf '   %-10s %5d passed %5d failed' "$1" "$2" "$3")$'\n'
}

# run_catch <suite> <command…>: a Catch2 program; one that dies counts as one failure more.
run_catch() {
    local suite=$1 report=build/tests/$1.xml status=0 counts ok=0 bad=0 colours=none; shift
    [ ! -t 1 ] || colours=ansi
    say "Running the $suite tests"
    rm -f "$report"
    "$@" --order rand --warn NoAssertions --colour-mode $colours \
        --reporter console --reporter "XML::out=$report" || status=$?
    counts=$(sed -n 's/.*<OverallResultsCases successes="\([0-9]*\)" failures="\([0-9]*\)".*/\1 \2/p' \
        "$report" 2>/dev/null || true)
    read -r ok bad <<<"${counts:-0 0}" || true
    if [ "$bad" -eq 0 ] && { [ "$status" -ne 0 ] || [ "$ok" -eq 0 ]; }; then
        echo "The $suite tests did not come to their end (exit status $status)."
        bad=1
    fi
    record "$suite" "$ok" "$bad"
}

# run_node <suite> <files…>: tests written for node:test.
run_node() {
    local suite=$1 report=build/tests/$1.tap status=0 ok bad; shift
    say "Running the $suite tests"
    rm -f "$report"
    node --test --test-reporter=spec --test-reporter-destination=stdout \
        --test-reporter=tap --test-reporter-destination="$report" "$@" || status=$?
    ok=$(sed -n 's/^# pass //p' "$report" | tail -n 1)
    bad=$(sed -n 's/^# fail //p;s/^# cancelled //p' "$report" | awk '{ n += $1 } END { print n + 0 }')
    if [ "$bad" -eq 0 ] && { [ "$status" -ne 0 ] || [ "${ok:-0}" -eq 0 ]; }; then bad=1; fi
    record "$suite" "${ok:-0}" "$bad"
}

say "Checking the layers"
if cmake -DROOT=. -P tests/layers.cmake; then record layers 1 0; else record layers 0 1; fi
if cmake -DSCRATCH=build/tests/layers -P tests/layers_test.cmake | tee build/tests/layers.txt; then :; fi
counts=$(sed -n 's/^-- rules: \([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' build/tests/layers.txt)
# shellcheck disable=SC2086
record rules ${counts:-0 1}

core_as_wasm=no
if [ "$quick" = no ]; then
    configure_wasm
    if build build/wasm core; then core_as_wasm=yes; else record "em++ core" 0 1; fi
fi

configure_native
if build build/native tests; then
    export ASAN_OPTIONS=detect_stack_use_after_return=1 UBSAN_OPTIONS=print_stacktrace=1
    run_catch native build/native/tests/tests
else
    record native 0 1
fi

if [ "$quick" = no ]; then
    # Emscripten 3.1.6 takes Node's own fetch for a browser's.
    if [ "$core_as_wasm" = yes ] && build build/wasm tests; then
        run_catch wasm node --no-experimental-fetch build/wasm/tests/tests.js
    else
        record wasm 0 1
    fi

    if [ -f tests/browser/schema.mjs ]; then
        say "Checking the samples against the JSON Schema"
        if node tests/browser/schema.mjs; then record schema 1 0; else record schema 0 1; fi
    fi

    if (build_page); then
        HANDFAST_CHROMIUM=$(command -v chromium || command -v google-chrome || true)
        export HANDFAST_CHROMIUM
        run_node browser tests/browser/*.test.mjs
    else
        record browser 0 1
    fi
fi
