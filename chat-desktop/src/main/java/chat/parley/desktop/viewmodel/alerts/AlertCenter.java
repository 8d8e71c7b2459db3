package chat.parley.desktop.viewmodel.alerts;

import chat.parley.desktop.viewmodel.Toast;
import chat.parley.desktop.viewmodel.Witness;
import chat.parley.desktop.viewmodel.alerts.Arrival.Standing;
import chat.parley.desktop.viewmodel.alerts.Arrival.Under;
import chat.parley.desktop.viewmodel.alerts.Gathering.Tally;
import chat.parley.desktop.viewmodel.alerts.Verdict.Show;
import chat.parley.desktop.viewmodel.outside.Surroundings;
import chat.parley.model.RoomId;
import chat.parley.model.RoomKind;
import chat.parley.model.RoomState;
import chat.parley.model.User;
import chat.parley.model.UserId;
import chat.parley.protocol.Event;
import java.time.LocalDateTime;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Tells a person of what is said on one server, and counts what waits there. FX thread. */
public final class AlertCenter implements Witness {
  private final Standpoint standpoint;
  private final ObservableValue<AlertPreferences> preferences;
  private final RoomLevels levels;
  private final Threads threads;
  private final AlertOutlet outlet;
  private final Surroundings around;
  private final Gathering gathering;
  private final RoomCounts counts = new RoomCounts();
  private final ShownNotices shown;
  private final ReadOnlyIntegerWrapper badge = new ReadOnlyIntegerWrapper(this, "badge");
  private Keywords keywords = new Keywords(List.of());
  private @Nullable UserId me;

  /**
   * @param toasts where a notice goes that is shown in the window
   */
  public AlertCenter(
      Standpoint standpoint,
      ObservableValue<AlertPreferences> preferences,
      RoomLevels levels,
      Threads threads,
      AlertOutlet outlet,
      ObservableList<Toast> toasts,
      Surroundings around) {
    this.standpoint = standpoint;
    this.preferences = preferences;
    this.levels = levels;
    this.threads = threads;
    this.outlet = outlet;
    this.around = around;
    gathering = new Gathering(around.fx(), this::tell);
    shown = new ShownNotices(outlet, toasts);
    preferences.subscribe(this::choose);
  }

  /** Unread messages that concern me; 0 while no badge is wanted. */
  public ReadOnlyIntegerProperty badgeProperty() {
    return badge.getReadOnlyProperty();
  }

  /** I want to be told of other rooms than before. */
  public void levelsChanged() {
    count();
  }

  /** I saw replies in a thread of that room, on any device. */
  public void readInThread(RoomId room) {
    forgetRead(room);
  }

  private void choose(AlertPreferences now) {
    keywords = new Keywords(now.keywords());
    count();
  }

  @Override
  public void onSession(User user, List<RoomState> rooms) {
    me = user.id();
    counts.become(rooms);
    gathering.hold();
    count();
  }

  @Override
  public void onLive(boolean live) {
    if (live) {
      gathering.release();
    } else {
      gathering.hold();
    }
  }

  @Override
  public void onRoom(RoomState state) {
    counts.put(state);
    if (state.unread() == 0) {
      forgetRead(state.room().id());
    }
    count();
  }

  /** What waits to be told of a room, or is shown of it, may be old now. */
  private void forgetRead(RoomId room) {
    gathering.forget(room, alert -> !isUnread(alert));
    shown.withdraw(room, alert -> !isUnread(alert));
  }

  @Override
  public void onRoomRemoved(RoomId room) {
    counts.remove(room);
    shown.withdraw(room);
    count();
  }

  @Override
  public void onEvents(RoomId room, List<Event.RoomEvent> events) {
    RoomState state = counts.find(room);
    if (state == null || me == null) {
      return;
    }
    for (Event.RoomEvent event : events) {
      if (event instanceof Event.Message message) {
        arrived(message, state, me);
      }
    }
    count();
  }

