#!/usr/bin/env bash
# Installs, runs, upgrades, removes and purges the Debian packages in target/packages, in a copy of this
# system that is thrown away: what is written there never reaches the real one. As root, on Linux.
# Loopback is the only network it has.
set -euo pipefail

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
if [ "${1:-}" != inside ]; then
  [ "$(id -u)" = 0 ] || { echo "packaging/try-deb.sh must run as root: it installs packages in a copy of this system." >&2; exit 1; }
  exec unshare --mount --net --pid --fork "$0" inside
fi

mount --make-rprivate /
layers=$(mktemp -d /dev/shm/parley-try.XXXXXX)
mount -t tmpfs -o size=3g none "$layers"
mkdir "$layers/up" "$layers/work" "$layers/root"
# No /run of this system: nothing here may speak to its services.
mount -t overlay overlay -o "lowerdir=/,upperdir=$layers/up,workdir=$layers/work" "$layers/root"
mount -t proc none "$layers/root/proc"
mount -t tmpfs none "$layers/root/run"
mount -t tmpfs none "$layers/root/tmp"
mount --bind /dev "$layers/root/dev"
# Wherever the sources lie, also below /tmp.
mount --bind "$root" "$layers/root/mnt"
ip link set lo up 2>/dev/null || ifconfig lo up

cat >"$layers/root/tmp/inside.sh" <<'INSIDE'
set -euo pipefail
root=$1 jdk=$2
step() { printf '== %s\n' "$*"; }
must() { "$@" || { echo "NOT SO: $*" >&2; exit 1; }; }
must_not() { ! "$@" || { echo "NOT SO: not $*" >&2; exit 1; }; }

server=$(ls "$root"/target/packages/parley-server-*-linux-*.deb | tail -n 1)
desktop=$(ls "$root"/target/packages/parley-[0-9]*-linux-*.deb | tail -n 1)
classes=$(echo "$root"/chat-server/target/lib/*.jar | tr ' ' ':')
data=/var/lib/parley-server

older() {
  dpkg-deb -R "$1" /tmp/older
  sed -i 's/^Version:.*/Version: 0.0.1/' /tmp/older/DEBIAN/control
  # An older version has other files: one that the new one does not know, and one that it changes.
  touch "/tmp/older/opt/$2/app/of-old"
  dpkg-deb -Znone -b /tmp/older /tmp/older.deb >/dev/null
  rm -r /tmp/older
}

dpkg --purge parley parley-server >/dev/null 2>&1 || true

step "install the server, an older version"
older "$server" parley-server
dpkg -i /tmp/older.deb
must test "$(stat -c '%U %a' $data)" = 'parley-server 700'
must test -x /usr/bin/parley-server
must test -e /opt/parley-server/app/of-old
if command -v systemd-analyze >/dev/null; then must systemd-analyze verify /usr/lib/systemd/system/parley-server.service; fi
if command -v systemctl >/dev/null; then must test -L /etc/systemd/system/multi-user.target.wants/parley-server.service; fi

step "run it as its own user, talk, upgrade it meanwhile, come back"
echo "PARLEY_OPTIONS='--accounts guests'" >/etc/default/parley-server
"$jdk/bin/java" -cp "$classes" "$root/packaging/Upgrade.java" $data "$server" </dev/null
must test "$(dpkg-query -W -f '${Version}' parley-server)" != 0.0.1
must_not test -e /opt/parley-server/app/of-old
must test "$(cat /etc/default/parley-server)" = "PARLEY_OPTIONS='--accounts guests'"
must test "$(stat -c %U $data/parley.db 2>/dev/null || find $data -name '*.db' -printf '%u')" = parley-server

step "the start-up cache is taken from where the package lies"
runuser -u parley-server -- env JDK_JAVA_OPTIONS='-Xlog:class+load:file=/tmp/loaded' parley-server --help >/dev/null 2>&1
must grep -q 'chat.parley.server.Main source: shared objects file' /tmp/loaded

step "remove it: data and settings stay"
dpkg -r parley-server
must_not test -e /opt/parley-server
must_not test -e /usr/bin/parley-server
must test -d $data
must test -e /etc/default/parley-server
if command -v systemctl >/dev/null; then must_not test -L /etc/systemd/system/multi-user.target.wants/parley-server.service; fi

step "install it again: it is turned on as it was"
dpkg -i "$server"
if command -v systemctl >/dev/null; then must test -L /etc/systemd/system/multi-user.target.wants/parley-server.service; fi

step "purge it: nothing stays"
dpkg --purge parley-server
must_not test -e $data
must_not test -e /opt/parley-server
must_not test -e /etc/default/parley-server
must_not getent passwd parley-server

step "install the desktop app, an older version, then this one"
older "$desktop" parley
dpkg -i /tmp/older.deb
dpkg -i "$desktop"
must_not test -e /opt/parley/app/of-old
must parley --help
must grep -q 'x-scheme-handler/parley' /usr/share/applications/parley.desktop
if command -v desktop-file-validate >/dev/null; then must desktop-file-validate /usr/share/applications/parley.desktop; fi
if command -v xdg-mime >/dev/null && test -e /usr/share/mime/globs2; then
  echo parley://office-pc/ >/tmp/Office.parley
  must test "$(xdg-mime query filetype /tmp/Office.parley)" = application/x-parley-invitation
  must test "$(xdg-mime query default application/x-parley-invitation)" = parley.desktop
fi
if command -v update-desktop-database >/dev/null; then must grep -q 'x-scheme-handler/parley=parley.desktop' /usr/share/applications/mimeinfo.cache; fi

step "remove and purge it"
dpkg -r parley
must_not test -e /opt/parley
must_not test -e /usr/share/applications/parley.desktop
must_not test -e /usr/share/mime/packages/parley.xml
dpkg --purge parley
must_not dpkg -s parley

step "all of it is so"
INSIDE

jdk=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")}
chroot "$layers/root" bash /tmp/inside.sh /mnt "$jdk"
