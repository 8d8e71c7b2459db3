#!/usr/bin/env bash
# Makes Parley's packages for the system it runs on:
#   ./parley package [--maintainer 'NAME <ADDRESS>'] [desktop] [server]
# The maintainer is whom the packages of Linux name as the one to write to about them.
# Called by ./parley, which has built the jars and gives JDK, ROOT and VERSION.
set -euo pipefail

: "${JDK:?}" "${ROOT:?}" "${VERSION:?}"
here="$ROOT/packaging"
out="$ROOT/target/packages"
work="$ROOT/target/packaging"

say() { printf '%s\n' "$*" >&2; }

give_up() {
  say "$*"
  exit 1
}

# shellcheck source=image.sh
. "$here/image.sh"

case $(uname -s) in
Linux)
  system=linux
  # shellcheck source=linux.sh
  . "$here/linux.sh"
  ;;
Darwin)
  system=mac
  # shellcheck source=native.sh
  . "$here/native.sh"
  ;;
MINGW* | MSYS* | CYGWIN*)
  system=windows
  # shellcheck source=native.sh
  . "$here/native.sh"
  ;;
*) give_up "Packages are made for Linux, Windows and macOS; this is $(uname -s)." ;;
esac

case $(uname -m) in
x86_64 | amd64) arch=x64 ;;
aarch64 | arm64) arch=arm64 ;;
*) give_up "Packages are made for 64-bit Intel and ARM processors; this is $(uname -m)." ;;
esac

# Nobody: mail to "invalid" reaches no one, and no one can register it.
maintainer='Whoever made this package <nobody@parley.invalid>'
if [ "${1:-}" = --maintainer ]; then
  maintainer=${2:-}
  case $maintainer in
  *$'\n'*) give_up "--maintainer takes one line." ;;
  ?*' <'?*'@'?*'>') ;;
  *) give_up "--maintainer takes a name and an address, such as 'Our IT <it@example.org>'." ;;
  esac
  shift 2
fi
[ $# -gt 0 ] || set -- server desktop
for part in "$@"; do
  case $part in
  server | desktop) ;;
  *) give_up "./parley package makes \"desktop\" and \"server\", not \"$part\"." ;;
  esac
done

mkdir -p "$out" "$work"
for part in "$@"; do
  say "The $part: files"
  make_image "$part"
  say "The $part: start-up cache"
  train "$part"
  say "The $part: packages"
  make_packages "$part"
done

say ""
say "None of these packages is signed: systems warn when they are opened. docs/INSTALL.md says how to sign them."
for file in "$out"/parley*"$VERSION"*; do
  printf '%s  %s\n' "$(du -h "$file" | cut -f1)" "$file"
done
