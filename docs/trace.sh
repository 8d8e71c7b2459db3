#!/bin/sh
# Shows by the system's own calls that nothing is acknowledged before it is on disk: runs a server under
# strace, says one message after the other to it, and looks at every ack that goes out. Needs strace.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
work=$(mktemp -d)
port=${1:-7391}
end() {
  # The server is the child of strace, which ends with it.
  kill "$(ps -o pid= --ppid "$server" | tr -d ' ')" 2>/dev/null || true
  wait "$server" 2>/dev/null || true
  rm -rf "$work"
}
trap end EXIT

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
"$root/parley" bench rooms --server "127.0.0.1:$port" --clients 2 --rooms 1 --rate 3 --seconds 10

# Said slowly, so that no two messages share a sync: between two acks there must be an arrival, then a
# completed sync of the write-ahead log.
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
