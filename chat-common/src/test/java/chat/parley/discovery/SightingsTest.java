package chat.parley.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import chat.parley.client.ServerAddress;
import chat.parley.discovery.Heard.By;
import chat.parley.model.Fingerprint;
import chat.parley.protocol.Advert;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SightingsTest {
  private static final Fingerprint KEY = new Fingerprint("0a".repeat(32));
  private static final Fingerprint OTHER = new Fingerprint("0b".repeat(32));
  private static final long LATER = Sightings.SILENT.plus(Duration.ofMillis(1)).toNanos();

  private final Sightings sightings = new Sightings();

  @Test
  void serverIsListedOnceHoweverItIsHeard() {
    sightings.heard(advert("a", "Office", KEY, 1), at("127.0.0.1"), By.ANSWER, 0);
    sightings.heard(advert("a", "Office", KEY, 1), at("192.168.1.5"), By.ANSWER, 0);
    sightings.heard(advert("a", "Office", KEY, 2), at("192.168.1.5"), By.ANSWER, 1);
    assertThat(sightings.now(1))
        .containsExactly(
            new FoundServer(
                advert("a", "Office", KEY, 2), List.of(at("192.168.1.5"), at("127.0.0.1"))));
  }

  @Test
  void twoOfTheSameNameAreTwo() {
    sightings.heard(advert("a", "Office", KEY, 1), at("192.168.1.5"), By.ANSWER, 0);
    sightings.heard(advert("b", "Office", OTHER, 1), at("192.168.1.6"), By.ANSWER, 0);
    assertThat(sightings.now(0)).hasSize(2);
  }

  @Test
  void nobodyTakesThePlaceOfAnotherByItsId() {
    sightings.heard(advert("a", "Office", KEY, 1), at("192.168.1.5"), By.ANSWER, 0);
    sightings.heard(advert("a", "Office", OTHER, 1), at("192.168.1.66"), By.ANSWER, 0);
    assertThat(sightings.now(0))
        .extracting(found -> found.advert().key(), FoundServer::addresses)
        .containsExactly(
            tuple(KEY, List.of(at("192.168.1.5"))), tuple(OTHER, List.of(at("192.168.1.66"))));
  }

  @Test
  void silentOneGoesAndAnAddressThatItLeftGoesFirst() {
    sightings.heard(advert("a", "Office", KEY, 1), at("192.168.1.5"), By.ANSWER, 0);
    sightings.heard(advert("a", "Office", KEY, 1), at("192.168.1.7"), By.ANSWER, 2_000_000);
    assertThat(sightings.now(LATER).getFirst().addresses()).containsExactly(at("192.168.1.7"));
    assertThat(sightings.now(LATER + 2_000_000)).isEmpty();
  }

  @Test
  void serverThatWasThereStaysWhenItDoesNotOpenTwiceAndGoesWhenItDoesNotAThirdTime() {
    long round = Duration.ofMillis(ServerSearch.ASK_MILLIS).toNanos();
    sightings.heard(advert("a", "Office", KEY, 1), at("192.168.1.5"), By.ANNOUNCEMENT, 0);
    assertThat(sightings.now(2 * round)).hasSize(1);
    assertThat(sightings.now(3 * round)).hasSize(1);
    assertThat(sightings.now(4 * round)).isEmpty();
  }

  @Test
  void addressFromWhichAnAnswerCameIsPreferredToOneThatIsOnlyAnnounced() {
    sightings.heard(advert("a", "Office", KEY, 1), at("192.168.1.2"), By.ANNOUNCEMENT, 0);
    sightings.heard(advert("a", "Office", KEY, 1), at("192.168.1.5"), By.ANSWER, 0);
    sightings.heard(advert("a", "Office", KEY, 1), at("192.168.1.5"), By.ANNOUNCEMENT, 1);
    assertThat(sightings.now(1).getFirst().addresses())
        .containsExactly(at("192.168.1.5"), at("192.168.1.2"));
  }

  @Test
  void nobodyFillsTheMemory() {
    for (int i = 0; i < 10_000; i++) {
      sightings.heard(advert("id" + i, "Office", null, 1), at("192.168.1.5"), By.ANSWER, 0);
    }
    assertThat(sightings.now(0)).hasSize(Sightings.MAX_SERVERS);
  }

  private static Advert advert(String id, String name, Fingerprint key, int people) {
    return new Advert(id, name, 7070, key, people, "0.1.0");
  }

  private static ServerAddress at(String host) {
    return new ServerAddress(host, 7070);
  }
}
