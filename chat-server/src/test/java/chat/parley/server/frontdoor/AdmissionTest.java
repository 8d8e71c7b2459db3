package chat.parley.server.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private final Admission admission = new Admission(1_000, 4);

  private static InetAddress neighbour(int number) {
    return InetAddress.ofLiteral("2001:db8::" + Integer.toHexString(number));
  }

  @Test
  void oneAddressHasSoManyAndNoMore() {
    InetAddress address = InetAddress.ofLiteral("10.0.0.7");
    for (int i = 0; i < 4; i++) {
      assertThat(admission.enter(address)).isTrue();
    }
    assertThat(admission.enter(address)).isFalse();
    assertThat(admission.enter(InetAddress.ofLiteral("10.0.0.8"))).isTrue();
    admission.leave(address);
    assertThat(admission.enter(address)).isTrue();
    assertThat(admission.inside()).isEqualTo(5);
  }

  @Test
  void anotherAddressOfTheSameNetworkOfIpv6IsNotSomebodyElseForEver() {
    List<InetAddress> in = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      if (admission.enter(neighbour(i + 1))) {
        in.add(neighbour(i + 1));
      }
    }
    assertThat(in).hasSize(64);
    assertThat(admission.enter(InetAddress.ofLiteral("2001:db8:0:1::1"))).isTrue();
    in.forEach(admission::leave);
    assertThat(admission.inside()).isEqualTo(1);
    assertThat(admission.enter(neighbour(2_000))).isTrue();
  }
}
