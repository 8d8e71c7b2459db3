package chat.parley.desktop.viewmodel.hosting;

import chat.parley.desktop.viewmodel.Texts;
import chat.parley.model.Names;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/** What a server of this computer is to be called: a suggestion, until somebody types another. */
final class ServerName {
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final ObservableValue<String> person;
  private String before = "";
  private String computer = "";
  private boolean suggesting;

  /** Whether a person has typed it. */
  private boolean typed;

  /**
   * @param person who is going to run it; may be blank
   */
  ServerName(ObservableValue<String> person) {
    this.person = person;
    person.addListener((_, _, _) -> suggest());
    text.addListener(
        (_, _, now) -> {
          if (!suggesting) {
            typed = !now.isBlank();
          }
        });
  }

  StringProperty textProperty() {
    return text;
  }

  /**
   * @param before what it was called the last time; blank when there was none
   * @param computer what this computer is called; blank when nobody knows
   */
  void know(String before, String computer) {
    this.before = before.strip();
    this.computer = computer.strip();
    suggest();
  }

  /** As it is to be said to the server. */
  String chosen() {
    String name = text.get().isBlank() ? suggestion() : text.get().strip();
    int end = Math.min(name.length(), Names.SERVER_MAX);
    boolean halves = end < name.length() && Character.isLowSurrogate(name.charAt(end));
    return name.substring(0, halves ? end - 1 : end).strip();
  }

  private void suggest() {
    if (!typed) {
      suggesting = true;
      text.set(suggestion());
      suggesting = false;
    }
  }

  private String suggestion() {
    if (!before.isEmpty()) {
      return before;
    }
    String who = person.getValue().strip();
    if (!who.isEmpty()) {
      return Texts.of("host.name", who);
    }
    return computer.isEmpty() ? Texts.of("app.title") : computer;
  }
}
