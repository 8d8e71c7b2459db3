package chat.parley.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, true",
    "10.1.2.3, true",
    "172.16.0.1, true",
    "172.32.0.1, false",
    "192.168.0.9, true",
    "169.254.7.7, true",
    "8.8.8.8, false",
    "::1, true",
    "fe80::1, true",
    "fd12::1, true",
    "2001:db8::1, false",
  })
  void knowsWhichNetworksAreOnesOwn(String address, boolean ones) {
    assertThat(Lan.isPrivate(InetAddress.ofLiteral(address))).isEqualTo(ones);
  }

  @ParameterizedTest
  @CsvSource({
    "eth0, eth0, false",
    "wlp3s0, wlp3s0, false",
    "br0, br0, false",
    "eth4, Intel(R) Wi-Fi 6 AX201 160MHz, false",
    "br-1f2e3d, br-1f2e3d, true",
    "virbr0, virbr0, true",
    "veth12ab, veth12ab, true",
    "docker0, docker0, true",
    "vmnet8, vmnet8, true",
    "vboxnet0, vboxnet0, true",
    "tun0, tun0, true",
    "tap0, tap0, true",
    "wg0, wg0, true",
    "tailscale0, tailscale0, true",
    "eth7, vEthernet (WSL), true",
    "eth8, VMware Virtual Ethernet Adapter for VMnet8, true",
    "eth9, VirtualBox Host-Only Ethernet Adapter, true",
    "eth10, Tailscale Tunnel, true",
    "eth0, , false",
  })
  void knowsNetworksOnWhichNobodyElseIs(String name, String displayName, boolean inside) {
    assertThat(Lan.isInside(name, displayName)).isEqualTo(inside);
  }

  @Test
  void addressThatTheComputerGaveItselfComesLast() {
    InetAddress given = InetAddress.ofLiteral("192.168.1.5");
    InetAddress own = InetAddress.ofLiteral("169.254.7.7");
    assertThat(Lan.likeliestFirst(List.of(own, given))).containsExactly(given, own);
    assertThat(Lan.own()).containsAll(Lan.reachable());
  }

  @Test
  void asksThisComputerAndEverybodyNear() {
    assertThat(Lan.broadcasts(true))
        .extracting(InetAddress::getHostAddress)
        .containsExactly("127.255.255.255");
    assertThat(Lan.broadcasts(false))
        .extracting(InetAddress::getHostAddress)
        .contains("127.255.255.255", "255.255.255.255");
  }

  @Test
  void isNearItselfAndNotTheOtherEndOfTheWorld() {
    assertThat(Lan.isNear(InetAddress.ofLiteral("127.0.0.1"))).isTrue();
    assertThat(Lan.isNear(InetAddress.ofLiteral("8.8.8.8"))).isFalse();
    assertThat(Lan.own()).allMatch(Lan::isNear);
  }
}
