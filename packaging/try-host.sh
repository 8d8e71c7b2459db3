#!/usr/bin/env bash
# Installs the app's Debian package in a copy of this system that is thrown away, starts a server out of it
# as a person does, by its window, and lets somebody else come in; nothing but the package is used. As root,
# on Linux, with Xvfb, xdotool and ImageMagick. Loopback is the only network it has.
#   packaging/try-host.sh [FOLDER FOR PICTURES]
set -euo pipefail

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
if [ "${1:-}" != inside ]; then
  [ "$(id -u)" = 0 ] || { echo "packaging/try-host.sh must run as root: it installs a package in a copy of this system." >&2; exit 1; }
  layers=$(mktemp -d /dev/shm/parley-host.XXXXXX)
  code=0
  unshare --mount --net --pid --fork "$0" inside "$layers" "${1:-}" || code=$?
  rmdir "$layers"
  exit $code
fi
layers=$2

mount --make-rprivate /
mount -t tmpfs -o size=3g none "$layers"
mkdir "$layers/up" "$layers/work" "$layers/root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$layers/up,workdir=$layers/work" "$layers/root"
mount -t proc none "$layers/root/proc"
mount -t tmpfs none "$layers/root/run"
mount -t tmpfs none "$layers/root/tmp"
mount --bind /dev "$layers/root/dev"
mount --bind "$root" "$layers/root/mnt"
ip link set lo up 2>/dev/null || ifconfig lo up

cat >"$layers/root/tmp/inside.sh" <<'INSIDE'
set -euo pipefail
root=$1
step() { printf '== %s\n' "$*"; }
must() { "$@" || { echo "NOT SO: $*" >&2; picture failed; exit 1; }; }
# $1 seconds for a command to come true.
soon() {
  local end=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $end ] || { echo "NOT SO IN TIME: $*" >&2; picture failed; tail -n 20 /tmp/*.txt >&2; exit 1; }
    sleep 0.2
  done
}
picture() { import -display :7 -window root "/tmp/$1.png" || true; }
window() { xdotool search --onlyvisible --class chat.parley; }
healthy() { curl --silent --insecure --fail "https://127.0.0.1:7070/health"; }
people() { curl --silent --insecure https://127.0.0.1:7070/health; }

# As somebody has it who has installed the app and nothing else.
dpkg --purge parley parley-server >/dev/null 2>&1 || true
rm -rf /usr/lib/jvm /root/.m2
useradd --create-home ann
useradd --create-home ben
useradd --create-home cem
Xvfb :7 -screen 0 1280x800x24 -nolisten tcp >/tmp/xvfb.txt 2>&1 &
export DISPLAY=:7
soon 20 xdotool getmouselocation

if command -v xdg-mime >/dev/null; then
  step "unpack the folder: links come to it"
  (cd /home/cem && unzip -q "$(ls "$root"/target/packages/parley-[0-9]*-linux-*.zip | tail -n 1)")
  links() { runuser -u cem -- env HOME=/home/cem XDG_CURRENT_DESKTOP=X-Generic xdg-mime query default x-scheme-handler/parley; }
  must test -z "$(links)"
  runuser -u cem -- env HOME=/home/cem sh -c 'exec /home/cem/parley-*/bin/parley' >/tmp/cem.txt 2>&1 &
  cem=$!
  soon 60 test -s /home/cem/.local/share/applications/parley-unpacked.desktop
  soon 20 sh -c "grep -q parley-unpacked /home/cem/.config/mimeapps.list"
  must test "$(links)" = parley-unpacked.desktop
  kill "$(pgrep -P $cem)"
  soon 20 sh -c "! kill -0 $cem"
fi

step "install the app's package, open it with an empty profile"
dpkg -i "$(ls "$root"/target/packages/parley-[0-9]*-linux-*.deb | tail -n 1)"
runuser -u ann -- env HOME=/home/ann /usr/bin/parley >/tmp/ann.txt 2>&1 &
ann=$!
soon 60 window
sleep 3 # Nothing tells that the first screen is drawn.
picture login

step "name a server and start it, by the keyboard"
# It is at the address; before that come the own name, and the server's.
xdotool key shift+Tab shift+Tab
xdotool type "The kitchen"
xdotool key Return
soon 60 healthy
soon 20 test -s /home/ann/.local/share/parley/server/last.properties
must grep -q 'name=The kitchen' /home/ann/.local/share/parley/server/last.properties
soon 30 grep -q 127.0.0.1:7070 /home/ann/.local/share/parley/known-servers
sleep 3
picture hosted
must pgrep -u ann -f 'chat.parley.server.Main server'
ps -o rss=,args= -u ann | cut -c 1-200

step "somebody else comes in out of the same package"
runuser -u ben -- env HOME=/home/ben /usr/bin/parley --server 127.0.0.1:7070 --name Ben >/tmp/ben.txt 2>&1 &
soon 60 grep -q 127.0.0.1:7070 /home/ben/.local/share/parley/known-servers
sleep 5
picture joined

step "close the window: the server goes on"
kill "$(pgrep -P $ann)"
soon 20 sh -c "! kill -0 $ann"
must healthy
must pgrep -u ann -f 'chat.parley.server.Main server'
people
echo

step "all of it is so"
INSIDE

code=0
chroot "$layers/root" bash /tmp/inside.sh /mnt || code=$?
if [ -n "${3:-}" ]; then
  cp "$layers"/root/tmp/*.png "$3"/ || true
fi
exit $code
