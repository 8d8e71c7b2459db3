#!/usr/bin/env bash
# Measures the installed packages: packaging/measure.sh [RUNS]. Needs Xvfb and a JDK 25; docs/BENCHMARKS.md
# says what came of it.
set -euo pipefail
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
if ! "$java" --version 2>/dev/null | grep -qE '^[a-z]+ (2[5-9]|[3-9][0-9])\b'; then
  echo "Set JAVA_HOME to a JDK 25 or newer: $java is none." >&2
  exit 1
fi
classes=$(echo "$root"/chat-server/target/lib/*.jar | tr ' ' ':')
exec "$java" -cp "$classes" "$root/packaging/Measure.java" "$@"
