package chat.parley.desktop.viewmodel.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.client.Outgoing;
import chat.parley.client.RefusedException;
import chat.parley.desktop.testing.Say;
import chat.parley.desktop.testing.Visit;
import chat.parley.desktop.viewmodel.ComposerModel;
import chat.parley.desktop.viewmodel.Person;
import chat.parley.desktop.viewmodel.Toast;
import chat.parley.model.Member;
import chat.parley.model.Nonce;
import chat.parley.model.Posting;
import chat.parley.model.Presence;
import chat.parley.model.Rank;
import chat.parley.model.Room;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import chat.parley.protocol.Command;
import chat.parley.protocol.ErrorCode;
import chat.parley.protocol.Event;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Muting, slow mode, and what those see whom it concerns. */
class OrderModelTest {
  private static final User BEN = Visit.user("Ben Roth");
  private static final User CLEO = Visit.user("Cleo");

  private final RoomState kitchen = Visit.room("kitchen", Rank.MODERATOR, Posting.EVERYBODY, false);
  private final RoomState lobby = Visit.room("lobby", Rank.MEMBER, Posting.EVERYBODY, false);
  private final Visit visit = new Visit(kitchen, lobby);

  @Test
  void aModeratorMutesMembersAndSeesInTheListThatItIsSo() {
    members(0);
    show("kitchen");
    assertThat(details().rightsProperty().get().mute(person("Ben Roth"))).isTrue();
    assertThat(details().rightsProperty().get().mute(person("Cleo"))).as("a moderator").isFalse();
    members(visit.fx.millis() + 600_000);
    visit.home().shown().order().mute(person("Ben Roth"), 600);
    visit.fx.settle();
    assertThat(visit.server.asked)
        .contains(new Command.Mute(1, kitchen.room().id(), BEN.id(), 600).toString());
    assertThat(person("Ben Roth").mutedUntil()).isPositive();
  }

  @Test
  void whoIsNoModeratorIsNotOfferedIt() {
    show("kitchen");
    visit.server.members.put(lobby.room().id(), List.of(new Member(BEN, Presence.ONLINE)));
    show("lobby");
    assertThat(details().rightsProperty().get().moderates()).isFalse();
    assertThat(details().rightsProperty().get().mute(person("Ben Roth"))).isFalse();
  }

  @Test
  void aRefusalIsShownAsItsSentence() {
    show("kitchen");
    visit.server.replies.put(
        Command.SlowMode.class,
        _ -> {
          throw new RefusedException(ErrorCode.FORBIDDEN, "Only moderators can do that.");
        });
    visit.home().shown().order().slow(30);
    visit.fx.settle();
    assertThat(visit.app.toasts())
        .extracting(Toast::text)
        .containsExactly("Only moderators can do that.");
  }

  @Test
  void whoIsMutedReadsUntilWhenAndMayWriteWhenItIsOver() {
    show("lobby");
    long until = visit.fx.millis() + 600_000;
    visit.tells(new RoomState(lobby.room(), 0, 0, 0, 0, Rank.MEMBER, List.of(), until, 0));
    assertThat(details().closedBecauseProperty().get()).startsWith("You may not write here until ");
    visit.fx.pass(Duration.ofMinutes(10));
    assertThat(details().closedBecauseProperty().get()).isEmpty();
  }

  @Test
  void slowModeCountsTheSecondsAfterWhatIWrote() {
    show("lobby");
    slow(lobby, Rank.MEMBER, 10);
    ComposerModel composer = visit.home().composer();
    composer.textProperty().set("And another thing");
    assertThat(composer.canSendProperty().get()).isTrue();
    sent(lobby);
    assertThat(composer.objectionProperty().get())
        .isEqualTo("Slow mode: you can write again in 10 seconds");
    assertThat(composer.canSendProperty().get()).isFalse();
    visit.fx.pass(Duration.ofSeconds(9));
    assertThat(composer.objectionProperty().get())
        .isEqualTo("Slow mode: you can write again in 1 second");
    visit.fx.pass(Duration.ofSeconds(1));
    assertThat(composer.objectionProperty().get()).isEmpty();
    assertThat(composer.canSendProperty().get()).isTrue();
  }

