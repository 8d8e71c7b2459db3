# Windows and macOS, by jpackage. Sourced by package.sh. Run by the workflow on those systems; nobody has
# opened these packages by hand yet.

title_of() {
  case $1 in
  server) echo "Parley Server" ;;
  desktop) echo "Parley" ;;
  esac
}

name_of() {
  case $1 in
  server) echo parley-server ;;
  desktop) echo parley ;;
  esac
}

# The start-up cache is written when a program ends by itself, and it has to be asked to. Windows has no
# signal for that; there the app starts without one, and more slowly.
train() {
  local part=$1 base="$work/$1" image app java
  local -a options=() more=()
  app_image "$part"
  [ "$system" = mac ] || return 0
  app="$image/Contents/app"
  java="$image/Contents/runtime/Contents/Home/bin/java"
  [ "$part" = desktop ] && more=(-Dglass.platform=Headless -Dprism.order=sw)
  local -a verb=()
  [ "$part" = server ] && verb=(server)
  # shellcheck disable=SC2046
  record "$part" "$app/$(name_of "$part").aot" "$java" $(flags_of "$part") ${more[@]+"${more[@]}"} \
    "-Dorg.sqlite.lib.path=$app" "-XX:AOTCacheOutput=$app/$(name_of "$part").aot" \
    -cp "$(sed -n 's/^app.classpath=//p' "$app/$(title_of "$part").cfg" | sed "s#\$APPDIR#$app#" | paste -sd: -)" \
    "$(main_of "$part")" ${verb[@]+"${verb[@]}"}
  # What is written into a bundle afterwards breaks the seal that jpackage put on it.
  codesign --force --deep --sign - "$image"
}

# Sets image, which train and make_packages need.
app_image() {
  local part=$1 flag
  options=(--java-options "-Dorg.sqlite.lib.path=\$APPDIR")
  for flag in $(flags_of "$part"); do
    options+=(--java-options "$flag")
  done
  [ "$system" = mac ] && options+=(--java-options "-XX:AOTCache=\$APPDIR/$(name_of "$part").aot")
  if [ "$part" = server ]; then
    options+=(--arguments server)
    [ "$system" = windows ] && options+=(--win-console)
  fi
  # macOS reads it in the app itself, Windows is told by the installer.
  if [ "$part" = desktop ] && [ "$system" = mac ]; then
    options+=(--file-associations "$(native "$here/invitation.properties")")
  fi
  icon
  rm -rf "$work/$part-image"
  "$JDK/bin/jpackage" --type app-image --name "$(title_of "$part")" --app-version "$(mac_version)" \
    --vendor "The Parley project" --input "$(native "$work/$part/app")" --main-jar "chat-$part.jar" \
    --main-class "$(main_of "$part")" --runtime-image "$(native "$work/$part/runtime")" \
    --icon "$(native "$work/icon/parley.$(icon_form)")" "${options[@]}" --dest "$(native "$work/$part-image")"
  image=$(image_of "$part")
}

image_of() {
  if [ "$system" = mac ]; then
    echo "$work/$1-image/$(title_of "$1").app"
  else
    echo "$work/$1-image/$(title_of "$1")"
  fi
}

# macOS takes no version that begins with 0.
mac_version() {
  case $system:$VERSION in
  mac:0.*) echo "1.${VERSION#0.}" ;;
  *) echo "$VERSION" ;;
  esac
}

icon_form() {
  if [ "$system" = mac ]; then echo icns; else echo ico; fi
}

# Out of the same pictures as everywhere.
icon() {
  mkdir -p "$work/icon"
  "$JDK/bin/java" "$(native "$here/IconFile.java")" \
    "$(native "$ROOT/chat-desktop/src/main/resources/chat/parley/desktop/icon")" \
    "$(native "$work/icon/parley.$(icon_form)")"
}

make_packages() {
  local part=$1 form file image
  image=$(image_of "$part")
  file="$out/$(name_of "$part")-$VERSION-$system-$arch"
  if [ "$system" = mac ]; then
    jpackage_as dmg "$part" "$file"
    rm -f "$file.zip"
    ditto -c -k --keepParent "$image" "$file.zip"
    [ "$part" = server ] && cp "$here/mac/chat.parley.server.plist" "$out/"
    return 0
  fi
  # So that it is in all of them, not only in the folder.
  [ "$part" = server ] && cp "$here/windows/service.ps1" "$image/"
  # WiX makes these; without it the folder to unpack is all there is. Its installer says where it is, and
  # puts nothing on the path.
  [ -z "${WIX:-}" ] || PATH="$PATH:$(cygpath -u "$WIX")/bin"
  if command -v wix >/dev/null 2>&1 || command -v candle >/dev/null 2>&1; then
    for form in msi exe; do
      jpackage_as "$form" "$part" "$file"
    done
  elif [ -n "${CI:-}" ]; then
    give_up "No .msi and no .exe: WiX is not on this computer."
  else
    say "No .msi and no .exe: WiX is not on this computer."
  fi
  rm -f "$file.zip"
  powershell -NoProfile -Command "Compress-Archive -Path '$(native "$image")' -DestinationPath '$(native "$file.zip")'"
}

jpackage_as() {
  local form=$1 part=$2 file=$3
  local -a more=()
  if [ "$system" = windows ]; then
    more=(--win-dir-chooser --win-upgrade-uuid "$(upgrade_id "$part")")
    # The account that runs the server can read nothing in the folder of a person.
    if [ "$part" = desktop ]; then
      more+=(--win-per-user-install --win-menu --win-shortcut-prompt)
      more+=(--file-associations "$(native "$here/invitation.properties")")
    fi
  fi
  rm -rf "$work/made"
  "$JDK/bin/jpackage" --type "$form" --app-image "$(native "$(image_of "$part")")" --name "$(title_of "$part")" \
    --app-version "$(mac_version)" --vendor "The Parley project" ${more[@]+"${more[@]}"} --dest "$(native "$work/made")"
  mv "$work"/made/*."$form" "$file.$form"
}

# By these Windows knows that a package is a newer one of the same program; never to be changed.
upgrade_id() {
  case $1 in
  desktop) echo 6f2b9c1e-4d0a-4b7e-9a35-0c1d8e5f7a21 ;;
  server) echo b83f5d90-7c26-4e1b-8f44-5a9d20c6e713 ;;
  esac
}
