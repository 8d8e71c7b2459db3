package chat.parley.desktop.viewmodel.alerts;

import chat.parley.desktop.viewmodel.Toast;
import chat.parley.desktop.viewmodel.Witness;
import chat.parley.desktop.viewmodel.alerts.Arrival.Standing;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final AlertOutlet outlet;
  private final ObservableList<Toast> toasts;
  private final Surroundings around;
  private final Gathering gathering;
  private final RoomCounts counts = new RoomCounts();
  private final Map<RoomId, Toast> toastOf = new HashMap<>();
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
      AlertOutlet outlet,
      ObservableList<Toast> toasts,
      Surroundings around) {
    this.standpoint = standpoint;
    this.preferences = preferences;
    this.levels = levels;
    this.outlet = outlet;
    this.toasts = toasts;
    this.around = around;
    gathering = new Gathering(around.fx(), this::tell);
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
      gathering.forget(state.room().id());
      withdraw(state.room().id());
    }
    count();
  }

  @Override
  public void onRoomRemoved(RoomId room) {
    counts.remove(room);
    withdraw(room);
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
    List.copyOf(toastOf.keySet()).forEach(this::withdraw);
    counts.clear();
    gathering.clear();
    me = null;
    count();
  }

  private void arrived(Event.Message message, RoomState state, UserId self) {
    boolean direct = state.room().kind() == RoomKind.DIRECT;
    Naming naming = Naming.of(message, self, keywords);
    var arrival =
        new Arrival(
            standing(message, state, self),
            naming,
            direct,
            levels.of(state.room().id(), state.room().kind()));
    Verdict verdict = decide(message.room(), arrival);
    if (verdict.badge() && !direct && naming == Naming.KEYWORD) {
      counts.concernsMe(message.room(), message.seq());
    }
    if (verdict.show() != Show.NOTHING) {
      gathering.add(new Alert(message, state.room(), arrival));
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

  private Verdict decide(RoomId room, Arrival arrival) {
    AlertPreferences chosen = preferences.getValue();
    var now = LocalDateTime.ofInstant(around.clock().instant(), around.zone());
    var reader =
        new Reader(standpoint.view(room), standpoint.presence(), chosen.quietHours().contain(now));
    return AlertRule.decide(arrival, reader, chosen);
  }

  /** What was gathered may be read by now, or the person back at the window: asked once more. */
  private void tell(List<Tally> gathered) {
    List<Tally> told =
        gathered.stream()
            .filter(tally -> isUnread(tally) && decide(tally.newest()).show() != Show.NOTHING)
            .toList();
    if (told.isEmpty()) {
      return;
    }
    Notice notice = notice(told);
    Verdict verdict = decide(told.getLast().newest());
    if (verdict.show() == Show.NATIVE) {
      outlet.show(notice, new ElseToast(notice));
    } else {
      toast(notice);
    }
    if (verdict.sound()) {
      outlet.chime();
    }
  }

  private Verdict decide(Alert alert) {
    return decide(alert.room().id(), alert.arrival());
  }

  private boolean isUnread(Tally tally) {
    Event.Message newest = tally.newest().message();
    RoomState state = counts.find(newest.room());
    return state != null && newest.seq() > state.read();
  }

  private Notice notice(List<Tally> told) {
    Event.Message newest = told.getLast().newest().message();
    AlertWords words = AlertWords.of(told, preferences.getValue().hideContent());
    return new Notice(
        newest.room(),
        words.title(),
        words.text(),
        () -> standpoint.open(newest.room(), newest.seq()));
  }

  private void toast(Notice notice) {
    Toast toast = Toast.opening(notice.title(), notice.text(), notice.open());
    Toast before = toastOf.put(notice.room(), toast);
    if (before != null) {
      toasts.remove(before);
    }
    toasts.add(toast);
  }

  private void withdraw(RoomId room) {
    Toast shown = toastOf.remove(room);
    if (shown != null) {
      toasts.remove(shown);
    }
    outlet.withdraw(room);
  }

  private void count() {
    badge.set(preferences.getValue().badge() ? counts.total(levels) : 0);
  }

  /** A notice that the system does not show is shown in the window. */
  private final class ElseToast implements AlertOutlet.Fate {
    private final Notice notice;

    ElseToast(Notice notice) {
      this.notice = notice;
    }

    @Override
    public void shown() {}

    @Override
    public void failed() {
      toast(notice);
    }
  }
}
