# Linux: .deb, .rpm where there is an rpmbuild (not tried yet), and a folder to unpack anywhere. Sourced by package.sh.
#
# jpackage is not used here: its launcher asks dpkg twice before it starts Java, its menu entry cannot
# be installed where there is no desktop, and its services run as root.

name_of() {
  case $1 in
  server) echo parley-server ;;
  desktop) echo parley ;;
  esac
}

launcher() {
  local part=$1 name verb='' path='' calm=''
  name=$(name_of "$part")
  # The server's packages have one command only; the app is told where it is, to start itself at log-in.
  [ "$part" = server ] && verb=' server'
  [ "$part" = desktop ] && path=' -Djpackage.app-path="$home/bin/parley"'
  # Each thread that asks the C library for memory would get a heap of its own.
  [ "$part" = desktop ] && calm='export MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-2}"'
  cat <<SCRIPT
#!/bin/sh
$calm
home=\$(dirname -- "\$(dirname -- "\$(readlink -f -- "\$0")")")
exec "\$home/runtime/bin/java" -XX:AOTCache="\$home/app/$name.aot" $(flags_of "$part") \\
  -Dorg.sqlite.lib.path="\$home/app"$path -jar "\$home/app/chat-$part.jar"$verb "\$@"
SCRIPT
}

train() {
  local part=$1 base="$work/$1" name
  name=$(name_of "$part")
  local -a more=() verb=()
  [ "$part" = server ] && verb=(server)
  # No display is needed, and none is there where packages are made.
  [ "$part" = desktop ] && more=(-Dglass.platform=Headless -Dprism.order=sw)
  find "$base/runtime" "$base/app" -name '*.so' -exec strip --strip-unneeded {} +
  # Packages keep whole seconds, and Java compares the times of the jars with those it saw.
  find "$base" -exec touch -h -d "@$(date +%s)" {} +
  # shellcheck disable=SC2046
  record "$part" "$base/app/$name.aot" "$base/runtime/bin/java" $(flags_of "$part") ${more[@]+"${more[@]}"} \
    "-Dorg.sqlite.lib.path=$base/app" "-XX:AOTCacheOutput=$base/app/$name.aot" -jar "$base/app/chat-$part.jar" \
    ${verb[@]+"${verb[@]}"}
}

make_packages() {
  local part=$1 name root
  name=$(name_of "$part")
  root="$work/$part-root"
  rm -rf "$root"
  lay_out "$part" "$root"
  deb "$part" "$root"
  if command -v rpmbuild >/dev/null 2>&1; then
    rpm "$part" "$root"
  else
    say "No .rpm: there is no rpmbuild on this computer."
  fi
  portable "$part"
}

# The files as they lie on a computer.
lay_out() {
  local part=$1 root=$2 name home size
  name=$(name_of "$part")
  home="$root/opt/$name"
  umask 022
  mkdir -p "$home/bin" "$root/usr/bin" "$root/usr/share/doc/$name"
  cp -a "$work/$part/app" "$work/$part/runtime" "$home/"
  launcher "$part" >"$home/bin/$name"
  chmod 755 "$home/bin/$name"
  ln -s "/opt/$name/bin/$name" "$root/usr/bin/$name"
  if [ "$part" = server ]; then
    install -D -m 644 "$here/linux/parley-server.service" "$root/usr/lib/systemd/system/parley-server.service"
    install -D -m 644 "$here/linux/parley-server.default" "$root/etc/default/parley-server"
    firewalls parley-server "$root"
  else
    firewalls parley-app "$root"
    install -D -m 644 "$here/linux/parley.desktop" "$root/usr/share/applications/parley.desktop"
    install -D -m 644 "$here/linux/parley.xml" "$root/usr/share/mime/packages/parley.xml"
    for size in 16 24 32 48 64 128 256 512; do
      install -D -m 644 "$ROOT/chat-desktop/src/main/resources/chat/parley/desktop/icon/parley-$size.png" \
        "$root/usr/share/icons/hicolor/${size}x$size/apps/parley.png"
    done
  fi
}

# So that "ufw allow parley-server" and "firewall-cmd --add-service=parley-server" let Parley through; a package
# opens nothing by itself. The app may be a server too.
firewalls() {
  local name=$1 root=$2
  install -D -m 644 "$here/linux/firewalld.xml" "$root/usr/lib/firewalld/services/$name.xml"
  mkdir -p "$root/etc/ufw/applications.d"
  sed "s/@NAME@/$name/" "$here/linux/ufw" >"$root/etc/ufw/applications.d/$name"
}

deb() {
  local part=$1 root=$2 name script
  name=$(name_of "$part")
  mkdir -p "$root/DEBIAN"
  sed -e "s/@VERSION@/$VERSION/" -e "s/@ARCH@/$(deb_arch)/" \
    -e "s/@SIZE@/$(du -sk --exclude=DEBIAN "$root" | cut -f1)/" -e "s/@MAINTAINER@/$(in_sed "$maintainer")/" \
    "$here/linux/$name.control" >"$root/DEBIAN/control"
  for script in preinst postinst prerm postrm; do
    [ -f "$here/linux/$name.$script" ] || continue
    install -m 755 "$here/linux/$name.$script" "$root/DEBIAN/$script"
  done
  (cd "$root" && find etc -type f -printf '/%p\n' | sort) >"$root/DEBIAN/conffiles"
  (cd "$root" && find . -type f -not -path './DEBIAN/*' -printf '%P\0' | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
  dpkg-deb --root-owner-group -Zxz -z${PARLEY_PRESS:-6} --build "$root" "$out/$name-$VERSION-linux-$arch.deb" >&2
  rm -r "$root/DEBIAN"
}

# A text as what sed puts in a place.
in_sed() {
  printf '%s' "$1" | sed 's/[&/\]/\\&/g'
}

deb_arch() {
  case $arch in x64) echo amd64 ;; arm64) echo arm64 ;; esac
}

rpm() {
  local part=$1 root=$2 name
  name=$(name_of "$part")
  rpmbuild -bb --quiet --define "_topdir $work/rpm" --define "version_ $VERSION" --define "files_ $root" \
    --define "scripts_ $here/linux" --define "_rpmdir $work/rpm/out" --define "_build_id_links none" \
    --define "packager $maintainer" "$here/linux/$name.spec" >&2
  cp "$work"/rpm/out/*/"$name-$VERSION"-*.rpm "$out/$name-$VERSION-linux-$arch.rpm"
}

# A folder that runs from wherever it is unpacked, with everything in it.
portable() {
  local part=$1 name folder
  name=$(name_of "$part")
  folder="$name-$VERSION"
  rm -rf "$work/portable"
  mkdir -p "$work/portable"
  cp -a "$work/$part-root/opt/$name" "$work/portable/$folder"
  rm -f "$out/$name-$VERSION-linux-$arch.zip"
  (cd "$work/portable" && zip -q -r -y "$out/$name-$VERSION-linux-$arch.zip" "$folder")
}
