# What web/run.sh and tests/run.sh share: installing what is missing, fetching the two pinned
# libraries, configuring and building. Sourced, not run; works from the repository's root.
#
# Debian packages come through apt (as root or with sudo), Dear ImGui and Catch2 from Debian's
# source archive into a cache outside the tree, and the page's tools from npm by the lock file.
# What is already there is left alone. Nothing is asked.
#
#   HANDFAST_DEPENDENCIES=upstream   let CMake fetch the libraries from upstream's tags instead
#   XDG_CACHE_HOME                   where the cache stands (else ~/.cache)

# shellcheck shell=bash
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mkdir -p build

say()  { printf '\n── %s\n' "$*"; }
fail() { printf '\nStopped: %s\n' "$*" >&2; exit 1; }

# One run at a time in one tree: two of them would write the same files.
lock_build() {
    exec 9>build/.lock
    flock -n 9 || { say "Another run is using build/; waiting for it to end"; flock 9; }
}
unlock_build() { exec 9>&-; }

# ---- Debian packages ---------------------------------------------------------

# wanted: "what proves it is there" "the package that brings it". A proof is a command or a path.
missing_packages() {
    local proof package
    while read -r proof package; do
        case $proof in
            /*) [ -e "$proof" ] && continue ;;
            *)  command -v "$proof" >/dev/null && continue ;;
        esac
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || echo "$package"
    done
}

install_packages() {
    local wanted="cmake cmake
ninja ninja-build
g++ g++
ccache ccache
flock util-linux
xz xz-utils
/usr/include/nlohmann/json.hpp nlohmann-json3-dev
/usr/share/keyrings/debian-archive-keyring.gpg debian-archive-keyring"
    case ${1:-} in page | tests) wanted+="
em++ emscripten
node nodejs
npm npm
/etc/ssl/certs/ca-certificates.crt ca-certificates" ;; esac
    # The first font of the page's stack, so that its pictures look the same on every machine.
    case ${1:-} in tests) wanted+="
chromium chromium
/usr/share/fonts/opentype/inter fonts-inter" ;; esac

    command -v dpkg-query >/dev/null || {
        say "This is not Debian: make sure these are installed: $(awk '{ printf "%s ", $1 }' <<<"$wanted")"
        return 0
    }
    local missing; mapfile -t missing < <(missing_packages <<<"$wanted")
    [ ${#missing[@]} -eq 0 ] && return 0
    say "Installing from Debian: ${missing[*]}"
    as_root apt-get update -q ||
        fail "apt-get update failed. Check the network and /etc/apt, then run this again."
    as_root apt-get install -y -q --no-install-recommends "${missing[@]}" ||
        fail "apt-get could not install: ${missing[*]}. Its own message is above."
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        DEBIAN_FRONTEND=noninteractive "$@"
    elif command -v sudo >/dev/null; then
        sudo DEBIAN_FRONTEND=noninteractive "$@"
    else
        fail "root is needed for: $*. Run it as root, or install sudo."
    fi
}

# ---- Dear ImGui and Catch2 ---------------------------------------------------

dependencies="${XDG_CACHE_HOME:-$HOME/.cache}/handfast"

# suite, source package=version, original archive, its SHA-256, the folder CMake looks for
pinned="forky  imgui=1.92.2b+ds-1 imgui_1.92.2b+ds.orig.tar.xz e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48 imgui-1.92.2b
trixie catch2=3.7.1-0.5   catch2_3.7.1.orig.tar.gz     c991b247a1a0d7bb9c39aa35faf0fe9e19764213f28ffba3109388e62ee0269c catch2-3.7.1"

fetch_dependencies() {
    [ "${HANDFAST_DEPENDENCIES:-}" != upstream ] || { dependencies=""; return 0; }
    local suite package archive sum folder wanted=""
    while read -r suite package archive sum folder; do
        [ -d "$dependencies/$folder" ] || wanted+="$package "
    done <<<"$pinned"
    [ -n "$wanted" ] || return 0
    command -v apt-get >/dev/null || {
        say "No apt here: CMake will fetch $wanted from upstream's tags"; dependencies=""; return 0
    }

    say "Fetching $wanted(Debian source packages, kept in $dependencies)"
    download_dependencies "$wanted"
}

# In a subshell, so that its scratch folder goes however it ends.
download_dependencies() (
    wanted=$1
    remedy="Connect to the network and run this again; or copy the folder $dependencies
from a machine that has it; or set HANDFAST_DEPENDENCIES=upstream to fetch from upstream's tags."
    archive_address=$(debian_archive)
    # A private apt state: the system's own package lists and sources are not touched.
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    mkdir -p "$work"/{lists,cache,files}/partial "$dependencies"
    while read -r suite _; do
        echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $archive_address $suite main"
    done <<<"$pinned" >"$work/sources.list"
    # As root, apt downloads as the user _apt, who must be able to write here.
    chmod 755 "$work"
    [ "$(id -u)" -ne 0 ] || ! id _apt >/dev/null 2>&1 || chown -R _apt "$work"
    # A list past its date is as good as a fresh one: the checksums below decide what is taken.
    options=(-q -o Acquire::Check-Valid-Until=false
             -o Dir::Etc::SourceParts=/dev/null -o "Dir::Etc::SourceList=$work/sources.list"
             -o "Dir::State::Lists=$work/lists" -o "Dir::Cache=$work/cache")
    apt-get "${options[@]}" update || fail "could not read Debian's source lists. $remedy"
    # shellcheck disable=SC2086  # two words, two packages
    (cd "$work/files" && apt-get "${options[@]}" source --download-only $wanted) ||
        fail "could not fetch $wanted. $remedy"

    while read -r suite package archive sum folder; do
        [ ! -d "$dependencies/$folder" ] || continue
        echo "$sum  $work/files/$archive" | sha256sum --check --quiet ||
            fail "$archive is not the file this project was built with (wanted SHA-256 $sum).
Do not use it. Try again, or another Debian mirror in /etc/apt."
        mkdir "$work/$folder"
        tar -xf "$work/files/$archive" -C "$work/$folder" --strip-components=1 --no-same-owner
        # Copied beside its place, then renamed: a broken run never leaves half a folder.
        rm -rf "$dependencies/$folder.new"
        cp -R "$work/$folder" "$dependencies/$folder.new"
        mv -T "$dependencies/$folder.new" "$dependencies/$folder"
    done <<<"$pinned"
)

# The address of this machine's own Debian archive (not its security archive, nor another vendor's).
debian_archive() {
    local found; found=$(known_archives)
    if [ -z "$found" ]; then
        as_root apt-get update -q >&2 || fail "apt-get update failed. Check the network, then run this again."
        found=$(known_archives)
    fi
    [ -n "$found" ] || fail "no Debian archive among apt's sources. Add one to /etc/apt/sources.list,
or set HANDFAST_DEPENDENCIES=upstream to fetch from upstream's tags."
    printf '%s\n' "${found%%$'\n'*}"
}
known_archives() {
    apt-get indextargets --format '$(ORIGIN)|$(LABEL)|$(COMPONENT)|$(REPO_URI)' 2>/dev/null |
        sed -n 's/^Debian|Debian|main|//p'
}

# ---- npm ---------------------------------------------------------------------

install_node_modules() {
    local done_mark=node_modules/.handfast-lock
    cmp -s package-lock.json "$done_mark" && return 0
    say "Installing the page's tools from npm (versions of package-lock.json)"
    npm ci --no-progress ||
        fail "npm ci failed. It needs the npm registry once; check the network (npm ping), then run this again."
    cp package-lock.json "$done_mark"
}

# ---- Building ----------------------------------------------------------------

# configure <build folder> [cmake options…], with emcmake in front where CMAKE=emcmake.
# CMake runs only in a new folder or with other options; ninja repeats it when files change.
configure() {
    local folder=$1; shift
    local options=(-G Ninja "-DHANDFAST_DEPENDENCIES=$dependencies" "$@")
    command -v ccache >/dev/null && options+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    [ -f "$folder/build.ninja" ] && [ "$(cat "$folder/.options" 2>/dev/null)" = "${options[*]}" ] && return 0
    say "Configuring $folder"
    rm -rf "$folder"
    ${CONFIGURE_WITH:-} cmake -S . -B "$folder" "${options[@]}" || fail "CMake could not configure $folder; see above."
    echo "${options[*]}" >"$folder/.options"
}
configure_wasm()   { CONFIGURE_WITH=emcmake configure build/wasm; }
configure_native() { configure build/native -DHANDFAST_SANITIZE=ON; }

# ninja <build folder> <target…>
build() {
    say "Building ${*:2} ($1)"
    # ccache does not know em++ by name; it behaves as clang does.
    if [ "$1" = build/wasm ]; then export CCACHE_COMPILERTYPE=clang; else unset CCACHE_COMPILERTYPE; fi
    cmake --build "$1" --target "${@:2}" -- -k 0   # all errors at once
}

build_page() {
    configure_wasm
    build build/wasm web || fail "the page did not build; see above."
    say "Packing the page"
    node web/pack.mjs || fail "the page could not be packed; see above."
}
