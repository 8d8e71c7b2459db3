package chat.parley.desktop.viewmodel.finding;

import static chat.parley.desktop.testing.FakeFinder.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import chat.parley.client.Invitation;
import chat.parley.client.ServerAddress;
import chat.parley.desktop.testing.FakeFinder;
import chat.parley.desktop.testing.FakeFx;
import chat.parley.desktop.viewmodel.Acquaintance;
import chat.parley.desktop.viewmodel.finding.Reason.Weight;
import chat.parley.desktop.viewmodel.outside.Finder.Answer;
import chat.parley.desktop.viewmodel.outside.Finder.Checkup;
import chat.parley.desktop.viewmodel.outside.Finder.Knock;
import chat.parley.model.Fingerprint;
import chat.parley.model.ShortCode;
import chat.parley.protocol.Advert;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FindingModelTest {
  private final FakeFinder network = new FakeFinder();
  private final FakeFx fx = new FakeFx();
  private final List<Invitation> led = new ArrayList<>();
  private final List<String> failed = new ArrayList<>();
  private final List<Invitation> chosen = new ArrayList<>();
  private List<String> addresses = List.of("elsewhere");
  private FindingModel model;

  @BeforeEach
  void begin() {
    Locale.setDefault(Locale.UK);
    model = new FindingModel(() -> addresses, chosen::add, fx);
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
  void theOnlyOneIsChosenForWhoHasNothingElseInMind() {
    addresses = List.of("");
    network.see(seen("Office", 1, 0, Acquaintance.NEW, "192.168.1.5"));
    assertThat(model.chosenProperty().get()).isEqualTo(model.servers().getFirst());
    network.see(
        seen("Office", 1, 2, Acquaintance.NEW, "192.168.1.5"),
        seen("Lab", 2, 0, Acquaintance.NEW, "192.168.1.6"));
    assertThat(chosen).extracting(way -> way.server().host()).containsExactly("192.168.1.5");
  }

  @Test
  void whoHasTypedAnAddressIsNotLedElsewhere() {
    addresses = List.of("10.0.0.9");
    network.see(seen("Office", 1, 0, Acquaintance.NEW, "192.168.1.5"));
    assertThat(model.chosenProperty().get()).isNull();
    assertThat(chosen).isEmpty();
  }

  @Test
  void ofSeveralNoneIsChosen() {
    addresses = List.of("");
    network.see(
        seen("Office", 1, 0, Acquaintance.NEW, "192.168.1.5"),
        seen("Lab", 2, 0, Acquaintance.NEW, "192.168.1.6"));
    assertThat(chosen).isEmpty();
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
  void choiceStaysWhenTheServerAnswersFromAnotherAddressToo() {
    network.see(seen("Office", 1, 0, Acquaintance.NEW, "192.168.1.5"));
    model.choose(model.servers().getFirst());
    network.see(seen("Office", 1, 0, Acquaintance.NEW, "10.0.0.5", "192.168.1.5"));
    assertThat(model.chosenProperty().get()).isEqualTo(model.servers().getFirst());
  }

  @Test
  void choiceGoesWhenAnotherKeyIsThereUnderTheSameName() {
    FoundItem item = item("0a");
    assertThat(item.isSame(item("0b"))).isFalse();
  }

  private static FoundItem item(String key) {
    return new FoundItem(
        new Advert("id", "Office", 7070, new Fingerprint(key.repeat(32)), 0, "0.1.0"),
        new ServerAddress("192.168.1.5", 7070),
        Acquaintance.NEW);
  }

  @Test
  void checkKnocksWhereTheServerMayBeAndSaysWhatCameOfIt() {
    addresses = List.of("office-pc", "not an address", "office-pc:7070", "10.0.0.9", "a", "b");
    network.checkup =
        new Checkup(
            List.of("192.168.1.20"),
            List.of("172.18.0.1"),
            List.of(
                new Knock(new ServerAddress("office-pc", 7070), Answer.SHUT, true),
                new Knock(new ServerAddress("10.0.0.9", 7070), Answer.SILENT, false)),
            false);
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
    assertThat(model.reasons()).extracting(Reason::title).noneMatch(it -> it.contains("172.18"));
    assertThat(model.checkingProperty().get()).isFalse();
  }

  @Test
  void codeLeadsToTheServerWhoseKeyBeginsWithItAsSoonAsItIsThere() {
    network.see(seen("Other", 1, 0, Acquaintance.NEW, "192.168.1.4"));
    model.seek(code(2), led::add, failed::add);
    assertThat(led).isEmpty();
    network.see(
        seen("Open", 0, 0, Acquaintance.OPEN, "192.168.1.3"),
        seen("Other", 1, 0, Acquaintance.NEW, "192.168.1.4"),
        seen("Office", 2, 0, Acquaintance.NEW, "192.168.1.5"));
    assertThat(led)
        .extracting(Invitation::toString)
        .containsExactly("parley://192.168.1.5:7070/#pin=" + "2".repeat(64));
    fx.pass(Duration.ofMinutes(1));
    assertThat(failed).isEmpty();
  }

  @Test
  void codeThatNobodyAnswersToIsOneSentenceAfterAWhile() {
    model.seek(code(2), led::add, failed::add);
    network.see(seen("Other", 1, 0, Acquaintance.NEW, "192.168.1.4"));
    assertThat(failed).isEmpty();
    fx.pass(Duration.ofSeconds(10));
    assertThat(failed).singleElement().asString().contains(code(2).words());
    network.see(seen("Office", 2, 0, Acquaintance.NEW, "192.168.1.5"));
    assertThat(led).isEmpty();
  }

  @Test
  void codeOfTwoServersLeadsToNeither() {
    network.see(
        seen("Office", 2, 0, Acquaintance.NEW, "192.168.1.5"),
        seen("Ours", 2, 0, Acquaintance.NEW, "192.168.1.6"));
    model.seek(code(2), led::add, failed::add);
    assertThat(led).isEmpty();
    assertThat(failed).hasSize(1);
  }

  @Test
  void whoGivesUpIsLedNowhere() {
    model.seek(code(2), led::add, failed::add);
    model.stopSeeking();
    network.see(seen("Office", 2, 0, Acquaintance.NEW, "192.168.1.5"));
    fx.pass(Duration.ofMinutes(1));
    assertThat(led).isEmpty();
    assertThat(failed).isEmpty();
  }

  private static ShortCode code(int key) {
    return ShortCode.of(new Fingerprint(String.valueOf(key).repeat(64)));
  }

  @Test
  void withoutANetworkThereIsOneReason() {
    network.checkup = new Checkup(List.of(), List.of(), List.of(), false);
    model.check();
    assertThat(model.reasons())
        .extracting(Reason::weight, Reason::title)
        .containsExactly(tuple(Weight.BAD, "This computer is on no network."));
  }

  @Test
  void bridgeToMachinesInsideOfThisComputerIsNoNetworkOnWhichAServerIs() {
    network.checkup = new Checkup(List.of(), List.of("172.18.0.1"), List.of(), false);
    model.check();
    assertThat(model.reasons().getFirst())
        .extracting(Reason::weight, Reason::title)
        .containsExactly(
            Weight.BAD,
            "This computer is on no network with other computers; 172.18.0.1 is inside of it, or"
                + " the end of a tunnel.");
    assertThat(model.reasons()).hasSizeGreaterThan(1);
  }

  @Test
  void firewallOfTheServersComputerIsNamedForEachSystemWhateverThisOneHas() {
    model.check();
    assertThat(model.reasons())
        .extracting(Reason::advice)
        .anyMatch(it -> it.lines().count() == 3 && it.matches("(?s)Windows: .*macOS: .*Linux: .*"))
        .noneMatch(it -> it.contains("this Mac"));
    network.checkup = new Checkup(List.of("192.168.1.20"), List.of(), List.of(), true);
    model.check();
    assertThat(model.reasons()).extracting(Reason::advice).anyMatch(it -> it.contains("this Mac"));
  }
}
