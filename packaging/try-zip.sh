#!/usr/bin/env bash
# Unpacks the portable packages of this system, asks the app for its options, and starts the server until
# it says that it is healthy.
set -euo pipefail

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
folder=$(mktemp -d)
server_pid=
trap '[ -z "$server_pid" ] || kill "$server_pid"; rm -rf "$folder"' EXIT

for zip in "$root"/target/packages/parley*-*.zip; do
  (cd "$folder" && unzip -q "$zip")
done
app=$(find "$folder" -type f \( -path '*/bin/parley' -o -name Parley.exe -o -path '*/MacOS/Parley' \) | head -n 1)
server=$(find "$folder" -type f \( -path '*/bin/parley-server' -o -name 'Parley Server.exe' -o -path '*/MacOS/Parley Server' \) | head -n 1)
"$app" --help
# On Linux the launcher says "server" by itself.
verb=server
[ "$(uname -s)" = Linux ] && verb=
"$server" $verb --bind 127.0.0.1 --port 17070 --tls off --data "$folder/data" &
server_pid=$!
for _ in $(seq 150); do
  if curl --silent --fail http://127.0.0.1:17070/health; then
    exit 0
  fi
  sleep 0.2
done
echo "The server did not come up." >&2
exit 1
