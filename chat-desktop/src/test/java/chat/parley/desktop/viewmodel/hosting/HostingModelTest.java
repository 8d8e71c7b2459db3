package chat.parley.desktop.viewmodel.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.Invitation;
import chat.parley.client.ServerAddress;
import chat.parley.desktop.testing.FakeFinder;
import chat.parley.desktop.testing.FakeFx;
import chat.parley.desktop.testing.FakeHost;
import chat.parley.desktop.testing.FakePreferences;
import chat.parley.desktop.viewmodel.Acquaintance;
import chat.parley.desktop.viewmodel.AppModel;
import chat.parley.desktop.viewmodel.outside.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HostingModelTest {
  private final FakeHost computer = new FakeHost();
  private AppModel app;
  private HostingModel model;

  @BeforeEach
  void begin() {
    Locale.setDefault(Locale.UK);
    app =
        new AppModel(
            (_, _, _, _) -> {
              throw new IllegalStateException("Nobody goes anywhere.");
            },
            new FakePreferences(),
            new FakeFx().surroundings());
    model = app.hosting();
  }

  @Test
  void serverGetsTheNameThatStandsThere() {
    model.host(computer);
    app.login().nameProperty().set("Ann");
    assertThat(model.nameProperty().get()).isEqualTo("Ann's server");
    model.nameProperty().set("The kitchen");
    model.start();
    assertThat(computer.called).containsExactly("The kitchen");
  }

  @Test
  void startWithTheComputerIsOfferedOnceThereIsAServerAndKeptWhenItIsStopped() {
    computer.starts = Host.Start.NEVER;
    model.host(computer);
    assertThat(model.startOfferedProperty().get()).isFalse();
    model.start();
    assertThat(model.startOfferedProperty().get()).isTrue();
    model.startWithComputer(true);
    assertThat(model.startsProperty().get()).isTrue();
    assertThat(model.startsLateProperty().get()).isTrue();
    model.stop();
    assertThat(model.startOfferedProperty().get()).isTrue();
    model.startWithComputer(false);
    assertThat(model.startOfferedProperty().get()).isFalse();
  }

  @Test
  void whereTheSystemStartsNothingThereIsNothingToChoose() {
    model.host(computer);
    model.start();
    assertThat(model.startOfferedProperty().get()).isFalse();
  }

  @Test
  void whatTheSystemRefusesIsSaidAndNothingChanges() {
    computer.starts = Host.Start.NEVER;
    computer.refusal = "It will not.";
    model.host(computer);
    model.startWithComputer(true);
    assertThat(model.startsProperty().get()).isFalse();
    assertThat(model.busyProperty().get()).isFalse();
    assertThat(app.toasts()).singleElement().extracting("text").isEqualTo("It will not.");
  }

  @Test
  void serverWithOthersOnItIsStoppedOnlyAfterAQuestion() throws Exception {
    startsWithPeople(3);
    model.stop();
    assertThat(model.hostedProperty().get()).isNotNull();
    assertThat(model.othersToAskProperty().get()).isEqualTo(3);
    model.asked();
    model.stopAnyway();
    assertThat(model.hostedProperty().get()).isNull();
  }

  @Test
  void serverWithNobodyElseOnItIsStoppedAtOnce() throws Exception {
    startsWithPeople(0);
    model.stop();
    assertThat(model.hostedProperty().get()).isNull();
    assertThat(model.othersToAskProperty().get()).isZero();
  }

  /** A server that runs already, seen from the form. */
  private void startsWithPeople(int people) throws Exception {
    var network = new FakeFinder();
    computer.own = Invitation.parse("parley://127.0.0.1:7070/#pin=" + "1".repeat(64));
    computer.start("Office", _ -> {}, _ -> {});
    model.host(computer);
    app.finding().finder(network);
    app.start(null, null);
    network.see(
        FakeFinder.seen("Office", 1, people, Acquaintance.KNOWN, "192.168.1.5"),
        FakeFinder.seen("Lab", 2, 9, Acquaintance.NEW, "192.168.1.6"));
  }

  @Test
  void cardTellsTheAddressesOfThisMoment() {
    model.host(computer);
    model.start();
    computer.addresses = List.of("192.168.1.9");
    var cards = new ArrayList<JoinCard>();
    model.card("Office", Invitation.to(new ServerAddress("127.0.0.1", 7071)), cards::add);
    assertThat(cards)
        .singleElement()
        .extracting("addresses")
        .isEqualTo(List.of("192.168.1.9:7071"));
  }

  @Test
  void cardIsDueOnceAfterAStartAndForThatServerOnly() {
    model.host(computer);
    model.arrived("127.0.0.1");
    assertThat(model.cardDueProperty().get()).isFalse();
    model.start();
    model.arrived("office-pc");
    assertThat(model.cardDueProperty().get()).isFalse();
    model.arrived("127.0.0.1");
    assertThat(model.cardDueProperty().get()).isTrue();
    model.cardShown();
    model.start(); // it runs, so this only goes there
    model.arrived("127.0.0.1");
    assertThat(model.cardDueProperty().get()).isFalse();
  }
}
