package chat.parley.desktop.view.room;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.timeline.MessagePane;
import chat.parley.desktop.view.timeline.Times;
import chat.parley.desktop.viewmodel.AppModel;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The selected room: header, banner, messages, composer, and the people beside them. */
public final class RoomView extends VBox {
  private final BooleanProperty peopleOpen = new SimpleBooleanProperty(this, "peopleOpen");
  private final BooleanProperty roomy = new SimpleBooleanProperty(this, "roomy");
  private final HeaderView header;
  private final MessagePane messages;
  private final ComposerView composer;
  private final PeopleView people;
  private final HBox beside;
  private final StackPane below;

  public RoomView(AppModel app, Times times) {
    getStyleClass().add("room");
    header = new HeaderView(app, peopleOpen);
    messages = new MessagePane(app, times);
    composer = new ComposerView(app.composer(), messages::scrollPages);
    people = new PeopleView(app.people(), () -> peopleOpen.set(false));
    VBox column = column(app);
    HBox.setHgrow(column, Priority.ALWAYS);
    beside = new HBox(column);
    below = new StackPane(beside);
    StackPane.setAlignment(people, Pos.CENTER_RIGHT);
    VBox.setVgrow(below, Priority.ALWAYS);
    getChildren().addAll(header, below);
    peopleOpen.subscribe(this::showPeople);
    roomy.subscribe(this::showPeople);
  }

  /** Whether the people have a place beside the messages; else they cover them. */
  public BooleanProperty roomyProperty() {
    return roomy;
  }

  public BooleanProperty peopleOpenProperty() {
    return peopleOpen;
  }

  public Node headerTarget() {
    return header.keyboardTarget();
  }

  public Node messagesTarget() {
    return messages.keyboardTarget();
  }

  public Node composerTarget() {
    return composer.keyboardTarget();
  }

  /** Characters typed while the keyboard was at no field. */
  public void type(String characters) {
    composer.type(characters);
  }

  private VBox column(AppModel app) {
    ToastLayer toasts = new ToastLayer(app.toasts());
    StackPane pane = new StackPane(messages, toasts);
    VBox.setVgrow(pane, Priority.ALWAYS);
    Label typing = Controls.label("", "typing-line");
    typing.textProperty().bind(app.people().typingProperty());
    Controls.folding(composer)
        .visibleProperty()
        .bind(app.timelineProperty().map(timeline -> true).orElse(false));
    VBox column = new VBox(new BannerView(app.link()), pane, composer, typing);
    column.getStyleClass().add("room-column");
    return column;
  }

  private void showPeople() {
    beside.getChildren().remove(people);
    below.getChildren().remove(people);
    if (peopleOpen.get()) {
      (roomy.get() ? beside : below).getChildren().add(people);
    }
  }
}
