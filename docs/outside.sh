#!/bin/sh
# Runs a command on a network that ends in this computer, and counts what tried to go farther: packets to
# addresses beyond the local network, questions to name servers among them. Fails when there was any.
# Needs Linux and root, and without root a system that lets anybody make namespaces.
#
#   docs/outside.sh mvn -o -B verify
set -eu

[ $# -gt 0 ] || { sed -n '2,5s/^# \{0,1\}//p' "$0" >&2; exit 2; }
PATH=$PATH:/usr/sbin:/sbin

if [ "$1" != --inside ]; then
  user=
  [ "$(id -u)" -eq 0 ] || user='--user --map-root-user'
  # shellcheck disable=SC2086
  exec unshare $user --net --mount "$0" --inside "$@"
fi
shift

work=$(mktemp -d)
trap 'umount "$work"; rmdir "$work"' EXIT
mount -t tmpfs tmpfs "$work"

# Names are asked for outside, by whomever this system would let answer otherwise.
printf 'nameserver 192.0.2.53\nnameserver 2001:db8::53\noptions timeout:1 attempts:1\n' >"$work/resolv.conf"
mount --bind "$work/resolv.conf" /etc/resolv.conf
if [ -e /etc/nsswitch.conf ]; then
  sed 's/^hosts:.*/hosts: files dns/' /etc/nsswitch.conf >"$work/nsswitch.conf"
  mount --bind "$work/nsswitch.conf" /etc/nsswitch.conf
fi
for folder in /run/nscd /run/systemd/resolve /run/avahi-daemon; do
  [ ! -d "$folder" ] || mount -t tmpfs tmpfs "$folder"
done

# A local network with nobody else on it, and a way out which no address and no group of this computer is at,
# so that the kernel itself has nothing to say there.
ip link set lo up
ip link add lan0 type veth peer name lan1
ip link add out0 type veth peer name out1
for end in lan1 out0 out1; do
  ip link set "$end" addrgenmode none
done
ip link set out0 arp off multicast off
for end in lan0 lan1 out0 out1; do
  ip link set "$end" up
done
ip addr add 192.168.79.2/24 broadcast + dev lan0
ip route add 224.0.0.0/4 dev lan0
ip route add 255.255.255.255 dev lan0
ip route add default dev out0 src 192.168.79.2
if [ -e /proc/net/if_inet6 ]; then
  ip -6 addr add fd00:79::2/64 dev lan0 nodad
  ip -6 route add default dev out0 src fd00:79::2
fi

left() { awk '$1 == "out0:" { print $11 }' /proc/net/dev; }

# A count that stays at nothing whatever happens would show nothing.
[ "$(left)" -eq 0 ] || { echo 'Something leaves before anything was started.' >&2; exit 2; }
getent ahosts parley.invalid >/dev/null 2>&1 || true
before=$(left)
[ "$before" -gt 0 ] || { echo 'What leaves cannot be counted here.' >&2; exit 2; }

status=0
"$@" || status=$?
after=$(left)
echo "$((after - before)) packets tried to leave for the outside." >&2
[ "$after" -eq "$before" ] || [ "$status" -ne 0 ] || status=1
exit "$status"