  @Override
  public void onEnd() {
    shown.clear();
    counts.clear();
    gathering.clear();
    me = null;
    count();
  }

  private void arrived(Event.Message message, RoomState state, UserId self) {
    Standing standing = standing(message, state, self);
    long root = message.ties().thread();
    if (root == 0 || standing != Standing.FRESH) {
      hear(message, standing, Under.NOTHING);
      return;
    }
    threads.followed(
        message.room(),
        root,
        followed -> {
          boolean seen = followed && message.seq() <= threads.read(message.room(), root);
          hear(
              message,
              seen ? Standing.READ : Standing.FRESH,
              followed ? Under.FOLLOWED : Under.OTHER_THREAD);
          count();
        });
  }

  private void hear(Event.Message message, Standing standing, Under under) {
    RoomState state = counts.find(message.room());
    if (state == null || me == null) {
      return; // Not in that room any more.
    }
    boolean direct = state.room().kind() == RoomKind.DIRECT;
    Naming naming = Naming.of(message, me, keywords);
    var arrival =
        new Arrival(
            standing, naming, under, direct, levels.of(state.room().id(), state.room().kind()));
    var alert = new Alert(message, state.room(), arrival);
    Verdict verdict = decide(alert);
    boolean counted = direct || naming != Naming.KEYWORD && naming != Naming.NOBODY;
    if (verdict.badge() && !counted && message.seq() > state.read()) {
      counts.concernsMe(message.room(), message.seq());
    }
    if (verdict.show() != Show.NOTHING) {
      gathering.add(alert);
    }
  }

  private Standing standing(Event.Message message, RoomState state, UserId self) {
    if (message.from().equals(self)) {
      return Standing.OWN;
    }
    if (message.seq() <= state.read()) {
      return Standing.READ;
    }
    return standpoint.blocked(message.from()) ? Standing.BLOCKED : Standing.FRESH;
  }

  private Verdict decide(Alert alert) {
    AlertPreferences chosen = preferences.getValue();
    var now = LocalDateTime.ofInstant(around.clock().instant(), around.zone());
    var reader = new Reader(view(alert), standpoint.presence(), chosen.quietHours().contain(now));
    return AlertRule.decide(alert.arrival(), reader, chosen);
  }

  /** Whoever has the room in front does not see what is said in its threads. */
  private Reader.View view(Alert alert) {
    RoomId room = alert.room().id();
    Reader.View view = standpoint.view(room);
    if (alert.arrival().under() != Under.FOLLOWED || view == Reader.View.ELSEWHERE) {
      return view;
    }
    return standpoint.looksAt(room, alert.message().ties().thread())
        ? Reader.View.READING
        : Reader.View.OTHER_ROOM;
  }

  /** What was gathered may be read by now, or the person back at the window: asked once more. */
  private void tell(List<Tally> gathered) {
    List<Tally> told =
        gathered.stream()
            .filter(
                tally -> isUnread(tally.newest()) && decide(tally.newest()).show() != Show.NOTHING)
            .toList();
    if (told.isEmpty()) {
      return;
    }
    Notice notice = notice(told);
    Verdict verdict = decide(told.getLast().newest());
    shown.show(notice, told.getLast().newest(), verdict.show());
    if (verdict.sound()) {
      outlet.chime();
    }
  }

  private boolean isUnread(Alert alert) {
    Event.Message said = alert.message();
    RoomState state = counts.find(said.room());
    if (state == null) {
      return false;
    }
    return alert.arrival().under() == Under.FOLLOWED
        ? said.seq() > threads.read(said.room(), said.ties().thread())
        : said.seq() > state.read();
  }

  private Notice notice(List<Tally> told) {
    Event.Message newest = told.getLast().newest().message();
    AlertWords words = AlertWords.of(told, preferences.getValue().hideContent());
    return new Notice(newest.room(), words.title(), words.text(), () -> standpoint.open(newest));
  }

  private void count() {
    badge.set(preferences.getValue().badge() ? counts.total(levels) : 0);
  }
}
