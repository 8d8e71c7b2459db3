#!/usr/bin/env bash
# Opens two apps, built from these sources, side by side on a desktop of its own, and lets them chat in two
# rooms by keys and mouse: once in light, once in dark. What one wrote must be in the server's database, in the
# cache of the other, and must have changed the other's window; the windows must have the colours asked for;
# and no program may have written a stack trace. It leaves a picture of each room in each theme.
# On Linux, with Xvfb, xdotool, openbox, dbus-run-session and ImageMagick.
#   packaging/try-two-rooms.sh [FOLDER FOR PICTURES]
set -euo pipefail

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
if [ "${1:-}" != inside ]; then
  work=$(mktemp -d)
  code=0
  dbus-run-session -- "$0" inside "$work" || code=$?
  if [ -n "${1:-}" ]; then
    mkdir -p "$1"
    cp "$work"/*.png "$1"/ || true
  fi
  rm -rf "$work"
  exit $code
fi
work=$2
export DISPLAY=:${PARLEY_DISPLAY:-9}
port=7197

running=()
# The apps first, then the desktop that they are on.
stop() {
  local at
  for ((at = ${#running[@]} - 1; at >= 0; at--)); do
    kill "${running[at]}" 2>/dev/null || true
    wait "${running[at]}" 2>/dev/null || true
  done
}
trap stop EXIT
start() { "$@" & running+=($!); }
step() { printf '== %s\n' "$*"; }
picture() { import -display "$DISPLAY" -window root "$work/$1.png" || true; }
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
front() { xdotool windowactivate --sync "$(window_of "$1")"; }
# Whether the computer of $1 has the words $2.
has() { grep -rqa "$2" "$work/$1/data/parley/cache"; }
on_server() { grep -qa "$1" "$work"/server/parley.db*; }
no_traces() { ! grep -E '^\s+at [a-z.]+|Exception in ' "$work"/ann.txt "$work"/ben.txt "$work/server.txt"; }
must() { "$@" || { echo "NOT SO: $*" >&2; picture failed; exit 1; }; }
# The messages in the window of $1: below its header, above its composer, right of its rail.
messages_of() { import -display "$DISPLAY" -window "$(window_of "$1")" -crop 690x570+80+60 +repage "$2"; }
# Whether the messages of $1 look different from the picture $2.
looks_new() {
  messages_of "$1" "$work/now.tiff"
  [ "$(compare -metric AE -fuzz 10% "$2" "$work/now.tiff" null: 2>&1 | grep -oE '^[0-9]+')" -gt 300 ]
}
# Whether the messages of $1 are written on a ground as the theme $2 has it.
has_colours() {
  messages_of "$1" "$work/now.tiff"
  local mean
  mean=$(convert "$work/now.tiff" -colorspace Gray -format '%[fx:int(100*mean)]' info:)
  case $2 in
  Light) [ "$mean" -gt 85 ] ;;
  Dark) [ "$mean" -lt 25 ] ;;
  esac
}

# $1 opens the app as $2, so many pixels from the left.
app() {
  mkdir -p "$work/$1"
  HOME=$work/$1 XDG_CONFIG_HOME=$work/$1/config XDG_DATA_HOME=$work/$1/data \
    start sh -c "echo \$\$ >$work/$1.pid; exec $root/parley --server 127.0.0.1:$port --name '$2' --no-discovery" >"$work/$1.txt" 2>&1
  soon 240 has_window "$1"
  xdotool windowsize --sync "$(window_of "$1")" 790 740
  xdotool windowmove "$(window_of "$1")" "$3" 40
}
# $1 chooses the command $2 in the list of what can be gone to and done.
command_of() {
  front "$1"
  xdotool key ctrl+k
  sleep 1 # Nothing tells that the list is drawn, here and below.
  xdotool type --delay 30 ">$2"
  sleep 1
  xdotool key Return
  sleep 1
}
# $1 goes to the room $2, which is made when there is none.
room() {
  command_of "$1" 'Browse rooms'
  xdotool type --delay 30 "$2"
  sleep 1
  xdotool key Return
  sleep 1
}
# $1 says $2, and $3 sees it.
say() {
  messages_of "$3" "$work/before.tiff"
  front "$1"
  eval "$(xdotool getwindowgeometry --shell "$(window_of "$1")")"
  xdotool mousemove $((X + WIDTH * 2 / 3)) $((Y + HEIGHT - 45)) click 1
  sleep 0.5
  xdotool type --delay 30 "$2"
  sleep 0.3
  xdotool key Return
  soon 10 on_server "$2"
  soon 10 has "$3" "$2"
  soon 10 looks_new "$3" "$work/before.tiff"
}

start Xvfb "$DISPLAY" -screen 0 1600x820x24 -nolisten tcp >"$work/xvfb.txt" 2>&1
soon 20 xdotool getmouselocation
start openbox >"$work/openbox.txt" 2>&1
start "$root/parley" server --port $port --data "$work/server" --tls off --no-discovery --name 'Floor 2 office' >"$work/server.txt" 2>&1
soon 240 curl --silent --fail "http://127.0.0.1:$port/health"

step "two apps"
app ann 'Ann Bell' 5
app ben 'Ben Roth' 805
sleep 5

for theme in Light Dark; do
  step "they chat in the first room, $theme"
  command_of ann "$theme theme"
  command_of ben "$theme theme"
  if [ $theme = Dark ]; then
    room ann lobby
    room ben lobby
  fi
  soon 10 has_colours ann $theme
  soon 10 has_colours ben $theme
  say ann "Good morning Ben, $theme" ben
  say ben "Good morning Ann, $theme" ann
  sleep 1
  picture "lobby-${theme,,}"

  step "and in the second"
  room ann kitchen
  room ben kitchen
  say ann "Coffee is ready, $theme" ben
  say ben "On my way, $theme" ann
  sleep 1
  picture "kitchen-${theme,,}"
done
must no_traces

step "all of it is so"
