#!/bin/sh
# What the tests need besides Python packages.
#   sh tests/machine.sh          install what is missing, where this user may
#   sh tests/machine.sh missing  print what is missing: need, package
#   sh tests/machine.sh report   print what was not tested
set -eu

# need|its programs|its Debian package|what is not tested without it
table() {
    cat <<'TABLE'
make|make|make|anything
venv|venv|python3-venv|anything
chromium|chromium-headless-shell chromium google-chrome|chromium|the page in a browser (tests/browser)
firefox|firefox-esr firefox|firefox-esr|the page in Firefox (tests/browser/test_firefox.py)
java|java|default-jre-headless|Spark reads the exported tables (tests/test_spark.py)
virtuoso|virtuoso-t|virtuoso-opensource-7-bin|the questions on Virtuoso (tests/test_engines.py, tests/test_push.py)
openssl|openssl|openssl|the name in a certificate is checked (tests/evidence/test_fetch.py)
icu|icu|libicu-dev|FollowTheMoney and others check what is exported for them (tests/test_fitting_formats.py)
g++|g++|g++|the same
pkg-config|pkg-config|pkg-config|the same
node|node|nodejs|the script of the page: style, types, unit tests, bundle (make script)
npm|npm|npm|the same
curl|curl|curl|the curl commands of the documentation and of the query page; the workflow that publishes keeps releases
jq|jq|jq|the workflow that publishes keeps releases (tests/site/test_publishing.py)
TABLE
}

has() {
    for program in $1; do
        case $program in
        venv) "${PYTHON:-python3}" -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && return ;;
        icu) pkg-config --exists icu-i18n 2>/dev/null && return ;;
        node) node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' 2>/dev/null && return ;;
        *) command -v "$program" >/dev/null && return ;;
        esac
    done
    return 1
}

missing() {
    table | while IFS='|' read -r need programs package untested; do
        has "$programs" || echo "$need $package $untested"
    done
}

packages() {
    missing | cut -d ' ' -f 2 | paste -s -d ' '
}

install() {
    wanted=$(packages)
    root=
    if [ "$(id -u)" -ne 0 ]; then root="sudo -n"; fi
    if command -v apt-get >/dev/null && $root true 2>/dev/null; then
        apt="$root env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get -qq -o DPkg::Lock::Timeout=600" # asks nothing, starts no service, waits for another
        [ -z "$wanted${CI:-}" ] || $apt update
        # the tests of the page take half the time in it; not every system has it, so the need is Chromium
        fast=chromium-headless-shell
        if ! has "$fast" && apt-cache show "$fast" >/dev/null 2>&1; then
            echo "installing $fast" >&2
            $apt install -y --no-install-recommends "$fast" >/dev/null || true
            wanted=$(packages)
        fi
        [ -z "$wanted" ] || echo "installing $wanted" >&2
        for package in $wanted; do
            $apt install -y --no-install-recommends "$package" >/dev/null || true
        done
        wanted=$(packages)
    fi
    [ -n "$wanted" ] || exit 0
    echo "missing: some tests cannot run; expected $wanted; run  sudo apt-get install --no-install-recommends $wanted" >&2
    [ -z "${CI:-}" ] # nothing may be left out there
}

report() {
    [ -n "${CI:-}" ] || echo "not run: the tests marked exhaustive; CI runs them, and so does  CI=true make test"
    wanted=$(packages)
    [ -n "$wanted" ] || exit 0
    echo "not tested, because it needs what this machine lacks:"
    missing | while read -r need package untested; do echo "- $need: $untested"; done
    echo "to test it, run  sudo apt-get install --no-install-recommends $wanted  and then  make test"
}

"${1:-install}"
