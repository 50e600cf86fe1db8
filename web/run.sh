#!/usr/bin/env bash
# Builds the page and serves it on this machine.
#
#   bash web/run.sh                 set up, build, print where handfast.html is, serve on localhost
#   bash web/run.sh --build-only    the same without serving
#   bash web/run.sh --port 9000     serve there (default 8080, or the next free port)
#
# On a fresh Debian 12, as root or with sudo, it installs what is missing first and asks nothing.
# The result is one file, build/web/handfast.html, and the same page in parts for hosting in
# build/web/site/.
set -euo pipefail

serve=yes port=8080
while [ $# -gt 0 ]; do
    case $1 in
        --build-only) serve=no ;;
        --port) port=${2:?--port needs a number}; shift ;;
        -h | --help) sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//;p}' "$0"; exit 0 ;;
        *) echo "Unknown option $1. See --help." >&2; exit 2 ;;
    esac
    shift
done

. "$(dirname "$0")/setup.sh"
lock_build
install_packages page
fetch_dependencies
install_node_modules
build_page
unlock_build

printf '\nThe page: %s\n' "$PWD/build/web/handfast.html"
[ "$serve" = no ] || exec node web/serve.mjs --port "$port"
