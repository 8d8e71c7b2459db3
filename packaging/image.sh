# What all systems share: a folder with the program, its libraries and a runtime of its own.
# Sourced by package.sh.

# The flags with which a part runs, and with which its start-up cache must be made.
flags_of() {
  case $1 in
  # As ./parley server has them.
  server) echo "-XX:+UseCompactObjectHeaders -XX:MaxRAMPercentage=25 -XX:MetaspaceSize=64m --enable-native-access=ALL-UNNAMED" ;;
  # A window needs no second thread for its garbage; what is free goes back to the system. The quick compiler
  # only: the other one costs a second of processor time at each start and 20 MB.
  desktop) echo "-XX:+UseCompactObjectHeaders -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms24m -XX:MaxRAMPercentage=25 -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30 -XX:MetaspaceSize=96m -XX:ReservedCodeCacheSize=192m $(trim) --add-modules=javafx.controls --enable-native-access=javafx.graphics,ALL-UNNAMED" ;;
  esac
}

# What the window system's libraries no longer need goes back twice a minute: 14 MB after a start. Java does that
# on Linux only.
trim() {
  if [ "$system" = linux ]; then echo "-XX:TrimNativeHeapInterval=30000"; fi
}

main_of() {
  case $1 in
  server) echo chat.parley.server.Main ;;
  desktop) echo chat.parley.desktop.app.Launcher ;;
  esac
}

# work/PART/app and work/PART/runtime. Nothing in them is compressed: the packages are, as a whole.
make_image() {
  local part=$1 base="$work/$1"
  rm -rf "$base"
  "$JDK/bin/java" "$here/Trim.java" "$ROOT/chat-$part/target/chat-$part.jar" "$base/app"
  [ "$part" != desktop ] || { read_stylesheets "$base/app/chat-desktop.jar" && make_javafx_modules; }
  local modules
  modules=$(modules_of "$part")
  local -a from=()
  if [ "$part" = desktop ]; then
    from=(--module-path "$(native "$work/jmods")")
    # For dates and numbers in German; nothing refers to it by name.
    modules="$modules,jdk.localedata"
    from+=(--include-locales en,de)
  fi
  "$JDK/bin/jlink" ${from[@]+"${from[@]}"} --add-modules "$modules" \
    --strip-java-debug-attributes --no-header-files --no-man-pages --compress zip-0 \
    --output "$(native "$base/runtime")"
}

# Just what the jars refer to, without the compiler, which a library's tool for its own developers wants.
modules_of() {
  local base="$work/$1"
  local -a javafx=()
  [ "$1" = desktop ] && javafx=(--module-path "$(joined "$work"/javafx/base "$work"/javafx/graphics "$work"/javafx/controls)")
  "$JDK/bin/jdeps" ${javafx[@]+"${javafx[@]}"} --multi-release 25 --ignore-missing-deps --print-module-deps -q \
    "$base"/app/*.jar "$base"/app/lib/*.jar | tr -d '\r' | tr ',' '\n' |
    grep -vx -e jdk.javadoc -e jdk.compiler -e java.compiler | paste -sd, -
}

# JavaFX reads its own form of a stylesheet sooner than the text.
read_stylesheets() {
  "$JDK/bin/java" -cp "$(joined "$ROOT"/chat-desktop/target/lib/javafx-*.jar)" "$here/Stylesheets.java" "$(native "$1")"
}

# JavaFX comes as jars with native libraries in them; out of modules those need no unpacking at each start.
make_javafx_modules() {
  local jar name
  rm -rf "$work/jmods" "$work/javafx"
  mkdir -p "$work/jmods"
  for name in base graphics controls; do
    jar=$(ls "$ROOT"/chat-desktop/target/lib/javafx-$name-*-*.jar)
    mkdir -p "$work/javafx/$name" "$work/javafx/$name-libs"
    (cd "$work/javafx/$name" && "$JDK/bin/jar" xf "$(native "$jar")")
    find "$work/javafx/$name" -maxdepth 1 \( -name '*.so' -o -name '*.dll' -o -name '*.dylib' \) \
      -exec mv {} "$work/javafx/$name-libs/" \;
    local -a libs=()
    [ -z "$(ls "$work/javafx/$name-libs")" ] || libs=(--libs "$(native "$work/javafx/$name-libs")")
    "$JDK/bin/jmod" create --class-path "$(native "$work/javafx/$name")" ${libs[@]+"${libs[@]}"} \
      "$(native "$work/jmods/javafx.$name.jmod")"
  done
}

# A path as this system's programs want it.
native() {
  if [ "$system" = windows ]; then cygpath -m "$1"; else printf '%s' "$1"; fi
}

# Several paths in one.
joined() {
  local sep=: one all=''
  [ "$system" = windows ] && sep=';'
  for one in "$@"; do
    all="$all${all:+$sep}$(native "$one")"
  done
  printf '%s' "$all"
}

# Lets the part live through what it does after a start, and keeps what Java learned meanwhile.
# $3 and on: how to run it, class path and all, and that Java is to write to $2.
record() {
  local part=$1 cache=$2
  shift 2
  "$JDK/bin/java" -cp "$(talk_path)" "$(native "$here/Rehearsal.java")" "$part" "$(native "$work/rehearsal")" \
    "$(native "$ROOT/chat-server/target/chat-server.jar")" \
    "$@"
  [ -s "$cache" ] || give_up "The start-up cache of the $part was not made."
}

# chat-common and what it needs, to take part in a conversation from a single-file program.
talk_path() {
  joined "$ROOT"/chat-server/target/lib/*.jar
}
