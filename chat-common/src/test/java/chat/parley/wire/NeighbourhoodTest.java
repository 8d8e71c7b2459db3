package chat.parley.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeighbourhoodTest {
  @ParameterizedTest
  @CsvSource({
    "192.168.7.20, 192.168.7.20",
    "2001:db8:0:1:0:0:0:5, 2001:db8:0:1::/64",
    "2001:db8:0:1:ffff:1:2:3, 2001:db8:0:1::/64",
    "2001:db8:0:2:ffff:1:2:3, 2001:db8:0:2::/64",
    "fd00:0:0:9:0:0:0:1, fd00:0:0:9::/64",
    "0:0:0:0:0:0:0:1, 0:0:0:0:0:0:0:1",
    "fe80:0:0:0:1:2:3:4, fe80:0:0:0:1:2:3:4",
    "fe80:0:0:0:1:2:3:4%1, fe80:0:0:0:1:2:3:4%1",
    "no address: at all, no address: at all",
    "'', ''"
  })
  void addressesOfOneNeighbourhoodAreOne(String address, String neighbourhood) {
    assertThat(Neighbourhood.of(address)).isEqualTo(neighbourhood);
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.1, 10.0.0.1", "::ffff:10.0.0.1, 10.0.0.1", "2001:db8::7, 2001:db8:0:0::/64"})
  void soAreTheirObjects(String address, String neighbourhood) {
    assertThat(Neighbourhood.of(InetAddress.ofLiteral(address))).isEqualTo(neighbourhood);
  }
}
