package chat.parley.desktop.viewmodel.alerts;

import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.Toast;
import chat.parley.model.RoomId;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** What a person chose about being told, to look at, to change and to try out. */
public final class AlertSettings {
  private static final RoomId NO_ROOM = new RoomId("test-notification");

  private final ObjectProperty<AlertPreferences> chosen;
  private final ReadOnlyStringWrapper testResult =
      new ReadOnlyStringWrapper(this, "testResult", "");
  private final AlertOutlet outlet;
  private final Consumer<Toast> toasts;

  /**
   * @param keep told of every change, to keep it over restarts
   */
  public AlertSettings(
      AlertPreferences now,
      Consumer<AlertPreferences> keep,
      AlertOutlet outlet,
      Consumer<Toast> toasts) {
    chosen = new SimpleObjectProperty<>(this, "chosen", now);
    this.outlet = outlet;
    this.toasts = toasts;
    chosen.addListener((_, _, value) -> keep.accept(value));
  }

  /** Holds at once. */
  public ObjectProperty<AlertPreferences> chosenProperty() {
    return chosen;
  }

  /** What became of the last test notification; empty before the first. */
  public ReadOnlyStringProperty testResultProperty() {
    return testResult.getReadOnlyProperty();
  }

  /** Tells the person something, in the way that is chosen. */
  public void showTest() {
    var notice =
        new Notice(NO_ROOM, Texts.of("alert.test.title"), Texts.of("alert.test.text"), () -> {});
    if (chosen.get().systemNotifications()) {
      outlet.show(notice, new Report(notice));
    } else {
      inWindow(notice, "alert.test.window");
    }
    if (chosen.get().sound()) {
      outlet.chime();
    }
  }

  private void inWindow(Notice notice, String why) {
    toasts.accept(Toast.of(notice.title() + " " + notice.text()));
    testResult.set(Texts.of(why));
  }

  private final class Report implements AlertOutlet.Fate {
    private final Notice notice;

    Report(Notice notice) {
      this.notice = notice;
    }

    @Override
    public void shown() {
      testResult.set(Texts.of("alert.test.shown"));
    }

    @Override
    public void failed() {
      inWindow(notice, "alert.test.failed");
    }
  }
}
