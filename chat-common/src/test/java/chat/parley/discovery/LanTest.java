package chat.parley.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
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
