#!/usr/bin/env bash
# Opens two apps, built from these sources, on a desktop of its own with a notification service and a tray,
# and looks whether a message makes a note, a click on it leads to the message, and the tray's menu works.
# On Linux, with Xvfb, xdotool, openbox, dunst, trayer, notify-send, dbus-run-session and ImageMagick.
#   packaging/try-native.sh [FOLDER FOR PICTURES]
set -euo pipefail

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
if [ "${1:-}" != inside ]; then
  work=$(mktemp -d)
  code=0
  dbus-run-session -- "$0" inside "$work" || code=$?
  if [ -n "${1:-}" ]; then
    cp "$work"/*.png "$1"/ || true
  fi
  rm -rf "$work"
  exit $code
fi
work=$2
export DISPLAY=:8

running=()
trap 'kill "${running[@]}" 2>/dev/null || true; wait' EXIT
start() { "$@" & running+=($!); }
step() { printf '== %s\n' "$*"; }
picture() { import -display "$DISPLAY" -window root "$work/$1.png" || true; }
must() { "$@" || { echo "NOT SO: $*" >&2; picture failed; exit 1; }; }
# $1 seconds for a command to come true.
soon() {
  local end=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $end ] || { echo "NOT SO IN TIME: $*" >&2; picture failed; tail -n 20 "$work"/*.txt >&2; exit 1; }
    sleep 0.2
  done
}
window_of() { xdotool search --all --onlyvisible --pid "$(cat "$work/$1.pid")" --name Parley 2>/dev/null | head -n 1; }
has_window() { [ -n "$(window_of "$1")" ]; }
app() {
  mkdir -p "$work/$1"
  HOME=$work/$1 XDG_CONFIG_HOME=$work/$1/config XDG_DATA_HOME=$work/$1/data \
    start sh -c "echo \$\$ >$work/$1.pid; exec $root/parley --server 127.0.0.1:7196 --name $2 --no-discovery" >"$work/$1.txt" 2>&1
  soon 240 has_window "$1"
}
front() { xdotool windowactivate --sync "$(window_of "$1")"; }
is_front() { [ "$(xdotool getactivewindow)" = "$(window_of "$1")" ]; }

cat >"$work/dunstrc" <<TXT
[global]
origin = top-right
offset = 10x60
[all]
script = $work/note.sh
TXT
cat >"$work/note.sh" <<TXT
#!/bin/sh
printf '%s | %s\n' "\$2" "\$3" >>$work/notes.txt
TXT
chmod +x "$work/note.sh"
: >"$work/notes.txt"

start Xvfb "$DISPLAY" -screen 0 1600x900x24 -nolisten tcp >"$work/xvfb.txt" 2>&1
soon 20 xdotool getmouselocation
start openbox >"$work/openbox.txt" 2>&1
start trayer --edge bottom --align right --width 6 --height 28 >"$work/trayer.txt" 2>&1
start dunst -conf "$work/dunstrc" >"$work/dunst.txt" 2>&1

step "a server, and two people on it"
start "$root/parley" server --port 7196 --data "$work/server" --tls off --no-discovery >"$work/server.txt" 2>&1
soon 240 curl --silent --fail http://127.0.0.1:7196/health
app ann Ann
app ben Ben
sleep 5 # Nothing tells that a room is drawn.
picture two

step "a message for somebody who looks elsewhere makes a note of the system"
front ben
eval "$(xdotool getwindowgeometry --shell "$(window_of ben)")"
xdotool mousemove $((X + WIDTH * 2 / 3)) $((Y + HEIGHT - 45)) click 1
sleep 1
xdotool type --delay 40 'Ann, the kettle is on @Ann '
sleep 1
picture written
xdotool key Return
soon 20 grep -q 'the kettle is on' "$work/notes.txt"
cat "$work/notes.txt"
sleep 1
picture note

step "a click on the note leads to the message"
must is_front ben
dunstctl action
soon 10 is_front ann
picture clicked

step "the tray's menu quits the app"
xdotool mousemove 1586 886 click 3 # the last icon of a tray at the lower right
sleep 1
picture tray
xdotool key Up
sleep 1
picture tray-quit
xdotool key Return
soon 20 sh -c "! kill -0 $(cat "$work/ben.pid") || ! kill -0 $(cat "$work/ann.pid")"
picture left

step "all of it is so"
