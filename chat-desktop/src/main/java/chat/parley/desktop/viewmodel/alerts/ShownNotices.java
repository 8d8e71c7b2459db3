package chat.parley.desktop.viewmodel.alerts;

import chat.parley.desktop.viewmodel.Toast;
import chat.parley.desktop.viewmodel.alerts.Verdict.Show;
import chat.parley.model.RoomId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.collections.ObservableList;

/** What is shown of each room, by the system or in the window, until it is taken back. */
final class ShownNotices {
  private final AlertOutlet outlet;
  private final ObservableList<Toast> toasts;
  private final Map<RoomId, Toast> toastOf = new HashMap<>();

  /** The newest message of which something was shown. */
  private final Map<RoomId, Alert> newest = new HashMap<>();

  ShownNotices(AlertOutlet outlet, ObservableList<Toast> toasts) {
    this.outlet = outlet;
    this.toasts = toasts;
  }

  void show(Notice notice, Alert told, Show where) {
    newest.put(notice.room(), told);
    if (where == Show.NATIVE) {
      outlet.show(notice, new ElseToast(notice));
    } else {
      toast(notice);
    }
  }

  private void toast(Notice notice) {
    Toast toast = Toast.opening(notice.title(), notice.text(), notice.open());
    Toast before = toastOf.put(notice.room(), toast);
    if (before != null) {
      toasts.remove(before);
    }
    toasts.add(toast);
  }

  /** Takes back what is shown of a room, unless something of it was not read. */
  void withdraw(RoomId room, Predicate<Alert> isRead) {
    Alert told = newest.get(room);
    if (told == null || isRead.test(told)) {
      withdraw(room);
    }
  }

  void withdraw(RoomId room) {
    newest.remove(room);
    Toast shown = toastOf.remove(room);
    if (shown != null) {
      toasts.remove(shown);
    }
    outlet.withdraw(room);
  }

  /** Nobody is in any more. */
  void clear() {
    List.copyOf(toastOf.keySet()).forEach(this::withdraw);
    newest.clear();
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
