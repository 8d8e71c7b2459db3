package chat.parley.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.ServerAddress;
import chat.parley.protocol.Advert;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnnouncedTest {
  private final Announced announced = new Announced(InetAddress::isSiteLocalAddress);

  @Test
  void addressOnNoNetworkOfThisComputerIsKnockedAtByNobody() {
    announced.add(advert("a"), at("8.8.8.8", "192.168.1.5"));
    assertThat(announced.all()).containsOnlyKeys(new ServerAddress("192.168.1.5", 7070));
  }

  @Test
  void noServerIsAtManyAddresses() {
    announced.add(advert("a"), many(64));
    assertThat(announced.all()).hasSize(Announced.MAX_ADDRESSES);
    announced.add(advert("b"), at("192.168.2.5"));
    assertThat(announced.all()).hasSize(Announced.MAX_ADDRESSES + 1);
  }

  @Test
  void addressAnnouncedLaterTakesThePlaceOfTheFirst() {
    announced.add(advert("a"), many(Announced.MAX_ADDRESSES));
    announced.add(advert("a"), at("192.168.2.5"));
    assertThat(announced.all())
        .hasSize(Announced.MAX_ADDRESSES)
        .containsKey(new ServerAddress("192.168.2.5", 7070))
        .doesNotContainKey(new ServerAddress("192.168.1.1", 7070));
  }

  @Test
  void tellsWhichAddressesAreNew() {
    assertThat(announced.add(advert("a"), at("192.168.1.5", "8.8.8.8"))).hasSize(1);
    assertThat(announced.add(advert("a"), at("192.168.1.5", "10.0.0.5")))
        .containsOnlyKeys(new ServerAddress("10.0.0.5", 7070));
  }

  @Test
  void serverThatSaysGoodbyeIsNowhere() {
    announced.add(advert("a"), at("192.168.1.5", "10.0.0.5"));
    announced.remove(advert("a"));
    assertThat(announced.all()).isEmpty();
  }

  @Test
  void nobodyFillsTheMemory() {
    for (int i = 0; i < 1_000; i++) {
      announced.add(advert("id" + i), at("192.168." + i / 250 + "." + i % 250));
    }
    assertThat(announced.all()).hasSize(64);
  }

  private static Advert advert(String id) {
    return new Advert(id, "Office", 7070, null, 1, "0.1.0");
  }

  private static List<InetAddress> many(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> InetAddress.ofLiteral("192.168.1." + i))
        .toList();
  }

  private static List<InetAddress> at(String... hosts) {
    return List.of(hosts).stream().map(InetAddress::ofLiteral).toList();
  }
}
