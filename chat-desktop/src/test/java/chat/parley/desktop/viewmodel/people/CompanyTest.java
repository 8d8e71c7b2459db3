package chat.parley.desktop.viewmodel.people;

import static chat.parley.desktop.testing.Say.state;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.LinkState;
import chat.parley.desktop.testing.Say;
import chat.parley.desktop.testing.Visit;
import chat.parley.desktop.viewmodel.Person;
import chat.parley.desktop.viewmodel.people.StatusModel.Expiry;
import chat.parley.model.Member;
import chat.parley.model.Presence;
import chat.parley.model.Rank;
import chat.parley.model.Status;
import chat.parley.model.User;
import chat.parley.protocol.Event;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CompanyTest {
  private static final User ANN = Visit.user("Ann Bell");
  private static final User BEN = Visit.user("Ben Roth");

  private final Visit visit = new Visit(state("lobby", 0, 0, 0));
  private final Company company = visit.home().company();
  private final PeopleSearch search = company.search();

  {
    visit.server.everybody.add(new Member(ANN, Presence.ONLINE));
    visit.server.everybody.add(new Member(BEN, Presence.AWAY));
    visit.server.everybody.add(new Member(Say.ME, Presence.ONLINE));
  }

  @Test
  void peopleAreLookedForOnceTypingPauses() {
    start();
    long before = questions();
    for (String typed : new String[] {"b", "be", "ben"}) {
      search.queryProperty().set(typed);
      visit.fx.pass(Duration.ofMillis(100));
    }
    assertThat(questions()).isEqualTo(before);
    visit.fx.pass(Duration.ofMillis(60));
    assertThat(questions()).isEqualTo(before + 1);
    assertThat(search.found()).extracting(Person::name).containsExactly("Ben Roth");
  }

  @Test
  void iAmNotOfferedToMyself() {
    start();
    assertThat(search.found()).extracting(Person::name).containsExactly("Ann Bell", "Ben Roth");
  }

  @Test
  void whoIsPickedIsOfferedNoMoreUntilTakenBack() {
    start();
    Person ann = search.found().getFirst();
    search.pick(ann);
    assertThat(search.found()).extracting(Person::name).containsExactly("Ben Roth");
    search.unpick(ann);
    assertThat(search.found()).extracting(Person::name).containsExactly("Ann Bell", "Ben Roth");
  }

  @Test
  void nobodyOfThatNameIsSaid() {
    start();
    search.queryProperty().set("zoe");
    visit.fx.pass(PeopleSearch.PAUSE);
    assertThat(search.stateProperty().get()).isEqualTo(PeopleSearch.State.EMPTY);
  }

  @Test
  void withoutAConnectionTheSearchSaysWhy() {
    visit.server.up = false;
    start();
    assertThat(search.stateProperty().get()).isEqualTo(PeopleSearch.State.FAILED);
    assertThat(search.problemProperty().get()).contains("no connection");
  }

  @Test
  void theConversationWithThosePickedIsOpenedAndShown() {
    visit.server.joins = () -> new Event.Joined(1, Visit.direct(0, "Ann Bell", "Ben Roth"));
    start();
    search.pick(search.found().getFirst());
    search.pick(search.found().getFirst());
    boolean[] done = {false};
    company.openPicked(() -> done[0] = true);
    visit.fx.settle();
    assertThat(visit.server.asked).contains("direct [u-Ann-Bell, u-Ben-Roth]");
    assertThat(visit.home().rooms().selectedProperty().get().name()).isEqualTo("Ann, Ben");
    assertThat(done[0]).isTrue();
  }

  @Test
  void whoseConversationIsRefusedIsToldInTheForm() {
    start();
    search.pick(search.found().getFirst());
    visit.server.up = false;
    company.openPicked(() -> {});
    visit.fx.settle();
    assertThat(company.problemProperty().get()).contains("no connection");
  }

  @Test
  void aStatusIsGoneAtItsEndWithoutAWord() {
    long end = visit.fx.millis() + Duration.ofMinutes(30).toMillis();
    visit.presence(ANN, Presence.ONLINE, new Status("", "In a meeting", end));
    assertThat(company.book().status(ANN.id()).text()).isEqualTo("In a meeting");
    visit.fx.pass(Duration.ofMinutes(29));
    assertThat(company.book().status(ANN.id())).isNotNull();
    visit.fx.pass(Duration.ofMinutes(2));
    assertThat(company.book().status(ANN.id())).isNull();
  }

  @Test
  void theMembersShowAStatusAsLongAsItHolds() {
    long end = visit.fx.millis() + Duration.ofMinutes(5).toMillis();
    visit.server.members.put(
        Say.room("lobby").id(),
        java.util.List.of(
            new Member(ANN, Presence.ONLINE, Rank.MEMBER, new Status("", "Lunch", end), 0, 0)));
    visit.home().rooms().selectedProperty().set(null);
    visit.home().rooms().selectedProperty().set(visit.item("lobby"));
    visit.fx.settle();
    assertThat(visit.home().people().people().getFirst().status().text()).isEqualTo("Lunch");
    visit.fx.pass(Duration.ofMinutes(6));
    assertThat(visit.home().people().people().getFirst().status()).isNull();
  }

  @Test
  void myStatusIsSaidWithItsEndAndShownAtOnce() {
    StatusModel status = company.status();
    status.edit();
    status.choose(StatusModel.suggestions().getFirst());
    status.expiryProperty().set(Expiry.HALF_HOUR);
    long end = visit.fx.millis() + Duration.ofMinutes(30).toMillis();
    status.save(() -> {});
    visit.fx.settle();
    assertThat(status.statusProperty().get().text()).isEqualTo("In a meeting");
    assertThat(status.statusProperty().get().until()).isEqualTo(end);
    assertThat(visit.server.asked).anyMatch(said -> said.contains("until=" + end));
    status.clear(() -> {});
    visit.fx.settle();
    assertThat(status.statusProperty().get()).isNull();
    assertThat(visit.server.asked).contains("status null");
  }

  @Test
  void todayEndsAtMidnightWhereIAm() {
    StatusModel status = company.status();
    status.textProperty().set("Working from home");
    status.expiryProperty().set(Expiry.TODAY);
    status.save(() -> {});
    visit.fx.settle();
    long until = status.statusProperty().get().until();
    assertThat(until % Duration.ofDays(1).toMillis()).isZero();
    assertThat(until - visit.fx.millis()).isBetween(1L, Duration.ofDays(1).toMillis());
  }

  @Test
  void aStatusThatIsTooLongStaysInTheForm() {
    StatusModel status = company.status();
    status.textProperty().set("x".repeat(200));
    status.save(() -> {});
    assertThat(status.problemProperty().get()).contains("100");
    assertThat(visit.server.asked).noneMatch(said -> said.startsWith("status"));
  }

  @Test
  void whomIBlockIsBlockedOnAllMyDevices() {
    company.block(ANN.id(), true);
    assertThat(visit.server.asked).contains("keep block/u-Ann-Bell on");
    assertThat(company.blocks(ANN.id())).isTrue();
    visit.keeps("block/u-Ann-Bell", null);
    assertThat(company.blocks(ANN.id())).isFalse();
  }

  @Test
  void whomIBlockIsNotSaidToBeTyping() {
    visit.home().rooms().openByName("lobby", false);
    visit.keeps("block/" + ANN.id(), "on");
    visit.typing(Say.LOBBY, ANN);
    assertThat(visit.home().people().typingProperty().get()).isEmpty();
    visit.typing(Say.LOBBY, BEN);
    assertThat(visit.home().people().typingProperty().get()).isEqualTo("Ben Roth is typing…");
    visit.keeps("block/" + ANN.id(), null);
    visit.typing(Say.LOBBY, ANN);
    assertThat(visit.home().people().typingProperty().get()).contains("Ann Bell");
  }

  @Test
  void whileThereIsNoConnectionNobodyIsShownAsHere() {
    visit.link(LinkState.LIVE);
    assertThat(company.book().presence(ANN.id())).isEqualTo(Presence.ONLINE);
    visit.link(LinkState.WAITING);
    visit.link(LinkState.CONNECTING);
    visit.fx.pass(Duration.ofMillis(900));
    assertThat(company.book().presence(ANN.id())).as("a short break").isEqualTo(Presence.ONLINE);
    visit.fx.pass(Duration.ofMillis(200));
    assertThat(company.book().presence(ANN.id())).isEqualTo(Presence.OFFLINE);
    assertThat(company.book().presence(Say.ME.id())).isEqualTo(Presence.ONLINE);
    visit.link(LinkState.LIVE);
    assertThat(company.book().presence(ANN.id())).isEqualTo(Presence.ONLINE);
  }

  private void start() {
    company.choose();
    visit.fx.settle();
  }

  private long questions() {
    return visit.server.asked.stream().filter(said -> said.startsWith("people ")).count();
  }
}