  @Test
  void afterARestartSlowModeCountsFromWhatIsKept() {
    show("kitchen");
    visit.kept.put(
        lobby.room().id(),
        List.of(
            new Event.Message(
                lobby.room().id(),
                1,
                Say.ME.id(),
                Say.ME.name(),
                visit.fx.millis() - 4_000,
                "Before the restart",
                List.of(),
                null)));
    slow(lobby, Rank.MEMBER, 10);
    show("lobby");
    ComposerModel composer = visit.home().composer();
    assertThat(composer.objectionProperty().get())
        .isEqualTo("Slow mode: you can write again in 6 seconds");
    visit.fx.pass(Duration.ofSeconds(6));
    assertThat(composer.objectionProperty().get()).isEmpty();
  }

  @Test
  void whatISayOnAnotherDeviceCountsForSlowModeToo() {
    show("lobby");
    slow(lobby, Rank.MEMBER, 10);
    visit.happens(
        lobby.room().id(),
        new Event.Message(
            lobby.room().id(),
            1,
            Say.ME.id(),
            Say.ME.name(),
            visit.fx.millis() + 60_000,
            "By a server whose clock is fast",
            List.of(),
            null));
    assertThat(visit.home().composer().objectionProperty().get())
        .isEqualTo("Slow mode: you can write again in 10 seconds");
  }

  @Test
  void reportsThatComeAreCountedForTheirRoom() {
    show("lobby");
    visit.reports(new Event.Reported(lobby.room().id(), 2));
    visit.reports(new Event.Reported(kitchen.room().id(), 1));
    OrderModel order = visit.home().shown().order();
    assertThat(order.waitingProperty().get()).isEqualTo(2);
    assertThat(visit.home().waiting().totalProperty().get()).isEqualTo(3);
    show("kitchen");
    assertThat(order.waitingProperty().get()).isEqualTo(1);
    visit.server.replies.put(Command.Reports.class, _ -> new Event.ReportList(1, List.of(), 0));
    order.reports().shelf().refresh();
    visit.fx.settle();
    long asked = asked("Reports");
    visit.reports(new Event.Reported(kitchen.room().id(), 0));
    assertThat(order.waitingProperty().get()).isZero();
    assertThat(asked("Reports")).isEqualTo(asked + 1);
  }

  @Test
  void inAnotherRoomAndForModeratorsThereIsNoWaiting() {
    show("lobby");
    slow(lobby, Rank.MEMBER, 10);
    sent(lobby);
    show("kitchen");
    assertThat(visit.home().composer().objectionProperty().get()).isEmpty();
    show("lobby");
    assertThat(visit.home().composer().objectionProperty().get()).isNotEmpty();
    slow(lobby, Rank.MODERATOR, 10);
    assertThat(visit.home().composer().objectionProperty().get()).isEmpty();
  }

  private long asked(String kind) {
    return visit.server.asked.stream().filter(asked -> asked.startsWith(kind)).count();
  }

  private void slow(RoomState of, Rank rank, int seconds) {
    Room room =
        new Room(
            of.room().id(),
            of.room().name(),
            RoomKind.PRIVATE,
            "",
            "",
            Posting.EVERYBODY,
            false,
            seconds);
    visit.tells(new RoomState(room, 0, 0, 0, 0, rank, List.of()));
  }

  private void sent(RoomState in) {
    visit.outgoing(
        new Outgoing(
            in.room().id(),
            new Nonce("n1"),
            "One thing",
            visit.fx.millis(),
            Outgoing.State.SENT,
            null,
            1));
  }

  private void members(long bensMute) {
    visit.server.members.put(
        kitchen.room().id(),
        List.of(
            new Member(BEN, Presence.ONLINE, Rank.MEMBER, null, 0, 0, bensMute),
            new Member(CLEO, Presence.ONLINE, Rank.MODERATOR, null, 0, 0)));
  }

  private void show(String room) {
    visit.home().rooms().selectedProperty().set(visit.item(room));
    visit.fx.settle();
  }

  private RoomDetailsModel details() {
    return visit.home().shown().details();
  }

  private Person person(String name) {
    return visit.home().people().people().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
