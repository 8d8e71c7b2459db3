package chat.parley.desktop.viewmodel.finding;

import static chat.parley.desktop.testing.FakeFinder.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import chat.parley.client.Invitation;
import chat.parley.client.ServerAddress;
import chat.parley.desktop.testing.FakeFinder;
import chat.parley.desktop.viewmodel.Acquaintance;
import chat.parley.desktop.viewmodel.finding.Reason.Weight;
import chat.parley.desktop.viewmodel.outside.Finder.Answer;
import chat.parley.desktop.viewmodel.outside.Finder.Checkup;
import chat.parley.desktop.viewmodel.outside.Finder.Kind;
import chat.parley.desktop.viewmodel.outside.Finder.Knock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FindingModelTest {
  private final FakeFinder network = new FakeFinder();
  private final List<Invitation> chosen = new ArrayList<>();
  private List<String> addresses = List.of();
  private FindingModel model;

  @BeforeEach
  void begin() {
    Locale.setDefault(Locale.UK);
    model = new FindingModel(() -> addresses, chosen::add);
    model.finder(network);
    model.begin();
  }

  @Test
  void listFollowsTheNetworkUntilNobodyLooks() {
    network.see(seen("Office", 1, 3, Acquaintance.NEW, "192.168.1.5"));
    assertThat(model.servers()).extracting(FoundItem::name).containsExactly("Office");
    assertThat(model.servers().getFirst().details())
        .isEqualTo("192.168.1.5:7070 · 3 people online");
    network.see();
    assertThat(model.servers()).isEmpty();
    model.end();
    assertThat(network.searches()).isZero();
  }

  @Test
  void oneSearchIsEnough() {
    model.begin();
    assertThat(network.searches()).isEqualTo(1);
  }

  @Test
  void whoIsChosenIsGoneToAtTheKeyThatWasAnnounced() {
    network.see(seen("Office", 1, 0, Acquaintance.NEW, "192.168.1.5"));
    model.choose(model.servers().getFirst());
    assertThat(chosen)
        .extracting(Invitation::toString)
        .containsExactly("parley://192.168.1.5:7070/#pin=" + "1".repeat(64));
  }

  @Test
  void addressOfBeforeIsTakenFromAmongMany() {
    addresses = List.of("", "192.168.1.9:7070");
    network.see(seen("Office", 1, 0, Acquaintance.KNOWN, "192.168.1.5", "192.168.1.9"));
    assertThat(model.servers().getFirst().address().host()).isEqualTo("192.168.1.9");
  }

  @Test
  void choiceStaysWhenPeopleComeAndGoesWithTheServer() {
    network.see(seen("Office", 1, 0, Acquaintance.NEW, "192.168.1.5"));
    model.choose(model.servers().getFirst());
    network.see(seen("Office", 1, 7, Acquaintance.NEW, "192.168.1.5"));
    assertThat(model.chosenProperty().get()).isEqualTo(model.servers().getFirst());
    network.see();
    assertThat(model.chosenProperty().get()).isNull();
  }

  @Test
  void checkKnocksWhereTheServerMayBeAndSaysWhatCameOfIt() {
    addresses = List.of("office-pc", "not an address", "office-pc:7070", "10.0.0.9", "a", "b");
    network.checkup =
        new Checkup(
            List.of("192.168.1.20"),
            List.of(
                new Knock(new ServerAddress("office-pc", 7070), Answer.SHUT, true),
                new Knock(new ServerAddress("10.0.0.9", 7070), Answer.SILENT, false)),
            Kind.WINDOWS);
    model.check();
    assertThat(network.checked.getFirst())
        .extracting(ServerAddress::toString)
        .containsExactly("office-pc:7070", "10.0.0.9:7070", "a:7070");
    assertThat(model.reasons())
        .extracting(Reason::title)
        .contains(
            "This computer is on the network as 192.168.1.20.",
            "There is a computer at office-pc, but nobody answers at port 7070.",
            "Nothing answers at 10.0.0.9:7070, which is on another network than this computer.");
    assertThat(model.reasons()).extracting(Reason::advice).anyMatch(it -> it.contains("Windows"));
    assertThat(model.checkingProperty().get()).isFalse();
  }

  @Test
  void withoutANetworkThereIsOneReason() {
    network.checkup = new Checkup(List.of(), List.of(), Kind.LINUX);
    model.check();
    assertThat(model.reasons())
        .extracting(Reason::weight, Reason::title)
        .containsExactly(tuple(Weight.BAD, "This computer is on no network."));
  }
}
