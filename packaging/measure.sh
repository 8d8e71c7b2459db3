#!/usr/bin/env bash
# Measures the installed packages: packaging/measure.sh [RUNS]. Needs Xvfb and a JDK 25; docs/BENCHMARKS.md
# says what came of it.
set -euo pipefail
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
classes=$(echo "$root"/chat-server/target/lib/*.jar | tr ' ' ':')
exec "$java" -cp "$classes" "$root/packaging/Measure.java" "$@"
