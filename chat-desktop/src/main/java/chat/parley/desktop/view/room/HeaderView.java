package chat.parley.desktop.view.room;

import chat.parley.desktop.view.dialog.StatusLine;
import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.view.look.PresenceDot;
import chat.parley.desktop.view.look.RoomIcon;
import chat.parley.desktop.view.look.Tip;
import chat.parley.desktop.viewmodel.RoomItem;
import chat.parley.desktop.viewmodel.RoomScreen;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.people.Company;
import chat.parley.model.UserId;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which room this is, and the switch for who is in it. */
final class HeaderView extends HBox {
  private final ToggleButton people = new ToggleButton();
  private final FontIcon kind = Icons.of(Feather.HASH);
  private final PresenceDot presence = Controls.folding(new PresenceDot());
  private final StatusLine status = new StatusLine();
  private final RoomScreen screen;
  private final Company company;
  private Subscription heard = Subscription.EMPTY;

  /**
   * @param about leads to what the room is
   * @param reports leads to what was reported in it
   */
  HeaderView(
      RoomScreen screen,
      Company company,
      BooleanProperty peopleOpen,
      BooleanProperty pinsOpen,
      BooleanProperty filesOpen,
      BooleanProperty searchOpen,
      Runnable about,
      Runnable reports) {
    this.screen = screen;
    this.company = company;
    getStyleClass().add("header");
    ObservableValue<String> room =
        screen.timelineProperty().flatMap(t -> t == null ? null : t.nameProperty()).orElse("");
    ObservableValue<String> topic =
        screen.timelineProperty().flatMap(t -> t == null ? null : t.topicProperty()).orElse("");
    Button name = Controls.button("", about, "header-name");
    name.setId("room-name");
    name.textProperty().bind(room);
    name.setMinWidth(0);
    name.setAccessibleHelp(Texts.of("view.room.details"));
    Tip.of(name, () -> whole(name));
    Label purpose = Controls.label("", "topic");
    purpose.setMinWidth(0);
    purpose.textProperty().bind(topic);
    HeaderWords words = new HeaderWords(name, status, purpose);
    HBox.setHgrow(words, Priority.ALWAYS);
    people.setGraphic(Icons.of(Feather.USERS));
    people.getStyleClass().addAll("header-toggle");
    people.setId("people-toggle");
    Tip.of(people, Texts.of("view.people"));
    people.selectedProperty().bindBidirectional(peopleOpen);
    people.setMinWidth(Region.USE_PREF_SIZE);
    screen.people().people().subscribe(() -> showCount(screen.people().people().size()));
    showCount(screen.people().people().size());
    HBox inner =
        new HBox(
            kind,
            presence,
            words,
            waiting(screen, reports),
            toggle(Feather.SEARCH, "search-toggle", Texts.of("view.search"), searchOpen),
            toggle(Feather.FOLDER, "files-toggle", Texts.of("view.files"), filesOpen),
            pins(screen, pinsOpen),
            people);
    inner.getStyleClass().add("header-line");
    HBox.setHgrow(inner, Priority.ALWAYS);
    getChildren().add(inner);
    inner.visibleProperty().bind(screen.timelineProperty().map(timeline -> true).orElse(false));
    screen.details().nowProperty().subscribe(this::showKind);
    showKind();
    sceneProperty().subscribe(this::cameOrWent);
  }

  /** A name that had to be shortened is read in what is said about it. */
  private static String whole(Button name) {
    String details = Texts.of("view.room.details");
    boolean shortened = name.getWidth() < name.prefWidth(-1);
    return shortened ? name.getText() + "\n" + details : details;
  }

  /** Another server may be on the screen for a while, or the window of the room is closed. */
  private void cameOrWent(@Nullable Scene scene) {
    heard.unsubscribe();
    heard = scene == null ? Subscription.EMPTY : company.book().listen(user -> showPerson());
    showPerson();
  }

  private void showKind() {
    RoomItem room = screen.details().roomProperty().get();
    if (room == null) {
      return;
    }
    kind.setIconCode(RoomIcon.of(room));
    showPerson();
  }

  /** A conversation with one person is headed by how that person is. */
  private void showPerson() {
    RoomItem room = screen.details().roomProperty().get();
    boolean one = room != null && room.with().size() == 1;
    kind.setVisible(!one);
    kind.setManaged(!one);
    presence.setVisible(one);
    if (one) {
      UserId other = room.with().getFirst().id();
      presence.show(company.book().presence(other));
      status.show(company.book().status(other));
    } else {
      status.show(null);
    }
  }

  /** There for who moderates the room, while a report waits. */
  private static Button waiting(RoomScreen screen, Runnable open) {
    Button flag = Controls.button("", open, "header-toggle", "reports-waiting");
    flag.setId("room-reports-waiting");
    flag.setGraphic(Icons.of(Feather.FLAG));
    flag.setMinWidth(Region.USE_PREF_SIZE);
    ReadOnlyLongProperty waiting = screen.order().waitingProperty();
    flag.textProperty().bind(waiting.asString());
    ObservableValue<String> words =
        waiting.map(count -> Texts.of("view.about.reports", count.longValue()));
    flag.accessibleTextProperty().bind(words);
    Tip.of(flag, words::getValue);
    Controls.folding(flag)
        .visibleProperty()
        .bind(
            screen
                .details()
                .rightsProperty()
                .flatMap(rights -> waiting.map(n -> rights.moderates() && n.longValue() > 0))
                .orElse(false));
    return flag;
  }

  private static ToggleButton pins(RoomScreen screen, BooleanProperty open) {
    ToggleButton pins = new ToggleButton();
    pins.setGraphic(Icons.of(Feather.BOOKMARK));
    pins.getStyleClass().addAll("header-toggle");
    pins.setId("pins-toggle");
    Tip.of(pins, Texts.of("view.pins"));
    pins.selectedProperty().bindBidirectional(open);
    pins.setMinWidth(Region.USE_PREF_SIZE);
    Runnable count =
        () -> {
          int there = screen.messages().pins().items().size();
          pins.setText(there == 0 ? "" : Integer.toString(there));
          pins.setAccessibleText(
              there == 0 ? Texts.of("view.pins") : Texts.of("view.pins.count", there));
        };
    screen.messages().pins().items().subscribe(count);
    count.run();
    return pins;
  }

  private static ToggleButton toggle(Feather icon, String id, String name, BooleanProperty open) {
    ToggleButton toggle = new ToggleButton();
    toggle.setGraphic(Icons.of(icon));
    toggle.getStyleClass().add("header-toggle");
    toggle.setId(id);
    Tip.of(toggle, () -> name);
    toggle.setAccessibleText(name);
    toggle.selectedProperty().bindBidirectional(open);
    toggle.setMinWidth(Region.USE_PREF_SIZE);
    return toggle;
  }

  private void showCount(int count) {
    people.setText(count == 0 ? "" : Integer.toString(count));
    people.setAccessibleText(
        count == 0 ? Texts.of("view.people") : Texts.of("view.people.count", count));
  }

  Node keyboardTarget() {
    return people;
  }
}
