package chat.parley.desktop.view.dialog;

import chat.parley.desktop.view.look.Controls;
import chat.parley.desktop.view.look.Icons;
import chat.parley.desktop.viewmodel.Texts;
import chat.parley.desktop.viewmodel.room.NewRoomModel;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The form in which a room is made: its name, who may find it, what it is about, who is in. */
public final class CreateRoomView extends VBox {
  private final NewRoomModel model;
  private final TextField name = new TextField();
  private final TextField topic = new TextField();

  /**
   * @param close takes the dialog away
   */
  public CreateRoomView(NewRoomModel model, Runnable close) {
    this.model = model;
    getStyleClass().add("create-room");
    Button create =
        Controls.button(Texts.of("view.create.do"), () -> model.create(close), "accent");
    create.setId("create-room");
    create.disableProperty().bind(model.canCreateProperty().not());
    PeoplePicker picker =
        new PeoplePicker(model.invited(), Texts.of("view.create.invite.prompt"), create::fire);
    picker.getStyleClass().add("low");
    name.setId("new-room-name");
    name.textProperty().bindBidirectional(model.nameProperty());
    name.setPromptText(Texts.of("view.create.name.prompt"));
    name.setOnAction(event -> create.fire());
    topic.textProperty().bindBidirectional(model.topicProperty());
    topic.setPromptText(Texts.of("view.create.topic.prompt"));
    topic.setOnAction(event -> create.fire());
    VBox invite = Dialog.field(Texts.of("view.create.invite"), picker);
    VBox.setVgrow(picker, Priority.ALWAYS);
    VBox.setVgrow(invite, Priority.ALWAYS);
    getChildren()
        .addAll(
            Dialog.field(
                Texts.of("view.create.name"), name, Dialog.problem(model.nameProblemProperty())),
            kinds(),
            Dialog.field(Texts.of("view.create.topic"), topic),
            invite,
            Dialog.problem(model.problemProperty()),
            Dialog.foot(create));
  }

  /** Starts with that name. */
  public void open(String suggested) {
    model.start(suggested);
    name.requestFocus();
    name.end();
  }

  private Node kinds() {
    ToggleGroup group = new ToggleGroup();
    RadioButton open = new RadioButton();
    RadioButton closed = new RadioButton();
    open.setToggleGroup(group);
    closed.setToggleGroup(group);
    closed.setId("private-room");
    model.closedProperty().subscribe(now -> group.selectToggle(now ? closed : open));
    group.selectedToggleProperty().subscribe(now -> model.closedProperty().set(now == closed));
    HBox kinds =
        new HBox(
            kind(open, Feather.HASH, "view.create.public"),
            kind(closed, Feather.LOCK, "view.create.private"));
    kinds.getStyleClass().add("room-kinds");
    return kinds;
  }

  private static Node kind(RadioButton button, Feather icon, String key) {
    Label title = Controls.label(Texts.of(key), "kind-title");
    title.setGraphic(Icons.of(icon));
    Label text = Controls.label(Texts.of(key + ".text"), "caption");
    VBox words = new KindWords(title, text);
    button.setGraphic(words);
    button.setAccessibleText(title.getText() + ". " + text.getText());
    button.getStyleClass().add("room-kind");
    HBox.setHgrow(button, Priority.ALWAYS);
    button.setMaxWidth(Double.MAX_VALUE);
    return button;
  }

  /** As high as it is at its own width: a button asks a graphic for its height at any other. */
  private static final class KindWords extends VBox {
    KindWords(Label title, Label text) {
      super(title, text);
      getStyleClass().add("kind-words");
    }

    @Override
    public @Nullable Orientation getContentBias() {
      return null;
    }

    @Override
    protected double computePrefHeight(double width) {
      return super.computePrefHeight(prefWidth(-1));
    }

    @Override
    protected double computeMinHeight(double width) {
      return computePrefHeight(width);
    }
  }
}
