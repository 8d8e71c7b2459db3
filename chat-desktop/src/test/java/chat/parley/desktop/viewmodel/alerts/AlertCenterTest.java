package chat.parley.desktop.viewmodel.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.desktop.testing.FakeFx;
import chat.parley.desktop.testing.Say;
import chat.parley.desktop.viewmodel.Toast;
import chat.parley.desktop.viewmodel.alerts.Reader.View;
import chat.parley.model.Presence;
import chat.parley.model.Room;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomState;
import chat.parley.model.Ties;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertCenterTest {
  private static final Room GENERAL = room("general", RoomKind.PUBLIC);
  private static final Room KITCHEN = room("kitchen", RoomKind.PUBLIC);
  private static final Room ANN = room("Ann Bell", RoomKind.DIRECT);

  private final FakeFx fx = new FakeFx();
  private final Desk desk = new Desk();
  private final SomeThreads threads = new SomeThreads();
  private final Outlet outlet = new Outlet();
  private final ObservableList<Toast> toasts = FXCollections.observableArrayList();
  private final ObjectProperty<AlertPreferences> chosen =
      new SimpleObjectProperty<>(AlertPreferences.USUAL.withSound(true));
  private RoomLevels levels = RoomLevels.USUAL;
  private AlertCenter center;

  @BeforeEach
  void enter() {
    Locale.setDefault(Locale.UK);
    center =
        new AlertCenter(
            desk,
            chosen,
            (room, kind) -> levels.of(room, kind),
            threads,
            outlet,
            toasts,
            fx.surroundings());
    center.onSession(Say.ME, List.of(state(GENERAL, 0, 0), state(KITCHEN, 0, 0), state(ANN, 0, 0)));
    center.onLive(true);
  }

  @Test
  void aMentionIsShownBySystemWithAuthorRoomAndWords() {
    says(GENERAL, 1, "Hello\n  @Me", true);
    assertThat(outlet.shown).containsExactly("Ben in #general: Hello @Me");
    assertThat(outlet.chimes).isEqualTo(1);
    assertThat(toasts).isEmpty();
  }

  @Test
  void itsClickOpensThatVeryMessage() {
    says(GENERAL, 7, "@Me", true);
    outlet.notices.getFirst().open().run();
    assertThat(desk.opened).containsExactly(GENERAL.id() + " 7");
  }

  @Test
  void aDirectMessageNeedsNoMention() {
    says(ANN, 1, "Lunch?", false);
    assertThat(outlet.shown).containsExactly("Ben: Lunch?");
  }

  @Test
  void whoLooksAtTheWindowIsToldInIt() {
    desk.view = View.OTHER_ROOM;
    says(GENERAL, 1, "@Me", true);
    assertThat(outlet.shown).isEmpty();
    assertThat(toasts).extracting(Toast::spoken).containsExactly("Ben in #general. @Me");
    toasts.getFirst().action().run();
    assertThat(desk.opened).containsExactly(GENERAL.id() + " 1");
  }

  @Test
  void whatTheSystemDoesNotShowIsShownInTheWindow() {
    outlet.broken = true;
    says(GENERAL, 1, "@Me", true);
    assertThat(toasts).extracting(Toast::spoken).containsExactly("Ben in #general. @Me");
  }

  @Test
  void theRoomInFrontSaysItItself() {
    desk.view = View.READING;
    says(GENERAL, 1, "@Me", true);
    assertThat(outlet.shown).isEmpty();
    assertThat(toasts).isEmpty();
    assertThat(outlet.chimes).isZero();
  }

  @Test
  void hiddenContentNamesTheRoomAndNothingElse() {
    chosen.set(chosen.get().withHideContent(true));
    says(GENERAL, 1, "@Me secret", true);
    says(ANN, 1, "secret", false);
    fx.pass(Gathering.PAUSE);
    assertThat(outlet.shown)
        .containsExactly("Parley: New message in #general", "Parley: New direct message");
  }

  @Test
  void aBurstIsOneMessageAndThenASummary() {
    levels = (_, _) -> new RoomLevels.Choice(Level.ALL, false);
    for (int i = 1; i <= 500; i++) {
      says(GENERAL, i, "line " + i, false);
    }
    assertThat(outlet.shown).containsExactly("Ben in #general: line 1");
    fx.pass(Gathering.PAUSE);
    assertThat(outlet.shown).hasSize(2).last().isEqualTo("#general: 499 new messages");
    fx.pass(Duration.ofMinutes(1));
    assertThat(outlet.shown).hasSize(2);
    assertThat(outlet.chimes).isEqualTo(2);
  }

  @Test
  void whatWasMissedIsOneSummaryWhenAllOfItIsThere() {
    center.onLive(false);
    for (int i = 1; i <= 6; i++) {
      says(GENERAL, i, "@Me", true);
      says(ANN, i, "hello", false);
    }
    says(KITCHEN, 1, "nobody is named", false);
    fx.pass(Duration.ofMinutes(1));
    assertThat(outlet.shown).isEmpty();
    center.onLive(true);
    assertThat(outlet.shown).containsExactly("Parley: 12 new messages in 2 rooms");
    assertThat(outlet.chimes).isEqualTo(1);
  }

  @Test
  void oneMissedMessageIsShownAsItself() {
    center.onLive(false);
    says(GENERAL, 1, "@Me where are you?", true);
    center.onLive(true);
    assertThat(outlet.shown).containsExactly("Ben in #general: @Me where are you?");
  }

  @Test
  void whatWasReadElsewhereMeanwhileIsNotTold() {
    center.onLive(false);
    says(GENERAL, 1, "@Me", true);
    center.onRoom(new RoomState(GENERAL, 1, 1, 0, 0));
    center.onLive(true);
    assertThat(outlet.shown).isEmpty();
  }

  @Test
  void whatWasReadWhileItWaitedIsNotCountedWithWhatFollows() {
    says(GENERAL, 1, "@Me one", true);
    says(GENERAL, 2, "@Me two", true);
    center.onRoom(new RoomState(GENERAL, 2, 2, 0, 0));
    says(GENERAL, 3, "@Me three", true);
    fx.pass(Gathering.PAUSE);
    assertThat(outlet.shown).hasSize(2).last().isEqualTo("Ben in #general: @Me three");
  }

  @Test
  void readingElsewhereTakesBackWhatIsShown() {
    says(GENERAL, 1, "@Me", true);
    desk.view = View.OTHER_ROOM;
    fx.pass(Gathering.PAUSE);
    says(KITCHEN, 1, "@Me", true);
    assertThat(toasts).hasSize(1);
    center.onRoom(new RoomState(GENERAL, 1, 1, 0, 0));
    center.onRoom(new RoomState(KITCHEN, 1, 1, 0, 0));
    assertThat(outlet.withdrawn).contains(GENERAL.id(), KITCHEN.id());
    assertThat(toasts).isEmpty();
  }

  @Test
  void aReplyInAThreadThatIFollowIsToldAsAMentionIs() {
    threads.followed.add(1L);
    replies(GENERAL, 1, 5, "I do");
    assertThat(outlet.shown).containsExactly("Ben in a thread of #general: I do");
    assertThat(center.badgeProperty().get()).isEqualTo(1);
    outlet.notices.getFirst().open().run();
    assertThat(desk.opened).containsExactly(GENERAL.id() + " 5");
  }

  @Test
  void whatIsSaidInOtherThreadsIsNotToldEvenWhereAllOfARoomIs() {
    levels = (_, _) -> new RoomLevels.Choice(Level.ALL, false);
    replies(GENERAL, 1, 5, "nobody follows");
    fx.pass(Duration.ofMinutes(1));
    assertThat(outlet.shown).isEmpty();
    replies(ANN, 1, 5, "said to me alone");
    assertThat(outlet.shown).containsExactly("Ben: said to me alone");
  }

  @Test
  void aReplyIsToldBesideItsRoomButNotInsideTheThread() {
    threads.followed.add(1L);
    desk.view = View.READING;
    desk.thread = 1;
    replies(GENERAL, 1, 5, "in sight");
    assertThat(toasts).isEmpty();
    desk.thread = 0;
    replies(GENERAL, 1, 6, "out of sight");
    assertThat(toasts)
        .extracting(Toast::spoken)
        .containsExactly("Ben in a thread of #general. out of sight");
  }

  @Test
  void aReplyIsTakenBackWhenItsThreadIsReadAndNotWithTheRoom() {
    threads.followed.add(1L);
    desk.view = View.OTHER_ROOM;
    replies(GENERAL, 1, 5, "I do");
    center.onRoom(new RoomState(GENERAL, 5, 5, 0, 0));
    assertThat(toasts).hasSize(1);
    threads.read = 5;
    center.readInThread(GENERAL.id());
    assertThat(toasts).isEmpty();
    assertThat(outlet.withdrawn).containsExactly(GENERAL.id());
  }

  @Test
  void nothingIsToldOfThreadsOfAMutedRoom() {
    threads.followed.add(1L);
    levels = (_, _) -> new RoomLevels.Choice(Level.ALL, true);
    replies(GENERAL, 1, 5, "psst");
    fx.pass(Duration.ofMinutes(1));
    assertThat(outlet.shown).isEmpty();
    assertThat(center.badgeProperty().get()).isZero();
  }

  @Test
  void theBadgeCountsMentionsAndDirectMessagesAndNothingOfMutedRooms() {
    center.onSession(
        Say.ME,
        List.of(
            new RoomState(GENERAL, 50, 0, 50, 2),
            new RoomState(KITCHEN, 9, 0, 9, 4),
            new RoomState(ANN, 3, 0, 3, 0)));
    assertThat(center.badgeProperty().get()).isEqualTo(2 + 4 + 3);
    levels =
        (room, kind) ->
            room.equals(KITCHEN.id())
                ? new RoomLevels.Choice(Level.ALL, true)
                : RoomLevels.Choice.usual(kind);
    center.onRoom(new RoomState(ANN, 3, 2, 1, 0));
    assertThat(center.badgeProperty().get()).isEqualTo(2 + 1);
    chosen.set(chosen.get().withBadge(false));
    assertThat(center.badgeProperty().get()).isZero();
    center.onEnd();
    chosen.set(chosen.get().withBadge(true));
    assertThat(center.badgeProperty().get()).isZero();
  }

  @Test
  void aRoomThatIsMutedIsNoLongerInTheBadgeAtOnce() {
    center.onRoom(new RoomState(KITCHEN, 9, 0, 9, 4));
    levels = (_, _) -> new RoomLevels.Choice(Level.ALL, true);
    center.levelsChanged();
    assertThat(center.badgeProperty().get()).isZero();
    levels = RoomLevels.USUAL;
    center.levelsChanged();
    assertThat(center.badgeProperty().get()).isEqualTo(4);
  }

  @Test
  void aKeywordTellsAndCountsUntilItIsRead() {
    chosen.set(chosen.get().withKeywords(List.of("printer")));
    says(GENERAL, 4, "The Printer is on fire", false);
    assertThat(outlet.shown).containsExactly("Ben in #general: The Printer is on fire");
    center.onRoom(new RoomState(GENERAL, 4, 3, 1, 0));
    assertThat(center.badgeProperty().get()).isEqualTo(1);
    center.onRoom(new RoomState(GENERAL, 4, 4, 0, 0));
    assertThat(center.badgeProperty().get()).isZero();
  }

  /** The server counts it, as it does for a computer that comes later. */
  @Test
  void whatCallsTheWholeRoomTellsAndIsCountedOnce() {
    var said = Say.message(4, "Ben", Say.MORNING, "@room the lift is back");
    center.onSession(Say.ME, List.of(Say.state("lobby", 3, 3, 0)));
    center.onLive(true);
    center.onEvents(Say.LOBBY, List.of(Say.calling(said, Ties.Call.ROOM)));
    center.onRoom(new RoomState(Say.room("lobby"), 4, 3, 1, 1));
    fx.settle();
    assertThat(outlet.shown).containsExactly("Ben in #lobby: @room the lift is back");
    assertThat(center.badgeProperty().get()).isEqualTo(1);
  }

  /** The clock of these tests stands at 08:53 in the morning, UTC. */
  @Test
  void quietHoursHoldByTheLocalClock() {
    var early =
        new QuietHours(true, LocalTime.of(22, 0), LocalTime.of(9, 0), QuietHours.everyDay());
    chosen.set(chosen.get().withQuietHours(early));
    says(GENERAL, 1, "@Me", true);
    assertThat(outlet.shown).isEmpty();
    fx.pass(Duration.ofHours(1));
    says(GENERAL, 2, "@Me again", true);
    assertThat(outlet.shown).containsExactly("Ben in #general: @Me again");
  }

  @Test
  void longTextIsCutBetweenCharactersAndTurnsNothingAround() {
    assertThat(AlertWords.shortened("🎉".repeat(500)))
        .hasSize(2 * (AlertWords.LONGEST - 1) + 1)
        .endsWith("🎉…");
    assertThat(AlertWords.shortened("a\u202Eb\u0007 \n\t c")).isEqualTo("ab c");
  }

  private void says(Room room, long seq, String body, boolean namesMe) {
    List<UserId> mentions = namesMe ? List.of(Say.ME.id()) : List.of();
    var message =
        new Event.Message(
            room.id(), seq, new UserId("u-ben"), "Ben", Say.MORNING, body, mentions, null);
    center.onEvents(room.id(), List.of(message));
    fx.settle();
  }

  private void replies(Room room, long root, long seq, String body) {
    var ben = new UserId("u-ben");
    var plain = new Event.Message(room.id(), seq, ben, "Ben", Say.MORNING, body, List.of(), null);
    center.onEvents(room.id(), List.of(Say.under(root, plain)));
    fx.settle();
  }

  private static Room room(String name, RoomKind kind) {
    return new Room(new RoomId("r-" + name.replace(' ', '-')), name, kind, "");
  }

  private static RoomState state(Room room, long head, long read) {
    return new RoomState(room, head, read, head - read, 0);
  }

  private static final class Desk implements Standpoint {
    View view = View.ELSEWHERE;
    long thread;
    final List<String> opened = new ArrayList<>();

    @Override
    public View view(RoomId room) {
      return view;
    }

    @Override
    public Presence presence() {
      return Presence.ONLINE;
    }

    @Override
    public boolean blocked(UserId user) {
      return false;
    }

    @Override
    public boolean looksAt(RoomId room, long root) {
      return root == thread;
    }

    @Override
    public void open(Event.Message message) {
      opened.add(message.room() + " " + message.seq());
    }
  }

  private static final class SomeThreads implements Threads {
    final Set<Long> followed = new HashSet<>();
    long read;

    @Override
    public void followed(RoomId room, long root, Consumer<Boolean> answer) {
      answer.accept(followed.contains(root));
    }

    @Override
    public long read(RoomId room, long root) {
      return read;
    }
  }

  private static final class Outlet implements AlertOutlet {
    final List<String> shown = new ArrayList<>();
    final List<Notice> notices = new ArrayList<>();
    final List<RoomId> withdrawn = new ArrayList<>();
    boolean broken;
    int chimes;

    @Override
    public void show(Notice notice, Fate fate) {
      if (broken) {
        fate.failed();
        return;
      }
      notices.add(notice);
      shown.add(notice.title() + ": " + notice.text());
      fate.shown();
    }

    @Override
    public void withdraw(RoomId room) {
      withdrawn.add(room);
    }

    @Override
    public void chime() {
      chimes++;
    }
  }
}
