package chat.parley.desktop.viewmodel.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.Invitation;
import chat.parley.model.Fingerprint;
import chat.parley.model.ShortCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class JoinCardTest {
  private static final String PIN = "#pin=" + "0a".repeat(32);

  @Test
  void hostTellsTheAddressesOfItsNetworksAndNotItsOwnLoopback() throws Exception {
    var card =
        JoinCard.of(
            "Office",
            Invitation.parse("parley://127.0.0.1:7071/" + PIN),
            List.of("192.168.1.5", "10.0.0.5"));
    assertThat(card.addresses()).containsExactly("192.168.1.5:7071", "10.0.0.5:7071");
    assertThat(card.link()).isEqualTo("parley://192.168.1.5:7071/" + PIN);
    assertThat(card.code()).isEqualTo(ShortCode.of(new Fingerprint("0a".repeat(32))));
  }

  @Test
  void phoneIsLedToThePageAndTheAppReadsTheKeyInTheSameAddress() throws Exception {
    Invitation way = Invitation.parse("parley://192.168.1.5:7070/" + PIN);
    var card = JoinCard.of("Office", way, List.of());
    assertThat(card.page()).isEqualTo("https://192.168.1.5:7070/");
    assertThat(card.scanned()).isEqualTo("https://192.168.1.5:7070/" + PIN);
    assertThat(Invitation.parse(card.scanned())).isEqualTo(way);
    var open = JoinCard.of("Office", Invitation.parse("office-pc"), List.of());
    assertThat(open.scanned()).isEqualTo("http://office-pc:7070/");
  }

  @Test
  void computerOnNoNetworkHasNothingToTell() throws Exception {
    var card = JoinCard.of("Office", Invitation.parse("parley://127.0.0.1:7071/" + PIN), List.of());
    assertThat(card.addresses()).isEmpty();
    assertThat(card.isReachable()).isFalse();
  }

  @Test
  void everybodyElseTellsTheAddressThatTheyUse() throws Exception {
    var card = JoinCard.of("Office", Invitation.parse("office-pc"), List.of("10.0.0.5"));
    assertThat(card.addresses()).containsExactly("office-pc:7070");
    assertThat(card.link()).isEqualTo("parley://office-pc:7070/");
    assertThat(card.code()).isNull();
    assertThat(Invitation.parse(card.link()).server().host()).isEqualTo("office-pc");
  }
}
