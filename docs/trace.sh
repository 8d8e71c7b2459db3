#!/bin/sh
# Shows by the system's own calls that nothing is acknowledged before it is on disk: runs a server under
# strace, says one message after the other to it, and looks at every ack that goes out. Needs strace.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
work=$(mktemp -d)
port=${1:-7391}
trap 'kill "$server" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT

"$root/parley" help >/dev/null
strace -f -qq -y -s 40 -e trace=read,write,fsync,fdatasync -o "$work/trace" \
  "$root/parley" server --bind 127.0.0.1 --port "$port" --data "$work/data" --tls off \
  --no-rate-limits >"$work/out" 2>&1 &
server=$!
tries=0
until grep -q 'is open' "$work/out"; do
  tries=$((tries + 1))
  [ "$tries" -lt 120 ] || { cat "$work/out"; exit 1; }
  sleep 1
done
"$root/parley" bench rooms --server "127.0.0.1:$port" --clients 2 --rooms 1 --rate 20 --seconds 10

# R: bytes arrived on a socket; F: the write-ahead log was synced; A: an ack was written to a socket.
awk '
  /read\([0-9]+<(TCP|socket)/ && / = [1-9]/ { arrived = 1 }
  /read resumed/ && / = [1-9]/ { arrived = 1 }
  /(fsync|fdatasync)\([0-9]+<[^>]*-wal>\) += 0/ { if (arrived) synced = 1 }
  /(fsync|fdatasync)\([0-9]+<[^>]*-wal>.*unfinished/ { syncing[$1] = 1 }
  /(fsync|fdatasync) resumed/ && / = 0/ { if (syncing[$1] && arrived) synced = 1; delete syncing[$1] }
  /write\([0-9]+<(TCP|socket).*\\"type\\":\\"ack\\"/ {
    acks++
    if (!synced) early++
    synced = 0
    arrived = 0
  }
  END {
    printf "%d acks were written; %d of them without a sync of the log since the last\n", acks, early
    exit acks == 0 || early > 0
  }' "$work/trace"
